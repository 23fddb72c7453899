# Side menu, lists, editors
admin-section-rules = Reglas
admin-section-mail = Correo
admin-section-telephony = Telefonía
admin-section-people = Personas
admin-nav-parameters = Parámetros
admin-nav-services = Servicios y metas
admin-nav-categories = Categorías
admin-nav-calendars = Calendarios
admin-nav-reasons = Motivos de suspensión
admin-nav-templates = Plantillas
admin-nav-outbox = Bandeja de salida
admin-nav-mail-account = Cuenta de envío
admin-nav-console = Consola
admin-nav-calls = Llamadas
admin-nav-people = Personas
admin-nav-groups = Grupos y permisos
admin-nav-units = Unidades
admin-nav-tokens = Tokens de API
admin-nav-audit = Auditoría
admin-outbox-failed = { $count ->
    [one] correo que falló
   *[other] correos que fallaron
}
admin-actions = Acciones
admin-search = Buscar en esta lista
admin-none = Nada aquí todavía
admin-none-text = Lo que se cree aparece en esta lista.
admin-none-found = Nada con esa búsqueda
admin-none-found-text = Busque otra cosa, o quite algún filtro.
admin-name = Nombre
admin-email = Correo
admin-state = Estado
admin-active = Activo
admin-inactive = Inactivo
admin-time-zone = Zona horaria
admin-saved = Guardado
admin-discard = Descartar
admin-bar-new = Aún no guardado
admin-bar-dirty = Cambios sin guardar
admin-bar-clean = Todo guardado
admin-conflict = Otra persona guardó mientras usted editaba
admin-conflict-text = Lo que escribió sigue aquí. Elija qué vale.
admin-conflict-theirs = Ver la versión guardada, sin mis cambios
admin-conflict-mine = Guardar la mía encima

# Parameters
param-search = Número, significado o valor
param-all = Todos
param-groups = Grupos de parámetros
param-group-portal = Portal
param-group-messages = Mensajes
param-group-notes = Notas del portal
param-group-lifecycle = Plazos y ciclo
param-group-email = Correo
param-group-attachments = Adjuntos
param-group-telephony = Telefonía
param-group-privacy = Sesiones y privacidad
param-count = { $count ->
    [one] { $count } parámetro
   *[other] { $count } parámetros
}
param-not-default = solo los que difieren del valor inicial
param-default = valor inicial: { $value }
param-to-default = volver al valor inicial
param-range = De { $min } a { $max }.
param-yes = Sí
param-no = No
param-empty = vacío
param-secret-set = Definido. Escriba otro para cambiarlo.
param-secret-none = No definido. Después de guardarlo, nunca se muestra.
param-secret-defined = secreto definido
param-not-saved = Cambiado y no guardado
param-history = Cambios del parámetro { $number }
param-changes = Cambios
param-no-changes = Ningún parámetro ha cambiado todavía.
param-never-changed = Este parámetro nunca ha cambiado.
param-unsaved = { $count ->
    [one] **{ $count } cambio** sin guardar.
   *[other] **{ $count } cambios** sin guardar. Todos se guardan de una vez.
}
param-refused = { $count ->
    [one] No se guardó nada: un valor fue rechazado, y el motivo está junto a él.
   *[other] No se guardó nada: { $count } valores fueron rechazados, y el motivo está junto a cada uno.
}
param-conflict-text = Lo que cambió sigue marcado. Recargue para ver los valores de ahora y guarde otra vez.
param-conflict-reload = Recargar los valores

