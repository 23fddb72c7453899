//! The contents page of the API. What stands here is what exists; each handler
//! names its method and path.

use crate::app::App;
use crate::handlers as h;
use crate::web::identified;
use crate::web::middleware;
use actix_web::body::BoxBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{self, Data};
use utoipa::OpenApi;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa_actix_web::service_config::ServiceConfig;
use utoipa_actix_web::{AppExt, scope};
use utoipa_swagger_ui::SwaggerUi;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Solicita",
        description = "Self-service request portal with telephony integration. Errors are RFC 9457 problem documents; see docs/api-design.md for the rules that hold everywhere.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0"),
    ),
    security(("session" = []), ("bearer" = [])),
    modifiers(&Security),
    components(schemas(contract::Problem, contract::live::LiveEvent)),
)]
struct Document;

struct Security;

impl utoipa::Modify for Security {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let components = openapi.components.get_or_insert_default();
        let cookie = ApiKeyValue::with_description(
            crate::web::SESSION_COOKIE,
            "The session cookie. Calls that change something also carry X-CSRF-Token.",
        );
        components.add_security_scheme("session", SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
        let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some("An API token.")).build();
        components.add_security_scheme("bearer", SecurityScheme::Http(bearer));
    }
}

/// What telephone systems ask, below `/api/v1/telefonia`. Their tokens are read together with the answers.
fn telephony(cfg: &mut ServiceConfig) {
    cfg.service(h::telephony::new_request).service(h::telephony::view_request);
    cfg.service(h::telephony::count).service(h::telephony::list).service(h::telephony::facts);
    cfg.map(|cfg| {
        cfg.service(
            web::resource(h::telephony::FACTS_ACCENTED)
                .get(h::telephony::facts_accented)
                .post(h::telephony::facts_accented)
                .default_service(web::to(h::telephony::elsewhere)),
        )
    });
    cfg.default_service(web::to(h::telephony::elsewhere));
}

/// Everything else below `/api/v1`.
fn api(cfg: &mut ServiceConfig) {
    // Who is calling
    cfg.service(h::session::log_in).service(h::session::log_out);
    cfg.service(h::password_links::ask).service(h::password_links::show).service(h::password_links::redeem);
    cfg.service(h::me::show).service(h::me::password).service(h::me::preferences);
    cfg.service(h::me::list_sessions).service(h::me::end_session);

    // The catalogue and notices
    cfg.service(h::catalogue::list).service(h::catalogue::predict);
    cfg.service(h::notices::list).service(h::notices::publish).service(h::notices::change);
    cfg.service(h::notices::end).service(h::notices::me_too);

    // Telephone systems that tell of calls
    cfg.service(h::cti::take);

    // The telephone, at the desk
    cfg.service(h::extensions::show).service(h::extensions::record);
    cfg.service(h::calls::popups).service(h::calls::counts).service(h::calls::list);
    cfg.service(h::calls::take).service(h::calls::choose).service(h::calls::register).service(h::calls::view);
    cfg.service(h::calls::end).service(h::calls::conclude);
    cfg.service(h::calls::call_backs).service(h::calls::my_call_backs);
    cfg.service(h::calls::take_call_back).service(h::calls::give_back_call_back).service(h::calls::finish_call_back);

    // Requests
    cfg.service(h::requests::summary).service(h::requests::similar);
    cfg.service(h::requests::list).service(h::requests::create).service(h::requests::show);
    cfg.service(h::requests::emails);
    cfg.service(h::messages::timeline).service(h::messages::history);
    cfg.service(h::messages::messages).service(h::messages::send).service(h::messages::add_note);
    cfg.service(h::messages::mark_read).service(h::messages::redact_text);
    cfg.service(h::attachments::create).service(h::attachments::forget);
    cfg.service(h::attachments::list).service(h::attachments::add);
    cfg.service(h::attachments::download).service(h::attachments::remove);

    // What is done with them
    cfg.service(h::lifecycle::capture).service(h::lifecycle::delegate).service(h::lifecycle::return_to_group);
    cfg.service(h::lifecycle::suspend).service(h::lifecycle::reactivate);
    cfg.service(h::lifecycle::change_priority).service(h::lifecycle::change_deadline);
    cfg.service(h::lifecycle::reclassify).service(h::lifecycle::resolve).service(h::lifecycle::close);
    cfg.service(h::lifecycle::cancel).service(h::lifecycle::reopen).service(h::lifecycle::satisfaction);
    cfg.service(h::lifecycle::add_relation);

    // The desk
    cfg.service(h::queue::counts).service(h::queue::list).service(h::queue::requester);
    cfg.service(h::queue::delegation_targets);

    // News
    cfg.service(h::notifications::list).service(h::notifications::mark_read);
    cfg.service(h::events::follow);

    // Administration
    admin(cfg);
}

