use super::*;
use crate::domain::text::TextError;
use contract::admin::{ParameterType, SECRET_SET, TemplateKind};
use proptest::prelude::*;

fn parameters(values: &[(i32, &str)]) -> Parameters {
    Parameters::new(values.iter().map(|(id, value)| (*id, (*value).to_owned())).collect())
}

fn check(id: i32, value: &str) -> Result<String, ParameterError> {
    validate_shape(definition(id).unwrap(), value)
}

#[test]
fn the_catalogue_is_the_one_of_the_product_page() {
    let numbers: Vec<i32> = CATALOGUE.iter().map(|definition| definition.id).collect();
    let original = [
        9, 137, 138, 171, 177, 178, 179, 180, 195, 197, 251, 252, 253, 262, 263, 264, 270, 281, 282, 283, 290, 291,
        297, 298, 299, 300, 301, 302, 371, 372, 417,
    ];
    assert_eq!(numbers, original.into_iter().chain(1001..=1021).collect::<Vec<_>>());
}

#[test]
fn defaults_are_those_of_the_product_page() {
    let none = Parameters::default();
    for id in [252, 298, 300, 301, 371, 1016, 1017] {
        assert!(none.yes(id), "{id}");
    }
    for id in [177, 264, 281, 282, 297, 299, 302, 372, 1018] {
        assert!(!none.yes(id), "{id}");
    }
    let numbers = [
        (171, 5),
        (1008, 5),
        (1009, 20),
        (1010, 20),
        (1011, 1000),
        (1012, 12),
        (1013, 24),
        (1015, 7),
        (1019, 60),
        (1021, 4),
    ];
    for (id, number) in numbers {
        assert_eq!(none.number(id), number, "{id}");
    }
    for id in [9, 137, 138, 195, 197, 251, 253, 290, 291, 417, 1001, 1007, 1014] {
        assert_eq!(none.id_of(id), None, "{id}");
    }
    assert_eq!((none.category(262), none.origin(263)), (None, None));
    assert!(!none.yes(4711) && none.value(4711).is_empty());
}

#[test]
fn definitions_hold_together() {
    for definition in CATALOGUE {
        assert_eq!(
            validate_shape(definition, definition.default).as_deref(),
            Ok(definition.default),
            "{}",
            definition.id
        );
        let is_template = definition.value_type == ParameterType::Template;
        assert_eq!(definition.template_kind.is_some(), is_template, "{}", definition.id);
        let is_number = definition.value_type == ParameterType::Number;
        assert_eq!((definition.min.is_some(), definition.max.is_some()), (is_number, is_number), "{}", definition.id);
        for language in Language::ALL {
            for (key, text) in [("name", definition.name(*language)), ("help", definition.help(*language))] {
                assert_ne!(text, format!("parameter-{}-{key}", definition.id), "{language}");
            }
        }
    }
    assert_eq!(definition(ids::MESSAGE_TEMPLATE).and_then(|d| d.template_kind), Some(TemplateKind::Message));
    assert_eq!(definition(ids::PASSWORD_LINK_TEMPLATE).and_then(|d| d.template_kind), Some(TemplateKind::Password));
}

#[test]
fn values_are_read_as_they_were_typed() {
    let set = parameters(&[(299, "y"), (252, "n"), (171, "07"), (417, "12"), (262, "memo"), (263, "telephone")]);
    assert!(set.yes(299) && !set.yes(252));
    assert_eq!((set.number(171), set.id_of(417)), (7, Some(12)));
    assert_eq!((set.category(262), set.origin(263)), (Some(Category::Memo), Some(Origin::Telephone)));
    assert_eq!(set.value(299), "S");
    assert!(!set.with(299, "N").yes(299));
}

#[test]
fn values_that_do_not_fit_count_as_not_set() {
    let set = parameters(&[(298, "talvez"), (171, "-3"), (1009, "2000"), (417, "0"), (262, "registration"), (299, "")]);
    assert!(set.yes(298) && !set.yes(299));
    assert_eq!((set.number(171), set.number(1009)), (5, 20));
    assert_eq!((set.id_of(417), set.category(262)), (None, None));
}

