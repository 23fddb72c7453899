//! The demo company as it is written down in `data/`.

mod company;
mod phrases;

pub use company::{Company, Person, Service, TIME_ZONE};
pub use phrases::{Child, Phrases, Scenario, Texts};

use anyhow::Context;
use contract::Language;
use contract::admin::TemplateText;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// An e-mail template in one language.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct TemplateFile {
    #[serde(default)]
    name: String,
    subject: String,
    body: String,
}

/// An e-mail template in all languages.
#[derive(Debug, Clone)]
pub struct Template {
    /// Name in the list.
    pub name: String,
    /// Texts by language tag.
    pub texts: BTreeMap<String, TemplateText>,
}

fn parse<T: DeserializeOwned>(name: &str, text: &str) -> anyhow::Result<T> {
    toml::from_str(text).with_context(|| format!("in the demo's {name}"))
}

/// The company.
///
/// # Errors
/// When the file cannot be read (a test makes sure it can).
pub fn company() -> anyhow::Result<Company> {
    parse("company.toml", include_str!("data/company.toml"))
}

/// Its people.
///
/// # Errors
/// As [`company`].
pub fn people() -> anyhow::Result<Vec<Person>> {
    let mut file: BTreeMap<String, Vec<Person>> = parse("people.toml", include_str!("data/people.toml"))?;
    Ok(file.remove("person").unwrap_or_default())
}

/// Names of the people of the large data.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// First names.
    pub first: Vec<String>,
    /// Family names.
    pub last: Vec<String>,
}

/// Names to choose from.
///
/// # Errors
/// As [`company`].
pub fn names() -> anyhow::Result<Names> {
    parse("names.toml", include_str!("data/names.toml"))
}

/// What people write.
///
/// # Errors
/// As [`company`].
pub fn texts() -> anyhow::Result<Texts> {
    parse("phrases.toml", include_str!("data/phrases.toml"))
}

/// What happens there, service by service.
///
/// # Errors
/// As [`company`].
pub fn scenarios() -> anyhow::Result<Vec<Scenario>> {
    macro_rules! files {
        ($($name:literal),+) => { [$(($name, include_str!(concat!("data/scenarios/", $name, ".toml")))),+] };
    }
    let files = files![
        "acesso",
        "senha",
        "computador",
        "equipamento",
        "impressora",
        "email",
        "ramal",
        "nota",
        "erp",
        "pessoal",
        "rede",
        "predial",
        "outros-idiomas"
    ];
    let mut all = Vec::new();
    for (name, text) in files {
        let mut file: BTreeMap<String, Vec<Scenario>> = parse(name, text)?;
        for mut scenario in file.remove("scenario").unwrap_or_default() {
            if scenario.service.is_empty() {
                name.clone_into(&mut scenario.service);
            }
            all.push(scenario);
        }
    }
    Ok(all)
}

/// The e-mail templates, by key.
///
/// # Errors
/// As [`company`].
pub fn templates() -> anyhow::Result<BTreeMap<String, Template>> {
    let languages = [
        (Language::Portuguese, include_str!("data/templates/pt-BR.toml")),
        (Language::Spanish, include_str!("data/templates/es.toml")),
        (Language::English, include_str!("data/templates/en.toml")),
    ];
    let mut templates: BTreeMap<String, Template> = BTreeMap::new();
    for (language, text) in languages {
        let file: BTreeMap<String, TemplateFile> = parse(language.as_str(), text)?;
        for (key, half) in file {
            let template = templates.entry(key).or_insert_with(|| Template { name: half.name, texts: BTreeMap::new() });
            let text = TemplateText { subject: half.subject, body: half.body.trim().to_owned() };
            template.texts.insert(language.as_str().to_owned(), text);
        }
    }
    Ok(templates)
}
