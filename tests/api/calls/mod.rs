//! Calls: the extension, the pop-ups, what attendants do with them, the log. Here is what
//! these tests share.

mod announced;
mod callers;
mod child;
mod conclusion;
mod extension;
mod goes_on;
mod reading;
mod refusals;
mod requests;

use chrono::TimeDelta;
use contract::Page;
use contract::calls::{CallPopUp, CallRow, MyExtension};
use contract::live::LiveKind;
use contract::telephony::Raised;
use serde_json::json;
use solicita::models::live_events::Audience;
use tests::TestApp;
use tests::ids;
use tests::live::Listener;
use tests::personas::Persona;
use tests::world::People;

const NEW: &str = "/telefonia/novaSolicitacao";
const VIEW: &str = "/telefonia/visualizarSolicitacao";

pub async fn answer_at(person: &Persona, extension: &str) -> MyExtension {
    person.put("/me/extension", &json!({ "extension": extension })).await.good()
}

/// Hears of something; of what was before it may hear, too.
pub async fn hears(page: &mut Listener, kind: LiveKind) {
    while let Some(event) = page.next().await {
        if event.live().kind == kind {
            return;
        }
    }
    panic!("nothing was heard of {kind}");
}

pub async fn popups(person: &Persona) -> Vec<CallPopUp> {
    person.get("/calls/popups").await.good()
}

pub async fn popup(person: &Persona) -> CallPopUp {
    let mut open = popups(person).await;
    assert_eq!(open.len(), 1, "{open:?}");
    open.remove(0)
}

async fn calls(pbx: &Persona, path: &str, more: &str) -> Raised {
    pbx.get(format!("{path}?cpf={}&ramal=200{more}", People::REQUESTER_CPF)).await.good()
}

async fn opened(app: &TestApp, service: i64) -> i64 {
    app.requester.open(&app.draft(service)).await.row.number
}

/// Viewing a request over the phone opens an information child.
fn viewing(app: &TestApp) {
    app.set(ids::VIEWING_SERVICE, app.world.services.laptop);
    app.set(ids::VIEWING_CHILD, "S");
}

/// Looks at the request of a call in a tab (*View*, *inform only*).
async fn view(person: &Persona, call: i64, tab: &str) -> CallPopUp {
    let after: Vec<CallPopUp> = person.post(format!("/calls/{call}/view"), &json!({ "tab": tab })).await.good();
    after.into_iter().find(|popup| popup.call_id == call).expect("it is still open")
}

pub async fn log(person: &Persona, query: &str) -> Vec<CallRow> {
    person.get(format!("/calls?{query}")).await.good::<Page<CallRow>>().items
}

fn present(app: &TestApp) -> bool {
    let person = app.world.people.executor.id;
    app.read(|tx| {
        let since = tx.stamp() - TimeDelta::hours(24);
        Ok(solicita::models::presences::is_there(tx.conn, person, since)?)
    })
}

/// A page that was closed is noticed when something is sent to it.
async fn until_gone(app: &TestApp) {
    for _ in 0..200 {
        if !present(app) {
            return;
        }
        app.write(|tx| {
            let (kind, audience, now) = (LiveKind::Notice, Audience::default(), tx.stamp());
            Ok(solicita::models::live_events::insert(tx.conn, kind, None, None, audience, now)?)
        });
        app.app.committed();
        actix_web::rt::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("it was not noticed within ten seconds");
}
