# Before the login
login-title = Iniciar sesión
login-lead = Use su cuenta de trabajo.
login-login = Correo electrónico, CPF o número de empleado
login-password = Contraseña
login-enter = Entrar
login-forgot = Es mi primer acceso u olvidé la contraseña
login-about = Qué es Solicita
login-motto = Pida lo que necesita y sígalo hasta el final.
login-promise-catalogue = Todo en un catálogo
login-promise-catalogue-text = Todas las áreas que le atienden, en un mismo lugar.
login-promise-deadline = Un plazo que se explica
login-promise-deadline-text = Usted ve qué cuenta, qué no cuenta y por qué.
login-promise-answer = La conversación junto al pedido
login-promise-answer-text = Pregunte y responda en la propia solicitud.
relogin-title = Su sesión terminó
relogin-text = { $name }, inicie sesión de nuevo. La página queda como está, con todo lo que escribió.
relogin-enter = Entrar y continuar
relogin-leave = Salir sin continuar
forgot-title = Recibir un enlace por correo
forgot-lead = Sirve para el primer acceso y para cambiar una contraseña olvidada.
forgot-email = Correo electrónico
forgot-send = Enviar el enlace
forgot-sent = Revise su bandeja de entrada
forgot-sent-text = Si { $email } está registrado, el enlace llega en unos minutos. Funciona una sola vez y por tiempo limitado.
forgot-back = Volver al inicio de sesión
password-title = Elegir la contraseña
password-for = { $name }, este enlace vale hasta el { $until }.
password-new = Contraseña nueva
password-repeat = Repita la contraseña nueva
password-help = Al menos { $min } caracteres. Una frase corta es fácil de recordar y difícil de adivinar.
password-length = La contraseña debe tener de { $min } a { $max } caracteres.
password-different = Las dos contraseñas no coinciden.
password-save = Guardar la contraseña
password-done = La contraseña quedó guardada
password-enter = Entrar con la contraseña nueva
password-expired = Este enlace ya se usó o dejó de ser válido
password-another = Pedir otro enlace

# The first page and the catalogue
home-question = ¿Qué necesita, { $name }?
home-search = Busque un servicio o cuente el problema con sus palabras
home-often = Usted pide más:
home-catalogue = Catálogo de servicios
home-all-services = { $count ->
    [one] Ver { $count } servicio
   *[other] Ver los { $count } servicios
}
home-more-services = { $count ->
    [one] { $count } servicio más
   *[other] { $count } servicios más
}
home-legend = El tiempo junto a cada servicio es la meta habitual, en horas hábiles; cambia con la prioridad.
home-target-title = Meta habitual en horas hábiles
home-to-be-agreed = a convenir
home-found = { $count ->
    [0] Ningún servicio encontrado
    [one] { $count } servicio encontrado
   *[other] { $count } servicios encontrados
}
home-found-none = Pruebe otra palabra o busque por área.
home-browse = Ver todo el catálogo
home-own = Sus solicitudes
home-own-all = Ver todas
home-own-none = Nada abierto. Lo que pida aparece aquí, con el plazo y la conversación.
home-waits-acceptance = Espera su aceptación
home-waits-answer = Espera su respuesta

# Outage notices
notice-lead = Problemas que afectan a mucha gente y ya se están atendiendo.
notice-none = Todo funciona
notice-none-text = No hay avisos en este momento. Si algo no le funciona, abra una solicitud.
notice-since = Desde el { $at }
notice-until = vuelta prevista: { $at }
notice-affected = { $count ->
    [one] { $count } persona afectada
   *[other] { $count } personas afectadas
}
notice-me-too = A mí también
notice-me-too-done = Le hemos contado

# Opening a request
open-choose = ¿Qué quiere pedir?
open-choose-lead = Elija el servicio. Quien atiende recibe el pedido al instante.
open-found-none = Pruebe una palabra más sencilla, o borre la búsqueda y mire por área.
open-no-service = Este servicio no está entre los que se le ofrecen
open-other-service = Elegir otro servicio
open-change-service = Cambiar de servicio
open-title = Título
open-description = Descripción
open-hint = Cuente qué ocurre, desde cuándo y qué ha intentado.
open-no-passwords = Nunca escriba contraseñas.
open-files = Adjuntos
open-urgency = Urgencia
open-urgency-high = No puedo trabajar, o hay una hora fijada
open-urgency-medium = Estorba, pero puedo seguir de otro modo
open-urgency-low = Puede esperar unos días
open-contact = Contacto de esta solicitud
open-contact-name = Nombre
open-contact-phone = Teléfono
open-contact-email = Correo
open-contact-place = Lugar
open-contact-own = Usar mis datos
open-contact-other = Contactar con otra persona
open-prediction-priority = Prioridad prevista
open-prediction-deadline = Plazo previsto
open-prediction-target = Meta de { $time } hábiles, { $calendar }.
open-prediction-group = Lo atiende: { $group }.
open-send = Enviar solicitud
open-waits-for-files = { $count ->
    [one] Antes termina de subir el archivo.
   *[other] Antes terminan de subir los { $count } archivos.
}
open-draft-saved = Borrador guardado a las { $at }.
open-draft-resumed = Retomamos el borrador del { $at }.
open-draft-discard = Empezar de cero
open-similar = { $count ->
    [one] Usted ya tiene abierta una solicitud parecida
   *[other] Usted ya tiene abiertas { $count } solicitudes parecidas
}
open-similar-dismiss = Mi caso es distinto
open-similar-write = Escribir en ella
open-similar-with = { $situation }, con { $person }, desde el { $since }
open-similar-since = { $situation } desde el { $since }

