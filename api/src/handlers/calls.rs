//! `/calls` and `/call-backs`: the telephone, as attendants see it.

use crate::actions::calls::{call_backs as actions, desk};
use crate::app::Shared;
use crate::auth::Viewer;
use crate::db::stored;
use crate::error::{Error, Result};
use crate::models::calls::log::{Filter, Show};
use crate::models::page;
use crate::tx::Tx;
use crate::views;
use crate::web::extract::Query;
use crate::web::{Desk, DeskOrAdmin, Person, Require};
use actix_web::web::{Json, Path};
use actix_web::{HttpResponse, get, post};
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use contract::calls::{
    CallBack, CallCounts, CallFilter, CallPopUp, CallRow, ChooseCaller, ConcludeCall, MyCallBack, RegisterCaller,
    TakeCall, ViewInCall,
};
use contract::{Page, Problem, Role};

/// The attendant's open pop-ups, the oldest first.
#[utoipa::path(tag = "telephone", responses((status = 200, body = Vec<CallPopUp>)))]
#[get("/calls/popups")]
pub async fn popups(app: Shared, caller: Require<Desk>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let open = app.read(move |tx| views::calls::popups(tx, &viewer)).await?;
    Ok(HttpResponse::Ok().json(open))
}

/// Does something with a call, and answers with what the attendant's pop-ups are then.
async fn act(
    app: &Shared,
    viewer: Viewer,
    work: impl FnOnce(&mut Tx<'_>, &Viewer) -> Result<()> + Send + 'static,
) -> Result<HttpResponse> {
    let open = app
        .write(move |tx| {
            work(tx, &viewer)?;
            views::calls::popups(tx, &viewer)
        })
        .await?;
    Ok(HttpResponse::Ok().json(open))
}

/// Takes the pop-up up in one browser tab; the others hide it until the call has ended.
#[utoipa::path(tag = "telephone", request_body = TakeCall, responses(
    (status = 200, body = Vec<CallPopUp>),
    (status = 404, body = Problem, content_type = "application/problem+json", description = "No such pop-up."),
))]
#[post("/calls/{id}/take")]
pub async fn take(app: Shared, caller: Require<Desk>, id: Path<i64>, body: Json<TakeCall>) -> Result<HttpResponse> {
    let (id, body) = (id.into_inner(), body.into_inner());
    act(&app, caller.viewer, move |tx, viewer| desk::take(tx, viewer, id, &body.tab)).await
}

/// Chooses the caller: one of the people proposed, another person, or nobody.
#[utoipa::path(tag = "telephone", request_body = ChooseCaller, responses(
    (status = 200, body = Vec<CallPopUp>),
    (status = 404, body = Problem, content_type = "application/problem+json", description = "No such pop-up."),
    (status = 422, body = Problem, content_type = "application/problem+json", description = "No such person."),
))]
#[post("/calls/{id}/caller")]
pub async fn choose(
    app: Shared,
    caller: Require<Desk>,
    id: Path<i64>,
    body: Json<ChooseCaller>,
) -> Result<HttpResponse> {
    let (id, body) = (id.into_inner(), body.into_inner());
    act(&app, caller.viewer, move |tx, viewer| desk::choose(tx, viewer, id, body.person_id)).await
}

/// Registers the caller.
#[utoipa::path(tag = "telephone", request_body = RegisterCaller, responses(
    (status = 200, body = Vec<CallPopUp>),
    (status = 404, body = Problem, content_type = "application/problem+json", description = "No such pop-up."),
    (status = 422, body = Problem, content_type = "application/problem+json", description = "What is wrong with the person."),
))]
#[post("/calls/{id}/person")]
pub async fn register(
    app: Shared,
    caller: Require<Desk>,
    id: Path<i64>,
    body: Json<RegisterCaller>,
) -> Result<HttpResponse> {
    let (id, body) = (id.into_inner(), body.into_inner());
    act(&app, caller.viewer, move |tx, viewer| desk::register(tx, viewer, id, &body).map(drop)).await
}

