//! What an API call would send.

use super::*;
use contract::requests::RequestFilter;

#[test]
fn addresses_are_below_the_base() {
    assert_eq!(ApiCall::get("/requests/7").url, "/api/v1/requests/7");
}

#[test]
fn a_query_is_added_unless_it_is_empty() {
    assert_eq!(ApiCall::get("/requests").query(&RequestFilter::default()).url, "/api/v1/requests");
    let words = ApiCall::get("/people").query(&[("search", "ana & 50%"), ("page_size", "8")]);
    assert_eq!(words.url, "/api/v1/people?search=ana+%26+50%25&page_size=8");
    assert_eq!(words.query(&[("active", true)]).url, "/api/v1/people?search=ana+%26+50%25&page_size=8&active=true");
}

#[test]
fn a_body_is_json() {
    let call = ApiCall::post("/x").body(&serde_json::json!({ "text": "olá" }));
    assert_eq!(call.body.as_deref(), Some(r#"{"text":"olá"}"#));
    assert_eq!(call.headers, [("Content-Type", "application/json".to_owned())]);
}

#[test]
fn a_version_is_named_when_it_is_known() {
    assert!(ApiCall::put("/x").version(None).headers.is_empty());
    let headers = ApiCall::put("/x").version(Some("\"4\"")).headers;
    assert_eq!(headers, [("If-Match", "\"4\"".to_owned())]);
}

#[test]
fn small_differences_of_clocks_are_ignored() {
    let now = 1_700_000_000_250.0;
    assert_eq!(clock_offset(1_700_000_000_000.0, now), None);
    assert_eq!(clock_offset(1_700_000_060_000.0, now), Some(60_250.0));
    assert_eq!(clock_offset(1_699_999_940_000.0, now), Some(-59_750.0));
    assert_eq!(clock_offset(f64::NAN, now), None, "a date that the browser cannot read");
}

#[test]
fn a_refused_token_is_told_from_other_refusals() {
    let refused = |status: u16, kind: &str| {
        let problem = serde_json::json!({ "type": kind, "title": "Refused", "status": status });
        ApiError::Problem(Rc::new(serde_json::from_value(problem).unwrap()))
    };
    assert!(is_stale_token(&refused(403, "urn:solicita:problem:csrf")));
    assert!(!is_stale_token(&refused(403, "urn:solicita:problem:forbidden")));
    assert!(!is_stale_token(&refused(409, "urn:solicita:problem:csrf")));
    assert!(!is_stale_token(&ApiError::Unexpected(403)));
}
