//! `/health`: for load balancers and container engines.

use crate::app::Shared;
use crate::error::Result;
use actix_web::{HttpResponse, get};

/// The process answers.
#[get("/health/live")]
pub async fn live() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain").body("ok")
}

/// The process and its database answer.
#[get("/health/ready")]
pub async fn ready(app: Shared) -> Result<HttpResponse> {
    app.read(|_| Ok(())).await?;
    Ok(HttpResponse::Ok().content_type("text/plain").body("ok"))
}
