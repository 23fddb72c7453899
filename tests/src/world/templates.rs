//! E-mail templates of each kind, which use all keys.

use contract::Language;
use contract::admin::{TemplateKind, TemplateText};
use solicita::domain::template::known_keys;
use solicita::error::Result;
use solicita::models;
use solicita::tx::Tx;
use std::collections::BTreeMap;

/// E-mail templates. The subject of each begins with the language's tag; the body
/// has a line `KEY=value;` for every spelling of every key.
#[derive(Debug, Clone)]
pub struct Templates {
    /// For messages: [`crate::ids::MESSAGE_TEMPLATE`].
    pub message: i64,
    /// For requests: all other parameters.
    pub request: i64,
    /// For requests, in Portuguese only.
    pub portuguese: i64,
    /// For requests, inactive.
    pub inactive: i64,
    /// For password links: [`crate::ids::PASSWORD_LINK_TEMPLATE`].
    pub password: i64,
}

impl Templates {
    pub(super) fn create(tx: &mut Tx<'_>) -> Result<Self> {
        let all = Language::ALL;
        let portuguese = &[Language::Portuguese];
        Ok(Self {
            message: template(tx, "Mensagem", TemplateKind::Message, true, all)?,
            request: template(tx, "Solicitação", TemplateKind::Request, true, all)?,
            portuguese: template(tx, "Só em português", TemplateKind::Request, true, portuguese)?,
            inactive: template(tx, "Desativado", TemplateKind::Request, false, all)?,
            password: template(tx, "Senha", TemplateKind::Password, true, all)?,
        })
    }
}

fn template(tx: &mut Tx<'_>, name: &str, kind: TemplateKind, active: bool, languages: &[Language]) -> Result<i64> {
    let id = models::templates::insert(tx.conn, name, kind, active)?;
    let lines: String = known_keys(kind).iter().map(|key| format!("<p>{key}=${{{key}}};</p>\n")).collect();
    let subject = match kind {
        TemplateKind::Message | TemplateKind::Request => "[${IDSOLICITACAOSERVICO}]",
        TemplateKind::Password => "${NOME}",
    };
    let texts: BTreeMap<String, TemplateText> = languages
        .iter()
        .map(|language| {
            let text = TemplateText { subject: format!("{language}: {subject}"), body: lines.clone() };
            (language.as_str().to_owned(), text)
        })
        .collect();
    models::templates::set_texts(tx.conn, id, &texts)?;
    Ok(id)
}
