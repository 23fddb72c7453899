# Before the login
login-title = Log in
login-lead = Use your work account.
login-login = E-mail, CPF or employee number
login-password = Password
login-enter = Log in
login-forgot = First time here, or forgotten password
login-about = What Solicita is
login-motto = Ask for what you need and follow it to the end.
login-promise-catalogue = Everything in one catalogue
login-promise-catalogue-text = Every department that serves you, in the same place.
login-promise-deadline = A deadline that explains itself
login-promise-deadline-text = You see what counts, what does not, and why.
login-promise-answer = The conversation beside the request
login-promise-answer-text = Ask and answer on the request itself.
relogin-title = Your session has ended
relogin-text = { $name }, please log in again. The page stays as it is, with everything you wrote.
relogin-enter = Log in and go on
relogin-leave = Leave
forgot-title = Get a link by e-mail
forgot-lead = For your first visit, and for a password you have forgotten.
forgot-email = E-mail
forgot-send = Send the link
forgot-sent = Check your inbox
forgot-sent-text = If { $email } is registered, the link arrives within a few minutes. It works only once and for a limited time.
forgot-back = Back to the login
password-title = Choose your password
password-for = { $name }, this link works until { $until }.
password-new = New password
password-repeat = Repeat the new password
password-help = At least { $min } characters. A short sentence is easy to remember and hard to guess.
password-length = The password needs { $min } to { $max } characters.
password-different = The two passwords are not the same.
password-save = Save the password
password-done = The password has been saved
password-enter = Log in with the new password
password-expired = This link has been used already or is no longer valid
password-another = Ask for another link

# The first page and the catalogue
home-question = What do you need, { $name }?
home-search = Search for a service, or describe the problem in your own words
home-often = You ask most for:
home-catalogue = Service catalogue
home-all-services = { $count ->
    [one] See { $count } service
   *[other] See all { $count } services
}
home-more-services = { $count ->
    [one] { $count } more service
   *[other] { $count } more services
}
home-legend = The time beside each service is its usual target in working hours; it changes with the priority.
home-target-title = Usual target in working hours
home-to-be-agreed = to be agreed
home-found = { $count ->
    [0] No service found
    [one] { $count } service found
   *[other] { $count } services found
}
home-found-none = Try another word, or look through the areas.
home-browse = See the whole catalogue
home-own = Your requests
home-own-all = See all
home-own-none = Nothing open. What you ask for appears here, with its deadline and the conversation.
home-waits-acceptance = Waits for your acceptance
home-waits-answer = Waits for your answer

# Outage notices
notice-lead = Problems that affect many people and are already being worked on.
notice-none = Everything works
notice-none-text = There are no notices right now. If something does not work for you, open a request.
notice-since = Since { $at }
notice-until = expected back: { $at }
notice-affected = { $count ->
    [one] { $count } person affected
   *[other] { $count } people affected
}
notice-me-too = Me too
notice-me-too-done = We have counted you

# Opening a request
open-choose = What would you like to ask for?
open-choose-lead = Choose the service. Whoever serves it gets your request at once.
open-found-none = Try a simpler word, or clear the search and look through the areas.
open-no-service = This service is not among those offered to you
open-other-service = Choose another service
open-change-service = Change the service
open-title = Title
open-description = Description
open-hint = Tell us what happens, since when, and what you have tried.
open-no-passwords = Never write passwords.
open-files = Attachments
open-urgency = Urgency
open-urgency-high = I cannot work, or there is a fixed time
open-urgency-medium = It gets in the way, but I can manage
open-urgency-low = It can wait a few days
open-contact = Contact for this request
open-contact-name = Name
open-contact-phone = Telephone
open-contact-email = E-mail
open-contact-place = Place
open-contact-own = Use my own data
open-contact-other = Somebody else should be contacted
open-prediction-priority = Expected priority
open-prediction-deadline = Expected deadline
open-prediction-target = Target of { $time } of working time, { $calendar }.
open-prediction-group = Served by: { $group }.
open-send = Send request
open-waits-for-files = { $count ->
    [one] The file on its way is finished first.
   *[other] The { $count } files on their way are finished first.
}
open-draft-saved = Draft kept at { $at }.
open-draft-resumed = We picked up your draft from { $at }.
open-draft-discard = Start over
open-similar = { $count ->
    [one] You already have a similar open request
   *[other] You already have { $count } similar open requests
}
open-similar-dismiss = Mine is different
open-similar-write = Write there
open-similar-with = { $situation }, with { $person }, since { $since }
open-similar-since = { $situation } since { $since }

