//! `novaSolicitacao` and `visualizarSolicitacao`: a call is announced, and its pop-up is raised.

use super::arguments::{Arguments, invalid, missing};
use super::response::{Body, ResponseFormat, require_on};
use super::service::Service;
use crate::actions::calls::announcements::{self, Announcement};
use crate::actions::calls::events::MAX_KEY_CHARS;
use crate::actions::extensions::MAX_DIGITS;
use crate::domain::telephony::Format;
use crate::error::Result;
use crate::policy::telephony::is_on;
use crate::tx::Tx;

/// Characters kept of the caller's number.
const MAX_NUMBER_CHARS: usize = 64;

/// Parses what is announced of a call. `ramal` may be left out when `idChamada` is given: then the pop-up is raised at
/// the extension that rings.
///
/// # Errors
/// 400 for an argument that is missing or invalid.
pub fn parse(service: Service, arguments: &Arguments) -> Result<Announcement> {
    let request = if service == Service::View { Some(arguments.number("idSolicitacao")?) } else { None };
    let caller_id = arguments.required_caller_id()?;
    let key = arguments.get("idChamada").map(str::to_owned);
    if key.as_ref().is_some_and(|key| key.chars().count() > MAX_KEY_CHARS || key.chars().any(char::is_control)) {
        return Err(invalid("idChamada"));
    }
    let extension = match arguments.get("ramal") {
        None if key.is_none() => return Err(missing("ramal")),
        None => None,
        Some(extension) if extension.len() <= MAX_DIGITS && extension.bytes().all(|b| b.is_ascii_digit()) => {
            Some(extension.to_owned())
        }
        Some(_) => return Err(invalid("ramal")),
    };
    let number = arguments.get("numeroOrigem").map(|number| number.chars().take(MAX_NUMBER_CHARS).collect());
    Ok(Announcement { service: service.name(), request, caller_id, extension, number, key })
}

/// Raises the pop-up, and says whether somebody sees it.
///
/// # Errors
/// 403 while telephony is off; 404 for an extension or a request that is not found.
pub fn raise(tx: &mut Tx<'_>, announcement: &Announcement, format: &ResponseFormat) -> Result<Body> {
    require_on(is_on(tx))?;
    let raised = announcements::raise(tx, announcement)?;
    Ok(match format.format {
        Format::Json => Body::json(&raised)?,
        Format::Text | Format::Voice => Body::plain(if raised.delivered { "S" } else { "N" }),
    })
}
