//! The search among requests: words that occur in the request itself or in texts of its timeline that the reader
//! may read (`domain::visibility`).

use crate::db::schema::{occurrences, requests};
use crate::db::types::{Code, codes};
use crate::db::{DB, like_pattern};
use crate::domain::visibility::ReadableTexts;
use contract::{Category, OccurrenceKind};
use diesel::dsl::{auto_type, exists};
use diesel::prelude::*;

/// A query of requests.
pub type Query = requests::BoxedQuery<'static, DB>;

/// Words, all of which must occur in what their reader may read.
#[derive(Debug, Clone)]
pub struct Search {
    /// The words, folded.
    pub words: Vec<String>,
    /// What is read of requests on whose requester's side the reader stands.
    pub as_requester: ReadableTexts,
    /// For somebody of the desk: the requests that they read from the desk's side.
    pub desk: Option<DeskReader>,
}

/// Somebody who reads requests from the desk's side too; the columns' side of `domain::visibility::Relation`.
#[derive(Debug, Clone)]
pub struct DeskReader {
    /// Who they are.
    pub person: i64,
    /// They are an attendant: they serve what they are responsible for.
    pub is_attendant: bool,
    /// They are an integrator: of what they opened, they stand on the requester's side unless they serve it.
    pub is_integrator: bool,
    /// Groups whose requests they serve.
    pub groups: Vec<i64>,
    /// Confidential services, whose texts are read only by those who serve the request.
    pub confidential: Vec<i64>,
    /// What is read from the desk's side.
    pub texts: ReadableTexts,
}

/// Adds one word of a search to a query.
pub(super) fn with_word(query: Query, word: &str, search: &Search) -> Query {
    let pattern = like_pattern(word);
    let rows = occurrences::table
        .filter(occurrences::request_id.eq(requests::id))
        .filter(occurrences::search_text.like(pattern.clone()).escape('\\'));
    let in_request = requests::search_text.like(pattern).escape('\\');
    let as_requester = readable(&search.as_requester);
    let Some(desk) = &search.desk else { return query.filter(in_request.or(exists(rows.filter(as_requester)))) };
    let requesters_side = is_requester(desk).and(as_requester);
    let desk_side = is_desk(desk).and(may_read(desk)).and(readable(&desk.texts));
    query.filter(in_request.or(exists(rows.filter(requesters_side.or(desk_side)))))
}

/// Rows whose text is read, as [`ReadableTexts::include`] has it.
#[auto_type(no_type_alias)]
fn readable(texts: &ReadableTexts) -> _ {
    let public: Vec<bool> = if texts.public_only { vec![true] } else { vec![true, false] };
    let kinds: Vec<Code<OccurrenceKind>> = codes(&texts.kinds);
    let hidden: Vec<Code<Category>> = codes(texts.hidden_categories);
    // No event is like the empty pattern.
    let events: String = texts.hidden_events.map_or_else(String::new, |prefix| format!("{prefix}%"));
    occurrences::public
        .eq_any(public)
        .and(occurrences::kind.eq_any(kinds))
        .and(occurrences::category.ne_all(hidden))
        .nullable()
        .and(occurrences::event.is_null().nullable().or(occurrences::event.not_like(events)))
}

/// Requests on whose requester's side the reader stands.
#[auto_type(no_type_alias)]
fn is_requester(reader: &DeskReader) -> _ {
    let integrator: Vec<i64> = reader.as_integrator();
    let attendant: Vec<i64> = reader.as_attendant();
    let person: i64 = reader.person;
    let groups: Vec<i64> = reader.groups.clone();
    let outside_groups = requests::group_id.is_null().nullable().or(requests::group_id.ne_all(groups));
    let not_responsible = requests::responsible_id.is_null().nullable().or(requests::responsible_id.ne_all(attendant));
    let opened = requests::opened_by.eq_any(integrator).nullable();
    requests::requester_id.eq(person).nullable().or(opened.and(outside_groups).and(not_responsible))
}

/// Requests that the reader sees from the desk's side: the opposite of [`is_requester`].
#[auto_type(no_type_alias)]
fn is_desk(reader: &DeskReader) -> _ {
    let integrator: Vec<i64> = reader.as_integrator();
    let person: i64 = reader.person;
    let not_opened = requests::opened_by.ne_all(integrator).nullable();
    let served: serves = serves(reader);
    requests::requester_id.ne(person).nullable().and(not_opened.or(served))
}

/// Requests of the desk's side whose texts are not kept from the reader.
#[auto_type(no_type_alias)]
fn may_read(reader: &DeskReader) -> _ {
    let confidential: Vec<i64> = reader.confidential.clone();
    let served: serves = serves(reader);
    requests::service_id.ne_all(confidential).nullable().or(served)
}

/// Requests that the reader serves.
#[auto_type]
fn serves(reader: &DeskReader) -> _ {
    let attendant: Vec<i64> = reader.as_attendant();
    let groups: Vec<i64> = reader.groups.clone();
    requests::group_id.eq_any(groups).or(requests::responsible_id.eq_any(attendant))
}

impl DeskReader {
    /// The reader, if they are an integrator.
    fn as_integrator(&self) -> Vec<i64> {
        self.is_integrator.then_some(self.person).into_iter().collect()
    }

    /// The reader, if they are an attendant.
    fn as_attendant(&self) -> Vec<i64> {
        self.is_attendant.then_some(self.person).into_iter().collect()
    }
}
