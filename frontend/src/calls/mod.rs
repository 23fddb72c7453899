//! Calls on every screen of an attendant: the pop-ups, and their place in the masthead.
//!
//! [`CallsProvider`] stands around all pages and reads what rings at the attendant's
//! extension; [`popups`] shows it over them; [`Chip`] is the extension in the masthead.
//! What a pop-up asks of the attendant is decided in the contract (`CallPopUp::stage`).
//! Its parts: `head` (how the call stands), `caller`, `choice`, `unknown`, `request`,
//! `ended`; what their buttons do is in `deed`.

mod caller;
mod chip;
mod choice;
mod deed;
mod ended;
mod head;
mod popup;
mod popups;
mod provider;
mod request;
mod tab;
mod unknown;
mod words;

pub use chip::Chip;
pub use deed::known;
pub use provider::{Calls, CallsProvider, use_calls};
pub use words::{day, lost, moment, number, why};
