//! The telephony console: a pretend call, the same really shown, the last calls to the services, everybody's calls.

use crate::common::{open, sound};
use contract::calls::CallPopUp;
use contract::identity::Me;
use contract::telephony::Raised;
use contract::{Language, Scope};
use locales::text;
use serde_json::json;
use tests::browser::{Journey, Page, run};
use tests::operations::new_token;
use tests::server::{ADMINISTRATOR, ATTENDANT, REQUESTER};
use tests::{Database, Persona, ids, parameters};

/// The answer, as it is shown.
const ANSWER: &str = "[data-test=answer]";
/// The sentences about what would happen.
const STEPS: &str = "[data-test=steps]";
/// The last calls.
const CALLS: &str = ".tc__calls";
/// The log of calls.
const LOG: &str = ".as__log";

#[test]
fn a_pretend_call_pops_up_only_when_it_is_asked_for() {
    run(Database::Sqlite, async |journey| {
        let administrator = switched_on(journey).await;
        let requester = journey.server.person(REQUESTER).await;
        let me: Me = requester.get("/me").await.good();
        let number = open(&requester, "Tela que pisca").await.row.number.to_string();
        let (attendant, theirs) = answering(journey).await;
        let page = console(journey).await;
        page.see_in(".tc__cards", &page.text("console-phase-off")).await;
        page.see_in(".tc__cards", &text!(page.language(), "console-extensions", count = 1)).await;

        page.choose("console-service", "visualizarSolicitacao").await;
        for (field, value) in [
            ("idSolicitacao", number.as_str()),
            ("cpf", me.tax_id.as_deref().unwrap()),
            ("ramal", "200"),
            ("numeroOrigem", "11987654321"),
            ("fim", ".fim"),
        ] {
            page.fill(&format!("console-{field}"), value).await;
        }
        page.choose("console-formato", "texto").await;
        page.press(&page.text("console-simulate")).await;
        page.see_in(ANSWER, "S.fim").await;
        assert_eq!(page.texts(ANSWER).await.unwrap(), ["S.fim"]);
        page.see_in(STEPS, &me.name).await;
        let name = attendant.get("/me").await.good::<Me>().name;
        let there = text!(page.language(), "simulation-extension", extension = "200", name = name.as_str());
        page.see_in(STEPS, &there).await;
        page.see(&page.text("console-would-happen")).await;
        page.see_in("[role=status]", "S.fim").await;
        assert_eq!(popups(&attendant).await, [], "nothing pops up");
        sound(&page).await;

        page.press(&text!(page.language(), "console-show-at", extension = "200")).await;
        page.press(&page.text("console-simulate")).await;
        page.see(&page.text("console-happened")).await;
        theirs.see_in(".call:not([hidden])", &me.name).await;
        let shown = popups(&attendant).await;
        assert_eq!(shown[0].request.as_ref().map(|request| request.row.number.to_string()), Some(number));
        attendant.post(format!("/calls/{}/end", shown[0].call_id), &json!({})).await.done();
        let kept: Vec<contract::console::ServiceCall> = administrator.get("/telephony/service-calls").await.good();
        assert_eq!(kept, [], "what is simulated is no call of a telephone system");
    });
}

#[test]
fn a_call_of_the_telephone_system_is_repeated() {
    run(Database::Sqlite, async |journey| {
        let administrator = switched_on(journey).await;
        let pbx = pbx(&administrator).await;
        let me: Me = journey.server.person(REQUESTER).await.get("/me").await.good();
        let tax_id = me.tax_id.unwrap();
        let page = console(journey).await;
        page.see(&page.text("console-calls-none")).await;
        page.fill("console-ramal", "21").await;
        pbx.get(format!("/telefonia/listarSolicitacoes?cpf={tax_id}&limite=4&fim=;")).await;
        pbx.get("/telefonia/obterQtdeSolicitacoes?cpf=123").await;
        // The page reads again by itself, and takes nothing away from whoever types.
        page.see_in(CALLS, "ERRO 400").await;
        page.keys("4").await;
        page.holds("console-ramal", "214").await;
        page.see_in(CALLS, "PBX").await;
        page.see_in(CALLS, &page.text("console-refused-one")).await;
        page.see_in(".tc__cards", &text!(page.language(), "console-refused", count = 1)).await;
        let digits: String = tax_id.chars().filter(char::is_ascii_digit).collect();
        let words = page.words().await;
        assert!(!words.contains(&digits) && !words.contains(&tax_id), "{words}");

        page.fill("console-search", "listar").await;
        page.until("one call", async || Ok((rows(&page).await == 1).then_some(()))).await;
        page.press_in(CALLS, &page.text("console-repeat")).await;
        page.holds("console-limite", "4").await;
        assert_eq!(page.value("console-service").await, "listarSolicitacoes");
        assert_eq!(page.value("console-fim").await, ";");
        // The calls are kept without the CPF: it is asked for, and typed at once.
        assert_eq!(page.value("console-cpf").await, "");
        page.see(&page.text("console-masked")).await;
        page.keys(digits.as_str()).await;
        page.holds("console-cpf", &digits).await;
        page.press(&page.text("console-simulate")).await;
        page.see_in(ANSWER, ";").await;
        assert!(page.texts(ANSWER).await.unwrap()[0].ends_with(';'));
    });
}

