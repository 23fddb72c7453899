//! The pages: the SPA's files, embedded in release builds, compressed ahead of time.

use crate::error::Error;
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse};
use contract::Language;
use rust_embed::Embed;

#[derive(Embed)]
#[folder = "../frontend/dist"]
#[allow_missing = true]
struct Pages;

/// What the pages may load and run: only what we serve.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; \
     img-src 'self' data: blob:; frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; \
     frame-ancestors 'self'";

/// A file of the SPA; for the address of a page, the SPA itself.
pub async fn serve(request: HttpRequest) -> HttpResponse {
    let path = request.path().trim_start_matches('/');
    let is_file = path.starts_with("assets/") || path.contains('.');
    let missing = || Error::not_found().response(wanted(&request), None);
    if path.starts_with("api/") {
        return missing();
    }
    match file(&request, if is_file { path } else { "index.html" }) {
        Some(response) => response,
        None if is_file => missing(),
        None => HttpResponse::ServiceUnavailable()
            .content_type("text/plain; charset=utf-8")
            .body("The pages were not built. Run: cargo xtask spa\n"),
    }
}

fn wanted(request: &HttpRequest) -> Language {
    crate::language::from_header(request.headers()).unwrap_or_default()
}

fn file(request: &HttpRequest, path: &str) -> Option<HttpResponse> {
    let accepted =
        request.headers().get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let accepts = |coding: &str| accepted.split(',').any(|part| part.trim().split(';').next() == Some(coding));
    let variants = [("br", ".br"), ("gzip", ".gz")];
    let compressed = variants
        .iter()
        .filter(|(coding, _)| accepts(coding))
        .find_map(|(coding, suffix)| Pages::get(&format!("{path}{suffix}")).map(|file| (Some(*coding), file)));
    let (coding, file) = compressed.or_else(|| Pages::get(path).map(|file| (None, file)))?;
    let mut response = HttpResponse::Ok();
    response
        .content_type(media_type(path))
        .insert_header((header::VARY, "accept-encoding"))
        .insert_header((header::CONTENT_SECURITY_POLICY, POLICY));
    if let Some(coding) = coding {
        response.insert_header((header::CONTENT_ENCODING, coding));
    }
    // Names of assets carry the hash of their content.
    let caching = if path.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    response.insert_header((header::CACHE_CONTROL, caching));
    Some(response.body(file.data.into_owned()))
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "json" | "webmanifest" => "application/json",
        "ico" => "image/x-icon",
        _ => "application/octet-stream",
    }
}
