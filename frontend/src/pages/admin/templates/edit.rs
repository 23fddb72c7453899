//! One template.

use super::super::shared::{Editor, EditorPage, FieldName, ItemProps, use_editor};
use super::keys::unknown;
use super::preview::Preview;
use super::writing::Writing;
use crate::api::{self, collection};
use crate::hooks::{use_action, use_fetch, use_language};
use crate::route::{AdminRoute, Item};
use crate::ui::{
    Button, ButtonKind, Card, Confirm, Href, SelectField, SelectOption, Switch, Tab, Tabs, TextField, Toast, icon,
    use_go, use_toaster,
};
use contract::admin::{TemplateEdit, TemplateKind, TemplateText, TemplateView};
use contract::{Language, limits};
use locales::text;
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

fn blank() -> TemplateEdit {
    TemplateEdit { name: String::new(), kind: TemplateKind::Request, active: true, texts: BTreeMap::new() }
}

fn names(language: Language) -> Vec<FieldName> {
    let subject = AttrValue::from(text!(language, "tmpl-subject"));
    let body = AttrValue::from(text!(language, "tmpl-body"));
    vec![
        ("name", "template-name", text!(language, "admin-name").into()),
        ("kind", "template-kind", text!(language, "tmpl-kind").into()),
        ("texts.pt-BR.subject", "template-subject", subject.clone()),
        ("texts.pt-BR.body", "template-body", body.clone()),
        ("texts.es.subject", "template-subject", subject.clone()),
        ("texts.es.body", "template-body", body.clone()),
        ("texts.en.subject", "template-subject", subject),
        ("texts.en.body", "template-body", body),
    ]
}

/// Subject and body in a language; empty ones when there are none.
#[must_use]
pub fn text_in(edit: &TemplateEdit, tag: Language) -> TemplateText {
    edit.texts.get(tag.as_str()).cloned().unwrap_or_default()
}

/// The form, with a preview beside it.
#[component]
pub fn Template(props: &ItemProps) -> Html {
    let language = use_language();
    let go = use_go();
    let oncreated = go.reform(|id| Href::to(&AdminRoute::Template { id: Item::Id(id) }));
    let editor = use_editor::<TemplateView>(props.id, blank, oncreated);
    let shown = use_state_eq(|| Language::Portuguese);
    let keys = use_keys(&editor);
    let onsave = on_save(&editor, &shown);
    let onselect = {
        let shown = shown.setter();
        Callback::from(move |tag| shown.set(tag))
    };
    let tabs =
        Language::ALL.iter().map(|tag| Tab::new(*tag, text!(language, &format!("language-{tag}")))).collect::<Vec<_>>();
    let used = editor.read.as_ref().map(|read| read.data.used_by.clone()).unwrap_or_default();
    let lead = (!used.is_empty()).then(|| used_by(language, &used));
    let title = editor.read.as_ref().map_or_else(|| text!(language, "tmpl-new"), |read| read.data.name.clone());
    let actions = editor.read.as_ref().filter(|_| used.is_empty()).map(|read| {
        html! { <Remove id={read.data.id} name={read.data.name.clone()} etag={read.etag.clone()} /> }
    });
    html! {
        <EditorPage<TemplateView> {title} {lead} list={(text!(language, "admin-nav-templates").into(), Href::to(&AdminRoute::Templates))}
                    editor={editor.clone()} fields={names(language)} {onsave} wide=true actions={actions.unwrap_or_default()}>
            <Card><About editor={editor.clone()} used={!used.is_empty()} /></Card>
            <Tabs<Language> id="template-language" label={text!(language, "ui-language")} {tabs} selected={*shown} {onselect}>
                <div class="te">
                    <div class="sol-stack">
                        { state_of(language, &editor, *shown, &keys) }
                        <Writing key={shown.as_str()} editor={editor.clone()} tag={*shown} keys={keys.clone()} />
                    </div>
                    <Preview kind={editor.value.kind} tag={*shown} text={shown_text(&editor.value, *shown)} />
                </div>
            </Tabs<Language>>
        </EditorPage<TemplateView>>
    }
}

/// Saves; what is missing in Portuguese shows itself.
fn on_save(editor: &Editor<TemplateView>, shown: &UseStateHandle<Language>) -> Callback<()> {
    let (editor, shown) = (editor.clone(), shown.setter());
    Callback::from(move |()| {
        let portuguese = text_in(&editor.value, Language::Portuguese);
        if portuguese.subject.trim().is_empty() || portuguese.body.trim().is_empty() {
            shown.set(Language::Portuguese);
        }
        editor.save(&[
            ("name", &editor.value.name),
            ("texts.pt-BR.subject", &portuguese.subject),
            ("texts.pt-BR.body", &portuguese.body),
        ]);
    })
}

fn used_by(language: Language, parameters: &[i32]) -> Html {
    let numbers = parameters.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    html! { { text!(language, "tmpl-used-by-parameters", count = parameters.len(), numbers = numbers) } }
}

