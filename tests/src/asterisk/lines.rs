//! Changes of calls as the lines of `tests/asterisk/expected`.

use solicita::domain::telephony::ami::calls::{CallResult, Change, Leg, Verification, WithdrawReason};

/// The end of an id.
fn short(id: &str) -> &str {
    id.rsplit('.').next().unwrap()
}

fn or_dash(text: &Option<String>) -> &str {
    text.as_deref().unwrap_or("-")
}

fn facts(leg: &Leg) -> String {
    let name = leg.caller_name.as_ref().map_or("-".to_owned(), |name| format!("\"{name}\""));
    let unverified = if leg.verification > Verification::Unverified { "" } else { " UNVERIFIED" };
    let (number, queue, dialled) = (or_dash(&leg.caller_number), or_dash(&leg.queue), or_dash(&leg.dialled));
    let (call, id, extension) = (short(&leg.call), short(&leg.leg), &leg.extension);
    format!("{call}/{id} at {extension} from {number} {name} queue {queue} dialled {dialled}{unverified}")
}

fn result(result: CallResult) -> &'static str {
    match result {
        CallResult::Answered => "answered",
        CallResult::Missed => "missed",
        CallResult::Busy => "busy",
        CallResult::Declined => "declined",
        CallResult::Abandoned => "abandoned",
    }
}

/// A change as a line; `tests/asterisk/expected/README.txt` describes the format.
#[must_use]
pub fn line(time: i64, change: &Change) -> String {
    let at = |call: &str, leg: &str, extension: &str| format!("{}/{} at {extension}", short(call), short(leg));
    let text = match change {
        Change::Ringing(leg) => format!("ringing {}", facts(leg)),
        Change::Answered(leg) => format!("answered {}", facts(leg)),
        Change::Confirmed { call, leg, extension, .. } => format!("confirmed {}", at(call, leg, extension)),
        Change::Withdrawn { call, leg, extension, reason } => {
            let reason = match reason {
                WithdrawReason::AnsweredElsewhere => "answered-elsewhere",
                WithdrawReason::CallerGaveUp => "caller-gave-up",
                WithdrawReason::NotListed => "not-listed",
                WithdrawReason::Lost => "lost",
            };
            format!("withdrawn {} {reason}", at(call, leg, extension))
        }
        Change::Ended { call, leg, extension, result: how, talked_seconds, cause } => {
            let cause = cause.map_or("-".to_owned(), |cause| cause.to_string());
            format!("ended {} {} talked {talked_seconds} cause {cause}", at(call, leg, extension), result(*how))
        }
        Change::Finished(summary) => {
            let (number, by) = (or_dash(&summary.caller_number), or_dash(&summary.answered_by));
            let tried = if summary.extensions.is_empty() { "-".to_owned() } else { summary.extensions.join(",") };
            let (queue, dialled) = (or_dash(&summary.queue), or_dash(&summary.dialled));
            let (how, talked) = (result(summary.result), summary.talked_seconds);
            let lost = if summary.lost { " LOST" } else { "" };
            let unverified = if summary.verification > Verification::Unverified { "" } else { " UNVERIFIED" };
            let call = short(&summary.call);
            format!(
                "finished {call} {how} from {number} queue {queue} dialled {dialled} tried {tried} by {by} talked {talked}{unverified}{lost}"
            )
        }
    };
    format!("{}.{:03} {text}", time / 1000, time % 1000)
}

/// The expected lines for a recording, which a person wrote.
#[must_use]
pub fn expected(recording: &str) -> Vec<String> {
    let path = format!("{}/asterisk/expected/{recording}.txt", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}
