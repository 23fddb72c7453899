//! What stands around the pages: masthead, bell, login dialog, toasts about news.

mod bell;
mod connection;
mod frame;
mod news;
mod relogin;
mod user_menu;

pub use crate::ui::NavItem;
pub use frame::{Frame, Logo};
pub use relogin::Relogin;
