//! The portal: what a requester sees.

mod call_backs;
mod catalogue;
mod catalogue_search;
mod frame;
mod home;
mod notices;
mod open;
mod opened;
mod profile;
mod request;
mod requests;
mod service_cards;

pub use catalogue::Catalogue;
pub use frame::PortalFrame;
pub use home::Home;
pub use notices::Notices;
pub use open::OpenRequest;
pub use opened::Opened;
pub use profile::Profile;
pub use request::Request;
pub use requests::Requests;
