//! The server: listening, and the background work beside it.

use crate::app::App;
use crate::jobs::{self, Jobs};
use crate::routes;
use actix_web::HttpServer;
use actix_web::dev::Server;
use anyhow::Context;
use std::net::SocketAddr;
use std::time::Duration;

/// A server that is listening.
pub struct Running {
    /// The server; await it.
    pub server: Server,
    /// Where it listens.
    pub address: SocketAddr,
    /// The background work; stop it after the server.
    pub jobs: Jobs,
}

/// Starts listening and the background work.
///
/// # Errors
/// When the address cannot be bound.
pub fn serve(app: &App) -> anyhow::Result<Running> {
    let state = app.clone();
    let mut server = HttpServer::new(move || routes::build(state.clone()))
        // Longer than proxies keep idle connections: else one is closed while it is taken.
        .keep_alive(Duration::from_secs(75))
        .client_request_timeout(Duration::from_secs(15))
        .client_disconnect_timeout(Duration::from_secs(5))
        .shutdown_timeout(10)
        .disable_signals();
    if app.config.workers > 0 {
        server = server.workers(app.config.workers);
    }
    let server = server.bind(&app.config.listen).with_context(|| format!("listening on {}", app.config.listen))?;
    let address = *server.addrs().first().context("no address was bound")?;
    app.listens_at(address);
    Ok(Running { server: server.run(), address, jobs: jobs::start(app) })
}
