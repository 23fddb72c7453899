//! The simulator: a pretend call, done as the real one is, told in sentences, and
//! undone.

use super::call::{Arguments, Manner};
use super::service::{self, Service};
use crate::actions::calls::exchange::{self, Ring};
use crate::actions::calls::identify;
use crate::actions::calls::services::PRESENT;
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
use crate::tx::Tx;
use crate::views;
use actix_web::ResponseError;
use actix_web::http::StatusCode;
use contract::Language;
use contract::calls::{CallDirection, CallSource};
use contract::console::{Simulation, SimulationResult, SimulationStep, SimulationStepKind as Kind};
use locales::text;
use std::time::Instant;

/// A telephone rings, without any service.
const CALL: &str = "chamada";

/// Makes a pretend call.
///
/// # Errors
/// 422 for a service that there is not; what a service refuses is a result, not an error.
pub async fn run_pretend_call(app: &App, viewer: Viewer, simulation: Simulation) -> Result<SimulationResult> {
    let service = Service::ALL.into_iter().find(|service| service.name() == simulation.service);
    if service.is_none() && simulation.service != CALL {
        return Err(Error::field("service", "unknown"));
    }
    let begun = Instant::now();
    let show = simulation.show;
    let arguments = Arguments::of(simulation.arguments);
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
    let mut story = Story { language: viewer.language, steps: Vec::new() };
    story.tell(tx, service, arguments)?;
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
        steps: story.steps,
        by_number: views::calls::callers(tx, viewer, &found.people)?,
        by_number_matched: found.by,
    })
}

/// The answer of a service: a refusal is one, too. A failing database is not.
fn answered(tx: &mut Tx<'_>, service: Service, arguments: &Arguments) -> Result<(StatusCode, String)> {
    let (manner, fault) = Manner::of(arguments, service.usual());
    match fault.and_then(|()| service.answer(tx, arguments, &manner)) {
        Ok(written) => Ok((StatusCode::OK, written.text + &manner.ending)),
        Err(error @ Error::Refused { .. }) => Ok((error.status_code(), service::refusal(&error, &manner))),
        Err(error) => Err(error),
    }
}

