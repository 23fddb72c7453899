//! Before the login, and where nothing is.

mod forgot;
mod frame;
mod login;
mod not_found;
pub mod set_password;

pub use forgot::Forgot;
pub use login::Login;
pub use not_found::NotFound;
pub use set_password::SetPassword;
