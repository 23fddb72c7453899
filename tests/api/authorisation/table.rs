//! The table: what each operation answers to each of those who call it.

/// The columns: nobody; Ana; Bruno, another requester; who may look at the group's
/// requests; who executes in the group; who executes in another; who sees all; an
/// administrator; a token of the executor's without the scope.
pub const WHO: [&str; 9] =
    ["nobody", "owner", "stranger", "watcher", "executor", "outsider", "overseer", "administrator", "token"];

/// Anybody at all.
const ANYBODY_OK: &str = "200 200 200 200 200 200 200 200 200";
const ANYBODY_404: &str = "404 404 404 404 404 404 404 404 404";
/// Whoever is logged in, for what is their own.
const PERSON_200: &str = "401 200 200 200 200 200 200 200 403";
const PERSON_201: &str = "401 201 201 201 201 201 201 201 403";
const PERSON_204: &str = "401 204 204 204 204 204 204 204 403";
/// Only the owner; to others it does not exist.
const OWNER_204: &str = "401 204 404 404 404 404 404 404 403";
/// Whoever sees the request.
const SEES_200: &str = "401 200 404 200 200 404 200 200 403";
/// Both sides, but not who only looks.
const SIDES_200: &str = "401 200 404 403 200 404 403 403 403";
const SIDES_201: &str = "401 201 404 403 201 404 403 403 403";
/// The requester alone.
const REQUESTER_200: &str = "401 200 404 403 403 404 403 403 403";
/// Executors of the group alone.
const EXECUTOR_200: &str = "401 403 403 403 200 404 403 403 403";
/// Attendants, and administrators.
const DESK_200: &str = "401 403 403 200 200 200 200 200 403";
const DESK_201: &str = "401 403 403 201 201 201 201 201 403";
const DESK_204: &str = "401 403 403 204 204 204 204 204 403";
/// Administrators.
const ADMIN_200: &str = "401 403 403 403 403 403 403 200 403";
const ADMIN_201: &str = "401 403 403 403 403 403 403 201 403";
const ADMIN_202: &str = "401 403 403 403 403 403 403 202 403";
const ADMIN_204: &str = "401 403 403 403 403 403 403 204 403";
const ADMIN_404: &str = "401 403 403 403 403 403 403 404 403";

/// Attendants alone.
const ATTENDANT_200: &str = "401 403 403 200 200 200 200 403 403";
/// Attendants alone, and to none of them it exists.
const ATTENDANT_404: &str = "401 403 403 404 404 404 404 403 403";
const DESK_404: &str = "401 403 403 404 404 404 404 404 403";

/// Telephone systems, by token alone.
const PBX_200: &str = "401 401 401 401 401 401 401 401 200";

