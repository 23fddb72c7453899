//! The pages for people who are not logged in: logging in, and setting a password.

mod forgot;
mod frame;
mod login;
mod set_password;

pub use forgot::Forgot;
pub use login::Login;
pub use set_password::SetPassword;
