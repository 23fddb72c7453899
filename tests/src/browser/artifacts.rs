//! Pictures and logs of a journey that failed.

use super::page::Page;
use crate::server::Server;
use std::any::Any;
use std::path::PathBuf;

/// Keeps pictures, addresses, texts and consoles of the pages, and the log of the server. Returns
/// their folder.
pub async fn keep(pages: &[Page], server: &Server) -> PathBuf {
    let test = std::thread::current().name().unwrap_or("journey").replace("::", "-");
    let folder = target().join("journeys").join(test);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder below target");
    // What cannot be read any more is left out; the caller reports the failure itself.
    let write = |name: String, content: &[u8]| drop(std::fs::write(folder.join(name), content));
    for (number, page) in pages.iter().enumerate() {
        let number = number + 1;
        if let Ok(picture) = page.driver().screenshot_as_png().await {
            write(format!("{number}.png"), &picture);
        }
        let address = page.driver().current_url().await.map(|url| url.to_string()).unwrap_or_default();
        write(format!("{number}.txt"), format!("{address}\n\n{}\n", page.words().await).as_bytes());
        write(format!("{number}.console.txt"), console(page).await.join("\n").as_bytes());
    }
    write("server.log".to_owned(), server.log().as_bytes());
    folder
}

/// The errors in the console of a page's browser: crashes, violations of the content security
/// policy. Requests that were refused or not answered do not count.
pub async fn console_errors(page: &Page) -> Vec<String> {
    let all = console(page).await;
    all.into_iter().filter(|line| line.starts_with("SEVERE") && !line.starts_with("SEVERE network")).collect()
}

async fn console(page: &Page) -> Vec<String> {
    let entries = page.driver().browser_log().await.unwrap_or_default();
    let line = |entry: &thirtyfour::BrowserLogEntry| {
        format!("{} {} {}", entry.level, entry.source.as_deref().unwrap_or("-"), entry.message)
    };
    entries.iter().map(line).collect()
}

/// Cargo's target folder, which the test programs are below.
fn target() -> PathBuf {
    let here = std::env::current_exe().expect("the path of the tests");
    let named = here.ancestors().find(|folder| folder.join("CACHEDIR.TAG").exists());
    named.map_or_else(std::env::temp_dir, std::path::Path::to_path_buf)
}

/// The text of a panic.
pub fn message(panic: &(dyn Any + Send)) -> Option<String> {
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()))
}
