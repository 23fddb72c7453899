//! The catalogue of services.

use super::{Answer, ApiCall};
use contract::Level;
use contract::catalogue::{Catalogue, Prediction};

/// The services that the person may ask for.
pub async fn services() -> Answer<Catalogue> {
    ApiCall::get("/services").json().await
}

/// Priority and deadline that a request would get if it were opened now.
pub async fn prediction(service: i64, urgency: Level) -> Answer<Prediction> {
    ApiCall::get(&format!("/services/{service}/prediction")).query(&[("urgency", urgency.as_str())]).json().await
}
