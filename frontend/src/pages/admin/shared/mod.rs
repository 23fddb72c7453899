//! What the pages of the administration have in common.

mod editor;
mod fields;
mod list;
mod menu;
mod page;
mod paged;
mod zone;

pub use editor::{Editor, use_editor};
pub use fields::{FieldName, ItemProps, filled};
pub use list::{ListPage, listing, matches, use_search};
pub use menu::SideMenu;
pub use page::EditorPage;
pub use paged::{Columns, page_of};
pub use zone::ZoneField;
