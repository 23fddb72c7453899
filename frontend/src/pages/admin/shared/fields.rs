//! What editors and their fields need.

use crate::route::Item;
use yew::prelude::*;

/// Properties of every editor.
#[derive(Properties, PartialEq)]
pub struct ItemProps {
    /// The item that is edited.
    pub id: Item,
}

/// A field of a form: name in the API, identifier of the control, label.
pub type FieldName = (&'static str, &'static str, AttrValue);

/// The text of an optional field; none when there are only blanks.
#[must_use]
pub fn filled(text: String) -> Option<String> {
    Some(text).filter(|text| !text.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_no_text() {
        assert_eq!(filled(String::new()), None);
        assert_eq!(filled(" \t".to_owned()), None);
        assert_eq!(filled(" 214".to_owned()).as_deref(), Some(" 214"));
    }
}
