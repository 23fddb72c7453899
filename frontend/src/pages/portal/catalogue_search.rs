//! Grouping the services of the catalogue, and searching for one.

use crate::text::fold;
use contract::catalogue::{Catalogue, ServiceView};
use locales::{Language, text};

/// Letters that a word must have at least to be searched for.
const SHORTEST_WORD: usize = 3;
/// Letters that a word must have at least to name a service by itself.
const SHORTEST_NAME: usize = 4;

/// A category with its services.
pub struct CategoryGroup<'a> {
    /// The name of the category.
    pub name: &'a str,
    /// Its icon.
    pub icon: &'a str,
    /// Its services.
    pub services: Vec<&'a ServiceView>,
}

/// The services by category, in the order in which the server lists them.
#[must_use]
pub fn by_category(catalogue: &Catalogue) -> Vec<CategoryGroup<'_>> {
    let mut groups: Vec<(i64, CategoryGroup<'_>)> = Vec::new();
    for service in &catalogue.services {
        match groups.iter_mut().find(|(id, _)| *id == service.category.id) {
            Some((_, group)) => group.services.push(service),
            None => {
                let group = CategoryGroup {
                    name: &service.category.name,
                    icon: &service.category_icon,
                    services: vec![service],
                };
                groups.push((service.category.id, group));
            }
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The services that a search finds, the best ones first. People describe a problem with words that no service knows, so
/// that half of the words are enough, or one that is in the name of a service.
#[must_use]
pub fn search<'a>(catalogue: &'a Catalogue, typed: &str) -> Vec<&'a ServiceView> {
    let folded = fold(typed);
    let words: Vec<&str> = folded.split_whitespace().filter(|word| word.chars().count() >= SHORTEST_WORD).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(usize, &ServiceView)> = Vec::new();
    for service in &catalogue.services {
        let name = fold(&service.name);
        let rest = fold(&format!("{} {} {}", service.category.name, service.description, service.hint));
        let score: usize =
            words.iter().map(|word| if name.contains(word) { 3 } else { usize::from(rest.contains(word)) }).sum();
        let hits = words.iter().filter(|word| name.contains(**word) || rest.contains(**word)).count();
        let named = words.iter().any(|word| word.chars().count() >= SHORTEST_NAME && name.contains(word));
        if named || hits * 2 >= words.len() {
            found.push((score, service));
        }
    }
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    found.into_iter().map(|(_, service)| service).collect()
}

/// The usual target: *8 h*, *to be agreed*.
#[must_use]
pub fn usual_target(language: Language, service: &ServiceView) -> String {
    match service.usual_target {
        Some(seconds) => locales::duration(language, seconds),
        None => text!(language, "home-to-be-agreed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::RequestType;
    use contract::identity::NamedRef;

    fn service(id: i64, name: &str, category: (i64, &str), description: &str) -> ServiceView {
        ServiceView {
            id,
            name: name.to_owned(),
            description: description.to_owned(),
            hint: String::new(),
            request_type: RequestType::Incident,
            category: NamedRef { id: category.0, name: category.1.to_owned() },
            category_icon: "laptop".to_owned(),
            group: None,
            usual_target: None,
            confidential: false,
        }
    }

    fn catalogue() -> Catalogue {
        let (hardware, access) = ((1, "Equipamentos"), (2, "Acessos"));
        let services = vec![
            service(1, "Impressora com defeito", hardware, "Papel preso, sem tinta, impressão manchada"),
            service(2, "Acesso à rede", access, "Entrar na rede da empresa"),
            service(3, "Notebook novo", hardware, "Pedido de equipamento"),
            service(4, "Senha da VPN", access, "Trocar a senha"),
        ];
        Catalogue { services, most_used: Vec::new() }
    }

    fn found(typed: &str) -> Vec<i64> {
        search(&catalogue(), typed).iter().map(|service| service.id).collect()
    }

    #[test]
    fn categories_come_in_the_order_of_their_first_service() {
        let catalogue = catalogue();
        let groups = by_category(&catalogue);
        let groups: Vec<(&str, Vec<i64>)> =
            groups.iter().map(|group| (group.name, group.services.iter().map(|one| one.id).collect())).collect();
        assert_eq!(groups, [("Equipamentos", vec![1, 3]), ("Acessos", vec![2, 4])]);
    }

    #[test]
    fn case_and_accents_do_not_matter() {
        assert_eq!(found("IMPRESSORA"), [1]);
        assert_eq!(found("impressao"), [1]);
        assert_eq!(found("Acesso a rede"), [2, 4]);
    }

    #[test]
    fn a_name_counts_more_than_a_description() {
        // "senha" is in the name of one service; "rede" in the name and the description of another one.
        assert_eq!(found("senha rede"), [2, 4]);
        assert_eq!(found("equipamento"), [1, 3]);
    }

    #[test]
    fn half_of_the_words_are_enough() {
        assert_eq!(found("papel emperrado"), [1]);
        assert_eq!(found("papel emperrado novamente"), [] as [i64; 0]);
        assert_eq!(found("minha impressora quebrou ontem de tarde"), [1]);
    }

    #[test]
    fn short_words_and_nothing_find_nothing() {
        for typed in ["", "  ", "a", "da vp"] {
            assert_eq!(found(typed), [] as [i64; 0], "{typed:?}");
        }
    }

    #[test]
    fn a_service_without_a_target_says_so() {
        let mut service = service(1, "Acesso", (1, "Acessos"), "");
        let agreed = usual_target(Language::English, &service);
        service.usual_target = Some(8 * 3600);
        assert_eq!(usual_target(Language::English, &service), "8 h");
        assert_ne!(agreed, "8 h");
    }
}
