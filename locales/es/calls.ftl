# The extension
calls-nav = Atención
calls-my-extension = Extensión en la que atiende
calls-record = Guardar
calls-stop = Dejar de atender
calls-recorded = Guardada a las { $at }. La ventana de llamada aparece en todas sus pestañas.
calls-recorded-on = Guardada el { $at }. La ventana de llamada aparece en todas sus pestañas.
calls-not-answering = Sin una extensión guardada no aparece ninguna llamada.
calls-lost-to = { $name } atiende ahora en la extensión { $extension }
calls-lost-taken = Otra persona atiende ahora en la extensión { $extension }
calls-lost-away = La extensión { $extension } se liberó durante su ausencia
calls-lost-text = Las llamadas ya no le aparecen.
calls-lost-at = Desde el { $at } las llamadas ya no le aparecen.
calls-take-back = Volver a atender en la { $extension }
calls-exchange-on = Central telefónica conectada
calls-exchange-off = Central telefónica sin conexión

# In the masthead
calls-chip-extension = Extensión
calls-chip-free = disponible
calls-chip-ringing = sonando
calls-chip-talking = en llamada
calls-chip-none = Sin extensión
calls-chip-lost = Extensión perdida
calls-unfold = Volver a abrir
calls-count = Llamadas: { $count }
calls-more = { $count ->
    [one] { $count } llamada más
   *[other] { $count } llamadas más
}

# A pop-up
calls-of = Llamada de { $name }
calls-fold = Contraer
calls-ringing = Sonando en la extensión { $extension }
calls-talking = En llamada
calls-ended = Llamada terminada
calls-is-over = La llamada terminó
calls-queue = cola { $name }
calls-direct = directo a la extensión
calls-number-withheld = Número oculto
calls-number-untold = Número no informado
calls-unverified = sin verificar
calls-unverified-title = La central no confirmó esta llamada: el número puede ser falso.
calls-extension = extensión { $extension }
calls-why-tax-id = Identificada por el CPF o CNPJ marcado en la central
calls-why-employee-number = Identificada por el legajo marcado en la central
calls-why-telephone = El número que llama está en su registro
calls-why-extension = La extensión que llama es la suya
calls-why-chosen = Elegida por quien atiende
calls-why-registered = Registrada en esta llamada
calls-found-tax-id = Encontradas por el CPF o CNPJ marcado en la central
calls-found-employee-number = Encontradas por el legajo marcado en la central
calls-found-telephone = Encontradas por el número que llama
calls-found-extension = Encontradas por la extensión que llama
calls-open-count = { $count ->
    [0] ninguna abierta
    [one] { $count } abierta
   *[other] { $count } abiertas
}
calls-overdue-count = { $count ->
    [one] { $count } vencida
   *[other] { $count } vencidas
}
calls-open-elsewhere = De grupos que usted no ve.
calls-see-all = Ver todas
calls-until = hasta { $at }
calls-open-request = Registrar nueva solicitud
calls-somebody-else = Es otra persona
calls-unknown = Persona no identificada
calls-claimed = CPF o CNPJ marcado: { $number }
calls-network-name = Nombre que informa la red: { $name }
calls-unknown-both = Ni el CPF o CNPJ marcado ni el teléfono dicen quién es
calls-unknown-tax-id = El CPF o CNPJ marcado no está registrado
calls-unknown-number = El teléfono no dice quién es
calls-unknown-nothing = La central no informó nada sobre quien llama
calls-name = Nombre
calls-unit-none = No informada
calls-register = Inscribir y registrar
calls-find = Buscar persona
calls-who = ¿Quién llama?
calls-several = Puede ser una de estas { $count } personas.
calls-none-of-them = Ninguna de ellas
calls-opened = Abierta el
calls-task = Tarea
calls-resumes = se retoma el { $at }
calls-execute = Ejecutar
calls-inform = Solo informar
calls-view = Ver
calls-view-child = Abre y cierra un registro hijo “{ $service }”.
calls-inform-child = “Solo informar” abre y cierra un registro hijo “{ $service }”.
calls-child-made = Consulta registrada en la { $number }.
calls-only-now = Usted no atiende en este grupo: la lectura vale para esta llamada y queda registrada.

