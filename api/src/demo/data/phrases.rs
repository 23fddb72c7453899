//! The scenarios, and `phrases.toml`.

use contract::{Category, Language, Level};
use serde::Deserialize;

/// Something that happens in an office.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the columns of data/scenarios")]
pub struct Scenario {
    #[serde(default)]
    pub language: Language,
    #[serde(default)]
    pub service: String,
    pub titles: Vec<String>,
    pub text: String,
    pub urgency: Option<Level>,
    /// Lines of the conversation: `A: ` the attendant, `S: ` the requester.
    pub talk: Vec<String>,
    pub note: InternalNote,
    pub solution: String,
}

/// What the desk noted.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the columns of data/scenarios")]
pub struct InternalNote {
    pub category: Category,
    pub minutes: i32,
    pub text: String,
}

/// What people write at turning points, in one language.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys of data/phrases.toml")]
pub struct Phrases {
    pub nudge: Vec<String>,
    pub thanks: Vec<String>,
    pub note: Vec<String>,
    pub news: Vec<String>,
    pub reopen_incident: Vec<String>,
    pub reopen_service_request: Vec<String>,
    pub cancel_requester: Vec<String>,
    pub cancel_desk: Vec<String>,
    pub excellent: Vec<String>,
    pub good: Vec<String>,
    pub fair: Vec<String>,
    pub poor: Vec<String>,
    pub delegate: Vec<String>,
    #[serde(rename = "return")]
    pub give_back: Vec<String>,
    pub priority_up: Vec<String>,
    pub priority_down: Vec<String>,
    pub deadline: Vec<String>,
    pub wait_requester: Vec<String>,
    pub wait_supplier: Vec<String>,
    pub wait_scheduled: Vec<String>,
    pub wait_approval: Vec<String>,
    pub reactivate: Vec<String>,
    pub reclassify: Vec<String>,
    pub solved_again: Vec<String>,
    pub phone: String,
}

/// What the desk writes for itself, and names of files.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys of data/phrases.toml")]
pub struct Desk {
    pub notes: Vec<String>,
    pub slip: String,
    pub slip_reason: String,
    pub files: Vec<String>,
}

/// The outage notices, in force and ended.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys of data/phrases.toml")]
pub struct Notice {
    pub title: String,
    pub text: String,
    pub old_title: String,
    pub old_text: String,
}

/// Several requests about one outage.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys of data/phrases.toml")]
pub struct Outage {
    pub title: String,
    pub text: String,
    pub duplicates: Vec<String>,
    pub duplicate_text: String,
    pub solution: String,
}

/// A request with children.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys of data/phrases.toml")]
pub struct Onboarding {
    pub title: String,
    pub text: String,
    pub children: Vec<Child>,
}

/// One of those children.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys of data/phrases.toml")]
pub struct Child {
    pub service: String,
    pub title: String,
    pub text: String,
    pub solution: String,
}

/// `data/phrases.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the tables of data/phrases.toml")]
pub struct Texts {
    pub pt: Phrases,
    pub es: Phrases,
    pub en: Phrases,
    pub desk: Desk,
    pub notice: Notice,
    pub outage: Outage,
    pub onboarding: Onboarding,
}

impl Texts {
    /// The phrases of a language.
    #[must_use]
    pub const fn of(&self, language: Language) -> &Phrases {
        match language {
            Language::Portuguese => &self.pt,
            Language::Spanish => &self.es,
            Language::English => &self.en,
        }
    }
}
