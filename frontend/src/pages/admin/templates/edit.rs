//! The editor of a template.

use super::preview::Preview;
use super::text_editor::TextEditor;
use super::texts::{Translation, sent_text, text_in, translation};
use crate::api::{self, collection};
use crate::hooks::{use_action, use_fetch, use_language};
use crate::pages::admin::shared::{Editor, EditorPage, FieldName, ItemProps, use_editor};
use crate::route::{AdminRoute, Item};
use crate::ui::{
    Button, ButtonKind, Card, Confirm, Href, SelectField, SelectOption, Switch, Tab, Tabs, TextField, Toast, icon,
    use_go, use_toaster,
};
use contract::admin::{TemplateEdit, TemplateKind, TemplateView};
use contract::{Language, limits};
use locales::text;
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

/// A new template.
fn blank() -> TemplateEdit {
    TemplateEdit { name: String::new(), kind: TemplateKind::Request, active: true, texts: BTreeMap::new() }
}

/// The fields of the form: name in the API, identifier of the control, label.
fn field_names(language: Language) -> Vec<FieldName> {
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
        html! { <RemoveButton id={read.data.id} name={read.data.name.clone()} etag={read.etag.clone()} /> }
    });
    html! {
        <EditorPage<TemplateView> {title} {lead} list={(text!(language, "admin-nav-templates").into(), Href::to(&AdminRoute::Templates))}
                    editor={editor.clone()} fields={field_names(language)} {onsave} wide=true actions={actions.unwrap_or_default()}>
            <Card><About editor={editor.clone()} used={!used.is_empty()} /></Card>
            <Tabs<Language> id="template-language" label={text!(language, "ui-language")} {tabs} selected={*shown} {onselect}>
                <div class="te">
                    <div class="sol-stack">
                        { translation_hint(language, &editor, *shown, &keys) }
                        <TextEditor key={shown.as_str()} editor={editor.clone()} tag={*shown} keys={keys.clone()} />
                    </div>
                    <Preview kind={editor.value.kind} tag={*shown} text={sent_text(&editor.value, *shown)} />
                </div>
            </Tabs<Language>>
        </EditorPage<TemplateView>>
    }
}

/// Saves. When the Portuguese text is not complete, its tab is shown.
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

/// The parameters that refer to the template.
fn used_by(language: Language, parameters: &[i32]) -> Html {
    let numbers = parameters.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    html! { { text!(language, "tmpl-used-by-parameters", count = parameters.len(), numbers = numbers) } }
}

/// The keys that templates of this kind may use. They come with each template of the kind.
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

/// Says that the text is not translated yet, and offers to begin with the Portuguese one.
fn translation_hint(language: Language, editor: &Editor<TemplateView>, tag: Language, keys: &[String]) -> Html {
    let own = text_in(&editor.value, tag);
    let portuguese = text_in(&editor.value, Language::Portuguese);
    let key = match translation(&editor.value, tag, keys) {
        Translation::Missing => "tmpl-not-written",
        Translation::Copy => "tmpl-same",
        Translation::Own => return Html::default(),
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
    /// A parameter refers to the template, so that its kind cannot change.
    used: bool,
}

/// Name, kind and state of the template.
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

/// The button that removes the template, and the dialog that asks before.
#[component]
fn RemoveButton(props: &RemoveProps) -> Html {
    let language = use_language();
    let go = use_go();
    let toaster = use_toaster();
    let action = use_action();
    let confirming = use_state_eq(|| false);
    let confirm = |open: bool| {
        let confirming = confirming.setter();
        Callback::from(move |()| confirming.set(open))
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
            <Button icon="trash" label={text!(language, "ui-remove")} onclick={confirm(true)} />
            if *confirming {
                <Confirm title={text!(language, "tmpl-remove-title", name = props.name.as_str())} confirm={text!(language, "ui-remove")} danger=true
                         {onconfirm} oncancel={confirm(false)} busy={action.busy} error={action.error.clone()}>
                    <p>{ text!(language, "tmpl-remove-text") }</p>
                </Confirm>
            }
        </>
    }
}
