//! The toolbar of *My requests*: search, filters, order, and the filters that are set.

use super::query::{RequestsQuery, SORT_OPTIONS};
use crate::hooks::{QueryState, use_language, use_me};
use crate::pages::shared::paged_query::{on_filter, on_search};
use crate::pages::shared::sorting::SortOption;
use crate::ui::{Button, ButtonKind, Choices, Label, LabelColour, SearchBox, Shown};
use contract::{RequestType, Situation};
use locales::{Language, text};
use yew::prelude::*;

/// Properties of [`Toolbar`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the URL says.
    pub query: QueryState<RequestsQuery>,
    /// How many requests there are, when that is known.
    pub shown: Option<Shown>,
}

/// Search, filters and order. On a telephone the filters are behind a button.
#[component]
pub fn Toolbar(props: &Props) -> Html {
    let language = use_language();
    let me = use_me();
    let open = use_state_eq(|| false);
    let start = me.portal.start_in_progress;
    let query = &props.query;
    let filters = query.value.filter_count(start);
    let toggle = {
        let open = open.clone();
        Callback::from(move |()| open.set(!*open))
    };
    let badge = (filters > 0).then(|| i64::try_from(filters).unwrap_or_default());
    html! {
        <>
            <div class={classes!("mr__tb", open.then_some("is-open"))}>
                <div class="mr__q">
                    <SearchBox label={text!(language, "mine-search")}
                        value={query.value.search.clone().unwrap_or_default()} onsearch={on_search(query)} />
                </div>
                <span class="sol-show-s">
                    <Button kind={ButtonKind::Control} icon="filter" label={text!(language, "ui-filters")} {badge}
                        onclick={toggle} />
                </span>
                <div class="mr__filters">
                    { situation_filter(language, query, start) }
                    { type_filter(language, query) }
                </div>
                <span class="sol-end">{ sort_menu(language, query) }</span>
            </div>
            <ActiveFilters query={query.clone()} shown={props.shown.clone()} {start} />
        </>
    }
}

fn situation_filter(language: Language, query: &QueryState<RequestsQuery>, start: bool) -> Html {
    let chosen = query.value.situations(start);
    let summary = if chosen.is_empty() {
        text!(language, "mine-all-situations")
    } else {
        text!(language, "ui-chosen", count = chosen.len())
    };
    let name = |situation: &Situation| {
        (*situation, AttrValue::from(text!(language, &crate::text::code("situation", situation))))
    };
    let options: Vec<_> = query.value.view().situations().iter().map(name).collect();
    let onselect = {
        let query = query.clone();
        Callback::from(move |situation| query.update(|query| query.toggle(situation, start)))
    };
    html! { <Choices<Situation> title={text!(language, "mine-situation")} {summary} {options} {chosen} many=true {onselect} /> }
}

fn type_filter(language: Language, query: &QueryState<RequestsQuery>) -> Html {
    let chosen: Option<RequestType> = query.value.request_type.as_deref().and_then(|code| code.parse().ok());
    let name = |kind: RequestType| text!(language, &crate::text::code("type", kind));
    let summary = chosen.map_or_else(|| text!(language, "ui-all"), name);
    let mut options = vec![(None, AttrValue::from(text!(language, "ui-all")))];
    options.extend(RequestType::ALL.iter().map(|kind| (Some(*kind), AttrValue::from(name(*kind)))));
    let onselect = on_filter(query, |query, kind: Option<RequestType>| {
        query.request_type = kind.map(|kind| kind.as_str().to_owned());
    });
    let (title, chosen) = (text!(language, "mine-type"), vec![chosen]);
    html! { <Choices<Option<RequestType>> {title} {summary} {options} {chosen} {onselect} /> }
}

fn sort_menu(language: Language, query: &QueryState<RequestsQuery>) -> Html {
    let option = |(index, option): (usize, &SortOption)| (index, AttrValue::from(text!(language, option.key)));
    let options: Vec<_> = SORT_OPTIONS.iter().enumerate().map(option).collect();
    let chosen = query.value.sort_index();
    let summary = options.get(chosen).map(|(_, name)| name.clone()).unwrap_or_default();
    let onselect = {
        let query = query.clone();
        Callback::from(move |index| query.update(|query| query.sort_by(index)))
    };
    let (title, chosen) = (text!(language, "mine-order"), vec![chosen]);
    html! { <Choices<usize> {title} {summary} {options} {chosen} {onselect} icon="sort-amount-up" end=true /> }
}

#[derive(Properties, PartialEq)]
struct ActiveProps {
    query: QueryState<RequestsQuery>,
    shown: Option<Shown>,
    start: bool,
}

/// The filters that are set, each with a button that takes it away.
#[component]
fn ActiveFilters(props: &ActiveProps) -> Html {
    let language = use_language();
    let (query, start) = (&props.query, props.start);
    if !query.value.is_filtered(start) {
        return Html::default();
    }
    let found = props.shown.as_ref().map(|shown| text!(language, "mine-found", count = shown.total));
    let situations = query.value.situations(start).into_iter().map(|situation| {
        let query = query.clone();
        let drop = Callback::from(move |()| query.update(|query| query.toggle(situation, start)));
        chip(language, &text!(language, &crate::text::code("situation", situation)), drop)
    });
    let kind = query.value.request_type.as_ref().map(|kind| {
        let drop = on_filter(query, |query, ()| query.request_type = None);
        chip(language, &text!(language, &crate::text::code("type", kind)), drop)
    });
    let words = query
        .value
        .search
        .as_ref()
        .map(|words| chip(language, &format!("“{words}”"), on_filter(query, |query, ()| query.search = None)));
    let clear = {
        let query = query.clone();
        Callback::from(move |()| query.update(RequestsQuery::clear_filters))
    };
    html! {
        <div class="mr__chips">
            <span class="sol-small sol-subtle" role="status">{ found.unwrap_or_default() }</span>
            { for situations }
            { kind.unwrap_or_default() }
            { words.unwrap_or_default() }
            <Button kind={ButtonKind::Inline} class="sol-small" label={text!(language, "ui-clear-filters")}
                onclick={clear} />
        </div>
    }
}

/// A filter as a label with a button that takes it away.
fn chip(language: Language, name: &str, drop: Callback<()>) -> Html {
    let label = text!(language, "ui-remove-filter", name = name);
    html! {
        <Label text={name.to_owned()} colour={LabelColour::Outline} compact=true remove={Some((label.into(), drop))} />
    }
}
