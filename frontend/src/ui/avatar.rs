//! A person's initials in a circle whose colour is always the same for the same person.

use yew::prelude::*;

/// Properties of [`Avatar`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The person.
    pub id: i64,
    /// Their name.
    pub name: AttrValue,
    /// Smaller.
    #[prop_or_default]
    pub small: bool,
    /// Larger.
    #[prop_or_default]
    pub large: bool,
}

/// The first letters of the first and the last name.
fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|word| word.chars().next().filter(|c| c.is_alphabetic()));
    let first = words.next();
    first.into_iter().chain(words.next_back()).flat_map(char::to_uppercase).collect()
}

/// The avatar stands beside the name, so screen readers skip it.
#[component]
pub fn Avatar(props: &Props) -> Html {
    let colour = format!("sol-ava--{}", props.id.rem_euclid(6) + 1);
    let class = classes!("sol-ava", colour, props.small.then_some("sol-ava--sm"), props.large.then_some("sol-ava--lg"));
    html! { <span {class} aria-hidden="true">{ initials(&props.name) }</span> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_of_the_first_and_the_last_name() {
        let cases = [
            ("Ana Maria Lopes", "AL"),
            ("ana", "A"),
            ("érica ßen", "ÉSS"),
            ("João (TI) Souza", "JS"),
            ("(TI)", ""),
            ("", ""),
        ];
        for (name, expected) in cases {
            assert_eq!(initials(name), expected, "{name}");
        }
    }
}
