use super::{Caller, Kind, matching_keys};
use proptest::prelude::*;

const SAO_PAULO: Option<&str> = Some("11");

/// What a PBX or a person writes, the key, and how people read it.
const NUMBERS: &[(&str, &str, &str)] = &[
    // Mobiles, with and without the ninth digit.
    ("+55 11 98765-4321", "+5511987654321", "(11) 98765-4321"),
    ("5511987654321", "+5511987654321", "(11) 98765-4321"),
    ("(11) 98765-4321", "+5511987654321", "(11) 98765-4321"),
    ("(11) 8765-4321", "+5511987654321", "(11) 98765-4321"),
    ("98765-4321", "+5511987654321", "(11) 98765-4321"),
    ("8765-4321", "+5511987654321", "(11) 98765-4321"),
    ("011 98765 4321", "+5511987654321", "(11) 98765-4321"),
    ("+55 (011) 98765-4321", "+5511987654321", "(11) 98765-4321"),
    ("0 15 11 98765-4321", "+5511987654321", "(11) 98765-4321"),
    ("0 21 11 8765-4321", "+5511987654321", "(11) 98765-4321"),
    ("0xx11 98765-4321", "+5511987654321", "(11) 98765-4321"),
    ("9090 98765-4321", "+5511987654321", "(11) 98765-4321"),
    ("9090 8765-4321", "+5511987654321", "(11) 98765-4321"),
    ("9090 11 98765-4321", "+5511987654321", "(11) 98765-4321"),
    ("90 15 11 98765-4321", "+5511987654321", "(11) 98765-4321"),
    ("00 55 11 98765-4321", "+5511987654321", "(11) 98765-4321"),
    ("9090-1234", "+5511990901234", "(11) 99090-1234"),
    // Landlines: the ninth digit is another subscriber.
    ("3242-4433", "+551132424433", "(11) 3242-4433"),
    ("(11) 3242-4433", "+551132424433", "(11) 3242-4433"),
    ("0 15 11 3242-4433", "+551132424433", "(11) 3242-4433"),
    ("0011 3242-4433", "+551132424433", "(11) 3242-4433"),
    ("9090 3242-4433", "+551132424433", "(11) 3242-4433"),
    ("(11) 93242-4433", "+5511932424433", "(11) 93242-4433"),
    ("(21) 3242-4433", "+552132424433", "(21) 3242-4433"),
    // Area code 55, which is not the country.
    ("(55) 3242-4433", "+555532424433", "(55) 3242-4433"),
    ("55987654321", "+5555987654321", "(55) 98765-4321"),
    ("00 55 55 3000-0000", "+555530000000", "(55) 3000-0000"),
    ("+55 55 98765-4321", "+5555987654321", "(55) 98765-4321"),
    // The same number all over Brazil.
    ("0800 123 4567", "+558001234567", "0800 123 4567"),
    ("+55 800 123 4567", "+558001234567", "0800 123 4567"),
    ("0800 12 3456", "+55800123456", "0800 12 3456"),
    ("0300 123 4567", "+553001234567", "0300 123 4567"),
    ("4004-1234", "+5540041234", "4004-1234"),
    ("3003-1234", "+5530031234", "3003-1234"),
    // Other countries.
    ("+1 212 555 0123", "+12125550123", "+1 212-555-0123"),
    ("00 1 212 555 0123", "+12125550123", "+1 212-555-0123"),
    ("00 15 1 212 555 0123", "+12125550123", "+1 212-555-0123"),
    ("00 55 1 212 555 0123", "+12125550123", "+1 212-555-0123"),
    ("12125550123", "+12125550123", "+1 212-555-0123"),
    ("+44 (0)20 7946 0018", "+442079460018", "+44 20 7946 0018"),
    ("0044 20 7946 0018", "+442079460018", "+44 20 7946 0018"),
    ("442079460018", "+442079460018", "+44 20 7946 0018"),
    ("+33 1 99 00 12 34", "+33199001234", "+33 1 99 00 12 34"),
    ("00 33 9 72 34 56 78", "+33972345678", "+33 9 72 34 56 78"),
    ("902123456789", "+902123456789", "+90 212 345 67 89"),
    ("+39 06 1234 5678", "+390612345678", "+39 06 1234 5678"),
    ("+54 9 11 2345-6789", "+5491123456789", "+54 9 11 2345-6789"),
    ("+52 1 81 1234 5678", "+528112345678", "+52 81 1234 5678"),
    ("+351 912 345 678", "+351912345678", "+351 912 345 678"),
];

