//! Attachments: uploads wait until a request, message or note claims them.

use super::history::{self, Entry};
use super::validate;
use crate::auth::Viewer;
use crate::domain::parameters::ids;
use crate::error::{Check, Complaint, Error, Result};
use crate::models;
use crate::models::attachments::{Attachment, NewUpload};
use crate::models::requests::Request;
use crate::policy::actor::Actor;
use crate::policy::{access, attachments};
use crate::storage::Stored;
use crate::tx::Tx;
use contract::timeline::UploadView;
use contract::{Action, Category};

/// Uploads of one person that may wait at once, whatever the limit per request.
const WAITING_MAX: i64 = 200;

/// A file name without what file systems and headers choke on; letters of any
/// script are kept.
///
/// # Errors
/// 422 when nothing is left of it.
pub fn clean_name(name: &str) -> Result<String> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last
        .chars()
        .filter(|c| !c.is_control() && !"<>:\"|?*\u{202e}\u{202d}\u{2066}\u{2067}\u{2068}".contains(*c))
        .collect();
    let mut check = Check::new();
    let cleaned = check.take(validate::line("name", kept.trim_matches([' ', '.']), 200));
    check.done()?;
    Ok(cleaned)
}

/// The media type found from the content. A name that claims to be an image, a
/// PDF or an archive but is not is refused.
///
/// # Errors
/// 422 when name and content disagree.
pub fn media_type(name: &str, head: &[u8]) -> Result<String> {
    let found = infer::get(head).map(|kind| kind.mime_type());
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase()).unwrap_or_default();
    let expected: &[&str] = match extension.as_str() {
        "png" => &["image/png"],
        "jpg" | "jpeg" => &["image/jpeg"],
        "gif" => &["image/gif"],
        "webp" => &["image/webp"],
        "bmp" => &["image/bmp"],
        "pdf" => &["application/pdf"],
        "zip" => &["application/zip"],
        "gz" => &["application/gzip"],
        _ => &[],
    };
    if !expected.is_empty() && !found.is_some_and(|found| expected.contains(&found)) {
        return Err(Error::Invalid(vec![Complaint::new("file", "file-forged").with("extension", extension)]));
    }
    if let Some(found) = found.filter(|found| !found.starts_with("text/")) {
        // A program under a harmless name is what mail filters are fooled with.
        let program =
            ["application/vnd.microsoft.portable-executable", "application/x-executable", "application/x-mach-binary"];
        if program.contains(&found) && !["exe", "dll", "msi", "bin", "so", ""].contains(&extension.as_str()) {
            return Err(Error::Invalid(vec![Complaint::new("file", "file-forged").with("extension", extension)]));
        }
        return Ok(found.to_owned());
    }
    let text = std::str::from_utf8(head).is_ok() || std::str::from_utf8(&head[..head.len().saturating_sub(4)]).is_ok();
    Ok(if text { "text/plain".to_owned() } else { "application/octet-stream".to_owned() })
}

/// Notes an upload whose content is stored.
///
/// # Errors
/// When too many wait already.
pub fn upload(tx: &mut Tx<'_>, viewer: &Viewer, name: String, stored: Stored) -> Result<UploadView> {
    if models::attachments::waiting(tx.conn, viewer.id())? >= WAITING_MAX {
        return Err(Error::conflict("too-many-uploads"));
    }
    let media_type = media_type(&name, &stored.head)?;
    let new = NewUpload {
        name: name.clone(),
        size: stored.size,
        media_type: media_type.clone(),
        hash: stored.hash.to_string(),
        uploader_id: viewer.id(),
        added_at: tx.db_now(),
        internal: false,
    };
    let id = models::attachments::insert_upload(tx.conn, new)?;
    Ok(UploadView { id, name, size: stored.size, media_type })
}

/// Forgets an upload that waits.
///
/// # Errors
/// 404 when it is not the viewer's, or does not wait any more.
pub fn forget(tx: &mut Tx<'_>, viewer: &Viewer, id: i64) -> Result<()> {
    if models::attachments::delete_upload(tx.conn, id, viewer.id())? { Ok(()) } else { Err(Error::not_found()) }
}

