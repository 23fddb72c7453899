//! Setting the outgoing mail account.

use super::audit::{self, Subject};
use super::validate;
use crate::config::Config;
use crate::error::{Check, Complaint, Error, Result};
use crate::mail::account;
use crate::mail::failure::Cause;
use crate::models;
use crate::models::mail_account::MailAccount;
use crate::tx::Tx;
use actix_web::http::StatusCode;
use contract::admin::{MailAccountEdit, MailTransport};
use contract::limits;

/// Longest host, user and password.
const LONGEST: usize = 254;

/// Sets the account that was read as `version` (0: none was set). E-mails that wait
/// because of the former one are tried at once.
///
/// # Errors
/// 412 when somebody changed it since; 422 for a missing host, an invalid
/// port, a sender without a valid address.
pub fn set(tx: &mut Tx<'_>, config: &Config, author: i64, version: i32, edit: MailAccountEdit) -> Result<()> {
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
    let (author, subject) = (Some(author), Subject::kind("mail-account"));
    audit::record(tx, author, "mail-account-changed", subject, &place)?;
    // The trail says that the password was set or cleared, never the password.
    match password.as_deref() {
        None => {}
        Some("") => audit::record(tx, author, "mail-password-cleared", subject, &place)?,
        Some(_) => audit::record(tx, author, "mail-password-set", subject, &place)?,
    }
    models::emails::hurry(tx, &Cause::everybodys())?;
    Ok(())
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
