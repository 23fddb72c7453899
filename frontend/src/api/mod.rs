//! The only place that talks to the server: one file per resource of the REST
//! API, typed by `contract`.
//!
//! A page calls a function and gets `Result<T, ApiError>`:
//!
//! ```ignore
//! let page = api::requests::list(&filter).await?;
//! ```
//!
//! What every call does by itself (see [`client`]): the language and the CSRF
//! token go along, a login that has expired is renewed *in place* and the call
//! repeated (see [`gate`]), a lost network and a slow server are told apart
//! from an answer that says no. Creations take a [`SubmissionKey`], so that a
//! repeated submission creates nothing twice.

pub mod audit;
pub mod calls;
pub mod catalogue;
pub mod client;
pub mod collection;
pub mod desk;
mod error;
pub mod gate;
pub mod mail;
pub mod notices;
pub mod notifications;
pub mod parameters;
pub mod people;
pub mod requests;
pub mod session;
mod submission;
pub mod telephony;
pub mod timeline;
pub mod tokens;
pub mod uploads;

pub use client::{Call, Tagged};
pub use error::ApiError;
pub use submission::SubmissionKey;

/// What a call answers.
pub type Answer<T> = Result<T, ApiError>;

/// Where the API is.
pub const BASE: &str = "/api/v1";
