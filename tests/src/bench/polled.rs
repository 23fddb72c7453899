//! The web services that telephone systems poll.

use super::Plan;
use super::data::Data;
use super::pgbench;
use super::report::{Case, name};
use super::served::Served;
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

/// Answers that are compared with what the tables say, before anything is measured.
const CHECKED: usize = 50;

/// Numbers that are listed unless more are asked for.
const LISTED: usize = 9;

const WRONG: &str = "a wrong answer is worth nothing, however quick";
const ANSWERS: &str = "the database answers";

/// One service, as it is polled.
struct Polled {
    name: &'static str,
    service: &'static str,
    forms: Vec<String>,
    /// What pgbench does instead, on PostgreSQL.
    sql: Option<pgbench::Work>,
}

/// Measures them all, one after the other.
pub async fn measure(database: Database, data: &Data, product: &Served, plan: &Plan) -> Vec<Case> {
    let pbx = Persona::with_token(crate::personas::Door::new(product.address), &data.token);
    check(data, &pbx).await;
    let mut cases = Vec::new();
    for polled in services(database, data) {
        println!("{}: {}", name(database), polled.name);
        cases.push(turns(database, data, product, plan, &polled, &pbx).await);
    }
    cases
}

fn services(database: Database, data: &Data) -> Vec<Polled> {
    let claims = |more: &str| data.tax_ids.iter().map(|id| format!("cpf={id}{more}")).collect::<Vec<_>>();
    let sql = |work: fn(&Data) -> pgbench::Work| (database == Database::Postgres).then(|| work(data));
    vec![
        Polled {
            name: "obterQtdeSolicitacoes",
            service: "obterQtdeSolicitacoes",
            forms: claims(""),
            sql: sql(counting),
        },
        Polled {
            name: "obterQtdeSolicitacoes, formato=voz",
            service: "obterQtdeSolicitacoes",
            forms: claims("&formato=voz"),
            sql: None,
        },
        Polled { name: "listarSolicitacoes", service: "listarSolicitacoes", forms: claims(""), sql: sql(listing) },
        Polled {
            name: "obterDadosSolicitacao",
            service: "obterDadosSolicitacao",
            forms: data.numbers.iter().map(|number| format!("idSolicitacao={number}")).collect(),
            sql: sql(reading),
        },
    ]
}

/// The statement that counts, with CPFs.
fn counting(data: &Data) -> pgbench::Work {
    pgbench::Work::of(&data.config, spread(&data.tax_ids).map(|id| whose(data, id)), |conn| {
        polled::count_with_token(conn, &secret::hash(&data.token), &claim(&data.tax_ids[0]), false).expect(ANSWERS);
    })
}

/// The statement that lists, with CPFs.
fn listing(data: &Data) -> pgbench::Work {
    pgbench::Work::of(&data.config, spread(&data.tax_ids).map(|id| whose(data, id)), |conn| {
        let (hash, claim) = (secret::hash(&data.token), claim(&data.tax_ids[0]));
        polled::numbers_with_token(conn, &hash, &claim, false).expect(ANSWERS);
    })
}

/// The statement that reads a request out, with numbers.
fn reading(data: &Data) -> pgbench::Work {
    pgbench::Work::of(&data.config, spread(&data.numbers).map(|number| whole(data, *number)), |conn| {
        polled::facts_with_token(conn, &secret::hash(&data.token), data.numbers[0]).expect(ANSWERS);
    })
}

/// What is bound where a person's requests are asked for: the CPF, and the situation that does not count.
fn whose(data: &Data, tax_id: &str) -> Vec<String> {
    bound(data, &[ids::TELEPHONY], &[tax_id, Situation::Suspended.as_str()])
}

/// What is bound where a request is read out: its number.
fn whole(data: &Data, number: i64) -> Vec<String> {
    bound(data, &[ids::TELEPHONY, ids::TELEPHONY_CLAIM], &[&number.to_string()])
}

