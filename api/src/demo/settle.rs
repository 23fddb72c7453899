//! Settles the past: e-mails, notifications and live events that the actions made must not look as if they had just
//! happened.

use super::reference::DemoCompany;
use crate::db::schema::{emails, live_events, notifications, requests};
use crate::db::types::Code;
use crate::domain::parameters::ids;
use crate::error::Result;
use crate::tx::Tx;
use chrono::NaiveDateTime;
use contract::EmailState;
use diesel::prelude::*;
use std::collections::HashMap;

/// Parameters whose latest e-mail the mail server refused.
const FAILED: [i32; 2] = [ids::RESOLVED_TEMPLATE, ids::MESSAGE_TEMPLATE];
/// Unread notifications that a login keeps besides those of unread messages.
const NEWS: usize = 3;

/// Settles e-mails, notifications and live events.
///
/// # Errors
/// When the database does not answer.
pub fn settle(tx: &mut Tx<'_>, demo: &DemoCompany) -> Result<()> {
    settle_emails(tx)?;
    read_notifications(tx, demo)?;
    // There was no page open.
    diesel::delete(live_events::table).execute(tx.conn)?;
    Ok(())
}

/// All were sent when they were written, but for the latest of two kinds.
fn settle_emails(tx: &mut Tx<'_>) -> QueryResult<()> {
    let pending = emails::table.filter(emails::state.eq(Code(EmailState::Pending)));
    for parameter in FAILED {
        let latest = pending.filter(emails::parameter.eq(parameter)).order(emails::id.desc());
        let Some(id) = latest.select(emails::id).first::<i64>(tx.conn).optional()? else { continue };
        diesel::update(emails::table.find(id))
            .set((
                emails::state.eq(Code(EmailState::Failed)),
                emails::attempts.eq(8),
                emails::last_error.eq("450 4.2.1 mailbox temporarily unavailable"),
                emails::next_attempt_at.eq(None::<NaiveDateTime>),
            ))
            .execute(tx.conn)?;
    }
    diesel::update(pending)
        .set((
            emails::state.eq(Code(EmailState::Sent)),
            emails::attempts.eq(1),
            emails::sent_at.eq(emails::created_at.nullable()),
            emails::next_attempt_at.eq(None::<NaiveDateTime>),
        ))
        .execute(tx.conn)
        .map(|_| ())
}

/// People have read what is old; the logins have some news left.
fn read_notifications(tx: &mut Tx<'_>, demo: &DemoCompany) -> QueryResult<()> {
    let unread: Vec<(i64, i64, bool, i32, i32)> = notifications::table
        .inner_join(requests::table.on(requests::id.eq(notifications::request_id)))
        .filter(notifications::read_at.is_null())
        .order(notifications::id.desc())
        .select((
            notifications::id,
            notifications::person_id,
            notifications::desk,
            requests::unread_requester,
            requests::unread_desk,
        ))
        .load(tx.conn)?;
    let logins: Vec<i64> =
        demo.personnel.iter().filter(|who| who.person.login.is_some()).map(|who| who.viewer.id()).collect();
    let mut kept: HashMap<i64, usize> = HashMap::new();
    let mut read = Vec::new();
    for (id, person, desk, for_requester, for_desk) in unread {
        let waiting = if desk { for_desk } else { for_requester } > 0;
        let news = kept.entry(person).or_default();
        *news += 1;
        let limit = if waiting { NEWS + 6 } else { NEWS };
        if *news > limit || !logins.contains(&person) {
            read.push(id);
        }
    }
    for ids in read.chunks(500) {
        diesel::update(notifications::table.filter(notifications::id.eq_any(ids)))
            .set(notifications::read_at.eq(notifications::at.nullable()))
            .execute(tx.conn)?;
    }
    Ok(())
}
