"""An SMTP server that takes e-mails only over STARTTLS and after a login (RFC 5321, 3207, 4954).

Keeps each e-mail that it takes in a folder: N.eml as it came, N.json with its envelope.
Prints its port, and goes on until it is killed.
"""

import asyncio
import json
import ssl
import sys
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult

folder, certificate, key, user, password = sys.argv[1:]


class Keeper:
    """Keeps what comes."""

    def __init__(self):
        self.count = 0

    async def handle_DATA(self, server, session, envelope):
        self.count += 1
        file = Path(folder) / f"{self.count}.eml"
        file.write_bytes(envelope.content)
        about = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "encrypted": session.ssl is not None,
            "user": session.auth_data.login.decode(),
        }
        file.with_suffix(".json").write_text(json.dumps(about))
        return "250 2.0.0 taken"


def authenticate(server, session, envelope, mechanism, given):
    right = given.login.decode() == user and given.password.decode() == password
    return AuthResult(success=right, handled=False, auth_data=given)


async def main():
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    keeper = Keeper()

    def connection():
        return SMTP(
            keeper,
            hostname="mail.empresa.test",
            tls_context=context,
            require_starttls=True,
            auth_required=True,
            authenticator=authenticate,
        )

    server = await asyncio.get_running_loop().create_server(connection, "127.0.0.1", 0)
    print("port", server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