# E-mail templates
tmpl-lead = El texto de cada correo, en cada idioma. Los parámetros dicen qué plantilla sale en qué momento.
tmpl-new = Nueva plantilla
tmpl-kind = Tipo
tmpl-kind-help = Decide qué claves se pueden usar.
tmpl-kind-fixed = Un parámetro usa esta plantilla: el tipo no cambia.
tmpl-languages = Idiomas
tmpl-used-by = Parámetros
tmpl-unused = ninguno
tmpl-used-by-parameters = { $count ->
    [one] usada por el parámetro { $numbers }
   *[other] usada por los parámetros { $numbers }
}
tmpl-subject = Asunto
tmpl-body = Cuerpo
tmpl-body-help = HTML simple; la versión de solo texto se hace a partir de él.
tmpl-text = Texto
tmpl-tools = Formato
tmpl-paragraph = Párrafo
tmpl-bold = Negrita
tmpl-italic = Cursiva
tmpl-link = Enlace
tmpl-list = Lista
tmpl-quote = Cita
tmpl-keys = Claves de esta plantilla
tmpl-keys-help = Un clic inserta la clave donde está el cursor.
tmpl-key-search = Buscar clave
tmpl-key-insert = Insertar { $key }
tmpl-key-unknown = { $key } no existe
tmpl-key-refused = La plantilla no se puede guardar así.
tmpl-key-meant = ¿Quiso decir
tmpl-key-exchange = Cambiar
tmpl-not-written = Sin texto en este idioma: va en portugués.
tmpl-same = Igual al portugués.
tmpl-copy = Empezar por el portugués
tmpl-preview = Vista previa
tmpl-preview-number = Solicitud usada en la vista previa
tmpl-preview-used = Con los datos de la { $number }. No se envía nada.
tmpl-preview-help = En blanco, la más reciente. No se envía nada.
tmpl-preview-empty = Escriba el asunto y el cuerpo para ver la vista previa.
tmpl-remove-title = ¿Quitar la plantilla { $name }?
tmpl-remove-text = Los correos ya enviados no cambian.
tmpl-removed = La plantilla fue quitada

# Outbox
outbox-lead = Cada correo nace junto con el cambio que lo causó y queda aquí hasta salir. Si el servidor cae, nada se pierde.
outbox-states = Correos por estado
outbox-all = Todos
outbox-state-pending = Pendientes
outbox-state-sent = Enviados
outbox-state-failed = Con fallo
outbox-state-suppressed = Suprimidos
outbox-search = Destinatario, dirección o asunto
outbox-created = Creado el
outbox-to = Destinatario
outbox-subject = Asunto y plantilla
outbox-request = N.º
outbox-delivery = Entrega
outbox-attempts = Intentos
outbox-retry = Intentar ya

# Sending account
account-lead = Por dónde salen los correos.
account-source-database = Vale lo que está guardado aquí
account-source-environment = Vale la configuración del servidor (SOLICITA_MAIL_URL)
account-source-default = Nada configurado: los correos van a una carpeta
account-source-help = Lo que se guarda en esta página vale más que la configuración del servidor, que vale más que la carpeta.
account-transport = Destino
account-transport-help-folder = Para pruebas: cada correo se vuelve un archivo en el servidor.
account-transport-help-smtp = Entrega los correos de verdad.
account-host = Servidor
account-port = Puerto
account-security = Cifrado
account-username = Usuario
account-password = Contraseña
account-password-set = Definida. En blanco, queda como está.
account-password-none = No definida. Después de guardarla, nunca se muestra.
account-password-clear = Borrar la contraseña guardada
account-from-name = Nombre del remitente
account-from-address = Dirección del remitente
account-conflict-text = Recargue para ver la cuenta como está, y cambie otra vez lo necesario.
account-test = Probar
account-test-to = Enviar una prueba a
account-test-help = Usa la cuenta que está guardada.
account-test-send = Enviar prueba
account-test-done = El servidor aceptó la prueba
account-test-failed = La prueba no salió

# API tokens
token-lead = Para sistemas que usan la API. Cada token actúa como una persona, con los alcances que usted dé.
token-new = Nuevo token
token-scopes = Alcances
token-from = Direcciones permitidas
token-expires = Validez
token-used = Último uso
token-anywhere = cualquier dirección
token-never-expires = sin vencimiento
token-expired = venció el { $at }
token-revoked = revocado el { $at }
token-never-used = nunca
token-acts-as = actúa como { $name }
token-name-help = El sistema que lo va a usar.
token-person = Actúa como
token-person-help = En blanco, actúa como { $name }.
token-expires-help = Vale hasta el fin de ese día. En blanco, no vence.
token-addresses-help = Una dirección o red por línea, como 10.0.0.0/8. En blanco, cualquiera.
token-create = Crear token
token-created = Token { $name } creado
token-once = Cópielo ahora: el token no aparece otra vez
token-once-text = Solo se guarda un resumen. Quien lo pierda necesita otro.
token-copy = Copiar el token
token-kept = Ya lo guardé
token-revoke = Revocar
token-revoke-title = ¿Revocar el token { $name }?
token-revoke-text = El sistema que lo usa pierde el acceso ahora. No se puede deshacer.
token-revoked-done = El token fue revocado

