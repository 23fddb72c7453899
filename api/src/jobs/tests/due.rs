//! What is due is done, once, and nothing else.

use super::super::{close_due, resume_due, run_clock, run_due, sweep_contents, sweep_rows, warn_due};
use super::fixture::Fixture;
use crate::db::schema::{email_template_texts, email_templates, notifications, occurrences, suspension_reasons};
use crate::db::stored;
use crate::domain::parameters::ids;
use crate::models;
use crate::models::calls::Call;
use crate::models::extensions::Extension;
use crate::models::requests::Request;
use crate::storage::incoming;
use crate::tx::Tx;
use chrono::TimeDelta;
use contract::Situation;
use contract::calls::CallSource;
use contract::live::NotificationKind;
use diesel::prelude::*;

fn reload(fixture: &Fixture, id: i64) -> Request {
    fixture.app.write_now(|tx| Ok(models::requests::find(tx.conn, id)?)).unwrap().unwrap()
}

fn events(fixture: &Fixture, request: i64) -> Vec<String> {
    let query = occurrences::table.filter(occurrences::request_id.eq(request)).select(occurrences::event);
    let found: Vec<Option<String>> = fixture.app.write_now(|tx| Ok(query.load(tx.conn)?)).unwrap();
    found.into_iter().flatten().collect()
}

/// Suspended for an hour.
fn suspended(fixture: &Fixture, number: i64) -> i64 {
    let now = stored(fixture.app.clock.now());
    let reason = fixture.app.write_now(|tx| {
        Ok(diesel::insert_into(suspension_reasons::table)
            .values((
                suspension_reasons::name_pt.eq("x"),
                suspension_reasons::name_es.eq("x"),
                suspension_reasons::name_en.eq("x"),
                suspension_reasons::waits_requester.eq(false),
                suspension_reasons::active.eq(true),
                suspension_reasons::version.eq(1),
            ))
            .returning(suspension_reasons::id)
            .get_result::<i64>(tx.conn)?)
    });
    let reason = reason.unwrap();
    let request = fixture.another_request(number, |request| {
        request.situation = Situation::Suspended;
        request.suspension_reason_id = Some(reason);
        request.resumes_at = Some(now + TimeDelta::hours(1));
    });
    fixture.app.write_now(|tx| Ok(models::requests::clock::begin_pause(tx.conn, &request, reason, now)?)).unwrap();
    request.id
}

#[actix_web::test]
async fn suspended_requests_come_back_on_their_date() {
    let fixture = Fixture::new();
    let ids = [suspended(&fixture, 2000), suspended(&fixture, 2001)];
    assert_eq!(resume_due(&fixture.app).await, 0);
    fixture.app.clock.advance(TimeDelta::hours(1));
    assert_eq!(resume_due(&fixture.app).await, 2);
    assert_eq!(resume_due(&fixture.app).await, 0);
    for id in ids {
        assert_eq!(reload(&fixture, id).situation, Situation::InProgress);
        assert_eq!(events(&fixture, id), ["reactivated-date"]);
    }
}

#[actix_web::test]
async fn resolved_requests_are_closed_by_two_nodes_once() {
    let fixture = Fixture::new();
    let soon = stored(fixture.app.clock.now()) + TimeDelta::days(5);
    let ids: Vec<i64> = (0..5)
        .map(|n| {
            fixture
                .another_request(3000 + n, |request| {
                    (request.situation, request.closes_at) = (Situation::Resolved, Some(soon))
                })
                .id
        })
        .collect();
    assert_eq!(close_due(&fixture.app).await, 0);
    fixture.app.clock.advance(TimeDelta::days(5));
    let (one, two) = tokio::join!(close_due(&fixture.app), close_due(&fixture.app));
    assert_eq!(one + two, 5);
    for id in ids {
        assert_eq!(reload(&fixture, id).situation, Situation::Closed);
        assert_eq!(events(&fixture, id), ["closed-automatically"]);
    }
}

