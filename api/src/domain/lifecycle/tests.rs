use super::*;
use crate::domain::parameters::Parameters;
use Action as A;
use Situation::{Cancelled, Closed, InProgress, Reopened, Resolved, Suspended};
use proptest::prelude::*;

const ALL_ON: Portal = Portal { messages: true, notes: true, history: true, cancel: true, solution: true };
const READING: [Action; 3] = [A::ViewHistory, A::ViewSolution, A::ViewEmails];

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_000_000, 0).unwrap()
}

/// A request with everything in it, seen by nobody in particular.
fn facts(situation: Situation) -> Facts {
    let nobody = Facts::seen_by_nobody(situation, ALL_ON, now());
    Facts { has_responsible: true, has_solution: true, reopen_until: Some(now()), ..nobody }
}

fn codes(facts: &Facts) -> String {
    allowed(facts).iter().map(|action| action.as_str()).collect::<Vec<_>>().join(" ")
}

fn why(action: Action, facts: &Facts) -> DenialReason {
    check(action, facts).unwrap_err().why
}

#[test]
fn what_a_requester_may_do() {
    for (situation, expected) in [
        (InProgress, "message add_note view_history view_solution attach cancel"),
        (Reopened, "message add_note view_history view_solution attach cancel"),
        (Suspended, "message add_note view_history view_solution attach cancel"),
        (Resolved, "message add_note view_history view_solution attach reopen rate close"),
        (Closed, "view_history view_solution reopen rate"),
        (Cancelled, "view_history view_solution"),
    ] {
        assert_eq!(codes(&Facts { is_requester: true, ..facts(situation) }), expected, "{situation}");
    }
}

#[test]
fn what_an_executor_may_do() {
    let work = "message add_note internal_note view_history view_solution attach cancel delegate return_to_group suspend \
                change_priority change_deadline reclassify resolve relate redact view_emails";
    for (situation, expected) in [
        (InProgress, work),
        (Reopened, work),
        (
            Suspended,
            "message add_note internal_note view_history view_solution attach cancel delegate return_to_group reactivate \
             change_priority change_deadline relate redact view_emails",
        ),
        (Resolved, "message add_note internal_note view_history view_solution attach reopen relate redact view_emails"),
        (Closed, "view_history view_solution reopen relate redact view_emails"),
        (Cancelled, "view_history view_solution relate redact view_emails"),
    ] {
        let facts = Facts { is_executor: true, may_change_sla: true, reopen_until: None, ..facts(situation) };
        assert_eq!(codes(&facts), expected, "{situation}");
    }
}

#[test]
fn what_readers_and_administrators_may_do() {
    for situation in Situation::ALL {
        let facts = facts(*situation);
        assert_eq!(codes(&facts), "");
        assert_eq!(codes(&Facts { is_viewer: true, ..facts }), "view_history view_solution view_emails");
        let administrator = Facts { is_administrator: true, ..facts };
        assert_eq!(codes(&administrator), "view_history view_solution redact view_emails");
    }
}

#[test]
fn each_action_leads_where_the_product_page_says() {
    for (action, from, to) in [
        (A::Suspend, InProgress, Suspended),
        (A::Suspend, Reopened, Suspended),
        (A::Reactivate, Suspended, InProgress),
        (A::Resolve, InProgress, Resolved),
        (A::Resolve, Reopened, Resolved),
        (A::Close, Resolved, Closed),
        (A::Cancel, InProgress, Cancelled),
        (A::Cancel, Suspended, Cancelled),
        (A::Reopen, Resolved, Reopened),
        (A::Reopen, Closed, Reopened),
        (A::Capture, Reopened, Reopened),
        (A::Delegate, Suspended, Suspended),
        (A::Rate, Closed, Closed),
    ] {
        assert_eq!(transition(action, from), Some(Transition { from, to }), "{action} {from}");
        assert_eq!(transition(action, from).is_some_and(Transition::changes), from != to);
    }
    for (action, from) in [
        (A::Suspend, Suspended),
        (A::Reactivate, InProgress),
        (A::Resolve, Suspended),
        (A::Close, InProgress),
        (A::Cancel, Resolved),
        (A::Reopen, Cancelled),
        (A::Reclassify, Suspended),
        (A::Message, Closed),
    ] {
        assert_eq!(transition(action, from), None, "{action} {from}");
    }
}

