# Side menu, lists, editors
admin-section-rules = Regras
admin-section-mail = E-mail
admin-section-telephony = Telefonia
admin-section-people = Pessoas
admin-nav-parameters = Parâmetros
admin-nav-services = Serviços e metas
admin-nav-categories = Categorias
admin-nav-calendars = Calendários
admin-nav-reasons = Motivos de suspensão
admin-nav-templates = Modelos
admin-nav-outbox = Caixa de saída
admin-nav-mail-account = Conta de envio
admin-nav-console = Console
admin-nav-calls = Chamadas
admin-nav-people = Pessoas
admin-nav-groups = Grupos e permissões
admin-nav-units = Unidades
admin-nav-tokens = Tokens de API
admin-nav-audit = Auditoria
admin-outbox-failed = { $count ->
    [one] e-mail que falhou
   *[other] e-mails que falharam
}
admin-actions = Ações
admin-search = Procurar nesta lista
admin-none = Nada aqui ainda
admin-none-text = O que for criado aparece nesta lista.
admin-none-found = Nada com essa busca
admin-none-found-text = Procure outra coisa, ou tire algum filtro.
admin-name = Nome
admin-email = E-mail
admin-state = Situação
admin-active = Ativo
admin-inactive = Inativo
admin-time-zone = Fuso horário
admin-saved = Gravado
admin-discard = Descartar
admin-bar-new = Ainda não gravado
admin-bar-dirty = Alterações não gravadas
admin-bar-clean = Tudo gravado
admin-conflict = Outra pessoa gravou enquanto você editava
admin-conflict-text = O que você escreveu continua aqui. Escolha o que vale.
admin-conflict-theirs = Ver a versão gravada, sem as minhas mudanças
admin-conflict-mine = Gravar a minha por cima

# Parameters
param-search = Número, significado ou valor
param-all = Todos
param-groups = Grupos de parâmetros
param-group-portal = Portal
param-group-messages = Mensagens
param-group-notes = Notas do portal
param-group-lifecycle = Prazos e ciclo
param-group-email = E-mail
param-group-attachments = Anexos
param-group-telephony = Telefonia
param-group-privacy = Sessões e privacidade
param-count = { $count ->
    [one] { $count } parâmetro
   *[other] { $count } parâmetros
}
param-not-default = só os que diferem do padrão
param-default = padrão: { $value }
param-to-default = voltar ao padrão
param-range = De { $min } a { $max }.
param-yes = Sim
param-no = Não
param-empty = vazio
param-secret-set = Definido. Digite outro para trocá-lo.
param-secret-none = Não definido. Depois de gravado, nunca é mostrado.
param-secret-defined = definido
param-not-saved = Mudado e não gravado
param-history = Alterações do parâmetro { $number }
param-changes = Alterações
param-no-changes = Nenhum parâmetro foi alterado ainda.
param-never-changed = Este parâmetro nunca foi alterado.
param-unsaved = { $count ->
    [one] **{ $count } alteração** não gravada.
   *[other] **{ $count } alterações** não gravadas. Todas são gravadas de uma vez.
}
param-refused = { $count ->
    [one] Nada foi gravado: um valor foi recusado, e o motivo está junto dele.
   *[other] Nada foi gravado: { $count } valores foram recusados, e o motivo está junto de cada um.
}
param-conflict-text = O que você mudou continua marcado. Recarregue para ver os valores de agora e grave de novo.
param-conflict-reload = Recarregar os valores

