# What every e-mail carries.
mail-footer = This message was sent automatically. Replies to this address are not read: please write in the request itself.
mail-open-request = Open the request
mail-system-name = The system
mail-attachments-left-out = These attachments did not fit into this e-mail (the limit is { $megabytes } MB) and are in the request: { $names }

# Password link, when parameter 1014 names no template. Keys are written ${"{"}KEY{"}"}.
mail-password-subject = Solicita: set your password
mail-password-body =
    <p>Hello, ${"{"}NOME{"}"}.</p>
    <p>Use this link to set your password:</p>
    <p><a href="${"{"}LINK{"}"}">Set my password</a></p>
    <p>The link works once, until ${"{"}VALIDADE{"}"}. If you did not ask for it, ignore this message: nothing changes.</p>

# Test message of the mail account.
mail-test-subject = Solicita: outgoing e-mail test
mail-test-body = If you can read this, Solicita at { $address } is able to send e-mail with the account that is set.

# What became of an e-mail (ledger, outbox).
mail-explain-sent = Handed over to the mail service on { $at }.
mail-explain-waiting = Queued; it goes out in a moment.
mail-explain-again = { $attempts ->
    [one] The first attempt did not work. { $reason } The next one is on { $at }.
   *[other] { $attempts } attempts did not work. { $reason } The next one is on { $at }.
}
mail-explain-failed = { $attempts ->
    [one] Not sent. { $reason }
   *[other] Not sent; Solicita gave up after { $attempts } attempts. { $reason }
}
mail-explain-mail-off = Not sent: parameter { $parameter } ({ $name }) has all e-mail switched off. It will not be sent later.
mail-explain-no-template = Not sent: parameter { $parameter } ({ $name }) names no template.
mail-explain-template-inactive = Not sent: the template named by parameter { $parameter } ({ $name }) is inactive.
mail-explain-no-address = Not sent: the recipient has no e-mail address on record.
mail-explain-own-action = Not sent: the recipient did this themselves and knows already.
mail-explain-recipient-inactive = Not sent: the recipient's record is inactive.

# Why an e-mail could not be handed over.
mail-reason-unreachable = The mail server could not be reached.
mail-reason-timeout = The mail server did not answer in time.
mail-reason-dropped = The connection to the mail server broke off.
mail-reason-certificate = The mail server's certificate is not trusted.
mail-reason-encryption = No encryption could be agreed on with the mail server.
mail-reason-login = The mail server refused the user or the password.
mail-reason-server = The mail server refused service.
mail-reason-sender = The mail server does not accept this sender.
mail-reason-later = The mail server asked to try again later.
mail-reason-recipient = The mail server refused the recipient.
mail-reason-content = The mail server refused the message.
mail-reason-address = The recipient's address is not valid.
mail-reason-redacted = The text was removed before it was sent.
mail-reason-folder = The mail folder could not be written to.
mail-reason-account = The mail account is not set up correctly.
mail-reason-internal = There was an unexpected error.

# Fields of the mail account.
field-host-invalid = Enter the name or IP address of a server, without a port.
field-port-invalid = Enter a port from 1 to 65535.
