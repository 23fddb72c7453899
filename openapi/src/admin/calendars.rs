//! Calendars of working hours.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Working hours of one stretch, as `HH:MM` (24:00 for midnight at the end).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct HoursView {
    /// From.
    pub from: String,
    /// To.
    pub to: String,
}

/// Hours of a day of the week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct WeekdayHours {
    /// 1 (Monday) to 7 (Sunday), ISO 8601.
    pub weekday: i32,
    /// Stretches.
    pub hours: Vec<HoursView>,
}

/// A date with hours of its own; none: closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CalendarException {
    /// Date.
    #[schema(value_type = String, format = Date)]
    pub date: NaiveDate,
    /// Name (holiday).
    pub name: String,
    /// Stretches.
    pub hours: Vec<HoursView>,
}

/// A calendar of working hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CalendarView {
    /// Identifier.
    pub id: i64,
    /// What is edited.
    #[serde(flatten)]
    pub edit: CalendarEdit,
    /// Changes with every edit; the `ETag`.
    pub version: i32,
}

/// A new or changed calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CalendarEdit {
    /// Name.
    pub name: String,
    /// IANA time zone.
    pub time_zone: String,
    /// Weekly hours.
    pub week: Vec<WeekdayHours>,
    /// Dated exceptions.
    #[serde(default)]
    pub exceptions: Vec<CalendarException>,
}
