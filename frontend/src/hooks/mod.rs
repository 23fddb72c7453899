//! What pages are made of, apart from what is seen.
//!
//! | hook | gives |
//! | --- | --- |
//! | [`use_language`] | the language; texts are `text!(language, "key")` |
//! | [`use_me`] | who is logged in (below the guards of `app`) |
//! | [`use_clock`] | dates and times in the person's time zone |
//! | [`use_fetch`] | data of the API: pending, ready, failed; keeps the old while refreshing |
//! | [`use_action`] | one thing being done: busy, failed, done |
//! | [`use_submission`] | the idempotency keys of a form |
//! | [`use_live`] | live events, as long as the page is open |
//! | [`use_refresh`] | reads again every so often, and when the tab is looked at again |
//! | [`use_draft`] | what was typed, kept in the browser until it has been accepted |
//! | [`use_form`] | the fields of a form that is not kept, as one value |
//! | [`use_query_state`] | filters that live in the URL |
//! | [`use_tick`] | renders again every so often |
//! | [`use_debounced`] | a value that follows another one at rest |
//! | [`use_calm`] | a callback that is called at most every so often |
//! | [`use_media`] | whether a media query holds |
//! | [`use_visible`] | whether somebody can see the tab |
//! | [`use_page_title`] | the title of the tab |

mod action;
mod clock;
mod draft;
mod fetch;
mod form;
mod language;
mod live;
mod media;
mod query_state;
mod session;
mod timing;
mod title;

pub use action::{Action, Submission, use_action, use_submission};
pub use clock::{Clock, FIELD as CLOCK_FIELD, browser_zone, use_clock};
pub use draft::{Draft, clear_all as clear_drafts, use_draft};
pub use fetch::{AsyncState, Fetch, use_fetch};
pub use form::{Form, use_form};
pub use language::{LanguageProvider, use_language, use_language_context};
pub use live::{LiveProvider, use_live};
pub use media::use_media;
pub use query_state::{QueryState, use_query_state};
pub use session::{Session, SessionContext, SessionProvider, use_me, use_session};
pub use timing::{use_calm, use_debounced, use_refresh, use_tick, use_visible};
pub use title::use_page_title;
