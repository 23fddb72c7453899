//! Lists that the exchange sends in answer to a question: `CoreShowChannels` and `QueueStatus`.

use super::super::protocol::Block;
use super::change::WithdrawReason;
use super::identity::{ChannelIdentity, MAX_ID, MAX_QUEUE};
use super::ringing::{STATE_RINGING, STATE_UP};
use super::store::MAX_CHANNELS;
use super::text::{Party, parse_duration};
use super::tracked::TrackedCalls;
use super::verification::Verification;
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeSet;

/// The most lists that are read at a time. The oldest is given up for a newer one.
const MAX_LISTS: usize = 2;

/// The lists whose items are still coming.
#[derive(Debug, Default)]
pub(super) struct Listings {
    open: Vec<Listing>,
}

#[derive(Debug)]
struct Listing {
    id: String,
    /// The number of the message with which it began.
    first_message: u64,
    /// An item could not be read, or there were too many. Then a channel may exist although the list lacks it.
    incomplete: bool,
    items: Vec<ListedChannel>,
}

/// What is used of a `CoreShowChannel`.
#[derive(Debug)]
struct ListedChannel {
    id: String,
    call: String,
    name: String,
    state: String,
    /// The party at the channel itself.
    own: Party,
    /// The party that it is connected to.
    connected: Party,
    queue: Option<String>,
    /// Whether the exchange called it. Then it is a phone, not a caller.
    was_called: bool,
    talks: bool,
    since: DateTime<Utc>,
}

impl ListedChannel {
    fn read(block: &Block, now: DateTime<Utc>) -> Option<Self> {
        let identity = ChannelIdentity::read(block, "")?;
        let application = block.one("Application")?;
        let queue = block.one("ApplicationData")?.split(',').next().filter(|_| application == "Queue");
        let age = parse_duration(block.one("Duration")?).unwrap_or_default();
        Some(Self {
            id: identity.id.to_owned(),
            call: identity.call.to_owned(),
            name: identity.name.to_owned(),
            state: block.one("ChannelState").filter(|state| state.len() <= 2)?.to_owned(),
            own: Party::clean(block.one("CallerIDNum")?, block.one("CallerIDName")?),
            connected: Party::clean(block.one("ConnectedLineNum")?, block.one("ConnectedLineName")?),
            queue: queue.filter(|queue| queue.len() <= MAX_QUEUE).map(str::to_owned),
            was_called: matches!(application, "AppDial" | "AppQueue"),
            talks: !block.one("BridgeId")?.is_empty(),
            since: now - age,
        })
    }

    fn identity(&self) -> ChannelIdentity<'_> {
        ChannelIdentity { id: &self.id, call: &self.call, name: &self.name }
    }
}

impl Listings {
    /// Takes an answer to an action. A list may begin with it.
    pub fn begin(&mut self, id: &str, answer: &Block, message: u64) {
        if answer.one("EventList").is_some_and(|value| value.eq_ignore_ascii_case("start")) {
            self.find_or_open(id, message);
        }
    }

    fn find_or_open(&mut self, id: &str, message: u64) -> &mut Listing {
        let open = &mut self.open;
        let place = open.iter().position(|listing| listing.id == id).unwrap_or_else(|| {
            if open.len() == MAX_LISTS {
                open.remove(0);
            }
            open.push(Listing { id: id.to_owned(), first_message: message, incomplete: false, items: Vec::new() });
            open.len() - 1
        });
        &mut open[place]
    }

    /// Takes an item of a list that was asked for. Items of `CoreShowChannels` are used only when the list is
    /// complete, because a leg may stand before its caller.
    pub fn item(&mut self, id: &str, name: &str, block: &Block, calls: &mut TrackedCalls) {
        match name {
            "CoreShowChannel" => {
                let item = ListedChannel::read(block, calls.now);
                if item.is_none() {
                    calls.suspect();
                }
                let listing = self.find_or_open(id, calls.message);
                match item {
                    Some(item) if listing.items.len() < MAX_CHANNELS => listing.items.push(item),
                    _ => listing.incomplete = true,
                }
            }
            "QueueEntry" => {
                let applied = calls.queue_entry(block);
                calls.suspect_unless_applied(applied);
            }
            _ if block.one("EventList").is_some_and(|value| value.eq_ignore_ascii_case("Complete")) => {
                let Some(place) = self.open.iter().position(|listing| listing.id == id) else { return };
                let listing = self.open.remove(place);
                if name == "CoreShowChannelsComplete" {
                    let count = block.one("ListItems").and_then(|count| count.parse::<usize>().ok());
                    let is_complete = !listing.incomplete && count == Some(listing.items.len());
                    calls.apply_listing(&listing, is_complete);
                }
            }
            _ => {}
        }
    }
}

