//! The logins of the demo company, which everybody knows.

use crate::app::App;
use crate::db::schema::people;
use crate::error::Result;
use diesel::prelude::*;

/// E-mail addresses of those who can log in, and as what.
pub const LOGINS: &[(&str, &str)] = &[
    ("solicitante@demo.test", "requester"),
    ("atendente@demo.test", "attendant"),
    ("admin@demo.test", "administrator"),
    ("atendente2@demo.test", "attendant"),
    ("consulta@demo.test", "attendant (view only)"),
];

/// The password of all of them.
pub const PASSWORD: &str = "solicita-demo";

/// Whether the database holds people of the demo company who can log in.
///
/// # Errors
/// When the database does not answer.
pub fn is_loaded(app: &App) -> Result<bool> {
    let addresses: Vec<&str> = LOGINS.iter().map(|(address, _)| *address).collect();
    app.db.read_now(|conn| {
        let logins = people::table.filter(people::email.eq_any(addresses));
        Ok(diesel::select(diesel::dsl::exists(logins)).get_result(conn)?)
    })
}