/// Operations below `/api/v1`, with an answer for each column.
pub const TABLE: &[(&str, &str)] = &[
    ("DELETE /email-templates/{id}", ADMIN_204),
    ("DELETE /me/sessions/{id}", OWNER_204),
    ("DELETE /notices/{id}", DESK_204),
    ("DELETE /people/{id}/sessions", ADMIN_204),
    ("DELETE /requests/{number}/attachments/{id}", "401 204 404 403 403 404 403 403 403"),
    ("DELETE /session", PERSON_204),
    ("DELETE /tokens/{id}", ADMIN_204),
    ("DELETE /uploads/{id}", OWNER_204),
    ("GET /audit", ADMIN_200),
    ("GET /calendars", ADMIN_200),
    ("GET /calendars/{id}", ADMIN_200),
    ("GET /call-backs", DESK_200),
    ("GET /calls", DESK_200),
    ("GET /calls/counts", DESK_200),
    ("GET /calls/popups", ATTENDANT_200),
    ("GET /delegation-targets", "401 403 403 200 200 200 200 403 403"),
    ("GET /email-templates", ADMIN_200),
    ("GET /email-templates/{id}", ADMIN_200),
    ("GET /events", PERSON_200),
    ("GET /groups", DESK_200),
    ("GET /groups/{id}", ADMIN_200),
    ("GET /mail-account", ADMIN_200),
    ("GET /me", PERSON_200),
    ("GET /me/call-backs", PERSON_200),
    ("GET /me/extension", ATTENDANT_200),
    ("GET /me/sessions", PERSON_200),
    ("GET /notices", PERSON_200),
    ("GET /notifications", PERSON_200),
    ("GET /outbox", ADMIN_200),
    ("GET /outbox/counts", ADMIN_200),
    ("GET /parameter-changes", ADMIN_200),
    ("GET /parameters", ADMIN_200),
    ("GET /parameters/{id}/changes", ADMIN_200),
    ("GET /password-links/{token}", ANYBODY_404),
    ("GET /people", DESK_200),
    ("GET /people/{id}", ADMIN_200),
    ("GET /queue", DESK_200),
    ("GET /queue/counts", DESK_200),
    ("GET /requests", PERSON_200),
    ("GET /requests/similar", PERSON_200),
    ("GET /requests/summary", PERSON_200),
    ("GET /requests/{number}", SEES_200),
    ("GET /requests/{number}/attachments", SEES_200),
    ("GET /requests/{number}/attachments/{id}", SEES_200),
    ("GET /requests/{number}/emails", "401 403 404 200 200 404 200 200 403"),
    ("GET /requests/{number}/history", SEES_200),
    ("GET /requests/{number}/messages", SEES_200),
    ("GET /requests/{number}/requester", "401 403 403 200 200 404 200 200 403"),
    ("GET /requests/{number}/timeline", SEES_200),
    ("GET /service-categories", ADMIN_200),
    ("GET /service-categories/{id}", ADMIN_200),
    ("GET /services", PERSON_200),
    ("GET /services/all", ADMIN_200),
    ("GET /services/{id}", ADMIN_200),
    ("GET /services/{id}/prediction", PERSON_200),
    ("GET /suspension-reasons", DESK_200),
    ("GET /suspension-reasons/{id}", ADMIN_200),
    ("GET /telefonia/listarSolicitacoes", PBX_200),
    ("GET /telefonia/novaSolicitacao", PBX_200),
    ("GET /telefonia/obterDadosSolicitacao", PBX_200),
    ("GET /telefonia/obterQtdeSolicitacoes", PBX_200),
    ("GET /telefonia/visualizarSolicitacao", PBX_200),
    ("GET /telephony/console", ADMIN_200),
    ("GET /telephony/service-calls", ADMIN_200),
    ("GET /tokens", ADMIN_200),
    ("GET /units", DESK_200),
    ("GET /units/{id}", ADMIN_200),
    ("POST /calendars", ADMIN_201),
    ("POST /call-backs/{id}/done", ATTENDANT_404),
    ("POST /call-backs/{id}/give-back", ATTENDANT_404),
    ("POST /call-backs/{id}/take", ATTENDANT_404),
    ("POST /calls/{id}/caller", ATTENDANT_404),
    ("POST /calls/{id}/conclusion", DESK_404),
    ("POST /calls/{id}/end", ATTENDANT_404),
    ("POST /calls/{id}/person", ATTENDANT_404),
    ("POST /calls/{id}/take", ATTENDANT_404),
    ("POST /calls/{id}/view", ATTENDANT_404),
    ("POST /cti/{token}", "401 401 401 401 401 401 401 401 200"),
    ("POST /email-templates", ADMIN_201),
    ("POST /email-templates/preview", ADMIN_200),
    ("POST /groups", ADMIN_201),
    ("POST /mail-account/test", ADMIN_200),
    ("POST /notices", DESK_201),
    ("POST /notices/{id}/me-too", PERSON_200),
    ("POST /notifications/read", PERSON_204),
    ("POST /outbox/{id}/retry", ADMIN_404),
    ("POST /password-links", "202 202 202 202 202 202 202 202 202"),
    ("POST /people", ADMIN_201),
    ("POST /people/search", DESK_200),
    ("POST /people/{id}/password-link", ADMIN_202),
    ("POST /people/{id}/reveal", DESK_200),
    ("POST /requests", PERSON_201),
    ("POST /requests/{number}/attachments", SIDES_201),
    ("POST /requests/{number}/cancel", SIDES_200),
    ("POST /requests/{number}/capture", EXECUTOR_200),
    ("POST /requests/{number}/close", REQUESTER_200),
    ("POST /requests/{number}/deadline", EXECUTOR_200),
    ("POST /requests/{number}/delegate", EXECUTOR_200),
    ("POST /requests/{number}/messages", SIDES_201),
    ("POST /requests/{number}/notes", SIDES_201),
    ("POST /requests/{number}/occurrences/{id}/redact", "401 403 403 403 200 404 403 200 403"),
    ("POST /requests/{number}/priority", EXECUTOR_200),
    ("POST /requests/{number}/reactivate", EXECUTOR_200),
    ("POST /requests/{number}/read", "401 204 404 204 204 404 204 204 403"),
    ("POST /requests/{number}/reclassify", EXECUTOR_200),
    ("POST /requests/{number}/relations", EXECUTOR_200),
    ("POST /requests/{number}/reopen", SIDES_200),
    ("POST /requests/{number}/resolve", EXECUTOR_200),
    ("POST /requests/{number}/return-to-group", EXECUTOR_200),
    ("POST /requests/{number}/satisfaction", REQUESTER_200),
    ("POST /requests/{number}/suspend", EXECUTOR_200),
    ("POST /service-categories", ADMIN_201),
    ("POST /services", ADMIN_201),
    ("POST /session", ANYBODY_OK),
    ("POST /suspension-reasons", ADMIN_201),
    ("POST /telefonia/listarSolicitacoes", PBX_200),
    ("POST /telefonia/novaSolicitacao", PBX_200),
    ("POST /telefonia/obterDadosSolicitacao", PBX_200),
    ("POST /telefonia/obterQtdeSolicitacoes", PBX_200),
    ("POST /telefonia/visualizarSolicitacao", PBX_200),
    ("POST /telephony/reconnect", ADMIN_202),
    ("POST /telephony/simulations", ADMIN_200),
    ("POST /tokens", ADMIN_201),
    ("POST /units", ADMIN_201),
    ("POST /uploads", PERSON_201),
    ("PUT /calendars/{id}", ADMIN_200),
    ("PUT /email-templates/{id}", ADMIN_200),
    ("PUT /groups/{id}", ADMIN_200),
    ("PUT /mail-account", ADMIN_200),
    ("PUT /me/extension", ATTENDANT_200),
    ("PUT /me/password", "401 422 422 422 422 422 422 422 403"),
    ("PUT /me/preferences", PERSON_200),
    ("PUT /notices/{id}", DESK_200),
    ("PUT /parameters", ADMIN_200),
    ("PUT /parameters/{id}", ADMIN_200),
    ("PUT /password-links/{token}", ANYBODY_404),
    ("PUT /people/{id}", ADMIN_200),
    ("PUT /service-categories/{id}", ADMIN_200),
    ("PUT /services/{id}", ADMIN_200),
    ("PUT /suspension-reasons/{id}", ADMIN_200),
    ("PUT /units/{id}", ADMIN_200),
];
