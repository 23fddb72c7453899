//! The demo company as it is loaded.

use super::*;
use crate::domain::tax_id::TaxId;
use crate::models::requests::lists::{Filter, Scope};
use contract::{Situation, SlaStatus};
use futures_util::StreamExt;
use std::collections::BTreeMap;

/// What is to be seen on any day of the week.
pub fn check(app: &App) {
    let summary = summary(app).unwrap();
    assert_eq!((summary.people, summary.requests), (40, 300));
    assert!(summary.occurrences > 2_000 && summary.attachments > 50 && summary.emails > 1_000, "{summary}");
    let now = crate::db::stored(app.clock.now());
    for situation in Situation::ALL {
        let filter = Filter { situations: vec![*situation], ..Filter::new(Scope::Everything, now) };
        let count = with(app, |conn| models::requests::lists::count(conn, &filter).unwrap());
        assert!(count >= 8, "{count} {situation}");
    }
    for status in SlaStatus::ALL {
        let filter = Filter { sla: Some(*status), ..Filter::new(Scope::Everything, now) };
        let count = with(app, |conn| models::requests::lists::count(conn, &filter).unwrap());
        assert!(count >= 7, "{count} {status}");
    }
    numbers_follow_time(app);
    the_login_has_its_share(app);
    afterwards_all_is_quiet(app);
}

fn numbers_follow_time(app: &App) {
    let swapped = "SELECT COUNT(*) FROM requests a JOIN requests b ON b.number = a.number + 1 \
                   WHERE b.opened_at < a.opened_at";
    assert_eq!(number(app, swapped), 0);
    let swapped = "SELECT COUNT(*) FROM occurrences a JOIN occurrences b ON b.id = a.id + 1 WHERE b.at < a.at";
    assert_eq!(number(app, swapped), 0);
    assert_eq!(number(app, "SELECT MIN(number) FROM requests"), 1000);
    assert_eq!(number(app, "SELECT value FROM counters WHERE name = 'request_number'"), 1299);
    let now = crate::db::stored(app.clock.now());
    assert_eq!(number(app, &format!("SELECT COUNT(*) FROM occurrences WHERE at > '{now}'")), 0);
    let oldest = lines(app, "SELECT MIN(opened_at) AS line FROM requests").remove(0);
    let oldest = chrono::NaiveDateTime::parse_from_str(&oldest, "%F %T").unwrap();
    assert!((80..=91).contains(&(now - oldest).num_days()), "{oldest}");
}

fn the_login_has_its_share(app: &App) {
    let mine = "FROM requests r JOIN people p ON p.id = r.requester_id WHERE p.email = 'solicitante@demo.test'";
    assert_eq!(number(app, &format!("SELECT COUNT(*) {mine}")), 20);
    assert_eq!(number(app, &format!("SELECT COUNT(DISTINCT situation) {mine}")), 6);
    assert!(number(app, &format!("SELECT COUNT(*) {mine} AND unread_requester > 0")) >= 2);
    assert!(number(app, &format!("SELECT COUNT(*) {mine} AND grade IS NOT NULL")) >= 2);
    let served = "SELECT COUNT(*) FROM requests r JOIN people p ON p.id = r.responsible_id \
                  WHERE p.email = 'atendente@demo.test'";
    assert!(number(app, served) >= 40);
    assert!(number(app, &format!("{served} AND r.situation IN ('in_progress', 'reopened', 'suspended')")) >= 5);
    assert!(number(app, "SELECT COUNT(*) FROM requests WHERE unread_desk > 0") >= 8);
    assert!(number(app, "SELECT COUNT(*) FROM requests WHERE parent_id IS NOT NULL") == 3);
    assert!(number(app, "SELECT COUNT(*) FROM requests WHERE duplicate_of_id IS NOT NULL") == 5);
    let open = "situation = 'in_progress' AND responsible_id IS NULL";
    assert!(number(app, &format!("SELECT COUNT(*) FROM requests WHERE {open}")) >= 15);
}

/// Nothing that a first start would send or do.
fn afterwards_all_is_quiet(app: &App) {
    let counts: BTreeMap<_, _> = with(app, |conn| models::emails::counts(conn).unwrap()).into_iter().collect();
    assert_eq!(counts.get(&contract::EmailState::Pending), None);
    assert_eq!(counts[&contract::EmailState::Failed], 2);
    assert!(counts[&contract::EmailState::Suppressed] >= 3);
    assert_eq!(number(app, "SELECT COUNT(*) FROM live_events"), 0);
    let now = crate::db::stored(app.clock.now());
    with(app, |conn| {
        assert!(models::requests::due::to_resume(conn, now, 9).unwrap().is_empty());
        assert!(models::requests::due::to_close(conn, now, 9).unwrap().is_empty());
        let due = models::requests::due::to_warn(conn, now, 9).unwrap();
        assert!(due.len() < 2, "{due:?}");
        assert_eq!(models::notices::in_force(conn, now).unwrap().len(), 1);
    });
    assert!(number(app, "SELECT COUNT(*) FROM notice_votes") > 3);
    let unread = number(app, "SELECT COUNT(*) FROM notifications WHERE read_at IS NULL");
    assert!((6..60).contains(&unread), "{unread}");
}