# E-mail templates
tmpl-lead = O texto de cada e-mail, em cada idioma. Os parâmetros dizem qual modelo sai em qual momento.
tmpl-new = Novo modelo
tmpl-kind = Tipo
tmpl-kind-help = Decide quais chaves podem ser usadas.
tmpl-kind-fixed = Um parâmetro usa este modelo: o tipo não muda.
tmpl-languages = Idiomas
tmpl-used-by = Parâmetros
tmpl-unused = nenhum
tmpl-used-by-parameters = { $count ->
    [one] usado pelo parâmetro { $numbers }
   *[other] usado pelos parâmetros { $numbers }
}
tmpl-subject = Assunto
tmpl-body = Corpo
tmpl-body-help = HTML simples; a versão só de texto é feita a partir dele.
tmpl-text = Texto
tmpl-tools = Formatação
tmpl-paragraph = Parágrafo
tmpl-bold = Negrito
tmpl-italic = Itálico
tmpl-link = Link
tmpl-list = Lista
tmpl-quote = Citação
tmpl-keys = Chaves deste modelo
tmpl-keys-help = Um clique insere a chave onde está o cursor.
tmpl-key-search = Procurar chave
tmpl-key-insert = Inserir { $key }
tmpl-key-unknown = { $key } não existe
tmpl-key-refused = O modelo não pode ser gravado assim.
tmpl-key-meant = Você quis dizer
tmpl-key-exchange = Trocar
tmpl-not-written = Sem texto neste idioma: vai em português.
tmpl-same = Igual ao português.
tmpl-copy = Começar pelo português
tmpl-preview = Prévia
tmpl-preview-number = Solicitação usada na prévia
tmpl-preview-used = Com os dados da { $number }. Nada é enviado.
tmpl-preview-help = Em branco, a mais recente. Nada é enviado.
tmpl-preview-empty = Escreva o assunto e o corpo para ver a prévia.
tmpl-remove-title = Remover o modelo { $name }?
tmpl-remove-text = Os e-mails já enviados não mudam.
tmpl-removed = O modelo foi removido

# Outbox
outbox-lead = Cada e-mail nasce junto com a mudança que o causou e fica aqui até sair. Se o servidor cair, nada se perde.
outbox-states = E-mails por situação
outbox-all = Todos
outbox-state-pending = Pendentes
outbox-state-sent = Enviados
outbox-state-failed = Com falha
outbox-state-suppressed = Suprimidos
outbox-search = Destinatário, endereço ou assunto
outbox-created = Criado em
outbox-to = Destinatário
outbox-subject = Assunto e modelo
outbox-request = Nº
outbox-delivery = Entrega
outbox-attempts = Tentativas
outbox-retry = Tentar já

# Sending account
account-lead = Por onde saem os e-mails.
account-source-database = Vale o que está gravado aqui
account-source-environment = Vale a configuração do servidor (SOLICITA_MAIL_URL)
account-source-default = Nada configurado: os e-mails vão para uma pasta
account-source-help = O que se grava nesta página vale mais que a configuração do servidor, que vale mais que a pasta.
account-transport = Destino
account-transport-help-folder = Para testes: cada e-mail vira um arquivo no servidor.
account-transport-help-smtp = Entrega os e-mails de verdade.
account-host = Servidor
account-port = Porta
account-security = Criptografia
account-username = Usuário
account-password = Senha
account-password-set = Definida. Em branco, fica como está.
account-password-none = Não definida. Depois de gravada, nunca é mostrada.
account-password-clear = Apagar a senha gravada
account-from-name = Nome do remetente
account-from-address = Endereço do remetente
account-conflict-text = Recarregue para ver a conta como está, e mude de novo o que for preciso.
account-test = Testar
account-test-to = Enviar um teste para
account-test-help = Usa a conta que está gravada.
account-test-send = Enviar teste
account-test-done = O servidor aceitou o teste
account-test-failed = O teste não saiu

