//! Priority from impact and urgency.

use contract::Level;

/// The most urgent priority.
pub const HIGHEST: i32 = 1;
/// The least urgent priority.
pub const LOWEST: i32 = 5;

/// Whether the number is a priority: 1 (critical) to 5 (minimal).
#[must_use]
pub const fn is_valid(priority: i32) -> bool {
    priority >= HIGHEST && priority <= LOWEST
}

/// The priority of a request, 1 (critical) to 5 (minimal).
///
/// `fixed` is the priority that the service fixes for all its requests, whatever
/// impact and urgency are; a number that is no priority is ignored. Otherwise the
/// two levels add up: high and high 1, one step down on either side 2, and so on
/// to low and low 5.
#[must_use]
pub const fn priority(impact: Level, urgency: Level, fixed: Option<i32>) -> i32 {
    match fixed {
        Some(fixed) if is_valid(fixed) => fixed,
        _ => HIGHEST + steps(impact) + steps(urgency),
    }
}

/// Steps below the top.
const fn steps(level: Level) -> i32 {
    match level {
        Level::High => 0,
        Level::Medium => 1,
        Level::Low => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Level::{High, Low, Medium};

    #[test]
    fn matrix_of_the_product_page() {
        let matrix = [
            (High, High, 1),
            (High, Medium, 2),
            (Medium, High, 2),
            (High, Low, 3),
            (Medium, Medium, 3),
            (Low, High, 3),
            (Medium, Low, 4),
            (Low, Medium, 4),
            (Low, Low, 5),
        ];
        for (impact, urgency, expected) in matrix {
            assert_eq!(priority(impact, urgency, None), expected, "{impact} × {urgency}");
        }
    }

    #[test]
    fn a_service_may_fix_it() {
        for fixed in HIGHEST..=LOWEST {
            assert_eq!(priority(Low, Low, Some(fixed)), fixed);
        }
        assert_eq!(priority(Medium, Low, Some(0)), 4);
        assert_eq!(priority(Medium, Low, Some(6)), 4);
    }
}
