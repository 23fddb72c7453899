//! What can be asked for.

use super::{Answer, Call};
use contract::Level;
use contract::catalogue::{Catalogue, Prediction};

/// The services offered to the caller.
pub async fn services() -> Answer<Catalogue> {
    Call::get("/services").json().await
}

/// What a request would get if it were opened now.
pub async fn prediction(service: i64, urgency: Level) -> Answer<Prediction> {
    Call::get(&format!("/services/{service}/prediction")).query(&[("urgency", urgency.as_str())]).json().await
}