/// Opens the call's request to read it (*View*, *inform only*) or to work on it (*Execute*).
#[utoipa::path(tag = "telephone", request_body = ViewInCall, responses(
    (status = 200, body = Vec<CallPopUp>),
    (status = 403, body = Problem, content_type = "application/problem+json", description = "Only an executor may."),
    (status = 404, body = Problem, content_type = "application/problem+json", description = "No such pop-up, or it is about no request."),
))]
#[post("/calls/{id}/view")]
pub async fn view(app: Shared, caller: Require<Desk>, id: Path<i64>, body: Json<ViewInCall>) -> Result<HttpResponse> {
    let (id, body) = (id.into_inner(), body.into_inner());
    act(&app, caller.viewer, move |tx, viewer| desk::view(tx, viewer, id, &body).map(drop)).await
}

/// Ends a call whose end the exchange does not report.
#[utoipa::path(tag = "telephone", responses(
    (status = 200, body = Vec<CallPopUp>),
    (status = 404, body = Problem, content_type = "application/problem+json", description = "No such pop-up."),
    (status = 409, body = Problem, content_type = "application/problem+json", description = "The exchange tells when it is over."),
))]
#[post("/calls/{id}/end")]
pub async fn end(app: Shared, caller: Require<Desk>, id: Path<i64>) -> Result<HttpResponse> {
    let id = id.into_inner();
    act(&app, caller.viewer, move |tx, viewer| desk::end(tx, viewer, id)).await
}

/// Says what a call was about: a request or a tag. Then its pop-up closes.
#[utoipa::path(tag = "telephone", request_body = ConcludeCall, responses(
    (status = 200, body = Vec<CallPopUp>),
    (status = 404, body = Problem, content_type = "application/problem+json", description = "Not a call of the attendant's."),
    (status = 422, body = Problem, content_type = "application/problem+json", description = "Neither or both are said; no such request."),
))]
#[post("/calls/{id}/conclusion")]
pub async fn conclude(
    app: Shared,
    caller: Require<DeskOrAdmin>,
    id: Path<i64>,
    body: Json<ConcludeCall>,
) -> Result<HttpResponse> {
    let (id, body) = (id.into_inner(), body.into_inner());
    act(&app, caller.viewer, move |tx, viewer| desk::conclude(tx, viewer, id, &body)).await
}

/// The call log, the newest first: what came to the attendant's extension, or all.
#[utoipa::path(tag = "telephone", params(CallFilter), responses(
    (status = 200, body = Page<CallRow>),
    (status = 400, body = Problem, content_type = "application/problem+json", description = "Unknown filter, invalid cursor."),
))]
#[get("/calls")]
pub async fn list(app: Shared, caller: Require<DeskOrAdmin>, query: Query<CallFilter>) -> Result<HttpResponse> {
    let (viewer, query) = (caller.viewer, query.0);
    let filter = filter(&viewer, &query)?;
    let size = page::size(query.page_size)?;
    let cursor = query.cursor;
    let page = app.read(move |tx| views::calls::page(tx, &viewer, &filter, cursor.as_deref(), size)).await?;
    Ok(HttpResponse::Ok().json(page))
}

/// Counts of the call log.
#[utoipa::path(tag = "telephone", params(CallFilter), responses((status = 200, body = CallCounts)))]
#[get("/calls/counts")]
pub async fn counts(app: Shared, caller: Require<DeskOrAdmin>, query: Query<CallFilter>) -> Result<HttpResponse> {
    let filter = filter(&caller.viewer, &query.0)?;
    let counts = app.read(move |tx| views::calls::counts(tx, &filter)).await?;
    Ok(HttpResponse::Ok().json(counts))
}

