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
