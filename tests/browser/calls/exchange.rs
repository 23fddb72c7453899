//! A watched Asterisk, as it was recorded: what attendants see of its calls, without loading any page again.

use super::setting::{OTHER_ATTENDANT, POPUP, Setting, attendant, closed, focused, setting};
use crate::common::{keep_watch, open, watched};
use contract::calls::{CallResult, CallTag, MatchedBy};
use contract::identity::Me;
use locales::text;
use tests::Database;
use tests::asterisk::call_center::ANA_NUMBER;
use tests::asterisk::peer::Peer;
use tests::asterisk::script::{Script, in_parts};
use tests::browser::{Journey, Page, run};
use tests::server::{ATTENDANT, REQUESTER};
use thirtyfour::WindowHandle;

/// The caller hangs up.
const OVER: &str = "Event: HangupRequest";

#[test]
fn a_recorded_call_on_sqlite() {
    run(Database::Sqlite, async |journey| a_recorded_call(journey).await);
}

#[test]
fn a_recorded_call_on_postgres() {
    run(Database::Postgres, async |journey| a_recorded_call(journey).await);
}

/// It rings at 200, is answered, and the caller hangs up.
async fn a_recorded_call(journey: &Journey) {
    let setting = setting(journey, ATTENDANT).await;
    let caller = setting.requester(journey).await;
    let answered = "Channel: PJSIP/200-00000003\r\nChannelState: 6";
    let peer = Peer::start([in_parts("10-direct-answered-caller-hangs-up", &[answered, OVER])]).await;
    setting.watch(&peer).await;
    let page = &setting.page;
    let screens = Screens::open(page).await;

    peer.proceed();
    let why = page.text("calls-why-telephone");
    let ringing = text!(page.language(), "calls-ringing", extension = "200");
    screens.see(&[&caller.name, &ringing, &why, ANA_NUMBER, &page.text("calls-direct")]).await;
    let unverified = page.texts(".call__unverified").await.unwrap();
    let unverified: Vec<&str> = unverified.iter().map(|text| text.trim()).collect();
    assert_eq!(unverified, [page.text("calls-unverified")], "the account of the recording may not ask the exchange");
    peer.proceed();
    screens.see(&[&caller.name, &page.text("calls-talking")]).await;
    peer.proceed();
    screens.see(&[&caller.name, &page.text("calls-ended"), &page.text("calls-about")]).await;
    page.press_in(POPUP, &page.text("calls-tag-information")).await;
    screens.closed().await;

    let rows = setting.log().await;
    assert_eq!(rows.len(), 1, "{rows:?}");
    let row = &rows[0];
    assert_eq!((row.result, row.tag), (Some(CallResult::Answered), Some(CallTag::Information)));
    assert_eq!((row.person.as_ref().unwrap().id, row.matched_by), (caller.id, Some(MatchedBy::Telephone)));
    assert_eq!((row.number.as_deref(), row.extension.as_deref()), (Some(ANA_NUMBER), Some("200")));
}

/// Tabs of one attendant with other pages, in each of which they type.
struct Screens<'a> {
    page: &'a Page,
    /// Each with the field that they type in.
    tabs: Vec<(WindowHandle, &'static str)>,
}

impl<'a> Screens<'a> {
    /// The desk, a page of the portal, and *Assistance*, which says that the exchange is connected.
    async fn open(page: &'a Page) -> Self {
        let mut tabs = vec![(page.tab().await, "desk-search")];
        page.go("/desk").await;
        tabs.push((page.open_tab().await, "home-search"));
        page.go("/").await;
        tabs.push((page.open_tab().await, "calls-search"));
        page.go("/desk/assistance").await;
        page.see(&page.text("calls-exchange-on")).await;
        for (tab, field) in &tabs {
            page.switch_to(tab).await;
            page.fill(field, "mo").await;
            keep_watch(&[page]).await;
        }
        Self { page, tabs }
    }

