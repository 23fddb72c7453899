//! What can be done with a request of the list.

use crate::route::{Show, request_at};
use crate::ui::Href;
use contract::Action;
use contract::requests::RequestRow;
use locales::{Language, text};

/// Something that can be done with a request.
#[derive(Debug, Clone, PartialEq)]
pub struct RequestAction {
    /// What the link says.
    pub label: String,
    /// Its icon.
    pub icon: &'static str,
    /// What it does.
    pub effect: Effect,
    /// Something waits for the person there: unread messages, or a request to rate.
    pub highlighted: bool,
    /// A number behind the label: of unread messages, or of files.
    pub count: Option<i32>,
    /// More about it behind the label.
    pub detail: Option<String>,
}

/// What an action does.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Goes to a part of the request's page.
    Go(Href),
    /// Asks in a dialog before it is done.
    Confirm(Action),
}

/// The actions that the viewer may take, the highlighted ones first. `reopen_until` is the last day to reopen the
/// request, as people read it.
#[must_use]
pub fn request_actions(language: Language, row: &RequestRow, reopen_until: Option<&str>) -> Vec<RequestAction> {
    let may = |action: Action| row.actions.contains(&action);
    let plain = |key: &str, icon: &'static str, effect: Effect| RequestAction {
        label: text!(language, key),
        icon,
        effect,
        highlighted: false,
        count: None,
        detail: None,
    };
    let go = |key: &str, icon: &'static str, show: Show| plain(key, icon, Effect::Go(request_at(row.number, show)));
    let confirm =
        |action: Action, icon: &'static str| plain(&crate::text::code("action", action), icon, Effect::Confirm(action));
    let until = reopen_until.map(|at| text!(language, "mine-reopen-until", at = at));
    let attachments = (row.attachments > 0).then_some(row.attachments);
    let all = [
        may(Action::Rate).then(|| RequestAction { highlighted: true, ..go("action-rate", "star", Show::Rate) }),
        may(Action::ViewSolution).then(|| go("action-view-solution", "check-double", Show::Solution)),
        may(Action::Reopen).then(|| RequestAction { detail: until, ..confirm(Action::Reopen, "undo-alt") }),
        may(Action::Message).then(|| RequestAction {
            highlighted: row.unread > 0,
            count: (row.unread > 0).then_some(row.unread),
            ..go("action-message", "comments", Show::Messages)
        }),
        may(Action::AddNote).then(|| go("action-add-note", "sticky-note", Show::Note)),
        may(Action::ViewHistory).then(|| go("action-view-history", "history", Show::History)),
        Some(go("req-description", "align-left", Show::Description)),
        Some(RequestAction { count: attachments, ..go("req-attachments", "paperclip", Show::Attachments) }),
        may(Action::Cancel).then(|| confirm(Action::Cancel, "ban")),
    ];
    let mut all: Vec<RequestAction> = all.into_iter().flatten().collect();
    all.sort_by_key(|action| !action.highlighted);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn row(actions: &[Action], unread: i32, attachments: i32) -> RequestRow {
        let person = json!({ "id": 7, "name": "Ana" });
        let named = json!({ "id": 1, "name": "Access" });
        serde_json::from_value(json!({
            "number": 34534, "request_type": "incident", "service": named, "title": null,
            "opened_at": "2026-11-24T12:00:00Z", "task": "finished", "group": null, "responsible": null,
            "requester": person, "vip": false, "situation": "resolved", "suspension_reason": null,
            "sla": { "status": "none", "deadline_at": null, "resumes_at": null, "target": null, "used": 0 },
            "priority": 3, "unread": unread, "attachments": attachments, "reopen_until": null,
            "actions": actions, "version": 1,
        }))
        .unwrap()
    }

    fn icons(row: &RequestRow) -> Vec<&'static str> {
        request_actions(Language::English, row, None).iter().map(|action| action.icon).collect()
    }

    #[test]
    fn description_and_files_are_always_there_and_the_others_when_they_are_allowed() {
        assert_eq!(icons(&row(&[], 0, 0)), ["align-left", "paperclip"]);
        let all = [Action::Cancel, Action::AddNote, Action::Message, Action::ViewHistory, Action::ViewSolution];
        let expected = ["check-double", "comments", "sticky-note", "history", "align-left", "paperclip", "ban"];
        assert_eq!(icons(&row(&all, 0, 0)), expected);
    }

    #[test]
    fn what_waits_for_the_person_comes_first() {
        let row = row(&[Action::ViewSolution, Action::Message, Action::Rate], 2, 3);
        assert_eq!(icons(&row), ["star", "comments", "check-double", "align-left", "paperclip"]);
        let actions = request_actions(Language::English, &row, None);
        let counts: Vec<_> = actions.iter().map(|action| action.count).collect();
        assert_eq!(counts, [None, Some(2), None, None, Some(3)]);
    }

    #[test]
    fn reopening_and_cancelling_ask_first_and_reopening_says_until_when() {
        let actions = request_actions(Language::English, &row(&[Action::Reopen, Action::Cancel], 0, 0), Some("Friday"));
        let asking = |action: &&RequestAction| matches!(action.effect, Effect::Confirm(_));
        let asking: Vec<_> = actions.iter().filter(asking).map(|action| &action.effect).collect();
        assert_eq!(asking, [&Effect::Confirm(Action::Reopen), &Effect::Confirm(Action::Cancel)]);
        assert!(actions.iter().any(|action| action.detail.as_ref().is_some_and(|detail| detail.contains("Friday"))));
    }

    #[test]
    fn a_link_leads_to_its_part_of_the_page() {
        let actions = request_actions(Language::English, &row(&[Action::Rate], 0, 0), None);
        assert_eq!(actions[0].effect, Effect::Go(Href::local("/requests/34534?show=rate")));
    }
}