# People
person-lead = Quién puede entrar, con qué roles, y cómo hablar con cada uno.
person-new = Nueva persona
person-role = Rol
person-roles = Roles
person-role-requester = Abre solicitudes y sigue las suyas.
person-role-attendant = Trabaja las colas de sus grupos.
person-role-administrator = Cuida de parámetros, plantillas, catálogo y personas.
person-role-integrator = Un sistema: abre solicitudes por la API y ve las que abrió.
person-unit = Unidad
person-identity = Quién es
person-place = Dónde trabaja
person-rights = Roles y preferencias
person-number = Legajo
person-job = Puesto
person-email-help = Con él la persona entra y recibe los avisos.
person-tax-id-kept = Guardado: { $masked }. En blanco, queda como está.
person-tax-id-clear = Borrar el CPF o CNPJ guardado
person-phones = Teléfonos
person-phone-kind = Tipo de teléfono
person-phone-add = Añadir teléfono
person-phone-remove = Quitar { $number }
person-vip-help = El agente ve la marca junto al nombre.
person-active-help = Inactiva, la persona no entra, no recibe correos y no aparece en las búsquedas.
person-access = Acceso
person-password = Contraseña
person-password-set = definida
person-password-none = aún no definida
person-no-groups = ningún grupo
person-send-link = Enviar enlace de acceso
person-link-sent = El enlace está en camino
person-end-sessions = Cerrar sesiones
person-end-sessions-title = ¿Cerrar las sesiones de { $name }?
person-end-sessions-text = La persona sale de todos los dispositivos y debe entrar otra vez.
person-sessions-ended = Las sesiones fueron cerradas

# Groups
group-lead = Quién atiende qué, y qué puede hacer cada persona en cada grupo.
group-new = Nuevo grupo
group-email-help = Recibe los avisos mientras nadie la capturó.
group-sees = Qué ve
group-sees-all = Ve todas las solicitudes
group-sees-own = Solo las del grupo
group-see-all-help = Para un primer nivel, al que llaman por cualquier tema. No vale para servicios confidenciales.
group-active-help = Un grupo inactivo no recibe solicitudes nuevas.
group-members = Miembros
group-members-count = { $count ->
    [one] { $count } persona, { $executors } ejecutan
   *[other] { $count } personas, { $executors } ejecutan
}
group-add = Añadir persona
group-nobody = Nadie en el grupo
group-nobody-text = Añada a quienes van a atender.
group-permission-of = Permiso de { $name }
group-change-sla = Cambia prioridad y plazo
group-remove = Quitar a { $name } del grupo

# Units, categories, reasons
unit-lead = Filiales y departamentos. Un servicio se puede ofrecer solo a algunos.
unit-new = Nueva unidad
unit-active-help = Inactiva, ya no se puede elegir.
category-lead = Los grupos del catálogo, en el orden en que aparecen en el portal.
category-new = Nueva categoría
category-icon = Icono
category-position = Orden
category-position-help = El menor aparece antes.
reason-lead = Lo que se elige al suspender. El solicitante lee el motivo en su idioma.
reason-new = Nuevo motivo
reason-name-in = Motivo ({ $language })
reason-name-help = En blanco, vale el texto en portugués.
reason-waits = Qué la reactiva
reason-waits-requester = La respuesta del solicitante
reason-waits-check = Se reactiva con la respuesta del solicitante
reason-waits-date = Solo la fecha de regreso
reason-waits-help = El próximo mensaje o nota del solicitante reactiva la solicitud.
reason-active-help = Inactivo, ya no aparece al suspender.

