//! Templates of e-mails.

use crate::Language;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

codes! {
    /// Which keys a template may use.
    TemplateKind {
        /// Keys of a message (parameter 417).
        Message = "message",
        /// Keys of a request.
        Request = "request",
        /// Keys of a password link.
        Password = "password",
    }
}

/// Subject and body in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TemplateText {
    /// Subject.
    pub subject: String,
    /// Body, HTML.
    pub body: String,
}

/// An e-mail template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TemplateView {
    /// Identifier: what the parameters name.
    pub id: i64,
    /// Name.
    pub name: String,
    /// Which keys it may use.
    pub kind: TemplateKind,
    /// Active.
    pub active: bool,
    /// Texts by language tag.
    pub texts: BTreeMap<String, TemplateText>,
    /// Parameters that name it.
    pub used_by: Vec<i32>,
    /// Keys it may use.
    pub keys: Vec<String>,
    /// Changes with every edit; the `ETag`.
    pub version: i32,
}

/// A new or changed template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TemplateEdit {
    /// Name.
    pub name: String,
    /// Which keys it may use.
    pub kind: TemplateKind,
    /// Active.
    pub active: bool,
    /// Texts by language tag; Portuguese is required, the others fall back to it.
    pub texts: BTreeMap<String, TemplateText>,
}

/// Asks for a preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TemplatePreviewRequest {
    /// Which keys.
    pub kind: TemplateKind,
    /// Language of the values.
    pub language: Language,
    /// Subject and body.
    pub text: TemplateText,
    /// Number of a real request; the newest one when left out.
    #[serde(default)]
    pub number: Option<i64>,
}

/// What a recipient would get.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TemplatePreview {
    /// Number of the request whose values were used.
    pub number: Option<i64>,
    /// Subject.
    pub subject: String,
    /// HTML part.
    pub html: String,
    /// Text part.
    pub text: String,
}
