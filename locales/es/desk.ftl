# The queue
desk-nav-queue = Cola
desk-search = Número, solicitante, extensión o texto
desk-queue-total = { $count ->
    [one] { $count } solicitud
   *[other] { $count } solicitudes
}
desk-queue-total-more = más de { $count } solicitudes
desk-views = Vistas de la cola
desk-view-all = Todas
desk-view-overdue = Vencidas
desk-view-expiring = Por vencer
desk-view-on-time = A tiempo
desk-view-paused = En pausa
desk-view-no-target = A convenir
desk-view-unassigned = Sin responsable
desk-view-mine = Mías
desk-view-all-none = La cola está vacía
desk-view-overdue-none = Ninguna vencida
desk-view-expiring-none = Ninguna por vencer
desk-view-on-time-none = Ninguna a tiempo
desk-view-paused-none = Ninguna en pausa
desk-view-no-target-none = Ninguna con plazo a convenir
desk-view-unassigned-none = Todas tienen ya responsable
desk-view-mine-none = Ninguna está a su cargo
desk-show-all = Ver todas
desk-none-found = Nada con esos filtros
desk-none-found-text = Quite algún filtro o busque otra cosa.
desk-sort = Orden: { $order }
desk-sort-deadline = Plazo más cercano
desk-sort-priority = Mayor prioridad
desk-sort-newest = Más recientes
desk-sort-oldest = Más antiguas
desk-sort-title = Título
desk-sort-situation = Estado
desk-group = Grupo
desk-groups-all = todos
desk-groups-own = los míos
desk-groups-every = Todos los grupos
desk-groups-some = { $count } de { $total }
desk-situation = Estado
desk-situation-open = abiertas
desk-type = Tipo
desk-responsible = Responsable
desk-requester = Solicitante
desk-requester-find = Solicitante: nombre o número
desk-person-number = Persona { $id }
desk-person-nobody = Nadie encontrado
desk-served-by = A cargo de { $name }
desk-nobody = sin responsable
desk-vip = VIP
desk-vip-title = Atención preferente
desk-nothing-open = Elija una solicitud
desk-nothing-open-text = Se abre aquí al lado, y la cola se queda donde está.

# A request
desk-request = Solicitud { $number }
desk-request-card = Solicitud
desk-back = Volver a la cola
desk-missing = No encontramos la { $number }
desk-missing-text = Revise el número. También puede ser de un grupo que usted no ve.
desk-deadline = plazo { $at }
desk-deadline-label = Fecha límite
desk-suspended-until = { $reason }, vuelve el { $at }
desk-more = Más
desk-tab-conversation = Conversación e historial
desk-tab-description = Descripción
desk-tab-attachments = Adjuntos
desk-tab-related = Relacionadas
desk-tab-emails = Correos
desk-solution = Solución
desk-grade = Evaluación del solicitante: { $grade }.
desk-related-none = Ninguna relacionada
desk-related-none-text = Use “Relacionar” para unir esta con otra: como hija o como duplicado.
desk-related-parent = solicitud madre
desk-related-child = solicitud hija
desk-related-original = esta repite la
desk-related-duplicate = repite esta
desk-emails-none = Ningún correo
desk-emails-none-text = Cuando algo aquí cause un correo, aparece en esta lista: enviado, o con el motivo de no haberlo sido.
desk-email-no-subject = Sin asunto
desk-email-parameter = parámetro { $number }