/// What a recipient of that language would get: Portuguese where nothing is written.
fn shown_text(edit: &TemplateEdit, tag: Language) -> TemplateText {
    let own = text_in(edit, tag);
    if own.body.trim().is_empty() { text_in(edit, Language::Portuguese) } else { own }
}

/// The keys that templates of this kind may use; they come with any template of the kind.
#[hook]
fn use_keys(editor: &Editor<TemplateView>) -> Rc<Vec<String>> {
    let kind = editor.value.kind;
    let list = use_fetch((), |()| async { collection::list::<TemplateView>().await });
    let own = editor.read.as_ref().filter(|read| read.data.kind == kind).map(|read| read.data.keys.clone());
    let other = || {
        let templates = list.data().into_iter().flat_map(|list| list.iter());
        templates.into_iter().find(|template| template.kind == kind).map(|template| template.keys.clone())
    };
    Rc::new(own.or_else(other).unwrap_or_default())
}

/// What is to be said about this language: not written yet, a copy of the Portuguese, wrong.
fn state_of(language: Language, editor: &Editor<TemplateView>, tag: Language, keys: &Rc<Vec<String>>) -> Html {
    let own = text_in(&editor.value, tag);
    let portuguese = text_in(&editor.value, Language::Portuguese);
    let wrong = !unknown(&format!("{} {}", own.subject, own.body), keys).is_empty();
    let key = if tag == Language::Portuguese || wrong {
        return Html::default();
    } else if own.body.trim().is_empty() && own.subject.trim().is_empty() {
        "tmpl-not-written"
    } else if own == portuguese {
        "tmpl-same"
    } else {
        return Html::default();
    };
    let start = editor.on(move |template, ()| {
        let portuguese = text_in(template, Language::Portuguese);
        template.texts.insert(tag.as_str().to_owned(), portuguese);
    });
    html! {
        <p class="te__state">
            { icon("exclamation-triangle") }{ " " }{ text!(language, key) }{ " " }
            if own.body.trim().is_empty() && !portuguese.body.is_empty() {
                <Button kind={ButtonKind::Inline} label={text!(language, "tmpl-copy")} onclick={start} />
            }
        </p>
    }
}

#[derive(Properties, PartialEq)]
struct AboutProps {
    editor: Editor<TemplateView>,
    /// A parameter names it: its kind cannot change.
    used: bool,
}

#[component]
fn About(props: &AboutProps) -> Html {
    let language = use_language();
    let (editor, value) = (&props.editor, &props.editor.value);
    let kind_name = |kind: TemplateKind| text!(language, &crate::text::code("template-kind", kind));
    let kinds = TemplateKind::ALL.iter().filter(|kind| !props.used || **kind == value.kind);
    let kinds = kinds.map(|kind| -> SelectOption { (kind.as_str().into(), kind_name(*kind).into()) });
    let help = text!(language, if props.used { "tmpl-kind-fixed" } else { "tmpl-kind-help" });
    html! {
        <div class="te__about">
            <TextField id="template-name" label={text!(language, "admin-name")} required=true value={value.name.clone()} limit={Some(limits::NAME)}
                       onchange={editor.on(|template, text| template.name = text)} error={editor.field("name")} />
            <SelectField id="template-kind" label={text!(language, "tmpl-kind")} options={kinds.collect::<Vec<_>>()} value={value.kind.as_str()}
                         onchange={editor.on(|template, code: String| template.kind = code.parse().unwrap_or(template.kind))}
                         error={editor.field("kind")} help={AttrValue::from(help)} />
            <Switch id="template-active" label={text!(language, "admin-active")} on={value.active}
                    onchange={editor.on(|template, on| template.active = on)} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct RemoveProps {
    id: i64,
    name: String,
    etag: Option<String>,
}

/// Removes a template that no parameter names.
#[component]
fn Remove(props: &RemoveProps) -> Html {
    let language = use_language();
    let go = use_go();
    let toaster = use_toaster();
    let action = use_action();
    let asked = use_state_eq(|| false);
    let ask = |value: bool| {
        let asked = asked.setter();
        Callback::from(move |()| asked.set(value))
    };
    let onconfirm = {
        let (action, id, etag) = (action.clone(), props.id, props.etag.clone());
        Callback::from(move |()| {
            let (go, toaster, etag) = (go.clone(), toaster.clone(), etag.clone());
            action.run(async move {
                api::mail::remove_template(id, etag.as_deref()).await?;
                toaster.show(Toast::done(text!(language, "tmpl-removed")));
                go.emit(Href::to(&AdminRoute::Templates));
                Ok(())
            });
        })
    };
    html! {
        <>
            <Button icon="trash" label={text!(language, "ui-remove")} onclick={ask(true)} />
            if *asked {
                <Confirm title={text!(language, "tmpl-remove-title", name = props.name.as_str())} confirm={text!(language, "ui-remove")} danger=true
                         {onconfirm} oncancel={ask(false)} busy={action.busy} error={action.error.clone()}>
                    <p>{ text!(language, "tmpl-remove-text") }</p>
                </Confirm>
            }
        </>
    }
}
