//! The tables, as both databases hold them. A test compares this with the live schemas.
#![allow(missing_docs, reason = "the columns are documented in the migrations")]

diesel::table! {
    units (id) {
        id -> BigInt,
        name -> Text,
        active -> Bool,
        version -> Integer,
    }
}

diesel::table! {
    people (id) {
        id -> BigInt,
        name -> Text,
        email -> Nullable<Text>,
        tax_id -> Nullable<Text>,
        employee_number -> Nullable<Text>,
        unit_id -> Nullable<BigInt>,
        job_title -> Nullable<Text>,
        extension -> Nullable<Text>,
        place -> Nullable<Text>,
        language -> Text,
        time_zone -> Text,
        vip -> Bool,
        active -> Bool,
        password_hash -> Nullable<Text>,
        search_text -> Text,
        created_at -> Timestamp,
        version -> Integer,
    }
}

diesel::table! {
    person_phones (id) {
        id -> BigInt,
        person_id -> BigInt,
        kind -> Text,
        number -> Text,
    }
}

diesel::table! {
    person_roles (person_id, role) {
        person_id -> BigInt,
        role -> Text,
    }
}

diesel::table! {
    groups (id) {
        id -> BigInt,
        name -> Text,
        email -> Nullable<Text>,
        see_all -> Bool,
        active -> Bool,
        version -> Integer,
    }
}

diesel::table! {
    group_members (group_id, person_id) {
        group_id -> BigInt,
        person_id -> BigInt,
        permission -> Text,
        change_sla -> Bool,
    }
}

diesel::table! {
    sessions (id) {
        id -> BigInt,
        token_hash -> Text,
        person_id -> BigInt,
        created_at -> Timestamp,
        last_seen_at -> Timestamp,
        expires_at -> Timestamp,
        user_agent -> Text,
        address -> Text,
    }
}

diesel::table! {
    login_failures (subject) {
        subject -> Text,
        failures -> Integer,
        last_at -> Timestamp,
        blocked_until -> Timestamp,
    }
}

