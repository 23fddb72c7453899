//! The pages, one folder per area.

pub mod access;
pub mod admin;
pub mod desktop;
pub mod portal;
