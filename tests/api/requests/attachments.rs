//! `/requests/{number}/attachments`: adding, listing, downloading, removing.

use contract::timeline::{AttachmentView, NewNote};
use reqwest::Method;
use tests::{TestApp, on_both_databases};

on_both_databases![
    bytes_come_back_as_they_went,
    names_of_any_script_survive,
    nothing_in_a_file_runs,
    what_is_internal_does_not_exist_for_the_requester,
    one_removes_ones_own_while_it_is_open,
    parts_can_be_asked_for,
];

const PNG: &[u8] = &[0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, b'I', b'H', b'D', b'R', 0, 0, 0, 1];

async fn bytes_come_back_as_they_went(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    let content: Vec<u8> = (0..300_000_u32).map(|n| (n * 31 % 251) as u8).collect();
    // Sent in pieces, without a length.
    let pieces: Vec<Result<Vec<u8>, std::io::Error>> = content.chunks(7_001).map(|piece| Ok(piece.to_vec())).collect();
    let body = reqwest::Body::wrap_stream(futures_util::stream::iter(pieces));
    let call = app.requester.request(Method::POST, format!("/requests/{number}/attachments?name=dados.bin"));
    let file: AttachmentView = call.bytes("application/octet-stream", body).send().await.good();
    assert_eq!(
        (file.size, file.name.as_str(), file.media_type.as_str()),
        (300_000, "dados.bin", "application/octet-stream")
    );
    assert_eq!((file.author.name.as_str(), file.removable, file.internal), ("Ana Souza", true, false));
    for person in [&app.requester, &app.executor, &app.overseer] {
        let reply = person.get(format!("/requests/{number}/attachments/{}", file.id)).await;
        assert_eq!(reply.done().body, content);
    }
    app.stranger.get(format!("/requests/{number}/attachments/{}", file.id)).await.refused(404, "request-not-found");
    assert_eq!(app.requester.show(number).await.row.attachments, 1);
    let other = app.open_request(app.world.services.email).await;
    app.requester.get(format!("/requests/{other}/attachments/{}", file.id)).await.refused(404, "not-found");
}

async fn names_of_any_script_survive(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    for (given, kept) in [
        ("relatório março.txt", "relatório março.txt"),
        ("報告書 (最終).txt", "報告書 (最終).txt"),
        ("отчёт \"1\"; v2.txt", "отчёт 1; v2.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\nota.txt", "nota.txt"),
        ("fatura\u{202e}fdp.exe", "faturafdp.exe"),
        ("linha\r\nSet-Cookie: x.txt", "linhaSet-Cookie x.txt"),
        ("100%.txt", "100%.txt"),
    ] {
        let file = app.requester.attach(number, given, b"texto").await;
        assert_eq!(file.name, kept, "{given}");
        let reply = app.requester.get(format!("/requests/{number}/attachments/{}", file.id)).await;
        let disposition = reply.header("content-disposition").unwrap();
        assert!(disposition.starts_with("attachment; filename="), "{disposition}");
        let (_, extended) = disposition.split_once("filename*=UTF-8''").expect("RFC 6266");
        assert_eq!(tests::http::percent_decoded(extended), kept, "{given}");
    }
    app.requester.try_attach(number, " . ", b"x").await.invalid(&[("name", "required")]);
    app.requester.try_attach(number, &"n".repeat(201), b"x").await.invalid(&[("name", "too-long")]);
}

