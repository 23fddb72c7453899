//! What a query or an action works with: the connection in its transaction, the
//! time, the parameters in force.

use crate::app::App;
use crate::db::{Conn, DbError, stored};
use crate::domain::parameters::Parameters;
use crate::error::{Error, Result};
use crate::models;
use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Tz;

/// One transaction.
pub struct Tx<'a> {
    /// The connection.
    pub conn: &'a mut Conn,
    /// The time at which it all happens.
    pub now: DateTime<Utc>,
    /// The parameters in force.
    pub parameters: Parameters,
    /// Address that people type, for links.
    pub public_url: String,
    /// The company's time zone.
    pub time_zone: Tz,
}

impl Tx<'_> {
    /// The time as rows hold it.
    #[must_use]
    pub fn stamp(&self) -> NaiveDateTime {
        stored(self.now)
    }
}

impl App {
    fn place(&self) -> (String, Tz) {
        (self.public_url(), self.time_zone)
    }

    /// Reads from one snapshot.
    ///
    /// # Errors
    /// The closure's own, or the database's.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (now, place) = (self.clock.now(), self.place());
        self.db.read(move |conn| with(conn, now, place, work)).await
    }

    /// Writes in one transaction; once it is committed, wakes whoever waits for
    /// live events and outgoing e-mail.
    ///
    /// # Errors
    /// The closure's own (nothing is written then), or the database's.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let result = self.write_quietly(work).await;
        if result.is_ok() {
            self.committed();
        }
        result
    }

    /// [`App::write`] of what no page and no e-mail waits for: nobody is woken.
    ///
    /// # Errors
    /// As [`App::write`].
    pub async fn write_quietly<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (now, place) = (self.clock.now(), self.place());
        self.db.write(move |conn| with(conn, now, place, work)).await
    }

    /// Does what [`App::write`] would do, and undoes it: nothing is kept, nobody is told.
    ///
    /// # Errors
    /// As [`App::write`].
    pub async fn rehearse<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (now, place) = (self.clock.now(), self.place());
        let rehearsed = self.db.write(move |conn| match with(conn, now, place, work) {
            Ok(value) => Err::<(), _>(Rehearsed::Well(value)),
            Err(error) => Err(Rehearsed::Badly(error)),
        });
        match rehearsed.await {
            Err(Rehearsed::Well(value)) => Ok(value),
            Err(Rehearsed::Badly(error)) => Err(error),
            Ok(()) => Err(Error::Internal(anyhow::anyhow!("a rehearsal was committed"))),
        }
    }

    /// [`App::write`] on this thread: commands, jobs and demo data.
    ///
    /// # Errors
    /// As [`App::write`].
    pub fn write_now<T>(&self, work: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
        let (now, place) = (self.clock.now(), self.place());
        let result = self.db.write_now(move |conn| with(conn, now, place, work));
        if result.is_ok() {
            self.committed();
        }
        result
    }
}

/// How a rehearsal ended: either way as an error, so that the transaction is undone.
enum Rehearsed<T> {
    Well(T),
    Badly(Error),
}

impl<T> From<DbError> for Rehearsed<T> {
    fn from(error: DbError) -> Self {
        Self::Badly(error.into())
    }
}

fn with<T>(
    conn: &mut Conn,
    now: DateTime<Utc>,
    (public_url, time_zone): (String, Tz),
    work: impl FnOnce(&mut Tx<'_>) -> Result<T>,
) -> Result<T> {
    let parameters = models::parameters::load(conn)?;
    work(&mut Tx { conn, now, parameters, public_url, time_zone })
}
