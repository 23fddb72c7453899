//! The way of a request to a web service: from its arguments to the response, and into the console's log.

use super::announce;
use super::arguments::{ArgumentMap, Arguments};
use super::polled::{self, PolledQuery};
use super::response::{Body, ResponseFormat, refuse, require_on};
use super::service::Service;
use crate::actions::calls::announcements::Announcement;
use crate::app::{App, Shared};
use crate::error::{Error, Result};
use crate::node::AnsweredCall;
use crate::policy::telephony::is_on;
use crate::web::{UnverifiedToken, note_use};
use actix_web::HttpResponse;
use std::time::Instant;

/// Answers a request to a polled service.
pub async fn poll<Q: PolledQuery>(app: Shared, token: UnverifiedToken, mut arguments: Arguments) -> HttpResponse {
    let (mut answering, fault) = Answering::begin(Q::SERVICE, &mut arguments);
    let body = match fault.and_then(|()| Q::parse(&arguments)) {
        Ok(query) => answering.poll(&app, token, query).await,
        Err(fault) => answering.refuse(&app, &token, fault).await,
    };
    answering.finish(&app, body)
}

/// Answers a request to a service that announces a call.
pub async fn announce(app: Shared, service: Service, token: UnverifiedToken, mut arguments: Arguments) -> HttpResponse {
    let (mut answering, fault) = Answering::begin(service, &mut arguments);
    let body = match fault.and_then(|()| announce::parse(service, &arguments)) {
        Ok(announcement) => answering.announce(&app, &token, announcement).await,
        Err(fault) => answering.refuse(&app, &token, fault).await,
    };
    answering.finish(&app, body)
}

/// A request that is being answered.
struct Answering {
    service: Service,
    begun: Instant,
    arguments: ArgumentMap,
    format: ResponseFormat,
    /// The token, once it is verified.
    token_id: Option<i64>,
}

impl Answering {
    /// Begins with what is wrong with the request as a whole, or with the format that it asks for.
    fn begin(service: Service, arguments: &mut Arguments) -> (Self, Result<()>) {
        let begun = Instant::now();
        let (format, fault) = ResponseFormat::parse(arguments, service.default_format());
        let fault = arguments.check().and(fault);
        (Self { service, begun, arguments: arguments.all(), format, token_id: None }, fault)
    }

    async fn poll<Q: PolledQuery>(&mut self, app: &App, token: UnverifiedToken, query: Q) -> Result<Body> {
        let (verified, body) = polled::poll(app, token, query, self.format.clone()).await?;
        self.token_id = Some(verified.grant.id);
        note_use(app, verified.grant.id).await;
        body
    }

    async fn announce(&mut self, app: &App, token: &UnverifiedToken, announcement: Announcement) -> Result<Body> {
        self.token_id = Some(token.check(app).await?.grant.id);
        let format = self.format.clone();
        app.write(move |tx| announce::raise(tx, &announcement, &format)).await
    }

    /// Refuses a request with invalid arguments; but only the holder of a token learns what is wrong with them.
    async fn refuse(&mut self, app: &App, token: &UnverifiedToken, fault: Error) -> Result<Body> {
        self.token_id = Some(token.check(app).await?.grant.id);
        app.read(|tx| require_on(is_on(tx))).await?;
        Err(fault)
    }

    /// Writes the response, and notes it for the console.
    fn finish(self, app: &App, body: Result<Body>) -> HttpResponse {
        let (response, answer) = match body {
            Ok(body) => {
                let text = body.text + &self.format.ending;
                (HttpResponse::Ok().content_type(body.content_type).body(text.clone()), text)
            }
            Err(error) => refuse(&error, &self.format),
        };
        app.node.service_calls.note(AnsweredCall {
            at: app.clock.now(),
            service: self.service.name(),
            token_id: self.token_id,
            arguments: self.arguments,
            status: response.status(),
            answer,
            took: self.begun.elapsed(),
        });
        response
    }
}
