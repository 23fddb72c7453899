//! Several codes in one parameter of the URL, separated by commas.

/// The codes of a parameter; none when it is left out.
#[must_use]
pub fn codes(list: Option<&str>) -> Vec<String> {
    list.unwrap_or_default().split(',').filter(|code| !code.is_empty()).map(ToOwned::to_owned).collect()
}

/// Adds a code at the end of the list, or takes it out. A list without codes is left out of the URL.
pub fn toggle(list: &mut Option<String>, code: &str) {
    let mut codes = codes(list.as_deref());
    if codes.iter().any(|known| known == code) {
        codes.retain(|known| known != code);
    } else {
        codes.push(code.to_owned());
    }
    *list = (!codes.is_empty()).then(|| codes.join(","));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_last_code_leaves_the_parameter_out() {
        let mut list = Some("closed".to_owned());
        toggle(&mut list, "closed");
        assert_eq!(list, None);
    }

    #[test]
    fn empty_parts_are_ignored() {
        assert_eq!(codes(Some(",closed,,resolved,")), ["closed", "resolved"]);
        assert!(codes(Some("")).is_empty());
        assert!(codes(None).is_empty());
    }

    proptest! {
        #[test]
        fn toggling_twice_brings_the_same_codes_back(list in "([a-c]{1,2},){0,4}", code in "[d-f]{1,2}") {
            let before = codes(Some(&list));
            let mut toggled = Some(list);
            toggle(&mut toggled, &code);
            prop_assert!(codes(toggled.as_deref()).contains(&code));
            toggle(&mut toggled, &code);
            prop_assert_eq!(codes(toggled.as_deref()), before);
        }
    }
}