diesel::table! {
    password_links (id) {
        id -> BigInt,
        token_hash -> Text,
        person_id -> BigInt,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    api_tokens (id) {
        id -> BigInt,
        name -> Text,
        prefix -> Text,
        token_hash -> Text,
        person_id -> BigInt,
        scopes -> Text,
        allowed_addresses -> Text,
        created_at -> Timestamp,
        created_by -> Nullable<BigInt>,
        expires_at -> Nullable<Timestamp>,
        last_used_at -> Nullable<Timestamp>,
        revoked_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    calendars (id) {
        id -> BigInt,
        name -> Text,
        definition -> Text,
        version -> Integer,
    }
}

diesel::table! {
    service_categories (id) {
        id -> BigInt,
        name -> Text,
        icon -> Text,
        position -> Integer,
        version -> Integer,
    }
}

diesel::table! {
    services (id) {
        id -> BigInt,
        name -> Text,
        description -> Text,
        hint -> Text,
        request_type -> Text,
        category_id -> BigInt,
        group_id -> Nullable<BigInt>,
        calendar_id -> BigInt,
        impact -> Text,
        fixed_priority -> Nullable<Integer>,
        confidential -> Bool,
        active -> Bool,
        version -> Integer,
    }
}

diesel::table! {
    service_targets (service_id, priority) {
        service_id -> BigInt,
        priority -> Integer,
        capture_seconds -> Nullable<BigInt>,
        resolve_seconds -> Nullable<BigInt>,
    }
}

diesel::table! {
    service_units (service_id, unit_id) {
        service_id -> BigInt,
        unit_id -> BigInt,
    }
}

diesel::table! {
    suspension_reasons (id) {
        id -> BigInt,
        name_pt -> Text,
        name_es -> Text,
        name_en -> Text,
        waits_requester -> Bool,
        active -> Bool,
        version -> Integer,
    }
}

diesel::table! {
    counters (name) {
        name -> Text,
        value -> BigInt,
    }
}

diesel::table! {
    requests (id) {
        id -> BigInt,
        number -> BigInt,
        request_type -> Text,
        service_id -> BigInt,
        title -> Text,
        sort_title -> Text,
        description -> Text,
        requester_id -> BigInt,
        opened_by -> BigInt,
        origin -> Text,
        situation -> Text,
        group_id -> Nullable<BigInt>,
        responsible_id -> Nullable<BigInt>,
        impact -> Text,
        urgency -> Text,
        priority -> Integer,
        contact_name -> Text,
        contact_phone -> Text,
        contact_email -> Text,
        contact_place -> Text,
        opened_at -> Timestamp,
        solution -> Nullable<Text>,
        resolved_at -> Nullable<Timestamp>,
        resolved_by -> Nullable<BigInt>,
        ended_at -> Nullable<Timestamp>,
        closes_at -> Nullable<Timestamp>,
        parent_id -> Nullable<BigInt>,
        duplicate_of_id -> Nullable<BigInt>,
        suspension_reason_id -> Nullable<BigInt>,
        resumes_at -> Nullable<Timestamp>,
        cycle -> Integer,
        cycle_started_at -> Timestamp,
        target_seconds -> Nullable<BigInt>,
        deadline_at -> Nullable<Timestamp>,
        deadline_by_hand -> Nullable<Timestamp>,
        warn_at -> Nullable<Timestamp>,
        warned_at -> Nullable<Timestamp>,
        sla_met -> Nullable<Bool>,
        sort_deadline -> Timestamp,
        capture_deadline_at -> Nullable<Timestamp>,
        captured_at -> Nullable<Timestamp>,
        unread_requester -> Integer,
        unread_desk -> Integer,
        grade -> Nullable<Text>,
        grade_comment -> Nullable<Text>,
        graded_at -> Nullable<Timestamp>,
        search_text -> Text,
        version -> Integer,
        information -> Bool,
    }
}

diesel::table! {
    sla_cycles (request_id, number) {
        request_id -> BigInt,
        number -> Integer,
        started_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
        target_seconds -> Nullable<BigInt>,
        deadline_at -> Nullable<Timestamp>,
        met -> Nullable<Bool>,
    }
}

diesel::table! {
    sla_pauses (id) {
        id -> BigInt,
        request_id -> BigInt,
        cycle -> Integer,
        started_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
        reason_id -> BigInt,
    }
}

diesel::table! {
    occurrences (id) {
        id -> BigInt,
        request_id -> BigInt,
        kind -> Text,
        category -> Text,
        origin -> Text,
        side -> Text,
        author_id -> Nullable<BigInt>,
        at -> Timestamp,
        event -> Nullable<Text>,
        data -> Nullable<Text>,
        text -> Nullable<Text>,
        public -> Bool,
        minutes -> Nullable<Integer>,
        search_text -> Text,
        redacted_at -> Nullable<Timestamp>,
        redacted_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    message_reads (id) {
        id -> BigInt,
        request_id -> BigInt,
        side -> Text,
        up_to -> BigInt,
        person_id -> BigInt,
        at -> Timestamp,
    }
}

diesel::table! {
    attachments (id) {
        id -> BigInt,
        request_id -> Nullable<BigInt>,
        occurrence_id -> Nullable<BigInt>,
        name -> Text,
        size -> BigInt,
        media_type -> Text,
        hash -> Text,
        uploader_id -> BigInt,
        added_at -> Timestamp,
        internal -> Bool,
        removed_at -> Nullable<Timestamp>,
        removed_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    notifications (id) {
        id -> BigInt,
        person_id -> BigInt,
        kind -> Text,
        request_id -> BigInt,
        actor_id -> Nullable<BigInt>,
        desk -> Bool,
        at -> Timestamp,
        read_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    live_events (id) {
        id -> BigInt,
        tx -> BigInt,
        at -> Timestamp,
        kind -> Text,
        number -> Nullable<BigInt>,
        actor_id -> Nullable<BigInt>,
        person_id -> Nullable<BigInt>,
        requester_id -> Nullable<BigInt>,
        group_id -> Nullable<BigInt>,
        confidential -> Bool,
    }
}

diesel::table! {
    email_templates (id) {
        id -> BigInt,
        name -> Text,
        kind -> Text,
        active -> Bool,
        version -> Integer,
    }
}

diesel::table! {
    email_template_texts (template_id, language) {
        template_id -> BigInt,
        language -> Text,
        subject -> Text,
        body -> Text,
    }
}

diesel::table! {
    emails (id) {
        id -> BigInt,
        request_id -> Nullable<BigInt>,
        occurrence_id -> Nullable<BigInt>,
        parameter -> Nullable<Integer>,
        template_id -> Nullable<BigInt>,
        recipient_id -> Nullable<BigInt>,
        recipient_name -> Nullable<Text>,
        address -> Nullable<Text>,
        language -> Text,
        subject -> Nullable<Text>,
        html -> Nullable<Text>,
        text -> Nullable<Text>,
        message_id -> Text,
        attachment_ids -> Text,
        state -> Text,
        suppress_reason -> Nullable<Text>,
        attempts -> Integer,
        last_error -> Nullable<Text>,
        created_at -> Timestamp,
        next_attempt_at -> Nullable<Timestamp>,
        claimed_until -> Nullable<Timestamp>,
        sent_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    parameters (id) {
        id -> Integer,
        value -> Text,
    }
}

diesel::table! {
    parameter_changes (id) {
        id -> BigInt,
        parameter -> Integer,
        author_id -> Nullable<BigInt>,
        at -> Timestamp,
        old_value -> Text,
        new_value -> Text,
    }
}

diesel::table! {
    mail_account (id) {
        id -> Integer,
        transport -> Text,
        host -> Text,
        port -> Integer,
        security -> Text,
        username -> Text,
        password -> Text,
        from_name -> Text,
        from_address -> Text,
        version -> Integer,
    }
}

diesel::table! {
    idempotency_keys (caller, route, key) {
        caller -> Text,
        route -> Text,
        key -> Text,
        body_hash -> Text,
        status -> Integer,
        body -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    audit (id) {
        id -> BigInt,
        at -> Timestamp,
        author_id -> Nullable<BigInt>,
        action -> Text,
        subject_kind -> Text,
        subject_id -> Nullable<BigInt>,
        detail -> Text,
    }
}

diesel::table! {
    notices (id) {
        id -> BigInt,
        title -> Text,
        text -> Text,
        starts_at -> Timestamp,
        ends_at -> Nullable<Timestamp>,
        ended_at -> Nullable<Timestamp>,
        author_id -> BigInt,
    }
}

diesel::table! {
    notice_votes (notice_id, person_id) {
        notice_id -> BigInt,
        person_id -> BigInt,
        at -> Timestamp,
    }
}

diesel::table! {
    extensions (person_id) {
        person_id -> BigInt,
        extension -> Nullable<Text>,
        recorded_at -> Timestamp,
        lost_extension -> Nullable<Text>,
        lost_why -> Nullable<Text>,
        lost_to -> Nullable<BigInt>,
        lost_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    presences (node, person_id) {
        node -> Text,
        person_id -> BigInt,
        seen_at -> Timestamp,
    }
}

diesel::table! {
    phone_keys (person_id, key) {
        person_id -> BigInt,
        key -> Text,
    }
}

diesel::table! {
    calls (id) {
        id -> BigInt,
        call_key -> Nullable<Text>,
        source -> Text,
        direction -> Text,
        followed -> Bool,
        verified -> Bool,
        started_at -> Timestamp,
        answered_at -> Nullable<Timestamp>,
        ended_at -> Nullable<Timestamp>,
        talked_seconds -> Nullable<BigInt>,
        result -> Nullable<Text>,
        number -> Nullable<Text>,
        number_key -> Nullable<Text>,
        caller_name -> Nullable<Text>,
        queue -> Nullable<Text>,
        person_id -> Nullable<BigInt>,
        matched_by -> Nullable<Text>,
        claimed -> Nullable<Text>,
        extension -> Nullable<Text>,
        attendant_id -> Nullable<BigInt>,
        service -> Nullable<Text>,
        fingerprint -> Nullable<Text>,
        asked_at -> Nullable<Timestamp>,
        request_id -> Nullable<BigInt>,
        child_id -> Nullable<BigInt>,
        tag -> Nullable<Text>,
        concluded_at -> Nullable<Timestamp>,
        search_text -> Text,
    }
}

diesel::table! {
    call_candidates (call_id, person_id) {
        call_id -> BigInt,
        person_id -> BigInt,
    }
}

diesel::table! {
    call_popups (id) {
        id -> BigInt,
        call_id -> BigInt,
        person_id -> BigInt,
        extension -> Text,
        raised_at -> Timestamp,
        answered_at -> Nullable<Timestamp>,
        left_at -> Nullable<Timestamp>,
        taken_by -> Nullable<Text>,
        reads_until -> Nullable<Timestamp>,
        closed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    call_requests (call_id, request_id) {
        call_id -> BigInt,
        request_id -> BigInt,
        kind -> Text,
        at -> Timestamp,
        person_id -> BigInt,
    }
}

diesel::table! {
    call_backs (id) {
        id -> BigInt,
        number_key -> Text,
        number -> Text,
        person_id -> BigInt,
        call_id -> BigInt,
        calls -> Integer,
        missed_at -> Timestamp,
        due_at -> Timestamp,
        owner_id -> Nullable<BigInt>,
        closed_at -> Nullable<Timestamp>,
        closed_why -> Nullable<Text>,
        closed_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    service_calls (id) {
        id -> BigInt,
        at -> Timestamp,
        service -> Text,
        token_id -> Nullable<BigInt>,
        arguments -> Text,
        status -> Integer,
        answer -> Text,
        microseconds -> BigInt,
    }
}

diesel::table! {
    leases (name) {
        name -> Text,
        holder -> Text,
        until -> Timestamp,
    }
}

diesel::table! {
    monitor_state (id) {
        id -> Integer,
        holder -> Text,
        phase -> Text,
        reason -> Text,
        since -> Timestamp,
        next_try_at -> Nullable<Timestamp>,
        address -> Text,
        last_event_at -> Nullable<Timestamp>,
        missing_rights -> Text,
        calls -> Integer,
        undelivered -> Integer,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    units,
    people,
    person_phones,
    person_roles,
    groups,
    group_members,
    sessions,
    login_failures,
    password_links,
    api_tokens,
    calendars,
    service_categories,
    services,
    service_targets,
    service_units,
    suspension_reasons,
    counters,
    requests,
    sla_cycles,
    sla_pauses,
    occurrences,
    message_reads,
    attachments,
    notifications,
    live_events,
    email_templates,
    email_template_texts,
    emails,
    parameters,
    parameter_changes,
    mail_account,
    idempotency_keys,
    audit,
    notices,
    notice_votes,
    extensions,
    presences,
    phone_keys,
    calls,
    call_candidates,
    call_popups,
    call_requests,
    call_backs,
    service_calls,
    leases,
    monitor_state,
);
