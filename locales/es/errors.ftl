# Errors: `problem-<code>` is the title of a problem document, `field-<code>` a complaint about a field.

problem-not-found = No encontramos lo que se pidió.
problem-request-not-found = No encontramos esta solicitud entre las que usted puede ver.
problem-unauthenticated = Inicie sesión para continuar.
problem-wrong-credentials = El usuario o la contraseña no coinciden. Revise e intente de nuevo.
problem-too-many-logins = Demasiados intentos fallidos. Espere { $seconds } s e intente de nuevo, o pida un enlace para crear otra contraseña.
problem-password-link-expired = Este enlace ya no es válido. Pida otro.
problem-csrf = La página está desactualizada. Recárguela e intente de nuevo; lo que escribió queda guardado.
problem-scope = Este token no tiene el alcance { $scope }.
problem-role = Su perfil no permite esta acción.
problem-token-address = Este token no se puede usar desde esta dirección.
problem-session-only = Esto solo puede hacerlo quien inició sesión con usuario y contraseña.
problem-on-behalf = Solo los agentes pueden abrir solicitudes para otra persona.
problem-desk-fields = Uno de los campos enviados está reservado a los agentes.
problem-action-not-yours = Usted no tiene permiso para hacer esto en esta solicitud.
problem-parameter-off = Esta función está desactivada (parámetro { $parameter }). Hable con la administración si la necesita.
problem-too-late-to-reopen = El plazo para reabrir terminó. Abra una nueva solicitud y mencione el número de esta.
problem-not-reopenable = Esta solicitud no se puede reabrir.
problem-already-rated = Esta solicitud ya fue evaluada. ¡Gracias!
problem-no-solution = Todavía no hay una solución registrada.
problem-nobody-has-it = Nadie tomó esta solicitud; no hay de quién devolverla.
problem-already-captured = { $name } ya tomó esta solicitud.
problem-already-yours = Usted ya es el responsable de esta solicitud.
problem-changed-meanwhile = Alguien cambió esto mientras usted escribía. Revise la versión actual e intente de nuevo.
problem-extension-unknown = Nadie guardó esta extensión en Atención.
problem-call-back-taken = Otra persona ya asumió esta devolución de llamada.
problem-call-followed = La central telefónica avisará cuando termine esta llamada.
problem-version-old = Alguien cambió esto después de que usted lo abrió. Revise la versión actual e intente de nuevo; su texto sigue aquí.
problem-if-match-missing = Indique en el encabezado If-Match la versión que leyó.
problem-idempotency-running = Esta misma operación todavía está en curso. Espere un momento.
problem-idempotency-mismatch = Esta clave de idempotencia ya se usó con otro contenido. Use una clave nueva.
problem-idempotency-key-invalid = La clave de idempotencia debe tener de 1 a 200 caracteres.
problem-already-redacted = Este texto ya fue borrado, o no hay texto aquí.
problem-too-many-uploads = Hay demasiados archivos enviados sin adjuntar. Quite algunos e intente de nuevo.
problem-too-many-attachments = Una solicitud acepta hasta { $max } adjuntos. Quite alguno antes de enviar otro.
problem-file-too-large = El archivo supera el límite de { $limit } MB. Envíe uno más pequeño o divídalo.
problem-upload-incomplete = El envío se interrumpió. Intente enviar el archivo de nuevo.
problem-body-too-large = El contenido enviado es demasiado grande.
problem-json-expected = Envíe el contenido como application/json.
problem-telephony-off = La telefonía está desactivada (parámetro 281).
problem-argument-missing = Falta el parámetro { $name }.
problem-argument-repeated = El parámetro { $name } llegó más de una vez.
problem-argument-invalid = El parámetro { $name } no tiene un valor válido.
problem-media-type-unknown = Envíe un formulario (application/x-www-form-urlencoded) o JSON (application/json).
problem-json-malformed = El JSON enviado tiene un error en la línea { $line }, columna { $column }.
problem-json-shape = El JSON enviado no tiene la forma esperada: { $cause }
problem-bad-request = No se pudo entender la petición. Revise la documentación de la API.
problem-method-not-allowed = Esta dirección no acepta este método.
problem-invalid-query = Un filtro no existe o tiene un valor inválido: { $cause }
problem-unknown-filter = El filtro { $name } no acepta el valor “{ $value }”.
problem-invalid-cursor = Esta página de la lista ya no existe. Vuelva al comienzo de la lista.
problem-invalid-page-size = Pida de 1 a { $max } filas por página.
problem-search-too-long = La búsqueda acepta hasta { $max } caracteres.
problem-invalid = Revise los campos indicados.
problem-too-slow = Tardó demasiado. No sabemos si se completó: revise antes de repetir.
problem-database-unavailable = El sistema está sobrecargado o en mantenimiento. Su texto está guardado; intente de nuevo en un momento.
problem-internal = Algo falló de nuestro lado. Su texto está guardado; intente de nuevo y, si persiste, informe el código de abajo.
problem-allowed = En este estado usted puede: { $actions }.
field-required = Complete este campo.
field-too-long = Use hasta { $max } caracteres.
field-control-character = El texto tiene un carácter de control que no se acepta. Bórrelo o pegue sin formato.
field-email-invalid = Esta dirección de correo no parece válida. Ejemplo: nombre@empresa.com
field-tax-id-invalid = El CPF o CNPJ no es correcto. Revise los dígitos.
field-taken = Ya existe un registro con este valor.
field-unknown = No encontramos esto, o ya no está activo. Revise, o elija otro.
field-call-event = El evento es newCall, answer o hangup.
field-call-direction = La dirección es in u out.
field-call-id = Falta el identificador de la llamada, o tiene más de 250 caracteres.
field-extension-digits = Una extensión tiene solo cifras, como máximo 20.
field-request-unknown = No encontramos una solicitud con este número. Revise el número.
field-request-or-tag = Indique la solicitud o una marca, no ambas.
field-service-unknown = Este servicio no existe, está inactivo o no se ofrece a esta persona. Elija otro en el catálogo.
field-not-executor = Esta persona no ejecuta solicitudes de este grupo. Elija otra.
field-no-change = Ya está así. Elija otro valor.
field-in-the-past = Elija una fecha en el futuro.
field-too-far = Elija una fecha dentro de { $days } días.
field-minutes = Indique de 0 a { $max } minutos.
field-category-not-for-notes = Esta categoría pertenece a las acciones del sistema. Elija otra.
field-circle = Esta relación haría un círculo. Elija otra solicitud.
field-itself = Una solicitud no se relaciona consigo misma. Indique otro número.
field-solution-not-yours = Usted no ejecuta las solicitudes del grupo de este servicio, así que no puede registrarla como resuelta. Ábrala sin la solución.
field-upload-unknown = Este archivo ya no está disponible. Envíelo de nuevo.
field-too-many-files = Envíe hasta { $max } archivos.
field-file-empty = El archivo está vacío.
field-file-forged = El contenido no es un archivo .{ $extension } de verdad. Revise el archivo original.
field-password-short = Use al menos { $min } caracteres.
field-password-common = Esta contraseña es fácil de adivinar. Elija otra.
field-password-wrong = La contraseña actual no coincide.
field-time-zone-unknown = Esta zona horaria no existe. Ejemplo: America/Sao_Paulo
field-address-invalid = Indique una dirección IP o una red, como 10.0.0.0/8.
problem-illegal-action = { $situation ->
   *[in_progress] Esto no se puede hacer: la solicitud está en curso.
    [suspended] Esto no se puede hacer: la solicitud está suspendida.
    [resolved] Esto no se puede hacer: la solicitud está resuelta.
    [closed] Esto no se puede hacer: la solicitud está cerrada.
    [reopened] Esto no se puede hacer: la solicitud está reabierta.
    [cancelled] Esto no se puede hacer: la solicitud está cancelada.
}

