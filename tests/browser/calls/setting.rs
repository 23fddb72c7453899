//! What the journeys about calls begin with, and look at.

use contract::admin::{CreatedToken, NewToken};
use contract::calls::{CallPopUp, CallRow};
use contract::identity::Me;
use contract::telephony::Raised;
use contract::{Language, Page as Rows, Scope};
use serde_json::json;
use tests::Persona;
use tests::browser::{Page, Scheme, Stage, WINDOW};
use tests::server::ADMINISTRATOR;

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
}

pub async fn setting(stage: &Stage, email: &str) -> Setting {
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

    pub async fn set(&self, parameter: i32, value: &str) {
        self.administrator.put(format!("/parameters/{parameter}"), &json!({ "value": value })).await.done();
    }

    pub async fn popups(&self) -> Vec<CallPopUp> {
        self.person.get("/calls/popups").await.good()
    }

    pub async fn log(&self) -> Vec<CallRow> {
        self.person.get("/calls").await.good::<Rows<CallRow>>().items
    }
}

/// The page with what pops up is accessible, light and dark, and fits a telephone.
pub async fn sound(page: &Page) {
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
pub async fn focused(page: &Page) -> String {
    page.ask("return document.activeElement.id", vec![]).await.unwrap()
}
