# Amounts of time
days = { $count ->
    [one] { $count } dia
   *[other] { $count } dias
}

# The product, and words that stand everywhere
ui-product = Solicita
ui-close = Fechar
ui-back = Voltar
ui-save = Gravar
ui-change = Alterar
ui-retry = Tentar de novo
ui-copied = Copiado
ui-optional = opcional
ui-required = Preencha este campo.
ui-form-invalid = Falta corrigir alguns campos
ui-counter = { $used } de { $limit } caracteres
ui-loading = Carregando
ui-skip = Ir para o conteúdo
ui-trail = Você está em
ui-language = Idioma
ui-theme = Aparência
ui-theme-system = Como no computador
ui-theme-light = Clara
ui-theme-dark = Escura
ui-show-password = Mostrar senha
ui-hide-password = Ocultar senha
ui-caps-lock = As maiúsculas estão travadas.
ui-search-clear = Limpar busca
ui-clear-filters = Limpar filtros
ui-filters = Filtros
ui-all = Todos
ui-chosen = { $count ->
    [one] { $count } escolhida
   *[other] { $count } escolhidas
}
ui-remove-filter = Tirar o filtro { $name }
ui-pages = Páginas
ui-page-previous = Página anterior
ui-page-next = Próxima página
ui-shown-of = Mostrando { $rows } de { $total }
ui-shown-of-more = Mostrando { $rows } de mais de { $total }
ui-more-actions = Mais ações
ui-download = Baixar
ui-download-name = Baixar { $name }
ui-remove = Remover
ui-add = Adicionar
ui-none = Não informado

# Places
nav-main = Navegação principal
nav-menu = Abrir menu
nav-menu-close = Fechar menu
nav-home-of = Solicita, página inicial
nav-home = Início
nav-requests = Minhas solicitações
nav-notices = Avisos
nav-new = Nova solicitação
nav-new-short = Nova
nav-portal = Portal
nav-desk = Mesa de atendimento
nav-admin = Administração
nav-unread-requests = { $count ->
    [one] solicitação com mensagem não lida
   *[other] solicitações com mensagens não lidas
}
nav-profile = Meus dados e preferências
nav-log-out = Sair
nav-bell = { $count ->
    [one] Notificações: { $count } nova
   *[other] Notificações: { $count } novas
}
nav-bell-title = Notificações
nav-bell-read-all = Marcar todas como lidas
nav-bell-empty = Nada novo. Respostas e mudanças nas suas solicitações aparecem aqui.
nav-news-open = Abrir a solicitação

# What went wrong
ui-error-network = Não foi possível falar com o servidor
ui-error-timeout = O servidor demorou demais para responder
ui-error-logged-out = Entre de novo para continuar
ui-error-unexpected = O servidor deu uma resposta que não esperávamos
ui-error-reference = Ao pedir ajuda, informe o código { $id }.
ui-text-kept = O que você escreveu continua aqui.
ui-offline = Sem conexão. O que você escreve fica guardado neste computador.
ui-crash = Esta página parou de funcionar. O que você escreveu está guardado neste computador.
ui-crash-reload = Recarregar a página
ui-not-found = Não encontramos o que você procura
ui-not-found-text = Pode ter sido retirado, ou não estar entre o que você pode ver.
ui-no-page = Página não encontrada
ui-no-page-text = Confira o endereço, ou comece pela página inicial.
ui-to-home = Ir para o início
ui-alert-info = Informação:
ui-alert-success = Feito:
ui-alert-warning = Atenção:
ui-alert-danger = Erro:

# Priority and SLA
ui-priority = Prioridade
ui-priority-title = Prioridade { $number }
ui-sla-left-working = restam { $time } úteis
ui-sla-left = restam { $time }
ui-sla-gone = Sem prazo
ui-sla-now = vence agora
ui-sla-ago = há { $time }
ui-sla-remaining-working = faltam { $time } úteis
ui-sla-paused-late = atrasada em { $time } úteis
ui-sla-ended = em { $at }
ui-sla-over = por { $time } úteis
ui-sla-used = { $percent } % do tempo usado

# Files
ui-attach = Anexar
ui-drop-files = Arraste arquivos para cá ou
ui-choose-files = escolha no computador
ui-file-limit = até { $limit } cada
ui-file-too-large = { $size } passa do limite de { $limit }
ui-file-too-many = São permitidos até { $limit } arquivos
ui-file-sending = { $percent } % de { $size }
ui-file-sent = { $size } enviado
ui-file-stop = Parar o envio de { $name }
ui-file-remove = Remover { $name }
ui-file-dismiss = Descartar { $name }

# Timeline
ui-new-messages = { $count ->
    [one] { $count } mensagem nova
   *[other] { $count } mensagens novas
}
ui-new = nova
ui-you = Você
ui-your-note = Sua nota
ui-system = Solicita (automático)
ui-attendant = atendente
ui-internal-note = Nota interna
ui-read-at = Lida às { $at }
ui-read-on = Lida em { $at }
ui-redacted = Este texto foi retirado em { $at }.

# Names of the languages, each in itself
language-name-pt-BR = Português (Brasil)
language-name-es = Español
language-name-en = English
