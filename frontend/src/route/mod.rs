//! The addresses of the application: which pages there are ([`Route`] and the two below it), where a
//! link leads ([`Href`]), and at which place a request's page opens ([`Show`]).

mod href;
mod pages;
mod show;

pub use href::Href;
pub use pages::{AdminRoute, DeskRoute, Item, Route};
pub use show::{Show, notification_href, request_at};