    /// Waits until the pop-up of every one says all this. Whoever types goes on typing.
    async fn see(&self, said: &[&str]) {
        for (tab, field) in &self.tabs {
            self.page.switch_to(tab).await;
            for said in said {
                self.page.see_in(POPUP, said).await;
            }
            assert_eq!(focused(self.page).await, *field, "nothing takes the focus");
            let typed = self.page.value(field).await;
            self.page.keys("n").await;
            self.page.holds(field, &format!("{typed}n")).await;
        }
    }

    /// Waits until it is gone from every one, none of which was loaded again.
    async fn closed(&self) {
        for (tab, _) in &self.tabs {
            self.page.switch_to(tab).await;
            closed(self.page).await;
            assert!(watched(&[self.page]).await, "nothing was loaded again");
        }
    }
}

#[test]
fn whoever_answers_keeps_it_and_it_goes_from_the_others() {
    run(Database::Sqlite, async |journey| {
        let setting = setting(journey, ATTENDANT).await;
        let (other, _) = attendant(journey, OTHER_ATTENDANT, "201").await;
        let caller = setting.requester(journey).await;
        let number = open(&journey.server.person(REQUESTER).await, "Ramal mudo").await.row.number;
        let peer = Peer::start([a_queue_and_a_group()]).await;
        setting.watch(&peer).await;
        let page = &setting.page;
        page.go("/desk").await;
        other.go("/requests").await;
        keep_watch(&[page, &other]).await;

        // The queue rings at both, and 200 answers.
        peer.proceed();
        ring(&caller, page, &other).await;
        other.see_in(POPUP, &text!(other.language(), "calls-queue", name = "300")).await;
        peer.proceed();
        page.see_in(POPUP, &page.text("calls-talking")).await;
        closed(&other).await;
        peer.proceed();
        page.press_in(POPUP, &page.text("calls-tag-dropped")).await;
        closed(page).await;

        // The group rings at both, and 201 answers.
        peer.proceed();
        ring(&caller, page, &other).await;
        peer.proceed();
        other.see_in(POPUP, &other.text("calls-talking")).await;
        closed(page).await;
        peer.proceed();
        other.see_in(POPUP, &other.text("calls-about")).await;
        let call = setting.log_of_all().await.remove(0).id;
        other.fill(&format!("call-{call}-number"), &number.to_string()).await;
        other.press_in(POPUP, &text!(other.language(), "calls-link-to", number = number)).await;
        closed(&other).await;
        assert!(watched(&[page, &other]).await, "nothing was loaded again");
        each_is_in_the_log_once(&setting, number).await;
    });
}

/// Recordings 20 and 25, one after the other.
fn a_queue_and_a_group() -> Script {
    let answered = ["Channel: PJSIP/200-00000005\r\nChannelState: 6", "Channel: PJSIP/201-00000037\r\nChannelState: 6"];
    let mut queue = in_parts("20-queue-answered", &[answered[0], OVER]);
    let group = in_parts("25-ring-group-two-devices", &[answered[1], OVER]);
    queue.steps.extend(group.steps);
    queue
}

/// It rings at 200 and 201.
async fn ring(caller: &Me, page: &Page, other: &Page) {
    for (page, extension) in [(page, "200"), (other, "201")] {
        page.see_in(POPUP, &caller.name).await;
        page.see_in(POPUP, &text!(page.language(), "calls-ringing", extension = extension)).await;
    }
}

async fn each_is_in_the_log_once(setting: &Setting, number: i64) {
    let rows = setting.log_of_all().await;
    let said: Vec<_> = rows
        .iter()
        .map(|row| (row.extension.as_deref().unwrap(), row.queue.as_deref(), row.result, row.tag, row.requests.len()))
        .collect();
    let answered = Some(CallResult::Answered);
    let group = ("201", None, answered, None, 1);
    let queue = ("200", Some("300"), answered, Some(CallTag::Dropped), 0);
    assert_eq!(said, [group, queue]);
    assert_eq!(rows[0].requests[0].number, number);
}
