//! Messages, notes and history of a request.

#[cfg(test)]
mod tests;

use crate::auth::Viewer;
use crate::db::instant;
use crate::domain::paging;
use crate::domain::visibility::ReadableTexts;
use crate::error::{Error, Result};
use crate::language::sentence;
use crate::language::{code_name, date_time};
use crate::models;
use crate::models::attachments::Attachment;
use crate::models::occurrences::{Occurrence, TimelineFilter};
use crate::policy::access::Access;
use crate::policy::attachments;
use crate::tx::Tx;
use chrono::{DateTime, NaiveDateTime};
use chrono_tz::Tz;
use contract::identity::PersonRef;
use contract::timeline::{AttachmentView, OccurrenceView, Timeline, TimelineCounts, TimelineQuery};
use contract::{Language, OccurrenceKind, Side};
use std::collections::{BTreeMap, HashMap};

/// Rows of one page, unless asked otherwise.
const PAGE: u32 = 50;

/// The part of the timeline that a query asks for.
///
/// # Errors
/// 400 for an unknown kind or page size.
pub fn page(tx: &mut Tx<'_>, viewer: &Viewer, access: &Access, query: &TimelineQuery) -> Result<Timeline> {
    let reader = access.timeline_reader();
    let mut kinds = reader.kinds();
    let counts = counts(tx, access, &kinds)?;
    if let Some(kind) = query.kind.as_deref().filter(|kind| !kind.is_empty()) {
        let kind: OccurrenceKind =
            kind.parse().map_err(|_| Error::bad_request("unknown-filter").with("name", "kind").with("value", kind))?;
        kinds.retain(|other| *other == kind);
    }
    let size = paging::size_or(query.page_size, PAGE)?;
    let filter = TimelineFilter { public_only: reader.public_only(), kinds, before: query.before };
    let mut rows = models::occurrences::timeline(tx.conn, access.request.id, &filter, size + 1)?;
    let size = usize::try_from(size).unwrap_or(usize::MAX);
    let more = rows.len() > size;
    rows.truncate(size);
    let older = rows.last().filter(|_| more).map(|row| row.id);
    Ok(Timeline { items: views(tx, viewer, access, rows)?, counts, older })
}

fn counts(tx: &mut Tx<'_>, access: &Access, kinds: &[OccurrenceKind]) -> Result<TimelineCounts> {
    let public_only = access.timeline_reader().public_only();
    let filter = TimelineFilter { public_only, kinds: kinds.to_vec(), before: None };
    let counted = models::occurrences::counts(tx.conn, access.request.id, &filter)?;
    let of = |kind| counted.iter().find(|(other, _)| *other == kind).map_or(0, |(_, count)| *count);
    let (messages, notes, events) = (of(OccurrenceKind::Message), of(OccurrenceKind::Note), of(OccurrenceKind::Event));
    Ok(TimelineCounts { all: messages + notes + events, messages, notes, events })
}

/// One row.
///
/// # Errors
/// When the database does not answer.
pub fn one(tx: &mut Tx<'_>, viewer: &Viewer, access: &Access, row: Occurrence) -> Result<OccurrenceView> {
    views(tx, viewer, access, vec![row])?.pop().ok_or_else(Error::not_found)
}

fn views(tx: &mut Tx<'_>, viewer: &Viewer, access: &Access, rows: Vec<Occurrence>) -> Result<Vec<OccurrenceView>> {
    let names = models::people::names(tx.conn, rows.iter().filter_map(|row| row.author_id))?;
    let files = models::attachments::of_request(tx.conn, access.request.id, access.on_desk())?;
    let reads = models::occurrences::reads(tx.conn, access.request.id)?;
    let files = attachment_views(tx, viewer, access, files)?;
    let unread = unread_ids(access, &rows);
    let texts = access.timeline_reader().texts();
    let time_zone = viewer.time_zone();
    let renderer = TimelineRenderer { viewer, access, names, files, reads, unread, texts, time_zone };
    Ok(rows.into_iter().map(|row| renderer.view(row)).collect())
}

/// The newest messages of the other side, as many as are unread.
fn unread_ids(access: &Access, rows: &[Occurrence]) -> Vec<i64> {
    let count =
        if access.side == Side::Requester { access.request.unread_requester } else { access.request.unread_desk };
    rows.iter()
        .filter(|row| row.kind == OccurrenceKind::Message && row.side != access.side)
        .take(usize::try_from(count).unwrap_or(0))
        .map(|row| row.id)
        .collect()
}

