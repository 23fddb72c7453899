//! Units, groups and people.

use chrono::TimeDelta;
use contract::identity::Phone;
use contract::{GroupPermission, Language, PhoneKind, Role, Scope};
use diesel::prelude::*;
use solicita::auth::{password, secret};
use solicita::db::schema::{group_members, groups, units};
use solicita::db::types::Code;
use solicita::error::Result;
use solicita::models;
use solicita::models::people::PersonValues;
use solicita::tx::Tx;

/// Units of the company.
#[derive(Debug, Clone)]
pub struct Units {
    /// The unit of most people.
    pub headquarters: i64,
    /// Another unit.
    pub branch: i64,
}

impl Units {
    pub(super) fn create(tx: &mut Tx<'_>) -> Result<Self> {
        Ok(Self { headquarters: unit(tx, "Matriz")?, branch: unit(tx, "Filial Recife")? })
    }
}

fn unit(tx: &mut Tx<'_>, name: &str) -> Result<i64> {
    let values = (units::name.eq(name), units::active.eq(true), units::version.eq(1));
    Ok(diesel::insert_into(units::table).values(values).returning(units::id).get_result(tx.conn)?)
}

/// Groups of attendants.
#[derive(Debug, Clone)]
pub struct Groups {
    /// Serves most services; no address of its own.
    pub support: i64,
    /// Serves the network; has an e-mail address.
    pub networks: i64,
    /// Sees all requests but confidential ones.
    pub first_level: i64,
}

impl Groups {
    pub(super) fn create(tx: &mut Tx<'_>) -> Result<Self> {
        Ok(Self {
            support: group(tx, "Suporte", None, false)?,
            networks: group(tx, "Redes", Some("redes@empresa.test"), false)?,
            first_level: group(tx, "Primeiro nível", None, true)?,
        })
    }
}

fn group(tx: &mut Tx<'_>, name: &str, email: Option<&str>, see_all: bool) -> Result<i64> {
    let values = (
        groups::name.eq(name),
        groups::email.eq(email),
        groups::see_all.eq(see_all),
        groups::active.eq(true),
        groups::version.eq(1),
    );
    Ok(diesel::insert_into(groups::table).values(values).returning(groups::id).get_result(tx.conn)?)
}

/// A person, with their session or token.
#[derive(Debug, Clone)]
pub struct PersonaData {
    /// Identifier.
    pub id: i64,
    /// Full name.
    pub name: &'static str,
    /// E-mail address.
    pub email: &'static str,
    /// The cookie of their session, or their token.
    pub secret: &'static str,
}

/// The people of [`crate::TestApp`].
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "they are introduced where TestApp names them")]
pub struct People {
    pub requester: PersonaData,
    pub stranger: PersonaData,
    pub executor: PersonaData,
    pub second: PersonaData,
    pub watcher: PersonaData,
    pub overseer: PersonaData,
    pub outsider: PersonaData,
    pub administrator: PersonaData,
    pub integrator: PersonaData,
}

impl People {
    /// Everybody's password.
    pub const PASSWORD: &'static str = "correto cavalo bateria";
    /// The requester's CPF.
    pub const REQUESTER_CPF: &'static str = "52998224725";
    /// The requester's employee number.
    pub const REQUESTER_NUMBER: &'static str = "RH-1042";
    /// The stranger's CNPJ.
    pub const STRANGER_CNPJ: &'static str = "11222333000181";

    pub(super) fn create(tx: &mut Tx<'_>, units: &Units, groups: &Groups) -> Result<Self> {
        let hash = password::hash_now(Self::PASSWORD)?;
        let mut add = |new: New| new.insert(tx, &hash);
        let (execute, view) = (GroupPermission::Execute, GroupPermission::View);
        let people = Self {
            requester: add(New {
                tax_id: Some(Self::REQUESTER_CPF),
                employee_number: Some(Self::REQUESTER_NUMBER),
                extension: Some("4321"),
                unit: Some(units.headquarters),
                ..New::of("Ana Souza", "ana@empresa.test", "session-of-ana", &[Role::Requester])
            })?,
            stranger: add(New {
                tax_id: Some(Self::STRANGER_CNPJ),
                unit: Some(units.branch),
                language: Language::Spanish,
                ..New::of("Bruno Lima", "bruno@empresa.test", "session-of-bruno", &[Role::Requester])
            })?,
            executor: add(New {
                membership: Some((groups.support, execute, true)),
                ..New::of("Carla Dias", "carla@empresa.test", "session-of-carla", &[Role::Attendant])
            })?,
            second: add(New {
                membership: Some((groups.support, execute, false)),
                language: Language::English,
                ..New::of("Diego Reis", "diego@empresa.test", "session-of-diego", &[Role::Attendant])
            })?,
            watcher: add(New {
                membership: Some((groups.support, view, false)),
                ..New::of("Elisa Prado", "elisa@empresa.test", "session-of-elisa", &[Role::Attendant])
            })?,
            overseer: add(New {
                membership: Some((groups.first_level, execute, false)),
                ..New::of("Fábio Nunes", "fabio@empresa.test", "session-of-fabio", &[Role::Attendant])
            })?,
            outsider: add(New {
                membership: Some((groups.networks, execute, true)),
                ..New::of("Gabriela Melo", "gabriela@empresa.test", "session-of-gabriela", &[Role::Attendant])
            })?,
            administrator: add(New::of(
                "Helena Castro",
                "helena@empresa.test",
                "session-of-helena",
                &[Role::Administrator],
            ))?,
            integrator: add(New::of("Sistema RH", "rh@empresa.test", "session-of-the-system", &[Role::Integrator]))?,
        };
        let scopes = [Scope::RequestsRead, Scope::RequestsWrite];
        let token = token(tx, people.integrator.id, "sol_token-of-the-system", &scopes)?;
        Ok(Self { integrator: PersonaData { secret: token, ..people.integrator }, ..people })
    }
}

