# What a telephone system speaks.
told-by-phone-title = Consulta por telefone da solicitação { $number }
told-by-phone-text = A situação da solicitação { $number } ({ $title }) foi informada por telefone.
telephony-count = { $count ->
    [0] Você não tem solicitação em andamento.
    [1] Você tem uma solicitação em andamento, número { $number }.
   *[other] Você tem { $count } solicitações em andamento.
}
telephony-list = { $count ->
    [0] Você não tem solicitação em andamento.
    [1] A sua solicitação em andamento é a { $numbers }.
   *[other] As suas solicitações em andamento são: { $numbers }.
}
telephony-list-first = Você tem { $count } solicitações em andamento. { $read ->
    [1] A mais urgente é a { $numbers }.
   *[other] As mais urgentes são: { $numbers }.
}
telephony-facts = A solicitação { $number } está { $situation } e foi aberta em { $opened }.
telephony-deadline-ahead = O prazo vai até { $deadline }.
telephony-deadline-passed = O prazo terminou em { $deadline }.
telephony-deadline-late = O prazo já passou.
telephony-deadline-met = Terminou dentro do prazo.
telephony-deadline-missed = Terminou fora do prazo.
telephony-month = { $month ->
    [1] janeiro
    [2] fevereiro
    [3] março
    [4] abril
    [5] maio
    [6] junho
    [7] julho
    [8] agosto
    [9] setembro
    [10] outubro
    [11] novembro
   *[other] dezembro
}
telephony-instant =
    { $day ->
        [1] 1º
       *[other] { $day }
    } de { telephony-month } de { $year }, { $hour ->
        [0] à meia-noite
        [1] à 1 hora
       *[other] às { $hour } horas
    }{ $minute ->
        [0] {""}
        [1] {" "}e 1 minuto
       *[other] {" "}e { $minute } minutos
    }

# The console: how the exchange is watched, and the simulator.
monitor-reason-unknown-host = O endereço do parâmetro 178 não existe na rede. Confira o nome.
monitor-reason-refused = Ninguém atende neste endereço e porta. Confira o parâmetro 178 e se a interface de gerência está ligada.
monitor-reason-unreachable = A rede não leva até a central. Confira rotas e firewall.
monitor-reason-no-answer = A central não respondeu a tempo.
monitor-reason-not-asterisk = O que atende neste endereço não é a interface de gerência de um Asterisk. Confira a porta.
monitor-reason-wrong-secret = A central recusou a conta ou o segredo, ou o endereço deste servidor. Confira os parâmetros 179 e 180, e permit no manager.conf.
monitor-reason-login-refused = A central não deixa esta conta entrar daqui. Confira as permissões de endereço (permit, acl) no manager.conf.
monitor-reason-closed = A central fechou a conexão.
monitor-reason-broken = A conexão caiu.
monitor-reason-silent = A central parou de responder.
monitor-reason-ended = A conexão foi encerrada para ser refeita.
monitor-reason-incomplete = Faltam parâmetros: endereço, conta ou segredo (178 a 180).
monitor-reason-no-node = Nenhum servidor assumiu o acompanhamento ainda. Isto leva alguns segundos.
monitor-right-reporting = A conta não tem reporting em write=: chamadas que já tocavam ao conectar não aparecem, e todas as outras aparecem como não verificadas.
monitor-right-call = A conta não tem call em read=: nenhuma chamada é acompanhada.
monitor-right-agent = A conta não tem agent em read=: as filas das chamadas não são conhecidas.
simulation-off = O parâmetro 281 está desligado: os serviços respondem 403 e nada acontece.
simulation-claim-wrong = O CPF ou CNPJ não confere: faltam ou sobram algarismos, ou foi digitado errado.
simulation-claim-nobody = Ninguém tem este CPF, CNPJ ou matrícula.
simulation-claim-nobody-new = Ninguém tem este CPF, CNPJ ou matrícula: o pop-up diz que a pessoa não foi identificada.
simulation-claim-one = Quem liga é { $name }.
simulation-claim-several = { $count } pessoas têm este CNPJ.
simulation-claim-several-new = { $count } pessoas têm este CNPJ: o pop-up pede para escolher.
simulation-waits = Sem ramal, espera-se que esta chamada toque em algum: o pop-up aparece lá.
simulation-no-extension = Falta o ramal.
simulation-extension-nobody = Ninguém gravou o ramal { $extension }: não há onde mostrar.
simulation-extension = O ramal { $extension } está gravado por { $name }, com o sistema aberto: o pop-up aparece lá.
simulation-extension-away = O ramal { $extension } está gravado por { $name }, sem nenhuma aba aberta: o pop-up espera até que abra uma.
simulation-no-number = Falta o número da solicitação, ou não é um número.
simulation-not-theirs = A { $number } não existe ou é de outra pessoa: a resposta é a mesma nos dois casos.
simulation-theirs = A { $number } existe e pode ser mostrada a quem liga.
simulation-executes = O atendente executa no grupo dela: o botão é Executar.
simulation-views = O atendente não executa no grupo dela: o botão é Visualizar.
simulation-child = Visualizar ou só informar abre e fecha uma filha do serviço “{ $service }” (282 e 283).
simulation-no-child = O 283 não indica um serviço ativo do tipo requisição: a visualização acontece sem filha, e a administração é avisada.
simulation-number-strange = O número de origem não parece um telefone, ou falta o DDD padrão (parâmetro 1020).
simulation-number-decided = { $count ->
    [0] O número de origem não é de ninguém; o CPF decide.
    [1] O número de origem é de uma pessoa; o CPF decide.
   *[other] O número de origem é de { $count } pessoas; o CPF decide.
}
simulation-number = { $count ->
    [0] Ninguém tem o número de origem: o pop-up diz que a pessoa não foi identificada.
    [1] O número de origem identifica uma pessoa.
   *[other] O número de origem é de { $count } pessoas: o pop-up pede para escolher.
}
