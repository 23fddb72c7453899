CREATE TABLE units (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name TEXT NOT NULL UNIQUE,
    active BOOLEAN NOT NULL,
    version INTEGER NOT NULL
);

CREATE TABLE people (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name TEXT NOT NULL,
    email TEXT UNIQUE,
    tax_id TEXT,
    employee_number TEXT UNIQUE,
    unit_id BIGINT REFERENCES units (id),
    job_title TEXT,
    extension TEXT,
    place TEXT,
    language TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    vip BOOLEAN NOT NULL,
    active BOOLEAN NOT NULL,
    password_hash TEXT,
    search_text TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    version INTEGER NOT NULL
);
-- A CPF belongs to one person; a CNPJ may be shared.
CREATE UNIQUE INDEX people_cpf ON people (tax_id) WHERE length(tax_id) = 11;
CREATE INDEX people_tax_id ON people (tax_id);
CREATE INDEX people_name ON people (name, id);
CREATE INDEX people_extension ON people (extension);

CREATE TABLE person_phones (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    person_id BIGINT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    number TEXT NOT NULL
);
CREATE INDEX person_phones_person ON person_phones (person_id);

CREATE TABLE person_roles (
    person_id BIGINT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    PRIMARY KEY (person_id, role)
);

CREATE TABLE groups (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name TEXT NOT NULL UNIQUE,
    email TEXT,
    see_all BOOLEAN NOT NULL,
    active BOOLEAN NOT NULL,
    version INTEGER NOT NULL
);

CREATE TABLE group_members (
    group_id BIGINT NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    person_id BIGINT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    permission TEXT NOT NULL,
    change_sla BOOLEAN NOT NULL,
    PRIMARY KEY (group_id, person_id)
);
CREATE INDEX group_members_person ON group_members (person_id);

CREATE TABLE sessions (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    person_id BIGINT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    created_at TIMESTAMP NOT NULL,
    last_seen_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    user_agent TEXT NOT NULL,
    address TEXT NOT NULL
);
CREATE INDEX sessions_person ON sessions (person_id);
CREATE INDEX sessions_expiry ON sessions (expires_at);

CREATE TABLE login_failures (
    subject TEXT NOT NULL PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_at TIMESTAMP NOT NULL,
    blocked_until TIMESTAMP NOT NULL
);

CREATE TABLE password_links (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    person_id BIGINT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP
);
CREATE INDEX password_links_person ON password_links (person_id);

CREATE TABLE api_tokens (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name TEXT NOT NULL,
    prefix TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    person_id BIGINT NOT NULL REFERENCES people (id),
    scopes TEXT NOT NULL,
    allowed_addresses TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    created_by BIGINT REFERENCES people (id),
    expires_at TIMESTAMP,
    last_used_at TIMESTAMP,
    revoked_at TIMESTAMP
);

CREATE TABLE calendars (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name TEXT NOT NULL UNIQUE,
    -- JSON of contract::admin::CalendarEdit, validated when saved.
    definition TEXT NOT NULL,
    version INTEGER NOT NULL
);

CREATE TABLE service_categories (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name TEXT NOT NULL UNIQUE,
    icon TEXT NOT NULL,
    position INTEGER NOT NULL,
    version INTEGER NOT NULL
);

CREATE TABLE services (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name TEXT NOT NULL UNIQUE,
    description TEXT NOT NULL,
    hint TEXT NOT NULL,
    request_type TEXT NOT NULL,
    category_id BIGINT NOT NULL REFERENCES service_categories (id),
    group_id BIGINT REFERENCES groups (id),
    calendar_id BIGINT NOT NULL REFERENCES calendars (id),
    impact TEXT NOT NULL,
    fixed_priority INTEGER,
    confidential BOOLEAN NOT NULL,
    active BOOLEAN NOT NULL,
    version INTEGER NOT NULL
);

