# The queue
desk-nav-queue = Queue
desk-search = Number, requester, extension or text
desk-queue-total = { $count ->
    [one] { $count } request
   *[other] { $count } requests
}
desk-queue-total-more = more than { $count } requests
desk-views = Views of the queue
desk-view-all = All
desk-view-overdue = Overdue
desk-view-expiring = Expiring
desk-view-on-time = On time
desk-view-paused = Paused
desk-view-no-target = To be agreed
desk-view-unassigned = No responsible
desk-view-mine = Mine
desk-view-all-none = The queue is empty
desk-view-overdue-none = Nothing is overdue
desk-view-expiring-none = Nothing is about to expire
desk-view-on-time-none = Nothing is on time
desk-view-paused-none = Nothing is paused
desk-view-no-target-none = Nothing waits for an agreed deadline
desk-view-unassigned-none = Everything has somebody responsible
desk-view-mine-none = None is yours
desk-show-all = See all
desk-none-found = Nothing matches these filters
desk-none-found-text = Remove a filter, or search for something else.
desk-sort = Order: { $order }
desk-sort-deadline = Nearest deadline
desk-sort-priority = Highest priority
desk-sort-newest = Newest
desk-sort-oldest = Oldest
desk-sort-title = Title
desk-sort-situation = Status
desk-group = Group
desk-groups-all = all
desk-groups-own = mine
desk-groups-every = All groups
desk-groups-some = { $count } of { $total }
desk-situation = Status
desk-situation-open = open
desk-type = Type
desk-responsible = Responsible
desk-requester = Requester
desk-requester-find = Requester: name or number
desk-person-number = Person { $id }
desk-person-nobody = Nobody found
desk-served-by = Served by { $name }
desk-nobody = no responsible
desk-vip = VIP
desk-vip-title = Priority treatment
desk-nothing-open = Choose a request
desk-nothing-open-text = It opens here, and the queue stays where it is.

# A request
desk-request = Request { $number }
desk-request-card = Request
desk-back = Back to the queue
desk-missing = We cannot find { $number }
desk-missing-text = Check the number. It may also belong to a group that you do not see.
desk-deadline = deadline { $at }
desk-deadline-label = Deadline
desk-suspended-until = { $reason }, back on { $at }
desk-more = More
desk-tab-conversation = Conversation and history
desk-tab-description = Description
desk-tab-attachments = Attachments
desk-tab-related = Related
desk-tab-emails = E-mails
desk-solution = Solution
desk-grade = The requester's opinion: { $grade }.
desk-related-none = Nothing related
desk-related-none-text = Use “Relate” to link this one with another: as a child, or as a duplicate.
desk-related-parent = parent request
desk-related-child = child request
desk-related-original = this one repeats
desk-related-duplicate = repeats this one
desk-emails-none = No e-mails
desk-emails-none-text = When something here causes an e-mail, it appears in this list: sent, or with the reason why it was not.
desk-email-no-subject = No subject
desk-email-parameter = parameter { $number }

# Writing
desk-write = Reply or note
desk-text = Reply or note
desk-text-placeholder = Write; then choose who will read it.
desk-send = Send to the requester
desk-reads-internal = only the desk reads it · Ctrl + Enter
desk-reads-message = { $name } reads it in the portal
desk-reads-note = { $name } reads it in the history
desk-note-options = Note options
desk-note-options-hide = Hide options
desk-category = Category of the note
desk-category-usual = The usual one
desk-minutes = Minutes spent
desk-minutes-wrong = Write a whole number from 1 to { $max }.
desk-public-note = Add a public note
desk-reads-public-note = the requester reads it in the history
desk-note-mail = Tell the requester by e-mail
desk-draft-kept = Draft kept
desk-written-internal = Internal note saved on { $number }
desk-written-public = Sent to the requester of { $number }
desk-only-view = You can look, but not write here
desk-only-view-text = Your group may view this request.
desk-ended = Request { $situation }: it takes no more messages or notes

