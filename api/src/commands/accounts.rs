//! Commands that make tokens and register people. They call the actions that the REST API calls, so that the same checks
//! hold. The audit trail names no author for them.

use anyhow::{Context, Result, anyhow};
use contract::admin::{NewToken, PersonEdit};
use contract::{FieldError, Language, Role, Scope};
use solicita::actions::admin::people;
use solicita::actions::{passwords, tokens};
use solicita::app::App;
use solicita::auth::password;
use solicita::clock::Clock;
use solicita::config::Config;
use solicita::error::Error;
use solicita::models;
use solicita::models::people::Person;
use solicita::tx::Tx;
use std::io::BufRead;

/// The time zone of people who are registered here.
const TIME_ZONE: &str = "America/Sao_Paulo";

/// Makes a token, and prints its text. Without a person, it acts as a new integrator that has the token's name.
pub fn create_token(
    config: Config,
    name: String,
    scopes: Vec<Scope>,
    person: Option<&str>,
    allowed_addresses: Vec<String>,
) -> Result<()> {
    let app = App::open(config, Clock::default())?;
    let made = app.write_now(|tx| {
        let person_id = match person {
            Some(email) => with_address(tx, email)?.id,
            None => people::create(tx, None, &registration(name.clone(), None, vec![Role::Integrator]))?,
        };
        let new = NewToken { name, person_id: Some(person_id), scopes, expires_at: None, allowed_addresses };
        tokens::create(tx, None, new)
    });
    println!("{}", made.map_err(explained)?.secret);
    Ok(())
}

/// Registers a person with a password, which is read from standard input.
pub fn create_user(config: Config, email: String, name: String, roles: Vec<Role>) -> Result<()> {
    let password = read_password()?;
    if email.trim().is_empty() {
        return Err(explained(Error::field("email", "required")));
    }
    passwords::check_for(&name, Some(&email), "password", &password).map_err(explained)?;
    let hash = password::hash_now(&password).map_err(explained)?;
    let app = App::open(config, Clock::default())?;
    let registered = app.write_now(|tx| {
        let id = people::create(tx, None, &registration(name.clone(), Some(email), roles))?;
        passwords::set_first(tx, id, &hash)
    });
    registered.map_err(explained)?;
    println!("{name} can log in.");
    Ok(())
}

/// Sets the password of a person, which is read from standard input, and ends their sessions.
pub fn set_password(config: Config, email: &str) -> Result<()> {
    let password = read_password()?;
    let app = App::open(config, Clock::default())?;
    let person = app.write_now(|tx| with_address(tx, email)).map_err(explained)?;
    passwords::check(&person, "password", &password).map_err(explained)?;
    let hash = password::hash_now(&password).map_err(explained)?;
    app.write_now(|tx| passwords::set_by_operator(tx, person.id, &hash)).map_err(explained)?;
    println!("The password was set.");
    Ok(())
}

fn registration(name: String, email: Option<String>, roles: Vec<Role>) -> PersonEdit {
    PersonEdit {
        name,
        email,
        tax_id: None,
        employee_number: None,
        unit_id: None,
        job_title: None,
        extension: None,
        place: None,
        phones: Vec::new(),
        language: Language::default(),
        time_zone: TIME_ZONE.to_owned(),
        vip: false,
        active: true,
        roles,
    }
}

fn with_address(tx: &mut Tx<'_>, email: &str) -> solicita::error::Result<Person> {
    let person = models::people::find_by_email(tx.conn, email)?;
    let unknown = || anyhow!("Nobody has the e-mail address {email}. Give the address of a registered person.");
    person.ok_or_else(|| unknown().into())
}

fn read_password() -> Result<String> {
    eprintln!("Password:");
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).context("reading the password")?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

/// What went wrong, as sentences for the person at the terminal.
fn explained(error: Error) -> anyhow::Error {
    let problem = error.problem(Language::English);
    match error {
        Error::Refused { .. } => anyhow!(problem.title),
        Error::Invalid(_) => anyhow!(problem.errors.iter().map(complaint).collect::<Vec<_>>().join("\n")),
        Error::Database(error) => error.into(),
        Error::Internal(error) => error,
    }
}

/// What is wrong with an option of the command.
fn complaint(error: &FieldError) -> String {
    let name = match error.field.split('.').next().unwrap_or_default() {
        "allowed_addresses" => "--from",
        "email" => "--email",
        "name" => "--name",
        "person_id" => "--person",
        "roles" => "--role",
        "scopes" => "--scope",
        other => other,
    };
    format!("{name}: {}", error.message)
}