CREATE TABLE service_targets (
    service_id BIGINT NOT NULL REFERENCES services (id) ON DELETE CASCADE,
    priority INTEGER NOT NULL,
    capture_seconds BIGINT,
    resolve_seconds BIGINT,
    PRIMARY KEY (service_id, priority)
);

CREATE TABLE service_units (
    service_id BIGINT NOT NULL REFERENCES services (id) ON DELETE CASCADE,
    unit_id BIGINT NOT NULL REFERENCES units (id),
    PRIMARY KEY (service_id, unit_id)
);

CREATE TABLE suspension_reasons (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name_pt TEXT NOT NULL,
    name_es TEXT NOT NULL,
    name_en TEXT NOT NULL,
    waits_requester BOOLEAN NOT NULL,
    active BOOLEAN NOT NULL,
    version INTEGER NOT NULL
);

-- Counters that must never give a value twice: the request numbers.
CREATE TABLE counters (
    name TEXT NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL
);

INSERT INTO counters (name, value) VALUES ('request_number', 0);

CREATE TABLE requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    number BIGINT NOT NULL UNIQUE,
    request_type TEXT NOT NULL,
    service_id BIGINT NOT NULL REFERENCES services (id),
    title TEXT NOT NULL,
    -- The title, folded: lists are sorted and paged by it.
    sort_title TEXT NOT NULL,
    description TEXT NOT NULL,
    requester_id BIGINT NOT NULL REFERENCES people (id),
    opened_by BIGINT NOT NULL REFERENCES people (id),
    origin TEXT NOT NULL,
    situation TEXT NOT NULL,
    group_id BIGINT REFERENCES groups (id),
    responsible_id BIGINT REFERENCES people (id),
    impact TEXT NOT NULL,
    urgency TEXT NOT NULL,
    priority INTEGER NOT NULL,
    contact_name TEXT NOT NULL,
    contact_phone TEXT NOT NULL,
    contact_email TEXT NOT NULL,
    contact_place TEXT NOT NULL,
    opened_at TIMESTAMP NOT NULL,
    solution TEXT,
    resolved_at TIMESTAMP,
    resolved_by BIGINT REFERENCES people (id),
    ended_at TIMESTAMP,
    closes_at TIMESTAMP,
    parent_id BIGINT REFERENCES requests (id),
    duplicate_of_id BIGINT REFERENCES requests (id),
    suspension_reason_id BIGINT REFERENCES suspension_reasons (id),
    resumes_at TIMESTAMP,
    -- The SLA cycle in course; earlier ones are in sla_cycles.
    cycle INTEGER NOT NULL,
    cycle_started_at TIMESTAMP NOT NULL,
    target_seconds BIGINT,
    deadline_at TIMESTAMP,
    deadline_by_hand TIMESTAMP,
    warn_at TIMESTAMP,
    warned_at TIMESTAMP,
    sla_met BOOLEAN,
    -- deadline_at, or the end of time: lists are sorted and paged by it.
    sort_deadline TIMESTAMP NOT NULL,
    capture_deadline_at TIMESTAMP,
    captured_at TIMESTAMP,
    unread_requester INTEGER NOT NULL,
    unread_desk INTEGER NOT NULL,
    grade TEXT,
    grade_comment TEXT,
    graded_at TIMESTAMP,
    -- Title, description, number, requester: folded for the search.
    search_text TEXT NOT NULL,
    version INTEGER NOT NULL
);
CREATE INDEX requests_requester ON requests (requester_id, sort_deadline, id);
CREATE INDEX requests_group ON requests (group_id, situation, sort_deadline, id);
CREATE INDEX requests_responsible ON requests (responsible_id, situation, sort_deadline, id);
CREATE INDEX requests_opened_by ON requests (opened_by);
CREATE INDEX requests_situation ON requests (situation, sort_deadline, id);
CREATE INDEX requests_parent ON requests (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX requests_duplicate ON requests (duplicate_of_id) WHERE duplicate_of_id IS NOT NULL;
CREATE INDEX requests_resumes ON requests (resumes_at) WHERE resumes_at IS NOT NULL;
CREATE INDEX requests_closes ON requests (closes_at) WHERE closes_at IS NOT NULL;

CREATE TABLE sla_cycles (
    request_id BIGINT NOT NULL REFERENCES requests (id),
    number INTEGER NOT NULL,
    started_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP,
    target_seconds BIGINT,
    deadline_at TIMESTAMP,
    met BOOLEAN,
    PRIMARY KEY (request_id, number)
);

CREATE TABLE sla_pauses (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    request_id BIGINT NOT NULL REFERENCES requests (id),
    cycle INTEGER NOT NULL,
    started_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP,
    reason_id BIGINT NOT NULL REFERENCES suspension_reasons (id)
);
CREATE INDEX sla_pauses_request ON sla_pauses (request_id, cycle, id);

-- The history: append-only (triggers below).
CREATE TABLE occurrences (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    request_id BIGINT NOT NULL REFERENCES requests (id),
    kind TEXT NOT NULL,
    category TEXT NOT NULL,
    origin TEXT NOT NULL,
    side TEXT NOT NULL,
    author_id BIGINT REFERENCES people (id),
    at TIMESTAMP NOT NULL,
    -- Code and arguments (JSON) of the sentence that says what was done.
    event TEXT,
    data TEXT,
    text TEXT,
    public BOOLEAN NOT NULL,
    minutes INTEGER,
    search_text TEXT NOT NULL,
    redacted_at TIMESTAMP,
    redacted_by BIGINT REFERENCES people (id)
);
CREATE INDEX occurrences_request ON occurrences (request_id, id);

CREATE TABLE message_reads (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    request_id BIGINT NOT NULL REFERENCES requests (id),
    side TEXT NOT NULL,
    up_to BIGINT NOT NULL,
    person_id BIGINT NOT NULL REFERENCES people (id),
    at TIMESTAMP NOT NULL
);
CREATE INDEX message_reads_request ON message_reads (request_id, side, up_to);

CREATE TABLE attachments (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- None while it waits to be attached.
    request_id BIGINT REFERENCES requests (id),
    occurrence_id BIGINT REFERENCES occurrences (id),
    name TEXT NOT NULL,
    size BIGINT NOT NULL,
    media_type TEXT NOT NULL,
    hash TEXT NOT NULL,
    uploader_id BIGINT NOT NULL REFERENCES people (id),
    added_at TIMESTAMP NOT NULL,
    internal BOOLEAN NOT NULL,
    removed_at TIMESTAMP,
    removed_by BIGINT REFERENCES people (id)
);
CREATE INDEX attachments_request ON attachments (request_id);
CREATE INDEX attachments_hash ON attachments (hash);

CREATE TABLE notifications (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    person_id BIGINT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    request_id BIGINT NOT NULL REFERENCES requests (id),
    actor_id BIGINT REFERENCES people (id),
    desk BOOLEAN NOT NULL,
    at TIMESTAMP NOT NULL,
    read_at TIMESTAMP
);
CREATE INDEX notifications_person ON notifications (person_id, id);
CREATE INDEX notifications_unread ON notifications (person_id) WHERE read_at IS NULL;

CREATE TABLE live_events (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    -- The transaction that wrote it, on PostgreSQL; 0 on SQLite, where identifiers follow commits.
    tx BIGINT NOT NULL,
    at TIMESTAMP NOT NULL,
    kind TEXT NOT NULL,
    number BIGINT,
    actor_id BIGINT,
    -- For whom: one person, the requester, a group; everybody when all are empty.
    person_id BIGINT,
    requester_id BIGINT,
    group_id BIGINT,
    confidential BOOLEAN NOT NULL
);
CREATE INDEX live_events_order ON live_events (tx, id);

CREATE TABLE email_templates (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    version INTEGER NOT NULL
);

CREATE TABLE email_template_texts (
    template_id BIGINT NOT NULL REFERENCES email_templates (id) ON DELETE CASCADE,
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (template_id, language)
);

CREATE TABLE emails (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    request_id BIGINT REFERENCES requests (id),
    occurrence_id BIGINT REFERENCES occurrences (id),
    parameter INTEGER,
    template_id BIGINT REFERENCES email_templates (id) ON DELETE SET NULL,
    recipient_id BIGINT REFERENCES people (id),
    recipient_name TEXT,
    address TEXT,
    language TEXT NOT NULL,
    subject TEXT,
    html TEXT,
    text TEXT,
    message_id TEXT NOT NULL UNIQUE,
    -- Attachments that travel with it: comma separated identifiers.
    attachment_ids TEXT NOT NULL,
    state TEXT NOT NULL,
    suppress_reason TEXT,
    attempts INTEGER NOT NULL,
    last_error TEXT,
    created_at TIMESTAMP NOT NULL,
    next_attempt_at TIMESTAMP,
    claimed_until TIMESTAMP,
    sent_at TIMESTAMP
);
CREATE INDEX emails_due ON emails (next_attempt_at) WHERE state = 'pending';
CREATE INDEX emails_request ON emails (request_id, id);
CREATE INDEX emails_state ON emails (state, id);

CREATE TABLE parameters (
    id INTEGER NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE parameter_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    parameter INTEGER NOT NULL,
    author_id BIGINT REFERENCES people (id),
    at TIMESTAMP NOT NULL,
    old_value TEXT NOT NULL,
    new_value TEXT NOT NULL
);
CREATE INDEX parameter_changes_parameter ON parameter_changes (parameter, id);

CREATE TABLE mail_account (
    id INTEGER NOT NULL PRIMARY KEY,
    transport TEXT NOT NULL,
    host TEXT NOT NULL,
    port INTEGER NOT NULL,
    security TEXT NOT NULL,
    username TEXT NOT NULL,
    password TEXT NOT NULL,
    from_name TEXT NOT NULL,
    from_address TEXT NOT NULL,
    version INTEGER NOT NULL
);

CREATE TABLE idempotency_keys (
    caller TEXT NOT NULL,
    route TEXT NOT NULL,
    key TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    status INTEGER NOT NULL,
    body TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (caller, route, key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);

CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    at TIMESTAMP NOT NULL,
    author_id BIGINT REFERENCES people (id),
    action TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id BIGINT,
    detail TEXT NOT NULL
);

CREATE TABLE notices (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    starts_at TIMESTAMP NOT NULL,
    ends_at TIMESTAMP,
    ended_at TIMESTAMP,
    author_id BIGINT NOT NULL REFERENCES people (id)
);

CREATE TABLE notice_votes (
    notice_id BIGINT NOT NULL REFERENCES notices (id) ON DELETE CASCADE,
    person_id BIGINT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    at TIMESTAMP NOT NULL,
    PRIMARY KEY (notice_id, person_id)
);

CREATE TRIGGER occurrences_no_delete BEFORE DELETE ON occurrences
BEGIN
    SELECT RAISE(ABORT, 'the history is append-only');
END;

-- Redaction blanks the text and keeps the row; nothing else may change.
CREATE TRIGGER occurrences_no_update BEFORE UPDATE ON occurrences
WHEN NEW.text IS NOT NULL OR NEW.redacted_at IS NULL OR OLD.redacted_at IS NOT NULL
    OR NEW.id <> OLD.id OR NEW.request_id <> OLD.request_id OR NEW.kind <> OLD.kind OR NEW.category <> OLD.category
    OR NEW.origin <> OLD.origin OR NEW.side <> OLD.side OR NEW.author_id IS NOT OLD.author_id OR NEW.at <> OLD.at
    OR NEW.event IS NOT OLD.event OR NEW.public <> OLD.public OR NEW.minutes IS NOT OLD.minutes
BEGIN
    SELECT RAISE(ABORT, 'the history is append-only');
END;
