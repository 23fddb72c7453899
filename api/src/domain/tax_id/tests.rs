use super::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn cpf() -> impl Strategy<Value = String> {
    any::<u64>().prop_map(|seed| Cpf::from_seed(seed).as_str().to_owned())
}

fn cnpj() -> impl Strategy<Value = String> {
    any::<(u64, bool)>().prop_map(|(seed, letters)| {
        let cnpj = if letters { Cnpj::alphanumeric_from_seed(seed) } else { Cnpj::from_seed(seed) };
        cnpj.as_str().to_owned()
    })
}

#[test]
fn known_ones_are_read_with_and_without_punctuation() {
    for (input, normalised) in [
        ("529.982.247-25", "52998224725"),
        ("52998224725", "52998224725"),
        (" 529 982 247 – 25\u{a0}", "52998224725"),
        ("11.222.333/0001-81", "11222333000181"),
        ("00.000.000/0001-91", "00000000000191"),
        // Receita Federal's own example of the alphanumeric form.
        ("12.ABC.345/01DE-35", "12ABC34501DE35"),
        ("12abc34501de35", "12ABC34501DE35"),
    ] {
        assert_eq!(TaxId::parse(input).map(|id| id.as_str().to_owned()), Ok(normalised.to_owned()), "{input}");
    }
}

#[test]
fn wrong_ones_are_told_why() {
    for (input, error) in [
        ("", TaxIdError::Empty),
        (" .-/", TaxIdError::Empty),
        ("529.982.247-26", TaxIdError::CheckDigits),
        ("5299822472", TaxIdError::Length),
        ("529982247250", TaxIdError::Length),
        ("5299822472A", TaxIdError::Character),
        ("529.982.247_25", TaxIdError::Length),
        ("５２９９８２２４７２５", TaxIdError::Character),
        ("111.111.111-11", TaxIdError::Repeated),
        ("000.000.000-00", TaxIdError::Repeated),
        ("00.000.000/0000-00", TaxIdError::Repeated),
        ("11.111.111/1111-11", TaxIdError::Repeated),
        ("AAAAAAAAAAAAAA", TaxIdError::Character),
        ("12.ABC.345/01DE-3A", TaxIdError::Character),
        ("12.ABC.345/01DE-36", TaxIdError::CheckDigits),
        ("12.ÁBC.345/01DE-35", TaxIdError::Character),
    ] {
        assert_eq!(TaxId::parse(input), Err(error), "{input}");
    }
}

#[test]
fn they_are_written_and_masked() {
    let cpf = TaxId::parse("52998224725").unwrap();
    assert_eq!(cpf.formatted(), "529.982.247-25");
    assert_eq!(cpf.masked(), "***.982.247-**");
    let cnpj = TaxId::parse("12ABC34501DE35").unwrap();
    assert_eq!(cnpj.formatted(), "12.ABC.345/01DE-35");
    assert_eq!(cnpj.masked(), "**.ABC.345/****-**");
}

#[test]
fn debug_never_shows_the_value() {
    assert_eq!(format!("{:?}", TaxId::parse("52998224725")), "Ok(Cpf(…))");
    assert_eq!(format!("{:?}", TaxId::parse("12ABC34501DE35")), "Ok(Cnpj(…))");
}

#[test]
fn zeros_lost_by_a_spreadsheet_come_back() {
    for (cell, restored) in [
        ("1234567890", "01234567890"),
        ("191", "00000000191"),
        ("191.0", "00000000191"),
        ("52998224725,0", "52998224725"),
        ("529.982.247-25", "52998224725"),
        ("111222333001", "00111222333001"),
        ("1222333000181", "01222333000181"),
        ("12.abc.345/01de-35", "12ABC34501DE35"),
        ("", ""),
        ("5,29982E+10", "5,29982E+10"),
    ] {
        assert_eq!(restore_zeros(cell), restored.replace('.', ""), "{cell}");
    }
    assert_eq!(TaxId::from_spreadsheet("5,29982E+10"), Err(TaxIdError::Character));
    assert_eq!(TaxId::from_spreadsheet("0"), Err(TaxIdError::Repeated));
}

