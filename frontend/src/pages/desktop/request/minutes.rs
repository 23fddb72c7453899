//! Minutes of work, as they are typed.

use contract::limits;

/// A text that is no number of minutes from 1 to [`limits::MINUTES_MAX`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidMinutes;

/// The minutes that were typed; none when nothing was.
///
/// # Errors
///
/// When the text is no allowed number of minutes.
pub fn parse_minutes(typed: &str) -> Result<Option<i32>, InvalidMinutes> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let minutes = typed.parse().ok().filter(|minutes| (1..=limits::MINUTES_MAX).contains(minutes));
    minutes.map(Some).ok_or(InvalidMinutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_typed_is_no_minutes() {
        assert_eq!(parse_minutes(""), Ok(None));
        assert_eq!(parse_minutes("  "), Ok(None));
    }

    #[test]
    fn numbers_within_the_limits_are_minutes() {
        for minutes in [1, 45, limits::MINUTES_MAX] {
            assert_eq!(parse_minutes(&format!(" {minutes} ")), Ok(Some(minutes)));
        }
    }

    #[test]
    fn anything_else_is_invalid() {
        let above = (limits::MINUTES_MAX + 1).to_string();
        for typed in ["0", "-5", "1.5", "1h", "abc", "99999999999", above.as_str()] {
            assert_eq!(parse_minutes(typed), Err(InvalidMinutes), "{typed:?}");
        }
    }
}