# Writing
desk-write = Responder o anotar
desk-text = Respuesta o nota
desk-text-placeholder = Escriba; después elija quién va a leer.
desk-send = Enviar al solicitante
desk-reads-internal = solo lee el equipo · Ctrl + Enter
desk-reads-message = { $name } lo lee en el portal
desk-reads-note = { $name } lo lee en el historial
desk-note-options = Opciones de la nota
desk-note-options-hide = Ocultar opciones
desk-category = Categoría de la nota
desk-category-usual = La usual
desk-minutes = Minutos dedicados
desk-minutes-wrong = Escriba un número entero, de 1 a { $max }.
desk-public-note = Registrar nota pública
desk-reads-public-note = el solicitante la lee en el historial
desk-note-mail = Avisar al solicitante por correo
desk-draft-kept = Borrador guardado
desk-written-internal = Nota interna guardada en la { $number }
desk-written-public = Enviado al solicitante de la { $number }
desk-only-view = Puede ver, pero no escribir aquí
desk-only-view-text = Su grupo tiene permiso para ver esta solicitud.
desk-ended = Solicitud { $situation }: ya no acepta mensajes ni notas

# What is done with a request
desk-requester-reads = { $name } lee este texto.
desk-history-reads = Queda en el historial, que el solicitante también puede leer.
desk-justification = Justificación
desk-reason = Motivo
desk-choose = Elija
desk-person = Persona
desk-service = Servicio
desk-service-find = Busque o elija un servicio
desk-impact = Impacto
desk-urgency = Urgencia
desk-in-the-past = Elija una fecha y hora que aún no haya pasado.
desk-stale = La solicitud cambió mientras usted escribía
desk-stale-text = Detrás de esta ventana ya está como es ahora, y lo que escribió sigue aquí. Revise y confirme otra vez.
desk-resolve-title = Resolver la { $number }
desk-suspend-title = Suspender la { $number }
desk-suspend-reason = Motivo de la suspensión
desk-suspend-waits = Un mensaje o una nota de { $name } reactiva la solicitud.
desk-suspend-complement = Detalle
desk-suspend-until = Vuelve el
desk-suspend-until-help = En ese momento vuelve sola a la cola.
desk-suspend-tomorrow = Próximo día hábil, 9 h
desk-suspend-three = Dentro de 3 días
desk-suspend-week = Dentro de una semana
desk-delegate-title = Derivar la { $number }
desk-delegate-anybody = Nadie: el grupo la captura
desk-delegate-person-help = Quienes pueden ejecutar las solicitudes de ese grupo.
desk-return-title = Devolver la { $number } al grupo
desk-reclassify-title = Reclasificar la { $number }
desk-reclassify-now = Servicio actual: { $service }
desk-reclassify-help = El plazo pasa a ser el del nuevo servicio, contado desde la apertura, y se avisa al solicitante.
desk-priority-title = Cambiar la prioridad de la { $number }
desk-priority-help = La prioridad viene de impacto y urgencia, y el plazo la sigue.
desk-deadline-title = Cambiar el plazo de la { $number }
desk-deadline-new = Nuevo plazo
desk-deadline-present = Ahora vence el { $at }.
desk-cancel-title = Cancelar la { $number }
desk-cancel-text = La atención termina aquí. La conversación queda disponible para lectura.
desk-reopen-title = Reabrir la { $number }
desk-reactivate-title = Reactivar la { $number }
desk-relate-title = Relacionar la { $number }
desk-relate-how = Esta solicitud es
desk-relate-child-help = Es parte de la otra, pero sigue su propio camino.
desk-relate-duplicate-help = Repite la otra, y se resuelve junto con ella.
desk-relate-number = Número de la otra solicitud
desk-relate-wrong = Escriba solo el número, como 34534.
desk-redact-title = ¿Borrar este texto?
desk-redact-text = El texto desaparece para todos y no vuelve. La línea queda en el historial, con autor y hora.
desk-redact-noted = Quién lo borró y por qué queda en la auditoría.
desk-redacted = El texto fue borrado
desk-done-capture = La { $number } está a su cargo
desk-done-resolve = La { $number } fue resuelta
desk-done-suspend = La { $number } fue suspendida
desk-done-reactivate = La { $number } fue reactivada
desk-done-delegate = La { $number } fue derivada
desk-done-return-to-group = La { $number } volvió al grupo
desk-done-reclassify = La { $number } fue reclasificada
desk-done-priority = La prioridad de la { $number } cambió
desk-done-deadline = El plazo de la { $number } cambió
desk-done-relations = La { $number } fue relacionada
desk-done-cancel = La { $number } fue cancelada
desk-done-reopen = La { $number } fue reabierta

