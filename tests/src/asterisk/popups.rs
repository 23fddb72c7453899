//! The pop-ups of two attendants and the call log, as the lines of
//! `tests/asterisk/expected/*.calls.txt`.

use contract::calls::{CallPopUp, CallRow, CallState, MatchedBy};
use solicita::auth::{Via, Viewer};
use solicita::error::Result;
use solicita::models;
use solicita::models::calls::log::Filter;
use solicita::tx::Tx;
use solicita::views;
use std::collections::BTreeMap;

/// A person who reads over a session.
pub(super) fn viewer(tx: &mut Tx<'_>, person: i64) -> Result<Viewer> {
    let person = models::people::find(tx.conn, person)?.expect("somebody of the company");
    Ok(Viewer {
        roles: models::person_roles::of(tx.conn, person.id)?,
        groups: models::groups::memberships(tx.conn, person.id)?,
        via: Via::Session { id: 0, csrf_token: String::new() },
        language: person.language,
        person,
    })
}

/// What a pop-up shows.
#[derive(Debug, Clone, PartialEq, Eq)]
struct PopUp {
    state: CallState,
    facts: String,
}

/// How the pop-ups have changed so far.
#[derive(Debug, Default)]
pub struct PopUpLog {
    /// The present pop-ups, by attendant (extension and name) and call (short key).
    popups: BTreeMap<(String, String), PopUp>,
    lines: Vec<String>,
}

impl PopUpLog {
    /// The changes so far.
    #[must_use]
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// Reads the pop-ups of the attendants, and adds what has changed.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn update(&mut self, tx: &mut Tx<'_>, attendants: &[i64]) -> Result<()> {
        let mut popups = BTreeMap::new();
        for attendant in attendants {
            let viewer = viewer(tx, *attendant)?;
            for popup in views::calls::popups(tx, &viewer)? {
                let page = format!("{} {}", popup.extension, first_name(&viewer.person.name));
                let key = (page, call_key(tx, popup.call_id)?);
                popups.insert(key, PopUp { state: popup.state, facts: popup_facts(&popup) });
            }
        }
        let before = std::mem::replace(&mut self.popups, popups);
        for ((page, call), then) in &before {
            let what = match self.popups.get(&(page.clone(), call.clone())) {
                None => "closes".to_owned(),
                Some(now) if now.facts != then.facts => format!("is now {}, {}", state(now.state), now.facts),
                Some(now) if now.state == then.state => continue,
                Some(now) => match now.state {
                    CallState::Ringing => "rings again".to_owned(),
                    CallState::Talking => "is answered".to_owned(),
                    CallState::Ended => "left, and stays until it is concluded".to_owned(),
                },
            };
            self.lines.push(format!("{page}: call {call} {what}"));
        }
        for ((page, call), now) in self.popups.iter().filter(|(key, _)| !before.contains_key(key)) {
            self.lines.push(format!("{page}: call {call} pops up {}, {}", state(now.state), now.facts));
        }
        Ok(())
    }
}

/// The whole call log, and the call-backs that are due.
///
/// # Errors
/// When the database does not answer.
pub fn call_log(tx: &mut Tx<'_>, attendant: i64) -> Result<Vec<String>> {
    let viewer = viewer(tx, attendant)?;
    let page = views::calls::page(tx, &viewer, &Filter::default(), None, 100)?;
    let mut lines = Vec::new();
    for row in page.items.into_iter().rev() {
        lines.push(format!("log: call {} {}", call_key(tx, row.id)?, row_facts(&row)));
    }
    for back in views::call_backs::open(tx, &viewer)? {
        let at = back.extension.as_deref().unwrap_or("-");
        let (who, times) = (first_name(&back.person.name), back.calls);
        lines.push(format!("call back: {} {who}, called {times}x, rang at {at}", back.number));
    }
    Ok(lines)
}

/// The end of the key under which the exchange knows a call.
fn call_key(tx: &mut Tx<'_>, id: i64) -> Result<String> {
    let call = models::calls::find(tx.conn, id)?.expect("the call of a row");
    let key = call.call_key.expect("a call that the exchange reported");
    Ok(key.rsplit('.').next().unwrap_or_default().to_owned())
}

fn first_name(name: &str) -> &str {
    name.split(' ').next().unwrap_or_default()
}

fn state(state: CallState) -> &'static str {
    match state {
        CallState::Ringing => "ringing",
        CallState::Talking => "talking",
        CallState::Ended => "ended",
    }
}

fn from(number: Option<&str>, name: Option<&str>, queue: Option<&str>) -> String {
    let name = name.map_or("-".to_owned(), |name| format!("\"{name}\""));
    format!("{} {name} queue {}", number.unwrap_or("-"), queue.unwrap_or("-"))
}

fn who(person: Option<&str>, among: usize, by: Option<MatchedBy>) -> String {
    let by = by.map_or("-", MatchedBy::as_str);
    match (person, among) {
        (Some(name), _) => format!("{} by {by}", first_name(name)),
        (None, 0) => "nobody known".to_owned(),
        (None, several) => format!("one of {several} by {by}"),
    }
}

fn popup_facts(popup: &CallPopUp) -> String {
    let from = from(popup.number.as_deref(), popup.caller_name.as_deref(), popup.queue.as_deref());
    let name = popup.caller.as_ref().map(|caller| caller.person.name.as_str());
    let who = who(name, popup.candidates.len(), popup.matched_by);
    let unverified = if popup.verified { "" } else { ", UNVERIFIED" };
    let asks = if popup.followed { "" } else { ", NOT FOLLOWED" };
    format!("from {from}: {who}{unverified}{asks}")
}

fn row_facts(row: &CallRow) -> String {
    let from = from(row.number.as_deref(), row.caller_name.as_deref(), row.queue.as_deref());
    let name = row.person.as_ref().map(|person| person.name.as_str());
    let who = who(name, usize::try_from(row.candidates).unwrap_or_default(), row.matched_by);
    let attendant = row.attendant.as_ref().map_or("nobody", |person| first_name(&person.name));
    let at = row.extension.as_deref().unwrap_or("-");
    let how = row.result.map_or(state(row.state), contract::calls::CallResult::as_str);
    let due = if row.call_back_due_at.is_some() { ", to be called back" } else { "" };
    let verb = match row.direction {
        contract::calls::CallDirection::Inbound => "from",
        contract::calls::CallDirection::Outbound => "OUTGOING to",
    };
    format!("{how} at {at} {attendant}, {verb} {from}: {who}{due}")
}
