const MAX_NUMBER: usize = 40;
const MAX_NAME: usize = 200;
const MAX_EXTENSION: usize = 80;

/// Who calls, as it may be used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Caller {
    pub number: Option<String>,
    pub name: Option<String>,
}

impl Caller {
    /// From the raw headers of an event.
    pub fn clean(number: &str, name: &str) -> Self {
        Self { number: clean_number(number), name: clean_name(name) }
    }
}

/// The caller's number as it may be used: only `[0-9+*#]`. `None` for hidden or unknown callers, for what has no digit,
/// and for what is longer than 40 characters.
pub fn clean_number(text: &str) -> Option<String> {
    const HIDDEN: [&str; 6] = ["<", "anonymous", "unknown", "restricted", "unavailable", "private"];
    let lower = text.trim_start().to_ascii_lowercase();
    if HIDDEN.iter().any(|word| lower.starts_with(word)) {
        return None;
    }
    let number: String = text.chars().filter(|c| c.is_ascii_digit() || "+*#".contains(*c)).collect();
    let usable = number.len() <= MAX_NUMBER && number.chars().any(|c| c.is_ascii_digit());
    usable.then_some(number)
}

/// A name for people: Asterisk's escapes (`O\'Neil`) and the quoted pairs that chan_pjsip leaves in (`\"`, RFC 3261)
/// undone, control characters removed, at most 200 characters. `None` when empty or `<unknown>`.
pub fn clean_name(text: &str) -> Option<String> {
    let mut name = String::new();
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match (character, characters.peek()) {
            ('\\', Some('\\' | '\'' | '"')) => name.extend(characters.next()),
            _ => name.push(character),
        }
    }
    let name = name.replace("\\\"", "\"");
    let name: String = name.chars().filter(|c| !c.is_control()).take(MAX_NAME).collect();
    let name = name.trim();
    let unknown = name.is_empty() || name == "<unknown>" || name == "unknown";
    (!unknown).then(|| name.to_owned())
}

/// The extension of a phone's channel: what stands between the first `/` and the last `-`. `None` for `Local/`
/// channels, which are no phones, and for other forms.
pub fn extension_of(channel: &str) -> Option<&str> {
    let (technology, rest) = channel.split_once('/')?;
    let (extension, _) = rest.rsplit_once('-')?;
    let is_phone = !technology.eq_ignore_ascii_case("Local");
    (is_phone && (1..=MAX_EXTENSION).contains(&extension.len())).then_some(extension)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        for (text, wanted) in [
            ("+33199001234", Some("+33199001234")),
            ("(11) 3242-4433", Some("1132424433")),
            ("*8200", Some("*8200")),
            ("12\r\nEvent: x", Some("12")),
            ("anonymous", None),
            ("Anonymous@10.0.0.1", None),
            ("<unknown>", None),
            ("unknown", None),
            ("", None),
            ("+#", None),
            ("s", None),
        ] {
            assert_eq!(clean_number(text).as_deref(), wanted, "{text}");
        }
        assert_eq!(clean_number(&"1".repeat(41)), None);
    }

    #[test]
    fn names() {
        for (text, wanted) in [
            (r"O\'Neil", Some("O'Neil")),
            (r#"Ana \\\"La Jefa\\\" O\'Neil; <x>"#, Some(r#"Ana "La Jefa" O'Neil; <x>"#)),
            (r"back\\slash", Some(r"back\slash")),
            ("Łukasz 株式会社", Some("Łukasz 株式会社")),
            ("end\\", Some("end\\")),
            ("a\u{7}b", Some("ab")),
            ("<unknown>", None),
            ("  ", None),
        ] {
            assert_eq!(clean_name(text).as_deref(), wanted, "{text}");
        }
        assert_eq!(clean_name(&"é".repeat(300)).map(|name| name.chars().count()), Some(200));
    }

    #[test]
    fn extensions() {
        assert_eq!(extension_of("PJSIP/200-00000003"), Some("200"));
        assert_eq!(extension_of("PJSIP/front-desk-00000003"), Some("front-desk"));
        assert_eq!(extension_of("Local/200@agents-00000001;1"), None);
        assert_eq!(extension_of("PJSIP/-1"), None);
        assert_eq!(extension_of("200"), None);
    }
}