struct TimelineRenderer<'a> {
    viewer: &'a Viewer,
    access: &'a Access,
    names: HashMap<i64, PersonRef>,
    files: Vec<(Option<i64>, AttachmentView)>,
    reads: Vec<(Side, i64, NaiveDateTime)>,
    unread: Vec<i64>,
    texts: ReadableTexts,
    time_zone: Tz,
}

impl TimelineRenderer<'_> {
    fn view(&self, row: Occurrence) -> OccurrenceView {
        let author = row.author_id.and_then(|id| self.names.get(&id).cloned());
        let summary = row.event.as_deref().map(|event| self.summary(&row, event, author.as_ref()));
        let readable = self.texts.include(row.facts());
        OccurrenceView {
            id: row.id,
            kind: row.kind,
            category: row.category,
            origin: row.origin,
            side: row.side,
            mine: row.author_id == Some(self.viewer.id()),
            at: instant(row.at),
            summary,
            text: row.text.filter(|_| readable),
            public: row.public,
            minutes: row.minutes.filter(|_| self.access.on_desk()),
            attachments: self
                .files
                .iter()
                .filter(|(of, _)| *of == Some(row.id))
                .map(|(_, file)| file.clone())
                .collect(),
            read_at: if row.kind == OccurrenceKind::Message { self.read_at(row.id, row.side) } else { None },
            unread: self.unread.contains(&row.id),
            redacted_at: row.redacted_at.map(instant),
            author,
        }
    }

    fn read_at(&self, id: i64, writer: Side) -> Option<DateTime<chrono::Utc>> {
        self.reads.iter().find(|(side, up_to, _)| *side != writer && *up_to >= id).map(|(_, _, at)| instant(*at))
    }

    /// What happened, as a sentence.
    fn summary(&self, row: &Occurrence, event: &str, author: Option<&PersonRef>) -> String {
        let language = self.viewer.language;
        let stored: BTreeMap<String, String> =
            row.data.as_deref().and_then(|data| serde_json::from_str(data).ok()).unwrap_or_default();
        let mut args: Vec<(&'static str, String)> = vec![
            ("author", author.map(|person| person.name.clone()).unwrap_or_default()),
            ("mine", (row.author_id == Some(self.viewer.id())).to_string()),
        ];
        for (key, value) in &stored {
            if let Some((name, value)) = self.argument(language, key, value) {
                args.push((name, value));
            }
        }
        sentence(language, &format!("history-{event}"), &args)
    }

    fn argument(&self, language: Language, key: &str, value: &str) -> Option<(&'static str, String)> {
        let date = || {
            let at = DateTime::parse_from_rfc3339(value).ok()?;
            Some(date_time(language, self.time_zone, at.to_utc()))
        };
        let reason = |of: Language| (of == language).then(|| ("reason", value.to_owned()));
        match key {
            "until_at" => Some(("until", date()?)),
            "from_at" => Some(("from", date()?)),
            "to_at" => Some(("to", date()?)),
            "grade" => Some(("grade", code_name(language, "grade", value))),
            "reason_pt" => reason(Language::Portuguese),
            "reason_es" => reason(Language::Spanish),
            "reason_en" => reason(Language::English),
            "person" => Some(("person", value.to_owned())),
            "group" => Some(("group", value.to_owned())),
            "number" => Some(("number", value.to_owned())),
            "name" => Some(("name", value.to_owned())),
            "from" => Some(("from", value.to_owned())),
            "to" => Some(("to", value.to_owned())),
            _ => None,
        }
    }
}

/// Attachments, with the row of history each came with.
///
/// # Errors
/// When the database does not answer.
pub fn attachment_views(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    access: &Access,
    files: Vec<Attachment>,
) -> Result<Vec<(Option<i64>, AttachmentView)>> {
    let names = models::people::names(tx.conn, files.iter().map(|file| file.uploader_id))?;
    Ok(files
        .into_iter()
        .map(|file| {
            let author = names.get(&file.uploader_id).cloned();
            let author = author.unwrap_or(PersonRef { id: file.uploader_id, name: String::new() });
            let view = AttachmentView {
                id: file.id,
                removable: attachments::removable(access, viewer, &file),
                preview: is_previewable(&file.media_type),
                name: file.name,
                size: file.size,
                media_type: file.media_type,
                author,
                added_at: instant(file.added_at),
                internal: file.internal,
            };
            (file.occurrence_id, view)
        })
        .collect())
}

/// What browsers show without running anything in it. SVG is not among them.
#[must_use]
pub fn is_previewable(media_type: &str) -> bool {
    ["image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf"].contains(&media_type)
}
