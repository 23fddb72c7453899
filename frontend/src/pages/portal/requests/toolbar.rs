//! Search, filters, order, and what is chosen.

use super::query::{Query, SORTS};
use crate::hooks::{QueryState, use_language, use_me};
use crate::ui::{Button, ButtonKind, Choices, Label, LabelColour, SearchBox, Shown};
use contract::{RequestType, Situation};
use locales::{Language, text};
use yew::prelude::*;

/// Properties of [`Toolbar`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The filters.
    pub query: QueryState<Query>,
    /// What is shown.
    pub shown: Option<Shown>,
}

/// Search, filters, order; on a telephone the filters are behind one button.
#[component]
pub fn Toolbar(props: &Props) -> Html {
    let language = use_language();
    let me = use_me();
    let open = use_state_eq(|| false);
    let start = me.portal.start_in_progress;
    let query = &props.query;
    let onsearch = {
        let query = query.clone();
        Callback::from(move |text: String| {
            query.adjust(|query| {
                query.search = Some(text.trim().to_owned()).filter(|text| !text.is_empty());
                query.cursor = None;
            });
        })
    };
    let filters = query.value.situations(start).len() + usize::from(query.value.request_type.is_some());
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
                        value={query.value.search.clone().unwrap_or_default()} {onsearch} />
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
            <Chips query={query.clone()} shown={props.shown.clone()} {start} />
        </>
    }
}

fn situation_filter(language: Language, query: &QueryState<Query>, start: bool) -> Html {
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

fn type_filter(language: Language, query: &QueryState<Query>) -> Html {
    let chosen: Option<RequestType> = query.value.request_type.as_deref().and_then(|code| code.parse().ok());
    let name = |kind: RequestType| text!(language, &crate::text::code("type", kind));
    let summary = chosen.map_or_else(|| text!(language, "ui-all"), name);
    let mut options = vec![(None, AttrValue::from(text!(language, "ui-all")))];
    options.extend(RequestType::ALL.iter().map(|kind| (Some(*kind), AttrValue::from(name(*kind)))));
    let onselect = {
        let query = query.clone();
        Callback::from(move |kind: Option<RequestType>| {
            query.update(|query| {
                query.request_type = kind.map(|kind| kind.as_str().to_owned());
                query.cursor = None;
            });
        })
    };
    let (title, chosen) = (text!(language, "mine-type"), vec![chosen]);
    html! { <Choices<Option<RequestType>> {title} {summary} {options} {chosen} {onselect} /> }
}

fn sort_menu(language: Language, query: &QueryState<Query>) -> Html {
    let options: Vec<_> =
        SORTS.iter().enumerate().map(|(index, (_, _, key))| (index, AttrValue::from(text!(language, key)))).collect();
    let sorted = query.value.sorted();
    let summary = options.get(sorted).map(|(_, name)| name.clone()).unwrap_or_default();
    let onselect = {
        let query = query.clone();
        Callback::from(move |index| query.update(|query| query.sort_by(index)))
    };
    let (title, chosen) = (text!(language, "mine-order"), vec![sorted]);
    html! { <Choices<usize> {title} {summary} {options} {chosen} {onselect} icon="sort-amount-up" end=true /> }
}

#[derive(Properties, PartialEq)]
struct ChipsProps {
    query: QueryState<Query>,
    shown: Option<Shown>,
    start: bool,
}

/// What is chosen, each with a way to take it away.
#[component]
fn Chips(props: &ChipsProps) -> Html {
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
        let query = query.clone();
        let drop = Callback::from(move |()| query.update(|query| query.request_type = None));
        chip(language, &text!(language, &crate::text::code("type", kind)), drop)
    });
    let words = query.value.search.as_ref().map(|words| {
        let query = query.clone();
        chip(language, &format!("“{words}”"), Callback::from(move |()| query.update(|query| query.search = None)))
    });
    let clear = {
        let query = query.clone();
        Callback::from(move |()| query.update(|query| *query = Query::of(query.view())))
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

fn chip(language: Language, name: &str, drop: Callback<()>) -> Html {
    let label = text!(language, "ui-remove-filter", name = name);
    html! {
        <Label text={name.to_owned()} colour={LabelColour::Outline} compact=true remove={Some((label.into(), drop))} />
    }
}
