# What a telephone system speaks.
told-by-phone-title = Consulta por teléfono de la solicitud { $number }
told-by-phone-text = La situación de la solicitud { $number } ({ $title }) fue informada por teléfono.
telephony-count = { $count ->
    [0] Usted no tiene solicitudes en curso.
    [1] Usted tiene una solicitud en curso, número { $number }.
   *[other] Usted tiene { $count } solicitudes en curso.
}
telephony-list = { $count ->
    [0] Usted no tiene solicitudes en curso.
    [1] Su solicitud en curso es la { $numbers }.
   *[other] Sus solicitudes en curso son: { $numbers }.
}
telephony-facts = La solicitud { $number } está { $situation } y se abrió el { $opened }.
telephony-deadline-ahead = El plazo va hasta el { $deadline }.
telephony-deadline-passed = El plazo terminó el { $deadline }.
telephony-deadline-late = El plazo ya pasó.
telephony-deadline-met = Terminó dentro del plazo.
telephony-deadline-missed = Terminó fuera del plazo.
telephony-month = { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[other] diciembre
}
telephony-instant =
    { $day } de { telephony-month } de { $year }, { $hour ->
        [0] a medianoche
        [1] a la 1 hora
       *[other] a las { $hour } horas
    }{ $minute ->
        [0] {""}
        [1] {" "}y 1 minuto
       *[other] {" "}y { $minute } minutos
    }