fn admin(cfg: &mut ServiceConfig) {
    cfg.service(h::parameters::list).service(h::parameters::change_all).service(h::parameters::change);
    cfg.service(h::parameters::changes_of).service(h::parameters::changes);

    cfg.service(h::email_templates::preview).service(h::email_templates::list).service(h::email_templates::show);
    cfg.service(h::email_templates::create).service(h::email_templates::change).service(h::email_templates::remove);
    cfg.service(h::mail_account::show).service(h::mail_account::change).service(h::mail_account::test);
    cfg.service(h::outbox::counts).service(h::outbox::list).service(h::outbox::retry);

    cfg.service(h::people::list).service(h::people::search).service(h::people::reveal);
    cfg.service(h::people::show).service(h::people::create).service(h::people::change);
    cfg.service(h::people::password_link).service(h::people::end_sessions);
    cfg.service(h::groups::list).service(h::groups::show).service(h::groups::create).service(h::groups::change);
    cfg.service(h::units::list).service(h::units::show).service(h::units::create).service(h::units::change);

    // `/services/all` before `/services/{id}`, which would match it, too.
    cfg.service(h::services::list).service(h::services::show);
    cfg.service(h::services::create).service(h::services::change);
    cfg.service(h::services::category_list).service(h::services::category_show);
    cfg.service(h::services::category_create).service(h::services::category_change);
    cfg.service(h::calendars::list).service(h::calendars::show);
    cfg.service(h::calendars::create).service(h::calendars::change);
    cfg.service(h::suspension_reasons::list).service(h::suspension_reasons::show);
    cfg.service(h::suspension_reasons::create).service(h::suspension_reasons::change);

    cfg.service(h::console::show).service(h::console::service_calls);
    cfg.service(h::console::reconnect).service(h::console::simulate);
    cfg.service(h::tokens::list).service(h::tokens::create).service(h::tokens::revoke);
    cfg.service(h::audit::list);
}

/// The application: state, routes, middleware.
pub fn build(
    app: App,
) -> actix_web::App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<BoxBody>,
        Error = actix_web::Error,
        InitError = (),
    > + use<>,
> {
    let document = document();
    let json = serde_json::to_string(&document).unwrap_or_default();
    let (application, _) = actix_web::App::new()
        // Before the scope that would swallow it.
        .service(web::resource("/api/v1/openapi.json").get(move || {
            let json = json.clone();
            async move { actix_web::HttpResponse::Ok().content_type("application/json").body(json) }
        }))
        .app_data(Data::new(app))
        .app_data(middleware::json_config())
        .app_data(middleware::path_config())
        .into_utoipa_app()
        .openapi(Document::openapi())
        .service(scope::scope("/api/v1/telefonia").configure(telephony))
        .service(scope::scope("/api/v1").wrap(from_fn(identified)).wrap(Compress::default()).configure(api))
        .split_for_parts();
    application
        .service(web::redirect("/docs", "/docs/"))
        .service(SwaggerUi::new("/docs/{_:.*}").url("/docs/openapi.json", document))
        .service(h::health::live)
        .service(h::health::ready)
        .default_service(web::to(h::spa::serve))
        .wrap(from_fn(middleware::around))
}

/// The OpenAPI document.
#[must_use]
pub fn document() -> utoipa::openapi::OpenApi {
    let (_, mut document) = actix_web::App::new()
        .into_utoipa_app()
        .openapi(Document::openapi())
        .service(scope::scope("/api/v1/telefonia").configure(telephony))
        .service(scope::scope("/api/v1").configure(api))
        .split_for_parts();
    name_operations(&mut document);
    document
}

/// Makes the identifiers of operations unique: the method and the path, which say
/// more than the name of a function.
fn name_operations(document: &mut utoipa::openapi::OpenApi) {
    for (path, item) in &mut document.paths.paths {
        let place = path.trim_start_matches("/api/v1/").replace(['/', '-'], "_").replace(['{', '}'], "");
        let operations =
            [("get", &mut item.get), ("post", &mut item.post), ("put", &mut item.put), ("delete", &mut item.delete)];
        for (method, operation) in operations {
            if let Some(operation) = operation {
                operation.operation_id = Some(format!("{method}_{place}"));
            }
        }
    }
}
