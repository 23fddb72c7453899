//! Answers with the content of a file: whole, in the part that is asked for, or not at all when the caller has it already
//! (RFC 9110, sections 13 and 14).

use crate::error::{Error, Result};
use crate::storage::{ContentHash, Storage};
use actix_web::body::SizedStream;
use actix_web::http::StatusCode;
use actix_web::http::header::{
    self, ByteRangeSpec, ContentRange, ContentRangeSpec, ETag, EntityTag, Header, IfNoneMatch, IfRange,
};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use std::ops::Range;

/// What of a content is to be sent.
#[derive(Debug, PartialEq, Eq)]
enum Part {
    /// All of it.
    Whole,
    /// These bytes.
    Bytes(Range<u64>),
    /// There are no such bytes.
    Unsatisfiable,
    /// Nothing: the caller has it.
    NotModified,
}

/// Answers with a content of `size` bytes; `prepare` sets the headers of an answer that has one.
///
/// # Errors
/// When the store does not answer, or has lost the content.
pub async fn answer(
    request: &HttpRequest,
    storage: &Storage,
    (hash, size): (&ContentHash, u64),
    prepare: impl FnOnce(&mut HttpResponseBuilder),
) -> Result<HttpResponse> {
    let tag = EntityTag::new_strong(hash.as_str().to_owned());
    let part = part(request, &tag, size);
    let mut response = HttpResponse::Ok();
    response.insert_header(ETag(tag)).insert_header((header::ACCEPT_RANGES, "bytes"));
    // A compressed answer would not have the bytes that its tag and its ranges speak of.
    response.insert_header((header::CONTENT_ENCODING, "identity"));
    let range = match part {
        Part::NotModified => return Ok(response.status(StatusCode::NOT_MODIFIED).finish()),
        Part::Unsatisfiable => {
            let range = ContentRange(ContentRangeSpec::Bytes { range: None, instance_length: Some(size) });
            return Ok(response.status(StatusCode::RANGE_NOT_SATISFIABLE).insert_header(range).finish());
        }
        Part::Whole => None,
        Part::Bytes(range) => {
            let bytes = Some((range.start, range.end - 1));
            let spec = ContentRangeSpec::Bytes { range: bytes, instance_length: Some(size) };
            response.status(StatusCode::PARTIAL_CONTENT).insert_header(ContentRange(spec));
            Some(range)
        }
    };
    let length = range.as_ref().map_or(size, |range| range.end - range.start);
    let content = storage
        .open(hash, range)
        .await
        .map_err(|error| Error::Internal(anyhow::Error::from(error).context("opening the content of an attachment")))?;
    let content = content.ok_or_else(|| anyhow::anyhow!("the content {hash} of an attachment is missing"))?;
    prepare(&mut response);
    Ok(response.body(SizedStream::new(length, content)))
}

fn part(request: &HttpRequest, tag: &EntityTag, size: u64) -> Part {
    let has_it = match IfNoneMatch::parse(request) {
        Ok(IfNoneMatch::Any) => true,
        Ok(IfNoneMatch::Items(tags)) => tags.iter().any(|other| other.weak_eq(tag)),
        Err(_) => false,
    };
    if request.headers().contains_key(header::IF_NONE_MATCH) && has_it {
        return Part::NotModified;
    }
    let Some(ranges) = request.headers().get(header::RANGE).and_then(|value| value.to_str().ok()) else {
        return Part::Whole;
    };
    let changed = match IfRange::parse(request) {
        Ok(IfRange::EntityTag(other)) => !other.strong_eq(tag),
        Ok(IfRange::Date(_)) => true,
        Err(_) => false,
    };
    if request.headers().contains_key(header::IF_RANGE) && changed {
        return Part::Whole;
    }
    match ranges.parse() {
        // Several parts at once, and units that are not bytes, are answered with the whole.
        Ok(header::Range::Bytes(specs)) if specs.len() == 1 => bytes(&specs[0], size),
        _ => Part::Whole,
    }
}

fn bytes(spec: &ByteRangeSpec, size: u64) -> Part {
    match spec.to_satisfiable_range(size) {
        Some((first, last)) => Part::Bytes(first..last + 1),
        None => Part::Unsatisfiable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    fn asked(headers: &[(&'static str, &'static str)]) -> Part {
        let request = headers.iter().fold(TestRequest::get(), |request, header| request.insert_header(*header));
        part(&request.to_http_request(), &EntityTag::new_strong("tag".to_owned()), 10)
    }

    #[test]
    fn the_part_that_is_asked_for_is_sent() {
        assert_eq!(asked(&[]), Part::Whole);
        assert_eq!(asked(&[("range", "bytes=2-4")]), Part::Bytes(2..5));
        assert_eq!(asked(&[("range", "bytes=2-")]), Part::Bytes(2..10));
        assert_eq!(asked(&[("range", "bytes=-3")]), Part::Bytes(7..10));
        assert_eq!(asked(&[("range", "bytes=2-99")]), Part::Bytes(2..10));
        assert_eq!(asked(&[("range", "bytes=10-")]), Part::Unsatisfiable);
        assert_eq!(asked(&[("range", "bytes=0-1,4-5")]), Part::Whole);
        assert_eq!(asked(&[("range", "lines=1-2")]), Part::Whole);
    }

    #[test]
    fn what_the_caller_has_is_not_sent_again() {
        assert_eq!(asked(&[("if-none-match", "\"tag\"")]), Part::NotModified);
        assert_eq!(asked(&[("if-none-match", "*")]), Part::NotModified);
        assert_eq!(asked(&[("if-none-match", "\"other\"")]), Part::Whole);
        assert_eq!(asked(&[("range", "bytes=2-4"), ("if-range", "\"tag\"")]), Part::Bytes(2..5));
        assert_eq!(asked(&[("range", "bytes=2-4"), ("if-range", "\"other\"")]), Part::Whole);
    }
}
