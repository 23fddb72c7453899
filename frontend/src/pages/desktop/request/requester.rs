//! The requester: a column beside the request, or a drawer where there is no room for it.

use super::related::relation_name;
use crate::api;
use crate::hooks::{Clock, QueryState, use_action, use_clock, use_fetch, use_language};
use crate::pages::desktop::query::DeskQuery;
use crate::prefill::{KnownPerson, set_requester};
use crate::route::DeskRoute;
use crate::text::joined;
use crate::ui::{
    AnchorButton, Avatar, Button, ButtonKind, Facts, Go, IconButton, Problem, Sla, VipMark, address, fact, icon,
    loaded, skeleton_lines, sla_of,
};
use contract::desk::RequesterPanel;
use contract::requests::RequestView;
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Requester`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The number of the request.
    pub number: i64,
    /// The request, as soon as it is read.
    pub view: Option<Rc<RequestView>>,
    /// The drawer is open.
    pub open: bool,
    /// Closes the drawer.
    pub onclose: Callback<()>,
    /// What the URL says.
    pub query: QueryState<DeskQuery>,
}

/// The requester's column.
#[component]
pub fn Requester(props: &Props) -> Html {
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
                { identity(panel) }
                { contact_links(language, panel) }
                <Details panel={panel.clone()} />
                { counts(&clock, panel) }
                { other_requests(&clock, panel, &props.query) }
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

/// Name, VIP mark, job title and employee number.
fn identity(panel: &RequesterPanel) -> Html {
    html! {
        <div class="dk-who">
            <Avatar id={panel.id} name={panel.name.clone()} large=true />
            <div class="sol-grow">
                <strong>{ &panel.name }</strong>
                if panel.vip { <div><VipMark /></div> }
                <span class="sol-subtle sol-small">{ joined([panel.job_title.clone(), panel.employee_number.clone()]) }</span>
            </div>
        </div>
    }
}

/// Links that call the person or write an e-mail to them.
fn contact_links(language: Language, panel: &RequesterPanel) -> Html {
    let phone = panel.phones.first().map(|phone| phone.number.clone());
    let link = |href: String, name: &'static str, label: &str| {
        html! {
            <AnchorButton label={label.to_owned()} {href} icon={name} small=true />
        }
    };
    html! {
        <div class="sol-row sol-row--wrap dk-reach">
            if let Some(phone) = phone { { link(format!("tel:{}", dial_string(&phone)), "phone", &phone) } }
            if let Some(email) = &panel.email { { link(format!("mailto:{email}"), "envelope", &text!(language, "desk-email")) } }
        </div>
    }
}

/// A telephone number as `tel:` links have it: digits and plus signs.
fn dial_string(number: &str) -> String {
    number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

#[derive(Properties, PartialEq)]
struct DetailsProps {
    panel: Rc<RequesterPanel>,
}

/// The facts about the person. The CPF is masked until somebody asks for it, which the server records.
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

/// The other open requests of the person, and the link that opens one more for them.
fn other_requests(clock: &Clock, panel: &RequesterPanel, query: &QueryState<DeskQuery>) -> Html {
    let language = clock.language;
    let onclick = {
        let known = KnownPerson { id: panel.id, name: panel.name.clone(), about: about(panel) };
        Callback::from(move |()| set_requester(known.clone()))
    };
    html! {
        <>
            if !panel.others.is_empty() {
                <h2 class="sol-h3">{ text!(language, "desk-others") }</h2>
                <ul class="dk-oth">
                    { for panel.others.iter().map(|other| html! {
                        <li key={other.number}>
                            <Go to={query.value.href_beside(Some(other.number))}><span class="sol-mono">{ other.number }</span>{ " " }{ &other.title }</Go>
                            <Sla sla={sla_of(other)} bare=true />
                        </li>
                    }) }
                </ul>
            }
            <div class="dk-one-more"><Go to={DeskRoute::New} {onclick}>{ icon("plus") }{ " " }{ text!(language, "desk-one-more") }</Go></div>
        </>
    }
}

/// What tells the person from others of the same name.
fn about(panel: &RequesterPanel) -> String {
    let unit = panel.unit.as_ref().map(|unit| unit.name.clone());
    joined([unit, panel.employee_number.clone(), panel.extension.clone(), panel.email.clone()])
}

/// The related requests, the contact for questions, and who opened this request.
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
                            <span class="sol-subtle sol-small">{ relation_name(language, related) }</span>
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_dialled_without_its_punctuation() {
        assert_eq!(dial_string("+55 (11) 99876-5432"), "+5511998765432");
        assert_eq!(dial_string("ramal 214"), "214");
        assert_eq!(dial_string(""), "");
    }
}
