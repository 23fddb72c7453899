//! Inserting keys and HTML where the cursor is.

/// A text after something was put around its selection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Insertion {
    /// The text.
    pub text: String,
    /// Where the cursor is then.
    pub cursor: usize,
}

/// Puts `before` and `after` around what is selected; at the end of the text when there is no selection. Positions are
/// in UTF-16 code units, as browsers count them.
///
/// The cursor stands behind what was inserted, but between `before` and `after` when nothing is selected, so that one
/// can write there.
#[must_use]
pub fn insert_around(text: &str, selection: Option<(usize, usize)>, before: &str, after: &str) -> Insertion {
    let units: Vec<u16> = text.encode_utf16().collect();
    let (start, end) = selection.unwrap_or((units.len(), units.len()));
    let start = start.min(units.len());
    let end = end.min(units.len()).max(start);
    let part = |from: usize, to: usize| String::from_utf16_lossy(units.get(from..to).unwrap_or_default());
    let (opening, closing) = (before.encode_utf16().count(), after.encode_utf16().count());
    Insertion {
        text: format!("{}{before}{}{after}{}", part(0, start), part(start, end), part(end, units.len())),
        cursor: if start == end && !after.is_empty() { start + opening } else { end + opening + closing },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn inserted(text: &str, selection: Option<(usize, usize)>, before: &str, after: &str) -> (String, usize) {
        let insertion = insert_around(text, selection, before, after);
        (insertion.text, insertion.cursor)
    }

    #[test]
    fn a_key_replaces_nothing_and_leaves_the_cursor_behind_it() {
        assert_eq!(inserted("Nr. !", Some((4, 4)), "${NUMERO}", ""), ("Nr. ${NUMERO}!".to_owned(), 13));
        assert_eq!(inserted("Nr. ", None, "${NUMERO}", ""), ("Nr. ${NUMERO}".to_owned(), 13));
    }

    #[test]
    fn what_is_selected_stays_between_the_two() {
        assert_eq!(inserted("a bold c", Some((2, 6)), "<b>", "</b>"), ("a <b>bold</b> c".to_owned(), 13));
    }

    #[test]
    fn without_a_selection_the_cursor_is_between_the_two() {
        assert_eq!(inserted("ac", Some((1, 1)), "<b>", "</b>"), ("a<b></b>c".to_owned(), 4));
    }

    #[test]
    fn positions_count_utf16_code_units() {
        // The emoji is two of them.
        assert_eq!(inserted("😀é!", Some((3, 3)), "x", ""), ("😀éx!".to_owned(), 4));
    }

    #[test]
    fn a_selection_beyond_the_text_is_its_end() {
        assert_eq!(inserted("ab", Some((5, 9)), "x", ""), ("abx".to_owned(), 3));
        assert_eq!(inserted("ab", Some((2, 1)), "x", ""), ("abx".to_owned(), 3));
    }

    proptest! {
        #[test]
        fn nothing_of_the_text_is_lost(text in "[a-zà-ü ]{0,12}", start in 0_usize..14, end in 0_usize..14) {
            let insertion = insert_around(&text, Some((start, end)), "<", ">");
            prop_assert_eq!(insertion.text.replacen('<', "", 1).replacen('>', "", 1), text);
            prop_assert!(insertion.cursor <= insertion.text.encode_utf16().count());
        }
    }
}
