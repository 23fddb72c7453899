//! Working time as it is typed: `hours:minutes`.

/// What [`parse`] makes of a text that is no working time. It is never saved.
pub const INVALID: i64 = -1;

/// Hours that can be typed at most.
const MOST_HOURS: i64 = 99_999;

/// The seconds of `8`, `8:30` or `8h30`. None for no text, and [`INVALID`] for anything else, also for no time at all.
#[must_use]
pub fn parse(text: &str) -> Option<i64> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let (hours, minutes) = text.split_once([':', 'h', 'H']).unwrap_or((text, ""));
    let minutes = if minutes.trim().is_empty() { Some(0) } else { minutes.trim().parse::<i64>().ok() };
    let minutes = minutes.filter(|minutes| (0..60).contains(minutes));
    let hours = hours.trim().parse::<i64>().ok().filter(|hours| (0..=MOST_HOURS).contains(hours));
    let seconds = hours.zip(minutes).map(|(hours, minutes)| hours * 3600 + minutes * 60);
    Some(seconds.filter(|seconds| *seconds > 0).unwrap_or(INVALID))
}

/// `8:30`; empty for none, and for what is [`INVALID`].
#[must_use]
pub fn format(seconds: Option<i64>) -> String {
    match seconds {
        Some(seconds) if seconds >= 0 => format!("{}:{:02}", seconds / 3600, seconds % 3600 / 60),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn hours_and_minutes_are_read_in_several_spellings() {
        for (text, minutes) in [("8", 480), ("8:30", 510), ("8h30", 510), ("8H", 480), (" 0:05 ", 5), ("12 : 00", 720)]
        {
            assert_eq!(parse(text), Some(minutes * 60), "{text:?}");
        }
    }

    #[test]
    fn no_text_is_no_working_time() {
        assert_eq!(parse(""), None);
        assert_eq!(parse("  "), None);
        assert_eq!(format(None), "");
    }

    #[test]
    fn anything_else_is_invalid() {
        for text in ["0", "0:00", "abc", "8:60", "-1", "8:-5", "8.5", "100000", ":30", "8:30:00"] {
            assert_eq!(parse(text), Some(INVALID), "{text:?}");
        }
        assert_eq!(format(Some(INVALID)), "");
    }

    proptest! {
        #[test]
        fn what_is_written_can_be_read(minutes in 1_i64..(MOST_HOURS + 1) * 60) {
            let seconds = Some(minutes * 60);
            prop_assert_eq!(parse(&format(seconds)), seconds);
        }
    }
}
