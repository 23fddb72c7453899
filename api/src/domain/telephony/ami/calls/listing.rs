use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};

use super::super::protocol::Block;
use super::change::{Proof, WithdrawReason};
use super::store::MAX_CHANNELS;
use super::text::Caller;
use super::tracker::{MAX_ID, MAX_QUEUE, Sight, Tracker};

/// The most lists that are read at a time; the oldest is given up for a newer one.
const MAX_LISTS: usize = 2;

/// Lists whose items are still coming.
#[derive(Debug, Default)]
pub(super) struct Listings {
    open: Vec<Listing>,
}

#[derive(Debug)]
struct Listing {
    id: String,
    /// The number of the message with which it began.
    began: u64,
    /// An item could not be read or was too many: what is not in the list may still exist.
    broken: bool,
    items: Vec<Item>,
}

/// What is used of a `CoreShowChannel`.
#[derive(Debug)]
struct Item {
    id: String,
    call: String,
    name: String,
    state: String,
    own: Caller,
    connected: Caller,
    queue: Option<String>,
    /// Whether the PBX called it: then it is a phone, not a caller.
    was_called: bool,
    talks: bool,
    began: DateTime<Utc>,
}

impl Item {
    fn read(block: &Block, now: DateTime<Utc>) -> Option<Self> {
        let sight = Sight::read(block, "")?;
        let application = block.one("Application")?;
        let queue = block.one("ApplicationData")?.split(',').next().filter(|_| application == "Queue");
        Some(Self {
            id: sight.id.to_owned(),
            call: sight.call.to_owned(),
            name: sight.name.to_owned(),
            state: block.one("ChannelState").filter(|state| state.len() <= 2)?.to_owned(),
            own: Caller::clean(block.one("CallerIDNum")?, block.one("CallerIDName")?),
            connected: Caller::clean(block.one("ConnectedLineNum")?, block.one("ConnectedLineName")?),
            queue: queue.filter(|queue| queue.len() <= MAX_QUEUE).map(str::to_owned),
            was_called: matches!(application, "AppDial" | "AppQueue"),
            talks: !block.one("BridgeId")?.is_empty(),
            began: now - age(block.one("Duration")?),
        })
    }

    fn sight(&self) -> Sight<'_> {
        Sight { id: &self.id, call: &self.call, name: &self.name }
    }
}

impl Tracker {
    /// An answer to an action: a list may begin.
    pub(super) fn list_begins(&mut self, id: &str, answer: &Block) {
        if answer.one("EventList").is_some_and(|value| value.eq_ignore_ascii_case("start")) {
            self.listing(id);
        }
    }

    fn listing(&mut self, id: &str) -> &mut Listing {
        let open = &mut self.listings.open;
        let place = open.iter().position(|listing| listing.id == id).unwrap_or_else(|| {
            if open.len() == MAX_LISTS {
                open.remove(0);
            }
            open.push(Listing { id: id.to_owned(), began: self.message, broken: false, items: Vec::new() });
            open.len() - 1
        });
        &mut open[place]
    }

    /// An item of a list that we asked for. Nothing of `CoreShowChannels` is used before the list is complete, because a
    /// leg may stand before its caller.
    pub(super) fn item(&mut self, id: &str, name: &str, block: &Block, now: DateTime<Utc>) {
        match name {
            "CoreShowChannel" => {
                let item = Item::read(block, now);
                if item.is_none() {
                    self.suspect(now);
                }
                let listing = self.listing(id);
                match item {
                    Some(item) if listing.items.len() < MAX_CHANNELS => listing.items.push(item),
                    _ => listing.broken = true,
                }
            }
            "QueueEntry" => {
                let read = self.queue_entry(block, now);
                self.suspect_unless(read, now);
            }
            _ if block.one("EventList").is_some_and(|value| value.eq_ignore_ascii_case("Complete")) => {
                let Some(place) = self.listings.open.iter().position(|listing| listing.id == id) else { return };
                let listing = self.listings.open.remove(place);
                if name == "CoreShowChannelsComplete" {
                    let count = block.one("ListItems").and_then(|count| count.parse::<usize>().ok());
                    let complete = !listing.broken && count == Some(listing.items.len());
                    self.learn(&listing, complete, now);
                }
            }
            _ => {}
        }
    }