# Services
service-lead = Qué se puede pedir, quién atiende y en cuánto tiempo.
service-new = Nuevo servicio
service-target = Meta habitual
service-offered = Ofrecido
service-group-default = el del parámetro 9
service-what = Qué es
service-who = Quién atiende
service-when = Plazos
service-units = Para quién
service-category = Categoría
service-description = Para qué sirve
service-description-help = Una o dos frases; aparecen en el catálogo.
service-hint = Qué debe contar el solicitante
service-hint-help = Aparece debajo de la descripción, al abrir.
service-active-help = Apagado, nadie abre nuevas; las abiertas siguen.
service-group-help = En blanco, atiende el grupo del parámetro 9.
service-confidential = Confidencial
service-confidential-help = Administradores y grupos que ven todo no leen los textos de los mensajes.
service-calendar = Calendario
service-impact = Impacto de las solicitudes
service-priority = Prioridad fija
service-priority-none = Viene de impacto y urgencia
service-targets = Metas en tiempo hábil
service-targets-help = Horas y minutos, como 8:00. En blanco: a convenir.
service-capture = Para capturar
service-resolve = Para resolver
service-capture-of = Prioridad { $priority }: tiempo para capturar
service-resolve-of = Prioridad { $priority }: tiempo para resolver
service-target-wrong = Escriba horas y minutos, como 8:00.
service-units-all = Ofrecido a todas las unidades. Marque algunas para ofrecerlo solo a ellas.
service-units-some = { $count ->
    [one] Ofrecido a { $count } unidad.
   *[other] Ofrecido a { $count } unidades.
}

# Calendars
cal-lead = Las horas que cuentan para los plazos, y las fechas que salen de la regla.
cal-new = Nuevo calendario
cal-week = Semana
cal-exceptions = Fechas con horario propio
cal-exceptions-count = { $count ->
    [one] { $count } fecha
   *[other] { $count } fechas
}
cal-exceptions-help = Feriados y días cortos. Sin horario, el día no cuenta.
cal-closed = no cuenta
cal-from = { $day }: comienzo
cal-to = { $day }: fin
cal-add-stretch = Horario
cal-remove-stretch = Quitar horario de { $day }
cal-copy-monday = Copiar el lunes a martes a viernes
cal-add-date = Añadir fecha
cal-sort = Ordenar por fecha
cal-date = Fecha
cal-date-name = Nombre, como el del feriado
cal-remove-date = Quitar { $date }

# Audit trail
trail-lead = Lo que se hizo en la administración y en los datos de las personas. Nada aquí se puede borrar.
trail-search = Persona, acción o detalle
trail-when = Cuándo
trail-who = Quién
trail-what = Qué se hizo