# A request was opened
opened-title = Your request is registered
opened-mail = The confirmation goes to { $email }.
opened-number = Request number
opened-number-use = Quote this number when you call.
opened-copy = Copy the number { $number }
opened-target = { $time } of working time from now
opened-levels = { $impact } impact, { $urgency } urgency
opened-next = What happens next
opened-step-1 = Registered
opened-step-2 = Somebody in the group takes it
opened-step-3 = Work and solution
opened-step-4 = You confirm
opened-step-4-text = accept, rate or reopen
opened-goal = target: by { $at }
opened-not-sent = { $count ->
    [one] { $count } file was not sent
   *[other] { $count } files were not sent
}
opened-without = The request was registered without it.
opened-attach-again = Attach another version
opened-follow = Follow the request
opened-list = Go to My requests
opened-clock = The deadline's clock stops while we wait for your answer and goes on when you reply. Every pause is shown on the request, with its reason.

# My requests
mine-lead = Deadlines count only the working hours of whoever serves each request.
mine-views = Views of the list
mine-active = Active
mine-waiting = Waiting for you
mine-ended = Ended
mine-all = All
mine-search = Number, title, description or message
mine-situation = Status
mine-all-situations = All
mine-type = Type
mine-order = Order
mine-sort-deadline = Nearest deadline
mine-sort-newest = Newest
mine-sort-oldest = Oldest
mine-sort-priority = Priority
mine-sort-number = Number
mine-sort-title = Title
mine-found = { $count ->
    [0] No request found
    [one] { $count } request found
   *[other] { $count } requests found
}
mine-none = No requests so far
mine-none-text = What you ask for, here or by phone, joins this list with its deadline and the conversation.
mine-none-waiting = Nothing waits for you
mine-none-waiting-text = When we need an answer or your acceptance, the request appears here.
mine-none-ended = No ended requests
mine-none-ended-text = Closed and cancelled ones stay here to look things up.
mine-none-found = No request matches these filters
mine-none-found-text = Remove one of the filters, or search for another word.
mine-choose-service = Choose a service
mine-opened = Opened { $at }
mine-deadline = Due { $at }
mine-resumes = Resumes { $at }
mine-target = target { $time }
mine-reopen-until = until { $at }
mine-task-answer = Waiting for your answer
mine-task-acceptance = Waiting for your acceptance
mine-now-in-progress = { $number } is in progress
mine-now-suspended = { $number } is suspended
mine-now-resolved = Your rating of { $number } has arrived
mine-now-closed = { $number } is closed. Thank you for answering.
mine-now-reopened = { $number } is open again; whoever serves it has been told
mine-now-cancelled = { $number } has been cancelled