# API tokens
token-lead = Para sistemas que usam a API. Cada token age como uma pessoa, com os escopos que você der.
token-new = Novo token
token-scopes = Escopos
token-from = Endereços permitidos
token-expires = Validade
token-used = Último uso
token-anywhere = qualquer endereço
token-never-expires = sem validade
token-expired = venceu em { $at }
token-revoked = revogado em { $at }
token-never-used = nunca
token-acts-as = age como { $name }
token-name-help = O sistema que vai usá-lo.
token-person = Age como
token-person-help = Em branco, age como { $name }.
token-expires-help = Vale até o fim desse dia. Em branco, não vence.
token-addresses-help = Um endereço ou rede por linha, como 10.0.0.0/8. Em branco, qualquer um.
token-create = Criar token
token-created = Token { $name } criado
token-once = Copie agora: o token não aparece de novo
token-once-text = Só um resumo dele fica guardado. Quem o perder precisa de outro.
token-copy = Copiar o token
token-kept = Já guardei
token-revoke = Revogar
token-revoke-title = Revogar o token { $name }?
token-revoke-text = O sistema que o usa perde o acesso agora. Não dá para desfazer.
token-revoked-done = O token foi revogado

# People
person-lead = Quem pode entrar, com quais papéis, e como falar com cada um.
person-new = Nova pessoa
person-role = Papel
person-roles = Papéis
person-role-requester = Abre solicitações e acompanha as suas.
person-role-attendant = Trabalha as filas dos seus grupos.
person-role-administrator = Cuida de parâmetros, modelos, catálogo e pessoas.
person-role-integrator = Um sistema: abre solicitações pela API e vê as que abriu.
person-unit = Unidade
person-identity = Quem é
person-place = Onde trabalha
person-rights = Papéis e preferências
person-number = Matrícula
person-job = Cargo
person-email-help = É com ele que a pessoa entra e recebe os avisos.
person-tax-id-kept = Gravado: { $masked }. Em branco, fica como está.
person-tax-id-clear = Apagar o CPF ou CNPJ gravado
person-phones = Telefones
person-phone-kind = Tipo de telefone
person-phone-add = Adicionar telefone
person-phone-remove = Remover { $number }
person-vip-help = O atendente vê a marca ao lado do nome.
person-active-help = Inativa, a pessoa não entra, não recebe e-mails e não aparece nas buscas.
person-access = Acesso
person-password = Senha
person-password-set = definida
person-password-none = ainda não definida
person-no-groups = nenhum grupo
person-send-link = Enviar link de acesso
person-link-sent = O link está a caminho
person-end-sessions = Encerrar sessões
person-end-sessions-title = Encerrar as sessões de { $name }?
person-end-sessions-text = A pessoa sai de todos os aparelhos e precisa entrar de novo.
person-sessions-ended = As sessões foram encerradas

# Groups
group-lead = Quem atende o quê, e o que cada pessoa pode fazer em cada grupo.
group-new = Novo grupo
group-email-help = Recebe os avisos enquanto ninguém capturou.
group-sees = O que vê
group-sees-all = Vê todas as solicitações
group-sees-own = Só as do grupo
group-see-all-help = Para um primeiro nível, a quem ligam sobre qualquer assunto. Não vale para serviços confidenciais.
group-active-help = Um grupo inativo não recebe solicitações novas.
group-members = Membros
group-members-count = { $count ->
    [one] { $count } pessoa, { $executors } executam
   *[other] { $count } pessoas, { $executors } executam
}
group-add = Adicionar pessoa
group-nobody = Ninguém no grupo
group-nobody-text = Adicione quem vai atender.
group-permission-of = Permissão de { $name }
group-change-sla = Muda prioridade e prazo
group-remove = Tirar { $name } do grupo

# Units, categories, reasons
unit-lead = Filiais e departamentos. Um serviço pode ser oferecido só a alguns.
unit-new = Nova unidade
unit-active-help = Inativa, não pode mais ser escolhida.
category-lead = Os grupos do catálogo, na ordem em que aparecem no portal.
category-new = Nova categoria
category-icon = Ícone
category-position = Ordem
category-position-help = Menor aparece antes.
reason-lead = O que se escolhe ao suspender. O solicitante lê o motivo no idioma dele.
reason-new = Novo motivo
reason-name-in = Motivo ({ $language })
reason-name-help = Em branco, vale o texto em português.
reason-waits = O que reativa
reason-waits-requester = A resposta do solicitante
reason-waits-check = Reativa com a resposta do solicitante
reason-waits-date = Só a data de retorno
reason-waits-help = A próxima mensagem ou nota do solicitante reativa a solicitação.
reason-active-help = Inativo, não aparece mais ao suspender.

