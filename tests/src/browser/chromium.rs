//! Starts Chromium by its driver.

use crate::process::{self, Program};
use crate::server;
use crate::wait::DEADLINE;
use contract::Language;
use serde_json::json;
use std::process::Command;
use tempfile::TempDir;
use thirtyfour::prelude::*;

/// A running browser.
pub struct Chromium {
    /// The connection to its driver.
    pub driver: WebDriver,
    /// The folder with profile, downloads and logs.
    pub folder: TempDir,
    /// The driver, which ends when this is dropped.
    _program: Program,
}

/// The size of the window, in pixels.
pub const WINDOW: (u32, u32) = (1366, 900);

const FLAGS: [&str; 12] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
];

/// Starts a driver on a free port, and a browser with a new profile.
pub async fn start(language: Language) -> Chromium {
    let folder = server::folder("chromium-");
    let (program, port) = driver(&folder);
    let capabilities = capabilities(language, &folder).expect("capabilities");
    let session = WebDriver::builder(format!("http://127.0.0.1:{port}"), capabilities);
    let driver = session.request_timeout(DEADLINE).await.unwrap_or_else(|error| {
        panic!("Chromium does not start: {error}\n{}", program.errors());
    });
    Chromium { driver, folder, _program: program }
}

/// How often the driver is started. It ends when another program takes the port that it has
/// chosen before it listens there.
const STARTS: usize = 5;

fn driver(folder: &TempDir) -> (Program, u16) {
    let mut command = Command::new(process::find("chromedriver", "chromium-driver"));
    // Files that Chromium creates in the home folder are removed with the rest.
    command.args(["--port=0", "--log-level=WARNING"]).env("HOME", folder.path());
    let mut last = String::new();
    for _ in 0..STARTS {
        let program = Program::start(&command, &folder.path().join("driver.log"));
        let port =
            |line: &str| line.split_once("started successfully on port ")?.1.trim_end_matches('.').parse::<u16>().ok();
        match program.wait_for(port) {
            Ok(port) => return (program, port),
            Err(error) => last = error,
        }
    }
    panic!("chromedriver does not start: {last}");
}

fn capabilities(language: Language, folder: &TempDir) -> WebDriverResult<Capabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    let chromium = process::find("chromium", "chromium");
    capabilities.set_binary(&chromium.to_string_lossy())?;
    for flag in FLAGS {
        capabilities.add_arg(flag)?;
    }
    let (width, height) = WINDOW;
    capabilities.add_arg(&format!("--window-size={width},{height}"))?;
    capabilities.add_arg(&format!("--user-data-dir={}", folder.path().join("profile").display()))?;
    let preferences = json!({
        "intl.accept_languages": language.as_str(),
        "download.default_directory": folder.path().join("downloads"),
        "download.prompt_for_download": false,
        "credentials_enable_service": false,
    });
    capabilities.add_experimental_option("prefs", preferences)?;
    capabilities.set_browser_log_level(thirtyfour::LoggingPrefsLogLevel::All)?;
    Ok(capabilities.into())
}