fn template(fixture: &Fixture) -> i64 {
    let id: i64 = fixture
        .app
        .write_now(|tx| {
            let id = models::templates::insert(tx.conn, "expiring", contract::admin::TemplateKind::Request, true)?;
            diesel::insert_into(email_template_texts::table)
                .values((
                    email_template_texts::template_id.eq(id),
                    email_template_texts::language.eq("pt-BR"),
                    email_template_texts::subject.eq("Prazo de ${NUMERO}"),
                    email_template_texts::body.eq("<p>${TITULO}</p>"),
                ))
                .execute(tx.conn)?;
            Ok(email_templates::table.find(id).select(email_templates::id).first(tx.conn)?)
        })
        .unwrap();
    fixture.set(ids::EXPIRING_TEMPLATE, &id.to_string());
    id
}

fn notified(fixture: &Fixture) -> Vec<i64> {
    let query = notifications::table
        .filter(notifications::kind.eq(NotificationKind::Expiring.as_str()))
        .order(notifications::id)
        .select(notifications::person_id);
    fixture.app.write_now(|tx| Ok(query.load(tx.conn)?)).unwrap()
}

fn addressees(fixture: &Fixture, request: i64) -> Vec<String> {
    let mails = fixture.app.write_now(|tx| Ok(models::emails::of_request(tx.conn, request)?)).unwrap();
    let mut found: Vec<String> = mails.into_iter().filter_map(|mail| mail.address).collect();
    found.sort();
    found
}

#[actix_web::test]
async fn those_who_serve_are_warned_once() {
    let fixture = Fixture::new();
    template(&fixture);
    let warn_at = Some(stored(fixture.app.clock.now()) + TimeDelta::hours(1));
    let request = fixture.another_request(4000, |request| request.warn_at = warn_at);
    fixture.set(ids::EXPIRING_PERSON, &fixture.requester.to_string());
    assert_eq!(warn_due(&fixture.app).await, 0);
    fixture.app.clock.advance(TimeDelta::minutes(61));
    fixture.set(ids::EXPIRING_WARNINGS, "N");
    assert_eq!(warn_due(&fixture.app).await, 0);
    fixture.set(ids::EXPIRING_WARNINGS, "S");
    assert_eq!(warn_due(&fixture.app).await, 1);
    assert_eq!(warn_due(&fixture.app).await, 0);
    assert_eq!(notified(&fixture), [fixture.attendant]);
    assert_eq!(addressees(&fixture, request.id), ["ana@empresa.test", "bruno@empresa.test"]);
    let after = reload(&fixture, request.id);
    assert!(after.warned_at.is_some() && after.version == request.version, "nobody's edit is in the way");
}

#[actix_web::test]
async fn nobody_is_warned_twice_for_being_named_twice() {
    let fixture = Fixture::new();
    template(&fixture);
    let warn_at = Some(stored(fixture.app.clock.now()) - TimeDelta::hours(1));
    fixture.set(ids::EXPIRING_PERSON, &fixture.attendant.to_string());
    let served = fixture.another_request(4001, |request| request.warn_at = warn_at);
    let waiting = fixture.another_request(4002, |request| (request.warn_at, request.responsible_id) = (warn_at, None));
    assert_eq!(warn_due(&fixture.app).await, 2);
    assert_eq!(addressees(&fixture, served.id), ["bruno@empresa.test"]);
    assert_eq!(addressees(&fixture, waiting.id), ["bruno@empresa.test"]);
    let group = fixture.group;
    fixture
        .app
        .write_now(|tx| {
            use crate::db::schema::groups;
            Ok(diesel::update(groups::table.find(group)).set(groups::email.eq("n1@empresa.test")).execute(tx.conn)?)
        })
        .unwrap();
    let grouped = fixture.another_request(4003, |request| (request.warn_at, request.responsible_id) = (warn_at, None));
    assert_eq!(warn_due(&fixture.app).await, 1);
    assert_eq!(addressees(&fixture, grouped.id), ["bruno@empresa.test", "n1@empresa.test"]);
}