/// The viewer's waiting uploads with these identifiers.
///
/// # Errors
/// When the database does not answer; unknown ones are complaints.
pub fn claimable(tx: &mut Tx<'_>, check: &mut Check, viewer: &Viewer, ids: &[i64]) -> Result<Vec<Attachment>> {
    let mut found: Vec<Attachment> = Vec::new();
    for (index, id) in ids.iter().enumerate() {
        match models::attachments::find_upload(tx.conn, *id, viewer.id())? {
            Some(upload) if !found.iter().any(|other| other.id == upload.id) => found.push(upload),
            Some(_) => {}
            None => check.add(Complaint::new(format!("upload_ids.{index}"), "upload-unknown")),
        }
    }
    let most = tx.parameters.number(ids::ATTACHMENT_COUNT);
    if i64::try_from(found.len()).unwrap_or(i64::MAX) > most {
        check.add(Complaint::new("upload_ids", "too-many-files").with("max", most));
    }
    Ok(found)
}

/// Makes sure that a request has room for more attachments.
///
/// # Errors
/// 409 when it has not.
pub fn check_room(tx: &mut Tx<'_>, request_id: i64, more: usize) -> Result<()> {
    if more == 0 {
        return Ok(());
    }
    let present = models::attachments::of_request(tx.conn, request_id, true)?.len();
    let most = tx.parameters.number(ids::ATTACHMENT_COUNT);
    if i64::try_from(present + more).unwrap_or(i64::MAX) > most {
        return Err(Error::conflict("too-many-attachments").with("max", most));
    }
    Ok(())
}

/// Attaches uploads to a request, with the row of history they came with.
///
/// # Errors
/// 409 when one was attached elsewhere meanwhile.
pub fn attach_uploads(
    tx: &mut Tx<'_>,
    request: &Request,
    occurrence: Option<i64>,
    internal: bool,
    uploads: &[Attachment],
) -> Result<()> {
    let now = tx.db_now();
    for upload in uploads {
        if !models::attachments::attach(tx.conn, upload.id, request.id, occurrence, internal, now)? {
            return Err(Error::conflict("changed-meanwhile"));
        }
    }
    Ok(())
}

/// Attaches an upload to a request by itself.
///
/// # Errors
/// 409 when the request is closed or has no more room.
pub fn add(tx: &mut Tx<'_>, viewer: &Viewer, number: i64, upload: i64) -> Result<Attachment> {
    let access = access::find_for_update(tx, viewer, number)?;
    access.require(Action::Attach)?;
    let mut check = Check::new();
    let uploads = claimable(tx, &mut check, viewer, &[upload])?;
    check.done()?;
    check_room(tx, access.request.id, 1)?;
    let actor = Actor::on(viewer, access.side);
    let name = uploads.first().map(|upload| upload.name.clone()).unwrap_or_default();
    let entry = Entry::event(Category::Attachment, "attachment-added").arg("name", name);
    let id = history::add(tx, &access.request, actor, entry)?;
    attach_uploads(tx, &access.request, Some(id), false, &uploads)?;
    models::attachments::find(tx.conn, access.request.id, upload)?.ok_or_else(Error::not_found)
}

/// Removes one's own attachment.
///
/// # Errors
/// 404 when there is none; 403 when it is somebody else's; 409 when the request is closed.
pub fn remove(tx: &mut Tx<'_>, viewer: &Viewer, number: i64, id: i64) -> Result<()> {
    let access = access::find_for_update(tx, viewer, number)?;
    let file = models::attachments::find(tx.conn, access.request.id, id)?
        .filter(|file| access.on_desk() || !file.internal)
        .ok_or_else(Error::not_found)?;
    access.require(Action::Attach)?;
    if !attachments::removable(&access, viewer, &file) {
        return Err(Error::forbidden("action-not-yours"));
    }
    models::attachments::remove(tx.conn, id, viewer.id(), tx.db_now())?;
    let actor = Actor::on(viewer, access.side);
    let mut entry = Entry::event(Category::Attachment, "attachment-removed").arg("name", &file.name);
    entry.public = !file.internal;
    history::add(tx, &access.request, actor, entry)?;
    Ok(())
}
