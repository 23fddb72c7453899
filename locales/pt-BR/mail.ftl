# What every e-mail carries.
mail-footer = Esta mensagem é automática. Respostas a este endereço não são lidas: escreva pela própria solicitação.
mail-open-request = Abrir a solicitação
mail-system-name = O sistema
mail-attachments-left-out = Estes anexos não couberam neste e-mail (o limite é de { $megabytes } MB) e estão na solicitação: { $names }

# Password link, when parameter 1014 names no template. Keys are written ${"{"}KEY{"}"}.
mail-password-subject = Solicita: defina sua senha
mail-password-body =
    <p>Olá, ${"{"}NOME{"}"}.</p>
    <p>Use este link para definir sua senha:</p>
    <p><a href="${"{"}LINK{"}"}">Definir minha senha</a></p>
    <p>O link serve uma única vez e vale até ${"{"}VALIDADE{"}"}. Se você não pediu por ele, ignore esta mensagem: nada muda.</p>

# Test message of the mail account.
mail-test-subject = Solicita: teste do e-mail de saída
mail-test-body = Se você está lendo esta mensagem, o Solicita em { $address } consegue enviar e-mails com a conta configurada.

# What became of an e-mail (ledger, outbox).
mail-explain-sent = Entregue ao serviço de e-mail em { $at }.
mail-explain-waiting = Na fila; sai em instantes.
mail-explain-again = { $attempts ->
    [one] A primeira tentativa não deu certo. { $reason } A próxima é em { $at }.
   *[other] { $attempts } tentativas não deram certo. { $reason } A próxima é em { $at }.
}
mail-explain-failed = { $attempts ->
    [one] Não foi enviado. { $reason }
   *[other] Não foi enviado; o Solicita desistiu depois de { $attempts } tentativas. { $reason }
}
mail-explain-mail-off = Não enviado: todo e-mail está desligado pelo parâmetro { $parameter } ({ $name }). Não será enviado depois.
mail-explain-no-template = Não enviado: o parâmetro { $parameter } ({ $name }) não indica um modelo.
mail-explain-template-inactive = Não enviado: o modelo indicado no parâmetro { $parameter } ({ $name }) está inativo.
mail-explain-no-address = Não enviado: o destinatário não tem endereço de e-mail no cadastro.
mail-explain-own-action = Não enviado: o destinatário é quem fez isto, e já sabe.
mail-explain-recipient-inactive = Não enviado: o cadastro do destinatário está inativo.

# Why an e-mail could not be handed over.
mail-reason-unreachable = Não foi possível conectar ao servidor de e-mail.
mail-reason-timeout = O servidor de e-mail não respondeu a tempo.
mail-reason-dropped = A conexão com o servidor de e-mail caiu.
mail-reason-certificate = O certificado do servidor de e-mail não é confiável.
mail-reason-encryption = Não houve acordo sobre a criptografia com o servidor de e-mail.
mail-reason-login = O servidor de e-mail recusou o usuário ou a senha.
mail-reason-server = O servidor de e-mail recusou o serviço.
mail-reason-sender = O servidor de e-mail não aceita este remetente.
mail-reason-later = O servidor de e-mail pediu para tentar mais tarde.
mail-reason-recipient = O servidor de e-mail recusou o destinatário.
mail-reason-content = O servidor de e-mail recusou a mensagem.
mail-reason-address = O endereço do destinatário não é válido.
mail-reason-redacted = O texto foi removido antes do envio.
mail-reason-folder = Não foi possível gravar na pasta de e-mails.
mail-reason-account = A conta de e-mail não está configurada corretamente.
mail-reason-internal = Houve um erro inesperado.

# Fields of the mail account.
field-host-invalid = Informe o nome ou o endereço IP de um servidor, sem porta.
field-port-invalid = Informe uma porta de 1 a 65535.
