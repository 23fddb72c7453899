//! The list of services.

use crate::api::collection;
use crate::hooks::{use_fetch, use_language};
use crate::pages::admin::shared::{ListPage, listing, matches, use_search};
use crate::route::{AdminRoute, Item};
use crate::ui::{Go, Href, TableRow, TypeLabel, icon, loaded, skeleton_rows};
use contract::admin::{GroupView, ServiceAdminView, ServiceCategoryView};
use locales::{Language, text};
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

/// The names of groups and categories by their identifiers.
#[derive(Default, PartialEq)]
struct Names {
    groups: BTreeMap<i64, String>,
    categories: BTreeMap<i64, String>,
}

/// The priority of most requests: that of medium impact and urgency.
const USUAL_PRIORITY: i32 = 3;

/// All services, also the inactive ones.
#[component]
pub fn Services() -> Html {
    let language = use_language();
    let list = use_fetch((), |()| async { collection::list::<ServiceAdminView>().await });
    let names = use_fetch((), |()| async {
        let groups = collection::list::<GroupView>().await?;
        let categories = collection::list::<ServiceCategoryView>().await?;
        Ok(Names {
            groups: groups.into_iter().map(|group| (group.id, group.name)).collect(),
            categories: categories.into_iter().map(|category| (category.id, category.name)).collect(),
        })
    });
    let names: Rc<Names> = names.data().cloned().unwrap_or_default();
    let search = use_search();
    let view = |services: &Rc<Vec<ServiceAdminView>>| {
        let about = |service: &ServiceAdminView| {
            let category = names.categories.get(&service.edit.category_id).cloned().unwrap_or_default();
            let group = service.edit.group_id.and_then(|id| names.groups.get(&id).cloned()).unwrap_or_default();
            format!("{} {category} {group}", service.edit.name)
        };
        let found = services.iter().filter(|service| matches(&search.0, &about(service)));
        let rows = found.map(|service| row(language, service, &names)).collect();
        let heads = ["admin-name", "desk-type", "desk-group", "service-target", "admin-state"];
        listing(language, &text!(language, "admin-nav-services"), &heads, rows, !search.0.is_empty())
    };
    let new = (text!(language, "service-new").into(), Href::to(&AdminRoute::Service { id: Item::New }));
    html! {
        <ListPage title={text!(language, "admin-nav-services")} lead={Some(AttrValue::from(text!(language, "service-lead")))} {new}
                  search={search.clone()}>
            { loaded(&list, language, skeleton_rows(6), view) }
        </ListPage>
    }
}

fn row(language: Language, service: &ServiceAdminView, names: &Names) -> TableRow {
    let edit = &service.edit;
    let to = AdminRoute::Service { id: Item::Id(service.id) };
    let category = names.categories.get(&edit.category_id).cloned().unwrap_or_default();
    let group = match edit.group_id {
        Some(id) => names.groups.get(&id).cloned().unwrap_or_default(),
        None => text!(language, "service-group-default"),
    };
    let usual = edit.fixed_priority.unwrap_or(USUAL_PRIORITY);
    let target = edit.targets.iter().find(|target| target.priority == usual).and_then(|target| target.resolve);
    let target = target.map_or_else(|| text!(language, "sla-none"), |seconds| locales::duration(language, seconds));
    let state = text!(language, if edit.active { "service-offered" } else { "admin-inactive" });
    TableRow::new(
        service.id,
        vec![
            html! { <>
                <Go {to}>{ &edit.name }</Go>
                if edit.confidential { { " " }<span title={text!(language, "service-confidential")}>{ icon("user-secret") }</span> }
                <span class="sol-sub">{ category }</span>
            </> },
            html! { <TypeLabel request_type={edit.request_type} /> },
            html! { { group } },
            html! { { target } },
            html! { { state } },
        ],
    )
    .dim(!edit.active)
}
