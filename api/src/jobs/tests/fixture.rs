//! An application with a little in its database.

use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::db::schema::{calendars, groups, service_categories, services};
use crate::db::{end_of_time, stored};
use crate::domain::parameters::ids;
use crate::models;
use crate::models::emails::{Email, NewEmail};
use crate::models::people::PersonValues;
use crate::models::requests::Request;
use crate::storage::incoming;
use crate::tx::Tx;
use actix_web::web::Bytes;
use contract::{EmailState, Language, Level, Origin, RequestType, Situation};
use diesel::prelude::*;
use tempfile::TempDir;

/// An application, and the folder it lives in.
pub(crate) struct Fixture {
    pub(crate) app: App,
    pub(crate) folder: TempDir,
    pub(crate) requester: i64,
    pub(crate) attendant: i64,
    pub(crate) group: i64,
    pub(crate) request: Request,
}

const ALWAYS: &str = r#"{"name":"24x7","time_zone":"UTC","week":[
    {"weekday":1,"hours":[{"from":"00:00","to":"24:00"}]},{"weekday":2,"hours":[{"from":"00:00","to":"24:00"}]},
    {"weekday":3,"hours":[{"from":"00:00","to":"24:00"}]},{"weekday":4,"hours":[{"from":"00:00","to":"24:00"}]},
    {"weekday":5,"hours":[{"from":"00:00","to":"24:00"}]},{"weekday":6,"hours":[{"from":"00:00","to":"24:00"}]},
    {"weekday":7,"hours":[{"from":"00:00","to":"24:00"}]}]}"#;

impl Fixture {
    /// Mail goes to the folder `mail`.
    pub(crate) fn new() -> Self {
        Self::with_mail(None)
    }

    /// Mail goes to this address.
    pub(crate) fn with_mail(mail_url: Option<String>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name).display().to_string();
        let config = Config {
            database_url: format!("sqlite://{}", at("test.db")),
            storage_url: format!("folder:{}", at("files")),
            mail_url: mail_url.unwrap_or_else(|| format!("folder:{}", at("mail"))),
            mail_from: "Central de Serviços <central@empresa.test>".to_owned(),
            public_url: "https://portal.empresa.test".to_owned(),
            database_connections: 4,
            ..Config::default()
        };
        let app = App::open(config, Clock::default()).unwrap();
        let (requester, attendant, group, request) = app.write_now(seed).unwrap();
        Self { app, folder, requester, attendant, group, request }
    }

    /// Another request like the first.
    pub(crate) fn another_request(&self, number: i64, change: impl FnOnce(&mut Request)) -> Request {
        let mut request = Request { number, ..self.request.clone() };
        change(&mut request);
        self.app.write_now(|tx| Ok(models::requests::insert(tx.conn, request)?)).unwrap()
    }

    /// Puts an e-mail into the outbox; gives its identifier.
    pub(crate) fn email(&self, address: &str, change: impl FnOnce(&mut NewEmail)) -> i64 {
        let request = self.request.id;
        self.app
            .write_now(|tx| {
                let mut email = email(tx, address);
                email.request_id = Some(request);
                change(&mut email);
                Ok(models::emails::add(tx, email)?)
            })
            .unwrap()
    }

    /// An e-mail as it stands in the outbox.
    pub(crate) fn find(&self, id: i64) -> Email {
        self.app.write_now(|tx| Ok(models::emails::find(tx.conn, id)?)).unwrap().unwrap()
    }

    /// Sets a parameter.
    pub(crate) fn set(&self, parameter: i32, value: &str) {
        let set = |tx: &mut Tx<'_>| {
            let now = tx.db_now();
            Ok(models::parameters::set(tx, parameter, "", value, None, now)?)
        };
        self.app.write_now(set).unwrap();
    }

    /// Stores a content and attaches it to the request.
    pub(crate) async fn attach(&self, name: &str, content: &[u8], internal: bool) -> i64 {
        let stream = futures_util::stream::iter([Ok::<_, String>(Bytes::copy_from_slice(content))]);
        let stored = self.app.storage.put(incoming(stream), 100_000_000).await.unwrap();
        let upload = |tx: &mut Tx<'_>| models::attachments::NewUpload {
            name: name.to_owned(),
            size: stored.size,
            media_type: "text/plain".to_owned(),
            hash: stored.hash.to_string(),
            uploader_id: self.requester,
            added_at: tx.db_now(),
            internal,
        };
        self.app
            .write_now(|tx| {
                let new = upload(tx);
                let id = models::attachments::insert_upload(tx.conn, new)?;
                models::attachments::attach(tx.conn, id, self.request.id, None, internal, tx.db_now())?;
                Ok(id)
            })
            .unwrap()
    }

    /// The e-mails in the folder, oldest first.
    pub(crate) fn folder_mails(&self) -> Vec<String> {
        let Ok(files) = std::fs::read_dir(self.folder.path().join("mail")) else { return Vec::new() };
        let mut paths: Vec<_> = files.map(|file| file.unwrap().path()).collect();
        paths.sort_by_key(|path| {
            path.file_stem().unwrap().to_str().unwrap().rsplit('-').next().unwrap().parse::<i64>().ok()
        });
        assert!(paths.iter().all(|path| path.extension().is_some_and(|ending| ending == "eml")), "{paths:?}");
        paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
    }
}

