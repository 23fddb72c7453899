//! The problems of a form: their summary, and the errors that the form itself finds.

use crate::api::ApiError;
use crate::browser;
use crate::hooks::use_language;
use crate::ui::alert::{Alert, AlertKind, Problem as ProblemAlert};
use contract::{FieldError, Problem};
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// An error like the server's, for complaints of the form itself.
#[must_use]
pub fn invalid(language: Language, errors: Vec<FieldError>) -> ApiError {
    ApiError::Problem(Rc::new(Problem {
        kind: "urn:solicita:problem:validation".to_owned(),
        title: text!(language, "ui-form-invalid"),
        status: 422,
        detail: None,
        errors,
        allowed: Vec::new(),
        request_id: None,
    }))
}

/// A complaint about one field, like the server's: its name in the API, and what to do.
#[must_use]
pub fn invalid_field(field: &str, message: String) -> FieldError {
    FieldError { field: field.to_owned(), code: "invalid".to_owned(), message }
}

/// The complaints about fields that are empty and must not be: (name in the API, value).
#[must_use]
pub fn required_errors(language: Language, fields: &[(&str, &str)]) -> Vec<FieldError> {
    let empty = fields.iter().filter(|(_, value)| value.trim().is_empty());
    empty
        .map(|(field, _)| FieldError {
            field: (*field).to_owned(),
            code: "required".to_owned(),
            message: text!(language, "ui-required"),
        })
        .collect()
}

/// Properties of [`FormProblem`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What went wrong.
    pub error: Option<ApiError>,
    /// The fields of this form: name in the API, identifier of the control, label.
    #[prop_or_default]
    pub fields: Vec<(&'static str, &'static str, AttrValue)>,
    /// The fields of its lists, whose names have indices.
    #[prop_or_default]
    pub rows: Vec<(AttrValue, AttrValue, AttrValue)>,
    /// Tries again.
    #[prop_or_default]
    pub retry: Option<Callback<()>>,
}

/// Moves the focus to what is wrong. One wrong field gets the focus itself. For several, the focus moves to a summary
/// with links to the fields, which also shows complaints that belong to no field.
#[component]
pub fn FormProblem(props: &Props) -> Html {
    let language = use_language();
    let node = use_node_ref();
    let known: Vec<(AttrValue, AttrValue, String)> = complaints(props);
    let single = match known.as_slice() {
        [(id, _, _)] if props.error.as_ref().is_some_and(|error| error.fields().len() == 1) => Some(id.clone()),
        _ => None,
    };
    use_effect_with(props.error.clone(), {
        let (node, single) = (node.clone(), single.clone());
        move |error| {
            if error.is_none() {
                return;
            }
            if let Some(id) = single {
                browser::focus_id(&id);
            } else if let Some(summary) = node.cast::<web_sys::HtmlElement>() {
                let _ = summary.focus();
            }
        }
    });
    let Some(error) = props.error.as_ref().filter(|_| single.is_none()) else { return Html::default() };
    html! {
        <div ref={node} tabindex="-1" class="sol-summary">
            if error.fields().is_empty() {
                <ProblemAlert error={error.clone()} retry={props.retry.clone()} kept=true />
            } else {
                <Alert kind={AlertKind::Danger} title={error.title(language)}>
                    <ul class="sol-summary__list">
                        { for known.iter().map(|(id, label, message)| link(id, label, message)) }
                        { for unknown(props).map(|message| html! { <li>{ message }</li> }) }
                    </ul>
                </Alert>
            }
        </div>
    }
}

/// Every field of the form: name in the API, identifier of the control, label.
fn fields(props: &Props) -> impl Iterator<Item = (AttrValue, AttrValue, AttrValue)> + '_ {
    let named = props.fields.iter().map(|(field, id, label)| ((*field).into(), (*id).into(), label.clone()));
    named.chain(props.rows.iter().cloned())
}

fn complaints(props: &Props) -> Vec<(AttrValue, AttrValue, String)> {
    let Some(error) = &props.error else { return Vec::new() };
    fields(props).filter_map(|(field, id, label)| error.field(&field).map(|message| (id, label, message))).collect()
}

fn unknown(props: &Props) -> impl Iterator<Item = String> + '_ {
    let errors = props.error.as_ref().map(ApiError::fields).unwrap_or_default();
    let of_no_field = |error: &&FieldError| !fields(props).any(|(field, _, _)| *field == *error.field);
    errors.iter().filter(of_no_field).map(|error| error.message.clone())
}

fn link(id: &AttrValue, label: &AttrValue, message: &str) -> Html {
    let onclick = {
        let id = id.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            browser::focus_id(&id);
        })
    };
    html! { <li><a href={format!("#{id}")} {onclick}>{ label }</a>{ ": " }{ message.to_owned() }</li> }
}
