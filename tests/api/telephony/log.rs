//! What must not be logged.

use super::{BASIC, COUNT, FACTS, LIST, NEW, VIEW};
use reqwest::Method;
use tests::pbx::pbx;
use tests::{TestApp, on_both_databases};

on_both_databases![what_telephone_systems_say_reaches_no_log,];

/// What nobody else's tests say, and what a telephone system may not find in our log: a
/// CPF, a wrong one, the caller's number, an employee number, the call, tokens.
const SAID: [&str; 11] = [
    "390.533.447-05",
    "39053344705",
    "390.533.447-06",
    "39053344706",
    "31977774242",
    "97777-4242",
    "RH-390533",
    "1795390533.2",
    "sol_token-of-the-pbx",
    "sol_nobodys-390533",
    "cGJ4OnNvbF90b2tlbi1vZi10aGUtcGJ4",
];

async fn what_telephone_systems_say_reaches_no_log(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
    let number = app.open_request(app.world.services.email).await;
    let log = tests::log::capture();
    let nobody = app.anonymous.token("sol_nobodys-390533");
    for claim in
        ["cpf=390.533.447-05", "cpf=39053344705", "cpf=390.533.447-06", "cpf=39053344706", "matricula=RH-390533"]
    {
        let call = format!("{claim}&idSolicitacao={number}&numeroOrigem=%2B5531977774242&idChamada=1795390533.2");
        for service in [NEW, VIEW, COUNT, LIST, FACTS] {
            // At an extension that is recorded, and at one that nobody has.
            for form in [format!("{call}&ramal=200"), format!("{call}&ramal=3905")] {
                pbx.get(format!("{service}?{form}")).await;
                pbx.request(Method::POST, service)
                    .bytes("application/x-www-form-urlencoded", form.clone())
                    .send()
                    .await;
                let basic =
                    app.anonymous.request(Method::GET, format!("{service}?{form}")).header("authorization", BASIC);
                assert_ne!(basic.send().await.status, 401, "{service}");
                assert_eq!(nobody.get(format!("{service}?{form}")).await.status, 401, "{service}");
            }
        }
    }
    let written = log.text();
    for service in [NEW, VIEW, COUNT, LIST, FACTS] {
        assert!(written.contains(service), "the log was captured: {service}");
    }
    for said in SAID {
        let line = written.lines().find(|line| line.contains(said));
        assert_eq!(line, None, "{said:?} is in the log");
    }
}