/// A telephone rings.
fn ring(tx: &mut Tx<'_>, arguments: &Arguments) -> Result<()> {
    if !tx.parameters.yes(ids::TELEPHONY) {
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

/// What would happen, in sentences.
struct Story {
    language: Language,
    steps: Vec<SimulationStep>,
}

impl Story {
    fn say(&mut self, kind: Kind, text: String) {
        self.steps.push(SimulationStep { kind, text });
    }

    fn tell(&mut self, tx: &mut Tx<'_>, service: Option<Service>, arguments: &Arguments) -> Result<()> {
        let language = self.language;
        if !tx.parameters.yes(ids::TELEPHONY) {
            self.say(Kind::Problem, text!(language, "simulation-off"));
            return Ok(());
        }
        let claim = match arguments.claim() {
            Ok(claim) if service.is_some() => claim,
            Ok(_) => None,
            Err(_) => {
                self.say(Kind::Problem, text!(language, "simulation-claim-wrong"));
                return Ok(());
            }
        };
        if let Some(claim) = &claim {
            self.claim(tx, service, claim)?;
        }
        let raises = service.is_none_or(Service::changes);
        let attendant = if raises { self.extension(tx, arguments)? } else { None };
        if matches!(service, Some(Service::View | Service::Facts)) {
            self.request(tx, service, arguments, claim.as_ref(), attendant)?;
        }
        if raises {
            self.number(tx, arguments, claim.is_some())?;
        }
        Ok(())
    }

    /// Whom the claim fits. Only where something new is wanted the pop-up asks who it is: the
    /// other services raise none, or that of the request's requester.
    fn claim(&mut self, tx: &mut Tx<'_>, service: Option<Service>, claim: &CallerId) -> Result<()> {
        let language = self.language;
        let (nobody, several) = match service {
            Some(Service::New) => ("simulation-claim-nobody-new", "simulation-claim-several-new"),
            _ => ("simulation-claim-nobody", "simulation-claim-several"),
        };
        let found = identify::by_caller_id(tx, claim)?.people;
        let names = models::people::names(tx.conn, found.iter().copied())?;
        match found[..] {
            [] => self.say(Kind::Note, text!(language, nobody)),
            [one] => {
                let name = names.get(&one).map(|person| person.name.clone()).unwrap_or_default();
                self.say(Kind::Good, text!(language, "simulation-claim-one", name = name));
            }
            _ => self.say(Kind::Note, text!(language, several, count = found.len())),
        }
        Ok(())
    }

    fn extension(&mut self, tx: &mut Tx<'_>, arguments: &Arguments) -> Result<Option<i64>> {
        let language = self.language;
        let Some(extension) = arguments.get("ramal").map(str::to_owned) else {
            let key = if arguments.get("idChamada").is_some() { "simulation-waits" } else { "simulation-no-extension" };
            self.say(
                if key == "simulation-waits" { Kind::Note } else { Kind::Problem },
                locales::format(language, key, None),
            );
            return Ok(None);
        };
        let Some(owner) = models::extensions::owner(tx.conn, &extension)? else {
            self.say(Kind::Problem, text!(language, "simulation-extension-nobody", extension = extension));
            return Ok(None);
        };
        let name =
            models::people::names(tx.conn, [owner])?.remove(&owner).map(|person| person.name).unwrap_or_default();
        if models::presences::is_there(tx.conn, owner, stored(tx.now - PRESENT))? {
            self.say(Kind::Good, text!(language, "simulation-extension", extension = extension, name = name));
        } else {
            self.say(Kind::Problem, text!(language, "simulation-extension-away", extension = extension, name = name));
        }
        Ok(Some(owner))
    }

    fn request(
        &mut self,
        tx: &mut Tx<'_>,
        service: Option<Service>,
        arguments: &Arguments,
        claim: Option<&CallerId>,
        attendant: Option<i64>,
    ) -> Result<()> {
        let language = self.language;
        let Ok(number) = arguments.number("idSolicitacao") else {
            self.say(Kind::Problem, text!(language, "simulation-no-number"));
            return Ok(());
        };
        let request = models::requests::find_by_number(tx.conn, number)?;
        let theirs = match (&request, claim) {
            (Some(request), Some(claim)) => identify::people_of(tx, claim)?.contains(&request.requester_id),
            (Some(_), None) => true,
            (None, _) => false,
        };
        let Some(request) = request.filter(|_| theirs) else {
            self.say(Kind::Problem, text!(language, "simulation-not-theirs", number = number.to_string()));
            return Ok(());
        };
        self.say(Kind::Good, text!(language, "simulation-theirs", number = number.to_string()));
        let (Some(Service::View), Some(attendant)) = (service, attendant) else { return Ok(()) };
        let executes = access::executes(tx, attendant, request)?;
        let key = if executes { "simulation-executes" } else { "simulation-views" };
        self.say(Kind::Good, locales::format(language, key, None));
        if tx.parameters.yes(ids::VIEWING_CHILD) {
            match crate::policy::telephony::information_service(tx)? {
                Some(service) => self.say(Kind::Note, text!(language, "simulation-child", service = service.name)),
                None => self.say(Kind::Problem, text!(language, "simulation-no-child")),
            }
        }
        Ok(())
    }

    fn number(&mut self, tx: &mut Tx<'_>, arguments: &Arguments, claimed: bool) -> Result<()> {
        let language = self.language;
        let Some(number) = arguments.get("numeroOrigem") else { return Ok(()) };
        let caller = Number::parse(number, tx.parameters.area_code().as_deref());
        let found = identify::by_number(tx, &caller)?.people;
        if matches!(caller, Number::Other(_)) {
            self.say(Kind::Problem, text!(language, "simulation-number-strange"));
        } else if claimed {
            self.say(Kind::Note, text!(language, "simulation-number-decided", count = found.len()));
        } else {
            let kind = if found.len() == 1 { Kind::Good } else { Kind::Note };
            self.say(kind, text!(language, "simulation-number", count = found.len()));
        }
        Ok(())
    }
}
