# Side menu, lists, editors
admin-section-rules = Rules
admin-section-mail = E-mail
admin-section-telephony = Telephony
admin-section-people = People
admin-nav-parameters = Parameters
admin-nav-services = Services and targets
admin-nav-categories = Categories
admin-nav-calendars = Calendars
admin-nav-reasons = Reasons for suspending
admin-nav-templates = Templates
admin-nav-outbox = Outbox
admin-nav-mail-account = Sending account
admin-nav-console = Console
admin-nav-calls = Calls
admin-nav-people = People
admin-nav-groups = Groups and permissions
admin-nav-units = Units
admin-nav-tokens = API tokens
admin-nav-audit = Audit trail
admin-outbox-failed = { $count ->
    [one] e-mail that failed
   *[other] e-mails that failed
}
admin-actions = Actions
admin-search = Search this list
admin-none = Nothing here yet
admin-none-text = What is created appears in this list.
admin-none-found = Nothing matches
admin-none-found-text = Search for something else, or remove a filter.
admin-name = Name
admin-email = E-mail
admin-state = State
admin-active = Active
admin-inactive = Inactive
admin-time-zone = Time zone
admin-saved = Saved
admin-discard = Discard
admin-bar-new = Not saved yet
admin-bar-dirty = Changes not saved
admin-bar-clean = Everything is saved
admin-conflict = Somebody else saved while you were editing
admin-conflict-text = What you wrote is still here. Choose what counts.
admin-conflict-theirs = See the saved version, without my changes
admin-conflict-mine = Save mine over it

# Parameters
param-search = Number, meaning or value
param-all = All
param-groups = Groups of parameters
param-group-portal = Portal
param-group-messages = Messages
param-group-notes = Notes from the portal
param-group-lifecycle = Deadlines and life cycle
param-group-email = E-mail
param-group-attachments = Attachments
param-group-telephony = Telephony
param-group-privacy = Sessions and privacy
param-count = { $count ->
    [one] { $count } parameter
   *[other] { $count } parameters
}
param-not-default = only those that differ from the default
param-default = default: { $value }
param-to-default = back to the default
param-range = From { $min } to { $max }.
param-yes = Yes
param-no = No
param-empty = empty
param-secret-set = Set. Type another one to change it.
param-secret-none = Not set. Once saved it is never shown.
param-secret-defined = set
param-not-saved = Changed and not saved
param-history = Changes of parameter { $number }
param-changes = Changes
param-no-changes = No parameter has been changed yet.
param-never-changed = This parameter has never been changed.
param-unsaved = { $count ->
    [one] **{ $count } change** not saved.
   *[other] **{ $count } changes** not saved. All of them are saved at once.
}
param-refused = { $count ->
    [one] Nothing was saved: one value was refused, and the reason stands beside it.
   *[other] Nothing was saved: { $count } values were refused, and the reason stands beside each.
}
param-conflict-text = What you changed is still marked. Reload to see the present values, and save again.
param-conflict-reload = Reload the values

# E-mail templates
tmpl-lead = The text of every e-mail, in every language. The parameters say which template goes out when.
tmpl-new = New template
tmpl-kind = Kind
tmpl-kind-help = Decides which keys can be used.
tmpl-kind-fixed = A parameter uses this template: its kind cannot change.
tmpl-languages = Languages
tmpl-used-by = Parameters
tmpl-unused = none
tmpl-used-by-parameters = { $count ->
    [one] used by parameter { $numbers }
   *[other] used by parameters { $numbers }
}
tmpl-subject = Subject
tmpl-body = Body
tmpl-body-help = Simple HTML; the text version is made from it.
tmpl-text = Text
tmpl-tools = Formatting
tmpl-paragraph = Paragraph
tmpl-bold = Bold
tmpl-italic = Italic
tmpl-link = Link
tmpl-list = List
tmpl-quote = Quotation
tmpl-keys = Keys of this template
tmpl-keys-help = A click inserts the key where the cursor is.
tmpl-key-search = Search keys
tmpl-key-insert = Insert { $key }
tmpl-key-unknown = { $key } does not exist
tmpl-key-refused = The template cannot be saved like this.
tmpl-key-meant = Did you mean
tmpl-key-exchange = Replace
tmpl-not-written = No text in this language: it goes in Portuguese.
tmpl-same = The same as the Portuguese.
tmpl-copy = Start from the Portuguese
tmpl-preview = Preview
tmpl-preview-number = Request used in the preview
tmpl-preview-used = With the data of { $number }. Nothing is sent.
tmpl-preview-help = Left blank, the newest one. Nothing is sent.
tmpl-preview-empty = Write subject and body to see the preview.
tmpl-remove-title = Remove the template { $name }?
tmpl-remove-text = E-mails that were sent do not change.
tmpl-removed = The template was removed

