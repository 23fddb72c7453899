//! The pages, one folder per area.
//!
//! The areas do not know each other. What pages of more than one area show is in [`shared`].

pub mod access;
pub mod admin;
pub mod desktop;
pub mod portal;
mod shared;

pub use shared::NotFound;