/// Creates a token with a known secret.
///
/// # Errors
/// When the database does not answer.
pub fn token(tx: &mut Tx<'_>, person_id: i64, text: &'static str, scopes: &[Scope]) -> Result<&'static str> {
    let row = models::tokens::NewToken {
        name: format!("Token {text}"),
        prefix: text.chars().take(10).collect(),
        token_hash: secret::hash(text),
        person_id,
        scopes: scopes.iter().map(|scope| scope.as_str()).collect::<Vec<_>>().join(" "),
        allowed_addresses: String::new(),
        created_at: tx.db_now(),
        created_by: None,
        expires_at: None,
    };
    models::tokens::insert(tx.conn, row)?;
    Ok(text)
}

struct New<'a> {
    name: &'static str,
    email: &'static str,
    secret: &'static str,
    roles: &'a [Role],
    language: Language,
    tax_id: Option<&'a str>,
    employee_number: Option<&'a str>,
    extension: Option<&'a str>,
    unit: Option<i64>,
    membership: Option<(i64, GroupPermission, bool)>,
}

impl<'a> New<'a> {
    fn of(name: &'static str, email: &'static str, secret: &'static str, roles: &'a [Role]) -> Self {
        Self {
            name,
            email,
            secret,
            roles,
            language: Language::Portuguese,
            tax_id: None,
            employee_number: None,
            extension: None,
            unit: None,
            membership: None,
        }
    }

    fn insert(self, tx: &mut Tx<'_>, password_hash: &str) -> Result<PersonaData> {
        let text = |value: Option<&str>| value.map(str::to_owned);
        let values = PersonValues {
            search_text: models::people::search_text(self.name, Some(self.email), self.employee_number, self.extension),
            name: self.name.to_owned(),
            email: Some(self.email.to_owned()),
            tax_id: text(self.tax_id),
            employee_number: text(self.employee_number),
            unit_id: self.unit,
            job_title: Some("Analista".to_owned()),
            extension: text(self.extension),
            place: Some("2º andar, sala 204".to_owned()),
            language: self.language,
            time_zone: "America/Sao_Paulo".to_owned(),
            vip: false,
            active: true,
        };
        let now = tx.db_now();
        let id = models::people::insert(tx.conn, values, now)?;
        models::people::set_password(tx.conn, id, password_hash)?;
        models::person_roles::set(tx.conn, id, self.roles)?;
        // The number of Ana, who is the first person, ends in 4321.
        let number = format!("(11) 98765-{}", 4320 + id);
        models::person_phones::set(tx.conn, id, &[Phone { kind: PhoneKind::Mobile, number }], None)?;
        if let Some((group, permission, change_sla)) = self.membership {
            join(tx, group, id, permission, change_sla)?;
        }
        session(tx, id, self.secret)?;
        Ok(PersonaData { id, name: self.name, email: self.email, secret: self.secret })
    }
}

/// Makes a person a member of a group.
///
/// # Errors
/// When the database does not answer.
pub fn join(tx: &mut Tx<'_>, group: i64, person: i64, permission: GroupPermission, change_sla: bool) -> Result<()> {
    diesel::insert_into(group_members::table)
        .values((
            group_members::group_id.eq(group),
            group_members::person_id.eq(person),
            group_members::permission.eq(Code(permission)),
            group_members::change_sla.eq(change_sla),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Creates a session with a known cookie.
///
/// # Errors
/// When the database does not answer.
pub fn session(tx: &mut Tx<'_>, person_id: i64, cookie: &str) -> Result<i64> {
    let now = tx.db_now();
    let session = models::sessions::NewSession {
        token_hash: secret::hash(cookie),
        person_id,
        created_at: now,
        last_seen_at: now,
        expires_at: now + TimeDelta::days(1),
        user_agent: "tests".to_owned(),
        address: "127.0.0.1".to_owned(),
    };
    Ok(models::sessions::insert(tx.conn, session)?)
}
