//! Attachments: what is refused, and uploads that wait.

use contract::requests::NewRequest;
use contract::timeline::AttachmentView;
use reqwest::Method;
use tests::{TestApp, ids, on_both_databases};

on_both_databases![
    an_empty_file_is_refused,
    a_file_may_not_be_too_large,
    a_forged_type_is_refused,
    a_request_takes_so_many,
    uploads_wait_for_the_request,
    uploads_that_nobody_attached_are_swept,
];

async fn an_empty_file_is_refused(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    app.requester.try_attach(number, "vazio.txt", b"").await.invalid(&[("file", "file-empty")]);
    app.requester.get(format!("/requests/{number}/attachments")).await.done();
    assert_eq!(app.requester.show(number).await.row.attachments, 0);
}

async fn a_file_may_not_be_too_large(app: TestApp) {
    app.set_parameter(ids::ATTACHMENT_MEGABYTES, 1);
    let number = app.open_request(app.world.services.email).await;
    app.requester.attach(number, "cabe.bin", &vec![7; 1_000_000]).await;
    // Without a length, it is found out on the way.
    let pieces: Vec<Result<Vec<u8>, std::io::Error>> = (0..101).map(|_| Ok(vec![7; 10_000])).collect();
    let body = reqwest::Body::wrap_stream(futures_util::stream::iter(pieces));
    let call = app.requester.request(Method::POST, format!("/requests/{number}/attachments?name=grande.bin"));
    let reply = call.bytes("application/octet-stream", body).send().await;
    let problem = reply.refused(413, "file-too-large");
    assert!(problem.title.contains("1 MB"), "{}", problem.title);
    // With one, before a byte of it is taken in.
    let answer = app
        .requester
        .send_raw(&format!(
            "POST /api/v1/requests/{number}/attachments?name=enorme.bin HTTP/1.1\r\nhost: x\r\n{{credentials}}content-length: 5000000\r\nconnection: close\r\n\r\n"
        ))
        .await;
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    assert_eq!(app.requester.show(number).await.row.attachments, 1);
}

async fn a_forged_type_is_refused(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    for (name, content) in [
        ("foto.png", &b"nao sou uma foto"[..]),
        ("foto.JPG", b"\x89PNG\r\n\x1a\n0000IHDR"),
        ("contrato.pdf", b"<html></html>"),
        ("pacote.zip", b"texto"),
        ("planilha.txt", b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00"),
    ] {
        app.requester.try_attach(number, name, content).await.invalid(&[("file", "file-forged")]);
    }
    app.requester.attach(number, "contrato.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n").await;
    app.requester.attach(number, "leia-me", b"texto simples").await;
}

async fn a_request_takes_so_many(app: TestApp) {
    app.set_parameter(ids::ATTACHMENT_COUNT, 2);
    let number = app.open_request(app.world.services.email).await;
    let first = app.requester.attach(number, "um.txt", b"1").await;
    app.executor.attach(number, "dois.txt", b"2").await;
    let problem = app.requester.try_attach(number, "tres.txt", b"3").await.refused(409, "too-many-attachments");
    assert!(problem.title.contains('2'), "{}", problem.title);
    // What was removed makes room.
    app.requester.delete(format!("/requests/{number}/attachments/{}", first.id)).await.done();
    app.requester.attach(number, "tres.txt", b"3").await;
    let mut upload_ids = Vec::new();
    for name in ["a", "b", "c"] {
        upload_ids.push(app.requester.upload(name, b"x").await.id);
    }
    let new = NewRequest { upload_ids, ..app.draft(app.world.services.email) };
    app.requester.post("/requests", &new).await.invalid(&[("upload_ids", "too-many-files")]);
}

async fn uploads_wait_for_the_request(app: TestApp) {
    let upload = app.requester.upload("tela.txt", b"erro").await;
    let gone = app.requester.upload("engano.txt", b"nada").await;
    app.stranger.delete(format!("/uploads/{}", gone.id)).await.refused(404, "not-found");
    assert_eq!(app.requester.delete(format!("/uploads/{}", gone.id)).await.status, 204);
    app.requester.delete(format!("/uploads/{}", gone.id)).await.refused(404, "not-found");
    let new = NewRequest { upload_ids: vec![upload.id], ..app.draft(app.world.services.email) };
    let request = app.requester.open(&new).await;
    let files: Vec<AttachmentView> =
        app.requester.get(format!("/requests/{}/attachments", request.row.number)).await.good();
    assert_eq!((files.len(), files[0].name.as_str(), request.row.attachments), (1, "tela.txt", 1));
    app.requester.delete(format!("/uploads/{}", upload.id)).await.refused(404, "not-found");
}

async fn uploads_that_nobody_attached_are_swept(app: TestApp) {
    let number = app.open_request(app.world.services.email).await;
    let kept = app.requester.attach(number, "fica.txt", b"o mesmo").await;
    let upload = app.requester.upload("igual.txt", b"o mesmo").await;
    app.advance(chrono::TimeDelta::days(8));
    app.run_jobs().await;
    app.requester.delete(format!("/uploads/{}", upload.id)).await.refused(404, "not-found");
    // The content is shared, and still needed.
    let reply = app.requester.get(format!("/requests/{number}/attachments/{}", kept.id)).await;
    assert_eq!(reply.done().text(), "o mesmo");
}
