# Before the login
login-title = Entrar
login-lead = Use a sua conta de trabalho.
login-login = E-mail, CPF ou matrícula
login-password = Senha
login-enter = Entrar
login-forgot = É o primeiro acesso ou esqueci a senha
login-about = O que é o Solicita
login-motto = Peça o que precisa e acompanhe até o fim.
login-promise-catalogue = Tudo em um catálogo
login-promise-catalogue-text = Todos os setores que atendem você, no mesmo lugar.
login-promise-deadline = Prazo que se explica
login-promise-deadline-text = Você vê o que conta, o que não conta e o motivo.
login-promise-answer = Conversa junto do pedido
login-promise-answer-text = Pergunte e responda na própria solicitação.
relogin-title = A sua sessão terminou
relogin-text = { $name }, entre de novo. A página continua como está, com tudo o que você escreveu.
relogin-enter = Entrar e continuar
relogin-leave = Sair sem continuar
forgot-title = Receber um link por e-mail
forgot-lead = Serve para o primeiro acesso e para trocar uma senha esquecida.
forgot-email = E-mail
forgot-send = Enviar o link
forgot-sent = Confira a sua caixa de entrada
forgot-sent-text = Se { $email } estiver cadastrado, o link chega em alguns minutos. Ele funciona uma vez só e por tempo limitado.
forgot-back = Voltar para a entrada
password-title = Escolher a senha
password-for = { $name }, este link vale até { $until }.
password-new = Nova senha
password-repeat = Repita a nova senha
password-help = Pelo menos { $min } caracteres. Uma frase curta é fácil de lembrar e difícil de adivinhar.
password-length = A senha precisa ter de { $min } a { $max } caracteres.
password-different = As duas senhas não são iguais.
password-save = Gravar a senha
password-done = A senha foi gravada
password-enter = Entrar com a nova senha
password-expired = Este link já foi usado ou perdeu a validade
password-another = Pedir outro link

# The first page and the catalogue
home-question = Do que você precisa, { $name }?
home-search = Busque um serviço ou conte o problema com as suas palavras
home-often = Você pede mais:
home-catalogue = Catálogo de serviços
home-all-services = { $count ->
    [one] Ver { $count } serviço
   *[other] Ver os { $count } serviços
}
home-more-services = { $count ->
    [one] Mais { $count } serviço
   *[other] Mais { $count } serviços
}
home-legend = O tempo ao lado de cada serviço é a meta habitual, em horas úteis; ele muda com a prioridade.
home-target-title = Meta habitual em horas úteis
home-to-be-agreed = a combinar
home-found = { $count ->
    [0] Nenhum serviço encontrado
    [0] nenhum serviço encontrado
    [one] { $count } serviço encontrado
   *[other] { $count } serviços encontrados
}
home-found-none = Tente outra palavra, ou procure pela área.
home-browse = Ver o catálogo inteiro
home-own = Suas solicitações
home-own-all = Ver todas
home-own-none = Nada em aberto. O que você pedir aparece aqui, com o prazo e a conversa.
home-waits-acceptance = Espera o seu aceite
home-waits-answer = Espera a sua resposta

# Outage notices
notice-lead = Problemas que afetam muita gente e já estão sendo tratados.
notice-none = Tudo funcionando
notice-none-text = Não há nenhum aviso no momento. Se algo parou para você, abra uma solicitação.
notice-since = Desde { $at }
notice-until = previsão de volta: { $at }
notice-affected = { $count ->
    [0] nenhuma pessoa afetada
    [one] { $count } pessoa afetada
   *[other] { $count } pessoas afetadas
}
notice-me-too = Eu também
notice-me-too-done = Contamos você

# Opening a request
open-choose = O que você quer pedir?
open-choose-lead = Escolha o serviço. Quem atende recebe o pedido na hora.
open-found-none = Tente uma palavra mais simples, ou limpe a busca e procure pela área.
open-no-service = Este serviço não está entre os oferecidos a você
open-other-service = Escolher outro serviço
open-change-service = Trocar de serviço
open-title = Título
open-description = Descrição
open-hint = Conte o que acontece, desde quando e o que já tentou.
open-no-passwords = Nunca escreva senhas.
open-files = Anexos
open-urgency = Urgência
open-urgency-high = Não consigo trabalhar, ou tenho hora marcada
open-urgency-medium = Atrapalha, mas dá para contornar
open-urgency-low = Pode esperar alguns dias
open-contact = Contato desta solicitação
open-contact-name = Nome
open-contact-phone = Telefone
open-contact-email = E-mail
open-contact-place = Local
open-contact-own = Usar os meus dados
open-contact-other = Procurar outra pessoa
open-prediction-priority = Prioridade prevista
open-prediction-deadline = Prazo previsto
open-prediction-target = Meta de { $time } úteis, { $calendar }.
open-prediction-group = Quem atende: { $group }.
open-send = Enviar solicitação
open-waits-for-files = { $count ->
    [one] O arquivo em envio termina antes.
   *[other] Os { $count } arquivos em envio terminam antes.
}
open-draft-saved = Rascunho guardado às { $at }.
open-draft-resumed = Retomamos o rascunho de { $at }.
open-draft-discard = Começar de novo
open-similar = { $count ->
    [one] Você já tem uma solicitação parecida em aberto
   *[other] Você já tem { $count } solicitações parecidas em aberto
}
open-similar-dismiss = O meu caso é outro
open-similar-write = Escrever nela
open-similar-with = { $situation }, com { $person }, desde { $since }
open-similar-since = { $situation } desde { $since }