impl TrackedCalls {
    fn apply_listing(&mut self, listing: &Listing, is_complete: bool) {
        for item in &listing.items {
            self.apply_channel(item);
        }
        for item in &listing.items {
            self.apply_state(item);
        }
        if is_complete {
            self.drop_unlisted(listing);
        }
    }

    /// Drops the channels that existed before a complete list began and are not in it.
    fn drop_unlisted(&mut self, listing: &Listing) {
        let listed: BTreeSet<&str> = listing.items.iter().map(|item| item.id.as_str()).collect();
        let channels = self.store.channels.iter();
        let missing = channels.filter(|(id, channel)| {
            channel.ended_at.is_none() && channel.first_message < listing.first_message && !listed.contains(id.as_str())
        });
        for id in missing.map(|(id, _)| id.clone()).collect::<Vec<_>>() {
            self.drop_channel(&id, WithdrawReason::NotListed);
        }
    }

    fn apply_channel(&mut self, item: &ListedChannel) {
        match self.store.channels.get(&item.id) {
            Some(known) if known.name != item.name => return self.suspect(),
            Some(_) => self.verify(&item.id, Verification::Exchange),
            None => self.add_channel(&item.identity(), Verification::Exchange, item.since),
        }
        let Some(channel) = self.store.channels.get(&item.id) else { return };
        let Some(call) = self.store.calls.get_mut(&channel.call) else { return };
        if item.id == item.call && call.caller == Party::default() {
            call.caller = item.own.clone();
        }
        if item.queue.is_some() {
            // While the caller talks, the caller's channel still names the queue, but the caller waits no more.
            call.waits = !item.talks;
            call.queue.clone_from(&item.queue);
        }
    }

    fn apply_state(&mut self, item: &ListedChannel) {
        let Some(known) = self.store.channels.get_mut(&item.id).filter(|known| known.name == item.name) else { return };
        match item.state.as_str() {
            STATE_RINGING => {
                // It cannot contradict what is known, because the name was compared above.
                let _ = self.start_ringing(&item.identity(), item.connected.clone());
            }
            STATE_UP if item.was_called && item.talks => {
                let is_new = known.first_message == self.message;
                if is_new {
                    known.caller = item.connected.clone();
                }
                // The list does not say how long a new channel rang; its whole age is the nearest value.
                self.answer(&item.id, if is_new { item.since } else { self.now });
            }
            _ => {}
        }
    }

    /// Applies `QueueEntry`: a caller waits in a queue. An account with an empty `write=` learns nothing else of calls
    /// that began before the connection (recording 63).
    fn queue_entry(&mut self, block: &Block) -> Option<()> {
        let (id, name) = (block.one("Uniqueid")?, block.one("Channel")?);
        let queue = block.one("Queue")?;
        if [id, name].iter().any(|text| !(1..=MAX_ID).contains(&text.len())) || queue.len() > MAX_QUEUE {
            return None;
        }
        if !self.store.channels.contains_key(id) {
            let wait = block.one("Wait").and_then(|wait| wait.parse::<u32>().ok()).unwrap_or(0);
            let since = self.now - TimeDelta::seconds(wait.into());
            self.add_channel(&ChannelIdentity { id, call: id, name }, Verification::Exchange, since);
            let call = self.store.calls.get_mut(id)?;
            call.caller = Party::clean(block.one("CallerIDNum")?, block.one("CallerIDName")?);
        }
        let call_id = self.store.live_channel(id).filter(|channel| channel.name == name)?.call.clone();
        let call = self.store.calls.get_mut(&call_id)?;
        call.queue = Some(queue.to_owned());
        call.waits = true;
        Some(())
    }
}
