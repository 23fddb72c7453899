//! What the tracker reports about calls.

use super::verification::Verification;
use chrono::{DateTime, Utc};

/// What a pop-up needs to know of a phone that rings or answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leg {
    /// The call: Asterisk's `Linkedid`, the `idChamada` of the web services.
    pub call: String,
    /// The phone's channel in the call: Asterisk's `Uniqueid`.
    pub leg: String,
    /// The extension, taken from the channel's name (`PJSIP/200-00000003` is 200). For a call to the outside it is
    /// the trunk's name.
    pub extension: String,
    /// The caller's number, only `[0-9+*#]`; `None` when it is withheld or unknown. Callers can forge it.
    pub caller_number: Option<String>,
    /// The caller's name, without escapes and control characters; `None` when it is unknown. Callers can forge it.
    pub caller_name: Option<String>,
    /// The queue through which the phone rings.
    pub queue: Option<String>,
    /// The number that the caller dialled first (the DID), only `[0-9+*#]`; `None` for a call that is known only from
    /// a list.
    pub dialled: Option<String>,
    /// What confirms that the phone's channel exists.
    pub verification: Verification,
}

/// How a leg or a call ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallResult {
    /// A phone answered.
    Answered,
    /// The phone rang, or no phone could be reached, and nobody answered.
    Missed,
    /// The phone was busy.
    Busy,
    /// The phone rejected the call (hang-up cause 21).
    Declined,
    /// The caller gave up while it rang or waited in a queue.
    Abandoned,
}

/// Why a pop-up is taken back although its phone has not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WithdrawReason {
    /// Another phone of the call answered, or picked it up. No `Ended` follows: the call was not missed here.
    AnsweredElsewhere,
    /// The caller hung up. `Ended` with [`CallResult::Abandoned`] follows.
    CallerGaveUp,
    /// A later, complete list of channels does not have it: it never existed, or the event of its end was lost.
    NotListed,
    /// It is no longer followed: the connection was lost, a limit was reached, or it is older than six hours.
    Lost,
}

/// Something that happened to a call.
///
/// A leg that rang gets one `Ringing` and at most one `Answered`; both are repeated when another phone of the same
/// extension is done before it. It ends with one `Ended`, or with one `Withdrawn` of another reason than
/// `CallerGaveUp`. Only an answer can come after that `Withdrawn`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A phone rings.
    Ringing(Leg),
    /// A leg that was reported with a weaker verification is now confirmed.
    Confirmed {
        /// The call.
        call: String,
        /// The leg.
        leg: String,
        /// The extension.
        extension: String,
        /// What confirms it now.
        verification: Verification,
    },
    /// A phone answered. It need not have rung before: a call can be picked up elsewhere, and a list can show a
    /// conversation that is under way.
    Answered(Leg),
    /// A pop-up is to be taken back.
    Withdrawn {
        /// The call.
        call: String,
        /// The leg.
        leg: String,
        /// The extension.
        extension: String,
        /// Why it is taken back.
        reason: WithdrawReason,
    },
    /// A phone that rang, answered or was busy no longer has the call.
    Ended {
        /// The call.
        call: String,
        /// The leg.
        leg: String,
        /// The extension.
        extension: String,
        /// How it ended.
        result: CallResult,
        /// Time from answer to hang-up, in whole seconds, rounded down.
        talked_seconds: u32,
        /// The cause in Asterisk's `Hangup` event (ITU-T Q.850).
        cause: Option<u16>,
    },
    /// All channels of a call have ended.
    Finished(Summary),
}

/// A summary of a call that is over. When a lost call turns up again after a reconnection, the same call gets another
/// summary; the later one counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The call: Asterisk's `Linkedid`.
    pub call: String,
    /// As in [`Leg`].
    pub caller_number: Option<String>,
    /// As in [`Leg`].
    pub caller_name: Option<String>,
    /// As in [`Leg`].
    pub dialled: Option<String>,
    /// The last queue the caller waited in.
    pub queue: Option<String>,
    /// The extensions that were tried, in order, each once. Empty when no phone was tried, because none was registered
    /// or only an IVR answered.
    pub extensions: Vec<String>,
    /// The extension that answered first.
    pub answered_by: Option<String>,
    /// Answered if any phone answered; otherwise abandoned if the caller gave up; otherwise the first of missed,
    /// declined and busy that any phone had; otherwise missed.
    pub result: CallResult,
    /// When the call was first seen, or began as far as a list tells.
    pub started: DateTime<Utc>,
    /// When its last channel hung up, or when the call was lost.
    pub ended: DateTime<Utc>,
    /// Time from answer to hang-up, summed over the phones that answered, in whole seconds, rounded down.
    pub talked_seconds: u32,
    /// The strongest verification of any channel of the call.
    pub verification: Verification,
    /// Whether the end was not seen ([`WithdrawReason::Lost`]). Then the result is what was known until then.
    pub lost: bool,
}