#[test]
fn everybodys_calls_are_one_link_away() {
    run(Database::Sqlite, async |journey| {
        let administrator = switched_on(journey).await;
        let pbx = pbx(&administrator).await;
        let requester = journey.server.person(REQUESTER).await;
        let me: Me = requester.get("/me").await.good();
        let number = open(&requester, "Headset com chiado").await.row.number;
        let attendant = journey.server.person(ATTENDANT).await;
        attendant.answer_at("200").await;
        let page = console(journey).await;
        page.press(&page.text("console-everybodys-calls")).await;
        page.at("/admin/calls").await;
        page.see_in(LOG, &page.text("calls-none-text-all")).await;
        assert!(page.control(&page.text("calls-everybody")).await.unwrap().is_none(), "there are no others");

        let raised = format!("/telefonia/novaSolicitacao?cpf={}&ramal=200", me.tax_id.as_deref().unwrap());
        let call = pbx.get(raised).await.good::<Raised>().call_id;
        attendant.post(format!("/calls/{call}/end"), &json!({})).await.done();
        page.reload().await;
        page.see_in(LOG, &me.name).await;
        page.see_in(LOG, &attendant.get("/me").await.good::<Me>().name).await;
        sound(&page).await;
        // An administrator says what it was about, and reads that without any desktop.
        page.press_in(LOG, &page.text("calls-link")).await;
        page.fill("call-number", &number.to_string()).await;
        page.press_in("dialog", &page.text("calls-link")).await;
        page.press_in(LOG, &number.to_string()).await;
        page.at(&format!("/requests/{number}")).await;
        page.see_in("h1", "Headset com chiado").await;
    });
}

#[test]
fn while_telephony_is_off_the_console_says_so() {
    run(Database::Sqlite, async |journey| {
        let page = console(journey).await;
        page.see(&page.text("console-off")).await;
        page.choose("console-service", "obterQtdeSolicitacoes").await;
        page.fill("console-cpf", "52998224725").await;
        page.press(&page.text("console-simulate")).await;
        page.see_in(ANSWER, "ERRO 403").await;
        page.see_in(STEPS, &page.text("simulation-off")).await;
        page.press(&text!(page.language(), "console-off-link", number = ids::TELEPHONY)).await;
        page.at(&format!("/admin/parameters?number={}", ids::TELEPHONY)).await;
        page.element(&format!("#{}", parameters::field(ids::TELEPHONY))).await;
    });
}

/// The console, before an administrator.
async fn console(journey: &Journey) -> Page {
    let page = journey.browser(Language::Portuguese).await;
    page.log_in(ADMINISTRATOR).await;
    page.go("/admin").await;
    page.press(&page.text("admin-nav-console")).await;
    page.at("/admin/telephony").await;
    page
}

/// How many calls are listed.
async fn rows(page: &Page) -> usize {
    page.texts(&format!("{CALLS} tbody tr")).await.unwrap().len()
}

/// Telephony is on.
async fn switched_on(journey: &Journey) -> Persona {
    let administrator = journey.server.person(ADMINISTRATOR).await;
    administrator.set_parameter(ids::TELEPHONY, "S").await.done();
    administrator
}

/// A telephone system that may call the services.
async fn pbx(administrator: &Persona) -> Persona {
    let token = new_token("PBX", &[Scope::Telephony]);
    let token = administrator.create_token(&token).await;
    administrator.token(&token.secret)
}

/// An attendant who answers at extension 200, and what they see.
async fn answering(journey: &Journey) -> (Persona, Page) {
    let attendant = journey.server.person(ATTENDANT).await;
    attendant.answer_at("200").await;
    let page = journey.browser(Language::Portuguese).await;
    page.log_in(ATTENDANT).await;
    page.go("/desk").await;
    (attendant, page)
}

async fn popups(person: &Persona) -> Vec<CallPopUp> {
    person.get("/calls/popups").await.good()
}
