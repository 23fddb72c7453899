//! Numbers of the parameters. Up to 417 they are those of the original product;
//! from 1001 on they are this project's own.

/// Group that serves the services without one of their own.
pub const DEFAULT_GROUP: i32 = 9;
/// Template that tells of a fair or poor grade.
pub const POOR_GRADE_TEMPLATE: i32 = 137;
/// Group that is told of a fair or poor grade.
pub const POOR_GRADE_GROUP: i32 = 138;
/// Days after the resolution within which a requester may reopen.
pub const REOPEN_DAYS: i32 = 171;
/// Whether the calls of an Asterisk are followed.
pub const WATCH_ASTERISK: i32 = 177;
/// `host:port` of its manager interface.
pub const ASTERISK_ADDRESS: i32 = 178;
/// Account of its manager interface.
pub const ASTERISK_USER: i32 = 179;
/// Secret of that account.
pub const ASTERISK_SECRET: i32 = 180;
/// Template that warns of a deadline about to pass.
pub const EXPIRING_TEMPLATE: i32 = 195;
/// Person who is warned, too, besides the responsible.
pub const EXPIRING_PERSON: i32 = 197;
/// Template that tells the requester of a public occurrence.
pub const OCCURRENCE_TEMPLATE: i32 = 251;
/// Whether requesters may add notes.
pub const PORTAL_NOTES: i32 = 252;
/// Template that tells the responsible of a requester's note.
pub const PORTAL_NOTE_TEMPLATE: i32 = 253;
/// Category of every requester's note.
pub const PORTAL_NOTE_CATEGORY: i32 = 262;
/// Origin of every requester's note.
pub const PORTAL_NOTE_ORIGIN: i32 = 263;
/// Whether *My requests* starts with what is in progress.
pub const START_IN_PROGRESS: i32 = 264;
/// Queues whose calls are followed, comma separated; all when blank.
pub const WATCHED_QUEUES: i32 = 270;
/// Whether telephone systems are answered.
pub const TELEPHONY: i32 = 281;
/// Whether viewing a request over the phone opens a child.
pub const VIEWING_CHILD: i32 = 282;
/// Service of that child.
pub const VIEWING_SERVICE: i32 = 283;
/// Template for suspended.
pub const SUSPENDED_TEMPLATE: i32 = 290;
/// Template for reactivated.
pub const REACTIVATED_TEMPLATE: i32 = 291;
/// Whether all outgoing e-mail is off.
pub const MAIL_OFF: i32 = 297;
/// Whether requesters see the history.
pub const PORTAL_HISTORY: i32 = 298;
/// Whether messages are exchanged.
pub const MESSAGES: i32 = 299;
/// Whether a new message notifies on the attendant desktop.
pub const MESSAGE_NOTIFICATIONS: i32 = 300;
/// Whether lists show the title.
pub const TITLE_IN_LISTS: i32 = 301;
/// Whether requesters may cancel.
pub const PORTAL_CANCEL: i32 = 302;
/// Whether requesters see the solution.
pub const PORTAL_SOLUTION: i32 = 371;
/// Whether suspending needs a complement.
pub const SUSPENSION_COMPLEMENT: i32 = 372;
/// Template for each message exchanged.
pub const MESSAGE_TEMPLATE: i32 = 417;
/// Template for opened.
pub const OPENED_TEMPLATE: i32 = 1001;
/// Template for resolved.
pub const RESOLVED_TEMPLATE: i32 = 1002;
/// Template for closed.
pub const CLOSED_TEMPLATE: i32 = 1003;
/// Template for cancelled.
pub const CANCELLED_TEMPLATE: i32 = 1004;
/// Template for reopened.
pub const REOPENED_TEMPLATE: i32 = 1005;
/// Template for delegated.
pub const DELEGATED_TEMPLATE: i32 = 1006;
/// Template for reclassified.
pub const RECLASSIFIED_TEMPLATE: i32 = 1007;
/// Days from resolution to automatic closing; 0: never.
pub const CLOSING_DAYS: i32 = 1008;
/// Largest attachment, in MB.
pub const ATTACHMENT_MEGABYTES: i32 = 1009;
/// Attachments of one request.
pub const ATTACHMENT_COUNT: i32 = 1010;
/// Number of the first request.
pub const FIRST_NUMBER: i32 = 1011;
/// Hours without use after which a session ends.
pub const SESSION_HOURS: i32 = 1012;
/// Hours that a password link works.
pub const PASSWORD_LINK_HOURS: i32 = 1013;
/// Template that carries a password link.
pub const PASSWORD_LINK_TEMPLATE: i32 = 1014;
/// Days that live events are kept.
pub const LIVE_EVENT_DAYS: i32 = 1015;
/// Whether anybody is warned of deadlines about to pass.
pub const EXPIRING_WARNINGS: i32 = 1016;
/// Whether attendants are notified of new requests of their groups.
pub const NEW_REQUEST_NOTIFICATIONS: i32 = 1017;
/// Whether a telephone system that asks about a request must say whose it is.
pub const TELEPHONY_CLAIM: i32 = 1018;
/// Minutes away after which a recorded extension is given up.
pub const EXTENSION_AWAY_MINUTES: i32 = 1019;
/// Brazilian area code of numbers without one.
pub const DEFAULT_AREA_CODE: i32 = 1020;
/// Working hours within which a missed call is to be called back.
pub const CALL_BACK_HOURS: i32 = 1021;
