//! Calls on every screen of an attendant: the pop-ups, and the extension in the masthead.
//!
//! [`CallsProvider`] stands around all pages. It reads what rings at the attendant's extension (`context`), and shows
//! the pop-ups over the pages (`stack`). [`ExtensionStatus`] is the extension in the masthead. What a pop-up asks of
//! the attendant is decided in the contract (`CallPopUp::stage`): `popup` has one component for each stage, and
//! `actions` has what their buttons do.
//!
//! From the bottom to the top: `texts`, `tab_id`, `collapse` · `context` · `actions` · `popup` · `stack` · `provider`.

mod actions;
mod collapse;
mod context;
#[cfg(test)]
mod fixtures;
mod popup;
mod provider;
mod stack;
mod status;
mod tab_id;
mod texts;

pub use actions::known_person;
pub use context::{Calls, use_calls};
pub use provider::CallsProvider;
pub use status::ExtensionStatus;
pub use texts::{day, lost, match_reason, moment, number};
