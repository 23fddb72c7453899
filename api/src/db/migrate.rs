//! Bringing a database to this version's schema.

use super::{Conn, Db, DbError};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

const SQLITE: EmbeddedMigrations = embed_migrations!("../migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("../migrations/postgres");

/// Runs the migrations that are missing, and says how many ran. On PostgreSQL
/// one node at a time does.
///
/// # Errors
/// When one of them fails; those before it stay.
pub fn migrate(db: &Db) -> Result<usize, DbError> {
    db.with_writer(|conn| match conn {
        Conn::Sqlite(conn) => conn.run_pending_migrations(SQLITE).map(|ran| ran.len()).map_err(failed),
        Conn::Pg(conn) => {
            use diesel::connection::SimpleConnection;
            conn.batch_execute("SELECT pg_advisory_lock(7216541)")?;
            let ran = conn.run_pending_migrations(POSTGRES).map(|ran| ran.len()).map_err(failed);
            conn.batch_execute("SELECT pg_advisory_unlock(7216541)")?;
            ran
        }
    })?
}

/// Whether migrations are missing.
///
/// # Errors
/// When the database does not answer.
pub fn pending_migrations(db: &Db) -> Result<bool, DbError> {
    db.with_writer(|conn| match conn {
        Conn::Sqlite(conn) => conn.has_pending_migration(SQLITE).map_err(failed),
        Conn::Pg(conn) => conn.has_pending_migration(POSTGRES).map_err(failed),
    })?
}

fn failed(error: Box<dyn std::error::Error + Send + Sync>) -> DbError {
    DbError::Stopped(format!("migration: {error}"))
}