# After hang-up
calls-about = ¿A qué se refiere esta llamada?
calls-seen = vista en esta llamada
calls-other-request = Otra solicitud
calls-number = n.º
calls-number-label = Número de la solicitud
calls-which = Elija una solicitud, o escriba su número.
calls-or-tag = o márquela sin solicitud
calls-tag-wrong-number = Número equivocado
calls-tag-information = Solo información
calls-tag-dropped = Se cortó
calls-link = Vincular
calls-link-to = Vincular a la { $number }
calls-open-new = Abrir nueva
calls-identify = Decir quién llamó
deskopen-call = Abierta en la llamada de { $number }
deskopen-call-text = Al abrirla, la llamada queda vinculada a ella.
deskopen-call-over = La llamada ya estaba resuelta: la solicitud se abrió sin vínculo con ella.

# Assistance
calls-day-mine = Hoy en su extensión
calls-day-all = Hoy en todas las extensiones
calls-count-received = { $count ->
    [one] recibida
   *[other] recibidas
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
    [one] desistió
   *[other] desistieron
}
calls-count-average = duración media
calls-today = Llamadas de hoy
calls-all = Todas
calls-missed = Perdidas
calls-unlinked = Sin vínculo
calls-everybody = De todos
calls-search = Nombre, número o solicitud
calls-clear = Quitar filtros
calls-none = Ninguna llamada hoy
calls-none-text = Las llamadas a su extensión aparecen aquí en cuanto suenan.
calls-none-text-all = Las llamadas a todas las extensiones aparecen aquí.
calls-none-found = Ninguna llamada con esos filtros
calls-time = Hora
calls-caller = Quién llamó
calls-queue-head = Cola
calls-result = Resultado
calls-duration = Duración
calls-about-head = Solicitud o marca
calls-no-queue = Directa
calls-outbound = hecha por atención
calls-by-tax-id = por el CPF o CNPJ
calls-by-employee-number = por el legajo
calls-by-telephone = por el teléfono
calls-by-extension = por la extensión
calls-by-chosen = persona elegida
calls-by-chosen-among = persona elegida entre { $count }
calls-by-registered = registrada en la llamada
calls-result-answered = Atendida
calls-result-missed = Perdida
calls-result-busy = Ocupada
calls-result-declined = Rechazada
calls-result-abandoned = Desistió
calls-result-unknown = Sin información
calls-now-ringing = Sonando
calls-now-talking = En llamada
calls-now-ended = Terminada
calls-rang = sonó { $time }
calls-waited = esperó { $time }
calls-link-opened = abierta
calls-link-viewed = vista
calls-link-linked = vinculada
calls-back-until = Devolver hasta { $at }

# Call-backs
calls-backs = Llamadas por devolver
calls-backs-none = Ninguna llamada por devolver.
calls-backs-note = Una por número. Desaparece cuando alguien devuelve la llamada o cuando la persona vuelve a llamar, y ella la ve en Mis solicitudes.
calls-back-missed = Perdida { $day ->
    [today] a las
   *[other] el
} { $at }:
calls-back-missed-queue = Perdida { $day ->
    [today] a las
   *[other] el
} { $at } en la cola { $name }:
calls-back-missed-extension = Perdida { $day ->
    [today] a las
   *[other] el
} { $at } en la extensión { $extension }:
calls-back-times = { $count ->
    [one] llamó { $count } vez
   *[other] llamó { $count } veces
}
calls-back-open = Abiertas:
calls-back-yours = con usted
calls-back-take = Asumir y llamar
calls-back-call = Llamar
calls-back-give = Dejar a otros
calls-back-done = Hecho
calls-mine-title = Le devolveremos la llamada
calls-mine = Vimos su llamada { $day ->
    [today] de las
   *[other] del
} { $missed } y se la devolveremos al { $number }, a más tardar: { $due }.