#[test]
fn on_a_working_day_every_situation_and_status_is_there() {
    let (app, _folder) = app(WEDNESDAY);
    assert!(!is_loaded(&app).unwrap());
    load(&app).unwrap();
    assert!(is_loaded(&app).unwrap());
    check(&app);
    everybody_is_valid(&app);
    every_action_was_taken(&app);
    contents_are_stored(&app);
    // A second time changes nothing.
    let before = summary(&app).unwrap();
    assert_eq!(load(&app).unwrap(), before);
}

#[test]
fn on_a_sunday_as_well_and_the_same_every_time() {
    let (first, _folder) = app(SUNDAY);
    load(&first).unwrap();
    check(&first);
    let (second, _folder) = app(SUNDAY);
    load(&second).unwrap();
    let queries = [
        "SELECT number || title || description || situation || opened_at || COALESCE(deadline_at, '') || version \
         AS line FROM requests ORDER BY id",
        "SELECT id || at || COALESCE(event, '') || COALESCE(data, '') || COALESCE(text, '') || COALESCE(author_id, 0) \
         AS line FROM occurrences ORDER BY id",
        "SELECT id || COALESCE(subject, '') || COALESCE(address, '') || state || created_at AS line \
         FROM emails ORDER BY id",
        "SELECT name || hash || added_at AS line FROM attachments ORDER BY id",
        "SELECT name || tax_id || employee_number AS line FROM people ORDER BY id",
    ];
    for query in queries {
        assert!(lines(&first, query) == lines(&second, query), "{query}");
    }
}

fn everybody_is_valid(app: &App) {
    let tax_ids = lines(app, "SELECT tax_id AS line FROM people");
    assert_eq!(tax_ids.len(), 40);
    assert!(tax_ids.iter().all(|tax_id| matches!(TaxId::parse(tax_id), Ok(TaxId::Cpf(_)))));
    assert_eq!(number(app, "SELECT COUNT(DISTINCT tax_id) FROM people"), 40);
    for (address, _) in LOGINS {
        let person = with(app, |conn| models::people::find_by_email(conn, address).unwrap().unwrap());
        let hash = person.password_hash.clone();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        assert!(runtime.block_on(app.passwords.verify(PASSWORD.to_owned(), hash)).unwrap(), "{address}");
    }
    assert_eq!(number(app, "SELECT COUNT(*) FROM people WHERE password_hash IS NOT NULL"), LOGINS.len() as i64);
    assert_eq!(number(app, "SELECT COUNT(*) FROM people WHERE active = FALSE"), 1);
    assert_eq!(number(app, "SELECT COUNT(DISTINCT language) FROM people"), 3);
    let warnings = with(app, |conn| crate::domain::parameters::warnings(&models::parameters::load(conn).unwrap()));
    assert_eq!(warnings, []);
}

fn every_action_was_taken(app: &App) {
    let done = lines(app, "SELECT DISTINCT COALESCE(event, kind) AS line FROM occurrences");
    let expected = [
        "opened",
        "captured",
        "message",
        "note",
        "delegated",
        "returned",
        "suspended",
        "reactivated",
        "reactivated-date",
        "reactivated-answer",
        "priority-changed",
        "deadline-set",
        "deadline-changed",
        "reclassified",
        "resolved-in-time",
        "resolved-late",
        "resolved-with-original",
        "accepted",
        "closed-automatically",
        "rated",
        "reopened",
        "cancelled",
        "child-of",
        "duplicate-of",
        "attachment-added",
        "redacted",
    ];
    for event in expected {
        assert!(done.iter().any(|done| done == event), "nobody {event}");
    }
    assert_eq!(number(app, "SELECT COUNT(*) FROM occurrences WHERE redacted_at IS NOT NULL"), 1);
    assert_eq!(number(app, "SELECT COUNT(DISTINCT grade) FROM requests"), 4);
    let gaps = "SELECT COUNT(*) FROM occurrences WHERE text LIKE '%{%' OR data LIKE '%{f%'";
    assert_eq!(number(app, gaps), 0);
    assert_eq!(number(app, "SELECT COUNT(*) FROM requests WHERE title LIKE '%{%' OR description LIKE '%{%'"), 0);
}

fn contents_are_stored(app: &App) {
    let later = std::time::SystemTime::now() + std::time::Duration::from_secs(60);
    let list = app.storage.list(later).map(|hash| hash.unwrap().to_string()).collect::<Vec<_>>();
    let kept = actix_web::rt::System::new().block_on(list);
    for hash in lines(app, "SELECT DISTINCT hash AS line FROM attachments") {
        assert!(kept.contains(&hash));
    }
    assert_eq!(number(app, "SELECT COUNT(*) FROM attachments WHERE request_id IS NULL"), 0);
    assert_eq!(number(app, "SELECT COUNT(DISTINCT media_type) FROM attachments"), 3);
}
