//! The outgoing mail account: what is in force, setting it, trying it out.

use super::validate;
use crate::app::App;
use crate::auth::secret;
use crate::config::Config;
use crate::error::{Check, Complaint, Error, Result};
use crate::mail::account::{self, Account, Source};
use crate::mail::failure::{Cause, Failure};
use crate::mail::message::Outgoing;
use crate::mail::smtp::Patience;
use crate::mail::transport;
use crate::models;
use crate::models::mail_account::MailAccount;
use crate::tx::Tx;
use actix_web::http::StatusCode;
use contract::admin::{MailAccountEdit, MailAccountView, MailSecurity, MailTest, MailTestResult, MailTransport};
use contract::{Language, limits};

/// Longest host, user and password.
const LONGEST: usize = 254;

/// The account in force, and where it comes from.
///
/// # Errors
/// When the database does not answer.
pub fn view(tx: &mut Tx<'_>, config: &Config) -> Result<MailAccountView> {
    Ok(account::in_force(tx, config)?.map_or_else(|_| unreadable(), |account| of(&account)))
}

fn of(account: &Account) -> MailAccountView {
    MailAccountView {
        transport: account.transport,
        host: account.host.clone(),
        port: i32::from(account.port),
        security: account.security,
        username: account.username.clone(),
        password_set: !account.password.is_empty(),
        from_name: account.from_name.clone(),
        from_address: account.from_address.clone(),
        source: account.source.as_str().to_owned(),
        version: account.version,
    }
}

/// The settings of the environment cannot work: an empty form replaces them.
fn unreadable() -> MailAccountView {
    MailAccountView {
        transport: MailTransport::Smtp,
        host: String::new(),
        port: i32::from(account::usual_port(MailSecurity::StartTls)),
        security: MailSecurity::StartTls,
        username: String::new(),
        password_set: false,
        from_name: String::new(),
        from_address: String::new(),
        source: Source::Environment.as_str().to_owned(),
        version: 0,
    }
}

/// Sets the account that was read as `version` (0: none was set). E-mails that wait
/// because of the former one are tried at once.
///
/// # Errors
/// 412 when somebody changed it since; 422 for a missing host, a port that is none,
/// a sender that is no address.
pub fn set(
    tx: &mut Tx<'_>,
    config: &Config,
    author: i64,
    version: i32,
    edit: MailAccountEdit,
) -> Result<MailAccountView> {
    let before = account::in_force(tx, config)?.ok();
    if models::mail_account::find(tx.conn)?.map_or(0, |row| row.version) != version {
        return Err(version_old());
    }
    let password = edit.password.clone();
    let kept = before.map(|account| account.password).unwrap_or_default();
    let mut row = checked(edit)?;
    row.password = password.clone().unwrap_or(kept);
    row.version = version + 1;
    let place = described(&row);
    if !models::mail_account::save(tx.conn, row)? {
        return Err(version_old());
    }
    let now = tx.stamp();
    let subject = ("mail-account", None);
    models::audit::record(tx.conn, now, Some(author), "mail-account-changed", subject, &place)?;
    // What became of the secret, never the secret.
    match password.as_deref() {
        None => {}
        Some("") => models::audit::record(tx.conn, now, Some(author), "mail-password-cleared", subject, &place)?,
        Some(_) => models::audit::record(tx.conn, now, Some(author), "mail-password-set", subject, &place)?,
    }
    models::outbox::hurry(tx.conn, &Cause::everybodys(), now)?;
    view(tx, config)
}

fn version_old() -> Error {
    Error::refused(StatusCode::PRECONDITION_FAILED, "version-old")
}

fn checked(edit: MailAccountEdit) -> Result<MailAccount> {
    let mut check = Check::new();
    let smtp = edit.transport == MailTransport::Smtp;
    let host = check.take(validate::optional_line("host", &edit.host, LONGEST));
    if smtp && host.is_empty() {
        check.add(Complaint::new("host", "required"));
    } else if smtp && !is_host(&host) {
        check.add(Complaint::new("host", "host-invalid"));
    }
    if smtp && !(1..=65_535).contains(&edit.port) {
        check.add(Complaint::new("port", "port-invalid"));
    }
    let username = check.take(validate::optional_line("username", &edit.username, LONGEST));
    if edit.password.as_ref().is_some_and(|password| password.chars().count() > LONGEST) {
        check.add(Complaint::new("password", "too-long").with("max", LONGEST));
    }
    let from_name = check.take(validate::optional_line("from_name", &edit.from_name, limits::NAME));
    let from_address = check.take(validate::email("from_address", Some(&edit.from_address)));
    if edit.from_address.trim().is_empty() {
        check.add(Complaint::new("from_address", "required"));
    }
    check.done()?;
    Ok(MailAccount {
        transport: edit.transport,
        host,
        port: if smtp { edit.port } else { edit.port.clamp(0, 65_535) },
        security: edit.security,
        username,
        password: String::new(),
        from_name,
        from_address: from_address.unwrap_or_default(),
        version: 0,
    })
}

/// A host name or an IP address, without brackets.
fn is_host(host: &str) -> bool {
    host.parse::<std::net::IpAddr>().is_ok() || (!host.contains(['[', ']']) && url::Host::parse(host).is_ok())
}

/// For the audit trail: where mail goes.
fn described(row: &MailAccount) -> String {
    match row.transport {
        MailTransport::Folder => row.transport.as_str().to_owned(),
        MailTransport::Smtp => format!("smtp {}:{} {}", row.host, row.port, row.security.as_str()),
    }
}

/// Sends a test message through the account in force, right now, and tells what
/// the server said. Parameter 297 does not hold it back: somebody asked for it.
///
/// # Errors
/// 422 when the address cannot be one.
pub async fn test(app: &App, language: Language, test: &MailTest) -> Result<MailTestResult> {
    let mut check = Check::new();
    let address = check.take(validate::email("to", Some(&test.to)));
    if test.to.trim().is_empty() {
        check.add(Complaint::new("to", "required"));
    }
    check.done()?;
    let mail = test_message(app, language, address.unwrap_or_default())?;
    let config = app.config.clone();
    let account = app.read(move |tx| account::in_force(tx, &config)).await?;
    let outcome = match account {
        Ok(account) => transport::deliver(&account, &mail, Patience::default()).await,
        Err(failure) => Err(failure),
    };
    Ok(match outcome {
        Ok(detail) => MailTestResult { delivered: true, detail },
        Err(failure) => MailTestResult { delivered: false, detail: told(&failure, language) },
    })
}

fn told(failure: &Failure, language: Language) -> String {
    let (sentence, said) = (failure.cause.sentence(language), failure.said());
    if said.is_empty() { sentence } else { format!("{sentence} ({said})") }
}

fn test_message(app: &App, language: Language, address: String) -> Result<Outgoing> {
    let text = locales::text!(language, "mail-test-body", address = app.public_url());
    let now = app.clock.now();
    let id = secret::generate()?;
    Ok(Outgoing {
        file_name: format!("{}-test.eml", now.format("%Y%m%dT%H%M%S%3fZ")),
        to_name: String::new(),
        address,
        language,
        subject: locales::text!(language, "mail-test-subject"),
        html: format!("<p>{}</p>", handlebars::html_escape(&text).replace('\n', "<br>")),
        text,
        message_id: format!("<{id}@solicita.invalid>"),
        thread: Vec::new(),
        at: now,
        files: Vec::new(),
    })
}
