//! Superseded calls. The end of a call that only the web services announced is never reported. The next call announced
//! at its extension supersedes it (docs/adr/0008-calls.md).

use super::ending::{End, finish};
use super::popups;
use super::saving::save;
use crate::error::Result;
use crate::models;
use crate::models::calls::Call;
use crate::tx::Tx;

/// Supersedes the earlier calls at the extension where a later one is announced: they count as ended, and their pop-ups
/// wait for an attendant to say what the calls were about.
pub(super) fn supersede(tx: &mut Tx<'_>, later: &Call, extension: &str) -> Result<()> {
    for mut call in models::calls::announced_at(tx.conn, extension, later.id)? {
        // An attendant who took the pop-up up has talked. Of other calls it is not known whether anybody answered.
        call.answered_at = popups::supersede(tx, &call)?;
        let end = End { result: None, talked: None, began: None, at: tx.now };
        finish(tx, &mut call, &end)?;
        save(tx, &mut call)?;
    }
    Ok(())
}

/// Reinstates a superseded call of which something new is reported: it goes on.
pub(super) fn reinstate(call: &mut Call) {
    if !call.followed && call.result.is_none() {
        call.ended_at = None;
    }
}
