//! The telephone, as attendants see it: the extension they answer at, the pop-up
//! of a call, the call log, missed calls to be called back.

mod popup;

pub use popup::CallStage;

use crate::desk::OtherRequest;
use crate::identity::{NamedRef, PersonRef};
use crate::requests::RequestRow;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

codes! {
    /// Why an attendant no longer has the extension that they had recorded.
    ExtensionLoss {
        /// Somebody else recorded it.
        Taken = "taken",
        /// They were away longer than parameter 1019 says.
        Away = "away",
    }
}

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
    /// Why a missed call need not be called back any longer.
    CallBackEnd {
        /// Somebody called back.
        CalledBack = "called_back",
        /// They called again, and somebody answered.
        CalledAgain = "called_again",
        /// Somebody said so.
        Done = "done",
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

/// The extension that an attendant answers at (*Atendimento*).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MyExtension {
    /// The extension; none while they do not answer.
    pub extension: Option<String>,
    /// When it was recorded.
    pub recorded_at: Option<DateTime<Utc>>,
    /// The one they lost since; until they record or blank one.
    pub lost: Option<LostExtension>,
    /// Parameter 281: telephony is on.
    pub telephony: bool,
    /// The telephone exchange: connected or not; none while it is not watched (parameter 177).
    pub exchange_connected: Option<bool>,
}

/// An extension that is no longer theirs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LostExtension {
    /// The extension.
    pub extension: String,
    /// Why.
    pub why: ExtensionLoss,
    /// Who has it now, when somebody took it.
    pub by: Option<PersonRef>,
    /// When.
    pub at: DateTime<Utc>,
}

/// Records an extension (*Gravar*).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExtensionEdit {
    /// The extension, 1 to 20 digits; none or blank gives it up.
    pub extension: Option<String>,
}

/// The pop-up of a call at the attendant's extension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CallPopUp {
    /// The call.
    pub call_id: i64,
    /// Where it stands.
    pub state: CallState,
    /// The attendant's extension.
    pub extension: String,
    /// When it began to ring here.
    pub raised_at: DateTime<Utc>,
    /// When it was answered here.
    pub answered_at: Option<DateTime<Utc>>,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
    /// The number that calls, as people read it; none when it is withheld, or nobody told it.
    pub number: Option<String>,
    /// True when the caller withholds it.
    pub number_withheld: bool,
    /// The name that the network gives for it; not to be trusted.
    pub caller_name: Option<String>,
    /// The queue that it came through.
    pub queue: Option<String>,
    /// False while the telephone exchange has not confirmed that it rings: what it says may be forged.
    pub verified: bool,
    /// True when the telephone exchange will say how it goes on; else the attendant says when it is over.
    pub followed: bool,
    /// The caller, when there is just one who it can be.
    pub caller: Option<Caller>,
    /// Why.
    pub matched_by: Option<MatchedBy>,
    /// Those who it may be, when there are several.
    pub candidates: Vec<Caller>,
    /// CPF or CNPJ that was typed and that nobody has, masked.
    pub claimed: Option<String>,
    /// The request that the call is about (`visualizarSolicitacao`).
    pub request: Option<CallRequest>,
    /// What was opened or looked at in this call.
    pub requests: Vec<CallLink>,
    /// The tab in which it was taken up: the others hide it until it has ended.
    pub taken_by: Option<String>,
}

/// Somebody who may be calling.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Caller {
    /// The person.
    pub person: PersonRef,
    /// VIP mark.
    pub vip: bool,
    /// CPF or CNPJ, masked.
    pub tax_id_masked: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Extension.
    pub extension: Option<String>,
    /// Unit.
    pub unit: Option<NamedRef>,
    /// Where they sit.
    pub place: Option<String>,
    /// How many of their requests are open.
    pub open: i64,
    /// How many of these are overdue.
    pub overdue: i64,
    /// Those of them that the attendant may see, the nearest deadline first.
    pub open_requests: Vec<OtherRequest>,
}

/// The request that a call is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CallRequest {
    /// The request.
    pub row: RequestRow,
    /// True: *Execute*; false: *View*.
    pub executes: bool,
    /// True when the attendant may read it for this call only, which is audited.
    pub only_in_this_call: bool,
    /// Service of the child that viewing it opens and closes (parameters 282 and 283).
    pub child_service: Option<String>,
    /// Number of that child, once it is there.
    pub child: Option<i64>,
}

/// A request in a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CallLink {
    /// Its number.
    pub number: i64,
    /// Its title.
    pub title: String,
    /// What it has to do with the call.
    pub kind: CallRequestKind,
}

/// Says in which tab a pop-up is taken up.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TakeCall {
    /// The tab: any text of its own, at most 40 characters.
    pub tab: String,
}

