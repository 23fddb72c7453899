//! News that come from elsewhere: bottom corner, never stealing the focus.

use super::alert::AlertKind;
use super::button::IconButton;
use super::icon::icon_fixed;
use super::link::Go;
use crate::hooks::use_language;
use crate::route::Href;
use gloo_timers::callback::Timeout;
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

const SHOWN_MS: u32 = 7_000;
const SHOWN_WITH_LINK_MS: u32 = 14_000;
const MOST: usize = 4;

/// One piece of news.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Toast {
    /// How serious it is.
    pub kind: AlertKind,
    /// What happened.
    pub title: AttrValue,
    /// More about it.
    pub text: Option<AttrValue>,
    /// Where it leads, with what the link says.
    pub link: Option<(AttrValue, Href)>,
    /// News with the same key replace each other.
    pub key: Option<AttrValue>,
}

impl Toast {
    /// Something that was asked for is done.
    pub fn done(title: impl Into<AttrValue>) -> Self {
        Self { kind: AlertKind::Success, title: title.into(), ..Self::default() }
    }

    /// Something happened elsewhere.
    pub fn news(title: impl Into<AttrValue>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// With a link.
    #[must_use]
    pub fn leads(mut self, label: impl Into<AttrValue>, to: Href) -> Self {
        self.link = Some((label.into(), to));
        self
    }

    /// With more text.
    #[must_use]
    pub fn text(mut self, text: impl Into<AttrValue>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// Replaces earlier news with the same key.
    #[must_use]
    pub fn key(mut self, key: impl Into<AttrValue>) -> Self {
        self.key = Some(key.into());
        self
    }
}

enum Step {
    Show(Toast),
    Drop(u64),
}

#[derive(Default, PartialEq)]
struct Shown {
    next: u64,
    toasts: Vec<(u64, Toast)>,
}

impl Reducible for Shown {
    type Action = Step;

    fn reduce(self: Rc<Self>, step: Step) -> Rc<Self> {
        let mut toasts = self.toasts.clone();
        let mut next = self.next;
        match step {
            Step::Drop(id) => toasts.retain(|(known, _)| *known != id),
            Step::Show(toast) => {
                toasts.retain(|(_, known)| known.key.is_none() || known.key != toast.key);
                toasts.push((next, toast));
                next += 1;
                let surplus = toasts.len().saturating_sub(MOST);
                toasts.drain(..surplus);
            }
        }
        Rc::new(Self { next, toasts })
    }
}

/// Shows toasts.
#[derive(Clone, PartialEq)]
pub struct Toaster(Callback<Toast>);

impl Toaster {
    /// Shows one.
    pub fn show(&self, toast: Toast) {
        self.0.emit(toast);
    }
}

/// Properties of [`ToastProvider`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The application.
    pub children: Html,
}

/// Keeps the toasts and the region that announces them.
#[component]
pub fn ToastProvider(props: &Props) -> Html {
    let shown = use_reducer_eq(Shown::default);
    let toaster = use_callback((), {
        let dispatch = shown.dispatcher();
        move |toast, ()| dispatch.dispatch(Step::Show(toast))
    });
    let drop = use_callback((), {
        let dispatch = shown.dispatcher();
        move |id, ()| dispatch.dispatch(Step::Drop(id))
    });
    html! {
        <ContextProvider<Toaster> context={Toaster(toaster)}>
            { props.children.clone() }
            <div class="sol-toasts" role="status" aria-live="polite" aria-relevant="additions">
                { for shown.toasts.iter().map(|(id, toast)| html! {
                    <OneToast key={*id} id={*id} toast={toast.clone()} ondrop={drop.clone()} />
                }) }
            </div>
        </ContextProvider<Toaster>>
    }
}

#[derive(Properties, PartialEq)]
struct OneProps {
    id: u64,
    toast: Toast,
    ondrop: Callback<u64>,
}

/// Stays as long as the pointer or the focus is on it.
#[component]
fn OneToast(props: &OneProps) -> Html {
    let language = use_language();
    let held = use_state_eq(|| false);
    let ondrop = {
        let id = props.id;
        props.ondrop.reform(move |()| id)
    };
    use_effect_with((*held, props.toast.link.is_some()), {
        let ondrop = ondrop.clone();
        move |&(held, linked)| {
            let pause = if linked { SHOWN_WITH_LINK_MS } else { SHOWN_MS };
            let timer = (!held).then(|| Timeout::new(pause, move || ondrop.emit(())));
            move || std::mem::drop(timer)
        }
    });
    let hold = |value: bool| {
        let held = held.setter();
        move || held.set(value)
    };
    let (enter, leave, focus, blur) = (hold(true), hold(false), hold(true), hold(false));
    let (class, name) = match props.toast.kind {
        AlertKind::Info => ("sol-toast", "comment-dots"),
        AlertKind::Success => ("sol-toast sol-toast--ok", "check-circle"),
        AlertKind::Warning => ("sol-toast sol-toast--warn", "exclamation-triangle"),
        AlertKind::Danger => ("sol-toast sol-toast--late", "exclamation-circle"),
    };
    html! {
        <div {class} onmouseenter={move |_| enter()} onmouseleave={move |_| leave()} onfocusin={move |_| focus()}
            onfocusout={move |_| blur()}>
            <span class="sol-toast__icon">{ icon_fixed(name) }</span>
            <div class="sol-grow">
                <strong>{ &props.toast.title }</strong>
                if let Some(text) = &props.toast.text { <p>{ text }</p> }
                if let Some((label, to)) = &props.toast.link {
                    <div><Go to={to.clone()} onclick={ondrop.clone()}>{ label }</Go></div>
                }
            </div>
            <IconButton label={text!(language, "ui-close")} icon="times" onclick={ondrop.clone()} />
        </div>
    }
}

/// Shows toasts.
#[hook]
pub fn use_toaster() -> Toaster {
    use_context::<Toaster>().unwrap_or_else(|| Toaster(Callback::noop()))
}