# Services
service-lead = O que se pode pedir, quem atende e em quanto tempo.
service-new = Novo serviço
service-target = Meta usual
service-offered = Oferecido
service-group-default = o do parâmetro 9
service-what = O que é
service-who = Quem atende
service-when = Prazos
service-units = Para quem
service-category = Categoria
service-description = Para que serve
service-description-help = Uma ou duas frases; aparecem no catálogo.
service-hint = O que o solicitante deve contar
service-hint-help = Aparece embaixo da descrição, ao abrir.
service-active-help = Desligado, ninguém abre novas; as abertas continuam.
service-group-help = Em branco, atende o grupo do parâmetro 9.
service-confidential = Confidencial
service-confidential-help = Administradores e grupos que veem tudo não leem os textos das mensagens.
service-calendar = Calendário
service-impact = Impacto das solicitações
service-priority = Prioridade fixa
service-priority-none = Vem de impacto e urgência
service-targets = Metas em tempo útil
service-targets-help = Horas e minutos, como 8:00. Em branco: a combinar.
service-capture = Para capturar
service-resolve = Para resolver
service-capture-of = Prioridade { $priority }: tempo para capturar
service-resolve-of = Prioridade { $priority }: tempo para resolver
service-target-wrong = Escreva horas e minutos, como 8:00.
service-units-all = Oferecido a todas as unidades. Marque algumas para oferecer só a elas.
service-units-some = { $count ->
    [one] Oferecido a { $count } unidade.
   *[other] Oferecido a { $count } unidades.
}

# Calendars
cal-lead = As horas que contam para os prazos, e as datas que fogem à regra.
cal-new = Novo calendário
cal-week = Semana
cal-exceptions = Datas com horário próprio
cal-exceptions-count = { $count ->
    [one] { $count } data
   *[other] { $count } datas
}
cal-exceptions-help = Feriados e dias curtos. Sem horário, o dia não conta.
cal-closed = não conta
cal-from = { $day }: início
cal-to = { $day }: fim
cal-add-stretch = Horário
cal-remove-stretch = Remover horário de { $day }
cal-copy-monday = Copiar a segunda-feira para terça a sexta
cal-add-date = Adicionar data
cal-sort = Ordenar por data
cal-date = Data
cal-date-name = Nome, como o do feriado
cal-remove-date = Remover { $date }

# Audit trail
trail-lead = O que foi feito na administração e nos dados das pessoas. Nada aqui pode ser apagado.
trail-search = Pessoa, ação ou detalhe
trail-when = Quando
trail-who = Quem
trail-what = O que foi feito

