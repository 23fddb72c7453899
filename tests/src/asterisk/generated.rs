//! Any number of calls, generated from a recorded one.

use super::recording::{Entry, load};
use super::script::ACTION_ID;

/// The events of a call that is answered and hung up (recording 10), with ids of its own and at
/// an extension of its own: until it rings, until it is answered, until it ends.
///
/// # Panics
/// When the recording has changed.
#[must_use]
pub fn call(number: usize) -> [String; 3] {
    let server = load("10-direct-answered-caller-hangs-up").into_iter().filter_map(|(_, entry)| match entry {
        Entry::Server(_, bytes) => Some(String::from_utf8(bytes).unwrap()),
        _ => None,
    });
    let text: String = server.filter(|text| text.starts_with("Event")).collect();
    let text = text
        .replace("1795310540.2", &format!("1795310540.{}", 10_000 + 2 * number))
        .replace("1795310540.3", &format!("1795310540.{}", 10_001 + 2 * number))
        .replace("trunk-00000002", &format!("trunk-{number:08x}"))
        .replace("PJSIP/200-00000003", &format!("PJSIP/{}-{number:08x}", 20_000 + number));
    let answer = text.find("Event: Newstate\r\nPrivilege: call,all\r\nChannel: PJSIP/2").unwrap();
    let answer = answer + text[answer..].find("ChannelState: 6").unwrap();
    let answer = text[..answer].rfind("Event: ").unwrap();
    let end = text.find("Event: HangupRequest").unwrap();
    [text[..answer].to_owned(), text[answer..end].to_owned(), text[end..].to_owned()]
}

/// The items of the list of calls while that call rings: the caller's channel, the phone's channel.
#[must_use]
pub fn ringing(number: usize) -> [String; 2] {
    let item = |channel: &str, leg: usize, state: u8, application: &str| {
        format!(
            "Event: CoreShowChannel\r\nActionID: {ACTION_ID}\r\nChannel: {channel}\r\nChannelState: {state}\r\n\
             CallerIDNum: +33199001234\r\nCallerIDName: Marie Martin\r\nConnectedLineNum: +33199001234\r\n\
             ConnectedLineName: Marie Martin\r\nUniqueid: 1795310540.{leg}\r\nLinkedid: 1795310540.{}\r\n\
             Application: {application}\r\nApplicationData: x\r\nDuration: 00:00:01\r\nBridgeId: \r\n\r\n",
            10_000 + 2 * number
        )
    };
    [
        item(&format!("PJSIP/trunk-{number:08x}"), 10_000 + 2 * number, 4, "Dial"),
        item(&format!("PJSIP/{}-{number:08x}", 20_000 + number), 10_001 + 2 * number, 5, "AppDial"),
    ]
}

/// The texts with that call moved to another extension.
#[must_use]
pub fn at<const N: usize>(texts: [String; N], number: usize, extension: &str) -> [String; N] {
    texts.map(|text| text.replace(&format!("PJSIP/{}-", 20_000 + number), &format!("PJSIP/{extension}-")))
}
