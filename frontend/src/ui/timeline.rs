//! The timeline of a request. Messages, notes and other occurrences look different. Amber and dashed always means
//! internal.

use super::avatar::Avatar;
use super::files::file_icon;
use super::icon::icon;
use super::rich::paragraphs;
use crate::api::timeline::attachment_url;
use crate::hooks::{Clock, use_clock};
use contract::timeline::{AttachmentView, OccurrenceView};
use contract::{Category, OccurrenceKind, Side};
use locales::text;
use yew::prelude::*;

/// Properties of [`Timeline`].
#[derive(Properties, PartialEq)]
pub struct TimelineProps {
    /// The request.
    pub number: i64,
    /// Its occurrences, in the order in which they are shown.
    pub items: Vec<OccurrenceView>,
    /// An image was clicked.
    pub onpreview: Callback<AttachmentView>,
    /// Renders more below an occurrence: the desk's *redact*.
    #[prop_or_default]
    pub extra: Option<Callback<OccurrenceView, Html>>,
}

/// The occurrences, with a mark where new messages begin.
#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let clock = use_clock();
    let unread = props.items.iter().filter(|item| item.unread).count();
    let first = props.items.iter().find(|item| item.unread).map(|item| item.id);
    html! {
        <ol class="sol-tl">
            { for props.items.iter().map(|item| html! {
                <>
                    if Some(item.id) == first {
                        <li class="sol-tl__new"><span>{ text!(clock.language, "ui-new-messages", count = unread) }</span></li>
                    }
                    <Entry key={item.id} number={props.number} item={item.clone()} clock={clock.clone()}
                           onpreview={props.onpreview.clone()} extra={props.extra.clone()} />
                </>
            }) }
        </ol>
    }
}

/// Properties of [`Entry`].
#[derive(Properties, PartialEq)]
pub struct EntryProps {
    /// The request.
    pub number: i64,
    /// The occurrence.
    pub item: OccurrenceView,
    /// The person's clock.
    pub clock: Clock,
    /// An image was clicked.
    pub onpreview: Callback<AttachmentView>,
    /// Renders more below it.
    #[prop_or_default]
    pub extra: Option<Callback<OccurrenceView, Html>>,
}

/// One occurrence.
#[component]
pub fn Entry(props: &EntryProps) -> Html {
    match props.item.kind {
        OccurrenceKind::Event => event(props),
        OccurrenceKind::Message | OccurrenceKind::Note => bubble(props),
    }
}

fn event_icon(category: Category) -> &'static str {
    match category {
        Category::Registration => "flag",
        Category::Routing => "hand-paper",
        Category::Suspension => "pause",
        Category::Reactivation => "play",
        Category::Closure => "check",
        Category::Reopening => "undo-alt",
        Category::SlaChange => "clock",
        Category::Reclassification => "random",
        Category::Attachment => "paperclip",
        Category::TelephoneViewing => "phone",
        Category::Relation => "link",
        Category::Satisfaction => "star",
        Category::Scheduling => "calendar-alt",
        _ => "circle",
    }
}

fn event(props: &EntryProps) -> Html {
    let item = &props.item;
    let language = props.clock.language;
    let done = item.category == Category::Closure;
    let title = item.summary.clone().unwrap_or_else(|| text!(language, &crate::text::code("category", item.category)));
    html! {
        <li class={classes!("sol-ev", done.then_some("sol-ev--ok"), (!item.public).then_some("sol-ev--int"))}
            id={format!("o{}", item.id)}>
            <span class="sol-ev__i">{ icon(event_icon(item.category)) }</span>
            <div>
                <div>{ title }{ " " }{ moment(props) }</div>
                { body(props) }
            </div>
        </li>
    }
}

fn moment(props: &EntryProps) -> Html {
    html! { <time datetime={props.item.at.to_rfc3339()}>{ props.clock.date_time(props.item.at) }</time> }
}