# Telephony console
console-title = Console de telefonia
admin-calls-title = Chamadas de todos
console-reconnect = Reconectar
console-reconnected = A conexão com a central é refeita em alguns segundos
console-off = A telefonia está desligada
console-off-text = Os serviços respondem 403 e nenhum pop-up aparece. O simulador diz o que aconteceria como está agora.
console-off-link = Abrir o parâmetro { $number }
console-off-watching = Nenhuma chamada é acompanhada diretamente na central.
console-exchange = Asterisk
console-phase-off = Acompanhamento desligado
console-phase-waiting = Sem conexão
console-phase-connecting = Conectando
console-phase-connected = Conectado
console-since = desde { $at }
console-next = Nova tentativa em { $seconds } s.
console-next-now = Nova tentativa agora.
console-event = Último evento
console-event-none = Nenhum ainda
console-everybodys-calls = Ver as chamadas de todos
console-ago = há { $time }
console-calls-now = { $count ->
    [0] nenhuma chamada em curso
    [1] 1 chamada em curso
   *[other] { $count } chamadas em curso
}
console-extensions = { $count ->
    [0] nenhum ramal gravado
    [1] 1 ramal gravado
   *[other] { $count } ramais gravados
}
console-rights = Permissões da conta
console-rights-all = Todas
console-rights-all-text = A conta pode tudo o que o acompanhamento usa.
console-rights-unknown = Não verificadas
console-rights-unknown-text = Só se sabe depois de conectar.
console-rights-missing = { $count ->
    [one] Falta { $count }
   *[other] Faltam { $count }
}
console-services = Serviços para a URA
console-services-none = Sem chamadas
console-services-none-text = Os tempos aparecem depois da primeira chamada a um serviço.
console-p99 = 99 de cada 100 chamadas não passaram deste tempo
console-median = Metade em até { $time }.
console-calls-since = { $count ->
    [one] { $count } chamada desde { $at }
   *[other] { $count } chamadas desde { $at }
}
console-refused = { $count ->
    [0] nenhuma recusada
    [1] 1 recusada
   *[other] { $count } recusadas
}
console-simulator = Simulador
console-simulator-lead = Não grava nada e não abre pop-up, a menos que você marque.
console-service = Serviço
console-call = Uma chamada toca (sem web service)
console-usual = padrão ({ $value })
console-masked = As chamadas ficam gravadas com o CPF mascarado: digite-o para repetir esta.
console-show = Mostrar mesmo o pop-up no ramal
console-show-at = Mostrar mesmo o pop-up no ramal { $extension }
console-simulate = Simular
console-result = Resultado
console-nothing = Nada simulado ainda
console-nothing-text = Preencha uma chamada e veja o que a central receberia, quem seria encontrado e onde o pop-up apareceria.
console-status = { $status } em { $time }
console-took = Simulado em { $time }
console-receives = O que a central recebe
console-receives-nothing = Nada: o telefone só toca, sem perguntar a nenhum serviço.
console-bytes = { $count ->
    [0] 0 bytes
    [one] { $count } byte
   *[other] { $count } bytes
}
console-empty = (vazio)
console-copy = Copiar a resposta
console-would-happen = O que aconteceria
console-happened = O que aconteceu
console-only-answer = Nada além da resposta: este serviço só consulta.
console-by-number = O número encontraria
console-by-number-alone = Sem o CPF, o número encontraria
console-by-number-nobody = Ninguém.
console-by-telephone = telefone
console-by-extension = ramal
console-means-refused = `ERRO { $status }`: a central não vê o código HTTP, por isso ele vem no texto.
console-means-problem = O código HTTP é { $status }, e o JSON diz o motivo.
console-means-delivered = `delivered` diz se havia uma aba aberta para mostrar o pop-up.
console-means-json = Em JSON: nomes em inglês, datas com fuso horário.
console-means-shown = `S` significa mostrado.
console-means-not-shown = `N`: não havia ninguém para ver.
console-means-voice = É o que a pessoa ouve.
console-means-facts = Número, abertura, prazo e situação; por último, `S` ou `N`: dentro do prazo ou não.
console-means-none = Vazio: nenhuma solicitação em andamento.
console-means-list = Os números em andamento, o prazo mais próximo primeiro.
console-means-one = `1?` e o número da única em andamento.
console-means-count = Quantas estão em andamento.
console-means-ending = `{ $ending }` é o que você pediu em `fim` e prova que a resposta chegou inteira.
console-means-no-ending = Sem `fim`, a central não sabe se a resposta chegou inteira.
console-calls = Últimas chamadas aos serviços
console-calls-all = Mostrar todas as { $count }
console-calls-none = Nenhuma chamada aos serviços ainda
console-calls-none-text = Quando a central chamar um dos serviços, a chamada e a resposta aparecem aqui em segundos.
console-calls-not-found-text = Procure por outro serviço, token, argumento ou resposta.
console-search = Serviço, ramal ou resposta
console-at = Hora
console-token = Token
console-token-none = sem token válido
console-input = Entrada
console-answer = Resposta
console-time = Tempo
console-hidden = { $count ->
    [one] { $count } caractere oculto
   *[other] { $count } caracteres ocultos
}
console-refused-one = Recusada:
console-repeat = Repetir no simulador
