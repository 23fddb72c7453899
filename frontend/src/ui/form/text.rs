//! Fields in which something is typed.

use super::frame::{FieldFrame, counter, standing};
use crate::hooks::use_language;
use crate::ui::button::IconButton;
use locales::text;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// Properties of [`TextField`].
#[derive(Properties, PartialEq)]
pub struct TextProps {
    /// The identifier of the control.
    pub id: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// The text in it.
    pub value: AttrValue,
    /// Called with the text that was typed.
    pub onchange: Callback<String>,
    /// The complaint about it.
    #[prop_or_default]
    pub error: Option<String>,
    /// Help: what should be typed.
    #[prop_or_default]
    pub help: Option<AttrValue>,
    /// It must be filled in.
    #[prop_or_default]
    pub required: bool,
    /// The label says that it need not be filled in.
    #[prop_or_default]
    pub optional: bool,
    /// `text`, `email`, `tel`, `date`, `datetime-local`, `number` …
    #[prop_or(AttrValue::Static("text"))]
    pub kind: AttrValue,
    /// What the browser may fill in (`autocomplete`).
    #[prop_or_default]
    pub autocomplete: Option<AttrValue>,
    /// The limit of characters. Near it a counter appears.
    #[prop_or_default]
    pub limit: Option<usize>,
    /// The label is for screen readers only.
    #[prop_or_default]
    pub hidden_label: bool,
    /// It gets the focus when it appears.
    #[prop_or_default]
    pub autofocus: bool,
    /// An example.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// The keyboard that telephones show: `numeric`, `tel`, `email`.
    #[prop_or_default]
    pub inputmode: Option<AttrValue>,
}

/// A field of one line.
#[component]
pub fn TextField(props: &TextProps) -> Html {
    let language = use_language();
    let node = use_autofocus(props.autofocus);
    let frame = FieldFrame {
        id: &props.id,
        label: &props.label,
        required: props.required,
        optional: props.optional,
        hidden_label: props.hidden_label,
        help: props.help.as_deref(),
        error: standing(language, props.error.as_deref(), &props.value),
        counter: counter(language, &props.value, props.limit),
    };
    let oninput = props.onchange.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    let control = html! {
        <span class={classes!("pf-v6-c-form-control", frame.error.is_some().then_some("pf-m-error"))}>
            <input ref={node} id={props.id.clone()} name={props.id.clone()} type={props.kind.clone()}
                value={props.value.clone()}
                   {oninput} autocomplete={props.autocomplete.clone()} placeholder={props.placeholder.clone()}
                   inputmode={props.inputmode.clone()} autofocus={props.autofocus}
                   aria-required={props.required.then_some("true")}
                   aria-invalid={frame.error.is_some().then_some("true")} aria-describedby={frame.described_by()} />
        </span>
    };
    frame.wrap(language, control)
}

/// Properties of [`AreaField`].
#[derive(Properties, PartialEq)]
pub struct AreaProps {
    /// The identifier of the control.
    pub id: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// The text in it.
    pub value: AttrValue,
    /// Called with the text that was typed.
    pub onchange: Callback<String>,
    /// The complaint about it.
    #[prop_or_default]
    pub error: Option<String>,
    /// Help: what should be typed.
    #[prop_or_default]
    pub help: Option<AttrValue>,
    /// It must be filled in.
    #[prop_or_default]
    pub required: bool,
    /// The label says that it need not be filled in.
    #[prop_or_default]
    pub optional: bool,
    /// The number of lines at first. It grows with the text.
    #[prop_or(3)]
    pub rows: u32,
    /// The limit of characters. Near it a counter appears.
    #[prop_or(contract::limits::TEXT)]
    pub limit: usize,
    /// The label is for screen readers only.
    #[prop_or_default]
    pub hidden_label: bool,
    /// An example.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// Ctrl + Enter was pressed.
    #[prop_or_default]
    pub onsend: Callback<()>,
    /// It gets the focus when it appears.
    #[prop_or_default]
    pub autofocus: bool,
}

