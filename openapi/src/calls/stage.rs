//! What a pop-up asks of the attendant, and where it is shown.

use super::{CallPopUp, CallRequestKind, CallState};

/// What the pop-up of a call asks of the attendant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallStage {
    /// Who is it? Nobody is known.
    Unknown,
    /// Who is it? There are several who it may be.
    Choice,
    /// Register what they want?
    Known,
    /// Work on the request that they call about, or look at it?
    Request,
    /// What was it about? It is over.
    Ended,
}

impl CallPopUp {
    /// What is asked of the attendant.
    #[must_use]
    pub fn stage(&self) -> CallStage {
        if self.state == CallState::Ended {
            CallStage::Ended
        } else if self.request.is_some() {
            CallStage::Request
        } else {
            self.who()
        }
    }

    /// What is known of the caller: [`CallStage::Known`], [`CallStage::Choice`] or [`CallStage::Unknown`].
    #[must_use]
    pub fn who(&self) -> CallStage {
        match (&self.caller, self.candidates.as_slice()) {
            (Some(_), _) => CallStage::Known,
            (None, []) => CallStage::Unknown,
            (None, _) => CallStage::Choice,
        }
    }

    /// Whether a tab shows it: unless another one has taken it up, until it has ended.
    #[must_use]
    pub fn is_for(&self, tab: &str) -> bool {
        self.state == CallState::Ended || self.taken_by.as_deref().is_none_or(|taken| taken == tab)
    }

    /// The requests that it may have been about, with their titles: those of the call, the others of the caller.
    #[must_use]
    pub fn possible(&self) -> Vec<(i64, &str)> {
        let seen = self.requests.iter().map(|link| (link.number, link.title.as_str()));
        let asked = self.request.iter().map(|request| {
            (request.row.number, request.row.title.as_deref().unwrap_or(request.row.service.name.as_str()))
        });
        let open = self.caller.iter().flat_map(|caller| &caller.open_requests);
        let open = open.map(|request| (request.number, request.title.as_str()));
        let mut possible: Vec<(i64, &str)> = Vec::new();
        for (number, title) in seen.chain(asked).chain(open) {
            if !possible.iter().any(|(known, _)| *known == number) {
                possible.push((number, title));
            }
        }
        possible
    }

    /// The one request that was opened or looked at in the call: nothing else is ever chosen beforehand.
    #[must_use]
    pub fn likely(&self) -> Option<i64> {
        let mut seen = self.requests.iter().filter(|link| link.kind != CallRequestKind::Linked).map(|link| link.number);
        let first = seen.next()?;
        seen.all(|number| number == first).then_some(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calls::{CallLink, Caller};
    use crate::desk::OtherRequest;
    use crate::identity::PersonRef;
    use chrono::DateTime;

    fn popup() -> CallPopUp {
        CallPopUp {
            call_id: 1,
            state: CallState::Ringing,
            extension: "200".to_owned(),
            raised_at: DateTime::UNIX_EPOCH,
            answered_at: None,
            ended_at: None,
            number: None,
            number_withheld: false,
            caller_name: None,
            queue: None,
            verified: true,
            followed: false,
            caller: None,
            matched_by: None,
            candidates: Vec::new(),
            claimed: None,
            request: None,
            requests: Vec::new(),
            taken_by: None,
        }
    }

    fn caller(id: i64) -> Caller {
        let open = |number| OtherRequest {
            number,
            title: format!("Open {number}"),
            situation: crate::Situation::InProgress,
            sla: crate::SlaStatus::OnTime,
            deadline_at: None,
        };
        Caller {
            person: PersonRef { id, name: "Marina".to_owned() },
            vip: false,
            tax_id_masked: None,
            email: None,
            phone: None,
            extension: None,
            unit: None,
            place: None,
            open: 2,
            overdue: 0,
            open_requests: vec![open(10), open(11)],
        }
    }

    fn link(number: i64, kind: CallRequestKind) -> CallLink {
        CallLink { number, title: format!("Seen {number}"), kind }
    }

    #[test]
    fn what_is_asked_follows_what_is_known_and_the_end_comes_first() {
        let unknown = popup();
        assert_eq!(unknown.stage(), CallStage::Unknown);
        let several = CallPopUp { candidates: vec![caller(1), caller(2)], ..popup() };
        assert_eq!(several.stage(), CallStage::Choice);
        let known = CallPopUp { caller: Some(caller(1)), state: CallState::Talking, ..popup() };
        assert_eq!(known.stage(), CallStage::Known);
        let ended = CallPopUp { state: CallState::Ended, ..several };
        assert_eq!((ended.stage(), ended.who()), (CallStage::Ended, CallStage::Choice));
    }

    #[test]
    fn a_tab_hides_what_another_has_taken_up_until_it_ends() {
        let taken = CallPopUp { taken_by: Some("a".to_owned()), ..popup() };
        assert!(popup().is_for("b") && taken.is_for("a") && !taken.is_for("b"));
        assert!(CallPopUp { state: CallState::Ended, ..taken }.is_for("b"));
    }

    #[test]
    fn a_request_is_chosen_beforehand_only_when_it_alone_was_seen_in_the_call() {
        let mut call = CallPopUp { caller: Some(caller(1)), ..popup() };
        assert_eq!(call.likely(), None, "an open request is no reason");
        call.requests = vec![link(11, CallRequestKind::Linked)];
        assert_eq!(call.likely(), None);
        call.requests = vec![link(11, CallRequestKind::Viewed), link(11, CallRequestKind::Linked)];
        assert_eq!(call.likely(), Some(11));
        assert_eq!(call.possible(), [(11, "Seen 11"), (10, "Open 10")]);
        call.requests.push(link(12, CallRequestKind::Opened));
        assert_eq!(call.likely(), None, "of two, neither");
    }
}
