//! The filters of the queue, behind the button of the toolbar.

use crate::hooks::{Fetch, QueryState, use_language};
use crate::pages::desktop::code_list::{codes, toggle};
use crate::pages::desktop::query::{DeskQuery, NOBODY};
use crate::pages::shared::paged_query::on_filter;
use crate::ui::{Button, ButtonKind, Choices, Combo, ComboOption, PersonPicker};
use contract::desk::{DelegationTarget, PersonHit};
use contract::requests::RequestRow;
use contract::{Page, RequestType, Situation};
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Filters`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the URL says.
    pub query: QueryState<DeskQuery>,
    /// The groups with their members, to choose a responsible from.
    pub targets: Option<Rc<Vec<DelegationTarget>>>,
    /// The rows. They have the names of people whom the URL has by identifier only.
    pub list: Fetch<Page<RequestRow>>,
}

/// The filters by situation, type, responsible and requester.
#[component]
pub fn Filters(props: &Props) -> Html {
    let language = use_language();
    let clear = {
        let query = props.query.clone();
        Callback::from(move |()| query.update(DeskQuery::clear_filters))
    };
    html! {
        <div class="dk-filters" role="group" aria-label={text!(language, "ui-filters")}>
            { situations(language, &props.query) }
            { types(language, &props.query) }
            { responsible(language, props) }
            { requester(language, props) }
            if props.query.value.is_filtered() {
                <Button kind={ButtonKind::Link} label={text!(language, "ui-clear-filters")} onclick={clear} />
            }
        </div>
    }
}

fn situations(language: Language, query: &QueryState<DeskQuery>) -> Html {
    let chosen = codes(query.value.situation.as_deref());
    let options = Situation::ALL
        .iter()
        .map(|one| (one.as_str().to_owned(), AttrValue::from(text!(language, &crate::text::code("situation", one)))));
    let summary = match chosen.as_slice() {
        [] => text!(language, "desk-situation-open"),
        [one] => text!(language, &crate::text::code("situation", one)),
        many => text!(language, "ui-chosen", count = many.len()),
    };
    html! {
        <Choices<String> title={text!(language, "desk-situation")} {summary} options={options.collect::<Vec<_>>()} {chosen} many=true
                         onselect={on_filter(query, |query, code: String| toggle(&mut query.situation, &code))} />
    }
}

fn types(language: Language, query: &QueryState<DeskQuery>) -> Html {
    let chosen = query.value.request_type.clone().unwrap_or_default();
    let name = |code: &str| text!(language, &crate::text::code("type", code));
    let mut options = vec![(String::new(), AttrValue::from(text!(language, "ui-all")))];
    options.extend(RequestType::ALL.iter().map(|one| (one.as_str().to_owned(), name(one.as_str()).into())));
    let summary = if chosen.is_empty() { text!(language, "ui-all") } else { name(&chosen) };
    let onselect =
        on_filter(query, |query, code: String| query.request_type = Some(code).filter(|code| !code.is_empty()));
    html! { <Choices<String> title={text!(language, "desk-type")} {summary} {options} chosen={vec![chosen]} {onselect} /> }
}

fn responsible(language: Language, props: &Props) -> Html {
    let people = props.targets.as_ref().map(|targets| people_options(targets)).unwrap_or_default();
    let value = props.query.value.responsible_id().map(|id| id.to_string()).unwrap_or_default();
    let onselect = on_filter(&props.query, |query, id: AttrValue| {
        query.responsible = Some(id.to_string()).filter(|id| !id.is_empty());
    });
    html! {
        <div class="dk-filters__f">
            <Combo id="filter-responsible" label={text!(language, "desk-responsible")} {value} options={people} {onselect}
                   hidden_label=true placeholder={text!(language, "desk-responsible")} />
        </div>
    }
}

/// The members of all groups by name, each once with the first of their groups.
fn people_options(targets: &[DelegationTarget]) -> Vec<ComboOption> {
    let mut people: Vec<ComboOption> = Vec::new();
    for target in targets {
        for person in &target.people {
            let value = person.id.to_string();
            if !people.iter().any(|known| known.value == value) {
                people.push(ComboOption::new(value, person.name.clone()).detail(Some(target.group.name.clone())));
            }
        }
    }
    people.sort_by_key(|person| crate::text::fold(&person.label));
    people
}

fn requester(language: Language, props: &Props) -> Html {
    let named = |id: i64| {
        if id == NOBODY {
            return text!(language, "desk-person-nobody");
        }
        let rows = props.list.data().into_iter().flat_map(|page| page.items.iter());
        let row = rows.into_iter().find(|row| row.requester.id == id);
        row.map_or_else(|| text!(language, "desk-person-number", id = id), |row| row.requester.name.clone())
    };
    let chosen = props.query.value.requester.map(|id| (id, AttrValue::from(named(id))));
    let onselect = on_filter(&props.query, |query, hit: Option<PersonHit>| query.requester = hit.map(|hit| hit.id));
    html! {
        <div class="dk-filters__f">
            <PersonPicker id="filter-requester" label={text!(language, "desk-requester")} {chosen} {onselect} hidden_label=true
                          placeholder={Some(AttrValue::from(text!(language, "desk-requester-find")))} />
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::identity::{NamedRef, PersonRef};

    fn target(group: &str, people: &[(i64, &str)]) -> DelegationTarget {
        let person = |(id, name): &(i64, &str)| PersonRef { id: *id, name: (*name).to_owned() };
        DelegationTarget {
            group: NamedRef { id: 1, name: group.to_owned() },
            people: people.iter().map(person).collect(),
        }
    }

    #[test]
    fn people_are_sorted_without_accents_and_stand_once_with_their_first_group() {
        let targets =
            [target("Network", &[(1, "Zoé"), (2, "Álvaro")]), target("Support", &[(2, "Álvaro"), (3, "Bruno")])];
        let options = people_options(&targets);
        let people: Vec<_> = options.iter().map(|one| (one.label.as_str(), one.detail.as_deref())).collect();
        assert_eq!(people, [("Álvaro", Some("Network")), ("Bruno", Some("Support")), ("Zoé", Some("Network"))]);
    }
}
