//! Every page has an address that leads back to it.

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
