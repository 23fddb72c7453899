//! Writing subject and body of a template in one language: keys are inserted where
//! the cursor is.

use super::super::shared::Editor;
use super::edit::text_in;
use super::keys::{Unknown, unknown, written};
use crate::browser;
use crate::hooks::use_language;
use crate::text::fold;
use crate::ui::{Alert, AlertKind, AreaField, Button, ButtonKind, Card, IconButton, SearchBox, TextField};
use contract::admin::{TemplateText, TemplateView};
use contract::{Language, limits};
use gloo_timers::callback::Timeout;
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

const SUBJECT: &str = "template-subject";
const BODY: &str = "template-body";

/// Properties of [`Writing`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The template.
    pub editor: Editor<TemplateView>,
    /// The language that is written.
    pub tag: Language,
    /// The keys that may be used.
    pub keys: Rc<Vec<String>>,
}

/// Subject, body, keys.
#[component]
pub fn Writing(props: &Props) -> Html {
    let language = use_language();
    let (editor, tag) = (&props.editor, props.tag);
    let text = text_in(&editor.value, tag);
    let (onfocusin, insert) = use_insertion(editor, tag);
    let change = |change: fn(&mut TemplateText, String)| {
        editor.on(move |template, value: String| {
            change(template.texts.entry(tag.as_str().to_owned()).or_default(), value);
        })
    };
    let wrong = unknown(&format!("{} {}", text.subject, text.body), &props.keys);
    // Unknown keys are explained below, shorter than the server does.
    let field = |part: &str| {
        let error = editor.field(&format!("texts.{tag}.{part}"))?;
        Some(wrong.first().map_or(error, |first| text!(language, "tmpl-key-unknown", key = written(&first.key))))
    };
    let required = tag == Language::Portuguese;
    html! {
        <>
            <Card>
                <div class="sol-stack" {onfocusin}>
                    <TextField id={SUBJECT} label={text!(language, "tmpl-subject")} {required} value={text.subject.clone()} limit={Some(limits::TITLE)}
                               onchange={change(|text, value| text.subject = value)} error={field("subject")} />
                    <div>
                        <div class="te__bodyhead">
                            <strong aria-hidden="true">{ text!(language, "tmpl-body") }</strong>
                            <Toolbar insert={insert.clone()} />
                        </div>
                        <div class="te__body">
                            <AreaField id={BODY} label={text!(language, "tmpl-body")} hidden_label=true {required} rows=14 value={text.body.clone()}
                                       onchange={change(|text, value| text.body = value)} error={field("body")} help={text!(language, "tmpl-body-help")} />
                        </div>
                    </div>
                    <UnknownKeys editor={editor.clone()} {tag} unknown={wrong.clone()} />
                </div>
            </Card>
            <Keys keys={props.keys.clone()} {insert} />
        </>
    }
}

/// Notes which field was looked at last, and puts things into it: what stands before
/// and after what is selected there.
#[hook]
fn use_insertion(editor: &Editor<TemplateView>, tag: Language) -> (Callback<FocusEvent>, Callback<(String, String)>) {
    let last = use_mut_ref(|| BODY);
    let onfocusin = {
        let last = last.clone();
        Callback::from(move |event: FocusEvent| {
            let id = event.target_dyn_into::<web_sys::Element>().map(|element| element.id()).unwrap_or_default();
            if let Some(field) = [SUBJECT, BODY].into_iter().find(|field| *field == id) {
                *last.borrow_mut() = field;
            }
        })
    };
    let insert = {
        let editor = editor.clone();
        Callback::from(move |(before, after): (String, String)| {
            around_selection(&editor, tag, *last.borrow(), &before, &after);
        })
    };
    (onfocusin, insert)
}

/// Puts something around what is selected in a field, and the cursor behind it.
fn around_selection(editor: &Editor<TemplateView>, tag: Language, id: &'static str, before: &str, after: &str) {
    let text = text_in(&editor.value, tag);
    let value = if id == SUBJECT { &text.subject } else { &text.body };
    let units: Vec<u16> = value.encode_utf16().collect();
    let (start, end) = browser::selection(id).unwrap_or((units.len(), units.len()));
    let (start, end) = (start.min(units.len()), end.min(units.len()).max(start.min(units.len())));
    let part = |from: usize, to: usize| String::from_utf16_lossy(units.get(from..to).unwrap_or_default());
    let next = format!("{}{before}{}{after}{}", part(0, start), part(start, end), part(end, units.len()));
    let inserted = before.encode_utf16().count() + after.encode_utf16().count();
    let caret = if start == end && !after.is_empty() { start + before.encode_utf16().count() } else { end + inserted };
    editor.change(move |template| {
        let text = template.texts.entry(tag.as_str().to_owned()).or_default();
        if id == SUBJECT { text.subject = next } else { text.body = next }
    });
    Timeout::new(0, move || browser::set_caret(id, caret)).forget();
}

