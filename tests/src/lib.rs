//! What the tests are written with.
//!
//! A test gets a [`TestApp`]: the real application on a database of its own, filled with a
//! small company ([`World`]), listening on a port of its own, with a clock that the test
//! sets. The test sends HTTP requests to it as one of the [`Persona`]s:
//!
//! ```ignore
//! on_both_databases![a_request_is_opened];
//!
//! async fn a_request_is_opened(app: TestApp) {
//!     let request = app.requester.open(&app.draft(app.world.services.email)).await;
//!     app.stranger.get(format!("/requests/{}", request.row.number)).await.refused(404, "request-not-found");
//! }
//! ```
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what fails here fails a test, which should say where")]

pub mod app;
pub mod asterisk;
pub mod bench;
pub mod browser;
pub mod closed_port;
pub mod database;
pub mod emails;
pub mod fixture;
pub mod http;
pub mod live;
pub mod log;
pub mod operations;
pub mod parameters;
pub mod pbx;
pub mod personas;
mod postgres;
pub mod process;
pub mod run;
pub mod server;
pub mod smtp_server;
pub mod time;
pub mod wait;
pub mod world;

pub use app::TestApp;
pub use database::Database;
pub use http::Reply;
pub use personas::Persona;
pub use solicita::domain::parameters::ids;
pub use world::World;
