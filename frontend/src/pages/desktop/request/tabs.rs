//! The tabs of a request on the desk.

use super::composer::Composer;
use super::dialogs::{OpenDialog, RedactButton};
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

/// A tab of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestTab {
    /// Messages, notes and occurrences.
    Conversation,
    /// The description, the solution, and how the deadline was counted.
    Description,
    /// The files.
    Attachments,
    /// The requests that belong together with this one.
    Related,
    /// The e-mails that the request caused.
    Emails,
}

impl RequestTab {
    /// The tab that `?show=` of the URL names; the conversation when it names none.
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

    /// Its name in the URL; none for the first tab.
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

/// Properties of [`RequestTabs`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The tab that is shown.
    pub tab: RequestTab,
    /// The request.
    pub view: Rc<RequestView>,
    /// What the URL says.
    pub query: QueryState<DeskQuery>,
    /// The content of the tab.
    pub children: Html,
}

/// The tabs.
#[component]
pub fn RequestTabs(props: &Props) -> Html {
    let language = use_language();
    let row = &props.view.row;
    let related = i64::try_from(props.view.related.len()).ok();
    let mut tabs = vec![
        Tab::new(RequestTab::Conversation, text!(language, "desk-tab-conversation")),
        Tab::new(RequestTab::Description, text!(language, "desk-tab-description")),
        Tab::new(RequestTab::Attachments, text!(language, "desk-tab-attachments")).count(Some(row.attachments.into())),
        Tab::new(RequestTab::Related, text!(language, "desk-tab-related")).count(related),
    ];
    if row.actions.contains(&Action::ViewEmails) {
        tabs.push(Tab::new(RequestTab::Emails, text!(language, "desk-tab-emails")));
    }
    let onselect = {
        let query = props.query.clone();
        Callback::from(move |tab: RequestTab| query.adjust(|query| query.show = tab.show().map(ToOwned::to_owned)))
    };
    html! {
        <Tabs<RequestTab> id="desk-part" label={text!(language, "desk-request", number = row.number)} {tabs} selected={props.tab} {onselect}
                    class="dk__tabs">
            <div class="dk__body">{ props.children.clone() }</div>
        </Tabs<RequestTab>>
    }
}

/// The content of a tab.
pub fn tab_content(
    tab: RequestTab,
    view: &Rc<RequestView>,
    changes: (u32, u32),
    filter: &UseStateHandle<Option<OccurrenceKind>>,
    open: &Callback<Option<OpenDialog>>,
    onwritten: &Callback<()>,
) -> Html {
    let row = &view.row;
    let may = |action: Action| row.actions.contains(&action);
    match tab {
        RequestTab::Conversation => html! {
            <>
                <Composer view={view.clone()} onwritten={onwritten.clone()} onreopen={open.reform(|()| Some(OpenDialog::Action(Action::Reopen)))} />
                <Conversation number={row.number} filter={filter.clone()} {changes} history={may(Action::ViewHistory)}
                              hidden={view.messages_hidden} extra={may(Action::Redact).then(|| redact_buttons(open))} />
            </>
        },
        RequestTab::Description => html! {
            <div class="sol-stack">
                <Description view={(**view).clone()} />
                <Solution solution={view.solution.clone()} grade={view.satisfaction.clone()} />
                <ClockCard view={(**view).clone()} />
            </div>
        },
        RequestTab::Attachments => html! {
            <Attachments number={row.number} {changes} attach={may(Action::Attach)} onchanged={onwritten.clone()} />
        },
        RequestTab::Related => html! { <Related view={view.clone()} /> },
        RequestTab::Emails => html! { <Emails number={row.number} {changes} /> },
    }
}

/// The button *redact* below every row whose text can be redacted.
fn redact_buttons(open: &Callback<Option<OpenDialog>>) -> Callback<OccurrenceView, Html> {
    let open = open.clone();
    Callback::from(move |item: OccurrenceView| {
        if item.text.is_none() || item.redacted_at.is_some() || item.side == Side::System {
            return Html::default();
        }
        let onclick = open.reform(move |()| Some(OpenDialog::Redact(item.clone())));
        html! { <RedactButton {onclick} /> }
    })
}

#[derive(Properties, PartialEq)]
struct SolutionProps {
    solution: Option<String>,
    grade: Option<SatisfactionView>,
}

/// The solution, and how the requester rated it.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tab_comes_back_from_the_url() {
        let tabs = [
            RequestTab::Conversation,
            RequestTab::Description,
            RequestTab::Attachments,
            RequestTab::Related,
            RequestTab::Emails,
        ];
        for tab in tabs {
            assert_eq!(RequestTab::of(tab.show()), tab);
        }
        assert_eq!(RequestTab::Conversation.show(), None);
    }

    #[test]
    fn the_conversation_is_shown_when_the_url_names_no_tab() {
        for show in ["messages", "history", "colour", ""] {
            assert_eq!(RequestTab::of(Some(show)), RequestTab::Conversation, "{show:?}");
        }
    }
}
