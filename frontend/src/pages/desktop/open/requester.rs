//! The requester: somebody who is registered, or who is registered together with the request.

use super::draft::FormDraft;
use crate::api::{self, ApiError};
use crate::hooks::{use_fetch, use_language};
use crate::prefill::{KnownPerson, take_requester};
use crate::route::DeskRoute;
use crate::ui::{Avatar, Button, ButtonKind, Go, PersonPicker, Sla, TextField, about_person};
use contract::Page;
use contract::desk::{PersonHit, QueueFilter};
use contract::requests::{NewRequester, RequestRow};
use locales::text;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Requester`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The form.
    pub draft: FormDraft,
    /// What is wrong with it.
    pub error: Option<ApiError>,
}

/// Finds or registers the requester.
#[component]
pub fn Requester(props: &Props) -> Html {
    use_prefilled_requester(&props.draft);
    match (&props.draft.value.new, &props.draft.value.known) {
        (Some(_), _) => html! { <NewPerson draft={props.draft.clone()} error={props.error.clone()} /> },
        (None, Some(known)) => html! { <Chosen draft={props.draft.clone()} known={known.clone()} /> },
        (None, None) => html! { <Search draft={props.draft.clone()} error={props.error.clone()} /> },
    }
}

/// Chooses the person for whom another page has opened the form.
#[hook]
fn use_prefilled_requester(draft: &FormDraft) {
    let draft = draft.clone();
    use_effect_with((), move |()| {
        if let Some(known) = take_requester() {
            draft.update(|form| {
                form.known = Some(known);
                form.new = None;
            });
        }
    });
}

fn choose(draft: &FormDraft, hit: &PersonHit) {
    draft.update(|form| {
        form.known = Some(KnownPerson { id: hit.id, name: hit.name.clone(), about: about_person(hit) });
        form.new = None;
    });
}

#[component]
fn Search(props: &Props) -> Html {
    let language = use_language();
    let onselect = {
        let draft = props.draft.clone();
        Callback::from(move |hit: Option<PersonHit>| {
            if let Some(hit) = hit {
                choose(&draft, &hit);
            }
        })
    };
    let register = {
        let draft = props.draft.clone();
        Callback::from(move |()| draft.update(|form| form.new = Some(NewRequester::default())))
    };
    let error = props.error.as_ref().and_then(|error| error.field("requester_id"));
    html! {
        <div class="sol-stack">
            <PersonPicker id="open-requester" label={text!(language, "deskopen-find")} chosen={None} {onselect} required=true {error}
                          help={text!(language, "deskopen-find-help")} />
            <div><Button kind={ButtonKind::Inline} icon="user-plus" label={text!(language, "deskopen-register")} onclick={register} /></div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ChosenProps {
    draft: FormDraft,
    known: KnownPerson,
}

/// The person who was chosen, with their open requests.
#[component]
fn Chosen(props: &ChosenProps) -> Html {
    let language = use_language();
    let known = &props.known;
    let filter = QueueFilter { requester_id: Some(known.id), page_size: Some(5), ..QueueFilter::default() };
    let open = use_fetch(filter, |filter| async move { api::desk::queue(&filter).await });
    let other = {
        let draft = props.draft.clone();
        Callback::from(move |()| draft.update(|form| form.known = None))
    };
    html! {
        <div class="sol-stack">
            <div class="dk-who">
                <Avatar id={known.id} name={known.name.clone()} large=true />
                <div class="sol-grow"><strong>{ &known.name }</strong><span class="sol-subtle sol-small">{ &known.about }</span></div>
                <Button kind={ButtonKind::Link} label={text!(language, "deskopen-other-person")} onclick={other} />
            </div>
            if let Some(page) = open.data().filter(|page| !page.items.is_empty()) { <OpenRequests page={page.clone()} /> }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct OpenRequestsProps {
    page: Rc<Page<RequestRow>>,
}

/// The open requests of the person, so that nobody opens the same one twice.
#[component]
fn OpenRequests(props: &OpenRequestsProps) -> Html {
    let language = use_language();
    let line = |row: &RequestRow| {
        let title = row.title.clone().unwrap_or_else(|| row.service.name.clone());
        html! {
            <li key={row.number}>
                <Go to={DeskRoute::Request { number: row.number }}><span class="sol-mono">{ row.number }</span>{ " " }{ title }</Go>
                <Sla sla={row.sla.clone()} bare=true />
            </li>
        }
    };
    html! {
        <div>
            <h3 class="sol-h3">{ text!(language, "deskopen-waiting", count = props.page.total) }</h3>
            <ul class="dk-oth">{ for props.page.items.iter().map(line) }</ul>
        </div>
    }
}

/// Name, e-mail address, telephone and CPF of somebody who is not registered.
#[component]
fn NewPerson(props: &Props) -> Html {
    let language = use_language();
    let person = props.draft.value.new.clone().unwrap_or_default();
    let set = |change: fn(&mut NewRequester, String)| {
        props.draft.on(move |form, text: String| change(form.new.get_or_insert_default(), text))
    };
    let field = |name: &str| props.error.as_ref().and_then(|error| error.field(&format!("new_requester.{name}")));
    let back = {
        let draft = props.draft.clone();
        Callback::from(move |()| draft.update(|form| form.new = None))
    };
    html! {
        <div class="sol-stack">
            <p class="sol-subtle">{ text!(language, "deskopen-new-person") }</p>
            <TextField id="open-name" label={text!(language, "deskopen-name")} required=true value={person.name} error={field("name")}
                       onchange={set(|person, text| person.name = text)} limit={Some(contract::limits::NAME)} />
            <div class="dk-pair">
                <TextField id="open-email" label={text!(language, "desk-email")} optional=true kind="email" value={person.email.unwrap_or_default()}
                           onchange={set(|person, text| person.email = Some(text))} error={field("email")} />
                <TextField id="open-phone" label={text!(language, "deskopen-phone")} optional=true kind="tel" value={person.phone.unwrap_or_default()}
                           onchange={set(|person, text| person.phone = Some(text))} error={field("phone")} />
            </div>
            <TextField id="open-tax-id" label={text!(language, "desk-tax-id")} optional=true value={person.tax_id.unwrap_or_default()}
                       onchange={set(|person, text| person.tax_id = Some(text))} error={field("tax_id")}
                       help={text!(language, "deskopen-tax-id-help")} />
            <div><Button kind={ButtonKind::Inline} icon="search" label={text!(language, "deskopen-registered")} onclick={back} /></div>
        </div>
    }
}
