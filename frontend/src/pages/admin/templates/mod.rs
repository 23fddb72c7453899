//! E-mail templates: a subject and a body per language, with keys for values.

mod edit;
mod insertion;
mod keys;
mod list;
mod preview;
mod text_editor;
mod texts;

pub use edit::Template;
pub use list::Templates;
