use super::*;
use contract::GroupPermission;
use contract::identity::NamedRef;
use proptest::prelude::*;

/// What `use_query_state` makes of a query string.
fn parse(text: &str) -> DeskQuery {
    serde_urlencoded::from_str(text).unwrap_or_default()
}

fn write(query: &DeskQuery) -> String {
    serde_urlencoded::to_string(query).unwrap()
}

fn own_groups(ids: &[i64]) -> Vec<Membership> {
    let member = |&id: &i64| Membership {
        group: NamedRef { id, name: format!("Group {id}") },
        permission: GroupPermission::Execute,
    };
    ids.iter().map(member).collect()
}

fn every_view() -> impl Iterator<Item = QueueView> {
    QueueView::BY_SLA.into_iter().chain(QueueView::BY_PERSON)
}

prop_compose! {
    fn any_query()(
        search in any::<Option<String>>(),
        situation in any::<Option<String>>(),
        request_type in any::<Option<String>>(),
        group in any::<Option<String>>(),
        responsible in any::<Option<String>>(),
        requester in any::<Option<i64>>(),
        sla in any::<Option<String>>(),
        sort in any::<Option<String>>(),
        order in any::<Option<String>>(),
        (cursor, show) in any::<(Option<String>, Option<String>)>(),
    ) -> DeskQuery {
        DeskQuery { search, situation, request_type, group, responsible, requester, sla, sort, order, cursor, show }
    }
}

proptest! {
    #[test]
    fn the_url_brings_every_query_back(query in any_query()) {
        prop_assert_eq!(parse(&write(&query)), query);
    }

    #[test]
    fn a_view_comes_back_whatever_was_chosen_before(mut query in any_query()) {
        for view in every_view() {
            query.set_view(view);
            prop_assert_eq!(query.view(), view);
            prop_assert_eq!(&query.cursor, &None);
        }
    }

    #[test]
    fn an_order_comes_back_whatever_was_chosen_before(mut query in any_query()) {
        for index in 0..SORT_OPTIONS.len() {
            query.sort_by(index);
            prop_assert_eq!(query.sort_index(), index);
            prop_assert_eq!(query.sort.is_none(), index == query.usual_sort());
        }
    }

    #[test]
    fn a_cleared_query_is_not_filtered_and_keeps_its_view(mut query in any_query()) {
        let view = query.view();
        query.clear_filters();
        prop_assert!(!query.is_filtered());
        prop_assert_eq!(query.view(), view);
        prop_assert_eq!(query.cursor, None);
    }

    #[test]
    fn the_address_beside_a_request_keeps_everything_but_the_tab(query in any_query(), number in 1_i64..1_000_000) {
        let address = query.href_beside(Some(number)).to_path();
        let (path, text) = address.split_once('?').unwrap_or((&address, ""));
        prop_assert_eq!(path, format!("/desk/requests/{number}"));
        prop_assert_eq!(parse(text), DeskQuery { show: None, ..query });
    }
}

#[test]
fn defaults_are_left_out_of_the_url() {
    assert_eq!(write(&DeskQuery::default()), "");
    assert_eq!(DeskQuery::default().href_beside(None), Href::local("/desk"));
    let mut query = DeskQuery::default();
    query.set_view(QueueView::All);
    query.sort_by(BY_DEADLINE);
    assert_eq!(write(&query), "");
}

#[test]
fn unknown_parameters_and_values_are_ignored() {
    assert_eq!(parse("colour=red"), DeskQuery::default());
    assert_eq!(parse("requester=ana"), DeskQuery::default());
    let query = parse("sla=red&sort=colour&order=asc&situation=asleep");
    assert_eq!(query.view(), QueueView::All);
    assert_eq!(query.sort_index(), BY_DEADLINE);
    assert_eq!(parse("responsible=somebody").responsible_id(), None);
}

#[test]
fn the_queue_begins_with_ones_own_groups() {
    let filter = DeskQuery::default().filter(&own_groups(&[3, 5]));
    assert_eq!(filter.group.as_deref(), Some("3,5"));
    assert_eq!((filter.sort.as_deref(), filter.order.as_deref()), (Some("deadline"), Some("asc")));
}

#[test]
fn somebody_without_groups_sees_all_that_they_may() {
    assert_eq!(DeskQuery::default().filter(&[]).group, None);
}

#[test]
fn a_search_and_a_requester_look_in_all_groups() {
    for text in ["search=printer", "requester=7", "group=all"] {
        assert_eq!(parse(text).filter(&own_groups(&[3, 5])).group, None, "{text}");
    }
    assert_eq!(parse("search=printer&group=5").filter(&own_groups(&[3])).group.as_deref(), Some("5"));
}

#[test]
fn the_counts_follow_the_filters_but_neither_view_nor_order_nor_page() {
    let query = parse("situation=closed&sla=overdue&responsible=me&sort=title&order=asc&cursor=abc");
    let filter = query.count_filter(&own_groups(&[3]));
    let counted =
        QueueFilter { situation: Some("closed".to_owned()), group: Some("3".to_owned()), ..QueueFilter::default() };
    assert_eq!(filter, counted);
}

#[test]
fn ended_requests_are_sorted_by_newest() {
    for (situation, index) in [("in_progress", BY_DEADLINE), ("closed", BY_NEWEST), ("resolved,cancelled", BY_NEWEST)] {
        assert_eq!(parse(&format!("situation={situation}")).sort_index(), index, "{situation}");
    }
}

#[test]
fn a_view_keeps_the_person_who_was_chosen_as_responsible() {
    let mut query = parse("responsible=7");
    query.set_view(QueueView::Overdue);
    assert_eq!(query.responsible_id(), Some(7));
    query.set_view(QueueView::Mine);
    assert_eq!(query.responsible.as_deref(), Some("me"));
    query.set_view(QueueView::All);
    assert_eq!(query.responsible, None);
}

#[test]
fn filters_are_counted_without_view_group_and_search() {
    let query = parse("situation=closed&type=incident&responsible=7&requester=8&sla=overdue&group=3&search=a");
    assert_eq!(query.filter_count(), 4);
    assert_eq!(parse("responsible=me&group=3&search=a").filter_count(), 0);
    assert!(parse("group=3").is_filtered());
    assert!(!parse("group=all&responsible=me").is_filtered());
}
