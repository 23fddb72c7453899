//! A text of a timeline is found by searching exactly where it is shown.

use contract::{Category, OccurrenceKind, Origin, Side};
use diesel::QueryResult;
use solicita::models::occurrences::{NewOccurrence, insert};
use solicita::models::requests::find_by_number;
use solicita::tx::Tx;
use std::collections::BTreeSet;
use tests::operations::numbers;
use tests::personas::Persona;
use tests::{TestApp, ids, on_both_databases};

on_both_databases![what_is_shown_is_found_and_nothing_else];

/// A word that occurs in the text of one row only.
fn word(row: usize) -> String {
    format!("palavra{row:02}")
}

/// Rows of all kinds, public and internal, some of which are hidden from requesters; gives how many there are.
fn add_rows(tx: &mut Tx<'_>, number: i64) -> QueryResult<usize> {
    let request_id = find_by_number(tx.conn, number)?.unwrap().id;
    let mut count = 0;
    for kind in OccurrenceKind::ALL {
        for category in [Category::Memo, Category::Routing] {
            for (event, public) in [(None, true), (None, false), (Some("resolved"), true), (Some("captured"), false)] {
                let row = NewOccurrence {
                    request_id,
                    kind: *kind,
                    category,
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
                insert(tx.conn, row)?;
                count += 1;
            }
        }
    }
    Ok(count)
}

/// Compares what a person is shown with what they find; gives how many texts they are shown.
async fn compare(person: &Persona, number: i64, rows: usize, on_desk: bool) -> usize {
    let mine = numbers(&person.list("").await).contains(&number);
    let queue = on_desk && numbers(&person.queue("situation=all").await).contains(&number);
    if !mine && !queue {
        return 0;
    }
    let timeline = person.timeline(number).await;
    let shown: BTreeSet<String> = timeline.items.into_iter().filter_map(|row| row.text).collect();
    for word in (0..rows).map(word) {
        let expected = i64::from(shown.contains(&word));
        if mine {
            assert_eq!(person.list(&format!("search={word}")).await.total, expected, "{word} in one's own");
        }
        if queue {
            assert_eq!(
                person.queue(&format!("situation=all&search={word}")).await.total,
                expected,
                "{word} in the queue"
            );
        }
    }
    (0..rows).map(word).filter(|word| shown.contains(word)).count()
}

async fn what_is_shown_is_found_and_nothing_else(app: TestApp) {
    let services = &app.world.services;
    for (opener, service) in [
        (&app.requester, services.email),
        (&app.requester, services.confidential),
        (&app.executor, services.email),
        (&app.integrator, services.email),
    ] {
        let number = opener.open(&app.draft(service)).await.row.number;
        let rows = app.write(|tx| Ok(add_rows(tx, number)?));
        for on in ["S", "N"] {
            for parameter in [ids::PORTAL_HISTORY, ids::MESSAGES, ids::PORTAL_SOLUTION] {
                app.set_parameter(parameter, on);
            }
            let mut shown = 0;
            for (person, on_desk) in [
                (&app.requester, false),
                (&app.integrator, false),
                (&app.executor, true),
                (&app.watcher, true),
                (&app.overseer, true),
                (&app.administrator, true),
            ] {
                shown += compare(person, number, rows, on_desk).await;
            }
            assert!(shown >= rows, "hardly anything was compared: {shown}");
        }
        // The next request has the same words.
        app.write(|tx| {
            let request_id = find_by_number(tx.conn, number)?.unwrap().id;
            for row in solicita::models::occurrences::timeline(
                tx.conn,
                request_id,
                &solicita::models::occurrences::TimelineFilter {
                    kinds: OccurrenceKind::ALL.to_vec(),
                    ..Default::default()
                },
                i64::MAX,
            )? {
                solicita::models::occurrences::redact(tx.conn, row.id, app.world.people.administrator.id, tx.db_now())?;
            }
            Ok(())
        });
    }
}
