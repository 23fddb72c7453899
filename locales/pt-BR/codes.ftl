# Names of the codes of the contract: <enumeration>-<code, with dashes>.

# language
language-pt-BR = Português
language-es = Espanhol
language-en = Inglês

# role
role-requester = Solicitante
role-attendant = Atendente
role-administrator = Administrador
role-integrator = Integrador

# scope
scope-requests-read = Ler solicitações
scope-requests-write = Abrir e escrever em solicitações
scope-desk = Trabalhar a fila
scope-admin = Administração
scope-telephony = Telefonia

# permission
permission-view = Visualizar
permission-execute = Executar

# type
type-service-request = Requisição
type-incident = Incidente

# situation
situation-in-progress = Em andamento
situation-suspended = Suspensa
situation-resolved = Resolvida
situation-closed = Fechada
situation-reopened = Reaberta
situation-cancelled = Cancelada

# task
task-waiting-capture = Aguardando captura
task-being-served = Em atendimento
task-waiting-requester = Aguardando o solicitante
task-waiting-acceptance = Aguardando o aceite
task-finished = Encerrada

# level
level-high = Alta
level-medium = Média
level-low = Baixa

# impact, a level of its own gender
impact-high = Alto
impact-medium = Médio
impact-low = Baixo

# sla
sla-none = A combinar
sla-on-time = No prazo
sla-expiring = A vencer
sla-overdue = Atrasada
sla-paused = Pausado
sla-met = Cumprido
sla-missed = Descumprido

# origin
origin-portal = Portal
origin-email = E-mail
origin-telephone = Telefone
origin-in-person = Presencial
origin-api = API
origin-other = Outra

# kind
kind-message = Mensagem
kind-note = Nota
kind-event = Ocorrência

# category
category-registration = Registro
category-customer-follow-up = Acompanhamento do cliente
category-status-update = Atualização de situação
category-diagnosis = Diagnóstico
category-investigation = Investigação
category-memo = Memorando
category-information-request = Pedido de informação
category-customer-return = Retorno do cliente
category-workaround = Solução de contorno
category-execution = Execução
category-sla-change = Mudança de SLA
category-reclassification = Reclassificação
category-scheduling = Agendamento
category-suspension = Suspensão
category-reactivation = Reativação
category-closure = Encerramento
category-reopening = Reabertura
category-routing = Encaminhamento
category-attachment = Anexo
category-message = Mensagem
category-telephone-viewing = Consulta por telefone
category-relation = Relacionamento
category-satisfaction = Satisfação

# action
action-message = Mensagem ao atendente
action-add-note = Adicionar nota
action-internal-note = Salvar nota interna
action-view-history = Histórico
action-view-solution = Solução
action-attach = Anexar
action-cancel = Cancelar
action-reopen = Reabrir
action-rate = Avaliar atendimento
action-close = Fechar
action-capture = Capturar
action-delegate = Delegar
action-return-to-group = Devolver ao grupo
action-suspend = Suspender
action-reactivate = Reativar
action-change-priority = Alterar prioridade
action-change-deadline = Alterar prazo
action-reclassify = Reclassificar
action-resolve = Resolver
action-relate = Relacionar
action-redact = Apagar texto
action-view-emails = E-mails

# grade
grade-excellent = Ótimo
grade-good = Bom
grade-fair = Regular
grade-poor = Ruim

# email-state
email-state-pending = Pendente
email-state-sent = Enviado
email-state-failed = Falhou
email-state-suppressed = Suprimido

# relation
relation-child-of = Filha de
relation-duplicate-of = Duplicata de

# phone
phone-mobile = Celular
phone-work = Comercial
phone-home = Residencial

# priority
priority-1 = Crítica
priority-2 = Alta
priority-3 = Média
priority-4 = Baixa
priority-5 = Mínima

# weekday
weekday-1 = seg.
weekday-2 = ter.
weekday-3 = qua.
weekday-4 = qui.
weekday-5 = sex.
weekday-6 = sáb.
weekday-7 = dom.

# mail-security
mail-security-tls = TLS
mail-security-starttls = STARTTLS
mail-security-plain = Sem criptografia

# mail-transport
mail-transport-folder = Pasta (arquivos .eml)
mail-transport-smtp = Servidor SMTP

# template-kind
template-kind-message = Mensagem
template-kind-request = Solicitação
template-kind-password = Senha
