//! The outgoing mail account that administrators set: one row, or none.

use crate::db::Conn;
use crate::db::schema::mail_account;
use crate::db::types::Code;
use contract::admin::{MailSecurity, MailTransport};
use diesel::prelude::*;
use std::fmt;

/// The only row's identifier.
const ID: i32 = 1;

/// The account.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = mail_account)]
#[allow(missing_docs, reason = "the columns are documented in the migration")]
pub struct MailAccount {
    #[diesel(deserialize_as = Code<MailTransport>, serialize_as = Code<MailTransport>)]
    pub transport: MailTransport,
    pub host: String,
    pub port: i32,
    #[diesel(deserialize_as = Code<MailSecurity>, serialize_as = Code<MailSecurity>)]
    pub security: MailSecurity,
    pub username: String,
    pub password: String,
    pub from_name: String,
    pub from_address: String,
    pub version: i32,
}

/// Does not show the password.
impl fmt::Debug for MailAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MailAccount").field("host", &self.host).field("version", &self.version).finish_non_exhaustive()
    }
}

/// The account, if one is set.
///
/// # Errors
/// When the database does not answer.
pub fn find(conn: &mut Conn) -> QueryResult<Option<MailAccount>> {
    mail_account::table.find(ID).select(MailAccount::as_select()).first(conn).optional()
}

/// Sets the account, if it is at the version before the given one's; the first
/// has version 1. False when somebody was faster.
///
/// # Errors
/// When the database does not answer.
pub fn save(conn: &mut Conn, account: MailAccount) -> QueryResult<bool> {
    if account.version == 1 {
        let first = diesel::insert_into(mail_account::table).values((mail_account::id.eq(ID), account)).execute(conn);
        return match first {
            Err(error) if crate::db::is_unique_violation(&error) => Ok(false),
            other => other.map(|rows| rows == 1),
        };
    }
    let target =
        mail_account::table.filter(mail_account::id.eq(ID)).filter(mail_account::version.eq(account.version - 1));
    Ok(diesel::update(target).set(account).execute(conn)? == 1)
}
