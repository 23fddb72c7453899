//! The orders that a list offers, and how the URL names one of them.

/// One order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SortOption {
    /// The key of its name in `locales`.
    pub key: &'static str,
    /// The field that the API sorts by.
    pub field: &'static str,
    /// `asc` or `desc`.
    pub order: &'static str,
}

impl SortOption {
    /// An order of a list.
    #[must_use]
    pub const fn new(key: &'static str, field: &'static str, order: &'static str) -> Self {
        Self { key, field, order }
    }
}

/// The index of the option that the URL names. Without an `order`, the first one with that field is meant.
#[must_use]
pub fn named(options: &[SortOption], sort: Option<&str>, order: Option<&str>) -> Option<usize> {
    options.iter().position(|option| sort == Some(option.field) && order.is_none_or(|order| order == option.order))
}

/// What the URL says of an option: `sort` and `order`. The usual option is left out.
#[must_use]
pub fn query_values(options: &[SortOption], index: usize, usual: usize) -> (Option<String>, Option<String>) {
    let option = options.get(index).filter(|_| index != usual);
    (option.map(|option| option.field.to_owned()), option.map(|option| option.order.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPTIONS: [SortOption; 3] = [
        SortOption::new("deadline", "deadline", "asc"),
        SortOption::new("newest", "opened_at", "desc"),
        SortOption::new("oldest", "opened_at", "asc"),
    ];

    #[test]
    fn every_option_but_the_usual_one_comes_back_from_the_url() {
        for usual in 0..OPTIONS.len() {
            for index in 0..OPTIONS.len() {
                let (sort, order) = query_values(&OPTIONS, index, usual);
                let found = named(&OPTIONS, sort.as_deref(), order.as_deref());
                assert_eq!(found, (index != usual).then_some(index), "{index} where {usual} is usual");
            }
        }
    }

    #[test]
    fn a_field_without_an_order_is_its_first_option() {
        assert_eq!(named(&OPTIONS, Some("opened_at"), None), Some(1));
    }

    #[test]
    fn what_is_not_offered_names_nothing() {
        assert_eq!(named(&OPTIONS, Some("deadline"), Some("desc")), None);
        assert_eq!(named(&OPTIONS, Some("colour"), Some("asc")), None);
        assert_eq!(named(&OPTIONS, None, Some("asc")), None);
        assert_eq!(query_values(&OPTIONS, OPTIONS.len(), 0), (None, None));
    }
}
