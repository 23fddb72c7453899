use super::*;
use contract::Language::{self, English, Portuguese, Spanish};

fn week(days: [&[Stretch]; 7]) -> Calendar {
    Calendar::new(Tz::UTC, days.map(<[Stretch]>::to_vec), BTreeMap::new()).unwrap()
}

fn sentences(calendar: &Calendar) -> [String; 3] {
    [Portuguese, Spanish, English].map(|language| calendar.describe(language))
}

#[test]
fn office_hours_in_words() {
    let mut simple =
        week(std::array::from_fn(|day| if day < 5 { &[Stretch { from: 480, to: 1080 }][..] } else { &[] }));
    simple.exceptions.insert(NaiveDate::default(), Exception { name: "Ano-novo".to_owned(), hours: Vec::new() });
    assert_eq!(
        sentences(&simple),
        [
            "segunda a sexta, das 8h às 18h, exceto feriados",
            "de lunes a viernes, de 8:00 a 18:00, excepto festivos",
            "Monday to Friday, 8:00 to 18:00, except holidays",
        ]
    );
    assert_eq!(
        sentences(&office(Tz::UTC)),
        [
            "segunda a sexta, das 8h às 12h e das 13h às 18h, exceto feriados e datas com horário próprio",
            "de lunes a viernes, de 8:00 a 12:00 y de 13:00 a 18:00, excepto festivos y fechas con horario propio",
            "Monday to Friday, 8:00 to 12:00 and 13:00 to 18:00, except holidays and dates with hours of their own",
        ]
    );
}

#[test]
fn other_hours_in_words() {
    let (day, morning) = (&[stretch(480, 1080)][..], &[stretch(480, 750)][..]);
    let (touching, night) = (&[stretch(480, 720), stretch(720, 1080)][..], &[stretch(0, 90), stretch(1380, 1440)][..]);
    for (calendar, expected) in [
        (all_day(Tz::UTC), "todos os dias, 24 horas"),
        (week([day; 7]), "todos os dias, das 8h às 18h"),
        (
            week([day, touching, day, touching, day, morning, &[]]),
            "segunda a sexta, das 8h às 18h; sábado, das 8h às 12h30",
        ),
        (week([day, &[], day, &[], day, &[], &[]]), "segunda, quarta e sexta, das 8h às 18h"),
        (week([day, day, &[], day, day, day, &[]]), "segunda, terça e quinta a sábado, das 8h às 18h"),
        (week([&[], &[], &[], &[], &[], night, night]), "sábado e domingo, da 0h à 1h30 e das 23h às 24h"),
    ] {
        assert_eq!(calendar.describe(Portuguese), expected);
    }
}

#[test]
fn dates_with_hours_of_their_own_in_words() {
    let office = office(America::Sao_Paulo);
    let (from, to) = (utc("2026-12-24T12:00:00"), utc("2026-12-26T00:00:00"));
    let lines = |language: Language| office.describe_exceptions(from, to, language);
    assert_eq!(lines(Portuguese), ["24/12/2026 – Véspera de Natal: das 8h às 12h", "25/12/2026 – Natal: fechado"]);
    assert_eq!(lines(English), ["24 Dec 2026 – Véspera de Natal: 8:00 to 12:00", "25 Dec 2026 – Natal: closed"]);
    assert!(office.describe_exceptions(to, from, Spanish).is_empty());
    assert_eq!(office.describe_exceptions(from, from, Spanish).len(), 1);
}

proptest! {
    #[test]
    fn every_calendar_can_be_described((calendar, _) in calendar_and_instant()) {
        for sentence in sentences(&calendar) {
            prop_assert!(!sentence.contains(['{', '$']) && !sentence.contains("calendar-"), "{}", sentence);
        }
    }
}
