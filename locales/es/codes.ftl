# Names of the codes of the contract: <enumeration>-<code, with dashes>.

# language
language-pt-BR = Portugués
language-es = Español
language-en = Inglés

# role
role-requester = Solicitante
role-attendant = Agente
role-administrator = Administrador
role-integrator = Integrador

# scope
scope-requests-read = Leer solicitudes
scope-requests-write = Abrir y escribir en solicitudes
scope-desk = Trabajar la cola
scope-admin = Administración
scope-telephony = Telefonía

# permission
permission-view = Ver
permission-execute = Ejecutar

# type
type-service-request = Requerimiento
type-incident = Incidente

# situation
situation-in-progress = En curso
situation-suspended = Suspendida
situation-resolved = Resuelta
situation-closed = Cerrada
situation-reopened = Reabierta
situation-cancelled = Cancelada

# task
task-waiting-capture = Esperando captura
task-being-served = En atención
task-waiting-requester = Esperando al solicitante
task-waiting-acceptance = Esperando la aceptación
task-finished = Finalizada

# level
level-high = Alta
level-medium = Media
level-low = Baja

# impact, a level of its own gender
impact-high = Alto
impact-medium = Medio
impact-low = Bajo

# sla
sla-none = A convenir
sla-on-time = A tiempo
sla-expiring = Por vencer
sla-overdue = Vencida
sla-paused = En pausa
sla-met = Cumplido
sla-missed = Incumplido

# origin
origin-portal = Portal
origin-email = Correo electrónico
origin-telephone = Teléfono
origin-in-person = En persona
origin-api = API
origin-other = Otro

# kind
kind-message = Mensaje
kind-note = Nota
kind-event = Ocurrencia

# category
category-registration = Registro
category-customer-follow-up = Seguimiento del cliente
category-status-update = Actualización de estado
category-diagnosis = Diagnóstico
category-investigation = Investigación
category-memo = Memorando
category-information-request = Pedido de información
category-customer-return = Respuesta del cliente
category-workaround = Solución provisional
category-execution = Ejecución
category-sla-change = Cambio de SLA
category-reclassification = Reclasificación
category-scheduling = Programación
category-suspension = Suspensión
category-reactivation = Reactivación
category-closure = Cierre
category-reopening = Reapertura
category-routing = Derivación
category-attachment = Adjunto
category-message = Mensaje
category-telephone-viewing = Consulta por teléfono
category-relation = Relación
category-satisfaction = Satisfacción

# action
action-message = Mensaje al asistente
action-add-note = Añadir nota
action-internal-note = Guardar nota interna
action-view-history = Historial
action-view-solution = Solución
action-attach = Adjuntar
action-cancel = Cancelar
action-reopen = Reabrir
action-rate = Evaluar la atención
action-close = Cerrar
action-capture = Capturar
action-delegate = Delegar
action-return-to-group = Devolver al grupo
action-suspend = Suspender
action-reactivate = Reactivar
action-change-priority = Cambiar prioridad
action-change-deadline = Cambiar plazo
action-reclassify = Reclasificar
action-resolve = Resolver
action-relate = Relacionar
action-redact = Borrar texto
action-view-emails = Correos

# grade
grade-excellent = Excelente
grade-good = Bueno
grade-fair = Regular
grade-poor = Malo

# email-state
email-state-pending = Pendiente
email-state-sent = Enviado
email-state-failed = Falló
email-state-suppressed = Suprimido

# relation
relation-child-of = Hija de
relation-duplicate-of = Duplicado de

# phone
phone-mobile = Móvil
phone-work = Trabajo
phone-home = Casa

# priority
priority-1 = Crítica
priority-2 = Alta
priority-3 = Media
priority-4 = Baja
priority-5 = Mínima

# weekday
weekday-1 = lun.
weekday-2 = mar.
weekday-3 = mié.
weekday-4 = jue.
weekday-5 = vie.
weekday-6 = sáb.
weekday-7 = dom.

# mail-security
mail-security-tls = TLS
mail-security-starttls = STARTTLS
mail-security-plain = Sin cifrado

# mail-transport
mail-transport-folder = Carpeta (archivos .eml)
mail-transport-smtp = Servidor SMTP

# template-kind
template-kind-message = Mensaje
template-kind-request = Solicitud
template-kind-password = Contraseña
