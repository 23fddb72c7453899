use super::*;
use contract::telephony::SituationLabel;
use proptest::prelude::*;

const ZONE: Tz = chrono_tz::America::Sao_Paulo;

fn counted(count: usize, number: Option<i64>) -> RequestCount {
    RequestCount { count, number }
}

fn listed(numbers: &[i64]) -> RequestNumbers {
    RequestNumbers { count: numbers.len(), numbers: numbers.to_vec() }
}

fn facts(situation: Situation, label: &str, deadline: Option<&str>, within_deadline: bool) -> RequestFacts {
    RequestFacts {
        number: 34534,
        opened_at: "2026-11-22T17:10:00Z".parse().unwrap(),
        deadline_at: deadline.map(|at| at.parse().unwrap()),
        situation: SituationLabel { code: situation, label: label.to_owned() },
        within_deadline,
    }
}

#[test]
fn counts_are_what_dialplans_expect() {
    assert_eq!(count_text(&counted(0, None)), "");
    assert_eq!(count_text(&counted(1, Some(34534))), "1?34534");
    assert_eq!(count_text(&counted(3, None)), "3");
    assert_eq!(list_text(&listed(&[1, 2])), "1?2");
    assert_eq!(list_text(&listed(&[])), "");
}

#[test]
fn facts_are_what_the_page_shows() {
    let running = facts(Situation::InProgress, "Em andamento", Some("2026-11-23T15:10:00Z"), true);
    assert_eq!(facts_text(&running, ZONE), "34534?2026-11-22 14:10?2026-11-23 12:10?Em andamento?S");
    let late = facts(Situation::Suspended, "Suspensa", None, false);
    assert_eq!(facts_text(&late, ZONE), "34534?2026-11-22 14:10??Suspensa?N");
}

#[test]
fn sentences_are_good_to_hear() {
    let running = facts(Situation::InProgress, "Em andamento", Some("2026-11-23T16:00:00Z"), true);
    assert_eq!(
        facts_voice(&running, ZONE, Language::Portuguese),
        "A solicitação 3 4 5 3 4 está em andamento e foi aberta em 22 de novembro de 2026, às 14 horas e 10 minutos. \
         O prazo vai até 23 de novembro de 2026, às 13 horas."
    );
    let met = facts(Situation::Resolved, "Resuelta", Some("2026-11-23T04:01:00Z"), true);
    assert_eq!(
        facts_voice(&met, ZONE, Language::Spanish),
        "La solicitud 3 4 5 3 4 está resuelta y se abrió el 22 de noviembre de 2026, a las 14 horas y 10 minutos. \
         Terminó dentro del plazo."
    );
    let passed = facts(Situation::Reopened, "Reopened", Some("2026-11-23T04:01:00Z"), false);
    assert_eq!(
        facts_voice(&passed, ZONE, Language::English),
        "Request 3 4 5 3 4 is reopened. It was opened on 22 November 2026, at 14 hours and 10 minutes. \
         Its deadline passed on 23 November 2026, at 1 hour and 1 minute."
    );
    let none = facts(Situation::InProgress, "Em andamento", None, true);
    assert!(facts_voice(&none, ZONE, Language::Portuguese).ends_with("às 14 horas e 10 minutos."));
    assert_eq!(count_voice(&counted(0, None), Language::Portuguese), "Você não tem solicitação em andamento.");
    assert_eq!(count_voice(&counted(1, Some(12)), Language::English), "You have one request in progress, number 1 2.");
    assert_eq!(count_voice(&counted(2, None), Language::Spanish), "Usted tiene 2 solicitudes en curso.");
    assert_eq!(
        list_voice(&listed(&[12, 34]), Language::Portuguese),
        "As suas solicitações em andamento são: 1 2; 3 4."
    );
}

#[test]
fn counts_and_lists_agree_in_number() {
    for (language, counts, lists) in [
        (
            Language::Portuguese,
            [
                "Você não tem solicitação em andamento.",
                "Você tem uma solicitação em andamento, número 1 2.",
                "Você tem 21 solicitações em andamento.",
            ],
            [
                "Você não tem solicitação em andamento.",
                "A sua solicitação em andamento é a 1 2.",
                "As suas solicitações em andamento são: 1 2; 3 4 5 6 7.",
            ],
        ),
        (
            Language::Spanish,
            [
                "Usted no tiene solicitudes en curso.",
                "Usted tiene una solicitud en curso, número 1 2.",
                "Usted tiene 21 solicitudes en curso.",
            ],
            [
                "Usted no tiene solicitudes en curso.",
                "Su solicitud en curso es la 1 2.",
                "Sus solicitudes en curso son: 1 2; 3 4 5 6 7.",
            ],
        ),
        (
            Language::English,
            [
                "You have no request in progress.",
                "You have one request in progress, number 1 2.",
                "You have 21 requests in progress.",
            ],
            [
                "You have no request in progress.",
                "Your request in progress is 1 2.",
                "Your requests in progress are: 1 2; 3 4 5 6 7.",
            ],
        ),
    ] {
        for (found, said) in [counted(0, None), counted(1, Some(12)), counted(21, None)].iter().zip(counts) {
            assert_eq!(count_voice(found, language), said);
        }
        for (numbers, said) in [&[][..], &[12], &[12, 34567]].into_iter().zip(lists) {
            assert_eq!(list_voice(&listed(numbers), language), said);
        }
    }
}

#[test]
fn every_hour_and_minute_can_be_said() {
    let day = "2026-01-01T00:00:00".parse::<NaiveDateTime>().unwrap();
    for language in Language::ALL {
        for minute in 0..24 * 60 {
            let said = spoken(*language, day + chrono::TimeDelta::minutes(minute));
            assert!(!said.contains('{') && !said.contains("  ") && !said.contains("telephony"), "{said}");
        }
    }
    let at = |hour: u32, minute: u32| day.with_hour(hour).unwrap().with_minute(minute).unwrap();
    assert_eq!(spoken(Language::Portuguese, at(0, 0)), "1º de janeiro de 2026, à meia-noite");
    assert_eq!(spoken(Language::Portuguese, at(1, 1)), "1º de janeiro de 2026, à 1 hora e 1 minuto");
    assert_eq!(spoken(Language::Portuguese, at(0, 5)), "1º de janeiro de 2026, à meia-noite e 5 minutos");
    assert_eq!(spoken(Language::Spanish, at(1, 0)), "1 de enero de 2026, a la 1 hora");
    assert_eq!(spoken(Language::English, at(9, 5)), "1 January 2026, at 9 hours and 5 minutes");
}

#[test]
fn endings_are_short_and_plain() {
    for good in ["EOF", ";", "a_b.c-d;"] {
        assert!(is_ending(good), "{good}");
    }
    for bad in ["", "123", "too-long-", "a b", "é", "a?b"] {
        assert!(!is_ending(bad), "{bad}");
    }
}

proptest! {
    /// A dialplan that takes the count apart finds what is there.
    #[test]
    fn counts_can_be_read_back(count in 0_usize..30, only in 1_i64..1_000_000) {
        let only = (count == 1).then_some(only);
        let text = count_text(&counted(count, only));
        let mut parts = text.split('?');
        let read = parts.next().filter(|part| !part.is_empty()).map_or(0, |part| part.parse::<usize>().unwrap());
        prop_assert_eq!(read, count);
        let number = parts.next().map(|part| part.parse::<i64>().unwrap());
        prop_assert_eq!(number, only);
    }
}
