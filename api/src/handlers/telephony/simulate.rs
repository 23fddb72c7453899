//! The simulator: a pretend call goes the way of a real one, is explained in sentences, and undone.

use super::announce;
use super::arguments::Arguments;
use super::polled;
use super::request_count::CountQuery;
use super::request_facts::FactsQuery;
use super::request_list::ListQuery;
use super::response::{Body, ResponseFormat, refusal_text, require_on};
use super::service::Service;
use crate::actions::calls::announcements::PRESENT;
use crate::actions::calls::exchange::{self, Ring};
use crate::actions::calls::identify;
use crate::app::App;
use crate::auth::{Viewer, secret};
use crate::db::stored;
use crate::domain::parameters::ids;
use crate::domain::telephone::Caller as Number;
use crate::domain::telephony::CallerId;
use crate::domain::telephony::ami::calls::Verification;
use crate::error::{Error, Result};
use crate::models;
use crate::policy::access;
use crate::policy::telephony::{information_service, is_on};
use crate::tx::Tx;
use crate::views;
use actix_web::ResponseError;
use actix_web::http::StatusCode;
use contract::Language;
use contract::calls::{CallDirection, CallSource};
use contract::console::{Simulation, SimulationResult, SimulationStep, SimulationStepKind as Kind};
use locales::text;
use std::time::Instant;

/// A simulation of a telephone that rings, without any web service.
const CALL: &str = "chamada";

/// Makes a pretend call.
///
/// # Errors
/// 422 for an unknown web service. What a web service refuses is a result, not an error.
pub async fn run_pretend_call(app: &App, viewer: Viewer, simulation: Simulation) -> Result<SimulationResult> {
    let service = Service::ALL.into_iter().find(|service| service.name() == simulation.service);
    if service.is_none() && simulation.service != CALL {
        return Err(Error::field("service", "unknown"));
    }
    let begun = Instant::now();
    let show = simulation.show;
    let arguments = Arguments::simulated(simulation.arguments);
    let work = move |tx: &mut Tx<'_>| run(tx, &viewer, service, &arguments, begun);
    if show { app.write(work).await } else { app.dry_run(work).await }
}

fn run(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    service: Option<Service>,
    arguments: &Arguments,
    begun: Instant,
) -> Result<SimulationResult> {
    let mut explanation = Explanation { language: viewer.language, steps: Vec::new() };
    explanation.add_steps(tx, service, arguments)?;
    let (status, answer) = match service {
        Some(service) => {
            let (status, answer) = answered(tx, service, arguments)?;
            (Some(status.as_u16()), Some(answer))
        }
        None => {
            ring(tx, arguments)?;
            (None, None)
        }
    };
    let microseconds = i64::try_from(begun.elapsed().as_micros()).unwrap_or(i64::MAX);
    let found = match arguments.get("numeroOrigem") {
        Some(number) => identify::by_number(tx, &Number::parse(number, tx.parameters.area_code().as_deref()))?,
        None => identify::Identified::default(),
    };
    Ok(SimulationResult {
        status,
        answer,
        microseconds,
        steps: explanation.steps,
        by_number: views::calls::callers(tx, viewer, &found.people)?,
        by_number_matched: found.by,
    })
}

/// The status and the answer of a web service. A refusal is an answer, too; a failing database is an error.
fn answered(tx: &mut Tx<'_>, service: Service, arguments: &Arguments) -> Result<(StatusCode, String)> {
    let (format, fault) = ResponseFormat::parse(arguments, service.default_format());
    match fault.and_then(|()| answer(tx, service, arguments, &format)) {
        Ok(body) => Ok((StatusCode::OK, body.text + &format.ending)),
        Err(error @ Error::Refused { .. }) => Ok((error.status_code(), refusal_text(&error, &format))),
        Err(error) => Err(error),
    }
}

fn answer(tx: &mut Tx<'_>, service: Service, arguments: &Arguments, format: &ResponseFormat) -> Result<Body> {
    require_on(is_on(tx))?;
    match service {
        Service::New | Service::View => announce::raise(tx, &announce::parse(service, arguments)?, format),
        Service::Count => polled::simulate::<CountQuery>(tx, arguments, format),
        Service::List => polled::simulate::<ListQuery>(tx, arguments, format),
        Service::Facts => polled::simulate::<FactsQuery>(tx, arguments, format),
    }
}

/// Makes a telephone ring, as a call of an exchange would.
fn ring(tx: &mut Tx<'_>, arguments: &Arguments) -> Result<()> {
    if !is_on(tx) {
        return Ok(());
    }
    let key = format!("simulation-{}", secret::generate()?);
    exchange::ring(
        tx,
        &Ring {
            source: CallSource::Service,
            key: &key,
            direction: CallDirection::Inbound,
            extension: arguments.get("ramal"),
            number: arguments.get("numeroOrigem"),
            name: None,
            queue: arguments.get("fila"),
            proof: Verification::Exchange,
        },
    )
}

/// The steps of a simulation, in sentences.
struct Explanation {
    language: Language,
    steps: Vec<SimulationStep>,
}

impl Explanation {
    fn add(&mut self, kind: Kind, text: String) {
        self.steps.push(SimulationStep { kind, text });
    }

