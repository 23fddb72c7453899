//! Runs tests on a database.

use crate::{Database, TestApp};
use futures_util::FutureExt;
use solicita::config::Config;
use std::panic::{AssertUnwindSafe, resume_unwind};

/// Makes two tests of each function, `<function>::sqlite` and `<function>::postgres`. It is an
/// `async fn` that takes a [`TestApp`]; the compiler reports one that is not listed as unused.
/// `cargo xtask test` leaves a database out by the names of the tests.
///
/// Functions that take something else name what runs them, seen from a module below the
/// present one: `on_both_databases![by super::on: …]`.
#[macro_export]
macro_rules! on_both_databases {
    (by $run:path: $($body:ident),+ $(,)?) => { $(
        mod $body {
            #[test]
            fn sqlite() {
                $run($crate::Database::Sqlite, super::$body);
            }
            #[test]
            fn postgres() {
                $run($crate::Database::Postgres, super::$body);
            }
        }
    )+ };
    ($($body:ident),+ $(,)?) => { $crate::on_both_databases![by $crate::run::on: $($body),+]; };
}

/// Runs a test with an application on a database.
pub fn on<F: Future<Output = ()>>(database: Database, body: impl FnOnce(TestApp) -> F) {
    on_with(database, |_| {}, async |app| body(app).await);
}

/// The same with changes to the configuration.
pub fn on_with(database: Database, change: impl FnOnce(&mut Config), body: impl AsyncFnOnce(TestApp)) {
    crate::log::start();
    actix_web::rt::System::new().block_on(async move {
        let app = TestApp::start_with(database, change).await;
        let (servers, instance) = (app.servers.clone(), app.instance.clone());
        let outcome = AssertUnwindSafe(body(app)).catch_unwind().await;
        servers.stop().await;
        drop(instance);
        if let Err(panic) = outcome {
            resume_unwind(panic);
        }
    });
}
