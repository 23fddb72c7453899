//! The frame of editors: title, errors, conflicts, and the bar that saves.

use super::editor::Editor;
use super::fields::FieldName;
use crate::api::ApiError;
use crate::api::collection::Resource;
use crate::hooks::{AsyncState, use_language};
use crate::ui::{
    Alert, AlertKind, Breadcrumb, Button, ButtonKind, Card, Empty, FormProblem, Href, Page, Problem, SubmitForm,
    Unsaved, icon, skeleton_lines,
};
use locales::{Language, text};
use yew::prelude::*;

/// Properties of [`EditorPage`].
#[derive(Properties, PartialEq)]
pub struct Props<T: Resource> {
    /// The title.
    pub title: AttrValue,
    /// A line below the title.
    #[prop_or_default]
    pub lead: Option<Html>,
    /// The list that the item belongs to: its name and address.
    pub list: (AttrValue, Href),
    /// The item that is edited.
    pub editor: Editor<T>,
    /// The fields, for the summary of errors.
    pub fields: Vec<FieldName>,
    /// The fields of lists, whose names have an index.
    #[prop_or_default]
    pub rows: Vec<(AttrValue, AttrValue, AttrValue)>,
    /// Called when the form is sent.
    pub onsave: Callback<()>,
    /// Buttons beside the title.
    #[prop_or_default]
    pub actions: Html,
    /// The form.
    pub children: Html,
    /// The form is as wide as the page.
    #[prop_or_default]
    pub wide: bool,
}

/// The frame of an editor.
#[component]
pub fn EditorPage<T: Resource>(props: &Props<T>) -> Html {
    let language = use_language();
    let editor = &props.editor;
    let trail = html! { <Breadcrumb steps={vec![props.list.clone()]} here={props.title.clone()} /> };
    let onsubmit = {
        let (save, busy) = (props.onsave.clone(), editor.action.busy);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if !busy {
                save.emit(());
            }
        })
    };
    let content = match &editor.missing {
        Some(state) => missing(language, state),
        None => html! {
            <SubmitForm class={classes!("ad__form", props.wide.then_some("ad__form--wide"))} {onsubmit}>
                { problem(language, props) }
                { props.children.clone() }
                { bar(language, props) }
            </SubmitForm>
        },
    };
    html! {
        <Page title={props.title.clone()} lead={props.lead.clone()} {trail} actions={props.actions.clone()}>
            <Unsaved dirty={editor.dirty && !editor.action.busy} />
            { content }
        </Page>
    }
}

/// What is shown while the item is not read.
fn missing<T>(language: Language, state: &AsyncState<T>) -> Html {
    match state {
        AsyncState::Failed(error) if error.is_not_found() => html! {
            <Card flush=true>
                <Empty icon="search" title={text!(language, "ui-not-found")}>{ text!(language, "ui-not-found-text") }</Empty>
            </Card>
        },
        AsyncState::Failed(error) => html! { <Problem error={error.clone()} /> },
        _ => html! { <Card><div class="sol-later">{ skeleton_lines(&[40, 70, 55, 60]) }</div></Card> },
    }
}

/// Why it was not saved: fields are wrong, or somebody else has saved the item meanwhile.
fn problem<T: Resource>(language: Language, props: &Props<T>) -> Html {
    let error = props.editor.action.error.clone();
    if error.as_ref().and_then(ApiError::status) != Some(412) {
        return html! { <FormProblem {error} fields={props.fields.clone()} rows={props.rows.clone()} retry={props.onsave.clone()} /> };
    }
    let discard = {
        let editor = props.editor.clone();
        Callback::from(move |()| editor.discard())
    };
    let overwrite = {
        let editor = props.editor.clone();
        Callback::from(move |()| editor.overwrite())
    };
    let actions = html! {
        <>
            <Button kind={ButtonKind::Inline} label={text!(language, "admin-conflict-theirs")} onclick={discard} />
            <Button kind={ButtonKind::Inline} label={text!(language, "admin-conflict-mine")} onclick={overwrite} />
        </>
    };
    html! {
        <Alert kind={AlertKind::Warning} title={text!(language, "admin-conflict")} {actions}>{ text!(language, "admin-conflict-text") }</Alert>
    }
}

/// The bar with the button that saves. It stays in sight.
fn bar<T: Resource>(language: Language, props: &Props<T>) -> Html {
    let editor = &props.editor;
    let state = match (editor.new, editor.dirty) {
        (true, _) => "admin-bar-new",
        (false, true) => "admin-bar-dirty",
        (false, false) => "admin-bar-clean",
    };
    let discard = {
        let editor = editor.clone();
        Callback::from(move |()| editor.discard())
    };
    html! {
        <div class={classes!("ad__bar", editor.dirty.then_some("is-dirty"))}>
            <span class="sol-grow" role="status">if editor.dirty { { icon("pen") }{ " " } }{ text!(language, state) }</span>
            if editor.dirty { <Button kind={ButtonKind::Link} label={text!(language, "admin-discard")} onclick={discard} /> }
            <Button kind={ButtonKind::Primary} submit=true label={text!(language, "ui-save")} loading={editor.action.busy}
                    disabled={!editor.dirty && !editor.new} />
        </div>
    }
}