fn email(tx: &Tx<'_>, address: &str) -> NewEmail {
    NewEmail {
        request_id: None,
        occurrence_id: None,
        parameter: Some(ids::MESSAGE_TEMPLATE),
        template_id: None,
        recipient_id: None,
        recipient_name: Some("Ana Conceição".to_owned()),
        address: Some(address.to_owned()),
        language: Language::Portuguese,
        subject: Some("Solicitação 1000: atualização".to_owned()),
        html: Some("<p>Olá, ação!</p>".to_owned()),
        text: Some("Olá, ação!\n".to_owned()),
        message_id: format!("<{}@portal.empresa.test>", crate::auth::secret::generate().unwrap()),
        attachment_ids: String::new(),
        state: EmailState::Pending,
        suppress_reason: None,
        attempts: 0,
        created_at: tx.db_now(),
        next_attempt_at: Some(tx.db_now()),
    }
}

fn person(tx: &mut Tx<'_>, name: &str, address: &str) -> QueryResult<i64> {
    let values = PersonValues {
        name: name.to_owned(),
        email: Some(address.to_owned()),
        tax_id: None,
        employee_number: None,
        unit_id: None,
        job_title: None,
        extension: None,
        place: None,
        language: Language::Portuguese,
        time_zone: "America/Sao_Paulo".to_owned(),
        vip: false,
        active: true,
        search_text: String::new(),
    };
    let now = tx.db_now();
    models::people::insert(tx.conn, values, now)
}

fn seed(tx: &mut Tx<'_>) -> crate::error::Result<(i64, i64, i64, Request)> {
    let requester = person(tx, "Ana Conceição", "ana@empresa.test")?;
    let attendant = person(tx, "Bruno", "bruno@empresa.test")?;
    let calendar: i64 = diesel::insert_into(calendars::table)
        .values((calendars::name.eq("24x7"), calendars::definition.eq(ALWAYS), calendars::version.eq(1)))
        .returning(calendars::id)
        .get_result(tx.conn)?;
    let category: i64 = diesel::insert_into(service_categories::table)
        .values((
            service_categories::name.eq("TI"),
            service_categories::icon.eq("desk"),
            service_categories::position.eq(1),
            service_categories::version.eq(1),
        ))
        .returning(service_categories::id)
        .get_result(tx.conn)?;
    let group: i64 = diesel::insert_into(groups::table)
        .values((groups::name.eq("N1"), groups::see_all.eq(false), groups::active.eq(true), groups::version.eq(1)))
        .returning(groups::id)
        .get_result(tx.conn)?;
    let service: i64 = diesel::insert_into(services::table)
        .values((
            services::name.eq("Impressora"),
            services::description.eq(""),
            services::hint.eq(""),
            services::request_type.eq("incident"),
            services::category_id.eq(category),
            services::group_id.eq(group),
            services::calendar_id.eq(calendar),
            services::impact.eq("low"),
            services::confidential.eq(false),
            services::active.eq(true),
            services::version.eq(1),
        ))
        .returning(services::id)
        .get_result(tx.conn)?;
    let request = models::requests::insert(tx.conn, request(tx.now, service, requester, attendant, group))?;
    Ok((requester, attendant, group, request))
}

fn request(now: chrono::DateTime<chrono::Utc>, service: i64, requester: i64, responsible: i64, group: i64) -> Request {
    Request {
        id: 0,
        number: 1000,
        request_type: RequestType::Incident,
        service_id: service,
        title: "Impressora parada".to_owned(),
        sort_title: "impressora parada".to_owned(),
        description: "Não imprime".to_owned(),
        requester_id: requester,
        opened_by: requester,
        origin: Origin::Portal,
        situation: Situation::InProgress,
        group_id: Some(group),
        responsible_id: Some(responsible),
        impact: Level::Low,
        urgency: Level::Low,
        priority: 5,
        contact_name: String::new(),
        contact_phone: String::new(),
        contact_email: String::new(),
        contact_place: String::new(),
        opened_at: stored(now),
        solution: None,
        resolved_at: None,
        resolved_by: None,
        ended_at: None,
        closes_at: None,
        parent_id: None,
        duplicate_of_id: None,
        suspension_reason_id: None,
        resumes_at: None,
        cycle: 1,
        cycle_started_at: stored(now),
        target_seconds: None,
        deadline_at: None,
        deadline_by_hand: None,
        warn_at: None,
        warned_at: None,
        sla_met: None,
        sort_deadline: end_of_time(),
        capture_deadline_at: None,
        captured_at: None,
        unread_requester: 0,
        unread_desk: 0,
        grade: None,
        grade_comment: None,
        graded_at: None,
        search_text: String::new(),
        version: 1,
        information: false,
    }
}
