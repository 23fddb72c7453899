//! Calendars, services, suspension reasons.

use super::{Groups, Units};
use contract::admin::{CalendarEdit, CalendarException, HoursView, WeekdayHours};
use contract::{Level, RequestType};
use diesel::prelude::*;
use solicita::db::schema::{
    calendars, service_categories, service_targets, service_units, services, suspension_reasons,
};
use solicita::db::types::Code;
use solicita::error::Result;
use solicita::tx::Tx;

const HOUR: i64 = 3600;

/// Calendars.
#[derive(Debug, Clone)]
pub struct Calendars {
    /// Monday to Friday, 8 to 18, São Paulo; 20 November 2026 is a holiday.
    pub office: i64,
    /// All hours of all days.
    pub always: i64,
}

impl Calendars {
    pub(super) fn create(tx: &mut Tx<'_>) -> Result<Self> {
        let hours = |from: &str, to: &str| vec![HoursView { from: from.to_owned(), to: to.to_owned() }];
        let week = |days: std::ops::RangeInclusive<i32>, from, to| {
            days.map(|weekday| WeekdayHours { weekday, hours: hours(from, to) }).collect::<Vec<_>>()
        };
        let holiday = CalendarException {
            date: chrono::NaiveDate::from_ymd_opt(2026, 11, 20).expect("a date"),
            name: "Dia da Consciência Negra".to_owned(),
            hours: Vec::new(),
        };
        let time_zone = "America/Sao_Paulo".to_owned();
        let office = CalendarEdit {
            name: "Comercial".to_owned(),
            time_zone: time_zone.clone(),
            week: week(1..=5, "08:00", "18:00"),
            exceptions: vec![holiday],
        };
        let always = CalendarEdit {
            name: "24 horas".to_owned(),
            time_zone,
            week: week(1..=7, "00:00", "24:00"),
            exceptions: Vec::new(),
        };
        Ok(Self { office: calendar(tx, &office)?, always: calendar(tx, &always)? })
    }
}

fn calendar(tx: &mut Tx<'_>, edit: &CalendarEdit) -> Result<i64> {
    let definition = serde_json::to_string(edit).map_err(anyhow::Error::from)?;
    let values = (calendars::name.eq(&edit.name), calendars::definition.eq(definition), calendars::version.eq(1));
    Ok(diesel::insert_into(calendars::table).values(values).returning(calendars::id).get_result(tx.conn)?)
}

/// Categories of the catalogue.
#[derive(Debug, Clone)]
pub struct Categories {
    /// Computers and software.
    pub computers: i64,
    /// Everything else.
    pub other: i64,
}

impl Categories {
    pub(super) fn create(tx: &mut Tx<'_>) -> Result<Self> {
        let mut add = |name: &str, icon: &str, position: i32| -> Result<i64> {
            let values = (
                service_categories::name.eq(name),
                service_categories::icon.eq(icon),
                service_categories::position.eq(position),
                service_categories::version.eq(1),
            );
            let insert = diesel::insert_into(service_categories::table).values(values);
            Ok(insert.returning(service_categories::id).get_result(tx.conn)?)
        };
        Ok(Self { computers: add("Computadores", "desktop", 1)?, other: add("Outros", "folder", 2)? })
    }
}

/// Services.
#[derive(Debug, Clone)]
pub struct Services {
    /// An incident of the support group, medium impact; 8 working hours at priority 3.
    pub email: i64,
    /// A service request of the support group, low impact; 20 working hours at priority 4.
    pub laptop: i64,
    /// Without targets; the deadline is agreed with the requester.
    pub agreed: i64,
    /// Inactive.
    pub inactive: i64,
    /// Offered to the branch only.
    pub branch_only: i64,
    /// Confidential; served by the support group.
    pub confidential: i64,
    /// Always priority 1; 2 hours, counted around the clock.
    pub outage: i64,
    /// An incident of the networks group.
    pub network: i64,
    /// Without a group of its own: [`crate::ids::DEFAULT_GROUP`] serves it.
    pub unassigned: i64,
}