# A request was opened
opened-title = Solicitud registrada
opened-mail = La confirmación va a { $email }.
opened-number = Número de la solicitud
opened-number-use = Indique este número cuando llame.
opened-copy = Copiar el número { $number }
opened-target = { $time } hábiles desde ahora
opened-levels = impacto: { $impact }, urgencia: { $urgency }
opened-next = Los próximos pasos
opened-step-1 = Registrada
opened-step-2 = Alguien del grupo la toma
opened-step-3 = Atención y solución
opened-step-4 = Usted confirma
opened-step-4-text = acepta, califica o reabre
opened-goal = meta: hasta el { $at }
opened-not-sent = { $count ->
    [one] { $count } archivo no se envió
   *[other] { $count } archivos no se enviaron
}
opened-without = La solicitud se registró sin eso.
opened-attach-again = Adjuntar otra versión
opened-follow = Seguir la solicitud
opened-list = Ir a Mis solicitudes
opened-clock = El reloj del plazo se detiene mientras esperamos su respuesta y sigue cuando usted responde. Cada pausa aparece en la solicitud, con su motivo.

# My requests
mine-lead = Los plazos cuentan solo las horas hábiles de quien atiende cada servicio.
mine-views = Vistas de la lista
mine-active = Activas
mine-waiting = A la espera de usted
mine-ended = Finalizadas
mine-all = Todas
mine-search = Número, título, descripción o mensaje
mine-situation = Estado
mine-all-situations = Todos
mine-type = Tipo
mine-order = Orden
mine-sort-deadline = Plazo más cercano
mine-sort-newest = Más recientes
mine-sort-oldest = Más antiguas
mine-sort-priority = Prioridad
mine-sort-number = Número
mine-sort-title = Título
mine-found = { $count ->
    [0] Ninguna solicitud encontrada
    [one] { $count } solicitud encontrada
   *[other] { $count } solicitudes encontradas
}
mine-none = Ninguna solicitud por ahora
mine-none-text = Lo que pida, aquí o por teléfono, entra en esta lista con su plazo y la conversación.
mine-none-waiting = Nada espera por usted
mine-none-waiting-text = Cuando necesitemos una respuesta o su aceptación, la solicitud aparece aquí.
mine-none-ended = Ninguna solicitud finalizada
mine-none-ended-text = Las cerradas y las canceladas quedan aquí, para consulta.
mine-none-found = Ninguna solicitud con estos filtros
mine-none-found-text = Quite uno de los filtros o busque otra palabra.
mine-choose-service = Elegir un servicio
mine-opened = Abierta el { $at }
mine-deadline = Plazo { $at }
mine-resumes = Se retoma el { $at }
mine-target = meta { $time } hábiles
mine-reopen-until = hasta el { $at }
mine-task-answer = Esperando su respuesta
mine-task-acceptance = Esperando su aceptación
mine-now-in-progress = La { $number } está en curso
mine-now-suspended = La { $number } está suspendida
mine-now-resolved = Valoración de la { $number } recibida
mine-now-closed = La { $number } está cerrada. Gracias por responder.
mine-now-reopened = La { $number } se reabrió; quien atiende ya está avisado
mine-now-cancelled = La { $number } fue cancelada