#[test]
fn numbers_are_read_alike_from_a_pbx_and_from_a_field() {
    for &(text, key, shown) in NUMBERS {
        let caller = Caller::parse(text, SAO_PAULO);
        assert_eq!(caller.key(), Some(key), "caller {text}");
        assert_eq!(caller.for_people(), shown, "caller {text}");
        assert_eq!(matching_keys(text, SAO_PAULO), [key], "stored {text}");
        assert_eq!(matching_keys(key, None), [key], "the key of {text} is its own key");
        assert_eq!(matching_keys(shown, None), [key], "{text} shown and read again");
    }
}

#[test]
fn callers_who_are_no_number() {
    let extension = |digits: &str| Caller::Extension(digits.to_owned());
    let other = |kept: &str| Caller::Other(kept.to_owned());
    let table = [
        ("200", extension("200")),
        ("0123", extension("0123")),
        ("\"Nadia\" <201>", extension("201")),
        ("sip:201@10.0.0.1:5060", extension("201")),
        ("190", extension("190")),
        ("10315", extension("10315")),
        ("201\r\nEvent: Fake 999", extension("201")),
        ("", Caller::Hidden),
        ("anonymous", Caller::Hidden),
        ("<unknown>", Caller::Hidden),
        ("Restricted+*", Caller::Hidden),
        ("１９０", Caller::Hidden),
        ("*43", other("*43")),
        ("1234567", other("1234567")),
        ("+190", other("+190")),
        ("+999 123 4567", other("+9991234567")),
        ("4920100000000000", other("4920100000000000")),
        ("(10) 3242-4433", other("1032424433")),
        ("(11) 1242-4433", other("1112424433")),
        ("+55 11 12345", other("+551112345")),
        ("11+98765", other("11+98765")),
        (&"9".repeat(100), other(&"9".repeat(32))),
    ];
    for (text, expected) in table {
        assert_eq!(Caller::parse(text, SAO_PAULO), expected, "{text}");
        assert_eq!(matching_keys(text, SAO_PAULO), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn service_codes_around_a_caller_are_dropped() {
    for text in ["#31#11987654321", "*31#11987654321", "11987654321#", "+5511987654321\r\nEvent: Fake"] {
        assert_eq!(Caller::parse(text, None).key(), Some("+5511987654321"), "{text}");
    }
}

#[test]
fn fields_with_more_than_a_number() {
    let table: [(&str, &[&str]); 9] = [
        ("(11) 3242-4433 ramal 12", &["+551132424433"]),
        ("3242-4433 r.4433", &["+551132424433"]),
        ("Tel: 3242-4433 / 98765-4321", &["+551132424433", "+5511987654321"]),
        ("(11) 3242-4433 (11) 98765-4321", &["+551132424433", "+5511987654321"]),
        ("+551132424433+5511987654321", &["+551132424433", "+5511987654321"]),
        ("8765-4321, 98765-4321", &["+5511987654321"]),
        ("11 3242–4433", &["+551132424433"]),
        ("11 3242-4433#12", &["+551132424433"]),
        ("a ligar: sem telefone", &[]),
    ];
    for (text, keys) in table {
        assert_eq!(matching_keys(text, SAO_PAULO), keys, "{text}");
    }
}

#[test]
fn without_a_default_area_a_local_number_matches_nobody() {
    for area in [None, Some(""), Some("10"), Some("onze")] {
        assert_eq!(Caller::parse("3242-4433", area), Caller::Other("32424433".to_owned()));
        assert!(matching_keys("98765-4321", area).is_empty());
        assert_eq!(matching_keys("4004-1234", area), ["+5540041234"]);
    }
    assert_eq!(matching_keys("3242-4433", Some(" 021 ")), ["+552132424433"]);
}

#[test]
fn speech_is_digit_by_digit() {
    assert_eq!(Caller::parse("1132424433", None).for_speech(), "1 1, 3 2 4 2, 4 4 3 3");
    assert_eq!(Caller::parse("201", None).for_speech(), "2 0 1");
    assert_eq!(Caller::Hidden.for_speech(), "");
}

#[test]
fn kinds() {
    let kind = |text: &str| match Caller::parse(text, SAO_PAULO) {
        Caller::Number(number) => Some(number.kind()),
        _ => None,
    };
    assert_eq!(kind("8765-4321"), Some(Kind::Mobile));
    assert_eq!(kind("3242-4433"), Some(Kind::Landline));
    assert_eq!(kind("0800 123 4567"), Some(Kind::Service));
    assert_eq!(kind("+1 212 555 0123"), Some(Kind::Abroad));
}

/// Area codes, the lowest and the highest of each series among them.
fn area() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["11", "19", "21", "28", "31", "38", "44", "47", "51", "55", "61", "71", "79", "85", "99"])
}

/// Digits behind the prefixes that mean something.
fn prefixed() -> &'static str {
    "([+](55|1|44|52|54|39)?|0|00|0015|0055|9090|90|9021|55|044)?(11|55|0800|4004)?[0-9]{5,12}"
}

