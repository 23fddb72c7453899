//! What an e-mail looks like.

use crate::domain::template::{Template, Values};
use crate::mail::account::Account;
use crate::mail::message::{File, Outgoing, build};
use crate::mail::values::default_password_text;
use crate::storage::{self, Storage};
use actix_web::web::Bytes;
use chrono::Utc;
use contract::Language;
use contract::admin::TemplateKind;
use tempfile::TempDir;

fn outgoing() -> Outgoing {
    Outgoing {
        file_name: "x.eml".to_owned(),
        to_name: "Ana".to_owned(),
        address: "ana@empresa.test".to_owned(),
        language: Language::English,
        subject: "Subject".to_owned(),
        text: "Text".to_owned(),
        html: "<p>Text</p>".to_owned(),
        message_id: "<one@empresa.test>".to_owned(),
        thread: Vec::new(),
        at: Utc::now(),
        files: Vec::new(),
    }
}

/// A storage without any content.
fn storage() -> (TempDir, Storage) {
    let folder = tempfile::tempdir().unwrap();
    let storage = storage::open(&format!("folder:{}", folder.path().display())).unwrap();
    (folder, storage)
}

async fn formatted(mail: &Outgoing) -> String {
    formatted_from(&storage().1, mail).await
}

async fn formatted_from(storage: &Storage, mail: &Outgoing) -> String {
    let config = crate::config::Config { mail_from: "Central <c@empresa.test>".to_owned(), ..Default::default() };
    let from = Account::of_config(&config).unwrap().sender().unwrap();
    String::from_utf8(build(storage, from, mail).await.unwrap().formatted()).unwrap()
}

#[actix_web::test]
async fn nothing_that_people_write_becomes_a_header() {
    let evil = "x\r\nBcc: victim@other.test\r\n\r\nbody";
    let mail = Outgoing {
        to_name: evil.to_owned(),
        subject: evil.to_owned(),
        message_id: "<one@x>\r\nBcc: victim@other.test".to_owned(),
        thread: vec!["<a@b>\nBcc: victim@other.test".to_owned()],
        ..outgoing()
    };
    let text = formatted(&mail).await;
    assert!(
        text.contains("To: \"x Bcc: victim@other.test body\" <ana@empresa.test>") || text.contains("To: =?utf-8?"),
        "{text}"
    );
    assert!(!text.lines().any(|line| line.starts_with("Bcc:")), "{text}");
    let (head, _) = text.split_once("\r\n\r\n").unwrap();
    assert!(head.contains("Content-Type: multipart/alternative"), "{head}");
    let bad = Outgoing { address: "a@b.test>\r\nBcc: <x@y.test".to_owned(), ..outgoing() };
    let config = crate::config::Config::default();
    let from = Account::of_config(&config).unwrap().sender().unwrap();
    assert_eq!(build(&storage().1, from, &bad).await.unwrap_err().cause.code(), "address");
}

#[actix_web::test]
async fn a_long_thread_is_folded_and_complete() {
    let thread: Vec<String> = (0..20).map(|n| format!("<{}{n}@portal.empresa.test>", "k".repeat(43))).collect();
    let text = formatted(&Outgoing { thread: thread.clone(), ..outgoing() }).await;
    let unfolded = text.replace("\r\n ", " ");
    let references = unfolded.lines().find(|line| line.starts_with("References: ")).unwrap();
    assert_eq!(references.trim_start_matches("References: ").trim_end(), thread.join(" "));
    assert!(unfolded.contains(&format!("In-Reply-To: {}", thread.last().unwrap())));
    assert!(text.lines().all(|line| line.len() < 200));
}

#[actix_web::test]
async fn attachments_that_are_too_large_are_named_instead() {
    let (_folder, storage) = storage();
    let content = futures_util::stream::iter([Ok::<_, String>(Bytes::from_static(b"content"))]);
    let hash = storage.put(storage::incoming(content), 100).await.unwrap().hash.to_string();
    let file = |name: &str, size| File {
        name: name.to_owned(),
        media_type: "text/plain".to_owned(),
        size,
        hash: hash.clone(),
    };
    let gone = File { hash: "0".repeat(64), ..file("gone.txt", 5) };
    let mail = Outgoing { files: vec![file("<big>.txt", 30_000_000), file("small.txt", 7), gone], ..outgoing() };
    let text = formatted_from(&storage, &mail).await.replace("=\r\n", "").replace("\r\n ", " ");
    assert!(text.contains("filename=\"small.txt\""), "{text}");
    assert!(
        text.contains("did not fit") && text.contains("<big>.txt, gone.txt") && text.contains("&lt;big&gt;.txt"),
        "{text}"
    );
}

#[test]
fn the_text_of_password_links_is_a_template() {
    for language in Language::ALL {
        let text = default_password_text(*language);
        assert!(
            text.body.contains("${NOME}") && text.body.contains("\"${LINK}\"") && text.body.contains("${VALIDADE}")
        );
        let template = Template::parse(TemplateKind::Password, &text.subject, &text.body).unwrap();
        let values = [("NOME", "Ana <3"), ("LINK", "https://x.test/password/abc"), ("VALIDADE", "amanhã")];
        let values: Values = values.into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
        let rendered = template.render(&values);
        assert!(
            rendered.html.contains("Ana &lt;3") && rendered.html.contains("href=\"https://x.test/password/abc\""),
            "{}",
            rendered.html
        );
        assert!(rendered.text.contains("https://x.test/password/abc"));
    }
}
