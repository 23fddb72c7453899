//! Files of a form: drag and drop, progress, and why a file was refused. A refused file never blocks the form.

mod handle;

pub use handle::{FilesHandle, use_attaching, use_files};

use super::button::IconButton;
use super::icon::{icon, icon_fixed};
use crate::hooks::use_language;
use handle::{Item, State};
use locales::{Language, text};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The icon of a media type.
#[must_use]
pub fn file_icon(media_type: &str) -> &'static str {
    let (kind, rest) = media_type.split_once('/').unwrap_or((media_type, ""));
    match (kind, rest) {
        ("image", _) => "file-image",
        ("video", _) => "file-video",
        ("audio", _) => "file-audio",
        (_, "pdf") => "file-pdf",
        (_, "zip" | "gzip" | "x-7z-compressed" | "x-tar") => "file-archive",
        (_, rest) if rest.contains("word") || rest.contains("opendocument.text") => "file-word",
        (_, rest) if rest.contains("sheet") || rest.contains("excel") || rest == "csv" => "file-excel",
        (_, "xml" | "json" | "html" | "javascript") => "file-code",
        ("text", _) => "file-alt",
        _ => "file",
    }
}

/// Properties of [`Files`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The identifier of the control.
    pub id: AttrValue,
    /// The files.
    pub files: FilesHandle,
    /// Only a button and the list, without the area to drop files on.
    #[prop_or_default]
    pub compact: bool,
}

/// The area where files are dropped or chosen, and the list of files with their progress.
#[component]
pub fn Files(props: &Props) -> Html {
    let language = use_language();
    let over = use_state_eq(|| false);
    let onchange = {
        let files = props.files.clone();
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            if let Some(list) = input.files() {
                files.add(&list);
            }
            input.set_value("");
        })
    };
    let ondrop = {
        let (files, over) = (props.files.clone(), over.setter());
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(false);
            if let Some(list) = event.data_transfer().and_then(|data| data.files()) {
                files.add(&list);
            }
        })
    };
    let drag = |value: bool| {
        let over = over.setter();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(value);
        })
    };
    let limit = locales::file_size(language, props.files.bytes_max());
    let items = props.files.items();
    let class = classes!("sol-drop", props.compact.then_some("sol-drop--compact"), over.then_some("is-over"));
    html! {
        <div class="sol-files" {ondrop} ondragover={drag(true)} ondragleave={drag(false)}>
            <label {class} for={props.id.clone()}>
                <input type="file" multiple=true id={props.id.clone()} {onchange} class="sol-drop__input" />
                { icon(if props.compact { "paperclip" } else { "cloud-upload-alt" }) }
                if props.compact {
                    <span class="sol-drop__link">{ text!(language, "ui-attach") }</span>
                } else {
                    <span>{ text!(language, "ui-drop-files") }{ " " }<span
                        class="sol-drop__link">{ text!(language, "ui-choose-files") }</span></span>
                    <span class="sol-subtle sol-small">{ text!(language, "ui-file-limit", limit = limit) }</span>
                }
            </label>
            if !items.is_empty() {
                <ul class="sol-filelist" aria-live="polite">
                    { for items.iter().map(|item| row(item, &props.files, language)) }
                </ul>
            }
        </div>
    }
}

fn row(item: &Item, files: &FilesHandle, language: Language) -> Html {
    let name = item.name.clone();
    let (label, cross) = match item.state {
        State::Sending(_) => (text!(language, "ui-file-stop", name = name), "times"),
        State::Sent(_) => (text!(language, "ui-file-remove", name = name), "trash"),
        State::Refused(_) => (text!(language, "ui-file-dismiss", name = name), "times"),
    };
    let onclick = {
        let (files, id) = (files.clone(), item.id);
        Callback::from(move |()| files.remove(id))
    };
    html! {
        <li key={item.id}>
            { icon_fixed(file_icon(&item.media_type)) }
            <div class="sol-grow">
                <div class="sol-row sol-between">
                    <span class="sol-filelist__name">{ &item.name }</span>
                    { progress_text(item, language) }
                </div>
                if let State::Sending(share) = item.state { { bar(&item.name, share) } }
            </div>
            <IconButton {label} icon={cross} {onclick} />
        </li>
    }
}

fn progress_text(item: &Item, language: Language) -> Html {
    let size = locales::file_size(language, item.size);
    match &item.state {
        State::Sending(share) => {
            let percent = percent(*share);
            let said = text!(language, "ui-file-sending", percent = percent, size = size);
            html! { <span class="sol-small sol-subtle" aria-hidden="true">{ said }</span> }
        }
        State::Sent(_) => html! {
            <span class="sol-small sol-filelist__ok">
                { icon("check-circle") }{ " " }{ text!(language, "ui-file-sent", size = size) }
            </span>
        },
        State::Refused(reason) => html! {
            <span class="sol-small sol-filelist__bad">{ icon("exclamation-circle") }{ " " }{ reason }</span>
        },
    }
}

fn bar(name: &str, share: f64) -> Html {
    let percent = percent(share);
    html! {
        <span class="sol-meter sol-filelist__bar" role="progressbar" aria-label={name.to_owned()} aria-valuemin="0"
            aria-valuemax="100"
              aria-valuenow={percent.to_string()}>
            <span style={format!("width:{percent}%")}></span>
        </span>
    }
}

/// A share from 0 to 1 in percent, rounded down.
fn percent(share: f64) -> u32 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
    let percent = (share * 100.0).clamp(0.0, 100.0) as u32;
    percent
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_types_have_icons() {
        let cases = [
            ("image/png", "file-image"),
            ("application/pdf", "file-pdf"),
            ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "file-word"),
            ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "file-excel"),
            ("text/csv", "file-excel"),
            ("text/html", "file-code"),
            ("text/plain", "file-alt"),
            ("application/octet-stream", "file"),
            ("", "file"),
        ];
        for (media_type, expected) in cases {
            assert_eq!(file_icon(media_type), expected, "{media_type}");
        }
    }

    #[test]
    fn progress_stays_within_bounds() {
        assert_eq!([-1.0, 0.0, 0.5, 0.999, 1.0, 7.0, f64::NAN].map(percent), [0, 0, 50, 99, 100, 100, 0]);
    }
}
