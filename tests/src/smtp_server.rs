//! A real SMTP server, in a process of its own (`smtp/server.py`).

use crate::emails::DeliveredEmail;
use crate::process::{self, Program};
use crate::server;
use contract::admin::{MailAccountEdit, MailSecurity, MailTransport};
use serde::Deserialize;
use solicita::config::Config;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/smtp/server.py");
const USER: &str = "solicita";
const PASSWORD: &str = "segredo do correio";

/// A server that accepts e-mails over STARTTLS, after a login.
pub struct SmtpServer {
    folder: TempDir,
    port: u16,
    _program: Program,
}

/// An e-mail as the server received it.
#[derive(Debug)]
pub struct ReceivedEmail {
    /// Sender and recipients as the SMTP client gave them, and how it was connected.
    pub envelope: Envelope,
    /// The e-mail itself.
    pub email: DeliveredEmail,
}

/// The envelope of an e-mail (RFC 5321), and how the client was connected.
#[derive(Debug, Deserialize, PartialEq, Eq)]
pub struct Envelope {
    /// Address that failures are reported to.
    pub from: String,
    /// Addresses of the recipients.
    pub to: Vec<String>,
    /// Whether the connection was encrypted.
    pub encrypted: bool,
    /// User that had logged in.
    pub user: String,
}

impl SmtpServer {
    /// Starts a server with a certificate of its own.
    #[must_use]
    pub fn start() -> Self {
        let folder = server::folder("smtp-");
        let (certificate, key) = certificate(folder.path());
        let mut command = Command::new(python());
        command.arg(SCRIPT).arg(folder.path()).args([&certificate, &key]).args([USER, PASSWORD]);
        let program = Program::start(&command, &folder.path().join("server.log"));
        let port = program.wait_for(|line| line.strip_prefix("port ")?.parse().ok());
        let port = port.unwrap_or_else(|error| {
            panic!("the SMTP server (apt-get install python3-aiosmtpd) does not start: {error}");
        });
        Self { folder, port, _program: program }
    }

    /// Makes an application trust this server's certificate. The account that it sends with is
    /// the [`Self::account`] that an administrator sets.
    pub fn configure(&self, config: &mut Config) {
        let certificate = self.folder.path().join("certificate.pem");
        config.mail_url = format!("smtp+starttls://localhost:{}?ca={}", self.port, certificate.display());
    }

    /// The account that works.
    #[must_use]
    pub fn account(&self) -> MailAccountEdit {
        MailAccountEdit {
            transport: MailTransport::Smtp,
            host: "localhost".to_owned(),
            port: self.port.into(),
            security: MailSecurity::StartTls,
            username: USER.to_owned(),
            password: Some(PASSWORD.to_owned()),
            from_name: "Central de serviços".to_owned(),
            from_address: "central@empresa.test".to_owned(),
        }
    }

    /// The e-mails that it received, in order.
    #[must_use]
    pub fn received(&self) -> Vec<ReceivedEmail> {
        let file = |number: usize| self.folder.path().join(number.to_string());
        let read = |path: PathBuf| {
            let envelope = std::fs::read(path.with_extension("json")).ok()?;
            let content = std::fs::read(path.with_extension("eml")).expect("the e-mail of an envelope");
            let envelope = serde_json::from_slice(&envelope).expect("an envelope");
            Some(ReceivedEmail { envelope, email: DeliveredEmail::parse(&content) })
        };
        (1..).map(file).map_while(read).collect()
    }
}

/// The interpreter that Debian's Python packages are installed for, where there is one.
fn python() -> PathBuf {
    let system = PathBuf::from("/usr/bin/python3");
    if system.is_file() { system } else { process::find("python3", "python3-aiosmtpd") }
}

/// A self-signed certificate for `localhost`, and its key.
fn certificate(folder: &Path) -> (PathBuf, PathBuf) {
    let (certificate, key) = (folder.join("certificate.pem"), folder.join("key.pem"));
    let mut openssl = Command::new(process::find("openssl", "openssl"));
    openssl.args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]);
    openssl.args(["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]);
    openssl.args(["-addext", "basicConstraints=critical,CA:FALSE"]);
    let made = openssl.arg("-keyout").arg(&key).arg("-out").arg(&certificate).output().expect("openssl");
    assert!(made.status.success(), "openssl: {}", String::from_utf8_lossy(&made.stderr));
    (certificate, key)
}
