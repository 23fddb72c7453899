//! How long it takes until an attendant sees who calls: from the moment before the server is
//! told of the call, to the frame in which a browser shows the pop-up.

use super::Plan;
use super::data::Data;
use super::report::{Recorder, name};
use super::server_process::ServerProcess;
use crate::asterisk::call_center::ANA_NUMBER;
use crate::asterisk::generated::{at, call, ringing};
use crate::asterisk::peer::Peer;
use crate::asterisk::script::{CallList, Script, Step, send};
use crate::browser::{self, Page};
use crate::personas::Endpoint;
use crate::server::{self, ADMINISTRATOR, ATTENDANT, REQUESTER};
use crate::{Database, Persona, ids};
use contract::calls::{CallPopUp, CallState};
use contract::identity::Phone;
use contract::{Language, PhoneKind};
use serde_json::json;
use solicita::models::{people, person_phones};
use std::time::{SystemTime, UNIX_EPOCH};

/// The pages that the attendant looks at, one after the other.
const PAGES: [&str; 3] = ["/desk", "/desk/assistance", "/"];

/// A script that records when each pop-up is first on the screen.
const WATCH: &str = r#"
window.seen = {};
const look = () => requestAnimationFrame(() => {
    for (const popup of document.querySelectorAll('.call:not([hidden])')) {
        window.seen[popup.id] ??= performance.timeOrigin + performance.now();
    }
});
new MutationObserver(look).observe(document.body, { childList: true, subtree: true, attributes: true });
"#;

/// A script that returns the last pop-up that was recorded since it ran before, if there is one.
const LAST: &str = "const last = Object.entries(window.seen).at(-1); window.seen = {}; return last ?? null";

/// An attendant with a telephone and a browser.
struct Workplace {
    page: Page,
    attendant: Persona,
    pbx: Persona,
    peer: Peer,
}

/// Times calls that a web service announces, and calls that ring at a watched Asterisk.
pub async fn measure(database: Database, data: &Data, product: &ServerProcess, plan: &Plan, recorder: &mut Recorder) {
    let workplace = Workplace::set_up(data, product, plan.popups).await;
    let each = plan.popups.div_ceil(PAGES.len());
    for (turn, tax_id) in data.tax_ids.iter().step_by(7).take(plan.popups).enumerate() {
        if turn % each == 0 {
            workplace.go(PAGES[turn / each]).await;
        }
        recorder.add_popup("novaSolicitacao", name(database), workplace.announced_call(tax_id).await);
        let millis = workplace.ringing_call().await;
        recorder.add_popup("a telephone rings at a watched Asterisk", name(database), millis);
    }
    workplace.tear_down(product).await;
}

impl Workplace {
    async fn set_up(data: &Data, product: &ServerProcess, rings: usize) -> Self {
        register_number(data);
        let pbx = Persona::with_token(Endpoint::new(product.address), &data.token);
        let attendant = server::log_in(product.address, ATTENDANT).await;
        attendant.answer_at("200").await;
        let peer = Peer::start([script(rings)]).await;
        let parameters = peer.parameters();
        let parameters = parameters.each_ref().map(|(id, value)| (*id, value.as_str()));
        let administrator = server::log_in(product.address, ADMINISTRATOR).await;
        administrator.set_parameters(&parameters).await.done();
        let page = browser::open(&format!("http://{}", product.address), Language::Portuguese).await;
        page.log_in(ATTENDANT).await;
        page.until("the exchange is watched", async || Ok((peer.count("CoreShowChannels") > 0).then_some(()))).await;
        Self { page, attendant, pbx, peer }
    }

    async fn go(&self, path: &str) {
        self.page.go(path).await;
        self.page.settled().await;
        self.page.driver().execute(WATCH, vec![]).await.expect("the page is watched");
    }

    /// A web service announces a call. It pops up, and is concluded.
    async fn announced_call(&self, tax_id: &str) -> f64 {
        let begun = now();
        self.pbx.get(format!("/telefonia/novaSolicitacao?cpf={tax_id}&ramal=200")).await.done();
        let (call, seen) = self.wait_for_popup().await;
        self.attendant.post(format!("/calls/{call}/end"), &json!({})).await.done();
        self.conclude(&call).await;
        seen - begun
    }

    /// A telephone rings. The call pops up, the caller hangs up, and it is concluded.
    async fn ringing_call(&self) -> f64 {
        let begun = now();
        self.peer.proceed();
        let (call, seen) = self.wait_for_popup().await;
        self.peer.proceed();
        // Otherwise the next call that a service announces would be taken for this one.
        let over = async || {
            let open: Vec<CallPopUp> = self.attendant.get("/calls/popups").await.good();
            Ok(open.iter().all(|popup| popup.state == CallState::Ended).then_some(()))
        };
        self.page.until("the call is over", over).await;
        self.conclude(&call).await;
        seen - begun
    }

    /// Waits for a pop-up; returns its call, and when it was on the screen.
    async fn wait_for_popup(&self) -> (String, f64) {
        let last = async || self.page.execute::<Option<(String, f64)>>(LAST, vec![]).await;
        let (id, at) = self.page.until("the pop-up", last).await;
        (id.trim_start_matches("call-").to_owned(), at)
    }

    async fn conclude(&self, call: &str) {
        let tag = json!({ "tag": "information" });
        self.attendant.post(format!("/calls/{call}/conclusion"), &tag).await.done();
        self.page.until("no pop-up", async || Ok(self.page.texts(".call").await?.is_empty().then_some(()))).await;
        // Pop-ups that were recorded while it closed do not count.
        let _ = self.page.execute::<Option<(String, f64)>>(LAST, vec![]).await.expect("the page answers");
    }

    /// Switches the watching off again, so that the data is as before.
    async fn tear_down(self, product: &ServerProcess) {
        self.page.close().await;
        let administrator = server::log_in(product.address, ADMINISTRATOR).await;
        administrator.set_parameter(ids::WATCH_ASTERISK, "N").await.done();
    }
}

/// Gives a person of the data the number that calls.
fn register_number(data: &Data) {
    let lent = data.app().write_now(|tx| {
        let person = people::find_by_email(tx.conn, REQUESTER)?.ok_or_else(solicita::error::Error::not_found)?;
        let phone = Phone { kind: PhoneKind::Work, number: ANA_NUMBER.to_owned() };
        let area = tx.parameters.area_code();
        Ok(person_phones::set(tx.conn, person.id, &[phone], area.as_deref())?)
    });
    lent.expect("a number for the requester");
}

/// An exchange where calls ring at 200, one after the other. Each waits for the test before it
/// rings, and before it ends.
fn script(calls: usize) -> Script {
    let steps = (0..calls).flat_map(|number| {
        let [rings, answered, ends] = at(call(number), number, "200");
        let listed = CallList::Items(at(ringing(number), number, "200").to_vec());
        let over = Step::SetCalls(CallList::Items(Vec::new()));
        // It is listed only now: a late request for the list would announce it too early.
        [Step::AwaitTest, Step::SetCalls(listed), send(rings), Step::AwaitTest, over, send(format!("{answered}{ends}"))]
    });
    Script::new(steps)
}

/// Milliseconds since 1970, as browsers count them.
fn now() -> f64 {
    SystemTime::now().duration_since(UNIX_EPOCH).expect("the clock is right").as_secs_f64() * 1000.0
}
