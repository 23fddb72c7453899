use super::*;
use TemplateKind::{Message, Password, Request};
use contract::Language;
use proptest::prelude::*;

fn render(kind: TemplateKind, subject: &str, body: &str, values: &[(&'static str, &str)]) -> Rendered {
    let values = values.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    Template::parse(kind, subject, body).unwrap().render(&values)
}

#[test]
fn keys_are_filled_in_and_escaped() {
    let body = "<p>Olá, ${SOLICITANTE}!</p><p>${DESCRICAO}</p><p><a href=\"${LINKSOLICITACAOSERVICO}\">Abrir</a></p>";
    let values = [
        (keys::NUMBER, "34534"),
        (keys::TITLE, "Troca de <toner> & \"papel\""),
        (keys::REQUESTER, "Ana <script>alert(1)</script>"),
        (keys::DESCRIPTION, "linha um\r\nlinha {{dois}} ${TITULO}"),
        (keys::LINK, "https://solicita.test/requests/34534?a=1&b=2"),
    ];
    let mail = render(Request, "[${IDSERVICEREQUEST}] ${TITULO}", body, &values);
    assert_eq!(mail.subject, "[34534] Troca de <toner> & \"papel\"");
    assert_eq!(
        mail.html,
        "<p>Olá, Ana &lt;script&gt;alert(1)&lt;/script&gt;!</p><p>linha um<br>linha {{dois}} ${TITULO}</p>\
         <p><a href=\"https://solicita.test/requests/34534?a&#x3D;1&amp;b&#x3D;2\">Abrir</a></p>"
    );
    assert!(mail.text.contains("Olá, Ana <script>alert(1)</script>!\n"), "{}", mail.text);
    assert!(mail.text.contains("linha um\nlinha {{dois}} ${TITULO}"), "{}", mail.text);
    assert!(mail.text.contains("https://solicita.test/requests/34534?a=1&b=2"), "{}", mail.text);
}

#[test]
fn the_text_part_is_readable_and_keeps_long_links_whole() {
    let long = format!("https://solicita.test/{}", "a".repeat(120));
    let body = "<h1>Oi</h1><p>Um texto</p><ul><li>um</li><li>dois</li></ul><table><tr><td>a</td><td>b</td></tr></table>\
                <p>Veja <a href=\"${LINK}\">aqui</a></p>";
    let mail = render(Password, "x", body, &[(keys::PASSWORD_LINK, &long)]);
    assert!(mail.text.lines().any(|line| line.contains(&long)), "{}", mail.text);
    assert!(mail.text.contains("* um\n* dois\n"), "{}", mail.text);
}

#[test]
fn every_spelling_gives_the_same_value() {
    let spellings =
        "${NUMERO} ${IDSOLICITACAOSERVICO} ${IDSOLICITUDSERVICIO} ${IDSERVICEREQUEST} ${SERVICO} ${NOMESERVICO}";
    let mail = render(Request, spellings, "", &[(keys::NUMBER, "7"), (keys::SERVICE, "VPN")]);
    assert_eq!(mail.subject, "7 7 7 7 VPN VPN");
    let spellings = "${IDSOLICITACAOSERVICO} ${IDSOLICITUDSERVICIO} ${IDSERVICEREQUEST}";
    assert_eq!(render(Message, spellings, "", &[(keys::NUMBER, "7")]).subject, "7 7 7");
}

#[test]
fn what_is_no_key_is_text() {
    let odd = r"R$ 5 $x { {{NUMERO}} {{{x}}} {{#if}} \{{a}} \\ }} $} {{!-- c --}} {{~x~}} {{> p}}";
    let mail = render(Request, odd, &format!("{odd}\n  {odd}\n\n"), &[(keys::NUMBER, "7")]);
    assert_eq!(mail.subject, odd);
    assert_eq!(mail.html, format!("{odd}\n  {odd}\n\n"));
    assert_eq!(render(Request, "", r"{${NUMERO}} \${NUMERO}\", &[(keys::NUMBER, "7")]).html, r"{7} \7\");
}

#[test]
fn a_subject_is_one_line() {
    let mail = render(Request, "a\r\nBcc: x ${TITULO}", "", &[(keys::TITLE, "b\r\nBcc: y@z\0\u{2028}\u{202e}c")]);
    assert_eq!(mail.subject, "a Bcc: x b Bcc: y@z c");
}

#[test]
fn unknown_and_unclosed_keys_are_refused_with_their_place() {
    let body = "ação ${TITULO}\n<p>${TITULLO} ${COMMENTTEXT}</p>\n${ titulo } ${NUMERO\n${} ${XYZ${NUMERO}";
    let error = Template::parse(Request, "${FOO}", body).unwrap_err();
    let found: Vec<_> =
        error.faults.iter().map(|fault| (fault.part, fault.line, fault.column, fault.flaw.clone())).collect();
    let unknown = |key: &str, suggestion| Flaw::UnknownKey { key: key.to_owned(), suggestion };
    assert_eq!(
        found,
        [
            (Part::Subject, 1, 1, unknown("FOO", None)),
            (Part::Body, 2, 4, unknown("TITULLO", Some("TITULO"))),
            (Part::Body, 2, 15, unknown("COMMENTTEXT", None)),
            (Part::Body, 3, 1, unknown(" titulo ", Some("TITULO"))),
            (Part::Body, 3, 13, Flaw::Unclosed),
            (Part::Body, 4, 1, unknown("", None)),
            (Part::Body, 4, 5, Flaw::Unclosed),
        ]
    );
    let fields = error.to_field_errors("texts.pt-BR", Language::English);
    assert_eq!((fields[1].field.as_str(), fields[1].code.as_str()), ("texts.pt-BR.body", "unknown-key"));
    assert!(fields[1].message.contains("${TITULLO}") && fields[1].message.contains("Did you mean ${TITULO}?"));
    assert!(fields[0].message.contains("${IDSOLICITACAOSERVICO}, ${IDSOLICITUDSERVICIO}"));
    for language in Language::ALL {
        for field in error.to_field_errors("", *language) {
            assert!(!field.message.contains("{$") && !field.message.contains("template-error"), "{}", field.message);
        }
    }
}

#[test]
fn each_kind_knows_its_keys() {
    assert_eq!(known_keys(Password), ["NOME", "LINK", "VALIDADE"]);
    assert_eq!((known_keys(Message).len(), canonical_keys(Message).len()), (8, 6));
    assert_eq!((known_keys(Request).len(), canonical_keys(Request).len()), (29, 25));
    for kind in TemplateKind::ALL {
        let all: String = known_keys(*kind).iter().map(|key| format!("${{{key}}} ")).collect();
        let template = Template::parse(*kind, &all, &all).unwrap();
        assert!(canonical_keys(*kind).iter().all(|key| template.uses(key)));
        assert_eq!(template.kind(), *kind);
    }
    assert!(
        Template::parse(Message, "${TITULO}", "").is_err() && Template::parse(Request, "${COMMENTTEXT}", "").is_err()
    );
    assert!(!Template::parse(Request, "", "x").unwrap().uses(keys::LINK));
}

#[test]
fn not_more_faults_are_told_than_anybody_reads() {
    let error = Template::parse(Request, &"${FOO}".repeat(5_000), &"${".repeat(9_000)).unwrap_err();
    assert_eq!(error.faults.len(), 2 * MOST_FAULTS);
}

#[test]
fn debug_does_not_show_what_people_wrote() {
    let mail = render(Request, "${TITULO}", "", &[(keys::TITLE, "segredo")]);
    assert_eq!(format!("{mail:?}"), "Rendered { .. }");
}

#[test]
fn odd_html_still_has_a_text_part() {
    let deep = "<table><tr><td>".repeat(40);
    for body in
        ["", "<p", "</div></div>", "<a href=x><b><i>", &deep, "<pre>\ta\n</pre>", "&#0;&bogus;", "<!-- ${TITULO} -->"]
    {
        render(Request, "", body, &[(keys::TITLE, "-->x")]);
    }
}

/// Texts that try to break out.
fn nasty() -> impl Strategy<Value = String> {
    let bits = proptest::sample::select(vec![
        "<",
        ">",
        "\"",
        "'",
        "&",
        "=",
        "`",
        "\r",
        "\n",
        "\r\n",
        "\0",
        "\u{85}",
        "\u{2028}",
        "{",
        "}",
        "{{",
        "}}",
        "{{{",
        "${",
        "${TITULO}",
        "{{TITULO}}",
        "\\",
        "<script>",
        "<br>",
        "</a>",
        "-->",
        "javascript:",
        " onload=",
        "Bcc: x@y",
        "texto",
        " ",
        "é",
        "\u{202e}",
    ]);
    prop_oneof![
        proptest::collection::vec(bits, 0..12).prop_map(|bits| bits.concat()),
        "\\PC{0,12}".prop_map(String::from)
    ]
}

/// A text without `${`, which may hold anything else.
fn literal() -> impl Strategy<Value = String> {
    nasty().prop_map(|text| text.replace('$', "§"))
}

proptest! {
    #[test]
    fn no_value_injects_anything(before in literal(), after in literal(), value in nasty()) {
        let source = format!("{before}${{TITULO}}{after}");
        let mail = render(Request, &source, &source, &[(keys::TITLE, &value)]);
        let inside = mail.html.strip_prefix(&before).and_then(|rest| rest.strip_suffix(&after)).unwrap();
        let text = inside.replace("<br>", "");
        prop_assert!(!text.contains(['<', '>', '"', '\'', '=', '`', '\r', '\n', '\0']), "{}", inside);
        prop_assert!(text.split('&').skip(1).all(|rest| rest.find(';').is_some_and(|end| end < 7)), "{}", inside);
        let breaks = ['\u{2028}', '\u{2029}'];
        prop_assert!(!mail.subject.contains(|c: char| c.is_control() || breaks.contains(&c)));
    }

    #[test]
    fn text_without_keys_stays_as_it_is(text in literal()) {
        prop_assert_eq!(&render(Request, "", &text, &[]).html, &text);
        prop_assert_eq!(render(Message, &text, "", &[]).subject, squeeze(&text));
    }

    #[test]
    fn known_keys_never_fail(kind in proptest::sample::select(TemplateKind::ALL), picks in proptest::collection::vec((any::<usize>(), literal()), 0..8), value in nasty()) {
        let known = known_keys(kind);
        let source: String = picks.iter().map(|(pick, text)| format!("{text}${{{}}}", known[pick % known.len()])).collect();
        let values = canonical_keys(kind).into_iter().map(|key| (key.to_owned(), value.clone())).collect();
        let mail = Template::parse(kind, &source, &source).unwrap().fill(&values);
        prop_assert!(mail.is_some_and(|mail| mail.html.len() >= picks.iter().map(|(_, text)| text.len()).sum::<usize>()));
    }

    #[test]
    fn unknown_keys_are_always_refused(kind in proptest::sample::select(TemplateKind::ALL), key in "[A-Za-z_ ]{0,20}", around in literal()) {
        prop_assume!(!known_keys(kind).contains(&key.as_str()));
        let source = format!("{around}${{{key}}}{around}");
        prop_assert!(Template::parse(kind, &source, "").is_err() && Template::parse(kind, "", &source).is_err());
    }

    #[test]
    fn nothing_written_makes_it_panic(subject in nasty(), body in nasty()) {
        let _ = Template::parse(Request, &subject, &body).map(|template| template.render(&Values::new()).text);
    }
}
