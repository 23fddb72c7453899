# Amounts of time
days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}

# The product, and words that stand everywhere
ui-product = Solicita
ui-close = Close
ui-back = Go back
ui-save = Save
ui-change = Change
ui-retry = Try again
ui-copied = Copied
ui-optional = optional
ui-required = Fill in this field.
ui-form-invalid = Some fields need attention
ui-counter = { $used } of { $limit } characters
ui-loading = Loading
ui-skip = Skip to content
ui-trail = You are here
ui-language = Language
ui-theme = Appearance
ui-theme-system = Same as this computer
ui-theme-light = Light
ui-theme-dark = Dark
ui-show-password = Show password
ui-hide-password = Hide password
ui-caps-lock = Caps Lock is on.
ui-search-clear = Clear search
ui-clear-filters = Clear filters
ui-filters = Filters
ui-all = All
ui-chosen = { $count } chosen
ui-remove-filter = Remove filter { $name }
ui-pages = Pages
ui-page-previous = Previous page
ui-page-next = Next page
ui-shown-of = Showing { $rows } of { $total }
ui-shown-of-more = Showing { $rows } of more than { $total }
ui-more-actions = More actions
ui-download = Download
ui-download-name = Download { $name }
ui-remove = Remove
ui-add = Add
ui-none = Not given

# Places
nav-main = Main navigation
nav-menu = Open menu
nav-menu-close = Close menu
nav-home-of = Solicita, home page
nav-home = Home
nav-requests = My requests
nav-notices = Notices
nav-new = New request
nav-new-short = New
nav-portal = Portal
nav-desk = Attendant desktop
nav-admin = Administration
nav-unread-requests = { $count ->
    [one] request with unread messages
   *[other] requests with unread messages
}
nav-profile = My details and preferences
nav-log-out = Log out
nav-bell = Notifications: { $count } new
nav-bell-title = Notifications
nav-bell-read-all = Mark all as read
nav-bell-empty = Nothing new. Replies and changes to your requests appear here.
nav-news-open = Open the request

# What went wrong
ui-error-network = The server could not be reached
ui-error-timeout = The server took too long to answer
ui-error-logged-out = Log in again to go on
ui-error-unexpected = The server gave an answer we did not expect
ui-error-reference = When you ask for help, quote { $id }.
ui-text-kept = What you wrote is still here.
ui-offline = No connection. What you write is kept on this computer.
ui-crash = This page has stopped working. What you wrote is kept on this computer.
ui-crash-reload = Reload the page
ui-not-found = We cannot find what you are looking for
ui-not-found-text = It may be gone, or not among the things you can see.
ui-no-page = Page not found
ui-no-page-text = Check the address, or start from the home page.
ui-to-home = Go to the home page
ui-alert-info = Information:
ui-alert-success = Done:
ui-alert-warning = Warning:
ui-alert-danger = Error:

# Priority and SLA
ui-priority = Priority
ui-priority-title = Priority { $number }
ui-sla-left-working = { $time } of working time left
ui-sla-left = { $time } left
ui-sla-gone = No deadline
ui-sla-now = due now
ui-sla-ago = { $time } ago
ui-sla-remaining-working = { $time } of working time to go
ui-sla-paused-late = overdue by { $time } of working time
ui-sla-ended = on { $at }
ui-sla-over = by { $time } of working time
ui-sla-used = { $percent } % of the time used

# Files
ui-attach = Attach
ui-drop-files = Drag files here or
ui-choose-files = choose them on your computer
ui-file-limit = up to { $limit } each
ui-file-too-large = { $size } is over the limit of { $limit }
ui-file-too-many = Up to { $limit } files are allowed
ui-file-sending = { $percent } % of { $size }
ui-file-sent = { $size } sent
ui-file-stop = Stop sending { $name }
ui-file-remove = Remove { $name }
ui-file-dismiss = Dismiss { $name }

# Timeline
ui-new-messages = { $count ->
    [one] { $count } new message
   *[other] { $count } new messages
}
ui-new = new
ui-you = You
ui-your-note = Your note
ui-system = Solicita (automatic)
ui-attendant = attendant
ui-internal-note = Internal note
ui-read-at = Read at { $at }
ui-read-on = Read on { $at }
ui-redacted = This text was removed on { $at }.

# Names of the languages, each in itself
language-name-pt-BR = Português (Brasil)
language-name-es = Español
language-name-en = English
