//! The files of a request: looking at them, downloading, adding, and removing one's own.

use crate::api::timeline::{self, attachment_url};
use crate::hooks::{use_action, use_fetch, use_language, use_me};
use crate::ui::{
    AnchorButton, Card, Confirm, Files, IconButton, Lightbox, Toast, file_icon, icon_fixed, loaded, skeleton_lines,
    use_attaching, use_toaster,
};
use contract::identity::Me;
use contract::timeline::AttachmentView;
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Attachments`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The request.
    pub number: i64,
    /// Two counters. The files are read again when one of them changes.
    pub changes: (u32, u32),
    /// Files may be added.
    pub attach: bool,
    /// Called when a file was added or removed.
    pub onchanged: Callback<()>,
}

/// The card of the files.
#[component]
pub fn Attachments(props: &Props) -> Html {
    let language = use_language();
    let me = use_me();
    let number = props.number;
    let list = use_fetch((number, props.changes), |(number, _)| async move { timeline::attachments(number).await });
    let shown = use_state_eq(|| None::<AttachmentView>);
    let removing = use_state_eq(|| None::<AttachmentView>);
    let changed = use_callback((list.reload.clone(), props.onchanged.clone()), |(), (reload, changed)| {
        reload.emit(());
        changed.emit(());
    });
    let files = use_attaching(number, changed.clone());
    let set = |state: &UseStateHandle<Option<AttachmentView>>| {
        let state = state.setter();
        Callback::from(move |file| state.set(file))
    };
    let (onshow, onremove) = (set(&shown), set(&removing));
    let view = |list: &Rc<Vec<AttachmentView>>| {
        if list.is_empty() {
            return html! { <p class="sol-subtle">{ text!(language, "req-attachments-none") }</p> };
        }
        let row = |file: &AttachmentView| row(language, number, &me, file, &onshow, &onremove);
        html! { <ul class="atts">{ for list.iter().map(row) }</ul> }
    };
    let count = list.data().and_then(|list| i64::try_from(list.len()).ok()).filter(|count| *count > 0);
    html! {
        <Card title={text!(language, "req-attachments")} {count} id="attachments">
            { loaded(&list, language, skeleton_lines(&[70, 50]), view) }
            if props.attach { <Files id="attach" {files} compact=true /> }
            if let Some(file) = &*shown {
                <Lightbox name={file.name.clone()} source={attachment_url(number, file.id, true)}
                          download={attachment_url(number, file.id, false)} onclose={onshow.reform(|()| None)} />
            }
            if let Some(file) = &*removing {
                <RemoveDialog {number} file={file.clone()} onclose={onremove.reform(|()| None)} onremoved={changed} />
            }
        </Card>
    }
}

fn row(
    language: Language,
    number: i64,
    me: &Me,
    file: &AttachmentView,
    onshow: &Callback<Option<AttachmentView>>,
    onremove: &Callback<Option<AttachmentView>>,
) -> Html {
    let image = file.preview && file.media_type.starts_with("image/");
    let download = attachment_url(number, file.id, false);
    let pick = |callback: &Callback<Option<AttachmentView>>| {
        let file = file.clone();
        callback.reform(move |()| Some(file.clone()))
    };
    let onclick = image.then(|| {
        let show = pick(onshow);
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            show.emit(());
        })
    });
    let href = if file.preview { attachment_url(number, file.id, true) } else { download.clone() };
    let author = if file.author.id == me.id { text!(language, "req-attachment-you") } else { file.author.name.clone() };
    let label = text!(language, "ui-download-name", name = file.name.as_str());
    html! {
        <li key={file.id}>
            { icon_fixed(file_icon(&file.media_type)) }
            <div class="sol-grow">
                <a {href} {onclick} target={(file.preview && !image).then_some("_blank")} rel="noopener"
                   download={(!file.preview).then(|| file.name.clone())}>{ &file.name }</a>
                <div class="sol-small sol-subtle">{ locales::file_size(language, file.size) }{ " · " }{ author }</div>
            </div>
            if file.removable {
                <IconButton label={text!(language, "ui-file-remove", name = file.name.as_str())} icon="trash"
                    onclick={pick(onremove)} />
            }
            <AnchorButton {label} href={download} icon="download" icon_only=true download={Some(AttrValue::from(file.name.clone()))} />
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct RemoveProps {
    number: i64,
    file: AttachmentView,
    onclose: Callback<()>,
    onremoved: Callback<()>,
}

/// Asks before a file is removed.
#[component]
fn RemoveDialog(props: &RemoveProps) -> Html {
    let language = use_language();
    let toaster = use_toaster();
    let action = use_action();
    let onconfirm = {
        let (action, number, id) = (action.clone(), props.number, props.file.id);
        let (onclose, onremoved, name) = (props.onclose.clone(), props.onremoved.clone(), props.file.name.clone());
        Callback::from(move |()| {
            let (onclose, onremoved, toaster, name) =
                (onclose.clone(), onremoved.clone(), toaster.clone(), name.clone());
            action.run(async move {
                timeline::remove_attachment(number, id).await?;
                toaster.show(Toast::done(text!(language, "req-attachment-removed", name = name)));
                onclose.emit(());
                onremoved.emit(());
                Ok(())
            });
        })
    };
    let name = props.file.name.as_str();
    html! {
        <Confirm title={text!(language, "req-attachment-remove", name = name)}
            confirm={text!(language, "ui-remove")} danger=true
                 {onconfirm} oncancel={props.onclose.clone()} busy={action.busy} error={action.error.clone()}>
            { text!(language, "req-attachment-remove-text") }
        </Confirm>
    }
}
