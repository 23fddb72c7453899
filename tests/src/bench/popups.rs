//! How long it takes until an attendant sees who calls: from the moment at which the call
//! is told to the server, to the frame in which a browser shows the pop-up.

use super::Plan;
use super::data::Data;
use super::report::{PopUps, name};
use super::served::Served;
use crate::asterisk::made::{at, call, ringing};
use crate::asterisk::office::ANA;
use crate::asterisk::peer::{Peer, SECRET, USER};
use crate::asterisk::scene::{Act, Calls, Scene as Exchange, send};
use crate::browser::{self, Page};
use crate::personas::Door;
use crate::server::{self, ADMINISTRATOR, ATTENDANT, REQUESTER};
use crate::{Database, Persona};
use contract::calls::{CallPopUp, CallState};
use contract::identity::Phone;
use contract::{Language, PhoneKind};
use serde_json::json;
use solicita::models::{people, person_phones};
use std::time::{SystemTime, UNIX_EPOCH};

/// Screens on which the attendant is, in turn.
const SCREENS: [&str; 3] = ["/desk", "/desk/assistance", "/"];

/// Notes when each pop-up is first on the screen.
const WATCH: &str = r#"
window.seen = {};
const look = () => requestAnimationFrame(() => {
    for (const popup of document.querySelectorAll('.call:not([hidden])')) {
        window.seen[popup.id] ??= performance.timeOrigin + performance.now();
    }
});
new MutationObserver(look).observe(document.body, { childList: true, subtree: true, attributes: true });
"#;

/// The pop-up that was seen last, if any was since the page was watched.
const LAST: &str = "const last = Object.entries(window.seen).at(-1); window.seen = {}; return last ?? null";

/// Somebody at a telephone, in front of a browser.
struct Scene {
    page: Page,
    attendant: Persona,
    pbx: Persona,
    peer: Peer,
}

/// Times so many calls of a web service, and so many that ring at a watched Asterisk.
pub async fn measure(database: Database, data: &Data, product: &Served, plan: &Plan) -> Vec<PopUps> {
    let scene = Scene::set(data, product, plan.popups).await;
    let (mut told, mut rung) = (Vec::new(), Vec::new());
    let each = plan.popups.div_ceil(SCREENS.len());
    for (turn, tax_id) in data.tax_ids.iter().step_by(7).take(plan.popups).enumerate() {
        if turn % each == 0 {
            scene.go(SCREENS[turn / each]).await;
        }
        told.push(scene.call(tax_id).await);
        rung.push(scene.ring().await);
    }
    scene.leave(product).await;
    let database = name(database);
    let times = |name: &'static str, mut millis: Vec<f64>| {
        millis.sort_by(f64::total_cmp);
        PopUps { name, database, millis }
    };
    vec![times("novaSolicitacao", told), times("a telephone rings at a watched Asterisk", rung)]
}

impl Scene {
    async fn set(data: &Data, product: &Served, rings: usize) -> Self {
        lend_a_telephone(data);
        let pbx = Persona::with_token(Door::new(product.address), &data.token);
        let attendant = server::log_in(product.address, ATTENDANT).await;
        attendant.put("/me/extension", &json!({ "extension": "200" })).await.done();
        let peer = Peer::start([exchange(rings)]).await;
        let watch = json!({ "177": "S", "178": peer.address(), "179": USER, "180": SECRET });
        let administrator = server::log_in(product.address, ADMINISTRATOR).await;
        administrator.put("/parameters", &json!({ "values": watch })).await.done();
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

    /// A telephone system tells that somebody calls; they are seen, and are done with.
    async fn call(&self, tax_id: &str) -> f64 {
        let begun = now();
        self.pbx.get(format!("/telefonia/novaSolicitacao?cpf={tax_id}&ramal=200")).await.done();
        let (call, seen) = self.seen().await;
        self.attendant.post(format!("/calls/{call}/end"), &json!({})).await.done();
        self.conclude(&call).await;
        seen - begun
    }

    /// A telephone rings; the caller is seen, hangs up, and is done with.
    async fn ring(&self) -> f64 {
        let begun = now();
        self.peer.go_on();
        let (call, seen) = self.seen().await;
        self.peer.go_on();
        // Else the next call that a service announces would be taken for this one.
        let over = async || {
            let open: Vec<CallPopUp> = self.attendant.get("/calls/popups").await.good();
            Ok(open.iter().all(|popup| popup.state == CallState::Ended).then_some(()))
        };
        self.page.until("the call is over", over).await;
        self.conclude(&call).await;
        seen - begun
    }

    /// The call that pops up, and when it was on the screen.
    async fn seen(&self) -> (String, f64) {
        let last = async || self.page.ask::<Option<(String, f64)>>(LAST, vec![]).await;
        let (id, at) = self.page.until("the pop-up", last).await;
        (id.trim_start_matches("call-").to_owned(), at)
    }

    async fn conclude(&self, call: &str) {
        let tag = json!({ "tag": "information" });
        self.attendant.post(format!("/calls/{call}/conclusion"), &tag).await.done();
        self.page.until("no pop-up", async || Ok(self.page.texts(".call").await?.is_empty().then_some(()))).await;
        // Whatever was drawn while it went.
        let _ = self.page.ask::<Option<(String, f64)>>(LAST, vec![]).await.expect("the page answers");
    }

    /// The data is as it was: nobody watches an exchange that is not there.
    async fn leave(self, product: &Served) {
        self.page.close().await;
        let administrator = server::log_in(product.address, ADMINISTRATOR).await;
        administrator.put("/parameters/177", &json!({ "value": "N" })).await.done();
    }
}

/// Somebody is known by the number that calls.
fn lend_a_telephone(data: &Data) {
    let lent = data.app().write_now(|tx| {
        let person = people::find_by_email(tx.conn, REQUESTER)?.ok_or_else(solicita::error::Error::not_found)?;
        let phone = Phone { kind: PhoneKind::Work, number: ANA.to_owned() };
        let area = tx.parameters.area_code();
        Ok(person_phones::set(tx.conn, person.id, &[phone], area.as_deref())?)
    });
    lent.expect("a telephone");
}

/// An exchange where so many calls ring at 200, one after the other, each when it is told to, and end when it is told to.
fn exchange(calls: usize) -> Exchange {
    let acts = (0..calls).flat_map(|number| {
        let [rings, answered, ends] = at(call(number), number, "200");
        let listed = Calls::Listed(at(ringing(number), number, "200").to_vec());
        let over = Act::Calls(Calls::Listed(Vec::new()));
        // Not listed before it rings: whoever asks late about the one before would learn of it.
        [Act::AwaitTest, Act::Calls(listed), send(rings), Act::AwaitTest, over, send(format!("{answered}{ends}"))]
    });
    Exchange::of(acts)
}

/// Milliseconds since 1970, as browsers count them.
fn now() -> f64 {
    SystemTime::now().duration_since(UNIX_EPOCH).expect("the clock is right").as_secs_f64() * 1000.0
}
