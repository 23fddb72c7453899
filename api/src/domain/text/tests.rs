use super::*;
use proptest::prelude::*;

#[test]
fn lines_are_trimmed_and_composed() {
    assert_eq!(clean_line("  Impressora\u{a0}quebrada \r\n", 50).as_deref(), Ok("Impressora\u{a0}quebrada"));
    assert_eq!(clean_line("Joa\u{303}o", 4).as_deref(), Ok("João"));
    assert_eq!(clean_line("a\u{2028}b", 10).as_deref(), Ok("a b"));
    assert_eq!(clean_line("evil\u{202e}gpj.exe", 50).as_deref(), Ok("evilgpj.exe"));
    assert_eq!(clean_line("👩\u{200d}💻 notebook", 50).as_deref(), Ok("👩\u{200d}💻 notebook"));
}

#[test]
fn lines_refuse_breaks_tabs_and_controls() {
    for text in ["a\nb", "a\rb", "a\tb", "a\0b", "a\u{1b}[31mb", "a\u{85}b", "a\u{7f}b"] {
        assert_eq!(clean_line(text, 50), Err(TextError::ControlCharacter), "{text:?}");
    }
}

#[test]
fn texts_keep_lines_and_tabs() {
    assert_eq!(clean_text("\r\num\r\ndois\rtrês\u{2029}\tquatro\n", 50).as_deref(), Ok("um\ndois\ntrês\n\tquatro"));
    assert_eq!(clean_text("a\0b", 50), Err(TextError::ControlCharacter));
}

#[test]
fn empty_means_nothing_to_be_seen() {
    for text in ["", "   ", "\r\n\t", "\u{200b}", "\u{202e} \u{feff}", "\u{3164}"] {
        assert_eq!(clean_line(text, 50), Err(TextError::Required), "{text:?}");
        assert_eq!(clean_text(text, 50), Err(TextError::Required), "{text:?}");
    }
}

#[test]
fn length_counts_characters_after_cleaning() {
    assert_eq!(clean_line("  ação  ", 4).as_deref(), Ok("ação"));
    assert_eq!(clean_line("ações", 4), Err(TextError::TooLong { max: 4 }));
    assert_eq!(clean_text("a\r\nb", 3).as_deref(), Ok("a\nb"));
    assert_eq!(clean_line("x", 0), Err(TextError::TooLong { max: 0 }));
}

#[test]
fn folding_levels_accents_case_and_width() {
    assert_eq!(fold("  Ação\t JOÃO\nÑandú "), "acao joao nandu");
    assert_eq!(fold("ＡＢＣ ﬁnança №5"), "abc financa no5");
    assert_eq!(fold("ΟΔΟΣ οδος"), "οδοσ οδοσ");
    assert_eq!(fold("İstanbul"), "istanbul");
    assert_eq!(fold("im\u{ad}pres\u{200b}sora"), "impressora");
}

#[test]
fn squeezing_leaves_one_line() {
    assert_eq!(squeeze("a\r\nBcc: x@y\0\u{2028}z\u{202e}"), "a Bcc: x@y z");
}

#[test]
fn requests_resemble_what_is_typed_by_title_or_by_all() {
    let resembles = |typed, same| resemblance(typed, "Impressora parada", "O toner acabou ontem", same);
    assert!(resembles("impressora parada", false).is_some_and(|score| (score - 1.0).abs() < 1e-9));
    assert!(resembles("toner da impressora acabou", false).is_some());
    assert_eq!(resembles("senha esquecida", true), None);
    // One word of four in common is too little, unless the service is the same.
    assert_eq!(resembles("impressora colorida nova lenta", false), None);
    assert!(resembles("impressora colorida nova lenta", true).is_some());
}

#[test]
fn similar_texts_share_words_that_mean_something() {
    let score = similar("Impressora não imprime", "A impressora do 3º andar não está imprimindo, nem imprime teste");
    assert!(score > ALIKE, "{score}");
    assert!(similar("erro ao abrir o e-mail", "trocar o toner da impressora") < ALIKE);
    assert!((similar("Impressoras quebradas", "impressora quebrada") - 1.0).abs() < 1e-9);
    assert!(similar("não consigo com isso", "não consigo com o e a") > 0.9);
    for empty in ["", "de a o", "!!!"] {
        assert!(similar(empty, "impressora") < f64::EPSILON);
    }
}

proptest! {
    #[test]
    fn cleaning_twice_changes_nothing(text in ".*") {
        if let Ok(clean) = clean_line(&text, 1_000) {
            prop_assert_eq!(clean_line(&clean, 1_000), Ok(clean));
        }
        if let Ok(clean) = clean_text(&text, 1_000) {
            prop_assert_eq!(clean_text(&clean, 1_000), Ok(clean));
        }
    }

    #[test]
    fn clean_texts_hold_nothing_dangerous(text in "[a-z\\r\\n\\t\u{0}-\u{20}\u{7f}-\u{a0}\u{2028}-\u{202f}\u{2060}-\u{206f}]{0,20}") {
        if let Ok(clean) = clean_line(&text, 30) {
            prop_assert!(!clean.chars().any(|c| c.is_control() || is_separator(c) || turns_direction(c)));
            prop_assert!(!clean.is_empty() && clean.trim() == clean);
        }
        if let Ok(clean) = clean_text(&text, 30) {
            prop_assert!(!clean.chars().any(|c| (c.is_control() && c != '\n' && c != '\t') || turns_direction(c)));
        }
        prop_assert!(!squeeze(&text).chars().any(|c| c.is_control() || is_separator(c)));
    }

    #[test]
    fn folding_twice_changes_nothing(text in "\\PC*") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn folding_ignores_case_and_composition(text in "[a-zA-ZÀ-ÖØ-öø-ÿ ]{0,20}") {
        let folded = fold(&text);
        prop_assert_eq!(fold(&text.nfd().collect::<String>()), folded.clone());
        prop_assert_eq!(fold(&text.to_lowercase()), folded);
    }

    #[test]
    fn likeness_is_symmetric_and_bounded(a in "[a-e ]{0,30}", b in "[a-e ]{0,30}") {
        let score = similar(&a, &b);
        prop_assert!((0.0..=1.0).contains(&score));
        prop_assert!((score - similar(&b, &a)).abs() < 1e-12);
    }
}
