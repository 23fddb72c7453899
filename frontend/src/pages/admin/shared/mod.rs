//! What the screens of the administration have in common.

mod editor;
mod list;
mod menu;
mod page;
mod paged;
mod zone;

pub use editor::{Editor, use_editor};
pub use list::{ListPage, listing, matches, use_search};
pub use menu::SideMenu;
pub use page::EditorPage;
pub use paged::{Columns, page_of};
pub use zone::ZoneField;

use crate::route::Item;
use yew::prelude::*;

/// Properties of every editor: which thing.
#[derive(Properties, PartialEq)]
pub struct ItemProps {
    /// Which.
    pub id: Item,
}

/// What a form edits: name in the API, identifier of the control, label.
pub type FieldName = (&'static str, &'static str, AttrValue);

/// An empty text is none.
#[must_use]
pub fn filled(text: String) -> Option<String> {
    Some(text).filter(|text| !text.trim().is_empty())
}
