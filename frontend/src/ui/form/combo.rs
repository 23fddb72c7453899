//! A field to choose from a long list: what is typed narrows it down.

use super::frame::{FieldFrame, standing};
use crate::hooks::use_language;
use crate::text::fold;
use crate::ui::button::IconButton;
use crate::ui::icon::icon;
use crate::ui::keys::{Step, stepped};
use locales::{Language, text};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// How many options are shown at most.
const MAX_SHOWN: usize = 60;

/// An option of a [`Combo`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ComboOption {
    /// The value.
    pub value: AttrValue,
    /// The text.
    pub label: AttrValue,
    /// What tells it from others with the same label.
    pub detail: Option<AttrValue>,
}

impl ComboOption {
    /// An option.
    pub fn new(value: impl Into<AttrValue>, label: impl Into<AttrValue>) -> Self {
        Self { value: value.into(), label: label.into(), detail: None }
    }

    /// With what tells it from others with the same label.
    #[must_use]
    pub fn detail(mut self, detail: Option<impl Into<AttrValue>>) -> Self {
        self.detail = detail.map(Into::into);
        self
    }
}

/// Properties of [`Combo`].
#[derive(Properties, PartialEq)]
pub struct ComboProps {
    /// The identifier of the control.
    pub id: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// The chosen value; empty for none.
    pub value: AttrValue,
    /// The label of the chosen value, which need not be among the options.
    #[prop_or_default]
    pub chosen: Option<AttrValue>,
    /// The options.
    pub options: Vec<ComboOption>,
    /// Another value was chosen; empty when the field was cleared.
    pub onselect: Callback<AttrValue>,
    /// Called with what is typed; the parent then finds the options. Without it the field searches the options itself.
    #[prop_or_default]
    pub onsearch: Option<Callback<String>>,
    /// More options are on their way.
    #[prop_or_default]
    pub loading: bool,
    /// The complaint about it.
    #[prop_or_default]
    pub error: Option<String>,
    /// Help: what should be chosen.
    #[prop_or_default]
    pub help: Option<AttrValue>,
    /// It must be filled in.
    #[prop_or_default]
    pub required: bool,
    /// The label says that none need be chosen.
    #[prop_or_default]
    pub optional: bool,
    /// The label is for screen readers only.
    #[prop_or_default]
    pub hidden_label: bool,
    /// What to type.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
}

#[derive(Debug, Clone, PartialEq, Default)]
struct Typing {
    /// The typed text; none while the chosen option is shown.
    text: Option<String>,
    open: bool,
    active: usize,
}

/// A field with a list that narrows down while somebody types.
#[component]
pub fn Combo(props: &ComboProps) -> Html {
    let language = use_language();
    let typing = use_state_eq(Typing::default);
    let options = matching(&props.options, typing.text.as_deref().filter(|_| props.onsearch.is_none()));
    let choose = {
        let (typing, onselect) = (typing.setter(), props.onselect.clone());
        Callback::from(move |value: AttrValue| {
            typing.set(Typing::default());
            onselect.emit(value);
        })
    };
    let frame = FieldFrame {
        id: &props.id,
        label: &props.label,
        required: props.required,
        optional: props.optional,
        hidden_label: props.hidden_label,
        help: props.help.as_deref(),
        error: standing(language, props.error.as_deref(), &props.value),
        counter: None,
    };
    let control = html! {
        <div class="sol-combo">
            <div class="pf-v6-c-input-group">
                <div class="pf-v6-c-input-group__item pf-m-fill">{ field(props, &typing, &options, &choose, &frame) }</div>
                if !props.value.is_empty() && !props.required {
                    <div class="pf-v6-c-input-group__item">
                        <IconButton label={text!(language, "pick-clear", name = props.label.as_str())} icon="times" control=true
                                    onclick={ let choose = choose.clone(); move |()| choose.emit(AttrValue::default()) } />
                    </div>
                }
            </div>
            if typing.open { { list(props, language, &typing, &options, &choose) } }
        </div>
    };
    frame.wrap(language, control)
}

/// The options that are shown for a typed text: those that have all of its words.
fn matching(options: &[ComboOption], typed: Option<&str>) -> Vec<ComboOption> {
    let typed = typed.map(fold).unwrap_or_default();
    let words: Vec<&str> = typed.split_whitespace().collect();
    let matches = |option: &&ComboOption| {
        let about = fold(&format!("{} {}", option.label, option.detail.as_deref().unwrap_or_default()));
        words.iter().all(|word| about.contains(word))
    };
    options.iter().filter(matches).take(MAX_SHOWN).cloned().collect()
}

fn shown(props: &ComboProps, typing: &Typing) -> AttrValue {
    let chosen = || {
        let known = props.options.iter().find(|option| option.value == props.value && !props.value.is_empty());
        known.map(|option| option.label.clone()).or_else(|| props.chosen.clone()).unwrap_or_default()
    };
    typing.text.clone().map_or_else(chosen, AttrValue::from)
}

