//! People, as attendants and administrators find and edit them.

use super::{Answer, ApiCall};
use contract::Page;
use contract::desk::{PersonFilter, PersonHit, PersonSearch, RevealedTaxId};

/// People by name, e-mail address, employee number or extension.
pub async fn list(filter: &PersonFilter) -> Answer<Page<PersonHit>> {
    ApiCall::get("/people").query(filter).json().await
}

/// People by CPF or CNPJ, which travels in the body and never in an address.
pub async fn by_tax_id(tax_id: String) -> Answer<Vec<PersonHit>> {
    ApiCall::post("/people/search").body(&PersonSearch { tax_id }).json().await
}

/// The people that a typed text finds. A CPF or CNPJ is sent in the body, other words in the address.
pub async fn find(text: &str) -> Answer<Vec<PersonHit>> {
    let words = match SearchInput::of(text) {
        SearchInput::TaxId(tax_id) => return by_tax_id(tax_id).await,
        SearchInput::Unfinished => return Ok(Vec::new()),
        SearchInput::Words(words) => words,
    };
    let filter = PersonFilter {
        search: Some(words).filter(|text| !text.is_empty()),
        active: Some(true),
        page_size: Some(8),
        ..PersonFilter::default()
    };
    list(&filter).await.map(|page| page.items)
}

/// What a text means that was typed to find people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SearchInput {
    /// Words. They may be sent in an address.
    Words(String),
    /// A CPF or CNPJ, which must not be in an address.
    TaxId(String),
    /// The beginning of a CPF or CNPJ that is typed with its punctuation.
    Unfinished,
}

impl SearchInput {
    /// Eleven digits are a CPF, and fourteen characters with six or more digits are a CNPJ, with or without punctuation.
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

/// The CPF or CNPJ in full. The server records who asked for it.
pub async fn reveal(id: i64) -> Answer<RevealedTaxId> {
    ApiCall::post(&format!("/people/{id}/reveal")).json().await
}

/// Sends the person a link to set a password.
pub async fn send_password_link(id: i64) -> Answer<()> {
    ApiCall::post(&format!("/people/{id}/password-link")).done().await
}

/// Ends every session of a person.
pub async fn end_sessions(id: i64) -> Answer<()> {
    ApiCall::delete(&format!("/people/{id}/sessions")).done().await
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tax_id(text: &str) -> SearchInput {
        SearchInput::TaxId(text.to_owned())
    }

    fn words(text: &str) -> SearchInput {
        SearchInput::Words(text.to_owned())
    }

    #[test]
    fn tax_ids_are_told_from_words() {
        for text in ["52998224725", "529.982.247-25", "11222333000181", "11.222.333/0001-81", "12ABC34501DE35"] {
            assert_eq!(SearchInput::of(text), tax_id(text));
        }
        for text in ["Ana", "", "ana@example.com", "4021", "Maria da Silva", "ABCDEFGHIJKLMN", "5299822472"] {
            assert_eq!(SearchInput::of(text), words(text));
        }
    }

    #[test]
    fn the_beginning_of_a_tax_id_is_not_searched_for() {
        for text in ["529.", "529.982", "529.982.247-2", "11.222.333/0001-8"] {
            assert_eq!(SearchInput::of(text), SearchInput::Unfinished, "{text}");
        }
    }

    #[test]
    fn blanks_around_the_text_are_dropped() {
        assert_eq!(SearchInput::of("  Ana "), words("Ana"));
        assert_eq!(SearchInput::of(" 529.982.247-25 "), tax_id("529.982.247-25"));
    }

    proptest! {
        /// However it is punctuated, a CPF or CNPJ never becomes words, which would be sent in an address.
        #[test]
        fn a_tax_id_never_becomes_words(digits in "[0-9]{11}|[0-9]{14}", marks in prop::collection::vec("[./ -]?", 14)) {
            let text: String = digits.chars().zip(marks).map(|(digit, mark)| format!("{digit}{mark}")).collect();
            prop_assert!(!matches!(SearchInput::of(&text), SearchInput::Words(_)), "{}", text);
        }
    }
}
