//! Large data, a small amount of it.

use super::*;

fn generated(requests: u64) -> (App, tempfile::TempDir) {
    let (app, folder) = app(WEDNESDAY);
    let mut told = Vec::new();
    let summary = generate(&app, requests, &mut |done, all| told.push((done, all))).unwrap();
    assert_eq!(summary.requests, requests);
    assert_eq!(summary.people, 40 + requests.div_ceil(50));
    assert_eq!(told.last(), Some(&(requests, requests)));
    (app, folder)
}

#[test]
fn looks_like_what_people_make() {
    let (app, _folder) = generated(3_000);
    let each = number(&app, "SELECT COUNT(*) FROM occurrences") as f64 / 3_000.0;
    assert!((7.5..8.5).contains(&each), "{each} rows of history per request");
    let closed = number(&app, "SELECT COUNT(*) FROM requests WHERE situation = 'closed'");
    assert!((2_100..2_800).contains(&closed), "{closed} closed");
    assert_eq!(number(&app, "SELECT COUNT(DISTINCT situation) FROM requests"), 6);
    assert_eq!(number(&app, "SELECT COUNT(*) FROM people WHERE tax_id IS NULL"), 0);
    let swapped = "SELECT COUNT(*) FROM occurrences a JOIN occurrences b ON b.id = a.id + 1 WHERE b.at < a.at";
    // Only from one batch to the next.
    assert!(number(&app, swapped) <= 2);
    let now = crate::db::stored(app.clock.now());
    let future = format!("SELECT COUNT(*) FROM occurrences WHERE at > '{now}'");
    assert_eq!(number(&app, &future), 0);
    with(&app, |conn| {
        assert!(models::requests::due::to_warn(conn, now, 9).unwrap().is_empty());
        assert!(models::requests::due::to_close(conn, now, 9).unwrap().is_empty());
        assert!(models::requests::due::to_resume(conn, now, 9).unwrap().is_empty());
    });
}

#[test]
fn rows_are_what_the_program_reads_and_goes_on_from() {
    let (app, _folder) = generated(120);
    assert_eq!(number(&app, "SELECT COUNT(*) FROM pragma_foreign_key_check"), 0);
    assert_eq!(number(&app, "SELECT value FROM counters WHERE name = 'request_number'"), 1119);
    app.write_now(|tx| {
        let demo = reference::read(tx)?;
        let administrator = &demo.personnel[demo.person("admin@demo.test").unwrap()].viewer;
        for number in 1000..1120 {
            let access = crate::policy::access::find(tx, administrator, number)?;
            let cycle = crate::policy::sla::cycle(tx, &access.request)?;
            let place = demo.services.iter().position(|id| *id == access.service.id).unwrap();
            let deadline = cycle.deadline(demo.calendar_of(place)).map(crate::db::stored);
            assert_eq!(deadline, access.request.deadline_at, "{number}");
            let texts = (&access.request.title, &access.request.description);
            let requester = models::people::find(tx.conn, access.request.requester_id)?.unwrap();
            let searched =
                crate::actions::requests::search_text(number, texts.0, texts.1, &requester, &access.service.name);
            assert_eq!(searched, access.request.search_text);
        }
        let requester = &demo.personnel[demo.person("solicitante@demo.test").unwrap()].viewer;
        let new = contract::requests::NewRequest {
            service_id: demo.services[0],
            title: "Mais uma".to_owned(),
            description: "Depois de todas.".to_owned(),
            ..contract::requests::NewRequest::default()
        };
        let opened = crate::actions::open::open(tx, requester, &new)?;
        assert_eq!((opened.number, opened.id), (1120, 121));
        Ok(())
    })
    .unwrap();
    assert!(generate(&app, 10, &mut |_, _| {}).is_err(), "twice");
}

#[test]
fn is_the_same_every_time_and_goes_on_top_of_the_demo() {
    let (first, _folder) = generated(60);
    let (second, _folder) = app(WEDNESDAY);
    load(&second).unwrap();
    // However long that took: data end on the present minute.
    second.clock.set(WEDNESDAY.parse().unwrap());
    generate(&second, 60, &mut |_, _| {}).unwrap();
    let texts = "SELECT title || description || situation || opened_at AS line FROM requests \
                 WHERE requester_id > 40 ORDER BY id";
    assert_eq!(lines(&first, texts).len(), 60);
    assert_eq!(lines(&first, texts), lines(&second, texts));
    assert_eq!(number(&second, "SELECT MAX(number) FROM requests"), 1359);
}

#[test]
fn needs_a_database_of_its_own() {
    let (app, _folder) = app(WEDNESDAY);
    app.write_now(|tx| {
        let values = models::people::PersonValues {
            name: "Somebody".to_owned(),
            email: None,
            tax_id: None,
            employee_number: None,
            unit_id: None,
            job_title: None,
            extension: None,
            place: None,
            language: contract::Language::English,
            time_zone: "UTC".to_owned(),
            vip: false,
            active: true,
            search_text: String::new(),
        };
        let now = tx.db_now();
        Ok(models::people::insert(tx.conn, values, now)?)
    })
    .unwrap();
    assert!(generate(&app, 10, &mut |_, _| {}).is_err());
    assert_eq!(load(&app).unwrap().requests, 0);
}
