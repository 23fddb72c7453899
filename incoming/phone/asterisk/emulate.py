"""Runs extensions-solicita.conf against an HTTP stub. A reading of Asterisk's rules, not Asterisk."""
import re, sys, threading, urllib.parse, urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
CONF = "/tmp/h-phone/asterisk/extensions-solicita.conf"
plan, labels = {}, {}
ctx = ext = None
for line in open(CONF):
    line = re.sub(r"(?<!\\);.*", "", line).strip()
    if not line: continue
    if m := re.match(r"\[(.+)\]$", line): ctx = m[1]; continue
    if m := re.match(r"exten => (\w+),1,(.*)", line): ext = m[1]; plan[ctx, ext] = [m[2]]; continue
    m = re.match(r"same => n(?:\((\w+)\))?,(.*)", line)
    if not m: sys.exit(f"bad line {line}")
    plan[ctx, ext].append(m[2])
    if m[1]: labels[ctx, ext, m[1]] = len(plan[ctx, ext])

class Hangup(Exception): pass
def matching(s, i, o, c):
    d = 0
    while True:
        if s[i] == o: d += 1
        if s[i] == c:
            d -= 1
            if d == 0: return i
        i += 1
def split(a, n=None):
    out, d, cur = [], 0, ""
    for c in a:
        if c == "," and d == 0 and (n is None or len(out) < n - 1): out.append(cur); cur = ""; continue
        d += (c == "(") - (c == ")"); cur += c
    return out + [cur]
def allowed(spec, s):
    cls, i = set(), 0
    while i < len(spec):
        if i + 2 < len(spec) and spec[i+1] == "-":
            cls |= {chr(x) for x in range(ord(spec[i]), ord(spec[i+2]) + 1)}; i += 3
        else: cls.add(spec[i]); i += 1
    return "".join(c for c in s if c in cls)

