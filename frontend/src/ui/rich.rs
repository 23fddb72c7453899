//! Texts with a little form.

use yew::prelude::*;

/// A text in which `**this**` is strong.
pub fn rich(text: &str) -> Html {
    let parts = text.split("**").enumerate();
    let part = |(index, part): (usize, &str)| {
        let part = part.to_owned();
        if index % 2 == 1 {
            html! { <strong>{ part }</strong> }
        } else {
            html! { <>{ part }</> }
        }
    };
    html! { <>{ for parts.map(part) }</> }
}

/// An e-mail address, or a line with some, which breaks before the `@` where it must break.
pub fn address(text: &str) -> Html {
    let part = |(index, part): (usize, &str)| {
        let part = part.to_owned();
        if index > 0 {
            html! { <><wbr />{ "@" }{ part }</> }
        } else {
            html! { <>{ part }</> }
        }
    };
    html! { <>{ for text.split('@').enumerate().map(part) }</> }
}

/// What somebody wrote: paragraphs and line breaks as they were typed, addresses as links.
pub fn paragraphs(text: &str) -> Html {
    let paragraph = |text: &str| html! { <p class="sol-written">{ for text.split(' ').enumerate().map(word) }</p> };
    let parts = text.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    html! { <>{ for parts.map(paragraph) }</> }
}

fn word((index, word): (usize, &str)) -> Html {
    let space = if index > 0 { " " } else { "" };
    let bare = word.trim_end_matches(['.', ',', ';', ')', '!', '?']);
    let is_link =
        (bare.starts_with("https://") || bare.starts_with("http://")) && bare.len() > 10 && !bare.contains('\n');
    if !is_link {
        return html! { <>{ space }{ word.to_owned() }</> };
    }
    let rest = word.strip_prefix(bare).unwrap_or_default().to_owned();
    html! { <>{ space }<a href={bare.to_owned()} target="_blank" rel="noopener noreferrer">{ bare.to_owned() }</a>{ rest }</> }
}
