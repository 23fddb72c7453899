//! Functions that both databases have.

use diesel::sql_types::{Nullable, Text};

diesel::define_sql_function! {
    /// In lower case: all letters on PostgreSQL, those without accents on SQLite.
    fn lower(text: Nullable<Text>) -> Nullable<Text>;
}