class Call:
    def __init__(self, keys, base, speaks=True, caller="+5511987654321"):
        self.v = {"SOLICITA_URL": base, "SOLICITA_TOKEN": "tok", "SOLICITA_QUEUE": "300"}
        self.keys, self.log, self.headers, self.stack, self.caller, self.speaks = list(keys), [], [], [], caller, speaks
    def sub(self, s):
        out, i = "", 0
        while i < len(s):
            if s.startswith("${", i): j = matching(s, i + 1, "{", "}"); out += self.var(s[i+2:j]); i = j + 1
            elif s.startswith("$[", i): j = matching(s, i + 1, "[", "]"); out += self.expr(self.sub(s[i+2:j])); i = j + 1
            else: out += s[i]; i += 1
        return out
    def var(self, s):
        s = self.sub(s)
        off = None
        if m := re.match(r"^(\w+):(-?\d+)(?::(-?\d+))?$", s): s, off = m[1], m
        if "(" in s:
            name, args = s.split("(", 1); args = args[:args.rindex(")")]
            return self.func(name, args)
        val = self.v.get(s, "")
        if off:
            o = int(off[2]); o = max(len(val) + o, 0) if o < 0 else o
            val2 = val[o:]
            if off[3] is not None:
                l = int(off[3]); val2 = val2[:l] if l >= 0 else val2[:max(len(val) - o + l, 0)]
            val = val2
        return val
    def func(self, name, a):
        if name == "FILTER": spec, s = split(a, 2); return allowed(spec, s)
        if name == "LEN": return str(len(a.encode()))
        if name == "URIENCODE": return urllib.parse.quote(a, safe="")
        if name == "CALLERID": return self.caller
        if name == "CHANNEL": return "1795311109.2"
        if name == "CUT": v, d, f = split(a); p = self.v[v].split(d); f = int(f); return p[f-1] if len(p) >= f and len(p) > 1 or f == 1 else ""
        if name == "FIELDQTY": v, d = split(a); return str(len(self.v[v].split(d)))
        if name == "REGEX": m = re.match(r'"(.*?)" (.*)$', a, re.S); return "1" if re.search(m[1], m[2]) else "0"
        if name == "CURL":
            url, post = split(a, 2)
            req = urllib.request.Request(url, post.encode(), dict(h.split(": ", 1) for h in self.headers))
            assert len(self.headers) == 1, self.headers
            self.log.append("POST " + url.rsplit("/", 1)[1] + " " + post)
            try: return urllib.request.urlopen(req, timeout=3).read().decode().rstrip()
            except urllib.error.HTTPError as e: return e.read().decode().rstrip()
            except OSError: return ""
        raise SystemExit("function " + name)
    def expr(self, e):
        if m := re.match(r'^"([^"]*)" (=|!=) "([^"]*)"$', e): return str(int((m[1] == m[3]) == (m[2] == "=")))
        if m := re.match(r"^(\d+) (=|!=|>|<=|\+) (\d+)$", e):
            a, b = int(m[1]), int(m[3])
            return str(int({"=": a == b, "!=": a != b, ">": a > b, "<=": a <= b, "+": a + b}[m[2]]))
        raise SystemExit(f"expression {e!r}")
    def go(self, target):
        p = split(target); c, x = self.at[0], self.at[1]
        if len(p) == 3: c, x, pr = p
        elif len(p) == 2: x, pr = p
        else: pr = p[0]
        self.at = [c, x, int(pr) if pr.isdigit() else labels[c, x, pr]]; assert (c, x) in plan, (c, x)
    def run(self):
        self.at = ["solicita", "s", 1]
        try:
            for _ in range(2000):
                c, x, n = self.at; line = plan[c, x][n - 1]; self.at = [c, x, n + 1]; self.step(line)
            raise SystemExit("endless")
        except Hangup: return self.log
    def step(self, line):
        app, args = line.split("(", 1); args = args[:args.rindex(")")]
        args = self.sub(args)
        if app == "Set":
            k, v = args.split("=", 1)
            if k == "CURLOPT(httpheader)": self.headers.append(v)
            elif k.startswith("CURLOPT"): pass
            else: self.v[re.sub(r"^LOCAL\((\w+)\)$", r"\1", k)] = v
        elif app == "Goto": self.go(args)
        elif app == "GotoIf":
            cond, t = args.split("?", 1)
            if cond not in ("", "0"): self.go(t)
        elif app == "Gosub":
            self.stack.append((self.at, self.v.get("ARG1"), self.v.get("ARG2")))
            t = args
            if args.endswith(")"): i = args.index("("); t, a = args[:i], split(args[i+1:-1]); self.v["ARG1"], self.v["ARG2"] = a
            self.go(t)
        elif app == "Return": self.at = self.stack.pop()[0]
        elif app == "Read":
            p = split(args); got = self.keys.pop(0) if self.keys else ""
            self.log.append("read " + p[1].split("/")[1]); self.v["READSTATUS"] = "OK" if got else "TIMEOUT"; self.v[p[0]] = got.replace("#", "")
        elif app == "Playback": self.log.append("play " + args.split("/")[1])
        elif app == "SayDigits": self.log.append("digits " + args)
        elif app == "AGI": self.log.append("say " + self.v["ANSWER"]); self.v["SPOKEN"] = "yes" if self.speaks else ""
        elif app == "Log": self.log.append("log " + args)
        elif app == "Queue": self.log.append("QUEUE"); raise Hangup
        elif app in ("Answer", "Wait"): pass
        else: raise SystemExit("application " + app)

answers = {}
class Stub(BaseHTTPRequestHandler):
    def do_POST(self):
        form = urllib.parse.parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        assert self.headers.get_all("Authorization") == ["Bearer tok"]
        got = answers[self.path.rsplit("/", 1)[1]]
        got = got(form) if callable(got) else got
        body = got if got.startswith("RAW") else got + form["fim"][0]
        body = body.removeprefix("RAW").encode()
        self.send_response(int(got[5:8]) if re.match(r"ERRO \d{3}$", got) else 200)
        self.send_header("Content-Length", str(len(body))); self.end_headers(); self.wfile.write(body)
    def log_message(self, *a): pass
server = ThreadingHTTPServer(("127.0.0.1", 0), Stub)
threading.Thread(target=server.serve_forever, daemon=True).start()
base = f"http://127.0.0.1:{server.server_port}/api/v1/telefonia"
CPF = "52998224725"
def case(name, keys, want, base=base, speaks=True, **a):
    answers.clear(); answers.update({"novaSolicitacao": "S", "visualizarSolicitacao": "S", "obterDadosSolicitacao": 'A solicitação 3 4, "aberta" (ontem).', **a})
    log = Call(keys, base, speaks).run(); at = 0
    for w in want:
        while at < len(log) and not log[at].startswith(w): at += 1
        assert at < len(log), (name, w, log)
        at += 1
    bad = [l for l in log if l.startswith("POST") and ("," in l or " " in l[5:].split(" ", 1)[1])]
    assert not bad and log[-1] == "QUEUE", (name, log)
    print("ok", name, "|", " > ".join(l[:48] for l in log)); return log
