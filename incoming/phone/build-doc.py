d = open("/tmp/h-phone/doc.in.md").read()
for mark, f in (("DIALPLAN", "extensions-solicita.conf"), ("AGI", "solicita-speak.agi"), ("LUA", "solicita.lua")):
    d = d.replace(f"@@{mark}@@", open("/tmp/h-phone/asterisk/" + f).read().rstrip())
open("/tmp/h-phone/telephony.md", "w").write(d)
