# Errors: `problem-<code>` is the title of a problem document, `field-<code>` a complaint about a field.

problem-not-found = We could not find what was asked for.
problem-request-not-found = We could not find this request among those you may see.
problem-unauthenticated = Log in to continue.
problem-wrong-credentials = Login or password do not match. Check them and try again.
problem-too-many-logins = Too many failed attempts. Wait { $seconds } s and try again, or ask for a link to set another password.
problem-password-link-expired = This link does not work any more. Ask for another one.
problem-csrf = The page is out of date. Reload it and try again; what you wrote is kept.
problem-scope = This token lacks the scope { $scope }.
problem-role = Your role does not allow this.
problem-token-address = This token may not be used from this address.
problem-session-only = Only somebody who logged in with a password can do this.
problem-on-behalf = Only attendants can open requests for somebody else.
problem-desk-fields = One of the fields sent is reserved for attendants.
problem-action-not-yours = You may not do this with this request.
problem-parameter-off = This is switched off (parameter { $parameter }). Ask an administrator if you need it.
problem-too-late-to-reopen = It is too late to reopen. Open a new request and mention the number of this one.
problem-not-reopenable = This request cannot be reopened.
problem-already-rated = This request has been rated already. Thank you!
problem-no-solution = There is no solution yet.
problem-nobody-has-it = Nobody has captured this request, so there is nothing to give back.
problem-already-captured = { $name } has captured this request already.
problem-already-yours = You are responsible for this request already.
problem-changed-meanwhile = Somebody changed this while you were writing. Look at the present version and try again.
problem-extension-unknown = Nobody recorded this extension under Assistance.
problem-call-back-taken = Somebody else has taken this call-back.
problem-call-followed = The telephone exchange tells when this call is over.
problem-version-old = Somebody changed this after you opened it. Look at the present version and try again; your text is still here.
problem-if-match-missing = Name the version you have read in the If-Match header.
problem-idempotency-running = This very operation is still under way. Wait a moment.
problem-idempotency-mismatch = This idempotency key was used with another body. Use a new key.
problem-idempotency-key-invalid = The idempotency key needs 1 to 200 characters.
problem-already-redacted = This text has been redacted already, or there is none.
problem-too-many-uploads = Too many files were uploaded and not attached. Remove some and try again.
problem-too-many-attachments = A request takes up to { $max } attachments. Remove one before adding another.
problem-file-too-large = The file is over the limit of { $limit } MB. Send a smaller one or split it.
problem-upload-incomplete = The upload broke off. Try sending the file again.
problem-body-too-large = What was sent is too large.
problem-json-expected = Send the body as application/json.
problem-telephony-off = Telephony is off (parameter 281).
problem-argument-missing = The parameter { $name } is missing.
problem-argument-repeated = The parameter { $name } was given more than once.
problem-argument-invalid = The parameter { $name } has no valid value.
problem-media-type-unknown = Send a form (application/x-www-form-urlencoded) or JSON (application/json).
problem-json-malformed = The JSON that was sent has an error in line { $line }, column { $column }.
problem-json-shape = The JSON that was sent does not have the expected shape: { $cause }
problem-bad-request = The call could not be understood. See the API's documentation.
problem-method-not-allowed = This address does not take this method.
problem-invalid-query = A filter does not exist or has an invalid value: { $cause }
problem-unknown-filter = The filter { $name } does not take the value “{ $value }”.
problem-invalid-cursor = This page of the list does not exist any more. Go back to the start of the list.
problem-invalid-page-size = Ask for 1 to { $max } rows a page.
problem-search-too-long = The search takes up to { $max } characters.
problem-invalid = Check the fields pointed out.
problem-too-slow = It took too long. We do not know whether it was done: check before repeating.
problem-database-unavailable = The system is overloaded or under maintenance. Your text is kept; try again in a moment.
problem-internal = Something failed on our side. Your text is kept; try again and, if it persists, tell us the code below.
problem-allowed = What you can do now: { $actions }.
field-required = Fill in this field.
field-too-long = Use up to { $max } characters.
field-control-character = The text has a control character that is not accepted. Delete it or paste without formatting.
field-email-invalid = This does not look like an e-mail address. Example: name@company.com
field-tax-id-invalid = The CPF or CNPJ is not right. Check the digits.
field-taken = There is a record with this value already.
field-unknown = We cannot find this, or it is not active any more. Check it, or choose another.
field-call-event = The event is newCall, answer or hangup.
field-call-direction = The direction is in or out.
field-call-id = The call's identifier is missing, or longer than 250 characters.
field-extension-digits = An extension has digits only, 20 at most.
field-request-unknown = We cannot find a request with this number. Check the number.
field-request-or-tag = Give the request or a tag, not both.
field-service-unknown = This service does not exist, is inactive or is not offered to this person. Choose another from the catalogue.
field-not-executor = This person does not execute requests of this group. Choose another.
field-no-change = It is so already. Choose another value.
field-in-the-past = Choose a date in the future.
field-too-far = Choose a date within { $days } days.
field-minutes = Give 0 to { $max } minutes.
field-category-not-for-notes = This category belongs to actions of the system. Choose another.
field-circle = This relation would make a circle. Choose another request.
field-itself = A request cannot be related to itself. Give another number.
field-solution-not-yours = You do not execute requests of the group of this service, so you cannot record it as resolved. Open it without the solution.
field-upload-unknown = This file is not available any more. Send it again.
field-too-many-files = Send up to { $max } files.
field-file-empty = The file is empty.
field-file-forged = The content is not a real .{ $extension } file. Check the original file.
field-password-short = Use at least { $min } characters.
field-password-common = This password is easy to guess. Choose another.
field-password-wrong = The present password is not right.
field-time-zone-unknown = This time zone does not exist. Example: America/Sao_Paulo
field-address-invalid = Give an IP address or a network, such as 10.0.0.0/8.
problem-illegal-action = { $situation ->
   *[in_progress] This cannot be done: the request is in progress.
    [suspended] This cannot be done: the request is suspended.
    [resolved] This cannot be done: the request is resolved.
    [closed] This cannot be done: the request is closed.
    [reopened] This cannot be done: the request is reopened.
    [cancelled] This cannot be done: the request is cancelled.
}