# Telephony console
console-title = Consola de telefonía
admin-calls-title = Llamadas de todos
console-reconnect = Reconectar
console-reconnected = La conexión con la central se rehace en unos segundos
console-off = La telefonía está apagada
console-off-text = Los servicios responden 403 y no aparece ninguna ventana de llamada. El simulador dice lo que pasaría tal como está ahora.
console-off-link = Abrir el parámetro { $number }
console-off-watching = Ninguna llamada se sigue directamente en la central.
console-exchange = Asterisk
console-phase-off = Seguimiento apagado
console-phase-waiting = Sin conexión
console-phase-connecting = Conectando
console-phase-connected = Conectado
console-since = desde el { $at }
console-next = Nuevo intento en { $seconds } s.
console-next-now = Nuevo intento ahora.
console-event = Último evento
console-event-none = Ninguno todavía
console-everybodys-calls = Ver las llamadas de todos
console-ago = hace { $time }
console-calls-now = { $count ->
    [0] ninguna llamada en curso
    [1] 1 llamada en curso
   *[other] { $count } llamadas en curso
}
console-extensions = { $count ->
    [0] ninguna extensión guardada
    [1] 1 extensión guardada
   *[other] { $count } extensiones guardadas
}
console-rights = Permisos de la cuenta
console-rights-all = Todos
console-rights-all-text = La cuenta puede todo lo que usa el seguimiento.
console-rights-unknown = Sin verificar
console-rights-unknown-text = Solo se sabe después de conectar.
console-rights-missing = { $count ->
    [one] Falta { $count }
   *[other] Faltan { $count }
}
console-services = Servicios para el IVR
console-services-none = Sin llamadas
console-services-none-text = Los tiempos aparecen después de la primera llamada a un servicio.
console-p99 = 99 de cada 100 llamadas no pasaron de este tiempo
console-median = La mitad en { $time } o menos.
console-calls-since = { $count ->
    [one] { $count } llamada desde el { $at }
   *[other] { $count } llamadas desde el { $at }
}
console-refused = { $count ->
    [0] ninguna rechazada
    [1] 1 rechazada
   *[other] { $count } rechazadas
}
console-simulator = Simulador
console-simulator-lead = No guarda nada ni abre la ventana de llamada, a menos que lo marque.
console-service = Servicio
console-call = Suena una llamada (sin servicio web)
console-usual = usual ({ $value })
console-masked = Las llamadas se guardan con el CPF oculto: escríbalo para repetir esta.
console-show = Mostrar de verdad la ventana en la extensión
console-show-at = Mostrar de verdad la ventana en la extensión { $extension }
console-simulate = Simular
console-result = Resultado
console-nothing = Nada simulado todavía
console-nothing-text = Complete una llamada y vea lo que recibiría la central, a quién se encontraría y dónde aparecería la ventana.
console-status = { $status } en { $time }
console-took = Simulada en { $time }
console-receives = Lo que recibe la central
console-receives-nothing = Nada: el teléfono solo suena, sin preguntar a ningún servicio.
console-bytes = { $count ->
    [0] 0 bytes
    [one] { $count } byte
   *[other] { $count } bytes
}
console-empty = (vacío)
console-copy = Copiar la respuesta
console-would-happen = Lo que pasaría
console-happened = Lo que pasó
console-only-answer = Nada más que la respuesta: este servicio solo consulta.
console-by-number = El número encontraría a
console-by-number-alone = Sin el CPF, el número encontraría a
console-by-number-nobody = Nadie.
console-by-telephone = teléfono
console-by-extension = extensión
console-means-refused = `ERRO { $status }`: la central no ve el código HTTP, por eso viene en el texto.
console-means-problem = El código HTTP es { $status }, y el JSON dice el motivo.
console-means-delivered = `delivered` dice si había una pestaña abierta para mostrar la ventana.
console-means-json = En JSON: nombres en inglés, fechas con zona horaria.
console-means-shown = `S` significa mostrado.
console-means-not-shown = `N`: no había nadie para verlo.
console-means-voice = Es lo que oye la persona.
console-means-facts = Número, apertura, plazo y situación; por último, `S` o `N`: dentro del plazo o no.
console-means-none = Vacío: ninguna solicitud en curso.
console-means-list = Los números en curso, el plazo más próximo primero.
console-means-one = `1?` y el número de la única en curso.
console-means-count = Cuántas están en curso.
console-means-ending = `{ $ending }` es lo que pidió en `fim` y prueba que la respuesta llegó entera.
console-means-no-ending = Sin `fim`, la central no sabe si la respuesta llegó entera.
console-calls = Últimas llamadas a los servicios
console-calls-all = Mostrar las { $count }
console-calls-none = Ninguna llamada a los servicios todavía
console-calls-none-text = Cuando la central llame a uno de los servicios, la llamada y la respuesta aparecen aquí en segundos.
console-calls-not-found-text = Busque otro servicio, token, argumento o respuesta.
console-search = Servicio, extensión o respuesta
console-at = Hora
console-token = Token
console-token-none = sin token válido
console-input = Entrada
console-answer = Respuesta
console-time = Tiempo
console-hidden = { $count ->
    [one] { $count } carácter oculto
   *[other] { $count } caracteres ocultos
}
console-refused-one = Rechazada:
console-repeat = Repetir en el simulador