/// The ways in which a subscriber's number of an area is written.
fn ways(area: &str, number: &str) -> Vec<String> {
    let (prefix, end) = number.split_at(number.len() - 4);
    vec![
        format!("{area}{number}"),
        format!("0{area}{number}"),
        format!("041{area}{number}"),
        format!("({area}) {prefix}-{end}"),
        format!("({area}){prefix}.{end}"),
        format!("+55{area}{number}"),
        format!("+55 {area} {prefix}-{end}"),
        format!("+55 (0{area}) {prefix} {end}"),
        format!("55{area}{number}"),
        format!("0055{area}{number}"),
        format!("9090{area}{number}"),
        format!("9015{area}{number}"),
        format!("0xx{area} {prefix}-{end}"),
    ]
}

/// The one key of a stored text, read without a default area.
fn key(stored: &str) -> String {
    matching_keys(stored, None).join(" and ")
}

proptest! {
    #[test]
    fn every_way_of_writing_a_landline_is_one_key(area in area(), number in "[2-5][0-9]{7}") {
        let expected = format!("+55{area}{number}");
        for way in ways(area, &number) {
            prop_assert_eq!(key(&way), expected.as_str(), "stored {}", way);
            let caller = Caller::parse(&way, None);
            prop_assert_eq!(caller.key(), Some(expected.as_str()), "caller {}", way);
            prop_assert_eq!(key(&caller.for_people()), expected.as_str(), "shown {}", caller.for_people());
        }
    }

    #[test]
    fn every_way_of_writing_a_mobile_is_one_key(area in area(), number in "[6-9][0-9]{7}") {
        let expected = format!("+55{area}9{number}");
        let long = format!("9{number}");
        for way in ways(area, &number).into_iter().chain(ways(area, &long)) {
            prop_assert_eq!(key(&way), expected.as_str(), "stored {}", way);
            let caller = Caller::parse(&way, None);
            prop_assert_eq!(caller.key(), Some(expected.as_str()), "caller {}", way);
            prop_assert_eq!(key(&caller.for_people()), expected.as_str(), "shown {}", caller.for_people());
        }
    }

    #[test]
    fn a_landline_never_matches_with_a_ninth_digit(area in area(), number in "[2-5][0-9]{7}") {
        let long = format!("9{number}");
        for (short, long) in ways(area, &number).iter().zip(ways(area, &long)) {
            prop_assert_ne!(key(short), key(&long));
        }
    }

    #[test]
    fn other_subscribers_have_other_keys(area in area(), one in "[2-9][0-9]{7}", two in "[2-9][0-9]{7}") {
        prop_assume!(one != two);
        prop_assert_ne!(key(&format!("{area}{one}")), key(&format!("{area}{two}")));
    }

    #[test]
    fn a_key_is_its_own_key(text in prefixed()) {
        for found in matching_keys(&text, SAO_PAULO) {
            prop_assert!(found.len() <= 16 && found.starts_with('+'), "{}", found);
            prop_assert_eq!(key(&found), found.as_str());
            let caller = Caller::parse(&found, None);
            prop_assert_eq!(caller.key(), Some(found.as_str()));
        }
    }

    #[test]
    fn a_field_and_a_caller_agree(text in prefixed()) {
        let caller = Caller::parse(&text, SAO_PAULO);
        let keys = matching_keys(&text, SAO_PAULO);
        prop_assert_eq!(caller.key(), keys.first().map(String::as_str));
    }

    #[test]
    fn arbitrary_text_does_not_panic(text in any::<String>(), area in any::<Option<String>>()) {
        let caller = Caller::parse(&text, area.as_deref());
        let shown = format!("{}{}", caller.for_people(), caller.for_speech());
        prop_assert!(shown.is_ascii());
        prop_assert!(matching_keys(&text, area.as_deref()).iter().all(|key| key.is_ascii()));
    }

    #[test]
    fn dialable_text_does_not_panic(text in "[0-9+*#@; \r\n()xé-]{0,60}") {
        if let Caller::Other(kept) = Caller::parse(&text, SAO_PAULO) {
            prop_assert!(kept.len() <= 32 && kept.bytes().all(|b| b"0123456789+*#".contains(&b)));
        }
        prop_assert!(matching_keys(&text, SAO_PAULO).iter().all(|key| key.len() <= 16));
    }
}
