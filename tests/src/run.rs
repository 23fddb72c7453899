//! Running a test body on a database.

use crate::{Database, TestApp};
use futures_util::FutureExt;
use solicita::config::Config;
use std::panic::{AssertUnwindSafe, resume_unwind};

/// Makes two tests of each body named, `<body>::sqlite` and `<body>::postgres`. A body
/// is an `async fn` that takes a [`TestApp`]; one that is not named here is reported
/// by the compiler as unused. `cargo xtask test` leaves a database out by these names.
#[macro_export]
macro_rules! on_both_databases {
    ($($body:ident),+ $(,)?) => { $(
        mod $body {
            #[test]
            fn sqlite() {
                $crate::run::on($crate::Database::Sqlite, super::$body);
            }
            #[test]
            fn postgres() {
                $crate::run::on($crate::Database::Postgres, super::$body);
            }
        }
    )+ };
}

/// Runs a body with an application on a database.
pub fn on<F: Future<Output = ()>>(database: Database, body: impl FnOnce(TestApp) -> F) {
    on_with(database, |_| {}, async |app| body(app).await);
}

/// The same with other settings.
pub fn on_with(database: Database, change: impl FnOnce(&mut Config), body: impl AsyncFnOnce(TestApp)) {
    crate::log::start();
    actix_web::rt::System::new().block_on(async move {
        let app = TestApp::start_with(database, change).await;
        let (servers, place) = (app.servers.clone(), app.place.clone());
        let outcome = AssertUnwindSafe(body(app)).catch_unwind().await;
        servers.stop().await;
        drop(place);
        if let Err(panic) = outcome {
            resume_unwind(panic);
        }
    });
}
