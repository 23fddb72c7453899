# The queue
desk-nav-queue = Fila
desk-search = Número, solicitante, ramal ou texto
desk-queue-total = { $count ->
    [0] nenhuma solicitação
    [one] { $count } solicitação
   *[other] { $count } solicitações
}
desk-queue-total-more = mais de { $count } solicitações
desk-views = Visões da fila
desk-view-all = Todas
desk-view-overdue = Atrasadas
desk-view-expiring = A vencer
desk-view-on-time = No prazo
desk-view-paused = Pausadas
desk-view-no-target = A combinar
desk-view-unassigned = Sem responsável
desk-view-mine = Minhas
desk-view-all-none = A fila está vazia
desk-view-overdue-none = Nenhuma atrasada
desk-view-expiring-none = Nenhuma perto de vencer
desk-view-on-time-none = Nenhuma no prazo
desk-view-paused-none = Nenhuma pausada
desk-view-no-target-none = Nenhuma com prazo a combinar
desk-view-unassigned-none = Todas já têm responsável
desk-view-mine-none = Nenhuma está com você
desk-show-all = Ver todas
desk-none-found = Nada com esses filtros
desk-none-found-text = Tire algum filtro ou procure outra coisa.
desk-sort = Ordem: { $order }
desk-sort-deadline = Prazo mais próximo
desk-sort-priority = Maior prioridade
desk-sort-newest = Mais recentes
desk-sort-oldest = Mais antigas
desk-sort-title = Título
desk-sort-situation = Situação
desk-group = Grupo
desk-groups-all = todos
desk-groups-own = meus
desk-groups-every = Todos os grupos
desk-groups-some = { $count } de { $total }
desk-situation = Situação
desk-situation-open = em aberto
desk-type = Tipo
desk-responsible = Responsável
desk-requester = Solicitante
desk-requester-find = Solicitante: nome ou matrícula
desk-person-number = Pessoa { $id }
desk-person-nobody = Ninguém encontrado
desk-served-by = Com { $name }
desk-nobody = sem responsável
desk-vip = VIP
desk-vip-title = Atendimento preferencial
desk-nothing-open = Escolha uma solicitação
desk-nothing-open-text = Ela abre aqui ao lado, e a fila continua onde está.

# A request
desk-request = Solicitação { $number }
desk-request-card = Solicitação
desk-back = Voltar à fila
desk-missing = Não encontramos a { $number }
desk-missing-text = Confira o número. Ela também pode ser de um grupo que você não vê.
desk-deadline = prazo { $at }
desk-deadline-label = Prazo limite
desk-suspended-until = { $reason }, volta em { $at }
desk-more = Mais
desk-tab-conversation = Conversa e histórico
desk-tab-description = Descrição
desk-tab-attachments = Anexos
desk-tab-related = Relacionadas
desk-tab-emails = E-mails
desk-solution = Solução
desk-grade = Avaliação do solicitante: { $grade }.
desk-related-none = Nenhuma relacionada
desk-related-none-text = Use “Relacionar” para ligar esta a outra: como filha, ou como duplicata.
desk-related-parent = solicitação mãe
desk-related-child = solicitação filha
desk-related-original = esta repete a
desk-related-duplicate = repete esta
desk-emails-none = Nenhum e-mail
desk-emails-none-text = Quando algo aqui causar um e-mail, ele aparece nesta lista: enviado, ou com o motivo de não ter sido.
desk-email-no-subject = Sem assunto
desk-email-parameter = parâmetro { $number }

