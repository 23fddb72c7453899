//! Dialogs over the page.
//!
//! The browser's own `<dialog>` keeps the focus inside, hides the page from screen readers, closes with Escape, and moves
//! the focus back to where it was.

use super::button::{Button, ButtonKind, IconButton};
use crate::api::ApiError;
use crate::hooks::use_language;
use gloo_events::{EventListener, EventListenerOptions};
use locales::text;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};
use yew::prelude::*;

/// Properties of [`Dialog`].
#[derive(Properties, PartialEq)]
pub struct DialogProps {
    /// Its title.
    pub title: AttrValue,
    /// Called for Escape and the cross. Without it the dialog has no cross, and Escape does nothing.
    #[prop_or_default]
    pub onclose: Option<Callback<()>>,
    /// The content.
    pub children: Html,
    /// Its buttons, the main one first.
    #[prop_or_default]
    pub footer: Html,
    /// Wider.
    #[prop_or_default]
    pub wide: bool,
    /// More classes.
    #[prop_or_default]
    pub class: Classes,
}

/// A dialog, open as long as it is rendered.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let language = use_language();
    let node = use_node_ref();
    use_effect_with((), {
        let node = node.clone();
        move |()| {
            let dialog = node.cast::<HtmlDialogElement>();
            if let Some(dialog) = &dialog {
                // It is open already only if it was rendered twice.
                let _ = dialog.show_modal();
                focus_inside(dialog);
            }
            move || {
                if let Some(dialog) = dialog {
                    dialog.close();
                }
            }
        }
    });
    use_effect_with(props.onclose.clone(), {
        let node = node.clone();
        move |onclose| {
            let onclose = onclose.clone();
            let listener = node.cast::<HtmlDialogElement>().map(|dialog| {
                let options = EventListenerOptions::enable_prevent_default();
                EventListener::new_with_options(&dialog, "cancel", options, move |event| {
                    event.prevent_default();
                    if let Some(onclose) = &onclose {
                        onclose.emit(());
                    }
                })
            });
            move || drop(listener)
        }
    });
    html! {
        <dialog ref={node} class={classes!("sol-dialog", props.class.clone())} aria-labelledby="dialog-title">
            <div class={classes!("pf-v6-c-modal-box", if props.wide { "pf-m-md" } else { "pf-m-sm" })}>
                if let Some(onclose) = &props.onclose {
                    <div class="pf-v6-c-modal-box__close">
                        <IconButton label={text!(language, "ui-close")} icon="times" onclick={onclose.clone()} />
                    </div>
                }
                <header class="pf-v6-c-modal-box__header">
                    <div class="pf-v6-c-modal-box__header-main">
                        <h2 class="pf-v6-c-modal-box__title" id="dialog-title">
                            <span class="pf-v6-c-modal-box__title-text">{ &props.title }</span>
                        </h2>
                    </div>
                </header>
                <div class="pf-v6-c-modal-box__body">{ props.children.clone() }</div>
                if props.footer != Html::default() {
                    <footer class="pf-v6-c-modal-box__footer">{ props.footer.clone() }</footer>
                }
            </div>
        </dialog>
    }
}

/// Moves the focus to the first field, or to the first button that does no harm. The browser would choose the cross. A
/// field with `autofocus` has the focus already.
fn focus_inside(dialog: &HtmlDialogElement) {
    let candidates = [
        "[autofocus]",
        ".pf-v6-c-modal-box__body :is(input, select, textarea):not([type=hidden], [type=submit], :disabled)",
        ".pf-v6-c-modal-box__footer button:not(.pf-m-danger)",
    ];
    let found = candidates.into_iter().find_map(|selector| dialog.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Properties of [`Confirm`].
#[derive(Properties, PartialEq)]
pub struct ConfirmProps {
    /// The question.
    pub title: AttrValue,
    /// The button that does it, by its verb.
    pub confirm: AttrValue,
    /// It cannot be undone: the button is red.
    #[prop_or_default]
    pub danger: bool,
    /// The person confirms.
    pub onconfirm: Callback<()>,
    /// The person does not confirm.
    pub oncancel: Callback<()>,
    /// The action is running.
    #[prop_or_default]
    pub busy: bool,
    /// Why the action failed.
    #[prop_or_default]
    pub error: Option<ApiError>,
    /// What will happen, and further questions.
    #[prop_or_default]
    pub children: Html,
}

/// A dialog that asks for a confirmation.
#[component]
pub fn Confirm(props: &ConfirmProps) -> Html {
    let language = use_language();
    let kind = if props.danger { ButtonKind::Danger } else { ButtonKind::Primary };
    let footer = html! {
        <>
            <Button {kind} label={props.confirm.clone()} onclick={props.onconfirm.clone()} loading={props.busy} />
            <Button kind={ButtonKind::Link} label={text!(language, "ui-back")} onclick={props.oncancel.clone()} />
        </>
    };
    html! {
        <Dialog title={props.title.clone()} onclose={props.oncancel.clone()} {footer}>
            <div class="sol-stack">
                { props.children.clone() }
                <super::alert::Problem error={props.error.clone()} />
            </div>
        </Dialog>
    }
}
