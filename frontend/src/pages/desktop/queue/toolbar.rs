//! The toolbar of the queue: its views with their counts, the groups, and the filters.

use super::filters::Filters;
use crate::hooks::{Fetch, QueryState, use_fetch, use_language, use_me};
use crate::pages::desktop::code_list::{codes, toggle};
use crate::pages::desktop::query::{DeskQuery, EVERY_GROUP};
use crate::pages::desktop::queue_view::QueueView;
use crate::pages::shared::paged_query::on_filter;
use crate::ui::{Button, ButtonKind, Choices, icon};
use contract::Page;
use contract::desk::{DelegationTarget, QueueCounts};
use contract::requests::RequestRow;
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`QueueToolbar`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the URL says.
    pub query: QueryState<DeskQuery>,
    /// The counts, when they are here.
    pub counts: Option<Rc<QueueCounts>>,
    /// The rows. They have the names of people whom the URL has by identifier only.
    pub list: Fetch<Page<RequestRow>>,
}

/// Views, groups and filters.
#[component]
pub fn QueueToolbar(props: &Props) -> Html {
    let language = use_language();
    let query = &props.query;
    let targets = use_fetch((), |()| async { crate::api::desk::delegation_targets().await });
    let open = use_state_eq(|| query.value.filter_count() > 0);
    let toggle = {
        let open = open.clone();
        Callback::from(move |()| open.set(!*open))
    };
    let button = |view: QueueView| view_button(language, query, props.counts.as_deref(), view);
    // Requests without a deadline are rare: their view is there while there are any, or while it is shown.
    let shown = |view: &QueueView| {
        let some = props.counts.as_ref().is_some_and(|counts| counts.no_target > 0);
        *view != QueueView::NoTarget || some || query.value.view() == QueueView::NoTarget
    };
    let filters = query.value.filter_count();
    html! {
        <div class="dk__top">
            <div class="dk__strip">
                <div class="dk-views" role="group" aria-label={text!(language, "desk-views")}>
                    { for QueueView::BY_SLA.into_iter().filter(shown).map(button) }
                    <span class="dk-views__gap" aria-hidden="true"></span>
                    { for QueueView::BY_PERSON.into_iter().map(button) }
                </div>
                <div class="dk__flt">
                    <Groups query={query.clone()} targets={targets.data().cloned()} />
                    <Button kind={ButtonKind::Control} icon="filter" label={text!(language, "ui-filters")} onclick={toggle}
                            badge={i64::try_from(filters).ok().filter(|filters| *filters > 0)} id="desk-filters" />
                </div>
            </div>
            if *open { <Filters query={query.clone()} targets={targets.data().cloned()} list={props.list.clone()} /> }
        </div>
    }
}

fn view_button(
    language: Language,
    query: &QueryState<DeskQuery>,
    counts: Option<&QueueCounts>,
    view: QueueView,
) -> Html {
    let (name, colour) = view.icon_and_class();
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

/// The choice of groups: one's own first, then the others that the viewer may see.
#[component]
fn Groups(props: &GroupsProps) -> Html {
    let language = use_language();
    let me = use_me();
    let query = &props.query.value;
    let own = me.groups.iter().map(|member| (member.group.id.to_string(), member.group.name.clone().into()));
    let mut options: Vec<(String, AttrValue)> = own.collect();
    let every = query.group.as_deref() == Some(EVERY_GROUP) || (query.group.is_none() && !query.shows_own_groups());
    let chosen = match () {
        () if every => vec![EVERY_GROUP.to_owned()],
        () if query.shows_own_groups() => options.iter().map(|(id, _)| id.clone()).collect(),
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
        _ if query.shows_own_groups() => text!(language, "desk-groups-own"),
        [one] => options.iter().find(|(id, _)| id == one).map_or_else(|| one.clone(), |(_, name)| name.to_string()),
        many => text!(language, "desk-groups-some", count = many.len(), total = total),
    };
    let onselect = {
        let chosen = chosen.clone();
        on_filter(&props.query, move |query, id: String| query.group = toggle_group(&chosen, &id))
    };
    html! {
        <Choices<String> title={text!(language, "desk-group")} {summary} {options} {chosen} many=true {onselect} end=true class="dk-groups" />
    }
}

/// What the URL says after a group was chosen or taken back. Without any group it says nothing, and one's own groups
/// are shown.
fn toggle_group(chosen: &[String], id: &str) -> Option<String> {
    if id == EVERY_GROUP {
        return (chosen != [EVERY_GROUP]).then(|| EVERY_GROUP.to_owned());
    }
    let before: Vec<&str> = chosen.iter().map(String::as_str).filter(|known| *known != EVERY_GROUP).collect();
    let mut next = (!before.is_empty()).then(|| before.join(","));
    toggle(&mut next, id);
    next
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(ids: &[&str]) -> Vec<String> {
        ids.iter().map(|id| (*id).to_owned()).collect()
    }

    #[test]
    fn a_group_is_added_to_the_chosen_ones_or_taken_back() {
        assert_eq!(toggle_group(&chosen(&["3"]), "5").as_deref(), Some("3,5"));
        assert_eq!(toggle_group(&chosen(&["3", "5"]), "3").as_deref(), Some("5"));
    }

    #[test]
    fn without_any_group_the_queue_is_as_it_begins() {
        assert_eq!(toggle_group(&chosen(&["3"]), "3"), None);
        assert_eq!(toggle_group(&chosen(&[EVERY_GROUP]), EVERY_GROUP), None);
    }

    #[test]
    fn every_group_and_single_groups_replace_each_other() {
        assert_eq!(toggle_group(&chosen(&["3", "5"]), EVERY_GROUP).as_deref(), Some(EVERY_GROUP));
        assert_eq!(toggle_group(&chosen(&[EVERY_GROUP]), "5").as_deref(), Some("5"));
    }
}