fn bubble(props: &EntryProps) -> Html {
    let item = &props.item;
    let note = item.kind == OccurrenceKind::Note;
    let look = match (note, item.public, item.mine) {
        (_, false, _) => "sol-msg--int",
        (true, true, _) => "sol-msg--note",
        (false, true, true) => "sol-msg--me",
        (false, true, false) => "sol-msg--them",
    };
    let avatar = match &item.author {
        _ if note && item.public => html! { <span class="sol-msg__ni">{ icon("sticky-note") }</span> },
        Some(author) => html! { <Avatar id={author.id} name={author.name.clone()} /> },
        None => html! { <span class="sol-msg__ni">{ icon("cog") }</span> },
    };
    html! {
        <li class={classes!("sol-msg", look)} id={format!("o{}", item.id)}>
            <div class="sol-msg__av">{ avatar }</div>
            <div class="sol-msg__b">
                <div class="sol-msg__h">
                    <strong>{ author(props, note) }</strong>
                    { about(props, note) }
                    { moment(props) }
                    { receipt(props) }
                </div>
                { body(props) }
            </div>
        </li>
    }
}

fn author(props: &EntryProps, note: bool) -> String {
    let language = props.clock.language;
    match (&props.item.author, props.item.mine) {
        (_, true) if note => text!(language, "ui-your-note"),
        (_, true) => text!(language, "ui-you"),
        (Some(author), false) => author.name.clone(),
        (None, false) => text!(language, "ui-system"),
    }
}

/// The role of the author, or the category of the note.
fn about(props: &EntryProps, note: bool) -> Html {
    let item = &props.item;
    let language = props.clock.language;
    let category = || text!(language, &crate::text::code("category", item.category));
    if !item.public {
        let minutes = item.minutes.map(|minutes| format!(" · {minutes} min"));
        return html! {
            <span class="sol-int">
                { icon("lock") }{ " " }{ text!(language, "ui-internal-note") }{ " · " }{ category() }
                { minutes.unwrap_or_default() }
            </span>
        };
    }
    if note {
        let origin = text!(language, &crate::text::code("origin", item.origin));
        return html! { <span class="sol-subtle">{ category() }{ " · " }{ origin }</span> };
    }
    let attendant = item.side == Side::Desk && !item.mine;
    html! {
        <>
            if attendant { <span class="sol-subtle">{ text!(language, "ui-attendant") }</span> }
            if item.unread {
                <span class="pf-v6-c-label pf-m-blue pf-m-compact">
                    <span class="pf-v6-c-label__content">{ text!(language, "ui-new") }</span>
                </span>
            }
        </>
    }
}

fn receipt(props: &EntryProps) -> Html {
    let item = &props.item;
    let read = item.read_at.filter(|_| item.mine && item.kind == OccurrenceKind::Message);
    let Some(read) = read else { return Html::default() };
    let (clock, language) = (&props.clock, props.clock.language);
    let said = if clock.same_day(read, item.at) {
        text!(language, "ui-read-at", at = clock.time(read))
    } else {
        text!(language, "ui-read-on", at = clock.date_time(read))
    };
    html! { <span class="sol-msg__read sol-subtle">{ icon("check-double") }{ " " }{ said }</span> }
}

fn body(props: &EntryProps) -> Html {
    let item = &props.item;
    let redacted = item.redacted_at.map(|at| {
        html! { <p class="sol-redacted">{ text!(props.clock.language, "ui-redacted", at = props.clock.date_time(at)) }</p> }
    });
    html! {
        <>
            { redacted.unwrap_or_default() }
            if let Some(text) = &item.text { { paragraphs(text) } }
            if !item.attachments.is_empty() {
                <div class="sol-atts">{ for item.attachments.iter().map(|file| attachment(props, file)) }</div>
            }
            if let Some(extra) = &props.extra { { extra.emit(item.clone()) } }
        </>
    }
}

fn attachment(props: &EntryProps, file: &AttachmentView) -> Html {
    let image = file.preview && file.media_type.starts_with("image/");
    let url = attachment_url(props.number, file.id, file.preview && !image);
    let onclick = image.then(|| {
        let file = file.clone();
        props.onpreview.reform(move |event: MouseEvent| {
            event.prevent_default();
            file.clone()
        })
    });
    html! {
        <a class="sol-att" href={url} target={(file.preview && !image).then_some("_blank")} rel="noopener" {onclick}
           download={(!file.preview).then(|| file.name.clone())}>
            { icon(file_icon(&file.media_type)) }
            <span>{ &file.name }</span>
            <span class="sol-subtle">{ locales::file_size(props.clock.language, file.size) }</span>
        </a>
    }
}
