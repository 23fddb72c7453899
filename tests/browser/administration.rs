//! The administrator's screens: a parameter, a template, a test message, a token.

use crate::common::open;
use contract::admin::{TemplateKind, TemplateView};
use contract::{Action, Language};
use reqwest::Method;
use tests::browser::run;
use tests::server::{ADMINISTRATOR, REQUESTER};
use tests::{Database, ids, parameters};

#[test]
fn a_parameter_takes_effect() {
    run(Database::Sqlite, async |journey| {
        let requester = journey.server.person(REQUESTER).await;
        let number = open(&requester, "Cancelável").await.row.number;
        let before = requester.show(number).await.row.actions.contains(&Action::Cancel);
        let page = journey.browser(Language::Portuguese).await;
        page.log_in(ADMINISTRATOR).await;
        page.go("/admin/parameters").await;
        // A value that cannot work is refused, beside its field, and stays there.
        let days = parameters::field(ids::REOPEN_DAYS);
        page.fill(&days, "-4").await;
        page.press(&page.text("ui-save")).await;
        page.element(&format!("#{days}[aria-invalid=true]")).await;
        assert!(!page.texts(&format!("#{days}-error")).await.unwrap()[0].is_empty(), "the reason is said");
        assert_eq!(page.value(&days).await, "-4");
        page.press(&page.text("admin-discard")).await;

        page.click(&format!("label[for={}]", parameters::field(ids::PORTAL_CANCEL))).await;
        page.press(&page.text("ui-save")).await;
        page.see(&page.text("admin-saved")).await;
        assert_eq!(requester.show(number).await.row.actions.contains(&Action::Cancel), !before);
    });
}

#[test]
fn a_template_with_an_unknown_key_is_refused() {
    run(Database::Sqlite, async |journey| {
        let administrator = journey.server.person(ADMINISTRATOR).await;
        let templates: Vec<TemplateView> = administrator.get("/email-templates").await.good();
        let id = templates.iter().find(|template| template.kind == TemplateKind::Message).expect("one for messages").id;
        let read = async || administrator.get(format!("/email-templates/{id}")).await.good::<TemplateView>();
        let before = read().await.texts;
        let page = journey.browser(Language::Portuguese).await;
        page.log_in(ADMINISTRATOR).await;
        page.go(&format!("/admin/templates/{id}")).await;
        page.fill("template-body", "<p>${COMENTARIO}</p>").await;
        page.see(&locales::text!(page.language(), "tmpl-key-unknown", key = "${COMENTARIO}")).await;
        page.press(&page.text("ui-save")).await;
        page.element("#template-body[aria-invalid=true]").await;
        assert_eq!(read().await.texts, before, "nothing was saved");
        assert_eq!(page.value("template-body").await, "<p>${COMENTARIO}</p>", "and nothing lost");
        page.fill("template-body", "<p>${COMMENTTEXT}</p>").await;
        page.press(&page.text("ui-save")).await;
        page.see(&page.text("admin-saved")).await;
        assert_eq!(read().await.texts["pt-BR"].body, "<p>${COMMENTTEXT}</p>");
    });
}

#[test]
fn a_test_message_is_sent() {
    run(Database::Sqlite, async |journey| {
        let page = journey.browser(Language::Portuguese).await;
        page.log_in(ADMINISTRATOR).await;
        page.go("/admin/mail-account").await;
        page.fill("account-to", "alguem@empresa.test").await;
        page.press(&page.text("account-test-send")).await;
        page.see(&page.text("account-test-done")).await;
        let mails: Vec<_> = std::fs::read_dir(journey.server.folder().join("mail")).unwrap().flatten().collect();
        let test = mails.iter().find(|mail| mail.file_name().to_string_lossy().ends_with("-test.eml")).expect("a mail");
        let content = std::fs::read_to_string(test.path()).unwrap();
        assert!(content.contains("To: alguem@empresa.test"), "{content}");
    });
}

#[test]
fn a_token_is_shown_once_and_works() {
    run(Database::Sqlite, async |journey| {
        let page = journey.browser(Language::Portuguese).await;
        page.log_in(ADMINISTRATOR).await;
        page.go("/admin/tokens").await;
        page.press(&page.text("token-new")).await;
        page.fill("token-name", "Inventário noturno").await;
        page.press(&page.text("scope-requests-read")).await;
        page.press(&page.text("token-create")).await;
        let secret = page.element("[data-test=secret]").await.text().await.unwrap();
        let system = journey.server.person(ADMINISTRATOR).await.token(&secret);
        system.get("/requests?page_size=1").await.done();
        assert_eq!(
            system.request(Method::GET, "/parameters").send().await.status,
            403,
            "a scope that it was not given"
        );
        page.press(&page.text("token-kept")).await;
        page.see("Inventário noturno").await;
        assert!(!page.words().await.contains(&secret));
        page.reload().await;
        assert!(!page.words().await.contains(&secret));
    });
}

#[test]
fn a_second_change_can_be_saved_at_once() {
    run(Database::Sqlite, async |journey| {
        let page = journey.browser(Language::Portuguese).await;
        page.log_in(ADMINISTRATOR).await;
        page.go("/admin/parameters").await;
        for days in ["6", "7"] {
            // By keyboard: the pointer stays on the button, where what tells of the first one must not come to lie.
            page.fill(&parameters::field(ids::REOPEN_DAYS), days).await;
            page.press(&page.text("ui-save")).await;
            page.offers_no(&page.text("ui-save")).await;
        }
    });
}
