//! The solution, and the satisfaction survey about it.

use crate::api;
use crate::hooks::{Clock, use_action, use_clock, use_draft};
use crate::ui::{
    AreaField, Button, ButtonKind, Card, FormProblem, RadioCard, RadioCards, SubmitForm, icon, invalid, paragraphs,
};
use contract::requests::{RequestView, Satisfaction, SatisfactionView};
use contract::{Action, FieldError, Grade, limits};
use locales::{Language, text};
use serde::{Deserialize, Serialize};
use yew::prelude::*;

/// Properties of [`Survey`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The request.
    pub view: RequestView,
    /// Called with the request after it was rated or accepted.
    pub onchanged: Callback<RequestView>,
    /// Opens the dialog that reopens the request.
    pub onreopen: Callback<()>,
    /// Shows the composer, where something can be written.
    pub onwrite: Option<Callback<()>>,
}

/// What is chosen and typed. It is kept in the browser until it is sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
struct SurveyDraft {
    grade: Option<Grade>,
    comment: String,
}

/// The card with the solution, the survey, and the buttons *accept* and *not solved*.
#[component]
pub fn Survey(props: &Props) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let view = &props.view;
    let may = |action: Action| view.row.actions.contains(&action);
    html! {
        <Card class="survey">
            if let Some(solution) = &view.solution {
                <div class="survey__sol" id="solution" tabindex="-1">
                    <h2 class="sol-h3">{ icon("check-double") }{ " " }{ text!(language, "action-view-solution") }</h2>
                    { paragraphs(solution) }
                </div>
            }
            if let Some(rating) = &view.satisfaction { { given_rating(&clock, rating) } }
            if may(Action::Rate) {
                <Form view={view.clone()} onchanged={props.onchanged.clone()} onreopen={props.onreopen.clone()} />
            } else if may(Action::Close) || may(Action::Reopen) {
                <Accept view={view.clone()} onchanged={props.onchanged.clone()} onreopen={props.onreopen.clone()} />
            }
            if let Some(onwrite) = &props.onwrite {
                <div><Button kind={ButtonKind::Inline} icon="comments" label={text!(language, "req-survey-write")}
                    onclick={onwrite.clone()} /></div>
            }
        </Card>
    }
}

fn grade_icon(grade: Grade) -> &'static str {
    match grade {
        Grade::Excellent => "grin-beam",
        Grade::Good => "smile",
        Grade::Fair => "meh",
        Grade::Poor => "frown",
    }
}

/// The rating that the requester gave.
fn given_rating(clock: &Clock, rating: &SatisfactionView) -> Html {
    let language = clock.language;
    let grade = text!(language, &crate::text::code("grade", rating.grade));
    html! {
        <div class="survey__given">
            { icon(grade_icon(rating.grade)) }
            <div>
                <strong>{ text!(language, "req-survey-given", grade = grade) }</strong>
                <span class="sol-small sol-subtle">{ " " }{ clock.date_time(rating.at) }</span>
                { paragraphs(&rating.comment) }
            </div>
        </div>
    }
}

/// Until when it can be reopened, and when it closes by itself.
fn dates(clock: &Clock, view: &RequestView) -> Html {
    let language = clock.language;
    let reopen = view.row.reopen_until.map(|at| text!(language, "req-survey-reopen-until", at = clock.date(at)));
    let closes = view.closes_at.map(|at| text!(language, "req-survey-closes", at = clock.date(at)));
    let dates: Vec<String> = reopen.into_iter().chain(closes).collect();
    html! { <span class="sol-small sol-subtle">{ dates.join(" ") }</span> }
}

#[derive(Properties, PartialEq)]
struct FormProps {
    view: RequestView,
    onchanged: Callback<RequestView>,
    onreopen: Callback<()>,
}

