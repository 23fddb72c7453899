//! What the journeys about calls begin with, and look at.

use contract::calls::{CallPopUp, CallRow, MyExtension};
use contract::identity::Me;
use contract::telephony::Raised;
use contract::{Language, Page as Rows, Scope};
use reqwest::Method;
use serde_json::{Value, json};
use tests::asterisk::call_center::ANA_NUMBER;
use tests::asterisk::peer::Peer;
use tests::browser::{Journey, Page};
use tests::operations::new_token;
use tests::server::{ADMINISTRATOR, REQUESTER};
use tests::{Persona, ids};

/// Somebody else who answers the telephone.
pub const OTHER_ATTENDANT: &str = "atendente2@demo.test";
/// The pop-ups that can be seen.
pub const POPUP: &str = ".call:not([hidden])";

/// Telephony is on, a telephone system may call, and an attendant answers at extension 200.
pub struct Setting {
    /// The attendant's browser.
    pub page: Page,
    /// The attendant, past the pages.
    pub person: Persona,
    /// An administrator.
    pub administrator: Persona,
    /// The telephone system.
    pub pbx: Persona,
    /// Where it tells of calls.
    events: String,
}

pub async fn setting(journey: &Journey, email: &str) -> Setting {
    let administrator = journey.server.person(ADMINISTRATOR).await;
    administrator.set_parameter(ids::TELEPHONY, "S").await.done();
    let token = new_token("PBX", &[Scope::Telephony]);
    let token = administrator.create_token(&token).await;
    let (page, person) = attendant(journey, email, "200").await;
    let (pbx, events) = (administrator.token(&token.secret), format!("/cti/{}", token.secret));
    Setting { page, person, administrator, pbx, events }
}

/// Somebody in a browser of their own, who answers at an extension.
pub async fn attendant(journey: &Journey, email: &str, extension: &str) -> (Page, Persona) {
    let person = journey.server.person(email).await;
    person.answer_at(extension).await;
    let page = journey.browser(Language::Portuguese).await;
    page.log_in(email).await;
    (page, person)
}

impl Setting {
    /// Somebody calls extension 200.
    pub async fn raise(&self, query: &str) -> Raised {
        self.pbx.get(format!("/telefonia/novaSolicitacao?{query}&ramal=200")).await.good()
    }

    /// Somebody who is known calls it.
    pub async fn call(&self, person: &Me, more: &str) -> Raised {
        self.raise(&format!("cpf={}{more}", person.tax_id.as_deref().unwrap())).await
    }

    /// They call about a request.
    pub async fn view(&self, person: &Me, number: i64) -> Raised {
        let tax_id = person.tax_id.as_deref().unwrap();
        let query = format!("cpf={tax_id}&ramal=200&idSolicitacao={number}");
        self.pbx.get(format!("/telefonia/visualizarSolicitacao?{query}")).await.good()
    }

    /// The telephone system tells of a call from [`ANA_NUMBER`] to extension 200.
    pub async fn tell(&self, event: &str, call: &str, cause: &str) {
        let event = json!({ "event": event, "from": ANA_NUMBER, "to": "200", "direction": "in", "callId": call, "cause": cause });
        self.pbx.post(&self.events, &event).await.done();
    }

    /// The requester, whose telephone is [`ANA_NUMBER`] from now on.
    pub async fn requester(&self, journey: &Journey) -> Me {
        let me: Me = journey.server.person(REQUESTER).await.get("/me").await.good();
        let path = format!("/people/{}", me.id);
        let shown = self.administrator.get(&path).await;
        let mut person: Value = shown.good();
        person["unit_id"] = person["unit"]["id"].clone();
        person["phones"] = json!([{ "kind": "work", "number": ANA_NUMBER }]);
        let put = self.administrator.request(Method::PUT, &path).json(&person);
        put.header("if-match", shown.header("etag").unwrap()).send().await.done();
        me
    }

    /// An Asterisk is watched from now on, with queue 300.
    pub async fn watch(&self, peer: &Peer) {
        let parameters = peer.parameters();
        let mut values = parameters.each_ref().map(|(id, value)| (*id, value.as_str())).to_vec();
        values.push((ids::WATCHED_QUEUES, "300"));
        self.administrator.set_parameters(&values).await.done();
        self.page
            .until("the exchange is connected", async || {
                let mine: MyExtension = self.person.get("/me/extension").await.good();
                Ok((mine.exchange_connected == Some(true)).then_some(()))
            })
            .await;
    }

    pub async fn set_parameter(&self, parameter: i32, value: &str) {
        self.administrator.set_parameter(parameter, value).await.done();
    }

    pub async fn popups(&self) -> Vec<CallPopUp> {
        self.person.get("/calls/popups").await.good()
    }

    pub async fn log(&self) -> Vec<CallRow> {
        self.person.get("/calls").await.good::<Rows<CallRow>>().items
    }

    /// The calls at all extensions, the newest first.
    pub async fn log_of_all(&self) -> Vec<CallRow> {
        self.administrator.get("/calls?everybody=true").await.good::<Rows<CallRow>>().items
    }
}

/// Waits until there is no pop-up, not even a folded one.
pub async fn closed(page: &Page) {
    page.until("no pop-up", async || Ok(page.texts(".call").await?.is_empty().then_some(()))).await;
}

/// The identifier of what has the focus.
pub async fn focused(page: &Page) -> String {
    page.execute("return document.activeElement.id", vec![]).await.unwrap()
}
