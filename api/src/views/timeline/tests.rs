//! The view and the search follow the same rules: a text is found exactly where it is shown.

use crate::auth::{Via, Viewer};
use crate::db::schema::{group_members, groups, requests, services};
use crate::db::types::Code;
use crate::domain::parameters::ids;
use crate::error::Result;
use crate::jobs::tests::fixture::Fixture;
use crate::models;
use crate::models::occurrences::NewOccurrence;
use crate::models::requests::lists::{Filter, Scope, filtered};
use crate::models::requests::search::Search;
use crate::policy::{access, lists};
use crate::tx::Tx;
use contract::timeline::TimelineQuery;
use contract::{Category, GroupPermission, OccurrenceKind, Origin, Role, Side, limits};
use diesel::prelude::*;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use std::collections::BTreeSet;

const EVENTS: [Option<&str>; 4] = [None, Some("captured"), Some("resolved"), Some("resolved-in-time")];

/// A viewer and a request, in any relation to each other.
#[derive(Debug, Clone)]
struct Case {
    roles: Vec<Role>,
    member: bool,
    sees_all: bool,
    is_requester: bool,
    opened: bool,
    responsible: Option<bool>,
    has_group: bool,
    confidential: bool,
    parameters: [bool; 3],
}

fn cases() -> impl Strategy<Value = Case> {
    let any = any::<bool>;
    let viewer = (proptest::sample::subsequence(Role::ALL.to_vec(), 0..=Role::ALL.len()), any(), any());
    let request = (any(), any(), proptest::option::of(any()), any(), any());
    (viewer, request, proptest::array::uniform3(any())).prop_map(|(viewer, request, parameters)| Case {
        roles: viewer.0,
        member: viewer.1,
        sees_all: viewer.2,
        is_requester: request.0,
        opened: request.1,
        responsible: request.2,
        has_group: request.3,
        confidential: request.4,
        parameters,
    })
}

/// A word that occurs in the text of one row only.
fn word(row: usize) -> String {
    format!("palavra{row:03}")
}

/// A row of each kind, category and event, public and internal; gives how many there are.
fn add_rows(tx: &mut Tx<'_>, request_id: i64) -> QueryResult<usize> {
    let mut count = 0;
    for kind in OccurrenceKind::ALL {
        for category in Category::ALL {
            for (event, public) in EVENTS.into_iter().flat_map(|event| [(event, true), (event, false)]) {
                let row = NewOccurrence {
                    request_id,
                    kind: *kind,
                    category: *category,
                    origin: Origin::Portal,
                    side: Side::Desk,
                    author_id: None,
                    at: tx.db_now(),
                    event: event.map(str::to_owned),
                    data: None,
                    text: Some(word(count)),
                    public,
                    minutes: None,
                    search_text: word(count),
                };
                models::occurrences::insert(tx.conn, row)?;
                count += 1;
            }
        }
    }
    Ok(count)
}

/// Makes the fixture's attendant and request what the case says they are.
fn arrange(tx: &mut Tx<'_>, fixture: &Fixture, case: &Case) -> QueryResult<Viewer> {
    let (me, other) = (fixture.attendant, fixture.requester);
    let who = |mine| if mine { me } else { other };
    models::person_roles::set(tx.conn, me, &case.roles)?;
    diesel::delete(group_members::table).execute(tx.conn)?;
    let other_group: i64 = groups::table.filter(groups::id.ne(fixture.group)).select(groups::id).first(tx.conn)?;
    let of = if case.member { fixture.group } else { other_group };
    diesel::insert_into(group_members::table)
        .values((
            group_members::group_id.eq(of),
            group_members::person_id.eq(me),
            group_members::permission.eq(Code(GroupPermission::View)),
            group_members::change_sla.eq(false),
        ))
        .execute(tx.conn)?;
    diesel::update(groups::table).set(groups::see_all.eq(case.sees_all)).execute(tx.conn)?;
    diesel::update(services::table).set(services::confidential.eq(case.confidential)).execute(tx.conn)?;
    diesel::update(requests::table.find(fixture.request.id))
        .set((
            requests::requester_id.eq(who(case.is_requester)),
            requests::opened_by.eq(who(case.opened)),
            requests::responsible_id.eq(case.responsible.map(who)),
            requests::group_id.eq(case.has_group.then_some(fixture.group)),
        ))
        .execute(tx.conn)?;
    let names = [ids::PORTAL_HISTORY, ids::MESSAGES, ids::PORTAL_SOLUTION];
    for (parameter, on) in names.into_iter().zip(case.parameters) {
        let now = tx.db_now();
        models::parameters::set(tx, parameter, "", if on { "S" } else { "N" }, None, now)?;
    }
    let person = models::people::find(tx.conn, me)?.unwrap();
    Viewer::load(tx.conn, person, Via::Internal, None)
}

