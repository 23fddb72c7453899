//! Files: sent along, looked at, downloaded, refused.

use crate::common::open;
use contract::Language;
use std::path::PathBuf;
use tests::Database;
use tests::browser::{Journey, run};
use tests::server::REQUESTER;

/// An image of one pixel.
const PNG: [u8; 67] = [
    137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 31, 21, 196,
    137, 0, 0, 0, 10, 73, 68, 65, 84, 120, 156, 99, 0, 1, 0, 0, 5, 0, 1, 13, 10, 45, 180, 0, 0, 0, 0, 73, 69, 78, 68,
    174, 66, 96, 130,
];

#[test]
fn an_image_is_sent_looked_at_and_downloaded() {
    run(Database::Sqlite, async |journey| {
        let number = open(&journey.server.person(REQUESTER).await, "Erro na tela").await.row.number;
        let page = journey.browser(Language::Portuguese).await;
        page.log_in(REQUESTER).await;
        page.go(&format!("/requests/{number}")).await;
        let name = "captura de tela – ação.png";
        page.choose_file("attach", &file(journey, name, &PNG)).await;
        page.see_in("#attachments", name).await;
        page.press_in("#attachments", name).await;
        page.see_in("dialog[open]", name).await;
        let image = "const i = document.querySelector('dialog[open] img'); return i?.complete && i.naturalWidth === 1";
        page.until("the image", async || Ok(page.execute::<bool>(image, vec![]).await?.then_some(()))).await;
        page.press(&page.text("ui-download")).await;
        assert_eq!(page.downloaded().await, name);
        assert_eq!(std::fs::read(page.downloads().join(name)).unwrap(), PNG);
    });
}

#[test]
fn a_refused_file_costs_no_text() {
    run(Database::Sqlite, async |journey| {
        let requester = journey.server.person(REQUESTER).await;
        let number = open(&requester, "Planilha corrompida").await.row.number;
        let page = journey.browser(Language::Portuguese).await;
        page.log_in(REQUESTER).await;
        page.go(&format!("/requests/{number}")).await;
        page.fill("message-text", "Segue a imagem.").await;
        // It says that it is an image, and is none.
        page.choose_file("message-files", &file(journey, "imagem.png", b"isto nao e uma imagem")).await;
        let said = locales::text!(page.language(), "field-file-forged", extension = "png");
        page.see(&said).await;
        page.holds("message-text", "Segue a imagem.").await;
        page.press(&page.text("req-send-message")).await;
        page.see_in("#timeline", "Segue a imagem.").await;
        page.holds("message-text", "").await;
        let message = requester.messages(number).await.remove(0);
        assert_eq!((message.text.as_deref(), message.attachments.len()), (Some("Segue a imagem."), 0));
    });
}

fn file(journey: &Journey, name: &str, content: &[u8]) -> PathBuf {
    let path = journey.server.folder().join(name);
    std::fs::write(&path, content).unwrap();
    path
}
