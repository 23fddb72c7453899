//! What the web services say of a call: `novaSolicitacao`, `visualizarSolicitacao`.

use super::identify::{self, Identified};
use super::{LONGEST, caller, key_of, popups, save, superseded, write_number};
use crate::auth::secret;
use crate::db::stored;
use crate::domain::telephony::CallerId;
use crate::error::{Error, Result};
use crate::models;
use crate::models::calls::Call;
use crate::models::requests::Request;
use crate::policy::telephony::switched_on;
use crate::tx::Tx;
use actix_web::http::StatusCode;
use chrono::TimeDelta;
use contract::calls::{CallSource, MatchedBy};
use contract::telephony::Raised;

/// The same words within this time are about the same call.
const SAME: TimeDelta = TimeDelta::seconds(60);
/// A page that was open so lately is taken for open: servers renew it every 20 seconds.
pub const PRESENT: TimeDelta = TimeDelta::seconds(60);

/// What a telephone system says.
#[derive(Clone)]
pub struct Said {
    /// Name of the web service.
    pub service: &'static str,
    /// Number of the request that the call is about.
    pub request: Option<i64>,
    /// Whom the caller says to be.
    pub claim: CallerId,
    /// The extension that rings; none while it is not decided.
    pub extension: Option<String>,
    /// The number that calls.
    pub number: Option<String>,
    /// The call, by Asterisk's Linkedid.
    pub key: Option<String>,
}

/// Raises the pop-up. Said again, it changes nothing.
///
/// # Errors
/// 404 for an extension that nobody recorded, and for a request that does not exist
/// or is somebody else's.
pub fn raise(tx: &mut Tx<'_>, said: &Said) -> Result<Raised> {
    switched_on(tx)?;
    models::calls::lock(tx.conn)?;
    let mut found = identify::by_caller_id(tx, &said.claim)?;
    let request = said.request.map(|number| asked_for(tx, &said.claim, number)).transpose()?;
    if let Some(request) = &request {
        // Of the people of a CNPJ it is the one whose request it is.
        found.people.retain(|person| *person == request.requester_id);
    }
    let attendant = match &said.extension {
        Some(extension) => Some(models::extensions::owner(tx.conn, extension)?.ok_or_else(nobody_there)?),
        None => None,
    };
    let fingerprint = fingerprint(said);
    let (mut call, again) = match known(tx, said, &fingerprint)? {
        Some(call) => {
            let again = call.fingerprint.as_deref() == Some(&fingerprint);
            (call, again)
        }
        None => {
            let call = Call::new(CallSource::Service, tx.db_now());
            (models::calls::insert(tx.conn, Call { call_key: said.key.clone(), ..call })?, false)
        }
    };
    if !again {
        superseded::reinstate(&mut call);
        write(tx, &mut call, said, &found, request.map(|request| request.id))?;
        call.fingerprint = Some(fingerprint);
        call.asked_at = Some(tx.db_now());
    }
    if let (Some(extension), Some(attendant)) = (&said.extension, attendant) {
        let there = popups::at(tx, &call, extension)?.is_some_and(|popup| popup.person_id == attendant);
        if !(again && there) && call.ended_at.is_none() {
            popups::raise(tx, &call, extension, attendant)?;
            if !call.followed {
                // Nobody else will tell that it went elsewhere, or that earlier ones are over.
                popups::leave_all(tx, &call, Some(extension))?;
                superseded::supersede(tx, &call, extension)?;
            }
        }
        if call.answered_at.is_none() {
            call.extension = Some(extension.clone());
            call.attendant_id = Some(attendant);
        }
    }
    save(tx, &mut call)?;
    answer(tx, &call, attendant)
}

fn write(tx: &mut Tx<'_>, call: &mut Call, said: &Said, found: &Identified, request: Option<i64>) -> Result<()> {
    call.service = Some(said.service.to_owned());
    if call.request_id != request {
        popups::about_another(tx, call)?;
        (call.request_id, call.child_id) = (request, None);
    }
    if let Some(number) = said.number.as_deref() {
        let told = caller(tx, number);
        write_number(call, number, &told);
    }
    // Whom an attendant chose stays, unless the request is another's. Whoever was found by the number gives way.
    let chosen = call.matched_by.is_some_and(|by| matches!(by.0, MatchedBy::Chosen | MatchedBy::Registered));
    if chosen && request.is_none() {
        return Ok(());
    }
    call.claimed = match &said.claim {
        CallerId::TaxId(id) if found.people.is_empty() => Some(id.masked()),
        CallerId::TaxId(_) | CallerId::EmployeeNumber(_) => None,
    };
    identify::write(tx, call, found)
}

/// The call that is spoken of, if it is known.
fn known(tx: &mut Tx<'_>, said: &Said, fingerprint: &str) -> Result<Option<Call>> {
    if let Some(key) = &said.key {
        return Ok(models::calls::find_by_key(tx.conn, key)?);
    }
    let since = stored(tx.now - SAME);
    if let Some(call) = models::calls::find_by_fingerprint(tx.conn, fingerprint, since)? {
        return Ok(Some(call));
    }
    // The exchange may have told of it first: it rings, or talks, at this very extension.
    let Some(extension) = &said.extension else { return Ok(None) };
    let since = stored(tx.now - LONGEST);
    let rings = models::calls::at_extension(tx.conn, extension, true, since)?;
    let told = said.number.as_deref().map(|number| caller(tx, number)).and_then(|told| key_of(&told));
    Ok(rings.filter(|call| call.service.is_none() && (told.is_none() || told == call.number_key)))
}

/// What is said, so that it is known again: a hash, for it holds a CPF.
fn fingerprint(said: &Said) -> String {
    let claim = match &said.claim {
        CallerId::TaxId(id) => format!("t{}", id.as_str()),
        CallerId::EmployeeNumber(number) => format!("e{number}"),
    };
    let extension = said.extension.as_deref().unwrap_or_default();
    let request = said.request.unwrap_or_default();
    secret::hash(&format!("{}|{extension}|{claim}|{request}", said.service))
}

/// The request that the call is about. One that does not exist and one that is
/// somebody else's get the same answer.
fn asked_for(tx: &mut Tx<'_>, claim: &CallerId, number: i64) -> Result<Request> {
    let not_found = || Error::refused(StatusCode::NOT_FOUND, "request-not-found");
    let request = models::requests::find_by_number(tx.conn, number)?.ok_or_else(not_found)?;
    let theirs = identify::people_of(tx, claim)?.contains(&request.requester_id);
    if theirs { Ok(request) } else { Err(not_found()) }
}

fn nobody_there() -> Error {
    Error::refused(StatusCode::NOT_FOUND, "extension-unknown")
}

fn answer(tx: &mut Tx<'_>, call: &Call, attendant: Option<i64>) -> Result<Raised> {
    let attendants: Vec<i64> = match attendant {
        Some(attendant) => vec![attendant],
        None => {
            let open = models::calls::popups::of_call(tx.conn, call.id)?;
            open.into_iter().filter(|popup| popup.closed_at.is_none()).map(|popup| popup.person_id).collect()
        }
    };
    let since = stored(tx.now - PRESENT);
    let mut delivered = false;
    for attendant in attendants {
        delivered |= models::presences::is_there(tx.conn, attendant, since)?;
    }
    let requester = match call.person_id {
        Some(id) => models::people::names(tx.conn, [id])?.remove(&id),
        None => None,
    };
    Ok(Raised { delivered, requester, call_id: call.id })
}
