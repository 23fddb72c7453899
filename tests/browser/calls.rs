//! Calls: the pop-up on whatever page the attendant is, what is done in it, the extension.

use crate::common::{SERVICE, open};
use contract::admin::{CreatedToken, NewToken};
use contract::calls::{CallPopUp, CallRow, CallTag};
use contract::catalogue::Catalogue;
use contract::identity::Me;
use contract::telephony::Raised;
use contract::{Language, Page as Rows, Scope, Situation};
use locales::text;
use serde_json::json;
use tests::browser::{Page, Scheme, Stage, WINDOW, play};
use tests::server::{ADMINISTRATOR, ATTENDANT, REQUESTER};
use tests::{Database, Persona};
use thirtyfour::Key;

const OTHER_ATTENDANT: &str = "atendente2@demo.test";
/// Serves another group than that of [`SERVICE`].
const OUTSIDER: &str = "consulta@demo.test";
/// The pop-ups that can be seen.
const POPUP: &str = ".call:not([hidden])";

#[test]
fn a_known_caller_pops_up_and_a_request_is_registered() {
    play(Database::Sqlite, async |stage| {
        let setting = setting(stage, ATTENDANT).await;
        let (page, requester) = (&setting.page, stage.server.person(REQUESTER).await);
        let me: Me = requester.get("/me").await.good();
        page.go("/desk").await;
        page.fill("desk-search", "monit").await;
        let raised = setting.call(&me, "&numeroOrigem=11987654321").await;
        page.see_in(POPUP, &me.name).await;
        // The focus stays where somebody types.
        page.keys("or").await;
        page.holds("desk-search", "monitor").await;
        let language = page.language();
        for said in [
            text!(language, "calls-ringing", extension = "200"),
            "(11) 98765-4321".to_owned(),
            text!(language, "calls-why-tax-id"),
            me.email.clone().unwrap(),
        ] {
            page.see_in(POPUP, &said).await;
        }
        let waiting = setting.popups().await.remove(0).caller.unwrap().open_requests;
        assert_eq!(waiting.len(), 3, "the most urgent of the demo company's requester");
        for request in waiting {
            page.see_in(POPUP, &format!("{} {}", request.number, request.title)).await;
        }
        let shown = page.texts(POPUP).await.unwrap().join(" ");
        assert!(!shown.contains(me.tax_id.as_deref().unwrap()), "the CPF is masked: {shown}");
        page.see_in("[role=status]", &text!(language, "calls-of", name = me.name.as_str())).await;
        page.see_in(".calls__ext", &page.text("calls-chip-ringing")).await;

        // By keyboard: there, and back to the field.
        page.alt_and_t().await;
        assert_eq!(focused(page).await, format!("call-{}", raised.call_id));
        page.keys(Key::Escape).await;
        assert_eq!(focused(page).await, "desk-search");

        page.press_in(POPUP, &page.text("calls-open-request")).await;
        page.at(&format!("/desk/new?call={}", raised.call_id)).await;
        page.see_in("main", &me.name).await;
        page.see_in("main", &text!(language, "deskopen-call", number = "(11) 98765-4321")).await;
        assert_eq!(page.value("open-origin").await, "telephone");
        // What was filled in survives a reload.
        page.fill("open-title", "Teclado sem resposta").await;
        page.until("the draft is kept", async || {
            let kept = "return Object.entries(localStorage).some(([k, v]) => k.includes('call') && v.includes('sem resposta'))";
            page.ask::<bool>(kept, vec![]).await.map(|kept| kept.then_some(()))
        })
        .await;
        page.reload().await;
        page.see_in("main", &me.name).await;
        page.holds("open-title", "Teclado sem resposta").await;
        page.fill("open-description", "As teclas não fazem nada.").await;
        page.fill("open-service", SERVICE).await;
        page.click(".sol-combo__line").await;
        page.press(&page.text("deskopen-open")).await;
        let number: i64 = page.element("[data-test=number]").await.text().await.unwrap().parse().unwrap();
        page.until("no pop-up", async || Ok(page.texts(".call").await?.is_empty().then_some(()))).await;
        let row = setting.log().await.remove(0);
        assert_eq!((row.requests[0].number, row.person.unwrap().id), (number, me.id));
        page.see_in(".calls__ext", &page.text("calls-chip-free")).await;
    });
}

