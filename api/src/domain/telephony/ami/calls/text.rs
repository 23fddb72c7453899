//! Reads the values of headers. Numbers and names come from callers and are cleaned before they are used.

use chrono::TimeDelta;

/// The most characters of a number.
const MAX_NUMBER: usize = 40;
/// The most characters of a name.
const MAX_NAME: usize = 200;
/// The most bytes of an extension.
const MAX_EXTENSION: usize = 80;

/// The other side of a channel, cleaned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Party {
    pub number: Option<String>,
    pub name: Option<String>,
}

impl Party {
    /// Cleans the number and the name in the headers of a message.
    pub fn clean(number: &str, name: &str) -> Self {
        Self { number: clean_number(number), name: clean_name(name) }
    }
}

/// Reduces a caller's number to `[0-9+*#]`. `None` when the number is withheld or unknown, has no digit, or is longer
/// than 40 characters.
pub(super) fn clean_number(text: &str) -> Option<String> {
    const HIDDEN: [&str; 6] = ["<", "anonymous", "unknown", "restricted", "unavailable", "private"];
    let lower = text.trim_start().to_ascii_lowercase();
    if HIDDEN.iter().any(|word| lower.starts_with(word)) {
        return None;
    }
    let number: String = text.chars().filter(|c| c.is_ascii_digit() || "+*#".contains(*c)).collect();
    let usable = number.len() <= MAX_NUMBER && number.chars().any(|c| c.is_ascii_digit());
    usable.then_some(number)
}

/// Makes a caller's name readable: undoes Asterisk's escapes (`O\'Neil`) and the quoted pairs that chan_pjsip leaves in
/// (`\"`, RFC 3261), removes control characters and cuts after 200 characters. `None` when the name is empty or
/// `<unknown>`.
pub(super) fn clean_name(text: &str) -> Option<String> {
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

/// The extension of a phone's channel: the text between the first `/` and the last `-` of its name. `None` for `Local/`
/// channels, which are not phones, and for names of another form.
pub(super) fn extension_of(channel: &str) -> Option<&str> {
    let (technology, rest) = channel.split_once('/')?;
    let (extension, _) = rest.rsplit_once('-')?;
    let is_phone = !technology.eq_ignore_ascii_case("Local");
    (is_phone && (1..=MAX_EXTENSION).contains(&extension.len())).then_some(extension)
}

/// Reads a duration as Asterisk writes it: `00:01:05`, where hours may have more digits. `None` for other forms.
pub fn parse_duration(text: &str) -> Option<TimeDelta> {
    let parts = text.split(':').map(|part| part.parse::<u16>().map(i64::from));
    match parts.collect::<Result<Vec<_>, _>>().ok()?.as_slice() {
        [hours, minutes, seconds] => Some(TimeDelta::seconds((hours * 60 + minutes) * 60 + seconds)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations() {
        for (text, seconds) in [
            ("00:00:02", Some(2)),
            ("00:01:05", Some(65)),
            ("123:00:00", Some(442_800)),
            ("65535:59:59", Some(235_929_599)),
            ("65536:00:00", None),
            ("01:05", None),
            ("-1:00:00", None),
            ("", None),
        ] {
            assert_eq!(parse_duration(text).map(|time| time.num_seconds()), seconds, "{text}");
        }
    }

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
