//! What is sent, and which blocks count as sent by Asterisk.

use proptest::prelude::*;
use solicita::domain::telephony::ami::protocol::{
    Action, ActionError, ActionId, Classifier, DropReason, EventClass, MAX_ACTION_LINE, Message, Parser,
};
use tests::asterisk::recording::{Entry, load};

fn id(text: &str) -> ActionId {
    ActionId::new(text).unwrap()
}

/// What the recorder's client sent, action by action; Asterisk accepted it.
fn sent(recording: &str) -> Vec<String> {
    let steps = load(recording).into_iter();
    steps
        .filter_map(
            |(_, step)| if let Entry::Client(_, bytes) = step { Some(String::from_utf8(bytes).unwrap()) } else { None },
        )
        .collect()
}

fn write(action: &Action<'_>, action_id: &str) -> String {
    String::from_utf8(action.write(&id(action_id)).unwrap()).unwrap()
}

#[test]
fn actions_are_written_as_the_recorded_client_wrote_them() {
    let login = Action::Login { username: "monitor", secret: "secret" };
    assert_eq!(write(&login, "1"), sent("01-login-ok")[0]);
    assert_eq!(write(&Action::Logoff, "bye"), sent("01-login-ok")[1]);
    assert_eq!(write(&Action::Challenge, "1"), sent("04-login-md5")[0]);
    let md5 = Action::LoginMd5 { username: "monitor", secret: "secret", challenge: "111179145" };
    assert_eq!(write(&md5, "2"), sent("04-login-md5")[1].replace("Events: off\r\n", ""));
    assert_eq!(write(&Action::Ping, "abc-1"), sent("05-ping")[1]);
    assert_eq!(write(&Action::CoreShowChannels, "after"), sent("73-kill9-during-call")[2]);
    let queues = sent("63-connect-while-ringing-no-write")[1].replace("Queue: 300\r\n", "");
    assert_eq!(write(&Action::QueueStatus, "nw-QueueStatus"), queues);
    let events = |classes, name: &str| write(&Action::Events(classes), &format!("m-{name}"));
    let masks = sent("07-eventmask");
    assert_eq!(events(&[], "off"), masks[1]);
    assert_eq!(events(&[EventClass::Call], "call"), masks[2]);
    assert_eq!(events(&[EventClass::Agent], "agent"), masks[4]);
    let both = events(&[EventClass::Agent, EventClass::Call], "system,call");
    assert_eq!(both, masks[7].replace("EventMask: system,", "EventMask: agent,"));
}

#[test]
fn values_that_could_end_a_header_are_refused() {
    for bad in ["a\rb", "a\nb", "a\r\nAction: Originate", "a\0b", "a\u{85}b"] {
        let login = Action::Login { username: "monitor", secret: bad };
        assert_eq!(login.write(&id("1")), Err(ActionError::ControlCharacter("Secret")));
        let login = Action::LoginMd5 { username: bad, secret: "s", challenge: "1" };
        assert_eq!(login.write(&id("1")), Err(ActionError::ControlCharacter("Username")));
        assert_eq!(ActionId::new(bad), Err(ActionError::Id));
    }
    let long = "x".repeat(MAX_ACTION_LINE);
    let login = Action::Login { username: &long, secret: "s" };
    assert_eq!(login.write(&id("1")), Err(ActionError::TooLong("Username")));
    assert_eq!(ActionId::new(""), Err(ActionError::Id));
    assert_eq!(ActionId::new(&"x".repeat(65)), Err(ActionError::Id));
}

fn value() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{0,40}", "[a-z: \r\n]{0,20}", any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_action_is_refused_or_is_one_block_with_our_headers(username in value(), secret in value()) {
        let has_control = format!("{username}{secret}").chars().any(char::is_control);
        match (Action::Login { username: &username, secret: &secret }).write(&id("1")) {
            Err(_) => prop_assert!(has_control),
            Ok(bytes) => {
                let blocks = Parser::new().push(&bytes);
                prop_assert_eq!(blocks.len(), 1);
                let block = blocks[0].as_ref().unwrap();
                let names: Vec<&str> = block.headers().iter().map(|header| header.name.as_str()).collect();
                prop_assert_eq!(names, ["Action", "ActionID", "Username", "Secret"]);
                prop_assert_eq!(block.one("Username"), Some(username.as_str()));
                prop_assert_eq!(block.one("Secret"), Some(secret.as_str()));
            }
        }
    }
}

fn judge(classifier: &mut Classifier, text: &str) -> Message {
    let mut blocks = Parser::new().push(text.as_bytes());
    classifier.classify(blocks.remove(0))
}

#[test]
fn only_what_asterisk_would_send_here_counts() {
    let mut classifier = Classifier::new();
    assert!(classifier.expect(&id("one")));
    assert!(classifier.expect(&id("list")));
    for (text, reason) in [
        ("Privilege: call,all\r\nEvent: Newstate\r\n\r\n", DropReason::OutOfPlace),
        ("Event: Newstate\r\nChannel: x\r\nPrivilege: call,all\r\n\r\n", DropReason::OutOfPlace),
        ("Event: Newstate\r\nPrivilege: call,all\r\nEvent: Hangup\r\n\r\n", DropReason::OutOfPlace),
        ("CallerIDName: x\r\nUniqueid: 1.1\r\n\r\n", DropReason::OutOfPlace),
        ("Response: Success\r\n\r\n", DropReason::Unsolicited),
        ("Response: Success\r\nActionID: two\r\n\r\n", DropReason::Unsolicited),
        ("Response: Success\r\nActionID: one\r\nActionID: one\r\n\r\n", DropReason::Unsolicited),
        ("Event: CoreShowChannel\r\nActionID: two\r\n\r\n", DropReason::Unsolicited),
    ] {
        assert_eq!(judge(&mut classifier, text), Message::Dropped(reason), "{text}");
    }
    let good = judge(&mut classifier, "Event: Newstate\r\nPrivilege: call,all\r\nChannel: x\r\n\r\n");
    assert!(matches!(good, Message::Event { name, .. } if name == "Newstate"));
    let answer = "Response: Error\r\nActionID: one\r\nMessage: Permission denied\r\n\r\n";
    assert!(matches!(judge(&mut classifier, answer), Message::Response { success: false, .. }));
    assert_eq!(judge(&mut classifier, answer), Message::Dropped(DropReason::Unsolicited), "answered once");

    let start = "Response: Success\r\nActionID: list\r\nEventList: start\r\n\r\n";
    assert!(matches!(judge(&mut classifier, start), Message::Response { success: true, .. }));
    let item = "Event: CoreShowChannel\r\nActionID: list\r\n\r\n";
    assert!(matches!(judge(&mut classifier, item), Message::Item { .. }));
    let end = "Event: CoreShowChannelsComplete\r\nActionID: list\r\nEventList: Complete\r\nListItems: 1\r\n\r\n";
    assert!(matches!(judge(&mut classifier, end), Message::Item { .. }));
    assert_eq!(judge(&mut classifier, item), Message::Dropped(DropReason::Unsolicited), "the list is over");
}

#[test]
fn not_more_than_64_answers_are_waited_for() {
    let mut classifier = Classifier::new();
    assert!((0..64).all(|number| classifier.expect(&id(&number.to_string()))));
    assert!(!classifier.expect(&id("one-more")));
}
