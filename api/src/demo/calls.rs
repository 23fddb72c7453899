//! The calls of the last hours: answered, missed, of somebody unknown.

use super::reference::World;
use crate::actions::calls::desk;
use crate::actions::calls::exchange::{self, End, Ring};
use crate::actions::extensions;
use crate::auth::Viewer;
use crate::error::Result;
use crate::models;
use crate::models::calls::log::{self, Filter};
use crate::models::requests::OPEN;
use crate::models::requests::lists::{self, Scope};
use crate::tx::Tx;
use chrono::{DateTime, TimeDelta, Utc};
use contract::calls::{CallDirection, CallResult, CallSource, CallTag, ConcludeCall, ExtensionEdit};

/// Where the attendant of the demo answered.
const EXTENSION: &str = "214";

/// Who calls.
enum From {
    /// Somebody of the company without a login, by their place among them.
    Colleague(usize),
    /// The requester who has a login.
    Requester,
    /// A number that nobody has.
    Number(&'static str),
    /// A number that is withheld.
    Withheld,
}

/// What becomes of it.
enum Fate {
    /// Answered, and about one of the caller's open requests.
    About(i64),
    /// Answered, and tagged.
    Tagged(i64, CallTag),
    /// Answered; nobody has said yet what it was about.
    Answered(i64),
    /// Not answered.
    InVain(CallResult),
}

struct Call {
    /// Minutes before now.
    ago: i64,
    from: From,
    queue: Option<&'static str>,
    /// Seconds.
    rang: i64,
    fate: Fate,
}

const QUEUE: Option<&str> = Some("Central de Serviços");

/// Calls to the attendant with a login. They no longer answer there afterwards.
pub fn play(tx: &mut Tx<'_>, world: &World, now: DateTime<Utc>) -> Result<()> {
    let Some(attendant) = world.person("atendente@demo.test").and_then(|place| world.cast.get(place)) else {
        return Ok(());
    };
    let attendant = &attendant.viewer;
    tx.now = now - TimeDelta::hours(5);
    extensions::record(tx, attendant, &ExtensionEdit { extension: Some(EXTENSION.to_owned()) })?;
    let calls = [
        Call { ago: 236, from: From::Colleague(3), queue: QUEUE, rang: 6, fate: Fate::About(260) },
        Call { ago: 211, from: From::Withheld, queue: QUEUE, rang: 41, fate: Fate::InVain(CallResult::Abandoned) },
        Call {
            ago: 188,
            from: From::Colleague(9),
            queue: None,
            rang: 4,
            fate: Fate::Tagged(115, CallTag::Information),
        },
        Call { ago: 151, from: From::Requester, queue: QUEUE, rang: 24, fate: Fate::InVain(CallResult::Missed) },
        Call { ago: 104, from: From::Colleague(14), queue: QUEUE, rang: 20, fate: Fate::InVain(CallResult::Missed) },
        Call {
            ago: 77,
            from: From::Number("4430251180"),
            queue: None,
            rang: 5,
            fate: Fate::Tagged(38, CallTag::WrongNumber),
        },
        Call { ago: 46, from: From::Colleague(6), queue: QUEUE, rang: 9, fate: Fate::About(304) },
        Call { ago: 19, from: From::Colleague(11), queue: QUEUE, rang: 7, fate: Fate::Answered(151) },
    ];
    for (place, call) in calls.iter().enumerate() {
        tx.now = now - TimeDelta::minutes(call.ago);
        one(tx, world, attendant, place, call)?;
    }
    models::extensions::remove(tx.conn, attendant.id())?;
    tx.now = now;
    Ok(())
}

fn one(tx: &mut Tx<'_>, world: &World, attendant: &Viewer, place: usize, call: &Call) -> Result<()> {
    let person = match call.from {
        From::Colleague(place) => {
            world.cast.iter().filter(|who| who.person.login.is_none()).nth(place).map(|who| who.viewer.id())
        }
        From::Requester => {
            world.person("solicitante@demo.test").and_then(|place| world.cast.get(place)).map(|who| who.viewer.id())
        }
        From::Number(_) | From::Withheld => None,
    };
    let number = match (&call.from, person) {
        (From::Number(number), _) => Some((*number).to_owned()),
        (_, Some(id)) => models::people::phones(tx.conn, id)?.into_iter().next().map(|phone| phone.number),
        (_, None) => None,
    };
    let key = format!("demo-{place}");
    let ring = Ring {
        source: CallSource::Monitor,
        key: &key,
        direction: CallDirection::Inbound,
        extension: Some(EXTENSION),
        number: number.as_deref(),
        name: None,
        queue: call.queue,
        verified: true,
    };
    exchange::ring(tx, &ring)?;
    tx.now += TimeDelta::seconds(call.rang);
    let (result, talked) = match call.fate {
        Fate::About(talked) | Fate::Tagged(talked, _) | Fate::Answered(talked) => (CallResult::Answered, talked),
        Fate::InVain(result) => (result, 0),
    };
    if result == CallResult::Answered {
        exchange::answer(tx, &ring)?;
        tx.now += TimeDelta::seconds(talked);
    }
    let talked = (talked > 0).then_some(talked);
    exchange::end(tx, &ring, &End { result: Some(result), talked, began: None, at: tx.now })?;
    conclude(tx, attendant, person, &call.fate)
}

fn conclude(tx: &mut Tx<'_>, attendant: &Viewer, person: Option<i64>, fate: &Fate) -> Result<()> {
    let what = match (fate, person) {
        (Fate::Tagged(_, tag), _) => ConcludeCall { tag: Some(*tag), number: None },
        (Fate::About(_), Some(person)) => {
            let theirs = lists::Filter {
                situations: OPEN.to_vec(),
                scope: Scope::queue(tx.conn, attendant)?,
                requester: Some(person),
                ..lists::Filter::new(Scope::Of(person), tx.stamp())
            };
            let Some(request) = lists::first(tx.conn, &theirs)? else { return Ok(()) };
            ConcludeCall { number: Some(request), tag: None }
        }
        _ => return Ok(()),
    };
    let newest = log::page(tx.conn, &Filter::default(), None, 1)?.items;
    newest.first().map_or(Ok(()), |call| desk::conclude(tx, attendant, call.id, &what))
}
