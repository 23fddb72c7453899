//! Each service gives the same bytes, in whatever way its arguments are given.

use super::histories::histories;
use super::{ACCENTED, COUNT, CPF, FACTS, LANGUAGES, LIST, NEW, VIEW, ask_in_every_way, system, text};
use contract::telephony::Raised;
use tests::pbx::pbx;
use tests::time::local;
use tests::world::People;
use tests::{TestApp, on_both_databases};

on_both_databases![
    every_service_is_asked_in_every_way,
    an_employee_number_is_as_good_as_a_cpf,
    texts_tell_what_became_of_a_request,
];

async fn every_service_is_asked_in_every_way(app: TestApp) {
    app.set_time(local("2026-11-16 09:00"));
    let pbx = system(&app).await;
    let number = app.open_request(app.world.services.email).await;
    let id = number.to_string();
    let facts = format!("{number}?2026-11-16 09:00?2026-11-16 17:00?Em andamento?S");
    let manner = [("formato", "texto"), ("fim", "_fim")];
    let call = [("ramal", "200"), ("numeroOrigem", "+5511987654321"), ("idChamada", "1795311109.2")];
    for (path, own, expected) in [
        (COUNT, vec![("cpf", CPF)], format!("1?{number}")),
        (LIST, vec![("cpf", CPF)], id.clone()),
        (FACTS, vec![("idSolicitacao", id.as_str())], facts.clone()),
        (FACTS, vec![("idSolicitacao", id.as_str()), ("cpf", CPF)], facts.clone()),
        (ACCENTED, vec![("idSolicitacao", id.as_str()), ("cpf", "52998224725")], facts),
        (NEW, [vec![("cpf", CPF)], call.to_vec()].concat(), "N".to_owned()),
        (VIEW, [vec![("cpf", CPF), ("idSolicitacao", id.as_str())], call.to_vec()].concat(), "N".to_owned()),
    ] {
        for reply in ask_in_every_way(&pbx, path, &[own, manner.to_vec()].concat()).await {
            assert_eq!(text(&reply), format!("{expected}_fim"), "{reply:?}");
        }
    }
    assert_eq!(crate::calls::log(&app.executor, "").await.len(), 1, "said eight times, it is one call");
}

async fn an_employee_number_is_as_good_as_a_cpf(app: TestApp) {
    let pbx = system(&app).await;
    let number = app.open_request(app.world.services.email).await;
    let view = format!("{VIEW}?idSolicitacao={number}&ramal=200&formato=texto");
    let facts = format!("{FACTS}?idSolicitacao={number}&formato=voz");
    let heard = text(&pbx.get(format!("{facts}&cpf={CPF}")).await);
    let only = format!("1?{number}");
    let id = number.to_string();
    for (path, hers, nobodys) in [
        (format!("{COUNT}?formato=texto"), only.as_str(), ""),
        (format!("{LIST}?formato=texto"), id.as_str(), ""),
        (facts, heard.as_str(), "ERRO 404"),
        (format!("{NEW}?ramal=200&formato=texto"), "N", "N"),
        (view, "N", "ERRO 404"),
    ] {
        for (claimed, expected) in [(People::REQUESTER_NUMBER, hers), ("RH-9", nobodys)] {
            let reply = pbx.get(format!("{path}&matricula={claimed}&fim=_fim")).await;
            assert_eq!(reply.text(), format!("{expected}_fim"), "{reply:?}");
        }
    }
    let raised: Raised = pbx.get(format!("{NEW}?ramal=200&matricula={}", People::REQUESTER_NUMBER)).await.good();
    assert_eq!(raised.requester.unwrap().id, app.world.people.requester.id);
}

async fn texts_tell_what_became_of_a_request(app: TestApp) {
    let pbx = pbx(&app);
    let these = histories(&app).await;
    let due = "2026-11-16 17:00";
    for (number, deadline, labels, within) in [
        (these.running, due, ["Em andamento", "En curso", "In progress"], "N"),
        (these.resolved, due, ["Resolvida", "Resuelta", "Resolved"], "S"),
        (these.resolved_late, due, ["Resolvida", "Resuelta", "Resolved"], "N"),
        (these.closed, due, ["Fechada", "Cerrada", "Closed"], "S"),
        (these.closed_late, due, ["Fechada", "Cerrada", "Closed"], "N"),
        (these.cancelled, "", ["Cancelada", "Cancelada", "Cancelled"], "S"),
        // The clock stands still: there is no deadline, but time was left, or was not.
        (these.suspended, "", ["Suspensa", "Suspendida", "Suspended"], "S"),
        (these.suspended_late, "", ["Suspensa", "Suspendida", "Suspended"], "N"),
    ] {
        for (language, label) in LANGUAGES.iter().zip(labels) {
            let path = format!("{FACTS}?idSolicitacao={number}&cpf={CPF}&formato=texto&idioma={language}&fim=_fim");
            let expected = format!("{number}?2026-11-16 09:00?{deadline}?{label}?{within}_fim");
            assert_eq!(text(&pbx.get(path).await), expected);
        }
    }
}