# One request
req-missing = No encontramos la { $number } entre las suyas
req-missing-text = Revise el número. Si la abrió otra persona, solo ella y quien atiende pueden verla.
req-missing-list = Ver mis solicitudes
req-standing-served = La atiende **{ $person }**, { $group }
req-standing-waiting = Espera que la tome **{ $group }**
req-standing-suspended = Detenida: **{ $reason }**
req-standing-resolved = La resolvió **{ $person }**, { $group }
req-standing-cancelled = Ya no se atenderá
req-cancel = Cancelar solicitud
req-cancel-title = ¿Cancelar la { $number }?
req-cancel-text = Se avisa a quien atiende y el trabajo se detiene. La conversación queda disponible para lectura.
req-cancel-keep = Mantener la solicitud
req-reason = Motivo
req-reopen = Reabrir solicitud
req-reopen-title = Reabrir la { $number }
req-reopen-text = Comienza un plazo nuevo. El resultado del anterior queda guardado.
req-reopen-why = ¿Qué sigue sin resolverse?
req-write = Escribir en esta solicitud
req-to-person = { $name } recibe el aviso al instante y responde aquí.
req-to-group = El grupo { $name } recibe el aviso al instante; la respuesta aparece aquí.
req-message-placeholder = Escriba su mensaje
req-send-message = Enviar mensaje
req-send-hint = Ctrl + Intro envía
req-note = Nota
req-note-text = Una nota registra un hecho o un comentario. Para preguntar, use el mensaje.
req-note-placeholder = Escriba la nota
req-note-category = Categoría
req-note-origin = Origen
req-note-notify = Avisar al responsable
req-note-saved = Nota añadida
req-timeline = Conversación e historial
req-timeline-none = Todavía no hay nada aquí.
req-timeline-older = Ver anteriores
req-filter = Ver solo
req-filter-all = Todo
req-filter-messages = Mensajes
req-filter-notes = Notas
req-messages-hidden = El texto de los mensajes de este servicio se reserva a quien pide y a quien atiende
req-ended-closed = Esta solicitud está cerrada
req-ended-cancelled = Esta solicitud fue cancelada
req-ended-text = Ya no recibe mensajes ni adjuntos.
req-open-another = Abrir otra
req-deadline = Fecha límite
req-group = Grupo ejecutor
req-clock-resumes = Se retoma el { $at }
req-clock-none = Este servicio no tiene meta: el plazo se conviene con quien atiende.
req-clock-gone = El plazo dejó de valer cuando la solicitud se canceló.
req-clock-runs = El reloj está **corriendo**: { $used } de { $target } hábiles.
req-clock-paused = El reloj está **detenido**: { $used } de { $target } hábiles usadas.
req-clock-stopped = El reloj se detuvo en { $used } de { $target } hábiles.
req-clock-how = Cómo llegamos a este plazo
req-how-target = Para la prioridad { $priority }, la meta de este servicio es resolver en **{ $time } hábiles**.
req-how-none = Este servicio no tiene meta para esta prioridad.
req-how-by-hand = Quien atiende fijó este plazo; el motivo está en el historial.
req-how-calendar = Horario que cuenta: { $calendar }.
req-how-waited = esperábamos su respuesta
req-how-pause = No contamos **{ $time }** ({ $reason }), del { $from } al { $until }.
req-how-pausing = No contamos desde el { $from } ({ $reason }).
req-how-captured = Tomada el { $at }.
req-how-capture = Alguien debe tomarla antes del { $at }.
req-how-cycle-met = El plazo n.º { $number }, { $deadline }, se **cumplió**.
req-how-cycle-missed = El plazo n.º { $number }, { $deadline }, se **incumplió**.
req-how-reopened = Si se reabre, comienza un plazo nuevo y este resultado queda guardado.
req-description = Descripción
req-service = Servicio
req-opened = Abierta el
req-opened-by-way = { $at } ({ $origin })
req-opened-by = Abierta por
req-requester = Solicitante
req-contact = Contacto
req-urgency = Urgencia
req-impact = Impacto
req-attachments = Adjuntos
req-attachments-none = Ningún archivo.
req-attachment-you = usted
req-attachment-remove = ¿Quitar { $name }?
req-attachment-remove-text = Quien atiende deja de ver el archivo. La retirada queda en el historial.
req-attachment-removed = { $name } se quitó
req-related = Relacionadas
req-related-parent = Forma parte de
req-related-child = Incluye
req-related-original = Repite
req-related-duplicate = Repetida en
req-survey-question = ¿Cómo fue la atención?
req-survey-choose = Elija una de las cuatro notas.
req-survey-comment = Comentario
req-survey-accept = Aceptar y enviar valoración
req-survey-send = Enviar valoración
req-survey-just-accept = Aceptar la solución
req-survey-not-solved = No se resolvió, reabrir
req-survey-write = Escribir un mensaje antes
req-survey-given = Su valoración: { $grade }
req-survey-reopen-until = Puede reabrirla hasta el { $at }.
req-survey-closes = Sin respuesta, se cierra el { $at }.

# One's own page
profile-title = Mis datos y preferencias
profile-data = Mis datos
profile-data-text = ¿Hay algún error? Pida la corrección a la administración del portal.
profile-email = Correo
profile-number = N.º de empleado
profile-tax-id = CPF o CNPJ
profile-unit = Unidad
profile-place = Lugar
profile-extension = Extensión
profile-phones = Teléfonos
profile-roles = Funciones
profile-groups = Grupos
profile-preferences = Preferencias
profile-time-zone = Zona horaria
profile-look-text = Vale solo para este navegador.
profile-saved = Preferencias guardadas
profile-password = Contraseña
profile-password-current = Contraseña actual
profile-sessions = Dónde tiene sesiones abiertas
profile-sessions-text = Cierre lo que no reconozca y cambie la contraseña.
profile-session-seen = Último uso el { $at }, dirección { $address }
profile-session-this = Esta sesión
profile-session-end = Cerrar
profile-session-unknown = Navegador desconocido