# Writing
desk-write = Responder ou anotar
desk-text = Resposta ou nota
desk-text-placeholder = Escreva; depois escolha quem vai ler.
desk-send = Enviar ao solicitante
desk-reads-internal = só a equipe lê · Ctrl + Enter
desk-reads-message = { $name } lê no portal
desk-reads-note = { $name } lê no histórico
desk-note-options = Opções da nota
desk-note-options-hide = Ocultar opções
desk-category = Categoria da nota
desk-category-usual = A usual
desk-minutes = Minutos gastos
desk-minutes-wrong = Escreva um número inteiro, de 1 a { $max }.
desk-public-note = Registrar nota pública
desk-reads-public-note = o solicitante lê no histórico
desk-note-mail = Avisar o solicitante por e-mail
desk-draft-kept = Rascunho guardado
desk-written-internal = Nota interna gravada na { $number }
desk-written-public = Enviado ao solicitante da { $number }
desk-only-view = Você pode ver, mas não escrever aqui
desk-only-view-text = Seu grupo tem permissão de visualizar esta solicitação.
desk-ended = Solicitação { $situation }: não aceita mais mensagens nem notas

# What is done with a request
desk-requester-reads = { $name } lê este texto.
desk-history-reads = Fica no histórico, que o solicitante também pode ler.
desk-justification = Justificativa
desk-reason = Motivo
desk-choose = Escolha
desk-person = Pessoa
desk-service = Serviço
desk-service-find = Procure ou escolha um serviço
desk-impact = Impacto
desk-urgency = Urgência
desk-in-the-past = Escolha uma data e hora que ainda não passou.
desk-stale = A solicitação mudou enquanto você escrevia
desk-stale-text = Atrás desta janela ela já está como é agora, e o que você escreveu continua aqui. Confira e confirme de novo.
desk-resolve-title = Resolver a { $number }
desk-suspend-title = Suspender a { $number }
desk-suspend-reason = Motivo da suspensão
desk-suspend-waits = Uma mensagem ou nota de { $name } reativa a solicitação.
desk-suspend-complement = Complemento
desk-suspend-until = Volta em
desk-suspend-until-help = Nesse momento ela volta sozinha para a fila.
desk-suspend-tomorrow = Próximo dia útil, 9h
desk-suspend-three = Em 3 dias
desk-suspend-week = Em uma semana
desk-delegate-title = Delegar a { $number }
desk-delegate-anybody = Ninguém: o grupo captura
desk-delegate-person-help = Quem pode executar as solicitações desse grupo.
desk-return-title = Devolver a { $number } ao grupo
desk-reclassify-title = Reclassificar a { $number }
desk-reclassify-now = Serviço atual: { $service }
desk-reclassify-help = O prazo passa a ser o do novo serviço, contado desde a abertura, e o solicitante é avisado.
desk-priority-title = Alterar a prioridade da { $number }
desk-priority-help = A prioridade vem de impacto e urgência, e o prazo acompanha.
desk-deadline-title = Alterar o prazo da { $number }
desk-deadline-new = Novo prazo
desk-deadline-present = Hoje vence em { $at }.
desk-cancel-title = Cancelar a { $number }
desk-cancel-text = O atendimento termina aqui. A conversa continua disponível para leitura.
desk-reopen-title = Reabrir a { $number }
desk-reactivate-title = Reativar a { $number }
desk-relate-title = Relacionar a { $number }
desk-relate-how = Esta solicitação é
desk-relate-child-help = Faz parte da outra, mas anda sozinha.
desk-relate-duplicate-help = Repete a outra, e é resolvida junto com ela.
desk-relate-number = Número da outra solicitação
desk-relate-wrong = Escreva só o número, como 34534.
desk-redact-title = Apagar este texto?
desk-redact-text = O texto some para todos e não volta. A linha fica no histórico, com autor e hora.
desk-redact-noted = Quem apagou e por quê fica na auditoria.
desk-redacted = O texto foi apagado
desk-done-capture = A { $number } está com você
desk-done-resolve = A { $number } foi resolvida
desk-done-suspend = A { $number } foi suspensa
desk-done-reactivate = A { $number } foi reativada
desk-done-delegate = A { $number } foi delegada
desk-done-return-to-group = A { $number } voltou ao grupo
desk-done-reclassify = A { $number } foi reclassificada
desk-done-priority = A prioridade da { $number } mudou
desk-done-deadline = O prazo da { $number } mudou
desk-done-relations = A { $number } foi relacionada
desk-done-cancel = A { $number } foi cancelada
desk-done-reopen = A { $number } foi reaberta

