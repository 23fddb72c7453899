//! The outgoing mail account, as administrators see it.

use crate::config::Config;
use crate::error::Result;
use crate::mail::account::{self, Account, Source};
use crate::tx::Tx;
use contract::admin::{MailAccountView, MailSecurity, MailTransport};

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
