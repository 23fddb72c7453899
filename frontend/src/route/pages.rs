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
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn item() -> impl Strategy<Value = Item> {
        prop_oneof![Just(Item::New), any::<i64>().prop_map(Item::Id)]
    }

    fn route() -> impl Strategy<Value = Route> {
        prop_oneof![
            Just(Route::Login),
            Just(Route::Forgot),
            "[A-Za-z0-9_-]{1,60}".prop_map(|token| Route::SetPassword { token }),
            Just(Route::Home),
            Just(Route::Requests),
            Just(Route::Catalogue),
            any::<i64>().prop_map(|service| Route::OpenRequest { service }),
            any::<i64>().prop_map(|number| Route::Request { number }),
            any::<i64>().prop_map(|number| Route::RequestOpened { number }),
            Just(Route::Notices),
            Just(Route::Profile),
            Just(Route::DeskRoot),
            Just(Route::AdminRoot),
        ]
    }

    fn desk_route() -> impl Strategy<Value = DeskRoute> {
        prop_oneof![
            Just(DeskRoute::Queue),
            any::<i64>().prop_map(|number| DeskRoute::Request { number }),
            any::<i64>().prop_map(|number| DeskRoute::Opened { number }),
            Just(DeskRoute::New),
            Just(DeskRoute::Assistance),
            Just(DeskRoute::Notices),
        ]
    }

    fn admin_route() -> impl Strategy<Value = AdminRoute> {
        let listed = prop::sample::select(vec![
            AdminRoute::Home,
            AdminRoute::Parameters,
            AdminRoute::Services,
            AdminRoute::Categories,
            AdminRoute::Calendars,
            AdminRoute::Reasons,
            AdminRoute::Notices,
            AdminRoute::Templates,
            AdminRoute::Outbox,
            AdminRoute::MailAccount,
            AdminRoute::Telephony,
            AdminRoute::Calls,
            AdminRoute::People,
            AdminRoute::Groups,
            AdminRoute::Units,
            AdminRoute::Tokens,
            AdminRoute::Audit,
        ]);
        let of_item: [fn(Item) -> AdminRoute; 8] = [
            |id| AdminRoute::Service { id },
            |id| AdminRoute::Category { id },
            |id| AdminRoute::Calendar { id },
            |id| AdminRoute::Reason { id },
            |id| AdminRoute::Template { id },
            |id| AdminRoute::Person { id },
            |id| AdminRoute::Group { id },
            |id| AdminRoute::Unit { id },
        ];
        prop_oneof![listed, (prop::sample::select(of_item.to_vec()), item()).prop_map(|(route, id)| route(id))]
    }

    proptest! {
        #[test]
        fn portal_routes_survive_their_addresses(route in route()) {
            prop_assert_eq!(Route::recognize(&route.to_path()), Some(route));
        }

        #[test]
        fn desk_routes_survive_their_addresses(route in desk_route()) {
            let path = route.to_path();
            prop_assert!(matches!(Route::recognize(&path), Some(Route::DeskRoot | Route::Desk)), "{}", path);
            prop_assert_eq!(DeskRoute::recognize(&path), Some(route));
        }

        #[test]
        fn admin_routes_survive_their_addresses(route in admin_route()) {
            let path = route.to_path();
            prop_assert!(matches!(Route::recognize(&path), Some(Route::AdminRoot | Route::Admin)), "{}", path);
            prop_assert_eq!(AdminRoute::recognize(&path), Some(route));
        }

        #[test]
        fn items_survive_their_spelling(item in item()) {
            prop_assert_eq!(item.to_string().parse(), Ok(item));
        }
    }

    #[test]
    fn what_is_no_address_is_not_found() {
        for path in ["/nothing", "/requests/seven", "/requests/7/closed", "/requests/new/none"] {
            assert_eq!(Route::recognize(path), Some(Route::NotFound), "{path}");
        }
        assert_eq!(DeskRoute::recognize("/desk/requests/seven"), Some(DeskRoute::NotFound));
        assert_eq!(AdminRoute::recognize("/admin/people/none"), Some(AdminRoute::NotFound));
    }

    #[test]
    fn the_catalogue_is_no_request() {
        assert_eq!(Route::recognize("/requests/new"), Some(Route::Catalogue));
        assert_eq!(Route::recognize("/requests/7"), Some(Route::Request { number: 7 }));
    }
}
