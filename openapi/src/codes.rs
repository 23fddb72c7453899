//! Enumerations that travel as codes, and are stored as the same codes.

/// Declares an enumeration whose variants have one spelling everywhere: JSON,
/// query strings, database, translation keys.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:tt),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $code)] $variant),+ }

        impl $name {
            /// Every value, in declaration order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code: its spelling in JSON, in the database and in keys of texts.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::UnknownCode;
            fn from_str(code: &str) -> Result<Self, $crate::UnknownCode> {
                match code { $($code => Ok(Self::$variant),)+ _ => Err($crate::UnknownCode(code.to_owned())) }
            }
        }
    };
}

/// A text that is not one of an enumeration's codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownCode(pub String);

impl std::fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "unknown code {:?}", self.0)
    }
}

impl std::error::Error for UnknownCode {}

codes! {
    /// A language of the product, by its BCP 47 tag.
    #[derive(Default)]
    Language {
        /// Brazilian Portuguese, the default.
        #[default] Portuguese = "pt-BR",
        /// Spanish.
        Spanish = "es",
        /// English.
        English = "en",
    }
}

codes! {
    /// What a person is allowed to come for.
    Role {
        /// Opens requests and follows their own.
        Requester = "requester",
        /// Works the queues of their groups.
        Attendant = "attendant",
        /// Keeps parameters, templates, catalogue, people.
        Administrator = "administrator",
        /// A third-party system: sees what it opened.
        Integrator = "integrator",
    }
}

codes! {
    /// What an API token may be used for; never more than its person may.
    Scope {
        /// Read requests, messages, history, attachments, catalogue.
        RequestsRead = "requests:read",
        /// Open requests, write messages and notes, attach, cancel, reopen, rate.
        RequestsWrite = "requests:write",
        /// Work the queue as an attendant.
        Desk = "desk",
        /// Administration.
        Admin = "admin",
        /// The telephony web services.
        Telephony = "telephony",
    }
}

codes! {
    /// What a person may do with a group's requests.
    GroupPermission {
        /// Read.
        View = "view",
        /// Read and act.
        Execute = "execute",
    }
}

codes! {
    /// Type of a request.
    RequestType {
        /// Something is wanted.
        ServiceRequest = "service_request",
        /// Something is broken.
        Incident = "incident",
    }
}

codes! {
    /// Where a request stands (product page, section 3).
    Situation {
        /// Open, nobody has finished it.
        InProgress = "in_progress",
        /// The clock is stopped until a date, an answer or a decision.
        Suspended = "suspended",
        /// Solved; the requester may accept or reopen.
        Resolved = "resolved",
        /// Finished for good, unless reopened.
        Closed = "closed",
        /// Back in work after a resolution.
        Reopened = "reopened",
        /// Given up.
        Cancelled = "cancelled",
    }
}

codes! {
    /// The current task, derived from the situation (never stored).
    Task {
        /// Nobody has captured it.
        WaitingCapture = "waiting_capture",
        /// An attendant works on it.
        BeingServed = "being_served",
        /// Suspended until the requester answers.
        WaitingRequester = "waiting_requester",
        /// Resolved, waiting for the requester's acceptance.
        WaitingAcceptance = "waiting_acceptance",
        /// Closed or cancelled.
        Finished = "finished",
    }
}

codes! {
    /// Impact and urgency.
    Level {
        /// High.
        High = "high",
        /// Medium.
        Medium = "medium",
        /// Low.
        Low = "low",
    }
}

codes! {
    /// How a request stands against its deadline.
    SlaStatus {
        /// The service has no target: to be agreed.
        None = "none",
        /// More than 20 % of the target is left.
        OnTime = "on_time",
        /// Below 20 % of the target is left.
        Expiring = "expiring",
        /// The deadline has passed.
        Overdue = "overdue",
        /// Suspended: the clock does not run.
        Paused = "paused",
        /// Resolved in time.
        Met = "met",
        /// Resolved late.
        Missed = "missed",
    }
}

codes! {
    /// How something reached the request.
    Origin {
        /// This product's own pages.
        Portal = "portal",
        /// E-mail.
        Email = "email",
        /// Telephone.
        Telephone = "telephone",
        /// Somebody came by.
        InPerson = "in_person",
        /// The REST API.
        Api = "api",
        /// Anything else, the system's own actions included.
        Other = "other",
    }
}

codes! {
    /// What kind of row of the history this is.
    OccurrenceKind {
        /// A message between requester and attendant.
        Message = "message",
        /// A comment or report.
        Note = "note",
        /// Something that was done.
        Event = "event",
    }
}

