//! The editor of subject and body in one language, with a toolbar and the keys that can be inserted.

use super::insertion::insert_around;
use super::keys::{Unknown, placeholder, unknown};
use super::texts::{change_text, text_in};
use crate::browser;
use crate::hooks::use_language;
use crate::pages::admin::shared::Editor;
use crate::text::fold;
use crate::ui::{Alert, AlertKind, AreaField, Button, ButtonKind, Card, IconButton, SearchBox, TextField};
use contract::admin::{TemplateText, TemplateView};
use contract::{Language, limits};
use gloo_timers::callback::Timeout;
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// The identifier of the field of the subject.
const SUBJECT: &str = "template-subject";
/// The identifier of the field of the body.
const BODY: &str = "template-body";

/// Properties of [`TextEditor`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The template.
    pub editor: Editor<TemplateView>,
    /// The language of the text.
    pub tag: Language,
    /// The keys that may be used.
    pub keys: Rc<Vec<String>>,
}

/// Subject, body and keys.
#[component]
pub fn TextEditor(props: &Props) -> Html {
    let language = use_language();
    let (editor, tag) = (&props.editor, props.tag);
    let text = text_in(&editor.value, tag);
    let (onfocusin, insert) = use_insertion(editor, tag);
    let change = |change: fn(&mut TemplateText, String)| {
        editor.on(move |template, value: String| change_text(template, tag, |text| change(text, value)))
    };
    let wrong = unknown(&format!("{} {}", text.subject, text.body), &props.keys);
    // An error about unknown keys is short here: they are explained below.
    let field = |part: &str| {
        let error = editor.field(&format!("texts.{tag}.{part}"))?;
        Some(wrong.first().map_or(error, |first| text!(language, "tmpl-key-unknown", key = placeholder(&first.key))))
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

/// The callbacks that note which field had the focus last, and that put something before and after the selection there.
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
            insert_into(&editor, tag, *last.borrow(), &before, &after);
        })
    };
    (onfocusin, insert)
}

/// Puts something around what is selected in a field, and moves the cursor.
fn insert_into(editor: &Editor<TemplateView>, tag: Language, id: &'static str, before: &str, after: &str) {
    let text = text_in(&editor.value, tag);
    let value = if id == SUBJECT { &text.subject } else { &text.body };
    let insertion = insert_around(value, browser::selection(id), before, after);
    let cursor = insertion.cursor;
    editor.change(move |template| {
        change_text(template, tag, |text| {
            let field = if id == SUBJECT { &mut text.subject } else { &mut text.body };
            *field = insertion.text;
        });
    });
    Timeout::new(0, move || browser::set_caret(id, cursor)).forget();
}

#[derive(Properties, PartialEq)]
struct ToolbarProps {
    insert: Callback<(String, String)>,
}

/// The toolbar: each button puts HTML around what is selected.
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

/// The keys that do not exist, each with the known key that was probably meant.
#[component]
fn UnknownKeys(props: &UnknownProps) -> Html {
    let language = use_language();
    let tag = props.tag;
    let one = |unknown: &Unknown| {
        let wrong = placeholder(&unknown.key);
        let exchange = unknown.suggestion.as_ref().map(|suggestion| {
            let (wrong, right) = (wrong.clone(), placeholder(suggestion));
            let onclick = {
                let (wrong, right) = (wrong.clone(), right.clone());
                props.editor.on(move |template, ()| {
                    change_text(template, tag, |text| {
                        text.subject = text.subject.replace(&wrong, &right);
                        text.body = text.body.replace(&wrong, &right);
                    });
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

/// The known keys, each with a button that inserts it.
#[component]
fn Keys(props: &KeysProps) -> Html {
    let language = use_language();
    let words = use_state_eq(String::new);
    let onsearch = {
        let words = words.setter();
        Callback::from(move |text| words.set(text))
    };
    let found = props.keys.iter().filter(|key| fold(key).contains(&fold(&words)));
    let chip = |key: &String| {
        let key = placeholder(key);
        let onclick = {
            let key = key.clone();
            props.insert.reform(move |_: MouseEvent| (key.clone(), String::new()))
        };
        html! {
            <li><button type="button" class="te__key" title={text!(language, "tmpl-key-insert", key = key.as_str())} {onclick}>{ &key }</button></li>
        }
    };
    let action = html! {
        <div class="te__kq"><SearchBox label={text!(language, "tmpl-key-search")} value={(*words).clone()} {onsearch} eager=true /></div>
    };
    html! {
        <Card title={text!(language, "tmpl-keys")} count={i64::try_from(props.keys.len()).ok()} {action}>
            <p class="sol-dense sol-subtle">{ text!(language, "tmpl-keys-help") }</p>
            <ul class="te__keys">{ for found.map(chip) }</ul>
        </Card>
    }
}
