//! What several journeys do.

use contract::catalogue::Catalogue;
use contract::requests::{NewRequest, RequestView};
use tests::Persona;

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
