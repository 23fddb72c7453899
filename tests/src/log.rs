//! What the application writes to its log, kept in memory while a test asks for it.
//!
//! One process has one log, and tests run at the same time: a test that looks for
//! something must look for a text that nobody else writes.

use std::io::Write;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, Once};
use tracing_subscriber::EnvFilter;

static LISTENERS: AtomicUsize = AtomicUsize::new(0);
static KEPT: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Starts logging for this process: everything that the application says, and what
/// matters of the rest. With `SOLICITA_LOG` it goes to standard error, too.
pub(crate) fn start() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let loud = std::env::var("SOLICITA_LOG").ok();
        let filter = loud.clone().unwrap_or_else(|| "info,solicita=trace,actix=debug,actix_web=debug".to_owned());
        let subscriber = tracing_subscriber::fmt()
            .with_env_filter(EnvFilter::new(filter))
            .with_ansi(false)
            .with_writer(move || Keep { loud: loud.is_some() })
            .finish();
        // The browser tests may have set one of their own.
        let _ = tracing::subscriber::set_global_default(subscriber);
    });
}

struct Keep {
    loud: bool,
}

impl Write for Keep {
    fn write(&mut self, line: &[u8]) -> std::io::Result<usize> {
        if LISTENERS.load(Ordering::Relaxed) > 0 {
            KEPT.lock().unwrap_or_else(std::sync::PoisonError::into_inner).extend_from_slice(line);
        }
        if self.loud {
            std::io::stderr().write_all(line)?;
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Listens to the log until it is dropped.
#[derive(Debug)]
pub struct Listening(());

/// Begins to listen.
#[must_use]
pub fn listen() -> Listening {
    LISTENERS.fetch_add(1, Ordering::Relaxed);
    Listening(())
}

impl Listening {
    /// What was written since anybody began to listen.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&KEPT.lock().unwrap_or_else(std::sync::PoisonError::into_inner)).into_owned()
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        if LISTENERS.fetch_sub(1, Ordering::Relaxed) == 1 {
            KEPT.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clear();
        }
    }
}
