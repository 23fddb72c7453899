//! The tabs of a request on the desk.

use super::composer::Composer;
use super::dialogs::{Asked, RedactButton};
use super::emails::Emails;
use super::related::Related;
use crate::hooks::{QueryState, use_language};
use crate::pages::desktop::query::DeskQuery;
use crate::pages::shared::request::{Attachments, ClockCard, Conversation, Description};
use crate::ui::{Card, Tab, Tabs, paragraphs};
use contract::requests::{RequestView, SatisfactionView};
use contract::timeline::OccurrenceView;
use contract::{Action, OccurrenceKind, Side};
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// The tabs of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Messages, notes and occurrences.
    Conversation,
    /// What was asked for, the solution, how the deadline was counted.
    Description,
    /// The files.
    Attachments,
    /// Other requests.
    Related,
    /// The delivery ledger.
    Emails,
}

impl Part {
    /// The tab that `?show=` leads to.
    #[must_use]
    pub fn of(show: Option<&str>) -> Self {
        match show {
            Some("description") => Self::Description,
            Some("attachments") => Self::Attachments,
            Some("related") => Self::Related,
            Some("emails") => Self::Emails,
            _ => Self::Conversation,
        }
    }

    /// Its spelling in the address; none for the first one.
    const fn show(self) -> Option<&'static str> {
        match self {
            Self::Conversation => None,
            Self::Description => Some("description"),
            Self::Attachments => Some("attachments"),
            Self::Related => Some("related"),
            Self::Emails => Some("emails"),
        }
    }
}

/// Properties of [`Parts`].
#[derive(Properties, PartialEq)]
pub struct PartsProps {
    /// The one that is shown.
    pub part: Part,
    /// The request.
    pub view: Rc<RequestView>,
    /// What the URL says.
    pub query: QueryState<DeskQuery>,
    /// What is shown.
    pub children: Html,
}

/// The tabs.
#[component]
pub fn Parts(props: &PartsProps) -> Html {
    let language = use_language();
    let row = &props.view.row;
    let related = i64::try_from(props.view.related.len()).ok();
    let mut tabs = vec![
        Tab::new(Part::Conversation, text!(language, "desk-tab-conversation")),
        Tab::new(Part::Description, text!(language, "desk-tab-description")),
        Tab::new(Part::Attachments, text!(language, "desk-tab-attachments")).count(Some(row.attachments.into())),
        Tab::new(Part::Related, text!(language, "desk-tab-related")).count(related),
    ];
    if row.actions.contains(&Action::ViewEmails) {
        tabs.push(Tab::new(Part::Emails, text!(language, "desk-tab-emails")));
    }
    let onselect = {
        let query = props.query.clone();
        Callback::from(move |part: Part| query.adjust(|query| query.show = part.show().map(ToOwned::to_owned)))
    };
    html! {
        <Tabs<Part> id="desk-part" label={text!(language, "desk-request", number = row.number)} {tabs} selected={props.part} {onselect}
                    class="dk__tabs">
            <div class="dk__body">{ props.children.clone() }</div>
        </Tabs<Part>>
    }
}

/// What a tab shows.
pub fn content(
    part: Part,
    view: &Rc<RequestView>,
    changes: (u32, u32),
    filter: &UseStateHandle<Option<OccurrenceKind>>,
    ask: &Callback<Option<Asked>>,
    onwritten: &Callback<()>,
) -> Html {
    let row = &view.row;
    let may = |action: Action| row.actions.contains(&action);
    match part {
        Part::Conversation => html! {
            <>
                <Composer view={view.clone()} onwritten={onwritten.clone()} onreopen={ask.reform(|()| Some(Asked::Action(Action::Reopen)))} />
                <Conversation number={row.number} filter={filter.clone()} {changes} history={may(Action::ViewHistory)}
                              hidden={view.messages_hidden} extra={may(Action::Redact).then(|| redactable(ask))} />
            </>
        },
        Part::Description => html! {
            <div class="sol-stack">
                <Description view={(**view).clone()} />
                { solution(view) }
                <ClockCard view={(**view).clone()} />
            </div>
        },
        Part::Attachments => html! {
            <Attachments number={row.number} {changes} attach={may(Action::Attach)} onchanged={onwritten.clone()} />
        },
        Part::Related => html! { <Related view={view.clone()} /> },
        Part::Emails => html! { <Emails number={row.number} {changes} /> },
    }
}

/// *Blank the text*, below every row that has one.
fn redactable(ask: &Callback<Option<Asked>>) -> Callback<OccurrenceView, Html> {
    let ask = ask.clone();
    Callback::from(move |item: OccurrenceView| {
        if item.text.is_none() || item.redacted_at.is_some() || item.side == Side::System {
            return Html::default();
        }
        let ask = ask.reform(move |()| Some(Asked::Redact(item.clone())));
        html! { <RedactButton onclick={ask} /> }
    })
}

/// The solution and what the requester thought of it.
fn solution(view: &RequestView) -> Html {
    html! { <Solution solution={view.solution.clone()} grade={view.satisfaction.clone()} /> }
}

#[derive(Properties, PartialEq)]
struct SolutionProps {
    solution: Option<String>,
    grade: Option<SatisfactionView>,
}

#[component]
fn Solution(props: &SolutionProps) -> Html {
    let language = use_language();
    let Some(solution) = &props.solution else { return Html::default() };
    html! {
        <Card title={text!(language, "desk-solution")}>
            { paragraphs(solution) }
            if let Some(grade) = &props.grade {
                <p class="sol-subtle dk__grade">
                    { text!(language, "desk-grade", grade = text!(language, &crate::text::code("grade", grade.grade))) }
                    if !grade.comment.is_empty() { { " “" }{ &grade.comment }{ "”" } }
                </p>
            }
        </Card>
    }
}