# Outbox
outbox-lead = Every e-mail is born with the change that caused it and stays here until it leaves. Nothing is lost when the server is down.
outbox-states = E-mails by state
outbox-all = All
outbox-state-pending = Pending
outbox-state-sent = Sent
outbox-state-failed = Failed
outbox-state-suppressed = Suppressed
outbox-search = Recipient, address or subject
outbox-created = Created
outbox-to = Recipient
outbox-subject = Subject and template
outbox-request = No.
outbox-delivery = Delivery
outbox-attempts = Attempts
outbox-retry = Try now

# Sending account
account-lead = Where e-mails leave from.
account-source-database = What is saved here is in force
account-source-environment = The server's setting is in force (SOLICITA_MAIL_URL)
account-source-default = Nothing is set: e-mails go to a folder
account-source-help = What is saved on this page counts more than the server's setting, which counts more than the folder.
account-transport = Destination
account-transport-help-folder = For trials: every e-mail becomes a file on the server.
account-transport-help-smtp = Delivers the e-mails.
account-host = Host
account-port = Port
account-security = Encryption
account-username = User
account-password = Password
account-password-set = Set. Left blank, it stays as it is.
account-password-none = Not set. Once saved, it is never shown.
account-password-clear = Clear the saved password
account-from-name = Sender's name
account-from-address = Sender's address
account-conflict-text = Reload to see the account as it is, and change again what is needed.
account-test = Test
account-test-to = Send a test to
account-test-help = Uses the account that is saved.
account-test-send = Send the test
account-test-done = The server accepted the test
account-test-failed = The test did not go out

# API tokens
token-lead = For systems that use the API. Every token acts as a person, within the scopes that you give it.
token-new = New token
token-scopes = Scopes
token-from = Allowed addresses
token-expires = Expiry
token-used = Last use
token-anywhere = any address
token-never-expires = never
token-expired = expired on { $at }
token-revoked = revoked on { $at }
token-never-used = never used
token-acts-as = acts as { $name }
token-name-help = The system that will use it.
token-person = Acts as
token-person-help = Left blank, it acts as { $name }.
token-expires-help = Valid until the end of that day. Left blank, it never expires.
token-addresses-help = One address or network per line, such as 10.0.0.0/8. Left blank, any.
token-create = Create token
token-created = Token { $name } created
token-once = Copy it now: the token will not be shown again
token-once-text = Only a digest of it is kept. Whoever loses it needs another.
token-copy = Copy the token
token-kept = I have kept it
token-revoke = Revoke
token-revoke-title = Revoke the token { $name }?
token-revoke-text = The system that uses it loses access now. This cannot be undone.
token-revoked-done = The token was revoked

# People
person-lead = Who may log in, in which roles, and how to reach them.
person-new = New person
person-role = Role
person-roles = Roles
person-role-requester = Opens requests and follows their own.
person-role-attendant = Works the queues of their groups.
person-role-administrator = Keeps parameters, templates, catalogue and people.
person-role-integrator = A system: opens requests through the API and sees those it opened.
person-unit = Unit
person-identity = Who they are
person-place = Where they work
person-rights = Roles and preferences
person-number = Employee number
person-job = Job title
person-email-help = They log in with it, and are told of news there.
person-tax-id-kept = Saved: { $masked }. Left blank, it stays as it is.
person-tax-id-clear = Clear the saved CPF or CNPJ
person-phones = Telephones
person-phone-kind = Kind of telephone
person-phone-add = Add a telephone
person-phone-remove = Remove { $number }
person-vip-help = Attendants see the mark beside the name.
person-active-help = While inactive they cannot log in, get no e-mails and are not found.
person-access = Access
person-password = Password
person-password-set = set
person-password-none = not set yet
person-no-groups = no group
person-send-link = Send an access link
person-link-sent = The link is on its way
person-end-sessions = End sessions
person-end-sessions-title = End the sessions of { $name }?
person-end-sessions-text = They are logged out everywhere and have to log in again.
person-sessions-ended = The sessions were ended

