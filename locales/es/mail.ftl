# What every e-mail carries.
mail-footer = Este mensaje es automático. Nadie lee las respuestas a esta dirección: escriba desde la propia solicitud.
mail-open-request = Abrir la solicitud
mail-system-name = El sistema
mail-attachments-left-out = Estos adjuntos no cabían en el correo (el límite es de { $megabytes } MB) y están en la solicitud: { $names }

# Password link, when parameter 1014 names no template. Keys are written ${"{"}KEY{"}"}.
mail-password-subject = Solicita: defina su contraseña
mail-password-body =
    <p>Hola, ${"{"}NOME{"}"}.</p>
    <p>Use este enlace para definir su contraseña:</p>
    <p><a href="${"{"}LINK{"}"}">Definir mi contraseña</a></p>
    <p>El enlace sirve una sola vez y vale hasta el ${"{"}VALIDADE{"}"}. Si no lo pidió, ignore este mensaje: nada cambia.</p>

# Test message of the mail account.
mail-test-subject = Solicita: prueba del correo saliente
mail-test-body = Si lee este mensaje, Solicita en { $address } puede enviar correos con la cuenta configurada.

# What became of an e-mail (ledger, outbox).
mail-explain-sent = Entregado al servicio de correo el { $at }.
mail-explain-waiting = En cola; sale en unos instantes.
mail-explain-again = { $attempts ->
    [one] El primer intento no funcionó. { $reason } El próximo es el { $at }.
   *[other] { $attempts } intentos no funcionaron. { $reason } El próximo es el { $at }.
}
mail-explain-failed = { $attempts ->
    [one] No se envió. { $reason }
   *[other] No se envió; Solicita desistió después de { $attempts } intentos. { $reason }
}
mail-explain-mail-off = No enviado: el parámetro { $parameter } ({ $name }) tiene apagado todo el correo. No se enviará después.
mail-explain-no-template = No enviado: el parámetro { $parameter } ({ $name }) no indica una plantilla.
mail-explain-template-inactive = No enviado: la plantilla indicada en el parámetro { $parameter } ({ $name }) está inactiva.
mail-explain-no-address = No enviado: el destinatario no tiene dirección de correo registrada.
mail-explain-own-action = No enviado: el destinatario es quien lo hizo, y ya lo sabe.
mail-explain-recipient-inactive = No enviado: el registro del destinatario está inactivo.

# Why an e-mail could not be handed over.
mail-reason-unreachable = No se pudo conectar con el servidor de correo.
mail-reason-timeout = El servidor de correo no respondió a tiempo.
mail-reason-dropped = Se cortó la conexión con el servidor de correo.
mail-reason-certificate = El certificado del servidor de correo no es de confianza.
mail-reason-encryption = No hubo acuerdo sobre el cifrado con el servidor de correo.
mail-reason-login = El servidor de correo rechazó el usuario o la contraseña.
mail-reason-server = El servidor de correo rechazó el servicio.
mail-reason-sender = El servidor de correo no acepta este remitente.
mail-reason-later = El servidor de correo pidió intentarlo más tarde.
mail-reason-recipient = El servidor de correo rechazó al destinatario.
mail-reason-content = El servidor de correo rechazó el mensaje.
mail-reason-address = La dirección del destinatario no es válida.
mail-reason-redacted = El texto se eliminó antes del envío.
mail-reason-folder = No se pudo escribir en la carpeta de correos.
mail-reason-account = La cuenta de correo no está bien configurada.
mail-reason-internal = Hubo un error inesperado.

# Fields of the mail account.
field-host-invalid = Indique el nombre o la dirección IP de un servidor, sin puerto.
field-port-invalid = Indique un puerto de 1 a 65535.