# Administration.
problem-last-administrator = Es la última persona activa con el perfil de administrador. Déselo antes a otra.
problem-person-inactive = Esta persona está inactiva. Actívela antes de enviarle un enlace de contraseña.
problem-person-without-email = Esta persona no tiene dirección de correo. Registre una antes de enviarle un enlace de contraseña.
problem-group-has-requests = { $count ->
    [one] Este grupo aún tiene una solicitud abierta. Deléguela o resuélvala antes de desactivarlo.
   *[other] Este grupo aún tiene { $count } solicitudes abiertas. Deléguelas o resuélvalas antes de desactivarlo.
    }
problem-group-has-services = { $count ->
    [one] Este grupo aún atiende un servicio activo. Elija otro grupo para él antes de desactivar este.
   *[other] Este grupo aún atiende { $count } servicios activos. Elija otro grupo para ellos antes de desactivar este.
    }
problem-group-in-parameter = El parámetro { $parameter } indica este grupo. Elija otro en el parámetro antes de desactivar este.
problem-template-in-use = Hay parámetros que indican esta plantilla ({ $parameters }). Cámbiela allí antes de eliminarla.
problem-email-not-retryable = Este correo ya se envió, se suprimió o se está enviando ahora. Actualice la lista.
problem-mail-off = Todo el correo está apagado (parámetro 297). Enciéndalo antes de intentar de nuevo.
field-tax-id-length = Un CPF tiene 11 dígitos y un CNPJ tiene 14 caracteres. Revise si falta o sobra alguno.
field-tax-id-character = Hay un carácter que no pertenece a un CPF o CNPJ. Revise lo que se escribió.
field-tax-id-check-digits = Los dígitos verificadores no coinciden. Revise lo que se escribió.
field-tax-id-repeated = Un CPF o CNPJ con todos los dígitos iguales no pertenece a nadie.
field-employee-number-personal = El número de empleado se muestra completo en las pantallas: no use en él un CPF, un CNPJ o un correo.
field-phone-invalid = Indique un número de teléfono, con código de área. Ejemplo: (11) 98888-7777
field-too-many = Indique hasta { $max } elementos.
field-member-twice = Esta persona ya está en la lista.
field-person-inactive = Esta persona está inactiva. Actívela o elija otra.
field-not-attendant = Esta persona no tiene el perfil de agente. Déselo o elija otra.
field-group-inactive = Este grupo está inactivo. Actívelo o elija otro.
field-priority-invalid = La prioridad va de 1 (crítica) a 5 (mínima).
field-priority-twice = Esta prioridad ya tiene metas más arriba.
field-target-invalid = Indique un tiempo mayor que cero, de hasta { $max } horas, o déjelo vacío.
field-capture-after-resolve = El tiempo para capturar no puede superar el tiempo para resolver.
field-icon-invalid = Use el nombre de un icono: solo letras sin acento, cifras y guiones.
field-position-invalid = Indique un número de 0 a { $max }.
field-language-unknown = Los idiomas son pt-BR, es y en.
field-kind-in-use = El parámetro { $parameter } indica esta plantilla y necesita el tipo actual. Cambie la plantilla en el parámetro antes de cambiar el tipo.
field-first-number-given = La numeración ya empezó (la última solicitud es la { $last }) y ya no puede cambiar.
