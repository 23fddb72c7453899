//! One e-mail over SMTP (RFC 5321), step by step: each step has its own patience,
//! and what went wrong is judged by the step in which it did.

use super::account::Account;
use super::failure::{Cause, Failure};
use contract::admin::MailSecurity;
use lettre::Message;
use lettre::address::Envelope;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter};
use lettre::transport::smtp::response::Response;
use lettre::transport::smtp::{self as library};
use std::error::Error as _;
use std::io;
use std::time::Duration;

/// How long to wait for a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// For the connection.
    pub connect: Duration,
    /// For the answer to a command.
    pub command: Duration,
    /// For the message to be taken over, besides what its size needs.
    pub message: Duration,
    /// For everything together, besides what its size needs. A claim must last longer.
    pub total: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        let seconds = Duration::from_secs;
        Self { connect: seconds(15), command: seconds(15), message: seconds(45), total: seconds(100) }
    }
}

/// Time that a message of this many bytes takes over a slow line (50 kB a second).
#[must_use]
pub fn transfer_time(bytes: i64) -> Duration {
    Duration::from_millis(u64::try_from(bytes).unwrap_or_default() / 50)
}

/// What the server is being asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Connect,
    StartTls,
    Login,
    Sender,
    Recipient,
    Message,
}

/// Hands an e-mail over; gives the server's answer.
///
/// # Errors
/// Why the server did not take it.
pub async fn send(account: &Account, message: &Message, patience: Patience) -> Result<String, Failure> {
    let content = message.formatted();
    let sending = async {
        let mut connection = connect(account, patience).await?;
        let taken = converse(&mut connection, account, message.envelope(), &content, patience).await;
        // A polite good-bye that nothing depends on and nobody waits for.
        tokio::spawn(async move {
            let _ = tokio::time::timeout(patience.command, connection.abort()).await;
        });
        taken
    };
    let longest = patience.total + transfer_time(bytes(&content));
    let answer = tokio::time::timeout(longest, sending).await.unwrap_or_else(|_| Err(too_slow(longest)))?;
    let text = answer.message().collect::<Vec<_>>().join(" ");
    Ok(format!("{} {text}", answer.code()).trim_end().to_owned())
}

fn bytes(content: &[u8]) -> i64 {
    i64::try_from(content.len()).unwrap_or(i64::MAX)
}

fn too_slow(patience: Duration) -> Failure {
    Failure::new(Cause::Timeout, &format!("no answer within {} s", patience.as_secs_f32()))
}

async fn connect(account: &Account, patience: Patience) -> Result<AsyncSmtpConnection, Failure> {
    let hello = hello_name(account);
    let wrapped = if account.security == MailSecurity::Tls { Some(tls(account)?) } else { None };
    let server = (account.host.as_str(), account.port);
    let connecting = AsyncSmtpConnection::connect_tokio1(server, Some(patience.connect), &hello, wrapped, None);
    let mut connection = step(Step::Connect, patience.connect + patience.command, connecting).await?;
    if account.security == MailSecurity::StartTls {
        if !connection.can_starttls() {
            return Err(Failure::new(Cause::Encryption, "STARTTLS is not offered"));
        }
        step(Step::StartTls, patience.command, connection.starttls(tls(account)?, &hello)).await?;
    }
    if !account.username.is_empty() {
        let credentials = Credentials::new(account.username.clone(), account.password.clone());
        let loggable = connection.server_info().get_auth_mechanism(DEFAULT_MECHANISMS).is_some();
        if !loggable && connection.can_starttls() {
            return Err(Failure::new(Cause::Encryption, "a login needs STARTTLS here"));
        }
        step(Step::Login, patience.command, connection.auth(DEFAULT_MECHANISMS, &credentials)).await?;
    }
    Ok(connection)
}

