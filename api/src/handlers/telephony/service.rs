//! The five services: what each makes of its arguments, and how the answer is
//! written. The console's simulator answers by the same functions.

use super::call::{Arguments, Manner, invalid, missing};
use crate::actions::calls::services;
use crate::domain::parameters::ids;
use crate::domain::telephony::{Format, facts_text, facts_voice};
use crate::error::{Error, Result};
use crate::tx::Tx;
use crate::views::telephony as views;
use actix_web::ResponseError;
use serde::Serialize;

/// Most numbers that `listarSolicitacoes` gives.
const LIST_MAX: i64 = 100;
/// How many it gives unless told otherwise: an IVR offers the keys 1 to 9.
const LIST: i64 = 9;
const JSON: &str = "application/json";
const PLAIN: &str = "text/plain; charset=utf-8";

/// A web service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Service {
    /// Raises the pop-up of somebody who wants something new.
    New,
    /// Raises the pop-up with a request.
    View,
    /// How many requests are in progress.
    Count,
    /// Which.
    List,
    /// What one is about.
    Facts,
}

impl Service {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::New, Self::View, Self::Count, Self::List, Self::Facts];

    /// Its name, as telephone systems know it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::New => "novaSolicitacao",
            Self::View => "visualizarSolicitacao",
            Self::Count => "obterQtdeSolicitacoes",
            Self::List => "listarSolicitacoes",
            Self::Facts => "obterDadosSolicitacao",
        }
    }

    /// How it answers unless told otherwise.
    #[must_use]
    pub const fn usual(self) -> Format {
        match self {
            Self::New | Self::View | Self::Facts => Format::Json,
            Self::Count | Self::List => Format::Text,
        }
    }

    /// Whether it changes something.
    #[must_use]
    pub const fn changes(self) -> bool {
        matches!(self, Self::New | Self::View)
    }

    /// What is answered, but for the ending.
    ///
    /// # Errors
    /// 400 for what is missing or wrong; 403 while parameter 281 is off; 404 for what there is not.
    pub fn answer(self, tx: &mut Tx<'_>, arguments: &Arguments, manner: &Manner) -> Result<Written> {
        if !tx.parameters.yes(ids::TELEPHONY) {
            return Err(Error::forbidden("telephony-off"));
        }
        match self {
            Self::New | Self::View => self.raise(tx, arguments, manner),
            Self::Count => count(tx, arguments, manner),
            Self::List => list(tx, arguments, manner),
            Self::Facts => facts(tx, arguments, manner),
        }
    }

    fn raise(self, tx: &mut Tx<'_>, arguments: &Arguments, manner: &Manner) -> Result<Written> {
        let raised = services::raise(tx, &arguments.said(self.name(), self == Self::View)?)?;
        Ok(match manner.format {
            Format::Json => Written::json(&raised)?,
            Format::Text | Format::Voice => Written::plain(if raised.delivered { "S" } else { "N" }),
        })
    }
}

fn count(tx: &mut Tx<'_>, arguments: &Arguments, manner: &Manner) -> Result<Written> {
    let claim = arguments.claim()?.ok_or_else(|| missing("cpf"))?;
    let found = views::in_progress(tx, &claim, arguments.yes("incluirSuspensas")?)?;
    Ok(match manner.format {
        Format::Json => Written::json(&found.count())?,
        Format::Text => Written::plain(found.count_text()),
        Format::Voice => Written::plain(found.count_voice(manner.language)),
    })
}

fn list(tx: &mut Tx<'_>, arguments: &Arguments, manner: &Manner) -> Result<Written> {
    let claim = arguments.claim()?.ok_or_else(|| missing("cpf"))?;
    let limit = if arguments.get("limite").is_some() { arguments.number("limite")? } else { LIST };
    if !(1..=LIST_MAX).contains(&limit) {
        return Err(invalid("limite"));
    }
    let limit = usize::try_from(limit).unwrap_or_default();
    let found = views::in_progress(tx, &claim, arguments.yes("incluirSuspensas")?)?;
    Ok(match manner.format {
        Format::Json => Written::json(&found.list(limit))?,
        Format::Text => Written::plain(found.list_text(limit)),
        Format::Voice => Written::plain(found.list_voice(limit, manner.language)),
    })
}

fn facts(tx: &mut Tx<'_>, arguments: &Arguments, manner: &Manner) -> Result<Written> {
    let number = arguments.number("idSolicitacao")?;
    let claim = arguments.claim()?;
    if claim.is_none() && tx.parameters.yes(ids::TELEPHONY_CLAIM) {
        return Err(missing("cpf"));
    }
    let time_zone = tx.time_zone;
    let found = views::facts(tx, number, claim.as_ref(), manner.language)?;
    Ok(match manner.format {
        Format::Json => Written::json(&found)?,
        Format::Text => Written::plain(facts_text(&found, time_zone)),
        Format::Voice => Written::plain(facts_voice(&found, time_zone, manner.language)),
    })
}

/// What is answered, but for its ending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The body.
    pub text: String,
    /// Its media type.
    pub content_type: &'static str,
}

impl Written {
    fn json(value: &impl Serialize) -> Result<Self> {
        Ok(Self { text: serde_json::to_string(value).map_err(anyhow::Error::from)?, content_type: JSON })
    }

    fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), content_type: PLAIN }
    }
}

/// What is answered when something is wrong. A dialplan does not see the status, and
/// takes what arrives for the answer: in text it is `ERRO` and the status.
#[must_use]
pub fn refusal(error: &Error, manner: &Manner) -> String {
    if manner.format == Format::Json {
        let mut problem = error.problem(manner.language);
        problem.request_id = None;
        return serde_json::to_string(&problem).unwrap_or_default() + &manner.ending;
    }
    format!("ERRO {}{}", error.status_code().as_u16(), manner.ending)
}