# A request was opened
opened-title = Solicitação registrada
opened-mail = A confirmação segue para { $email }.
opened-number = Número da solicitação
opened-number-use = Informe este número quando ligar.
opened-copy = Copiar o número { $number }
opened-target = { $time } úteis a partir de agora
opened-levels = impacto { $impact }, urgência { $urgency }
opened-next = Os próximos passos
opened-step-1 = Registrada
opened-step-2 = Alguém do grupo assume
opened-step-3 = Atendimento e solução
opened-step-4 = Você confirma
opened-step-4-text = aceita, avalia ou reabre
opened-goal = meta: até { $at }
opened-not-sent = { $count ->
    [one] { $count } arquivo não foi enviado
   *[other] { $count } arquivos não foram enviados
}
opened-without = A solicitação foi registrada sem isso.
opened-attach-again = Anexar outra versão
opened-follow = Acompanhar a solicitação
opened-list = Ir para Minhas solicitações
opened-clock = O relógio do prazo para enquanto esperamos uma resposta sua e volta a contar quando você responde. Cada pausa aparece na solicitação, com o motivo.

# My requests
mine-lead = Os prazos contam só as horas úteis de quem atende cada serviço.
mine-views = Visões da lista
mine-active = Ativas
mine-waiting = Aguardando você
mine-ended = Encerradas
mine-all = Todas
mine-search = Número, título, descrição ou mensagem
mine-situation = Situação
mine-all-situations = Todas
mine-type = Tipo
mine-order = Ordem
mine-sort-deadline = Prazo mais próximo
mine-sort-newest = Mais recentes
mine-sort-oldest = Mais antigas
mine-sort-priority = Prioridade
mine-sort-number = Número
mine-sort-title = Título
mine-found = { $count ->
    [0] Nenhuma solicitação encontrada
    [0] nenhuma solicitação encontrada
    [one] { $count } solicitação encontrada
   *[other] { $count } solicitações encontradas
}
mine-none = Nenhuma solicitação por enquanto
mine-none-text = O que você pedir, aqui ou por telefone, entra nesta lista com o prazo e a conversa.
mine-none-waiting = Nada espera por você
mine-none-waiting-text = Quando precisarmos de uma resposta ou do seu aceite, a solicitação aparece aqui.
mine-none-ended = Nenhuma solicitação encerrada
mine-none-ended-text = As fechadas e as canceladas ficam aqui, para consulta.
mine-none-found = Nenhuma solicitação com estes filtros
mine-none-found-text = Tire um dos filtros ou busque outra palavra.
mine-choose-service = Escolher um serviço
mine-opened = Aberta em { $at }
mine-deadline = Prazo { $at }
mine-resumes = Retoma em { $at }
mine-target = meta { $time } úteis
mine-reopen-until = até { $at }
mine-task-answer = Aguardando a sua resposta
mine-task-acceptance = Aguardando o seu aceite
mine-now-in-progress = A { $number } está em andamento
mine-now-suspended = A { $number } está suspensa
mine-now-resolved = Avaliação da { $number } recebida
mine-now-closed = A { $number } está fechada. Obrigado pela resposta.
mine-now-reopened = A { $number } foi reaberta; quem atende já foi avisado
mine-now-cancelled = A { $number } foi cancelada

