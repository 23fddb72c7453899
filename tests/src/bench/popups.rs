//! How long it takes until an attendant sees who calls: from the moment at which the call
//! is told to the server, to the frame in which a browser shows the pop-up.

use super::Plan;
use super::data::Data;
use super::report::{PopUps, name};
use super::served::Served;
use crate::browser::{self, Page};
use crate::personas::Door;
use crate::server::{self, ATTENDANT};
use crate::{Database, Persona};
use contract::Language;
use contract::telephony::Raised;
use serde_json::json;
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

/// Somebody at a telephone, in front of a browser.
struct Scene {
    page: Page,
    attendant: Persona,
    pbx: Persona,
}

/// Times so many calls of a web service.
pub async fn measure(database: Database, data: &Data, product: &Served, plan: &Plan) -> Vec<PopUps> {
    let scene = Scene::set(data, product).await;
    let mut millis = Vec::new();
    for (turn, tax_id) in data.tax_ids.iter().step_by(7).take(plan.popups).enumerate() {
        if turn % plan.popups.div_ceil(SCREENS.len()) == 0 {
            scene.go(SCREENS[turn * SCREENS.len() / plan.popups]).await;
        }
        millis.push(scene.call(tax_id).await);
    }
    scene.page.close().await;
    millis.sort_by(f64::total_cmp);
    vec![PopUps { name: "novaSolicitacao", database: name(database), millis }]
}

impl Scene {
    async fn set(data: &Data, product: &Served) -> Self {
        let pbx = Persona::with_token(Door::new(product.address), &data.token);
        let attendant = server::log_in(product.address, ATTENDANT).await;
        attendant.put("/me/extension", &json!({ "extension": "200" })).await.done();
        let page = browser::open(&format!("http://{}", product.address), Language::Portuguese).await;
        page.log_in(ATTENDANT).await;
        Self { page, attendant, pbx }
    }

    async fn go(&self, path: &str) {
        self.page.go(path).await;
        self.page.settled().await;
        self.page.driver().execute(WATCH, vec![]).await.expect("the page is watched");
    }

    /// Somebody calls, is seen, and is done with.
    async fn call(&self, tax_id: &str) -> f64 {
        let begun = now();
        let path = format!("/telefonia/novaSolicitacao?cpf={tax_id}&ramal=200");
        let raised: Raised = self.pbx.get(path).await.good();
        let seen = self.seen(raised.call_id).await;
        self.attendant.post(format!("/calls/{}/end", raised.call_id), &json!({})).await.done();
        let outcome = json!({ "tag": "information" });
        self.attendant.post(format!("/calls/{}/conclusion", raised.call_id), &outcome).await.done();
        self.page.until("no pop-up", async || Ok(self.page.texts(".call").await?.is_empty().then_some(()))).await;
        seen - begun
    }

    async fn seen(&self, call: i64) -> f64 {
        let script = "return window.seen[arguments[0]] ?? null";
        let id = json!(format!("call-{call}"));
        self.page.until("the pop-up", async || self.page.ask::<Option<f64>>(script, vec![id.clone()]).await).await
    }
}

/// Milliseconds since 1970, as browsers count them.
fn now() -> f64 {
    SystemTime::now().duration_since(UNIX_EPOCH).expect("the clock is right").as_secs_f64() * 1000.0
}
