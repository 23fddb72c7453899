//! HTTP requests to the server. No other module sends any. There is one file per resource of the REST API, typed by
//! `contract`.
//!
//! A page calls a function and gets `Result<T, ApiError>`:
//!
//! ```ignore
//! let page = api::requests::list(&filter).await?;
//! ```
//!
//! Every API call ([`client`]) sends the language and the CSRF token. When the login has expired, the person logs in
//! again without leaving the page, and the call is repeated ([`reauthentication`]). A lost network and a slow server
//! are distinguished from an answer that refuses. Creations take a [`SubmissionKey`], so that a repeated submission
//! creates nothing twice.

pub mod audit;
pub mod calls;
pub mod catalogue;
pub mod client;
pub mod collection;
pub mod desk;
mod error;
pub mod mail;
pub mod notices;
pub mod notifications;
pub mod parameters;
pub mod people;
pub mod reauthentication;
pub mod requests;
pub mod session;
mod submission;
pub mod telephony;
pub mod timeline;
pub mod tokens;
pub mod uploads;

pub use client::{ApiCall, BASE, Tagged};
pub use error::{Answer, ApiError};
pub use submission::SubmissionKey;
