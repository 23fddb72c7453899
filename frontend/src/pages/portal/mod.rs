//! The portal: what a requester sees.

mod area;
mod call_backs;
mod catalogue;
mod home;
mod notices;
mod open;
mod opened;
mod profile;
mod request;
mod requests;
mod services;

pub use area::Area;
pub use catalogue::Catalogue;
pub use home::Home;
pub use notices::Notices;
pub use open::OpenRequest;
pub use opened::Opened;
pub use profile::Profile;
pub use request::Request;
pub use requests::Requests;
