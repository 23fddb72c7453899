use super::*;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

const VIEWS: [View; 4] = [View::Active, View::Waiting, View::Ended, View::All];

/// What `use_query_state` makes of a query string.
fn parse(text: &str) -> RequestsQuery {
    serde_urlencoded::from_str(text).unwrap_or_default()
}

fn write(query: &RequestsQuery) -> String {
    serde_urlencoded::to_string(query).unwrap()
}

prop_compose! {
    fn any_query()(
        view in option::of(select(&VIEWS[..])),
        search in any::<Option<String>>(),
        situation in option::of("([a-z_]{0,4}|closed|resolved|in_progress)(,(suspended|cancelled|x)){0,3}"),
        request_type in any::<Option<String>>(),
        sort in any::<Option<String>>(),
        order in any::<Option<String>>(),
        cursor in any::<Option<String>>(),
    ) -> RequestsQuery {
        RequestsQuery { view, search, situation, request_type, sort, order, cursor }
    }
}

proptest! {
    #[test]
    fn the_url_brings_every_query_back(query in any_query()) {
        prop_assert_eq!(parse(&write(&query)), query);
    }

    #[test]
    fn an_order_comes_back_whatever_was_chosen_before(mut query in any_query()) {
        for index in 0..SORT_OPTIONS.len() {
            query.sort_by(index);
            prop_assert_eq!(query.sort_index(), index);
            prop_assert_eq!(query.sort.is_none(), index == query.view().usual_sort());
        }
    }

    #[test]
    fn a_toggled_situation_is_chosen_and_then_taken_back(query in any_query(), start in any::<bool>()) {
        for &situation in query.view().situations() {
            let before = query.situations(start);
            let mut toggled = query.clone();
            toggled.toggle(situation, start);
            prop_assert_eq!(toggled.situations(start).contains(&situation), !before.contains(&situation));
            prop_assert_eq!(toggled.view(), query.view());
            prop_assert_eq!(toggled.cursor, None);
        }
    }

    #[test]
    fn the_api_is_only_asked_for_situations_of_the_view(query in any_query(), start in any::<bool>()) {
        let asked = query.filter(start).situation;
        let asked = asked.iter().flat_map(|list| list.split(',')).map(|code| code.parse().unwrap());
        for situation in asked {
            prop_assert!(query.view().situations().contains(&situation));
        }
    }

    #[test]
    fn a_cleared_query_is_not_filtered_and_keeps_its_view(mut query in any_query(), start in any::<bool>()) {
        let view = query.view();
        query.clear_filters();
        prop_assert!(!query.is_filtered(start));
        prop_assert_eq!(query, RequestsQuery::of(view));
    }
}

#[test]
fn defaults_are_left_out_of_the_url() {
    assert_eq!(write(&RequestsQuery::default()), "");
    for view in VIEWS {
        let mut query = RequestsQuery::of(view);
        query.sort_by(view.usual_sort());
        assert_eq!(query, RequestsQuery::of(view));
    }
}

#[test]
fn unknown_parameters_and_values_are_ignored() {
    assert_eq!(parse("colour=red"), RequestsQuery::default());
    assert_eq!(parse("view=asleep"), RequestsQuery::default());
    let query = parse("situation=asleep,resolved&sort=colour&order=asc");
    assert_eq!(query.situations(false), [Situation::Resolved]);
    assert_eq!(query.sort_index(), BY_DEADLINE);
}

#[test]
fn situations_of_other_views_are_ignored() {
    let query = parse("view=ended&situation=resolved,closed");
    assert_eq!(query.situations(false), [Situation::Closed]);
    assert_eq!(query.filter(false).situation.as_deref(), Some("closed"));
}

#[test]
fn the_view_of_all_does_not_ask_for_situations() {
    assert_eq!(parse("view=all").filter(false).situation, None);
    assert_eq!(parse("view=waiting").filter(false).situation.as_deref(), Some("suspended,resolved"));
}

#[test]
fn only_the_view_of_waiting_requests_asks_for_what_waits() {
    for view in VIEWS {
        let waiting = RequestsQuery::of(view).filter(false).waiting;
        assert_eq!(waiting, (view == View::Waiting).then_some(true), "{view:?}");
    }
}

#[test]
fn the_list_may_begin_with_requests_in_progress() {
    let mut query = RequestsQuery::default();
    assert_eq!(query.situations(true), [Situation::InProgress]);
    assert_eq!(query.situations(false), []);
    assert_eq!(query.filter_count(true), 1);
    // Once it is taken back, the address says so.
    query.toggle(Situation::InProgress, true);
    assert_eq!(write(&query), "view=active");
    assert_eq!(query.situations(true), []);
}
