//! The web services that telephone systems poll.

use super::Plan;
use super::data::Data;
use super::pgbench;
use super::report::{Recorder, Round, name};
use super::server_process::ServerProcess;
use super::wrk::Load;
use crate::{Database, Persona, Reply};
use chrono::NaiveDateTime;
use contract::Situation;
use contract::telephony::RequestFacts;
use diesel::prelude::*;
use solicita::auth::secret;
use solicita::db::instant;
use solicita::db::schema::{people, requests};
use solicita::db::types::Code;
use solicita::domain::parameters::ids;
use solicita::models::polled;
use std::time::Duration;

/// How many answers are compared with the tables before the measurements.
const CHECKED: usize = 50;

/// How many numbers are listed by default.
const LISTED: usize = 9;

const WRONG: &str = "a wrong answer is worth nothing, however quick";
const ANSWERS: &str = "the database answers";

/// One service, and the requests to it.
struct PolledService {
    name: &'static str,
    service: &'static str,
    forms: Vec<String>,
    /// What pgbench executes for comparison, on PostgreSQL.
    sql: Option<pgbench::Workload>,
}

/// Measures all services, one after the other.
pub async fn measure(database: Database, data: &Data, product: &ServerProcess, plan: &Plan, recorder: &mut Recorder) {
    let pbx = Persona::with_token(crate::personas::Endpoint::new(product.address), &data.token);
    check(data, &pbx).await;
    for polled in services(database, data) {
        recorder.begin_case(polled.name, name(database));
        measure_service(data, product, plan, &polled, &pbx, recorder).await;
    }
}

fn services(database: Database, data: &Data) -> Vec<PolledService> {
    let claims = |more: &str| data.tax_ids.iter().map(|id| format!("cpf={id}{more}")).collect::<Vec<_>>();
    let sql = |work: fn(&Data) -> pgbench::Workload| (database == Database::Postgres).then(|| work(data));
    vec![
        PolledService {
            name: "obterQtdeSolicitacoes",
            service: "obterQtdeSolicitacoes",
            forms: claims(""),
            sql: sql(counting),
        },
        PolledService {
            name: "obterQtdeSolicitacoes, formato=voz",
            service: "obterQtdeSolicitacoes",
            forms: claims("&formato=voz"),
            sql: None,
        },
        PolledService {
            name: "listarSolicitacoes",
            service: "listarSolicitacoes",
            forms: claims(""),
            sql: sql(listing),
        },
        PolledService {
            name: "obterDadosSolicitacao",
            service: "obterDadosSolicitacao",
            forms: data.numbers.iter().map(|number| format!("idSolicitacao={number}")).collect(),
            sql: sql(reading),
        },
    ]
}

/// The statement that counts, with CPFs.
fn counting(data: &Data) -> pgbench::Workload {
    pgbench::Workload::of(&data.config, sample(&data.tax_ids, 10).map(|id| values_for_person(data, id)), |conn| {
        polled::count_with_token(conn, &secret::hash(&data.token), &claim(&data.tax_ids[0]), false).expect(ANSWERS);
    })
}

/// The statement that lists, with CPFs.
fn listing(data: &Data) -> pgbench::Workload {
    pgbench::Workload::of(&data.config, sample(&data.tax_ids, 10).map(|id| values_for_person(data, id)), |conn| {
        let (hash, claim) = (secret::hash(&data.token), claim(&data.tax_ids[0]));
        polled::numbers_with_token(conn, &hash, &claim, false).expect(ANSWERS);
    })
}

/// The statement that reads a request out, with numbers.
fn reading(data: &Data) -> pgbench::Workload {
    pgbench::Workload::of(
        &data.config,
        sample(&data.numbers, 10).map(|number| values_for_request(data, *number)),
        |conn| {
            polled::facts_with_token(conn, &secret::hash(&data.token), data.numbers[0]).expect(ANSWERS);
        },
    )
}

/// The values of a statement about the requests of a person: the CPF, and the situation that does
/// not count.
fn values_for_person(data: &Data, tax_id: &str) -> Vec<String> {
    bound_values(data, &[ids::TELEPHONY], &[tax_id, Situation::Suspended.as_str()])
}

/// The values of a statement about one request: its number.
fn values_for_request(data: &Data, number: i64) -> Vec<String> {
    bound_values(data, &[ids::TELEPHONY, ids::TELEPHONY_CLAIM], &[&number.to_string()])
}

/// All values of a statement, in order: the parameters, with a limit of one row for each; that the
/// owner of the token is active; the given values; the hash of the token.
fn bound_values(data: &Data, parameters: &[i32], asked: &[&str]) -> Vec<String> {
    let parameters = parameters.iter().map(|id| [id.to_string(), "1".to_owned()]);
    let asked = asked.iter().map(|asked| (*asked).to_owned());
    parameters.flatten().chain(["t".to_owned()]).chain(asked).chain([secret::hash(&data.token)]).collect()
}

