//! The polled services: what is asked, found, and written.

use super::call::{Arguments, Manner, invalid, missing};
use super::service::{Service, Written};
use crate::db::Conn;
use crate::domain::parameters::ids;
use crate::domain::telephony::{
    CallerId, Format, count_text, count_voice, facts_text, facts_voice, list_text, list_voice,
};
use crate::error::{Error, Result};
use crate::models::polled::{self, Facts, Gate};
use crate::tx::Tx;
use crate::views::telephony as views;
use contract::telephony::{RequestCount, RequestNumbers};
use diesel::QueryResult;

/// Most numbers that `listarSolicitacoes` gives.
const LIST_MAX: i64 = 100;
/// How many it gives unless told otherwise: an IVR offers the keys 1 to 9.
const LIST: i64 = 9;

/// What is asked.
#[derive(Clone)]
pub enum Asked {
    /// How many requests are in progress.
    Count {
        /// Whose.
        claim: CallerId,
        /// The suspended ones count.
        suspended: bool,
    },
    /// Which.
    List {
        /// Whose.
        claim: CallerId,
        /// The suspended ones count.
        suspended: bool,
        /// How many at most.
        limit: usize,
    },
    /// What one is about.
    Facts {
        /// Its number.
        number: i64,
        /// Whose it has to be.
        claim: Option<CallerId>,
    },
}

/// What was found.
pub enum Found {
    /// How many requests are in progress.
    Count(RequestCount),
    /// Which: all of them.
    Numbers(Vec<i64>),
    /// A request, if there is one.
    Facts(Option<Facts>),
}

impl Asked {
    /// What a call asks of a polled service, if it is one and the arguments will do.
    pub fn of(service: Service, arguments: &Arguments) -> Option<Self> {
        Self::parse(service, arguments).ok().flatten()
    }

    /// What a call asks of a polled service; none for the others.
    ///
    /// # Errors
    /// 400 for what is missing or wrong.
    pub fn parse(service: Service, arguments: &Arguments) -> Result<Option<Self>> {
        let whose = || {
            let claim = arguments.claim()?.ok_or_else(|| missing("cpf"))?;
            Ok::<_, Error>((claim, arguments.yes("incluirSuspensas")?))
        };
        Ok(Some(match service {
            Service::New | Service::View => return Ok(None),
            Service::Count => {
                let (claim, suspended) = whose()?;
                Self::Count { claim, suspended }
            }
            Service::List => {
                let (claim, suspended) = whose()?;
                Self::List { claim, suspended, limit: limit(arguments)? }
            }
            Service::Facts => Self::Facts { number: arguments.number("idSolicitacao")?, claim: arguments.claim()? },
        }))
    }

    /// Reads it together with a token and the parameters; nothing without such a token.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn at_the_gate(&self, conn: &mut Conn, hash: &str) -> Result<Option<(Gate, Found)>> {
        Ok(match self {
            Self::Count { claim, suspended } => polled::count_at_the_gate(conn, hash, claim, *suspended)?
                .map(|(gate, count)| (gate, Found::Count(count))),
            Self::List { claim, suspended, .. } => polled::in_progress_at_the_gate(conn, hash, claim, *suspended)?
                .map(|(gate, numbers)| (gate, Found::Numbers(numbers))),
            Self::Facts { number, .. } => {
                polled::facts_at_the_gate(conn, hash, *number)?.map(|(gate, facts)| (gate, Found::Facts(facts)))
            }
        })
    }

    /// Reads it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn find(&self, conn: &mut Conn) -> QueryResult<Found> {
        Ok(match self {
            Self::Count { claim, suspended } => {
                let numbers = polled::in_progress(conn, claim, *suspended)?;
                let number = if let [number] = numbers[..] { Some(number) } else { None };
                Found::Count(RequestCount { count: numbers.len(), number })
            }
            Self::List { claim, suspended, .. } => Found::Numbers(polled::in_progress(conn, claim, *suspended)?),
            Self::Facts { number, .. } => Found::Facts(polled::facts(conn, *number)?),
        })
    }

    /// The answer, but for the ending.
    ///
    /// # Errors
    /// 400 without the CPF that parameter 1018 demands; 403 while parameter 281 is off; 404 for a request that there is not.
    pub fn write(&self, tx: &mut Tx<'_>, found: Found, manner: &Manner) -> Result<Written> {
        super::service::switched_on(tx)?;
        match (self, found) {
            (Self::Count { .. }, Found::Count(found)) => count(&found, manner),
            (Self::List { limit, .. }, Found::Numbers(mut numbers)) => {
                let count = numbers.len();
                numbers.truncate(*limit);
                list(&RequestNumbers { count, numbers }, manner)
            }
            (Self::Facts { number, claim }, Found::Facts(found)) => facts(tx, *number, claim.as_ref(), found, manner),
            _ => Err(Error::Internal(anyhow::anyhow!("something else was found than was asked"))),
        }
    }
}

fn limit(arguments: &Arguments) -> Result<usize> {
    let limit = if arguments.get("limite").is_some() { arguments.number("limite")? } else { LIST };
    if !(1..=LIST_MAX).contains(&limit) {
        return Err(invalid("limite"));
    }
    Ok(usize::try_from(limit).unwrap_or_default())
}

fn count(found: &RequestCount, manner: &Manner) -> Result<Written> {
    Ok(match manner.format {
        Format::Json => Written::json(found)?,
        Format::Text => Written::plain(count_text(found)),
        Format::Voice => Written::plain(count_voice(found, manner.language)),
    })
}

fn list(found: &RequestNumbers, manner: &Manner) -> Result<Written> {
    Ok(match manner.format {
        Format::Json => Written::json(found)?,
        Format::Text => Written::plain(list_text(found)),
        Format::Voice => Written::plain(list_voice(found, manner.language)),
    })
}

fn facts(
    tx: &mut Tx<'_>,
    number: i64,
    claim: Option<&CallerId>,
    found: Option<Facts>,
    manner: &Manner,
) -> Result<Written> {
    if claim.is_none() && tx.parameters.yes(ids::TELEPHONY_CLAIM) {
        return Err(missing("cpf"));
    }
    let time_zone = tx.time_zone;
    let facts = views::facts(tx, number, claim, found, manner.language)?;
    Ok(match manner.format {
        Format::Json => Written::json(&facts)?,
        Format::Text => Written::plain(facts_text(&facts, time_zone)),
        Format::Voice => Written::plain(facts_voice(&facts, time_zone, manner.language)),
    })
}
