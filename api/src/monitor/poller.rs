//! Which questions to ask the exchange, and when: the list of its channels, and the callers in its queues when the
//! account may not list channels. At most one list of channels is outstanding.

use super::timing::Timing;
use crate::domain::telephony::ami::protocol::{Action, Block, Message};
use tokio::time::Instant;

/// A question to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Poll {
    /// `CoreShowChannels`.
    Channels,
    /// `QueueStatus`.
    Queues,
}

impl Poll {
    /// The action that asks it.
    pub fn action(self) -> Action<'static> {
        match self {
            Self::Channels => Action::CoreShowChannels,
            Self::Queues => Action::QueueStatus,
        }
    }
}

/// What a message says about the questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PollAnswer {
    /// Nothing that matters here.
    Other,
    /// The account may not list channels.
    PermissionDenied,
}

/// Decides when to ask what on one connection.
#[derive(Debug)]
pub(super) struct Poller {
    timing: Timing,
    may_list: bool,
    /// The action id of the list that is outstanding, and when it was asked for.
    outstanding: Option<(String, Instant)>,
    last_listing: Instant,
    /// A phone rings that only a list can verify.
    listing_requested: bool,
    queues_due: bool,
}

impl Poller {
    /// On a new connection a list of channels is due at once.
    pub fn new(timing: &Timing, now: Instant) -> Self {
        let last_listing = now.checked_sub(timing.listing_gap).unwrap_or(now);
        Self {
            timing: timing.clone(),
            may_list: true,
            outstanding: None,
            last_listing,
            listing_requested: true,
            queues_due: false,
        }
    }

    /// Asks for a list of channels soon, because a phone rings that only a list can verify.
    pub fn request_listing(&mut self) {
        self.listing_requested = true;
    }

    /// The question to ask now, if there is one.
    pub fn due(&self, now: Instant) -> Option<Poll> {
        if self.queues_due {
            return Some(Poll::Queues);
        }
        self.next_listing_at().is_some_and(|next| now >= next).then_some(Poll::Channels)
    }

    /// When to ask for the next list of channels. `None` when the account may not list them.
    pub fn next_listing_at(&self) -> Option<Instant> {
        let interval = if self.listing_requested { self.timing.listing_gap } else { self.timing.listing_every };
        let given_up_at = self.outstanding.as_ref().map(|(_, since)| *since + self.timing.listing_patience);
        self.may_list.then(|| given_up_at.unwrap_or(self.last_listing).max(self.last_listing + interval))
    }

    /// Notes that a question was sent.
    pub fn sent(&mut self, poll: Poll, id: String, now: Instant) {
        match poll {
            Poll::Queues => self.queues_due = false,
            Poll::Channels => {
                if self.outstanding.replace((id, now)).is_some() {
                    tracing::warn!("the telephone exchange did not answer which calls are under way");
                }
                self.last_listing = now;
                self.listing_requested = false;
            }
        }
    }

    /// Takes notice of a message. When the account may not list channels, the queues are asked for once instead.
    pub fn read(&mut self, message: &Message) -> PollAnswer {
        let is_outstanding = |id: &str| self.outstanding.as_ref().is_some_and(|(outstanding, _)| outstanding == id);
        match message {
            Message::Response { id, success: false, .. } if is_outstanding(id) => {
                self.outstanding = None;
                self.may_list = false;
                self.queues_due = true;
                PollAnswer::PermissionDenied
            }
            Message::Item { id, block, .. } if is_outstanding(id) && ends_list(block) => {
                self.outstanding = None;
                PollAnswer::Other
            }
            _ => PollAnswer::Other,
        }
    }
}

fn ends_list(block: &Block) -> bool {
    block.one("EventList").is_some_and(|value| value.eq_ignore_ascii_case("Complete"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::telephony::ami::protocol::{ActionId, Classifier, Parser};

    fn message(text: &str) -> Message {
        let mut classifier = Classifier::new();
        assert!(classifier.expect(&ActionId::new("list").unwrap()));
        let block = Parser::new().push(text.as_bytes()).remove(0);
        classifier.classify(block)
    }

    #[test]
    fn one_list_is_outstanding_and_all_requests_meanwhile_share_the_next() {
        let timing = Timing::default();
        let start = Instant::now();
        let mut poller = Poller::new(&timing, start);
        assert_eq!(poller.due(start), Some(Poll::Channels));
        poller.sent(Poll::Channels, "list".to_owned(), start);
        for _ in 0..500 {
            poller.request_listing();
        }
        let later = start + timing.listing_gap;
        assert_eq!(poller.due(later), None, "one is outstanding");
        let end = "Event: CoreShowChannelsComplete\r\nActionID: list\r\nEventList: Complete\r\n\r\n";
        assert_eq!(poller.read(&message(end)), PollAnswer::Other);
        assert_eq!(poller.due(start), None, "not at once");
        assert_eq!(poller.due(later), Some(Poll::Channels));
        poller.sent(Poll::Channels, "other".to_owned(), later);
        assert_eq!(poller.due(later + timing.listing_patience), None, "nothing new rang");
        assert_eq!(poller.due(later + timing.listing_every), Some(Poll::Channels), "the answer is given up");
    }

    #[test]
    fn an_account_that_may_not_list_channels_asks_for_the_queues_once() {
        let start = Instant::now();
        let mut poller = Poller::new(&Timing::default(), start);
        poller.sent(Poll::Channels, "list".to_owned(), start);
        let denied = "Response: Error\r\nActionID: list\r\nMessage: Permission denied\r\n\r\n";
        assert_eq!(poller.read(&message(denied)), PollAnswer::PermissionDenied);
        assert_eq!(poller.due(start), Some(Poll::Queues));
        poller.sent(Poll::Queues, "queues".to_owned(), start);
        poller.request_listing();
        assert_eq!(poller.due(start + Timing::default().listing_every), None);
    }
}
