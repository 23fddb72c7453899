//! The head of a request: its number and title, how it stands, and who has it.

use crate::ui::{Button, Priority, SituationLabel, TypeLabel, rich};
use contract::requests::RequestView;
use contract::{Action, Situation};
use locales::{Language, text};
use yew::prelude::*;

/// The heading: number and title.
pub fn heading(view: &RequestView) -> Html {
    html! { <><span class="rq__num">{ view.row.number }</span>{ " " }{ &view.full_title }</> }
}

/// The line below the heading, and the button that cancels the request.
pub fn meta(language: Language, view: &RequestView, oncancel: &Callback<()>) -> Html {
    let row = &view.row;
    html! {
        <div class="rq__head">
            <div class="rq__meta">
                <SituationLabel situation={row.situation} />
                <TypeLabel request_type={row.request_type} />
                <span>{ rich(&assignment(language, view)) }</span>
                <Priority priority={row.priority} />
            </div>
            if row.actions.contains(&Action::Cancel) {
                <Button icon="ban" label={text!(language, "req-cancel")} onclick={oncancel.clone()} />
            }
        </div>
    }
}

/// Who has the request, in a sentence.
fn assignment(language: Language, view: &RequestView) -> String {
    let row = &view.row;
    let person = row.responsible.as_ref().map(|person| person.name.as_str());
    let group = row.group.as_ref().map(|group| group.name.as_str());
    let key = match (row.situation, person, group) {
        (Situation::Cancelled, ..) => return text!(language, "req-standing-cancelled"),
        (Situation::InProgress | Situation::Reopened, Some(_), Some(_)) => "req-standing-served",
        (Situation::InProgress | Situation::Reopened, None, Some(_)) => "req-standing-waiting",
        (Situation::Suspended, ..) => {
            let reason = row.suspension_reason.as_deref().unwrap_or_default();
            return text!(language, "req-standing-suspended", reason = reason);
        }
        (Situation::Resolved | Situation::Closed, Some(_), Some(_)) => "req-standing-resolved",
        (_, _, Some(group)) => return format!("**{group}**"),
        (_, Some(person), None) => return format!("**{person}**"),
        (_, None, None) => return String::new(),
    };
    text!(language, key, person = person.unwrap_or_default(), group = group.unwrap_or_default())
}
