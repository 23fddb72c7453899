//! Handing an e-mail over: to an SMTP server, or as a file to a folder.

use super::account::Account;
use super::failure::{Cause, Failure};
use super::message::{self, Outgoing};
use super::smtp::{self, Patience};
use crate::storage::Storage;
use anyhow::Context;
use contract::admin::MailTransport;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Hands an e-mail over. When this returns `Ok`, it is the server's (its answer is
/// returned), or it is on disk (its path is).
///
/// # Errors
/// Why it could not be handed over.
pub async fn deliver(
    storage: &Storage,
    account: &Account,
    mail: &Outgoing,
    patience: Patience,
) -> Result<String, Failure> {
    let from = account.sender().map_err(|error| Failure::new(Cause::Account, &format!("{error:#}")))?;
    let message = message::build(storage, from, mail).await?;
    match account.transport {
        MailTransport::Smtp => smtp::send(account, &message, patience).await,
        MailTransport::Folder => {
            let (folder, name, content) = (account.folder.clone(), mail.file_name.clone(), message.formatted());
            let written = tokio::task::spawn_blocking(move || write(&folder, &name, &content)).await;
            let path = match written {
                Ok(Ok(path)) => path,
                Ok(Err(error)) => return Err(Failure::new(Cause::Folder, &format!("{error:#}"))),
                Err(stopped) => return Err(Failure::new(Cause::Internal, &stopped.to_string())),
            };
            Ok(path.display().to_string())
        }
    }
}

/// Writes a file so that whoever looks sees all of it or nothing, and so that it
/// survives a power cut. Written twice, it is still one file.
fn write(folder: &Path, name: &str, content: &[u8]) -> anyhow::Result<PathBuf> {
    std::fs::create_dir_all(folder).with_context(|| format!("creating {}", folder.display()))?;
    let path = folder.join(name);
    let mut file = tempfile::Builder::new().prefix(".incoming-").tempfile_in(folder).context("creating a file")?;
    file.write_all(content).context("writing a file")?;
    file.as_file().sync_all().context("writing a file")?;
    file.persist(&path).context("naming a file")?;
    std::fs::File::open(folder).and_then(|folder| folder.sync_all()).context("naming a file")?;
    Ok(path)
}