#[test]
fn the_popup_is_there_on_every_kind_of_page() {
    play(Database::Sqlite, async |stage| {
        let setting = setting(stage, ATTENDANT).await;
        let me: Me = stage.server.person(REQUESTER).await.get("/me").await.good();
        let call = setting.call(&me, "").await.call_id;
        for path in ["/", "/requests", "/profile", "/desk/assistance", "/desk/new", "/notices"] {
            setting.page.go(path).await;
            setting.page.see_in(POPUP, &me.name).await;
        }
        sound(&setting.page).await;
        // Folded, it waits in the masthead, and opens again with what was typed in it.
        let page = &setting.page;
        page.press_in(POPUP, &page.text("calls-fold")).await;
        page.until("folded", async || Ok(page.texts(POPUP).await?.is_empty().then_some(()))).await;
        page.click(".calls__folded").await;
        page.see_in(POPUP, &me.name).await;
        // Where nobody tells that it is over, the attendant does; then it asks what it was about.
        page.press_in(POPUP, &page.text("calls-is-over")).await;
        page.see_in(POPUP, &page.text("calls-about")).await;
        sound(page).await;
        page.press_in(POPUP, &page.text("calls-tag-information")).await;
        page.until("no pop-up", async || Ok(page.texts(".call").await?.is_empty().then_some(()))).await;
        let row = setting.log().await.remove(0);
        assert_eq!((row.id, row.tag), (call, Some(CallTag::Information)));
    });
}

#[test]
fn an_executor_executes() {
    play(Database::Sqlite, async |stage| {
        let setting = setting(stage, ATTENDANT).await;
        let requester = stage.server.person(REQUESTER).await;
        let me: Me = requester.get("/me").await.good();
        let number = open(&requester, "Tela piscando").await.row.number;
        let page = &setting.page;
        page.go("/requests").await;
        setting.view(&me, number).await;
        page.see_in(POPUP, "Tela piscando").await;
        page.see_in(POPUP, &page.text("calls-inform")).await;
        sound(page).await;
        page.press_in(POPUP, &page.text("calls-execute")).await;
        page.at(&format!("/desk/requests/{number}")).await;
        page.see_in("h1", "Tela piscando").await;
        // After hang-up what was seen in the call is chosen, and nothing else.
        let call = setting.popups().await.remove(0).call_id;
        setting.person.post(format!("/calls/{call}/end"), &json!({})).await.done();
        page.see_in(POPUP, &page.text("calls-about")).await;
        page.press_in(POPUP, &text!(page.language(), "calls-link-to", number = number)).await;
        page.until("no pop-up", async || Ok(page.texts(".call").await?.is_empty().then_some(()))).await;
        assert!(setting.log().await[0].requests.iter().any(|link| link.number == number));
    });
}

#[test]
fn an_outsider_views_for_this_call_and_a_child_is_made() {
    play(Database::Sqlite, async |stage| {
        let setting = setting(stage, OUTSIDER).await;
        let requester = stage.server.person(REQUESTER).await;
        let me: Me = requester.get("/me").await.good();
        let catalogue: Catalogue = requester.get("/services").await.good();
        let child = catalogue.services.iter().find(|service| service.name != SERVICE).unwrap();
        setting.set(283, &child.id.to_string()).await;
        setting.set(282, "S").await;
        let number = open(&requester, "Notebook que desliga").await.row.number;
        let page = &setting.page;
        page.go(&format!("/desk/requests/{number}")).await;
        page.see(&text!(page.language(), "desk-missing", number = number)).await;
        page.go("/desk").await;
        setting.view(&me, number).await;
        page.see_in(POPUP, &page.text("calls-only-now")).await;
        page.see_in(POPUP, &text!(page.language(), "calls-view-child", service = child.name.as_str())).await;
        sound(page).await;
        assert!(page.control(&page.text("calls-execute")).await.unwrap().is_none());
        page.press_in(POPUP, &page.text("calls-view")).await;
        page.at(&format!("/desk/requests/{number}")).await;
        page.see_in("h1", "Notebook que desliga").await;
        let open = setting.popups().await.remove(0);
        let made = open.request.unwrap().child.expect("a child");
        let alerts = page.texts("[role=alert]").await.unwrap();
        assert!(alerts.is_empty(), "nothing of the page is refused: {alerts:?}");
        let seen = stage.server.person(ATTENDANT).await.show(number).await;
        assert!(seen.related.iter().any(|related| related.number == made && related.situation == Situation::Closed));
    });
}

