//! Targets of a service: for each priority the working time to capture and to resolve.

use super::super::shared::Editor;
use crate::hooks::use_language;
use crate::ui::{Priority, TextField};
use contract::admin::{ServiceAdminView, TargetView};
use locales::text;
use yew::prelude::*;

/// Properties of [`Targets`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The service.
    pub editor: Editor<ServiceAdminView>,
}

/// One line for each priority, or for the fixed one.
#[component]
pub fn Targets(props: &Props) -> Html {
    let language = use_language();
    let editor = &props.editor;
    let shown = (1..=5).filter(|number| editor.value.fixed_priority.is_none_or(|fixed| fixed == *number));
    html! {
        <div>
            <h3 class="sol-h3">{ text!(language, "service-targets") }</h3>
            <p class="sol-dense sol-subtle">{ text!(language, "service-targets-help") }</p>
            <div class="ad-targets" role="table" aria-label={text!(language, "service-targets")}>
                <div role="row" class="ad-targets__h">
                    <span role="columnheader">{ text!(language, "ui-priority") }</span>
                    <span role="columnheader">{ text!(language, "service-capture") }</span>
                    <span role="columnheader">{ text!(language, "service-resolve") }</span>
                </div>
                { for shown.map(|priority| html! { <Line key={priority} {priority} editor={editor.clone()} /> }) }
            </div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct LineProps {
    priority: i32,
    editor: Editor<ServiceAdminView>,
}

#[component]
fn Line(props: &LineProps) -> Html {
    let language = use_language();
    let (editor, priority) = (&props.editor, props.priority);
    let index = editor.value.targets.iter().position(|target| target.priority == priority);
    let target = index.and_then(|index| editor.value.targets.get(index));
    let set = |change: fn(&mut TargetView, Option<i64>)| {
        editor.on(move |service, seconds: Option<i64>| {
            let known = service.targets.iter().position(|target| target.priority == priority);
            let mut target = match known {
                Some(index) => service.targets.remove(index),
                None => TargetView { priority, capture: None, resolve: None },
            };
            change(&mut target, seconds);
            if target.capture.is_some() || target.resolve.is_some() {
                service.targets.push(target);
                service.targets.sort_by_key(|target| target.priority);
            }
        })
    };
    let field = |name: &str| index.and_then(|index| editor.field(&format!("targets.{index}.{name}")));
    let name = |key: &str| text!(language, key, priority = priority);
    html! {
        <div role="row" class="ad-targets__r">
            <span role="cell"><Priority {priority} /></span>
            <div role="cell">
                <Duration id={format!("capture-{priority}")} label={name("service-capture-of")} value={target.and_then(|target| target.capture)}
                          onchange={set(|target, seconds| target.capture = seconds)} error={field("capture")} />
            </div>
            <div role="cell">
                <Duration id={format!("resolve-{priority}")} label={name("service-resolve-of")} value={target.and_then(|target| target.resolve)}
                          onchange={set(|target, seconds| target.resolve = seconds)} error={field("resolve").or_else(|| field("priority"))} />
            </div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct DurationProps {
    id: String,
    label: String,
    value: Option<i64>,
    onchange: Callback<Option<i64>>,
    error: Option<String>,
}

/// Working time as `hours:minutes`. What cannot be read becomes a negative number, which is never saved.
#[component]
fn Duration(props: &DurationProps) -> Html {
    let typed = use_state_eq(|| write(props.value));
    use_effect_with(props.value, {
        let typed = typed.clone();
        move |value| {
            if read(&typed) != *value {
                typed.set(write(*value));
            }
        }
    });
    let onchange = {
        let (typed, onchange) = (typed.setter(), props.onchange.clone());
        Callback::from(move |text: String| {
            onchange.emit(read(&text));
            typed.set(text);
        })
    };
    html! {
        <TextField id={props.id.clone()} label={props.label.clone()} hidden_label=true value={(*typed).clone()} {onchange} error={props.error.clone()}
                   placeholder={Some(AttrValue::Static("h:mm"))} inputmode={Some(AttrValue::Static("text"))} />
    }
}

/// `8`, `8:30`, `8h30`; none for nothing, a negative number for anything else.
fn read(text: &str) -> Option<i64> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let (hours, minutes) = text.split_once([':', 'h', 'H']).unwrap_or((text, ""));
    let minutes = if minutes.trim().is_empty() { Some(0) } else { minutes.trim().parse::<i64>().ok() };
    let minutes = minutes.filter(|minutes| (0..60).contains(minutes));
    let hours = hours.trim().parse::<i64>().ok().filter(|hours| (0..100_000).contains(hours));
    let seconds = hours.zip(minutes).map(|(hours, minutes)| hours * 3600 + minutes * 60);
    Some(seconds.filter(|seconds| *seconds > 0).unwrap_or(-1))
}

fn write(seconds: Option<i64>) -> String {
    match seconds {
        Some(seconds) if seconds >= 0 => format!("{}:{:02}", seconds / 3600, seconds % 3600 / 60),
        _ => String::new(),
    }
}
