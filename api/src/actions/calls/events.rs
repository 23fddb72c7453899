//! Events of any telephone system, with the fields of Zammad's generic CTI interface (docs.zammad.org, *Generic CTI*).
//! An event may come twice, and events in any order.

use super::exchange::{self, End, Ring};
use super::numbers;
use crate::domain::telephone::Caller;
use crate::domain::telephony::ami::calls::Verification;
use crate::error::{Check, Complaint, Result};
use crate::models;
use crate::policy::telephony::require_on;
use crate::tx::Tx;
use contract::calls::{CallDirection, CallResult, CallSource};
use contract::telephony::CallEvent;

/// The most characters of a call's identifier.
pub const MAX_KEY_CHARS: usize = 250;

/// Takes an event.
///
/// # Errors
/// 403 while parameter 281 is off; 422 for an event, direction or identifier that cannot be.
pub fn take(tx: &mut Tx<'_>, event: &CallEvent) -> Result<()> {
    require_on(tx)?;
    let mut check = Check::new();
    if event.call_id.is_empty()
        || event.call_id.chars().count() > MAX_KEY_CHARS
        || event.call_id.chars().any(char::is_control)
    {
        check.add(Complaint::new("callId", "call-id"));
    }
    let direction = match event.direction.as_str() {
        "in" => CallDirection::Inbound,
        "out" => CallDirection::Outbound,
        _ => {
            check.add(Complaint::new("direction", "call-direction"));
            CallDirection::Inbound
        }
    };
    if !matches!(event.event.as_str(), "newCall" | "answer" | "hangup") {
        check.add(Complaint::new("event", "call-event"));
    }
    check.done()?;
    let (inside, outside) = match direction {
        CallDirection::Inbound => (event.to.as_str(), event.from.as_str()),
        CallDirection::Outbound => (event.from.as_str(), event.to.as_str()),
    };
    let ring = Ring {
        source: CallSource::Events,
        key: &event.call_id,
        direction,
        extension: None,
        number: Some(outside),
        name: None,
        queue: event.queue.as_deref(),
        proof: Verification::Exchange,
    };
    let mut extensions = Vec::new();
    for name in event.answering_number.iter().chain(&event.user) {
        let extension = extension(tx, name)?;
        extensions.extend(extension.filter(|extension| !extensions.contains(extension)));
    }
    if extensions.is_empty() {
        extensions.extend(extension(tx, inside)?);
        // The dialled number may be a group's. Unless somebody recorded it, it does not tell who answered.
        if event.event == "answer"
            && let Some(dialled) = extensions.first()
            && models::extensions::owner(tx.conn, dialled)?.is_none()
        {
            extensions.clear();
        }
    }
    let first = extensions.first().map(String::as_str);
    match event.event.as_str() {
        "answer" => exchange::answer(tx, &Ring { extension: first, ..ring }),
        "hangup" => {
            let end = End { result: result(event.cause.as_deref()), talked: None, began: None, at: tx.now };
            exchange::end(tx, &Ring { extension: first, ..ring }, &end)
        }
        _ if extensions.is_empty() => exchange::ring(tx, &ring),
        _ => extensions.iter().try_for_each(|extension| {
            exchange::ring(tx, &Ring { extension: Some(extension.as_str()), ..ring.clone() })
        }),
    }
}

/// The extension of the person called. Events name it by its digits, or by the e-mail address or full name of an
/// attendant who recorded one.
fn extension(tx: &mut Tx<'_>, told: &str) -> Result<Option<String>> {
    let told = told.trim();
    if let Caller::Extension(digits) = numbers::parse(tx, told) {
        return Ok(Some(digits));
    }
    if told.contains(char::is_control) {
        return Ok(None);
    }
    if models::extensions::owner(tx.conn, told)?.is_some() {
        return Ok(Some(told.to_owned()));
    }
    Ok(models::extensions::of_person_named(tx.conn, told)?)
}

/// The result of a call that nobody answered. None for a call that was forwarded, because it went on elsewhere.
fn result(cause: Option<&str>) -> Option<CallResult> {
    match cause {
        Some("busy") => Some(CallResult::Busy),
        Some("cancel") => Some(CallResult::Abandoned),
        Some("forwarded") => None,
        _ => Some(CallResult::Missed),
    }
}
