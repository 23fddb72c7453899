use chrono::{DateTime, Utc};

/// What speaks for a channel being there, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Proof {
    /// Nothing: a caller may have forged it.
    Nothing,
    /// Events that fit, while they are all there is to go by ([`super::Trust::Events`]).
    Events,
    /// The PBX, in answer to a question.
    Answer,
}

/// What a pop-up needs to know of a phone that rings or answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leg {
    /// The call: Asterisk's `Linkedid`, the `idChamada` of the web services.
    pub call: String,
    /// The phone's part of it: Asterisk's `Uniqueid`.
    pub leg: String,
    /// The extension, from the channel's name (`PJSIP/200-00000003` is 200). For a call to the outside it is the
    /// trunk's name.
    pub extension: String,
    /// The caller's number, only `[0-9+*#]`; `None` for anonymous and unknown. Not to be trusted.
    pub caller_number: Option<String>,
    /// The caller's name, without escapes and control characters; `None` for unknown. Not to be trusted.
    pub caller_name: Option<String>,
    /// The queue through which the phone rings.
    pub queue: Option<String>,
    /// The number that the caller dialled first (the DID), only `[0-9+*#]`; unknown for a call learnt from a list.
    pub dialled: Option<String>,
    /// What speaks for it.
    pub proof: Proof,
}

/// How a leg or a call ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallResult {
    /// Somebody talked.
    Answered,
    /// It rang (or nobody could be rung) and nobody answered.
    Missed,
    /// The phone said that it is busy.
    Busy,
    /// The phone rejected the call (hang-up cause 21).
    Declined,
    /// The caller gave up while it rang or waited in a queue.
    Abandoned,
}

/// Why a phone stopped to matter without having answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WithdrawReason {
    /// Another phone of the call answered, or picked it up. No `Ended` follows: the call was not missed here.
    AnsweredElsewhere,
    /// The caller hung up. `Ended` with [`CallResult::Abandoned`] follows.
    CallerGaveUp,
    /// A complete list of channels, asked later, does not have it: it never was, or its end was lost.
    NotListed,
    /// It is no longer followed: connection lost, limits reached, or older than six hours.
    Lost,
}

/// What happened. A leg that rang gets `Ringing` once and `Answered` at most once (again when another phone of the same
/// extension is done before it), and ends with one `Ended`, or with one `Withdrawn` of another reason than
/// `CallerGaveUp` (unless it answers after that all the same)
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A phone rings.
    Ringing(Leg),
    /// Something speaks for a leg for which nothing did when it was told.
    Confirmed {
        /// The call.
        call: String,
        /// The leg.
        leg: String,
        /// The extension.
        extension: String,
        /// What speaks for it now.
        proof: Proof,
    },
    /// A phone answered. It need not have rung before (pickup; talks learnt from a list).
    Answered(Leg),
    /// A pop-up is to be taken back.
    Withdrawn {
        /// The call.
        call: String,
        /// The leg.
        leg: String,
        /// The extension.
        extension: String,
        /// Why.
        reason: WithdrawReason,
    },
    /// A phone that rang, answered, or was busy, is done with the call.
    Ended {
        /// The call.
        call: String,
        /// The leg.
        leg: String,
        /// The extension.
        extension: String,
        /// How.
        result: CallResult,
        /// From answer to hang-up, whole seconds, rounded down.
        talked_seconds: u32,
        /// The Q.850 cause of Asterisk's `Hangup`.
        cause: Option<u16>,
    },
    /// All channels of a call are gone.
    Finished(Summary),
}

/// The last word about a call. If a lost call turns up again after a reconnection there will be another summary of the
/// same call; the later one counts.
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
    /// The extensions that were tried, in order, each once; empty when no phone was (not registered, or an IVR only).
    pub extensions: Vec<String>,
    /// The extension that answered first.
    pub answered_by: Option<String>,
    /// Answered if any phone answered; else abandoned if the caller gave up; else missed, declined or busy, the first
    /// of these that any phone had; else missed.
    pub result: CallResult,
    /// When the call was first seen, or began as far as a list tells.
    pub started: DateTime<Utc>,
    /// When its last channel hung up, or when it was lost.
    pub ended: DateTime<Utc>,
    /// Sum over the phones that answered, from answer to hang-up, whole seconds, rounded down.
    pub talked_seconds: u32,
    /// The best that speaks for any channel of the call.
    pub proof: Proof,
    /// Whether the end was not seen (see [`WithdrawReason::Lost`]): then the result is only what was known so far.
    pub lost: bool,
}