#[actix_web::test]
async fn forgotten_uploads_and_their_contents_go() {
    let fixture = Fixture::new();
    let attached = fixture.attach("kept.txt", b"kept", false).await;
    let stream = futures_util::stream::iter([Ok::<_, String>(actix_web::web::Bytes::from_static(b"forgotten"))]);
    let storage = &fixture.app.storage;
    let forgotten = storage.put(incoming(stream), 100).await.unwrap();
    let upload = models::attachments::NewUpload {
        name: "forgotten.txt".to_owned(),
        size: 9,
        media_type: "text/plain".to_owned(),
        hash: forgotten.hash.to_string(),
        uploader_id: fixture.requester,
        added_at: stored(fixture.app.clock.now()),
        internal: false,
    };
    fixture.app.write_now(|tx| Ok(models::attachments::insert_upload(tx.conn, upload)?)).unwrap();
    assert_eq!((sweep_rows(&fixture.app).await, sweep_contents(&fixture.app).await), (0, 0));
    fixture.app.clock.advance(TimeDelta::hours(25));
    assert_eq!(sweep_rows(&fixture.app).await, 1);
    assert_eq!(sweep_contents(&fixture.app).await, 1);
    assert!(storage.open(&forgotten.hash, None).await.unwrap().is_none());
    let kept =
        fixture.app.write_now(|tx| Ok(models::attachments::find(tx.conn, fixture.request.id, attached)?)).unwrap();
    let kept = kept.unwrap().hash.parse().unwrap();
    assert!(storage.open(&kept, None).await.unwrap().is_some());
    assert_eq!(std::fs::read_dir(fixture.folder.path().join("files/incoming")).unwrap().count(), 0);
}

#[actix_web::test]
async fn the_clock_wakes_nobody_whom_it_does_not_concern() {
    let fixture = Fixture::new();
    let app = &fixture.app;
    let mut woken = app.node.signals.live();
    run_clock(app).await;
    assert!(!woken.has_changed().unwrap());
    // An attendant without any session answers at an extension; a call is forgotten.
    let person = fixture.attendant;
    let stay = move |tx: &mut Tx<'_>| {
        let row = Extension {
            person_id: person,
            extension: Some("200".to_owned()),
            recorded_at: tx.db_now(),
            lost_extension: None,
            lost_why: None,
            lost_to: None,
            lost_at: None,
        };
        models::extensions::save(tx.conn, &row)?;
        Ok(models::calls::insert(tx.conn, Call::new(CallSource::Service, tx.db_now()))?.id)
    };
    let call = app.write_now(stay).unwrap();
    app.clock.advance(TimeDelta::hours(13));
    woken.mark_unchanged();
    run_clock(app).await;
    // The person has no session left, and the call no pop-up: no open page is concerned.
    assert!(!woken.has_changed().unwrap());
    let (call, owner) = app
        .write_now(|tx| Ok((models::calls::find(tx.conn, call)?, models::extensions::owner(tx.conn, "200")?)))
        .unwrap();
    assert!(call.unwrap().ended_at.is_some() && owner.is_none());
    woken.mark_unchanged();
    run_clock(app).await;
    assert!(!woken.has_changed().unwrap());
}

#[actix_web::test]
async fn everything_can_be_done_at_once() {
    let fixture = Fixture::new();
    let request = suspended(&fixture, 5000);
    fixture.email("ana@empresa.test", |_| ());
    fixture.app.clock.advance(TimeDelta::days(10));
    run_due(&fixture.app).await;
    assert_eq!(reload(&fixture, request).situation, Situation::InProgress);
    assert_eq!(fixture.folder_mails().len(), 1);
}
