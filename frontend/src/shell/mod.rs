//! What stands around the pages.

mod bell;
mod connection;
mod frame;
mod news;
mod relogin;
mod user_menu;

pub use frame::{Frame, Logo, NavItem};
pub use relogin::Relogin;
