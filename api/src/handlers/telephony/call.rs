//! A call of a telephone system: its arguments, wherever they stand, and how it
//! wants to be answered.

use crate::actions::calls::events::KEY;
use crate::actions::calls::services::Said;
use crate::actions::extensions::DIGITS;
use crate::domain::tax_id::TaxId;
use crate::domain::telephony::{CallerId, Format, is_ending};
use crate::error::{Error, Result};
use actix_web::dev::Payload;
use actix_web::http::{StatusCode, header};
use actix_web::web::{Bytes, BytesMut};
use actix_web::{FromRequest, HttpRequest};
use contract::Language;
use futures_util::StreamExt;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use url::form_urlencoded;

/// Characters kept of the number that calls.
const NUMBER: usize = 64;
/// Bytes that a body may have.
const BODY: usize = 16 * 1024;

/// Arguments by name. Cheap to clone.
pub type Given = Arc<BTreeMap<String, String>>;

/// Arguments of the query string and of the body, form or JSON. An argument that is
/// empty was not given: dialplans send what they have not found out that way.
#[derive(Debug, Default)]
pub struct Arguments {
    given: Given,
    fault: Option<Error>,
}

impl FromRequest for Arguments {
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Infallible>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let mut arguments = Self::default();
            arguments.add(form_urlencoded::parse(request.query_string().as_bytes()).into_owned());
            match body(payload).await {
                Ok(body) => arguments.read(&request, &body),
                Err(fault) => arguments.fault = Some(fault),
            }
            Ok(arguments)
        })
    }
}

async fn body(mut payload: Payload) -> Result<Bytes> {
    let mut body = BytesMut::new();
    while let Some(piece) = payload.next().await {
        let piece = piece.map_err(|_| Error::bad_request("bad-request"))?;
        if body.len() + piece.len() > BODY {
            return Err(Error::refused(StatusCode::PAYLOAD_TOO_LARGE, "body-too-large"));
        }
        body.extend_from_slice(&piece);
    }
    Ok(body.freeze())
}

impl Arguments {
    fn read(&mut self, request: &HttpRequest, body: &[u8]) {
        let media_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let media_type = media_type.map(|value| value.split(';').next().unwrap_or_default().trim().to_lowercase());
        let looks_like_json = body.trim_ascii_start().starts_with(b"{");
        match media_type.as_deref() {
            _ if body.trim_ascii().is_empty() => {}
            Some("application/json") => self.read_json(body),
            // Asterisk calls every body a form unless told otherwise.
            None | Some("application/x-www-form-urlencoded") if looks_like_json => self.read_json(body),
            None | Some("application/x-www-form-urlencoded") => self.add(form_urlencoded::parse(body).into_owned()),
            Some(_) => self.fail(Error::refused(StatusCode::UNSUPPORTED_MEDIA_TYPE, "media-type-unknown")),
        }
    }

    fn read_json(&mut self, body: &[u8]) {
        let Ok(object) = serde_json::from_slice::<serde_json::Map<String, serde_json::Value>>(body) else {
            return self.fail(Error::bad_request("json-malformed"));
        };
        for (name, value) in object {
            match value {
                serde_json::Value::String(text) => self.add([(name, text)]),
                serde_json::Value::Number(number) => self.add([(name, number.to_string())]),
                serde_json::Value::Null => {}
                _ => self.fail(invalid(&name)),
            }
        }
    }

    fn add(&mut self, pairs: impl IntoIterator<Item = (String, String)>) {
        for (name, value) in pairs {
            if self.given.contains_key(&name) {
                self.fail(Error::bad_request("argument-repeated").with("name", &name));
            }
            Arc::make_mut(&mut self.given).insert(name, value.trim().to_owned());
        }
    }

    fn fail(&mut self, fault: Error) {
        self.fault.get_or_insert(fault);
    }

    /// An argument, if it was given.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.given.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// Those of a simulation.
    #[must_use]
    pub fn of(given: BTreeMap<String, String>) -> Self {
        let mut arguments = Self::default();
        arguments.add(given);
        arguments
    }

    /// All that were given.
    #[must_use]
    pub fn all(&self) -> Given {
        self.given.clone()
    }