/// Looks at the request of a call.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ViewInCall {
    /// The tab in which it is done.
    pub tab: String,
    /// *Execute*: nothing is opened as its child. Only for those who may execute it.
    #[serde(default)]
    pub execute: bool,
}

/// Says who calls.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ChooseCaller {
    /// The person; none: nobody of those proposed.
    pub person_id: Option<i64>,
}

/// Registers the caller.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RegisterCaller {
    /// Full name.
    pub name: String,
    /// Telephone.
    #[serde(default)]
    pub phone: Option<String>,
    /// E-mail address.
    #[serde(default)]
    pub email: Option<String>,
    /// Unit.
    #[serde(default)]
    pub unit_id: Option<i64>,
}

/// Says what a call was about: a request, or a tag.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ConcludeCall {
    /// Number of the request.
    #[serde(default)]
    pub number: Option<i64>,
    /// The tag.
    #[serde(default)]
    pub tag: Option<CallTag>,
}

/// Filters of the call log.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CallFilter {
    /// Day, in the viewer's time zone; all when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<NaiveDate>,
    /// `true`: also those that did not come to the viewer's extension.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub everybody: Option<bool>,
    /// `missed` (nobody answered) or `unlinked` (answered, or put aside, and neither linked nor tagged).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show: Option<String>,
    /// Name, telephone number, extension, queue or number of a request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
    /// Cursor from an earlier page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// 1 to 100; 20 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page_size: Option<u32>,
}

/// Counts of a day's calls.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CallCounts {
    /// All that came in.
    pub received: i64,
    /// Answered.
    pub answered: i64,
    /// Missed, busy or declined.
    pub missed: i64,
    /// The caller gave up.
    pub abandoned: i64,
    /// Answered, or put aside by a later call at the extension, and neither linked nor tagged.
    pub unlinked: i64,
    /// How long they talked on average, in seconds; none without a talk.
    pub average_seconds: Option<i64>,
}

/// A row of the call log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CallRow {
    /// The call.
    pub id: i64,
    /// When it began.
    pub at: DateTime<Utc>,
    /// Who called whom.
    pub direction: CallDirection,
    /// The caller's number, as people read it (for an outgoing call the one called); none when it is withheld, or
    /// nobody told it.
    pub number: Option<String>,
    /// True when the caller withholds it.
    pub number_withheld: bool,
    /// The name that the network gives for it.
    pub caller_name: Option<String>,
    /// False when the telephone exchange never confirmed that it rang: what it says may be forged.
    pub verified: bool,
    /// The caller.
    pub person: Option<PersonRef>,
    /// Why them.
    pub matched_by: Option<MatchedBy>,
    /// Among how many they were chosen.
    pub candidates: i64,
    /// The extension that answered, or rang last.
    pub extension: Option<String>,
    /// Whose it was.
    pub attendant: Option<PersonRef>,
    /// The queue.
    pub queue: Option<String>,
    /// Where it stands.
    pub state: CallState,
    /// How it ended; none while it goes on, and when nobody said.
    pub result: Option<CallResult>,
    /// Seconds of talk; of ringing when nobody answered; none while it goes on, and when nobody said how it ended.
    pub seconds: Option<i64>,
    /// What was opened, looked at or linked, as far as the viewer may see it.
    pub requests: Vec<CallLink>,
    /// The tag.
    pub tag: Option<CallTag>,
    /// Until when it is to be called back, while that is open.
    pub call_back_due_at: Option<DateTime<Utc>>,
    /// True when the viewer may say what it was about.
    pub may_conclude: bool,
}

/// A missed call that is to be called back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CallBack {
    /// Identifier.
    pub id: i64,
    /// Who called.
    pub person: PersonRef,
    /// The number to call, as people read it.
    pub number: String,
    /// The same, to be dialled.
    pub dial: String,
    /// When they called last.
    pub missed_at: DateTime<Utc>,
    /// The extension that rang last.
    pub extension: Option<String>,
    /// The queue.
    pub queue: Option<String>,
    /// How often they called.
    pub calls: i32,
    /// Until when.
    pub due_at: DateTime<Utc>,
    /// Who will do it.
    pub owner: Option<PersonRef>,
    /// Their open requests that the viewer may see.
    pub open_requests: Vec<OtherRequest>,
}

/// A call of one's own that nobody answered, and that will be called back (*My requests*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MyCallBack {
    /// Identifier.
    pub id: i64,
    /// The number that will be called.
    pub number: String,
    /// When they called last.
    pub missed_at: DateTime<Utc>,
    /// Until when somebody calls.
    pub due_at: DateTime<Utc>,
}