fn claim(tax_id: &str) -> solicita::domain::telephony::CallerId {
    solicita::domain::telephony::CallerId::TaxId(tax_id.parse().expect("a CPF"))
}

/// About so many, evenly from all.
fn sample<T>(all: &[T], count: usize) -> impl Iterator<Item = &T> {
    all.iter().step_by((all.len() / count).max(1))
}

async fn ask(pbx: &Persona, service: &str, form: &str) -> Reply {
    let call = pbx.request(reqwest::Method::POST, format!("/telefonia/{service}"));
    call.bytes("application/x-www-form-urlencoded", form.to_owned()).send().await
}

/// Compares answers with the tables: how many requests of a person are in progress, and which;
/// the facts of a request.
async fn check(data: &Data, pbx: &Persona) {
    for tax_id in sample(&data.tax_ids, CHECKED) {
        let (numbers, form) = (in_progress(data, tax_id), format!("cpf={tax_id}"));
        let count = match numbers[..] {
            [] => String::new(),
            [only] => format!("1?{only}"),
            ref several => several.len().to_string(),
        };
        let list = numbers.iter().take(LISTED).map(i64::to_string).collect::<Vec<_>>().join("?");
        for (service, expected) in [("obterQtdeSolicitacoes", count), ("listarSolicitacoes", list)] {
            let answer = ask(pbx, service, &form).await;
            assert_eq!((answer.status, answer.text()), (200, expected), "{service} {form}: {WRONG}");
        }
    }
    for number in sample(&data.numbers, CHECKED) {
        let answer = ask(pbx, "obterDadosSolicitacao", &format!("idSolicitacao={number}")).await;
        let Some((situation, opened_at, deadline_at)) = row(data, *number) else {
            assert_eq!(answer.status, 404, "{number}: {WRONG}");
            continue;
        };
        let facts: RequestFacts = answer.good();
        let told = (facts.number, facts.situation.code, facts.opened_at);
        assert_eq!(told, (*number, situation.0, instant(opened_at)), "{WRONG}");
        // The deadline of a suspended request is computed; a cancelled one has none.
        if ![Situation::Suspended, Situation::Cancelled].contains(&situation.0) {
            assert_eq!(facts.deadline_at, deadline_at.map(instant), "{number}: {WRONG}");
        }
    }
}

/// The numbers of a person's requests in progress: the earliest deadline first, those without a
/// deadline last.
fn in_progress(data: &Data, tax_id: &str) -> Vec<i64> {
    let found = data.app().db.read_now(|conn| {
        let rows: Vec<(i64, Code<Situation>, Option<NaiveDateTime>, i64)> = requests::table
            .inner_join(people::table.on(people::id.eq(requests::requester_id)))
            .filter(people::tax_id.eq(tax_id))
            .select((requests::id, requests::situation, requests::deadline_at, requests::number))
            .load(conn)?;
        Ok::<_, solicita::error::Error>(rows)
    });
    let running = [Situation::InProgress, Situation::Reopened];
    let mut rows = found.expect(ANSWERS);
    rows.retain(|(_, situation, ..)| running.contains(&situation.0));
    rows.sort_by_key(|(id, _, deadline, _)| (deadline.is_none(), *deadline, *id));
    rows.into_iter().map(|(.., number)| number).collect()
}

/// Situation, time of opening and deadline of a request.
fn row(data: &Data, number: i64) -> Option<(Code<Situation>, NaiveDateTime, Option<NaiveDateTime>)> {
    let found = data.app().db.read_now(|conn| {
        let columns = (requests::situation, requests::opened_at, requests::deadline_at);
        let row = requests::table.filter(requests::number.eq(number)).select(columns).first(conn).optional()?;
        Ok::<_, solicita::error::Error>(row)
    });
    found.expect(ANSWERS)
}

async fn measure_service(
    data: &Data,
    product: &ServerProcess,
    plan: &Plan,
    polled: &PolledService,
    pbx: &Persona,
    recorder: &mut Recorder,
) {
    let sample = ask(pbx, polled.service, &polled.forms[0]).await;
    assert_eq!(sample.status, 200, "{sample:?}");
    let bare_handler = ServerProcess::bare_handler(&sample, data.config.workers);
    let path = format!("/api/v1/telefonia/{}", polled.service);
    let requests: Vec<_> = polled.forms.iter().map(|form| (path.clone(), form.clone())).collect();
    let load = Load::new(&data.token, plan.connections, &requests);
    // What is read for the first time is read from the disk: that is not measured.
    let _ = load.run(product.address, Duration::from_secs(2));
    for _ in 0..plan.rounds {
        let bare = load.run(bare_handler.address, plan.duration);
        let product = load.run(product.address, plan.duration);
        let sql = data.cluster.as_ref().zip(polled.sql.as_ref());
        let sql = sql.map(|(cluster, workload)| pgbench::run(cluster, workload, plan.pool, plan.duration));
        recorder.add_round(Round { product, bare, sql });
    }
}
