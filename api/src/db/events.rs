//! The order of live events.
//!
//! On SQLite writes follow one another, so identifiers follow commits. On
//! PostgreSQL an identifier is taken before the commit: an event with a smaller
//! one may appear later. So each event keeps its transaction's number, is read
//! only once no older transaction is under way, and is ordered by (tx, id).

use super::Conn;
use diesel::prelude::*;
use diesel::sql_types::BigInt;

diesel::define_sql_function! {
    /// The number of this transaction.
    fn txid_current() -> BigInt;
}

#[derive(QueryableByName)]
struct Horizon {
    #[diesel(sql_type = BigInt)]
    horizon: i64,
}

/// The number to keep with an event written in this transaction.
///
/// # Errors
/// When the database does not answer.
pub fn live_position(conn: &mut Conn) -> QueryResult<i64> {
    match conn {
        Conn::Sqlite(_) => Ok(0),
        Conn::Pg(conn) => diesel::select(txid_current()).get_result(conn),
    }
}

/// Events of transactions below this number are complete and in order.
///
/// # Errors
/// When the database does not answer.
pub fn visible_horizon(conn: &mut Conn) -> QueryResult<i64> {
    match conn {
        Conn::Sqlite(_) => Ok(1),
        Conn::Pg(conn) => diesel::sql_query("SELECT txid_snapshot_xmin(txid_current_snapshot()) AS horizon")
            .get_result::<Horizon>(conn)
            .map(|row| row.horizon),
    }
}
