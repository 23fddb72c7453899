# The extension
calls-nav = Assistance
calls-my-extension = Extension that you answer at
calls-record = Save
calls-stop = Stop answering
calls-recorded = Saved at { $at }. The pop-up appears in all your tabs.
calls-recorded-on = Saved on { $at }. The pop-up appears in all your tabs.
calls-not-answering = Without an extension no call appears.
calls-lost-to = { $name } now answers at extension { $extension }
calls-lost-taken = Somebody else now answers at extension { $extension }
calls-lost-away = Extension { $extension } was released while you were away
calls-lost-text = Calls no longer appear to you.
calls-lost-at = Since { $at } calls no longer appear to you.
calls-take-back = Answer at { $extension } again
calls-exchange-on = Telephone exchange connected
calls-exchange-off = Telephone exchange not connected

# In the masthead
calls-chip-extension = Extension
calls-chip-free = free
calls-chip-ringing = ringing
calls-chip-talking = on a call
calls-chip-none = No extension
calls-chip-lost = Extension lost
calls-unfold = Open again
calls-count = Calls: { $count }
calls-more = { $count ->
    [one] { $count } more call
   *[other] { $count } more calls
}

# A pop-up
calls-of = Call from { $name }
calls-fold = Collapse
calls-ringing = Ringing at extension { $extension }
calls-talking = On a call
calls-ended = Call ended
calls-is-over = The call is over
calls-queue = queue { $name }
calls-direct = straight to the extension
calls-number-withheld = Number withheld
calls-number-untold = Number not told
calls-unverified = not verified
calls-unverified-title = The exchange has not confirmed this call: the number may be forged.
calls-extension = extension { $extension }
calls-why-tax-id = Identified by the CPF or CNPJ that was keyed in
calls-why-employee-number = Identified by the employee number that was keyed in
calls-why-telephone = The number that calls is on their record
calls-why-extension = The extension that calls is theirs
calls-why-chosen = Chosen by the attendant
calls-why-registered = Registered in this call
calls-found-tax-id = Found by the CPF or CNPJ that was keyed in
calls-found-employee-number = Found by the employee number that was keyed in
calls-found-telephone = Found by the number that calls
calls-found-extension = Found by the extension that calls
calls-open-count = { $count ->
    [0] none open
    [one] { $count } open
   *[other] { $count } open
}
calls-overdue-count = { $count ->
    [one] { $count } overdue
   *[other] { $count } overdue
}
calls-open-elsewhere = Of groups that you do not see.
calls-see-all = See all
calls-until = until { $at }
calls-open-request = Register new request
calls-somebody-else = It is somebody else
calls-unknown = Caller not identified
calls-claimed = CPF or CNPJ keyed in: { $number }
calls-network-name = Name that the network gives: { $name }
calls-unknown-both = Neither the CPF or CNPJ keyed in nor the number says who it is
calls-unknown-tax-id = The CPF or CNPJ keyed in is not on record
calls-unknown-number = The number does not say who it is
calls-unknown-nothing = The exchange told nothing about the caller
calls-name = Name
calls-unit-none = Not told
calls-register = Add and register
calls-find = Find person
calls-who = Who is calling?
calls-several = It may be one of these { $count } people.
calls-none-of-them = None of them
calls-opened = Opened
calls-task = Task
calls-resumes = resumes on { $at }
calls-execute = Execute
calls-inform = Inform only
calls-view = View
calls-view-child = Opens and closes a child record “{ $service }”.
calls-inform-child = “Inform only” opens and closes a child record “{ $service }”.
calls-child-made = Enquiry recorded as { $number }.
calls-only-now = You do not serve this group: you may read it for this call, and that is recorded.

# After hang-up
calls-about = What was this call about?
calls-seen = seen in this call
calls-other-request = Another request
calls-number = number
calls-number-label = Number of the request
calls-which = Choose a request, or type its number.
calls-or-tag = or tag it without a request
calls-tag-wrong-number = Wrong number
calls-tag-information = Information only
calls-tag-dropped = Dropped
calls-link = Link
calls-link-to = Link to { $number }
calls-open-new = Open new
calls-identify = Say who called
deskopen-call = Opened in the call from { $number }
deskopen-call-text = Once it is opened, the call is linked to it.
deskopen-call-over = The call had been dealt with already: the request was opened without a link to it.

# Assistance
calls-day-mine = Today at your extension
calls-day-all = Today at all extensions
calls-count-received = { $count ->
    [one] received
   *[other] received
}
calls-count-answered = { $count ->
    [one] answered
   *[other] answered
}
calls-count-missed = { $count ->
    [one] missed
   *[other] missed
}
calls-count-abandoned = { $count ->
    [one] gave up
   *[other] gave up
}
calls-count-average = average duration
calls-today = Today's calls
calls-all = All
calls-missed = Missed
calls-unlinked = Not linked
calls-everybody = Everybody's
calls-search = Name, number or request
calls-clear = Clear filters
calls-none = No calls today
calls-none-text = Calls to your extension appear here as soon as they ring.
calls-none-text-all = Calls to all extensions appear here.
calls-none-found = No calls with these filters
calls-time = Time
calls-caller = Who called
calls-queue-head = Queue
calls-result = Result
calls-duration = Duration
calls-about-head = Request or tag
calls-no-queue = Direct
calls-outbound = made by the desk
calls-by-tax-id = by CPF or CNPJ
calls-by-employee-number = by employee number
calls-by-telephone = by telephone
calls-by-extension = by extension
calls-by-chosen = chosen
calls-by-chosen-among = chosen among { $count }
calls-by-registered = registered in the call
calls-result-answered = Answered
calls-result-missed = Missed
calls-result-busy = Busy
calls-result-declined = Declined
calls-result-abandoned = Gave up
calls-result-unknown = Not told
calls-now-ringing = Ringing
calls-now-talking = On a call
calls-now-ended = Ended
calls-rang = rang { $time }
calls-waited = waited { $time }
calls-link-opened = opened
calls-link-viewed = viewed
calls-link-linked = linked
calls-back-until = Call back by { $at }

# Call-backs
calls-backs = To be called back
calls-backs-none = Nobody to call back.
calls-backs-note = One for each number. It goes when somebody calls back or when they call again, and they see it under My requests.
calls-back-missed = Missed { $day ->
    [today] at
   *[other] on
} { $at }:
calls-back-missed-queue = Missed { $day ->
    [today] at
   *[other] on
} { $at } in queue { $name }:
calls-back-missed-extension = Missed { $day ->
    [today] at
   *[other] on
} { $at } at extension { $extension }:
calls-back-times = { $count ->
    [one] called { $count } time
   *[other] called { $count } times
}
calls-back-open = Open:
calls-back-yours = yours
calls-back-take = Take and call
calls-back-call = Call
calls-back-give = Give back
calls-back-done = Done
calls-mine-title = We will call you back
calls-mine = We saw your call { $day ->
    [today] at
   *[other] on
} { $missed } and will call back by { $due } on { $number }.