# Groups
group-lead = Who serves what, and what each person may do in each group.
group-new = New group
group-email-help = Is told while nobody has captured a request.
group-sees = What it sees
group-sees-all = Sees all requests
group-sees-own = Only the group's
group-see-all-help = For a first level that is phoned about anything. Not for confidential services.
group-active-help = An inactive group gets no new requests.
group-members = Members
group-members-count = { $count ->
    [one] { $count } person, { $executors } execute
   *[other] { $count } people, { $executors } execute
}
group-add = Add a person
group-nobody = Nobody in this group
group-nobody-text = Add those who will serve.
group-permission-of = Permission of { $name }
group-change-sla = Changes priority and deadline
group-remove = Remove { $name } from the group

# Units, categories, reasons
unit-lead = Branches and departments. A service may be offered to some of them only.
unit-new = New unit
unit-active-help = While inactive it cannot be chosen.
category-lead = The groups of the catalogue, in the order in which the portal shows them.
category-new = New category
category-icon = Icon
category-position = Order
category-position-help = Smaller comes first.
reason-lead = What is chosen when suspending. The requester reads it in their language.
reason-new = New reason
reason-name-in = Reason ({ $language })
reason-name-help = Left blank, the Portuguese text is used.
reason-waits = What reactivates it
reason-waits-requester = The requester's answer
reason-waits-check = The requester's answer reactivates it
reason-waits-date = Only the date of return
reason-waits-help = The requester's next message or note reactivates the request.
reason-active-help = While inactive it is not offered when suspending.

# Services
service-lead = What can be asked for, who serves it, and how soon.
service-new = New service
service-target = Usual target
service-offered = Offered
service-group-default = that of parameter 9
service-what = What it is
service-who = Who serves it
service-when = Deadlines
service-units = For whom
service-category = Category
service-description = What it is for
service-description-help = One or two sentences, shown in the catalogue.
service-hint = What the requester should tell
service-hint-help = Stands below the description while opening.
service-active-help = When off, nobody opens new ones; open ones go on.
service-group-help = Left blank, the group of parameter 9 serves it.
service-confidential = Confidential
service-confidential-help = Administrators and groups that see everything do not read message texts.
service-calendar = Calendar
service-impact = Impact of its requests
service-priority = Fixed priority
service-priority-none = From impact and urgency
service-targets = Targets in working time
service-targets-help = Hours and minutes, such as 8:00. Left blank: to be agreed.
service-capture = To capture
service-resolve = To resolve
service-capture-of = Priority { $priority }: time to capture
service-resolve-of = Priority { $priority }: time to resolve
service-target-wrong = Write hours and minutes, such as 8:00.
service-units-all = Offered to all units. Tick some to offer it to them only.
service-units-some = { $count ->
    [one] Offered to { $count } unit.
   *[other] Offered to { $count } units.
}

# Calendars
cal-lead = The hours that count for deadlines, and the dates that break the rule.
cal-new = New calendar
cal-week = Week
cal-exceptions = Dates with hours of their own
cal-exceptions-count = { $count ->
    [one] { $count } date
   *[other] { $count } dates
}
cal-exceptions-help = Holidays and short days. Without hours, the day does not count.
cal-closed = does not count
cal-from = { $day }: from
cal-to = { $day }: to
cal-add-stretch = Hours
cal-remove-stretch = Remove hours of { $day }
cal-copy-monday = Copy Monday to Tuesday to Friday
cal-add-date = Add a date
cal-sort = Sort by date
cal-date = Date
cal-date-name = Name, such as the holiday's
cal-remove-date = Remove { $date }

# Audit trail
trail-lead = What was done in the administration and to people's data. Nothing here can be deleted.
trail-search = Person, action or detail
trail-when = When
trail-who = Who
trail-what = What was done

