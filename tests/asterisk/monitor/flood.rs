//! Five hundred telephones at once, at the pages of a server that watches as it does
//! in a company.

use super::{at, call, ringing};
use contract::Page;
use contract::calls::{CallCounts, CallPopUp, CallRow, CallState};
use std::time::{Duration, Instant};
use tests::asterisk::call_center::set_up_telephony;
use tests::asterisk::peer::Peer;
use tests::asterisk::script::{CallList, Script, Step, send};
use tests::wait::until;
use tests::{TestApp, on_both_databases};

on_both_databases![pages_answer_while_five_hundred_calls_are_written_down];

const CALLS: usize = 500;
/// How long one page may take meanwhile.
const PAGE_DEADLINE: Duration = Duration::from_secs(30);
/// How long all of it may take.
const DEADLINE: Duration = Duration::from_secs(300);

async fn pages_answer_while_five_hundred_calls_are_written_down(app: TestApp) {
    app.write(|tx| set_up_telephony(tx, &app.world));
    let extension = |number: usize| if number.is_multiple_of(2) { "200" } else { "201" };
    let calls: Vec<[String; 3]> = (0..CALLS).map(|number| at(call(number), number, extension(number))).collect();
    let part = |part: usize| send(calls.iter().map(|call| call[part].as_str()).collect::<String>());
    let listed = (0..CALLS).flat_map(|number| at(ringing(number), number, extension(number))).collect();
    let steps = [Step::SetCalls(CallList::Items(listed)), part(0), Step::AwaitListRequest(3), part(1), part(2)];
    let peer = Peer::start([Script::new(steps)]).await;
    for (parameter, value) in peer.parameters() {
        app.set_parameter(parameter, value);
    }
    until("it logs in", || peer.logins() == 1).await;
    let (start, mut seen, mut slowest) = (Instant::now(), Vec::new(), Duration::ZERO);
    loop {
        let asked = Instant::now();
        let open: Vec<CallPopUp> = app.executor.get("/calls/popups").await.good();
        slowest = slowest.max(asked.elapsed());
        let ended = open.iter().filter(|popup| popup.state == CallState::Ended).count();
        if ended == CALLS / 2 {
            assert!(open.iter().all(|popup| popup.verified), "the exchange has confirmed each");
            break;
        }
        seen.push((open.len(), ended));
        assert!(start.elapsed() < DEADLINE, "{seen:?}");
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
    assert!(slowest < PAGE_DEADLINE, "{slowest:?}");
    assert!(seen.len() > 2, "it answered meanwhile: {seen:?}");
    let theirs: Vec<CallPopUp> = app.second.get("/calls/popups").await.good();
    assert_eq!(theirs.len(), CALLS / 2);
    let all: Page<CallRow> = app.administrator.get("/calls?everybody=true&page_size=1").await.good();
    assert_eq!(all.total, i64::try_from(CALLS).unwrap());
    let counts: CallCounts = app.administrator.get("/calls/counts?everybody=true").await.good();
    assert_eq!((counts.received, counts.answered), (500, 500));
}
