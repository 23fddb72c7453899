# The extension
calls-nav = Atendimento
calls-my-extension = Ramal em que você atende
calls-record = Gravar
calls-stop = Deixar de atender
calls-recorded = Gravado às { $at }. O pop-up aparece em todas as suas abas.
calls-recorded-on = Gravado em { $at }. O pop-up aparece em todas as suas abas.
calls-not-answering = Sem ramal gravado, nenhuma chamada aparece.
calls-lost-to = { $name } passou a atender no ramal { $extension }
calls-lost-taken = Outra pessoa passou a atender no ramal { $extension }
calls-lost-away = O ramal { $extension } foi liberado na sua ausência
calls-lost-text = As chamadas não aparecem mais para você.
calls-lost-at = Desde { $at } as chamadas não aparecem mais para você.
calls-take-back = Voltar a atender no { $extension }
calls-exchange-on = Central telefônica conectada
calls-exchange-off = Central telefônica sem conexão

# In the masthead
calls-chip-extension = Ramal
calls-chip-free = livre
calls-chip-ringing = tocando
calls-chip-talking = em ligação
calls-chip-none = Sem ramal
calls-chip-lost = Ramal perdido
calls-unfold = Abrir de novo
calls-count = Chamadas: { $count }
calls-more = { $count ->
    [one] mais { $count } chamada
   *[other] mais { $count } chamadas
}

# A pop-up
calls-of = Chamada de { $name }
calls-fold = Recolher
calls-ringing = Tocando no ramal { $extension }
calls-talking = Em ligação
calls-ended = Chamada encerrada
calls-is-over = A chamada terminou
calls-queue = fila { $name }
calls-direct = direto no ramal
calls-number-withheld = Número oculto
calls-number-untold = Número não informado
calls-unverified = não verificada
calls-unverified-title = A central não confirmou esta chamada: o número pode ser falso.
calls-extension = ramal { $extension }
calls-why-tax-id = Identificada pelo CPF ou CNPJ digitado na central
calls-why-employee-number = Identificada pela matrícula digitada na central
calls-why-telephone = O número que liga está no cadastro dela
calls-why-extension = O ramal que liga é o dela
calls-why-chosen = Escolhida por quem atende
calls-why-registered = Cadastrada nesta ligação
calls-found-tax-id = Encontradas pelo CPF ou CNPJ digitado na central
calls-found-employee-number = Encontradas pela matrícula digitada na central
calls-found-telephone = Encontradas pelo número que liga
calls-found-extension = Encontradas pelo ramal que liga
calls-open-count = { $count ->
    [0] nenhuma em aberto
    [one] { $count } em aberto
   *[other] { $count } em aberto
}
calls-overdue-count = { $count ->
    [one] { $count } atrasada
   *[other] { $count } atrasadas
}
calls-open-elsewhere = De grupos que você não vê.
calls-see-all = Ver todas
calls-until = até { $at }
calls-open-request = Registrar nova solicitação
calls-somebody-else = É outra pessoa
calls-unknown = Pessoa não identificada
calls-claimed = CPF ou CNPJ digitado: { $number }
calls-network-name = Nome que a rede informa: { $name }
calls-unknown-both = Nem o CPF ou CNPJ digitado nem o telefone dizem quem é
calls-unknown-tax-id = O CPF ou CNPJ digitado não está no cadastro
calls-unknown-number = O telefone não diz quem é
calls-unknown-nothing = A central não informou nada sobre quem liga
calls-name = Nome
calls-unit-none = Não informada
calls-register = Cadastrar e registrar
calls-find = Procurar pessoa
calls-who = Quem está ligando?
calls-several = Pode ser uma destas { $count } pessoas.
calls-none-of-them = Nenhuma delas
calls-opened = Aberta em
calls-task = Tarefa
calls-resumes = retoma em { $at }
calls-execute = Executar
calls-inform = Só informar
calls-view = Visualizar
calls-view-child = Abre e fecha um registro filho “{ $service }”.
calls-inform-child = “Só informar” abre e fecha um registro filho “{ $service }”.
calls-child-made = Consulta registrada na { $number }.
calls-only-now = Você não atende neste grupo: a leitura vale para esta ligação e fica registrada.

