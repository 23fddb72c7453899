//! What the viewer has chosen on the page of a request, and what the URL asks for.

use super::composer::ComposerTab;
use crate::browser;
use crate::route::Show;
use contract::requests::RequestView;
use contract::{Action, OccurrenceKind};
use gloo_timers::callback::Timeout;
use yew::prelude::*;
use yew_router::prelude::*;

/// How long it takes until what `?show=` asks for is rendered, and can be scrolled to.
const RENDER_MS: u32 = 60;

/// What the viewer has chosen on the page.
#[derive(Clone, PartialEq)]
pub struct PageState {
    /// The tab of the composer.
    pub tab: UseStateHandle<ComposerTab>,
    /// The filter of the timeline.
    pub filter: UseStateHandle<Option<OccurrenceKind>>,
    /// The composer is shown below the survey, which stands in its place otherwise.
    pub write: UseStateHandle<bool>,
}

/// The state of the page. `?show=` of the URL changes it and scrolls to a part of the page, when the page opens and
/// whenever the URL changes.
#[hook]
pub fn use_page_state(view: &RequestView) -> PageState {
    let location = use_location();
    let show = location.and_then(|location| show_of(location.query_str()));
    let may_message = view.row.actions.contains(&Action::Message);
    let page = PageState {
        tab: use_state_eq(|| if may_message { ComposerTab::Message } else { ComposerTab::Note }),
        filter: use_state_eq(|| None),
        write: use_state_eq(|| false),
    };
    use_effect_with(show, {
        let page = page.clone();
        move |show| {
            let Some(show) = *show else { return };
            match show {
                Show::Messages => page.tab.set(ComposerTab::Message),
                Show::Note => page.tab.set(ComposerTab::Note),
                Show::History => page.filter.set(Some(OccurrenceKind::Event)),
                _ => {}
            }
            page.write.set(matches!(show, Show::Messages | Show::Note));
            scroll_when_rendered(show);
        }
    });
    page
}

/// What `?show=` of a query string asks for.
fn show_of(query: &str) -> Option<Show> {
    let query: Vec<(String, String)> = serde_urlencoded::from_str(query.trim_start_matches('?')).ok()?;
    query.into_iter().find(|(name, _)| name == "show").and_then(|(_, show)| Show::parse(&show))
}

/// Moves the focus to a part of the page and scrolls to it, as soon as it is rendered.
pub fn scroll_when_rendered(show: Show) {
    let id = match show {
        Show::Messages => "message-text",
        Show::Note => "note-text",
        Show::History => "timeline",
        Show::Description => "description",
        Show::Attachments => "attachments",
        Show::Rate => "grade",
        Show::Solution => "solution",
    };
    Timeout::new(RENDER_MS, move || {
        browser::focus_id(id);
        browser::scroll_to_id(id);
    })
    .forget();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_found_among_other_parameters() {
        assert_eq!(show_of("?show=rate"), Some(Show::Rate));
        assert_eq!(show_of("?from=mail&show=history"), Some(Show::History));
        assert_eq!(show_of(""), None);
        assert_eq!(show_of("?show=colour"), None);
        assert_eq!(show_of("?shown=rate"), None);
    }
}
