# Amounts of time
days = { $count ->
    [one] { $count } día
   *[other] { $count } días
}

# The product, and words that stand everywhere
ui-product = Solicita
ui-close = Cerrar
ui-back = Volver
ui-save = Guardar
ui-change = Cambiar
ui-retry = Intentar de nuevo
ui-copied = Copiado
ui-optional = opcional
ui-required = Complete este campo.
ui-form-invalid = Faltan campos por corregir
ui-counter = { $used } de { $limit } caracteres
ui-loading = Cargando
ui-skip = Ir al contenido
ui-trail = Usted está en
ui-language = Idioma
ui-theme = Apariencia
ui-theme-system = Como en el equipo
ui-theme-light = Clara
ui-theme-dark = Oscura
ui-show-password = Mostrar contraseña
ui-hide-password = Ocultar contraseña
ui-caps-lock = Las mayúsculas están bloqueadas.
ui-search-clear = Borrar búsqueda
ui-clear-filters = Quitar filtros
ui-filters = Filtros
ui-all = Todos
ui-chosen = { $count ->
    [one] { $count } elegido
   *[other] { $count } elegidos
}
ui-remove-filter = Quitar el filtro { $name }
ui-pages = Páginas
ui-page-previous = Página anterior
ui-page-next = Página siguiente
ui-shown-of = Se muestran { $rows } de { $total }
ui-shown-of-more = Se muestran { $rows } de más de { $total }
ui-more-actions = Más acciones
ui-download = Descargar
ui-download-name = Descargar { $name }
ui-remove = Quitar
ui-add = Añadir
ui-none = Sin informar

# Places
nav-main = Navegación principal
nav-menu = Abrir el menú
nav-menu-close = Cerrar el menú
nav-home-of = Solicita, página de inicio
nav-home = Inicio
nav-requests = Mis solicitudes
nav-notices = Avisos
nav-new = Nueva solicitud
nav-new-short = Nueva
nav-portal = Portal
nav-desk = Mesa de atención
nav-admin = Administración
nav-unread-requests = { $count ->
    [one] solicitud con mensajes sin leer
   *[other] solicitudes con mensajes sin leer
}
nav-profile = Mis datos y preferencias
nav-log-out = Cerrar sesión
nav-bell = { $count ->
    [one] Notificaciones: { $count } nueva
   *[other] Notificaciones: { $count } nuevas
}
nav-bell-title = Notificaciones
nav-bell-read-all = Marcar todas como leídas
nav-bell-empty = No hay novedades. Las respuestas y los cambios de sus solicitudes aparecen aquí.
nav-news-open = Abrir la solicitud

# What went wrong
ui-error-network = No se pudo contactar con el servidor
ui-error-timeout = El servidor tardó demasiado en responder
ui-error-logged-out = Inicie sesión de nuevo para continuar
ui-error-unexpected = El servidor dio una respuesta inesperada
ui-error-reference = Si pide ayuda, indique el código { $id }.
ui-text-kept = Lo que escribió sigue aquí.
ui-offline = Sin conexión. Lo que escribe queda guardado en este equipo.
ui-crash = Esta página dejó de funcionar. Lo que escribió está guardado en este equipo.
ui-crash-reload = Recargar la página
ui-not-found = No encontramos lo que busca
ui-not-found-text = Puede que se haya retirado o que no esté entre lo que usted puede ver.
ui-no-page = Página no encontrada
ui-no-page-text = Revise la dirección o comience por la página de inicio.
ui-to-home = Ir al inicio
ui-alert-info = Información:
ui-alert-success = Hecho:
ui-alert-warning = Atención:
ui-alert-danger = Error:

# Priority and SLA
ui-priority = Prioridad
ui-priority-title = Prioridad { $number }
ui-sla-left-working = quedan { $time } hábiles
ui-sla-left = quedan { $time }
ui-sla-gone = Sin plazo
ui-sla-now = vence ahora
ui-sla-ago = hace { $time }
ui-sla-remaining-working = faltan { $time } hábiles
ui-sla-paused-late = vencida por { $time } hábiles
ui-sla-ended = el { $at }
ui-sla-over = por { $time } hábiles
ui-sla-used = { $percent } % del tiempo usado

# Files
ui-attach = Adjuntar
ui-drop-files = Arrastre archivos hasta aquí o
ui-choose-files = elíjalos en el equipo
ui-file-limit = hasta { $limit } cada uno
ui-file-too-large = { $size } supera el límite de { $limit }
ui-file-too-many = Se admiten hasta { $limit } archivos
ui-file-sending = { $percent } % de { $size }
ui-file-sent = { $size } recibido
ui-file-stop = Detener el envío de { $name }
ui-file-remove = Quitar { $name }
ui-file-dismiss = Descartar { $name }

# Timeline
ui-new-messages = { $count ->
    [one] { $count } mensaje nuevo
   *[other] { $count } mensajes nuevos
}
ui-new = nuevo
ui-you = Usted
ui-your-note = Su nota
ui-system = Solicita (automático)
ui-attendant = agente
ui-internal-note = Nota interna
ui-read-at = Leído a las { $at }
ui-read-on = Leído el { $at }
ui-redacted = Este texto se retiró el { $at }.

# Names of the languages, each in itself
language-name-pt-BR = Português (Brasil)
language-name-es = Español
language-name-en = English
