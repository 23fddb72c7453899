//! What the exchange is asked while connected: which calls are under way, and who waits
//! in its queues when it does not say so. One list of each is under way at most.

use super::timing::Timing;
use crate::domain::telephony::ami::protocol::{Block, Message};
use tokio::time::Instant;

/// What to ask now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Question {
    /// `CoreShowChannels`.
    Calls,
    /// `QueueStatus`.
    Queues,
}

/// What an answer means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Learnt {
    /// Nothing that matters here.
    Nothing,
    /// The account may not ask for the calls under way.
    MayNotAsk,
}

/// The questions of one connection.
#[derive(Debug)]
pub(super) struct Questions {
    timing: Timing,
    may_ask: bool,
    /// The list that is under way, and since when.
    open: Option<(String, Instant)>,
    last: Instant,
    /// Something rings that only a list can verify.
    wanted: bool,
    queues: bool,
}

impl Questions {
    /// A new connection: the calls under way are asked for at once.
    pub fn new(timing: &Timing, now: Instant) -> Self {
        let last = now.checked_sub(timing.listing_gap).unwrap_or(now);
        Self { timing: timing.clone(), may_ask: true, open: None, last, wanted: true, queues: false }
    }

    /// Something rings that only a list can verify.
    pub fn want_calls(&mut self) {
        self.wanted = true;
    }

    /// What to ask now, if anything.
    pub fn due(&self, now: Instant) -> Option<Question> {
        if self.queues {
            return Some(Question::Queues);
        }
        self.next().is_some_and(|next| now >= next).then_some(Question::Calls)
    }

    /// When the calls are to be asked for next, unless the account may not.
    pub fn next(&self) -> Option<Instant> {
        let pause = if self.wanted { self.timing.listing_gap } else { self.timing.listing_every };
        let open_until = self.open.as_ref().map(|(_, since)| *since + self.timing.listing_patience);
        self.may_ask.then(|| open_until.unwrap_or(self.last).max(self.last + pause))
    }

    /// Notes that a question was sent.
    pub fn asked(&mut self, question: Question, id: String, now: Instant) {
        match question {
            Question::Queues => self.queues = false,
            Question::Calls => {
                if self.open.replace((id, now)).is_some() {
                    tracing::warn!("the telephone exchange did not answer which calls are under way");
                }
                self.last = now;
                self.wanted = false;
            }
        }
    }

    /// Takes notice of an answer.
    pub fn read(&mut self, message: &Message) -> Learnt {
        let is_open = |id: &str| self.open.as_ref().is_some_and(|(open, _)| open == id);
        match message {
            Message::Response { id, success: false, .. } if is_open(id) => {
                self.open = None;
                self.may_ask = false;
                self.queues = true;
                Learnt::MayNotAsk
            }
            Message::Item { id, block, .. } if is_open(id) && ends_list(block) => {
                self.open = None;
                Learnt::Nothing
            }
            _ => Learnt::Nothing,
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
    fn one_list_is_under_way_and_what_rings_meanwhile_is_asked_for_once_more() {
        let timing = Timing::default();
        let start = Instant::now();
        let mut questions = Questions::new(&timing, start);
        assert_eq!(questions.due(start), Some(Question::Calls));
        questions.asked(Question::Calls, "list".to_owned(), start);
        for _ in 0..500 {
            questions.want_calls();
        }
        let later = start + timing.listing_gap;
        assert_eq!(questions.due(later), None, "one is under way");
        let end = "Event: CoreShowChannelsComplete\r\nActionID: list\r\nEventList: Complete\r\n\r\n";
        assert_eq!(questions.read(&message(end)), Learnt::Nothing);
        assert_eq!(questions.due(start), None, "not at once");
        assert_eq!(questions.due(later), Some(Question::Calls));
        questions.asked(Question::Calls, "other".to_owned(), later);
        assert_eq!(questions.due(later + timing.listing_patience), None, "nothing new rang");
        assert_eq!(questions.due(later + timing.listing_every), Some(Question::Calls), "the answer is given up");
    }

    #[test]
    fn an_account_that_may_not_ask_asks_for_the_queues_once() {
        let start = Instant::now();
        let mut questions = Questions::new(&Timing::default(), start);
        questions.asked(Question::Calls, "list".to_owned(), start);
        let denied = "Response: Error\r\nActionID: list\r\nMessage: Permission denied\r\n\r\n";
        assert_eq!(questions.read(&message(denied)), Learnt::MayNotAsk);
        assert_eq!(questions.due(start), Some(Question::Queues));
        questions.asked(Question::Queues, "queues".to_owned(), start);
        questions.want_calls();
        assert_eq!(questions.due(start + Timing::default().listing_every), None);
    }
}