# Telephony console
console-title = Telephony console
admin-calls-title = Everybody's calls
console-reconnect = Reconnect
console-reconnected = The connection to the exchange is made anew within seconds
console-off = Telephony is switched off
console-off-text = The services answer 403 and no pop-up appears. The simulator says what would happen as things are now.
console-off-link = Open parameter { $number }
console-off-watching = No call is followed at the exchange itself.
console-exchange = Asterisk
console-phase-off = Watching is off
console-phase-waiting = Not connected
console-phase-connecting = Connecting
console-phase-connected = Connected
console-since = since { $at }
console-next = Next try in { $seconds } s.
console-next-now = Next try now.
console-event = Last event
console-event-none = None yet
console-everybodys-calls = See everybody's calls
console-ago = { $time } ago
console-calls-now = { $count ->
    [0] no calls under way
    [1] 1 call under way
   *[other] { $count } calls under way
}
console-extensions = { $count ->
    [0] no extension recorded
    [1] 1 extension recorded
   *[other] { $count } extensions recorded
}
console-rights = Rights of the account
console-rights-all = All there
console-rights-all-text = The account may do all that watching uses.
console-rights-unknown = Not checked
console-rights-unknown-text = Known only once connected.
console-rights-missing = { $count } missing
console-services = Services for the IVR
console-services-none = No calls
console-services-none-text = Times appear after the first call to a service.
console-p99 = 99 of 100 calls took no longer
console-median = Half within { $time }.
console-calls-since = { $count ->
    [one] { $count } call since { $at }
   *[other] { $count } calls since { $at }
}
console-refused = { $count ->
    [0] none refused
    [1] 1 refused
   *[other] { $count } refused
}
console-simulator = Simulator
console-simulator-lead = Keeps nothing and opens no pop-up, unless you tick the box.
console-service = Service
console-call = A telephone rings (no web service)
console-usual = usual ({ $value })
console-masked = Calls are kept with the CPF masked: type it to repeat this one.
console-show = Really show the pop-up at the extension
console-show-at = Really show the pop-up at extension { $extension }
console-simulate = Simulate
console-result = Result
console-nothing = Nothing simulated yet
console-nothing-text = Fill in a call and see what the exchange would receive, who would be found, and where the pop-up would appear.
console-status = { $status } in { $time }
console-took = Simulated in { $time }
console-receives = What the exchange receives
console-receives-nothing = Nothing: the telephone just rings, without asking any service.
console-bytes = { $count ->
    [0] 0 bytes
    [one] { $count } byte
   *[other] { $count } bytes
}
console-empty = (empty)
console-copy = Copy the answer
console-would-happen = What would happen
console-happened = What happened
console-only-answer = Nothing beyond the answer: this service only looks things up.
console-by-number = The number would find
console-by-number-alone = Without the CPF, the number would find
console-by-number-nobody = Nobody.
console-by-telephone = telephone
console-by-extension = extension
console-means-refused = `ERRO { $status }`: the exchange does not see the HTTP status, so it comes in the text.
console-means-problem = The HTTP status is { $status }, and the JSON says why.
console-means-delivered = `delivered` says whether a tab was open to show the pop-up.
console-means-json = In JSON: names in English, dates with their time zone.
console-means-shown = `S` means shown.
console-means-not-shown = `N`: nobody was there to see it.
console-means-voice = It is what the person hears.
console-means-facts = Number, opened, deadline and situation; last, `S` or `N`: within the deadline or not.
console-means-none = Empty: no request in progress.
console-means-list = The numbers in progress, the nearest deadline first.
console-means-one = `1?` and the number of the only one in progress.
console-means-count = How many are in progress.
console-means-ending = `{ $ending }` is what you asked for in `fim`, and proves that the answer arrived whole.
console-means-no-ending = Without `fim`, the exchange cannot know whether the answer arrived whole.
console-calls = Last calls to the services
console-calls-all = Show all { $count }
console-calls-none = No calls to the services yet
console-calls-none-text = When the exchange calls one of the services, the call and its answer appear here within seconds.
console-calls-not-found-text = Search for another service, token, argument or answer.
console-search = Service, extension or answer
console-at = Time
console-token = Token
console-token-none = no valid token
console-input = Input
console-answer = Answer
console-time = Took
console-hidden = { $count ->
    [one] { $count } hidden character
   *[other] { $count } hidden characters
}
console-refused-one = Refused:
console-repeat = Repeat in the simulator
