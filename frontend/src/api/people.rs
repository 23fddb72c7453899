//! People, as attendants and administrators find and keep them.

use super::{Answer, Call};
use contract::Page;
use contract::desk::{PersonFilter, PersonHit, PersonSearch, RevealedTaxId};

/// People by name, e-mail address, employee number or extension.
pub async fn list(filter: &PersonFilter) -> Answer<Page<PersonHit>> {
    Call::get("/people").query(filter).json().await
}

/// People by CPF or CNPJ, which travels in the body and never in an address.
pub async fn by_tax_id(tax_id: String) -> Answer<Vec<PersonHit>> {
    Call::post("/people/search").body(&PersonSearch { tax_id }).json().await
}

/// What was typed to find somebody, sent the way that fits it.
pub async fn find(text: &str) -> Answer<Vec<PersonHit>> {
    let words = match Wanted::of(text) {
        Wanted::TaxId(tax_id) => return by_tax_id(tax_id).await,
        Wanted::Unfinished => return Ok(Vec::new()),
        Wanted::Words(words) => words,
    };
    let filter = PersonFilter {
        search: Some(words).filter(|text| !text.is_empty()),
        active: Some(true),
        page_size: Some(8),
        ..PersonFilter::default()
    };
    list(&filter).await.map(|page| page.items)
}

/// What somebody who searches for people means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// Words; they may be part of an address.
    Words(String),
    /// A CPF or CNPJ, which must not end up in an address.
    TaxId(String),
    /// A CPF or CNPJ that is still being typed, with its punctuation.
    Unfinished,
}

impl Wanted {
    /// Eleven digits, or fourteen characters of which six or more are digits, are a
    /// CPF or CNPJ, with or without punctuation; so is the beginning of one with it.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let text = text.trim();
        let bare: String = text.chars().filter(|c| !matches!(c, '.' | '-' | '/' | ' ')).collect();
        let digits = bare.chars().filter(char::is_ascii_digit).count();
        let plain = bare.chars().all(|c| c.is_ascii_alphanumeric());
        if plain && ((bare.len() == 11 && digits == 11) || (bare.len() == 14 && digits >= 6)) {
            return Self::TaxId(text.to_owned());
        }
        let only_digits = !bare.is_empty() && digits == bare.len();
        if only_digits && text.contains('.') && digits < 14 {
            return Self::Unfinished;
        }
        Self::Words(text.to_owned())
    }
}

/// Shows a CPF or CNPJ in full; the server notes who asked.
pub async fn reveal(id: i64) -> Answer<RevealedTaxId> {
    Call::post(&format!("/people/{id}/reveal")).json().await
}

/// Sends a link to set a password.
pub async fn send_password_link(id: i64) -> Answer<()> {
    Call::post(&format!("/people/{id}/password-link")).done().await
}

/// Ends every session of a person.
pub async fn end_sessions(id: i64) -> Answer<()> {
    Call::delete(&format!("/people/{id}/sessions")).done().await
}
