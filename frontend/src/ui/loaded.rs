//! Renders data that is read: pending, failed, or here.

use super::alert::Problem;
use super::badge::screen_reader_text;
use super::layout::Empty;
use crate::api::ApiError;
use crate::hooks::{AsyncState, Fetch};
use locales::{Language, text};
use std::rc::Rc;
use yew::prelude::*;

/// Shows `view` of the data. Until it is here, nothing is shown for 300 ms, then `skeleton`, which has the shape of what
/// will come. When it cannot be read, the reason is shown, and a button to try again. When it could not be read *again*,
/// the reason is shown above the old data.
pub fn loaded<T>(fetch: &Fetch<T>, language: Language, skeleton: Html, view: impl FnOnce(&Rc<T>) -> Html) -> Html {
    match &fetch.state {
        AsyncState::Pending => html! {
            <div class="sol-later" role="status">
                { screen_reader_text(text!(language, "ui-loading")) }
                { skeleton }
            </div>
        },
        AsyncState::Ready { data, stale, .. } => html! {
            <>
                if let Some(error) = stale { <Problem error={error.clone()} retry={fetch.reload.clone()} /> }
                { view(data) }
            </>
        },
        AsyncState::Failed(error) => failed(error, language, &fetch.reload),
    }
}

fn failed(error: &ApiError, language: Language, retry: &Callback<()>) -> Html {
    if error.is_not_found() {
        return html! {
            <Empty icon="search"
                title={text!(language, "ui-not-found")}>{ text!(language, "ui-not-found-text") }</Empty>
        };
    }
    html! { <div class="sol-pad"><Problem error={error.clone()} retry={retry.clone()} /></div> }
}

/// A placeholder for lines of text, by their widths in percent.
pub fn skeleton_lines(widths: &[u32]) -> Html {
    let line = |width: &u32| {
        html! { <span class="pf-v6-c-skeleton pf-m-text-md" style={format!("--pf-v6-c-skeleton--Width:{width}%")}></span> }
    };
    html! { <div class="sol-skeleton" aria-hidden="true">{ for widths.iter().map(line) }</div> }
}

/// A placeholder for the rows of a list.
pub fn skeleton_rows(rows: usize) -> Html {
    html! {
        <div class="sol-skeleton__rows" aria-hidden="true">
            { for (0..rows).map(|row| skeleton_lines(if row % 2 == 0 { &[62, 38, 24] } else { &[48, 42, 30] })) }
        </div>
    }
}
