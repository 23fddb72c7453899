//! Toasts: short messages in the bottom corner. They never take the focus.

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

/// Milliseconds until a toast disappears.
const SHOWN_MS: u32 = 7_000;
const SHOWN_WITH_LINK_MS: u32 = 14_000;
/// How many toasts are shown at most.
const MAX_SHOWN: usize = 4;

/// A toast.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Toast {
    /// The severity.
    pub kind: AlertKind,
    /// What happened.
    pub title: AttrValue,
    /// Help.
    pub text: Option<AttrValue>,
    /// A link: its text and its page.
    pub link: Option<(AttrValue, Href)>,
    /// Toasts with the same key replace each other.
    pub key: Option<AttrValue>,
}

impl Toast {
    /// A toast about an action that succeeded.
    pub fn done(title: impl Into<AttrValue>) -> Self {
        Self { kind: AlertKind::Success, title: title.into(), ..Self::default() }
    }

    /// A toast about something that happened elsewhere.
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

    /// With a key: it replaces an earlier toast with the same key.
    #[must_use]
    pub fn key(mut self, key: impl Into<AttrValue>) -> Self {
        self.key = Some(key.into());
        self
    }
}

enum Change {
    Show(Toast),
    /// Removes the toast with this number.
    Drop(u64),
}

/// The toasts that are shown, the oldest first, with their numbers.
#[derive(Default, PartialEq)]
struct Shown {
    next: u64,
    toasts: Vec<(u64, Toast)>,
}

impl Shown {
    fn after(&self, change: Change) -> Self {
        let mut toasts = self.toasts.clone();
        let mut next = self.next;
        match change {
            Change::Drop(id) => toasts.retain(|(known, _)| *known != id),
            Change::Show(toast) => {
                toasts.retain(|(_, known)| known.key.is_none() || known.key != toast.key);
                toasts.push((next, toast));
                next += 1;
                let surplus = toasts.len().saturating_sub(MAX_SHOWN);
                toasts.drain(..surplus);
            }
        }
        Self { next, toasts }
    }
}

impl Reducible for Shown {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        Rc::new(self.after(change))
    }
}

/// Shows toasts.
#[derive(Clone, PartialEq)]
pub struct Toaster(Callback<Toast>);

impl Toaster {
    /// Shows a toast.
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
        move |toast, ()| dispatch.dispatch(Change::Show(toast))
    });
    let drop = use_callback((), {
        let dispatch = shown.dispatcher();
        move |id, ()| dispatch.dispatch(Change::Drop(id))
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

/// A toast. It disappears after a while, but not while the pointer or the focus is on it.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(changes: Vec<Change>) -> Vec<String> {
        let shown = changes.into_iter().fold(Shown::default(), |shown, change| shown.after(change));
        shown.toasts.iter().map(|(_, toast)| toast.title.to_string()).collect()
    }

    fn show(title: &str) -> Change {
        Change::Show(Toast::news(title.to_owned()))
    }

    #[test]
    fn the_oldest_gives_way() {
        assert_eq!(titles(["a", "b", "c", "d", "e"].map(show).into()), ["b", "c", "d", "e"]);
    }

    #[test]
    fn a_toast_replaces_one_with_the_same_key() {
        let keyed = |title: &str, key: &str| Change::Show(Toast::news(title.to_owned()).key(key.to_owned()));
        assert_eq!(titles(vec![keyed("a", "7"), show("b"), keyed("c", "8"), keyed("d", "7")]), ["b", "c", "d"]);
        assert_eq!(titles(vec![show("a"), show("a")]), ["a", "a"], "without a key nothing is replaced");
    }

    #[test]
    fn toasts_are_removed_by_number() {
        assert_eq!(titles(vec![show("a"), show("b"), Change::Drop(0), show("c"), Change::Drop(9)]), ["b", "c"]);
    }
}