    /// What a telephone system says of a call. `ramal` may be left out when `idChamada`
    /// is given: then it is the one that rings.
    ///
    /// # Errors
    /// 400 for what is missing or cannot be.
    pub fn said(&self, service: &'static str, about_request: bool) -> Result<Said> {
        let request = if about_request { Some(self.number("idSolicitacao")?) } else { None };
        let claim = self.claim()?.ok_or_else(|| missing("cpf"))?;
        let key = self.get("idChamada").map(str::to_owned);
        if key.as_ref().is_some_and(|key| key.chars().count() > KEY || key.chars().any(char::is_control)) {
            return Err(invalid("idChamada"));
        }
        let extension = match self.get("ramal") {
            None if key.is_none() => return Err(missing("ramal")),
            None => None,
            Some(extension) if extension.len() <= DIGITS && extension.bytes().all(|b| b.is_ascii_digit()) => {
                Some(extension.to_owned())
            }
            Some(_) => return Err(invalid("ramal")),
        };
        let number = self.get("numeroOrigem").map(|number| number.chars().take(NUMBER).collect());
        Ok(Said { service, request, claim, extension, number, key })
    }

    /// What was wrong with the call as a whole.
    ///
    /// # Errors
    /// 400 for an argument given twice or of the wrong kind, or JSON that is none; 413; 415.
    pub fn check(&mut self) -> Result<()> {
        self.fault.take().map_or(Ok(()), Err)
    }

    /// `cpf` (a CPF or CNPJ) or `matricula`.
    ///
    /// # Errors
    /// 400 for a tax identifier or an employee number that cannot be one.
    pub fn claim(&self) -> Result<Option<CallerId>> {
        match (self.get("cpf"), self.get("matricula")) {
            (Some(id), _) => TaxId::parse(id).map(|id| Some(CallerId::TaxId(id))).map_err(|_| invalid("cpf")),
            (None, Some(number)) if number.contains(char::is_control) => Err(invalid("matricula")),
            (None, Some(number)) => Ok(Some(CallerId::EmployeeNumber(number.to_owned()))),
            (None, None) => Ok(None),
        }
    }

    /// A number of digits. One that is too large for a number is nobody's.
    ///
    /// # Errors
    /// 400 when it is missing, or no number.
    pub fn number(&self, name: &'static str) -> Result<i64> {
        let text = self.get(name).ok_or_else(|| missing(name))?;
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(invalid(name));
        }
        Ok(text.parse().unwrap_or(i64::MAX))
    }

    /// `S` or `N`, which is what it is when it is not given.
    ///
    /// # Errors
    /// 400 for anything else.
    pub fn yes(&self, name: &'static str) -> Result<bool> {
        match self.get(name).map(str::to_uppercase).as_deref() {
            Some("S") => Ok(true),
            None | Some("N") => Ok(false),
            Some(_) => Err(invalid(name)),
        }
    }
}

/// 400: an argument is missing.
pub fn missing(name: &str) -> Error {
    Error::bad_request("argument-missing").with("name", name)
}

/// 400: an argument cannot be what it says.
pub fn invalid(name: &str) -> Error {
    Error::bad_request("argument-invalid").with("name", name)
}

/// How a call wants to be answered (`formato`, `idioma`, `fim`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manner {
    /// How it is written.
    pub format: Format,
    /// In which language.
    pub language: Language,
    /// What ends every answer.
    pub ending: String,
}

impl Manner {
    /// As the arguments have it, and what is wrong with them. What can be understood
    /// holds for the complaint, too.
    pub fn of(arguments: &Arguments, usual: Format) -> (Self, Result<()>) {
        let mut fault = Ok(());
        let mut parsed = |name: &str, good: bool| {
            if !good && fault.is_ok() {
                fault = Err(invalid(name));
            }
        };
        let format = arguments.get("formato").map_or(Ok(usual), str::parse);
        parsed("formato", format.is_ok());
        let language = arguments.get("idioma").map_or(Ok(Language::default()), str::parse);
        parsed("idioma", language.is_ok());
        let ending = arguments.get("fim").unwrap_or_default();
        let good = ending.is_empty() || is_ending(ending);
        parsed("fim", good);
        let manner = Self {
            format: format.unwrap_or(usual),
            language: language.unwrap_or_default(),
            ending: if good { ending.to_owned() } else { String::new() },
        };
        (manner, fault)
    }
}
