//! The person who calls.

use crate::db::Conn;
use crate::models;
use crate::models::groups::MembershipRow;
use crate::models::people::Person;
use chrono_tz::Tz;
use contract::{GroupPermission, Language, Role, Scope, Side};
use diesel::QueryResult;

/// How the person is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Via {
    /// A session cookie.
    Session {
        /// The session.
        id: i64,
        /// What the page must send with every change.
        csrf_token: String,
    },
    /// An API token.
    Token {
        /// The token.
        id: i64,
        /// What it may be used for.
        scopes: Vec<Scope>,
    },
    /// No HTTP request: the product itself asks what the person may do, or acts as them.
    Internal,
}

/// Who is calling: the person, their roles and groups, and how they are known.
#[derive(Debug, Clone)]
pub struct Viewer {
    /// The person.
    pub person: Person,
    /// Roles, less those that the token's scopes leave out.
    pub roles: Vec<Role>,
    /// Active groups.
    pub groups: Vec<MembershipRow>,
    /// How they are known.
    pub via: Via,
    /// Language of the answers.
    pub language: Language,
}

impl Viewer {
    /// Loads a person with their roles and groups. A token acts only with the roles that its scopes allow. `language` is
    /// the one that the HTTP request asks for; without it, answers are in the person's own language.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn load(conn: &mut Conn, person: Person, via: Via, language: Option<Language>) -> QueryResult<Self> {
        let mut roles = models::person_roles::of(conn, person.id)?;
        if let Via::Token { scopes, .. } = &via {
            roles.retain(|role| match role {
                Role::Attendant => scopes.contains(&Scope::Desk),
                Role::Administrator => scopes.contains(&Scope::Admin),
                Role::Requester | Role::Integrator => true,
            });
        }
        let groups = models::groups::memberships(conn, person.id)?;
        Ok(Self { language: language.unwrap_or(person.language), roles, groups, via, person })
    }

    /// The person's identifier.
    #[must_use]
    pub fn id(&self) -> i64 {
        self.person.id
    }

    /// The time zone they read times in.
    #[must_use]
    pub fn time_zone(&self) -> Tz {
        self.person.time_zone.parse().unwrap_or(chrono_tz::America::Sao_Paulo)
    }

    /// Whether the person holds a role (and the token may use it).
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// Whether they are an attendant who may execute requests of the group.
    #[must_use]
    pub fn executes(&self, group: Option<i64>) -> bool {
        self.has(Role::Attendant)
            && self.groups.iter().any(|row| Some(row.group_id) == group && row.permission.0 == GroupPermission::Execute)
    }

    /// Whether they are an attendant who belongs to the group.
    #[must_use]
    pub fn belongs(&self, group: Option<i64>) -> bool {
        self.has(Role::Attendant) && self.groups.iter().any(|row| Some(row.group_id) == group)
    }

    /// Whether one of their groups sees all requests but confidential ones.
    #[must_use]
    pub fn sees_all(&self) -> bool {
        self.has(Role::Attendant) && self.groups.iter().any(|row| row.see_all)
    }

    /// Whether they may change priority and deadline of the group's requests.
    #[must_use]
    pub fn changes_sla(&self, group: Option<i64>) -> bool {
        self.executes(group) && self.groups.iter().any(|row| Some(row.group_id) == group && row.change_sla)
    }

    /// Identifiers of their groups, as an attendant.
    #[must_use]
    pub fn group_ids(&self) -> Vec<i64> {
        if self.has(Role::Attendant) { self.groups.iter().map(|row| row.group_id).collect() } else { Vec::new() }
    }

    /// Whether they work on the desk's side at all.
    #[must_use]
    pub fn on_desk(&self) -> bool {
        self.has(Role::Attendant) || self.has(Role::Administrator)
    }

    /// On which side of the counter they stand for a request of `requester`.
    #[must_use]
    pub fn side(&self, requester: i64) -> Side {
        if self.id() == requester || !self.on_desk() { Side::Requester } else { Side::Desk }
    }

    /// What an idempotency key belongs to.
    #[must_use]
    pub fn key_owner(&self) -> String {
        match &self.via {
            Via::Session { .. } | Via::Internal => format!("person:{}", self.id()),
            Via::Token { id, .. } => format!("token:{id}"),
        }
    }

    /// True for API tokens.
    #[must_use]
    pub fn is_token(&self) -> bool {
        matches!(self.via, Via::Token { .. })
    }
}