/// A field of several lines, which grows with the text.
#[component]
pub fn AreaField(props: &AreaProps) -> Html {
    let language = use_language();
    let node = use_autofocus(props.autofocus);
    let frame = FieldFrame {
        id: &props.id,
        label: &props.label,
        required: props.required,
        optional: props.optional,
        hidden_label: props.hidden_label,
        help: props.help.as_deref(),
        error: standing(language, props.error.as_deref(), &props.value),
        counter: counter(language, &props.value, Some(props.limit)),
    };
    let oninput =
        props.onchange.reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    let onkeydown = {
        let onsend = props.onsend.clone();
        Callback::from(move |event: KeyboardEvent| {
            if is_send(&event) {
                event.prevent_default();
                onsend.emit(());
            }
        })
    };
    let control = html! {
        <span class={classes!("pf-v6-c-form-control", "pf-m-textarea", "pf-m-resize-vertical", "sol-area",
                              frame.error.is_some().then_some("pf-m-error"))}>
            <textarea ref={node} id={props.id.clone()} name={props.id.clone()} rows={props.rows.to_string()}
                style={format!("--rows:{}", props.rows)}
                      value={props.value.clone()} {oninput} {onkeydown} placeholder={props.placeholder.clone()}
                      autofocus={props.autofocus}
                      aria-required={props.required.then_some("true")} aria-invalid={frame.error.is_some().then_some("true")}
                      aria-describedby={frame.described_by()} />
        </span>
    };
    frame.wrap(language, control)
}

/// Properties of [`PasswordField`].
#[derive(Properties, PartialEq)]
pub struct PasswordProps {
    /// The identifier of the control.
    pub id: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// The text in it.
    pub value: AttrValue,
    /// Called with the text that was typed.
    pub onchange: Callback<String>,
    /// The complaint about it.
    #[prop_or_default]
    pub error: Option<String>,
    /// Help: what should be typed.
    #[prop_or_default]
    pub help: Option<AttrValue>,
    /// `current-password` or `new-password`.
    #[prop_or(AttrValue::Static("current-password"))]
    pub autocomplete: AttrValue,
    /// It gets the focus when it appears.
    #[prop_or_default]
    pub autofocus: bool,
}

/// A field for a password, which can be shown. It says when Caps Lock is on.
#[component]
pub fn PasswordField(props: &PasswordProps) -> Html {
    let language = use_language();
    let node = use_autofocus(props.autofocus);
    let shown = use_state_eq(|| false);
    let capitals = use_state_eq(|| false);
    let help = if *capitals { Some(AttrValue::from(text!(language, "ui-caps-lock"))) } else { props.help.clone() };
    let frame = FieldFrame {
        id: &props.id,
        label: &props.label,
        required: false,
        optional: false,
        hidden_label: false,
        help: help.as_deref(),
        error: props.error.as_deref(),
        counter: None,
    };
    let oninput = props.onchange.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    let onkeyup = {
        let capitals = capitals.setter();
        Callback::from(move |event: KeyboardEvent| capitals.set(event.get_modifier_state("CapsLock")))
    };
    let toggle = {
        let shown = shown.clone();
        Callback::from(move |()| shown.set(!*shown))
    };
    let label = text!(language, if *shown { "ui-hide-password" } else { "ui-show-password" });
    let control = html! {
        <div class="pf-v6-c-input-group">
            <div class="pf-v6-c-input-group__item pf-m-fill">
                <span class={classes!("pf-v6-c-form-control", props.error.is_some().then_some("pf-m-error"))}>
                    <input ref={node} id={props.id.clone()} name={props.id.clone()}
                        type={if *shown { "text" } else { "password" }}
                           value={props.value.clone()} {oninput} {onkeyup} autocomplete={props.autocomplete.clone()}
                           autocapitalize="none" spellcheck="false" autofocus={props.autofocus} aria-required="true"
                           aria-invalid={props.error.is_some().then_some("true")} aria-describedby={frame.described_by()} />
                </span>
            </div>
            <div class="pf-v6-c-input-group__item">
                <IconButton {label} icon={if *shown { "eye-slash" } else { "eye" }} onclick={toggle} control=true
                    pressed={*shown} />
            </div>
        </div>
    };
    frame.wrap(language, control)
}

/// True for Ctrl + Enter and ⌘ + Enter, which send what is being written.
fn is_send(event: &KeyboardEvent) -> bool {
    event.key() == "Enter" && (event.ctrl_key() || event.meta_key())
}

/// Moves the focus to the element when it appears. In dialogs, which move the focus when they open, the `autofocus`
/// attribute does it.
#[hook]
fn use_autofocus(wanted: bool) -> NodeRef {
    let node = use_node_ref();
    use_effect_with((), {
        let node = node.clone();
        move |()| {
            if wanted && let Some(element) = node.cast::<web_sys::HtmlElement>() {
                let _ = element.focus();
            }
        }
    });
    node
}
