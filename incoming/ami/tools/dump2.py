import sys,re
def read(p):
    d=open(p,'rb').read();i=0
    while i<len(d):
        j=d.index(b'\n',i); l=d[i:j].decode(); i=j+1
        m=re.match(r'#### t=(\S+) (server|client) bytes=(\d+)',l)
        if m:
            n=int(m[3]); yield m[1],m[2],d[i:i+n]; i+=n+1
        else: yield '',"NOTE",l.encode()
KEEP="Event Channel DestChannel ChannelState ChannelStateDesc CallerIDNum CallerIDName ConnectedLineNum ConnectedLineName DestCallerIDNum Exten DestExten Uniqueid DestUniqueid Linkedid DestLinkedid DialStatus Cause Queue Interface BridgeUniqueid Application TalkTime RingTime HoldTime TargetChannel TargetUniqueid TransfererUniqueid Extension Response Message ActionID Status Reason Disposition BillableSeconds Duration".split()
SKIP="VarSet ExtensionStatus DeviceStateChange QueueMemberStatus NewConnectedLine NewCallerid Newexten ".split()

NOTEV="HangupRequest SoftHangupRequest BridgeCreate BridgeDestroy BridgeLeave DialStateX".split()
def show(p):
    buf=b'';print('=====',p)
    for t,who,b in read(p):
        if who!='server': print('   #',who,t,b.decode(errors='replace').replace('\r\n','|')); continue
        buf+=b
        while b'\r\n\r\n' in buf:
            blk,buf=buf.split(b'\r\n\r\n',1)
            hs=[l.split(': ',1) if ': ' in l else [l,''] for l in blk.decode(errors='replace').split('\r\n')]
            d=dict(hs)
            ev=d.get('Event','')
            if ev in SKIP or ev in NOTEV: continue
            def leg(p): 
                return f"[{d.get(p+'Channel','-')} u{d.get(p+'Uniqueid','-')[-6:]} L{d.get(p+'Linkedid','-')[-6:]} st{d.get(p+'ChannelState','-')} cid={d.get(p+'CallerIDNum')}/{d.get(p+'CallerIDName')} con={d.get(p+'ConnectedLineNum')}/{d.get(p+'ConnectedLineName')} ex={d.get(p+'Exten')}]"
            o=t+' '+(ev or 'RESP')
            if 'Channel' in d: o+=' '+leg('')
            if 'DestChannel' in d: o+=' -> '+leg('Dest')
            for k in "Response Message ActionID DialStatus Cause Queue Interface Application ApplicationData TalkTime RingTime HoldTime TargetChannel TargetUniqueid TransfererChannel TransfererUniqueid Extension Reason Disposition BillableSeconds Duration BridgeId BridgeUniqueid Status".split():
                if d.get(k): o+=f" {k}={d[k]}"
            print(o)
for p in sys.argv[1:]: show(p)