# The requester
desk-unit = Unidade
desk-place = Local
desk-extension = Ramal
desk-email = E-mail
desk-tax-id = CPF ou CNPJ
desk-reveal = revelar
desk-reveal-noted = Revelar fica registrado na auditoria.
desk-count-open = { $count ->
    [one] em aberto
   *[other] em aberto
}
desk-count-overdue = { $count ->
    [one] atrasada
   *[other] atrasadas
}
desk-count-service = deste serviço em 30 dias
desk-others = Outras em aberto
desk-one-more = Abrir outra para esta pessoa
desk-contact = Contato desta solicitação
desk-opened = Aberta em { $at } por { $name }. Origem: { $origin }.

# Opening a request on behalf of somebody
deskopen-title = Nova solicitação para alguém
deskopen-lead = Para quem ligou, veio pessoalmente ou escreveu.
deskopen-find = Quem pede
deskopen-find-help = Um CPF ou CNPJ também serve; ele não aparece em nenhum endereço.
deskopen-register = Não está na lista? Cadastrar pessoa nova
deskopen-registered = Procurar entre as pessoas cadastradas
deskopen-new-person = A pessoa é cadastrada junto com a solicitação.
deskopen-other-person = Trocar
deskopen-waiting = { $count ->
    [one] Já tem { $count } solicitação em aberto
   *[other] Já tem { $count } solicitações em aberto
}
deskopen-name = Nome completo
deskopen-phone = Telefone
deskopen-tax-id-help = Com ou sem pontuação.
deskopen-request-title = Título
deskopen-origin = Origem
deskopen-parent = Número da solicitação mãe
deskopen-impact-usual = O do serviço
deskopen-contact-other = Ligar para outra pessoa ou outro telefone
deskopen-contact-help = Sem isto, valem os dados de quem pede.
deskopen-contact-name = Nome do contato
deskopen-solved = Já foi resolvida
deskopen-solved-help = A solicitação é aberta e resolvida de uma vez.
deskopen-solution-help = O solicitante lê este texto.
deskopen-open = Abrir solicitação
deskopen-open-resolved = Abrir e resolver
deskopen-discard = Descartar tudo
deskopen-done = Solicitação aberta
deskopen-done-text = Para { $name }. Leia o número em voz alta, se estiver ao telefone.
deskopen-number = Número
deskopen-copy = Copiar o número { $number }
deskopen-see = Ver na fila
deskopen-another = Abrir outra

# Outage notices
notices-lead = O que está fora do ar aparece no topo do portal, antes que abram solicitações iguais.
notices-publish = Publicar aviso
notices-new = Novo aviso
notices-change = Alterar aviso
notices-none = Nenhum aviso no ar
notices-none-text = Publique um quando algo afetar muita gente.
notices-since = desde { $at }
notices-until = até { $at }
notices-open-ended = sem previsão de fim
notices-affected = { $count ->
    [0] ninguém disse “eu também”
    [one] { $count } pessoa disse “eu também”
   *[other] { $count } pessoas disseram “eu também”
}
notices-end = Encerrar
notices-end-title = Encerrar o aviso?
notices-end-text = “{ $title }” sai do portal agora.
notices-title = Título
notices-text = Texto
notices-text-help = O que não funciona, o que fazer enquanto isso.
notices-ends = Até quando
notices-ends-help = Em branco, fica até alguém encerrar.
notices-published = O aviso está no portal
notices-changed = O aviso foi alterado
notices-ended = O aviso saiu do portal

# Fields that are searched, and what was not saved
pick-none = Nada com esse nome
pick-clear = Limpar { $name }
pick-person = Nome, e-mail, matrícula ou CPF
unsaved-title = Sair sem gravar?
unsaved-text = O que você mudou aqui se perde.
unsaved-leave = Sair sem gravar
