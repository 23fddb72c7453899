//! A call that only the web services tell of has no end of its own: the next one at its
//! extension puts it aside (ADR 8).

use super::exchange::{End, finish};
use super::{popups, save};
use crate::error::Result;
use crate::models;
use crate::models::calls::Call;
use crate::tx::Tx;

/// Puts aside the earlier calls at the extension where a later one is announced: they no
/// longer ring or talk, and wait for somebody to say what they were about.
pub(super) fn supersede(tx: &mut Tx<'_>, later: &Call, extension: &str) -> Result<()> {
    for mut call in models::calls::announced_at(tx.conn, extension, later.id)? {
        // Whoever took it up has talked. Of the others nobody knows.
        call.answered_at = popups::supersede(tx, &call)?;
        let end = End { result: None, talked: None, began: None, at: tx.now };
        finish(tx, &mut call, &end)?;
        save(tx, &mut call)?;
    }
    Ok(())
}

/// Something new is said of a call: it goes on, if it was only put aside.
pub(super) fn reinstate(call: &mut Call) {
    if !call.followed && call.result.is_none() {
        call.ended_at = None;
    }
}
