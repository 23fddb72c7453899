//! Paths and string literals among tokens that are not parsed: arguments of macros, bodies of `macro_rules!`,
//! attributes.

use proc_macro2::{Spacing, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::{Lit, UseTree};

use super::scan::Scanner;

/// Hands the paths, `use` items and string literals among these tokens to the scanner.
pub fn scan(scanner: &mut Scanner, tokens: TokenStream) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at] {
            TokenTree::Group(group) => scan(scanner, group.stream()),
            TokenTree::Literal(literal) => {
                if let Lit::Str(text) = Lit::new(literal.clone()) {
                    scanner.string(&text);
                }
            }
            TokenTree::Ident(name) if name == "use" => at += scan_use(scanner, &tokens[at + 1..]),
            TokenTree::Ident(name) => {
                let path = path(&tokens[at..]);
                let end = at + 3 * (path.len() - 1);
                // A field, a method, or the rest of a path whose beginning is no name.
                if !is_after(&tokens[..at], '.') && !is_after_colons(&tokens[..at]) {
                    scanner.path(path, name.span().start().line);
                }
                at = end;
            }
            TokenTree::Punct(_) => {}
        }
        at += 1;
    }
}

/// Whether these tokens have this word at their top level.
pub fn has_word(tokens: TokenStream, word: &str) -> bool {
    tokens.into_iter().any(|token| matches!(token, TokenTree::Ident(name) if name == word))
}

/// The names of the path that begins here: `a::b::c`.
fn path(tokens: &[TokenTree]) -> Vec<String> {
    let mut names = Vec::new();
    for part in tokens.chunks(3) {
        match part {
            [TokenTree::Ident(name), ..] => names.push(name.unraw().to_string()),
            _ => break,
        }
        let goes_on = is_after_colons(&part[1..]) && matches!(tokens.get(3 * names.len()), Some(TokenTree::Ident(_)));
        if !goes_on {
            break;
        }
    }
    names
}

/// Reads what stands between `use` and `;`; returns how many tokens that are.
fn scan_use(scanner: &mut Scanner, tokens: &[TokenTree]) -> usize {
    let end = tokens.iter().position(|token| is(token, ';')).unwrap_or(tokens.len());
    // `$crate` is `crate` here.
    let item = tokens[..end].iter().filter(|token| !is(token, '$')).cloned();
    match syn::parse2::<UseTree>(item.collect()) {
        Ok(tree) => {
            scanner.use_tree(&tree, &[], false);
            end
        }
        Err(_) => 0,
    }
}

fn is(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(found) if found.as_char() == mark)
}

/// Whether a mark such as `.` is the last token; `..` does not count.
fn is_after(tokens: &[TokenTree], mark: char) -> bool {
    match tokens {
        [.., before, last] => is(last, mark) && !is(before, mark),
        [last] => is(last, mark),
        [] => false,
    }
}

fn is_after_colons(tokens: &[TokenTree]) -> bool {
    matches!(tokens, [.., TokenTree::Punct(first), TokenTree::Punct(second)]
        if first.as_char() == ':' && first.spacing() == Spacing::Joint && second.as_char() == ':')
}