#[test]
fn an_unknown_caller_is_registered() {
    play(Database::Sqlite, async |stage| {
        let setting = setting(stage, ATTENDANT).await;
        let page = &setting.page;
        page.go("/desk/assistance").await;
        let raised = setting.raise("cpf=11144477735&numeroOrigem=4430251180").await;
        page.see_in(POPUP, &page.text("calls-unknown")).await;
        let field = |name: &str| format!("call-{}-{name}", raised.call_id);
        assert_eq!(page.value(&field("phone")).await, "(44) 3025-1180");
        page.press_in(POPUP, &page.text("calls-register")).await;
        page.see_in(POPUP, &page.text("ui-required")).await;
        sound(page).await;
        page.fill(&field("name"), "Valdir Sant'Ana").await;
        // What is typed stays when something happens to the call.
        setting.raise("cpf=11144477735&numeroOrigem=4430251180").await;
        setting.raise("cpf=52998224725&numeroOrigem=4430251181").await;
        page.until("two pop-ups", async || Ok((page.texts(POPUP).await?.len() == 2).then_some(()))).await;
        assert_eq!(page.value(&field("name")).await, "Valdir Sant'Ana");
        page.press_in(&format!("#call-{}", raised.call_id), &page.text("calls-register")).await;
        page.at(&format!("/desk/new?call={}", raised.call_id)).await;
        page.see_in("main", "Valdir Sant'Ana").await;
        let caller =
            setting.popups().await.into_iter().find(|one| one.call_id == raised.call_id).unwrap().caller.unwrap();
        assert_eq!((caller.person.name.as_str(), caller.phone.as_deref()), ("Valdir Sant'Ana", Some("(44) 3025-1180")));
    });
}

#[test]
fn a_cnpj_of_several_people_is_a_choice() {
    play(Database::Sqlite, async |stage| {
        let setting = setting(stage, ATTENDANT).await;
        for name in ["Edson Kuroda", "Luciana Prado"] {
            let person = json!({ "name": name, "tax_id": "11.222.333/0001-81", "language": "pt-BR", "time_zone": "America/Sao_Paulo",
                "active": true, "vip": false, "roles": ["requester"], "phones": [] });
            setting.administrator.post("/people", &person).await.done();
        }
        let page = &setting.page;
        page.go("/desk").await;
        setting.raise("cpf=11222333000181").await;
        page.see_in(POPUP, &page.text("calls-who")).await;
        page.see_in(POPUP, "Edson Kuroda").await;
        let chosen: i64 =
            page.ask("return document.querySelectorAll('.call [checked], .call .is-on').length", vec![]).await.unwrap();
        assert_eq!(chosen, 0, "a choice, never a guess");
        sound(page).await;
        page.click(".call__pick li:nth-child(2) button").await;
        page.see_in(POPUP, &page.text("calls-open-request")).await;
        let caller = setting.popups().await.remove(0).caller.unwrap();
        page.see_in(POPUP, &caller.person.name).await;
    });
}