# What is done with a request
desk-requester-reads = { $name } reads this text.
desk-history-reads = It stays in the history, which the requester may read, too.
desk-justification = Justification
desk-reason = Reason
desk-choose = Choose
desk-person = Person
desk-service = Service
desk-service-find = Search or choose a service
desk-impact = Impact
desk-urgency = Urgency
desk-in-the-past = Choose a date and time that has not passed yet.
desk-stale = The request changed while you were writing
desk-stale-text = Behind this window it is already shown as it is now, and what you wrote is still here. Check it and confirm again.
desk-resolve-title = Resolve { $number }
desk-suspend-title = Suspend { $number }
desk-suspend-reason = Reason for suspending
desk-suspend-waits = A message or note from { $name } reactivates the request.
desk-suspend-complement = More about it
desk-suspend-until = Comes back on
desk-suspend-until-help = At that moment it returns to the queue by itself.
desk-suspend-tomorrow = Next working day, 9:00
desk-suspend-three = In 3 days
desk-suspend-week = In a week
desk-delegate-title = Delegate { $number }
desk-delegate-anybody = Nobody: the group captures it
desk-delegate-person-help = Those who may execute that group's requests.
desk-return-title = Return { $number } to the group
desk-reclassify-title = Reclassify { $number }
desk-reclassify-now = Present service: { $service }
desk-reclassify-help = The deadline becomes that of the new service, counted from the opening, and the requester is told.
desk-priority-title = Change the priority of { $number }
desk-priority-help = The priority comes from impact and urgency, and the deadline follows.
desk-deadline-title = Change the deadline of { $number }
desk-deadline-new = New deadline
desk-deadline-present = At present it is due on { $at }.
desk-cancel-title = Cancel { $number }
desk-cancel-text = The work ends here. The conversation can still be read.
desk-reopen-title = Reopen { $number }
desk-reactivate-title = Reactivate { $number }
desk-relate-title = Relate { $number }
desk-relate-how = This request is a
desk-relate-child-help = It is part of the other, but lives its own life.
desk-relate-duplicate-help = It repeats the other, and is resolved with it.
desk-relate-number = Number of the other request
desk-relate-wrong = Write only the number, such as 34534.
desk-redact-title = Redact this text?
desk-redact-text = The text disappears for everybody and does not come back. The row stays in the history, with author and time.
desk-redact-noted = Who redacted it, and why, is kept in the audit trail.
desk-redacted = The text was redacted
desk-done-capture = { $number } is yours
desk-done-resolve = { $number } was resolved
desk-done-suspend = { $number } was suspended
desk-done-reactivate = { $number } was reactivated
desk-done-delegate = { $number } was delegated
desk-done-return-to-group = { $number } went back to the group
desk-done-reclassify = { $number } was reclassified
desk-done-priority = The priority of { $number } was changed
desk-done-deadline = The deadline of { $number } was changed
desk-done-relations = { $number } was related
desk-done-cancel = { $number } was cancelled
desk-done-reopen = { $number } was reopened

# The requester
desk-unit = Unit
desk-place = Place
desk-extension = Extension
desk-email = E-mail
desk-tax-id = CPF or CNPJ
desk-reveal = reveal
desk-reveal-noted = Revealing it is noted in the audit trail.
desk-count-open = { $count ->
    [one] open
   *[other] open
}
desk-count-overdue = { $count ->
    [one] overdue
   *[other] overdue
}
desk-count-service = of this service in 30 days
desk-others = Others that are open
desk-one-more = Open another for this person
desk-contact = Contact for this request
desk-opened = Opened on { $at } by { $name }. Origin: { $origin }.

# Opening a request on behalf of somebody
deskopen-title = New request for somebody
deskopen-lead = For somebody who phoned, came by or wrote.
deskopen-find = Who asks
deskopen-find-help = A CPF or CNPJ works, too; it never appears in an address.
deskopen-register = Not in the list? Register somebody new
deskopen-registered = Search among registered people
deskopen-new-person = The person is registered together with the request.
deskopen-other-person = Somebody else
deskopen-waiting = { $count ->
    [one] Has { $count } open request already
   *[other] Has { $count } open requests already
}
deskopen-name = Full name
deskopen-phone = Telephone
deskopen-tax-id-help = With or without punctuation.
deskopen-request-title = Title
deskopen-origin = Origin
deskopen-parent = Number of the parent request
deskopen-impact-usual = The service's
deskopen-contact-other = Call somebody else, or another number
deskopen-contact-help = Without it, the requester's own data are used.
deskopen-contact-name = Name of the contact
deskopen-solved = It is solved already
deskopen-solved-help = The request is opened and resolved at once.
deskopen-solution-help = The requester reads this text.
deskopen-open = Open the request
deskopen-open-resolved = Open and resolve
deskopen-discard = Discard everything
deskopen-done = The request is open
deskopen-done-text = For { $name }. Read the number out if you are on the phone.
deskopen-number = Number
deskopen-copy = Copy the number { $number }
deskopen-see = See it in the queue
deskopen-another = Open another

# Outage notices
notices-lead = What is down appears on top of the portal, before people open the same request.
notices-publish = Publish a notice
notices-new = New notice
notices-change = Change the notice
notices-none = No notice is published
notices-none-text = Publish one when something affects many people.
notices-since = since { $at }
notices-until = until { $at }
notices-open-ended = no end foreseen
notices-affected = { $count ->
    [one] { $count } person said “me too”
   *[other] { $count } people said “me too”
}
notices-end = End it
notices-end-title = End the notice?
notices-end-text = “{ $title }” leaves the portal now.
notices-title = Title
notices-text = Text
notices-text-help = What does not work, what to do meanwhile.
notices-ends = Until when
notices-ends-help = Left blank, it stays until somebody ends it.
notices-published = The notice is in the portal
notices-changed = The notice was changed
notices-ended = The notice left the portal

# Fields that are searched, and what was not saved
pick-none = Nothing of that name
pick-clear = Clear { $name }
pick-person = Name, e-mail, employee number or CPF
unsaved-title = Leave without saving?
unsaved-text = What you changed here will be lost.
unsaved-leave = Leave without saving