async fn converse(
    connection: &mut AsyncSmtpConnection,
    account: &Account,
    envelope: &Envelope,
    content: &[u8],
    patience: Patience,
) -> Result<Response, Failure> {
    let (from, to) = (envelope.from().cloned(), envelope.to().to_vec());
    let ascii = to.iter().chain(&from).all(|address| AsRef::<str>::as_ref(address).is_ascii());
    let mut parameters = Vec::new();
    if !ascii {
        if !connection.server_info().supports_feature(Extension::SmtpUtfEight) {
            return Err(Failure::new(Cause::Address, &format!("{} takes only plain letters", account.host)));
        }
        parameters.push(MailParameter::SmtpUtfEight);
    }
    step(Step::Sender, patience.command, connection.command(Mail::new(from, parameters))).await?;
    for address in to {
        step(Step::Recipient, patience.command, connection.command(Rcpt::new(address, Vec::new()))).await?;
    }
    step(Step::Message, patience.command, connection.command(Data)).await?;
    let time = patience.message + transfer_time(bytes(content));
    step(Step::Message, time, connection.message_iter(content.chunks(64 * 1024))).await
}

async fn step<T>(
    step: Step,
    patience: Duration,
    work: impl Future<Output = Result<T, library::Error>>,
) -> Result<T, Failure> {
    match tokio::time::timeout(patience, work).await {
        Ok(result) => result.map_err(|error| judge(step, &error)),
        // Who does not even greet is not there for anybody.
        Err(_) if step == Step::Connect => Err(Failure { cause: Cause::Unreachable, ..too_slow(patience) }),
        Err(_) => Err(too_slow(patience)),
    }
}

/// What a failed step means for the e-mail.
fn judge(step: Step, error: &library::Error) -> Failure {
    let detail = innermost(error);
    let status = error.status().map(u16::from);
    let cause = match (step, status) {
        (_, Some(400..500)) if step != Step::Login => Cause::Later,
        (Step::Login, _) if status.is_some() || error.is_client() => Cause::Login,
        // RFC 3207, section 4: the same status, with another meaning.
        (_, Some(530)) if detail.contains("STARTTLS") => Cause::Encryption,
        (_, Some(530 | 534 | 535 | 538)) => Cause::Login,
        (Step::Connect, Some(_)) => Cause::Server,
        (Step::StartTls, Some(_)) => Cause::Encryption,
        (Step::Sender, Some(_)) => Cause::Sender,
        (Step::Recipient, Some(_)) => Cause::Recipient,
        (Step::Message, Some(_)) => Cause::Content,
        _ if detail.contains("ertificate") => Cause::Certificate,
        _ if error.is_timeout() && step != Step::Connect => Cause::Timeout,
        (Step::Connect | Step::StartTls, None) if error.is_tls() || is_tls_failure(error) => Cause::Encryption,
        (Step::Connect, None) if !error.is_response() => Cause::Unreachable,
        _ => Cause::Dropped,
    };
    Failure::new(cause, &detail).status(status)
}

/// Failures of the TLS library arrive as invalid data of the connection.
fn is_tls_failure(error: &library::Error) -> bool {
    let mut source = error.source();
    while let Some(inner) = source {
        if inner.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::InvalidData) {
            return true;
        }
        source = inner.source();
    }
    false
}

/// The most telling message of a chain: the last.
fn innermost(error: &library::Error) -> String {
    let mut text = String::new();
    let mut source = error.source();
    while let Some(inner) = source {
        text = inner.to_string();
        source = inner.source();
    }
    if text.is_empty() { error.to_string() } else { text }
}

fn tls(account: &Account) -> Result<TlsParameters, Failure> {
    let failure = |error: String| Failure::new(Cause::Account, &error);
    let mut parameters = TlsParameters::builder(account.host.clone());
    if let Some(path) = &account.trusted {
        let pem = std::fs::read(path).map_err(|error| failure(format!("{}: {error}", path.display())))?;
        let is_pem = pem.windows(17).any(|part| part == b"BEGIN CERTIFICATE");
        let certificate = Certificate::from_pem(&pem).ok().filter(|_| is_pem);
        let certificate = certificate.ok_or_else(|| failure(format!("{}: no certificate (PEM)", path.display())))?;
        parameters = parameters.add_root_certificate(certificate);
    }
    parameters.build().map_err(|error| failure(error.to_string()))
}

/// The name to greet with: the sender's host, which is what is at hand and public.
fn hello_name(account: &Account) -> ClientId {
    let host = account.sender_host();
    let is_name = host.contains('.') && host.chars().all(|c| c.is_ascii_alphanumeric() || ".-".contains(c));
    if is_name { ClientId::Domain(host.to_owned()) } else { ClientId::default() }
}