#[test]
fn shapes_are_checked_and_normalised() {
    for (id, value, expected) in [
        (299, " y ", Ok("S")),
        (299, "S", Ok("S")),
        (299, "n", Ok("N")),
        (299, "sim", Err(ParameterError::NotYesNo)),
        (299, "", Ok("")),
        (171, "+07", Ok("7")),
        (171, "0", Ok("0")),
        (171, "-1", Err(ParameterError::TooSmall(0))),
        (171, "366", Err(ParameterError::TooLarge(365))),
        (171, "5 dias", Err(ParameterError::NotANumber)),
        (171, "1e3", Err(ParameterError::NotANumber)),
        (1009, "0", Err(ParameterError::TooSmall(1))),
        (1009, "1000", Ok("1000")),
        (417, "3", Ok("3")),
        (417, "0", Err(ParameterError::NotAnIdentifier)),
        (417, "x", Err(ParameterError::NotAnIdentifier)),
        (9, "99999999999999999999", Err(ParameterError::NotAnIdentifier)),
        (262, "diagnosis", Ok("diagnosis")),
        (262, "closure", Err(ParameterError::UnknownCategory)),
        (262, "12", Err(ParameterError::UnknownCategory)),
        (263, "portal", Ok("portal")),
        (263, "fax", Err(ParameterError::UnknownOrigin)),
        (178, " pbx.example.com ", Ok("pbx.example.com:5038")),
        (178, "[::1]:5039", Ok("[::1]:5039")),
        (178, "pbx.example.com:0", Err(ParameterError::NotAnAddress)),
        (178, "http://pbx", Err(ParameterError::NotAnAddress)),
        (180, "s3 cr'et", Ok("s3 cr'et")),
        (180, "a\r\nAction: Command", Err(ParameterError::BadText(TextError::ControlCharacter))),
        (1019, "4", Err(ParameterError::TooSmall(5))),
        (1020, "11", Ok("11")),
        (1020, "10", Err(ParameterError::NotAnAreaCode)),
        (1020, "011", Err(ParameterError::NotAnAreaCode)),
    ] {
        assert_eq!(check(id, value).as_deref(), expected.as_deref(), "{id} {value:?}");
    }
}

#[test]
fn what_does_not_work_is_told() {
    let ids = |set: &[(i32, &str)]| warnings(&parameters(set)).into_iter().map(|(id, _)| id).collect::<Vec<_>>();
    assert_eq!(ids(&[]), [251, 252]);
    assert_eq!(ids(&[(251, "1"), (252, "N")]), [0; 0]);
    assert_eq!(ids(&[(251, "1"), (253, "2"), (299, "S")]), [299]);
    assert_eq!(ids(&[(251, "1"), (253, "2"), (299, "S"), (417, "3")]), [0; 0]);
    assert_eq!(ids(&[(251, "1"), (253, "2"), (137, "3"), (195, "4")]), [137, 195]);
    assert_eq!(ids(&[(251, "1"), (253, "2"), (138, "3"), (197, "4")]), [138, 197]);
    assert_eq!(ids(&[(251, "1"), (252, "N"), (177, "S")]), [177, 177]);
    let whole = [(251, "1"), (252, "N"), (177, "S"), (178, "pbx"), (179, "monitor"), (180, "x"), (281, "S")];
    assert_eq!(ids(&whole), [0; 0]);
    for language in Language::ALL {
        let all = [[(137, "1"), (195, "1"), (299, "S"), (177, "S")], [(138, "1"), (197, "1"), (299, "N"), (281, "S")]]
            .map(|set| parameters(&set));
        for (id, key) in all.iter().flat_map(warnings) {
            let told = all.iter().find_map(|set| warning(set, id, *language)).unwrap();
            assert!(told != key && told.contains(' '), "{language} {key}");
        }
    }
    assert_eq!(warning(&Parameters::default(), 299, Language::English), None);
}

#[test]
fn every_refusal_has_a_sentence_in_each_language() {
    use ParameterError as E;
    for error in [
        E::NotYesNo,
        E::NotANumber,
        E::TooSmall(1_000),
        E::TooLarge(1_000),
        E::NotAnIdentifier,
        E::UnknownCategory,
        E::UnknownOrigin,
        E::BadText(TextError::Required),
        E::NotAnAddress,
        E::NotAnAreaCode,
        E::UnknownParameter,
        E::NoSuchTemplate,
        E::OtherTemplateKind,
        E::NoSuchGroup,
        E::NoSuchPerson,
        E::NoSuchService,
        E::NoServiceRequest,
        E::NoViewingService,
    ] {
        for language in Language::ALL {
            let told = error.to_field_error("value", *language);
            assert!(told.message.contains(' ') && !told.message.contains(['{', '$']), "{language} {told:?}");
        }
    }
    assert!(E::TooSmall(1_000).message(Language::English).contains("1000"));
    assert!(E::UnknownCategory.message(Language::Spanish).contains("customer_follow_up, status_update"));
}

#[test]
fn secrets_are_told_to_nobody() {
    let set = parameters(&[(180, "s3cret"), (178, "pbx:5038")]);
    assert_eq!(set.value(180), "s3cret");
    assert_eq!((redacted(180, "s3cret"), redacted(180, ""), redacted(178, "pbx")), (SECRET_SET, "", "pbx"));
    let shown = format!("{set:?}");
    assert!(shown.contains("pbx:5038") && !shown.contains("s3cret"), "{shown}");
}

proptest! {
    #[test]
    fn what_is_accepted_is_accepted_again(place in 0..CATALOGUE.len(), value in "[-+ 0-9SYNsyn]{0,4}|[a-z_]{3,12}|\\PC{0,8}") {
        let definition = &CATALOGUE[place];
        if let Ok(normalised) = validate_shape(definition, &value) {
            prop_assert_eq!(validate_shape(definition, &normalised), Ok(normalised.clone()));
            let set = Parameters::default().with(definition.id, &value);
            let expected = if normalised.is_empty() { definition.default } else { &normalised };
            prop_assert_eq!(set.value(definition.id), expected);
        }
    }
}