#[test]
fn a_parameter_that_is_off_refuses_with_its_number() {
    let off = Portal { messages: false, notes: false, history: false, cancel: false, solution: false };
    let requester = Facts { is_requester: true, portal: off, ..facts(InProgress) };
    assert_eq!(codes(&requester), "attach");
    for (action, number) in
        [(A::Message, 299), (A::AddNote, 252), (A::ViewHistory, 298), (A::ViewSolution, 371), (A::Cancel, 302)]
    {
        assert_eq!(why(action, &requester), DenialReason::Parameter(number));
        assert!(why(action, &requester).is_forbidden());
    }
    // Of these, only message exchange binds the desk.
    let executor = Facts { is_requester: false, is_executor: true, ..requester };
    assert_eq!(why(A::Message, &executor), DenialReason::Parameter(299));
    for action in [A::AddNote, A::ViewHistory, A::ViewSolution, A::Cancel] {
        assert!(check(action, &executor).is_ok(), "{action}");
    }
    let defaults = Portal::of(&Parameters::default());
    assert_eq!(defaults, Portal { messages: false, notes: true, history: true, cancel: false, solution: true });
}

#[test]
fn only_what_nobody_has_is_captured() {
    let free = Facts { is_executor: true, has_responsible: false, ..facts(InProgress) };
    assert!(check(A::Capture, &free).is_ok());
    assert_eq!(why(A::ReturnToGroup, &free), DenialReason::NobodyHasIt);
    let taken = Facts { has_responsible: true, ..free };
    assert_eq!(why(A::Capture, &taken), DenialReason::Taken);
    assert!(!DenialReason::Taken.is_forbidden());
    assert!(check(A::ReturnToGroup, &taken).is_ok() && check(A::Delegate, &taken).is_ok());
}

#[test]
fn a_requester_reopens_in_time_and_the_desk_any_time() {
    for situation in [Resolved, Closed] {
        let requester = Facts { is_requester: true, ..facts(situation) };
        assert_eq!(check(A::Reopen, &requester).map(|t| t.to), Ok(Reopened));
        let late = Facts { reopen_until: Some(now() - TimeDelta::seconds(1)), ..requester };
        assert_eq!(why(A::Reopen, &late), DenialReason::TooLate);
        assert_eq!(why(A::Reopen, &Facts { reopen_until: None, ..requester }), DenialReason::TooLate);
        let desk = Facts { is_executor: true, ..late };
        assert!(check(A::Reopen, &desk).is_ok());
        assert_eq!(why(A::Reopen, &Facts { reopenable: false, ..desk }), DenialReason::NotReopenable);
    }
    let open = Facts { is_requester: true, reopen_until: None, ..facts(InProgress) };
    assert_eq!(why(A::Reopen, &open), DenialReason::Situation);
}

#[test]
fn the_survey_is_answered_once() {
    let resolved = Facts { is_requester: true, ..facts(Resolved) };
    assert!(check(A::Rate, &resolved).is_ok());
    assert_eq!(why(A::Rate, &Facts { rated: true, ..resolved }), DenialReason::Rated);
    assert_eq!(why(A::Rate, &Facts { is_requester: false, is_executor: true, ..resolved }), DenialReason::Viewer);
}

#[test]
fn other_refusals_tell_the_reason_and_what_is_allowed() {
    let requester = Facts { is_requester: true, has_solution: false, ..facts(Closed) };
    let refused = check(A::Message, &requester).unwrap_err();
    assert_eq!(refused, Refused { why: DenialReason::Situation, allowed: vec![A::ViewHistory, A::Reopen, A::Rate] });
    assert_eq!(why(A::ViewSolution, &requester), DenialReason::NoSolution);
    assert_eq!(why(A::Capture, &requester), DenialReason::Viewer);
    let without = Facts { is_executor: true, may_change_sla: false, ..facts(InProgress) };
    assert_eq!(why(A::ChangePriority, &without), DenialReason::Viewer);
    assert_eq!(why(A::ChangeDeadline, &without), DenialReason::Viewer);
    let mine = Facts { responsible_is_me: true, ..facts(InProgress) };
    assert!(check(A::Resolve, &mine).is_ok());
}

