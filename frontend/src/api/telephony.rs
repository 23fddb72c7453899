//! The telephony console of administrators.

use super::{Answer, Call};
use contract::console::{Console, ServiceCall, Simulation, SimulationResult};

/// How the exchange is watched, and how the web services answer.
pub async fn console() -> Answer<Console> {
    Call::get("/telephony/console").json().await
}

/// The last calls to the web services, the newest first.
pub async fn service_calls() -> Answer<Vec<ServiceCall>> {
    Call::get("/telephony/service-calls").json().await
}

/// Connects to the exchange anew.
pub async fn reconnect() -> Answer<()> {
    Call::post("/telephony/reconnect").done().await
}

/// Makes a pretend call.
pub async fn simulate(simulation: &Simulation) -> Answer<SimulationResult> {
    Call::post("/telephony/simulations").body(simulation).json().await
}
