-- Solicita for FreeSWITCH: <action application="lua" data="solicita.lua"/>
-- Needs mod_lua, mod_curl, mod_flite (or another synthesiser) and mod_fifo or mod_callcenter.
local URL = "https://solicita.example.com/api/v1/telefonia/"
local TOKEN = freeswitch.getGlobalVariable("solicita_token")
local MARK = "_fim"

-- mod_curl decodes what is to be posted once before it sends it: encode twice.
local function encode(text)
  local once = function(t)
    return (t:gsub("[^%w._~-]", function(c) return string.format("%%%02X", c:byte()) end))
  end
  return once(once(text))
end

-- Returns the answer without its marker, or nil and the status ("400", "404", ..., "down").
local function ask(service, form)
  session:setVariable("curl_connect_timeout", "2")
  session:setVariable("curl_timeout", "3")
  session:execute("curl", URL .. service .. " append_headers 'Authorization: Bearer " .. TOKEN
    .. "' content-type application/x-www-form-urlencoded post " .. form .. "&fim=" .. MARK)
  local body = session:getVariable("curl_response_data") or ""
  if body:sub(-#MARK) ~= MARK then return nil, "down" end
  body = body:sub(1, -#MARK - 1)
  local status = body:match("^ERRO (%d%d%d)$")
  if status then return nil, status end
  return body
end

local function digits(least, most, prompt)
  return session:playAndGetDigits(least, most, 1, 8000, "#", prompt, "", "\\d*")
end

local function queue()
  session:streamFile("solicita/one-moment.wav")
  session:execute("callcenter", "support@default")
end

session:answer()
session:set_tts_params("flite", "slt")
local from = (session:getVariable("caller_id_number") or ""):gsub("[^0-9+*#]", "")
local call = "numeroOrigem=" .. encode(from) .. "&idChamada=" .. encode(session:get_uuid())

local cpf, count, why
for _ = 1, 3 do
  cpf = digits(0, 14, "solicita/ask-cpf.wav")
  if cpf == "" then break end
  if #cpf == 11 or #cpf == 14 then
    count, why = ask("obterQtdeSolicitacoes", "cpf=" .. cpf)
    if why ~= "400" then break end
  end
  if not session:ready() then return end
  session:streamFile("solicita/cpf-wrong.wav")
end
if not count then return queue() end

local number = count:match("^1%?(%d+)$")
if not number and count:match("^%d+$") then
  local list = ask("listarSolicitacoes", "cpf=" .. cpf .. "&limite=9") or ""
  local numbers = {}
  for one in list:gmatch("%d+") do
    numbers[#numbers + 1] = one
    session:streamFile("solicita/for-request.wav")
    session:say(one, "en", "number", "iterated")
    session:streamFile("solicita/press.wav")
    session:say(tostring(#numbers), "en", "number", "iterated")
  end
  local choice = digits(0, 12, "solicita/choose.wav")
  number = #choice > 1 and choice or numbers[tonumber(choice)]
end

local text = number and ask("obterDadosSolicitacao",
  "idSolicitacao=" .. number .. "&cpf=" .. cpf .. "&formato=voz")
if text then
  session:speak(text)
  if digits(0, 1, "solicita/read-menu.wav") ~= "2" then
    ask("visualizarSolicitacao", "idSolicitacao=" .. number .. "&cpf=" .. cpf .. "&" .. call .. "&formato=texto")
    return queue()
  end
end
ask("novaSolicitacao", "cpf=" .. cpf .. "&" .. call .. "&formato=texto")
queue()