case("none", [CPF], ["POST obterQtde", "play new-request", "POST novaSolicitacao cpf=52998224725&numeroOrigem=%2B5511987654321&idChamada=1795311109.2&formato=texto&fim=_fim", "QUEUE"], obterQtdeSolicitacoes="")
case("one, talk", [CPF, "1"], ["say A solic", "read read-menu", "POST visualizarSolicitacao idSolicitacao=34534&cpf", "QUEUE"], obterQtdeSolicitacoes="1?34534")
case("one, other", [CPF, "2"], ["say", "POST novaSolicitacao"], obterQtdeSolicitacoes="1?34534")
case("one, again, silence", [CPF, "9", ""], ["say", "say", "say", "POST visualizar"], obterQtdeSolicitacoes="1?34534")
case("one, no synthesiser", [CPF, "1"], ["play your-request", "digits 34534"], speaks=False, obterQtdeSolicitacoes="1?34534")
L = {"obterQtdeSolicitacoes": "3", "listarSolicitacoes": "34534?34777?35001"}
case("several, second", [CPF, "2", "1"], ["digits 34534", "digits 1", "digits 34777", "digits 2", "POST obterDadosSolicitacao idSolicitacao=34777", "POST visualizarSolicitacao idSolicitacao=34777"], **L)
case("several, by number", [CPF, "35001", "1"], ["POST obterDadosSolicitacao idSolicitacao=35001", "POST visual"], **L)
case("several, beyond, 0", [CPF, "7", "0"], ["read choose", "read choose", "POST novaSolicitacao"], **L)
case("several, silence", [CPF], ["read choose", "read choose", "read choose", "POST novaSolicitacao"], **L)
case("several, stranger's", [CPF, "99999", "1", "1"], ["play not-found", "digits 34534", "POST visualizarSolicitacao idSolicitacao=34534"], obterDadosSolicitacao=lambda f: "ERRO 404" if f["idSolicitacao"] == ["99999"] else "Sim.", **L)
case("several, list of one", [CPF, "1", "1"], ["digits 34534", "POST visualizarSolicitacao idSolicitacao=34534"], obterQtdeSolicitacoes="2", listarSolicitacoes="34534")
case("several, gone", [CPF], ["POST listar", "POST nova"], obterQtdeSolicitacoes="2", listarSolicitacoes="")
case("one, gone", [CPF], ["play not-found", "POST nova"], obterQtdeSolicitacoes="1?34534", obterDadosSolicitacao="ERRO 404")
case("bad CPF twice", [CPF, CPF, CPF], ["play cpf-wrong", "play cpf-wrong", "play cpf-wrong", "QUEUE"], obterQtdeSolicitacoes="ERRO 400")
case("short CPF", ["123", CPF], ["play cpf-wrong", "POST obterQtde"], obterQtdeSolicitacoes="")
case("only #", ["#"], ["read ask-cpf", "play one-moment"])
case("silence", [], ["read ask-cpf", "read ask-cpf", "read ask-cpf", "QUEUE"])
for code in (401, 403, 429, 503, 500):
    log = case(f"error {code}", [CPF], ["log", "QUEUE"], obterQtdeSolicitacoes=f"ERRO {code}"); assert not any("nova" in l for l in log)
    case(f"error {code} in the pop-up", [CPF], ["POST nova", "log", "QUEUE"], obterQtdeSolicitacoes="", novaSolicitacao=f"ERRO {code}")
    case(f"error {code} in the data", [CPF], ["POST obterDados", "log", "QUEUE"], obterQtdeSolicitacoes="1?34534", obterDadosSolicitacao=f"ERRO {code}")
case("cut", [CPF], ["log WARNING", "QUEUE"], obterQtdeSolicitacoes="RAW1?345")
case("cut in the marker", [CPF], ["log WARNING", "QUEUE"], obterQtdeSolicitacoes="RAW1?34534_fi")
case("error page", [CPF], ["log WARNING", "QUEUE"], obterQtdeSolicitacoes='RAW<html>"502")')
case("odd answer", [CPF], ["play one-moment", "QUEUE"], obterQtdeSolicitacoes='1?3"4')
case("down", [CPF], ["log WARNING", "QUEUE"], base="http://127.0.0.1:9/x")
server.shutdown(); print("all well")
