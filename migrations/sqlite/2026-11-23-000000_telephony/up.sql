-- The extension that an attendant answers at, or the one they lost since.
CREATE TABLE extensions (
    person_id BIGINT NOT NULL PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
    extension TEXT UNIQUE,
    recorded_at TIMESTAMP NOT NULL,
    lost_extension TEXT,
    lost_why TEXT,
    lost_to BIGINT REFERENCES people (id) ON DELETE SET NULL,
    lost_at TIMESTAMP
);

-- Attendants with a page open, by server: a row that is not renewed counts for nothing.
CREATE TABLE presences (
    node TEXT NOT NULL,
    person_id BIGINT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    seen_at TIMESTAMP NOT NULL,
    PRIMARY KEY (node, person_id)
);
CREATE INDEX presences_person ON presences (person_id, seen_at);

-- People's telephone numbers as E.164: how a caller is found.
CREATE TABLE phone_keys (
    person_id BIGINT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    PRIMARY KEY (person_id, key)
);
CREATE INDEX phone_keys_key ON phone_keys (key);

CREATE TABLE calls (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- Asterisk's Linkedid, the idChamada of the web services, the callId of a PBX; none until one is known.
    call_key TEXT UNIQUE,
    source TEXT NOT NULL,
    direction TEXT NOT NULL,
    -- Whether the exchange tells how it goes on.
    followed BOOLEAN NOT NULL,
    verified BOOLEAN NOT NULL,
    started_at TIMESTAMP NOT NULL,
    answered_at TIMESTAMP,
    ended_at TIMESTAMP,
    talked_seconds BIGINT,
    result TEXT,
    -- The other side's number: as told (empty: withheld), to be compared (E.164, or the digits of an extension).
    number TEXT,
    number_key TEXT,
    caller_name TEXT,
    queue TEXT,
    person_id BIGINT REFERENCES people (id),
    matched_by TEXT,
    claimed TEXT,
    -- The extension that answered, or rang last, and whose it was.
    extension TEXT,
    attendant_id BIGINT REFERENCES people (id),
    -- What the web services said: which, how it is known again, when; the request and its information child.
    service TEXT,
    fingerprint TEXT,
    asked_at TIMESTAMP,
    request_id BIGINT REFERENCES requests (id),
    child_id BIGINT REFERENCES requests (id),
    tag TEXT,
    concluded_at TIMESTAMP,
    search_text TEXT NOT NULL
);
CREATE INDEX calls_time ON calls (started_at);
CREATE INDEX calls_attendant ON calls (attendant_id, id);
CREATE INDEX calls_fingerprint ON calls (fingerprint, asked_at) WHERE fingerprint IS NOT NULL;
CREATE INDEX calls_going_on ON calls (extension) WHERE ended_at IS NULL;
CREATE INDEX calls_number ON calls (number_key, started_at) WHERE number_key IS NOT NULL;

-- Who a call may be from, when several may.
CREATE TABLE call_candidates (
    call_id BIGINT NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
    person_id BIGINT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    PRIMARY KEY (call_id, person_id)
);

-- A call at an attendant's extension.
CREATE TABLE call_popups (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    call_id BIGINT NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
    person_id BIGINT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    extension TEXT NOT NULL,
    raised_at TIMESTAMP NOT NULL,
    answered_at TIMESTAMP,
    -- The call left this extension: it ended, or another answered.
    left_at TIMESTAMP,
    taken_by TEXT,
    -- Until when the attendant may read the call's request, because of the call.
    reads_until TIMESTAMP,
    closed_at TIMESTAMP,
    UNIQUE (call_id, person_id)
);
CREATE INDEX call_popups_open ON call_popups (person_id) WHERE closed_at IS NULL;

CREATE TABLE call_requests (
    call_id BIGINT NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
    request_id BIGINT NOT NULL REFERENCES requests (id),
    kind TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    person_id BIGINT NOT NULL REFERENCES people (id),
    PRIMARY KEY (call_id, request_id)
);
CREATE INDEX call_requests_request ON call_requests (request_id);

-- Missed calls of known people: one at a time for a number.
CREATE TABLE call_backs (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    number_key TEXT NOT NULL,
    number TEXT NOT NULL,
    person_id BIGINT NOT NULL REFERENCES people (id),
    call_id BIGINT NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
    calls INTEGER NOT NULL,
    missed_at TIMESTAMP NOT NULL,
    due_at TIMESTAMP NOT NULL,
    owner_id BIGINT REFERENCES people (id),
    closed_at TIMESTAMP,
    closed_why TEXT,
    closed_by BIGINT REFERENCES people (id)
);
CREATE UNIQUE INDEX call_backs_open ON call_backs (number_key) WHERE closed_at IS NULL;
CREATE INDEX call_backs_number ON call_backs (number_key, id);
CREATE INDEX call_backs_person ON call_backs (person_id) WHERE closed_at IS NULL;
CREATE INDEX call_backs_call ON call_backs (call_id);

-- The last calls to the web services, tax identifiers masked.
CREATE TABLE service_calls (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    at TIMESTAMP NOT NULL,
    service TEXT NOT NULL,
    token_id BIGINT REFERENCES api_tokens (id) ON DELETE SET NULL,
    -- JSON object of the arguments.
    arguments TEXT NOT NULL,
    status INTEGER NOT NULL,
    answer TEXT NOT NULL,
    microseconds BIGINT NOT NULL
);

-- Made for information only (parameter 283): closed at once, for nobody to work on.
ALTER TABLE requests ADD COLUMN information BOOLEAN NOT NULL DEFAULT FALSE;

-- Locked by whoever writes about calls: the exchange, the web services and attendants speak of the same ones at once.
INSERT INTO counters (name, value) VALUES ('calls', 0);

-- What only one node does at a time.
CREATE TABLE leases (
    name TEXT NOT NULL PRIMARY KEY,
    -- The node that does it, while `until` has not passed.
    holder TEXT NOT NULL,
    until TIMESTAMP NOT NULL
);

-- How watching the telephone exchange goes; one row, written by the node that watches.
CREATE TABLE monitor_state (
    id INTEGER NOT NULL PRIMARY KEY,
    holder TEXT NOT NULL,
    -- connecting, connected, waiting.
    phase TEXT NOT NULL,
    -- Why it waits; empty otherwise.
    reason TEXT NOT NULL,
    since TIMESTAMP NOT NULL,
    -- When it tries again.
    next_try_at TIMESTAMP,
    -- host:port.
    address TEXT NOT NULL,
    last_event_at TIMESTAMP,
    -- Rights that the account lacks, comma separated.
    missing_rights TEXT NOT NULL,
    -- Calls under way.
    calls INTEGER NOT NULL,
    -- Changes of calls that could not be stored yet.
    undelivered INTEGER NOT NULL
);
