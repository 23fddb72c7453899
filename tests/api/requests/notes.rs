//! `POST /requests/{number}/notes`.

use contract::timeline::NewNote;
use contract::{Action, Category, Origin, Side};
use tests::{TestApp, ids, on_both_databases};

on_both_databases![
    a_requesters_note_is_a_follow_up,
    parameters_262_and_263_fix_category_and_origin,
    a_note_of_the_desk_is_public_or_internal,
    what_is_the_desks_is_not_the_requesters,
    categories_of_actions_are_refused,
    parameter_252_is_for_the_portal,
];

fn note(text: &str) -> NewNote {
    NewNote { text: text.to_owned(), ..NewNote::default() }
}

async fn a_requesters_note_is_a_follow_up(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    let row = app.requester.add_note(number, &note("Ainda falha.")).await;
    assert_eq!((row.category, row.origin, row.side), (Category::CustomerFollowUp, Origin::Portal, Side::Requester));
    assert!(row.public && row.mine);
    let chosen =
        NewNote { category: Some(Category::Workaround), origin: Some(Origin::Telephone), ..note("Reiniciei.") };
    let row = app.requester.add_note(number, &chosen).await;
    assert_eq!((row.category, row.origin), (Category::Workaround, Origin::Telephone));
    app.requester.perform(number, "notes", &note(" ")).await.invalid(&[("text", "required")]);
}

async fn parameters_262_and_263_fix_category_and_origin(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    app.set_parameter(ids::PORTAL_NOTE_CATEGORY, "diagnosis");
    app.set_parameter(ids::PORTAL_NOTE_ORIGIN, "in_person");
    let chosen = NewNote { category: Some(Category::Memo), origin: Some(Origin::Email), ..note("Olhei.") };
    let row = app.requester.add_note(number, &chosen).await;
    assert_eq!((row.category, row.origin), (Category::Diagnosis, Origin::InPerson));
    let me: contract::identity::Me = app.requester.get("/me").await.good();
    assert_eq!((me.portal.note_category, me.portal.note_origin), (Some(Category::Diagnosis), Some(Origin::InPerson)));
    // The desk chooses.
    let row = app.executor.add_note(number, &chosen).await;
    assert_eq!((row.category, row.origin), (Category::Memo, Origin::Email));
    // A value that names nothing fixes nothing.
    app.set_parameter(ids::PORTAL_NOTE_CATEGORY, "registration");
    app.set_parameter(ids::PORTAL_NOTE_ORIGIN, "pigeon");
    let row = app.requester.add_note(number, &chosen).await;
    assert_eq!((row.category, row.origin), (Category::Memo, Origin::Email));
}

async fn a_note_of_the_desk_is_public_or_internal(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    let public = app.executor.add_note(number, &NewNote { minutes: Some(15), ..note("Peça pedida.") }).await;
    assert_eq!((public.public, public.minutes, public.category), (true, Some(15), Category::StatusUpdate));
    let upload = app.executor.upload("interno.txt", b"segredo").await;
    let internal = NewNote { internal: true, upload_ids: vec![upload.id], ..note("Cliente difícil.") };
    let internal = app.executor.add_note(number, &internal).await;
    assert!(!internal.public && internal.attachments[0].internal);
    let seen = app.requester.timeline(number).await;
    assert!(seen.items.iter().all(|row| row.id != internal.id));
    assert_eq!((seen.counts.notes, seen.items[0].minutes), (1, None), "minutes are for the desk");
    assert_eq!(app.watcher.timeline(number).await.counts.notes, 2);
    for (minutes, good) in [(0, true), (1440, true), (-1, false), (1441, false)] {
        let reply = app.executor.perform(number, "notes", &NewNote { minutes: Some(minutes), ..note("x") }).await;
        if good {
            reply.done();
        } else {
            reply.invalid(&[("minutes", "minutes")]);
        }
    }
}

async fn what_is_the_desks_is_not_the_requesters(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    for new in [NewNote { internal: true, ..note("x") }, NewNote { minutes: Some(5), ..note("x") }] {
        app.requester.perform(number, "notes", &new).await.refused(403, "desk-fields");
    }
}

async fn categories_of_actions_are_refused(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    for category in Category::ALL {
        let reply = app.executor.perform(number, "notes", &NewNote { category: Some(*category), ..note("x") }).await;
        if Category::FOR_NOTES.contains(category) {
            reply.done();
        } else {
            reply.invalid(&[("category", "category-not-for-notes")]);
        }
    }
}

async fn parameter_252_is_for_the_portal(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    app.set_parameter(ids::PORTAL_NOTES, "n");
    assert!(!app.requester.show(number).await.row.actions.contains(&Action::AddNote));
    app.requester.perform(number, "notes", &note("x")).await.refused(403, "parameter-off");
    app.executor.add_note(number, &note("x")).await;
}
