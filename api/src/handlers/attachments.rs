//! `/uploads` and `/requests/{number}/attachments`.

use crate::actions::attachments;
use crate::app::{App, Shared};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::models;
use crate::policy::access;
use crate::policy::attachments::bytes_max;
use crate::storage::{self, Stored, too_large};
use crate::views;
use crate::web::download as content_of;
use crate::web::extract::Query;
use crate::web::{Person, Require};
use actix_web::http::header::{
    self, ContentDisposition, DispositionParam, DispositionType, ExtendedValue, HeaderValue,
};
use actix_web::{HttpRequest, HttpResponse, delete, get, post, web};
use contract::Problem;
use contract::timeline::{AttachmentView, UploadView};
use serde::Deserialize;
use utoipa::IntoParams;

/// Name of an upload.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct UploadQuery {
    /// File name.
    name: String,
}

/// How a file is to be handed out.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct DownloadQuery {
    /// True: to be shown in the page (images, PDF) rather than saved.
    #[serde(default)]
    inline: bool,
}

async fn take_in(app: &App, request: &HttpRequest, body: web::Payload) -> Result<Stored> {
    let limit = app.read(|tx| Ok(bytes_max(tx))).await?;
    let announced = request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    if announced.and_then(|value| value.parse::<i64>().ok()).is_some_and(|size| size > limit) {
        return Err(too_large(limit));
    }
    Ok(app.storage.put(storage::incoming(body), limit).await?)
}

async fn upload(app: &App, viewer: Viewer, name: String, stored: Stored) -> Result<UploadView> {
    app.write(move |tx| attachments::upload(tx, &viewer, name, stored)).await
}

/// Upload a file, to be attached to a request, message or note later.
#[utoipa::path(tag = "attachments", params(UploadQuery),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses(
        (status = 201, body = UploadView),
        (status = 413, body = Problem, content_type = "application/problem+json", description = "Larger than parameter 1009 allows."),
        (status = 422, body = Problem, content_type = "application/problem+json", description = "Empty, or not what its name claims."),
    ))]
#[post("/uploads")]
pub async fn create(
    app: Shared,
    caller: Require<Person>,
    query: Query<UploadQuery>,
    request: HttpRequest,
    body: web::Payload,
) -> Result<HttpResponse> {
    let name = attachments::clean_name(&query.0.name)?;
    let stored = take_in(&app, &request, body).await?;
    let view = upload(&app, caller.viewer, name, stored).await?;
    Ok(HttpResponse::Created().json(view))
}

/// Forget an upload that was not attached.
#[utoipa::path(tag = "attachments", responses((status = 204, description = "Forgotten.")))]
#[delete("/uploads/{id}")]
pub async fn forget(app: Shared, caller: Require<Person>, id: web::Path<i64>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    app.write(move |tx| attachments::forget(tx, &viewer, id.into_inner())).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Attachments of a request.
#[utoipa::path(tag = "attachments", responses((status = 200, body = [AttachmentView])))]
#[get("/requests/{number}/attachments")]
pub async fn list(app: Shared, caller: Require<Person>, number: web::Path<i64>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let files = app
        .read(move |tx| {
            let access = access::find(tx, &viewer, number.into_inner())?;
            let files = models::attachments::of_request(tx.conn, access.request.id, access.on_desk())?;
            views::timeline::attachment_views(tx, &viewer, &access, files)
        })
        .await?;
    let files: Vec<AttachmentView> = files.into_iter().map(|(_, file)| file).collect();
    Ok(HttpResponse::Ok().json(files))
}

/// Add a file to a request.
#[utoipa::path(tag = "attachments", params(UploadQuery),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses(
        (status = 201, body = AttachmentView),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "The request is closed, or has no more room."),
        (status = 413, body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    ))]
#[post("/requests/{number}/attachments")]
pub async fn add(
    app: Shared,
    caller: Require<Person>,
    number: web::Path<i64>,
    query: Query<UploadQuery>,
    request: HttpRequest,
    body: web::Payload,
) -> Result<HttpResponse> {
    let (viewer, number) = (caller.viewer, number.into_inner());
    let name = attachments::clean_name(&query.0.name)?;
    let before = viewer.clone();
    // Before the bytes are taken in: may they be added at all?
    app.read(move |tx| access::find(tx, &before, number)?.require(contract::Action::Attach)).await?;
    let stored = take_in(&app, &request, body).await?;
    let view = app
        .write(move |tx| {
            let upload = attachments::upload(tx, &viewer, name, stored)?;
            let file = attachments::add(tx, &viewer, number, upload.id)?;
            let access = access::find(tx, &viewer, number)?;
            let views = views::timeline::attachment_views(tx, &viewer, &access, vec![file])?;
            views.into_iter().next().map(|(_, view)| view).ok_or_else(Error::not_found)
        })
        .await?;
    Ok(HttpResponse::Created().json(view))
}

/// Download a file.
#[utoipa::path(tag = "attachments", params(DownloadQuery), responses(
    (status = 200, content_type = "application/octet-stream", body = Vec<u8>),
    (status = 404, body = Problem, content_type = "application/problem+json"),
))]
#[get("/requests/{number}/attachments/{id}")]
pub async fn download(
    app: Shared,
    caller: Require<Person>,
    path: web::Path<(i64, i64)>,
    query: Query<DownloadQuery>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let (viewer, (number, id)) = (caller.viewer, path.into_inner());
    let file = app
        .read(move |tx| {
            let access = access::find(tx, &viewer, number)?;
            models::attachments::find(tx.conn, access.request.id, id)?
                .filter(|file| access.on_desk() || !file.internal)
                .ok_or_else(Error::not_found)
        })
        .await?;
    let inline = query.0.inline && views::timeline::is_previewable(&file.media_type);
    let hash = file.hash.parse().map_err(anyhow::Error::from)?;
    let content = (&hash, u64::try_from(file.size).unwrap_or_default());
    let media_type = if inline { file.media_type } else { "application/octet-stream".to_owned() };
    let mut response = content_of::answer(&request, &app.storage, content, |response| {
        response.content_type(media_type).insert_header(disposition(inline, file.name));
        // Nothing inside a file may run, whatever it is.
        let policy = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox";
        response.insert_header((header::CONTENT_SECURITY_POLICY, policy));
    })
    .await?;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    Ok(response)
}

fn disposition(inline: bool, name: String) -> ContentDisposition {
    let ascii: String =
        name.chars().map(|c| if c.is_ascii_graphic() && !"\"\\%;".contains(c) { c } else { '_' }).collect();
    ContentDisposition {
        disposition: if inline { DispositionType::Inline } else { DispositionType::Attachment },
        parameters: vec![
            DispositionParam::Filename(ascii),
            // RFC 6266: the name in any script.
            DispositionParam::FilenameExt(ExtendedValue {
                charset: header::Charset::Ext("UTF-8".to_owned()),
                language_tag: None,
                value: name.into_bytes(),
            }),
        ],
    }
}

/// Remove one's own file while the request is open.
#[utoipa::path(tag = "attachments", responses((status = 204, description = "Removed.")))]
#[delete("/requests/{number}/attachments/{id}")]
pub async fn remove(app: Shared, caller: Require<Person>, path: web::Path<(i64, i64)>) -> Result<HttpResponse> {
    let (viewer, (number, id)) = (caller.viewer, path.into_inner());
    app.write(move |tx| attachments::remove(tx, &viewer, number, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
