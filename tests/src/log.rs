//! Captures the log of the application in memory while a test wants it.
//!
//! A process has one log, and tests run at the same time: a test must look for a text that no
//! other test causes.

use std::io::Write;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, Once};
use tracing_subscriber::EnvFilter;

static CAPTURES: AtomicUsize = AtomicUsize::new(0);
static CAPTURED: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Starts logging for this process: all that the application logs, and the important part of
/// what libraries log. With `SOLICITA_LOG` the log is written to standard error, too.
pub(crate) fn start() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let filter = std::env::var("SOLICITA_LOG").ok();
        let to_stderr = filter.is_some();
        let filter = filter.unwrap_or_else(|| "info,solicita=trace,actix=debug,actix_web=debug".to_owned());
        let subscriber = tracing_subscriber::fmt()
            .with_env_filter(EnvFilter::new(filter))
            .with_ansi(false)
            .with_writer(move || LogWriter { to_stderr })
            .finish();
        // There may be one already: then that one stays.
        let _ = tracing::subscriber::set_global_default(subscriber);
    });
}

struct LogWriter {
    to_stderr: bool,
}

impl Write for LogWriter {
    fn write(&mut self, line: &[u8]) -> std::io::Result<usize> {
        if CAPTURES.load(Ordering::Relaxed) > 0 {
            CAPTURED.lock().unwrap_or_else(std::sync::PoisonError::into_inner).extend_from_slice(line);
        }
        if self.to_stderr {
            std::io::stderr().write_all(line)?;
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Captures the log until it is dropped.
#[derive(Debug)]
pub struct LogCapture(());

/// Starts to capture the log.
#[must_use]
pub fn capture() -> LogCapture {
    CAPTURES.fetch_add(1, Ordering::Relaxed);
    LogCapture(())
}

impl LogCapture {
    /// What was logged since the first of the captures that overlap with this one.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&CAPTURED.lock().unwrap_or_else(std::sync::PoisonError::into_inner)).into_owned()
    }
}

impl Drop for LogCapture {
    fn drop(&mut self) {
        if CAPTURES.fetch_sub(1, Ordering::Relaxed) == 1 {
            CAPTURED.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clear();
        }
    }
}