    fn learn(&mut self, listing: &Listing, complete: bool, now: DateTime<Utc>) {
        for item in &listing.items {
            self.learn_channel(item, now);
        }
        for item in &listing.items {
            self.learn_state(item, now);
        }
        if complete {
            let listed: BTreeSet<&str> = listing.items.iter().map(|item| item.id.as_str()).collect();
            let channels = self.store.channels.iter();
            let missing = channels.filter(|(id, channel)| {
                channel.gone.is_none() && channel.seen < listing.began && !listed.contains(id.as_str())
            });
            for id in missing.map(|(id, _)| id.clone()).collect::<Vec<_>>() {
                self.lose_channel(&id, WithdrawReason::NotListed, now);
            }
        }
    }

    fn learn_channel(&mut self, item: &Item, now: DateTime<Utc>) {
        match self.store.channels.get(&item.id) {
            Some(known) if known.name != item.name => return self.suspect(now),
            Some(_) => self.vouch(&item.id, Proof::Answer),
            None => self.add(&item.sight(), Proof::Answer, item.began),
        }
        let Some(channel) = self.store.channels.get(&item.id) else { return };
        let Some(call) = self.store.calls.get_mut(&channel.call) else { return };
        if item.id == item.call && call.caller == Caller::default() {
            call.caller = item.own.clone();
        }
        if item.queue.is_some() {
            // In a talk the caller's channel still shows the queue, but waits no more.
            call.waits = !item.talks;
            call.queue.clone_from(&item.queue);
        }
    }

    fn learn_state(&mut self, item: &Item, now: DateTime<Utc>) {
        let Some(known) = self.store.channels.get_mut(&item.id).filter(|known| known.name == item.name) else { return };
        match item.state.as_str() {
            "5" => {
                // Cannot contradict: the name was compared above.
                let _told = self.rings(&item.sight(), item.connected.clone(), now);
            }
            "6" if item.was_called && item.talks => {
                let learnt_now = known.seen == self.message;
                if learnt_now {
                    known.caller = item.connected.clone();
                }
                // How long it rang is not known; the whole age of the leg is the nearest there is.
                self.answers(&item.id, if learnt_now { item.began } else { now });
            }
            _ => {}
        }
    }

    /// A caller who waits in a queue: all that an account with `write=` empty can learn (recording 63).
    fn queue_entry(&mut self, block: &Block, now: DateTime<Utc>) -> Option<()> {
        let (id, name) = (block.one("Uniqueid")?, block.one("Channel")?);
        let queue = block.one("Queue")?;
        if [id, name].iter().any(|text| !(1..=MAX_ID).contains(&text.len())) || queue.len() > MAX_QUEUE {
            return None;
        }
        if !self.store.channels.contains_key(id) {
            let wait = block.one("Wait").and_then(|wait| wait.parse::<u32>().ok()).unwrap_or(0);
            self.add(&Sight { id, call: id, name }, Proof::Answer, now - TimeDelta::seconds(wait.into()));
            let call = self.store.calls.get_mut(id)?;
            call.caller = Caller::clean(block.one("CallerIDNum")?, block.one("CallerIDName")?);
        }
        let channel = self.store.channels.get(id).filter(|channel| channel.gone.is_none() && channel.name == name)?;
        let call = self.store.calls.get_mut(&channel.call)?;
        call.queue = Some(queue.to_owned());
        call.waits = true;
        Some(())
    }
}

/// The age of a channel, from `00:00:02` (hours may have more digits). Zero when it cannot be read.
fn age(duration: &str) -> TimeDelta {
    let parts = duration.split(':').map(|part| part.parse::<u16>().map(i64::from));
    match parts.collect::<Result<Vec<_>, _>>().as_deref() {
        Ok([hours, minutes, seconds]) => TimeDelta::seconds((hours * 60 + minutes) * 60 + seconds),
        _ => TimeDelta::zero(),
    }
}
