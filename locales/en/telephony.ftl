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
telephony-list-first = You have { $count } requests in progress. { $read ->
    [1] The most urgent is { $numbers }.
   *[other] The most urgent are: { $numbers }.
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

# The console: how the exchange is watched, and the simulator.
monitor-reason-unknown-host = The address of parameter 178 does not exist on the network. Check the name.
monitor-reason-refused = Nothing listens at this address and port. Check parameter 178, and that the manager interface is on.
monitor-reason-unreachable = The network does not lead to the exchange. Check routes and firewalls.
monitor-reason-no-answer = The exchange did not answer in time.
monitor-reason-not-asterisk = What answers at this address is no manager interface of an Asterisk. Check the port.
monitor-reason-wrong-secret = The exchange refused account or secret, or the address of this server. Check parameters 179 and 180, and permit in manager.conf.
monitor-reason-login-refused = The exchange does not let this account log in from here. Check the address permissions (permit, acl) in manager.conf.
monitor-reason-closed = The exchange closed the connection.
monitor-reason-broken = The connection broke.
monitor-reason-silent = The exchange stopped answering.
monitor-reason-ended = The connection was ended to be made anew.
monitor-reason-incomplete = Parameters are missing: address, account or secret (178 to 180).
monitor-reason-no-node = No server has taken up watching yet. This takes some seconds.
monitor-right-reporting = The account lacks reporting in write=: calls that rang before the connection do not show, and all others show as not verified.
monitor-right-call = The account lacks call in read=: no call is followed.
monitor-right-agent = The account lacks agent in read=: the queues of calls are not known.
simulation-off = Parameter 281 is off: the services answer 403, and nothing happens.
simulation-claim-wrong = The CPF or CNPJ is not valid: digits are missing or too many, or mistyped.
simulation-claim-nobody = Nobody has this CPF, CNPJ or employee number.
simulation-claim-nobody-new = Nobody has this CPF, CNPJ or employee number: the pop-up says that the caller is not identified.
simulation-claim-one = The caller is { $name }.
simulation-claim-several = { $count } people have this CNPJ.
simulation-claim-several-new = { $count } people have this CNPJ: the pop-up asks to choose.
simulation-waits = Without an extension it waits for this call to ring at one: the pop-up appears there.
simulation-no-extension = The extension is missing.
simulation-extension-nobody = Nobody recorded extension { $extension }: there is nowhere to show it.
simulation-extension = Extension { $extension } is recorded by { $name }, who has a page open: the pop-up appears there.
simulation-extension-away = Extension { $extension } is recorded by { $name }, who has no page open: the pop-up waits until they open one.
simulation-no-number = The request's number is missing, or is no number.
simulation-not-theirs = { $number } does not exist or is somebody else's: the answer is the same.
simulation-theirs = { $number } exists, and may be shown to the caller.
simulation-executes = The attendant executes in its group: the button is Execute.
simulation-views = The attendant does not execute in its group: the button is View.
simulation-child = Viewing or only informing opens and closes a child of the service “{ $service }” (282 and 283).
simulation-no-child = 283 names no active service of type service request: viewing goes on without a child, and administrators are told.
simulation-number-strange = The number that calls is no telephone number, or the default area code (parameter 1020) is missing.
simulation-number-decided = { $count ->
    [0] The number that calls is nobody's; the CPF decides.
    [1] The number that calls is one person's; the CPF decides.
   *[other] The number that calls is { $count } people's; the CPF decides.
}
simulation-number = { $count ->
    [0] Nobody has the number that calls: the pop-up says that the caller is not identified.
    [1] The number that calls identifies one person.
   *[other] The number that calls is { $count } people's: the pop-up asks to choose.
}