# Administration.
problem-last-administrator = This is the last active person with the administrator role. Give the role to somebody else first.
problem-person-inactive = This person is inactive. Activate them before sending a password link.
problem-person-without-email = This person has no e-mail address. Enter one before sending a password link.
problem-group-has-requests = { $count ->
    [one] This group still has an open request. Delegate or resolve it before deactivating the group.
   *[other] This group still has { $count } open requests. Delegate or resolve them before deactivating the group.
    }
problem-group-has-services = { $count ->
    [one] This group still serves an active service. Choose another group for it before deactivating this one.
   *[other] This group still serves { $count } active services. Choose another group for them before deactivating this one.
    }
problem-group-in-parameter = Parameter { $parameter } names this group. Choose another one there before deactivating it.
problem-template-in-use = Parameters name this template ({ $parameters }). Replace it there before deleting it.
problem-email-not-retryable = This e-mail was sent already, was suppressed or is being sent right now. Refresh the list.
problem-mail-off = All e-mail is off (parameter 297). Switch it on before trying again.
field-tax-id-length = A CPF has 11 digits and a CNPJ has 14 characters. Check whether one is missing or too many.
field-tax-id-character = There is a character that does not belong in a CPF or CNPJ. Check what was typed.
field-tax-id-check-digits = The check digits do not match. Check what was typed.
field-tax-id-repeated = A CPF or CNPJ of equal digits belongs to nobody.
field-employee-number-personal = The employee number is shown in full: do not use a CPF, a CNPJ or an e-mail address for it.
field-phone-invalid = Enter a telephone number with its area code. Example: (11) 98888-7777
field-too-many = Enter up to { $max } items.
field-member-twice = This person is in the list already.
field-person-inactive = This person is inactive. Activate them or choose somebody else.
field-not-attendant = This person does not have the attendant role. Give them the role or choose somebody else.
field-group-inactive = This group is inactive. Activate it or choose another one.
field-priority-invalid = Priorities go from 1 (critical) to 5 (minimal).
field-priority-twice = This priority has its targets above already.
field-target-invalid = Enter a time above zero and up to { $max } hours, or leave it empty.
field-capture-after-resolve = The time to capture cannot be longer than the time to resolve.
field-icon-invalid = Use the name of an icon: only letters without accents, digits and hyphens.
field-position-invalid = Enter a number from 0 to { $max }.
field-language-unknown = The languages are pt-BR, es and en.
field-kind-in-use = Parameter { $parameter } names this template and needs its present kind. Replace it there before changing the kind.
field-first-number-given = Numbering has begun (the latest request is { $last }) and cannot change any more.
