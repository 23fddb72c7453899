# Names of the codes of the contract: <enumeration>-<code, with dashes>.

# language
language-pt-BR = Portuguese
language-es = Spanish
language-en = English

# role
role-requester = Requester
role-attendant = Attendant
role-administrator = Administrator
role-integrator = Integrator

# scope
scope-requests-read = Read requests
scope-requests-write = Open and write on requests
scope-desk = Work the queue
scope-admin = Administration
scope-telephony = Telephony

# permission
permission-view = View
permission-execute = Execute

# type
type-service-request = Service request
type-incident = Incident

# situation
situation-in-progress = In progress
situation-suspended = Suspended
situation-resolved = Resolved
situation-closed = Closed
situation-reopened = Reopened
situation-cancelled = Cancelled

# task
task-waiting-capture = Waiting to be captured
task-being-served = Being served
task-waiting-requester = Waiting for the requester
task-waiting-acceptance = Waiting for acceptance
task-finished = Finished

# level
level-high = High
level-medium = Medium
level-low = Low

# impact, a level of its own gender
impact-high = High
impact-medium = Medium
impact-low = Low

# sla
sla-none = To be agreed
sla-on-time = On time
sla-expiring = Expiring
sla-overdue = Overdue
sla-paused = Paused
sla-met = Met
sla-missed = Missed

# origin
origin-portal = Portal
origin-email = E-mail
origin-telephone = Telephone
origin-in-person = In person
origin-api = API
origin-other = Other

# kind
kind-message = Message
kind-note = Note
kind-event = Occurrence

# category
category-registration = Registration
category-customer-follow-up = Customer follow-up
category-status-update = Status update
category-diagnosis = Diagnosis
category-investigation = Investigation
category-memo = Memo
category-information-request = Information request
category-customer-return = Customer return
category-workaround = Workaround
category-execution = Execution
category-sla-change = SLA change
category-reclassification = Reclassification
category-scheduling = Scheduling
category-suspension = Suspension
category-reactivation = Reactivation
category-closure = Closure
category-reopening = Reopening
category-routing = Routing
category-attachment = Attachment
category-message = Message
category-telephone-viewing = Telephone viewing
category-relation = Relation
category-satisfaction = Satisfaction

# action
action-message = Message to the attendant
action-add-note = Add note
action-internal-note = Save internal note
action-view-history = History
action-view-solution = Solution
action-attach = Attach
action-cancel = Cancel
action-reopen = Reopen
action-rate = Rate the service
action-close = Close
action-capture = Capture
action-delegate = Delegate
action-return-to-group = Return to the group
action-suspend = Suspend
action-reactivate = Reactivate
action-change-priority = Change priority
action-change-deadline = Change deadline
action-reclassify = Reclassify
action-resolve = Resolve
action-relate = Relate
action-redact = Redact text
action-view-emails = E-mails

# grade
grade-excellent = Excellent
grade-good = Good
grade-fair = Fair
grade-poor = Poor

# email-state
email-state-pending = Pending
email-state-sent = Sent
email-state-failed = Failed
email-state-suppressed = Suppressed

# relation
relation-child-of = Child of
relation-duplicate-of = Duplicate of

# phone
phone-mobile = Mobile
phone-work = Work
phone-home = Home

# priority
priority-1 = Critical
priority-2 = High
priority-3 = Medium
priority-4 = Low
priority-5 = Minimal

# weekday
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun

# mail-security
mail-security-tls = TLS
mail-security-starttls = STARTTLS
mail-security-plain = No encryption

# mail-transport
mail-transport-folder = Folder (.eml files)
mail-transport-smtp = SMTP server

# template-kind
template-kind-message = Message
template-kind-request = Request
template-kind-password = Password
