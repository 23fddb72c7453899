//! Tabs are simulated: their locks, channel, timers and the server's stream are data that the tests look at.

mod simulation;

use super::*;
use proptest::prelude::*;
use simulation::{Browser, at, event};

#[test]
fn messages_keep_their_spelling() {
    let ask = serde_json::to_string(&TabMessage::AskPosition).unwrap();
    assert_eq!(ask, r#""Where""#);
    let advanced = TabMessage::Advanced { from: at(1), to: at(2), event: Some("{}".to_owned()) };
    let text = serde_json::to_string(&advanced).unwrap();
    assert_eq!(text, r#"{"Went":{"from":"0-1","to":"0-2","event":"{}"}}"#);
    assert_eq!(serde_json::from_str::<TabMessage>(&text).unwrap(), advanced);
    assert!(serde_json::from_str::<TabMessage>(r#"{"Later":{}}"#).is_err());
}

#[test]
fn pauses_double_up_to_a_limit() {
    let pauses: Vec<u32> = (1..=8).map(retry_pause).collect();
    assert_eq!(pauses, [5_000, 10_000, 20_000, 40_000, 80_000, 120_000, 120_000, 120_000]);
    assert_eq!(retry_pause(0), 5_000);
    assert_eq!(retry_pause(u32::MAX), 120_000);
}

#[test]
fn one_tab_holds_the_stream_for_all() {
    let browser = Browser::with_tabs(3);
    browser.enter_all();
    browser.settle();
    assert_eq!(browser.streaming(), [0]);
    browser.server_sends();
    browser.settle();
    for tab in 0..3 {
        assert_eq!(browser.published(tab), [event(1)], "tab {tab}");
    }
}

#[test]
fn the_next_tab_goes_on_after_its_own_position() {
    let browser = Browser::with_tabs(2);
    browser.enter_all();
    browser.settle();
    browser.server_sends();
    browser.settle();
    browser.leave(0);
    browser.server_sends();
    browser.settle();
    assert_eq!(browser.streaming(), [1]);
    assert_eq!(browser.published(1), [event(1), event(2)]);
    browser.enter(0);
    browser.settle();
    // What happened while the first tab was away: it reads everything again.
    assert_eq!(browser.published(0).last().unwrap().kind, LiveKind::Reset);
    assert_eq!(browser.streaming(), [1]);
}

#[test]
fn a_frozen_holder_has_the_lock_taken_away() {
    let browser = Browser::with_tabs(2);
    browser.enter_all();
    browser.settle();
    browser.freeze(0);
    browser.server_sends();
    browser.ask(1);
    browser.settle();
    assert_eq!(browser.published(1), [event(1)]);
    browser.thaw(0);
    browser.settle();
    assert_eq!(browser.streaming(), [1]);
    assert!(browser.missing(0).is_empty());
}

#[test]
fn a_holder_that_answers_keeps_the_lock() {
    let browser = Browser::with_tabs(2);
    browser.enter_all();
    browser.settle();
    browser.ask(1);
    browser.settle();
    assert_eq!((browser.streaming(), browser.locks_taken()), (vec![0], 0));
}

#[test]
fn without_locks_each_tab_has_its_own_stream() {
    let browser = Browser::without_locks(2);
    browser.enter_all();
    browser.settle();
    browser.server_sends();
    browser.settle();
    assert_eq!(browser.streaming(), [0, 1]);
    assert_eq!((browser.published(0), browser.published(1)), (vec![event(1)], vec![event(1)]));
}

#[test]
fn a_refused_stream_is_tried_again_and_by_the_next_tab_first() {
    let browser = Browser::with_tabs(2);
    browser.enter_all();
    browser.settle();
    browser.refuse(0);
    browser.deliver_all();
    assert_eq!(browser.streaming(), [1]);
    assert_eq!(browser.retry_timer(0), Some(5_000));
    browser.refuse(1);
    browser.settle();
    assert_eq!(browser.streaming().len(), 1);
}

#[test]
fn an_expired_login_is_not_asked_for_again_until_another_tab_hears() {
    let browser = Browser::with_tabs(2);
    browser.enter_all();
    browser.settle();
    browser.set_login_expired(true);
    browser.refuse(0);
    browser.settle();
    assert!(browser.streaming().is_empty());
    browser.ask(0);
    browser.settle();
    assert!(browser.streaming().is_empty(), "nobody asks while the login has expired");
    // Somebody logs in in the second tab, which enters again; the first one hears of it.
    browser.set_login_expired(false);
    browser.leave(1);
    browser.enter(1);
    browser.settle();
    assert_eq!(browser.streaming(), [1]);
    browser.leave(1);
    browser.settle();
    assert_eq!(browser.streaming(), [0]);
}

#[test]
fn a_check_of_the_session_that_ends_after_leaving_starts_nothing() {
    let browser = Browser::with_tabs(1);
    browser.enter_all();
    browser.settle();
    browser.refuse(0);
    browser.deliver_remote(0);
    browser.leave(0);
    browser.settle();
    assert_eq!((browser.streaming(), browser.retry_timer(0)), (vec![], None));
}

/// A refusal of a tab that has left and entered again meanwhile must not make it give up the lock that it has now.
#[test]
fn a_check_of_the_session_that_ends_after_entering_again_changes_nothing() {
    let browser = Browser::with_tabs(2);
    browser.enter_all();
    browser.settle();
    browser.refuse(0);
    browser.deliver_remote(0);
    browser.leave(1);
    browser.leave(0);
    browser.enter(0);
    browser.enter(1);
    browser.settle();
    assert_eq!(browser.streaming(), [0]);
}

#[test]
fn what_was_heard_is_not_published_twice() {
    let browser = Browser::with_tabs(1);
    browser.enter_all();
    browser.settle();
    browser.server_sends();
    browser.settle();
    let again = TabMessage::Advanced { from: at(0), to: at(1), event: serde_json::to_string(&event(1)).ok() };
    browser.hears(0, again);
    assert_eq!(browser.published(0), [event(1)]);
}

#[test]
fn a_missed_event_makes_pages_read_everything_again() {
    let browser = Browser::with_tabs(1);
    browser.enter_all();
    browser.hears(0, TabMessage::Advanced { from: at(4), to: at(5), event: serde_json::to_string(&event(5)).ok() });
    let kinds: Vec<LiveKind> = browser.published(0).iter().map(|event| event.kind).collect();
    assert_eq!(kinds, [LiveKind::Reset, LiveKind::Changed]);
    assert_eq!(browser.position(0), at(5));
}

#[test]
fn a_reset_of_the_server_is_published_at_any_position() {
    let browser = Browser::with_tabs(1);
    browser.enter_all();
    browser.hears(0, TabMessage::Advanced { from: at(9), to: at(9), event: None });
    let reset = LiveEvent { kind: LiveKind::Reset, number: None, actor_id: None };
    let text = serde_json::to_string(&reset).ok();
    browser.hears(0, TabMessage::Advanced { from: at(9), to: at(3), event: text });
    assert_eq!(browser.position(0), at(3));
    assert_eq!(browser.published(0).last(), Some(&reset));
}

#[derive(Debug, Clone, Copy)]
enum Action {
    Enter(usize),
    Leave(usize),
    Ask(usize),
    Freeze(usize),
    Thaw(usize),
    TimeOut(usize),
    DeliverLocal(usize),
    DeliverRemote(usize),
    ServerSends,
    Refuse(usize),
}

fn action(tabs: usize) -> impl Strategy<Value = Action> {
    prop_oneof![
        1 => (0..tabs).prop_map(Action::Enter),
        1 => (0..tabs).prop_map(Action::Leave),
        1 => (0..tabs).prop_map(Action::Ask),
        1 => (0..tabs).prop_map(Action::Freeze),
        1 => (0..tabs).prop_map(Action::Thaw),
        1 => (0..tabs).prop_map(Action::TimeOut),
        4 => (0..tabs).prop_map(Action::DeliverLocal),
        4 => (0..tabs).prop_map(Action::DeliverRemote),
        2 => Just(Action::ServerSends),
        1 => (0..tabs).prop_map(Action::Refuse),
    ]
}

proptest! {
    /// Whatever tabs do, once all of them are looked at again just one holds the stream and none has missed an event.
    #[test]
    fn no_tab_misses_an_event(actions in prop::collection::vec(action(3), 0..120)) {
        let browser = Browser::with_tabs(3);
        browser.enter_all();
        for action in actions {
            match action {
                Action::Enter(tab) => browser.enter(tab),
                Action::Leave(tab) => browser.leave(tab),
                Action::Ask(tab) => browser.ask(tab),
                Action::Freeze(tab) => browser.freeze(tab),
                Action::Thaw(tab) => browser.thaw(tab),
                Action::TimeOut(tab) => browser.answer_times_out(tab),
                Action::DeliverLocal(tab) => browser.deliver_local(tab),
                Action::DeliverRemote(tab) => browser.deliver_remote(tab),
                Action::ServerSends => browser.server_sends(),
                Action::Refuse(tab) => browser.refuse(tab),
            }
        }
        for tab in 0..3 {
            browser.thaw(tab);
            browser.enter(tab);
            browser.ask(tab);
        }
        browser.settle();
        browser.server_sends();
        browser.settle();
        prop_assert_eq!(browser.streaming().len(), 1);
        for tab in 0..3 {
            prop_assert_eq!(browser.missing(tab), Vec::<i64>::new(), "tab {}", tab);
        }
    }
}
