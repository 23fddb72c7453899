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
use contract::calls::{CallPopUp, CallRow};
use contract::telephony::Raised;
use serde_json::json;
use tests::TestApp;
use tests::ids;
use tests::personas::Persona;
use tests::wait::until;
use tests::world::People;

pub use crate::telephony::{NEW, VIEW};

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

/// Viewing a request over the phone opens an information child.
fn viewing(app: &TestApp) {
    app.set_parameter(ids::VIEWING_SERVICE, app.world.services.laptop);
    app.set_parameter(ids::VIEWING_CHILD, "S");
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
        let since = tx.db_now() - TimeDelta::hours(24);
        Ok(solicita::models::presences::is_there(tx.conn, person, since)?)
    })
}

/// Waits until the executor has no page open any more. The server notices that a page was
/// closed when it sends something to it.
async fn until_gone(app: &TestApp) {
    let gone = || {
        let _ = app.send_marker();
        !present(app)
    };
    until("the closed page is noticed", gone).await;
}
