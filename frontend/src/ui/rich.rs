//! Texts with emphasis, paragraphs and links.

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

/// A text in which lines may break before the `@` of an e-mail address.
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

/// What somebody wrote: with its paragraphs and line breaks, and web addresses as links.
pub fn paragraphs(text: &str) -> Html {
    let paragraph = |text: &str| html! { <p class="sol-written">{ for text.split(' ').enumerate().map(word) }</p> };
    let parts = text.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    html! { <>{ for parts.map(paragraph) }</> }
}

fn word((index, word): (usize, &str)) -> Html {
    let space = if index > 0 { " " } else { "" };
    let Some((link, rest)) = split_link(word) else {
        return html! { <>{ space }{ word.to_owned() }</> };
    };
    html! { <>{ space }<a href={link.to_owned()} target="_blank" rel="noopener noreferrer">{ link.to_owned() }</a>{ rest.to_owned() }</> }
}

/// The web address at the beginning of a word, and the punctuation after it. None for other words.
fn split_link(word: &str) -> Option<(&str, &str)> {
    let link = word.trim_end_matches(['.', ',', ';', ')', '!', '?']);
    let is_link =
        (link.starts_with("https://") || link.starts_with("http://")) && link.len() > 10 && !link.contains('\n');
    is_link.then(|| word.split_at(link.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn punctuation_after_an_address_is_no_part_of_it() {
        assert_eq!(split_link("https://example.com/a?b=c)."), Some(("https://example.com/a?b=c", ").")));
        assert_eq!(split_link("http://intranet"), Some(("http://intranet", "")));
    }

    #[test]
    fn other_words_are_no_links() {
        for word in [
            "example.com",
            "https://",
            "http://a",
            "javascript:alert(1)",
            "(https://example.com)",
            "https://a\nb.example",
        ] {
            assert_eq!(split_link(word), None, "{word:?}");
        }
    }

    proptest! {
        #[test]
        fn a_link_loses_no_text(word in "(https?://)?[a-z./,;)!?]{0,20}") {
            if let Some((link, rest)) = split_link(&word) {
                prop_assert_eq!(format!("{link}{rest}"), word);
            }
        }
    }
}
