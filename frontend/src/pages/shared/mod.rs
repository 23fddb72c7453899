//! What the pages of more than one area show.

pub mod call_log;
pub mod email;
pub mod kept_files;
pub mod levels;
mod not_found;
pub mod notices;
pub mod paged_query;
pub mod password;
pub mod request;
pub mod sorting;

pub use not_found::NotFound;