/// Words of the rows whose text the viewer is shown; none when they do not see the request.
fn shown(tx: &mut Tx<'_>, viewer: &Viewer, request: i64) -> Result<Option<BTreeSet<String>>> {
    let request = models::requests::find(tx.conn, request)?.unwrap();
    let Some(access) = access::of(tx, viewer, request)? else { return Ok(None) };
    let (mut texts, mut before) = (BTreeSet::new(), None);
    loop {
        let query = TimelineQuery { before, page_size: Some(limits::PAGE_SIZE_MAX), ..TimelineQuery::default() };
        let page = super::page(tx, viewer, &access, &query)?;
        texts.extend(page.items.into_iter().filter_map(|row| row.text));
        before = page.older;
        if before.is_none() {
            return Ok(Some(texts));
        }
    }
}

fn lists_request(tx: &mut Tx<'_>, scope: &Scope, search: Option<Search>) -> QueryResult<bool> {
    let filter = Filter { search, ..Filter::new(scope.clone(), tx.db_now()) };
    filtered(&filter).count().get_result::<i64>(tx.conn).map(|count| count > 0)
}

/// Compares, and gives how many words were found.
fn compare(tx: &mut Tx<'_>, viewer: &Viewer, request: i64, rows: usize) -> Result<usize> {
    let shown = shown(tx, viewer, request)?;
    let mut found = 0;
    for scope in [lists::mine(viewer), lists::queue(tx, viewer)?] {
        let Some(shown) = shown.as_ref() else { continue };
        if !lists_request(tx, &scope, None)? {
            continue;
        }
        for row in 0..rows {
            let search = lists::search(tx, viewer, vec![word(row)])?;
            let is_found = lists_request(tx, &scope, search)?;
            assert_eq!(is_found, shown.contains(&word(row)), "row {row} in {scope:?}");
            found += usize::from(is_found);
        }
    }
    Ok(found)
}

#[test]
fn a_text_is_found_exactly_where_it_is_shown() {
    let fixture = Fixture::new();
    let rows = fixture
        .app
        .write_now(|tx| {
            diesel::insert_into(groups::table)
                .values((
                    groups::name.eq("N2"),
                    groups::see_all.eq(false),
                    groups::active.eq(true),
                    groups::version.eq(1),
                ))
                .execute(tx.conn)?;
            Ok(add_rows(tx, fixture.request.id)?)
        })
        .unwrap();
    let found = std::cell::Cell::new(0);
    let mut runner = TestRunner::new(ProptestConfig { cases: 48, ..ProptestConfig::default() });
    runner
        .run(&cases(), |case| {
            let viewer = fixture.app.write_now(|tx| Ok(arrange(tx, &fixture, &case)?)).unwrap();
            let request = fixture.request.id;
            found.set(found.get() + fixture.app.write_now(|tx| compare(tx, &viewer, request, rows)).unwrap());
            Ok(())
        })
        .unwrap();
    assert!(found.get() > rows, "hardly anything was compared: {}", found.get());
}