async fn nothing_in_a_file_runs(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    let page = app.requester.attach(number, "pagina.html", b"<!DOCTYPE html><script>alert(1)</script>").await;
    let drawing = app.requester.attach(number, "desenho.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>").await;
    let image = app.requester.attach(number, "tela.png", PNG).await;
    assert_eq!((page.preview, drawing.preview, image.preview), (false, false, true));
    for (file, media_type) in
        [(&page, "application/octet-stream"), (&drawing, "application/octet-stream"), (&image, "image/png")]
    {
        let path = format!("/requests/{number}/attachments/{}?inline=true", file.id);
        let reply = app.requester.get(&path).await;
        assert_eq!(reply.header("content-type"), Some(media_type), "{}", file.name);
        assert_eq!(reply.header("x-content-type-options"), Some("nosniff"));
        let policy = reply.header("content-security-policy").unwrap();
        assert!(policy.contains("default-src 'none'") && policy.contains("sandbox"), "{policy}");
        let inline = reply.header("content-disposition").unwrap().starts_with("inline");
        assert_eq!(inline, media_type == "image/png");
        assert!(reply.header("cache-control").unwrap().contains("private"));
        // Saved rather than shown, unless asked.
        let reply = app.requester.get(path.trim_end_matches("?inline=true")).await;
        assert_eq!(reply.header("content-type"), Some("application/octet-stream"));
    }
}

async fn what_is_internal_does_not_exist_for_the_requester(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    let upload = app.executor.upload("laudo.txt", b"interno").await;
    let note = NewNote { text: "Laudo.".to_owned(), internal: true, upload_ids: vec![upload.id], ..NewNote::default() };
    app.executor.add_note(number, &note).await;
    let files: Vec<AttachmentView> = app.executor.get(format!("/requests/{number}/attachments")).await.good();
    assert!(files[0].internal);
    let path = format!("/requests/{number}/attachments/{}", files[0].id);
    app.watcher.get(&path).await.done();
    app.requester.get(&path).await.refused(404, "not-found");
    app.requester.delete(&path).await.refused(404, "not-found");
    let seen: Vec<AttachmentView> = app.requester.get(format!("/requests/{number}/attachments")).await.good();
    assert_eq!((seen, app.requester.show(number).await.row.attachments), (Vec::new(), 0));
    assert_eq!(app.executor.show(number).await.row.attachments, 1);
}

async fn one_removes_ones_own_while_it_is_open(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    let own = app.requester.attach(number, "minha.txt", b"um").await;
    let theirs = app.executor.attach(number, "deles.txt", b"dois").await;
    let path = |id| format!("/requests/{number}/attachments/{id}");
    let seen: Vec<AttachmentView> = app.requester.get(format!("/requests/{number}/attachments")).await.good();
    assert_eq!(
        seen.iter().map(|file| (file.id, file.removable)).collect::<Vec<_>>(),
        [(own.id, true), (theirs.id, false)]
    );
    app.requester.delete(path(theirs.id)).await.refused(403, "action-not-yours");
    app.executor.delete(path(own.id)).await.refused(403, "action-not-yours");
    assert_eq!(app.requester.delete(path(own.id)).await.status, 204);
    app.requester.get(path(own.id)).await.refused(404, "not-found");
    app.requester.delete(path(own.id)).await.refused(404, "not-found");
    let row = app.requester.speaking(contract::Language::English).history(number).await.remove(0);
    assert_eq!(row.summary.as_deref(), Some("Ana Souza removed the attachment minha.txt."));
    app.executor.resolve(number).await;
    app.requester.perform_without_body(number, "close").await.done();
    app.executor.delete(path(theirs.id)).await.refused(409, "illegal-action");
    app.requester.try_attach(number, "tarde.txt", b"x").await.refused(409, "illegal-action");
}

async fn parts_can_be_asked_for(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    let file = app.requester.attach(number, "nota.txt", b"0123456789").await;
    let path = format!("/requests/{number}/attachments/{}", file.id);
    let reply = app.requester.request(Method::GET, &path).header("range", "bytes=2-4").send().await;
    assert_eq!((reply.status, reply.text().as_str()), (206, "234"));
    let whole = app.requester.get(&path).await;
    let tag = whole.header("etag").unwrap();
    let again = app.requester.request(Method::GET, &path).header("if-none-match", tag).send().await;
    assert_eq!(again.status, 304);
}