#[test]
fn seeds_give_different_valid_ones() {
    let all: BTreeSet<String> = (0..3_000)
        .flat_map(|n| {
            let (cpf, cnpj, new) = (Cpf::from_seed(n), Cnpj::from_seed(n), Cnpj::alphanumeric_from_seed(n));
            [cpf.as_str().to_owned(), cnpj.as_str().to_owned(), new.as_str().to_owned()]
        })
        .collect();
    assert_eq!(all.len(), 9_000);
    assert!(all.iter().all(|id| TaxId::parse(id).is_ok()));
}

#[test]
fn the_norm_itself_lets_a_few_mistakes_pass() {
    assert!(TaxId::parse("64260326201").is_ok() && TaxId::parse("74260326201").is_ok());
}

proptest! {
    #[test]
    fn round_trips(plain in prop_oneof![cpf(), cnpj()]) {
        let id = TaxId::parse(&plain).unwrap();
        prop_assert_eq!(id.as_str(), &plain);
        prop_assert_eq!(TaxId::parse(&id.formatted()), Ok(id));
        prop_assert_eq!(TaxId::parse(&id.formatted().to_lowercase()), Ok(id));
        prop_assert_eq!(id.masked().len(), id.formatted().len());
        prop_assert_eq!(format!("{id:?}").chars().filter(char::is_ascii_digit).count(), 0);
    }

    #[test]
    fn a_cpf_survives_a_spreadsheet(plain in cpf()) {
        let number: u64 = plain.parse().unwrap();
        prop_assert_eq!(TaxId::from_spreadsheet(&number.to_string()), TaxId::parse(&plain));
        prop_assert_eq!(TaxId::from_spreadsheet(&format!("{number}.0")), TaxId::parse(&plain));
    }

    /// Since the rests 0 and 1 are both written 0, the norm itself cannot tell a
    /// few of those with a first check digit 0 apart.
    #[test]
    fn any_other_digit_is_noticed(plain in prop_oneof![cpf(), cnpj()], place in 0_usize..14, step in 1_u8..10) {
        let mut bytes = plain.into_bytes();
        let place = place % bytes.len();
        let noticeable = bytes[place].is_ascii_digit() && bytes[bytes.len() - 2] != b'0';
        bytes[place] = b'0' + (bytes[place] - b'0' + step) % 10;
        prop_assert!(!noticeable || TaxId::parse(std::str::from_utf8(&bytes).unwrap()).is_err());
    }

    /// Letters eleven apart (A and L, say) count the same: the norm's own limit.
    #[test]
    fn any_other_character_is_noticed(plain in cnpj(), place in 0_usize..12, other in b'A'..=b'Z') {
        let mut bytes = plain.into_bytes();
        let noticeable = bytes[place].abs_diff(other) % 11 != 0 && bytes[bytes.len() - 2] != b'0';
        bytes[place] = other;
        prop_assert!(!noticeable || TaxId::parse(std::str::from_utf8(&bytes).unwrap()).is_err());
    }

    #[test]
    fn swapped_neighbours_are_noticed(plain in prop_oneof![cpf(), cnpj()], place in 0_usize..11) {
        let mut bytes = plain.into_bytes();
        let place = place % (bytes.len() - 3);
        let noticeable = bytes[place].abs_diff(bytes[place + 1]) % 11 != 0 && bytes[bytes.len() - 2] != b'0';
        bytes.swap(place, place + 1);
        prop_assert!(!noticeable || TaxId::parse(std::str::from_utf8(&bytes).unwrap()).is_err());
    }

    #[test]
    fn nothing_makes_it_panic(text in "\\PC{0,20}", digits in "[0-9A-Z./-]{0,20}") {
        for input in [text, digits] {
            let _ = TaxId::parse(&input);
            let _ = TaxId::from_spreadsheet(&input);
        }
    }
}