/// What is bound, in the order of the statements: parameters, one row of each; that the token's owner is active; what is
/// asked; the token.
fn bound(data: &Data, parameters: &[i32], asked: &[&str]) -> Vec<String> {
    let parameters = parameters.iter().map(|id| [id.to_string(), "1".to_owned()]);
    let asked = asked.iter().map(|asked| (*asked).to_owned());
    parameters.flatten().chain(["t".to_owned()]).chain(asked).chain([secret::hash(&data.token)]).collect()
}

fn claim(tax_id: &str) -> solicita::domain::telephony::CallerId {
    solicita::domain::telephony::CallerId::TaxId(tax_id.parse().expect("a CPF"))
}

/// Some, evenly from all.
fn spread<T>(all: &[T]) -> impl Iterator<Item = &T> {
    all.iter().step_by((all.len() / 10).max(1))
}

async fn ask(pbx: &Persona, service: &str, form: &str) -> Reply {
    let call = pbx.call(reqwest::Method::POST, format!("/telefonia/{service}"));
    call.bytes("application/x-www-form-urlencoded", form.to_owned()).send().await
}

/// The answers are what the tables say: how many requests of a person are in progress, and which; where one stands.
async fn check(data: &Data, pbx: &Persona) {
    for tax_id in some(&data.tax_ids) {
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
    for number in some(&data.numbers) {
        let answer = ask(pbx, "obterDadosSolicitacao", &format!("idSolicitacao={number}")).await;
        let Some((situation, opened_at, deadline_at)) = row(data, *number) else {
            assert_eq!(answer.status, 404, "{number}: {WRONG}");
            continue;
        };
        let facts: RequestFacts = answer.good();
        let told = (facts.number, facts.situation.code, facts.opened_at);
        assert_eq!(told, (*number, situation.0, instant(opened_at)), "{WRONG}");
        // That of a suspended one is worked out; a cancelled one has none.
        if ![Situation::Suspended, Situation::Cancelled].contains(&situation.0) {
            assert_eq!(facts.deadline_at, deadline_at.map(instant), "{number}: {WRONG}");
        }
    }
}

/// So many as are checked, evenly from all.
fn some<T>(all: &[T]) -> impl Iterator<Item = &T> {
    all.iter().step_by((all.len() / CHECKED).max(1))
}

/// Numbers of a person's requests in progress, the oldest deadline first; those without one last.
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

/// Where a request stands, when it was opened, and when it is due.
fn row(data: &Data, number: i64) -> Option<(Code<Situation>, NaiveDateTime, Option<NaiveDateTime>)> {
    let found = data.app().db.read_now(|conn| {
        let columns = (requests::situation, requests::opened_at, requests::deadline_at);
        let row = requests::table.filter(requests::number.eq(number)).select(columns).first(conn).optional()?;
        Ok::<_, solicita::error::Error>(row)
    });
    found.expect(ANSWERS)
}

async fn turns(database: Database, data: &Data, product: &Served, plan: &Plan, polled: &Polled, pbx: &Persona) -> Case {
    let sample = ask(pbx, polled.service, &polled.forms[0]).await;
    assert_eq!(sample.status, 200, "{sample:?}");
    let bare = Served::bare(&sample, data.config.workers);
    let path = format!("/api/v1/telefonia/{}", polled.service);
    let asked: Vec<_> = polled.forms.iter().map(|form| (path.clone(), form.clone())).collect();
    let load = Load::new(&data.token, plan.connections, &asked);
    let mut case = Case { name: polled.name, database: name(database), product: vec![], bare: vec![], sql: vec![] };
    // What is read for the first time is read from the disk.
    let _ = load.run(product.address, Duration::from_secs(2));
    for _ in 0..plan.rounds {
        case.bare.push(load.run(bare.address, plan.turn));
        case.product.push(load.run(product.address, plan.turn));
        if let (Some(cluster), Some(work)) = (&data.cluster, &polled.sql) {
            case.sql.push(pgbench::run(cluster, work, plan.pool, plan.turn));
        }
    }
    case
}
