//! Answers as JSON.

use super::{ACCENTED, COUNT, CPF, FACTS, LIST, NEW, VIEW, assert_json, form, system};
use chrono::{DateTime, SecondsFormat, Utc};
use contract::telephony::Raised;
use tests::pbx::pbx;
use tests::{TestApp, on_both_databases};

on_both_databases![json_is_the_same_to_the_byte, json_of_a_pop_up_is_the_same_to_the_byte,];

fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

async fn json_is_the_same_to_the_byte(app: TestApp) {
    let pbx = pbx(&app);
    let of_ana = [("cpf", CPF), ("formato", "json")];
    assert_json(&pbx, COUNT, &of_ana, r#"{"count":0,"number":null}"#).await;
    assert_json(&pbx, LIST, &of_ana, r#"{"count":0,"numbers":[]}"#).await;
    let first = app.requester.open(&app.draft(app.world.services.email)).await.row;
    let (number, opened) = (first.number, instant(first.opened_at));
    assert_json(&pbx, COUNT, &of_ana, &format!(r#"{{"count":1,"number":{number}}}"#)).await;
    assert_json(&pbx, LIST, &of_ana, &format!(r#"{{"count":1,"numbers":[{number}]}}"#)).await;
    let deadline = instant(first.sla.deadline_at.unwrap());
    let facts = format!(
        r#"{{"number":{number},"opened_at":"{opened}","deadline_at":"{deadline}","situation":{{"code":"in_progress","label":"En curso"}},"within_deadline":true}}"#
    );
    assert_json(&pbx, FACTS, &[("idSolicitacao", number.to_string().as_str()), ("idioma", "es")], &facts).await;
    let agreed = app.requester.open(&app.draft(app.world.services.agreed)).await.row;
    let (other, opened) = (agreed.number, instant(agreed.opened_at));
    assert_json(&pbx, COUNT, &of_ana, r#"{"count":2,"number":null}"#).await;
    let only = [of_ana.to_vec(), vec![("limite", "1")]].concat();
    assert_json(&pbx, LIST, &only, &format!(r#"{{"count":2,"numbers":[{number}]}}"#)).await;
    let facts = format!(
        r#"{{"number":{other},"opened_at":"{opened}","deadline_at":null,"situation":{{"code":"in_progress","label":"Em andamento"}},"within_deadline":true}}"#
    );
    assert_json(&pbx, ACCENTED, &[("idSolicitacao", other.to_string().as_str()), ("cpf", CPF)], &facts).await;
}

async fn json_of_a_pop_up_is_the_same_to_the_byte(app: TestApp) {
    let pbx = system(&app).await;
    let id = app.open_request(app.world.services.email).await.to_string();
    let ana = format!(r#"{{"id":{},"name":"Ana Souza"}}"#, app.world.people.requester.id);
    for (call, path, own, requester) in [
        ("7.1", NEW, vec![("cpf", CPF)], ana.as_str()),
        ("7.2", NEW, vec![("cpf", "111.444.777-35")], "null"),
        ("7.3", VIEW, vec![("cpf", CPF), ("idSolicitacao", id.as_str())], ana.as_str()),
    ] {
        let arguments = [own, vec![("ramal", "200"), ("idChamada", call)]].concat();
        let raised: Raised = pbx.get(format!("{path}?{}", form(&arguments))).await.good();
        let expected = format!(r#"{{"delivered":false,"requester":{requester},"call_id":{}}}"#, raised.call_id);
        assert_json(&pbx, path, &arguments, &expected).await;
    }
}
