//! Groups of attendants, and the permissions of their members.

use super::shared::{Editor, EditorPage, ItemProps, ListPage, filled, listing, matches, use_editor, use_search};
use crate::api::collection;
use crate::browser;
use crate::hooks::{use_fetch, use_language};
use crate::route::{AdminRoute, Item};
use crate::ui::{
    Avatar, Card, CheckField, Empty, Go, Href, IconButton, PersonPicker, SelectField, SelectOption, TableRow,
    TextField, loaded, skeleton_rows, use_go,
};
use contract::admin::{GroupEdit, GroupView, MemberEdit};
use contract::desk::PersonHit;
use contract::{GroupPermission, limits};
use locales::{Language, text};
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

/// The list.
#[component]
pub fn Groups() -> Html {
    let language = use_language();
    let list = use_fetch((), |()| async { collection::list::<GroupView>().await });
    let search = use_search();
    let view = |groups: &Rc<Vec<GroupView>>| {
        let found = groups.iter().filter(|group| matches(&search.0, &group.name));
        let row = |group: &GroupView| {
            let to = AdminRoute::Group { id: Item::Id(group.id) };
            let executors = group.members.iter().filter(|member| member.permission == GroupPermission::Execute).count();
            let state = text!(language, if group.active { "admin-active" } else { "admin-inactive" });
            let sees =
                if group.see_all { text!(language, "group-sees-all") } else { text!(language, "group-sees-own") };
            let cells = vec![
                html! { <><Go {to}>{ &group.name }</Go>if let Some(email) = &group.email { <span class="sol-sub">{ email }</span> }</> },
                html! { { text!(language, "group-members-count", count = group.members.len(), executors = executors) } },
                html! { { sees } },
                html! { { state } },
            ];
            TableRow::new(group.id, cells).dim(!group.active)
        };
        let heads = ["admin-name", "group-members", "group-sees", "admin-state"];
        listing(language, &text!(language, "admin-nav-groups"), &heads, found.map(row).collect(), !search.0.is_empty())
    };
    let new = (text!(language, "group-new").into(), Href::to(&AdminRoute::Group { id: Item::New }));
    html! {
        <ListPage title={text!(language, "admin-nav-groups")} lead={Some(AttrValue::from(text!(language, "group-lead")))} {new}
                  search={search.clone()}>
            { loaded(&list, language, skeleton_rows(4), view) }
        </ListPage>
    }
}

/// One group.
#[component]
pub fn Group(props: &ItemProps) -> Html {
    let language = use_language();
    let go = use_go();
    let oncreated = go.reform(|id| Href::to(&AdminRoute::Group { id: Item::Id(id) }));
    let blank = || GroupEdit { name: String::new(), email: None, see_all: false, active: true, members: Vec::new() };
    let editor = use_editor::<GroupView>(props.id, blank, oncreated);
    let onsave = {
        let editor = editor.clone();
        Callback::from(move |()| editor.save(&[("name", &editor.value.name)]))
    };
    let label = |key: &str| AttrValue::from(text!(language, key));
    let fields = vec![("name", "group-name", label("admin-name")), ("email", "group-email", label("admin-email"))];
    let title = editor.read.as_ref().map_or_else(|| text!(language, "group-new"), |read| read.data.name.clone());
    html! {
        <EditorPage<GroupView> {title} list={(label("admin-nav-groups"), Href::to(&AdminRoute::Groups))} editor={editor.clone()} {fields} {onsave}>
            <Card>
                <div class="sol-stack">
                    <TextField id="group-name" label={label("admin-name")} required=true value={editor.value.name.clone()} limit={Some(limits::NAME)}
                               onchange={editor.on(|group, text| group.name = text)} error={editor.field("name")} />
                    <TextField id="group-email" label={label("admin-email")} optional=true kind="email" value={editor.value.email.clone().unwrap_or_default()}
                               onchange={editor.on(|group, text| group.email = filled(text))} error={editor.field("email")}
                               help={text!(language, "group-email-help")} />
                    <CheckField id="group-see-all" label={text!(language, "group-sees-all")} checked={editor.value.see_all}
                                onchange={editor.on(|group, on| group.see_all = on)} help={text!(language, "group-see-all-help")} />
                    <CheckField id="group-active" label={text!(language, "admin-active")} checked={editor.value.active}
                                onchange={editor.on(|group, on| group.active = on)} help={text!(language, "group-active-help")} />
                </div>
            </Card>
            <Members editor={editor.clone()} />
        </EditorPage<GroupView>>
    }
}

