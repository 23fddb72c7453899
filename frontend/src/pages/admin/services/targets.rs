//! The targets of a service: for each priority the working time to capture and to resolve.

use super::working_time;
use crate::hooks::use_language;
use crate::pages::admin::shared::Editor;
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

/// A line for each priority; only one when the service has a fixed priority.
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
        editor.on(move |service, seconds| set_target(&mut service.targets, priority, |target| change(target, seconds)))
    };
    let field = |name: &str| index.and_then(|index| editor.field(&format!("targets.{index}.{name}")));
    let name = |key: &str| text!(language, key, priority = priority);
    html! {
        <div role="row" class="ad-targets__r">
            <span role="cell"><Priority {priority} /></span>
            <div role="cell">
                <WorkingTimeField id={format!("capture-{priority}")} label={name("service-capture-of")} value={target.and_then(|target| target.capture)}
                          onchange={set(|target, seconds| target.capture = seconds)} error={field("capture")} />
            </div>
            <div role="cell">
                <WorkingTimeField id={format!("resolve-{priority}")} label={name("service-resolve-of")} value={target.and_then(|target| target.resolve)}
                          onchange={set(|target, seconds| target.resolve = seconds)} error={field("resolve").or_else(|| field("priority"))} />
            </div>
        </div>
    }
}

/// Changes the target of a priority. A target without any time is left out.
fn set_target(targets: &mut Vec<TargetView>, priority: i32, change: impl FnOnce(&mut TargetView)) {
    let index = targets.iter().position(|target| target.priority == priority);
    let mut target = match index {
        Some(index) => targets.remove(index),
        None => TargetView { priority, capture: None, resolve: None },
    };
    change(&mut target);
    if target.capture.is_some() || target.resolve.is_some() {
        targets.push(target);
        targets.sort_by_key(|target| target.priority);
    }
}

#[derive(Properties, PartialEq)]
struct WorkingTimeProps {
    id: String,
    label: String,
    value: Option<i64>,
    onchange: Callback<Option<i64>>,
    error: Option<String>,
}

/// A field for working time. A text that cannot be read becomes [`working_time::INVALID`].
#[component]
fn WorkingTimeField(props: &WorkingTimeProps) -> Html {
    let typed = use_state_eq(|| working_time::format(props.value));
    use_effect_with(props.value, {
        let typed = typed.clone();
        move |value| {
            if working_time::parse(&typed) != *value {
                typed.set(working_time::format(*value));
            }
        }
    });
    let onchange = {
        let (typed, onchange) = (typed.setter(), props.onchange.clone());
        Callback::from(move |text: String| {
            onchange.emit(working_time::parse(&text));
            typed.set(text);
        })
    };
    html! {
        <TextField id={props.id.clone()} label={props.label.clone()} hidden_label=true value={(*typed).clone()} {onchange} error={props.error.clone()}
                   placeholder={Some(AttrValue::Static("h:mm"))} inputmode={Some(AttrValue::Static("text"))} />
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_put_in_its_place_and_left_out_without_any_time() {
        let mut targets = Vec::new();
        set_target(&mut targets, 3, |target| target.resolve = Some(3600));
        set_target(&mut targets, 1, |target| target.capture = Some(600));
        set_target(&mut targets, 1, |target| target.resolve = Some(1800));
        let present: Vec<_> = targets.iter().map(|target| (target.priority, target.capture, target.resolve)).collect();
        assert_eq!(present, [(1, Some(600), Some(1800)), (3, None, Some(3600))]);
        set_target(&mut targets, 3, |target| target.resolve = None);
        assert_eq!(targets.iter().map(|target| target.priority).collect::<Vec<_>>(), [1]);
    }
}