codes! {
    /// Category of a row of the history.
    Category {
        /// Opened.
        Registration = "registration",
        /// The requester asks how it goes.
        CustomerFollowUp = "customer_follow_up",
        /// News.
        StatusUpdate = "status_update",
        /// What was found.
        Diagnosis = "diagnosis",
        /// What was looked at.
        Investigation = "investigation",
        /// To be remembered.
        Memo = "memo",
        /// Something was asked of the requester.
        InformationRequest = "information_request",
        /// The requester answered.
        CustomerReturn = "customer_return",
        /// A way around.
        Workaround = "workaround",
        /// Work done.
        Execution = "execution",
        /// Priority or deadline changed.
        SlaChange = "sla_change",
        /// Moved to another service.
        Reclassification = "reclassification",
        /// An appointment.
        Scheduling = "scheduling",
        /// Suspended.
        Suspension = "suspension",
        /// Back from suspension.
        Reactivation = "reactivation",
        /// Resolved, closed or cancelled.
        Closure = "closure",
        /// Back from resolved or closed.
        Reopening = "reopening",
        /// Captured, delegated, returned.
        Routing = "routing",
        /// A file was added or removed.
        Attachment = "attachment",
        /// A message was exchanged.
        Message = "message",
        /// Read over the telephone.
        TelephoneViewing = "telephone_viewing",
        /// Linked with another request.
        Relation = "relation",
        /// The requester's opinion.
        Satisfaction = "satisfaction",
    }
}

impl Category {
    /// The categories that a person may choose for a note; the others belong to
    /// actions and are set by them.
    pub const FOR_NOTES: &'static [Self] = &[
        Self::CustomerFollowUp,
        Self::StatusUpdate,
        Self::Diagnosis,
        Self::Investigation,
        Self::Memo,
        Self::InformationRequest,
        Self::CustomerReturn,
        Self::Workaround,
        Self::Execution,
        Self::Scheduling,
    ];
}

codes! {
    /// On which side of the counter an author stood when they wrote.
    Side {
        /// The requester's.
        Requester = "requester",
        /// The attendants'.
        Desk = "desk",
        /// The product itself.
        System = "system",
    }
}

codes! {
    /// What a viewer may do with a request now. The SPA's buttons follow this list.
    Action {
        /// Write to the attendant (or, as executor, to the requester).
        Message = "message",
        /// Add a note that both sides read.
        AddNote = "add_note",
        /// Add a note that only the desk reads.
        InternalNote = "internal_note",
        /// Read the history.
        ViewHistory = "view_history",
        /// Read the solution.
        ViewSolution = "view_solution",
        /// Add a file.
        Attach = "attach",
        /// Cancel.
        Cancel = "cancel",
        /// Reopen.
        Reopen = "reopen",
        /// Answer the satisfaction survey.
        Rate = "rate",
        /// Accept the solution, or close.
        Close = "close",
        /// Take it.
        Capture = "capture",
        /// Give it to a person or group.
        Delegate = "delegate",
        /// Give it back to its group.
        ReturnToGroup = "return_to_group",
        /// Stop the clock.
        Suspend = "suspend",
        /// Start the clock again.
        Reactivate = "reactivate",
        /// Change impact and urgency.
        ChangePriority = "change_priority",
        /// Set the deadline by hand.
        ChangeDeadline = "change_deadline",
        /// Move to another service.
        Reclassify = "reclassify",
        /// Resolve.
        Resolve = "resolve",
        /// Relate to a parent or mark as duplicate.
        Relate = "relate",
        /// Blank a text that should not have been written.
        Redact = "redact",
        /// Read the delivery ledger.
        ViewEmails = "view_emails",
    }
}

codes! {
    /// Grade of the satisfaction survey.
    Grade {
        /// Excellent.
        Excellent = "excellent",
        /// Good.
        Good = "good",
        /// Fair.
        Fair = "fair",
        /// Poor.
        Poor = "poor",
    }
}

codes! {
    /// State of an e-mail in the outbox.
    EmailState {
        /// Waiting to be sent, or to be tried again.
        Pending = "pending",
        /// Handed to the mail server.
        Sent = "sent",
        /// Given up after the last attempt; can be retried by hand.
        Failed = "failed",
        /// Deliberately not sent; never sent later.
        Suppressed = "suppressed",
    }
}

codes! {
    /// Why an e-mail was suppressed.
    SuppressReason {
        /// Parameter 297: all outgoing e-mail is off.
        MailOff = "mail_off",
        /// The parameter that names the template is empty.
        NoTemplate = "no_template",
        /// The template is inactive.
        TemplateInactive = "template_inactive",
        /// The recipient has no e-mail address.
        NoAddress = "no_address",
        /// The recipient wrote it themselves.
        OwnAction = "own_action",
        /// The recipient is no longer active.
        RecipientInactive = "recipient_inactive",
    }
}

codes! {
    /// How a request relates to another.
    RelationKind {
        /// This one is a child of the other.
        ChildOf = "child_of",
        /// This one repeats the other and is resolved with it.
        DuplicateOf = "duplicate_of",
    }
}

codes! {
    /// Kind of a telephone number.
    PhoneKind {
        /// Mobile.
        Mobile = "mobile",
        /// At work.
        Work = "work",
        /// At home.
        Home = "home",
    }
}