# The requester
desk-unit = Unidad
desk-place = Lugar
desk-extension = Extensión
desk-email = Correo
desk-tax-id = CPF o CNPJ
desk-reveal = mostrar
desk-reveal-noted = Mostrarlo queda registrado en la auditoría.
desk-count-open = { $count ->
    [one] abierta
   *[other] abiertas
}
desk-count-overdue = { $count ->
    [one] vencida
   *[other] vencidas
}
desk-count-service = de este servicio en 30 días
desk-others = Otras abiertas
desk-one-more = Abrir otra para esta persona
desk-contact = Contacto de esta solicitud
desk-opened = Abierta el { $at } por { $name }. Origen: { $origin }.

# Opening a request on behalf of somebody
deskopen-title = Nueva solicitud para alguien
deskopen-lead = Para quien llamó, vino en persona o escribió.
deskopen-find = Quién pide
deskopen-find-help = Un CPF o CNPJ también sirve; no aparece en ninguna dirección.
deskopen-register = ¿No está en la lista? Registrar a alguien nuevo
deskopen-registered = Buscar entre las personas registradas
deskopen-new-person = La persona queda registrada junto con la solicitud.
deskopen-other-person = Cambiar
deskopen-waiting = { $count ->
    [one] Ya tiene { $count } solicitud abierta
   *[other] Ya tiene { $count } solicitudes abiertas
}
deskopen-name = Nombre completo
deskopen-phone = Teléfono
deskopen-tax-id-help = Con o sin puntuación.
deskopen-request-title = Título
deskopen-origin = Origen
deskopen-parent = Número de la solicitud madre
deskopen-impact-usual = El del servicio
deskopen-contact-other = Llamar a otra persona o a otro teléfono
deskopen-contact-help = Sin esto valen los datos de quien pide.
deskopen-contact-name = Nombre del contacto
deskopen-solved = Ya está resuelta
deskopen-solved-help = La solicitud se abre y se resuelve de una vez.
deskopen-solution-help = El solicitante lee este texto.
deskopen-open = Abrir solicitud
deskopen-open-resolved = Abrir y resolver
deskopen-discard = Descartar todo
deskopen-done = Solicitud abierta
deskopen-done-text = Para { $name }. Lea el número en voz alta si está al teléfono.
deskopen-number = Número
deskopen-copy = Copiar el número { $number }
deskopen-see = Ver en la cola
deskopen-another = Abrir otra

# Outage notices
notices-lead = Lo que está fuera de servicio aparece arriba en el portal, antes de que abran solicitudes iguales.
notices-publish = Publicar un aviso
notices-new = Nuevo aviso
notices-change = Cambiar el aviso
notices-none = Ningún aviso publicado
notices-none-text = Publique uno cuando algo afecte a mucha gente.
notices-since = publicado desde el { $at }
notices-until = hasta el { $at }
notices-open-ended = sin fin previsto
notices-affected = { $count ->
    [one] { $count } persona dijo “yo también”
   *[other] { $count } personas dijeron “yo también”
}
notices-end = Finalizar
notices-end-title = ¿Finalizar el aviso?
notices-end-text = “{ $title }” sale del portal ahora.
notices-title = Título
notices-text = Texto
notices-text-help = Qué no funciona, qué hacer mientras tanto.
notices-ends = Hasta cuándo
notices-ends-help = En blanco, queda hasta que alguien lo finalice.
notices-published = El aviso está en el portal
notices-changed = El aviso fue cambiado
notices-ended = El aviso salió del portal

# Fields that are searched, and what was not saved
pick-none = Nada con ese nombre
pick-clear = Borrar { $name }
pick-person = Nombre, correo, n.º de empleado o CPF
unsaved-title = ¿Salir sin guardar?
unsaved-text = Lo que cambió aquí se pierde.
unsaved-leave = Salir sin guardar
