//! The telephony console of administrators.

use super::{Answer, ApiCall};
use contract::console::{Console, ServiceCall, Simulation, SimulationResult};

/// The state of the connection to the exchange and of the telephony web services.
pub async fn console() -> Answer<Console> {
    ApiCall::get("/telephony/console").json().await
}

/// The last requests to the telephony web services, newest first.
pub async fn service_calls() -> Answer<Vec<ServiceCall>> {
    ApiCall::get("/telephony/service-calls").json().await
}

/// Connects to the telephone exchange again.
pub async fn reconnect() -> Answer<()> {
    ApiCall::post("/telephony/reconnect").done().await
}

/// Simulates a telephone call.
pub async fn simulate(simulation: &Simulation) -> Answer<SimulationResult> {
    ApiCall::post("/telephony/simulations").body(simulation).json().await
}