    fn add_steps(&mut self, tx: &mut Tx<'_>, service: Option<Service>, arguments: &Arguments) -> Result<()> {
        let language = self.language;
        if !is_on(tx) {
            self.add(Kind::Problem, text!(language, "simulation-off"));
            return Ok(());
        }
        let caller_id = match arguments.caller_id() {
            Ok(caller_id) if service.is_some() => caller_id,
            Ok(_) => None,
            Err(_) => {
                self.add(Kind::Problem, text!(language, "simulation-claim-wrong"));
                return Ok(());
            }
        };
        if let Some(caller_id) = &caller_id {
            self.add_caller(tx, service, caller_id)?;
        }
        let raises = service.is_none_or(Service::announces);
        let attendant = if raises { self.add_extension(tx, arguments)? } else { None };
        if matches!(service, Some(Service::View | Service::Facts)) {
            self.add_request(tx, service, arguments, caller_id.as_ref(), attendant)?;
        }
        if raises {
            self.add_number(tx, arguments, caller_id.is_some())?;
        }
        Ok(())
    }

    /// Who has this caller id. Only `novaSolicitacao` leaves the choice to the attendant: the other services raise no
    /// pop-up, or that of the request's requester.
    fn add_caller(&mut self, tx: &mut Tx<'_>, service: Option<Service>, caller_id: &CallerId) -> Result<()> {
        let language = self.language;
        let (nobody, several) = match service {
            Some(Service::New) => ("simulation-claim-nobody-new", "simulation-claim-several-new"),
            _ => ("simulation-claim-nobody", "simulation-claim-several"),
        };
        let found = identify::by_caller_id(tx, caller_id)?.people;
        let names = models::people::names(tx.conn, found.iter().copied())?;
        match found[..] {
            [] => self.add(Kind::Note, text!(language, nobody)),
            [one] => {
                let name = names.get(&one).map(|person| person.name.clone()).unwrap_or_default();
                self.add(Kind::Good, text!(language, "simulation-claim-one", name = name));
            }
            _ => self.add(Kind::Note, text!(language, several, count = found.len())),
        }
        Ok(())
    }

    fn add_extension(&mut self, tx: &mut Tx<'_>, arguments: &Arguments) -> Result<Option<i64>> {
        let language = self.language;
        let Some(extension) = arguments.get("ramal").map(str::to_owned) else {
            let key = if arguments.get("idChamada").is_some() { "simulation-waits" } else { "simulation-no-extension" };
            self.add(
                if key == "simulation-waits" { Kind::Note } else { Kind::Problem },
                locales::format(language, key, None),
            );
            return Ok(None);
        };
        let Some(owner) = models::extensions::owner(tx.conn, &extension)? else {
            self.add(Kind::Problem, text!(language, "simulation-extension-nobody", extension = extension));
            return Ok(None);
        };
        let name =
            models::people::names(tx.conn, [owner])?.remove(&owner).map(|person| person.name).unwrap_or_default();
        if models::presences::is_there(tx.conn, owner, stored(tx.now - PRESENT))? {
            self.add(Kind::Good, text!(language, "simulation-extension", extension = extension, name = name));
        } else {
            self.add(Kind::Problem, text!(language, "simulation-extension-away", extension = extension, name = name));
        }
        Ok(Some(owner))
    }

    fn add_request(
        &mut self,
        tx: &mut Tx<'_>,
        service: Option<Service>,
        arguments: &Arguments,
        caller_id: Option<&CallerId>,
        attendant: Option<i64>,
    ) -> Result<()> {
        let language = self.language;
        let Ok(number) = arguments.number("idSolicitacao") else {
            self.add(Kind::Problem, text!(language, "simulation-no-number"));
            return Ok(());
        };
        let request = models::requests::find_by_number(tx.conn, number)?;
        let theirs = match (&request, caller_id) {
            (Some(request), Some(caller_id)) => identify::people_of(tx, caller_id)?.contains(&request.requester_id),
            (Some(_), None) => true,
            (None, _) => false,
        };
        let Some(request) = request.filter(|_| theirs) else {
            self.add(Kind::Problem, text!(language, "simulation-not-theirs", number = number.to_string()));
            return Ok(());
        };
        self.add(Kind::Good, text!(language, "simulation-theirs", number = number.to_string()));
        let (Some(Service::View), Some(attendant)) = (service, attendant) else { return Ok(()) };
        let executes = access::executes(tx, attendant, request)?;
        let key = if executes { "simulation-executes" } else { "simulation-views" };
        self.add(Kind::Good, locales::format(language, key, None));
        if tx.parameters.yes(ids::VIEWING_CHILD) {
            match information_service(tx)? {
                Some(service) => self.add(Kind::Note, text!(language, "simulation-child", service = service.name)),
                None => self.add(Kind::Problem, text!(language, "simulation-no-child")),
            }
        }
        Ok(())
    }

    fn add_number(&mut self, tx: &mut Tx<'_>, arguments: &Arguments, identified: bool) -> Result<()> {
        let language = self.language;
        let Some(number) = arguments.get("numeroOrigem") else { return Ok(()) };
        let caller = Number::parse(number, tx.parameters.area_code().as_deref());
        let found = identify::by_number(tx, &caller)?.people;
        if matches!(caller, Number::Other(_)) {
            self.add(Kind::Problem, text!(language, "simulation-number-strange"));
        } else if identified {
            self.add(Kind::Note, text!(language, "simulation-number-decided", count = found.len()));
        } else {
            let kind = if found.len() == 1 { Kind::Good } else { Kind::Note };
            self.add(kind, text!(language, "simulation-number", count = found.len()));
        }
        Ok(())
    }
}
