//! Which pages there are, by their addresses.

use yew_router::prelude::*;

/// Every page outside the desk and the administration.
#[derive(Debug, Clone, PartialEq, Routable)]
pub enum Route {
    /// Logging in.
    #[at("/login")]
    Login,
    /// Asking for a link to set a password.
    #[at("/forgot")]
    Forgot,
    /// Setting a password with a link.
    #[at("/password/:token")]
    SetPassword {
        /// The link's secret.
        token: String,
    },
    /// What the requester sees first.
    #[at("/")]
    Home,
    /// *My requests*.
    #[at("/requests")]
    Requests,
    /// The catalogue, to choose a service.
    #[at("/requests/new")]
    Catalogue,
    /// The form of a service.
    #[at("/requests/new/:service")]
    OpenRequest {
        /// The service.
        service: i64,
    },
    /// One request.
    #[at("/requests/:number")]
    Request {
        /// Its number.
        number: i64,
    },
    /// A request that was just opened.
    #[at("/requests/:number/opened")]
    RequestOpened {
        /// Its number.
        number: i64,
    },
    /// Outage notices.
    #[at("/notices")]
    Notices,
    /// One's own data, preferences, password, sessions.
    #[at("/profile")]
    Profile,
    /// The attendant desktop; see [`DeskRoute`].
    #[at("/desk")]
    DeskRoot,
    /// Below the attendant desktop.
    #[at("/desk/*")]
    Desk,
    /// Administration; see [`AdminRoute`].
    #[at("/admin")]
    AdminRoot,
    /// Below the administration.
    #[at("/admin/*")]
    Admin,
    /// Anything else.
    #[not_found]
    #[at("/404")]
    NotFound,
}

/// The pages of the attendant desktop.
#[derive(Debug, Clone, PartialEq, Routable)]
pub enum DeskRoute {
    /// The queue.
    #[at("/desk")]
    Queue,
    /// A request beside the queue.
    #[at("/desk/requests/:number")]
    Request {
        /// Its number.
        number: i64,
    },
    /// A request that was just opened on behalf of somebody.
    #[at("/desk/requests/:number/opened")]
    Opened {
        /// Its number.
        number: i64,
    },
    /// Opening a request on behalf of somebody.
    #[at("/desk/new")]
    New,
    /// The extension, the call log, call-backs.
    #[at("/desk/assistance")]
    Assistance,
    /// Keeping outage notices.
    #[at("/desk/notices")]
    Notices,
    /// Anything else below `/desk`.
    #[not_found]
    #[at("/desk/404")]
    NotFound,
}

/// One of a collection, or a new one: `new` in the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// A new one.
    New,
    /// The one with this identifier.
    Id(i64),
}

impl std::fmt::Display for Item {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::New => f.write_str("new"),
            Self::Id(id) => write!(f, "{id}"),
        }
    }
}

impl std::str::FromStr for Item {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == "new" { Ok(Self::New) } else { text.parse().map(Self::Id) }
    }
}

/// The pages of the administration.
#[derive(Debug, Clone, PartialEq, Routable)]
pub enum AdminRoute {
    /// The parameters, as at `/admin/parameters`.
    #[at("/admin")]
    Home,
    /// Parameters.
    #[at("/admin/parameters")]
    Parameters,
    /// Services and their targets.
    #[at("/admin/services")]
    Services,
    /// One service.
    #[at("/admin/services/:id")]
    Service {
        /// Which.
        id: Item,
    },
    /// Categories of the catalogue.
    #[at("/admin/categories")]
    Categories,
    /// One category.
    #[at("/admin/categories/:id")]
    Category {
        /// Which.
        id: Item,
    },
    /// Calendars of working hours.
    #[at("/admin/calendars")]
    Calendars,
    /// One calendar.
    #[at("/admin/calendars/:id")]
    Calendar {
        /// Which.
        id: Item,
    },
    /// Reasons to suspend.
    #[at("/admin/suspension-reasons")]
    Reasons,
    /// One reason.
    #[at("/admin/suspension-reasons/:id")]
    Reason {
        /// Which.
        id: Item,
    },
    /// Outage notices.
    #[at("/admin/notices")]
    Notices,
    /// E-mail templates.
    #[at("/admin/templates")]
    Templates,
    /// One template.
    #[at("/admin/templates/:id")]
    Template {
        /// Which.
        id: Item,
    },
    /// What was sent, and what was not.
    #[at("/admin/outbox")]
    Outbox,
    /// The account that e-mails are sent from.
    #[at("/admin/mail-account")]
    MailAccount,
    /// The telephony console.
    #[at("/admin/telephony")]
    Telephony,
    /// Everybody's calls.
    #[at("/admin/calls")]
    Calls,
    /// People.
    #[at("/admin/people")]
    People,
    /// One person.
    #[at("/admin/people/:id")]
    Person {
        /// Which.
        id: Item,
    },
    /// Groups and permissions.
    #[at("/admin/groups")]
    Groups,
    /// One group.
    #[at("/admin/groups/:id")]
    Group {
        /// Which.
        id: Item,
    },
    /// Units.
    #[at("/admin/units")]
    Units,
    /// One unit.
    #[at("/admin/units/:id")]
    Unit {
        /// Which.
        id: Item,
    },
    /// API tokens.
    #[at("/admin/tokens")]
    Tokens,
    /// The audit trail.
    #[at("/admin/audit")]
    Audit,
    /// Anything else below `/admin`.
    #[not_found]
    #[at("/admin/404")]
    NotFound,
}

#[cfg(test)]
mod tests;
