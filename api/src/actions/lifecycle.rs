//! What changes the situation of a request, or who serves it.

mod announce;
mod clock;
mod ending;
mod routing;
mod target;
mod warning;

pub use clock::{change_deadline, change_priority, reactivate, reclassify, resume, suspend};
pub(super) use ending::resolve_with;
pub use ending::{accept, cancel, close, minutes, reopen, resolve};
pub use routing::{capture, delegate, return_to_group};
pub use target::Target;
pub use warning::warn;