/// The grades.
fn cards(language: Language) -> Vec<RadioCard<Grade>> {
    let card = |grade: &Grade| RadioCard {
        value: *grade,
        label: text!(language, &crate::text::code("grade", grade)).into(),
        help: None,
        icon: Some(grade_icon(*grade)),
    };
    Grade::ALL.iter().map(card).collect()
}

/// The form of the survey.
#[component]
fn Form(props: &FormProps) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let action = use_action();
    let number = props.view.row.number;
    let draft = use_draft::<SurveyDraft>(&format!("request-{number}-survey"));
    let accept = props.view.row.actions.contains(&Action::Close);
    let onsubmit = {
        let (action, draft, onchanged) = (action.clone(), draft.clone(), props.onchanged.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(grade) = draft.value.grade else {
                let message = text!(language, "req-survey-choose");
                let missing = FieldError { field: "grade".to_owned(), code: "required".to_owned(), message };
                return action.fail(invalid(language, vec![missing]));
            };
            let rating = Satisfaction { grade, comment: draft.value.comment.trim().to_owned(), accept };
            let (draft, onchanged) = (draft.clone(), onchanged.clone());
            action.run(async move {
                let view = api::requests::rate(number, &rating).await?;
                draft.clear();
                onchanged.emit(view);
                Ok(())
            });
        })
    };
    let onselect = {
        let (draft, action) = (draft.clone(), action.clone());
        move |grade| {
            action.clear();
            draft.update(|draft| draft.grade = Some(grade));
        }
    };
    let field = |name: &str| action.error.as_ref().and_then(|error| error.field(name));
    let label = text!(language, if accept { "req-survey-accept" } else { "req-survey-send" });
    let fields = vec![
        ("grade", "grade", text!(language, "req-survey-question").into()),
        ("comment", "survey-comment", text!(language, "req-survey-comment").into()),
    ];
    html! {
        <SubmitForm {onsubmit}>
            <FormProblem error={action.error.clone()} {fields} />
            <RadioCards<Grade> name="grade" legend={text!(language, "req-survey-question")} cards={cards(language)}
                wide=true
                selected={draft.value.grade} error={field("grade")}
                {onselect} />
            <AreaField id="survey-comment" label={text!(language, "req-survey-comment")} optional=true rows=2
                limit={limits::JUSTIFICATION}
                       value={draft.value.comment.clone()} error={field("comment")}
                       onchange={draft.on(|draft, value| draft.comment = value)}
                       />
            <div class="sol-row sol-row--wrap survey__a">
                <Button kind={ButtonKind::Primary} submit=true icon="check" {label} loading={action.busy} />
                { reopen_button(language, &props.view, &props.onreopen) }
                { dates(&clock, &props.view) }
            </div>
        </SubmitForm>
    }
}

fn reopen_button(language: Language, view: &RequestView, onreopen: &Callback<()>) -> Html {
    if !view.row.actions.contains(&Action::Reopen) {
        return Html::default();
    }
    html! { <Button icon="undo-alt" label={text!(language, "req-survey-not-solved")} onclick={onreopen.clone()} /> }
}

/// The buttons that accept the solution, or not, where nothing is rated.
#[component]
fn Accept(props: &FormProps) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let action = use_action();
    let number = props.view.row.number;
    let onclick = {
        let (action, onchanged) = (action.clone(), props.onchanged.clone());
        Callback::from(move |()| {
            let onchanged = onchanged.clone();
            action.run(async move {
                onchanged.emit(api::requests::close(number).await?);
                Ok(())
            });
        })
    };
    html! {
        <>
            <FormProblem error={action.error.clone()} />
            <div class="sol-row sol-row--wrap survey__a">
                if props.view.row.actions.contains(&Action::Close) {
                    <Button kind={ButtonKind::Primary} icon="check"
                        label={text!(language, "req-survey-just-accept")} {onclick} loading={action.busy} />
                }
                { reopen_button(language, &props.view, &props.onreopen) }
                { dates(&clock, &props.view) }
            </div>
        </>
    }
}
