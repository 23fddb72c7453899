//! Outage notices: reading them, and the page that attendants and administrators manage them on.

mod edit;
mod feed;
mod management;

pub use feed::use_notices;
pub use management::NoticeManagement;
