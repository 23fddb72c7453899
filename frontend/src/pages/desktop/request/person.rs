//! Who asked: the column beside the request, a drawer where there is no room.

use super::related::how;
use crate::api;
use crate::hooks::{Clock, QueryState, use_action, use_clock, use_fetch, use_language};
use crate::pages::desktop::query::DeskQuery;
use crate::prefill::{KnownPerson, set_requester};
use crate::route::DeskRoute;
use crate::ui::{
    AnchorButton, Avatar, Button, ButtonKind, Facts, Go, IconButton, Problem, Sla, VipMark, address, fact, icon,
    loaded, skeleton_lines, sla_of,
};
use contract::desk::RequesterPanel;
use contract::requests::RequestView;
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Person`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The request.
    pub number: i64,
    /// The request, when it is here.
    pub view: Option<Rc<RequestView>>,
    /// Open, where it is a drawer.
    pub open: bool,
    /// Closes the drawer.
    pub onclose: Callback<()>,
    /// What the URL says.
    pub query: QueryState<DeskQuery>,
}

/// The requester's column.
#[component]
pub fn Person(props: &Props) -> Html {
    let clock = use_clock();
    let language = clock.language;
    let version = props.view.as_ref().map_or(0, |view| view.row.version);
    let panel = use_fetch((props.number, version), |(number, _)| async move { api::desk::requester(number).await });
    let onkeydown = {
        let (open, onclose) = (props.open, props.onclose.clone());
        Callback::from(move |event: KeyboardEvent| {
            if open && event.key() == "Escape" {
                onclose.emit(());
            }
        })
    };
    let view = |panel: &Rc<RequesterPanel>| {
        html! {
            <>
                { who(panel) }
                { reach(language, panel) }
                <Details panel={panel.clone()} />
                { counts(&clock, panel) }
                { others(&clock, panel, &props.query) }
            </>
        }
    };
    html! {
        <aside class={classes!("dk__p", props.open.then_some("is-open"))} aria-label={text!(language, "desk-requester")} {onkeydown}>
            <div class="dk__pclose"><IconButton label={text!(language, "ui-close")} icon="times" onclick={props.onclose.clone()} /></div>
            { loaded(&panel, language, skeleton_lines(&[70, 50, 80, 60]), view) }
            if let Some(view) = &props.view { { about_request(&clock, view) } }
        </aside>
    }
}

fn who(panel: &RequesterPanel) -> Html {
    let about = [panel.job_title.clone(), panel.employee_number.clone()];
    let about: Vec<String> = about.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    html! {
        <div class="dk-who">
            <Avatar id={panel.id} name={panel.name.clone()} large=true />
            <div class="sol-grow">
                <strong>{ &panel.name }</strong>
                if panel.vip { <div><VipMark /></div> }
                <span class="sol-subtle sol-small">{ about.join(" · ") }</span>
            </div>
        </div>
    }
}

/// Ways to reach the person at once.
fn reach(language: Language, panel: &RequesterPanel) -> Html {
    let phone = panel.phones.first().map(|phone| phone.number.clone());
    let link = |href: String, name: &'static str, label: &str| {
        html! {
            <AnchorButton label={label.to_owned()} {href} icon={name} small=true />
        }
    };
    html! {
        <div class="sol-row sol-row--wrap dk-reach">
            if let Some(phone) = phone { { link(format!("tel:{}", dialled(&phone)), "phone", &phone) } }
            if let Some(email) = &panel.email { { link(format!("mailto:{email}"), "envelope", &text!(language, "desk-email")) } }
        </div>
    }
}

fn dialled(number: &str) -> String {
    number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

#[derive(Properties, PartialEq)]
struct DetailsProps {
    panel: Rc<RequesterPanel>,
}

/// Names and values; the CPF only when asked for, which the server notes.
#[component]
fn Details(props: &DetailsProps) -> Html {
    let language = use_language();
    let action = use_action();
    let revealed = use_state_eq(|| None::<String>);
    let panel = &props.panel;
    let onclick = {
        let (action, revealed, id) = (action.clone(), revealed.setter(), panel.id);
        Callback::from(move |()| {
            let revealed = revealed.clone();
            action.run(async move {
                revealed.set(api::people::reveal(id).await?.tax_id);
                Ok(())
            });
        })
    };
    let line = |key: &str, value: &Option<String>| {
        let value = value.clone().filter(|value| !value.is_empty());
        value.map(|value| fact(text!(language, key), address(&value))).unwrap_or_default()
    };
    let unit = panel.unit.as_ref().map(|unit| unit.name.clone());
    html! {
        <>
            <Facts>
                { line("desk-unit", &unit) }
                { line("desk-place", &panel.place) }
                { line("desk-extension", &panel.extension) }
                { for panel.phones.iter().map(|phone| {
                    fact(text!(language, &crate::text::code("phone", phone.kind)), html! { { &phone.number } })
                }) }
                { line("desk-email", &panel.email) }
                if let Some(masked) = &panel.tax_id_masked {
                    { fact(text!(language, "desk-tax-id"), html! {
                        <span class="sol-row sol-row--wrap" title={text!(language, "desk-reveal-noted")}>
                            <span class="sol-mono" role="status">{ revealed.as_ref().unwrap_or(masked) }</span>
                            if revealed.is_none() {
                                <Button kind={ButtonKind::Inline} label={text!(language, "desk-reveal")} {onclick} loading={action.busy} />
                            }
                        </span>
                    }) }
                }
            </Facts>
            <Problem error={action.error.clone()} />
        </>
    }
}

fn counts(clock: &Clock, panel: &RequesterPanel) -> Html {
    let count = |number: i64, key: &str, late: bool| {
        html! {
            <div class={classes!((late && number > 0).then_some("dk-cnt--late"))}>
                <strong>if late && number > 0 { { icon("exclamation-circle") }{ " " } }{ number }</strong>
                <span>{ text!(clock.language, key, count = number) }</span>
            </div>
        }
    };
    html! {
        <div class="dk-cnt">
            { count(panel.open, "desk-count-open", false) }
            { count(panel.overdue, "desk-count-overdue", true) }
            { count(panel.same_service_30_days, "desk-count-service", false) }
        </div>
    }
}

/// What else the person is waiting for, and the way to open one more for them.
fn others(clock: &Clock, panel: &RequesterPanel, query: &QueryState<DeskQuery>) -> Html {
    let language = clock.language;
    let want = {
        let known = KnownPerson { id: panel.id, name: panel.name.clone(), about: known_by(panel) };
        Callback::from(move |()| set_requester(known.clone()))
    };
    html! {
        <>
            if !panel.others.is_empty() {
                <h2 class="sol-h3">{ text!(language, "desk-others") }</h2>
                <ul class="dk-oth">
                    { for panel.others.iter().map(|other| html! {
                        <li key={other.number}>
                            <Go to={query.value.beside(Some(other.number))}><span class="sol-mono">{ other.number }</span>{ " " }{ &other.title }</Go>
                            <Sla sla={sla_of(other)} bare=true />
                        </li>
                    }) }
                </ul>
            }
            <div class="dk-one-more"><Go to={DeskRoute::New} onclick={want}>{ icon("plus") }{ " " }{ text!(language, "desk-one-more") }</Go></div>
        </>
    }
}

fn known_by(panel: &RequesterPanel) -> String {
    let unit = panel.unit.as_ref().map(|unit| unit.name.clone());
    let parts = [unit, panel.employee_number.clone(), panel.extension.clone(), panel.email.clone()];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Related requests, and whom to call about this one.
fn about_request(clock: &Clock, view: &RequestView) -> Html {
    let language = clock.language;
    let origin = text!(language, &crate::text::code("origin", view.origin));
    let opened = text!(
        language,
        "desk-opened",
        at = clock.date_time(view.row.opened_at),
        origin = origin,
        name = view.opened_by.name.as_str()
    );
    let contact = Some(crate::text::contact(&view.contact)).filter(|line| !line.is_empty());
    let contact = contact.unwrap_or_else(|| text!(language, "ui-none"));
    html! {
        <>
            if !view.related.is_empty() {
                <h2 class="sol-h3">{ text!(language, "desk-tab-related") }</h2>
                <ul class="dk-oth">
                    { for view.related.iter().map(|related| html! {
                        <li key={related.number}>
                            <Go to={DeskRoute::Request { number: related.number }}><span class="sol-mono">{ related.number }</span>{ " " }{ &related.title }</Go>
                            <span class="sol-subtle sol-small">{ how(language, related) }</span>
                        </li>
                    }) }
                </ul>
            }
            <h2 class="sol-h3">{ text!(language, "desk-contact") }</h2>
            <p class="sol-small sol-subtle">{ address(&contact) }</p>
            <p class="sol-small sol-subtle">{ opened }</p>
        </>
    }
}
