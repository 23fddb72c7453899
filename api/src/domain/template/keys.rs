//! The keys that templates may use.
//!
//! A key has one canonical name, under which its value is given, and one or more
//! spellings, which templates may use.

use contract::admin::TemplateKind;

/// Number of the request.
pub const NUMBER: &str = "IDSOLICITACAOSERVICO";
/// Page of the request.
pub const LINK: &str = "LINKSOLICITACAOSERVICO";

/// Text of the message.
pub const MESSAGE_TEXT: &str = "COMMENTTEXT";
/// When the message was written.
pub const MESSAGE_TIME: &str = "DATETIMECREATED";
/// Who wrote the message.
pub const MESSAGE_AUTHOR: &str = "USERNAME";
/// The requester, in message templates.
pub const MESSAGE_REQUESTER: &str = "REQUESTERNAME";
/// The responsible (else the group), in message templates.
pub const MESSAGE_RESPONSIBLE: &str = "REQUESTRESPONSIBLENAME";

/// Type of the request.
pub const REQUEST_TYPE: &str = "DEMANDA";
/// Title.
pub const TITLE: &str = "TITULO";
/// Description.
pub const DESCRIPTION: &str = "DESCRICAO";
/// Situation.
pub const SITUATION: &str = "SITUACAO";
/// Service.
pub const SERVICE: &str = "SERVICO";
/// Priority.
pub const PRIORITY: &str = "PRIORIDADE";
/// Urgency.
pub const URGENCY: &str = "URGENCIA";
/// Impact.
pub const IMPACT: &str = "IMPACTO";
/// When it was opened.
pub const OPENED_AT: &str = "DATAHORAINICIO";
/// Deadline.
pub const DEADLINE: &str = "DATAHORALIMITESTR";
/// When it was resolved, closed or cancelled.
pub const ENDED_AT: &str = "DATAHORAFIM";
/// The requester.
pub const REQUESTER: &str = "SOLICITANTE";
/// Name of the contact.
pub const CONTACT_NAME: &str = "NOMECONTATO";
/// E-mail address of the contact.
pub const CONTACT_EMAIL: &str = "EMAILCONTATO";
/// Telephone of the contact.
pub const CONTACT_PHONE: &str = "TELEFONECONTATO";
/// Executor group.
pub const GROUP: &str = "GRUPOATUAL";
/// Who registered it.
pub const OPENED_BY: &str = "RESPONSAVEL";
/// Who serves it.
pub const RESPONSIBLE: &str = "RESPONSAVELATUAL";
/// Solution.
pub const SOLUTION: &str = "RESPOSTA";
/// Text of the occurrence.
pub const OCCURRENCE: &str = "OCORRENCIA";
/// Category of the occurrence.
pub const CATEGORY: &str = "CATEGORIA";
/// Page of the satisfaction survey.
pub const SURVEY_LINK: &str = "LINKPESQUISASATISFACAO";
/// Origin of the request.
pub const ORIGIN: &str = "ORIGEM";

/// Whom a password link is for.
pub const PASSWORD_NAME: &str = "NOME";
/// The password link.
pub const PASSWORD_LINK: &str = "LINK";
/// Until when the password link works.
pub const PASSWORD_EXPIRY: &str = "VALIDADE";

