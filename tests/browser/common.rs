//! What several journeys do.

use contract::catalogue::Catalogue;
use contract::requests::{NewRequest, RequestView};
use tests::Persona;
use tests::browser::{Page, Scheme, WINDOW};

/// A service of the demo company that its attendant serves.
pub const SERVICE: &str = "Computador ou celular com defeito";

/// The identifier of [`SERVICE`].
pub async fn service(person: &Persona) -> i64 {
    let catalogue: Catalogue = person.get("/services").await.good();
    catalogue.services.iter().find(|service| service.name == SERVICE).expect("a service of the demo company").id
}

/// Opens a request, past the pages.
pub async fn open(person: &Persona, title: &str) -> RequestView {
    let new = NewRequest {
        service_id: service(person).await,
        title: title.to_owned(),
        description: "A tela fica preta depois de ligar.".to_owned(),
        ..NewRequest::default()
    };
    person.open(&new).await
}

/// The page, with what pops up, is accessible, light and dark, and fits a telephone.
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

/// Puts something on the pages that loading them again would remove.
pub async fn keep_watch(pages: &[&Page]) {
    for page in pages {
        page.execute::<serde_json::Value>("window.watched = true; return null", vec![]).await.unwrap();
    }
}

/// Whether it is still there.
pub async fn watched(pages: &[&Page]) -> bool {
    for page in pages {
        if !page.execute::<bool>("return window.watched === true", vec![]).await.unwrap() {
            return false;
        }
    }
    true
}
