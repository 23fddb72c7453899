//! How sure it is that a channel exists. Callers can write whole forged events into their number, so that an event
//! alone proves little.

/// What confirms that a channel exists, the weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verification {
    /// Nothing does: a caller may have forged the channel.
    Unverified,
    /// Consistent events do, while there is nothing better to go by ([`VerificationMode::Events`]).
    Events,
    /// The exchange itself does, in answer to a question or over a channel that callers cannot write to.
    Exchange,
}

/// What the tracker accepts as a verification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerificationMode {
    /// Only an answer to `CoreShowChannels`: its action id cannot be guessed, and in it a channel's name stands before
    /// all text of callers. It cannot be forged. This is for accounts that may list channels; list them when an
    /// unverified phone rings.
    Listing,
    /// Also a `Newchannel` or `DialBegin` of the leg, unless something suspicious came shortly before it. A caller who
    /// could write a whole and perfect series of events into the number would get through; chan_pjsip keeps 79 bytes
    /// of a number (`cid_num[AST_CHANNEL_NAME]` in res_pjsip_caller_id.c), too few for one, but other channel drivers
    /// may keep more. This is for accounts that may not list channels.
    Events,
}