/// A canonical name and the spellings of its key.
type Key = (&'static str, &'static [&'static str]);

const MESSAGE: &[Key] = &[
    (NUMBER, &[NUMBER, "IDSOLICITUDSERVICIO", "IDSERVICEREQUEST"]),
    (MESSAGE_TEXT, &[MESSAGE_TEXT]),
    (MESSAGE_TIME, &[MESSAGE_TIME]),
    (MESSAGE_AUTHOR, &[MESSAGE_AUTHOR]),
    (MESSAGE_REQUESTER, &[MESSAGE_REQUESTER]),
    (MESSAGE_RESPONSIBLE, &[MESSAGE_RESPONSIBLE]),
];

const REQUEST: &[Key] = &[
    (NUMBER, &[NUMBER, "IDSOLICITUDSERVICIO", "IDSERVICEREQUEST", "NUMERO"]),
    (REQUEST_TYPE, &[REQUEST_TYPE]),
    (TITLE, &[TITLE]),
    (DESCRIPTION, &[DESCRIPTION]),
    (SITUATION, &[SITUATION]),
    (SERVICE, &[SERVICE, "NOMESERVICO"]),
    (PRIORITY, &[PRIORITY]),
    (URGENCY, &[URGENCY]),
    (IMPACT, &[IMPACT]),
    (OPENED_AT, &[OPENED_AT]),
    (DEADLINE, &[DEADLINE]),
    (ENDED_AT, &[ENDED_AT]),
    (REQUESTER, &[REQUESTER]),
    (CONTACT_NAME, &[CONTACT_NAME]),
    (CONTACT_EMAIL, &[CONTACT_EMAIL]),
    (CONTACT_PHONE, &[CONTACT_PHONE]),
    (GROUP, &[GROUP]),
    (OPENED_BY, &[OPENED_BY]),
    (RESPONSIBLE, &[RESPONSIBLE]),
    (SOLUTION, &[SOLUTION]),
    (OCCURRENCE, &[OCCURRENCE]),
    (CATEGORY, &[CATEGORY]),
    (LINK, &[LINK]),
    (SURVEY_LINK, &[SURVEY_LINK]),
    (ORIGIN, &[ORIGIN]),
];

const PASSWORD: &[Key] =
    &[(PASSWORD_NAME, &[PASSWORD_NAME]), (PASSWORD_LINK, &[PASSWORD_LINK]), (PASSWORD_EXPIRY, &[PASSWORD_EXPIRY])];

const fn keys(kind: TemplateKind) -> &'static [Key] {
    match kind {
        TemplateKind::Message => MESSAGE,
        TemplateKind::Request => REQUEST,
        TemplateKind::Password => PASSWORD,
    }
}

/// Every spelling of every key that templates of a kind may use, without `${}`.
#[must_use]
pub fn known_keys(kind: TemplateKind) -> Vec<&'static str> {
    keys(kind).iter().flat_map(|(_, spellings)| spellings.iter().copied()).collect()
}

/// The canonical names whose values templates of a kind may ask for.
#[must_use]
pub fn canonical_keys(kind: TemplateKind) -> Vec<&'static str> {
    keys(kind).iter().map(|(canonical, _)| *canonical).collect()
}

/// The canonical name of a spelling, exactly as written.
pub(super) fn canonical(kind: TemplateKind, spelling: &str) -> Option<&'static str> {
    keys(kind).iter().find(|(_, spellings)| spellings.contains(&spelling)).map(|(canonical, _)| *canonical)
}

/// The known spelling that is nearest to an unknown one, if any is near.
pub(super) fn nearest(kind: TemplateKind, unknown: &str) -> Option<&'static str> {
    let wanted: Vec<char> = unknown.trim().to_uppercase().chars().take(60).collect();
    let distances = known_keys(kind).into_iter().map(|known| (distance(&wanted, known), known));
    let (distance, known) = distances.min_by_key(|(distance, _)| *distance)?;
    (distance <= 1 + known.len() / 4 && distance < wanted.len()).then_some(known)
}

/// Levenshtein's distance: characters to add, drop or replace.
fn distance(a: &[char], b: &str) -> usize {
    let mut row: Vec<usize> = (0..=a.len()).collect();
    for (done, other) in b.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = done + 1;
        for (place, own) in a.iter().enumerate() {
            let replaced = diagonal + usize::from(*own != other);
            diagonal = row[place + 1];
            row[place + 1] = replaced.min(row[place] + 1).min(diagonal + 1);
        }
    }
    row[a.len()]
}
