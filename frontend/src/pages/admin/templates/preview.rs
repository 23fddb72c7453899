//! The preview of a template: what a recipient would get, with the values of a real request.

use crate::api::{self, ApiError};
use crate::hooks::{AsyncState, Fetch, use_debounced, use_fetch, use_language};
use crate::ui::{Card, Problem, Tab, TextField, ToggleGroup, skeleton_lines};
use contract::Language;
use contract::admin::{TemplateKind, TemplatePreview, TemplatePreviewRequest, TemplateText};
use locales::text;
use yew::prelude::*;

/// Properties of [`Preview`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The kind of the template, which decides on its keys.
    pub kind: TemplateKind,
    /// The language of the values.
    pub tag: Language,
    /// Subject and body, as typed.
    pub text: TemplateText,
}

/// The part of the e-mail that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// The HTML.
    Html,
    /// The plain text.
    Text,
}

/// The preview. It follows the text when nobody types for a moment. The HTML is in a frame that may run no scripts.
#[component]
pub fn Preview(props: &Props) -> Html {
    let language = use_language();
    let part = use_state_eq(|| Part::Html);
    let number = use_state_eq(String::new);
    let preview = use_preview(props, &number);
    let items = vec![Tab::new(Part::Html, "HTML"), Tab::new(Part::Text, text!(language, "tmpl-text"))];
    let onselect = {
        let part = part.setter();
        Callback::from(move |value| part.set(value))
    };
    let action = html! {
        <ToggleGroup<Part> label={text!(language, "tmpl-preview")} {items} selected={*part} {onselect} />
    };
    let wrong = match &preview.state {
        AsyncState::Ready { stale, .. } => stale.clone(),
        AsyncState::Failed(error) => Some(error.clone()),
        AsyncState::Pending => None,
    };
    // Errors about keys are shown beside the text.
    let other = wrong.clone().filter(|error| error.fields().is_empty());
    let shown = preview.data().map(|preview| (**preview).clone());
    let used = shown.as_ref().and_then(|preview| preview.as_ref()?.number);
    html! {
        <Card title={text!(language, "tmpl-preview")} {action} class="te__pv">
            <div class="sol-stack">
                if props.kind != TemplateKind::Password { { number_field(language, &number, used, wrong.as_ref()) } }
                <Problem error={other} retry={preview.reload.clone()} />
                { match shown {
                    None => skeleton_lines(&[60, 80, 70, 40]),
                    Some(None) => html! { <p class="sol-subtle">{ text!(language, "tmpl-preview-empty") }</p> },
                    Some(Some(preview)) => mail(language, &preview, *part),
                } }
            </div>
        </Card>
    }
}

/// How long nobody must have typed before the preview is read.
const PAUSE_MS: u32 = 600;

/// Reads the preview from the server; none while there is no text.
#[hook]
fn use_preview(props: &Props, number: &UseStateHandle<String>) -> Fetch<Option<TemplatePreview>> {
    let question = TemplatePreviewRequest {
        kind: props.kind,
        language: props.tag,
        text: props.text.clone(),
        number: number.trim().parse().ok(),
    };
    let question = use_debounced(question, PAUSE_MS);
    use_fetch(question, |question| async move {
        if question.text.body.trim().is_empty() && question.text.subject.trim().is_empty() {
            return Ok(None);
        }
        api::mail::preview(&question).await.map(Some)
    })
}

fn number_field(
    language: Language,
    number: &UseStateHandle<String>,
    used: Option<i64>,
    wrong: Option<&ApiError>,
) -> Html {
    let help = match used {
        Some(used) => text!(language, "tmpl-preview-used", number = used),
        None => text!(language, "tmpl-preview-help"),
    };
    let onchange = {
        let number = number.setter();
        move |text| number.set(text)
    };
    html! {
        <TextField id="preview-number" label={text!(language, "tmpl-preview-number")} value={(**number).clone()} {onchange}
                   error={wrong.and_then(|error| error.field("number"))} help={AttrValue::from(help)}
                   inputmode={Some(AttrValue::Static("numeric"))} />
    }
}

fn mail(language: Language, preview: &TemplatePreview, part: Part) -> Html {
    html! {
        <div class="te__mail">
            <div class="te__mh"><span class="sol-subtle">{ text!(language, "tmpl-subject") }</span><strong>{ &preview.subject }</strong></div>
            if part == Part::Html {
                <iframe sandbox="" srcdoc={preview.html.clone()} title={text!(language, "tmpl-preview")}></iframe>
            } else {
                <pre>{ &preview.text }</pre>
            }
        </div>
    }
}