#[test]
fn taken_up_in_one_tab_it_closes_in_the_others() {
    play(Database::Sqlite, async |stage| {
        let setting = setting(stage, ATTENDANT).await;
        let me: Me = stage.server.person(REQUESTER).await.get("/me").await.good();
        let page = &setting.page;
        page.go("/desk").await;
        let first = page.tab().await;
        let second = page.open_tab().await;
        page.go("/requests").await;
        let call = setting.call(&me, "").await.call_id;
        page.see_in(POPUP, &me.name).await;
        page.look_at(&first).await;
        page.see_in(POPUP, &me.name).await;
        page.press_in(POPUP, &page.text("calls-open-request")).await;
        page.at("/desk/new").await;
        page.look_at(&second).await;
        page.until("closed here", async || Ok(page.texts(POPUP).await?.is_empty().then_some(()))).await;
        // Once it is over, it asks wherever the attendant is.
        setting.person.post(format!("/calls/{call}/end"), &json!({})).await.done();
        page.see_in(POPUP, &page.text("calls-about")).await;
        page.look_at(&first).await;
        page.see_in(POPUP, &page.text("calls-about")).await;
    });
}

#[test]
fn a_call_that_goes_elsewhere_is_withdrawn() {
    play(Database::Sqlite, async |stage| {
        let setting = setting(stage, ATTENDANT).await;
        let me: Me = stage.server.person(REQUESTER).await.get("/me").await.good();
        let other = stage.server.person(OTHER_ATTENDANT).await;
        other.put("/me/extension", &json!({ "extension": "201" })).await.done();
        let page = &setting.page;
        page.go("/desk").await;
        setting.call(&me, "&idChamada=7.1").await;
        page.see_in(POPUP, &me.name).await;
        let tax_id = me.tax_id.unwrap();
        setting.pbx.get(format!("/telefonia/novaSolicitacao?cpf={tax_id}&ramal=201&idChamada=7.1")).await.done();
        page.until("withdrawn", async || Ok(page.texts(".call").await?.is_empty().then_some(()))).await;
    });
}

#[test]
fn the_extension_is_recorded_and_its_loss_told_at_once() {
    play(Database::Sqlite, async |stage| {
        let setting = setting(stage, ATTENDANT).await;
        let page = &setting.page;
        page.go("/desk").await;
        page.press(&page.text("calls-nav")).await;
        page.at("/desk/assistance").await;
        page.holds("extension", "200").await;
        page.fill("extension", "20a").await;
        page.press(&page.text("calls-record")).await;
        page.see_in(".as__ext", &text!(page.language(), "field-extension-digits")).await;
        page.fill("extension", "214").await;
        page.press(&page.text("calls-record")).await;
        page.see_in(".calls__ext", "214").await;
        // Somebody else takes it over while the attendant is somewhere else.
        page.go("/requests").await;
        let other = stage.server.person(OTHER_ATTENDANT).await;
        let name = other.get("/me").await.good::<Me>().name;
        other.put("/me/extension", &json!({ "extension": "214" })).await.done();
        let said = text!(page.language(), "calls-lost-to", extension = "214", name = name.as_str());
        page.see_in(".sol-toast", &said).await;
        page.see_in(".calls__ext", &page.text("calls-chip-lost")).await;
        page.go("/desk/assistance").await;
        page.see_in(".as__ext", &said).await;
        page.press(&text!(page.language(), "calls-take-back", extension = "214")).await;
        page.see_in(".calls__ext", "214").await;
        page.press(&page.text("calls-stop")).await;
        page.see_in(".calls__ext", &page.text("calls-chip-none")).await;
    });
}

#[test]
fn a_call_of_today_is_linked_later() {
    play(Database::Sqlite, async |stage| {
        let setting = setting(stage, ATTENDANT).await;
        let requester = stage.server.person(REQUESTER).await;
        let me: Me = requester.get("/me").await.good();
        let number = open(&requester, "Sobre a ligação").await.row.number;
        let page = &setting.page;
        page.go("/desk/assistance").await;
        page.see(&page.text("calls-none")).await;
        let call = setting.call(&me, "").await.call_id;
        page.see_in(".as__log", &me.name).await;
        page.see_in(".as__log", &page.text("calls-now-ringing")).await;
        setting.person.post(format!("/calls/{call}/end"), &json!({})).await.done();
        page.see_in(POPUP, &page.text("calls-about")).await;
        page.press_in(POPUP, &page.text("calls-fold")).await;
        sound(page).await;
        page.press_in(".as__log", &page.text("calls-unlinked")).await;
        page.at("/desk/assistance?show=unlinked").await;
        page.press_in(".as__log", &page.text("calls-link")).await;
        page.fill("call-number", "999999").await;
        page.press_in("dialog", &page.text("calls-link")).await;
        page.see_in("dialog", &page.text("field-request-unknown")).await;
        page.fill("call-number", &number.to_string()).await;
        page.press_in("dialog", &page.text("calls-link")).await;
        page.see(&page.text("calls-none-found")).await;
        page.press(&page.text("calls-clear")).await;
        page.see_in(".as__log", &number.to_string()).await;
        page.until("no pop-up", async || Ok(page.texts(".call").await?.is_empty().then_some(()))).await;
    });
}

