# What a telephone system speaks.
told-by-phone-title = Request { $number } asked about over the phone
told-by-phone-text = The situation of request { $number } ({ $title }) was told over the phone.
telephony-count = { $count ->
    [0] You have no request in progress.
    [1] You have one request in progress, number { $number }.
   *[other] You have { $count } requests in progress.
}
telephony-list = { $count ->
    [0] You have no request in progress.
    [1] Your request in progress is { $numbers }.
   *[other] Your requests in progress are: { $numbers }.
}
telephony-facts = Request { $number } is { $situation }. It was opened on { $opened }.
telephony-deadline-ahead = It is due on { $deadline }.
telephony-deadline-passed = Its deadline passed on { $deadline }.
telephony-deadline-late = Its deadline has passed.
telephony-deadline-met = It ended within its deadline.
telephony-deadline-missed = It ended after its deadline.
telephony-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
}
telephony-instant =
    { $day } { telephony-month } { $year }, at { $hour ->
        [0] midnight
        [1] 1 hour
       *[other] { $hour } hours
    }{ $minute ->
        [0] {""}
        [1] {" "}and 1 minute
       *[other] {" "}and { $minute } minutes
    }
