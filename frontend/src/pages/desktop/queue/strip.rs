//! The queue's views with their counts, and its filters.

use super::filters::Filters;
use crate::hooks::{Fetch, QueryState, use_fetch, use_language, use_me};
use crate::pages::desktop::query::{DeskQuery, EVERY_GROUP, View, codes, toggle};
use crate::ui::{Button, ButtonKind, Choices, icon};
use contract::Page;
use contract::desk::{DelegationTarget, QueueCounts};
use contract::requests::RequestRow;
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Strip`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the URL says.
    pub query: QueryState<DeskQuery>,
    /// The counts, when they are here.
    pub counts: Option<Rc<QueueCounts>>,
    /// The rows, for names that the URL does not have.
    pub list: Fetch<Page<RequestRow>>,
}

/// Views and filters.
#[component]
pub fn Strip(props: &Props) -> Html {
    let language = use_language();
    let query = &props.query;
    let targets = use_fetch((), |()| async { crate::api::desk::delegation_targets().await });
    let open = use_state_eq(|| query.value.filters_set() > 0);
    let toggle = {
        let open = open.clone();
        Callback::from(move |()| open.set(!*open))
    };
    let chip = |view: View| chip(language, query, props.counts.as_deref(), view);
    let shown = |view: &View| {
        let some = props.counts.as_ref().is_some_and(|counts| counts.no_target > 0);
        *view != View::NoTarget || some || query.value.view() == View::NoTarget
    };
    let set = query.value.filters_set();
    html! {
        <div class="dk__top">
            <div class="dk__strip">
                <div class="dk-views" role="group" aria-label={text!(language, "desk-views")}>
                    { for View::BY_SLA.into_iter().filter(shown).map(chip) }
                    <span class="dk-views__gap" aria-hidden="true"></span>
                    { for View::BY_PERSON.into_iter().map(chip) }
                </div>
                <div class="dk__flt">
                    <Groups query={query.clone()} targets={targets.data().cloned()} />
                    <Button kind={ButtonKind::Control} icon="filter" label={text!(language, "ui-filters")} onclick={toggle}
                            badge={i64::try_from(set).ok().filter(|set| *set > 0)} id="desk-filters" />
                </div>
            </div>
            if *open { <Filters query={query.clone()} targets={targets.data().cloned()} list={props.list.clone()} /> }
        </div>
    }
}

fn chip(language: Language, query: &QueryState<DeskQuery>, counts: Option<&QueueCounts>, view: View) -> Html {
    let (name, colour) = view.look();
    let on = query.value.view() == view;
    let onclick = {
        let query = query.clone();
        Callback::from(move |_: MouseEvent| query.update(|query| query.set_view(view)))
    };
    html! {
        <button type="button" class={classes!("dk-view", colour, on.then_some("is-on"))} aria-pressed={on.to_string()} {onclick}>
            if let Some(name) = name { { icon(name) } }
            <span>{ text!(language, view.key()) }</span>
            if let Some(counts) = counts { { " " }<strong>{ view.count(counts) }</strong> }
        </button>
    }
}

#[derive(Properties, PartialEq)]
struct GroupsProps {
    query: QueryState<DeskQuery>,
    targets: Option<Rc<Vec<DelegationTarget>>>,
}

/// Which groups' requests are shown: one's own first, then the others that one may see.
#[component]
fn Groups(props: &GroupsProps) -> Html {
    let language = use_language();
    let me = use_me();
    let query = &props.query.value;
    let own = me.groups.iter().map(|member| (member.group.id.to_string(), member.group.name.clone().into()));
    let mut options: Vec<(String, AttrValue)> = own.collect();
    let every = query.group.as_deref() == Some(EVERY_GROUP) || (query.group.is_none() && !query.own_groups());
    let chosen = match () {
        () if every => vec![EVERY_GROUP.to_owned()],
        () if query.own_groups() => options.iter().map(|(id, _)| id.clone()).collect(),
        () => codes(query.group.as_deref()),
    };
    for target in props.targets.iter().flat_map(|targets| targets.iter()) {
        let id = target.group.id.to_string();
        if !options.iter().any(|(known, _)| *known == id) {
            options.push((id, target.group.name.clone().into()));
        }
    }
    let total = options.len();
    options.insert(0, (EVERY_GROUP.to_owned(), text!(language, "desk-groups-every").into()));
    let summary = match chosen.as_slice() {
        _ if every => text!(language, "desk-groups-all"),
        _ if query.own_groups() => text!(language, "desk-groups-own"),
        [one] => options.iter().find(|(id, _)| id == one).map_or_else(|| one.clone(), |(_, name)| name.to_string()),
        many => text!(language, "desk-groups-some", count = many.len(), total = total),
    };
    let onselect = {
        let query = props.query.clone();
        let chosen = chosen.clone();
        Callback::from(move |id: String| {
            query.update(|query| {
                query.group = choose(&chosen, &id);
                query.cursor = None;
            });
        })
    };
    html! {
        <Choices<String> title={text!(language, "desk-group")} {summary} {options} {chosen} many=true {onselect} end=true class="dk-groups" />
    }
}

/// What the URL says after a group was chosen or taken back; without any, the queue is as it begins.
fn choose(chosen: &[String], id: &str) -> Option<String> {
    if id == EVERY_GROUP {
        return (chosen != [EVERY_GROUP]).then(|| EVERY_GROUP.to_owned());
    }
    let before: Vec<&str> = chosen.iter().map(String::as_str).filter(|known| *known != EVERY_GROUP).collect();
    let mut next = (!before.is_empty()).then(|| before.join(","));
    toggle(&mut next, id);
    next
}