# One request
req-missing = We cannot find { $number } among yours
req-missing-text = Check the number. If somebody else opened it, only they and whoever serves it can see it.
req-missing-list = See my requests
req-standing-served = Being served by **{ $person }**, { $group }
req-standing-waiting = Waiting to be captured by **{ $group }**
req-standing-suspended = On hold: **{ $reason }**
req-standing-resolved = Resolved by **{ $person }**, { $group }
req-standing-cancelled = It will not be served any more
req-cancel = Cancel request
req-cancel-title = Cancel { $number }?
req-cancel-text = Whoever serves it is told and the work stops. The conversation can still be read.
req-cancel-keep = Keep the request
req-reason = Reason
req-reopen = Reopen request
req-reopen-title = Reopen { $number }
req-reopen-text = A new deadline begins. The result of the earlier one is kept.
req-reopen-why = What is not solved yet?
req-write = Write on this request
req-to-person = { $name } is told at once and answers here.
req-to-group = The group { $name } is told at once; the answer appears here.
req-message-placeholder = Write your message
req-send-message = Send message
req-send-hint = Ctrl + Enter sends
req-note = Note
req-note-text = A note records a fact or a comment. To ask something, use a message.
req-note-placeholder = Write the note
req-note-category = Category
req-note-origin = Origin
req-note-notify = Tell the responsible
req-note-saved = Note added
req-timeline = Conversation and history
req-timeline-none = There is nothing here yet.
req-timeline-older = See earlier ones
req-filter = Show
req-filter-all = Everything
req-filter-messages = Messages
req-filter-notes = Notes
req-messages-hidden = The messages of this service can be read only by the requester and whoever serves it
req-ended-closed = This request is closed
req-ended-cancelled = This request was cancelled
req-ended-text = It takes no more messages or attachments.
req-open-another = Open another one
req-deadline = Deadline
req-group = Executor group
req-clock-resumes = Resumes { $at }
req-clock-none = This service has no target: the deadline is agreed with whoever serves it.
req-clock-gone = The deadline ceased to apply when the request was cancelled.
req-clock-runs = The clock is **running**: { $used } of { $target } of working time.
req-clock-paused = The clock is **stopped**: { $used } of { $target } of working time used.
req-clock-stopped = The clock stopped at { $used } of { $target } of working time.
req-clock-how = How this deadline came about
req-how-target = For priority { $priority }, the target of this service is to resolve within **{ $time } of working time**.
req-how-none = This service has no target for this priority.
req-how-by-hand = Whoever serves it set this deadline; the reason is in the history.
req-how-calendar = Hours that count: { $calendar }.
req-how-waited = we were waiting for your answer
req-how-pause = We did not count **{ $time }** ({ $reason }), from { $from } to { $until }.
req-how-pausing = Nothing has counted since { $from } ({ $reason }).
req-how-captured = Captured on { $at }.
req-how-capture = Somebody should capture it by { $at }.
req-how-cycle-met = Deadline no. { $number }, { $deadline }, was **met**.
req-how-cycle-missed = Deadline no. { $number }, { $deadline }, was **missed**.
req-how-reopened = If it is reopened, a new deadline begins and this result is kept.
req-description = Description
req-service = Service
req-opened = Opened
req-opened-by-way = { $at } ({ $origin })
req-opened-by = Opened by
req-requester = Requester
req-contact = Contact
req-urgency = Urgency
req-impact = Impact
req-attachments = Attachments
req-attachments-none = No files.
req-attachment-you = you
req-attachment-remove = Remove { $name }?
req-attachment-remove-text = Whoever serves the request no longer sees the file. The removal is recorded in the history.
req-attachment-removed = { $name } has been removed
req-related = Related
req-related-parent = Part of
req-related-child = Includes
req-related-original = Repeats
req-related-duplicate = Repeated in
req-survey-question = How were you served?
req-survey-choose = Choose one of the four grades.
req-survey-comment = Comment
req-survey-accept = Accept and send rating
req-survey-send = Send rating
req-survey-just-accept = Accept the solution
req-survey-not-solved = Not solved, reopen
req-survey-write = Write a message first
req-survey-given = You rated it: { $grade }
req-survey-reopen-until = You can reopen it until { $at }.
req-survey-closes = Without an answer it closes on { $at }.

# One's own page
profile-title = My details and preferences
profile-data = My details
profile-data-text = Is something wrong? Ask the portal's administration to correct it.
profile-email = E-mail
profile-number = Employee no.
profile-tax-id = CPF or CNPJ
profile-unit = Unit
profile-place = Place
profile-extension = Extension
profile-phones = Telephones
profile-roles = Roles
profile-groups = Groups
profile-preferences = Preferences
profile-time-zone = Time zone
profile-look-text = Applies to this browser only.
profile-saved = Preferences saved
profile-password = Password
profile-password-current = Current password
profile-sessions = Where you are logged in
profile-sessions-text = End what you do not recognise, and change your password.
profile-session-seen = Last used { $at }, address { $address }
profile-session-this = This session
profile-session-end = End
profile-session-unknown = Unknown browser
