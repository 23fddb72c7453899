//! Hooks: the state and the data of components. They render nothing but context providers.
//!
//! | hook | gives |
//! | --- | --- |
//! | [`use_language`] | the language; texts are `text!(language, "key")` |
//! | [`use_session`] | who is logged in, and logging in and out |
//! | [`use_me`] | the person who is logged in (below the guards of `app`) |
//! | [`use_clock`] | dates and times in the person's time zone |
//! | [`use_fetch`] | data of the API: pending, ready, failed; keeps the old while refreshing |
//! | [`use_action`] | something that a person does: running, failed, done |
//! | [`use_submission`] | the idempotency keys of a form |
//! | [`use_live`] | live events, while the component is shown |
//! | [`use_refresh`] | a call at an interval, and when the tab becomes visible again |
//! | [`use_draft`] | the content of a form, stored in the browser until the server has accepted it |
//! | [`use_form`] | the fields of a form that a reload discards, as one value |
//! | [`use_query_state`] | filters that live in the URL |
//! | [`use_tick`] | rendering again at an interval |
//! | [`use_debounced`] | a value that follows another one once that rests |
//! | [`use_throttled`] | a callback that calls back at most once in an interval |
//! | [`use_press_outside`] | a call when somebody presses outside an element |
//! | [`use_media`] | whether a media query holds |
//! | [`use_visible`] | whether the tab is visible |
//! | [`use_page_title`] | the title of the tab |

mod action;
mod clock;
mod draft;
mod fetch;
mod form;
mod language;
mod live;
mod media;
mod outside;
mod query_state;
mod session;
mod timing;
mod title;

pub use action::{Action, Submission, use_action, use_submission};
pub use clock::{Clock, FIELD_FORMAT, use_clock};
pub use draft::{Draft, clear_all as clear_drafts, use_draft};
pub use fetch::{AsyncState, Fetch, use_fetch};
pub use form::{Form, use_form};
pub use language::{LanguageProvider, use_language, use_language_context};
pub use live::{LiveProvider, use_live};
pub use media::use_media;
pub use outside::use_press_outside;
pub use query_state::{QueryState, use_query_state};
pub use session::{Session, SessionContext, SessionProvider, use_me, use_session};
pub use timing::{use_debounced, use_refresh, use_throttled, use_tick, use_visible};
pub use title::use_page_title;