# One request
req-missing = Não encontramos a { $number } entre as suas
req-missing-text = Confira o número. Se foi aberta por outra pessoa, só ela e quem atende podem vê-la.
req-missing-list = Ver as minhas solicitações
req-standing-served = Em atendimento com **{ $person }**, { $group }
req-standing-waiting = Aguarda captura por **{ $group }**
req-standing-suspended = Parada: **{ $reason }**
req-standing-resolved = Resolvida por **{ $person }**, { $group }
req-standing-cancelled = Não será mais atendida
req-cancel = Cancelar solicitação
req-cancel-title = Cancelar a { $number }?
req-cancel-text = Quem atende é avisado e o trabalho para. A conversa continua disponível para leitura.
req-cancel-keep = Manter a solicitação
req-reason = Motivo
req-reopen = Reabrir solicitação
req-reopen-title = Reabrir a { $number }
req-reopen-text = Começa um novo prazo. O resultado do anterior fica guardado.
req-reopen-why = O que ainda não está resolvido?
req-write = Escrever nesta solicitação
req-to-person = { $name } é avisado na hora e responde aqui.
req-to-group = O grupo { $name } é avisado na hora; a resposta aparece aqui.
req-message-placeholder = Escreva a sua mensagem
req-send-message = Enviar mensagem
req-send-hint = Ctrl + Enter envia
req-note = Nota
req-note-text = Uma nota registra um fato ou comentário. Para fazer uma pergunta, use a mensagem.
req-note-placeholder = Escreva a nota
req-note-category = Categoria
req-note-origin = Origem
req-note-notify = Avisar o responsável
req-note-saved = Nota adicionada
req-timeline = Conversa e histórico
req-timeline-none = Ainda não há nada aqui.
req-timeline-older = Ver anteriores
req-filter = Mostrar
req-filter-all = Tudo
req-filter-messages = Mensagens
req-filter-notes = Notas
req-messages-hidden = O texto das mensagens deste serviço é reservado a quem pede e a quem atende
req-ended-closed = Esta solicitação está fechada
req-ended-cancelled = Esta solicitação foi cancelada
req-ended-text = Não recebe mais mensagens nem anexos.
req-open-another = Abrir outra
req-deadline = Prazo limite
req-group = Grupo executor
req-clock-resumes = Retoma em { $at }
req-clock-none = Este serviço não tem meta: o prazo é combinado com quem atende.
req-clock-gone = O prazo deixou de valer quando a solicitação foi cancelada.
req-clock-runs = O relógio está **contando**: { $used } de { $target } úteis.
req-clock-paused = O relógio está **parado**: { $used } de { $target } úteis usadas.
req-clock-stopped = O relógio parou em { $used } de { $target } úteis.
req-clock-how = Como chegamos a este prazo
req-how-target = Para a prioridade { $priority }, a meta deste serviço é resolver em **{ $time } úteis**.
req-how-none = Este serviço não tem meta para esta prioridade.
req-how-by-hand = Quem atende definiu este prazo; o motivo está no histórico.
req-how-calendar = Horário que conta: { $calendar }.
req-how-waited = esperávamos a sua resposta
req-how-pause = Não contamos **{ $time }** ({ $reason }), de { $from } a { $until }.
req-how-pausing = Não contamos desde { $from } ({ $reason }).
req-how-captured = Assumida em { $at }.
req-how-capture = Alguém deve assumir até { $at }.
req-how-cycle-met = O { $number }º prazo, { $deadline }, foi **cumprido**.
req-how-cycle-missed = O { $number }º prazo, { $deadline }, foi **descumprido**.
req-how-reopened = Se for reaberta, começa um novo prazo e este resultado fica guardado.
req-description = Descrição
req-service = Serviço
req-opened = Aberta em
req-opened-by-way = { $at } ({ $origin })
req-opened-by = Aberta por
req-requester = Solicitante
req-contact = Contato
req-urgency = Urgência
req-impact = Impacto
req-attachments = Anexos
req-attachments-none = Nenhum arquivo.
req-attachment-you = você
req-attachment-remove = Remover { $name }?
req-attachment-remove-text = Quem atende deixa de ver o arquivo. A remoção fica registrada no histórico.
req-attachment-removed = { $name } foi removido
req-related = Relacionadas
req-related-parent = Faz parte de
req-related-child = Inclui
req-related-original = Repete
req-related-duplicate = Repetida em
req-survey-question = Como foi o atendimento?
req-survey-choose = Escolha uma das quatro notas.
req-survey-comment = Comentário
req-survey-accept = Aceitar e enviar avaliação
req-survey-send = Enviar avaliação
req-survey-just-accept = Aceitar a solução
req-survey-not-solved = Não foi resolvido, reabrir
req-survey-write = Escrever uma mensagem antes
req-survey-given = Você avaliou: { $grade }
req-survey-reopen-until = Você pode reabrir até { $at }.
req-survey-closes = Sem resposta, ela se fecha em { $at }.

# One's own page
profile-title = Meus dados e preferências
profile-data = Meus dados
profile-data-text = Algo está errado? Peça a correção à administração do portal.
profile-email = E-mail
profile-number = Matrícula
profile-tax-id = CPF ou CNPJ
profile-unit = Unidade
profile-place = Local
profile-extension = Ramal
profile-phones = Telefones
profile-roles = Papéis
profile-groups = Grupos
profile-preferences = Preferências
profile-time-zone = Fuso horário
profile-look-text = Vale só para este navegador.
profile-saved = Preferências gravadas
profile-password = Senha
profile-password-current = Senha atual
profile-sessions = Onde você está conectado
profile-sessions-text = Encerre o que você não reconhece e troque a senha.
profile-session-seen = Último uso em { $at }, endereço { $address }
profile-session-this = Esta sessão
profile-session-end = Encerrar
profile-session-unknown = Navegador desconhecido