#[test]
fn without_telephony_there_is_nothing_of_it() {
    play(Database::Sqlite, async |stage| {
        let page = stage.browser(Language::Portuguese).await;
        page.log_in(ATTENDANT).await;
        page.go("/desk").await;
        page.offers_no(&page.text("calls-nav")).await;
        assert!(page.texts(".calls, .calls__ext").await.unwrap().is_empty());
        page.go("/desk/assistance").await;
        page.see_in("h1", &page.text("ui-no-page")).await;
    });
}

/// Telephony is on, a telephone system may call, and an attendant answers at extension 200.
struct Setting {
    page: Page,
    person: Persona,
    administrator: Persona,
    pbx: Persona,
}

async fn setting(stage: &Stage, email: &str) -> Setting {
    let administrator = stage.server.person(ADMINISTRATOR).await;
    administrator.put("/parameters/281", &json!({ "value": "S" })).await.done();
    let token = NewToken {
        name: "PBX".to_owned(),
        person_id: None,
        scopes: vec![Scope::Telephony],
        expires_at: None,
        allowed_addresses: Vec::new(),
    };
    let token: CreatedToken = administrator.post("/tokens", &token).await.good();
    let person = stage.server.person(email).await;
    person.put("/me/extension", &json!({ "extension": "200" })).await.done();
    let page = stage.browser(Language::Portuguese).await;
    page.log_in(email).await;
    let pbx = administrator.token(&token.secret);
    Setting { page, person, administrator, pbx }
}

impl Setting {
    /// Somebody calls extension 200.
    async fn raise(&self, query: &str) -> Raised {
        self.pbx.get(format!("/telefonia/novaSolicitacao?{query}&ramal=200")).await.good()
    }

    /// Somebody who is known calls it.
    async fn call(&self, person: &Me, more: &str) -> Raised {
        self.raise(&format!("cpf={}{more}", person.tax_id.as_deref().unwrap())).await
    }

    /// They call about a request.
    async fn view(&self, person: &Me, number: i64) -> Raised {
        let tax_id = person.tax_id.as_deref().unwrap();
        let query = format!("cpf={tax_id}&ramal=200&idSolicitacao={number}");
        self.pbx.get(format!("/telefonia/visualizarSolicitacao?{query}")).await.good()
    }

    async fn set(&self, parameter: i32, value: &str) {
        self.administrator.put(format!("/parameters/{parameter}"), &json!({ "value": value })).await.done();
    }

    async fn popups(&self) -> Vec<CallPopUp> {
        self.person.get("/calls/popups").await.good()
    }

    async fn log(&self) -> Vec<CallRow> {
        self.person.get("/calls").await.good::<Rows<CallRow>>().items
    }
}

/// The page with what pops up is accessible, light and dark, and fits a telephone.
async fn sound(page: &Page) {
    for scheme in [Scheme::Dark, Scheme::Light] {
        let found = page.violations(scheme).await;
        assert!(
            found.is_empty(),
            "{scheme:?}: {}",
            found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
        );
    }
    page.resize(360, 740).await;
    let wide = page.too_wide().await;
    assert!(wide.is_empty(), "too wide for a telephone: {}", wide.join("\n    "));
    page.resize(WINDOW.0, WINDOW.1).await;
}

/// The identifier of what has the focus.
async fn focused(page: &Page) -> String {
    page.ask("return document.activeElement.id", vec![]).await.unwrap()
}