# After hang-up
calls-about = A que esta chamada se refere?
calls-seen = vista nesta ligação
calls-other-request = Outra solicitação
calls-number = número
calls-number-label = Número da solicitação
calls-which = Escolha uma solicitação, ou digite o número dela.
calls-or-tag = ou marque sem solicitação
calls-tag-wrong-number = Engano
calls-tag-information = Só informação
calls-tag-dropped = Caiu
calls-link = Vincular
calls-link-to = Vincular à { $number }
calls-open-new = Abrir nova
calls-identify = Dizer quem ligou
deskopen-call = Aberta na chamada de { $number }
deskopen-call-text = Ao abrir, a chamada fica vinculada a ela.
deskopen-call-over = A chamada já estava resolvida: a solicitação foi aberta sem vínculo com ela.

# Assistance
calls-day-mine = Hoje no seu ramal
calls-day-all = Hoje em todos os ramais
calls-count-received = { $count ->
    [one] recebida
   *[other] recebidas
}
calls-count-answered = { $count ->
    [one] atendida
   *[other] atendidas
}
calls-count-missed = { $count ->
    [one] perdida
   *[other] perdidas
}
calls-count-abandoned = { $count ->
    [one] desistiu
   *[other] desistiram
}
calls-count-average = duração média
calls-today = Chamadas de hoje
calls-all = Todas
calls-missed = Perdidas
calls-unlinked = Sem vínculo
calls-everybody = De todos
calls-search = Nome, número ou solicitação
calls-clear = Limpar filtros
calls-none = Nenhuma chamada hoje
calls-none-text = As chamadas ao seu ramal aparecem aqui assim que tocam.
calls-none-text-all = As chamadas a todos os ramais aparecem aqui.
calls-none-found = Nenhuma chamada com esses filtros
calls-time = Hora
calls-caller = Quem ligou
calls-queue-head = Fila
calls-result = Resultado
calls-duration = Duração
calls-about-head = Solicitação ou marca
calls-no-queue = Direto
calls-outbound = feita pelo atendimento
calls-by-tax-id = pelo CPF ou CNPJ
calls-by-employee-number = pela matrícula
calls-by-telephone = pelo telefone
calls-by-extension = pelo ramal
calls-by-chosen = pessoa escolhida
calls-by-chosen-among = pessoa escolhida entre { $count }
calls-by-registered = cadastrada na ligação
calls-result-answered = Atendida
calls-result-missed = Perdida
calls-result-busy = Ocupado
calls-result-declined = Recusada
calls-result-abandoned = Desistiu
calls-result-unknown = Sem informação
calls-now-ringing = Tocando
calls-now-talking = Em ligação
calls-now-ended = Encerrada
calls-rang = tocou { $time }
calls-waited = esperou { $time }
calls-link-opened = aberta
calls-link-viewed = visualizada
calls-link-linked = vinculada
calls-back-until = Retorno até { $at }

# Call-backs
calls-backs = Retornos a fazer
calls-backs-none = Nenhum retorno a fazer.
calls-backs-note = Um retorno por número. Ele some quando alguém liga de volta ou quando a pessoa liga de novo, e ela o vê em Minhas solicitações.
calls-back-missed = Perdida { $day ->
    [today] às
   *[other] em
} { $at }:
calls-back-missed-queue = Perdida { $day ->
    [today] às
   *[other] em
} { $at } na fila { $name }:
calls-back-missed-extension = Perdida { $day ->
    [today] às
   *[other] em
} { $at } no ramal { $extension }:
calls-back-times = { $count ->
    [one] ligou { $count } vez
   *[other] ligou { $count } vezes
}
calls-back-open = Em aberto:
calls-back-yours = com você
calls-back-take = Assumir e ligar
calls-back-call = Ligar
calls-back-give = Devolver
calls-back-done = Feito
calls-mine-title = Vamos ligar de volta
calls-mine = Vimos sua ligação { $day ->
    [today] das
   *[other] de
} { $missed } e vamos retornar até { $due } em { $number }.
