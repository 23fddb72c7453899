//! E-mail templates: a subject and a body per language, with keys for values.

mod edit;
mod keys;
mod list;
mod preview;
mod writing;

pub use edit::Template;
pub use list::Templates;
