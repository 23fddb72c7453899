//! Files to attach: small, but what they say they are.

mod pdf;
mod png;

use super::data::Texts;
use crate::error::{Error, Result};
use crate::storage::{Storage, Stored, incoming};
use actix_web::web::Bytes;
use anyhow::anyhow;

/// Different contents under each name.
const VARIANTS: u8 = 3;

/// Bytes that any of them has at most.
const LIMIT: i64 = 1_000_000;

/// A file whose content is stored.
#[derive(Debug, Clone)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its content.
    pub stored: Stored,
}

/// Stores the contents and gives the files.
///
/// # Errors
/// When the storage refuses.
pub fn store(storage: &Storage, texts: &Texts) -> Result<Vec<File>> {
    let mut contents = Vec::new();
    for name in &texts.desk.files {
        for variant in 0..VARIANTS {
            contents.push((name.clone(), content(name, variant)));
        }
    }
    // The storage is asynchronous; the caller may be inside a runtime that must not be blocked on.
    std::thread::scope(|scope| {
        let work = scope.spawn(|| {
            let runtime = tokio::runtime::Builder::new_current_thread().build();
            runtime.map_err(|error| anyhow!("starting a runtime: {error}"))?.block_on(store_all(storage, contents))
        });
        work.join().unwrap_or_else(|_| Err(Error::Internal(anyhow!("storing the demo's files was stopped"))))
    })
}

async fn store_all(storage: &Storage, contents: Vec<(String, Vec<u8>)>) -> Result<Vec<File>> {
    let mut files = Vec::new();
    for (name, content) in contents {
        let chunk = Ok::<_, std::io::Error>(Bytes::from(content));
        let stored = storage.put(incoming(futures_util::stream::iter([chunk])), LIMIT).await?;
        files.push(File { name, stored });
    }
    Ok(files)
}

/// What is in a file of that name.
fn content(name: &str, variant: u8) -> Vec<u8> {
    let (title, extension) = name.rsplit_once('.').unwrap_or((name, "txt"));
    match extension {
        "png" => png::screenshot(variant),
        "pdf" => pdf::page(&page(title, variant)),
        _ => listing(title, variant).into_bytes(),
    }
}

fn page(title: &str, variant: u8) -> Vec<String> {
    let mut lines = vec!["Cooperativa Três Gralhas".to_owned(), format!("{title} nº {}", 4_310 + u32::from(variant))];
    lines.push(String::new());
    lines.push("Documento de demonstração. Não tem valor fiscal nem jurídico.".to_owned());
    for line in 1..=4_u32 {
        let value = line * 137 + u32::from(variant) * 41;
        lines.push(format!("Item {line}: quantidade {}, valor R$ {value},90", line + u32::from(variant)));
    }
    lines
}

fn listing(title: &str, variant: u8) -> String {
    let mut text = format!("{title}\n\n");
    for line in 0..12_u32 {
        let minute = line * 4 + u32::from(variant);
        text.push_str(&format!("09:{minute:02}:17  serviço de impressão: tentativa {} sem resposta\n", line + 1));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contents_are_what_their_names_say() {
        for name in ["a.png", "a.pdf"] {
            for variant in 0..VARIANTS {
                let bytes = content(name, variant);
                let found = infer::get(&bytes).unwrap();
                assert_eq!(found.extension(), &name[2..]);
            }
        }
        assert_ne!(content("a.png", 0), content("a.png", 1));
        assert!(String::from_utf8(content("ação.txt", 0)).unwrap().starts_with("ação\n"));
    }
}
