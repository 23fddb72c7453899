from lupa import LuaRuntime
import sys
def run(keys, answers):
    lua = LuaRuntime(); log = []
    keys = list(keys); var = {"caller_id_number": "+5511987654321<x>"}
    class S:
        def answer(self): pass
        def set_tts_params(self, a, b): pass
        def getVariable(self, k): return var.get(k)
        def setVariable(self, k, v): var[k] = v
        def get_uuid(self): return "a-b"
        def ready(self): return True
        def playAndGetDigits(self, *a): return keys.pop(0) if keys else ""
        def streamFile(self, f): log.append("play " + f)
        def say(self, *a): log.append("digits " + a[0])
        def speak(self, t): log.append("say " + t)
        def execute(self, app, data):
            log.append(app + " " + data)
            if app == "curl":
                s = data.split("telefonia/")[1].split(" ")[0]; var["curl_response_data"] = answers.get(s, "")
    lua.globals().session = S()
    class F:
        def getGlobalVariable(self, k): return "tok"
    lua.execute("freeswitch = {getGlobalVariable = function(k) return 'tok' end}")
    src = open("solicita.lua").read().replace("return queue()", "do return queue() end")
    lua.execute("local s = session; session = setmetatable({}, {__index = function(_, k) return function(_, ...) return s[k](s, ...) end end})" if False else "")
    lua.execute(src); return log
ok = {"novaSolicitacao": "S_fim", "visualizarSolicitacao": "S_fim", "obterDadosSolicitacao": "Texto._fim"}
for name, keys, a in [("none", ["52998224725"], {"obterQtdeSolicitacoes": "_fim"}), ("one", ["52998224725", "1"], {"obterQtdeSolicitacoes": "1?34534_fim"}),
    ("two", ["52998224725", "2", "1"], {"obterQtdeSolicitacoes": "2_fim", "listarSolicitacoes": "5?66_fim"}), ("cut", ["52998224725"], {"obterQtdeSolicitacoes": "1?34"}),
    ("bad", ["52998224725"], {"obterQtdeSolicitacoes": "ERRO 400_fim"})]:
    print(name); [print("   ", l) for l in run(keys, ok | a)]