impl Services {
    pub(super) fn create(
        tx: &mut Tx<'_>,
        units: &Units,
        groups: &Groups,
        calendars: &Calendars,
        categories: &Categories,
    ) -> Result<Self> {
        let support = New { group: Some(groups.support), calendar: calendars.office, ..New::of(categories.computers) };
        let targets: &[Target] = &[
            (1, Some(HOUR / 4), 2 * HOUR),
            (2, Some(HOUR / 2), 4 * HOUR),
            (3, Some(HOUR), 8 * HOUR),
            (4, Some(2 * HOUR), 16 * HOUR),
            (5, Some(4 * HOUR), 40 * HOUR),
        ];
        let slow: &[Target] = &[(3, None, 10 * HOUR), (4, None, 20 * HOUR), (5, None, 50 * HOUR)];
        let mut add = |name: &str, new: New<'_>| new.insert(tx, name);
        let services = Self {
            email: add("E-mail fora do ar", New { targets, ..support })?,
            laptop: add(
                "Notebook novo",
                New { request_type: RequestType::ServiceRequest, impact: Level::Low, targets: slow, ..support },
            )?,
            agreed: add("Projeto a combinar", New { request_type: RequestType::ServiceRequest, ..support })?,
            inactive: add("Fax", New { active: false, ..support })?,
            branch_only: add("Catraca da filial", New { unit: Some(units.branch), ..support })?,
            confidential: add("Folha de pagamento", New { confidential: true, targets, ..support })?,
            outage: add(
                "Queda de energia",
                New {
                    fixed_priority: Some(1),
                    calendar: calendars.always,
                    targets: &[(1, Some(HOUR / 4), 2 * HOUR)],
                    ..support
                },
            )?,
            network: add("Ponto de rede", New { group: Some(groups.networks), targets, ..support })?,
            unassigned: add("Dúvida geral", New { group: None, category: categories.other, ..support })?,
        };
        Ok(services)
    }
}

/// Priority, seconds to capture, seconds to resolve.
type Target = (i32, Option<i64>, i64);

#[derive(Clone, Copy)]
struct New<'a> {
    category: i64,
    group: Option<i64>,
    calendar: i64,
    request_type: RequestType,
    impact: Level,
    fixed_priority: Option<i32>,
    confidential: bool,
    active: bool,
    unit: Option<i64>,
    targets: &'a [Target],
}

impl New<'_> {
    fn of(category: i64) -> Self {
        Self {
            category,
            group: None,
            calendar: 0,
            request_type: RequestType::Incident,
            impact: Level::Medium,
            fixed_priority: None,
            confidential: false,
            active: true,
            unit: None,
            targets: &[],
        }
    }

    fn insert(self, tx: &mut Tx<'_>, name: &str) -> Result<i64> {
        let id: i64 = diesel::insert_into(services::table)
            .values((
                services::name.eq(name),
                services::description.eq(format!("Atendimento: {name}")),
                services::hint.eq("Diga desde quando e onde."),
                services::request_type.eq(Code(self.request_type)),
                services::category_id.eq(self.category),
                services::group_id.eq(self.group),
                services::calendar_id.eq(self.calendar),
                services::impact.eq(Code(self.impact)),
                services::fixed_priority.eq(self.fixed_priority),
                services::confidential.eq(self.confidential),
                services::active.eq(self.active),
                services::version.eq(1),
            ))
            .returning(services::id)
            .get_result(tx.conn)?;
        for (priority, capture, resolve) in self.targets {
            diesel::insert_into(service_targets::table)
                .values((
                    service_targets::service_id.eq(id),
                    service_targets::priority.eq(priority),
                    service_targets::capture_seconds.eq(capture),
                    service_targets::resolve_seconds.eq(resolve),
                ))
                .execute(tx.conn)?;
        }
        if let Some(unit) = self.unit {
            diesel::insert_into(service_units::table)
                .values((service_units::service_id.eq(id), service_units::unit_id.eq(unit)))
                .execute(tx.conn)?;
        }
        Ok(id)
    }
}

/// Suspension reasons.
#[derive(Debug, Clone)]
pub struct Reasons {
    /// The desk waits for the requester, whose answer reactivates the request.
    pub requester: i64,
    /// The desk waits for somebody else.
    pub supplier: i64,
    /// Inactive.
    pub inactive: i64,
}

impl Reasons {
    pub(super) fn create(tx: &mut Tx<'_>) -> Result<Self> {
        let mut add = |names: [&str; 3], waits: bool, active: bool| -> Result<i64> {
            let values = (
                suspension_reasons::name_pt.eq(names[0]),
                suspension_reasons::name_es.eq(names[1]),
                suspension_reasons::name_en.eq(names[2]),
                suspension_reasons::waits_requester.eq(waits),
                suspension_reasons::active.eq(active),
                suspension_reasons::version.eq(1),
            );
            let insert = diesel::insert_into(suspension_reasons::table).values(values);
            Ok(insert.returning(suspension_reasons::id).get_result(tx.conn)?)
        };
        Ok(Self {
            requester: add(
                ["Aguardando o solicitante", "A la espera del solicitante", "Waiting for the requester"],
                true,
                true,
            )?,
            supplier: add(
                ["Aguardando fornecedor", "A la espera del proveedor", "Waiting for a supplier"],
                false,
                true,
            )?,
            inactive: add(["Motivo antigo", "Motivo antiguo", "Former reason"], false, false)?,
        })
    }
}
