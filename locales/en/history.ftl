# The history's sentences: `history-<event>`; notifications: `notification-<kind>`.

history-opened = Request opened by { $author }.
history-captured = { $author } captured the request.
history-delegated = { $author } gave the request to { $person }, group { $group }.
history-delegated-group = { $author } gave the request to the group { $group }.
history-returned = { $author } gave the request back to its group.
history-suspended = Suspended by { $author }: { $reason }. The clock has stopped; back by { $until }.
history-reactivated = Reactivated by { $author }. The clock is running again.
history-reactivated-date = Reactivated: the date of return has come. The clock is running again.
history-reactivated-answer = Reactivated by the requester's answer. The clock is running again.
history-reactivated-original = Reactivated to follow the original request.
history-priority-changed = { $author } changed the priority from { $from } to { $to }.
history-deadline-changed = { $author } changed the deadline from { $from } to { $to }.
history-deadline-set = { $author } set the deadline: { $to }.
history-reclassified = { $author } moved the request from “{ $from }” to “{ $to }”. The deadline counts from the opening.
history-resolved = Resolved by { $author }.
history-resolved-in-time = Resolved by { $author }, in time.
history-resolved-late = Resolved by { $author }, after the deadline.
history-resolved-with-original = Resolved together with request { $number }.
history-accepted = Solution accepted by { $author }; request closed.
history-closed-automatically = Closed automatically: nobody reopened it in time.
history-cancelled = Cancelled by { $author }.
history-reopened = Reopened by { $author }. A new deadline has begun.
history-attachment-added = { $author } attached { $name }.
history-attachment-removed = { $author } removed the attachment { $name }.
history-child-opened = { $author } opened the child request { $number }.
history-child-of = Child of request { $number }.
history-parent-of = Request { $number } became a child of this one.
history-duplicate-of = { $author } marked it as a duplicate of request { $number }.
history-has-duplicate = Request { $number } is a duplicate of this one and will be resolved with it.
history-rated = { $author } rated the service: { $grade }.
history-redacted = { $author } redacted a text of the history.
history-told-by-phone = { $author } told the situation over the phone; recorded in request { $number }.
history-closed-information = Closed as it was opened: it only records what was told over the phone.

notification-message = { $author } sent a message
notification-note = { $author } added a note
notification-opened = { $author } opened a request for your group
notification-delegated = { $author } gave this request to you or your group
notification-expiring = The deadline is near
notification-poor-grade = { $author } gave the service a low grade
notification-viewing-service = A viewing over the phone was not recorded: parameter 283 names no active service of type service request
notification-situation = { $situation ->
   *[in_progress] The status changed to in progress
    [suspended] The status changed to suspended
    [resolved] The status changed to resolved
    [closed] The status changed to closed
    [reopened] The status changed to reopened
    [cancelled] The status changed to cancelled
}
