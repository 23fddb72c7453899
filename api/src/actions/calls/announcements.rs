//! Calls that the web services `novaSolicitacao` and `visualizarSolicitacao` announce.

use super::ending::MAX_DURATION;
use super::identify::{self, Identified};
use super::saving::save;
use super::{numbers, popups, superseded};
use crate::auth::secret;
use crate::db::stored;
use crate::domain::telephony::CallerId;
use crate::error::{Error, Result};
use crate::models;
use crate::models::calls::Call;
use crate::models::requests::Request;
use crate::tx::Tx;
use actix_web::http::StatusCode;
use chrono::TimeDelta;
use contract::calls::{CallSource, MatchedBy};
use contract::telephony::Raised;

/// The same announcement within this time is about the same call.
const SAME: TimeDelta = TimeDelta::seconds(60);
/// A page that was seen open within this time counts as open; nodes renew their pages every 20 seconds.
pub const PRESENT: TimeDelta = TimeDelta::seconds(60);

/// What a telephone system announces of a call.
#[derive(Clone)]
pub struct Announcement {
    /// Name of the web service.
    pub service: &'static str,
    /// Number of the request that the call is about.
    pub request: Option<i64>,
    /// How the caller identified themselves.
    pub caller_id: CallerId,
    /// The extension that rings; none while the exchange has not decided.
    pub extension: Option<String>,
    /// The number that calls.
    pub number: Option<String>,
    /// The call's identifier at the exchange; Asterisk calls it the Linkedid.
    pub key: Option<String>,
}

/// Raises the pop-up of the announced call. The same announcement again changes nothing. The caller of this function has
/// made sure that telephony is on.
///
/// # Errors
/// 404 for an extension that nobody recorded, and for a request that does not exist or is somebody else's.
pub fn raise(tx: &mut Tx<'_>, announcement: &Announcement) -> Result<Raised> {
    models::calls::lock(tx.conn)?;
    let mut found = identify::by_caller_id(tx, &announcement.caller_id)?;
    let request = announcement.request.map(|number| find_request(tx, &announcement.caller_id, number)).transpose()?;
    if let Some(request) = &request {
        // Several people may share a CNPJ: the caller is the one whose request it is.
        found.people.retain(|person| *person == request.requester_id);
    }
    let attendant = match &announcement.extension {
        Some(extension) => Some(models::extensions::owner(tx.conn, extension)?.ok_or_else(extension_unknown)?),
        None => None,
    };
    let fingerprint = fingerprint(announcement);
    let (mut call, again) = match known(tx, announcement, &fingerprint)? {
        Some(call) => {
            let again = call.fingerprint.as_deref() == Some(&fingerprint);
            (call, again)
        }
        None => {
            let call = Call::new(CallSource::Service, tx.db_now());
            (models::calls::insert(tx.conn, Call { call_key: announcement.key.clone(), ..call })?, false)
        }
    };
    if !again {
        superseded::reinstate(&mut call);
        write(tx, &mut call, announcement, &found, request.map(|request| request.id))?;
        call.fingerprint = Some(fingerprint);
        call.asked_at = Some(tx.db_now());
    }
    if let (Some(extension), Some(attendant)) = (&announcement.extension, attendant) {
        let there = popups::at(tx, &call, extension)?.is_some_and(|popup| popup.person_id == attendant);
        if !(again && there) && call.ended_at.is_none() {
            popups::raise(tx, &call, extension, attendant)?;
            if !call.followed {
                // The exchange is not watched, so nothing else tells that the call left other extensions or that earlier
                // calls are over.
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

fn write(
    tx: &mut Tx<'_>,
    call: &mut Call,
    announcement: &Announcement,
    found: &Identified,
    request: Option<i64>,
) -> Result<()> {
    call.service = Some(announcement.service.to_owned());
    if call.request_id != request {
        popups::about_another(tx, call)?;
        (call.request_id, call.child_id) = (request, None);
    }
    if let Some(number) = announcement.number.as_deref() {
        let told = numbers::parse(tx, number);
        numbers::write(call, number, &told);
    }
    // A person whom an attendant chose stays, unless the announced request is another person's. A person who was found
    // by the number is replaced.
    let chosen = call.matched_by.is_some_and(|by| matches!(by.0, MatchedBy::Chosen | MatchedBy::Registered));
    if chosen && request.is_none() {
        return Ok(());
    }
    call.claimed = match &announcement.caller_id {
        CallerId::TaxId(id) if found.people.is_empty() => Some(id.masked()),
        CallerId::TaxId(_) | CallerId::EmployeeNumber(_) => None,
    };
    identify::write(tx, call, found)
}

/// The call that is announced, if it is known already.
fn known(tx: &mut Tx<'_>, announcement: &Announcement, fingerprint: &str) -> Result<Option<Call>> {
    if let Some(key) = &announcement.key {
        return Ok(models::calls::find_by_key(tx.conn, key)?);
    }
    let since = stored(tx.now - SAME);
    if let Some(call) = models::calls::find_by_fingerprint(tx.conn, fingerprint, since)? {
        return Ok(Some(call));
    }
    // The exchange may have reported it first: then it rings or talks at this extension.
    let Some(extension) = &announcement.extension else { return Ok(None) };
    let since = stored(tx.now - MAX_DURATION);
    let rings = models::calls::at_extension(tx.conn, extension, true, since)?;
    let told =
        announcement.number.as_deref().map(|number| numbers::parse(tx, number)).and_then(|told| numbers::key(&told));
    Ok(rings.filter(|call| call.service.is_none() && (told.is_none() || told == call.number_key)))
}

/// By what the same announcement is recognised. It is a hash, because an announcement contains a CPF.
fn fingerprint(announcement: &Announcement) -> String {
    let caller_id = match &announcement.caller_id {
        CallerId::TaxId(id) => format!("t{}", id.as_str()),
        CallerId::EmployeeNumber(number) => format!("e{number}"),
    };
    let extension = announcement.extension.as_deref().unwrap_or_default();
    let request = announcement.request.unwrap_or_default();
    secret::hash(&format!("{}|{extension}|{caller_id}|{request}", announcement.service))
}

/// The request that the call is about. A request that does not exist and one of somebody else get the same refusal.
fn find_request(tx: &mut Tx<'_>, caller_id: &CallerId, number: i64) -> Result<Request> {
    let not_found = || Error::refused(StatusCode::NOT_FOUND, "request-not-found");
    let request = models::requests::find_by_number(tx.conn, number)?.ok_or_else(not_found)?;
    let theirs = identify::people_of(tx, caller_id)?.contains(&request.requester_id);
    if theirs { Ok(request) } else { Err(not_found()) }
}

fn extension_unknown() -> Error {
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