#[derive(Properties, PartialEq)]
struct ToolbarProps {
    insert: Callback<(String, String)>,
}

/// Bold, italic, paragraph, link, list, quotation: HTML around what is selected.
#[component]
fn Toolbar(props: &ToolbarProps) -> Html {
    let language = use_language();
    let tools = [
        ("tmpl-paragraph", "paragraph", "<p>", "</p>"),
        ("tmpl-bold", "bold", "<strong>", "</strong>"),
        ("tmpl-italic", "italic", "<em>", "</em>"),
        ("tmpl-link", "link", "<a href=\"https://\">", "</a>"),
        ("tmpl-list", "list-ul", "<ul>\n  <li>", "</li>\n</ul>"),
        ("tmpl-quote", "quote-right", "<blockquote>", "</blockquote>"),
    ];
    html! {
        <div class="te__bar" role="toolbar" aria-label={text!(language, "tmpl-tools")}>
            { for tools.map(|(key, icon, before, after)| {
                let onclick = props.insert.reform(move |()| (before.to_owned(), after.to_owned()));
                html! { <IconButton label={text!(language, key)} {icon} {onclick} /> }
            }) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct UnknownProps {
    editor: Editor<TemplateView>,
    tag: Language,
    unknown: Vec<Unknown>,
}

/// The keys that do not exist, with what was probably meant.
#[component]
fn UnknownKeys(props: &UnknownProps) -> Html {
    let language = use_language();
    let tag = props.tag;
    let one = |unknown: &Unknown| {
        let wrong = written(&unknown.key);
        let exchange = unknown.suggestion.as_ref().map(|suggestion| {
            let (wrong, right) = (wrong.clone(), written(suggestion));
            let onclick = {
                let (wrong, right) = (wrong.clone(), right.clone());
                props.editor.on(move |template, ()| {
                    let text = template.texts.entry(tag.as_str().to_owned()).or_default();
                    text.subject = text.subject.replace(&wrong, &right);
                    text.body = text.body.replace(&wrong, &right);
                })
            };
            html! {
                <>{ text!(language, "tmpl-key-meant") }{ " " }<code>{ right }</code>{ "? " }
                    <Button kind={ButtonKind::Inline} label={text!(language, "tmpl-key-exchange")} {onclick} /></>
            }
        });
        html! {
            <Alert kind={AlertKind::Danger} title={text!(language, "tmpl-key-unknown", key = wrong)}>
                { text!(language, "tmpl-key-refused") }{ " " }{ exchange.unwrap_or_default() }
            </Alert>
        }
    };
    html! { <>{ for props.unknown.iter().map(one) }</> }
}

#[derive(Properties, PartialEq)]
struct KeysProps {
    keys: Rc<Vec<String>>,
    insert: Callback<(String, String)>,
}

/// The keys as chips that insert themselves.
#[component]
fn Keys(props: &KeysProps) -> Html {
    let language = use_language();
    let wanted = use_state_eq(String::new);
    let onsearch = {
        let wanted = wanted.setter();
        Callback::from(move |text| wanted.set(text))
    };
    let found = props.keys.iter().filter(|key| fold(key).contains(&fold(&wanted)));
    let chip = |key: &String| {
        let key = written(key);
        let onclick = {
            let key = key.clone();
            props.insert.reform(move |_: MouseEvent| (key.clone(), String::new()))
        };
        html! {
            <li><button type="button" class="te__key" title={text!(language, "tmpl-key-insert", key = key.as_str())} {onclick}>{ &key }</button></li>
        }
    };
    let action = html! {
        <div class="te__kq"><SearchBox label={text!(language, "tmpl-key-search")} value={(*wanted).clone()} {onsearch} eager=true /></div>
    };
    html! {
        <Card title={text!(language, "tmpl-keys")} count={i64::try_from(props.keys.len()).ok()} {action}>
            <p class="sol-dense sol-subtle">{ text!(language, "tmpl-keys-help") }</p>
            <ul class="te__keys">{ for found.map(chip) }</ul>
        </Card>
    }
}
