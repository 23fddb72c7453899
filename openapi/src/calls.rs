//! The telephone, as attendants see it: the extension they answer at, the pop-up
//! of a call, the call log, missed calls to be called back.

mod backs;
mod deeds;
mod extension;
mod log;
mod popup;
mod stage;

pub use backs::*;
pub use deeds::*;
pub use extension::*;
pub use log::*;
pub use popup::*;
pub use stage::*;

codes! {
    /// From whom a call is known.
    CallSource {
        /// A telephone system that called a web service.
        Service = "service",
        /// The exchange, watched.
        Monitor = "monitor",
        /// A telephone system that sent events.
        Events = "events",
    }
}

codes! {
    /// Where a call stands.
    CallState {
        /// A telephone rings.
        Ringing = "ringing",
        /// Somebody talks.
        Talking = "talking",
        /// It is over.
        Ended = "ended",
    }
}

codes! {
    /// How a call ended.
    CallResult {
        /// Somebody talked.
        Answered = "answered",
        /// It rang, and nobody answered.
        Missed = "missed",
        /// The telephone was busy.
        Busy = "busy",
        /// The telephone was made to refuse it.
        Declined = "declined",
        /// The caller gave up while it rang, or in the queue.
        Abandoned = "abandoned",
    }
}

codes! {
    /// Who called whom.
    CallDirection {
        /// Somebody called us.
        Inbound = "inbound",
        /// An attendant called somebody.
        Outbound = "outbound",
    }
}

codes! {
    /// What a call was that has nothing to do with a request.
    CallTag {
        /// A wrong number.
        WrongNumber = "wrong_number",
        /// Information only.
        Information = "information",
        /// The connection was lost before anything could be said.
        Dropped = "dropped",
    }
}

codes! {
    /// Why somebody is taken for the caller.
    MatchedBy {
        /// The CPF or CNPJ that the telephone system asked for.
        TaxId = "tax_id",
        /// The employee number that it asked for.
        EmployeeNumber = "employee_number",
        /// The number that calls is one of theirs.
        Telephone = "telephone",
        /// The extension that calls is theirs.
        Extension = "extension",
        /// The attendant chose them.
        Chosen = "chosen",
        /// The attendant registered them in this call.
        Registered = "registered",
    }
}

codes! {
    /// What a request has to do with a call.
    CallRequestKind {
        /// It was opened in it.
        Opened = "opened",
        /// It was looked at in it.
        Viewed = "viewed",
        /// Somebody said that the call was about it.
        Linked = "linked",
    }
}