#[test]
fn tasks_follow_from_the_situation() {
    for (situation, has_responsible, waits, expected) in [
        (InProgress, false, false, Task::WaitingCapture),
        (InProgress, true, false, Task::BeingServed),
        (Reopened, false, true, Task::WaitingCapture),
        (Suspended, true, false, Task::BeingServed),
        (Suspended, false, false, Task::WaitingCapture),
        (Suspended, false, true, Task::WaitingRequester),
        (Resolved, true, true, Task::WaitingAcceptance),
        (Closed, true, false, Task::Finished),
        (Cancelled, false, false, Task::Finished),
    ] {
        assert_eq!(task(situation, has_responsible, waits), expected, "{situation}");
    }
}

#[test]
fn days_after_the_resolution() {
    assert_eq!(reopen_until(now(), 5), Some(now() + TimeDelta::days(5)));
    assert_eq!((reopen_until(now(), 0), closes_at(now(), -1), closes_at(now(), i64::MAX)), (None, None, None));
}

fn any_facts() -> impl Strategy<Value = Facts> {
    let situation = proptest::sample::select(Situation::ALL);
    (situation, any::<[bool; 12]>(), any::<[bool; 4]>()).prop_map(|(situation, bits, portal)| Facts {
        situation,
        is_requester: bits[0],
        is_executor: bits[1],
        is_viewer: bits[2],
        is_administrator: bits[3],
        may_change_sla: bits[4],
        has_responsible: bits[5] || bits[6],
        responsible_is_me: bits[6],
        portal: Portal {
            messages: bits[11],
            notes: portal[0],
            history: portal[1],
            cancel: portal[2],
            solution: portal[3],
        },
        has_solution: bits[7],
        rated: bits[8],
        reopen_until: bits[9].then(now),
        reopenable: bits[10],
        now: now(),
    })
}

proptest! {
    #[test]
    fn the_list_and_the_check_agree(facts in any_facts()) {
        let list = allowed(&facts);
        for action in Action::ALL {
            match check(*action, &facts) {
                Ok(found) => {
                    prop_assert!(list.contains(action));
                    prop_assert_eq!(Some(found), transition(*action, facts.situation));
                    prop_assert_eq!(found.from, facts.situation);
                }
                Err(refused) => {
                    prop_assert!(!list.contains(action));
                    prop_assert_eq!(refused.allowed, list.clone());
                }
            }
        }
    }

    #[test]
    fn several_capacities_allow_what_any_of_them_does(facts in any_facts()) {
        let none = Facts { is_requester: false, is_executor: false, is_viewer: false, is_administrator: false, responsible_is_me: false, ..facts };
        let alone = [
            Facts { is_requester: facts.is_requester, ..none },
            Facts { is_executor: facts.is_executor, responsible_is_me: facts.responsible_is_me, ..none },
            Facts { is_viewer: facts.is_viewer, ..none },
            Facts { is_administrator: facts.is_administrator, ..none },
        ];
        let together: Vec<_> = Action::ALL.iter().copied().filter(|a| alone.iter().any(|one| check(*a, one).is_ok())).collect();
        prop_assert_eq!(allowed(&facts), together);
        prop_assert!(allowed(&none).is_empty());
    }

    #[test]
    fn who_only_reads_changes_nothing(facts in any_facts(), administrator in any::<bool>()) {
        let reader = Facts { is_requester: false, is_executor: false, responsible_is_me: false, is_viewer: true, is_administrator: administrator, ..facts };
        for action in allowed(&reader) {
            prop_assert!(READING.contains(&action) || (administrator && action == A::Redact), "{}", action);
        }
    }

    #[test]
    fn nothing_is_written_on_what_is_finished(facts in any_facts()) {
        if matches!(facts.situation, Closed | Cancelled) {
            for action in [A::Message, A::AddNote, A::InternalNote, A::Attach, A::Cancel, A::Resolve, A::Suspend, A::Delegate] {
                prop_assert!(check(action, &facts).is_err(), "{}", action);
            }
        }
    }
}