#[derive(Properties, PartialEq)]
struct MembersProps {
    editor: Editor<GroupView>,
}

/// The members of the group.
#[component]
fn Members(props: &MembersProps) -> Html {
    let language = use_language();
    let editor = &props.editor;
    // The names of members who are not saved yet. The names of the others come with the group.
    let added = use_state(BTreeMap::<i64, String>::new);
    let onselect = {
        let (editor, added) = (editor.clone(), added.clone());
        Callback::from(move |hit: Option<PersonHit>| {
            let Some(hit) = hit else { return };
            let mut names = (*added).clone();
            names.insert(hit.id, hit.name.clone());
            added.set(names);
            editor.change(move |group| {
                if !group.members.iter().any(|member| member.person_id == hit.id) {
                    group.members.push(MemberEdit {
                        person_id: hit.id,
                        permission: GroupPermission::Execute,
                        change_sla: false,
                    });
                }
            });
        })
    };
    let name = |id: i64| {
        let members = editor.read.iter().flat_map(|read| read.data.members.iter());
        let known = members.into_iter().find(|member| member.person.id == id).map(|member| member.person.name.clone());
        known.or_else(|| added.get(&id).cloned()).unwrap_or_else(|| id.to_string())
    };
    let members = &editor.value.members;
    html! {
        <Card title={text!(language, "group-members")} count={i64::try_from(members.len()).ok()}>
            if members.is_empty() {
                <Empty icon="users" title={text!(language, "group-nobody")}>{ text!(language, "group-nobody-text") }</Empty>
            } else {
                <ul class="ad-members">{ for members.iter().enumerate().map(|(index, member)| row(language, editor, index, member, &name(member.person_id))) }</ul>
            }
            <PersonPicker id="group-add" label={text!(language, "group-add")} chosen={None} {onselect} />
        </Card>
    }
}

/// A member with their permissions.
fn row(language: Language, editor: &Editor<GroupView>, index: usize, member: &MemberEdit, name: &str) -> Html {
    let id = member.person_id;
    let change = move |change: fn(&mut MemberEdit, String)| {
        move |group: &mut GroupEdit, value: String| {
            if let Some(member) = group.members.iter_mut().find(|member| member.person_id == id) {
                change(member, value);
            }
        }
    };
    let permissions = GroupPermission::ALL.iter().map(|one| -> SelectOption {
        (one.as_str().into(), text!(language, &crate::text::code("permission", one)).into())
    });
    let permission =
        editor.on(change(|member, code| member.permission = code.parse().unwrap_or(GroupPermission::View)));
    let sla = editor.on(change(|member, _| member.change_sla = !member.change_sla)).reform(|_: bool| String::new());
    let wrong = editor.field(&format!("members.{index}.person_id"));
    let remove = editor.on(move |group, ()| {
        group.members.retain(|member| member.person_id != id);
        browser::focus_id("group-add");
    });
    html! {
        <li key={id}>
            <div>
                <span class="sol-row"><Avatar {id} name={name.to_owned()} small=true /><span>{ name.to_owned() }</span></span>
                if let Some(error) = wrong { <p class="ad-wrong" role="alert">{ error }</p> }
            </div>
            <SelectField id={format!("permission-{id}")} label={text!(language, "group-permission-of", name = name)} hidden_label=true
                         value={member.permission.as_str()} options={permissions.collect::<Vec<_>>()} onchange={permission} />
            <CheckField id={format!("sla-{id}")} label={text!(language, "group-change-sla")} checked={member.change_sla} onchange={sla} />
            <IconButton label={text!(language, "group-remove", name = name)} icon="trash" onclick={remove} />
        </li>
    }
}
