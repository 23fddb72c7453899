//! The frame of lists: title, search, table, and the button for a new item.

use crate::hooks::use_language;
use crate::text::fold;
use crate::ui::{ButtonKind, Card, Empty, Href, LinkButton, Page, SearchBox, Table, TableRow};
use locales::{Language, text};
use yew::prelude::*;

/// Properties of [`ListPage`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The title.
    pub title: AttrValue,
    /// A line below the title.
    #[prop_or_default]
    pub lead: Option<AttrValue>,
    /// The button for a new item: its label, and where it leads.
    #[prop_or_default]
    pub new: Option<(AttrValue, Href)>,
    /// Other buttons beside the title.
    #[prop_or_default]
    pub actions: Html,
    /// What is searched for, and the callback when that changes.
    #[prop_or_default]
    pub search: Option<(AttrValue, Callback<String>)>,
    /// The label of the search box, which says what can be searched for.
    #[prop_or_default]
    pub search_label: Option<AttrValue>,
    /// Filters beside the search.
    #[prop_or_default]
    pub filters: Html,
    /// What stands above the card.
    #[prop_or_default]
    pub above: Html,
    /// The list, mostly from [`listing`].
    pub children: Html,
}

/// The frame of every list.
#[component]
pub fn ListPage(props: &Props) -> Html {
    let language = use_language();
    let actions = html! {
        <>
            { props.actions.clone() }
            if let Some((label, to)) = &props.new {
                <LinkButton kind={ButtonKind::Primary} icon="plus" label={label.clone()} to={to.clone()} />
            }
        </>
    };
    let label = props.search_label.clone().unwrap_or_else(|| text!(language, "admin-search").into());
    html! {
        <Page title={props.title.clone()} lead={props.lead.as_ref().map(|lead| html! { { lead } })} {actions}>
            { props.above.clone() }
            <Card flush=true>
                if props.search.is_some() || props.filters != Html::default() {
                    <div class="ad__tools">
                        { props.filters.clone() }
                        if let Some((value, onsearch)) = &props.search {
                            <div class="ad__search"><SearchBox {label} value={value.clone()} onsearch={onsearch.clone()} /></div>
                        }
                    </div>
                }
                { props.children.clone() }
            </Card>
        </Page>
    }
}

/// The rows as a table. Without rows it says that there are none, or none that match when the list `is_filtered`.
pub fn listing(language: Language, label: &str, heads: &[&str], rows: Vec<TableRow>, is_filtered: bool) -> Html {
    if rows.is_empty() {
        let (icon, title, explanation) = if is_filtered {
            ("search", "admin-none-found", "admin-none-found-text")
        } else {
            ("inbox", "admin-none", "admin-none-text")
        };
        return html! { <Empty {icon} title={text!(language, title)}>{ text!(language, explanation) }</Empty> };
    }
    let head = |key: &&str| if key.is_empty() { AttrValue::default() } else { AttrValue::from(text!(language, key)) };
    html! { <Table label={label.to_owned()} heads={heads.iter().map(head).collect::<Vec<_>>()} {rows} /> }
}

/// What is searched for in a list that is read as a whole, and the callback when that changes.
#[hook]
pub fn use_search() -> (AttrValue, Callback<String>) {
    let words = use_state_eq(AttrValue::default);
    let onsearch = use_callback((), {
        let words = words.setter();
        move |text: String, ()| words.set(text.into())
    });
    ((*words).clone(), onsearch)
}

/// True when every word that is searched for occurs in a text. Case and accents do not matter.
#[must_use]
pub fn matches(words: &str, text: &str) -> bool {
    let text = fold(text);
    fold(words).split_whitespace().all(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_must_occur_in_any_order() {
        assert!(matches("redes manutenção", "Manutencao de Redes"));
        assert!(!matches("redes elétrica", "Manutencao de Redes"));
    }

    #[test]
    fn nothing_searched_for_matches_everything() {
        assert!(matches("", "anything"));
        assert!(matches("  ", ""));
    }
}
