//! The parts of a request that requesters and attendants see alike.

mod attachments;
mod clock_card;
mod conversation;
mod description;
mod relation;
mod timeline_pages;

pub use attachments::Attachments;
pub use clock_card::ClockCard;
pub use conversation::Conversation;
pub use description::Description;
pub use relation::relation;
