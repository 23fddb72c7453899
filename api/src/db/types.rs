//! How the contract's codes are held in rows: as their text.

use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Text;
use std::str::FromStr;

/// A code of the contract in a row. `Deref`s to the code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, AsExpression, diesel::FromSqlRow)]
#[diesel(sql_type = Text)]
pub struct Code<T: Coded>(pub T);

/// Codes as they are bound in a list of a statement.
#[must_use]
pub fn codes<T: Coded>(codes: &[T]) -> Vec<Code<T>> {
    codes.iter().copied().map(Code).collect()
}

/// An enumeration of the contract.
pub trait Coded: Copy + std::fmt::Debug + FromStr<Err = contract::UnknownCode> + 'static {
    /// The code.
    fn code(&self) -> &'static str;
}

impl<T: Coded> std::ops::Deref for Code<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Coded> From<T> for Code<T> {
    fn from(code: T) -> Self {
        Self(code)
    }
}

impl<T: Coded, D: Backend> FromSql<Text, D> for Code<T>
where
    String: FromSql<Text, D>,
{
    fn from_sql(bytes: D::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(String::from_sql(bytes)?.parse()?))
    }
}

impl<T: Coded, D: Backend> ToSql<Text, D> for Code<T>
where
    str: ToSql<Text, D>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, D>) -> serialize::Result {
        self.0.code().to_sql(out)
    }
}

macro_rules! coded {
    ($($name:ty),+ $(,)?) => { $(
        impl Coded for $name {
            fn code(&self) -> &'static str { self.as_str() }
        }
        impl From<Code<$name>> for $name {
            fn from(code: Code<$name>) -> Self { code.0 }
        }
    )+ };
}

coded!(
    contract::Language,
    contract::Role,
    contract::GroupPermission,
    contract::RequestType,
    contract::Situation,
    contract::Level,
    contract::Origin,
    contract::OccurrenceKind,
    contract::Category,
    contract::Side,
    contract::Grade,
    contract::EmailState,
    contract::SuppressReason,
    contract::PhoneKind,
    contract::live::LiveKind,
    contract::live::NotificationKind,
    contract::calls::CallBackEnd,
    contract::calls::CallDirection,
    contract::calls::CallRequestKind,
    contract::calls::CallResult,
    contract::calls::CallSource,
    contract::calls::CallTag,
    contract::calls::ExtensionLoss,
    contract::calls::MatchedBy,
    contract::admin::TemplateKind,
    contract::admin::MailSecurity,
    contract::admin::MailTransport,
);
