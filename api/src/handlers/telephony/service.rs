//! The five services: what each makes of its arguments, and how the answer is
//! written. The console's simulator answers by the same functions.

use super::asked::Asked;
use super::call::{Arguments, Manner};
use crate::actions::calls::services;
use crate::domain::parameters::ids;
use crate::domain::telephony::Format;
use crate::error::{Error, Result};
use crate::tx::Tx;
use actix_web::ResponseError;
use serde::Serialize;

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
        switched_on(tx)?;
        match Asked::parse(self, arguments)? {
            None => self.raise(tx, arguments, manner),
            Some(asked) => {
                let found = asked.find(tx.conn)?;
                asked.write(tx, found, manner)
            }
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

/// Telephony is on.
///
/// # Errors
/// 403 while parameter 281 is off.
pub fn switched_on(tx: &Tx<'_>) -> Result<()> {
    if tx.parameters.yes(ids::TELEPHONY) { Ok(()) } else { Err(Error::forbidden("telephony-off")) }
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
    pub(super) fn json(value: &impl Serialize) -> Result<Self> {
        Ok(Self { text: serde_json::to_string(value).map_err(anyhow::Error::from)?, content_type: JSON })
    }

    pub(super) fn plain(text: impl Into<String>) -> Self {
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