fn field(
    props: &ComboProps,
    typing: &UseStateHandle<Typing>,
    options: &[ComboOption],
    choose: &Callback<AttrValue>,
    frame: &FieldFrame<'_>,
) -> Html {
    let list = format!("{}-list", props.id);
    let active = (typing.open && !options.is_empty()).then(|| format!("{}-{}", props.id, typing.active));
    let oninput = {
        let (typing, onsearch) = (typing.setter(), props.onsearch.clone());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            if let Some(onsearch) = &onsearch {
                onsearch.emit(text.clone());
            }
            typing.set(Typing { text: Some(text), open: true, active: 0 });
        })
    };
    let onkeydown = on_key(typing, options, choose);
    let open = {
        let typing = typing.clone();
        Callback::from(move |_: MouseEvent| typing.set(Typing { open: true, ..(*typing).clone() }))
    };
    let onblur = {
        let typing = typing.setter();
        Callback::from(move |_: FocusEvent| typing.set(Typing::default()))
    };
    html! {
        <span class={classes!("pf-v6-c-form-control", frame.error.is_some().then_some("pf-m-error"))}>
            <input id={props.id.clone()} name={props.id.clone()} type="text" role="combobox" autocomplete="off" spellcheck="false"
                   value={shown(props, typing)} {oninput} {onkeydown} onclick={open} {onblur} placeholder={props.placeholder.clone()}
                   aria-expanded={typing.open.to_string()} aria-controls={list} aria-autocomplete="list" aria-activedescendant={active}
                   aria-required={props.required.then_some("true")} aria-invalid={frame.error.is_some().then_some("true")}
                   aria-describedby={frame.described_by()} />
            <span class="pf-v6-c-form-control__utilities">
                <span class="pf-v6-c-form-control__toggle-icon">{ icon("caret-down") }</span>
            </span>
        </span>
    }
}

fn on_key(
    typing: &UseStateHandle<Typing>,
    options: &[ComboOption],
    choose: &Callback<AttrValue>,
) -> Callback<KeyboardEvent> {
    let (typing, choose, options) = (typing.clone(), choose.clone(), options.to_vec());
    Callback::from(move |event: KeyboardEvent| {
        let step = |step: Step| stepped(options.len(), Some(typing.active), step);
        let to = |active: usize| typing.set(Typing { open: true, active, ..(*typing).clone() });
        match event.key().as_str() {
            "ArrowDown" if !typing.open => to(0),
            "ArrowDown" => to(step(Step::Next)),
            "ArrowUp" if typing.open => to(step(Step::Previous)),
            "Enter" if typing.open => {
                if let Some(option) = options.get(typing.active) {
                    choose.emit(option.value.clone());
                }
            }
            "Escape" if typing.open => {
                event.stop_propagation();
                typing.set(Typing::default());
            }
            _ => return,
        }
        event.prevent_default();
    })
}

fn list(
    props: &ComboProps,
    language: Language,
    typing: &Typing,
    options: &[ComboOption],
    choose: &Callback<AttrValue>,
) -> Html {
    let line = |(index, option): (usize, &ComboOption)| {
        let active = index == typing.active;
        // The press, not the click: it comes before the field loses the focus.
        let onmousedown = {
            let (choose, value) = (choose.clone(), option.value.clone());
            Callback::from(move |event: MouseEvent| {
                event.prevent_default();
                choose.emit(value.clone());
            })
        };
        html! {
            <li key={option.value.to_string()} id={format!("{}-{index}", props.id)} role="option" {onmousedown}
                class={classes!("sol-combo__line", active.then_some("is-active"))} aria-selected={active.to_string()}>
                <span>{ &option.label }</span>
                if let Some(detail) = &option.detail { <small>{ detail }</small> }
            </li>
        }
    };
    let hold = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <div class="sol-combo__list" onmousedown={hold}>
            <ul role="listbox" id={format!("{}-list", props.id)} aria-label={props.label.clone()}>
                { for options.iter().enumerate().map(line) }
            </ul>
            if options.is_empty() {
                <p class="sol-combo__none" role="status">
                    { text!(language, if props.loading { "ui-loading" } else { "pick-none" }) }
                </p>
            }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: Option<&str>) -> Vec<String> {
        let options = [
            ComboOption::new("1", "Rede sem fio").detail(Some("Infraestrutura")),
            ComboOption::new("2", "Instalação de impressora").detail(None::<String>),
            ComboOption::new("3", "Rede cabeada").detail(Some("São Paulo")),
        ];
        matching(&options, typed).iter().map(|option| option.value.to_string()).collect()
    }

    #[test]
    fn every_word_must_be_found_in_any_order_and_spelling() {
        assert_eq!(found(Some("rede")), ["1", "3"]);
        assert_eq!(found(Some("PAULO rede")), ["3"]);
        assert_eq!(found(Some("instalacao")), ["2"]);
        assert!(found(Some("rede impressora")).is_empty());
    }

    #[test]
    fn without_a_text_all_are_shown() {
        assert_eq!(found(None), ["1", "2", "3"]);
        assert_eq!(found(Some("  ")), ["1", "2", "3"]);
    }

    #[test]
    fn long_lists_are_cut() {
        let many: Vec<ComboOption> = (0..100).map(|id| ComboOption::new(id.to_string(), "x")).collect();
        assert_eq!(matching(&many, None).len(), MAX_SHOWN);
    }
}
