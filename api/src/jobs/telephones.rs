//! What time does to telephony: attendants who are gone give up their extensions, calls that nobody ended are over.

use crate::actions::{calls, extensions, presences};
use crate::app::App;
use crate::error::Result;
use crate::tx::Tx;

/// Does what is due.
pub async fn look_after(app: &App) {
    let present = renew_presences(app).await;
    let released = if_due(app, extensions::any_absent, extensions::release_absent).await;
    let ended = if_due(app, calls::stale::are_there, calls::stale::end).await;
    for (what, done) in [("presences", present), ("extensions", released), ("calls", ended)] {
        if let Err(error) = done {
            tracing::warn!(what, %error, "could not be looked after");
        }
    }
}

/// Does something when a look says that it is due, because looking keeps nobody from writing.
async fn if_due(app: &App, due: fn(&mut Tx<'_>) -> Result<bool>, act: fn(&mut Tx<'_>) -> Result<usize>) -> Result<()> {
    if app.read(due).await? {
        app.write(act).await?;
    }
    Ok(())
}

/// Renews the rows of those who have a page open here, and removes those of nodes
/// that are gone. Writes only when there are any.
async fn renew_presences(app: &App) -> Result<()> {
    let (people, node) = (app.node.presence.people(), app.node.presence.node());
    if people.is_empty() && !app.read(presences::any_gone).await? {
        return Ok(());
    }
    app.write(move |tx| presences::renew(tx, &node, &people)).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::stored;
    use crate::jobs::tests::fixture::Fixture;
    use crate::models;
    use chrono::TimeDelta;

    #[actix_web::test]
    async fn those_who_are_there_are_renewed_and_nobody_is_woken() {
        let fixture = Fixture::new();
        let (app, person) = (&fixture.app, fixture.attendant);
        assert!(app.node.presence.open(person));
        let woken = app.node.signals.live();
        app.clock.advance(TimeDelta::minutes(30));
        renew_presences(app).await.unwrap();
        let since = stored(app.clock.now() - TimeDelta::minutes(1));
        let there = app.read(move |tx| Ok(models::presences::is_there(tx.conn, person, since)?)).await.unwrap();
        assert!(there && !woken.has_changed().unwrap());
    }
}
