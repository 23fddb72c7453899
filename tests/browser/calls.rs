//! Calls: the pop-up on whatever page the attendant is, and what is done in it. The extension and
//! the log are in `assistance`, call-backs in `backs`, a watched Asterisk in `exchange`.

mod assistance;
mod backs;
mod exchange;
mod setting;

use crate::common::{SERVICE, open, sound};
use contract::Situation;
use contract::calls::CallTag;
use contract::catalogue::Catalogue;
use contract::identity::Me;
use locales::text;
use serde_json::json;
use setting::{OTHER_ATTENDANT, POPUP, closed, focused, setting};
use tests::Database;
use tests::browser::run;
use tests::ids;
use tests::server::{ATTENDANT, REQUESTER};
use thirtyfour::Key;

/// Serves another group than that of [`SERVICE`].
const OUTSIDER: &str = "consulta@demo.test";

#[test]
fn a_known_caller_pops_up_and_a_request_is_registered() {
    run(Database::Sqlite, async |journey| {
        let setting = setting(journey, ATTENDANT).await;
        let (page, requester) = (&setting.page, journey.server.person(REQUESTER).await);
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
        let caller = setting.popups().await.remove(0).caller.unwrap();
        let unit = caller.unit.map(|unit| unit.name);
        for known in [unit, caller.tax_id_masked, caller.extension, caller.phone] {
            page.see_in(POPUP, &known.expect("known of the demo company's requester")).await;
        }
        assert_eq!(caller.open_requests.len(), 3, "the most urgent of the demo company's requester");
        for request in caller.open_requests {
            page.see_in(POPUP, &format!("{} {}", request.number, request.title)).await;
        }
        let shown = page.texts(POPUP).await.unwrap().join(" ");
        assert!(!shown.contains(me.tax_id.as_deref().unwrap()), "the CPF is masked: {shown}");
        assert!(!shown.contains(&page.text("calls-unverified")), "the telephone system says so itself: {shown}");
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
            page.execute::<bool>(kept, vec![]).await.map(|kept| kept.then_some(()))
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
        closed(page).await;
        let row = setting.log().await.remove(0);
        assert_eq!((row.requests[0].number, row.person.unwrap().id), (number, me.id));
        page.see_in(".calls__ext", &page.text("calls-chip-free")).await;
    });
}

#[test]
fn the_popup_is_there_on_every_kind_of_page() {
    run(Database::Sqlite, async |journey| {
        let setting = setting(journey, ATTENDANT).await;
        let me: Me = journey.server.person(REQUESTER).await.get("/me").await.good();
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
        closed(page).await;
        let row = setting.log().await.remove(0);
        assert_eq!((row.id, row.tag), (call, Some(CallTag::Information)));
    });
}

#[test]
fn an_executor_executes() {
    run(Database::Sqlite, async |journey| {
        let setting = setting(journey, ATTENDANT).await;
        let requester = journey.server.person(REQUESTER).await;
        let me: Me = requester.get("/me").await.good();
        let number = open(&requester, "Tela piscando").await.row.number;
        let page = &setting.page;
        page.go("/requests").await;
        setting.view(&me, number).await;
        page.see_in(POPUP, "Tela piscando").await;
        let row = setting.popups().await.remove(0).request.unwrap().row;
        let group = row.group.expect("whoever serves it").name;
        for said in [number.to_string(), page.text("situation-in-progress"), row.service.name, group, me.name.clone()] {
            page.see_in(POPUP, &said).await;
        }
        for told in ["calls-opened", "desk-deadline-label", "calls-task", "calls-why-tax-id"] {
            page.see_in(POPUP, &page.text(told)).await;
        }
        let offered = page.texts(&format!("{POPUP} .call__f button")).await.unwrap();
        let offered: Vec<&str> = offered.iter().map(|label| label.trim()).collect();
        assert_eq!(offered, [page.text("calls-execute"), page.text("calls-inform")]);
        sound(page).await;
        page.press_in(POPUP, &page.text("calls-execute")).await;
        page.at(&format!("/desk/requests/{number}")).await;
        page.see_in("h1", "Tela piscando").await;
        // After hang-up what was seen in the call is chosen, and nothing else.
        let call = setting.popups().await.remove(0).call_id;
        setting.person.post(format!("/calls/{call}/end"), &json!({})).await.done();
        page.see_in(POPUP, &page.text("calls-about")).await;
        page.press_in(POPUP, &text!(page.language(), "calls-link-to", number = number)).await;
        closed(page).await;
        assert!(setting.log().await[0].requests.iter().any(|link| link.number == number));
    });
}

#[test]
fn an_outsider_views_for_this_call_and_a_child_is_made() {
    run(Database::Sqlite, async |journey| {
        let setting = setting(journey, OUTSIDER).await;
        let requester = journey.server.person(REQUESTER).await;
        let me: Me = requester.get("/me").await.good();
        let catalogue: Catalogue = requester.get("/services").await.good();
        let child = catalogue.services.iter().find(|service| service.name != SERVICE).unwrap();
        setting.set_parameter(ids::VIEWING_SERVICE, &child.id.to_string()).await;
        setting.set_parameter(ids::VIEWING_CHILD, "S").await;
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
        let seen = journey.server.person(ATTENDANT).await.show(number).await;
        assert!(seen.related.iter().any(|related| related.number == made && related.situation == Situation::Closed));
    });
}

#[test]
fn an_unknown_caller_is_registered() {
    run(Database::Sqlite, async |journey| {
        let setting = setting(journey, ATTENDANT).await;
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
    run(Database::Sqlite, async |journey| {
        let setting = setting(journey, ATTENDANT).await;
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
        let chosen: i64 = page
            .execute("return document.querySelectorAll('.call [checked], .call .is-on').length", vec![])
            .await
            .unwrap();
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
    run(Database::Sqlite, async |journey| {
        let setting = setting(journey, ATTENDANT).await;
        let me: Me = journey.server.person(REQUESTER).await.get("/me").await.good();
        let page = &setting.page;
        page.go("/desk").await;
        let first = page.tab().await;
        let second = page.open_tab().await;
        page.go("/requests").await;
        let call = setting.call(&me, "").await.call_id;
        page.see_in(POPUP, &me.name).await;
        page.switch_to(&first).await;
        page.see_in(POPUP, &me.name).await;
        page.press_in(POPUP, &page.text("calls-open-request")).await;
        page.at("/desk/new").await;
        page.switch_to(&second).await;
        page.until("closed here", async || Ok(page.texts(POPUP).await?.is_empty().then_some(()))).await;
        // Once it is over, it asks wherever the attendant is.
        setting.person.post(format!("/calls/{call}/end"), &json!({})).await.done();
        page.see_in(POPUP, &page.text("calls-about")).await;
        page.switch_to(&first).await;
        page.see_in(POPUP, &page.text("calls-about")).await;
    });
}

#[test]
fn a_call_that_goes_elsewhere_is_withdrawn() {
    run(Database::Sqlite, async |journey| {
        let setting = setting(journey, ATTENDANT).await;
        let me: Me = journey.server.person(REQUESTER).await.get("/me").await.good();
        let other = journey.server.person(OTHER_ATTENDANT).await;
        other.answer_at("201").await;
        let page = &setting.page;
        page.go("/desk").await;
        setting.call(&me, "&idChamada=7.1").await;
        page.see_in(POPUP, &me.name).await;
        let tax_id = me.tax_id.unwrap();
        setting.pbx.get(format!("/telefonia/novaSolicitacao?cpf={tax_id}&ramal=201&idChamada=7.1")).await.done();
        closed(page).await;
    });
}
