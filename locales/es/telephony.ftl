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
telephony-list-first = Usted tiene { $count } solicitudes en curso. { $read ->
    [1] La más urgente es la { $numbers }.
   *[other] Las más urgentes son: { $numbers }.
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

# The console: how the exchange is watched, and the simulator.
monitor-reason-unknown-host = La dirección del parámetro 178 no existe en la red. Revise el nombre.
monitor-reason-refused = Nadie atiende en esta dirección y puerto. Revise el parámetro 178 y que la interfaz de gestión esté activada.
monitor-reason-unreachable = La red no llega hasta la central. Revise rutas y cortafuegos.
monitor-reason-no-answer = La central no respondió a tiempo.
monitor-reason-not-asterisk = Lo que atiende en esta dirección no es la interfaz de gestión de un Asterisk. Revise el puerto.
monitor-reason-wrong-secret = La central rechazó la cuenta o el secreto, o la dirección de este servidor. Revise los parámetros 179 y 180, y permit en manager.conf.
monitor-reason-login-refused = La central no deja entrar a esta cuenta desde aquí. Revise los permisos de dirección (permit, acl) en manager.conf.
monitor-reason-closed = La central cerró la conexión.
monitor-reason-broken = La conexión se cayó.
monitor-reason-silent = La central dejó de responder.
monitor-reason-ended = La conexión se cerró para rehacerla.
monitor-reason-incomplete = Faltan parámetros: dirección, cuenta o secreto (178 a 180).
monitor-reason-no-node = Ningún servidor tomó el seguimiento todavía. Esto tarda unos segundos.
monitor-right-reporting = La cuenta no tiene reporting en write=: las llamadas que ya sonaban al conectar no aparecen, y todas las demás aparecen sin verificar.
monitor-right-call = La cuenta no tiene call en read=: no se sigue ninguna llamada.
monitor-right-agent = La cuenta no tiene agent en read=: no se conocen las colas de las llamadas.
simulation-off = El parámetro 281 está desactivado: los servicios responden 403 y no pasa nada.
simulation-claim-wrong = El CPF o CNPJ no es válido: faltan o sobran cifras, o está mal escrito.
simulation-claim-nobody = Nadie tiene este CPF, CNPJ o número de empleado.
simulation-claim-nobody-new = Nadie tiene este CPF, CNPJ o número de empleado: la ventana dice que la persona no fue identificada.
simulation-claim-one = Quien llama es { $name }.
simulation-claim-several = { $count } personas tienen este CNPJ.
simulation-claim-several-new = { $count } personas tienen este CNPJ: la ventana pide elegir.
simulation-waits = Sin extensión, se espera a que esta llamada suene en alguna: la ventana aparece allí.
simulation-no-extension = Falta la extensión.
simulation-extension-nobody = Nadie guardó la extensión { $extension }: no hay dónde mostrarla.
simulation-extension = La extensión { $extension } está guardada por { $name }, con el sistema abierto: la ventana aparece allí.
simulation-extension-away = La extensión { $extension } está guardada por { $name }, sin ninguna pestaña abierta: la ventana espera hasta que abra una.
simulation-no-number = Falta el número de la solicitud, o no es un número.
simulation-not-theirs = La { $number } no existe o es de otra persona: la respuesta es la misma en ambos casos.
simulation-theirs = La { $number } existe y se puede mostrar a quien llama.
simulation-executes = El agente ejecuta en su grupo: el botón es Ejecutar.
simulation-views = El agente no ejecuta en su grupo: el botón es Visualizar.
simulation-child = Visualizar o solo informar abre y cierra una hija del servicio “{ $service }” (282 y 283).
simulation-no-child = El 283 no indica un servicio activo de tipo solicitud de servicio: la consulta se hace sin hija, y se avisa a la administración.
simulation-number-strange = El número de origen no parece un teléfono, o falta el código de área predeterminado (parámetro 1020).
simulation-number-decided = { $count ->
    [0] El número de origen no es de nadie; decide el CPF.
    [1] El número de origen es de una persona; decide el CPF.
   *[other] El número de origen es de { $count } personas; decide el CPF.
}
simulation-number = { $count ->
    [0] Nadie tiene el número de origen: la ventana dice que la persona no fue identificada.
    [1] El número de origen identifica a una persona.
   *[other] El número de origen es de { $count } personas: la ventana pide elegir.
}
