//! How a related request is called.

use contract::RelationKind;
use contract::requests::RelatedView;

/// What the other request is to this one: the end of the keys of its name (`desk-related-…`, `req-related-…`).
#[must_use]
pub const fn relation(related: &RelatedView) -> &'static str {
    match (related.kind, related.inverse) {
        (RelationKind::ChildOf, false) => "parent",
        (RelationKind::ChildOf, true) => "child",
        (RelationKind::DuplicateOf, false) => "original",
        (RelationKind::DuplicateOf, true) => "duplicate",
    }
}
