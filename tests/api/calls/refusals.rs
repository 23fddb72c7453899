//! What is refused.

use super::{NEW, VIEW, calls, log, popup, popups};
use contract::calls::MyExtension;
use serde_json::json;
use tests::pbx::pbx;
use tests::world::People;
use tests::{TestApp, ids, on_both_databases};

on_both_databases![what_cannot_be_is_refused, telephony_off_is_off, telephony_off_does_nothing,];

async fn what_cannot_be_is_refused(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
    let number = app.open_request(app.world.services.email).await;
    let cpf = People::REQUESTER_CPF;
    for (path, more, status) in [
        (NEW, String::new(), 400),
        (NEW, format!("?cpf={cpf}"), 400),
        (NEW, "?ramal=200".to_owned(), 400),
        (NEW, "?cpf=52998224724&ramal=200".to_owned(), 400),
        (NEW, format!("?cpf={cpf}&ramal=abc"), 400),
        (NEW, format!("?cpf={cpf}&ramal={}", "9".repeat(21)), 400),
        (NEW, format!("?cpf={cpf}&ramal=200&ramal=201"), 400),
        (NEW, format!("?cpf={cpf}&ramal=200&idChamada={}", "9".repeat(251)), 400),
        (NEW, format!("?cpf={cpf}&ramal=200&idChamada=a%0Ab"), 400),
        (NEW, format!("?cpf={cpf}&ramal=999"), 404),
        (VIEW, format!("?cpf={cpf}&ramal=200"), 400),
        (VIEW, format!("?idSolicitacao={number}&ramal=200"), 400),
        (VIEW, format!("?cpf={cpf}&ramal=200&idSolicitacao=abc"), 400),
        (VIEW, format!("?cpf={cpf}&ramal=200&idSolicitacao={}", "9".repeat(40)), 404),
        (VIEW, format!("?cpf={cpf}&ramal=999&idSolicitacao={number}"), 404),
    ] {
        let join = if more.is_empty() { "?" } else { "&" };
        let reply = pbx.get(format!("{path}{more}{join}formato=texto&fim=.")).await;
        assert_eq!((reply.status, reply.text()), (status, format!("ERRO {status}.")), "{path}{more}");
    }
    assert_eq!(popups(&app.executor).await, []);
    assert_eq!(log(&app.administrator, "").await.len(), 0);
    app.executor.get("/calls?show=nothing").await.refused(400, "argument-invalid");
    app.executor.get("/calls?cursor=x").await.refused(400, "invalid-cursor");
}

async fn telephony_off_is_off(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
    calls(&pbx, NEW, "").await;
    let open = popup(&app.executor).await;
    app.set_parameter(ids::TELEPHONY, "N");
    pbx.get(format!("{NEW}?cpf={}&ramal=200", People::REQUESTER_CPF)).await.refused(403, "telephony-off");
    app.executor.put("/me/extension", &json!({ "extension": "201" })).await.refused(403, "parameter-off");
    let path = format!("/calls/{}/conclusion", open.call_id);
    app.executor.post(path, &json!({ "tag": "dropped" })).await.refused(403, "parameter-off");
    let mine: MyExtension = app.executor.get("/me/extension").await.good();
    assert!(!mine.telephony);
}

async fn telephony_off_does_nothing(app: TestApp) {
    let pbx = pbx(&app);
    app.executor.answer_at("200").await;
    let number = app.open_request(app.world.services.email).await;
    app.set_parameter(ids::TELEPHONY, "N");
    let asked = format!("cpf={}&ramal=200&idSolicitacao={number}&numeroOrigem=1132424433", People::REQUESTER_CPF);
    let facts = "/telefonia/obterDadosSolicitacao";
    for path in [NEW, VIEW, "/telefonia/obterQtdeSolicitacoes", "/telefonia/listarSolicitacoes", facts] {
        for format in ["texto", "voz"] {
            let reply = pbx.get(format!("{path}?{asked}&formato={format}&fim=;EOF")).await;
            assert_eq!((reply.status, reply.text().as_str()), (403, "ERRO 403;EOF"), "{path} {format}");
            assert_eq!(reply.header("content-type"), Some("text/plain; charset=utf-8"), "{path} {format}");
        }
        let form = format!("{asked}&formato=texto&fim=;&idChamada=4.1");
        let posted = pbx.request(reqwest::Method::POST, path).bytes("application/x-www-form-urlencoded", form);
        let reply = posted.send().await;
        assert_eq!((reply.status, reply.text().as_str()), (403, "ERRO 403;"), "{path}");
        pbx.get(format!("{path}?{asked}&formato=json")).await.refused(403, "telephony-off");
    }
    let nothing = async || {
        assert_eq!(popups(&app.executor).await, []);
        assert_eq!(log(&app.administrator, "everybody=true").await.len(), 0);
    };
    nothing().await;
    // Nor does it come after it was switched on again.
    app.set_parameter(ids::TELEPHONY, "S");
    nothing().await;
}
