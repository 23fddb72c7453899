//! The product's texts in Portuguese, Spanish and English.
//!
//! The texts stand in `locales/<language>/<area>.ftl` (Project Fluent) and are
//! shared by the SPA, the API and the e-mails. `text!(language, "key", name =
//! value)` gives one of them. A key that is missing in a language, or an `es` or
//! `en` text equal to the Portuguese one outside a short list of cognates, fails
//! this crate's tests.

mod bundle;
mod write;

pub use bundle::{Args, format, has, sources};
pub use contract::Language;
pub use write::{date, date_time, duration, file_size, relative, talk, time, weekday};

/// Fluent's argument values.
pub use fluent_bundle::FluentValue;

/// A text of the product: `text!(language, "key")` or
/// `text!(language, "key", name = value, …)`.
#[macro_export]
macro_rules! text {
    ($language:expr, $key:expr $(,)?) => {
        $crate::format($language, $key, None)
    };
    ($language:expr, $key:expr, $($name:ident = $value:expr),+ $(,)?) => {{
        let mut args = $crate::Args::new();
        $(args.set(stringify!($name), $value);)+
        $crate::format($language, $key, Some(&args))
    }};
}

#[cfg(test)]
mod tests;