fn filter(viewer: &Viewer, query: &CallFilter) -> Result<Filter> {
    let show = match query.show.as_deref() {
        None | Some("") => None,
        Some("missed") => Some(Show::Missed),
        Some("unlinked") => Some(Show::Unlinked),
        Some(_) => return Err(Error::bad_request("argument-invalid").with("name", "show")),
    };
    let everybody = query.everybody.unwrap_or(!viewer.has(Role::Attendant));
    Ok(Filter {
        attendant: (!everybody).then_some(viewer.id()),
        between: query.day.map(|day| day_of(viewer, day)).transpose()?,
        show,
        words: views::filter::words(query.search.as_deref())?,
    })
}

/// A day in the viewer's time zone, from its first instant to that of the next.
fn day_of(viewer: &Viewer, day: NaiveDate) -> Result<(NaiveDateTime, NaiveDateTime)> {
    let zone = viewer.time_zone();
    let begin = |day: NaiveDate| {
        // Where midnight does not exist (daylight saving), the day begins an hour later.
        let midnight = day.and_time(NaiveTime::MIN);
        let first = zone.from_local_datetime(&midnight).earliest();
        first.or_else(|| zone.from_local_datetime(&(midnight + chrono::TimeDelta::hours(1))).earliest())
    };
    let next = day.checked_add_days(Days::new(1));
    match (begin(day), next.and_then(begin)) {
        (Some(from), Some(to)) => Ok((stored(from.with_timezone(&Utc)), stored(to.with_timezone(&Utc)))),
        _ => Err(Error::bad_request("argument-invalid").with("name", "day")),
    }
}

/// Missed calls of known people that are to be called back, the most urgent first.
#[utoipa::path(tag = "telephone", responses((status = 200, body = Vec<CallBack>)))]
#[get("/call-backs")]
pub async fn call_backs(app: Shared, caller: Require<DeskOrAdmin>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let rows = app.read(move |tx| views::call_backs::open(tx, &viewer)).await?;
    Ok(HttpResponse::Ok().json(rows))
}

/// The attendant will call back.
#[utoipa::path(tag = "telephone", responses(
    (status = 204, description = "Taken."),
    (status = 404, body = Problem, content_type = "application/problem+json", description = "It is done already."),
    (status = 409, body = Problem, content_type = "application/problem+json", description = "Somebody else took it."),
))]
#[post("/call-backs/{id}/take")]
pub async fn take_call_back(app: Shared, caller: Require<Desk>, id: Path<i64>) -> Result<HttpResponse> {
    let (viewer, id) = (caller.viewer, id.into_inner());
    app.write(move |tx| actions::take(tx, &viewer, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The attendant gives it back to the others.
#[utoipa::path(tag = "telephone", responses(
    (status = 204, description = "Given back."),
    (status = 404, body = Problem, content_type = "application/problem+json", description = "It is done already."),
    (status = 409, body = Problem, content_type = "application/problem+json", description = "It is somebody else's."),
))]
#[post("/call-backs/{id}/give-back")]
pub async fn give_back_call_back(app: Shared, caller: Require<Desk>, id: Path<i64>) -> Result<HttpResponse> {
    let (viewer, id) = (caller.viewer, id.into_inner());
    app.write(move |tx| actions::give_back(tx, &viewer, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// They were called back, or need not be.
#[utoipa::path(tag = "telephone", responses(
    (status = 204, description = "Done."),
    (status = 404, body = Problem, content_type = "application/problem+json", description = "It is done already."),
))]
#[post("/call-backs/{id}/done")]
pub async fn finish_call_back(app: Shared, caller: Require<Desk>, id: Path<i64>) -> Result<HttpResponse> {
    let (viewer, id) = (caller.viewer, id.into_inner());
    app.write(move |tx| actions::done(tx, &viewer, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// One's own calls that nobody answered, and that will be called back.
#[utoipa::path(tag = "telephone", responses((status = 200, body = Vec<MyCallBack>)))]
#[get("/me/call-backs")]
pub async fn my_call_backs(app: Shared, caller: Require<Person>) -> Result<HttpResponse> {
    let viewer = caller.viewer;
    let rows = app.read(move |tx| views::call_backs::of_viewer(tx, &viewer)).await?;
    Ok(HttpResponse::Ok().json(rows))
}
