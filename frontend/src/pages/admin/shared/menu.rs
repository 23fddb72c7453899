//! The side menu of the administration. Where there is no room for it, a button opens it.

use crate::api;
use crate::hooks::{use_fetch, use_language, use_refresh};
use crate::route::AdminRoute;
use crate::ui::{Go, icon, icon_fixed, screen_reader_text};
use locales::{Language, text};
use yew::prelude::*;
use yew_router::prelude::*;

/// An entry: the key of its label, its icon, and where it leads.
type Entry = (&'static str, &'static str, AdminRoute);

/// The sections: the key of the heading, and the entries.
fn sections() -> [(&'static str, Vec<Entry>); 4] {
    use AdminRoute as To;
    [
        (
            "admin-section-rules",
            vec![
                ("admin-nav-parameters", "sliders-h", To::Parameters),
                ("admin-nav-services", "concierge-bell", To::Services),
                ("admin-nav-categories", "th-large", To::Categories),
                ("admin-nav-calendars", "calendar-alt", To::Calendars),
                ("admin-nav-reasons", "pause-circle", To::Reasons),
                ("nav-notices", "bullhorn", To::Notices),
            ],
        ),
        (
            "admin-section-mail",
            vec![
                ("admin-nav-templates", "envelope-open-text", To::Templates),
                ("admin-nav-outbox", "paper-plane", To::Outbox),
                ("admin-nav-mail-account", "server", To::MailAccount),
            ],
        ),
        (
            "admin-section-telephony",
            vec![("admin-nav-console", "phone", To::Telephony), ("admin-nav-calls", "list", To::Calls)],
        ),
        (
            "admin-section-people",
            vec![
                ("admin-nav-people", "users", To::People),
                ("admin-nav-groups", "user-shield", To::Groups),
                ("admin-nav-units", "building", To::Units),
                ("admin-nav-tokens", "key", To::Tokens),
                ("admin-nav-audit", "clipboard-list", To::Audit),
            ],
        ),
    ]
}

/// The page whose entry is marked while a page is shown.
fn entry_of(route: &AdminRoute) -> AdminRoute {
    use AdminRoute as To;
    match route {
        To::Home => To::Parameters,
        To::Service { .. } => To::Services,
        To::Category { .. } => To::Categories,
        To::Calendar { .. } => To::Calendars,
        To::Reason { .. } => To::Reasons,
        To::Template { .. } => To::Templates,
        To::Person { .. } => To::People,
        To::Group { .. } => To::Groups,
        To::Unit { .. } => To::Units,
        other => other.clone(),
    }
}

/// The side menu.
#[component]
pub fn SideMenu() -> Html {
    let language = use_language();
    let here = use_route::<AdminRoute>().map(|route| entry_of(&route));
    let open = use_state_eq(|| false);
    let counts = use_fetch((), |()| async { api::mail::outbox_counts().await });
    use_refresh(120_000, counts.reload.clone());
    let failed = counts.data().map(|counts| counts.failed).filter(|failed| *failed > 0);
    use_effect_with(here.clone(), {
        let open = open.setter();
        move |_| open.set(false)
    });
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let sections = sections();
    let all = sections.iter().flat_map(|(_, entries)| entries);
    let title = all.into_iter().find(|(_, _, to)| Some(to) == here.as_ref()).map_or("nav-admin", |(key, _, _)| key);
    html! {
        <nav class={classes!("ad__n", open.then_some("is-open"))} aria-label={text!(language, "nav-admin")}>
            <button type="button" class="ad__toggle" aria-expanded={open.to_string()} aria-controls="admin-menu" onclick={toggle}>
                { icon("bars") }<span>{ text!(language, title) }</span>{ icon("caret-down") }
            </button>
            <div id="admin-menu" class="ad__menu">
                { for sections.iter().map(|(name, entries)| section(language, name, entries, here.as_ref(), failed)) }
            </div>
        </nav>
    }
}

fn section(language: Language, name: &str, entries: &[Entry], here: Option<&AdminRoute>, failed: Option<i64>) -> Html {
    let entry = |(key, icon, to): &Entry| {
        let current = Some(to) == here;
        let failed = failed.filter(|_| *to == AdminRoute::Outbox);
        html! {
            <li key={*key}>
                <Go to={to.clone()} {current} class={classes!(current.then_some("is-on"))}>
                    { icon_fixed(icon) }<span>{ text!(language, key) }</span>
                    if let Some(failed) = failed {
                        <span class="ad__b" title={text!(language, "admin-outbox-failed", count = failed)}>
                            { failed }{ screen_reader_text(format!(" {}", text!(language, "admin-outbox-failed", count = failed))) }
                        </span>
                    }
                </Go>
            </li>
        }
    };
    html! {
        <div class="ad__s">
            <h2>{ text!(language, name) }</h2>
            <ul>{ for entries.iter().map(entry) }</ul>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::Item;

    fn is_in_the_menu(route: &AdminRoute) -> bool {
        sections().iter().flat_map(|(_, entries)| entries).any(|(_, _, to)| to == route)
    }

    #[test]
    fn every_page_marks_an_entry() {
        let id = Item::New;
        let pages = [
            AdminRoute::Home,
            AdminRoute::Service { id },
            AdminRoute::Category { id },
            AdminRoute::Calendar { id },
            AdminRoute::Reason { id },
            AdminRoute::Template { id },
            AdminRoute::Person { id },
            AdminRoute::Group { id },
            AdminRoute::Unit { id },
        ];
        for page in pages {
            assert!(is_in_the_menu(&entry_of(&page)), "{page:?}");
        }
    }

    #[test]
    fn an_entry_marks_itself() {
        for (_, entries) in sections() {
            for (_, _, to) in entries {
                assert_eq!(entry_of(&to), to);
            }
        }
    }
}
