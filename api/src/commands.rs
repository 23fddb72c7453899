//! The commands: `serve` (default), `migrate`, `demo load`, `token create`,
//! `user create`, `user password`, `health`, `openapi`.

use anyhow::{Context, Result, bail};
use clap::{Parser, Subcommand};
use contract::{Language, Role, Scope};
use solicita::actions::tokens;
use solicita::app::App;
use solicita::clock::Clock;
use solicita::config::Config;
use solicita::models::{self, people::PersonValues};
use solicita::{auth, demo, routes, serve};
use std::io::{BufRead, IsTerminal};
use std::path::PathBuf;

/// Self-service request portal with telephony integration.
#[derive(Debug, Parser)]
#[command(version, about)]
pub struct Arguments {
    /// Settings file (TOML); the environment (SOLICITA_…) wins over it.
    #[arg(long, global = true, env = "SOLICITA_CONFIG")]
    config: Option<PathBuf>,
    /// sqlite://PATH or postgres://…
    #[arg(long, global = true)]
    database_url: Option<String>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the portal (the default).
    Serve {
        /// Address and port; port 0 lets the system pick.
        #[arg(long)]
        listen: Option<String>,
        /// Load the demo company on the first start, and serve it.
        #[arg(long)]
        demo: bool,
    },
    /// Bring the database to this version's schema.
    Migrate,
    /// The demo company, and large data to measure with.
    Demo {
        #[command(subcommand)]
        command: DemoCommand,
    },
    /// API tokens.
    Token {
        #[command(subcommand)]
        command: TokenCommand,
    },
    /// People who log in.
    User {
        #[command(subcommand)]
        command: UserCommand,
    },
    /// Ask the server at the configured address whether it is well.
    Health,
    /// Print the OpenAPI document.
    Openapi,
}

#[derive(Debug, Subcommand)]
enum DemoCommand {
    /// Load the demo company into an empty database, or that many generated requests.
    Load {
        /// Generate this many requests instead of the demo company.
        #[arg(long)]
        requests: Option<u64>,
    },
}

#[derive(Debug, Subcommand)]
enum TokenCommand {
    /// Make a token; its text is the last line printed.
    Create {
        /// Name.
        #[arg(long)]
        name: String,
        /// What it may be used for (repeatable): requests:read, requests:write, desk, admin, telephony.
        #[arg(long = "scope", required = true)]
        scopes: Vec<Scope>,
        /// E-mail address of the person it acts as; a new integrator of the token's name when left out.
        #[arg(long)]
        person: Option<String>,
        /// Address or network (CIDR) it may come from (repeatable).
        #[arg(long = "from")]
        allowed_addresses: Vec<String>,
    },
}

#[derive(Debug, Subcommand)]
enum UserCommand {
    /// Register a person; the password is read from standard input.
    Create {
        /// E-mail address.
        #[arg(long)]
        email: String,
        /// Full name.
        #[arg(long)]
        name: String,
        /// Role (repeatable): requester, attendant, administrator, integrator.
        #[arg(long = "role", default_value = "requester")]
        roles: Vec<Role>,
    },
    /// Set a person's password, read from standard input; ends their sessions.
    Password {
        /// E-mail address.
        #[arg(long)]
        email: String,
    },
}

/// Runs a command.
pub fn run(arguments: Arguments) -> Result<()> {
    let mut config = Config::load(arguments.config.as_deref(), std::env::vars())?;
    if let Some(url) = arguments.database_url {
        config.database_url = url;
    }
    match arguments.command.unwrap_or(Command::Serve { listen: None, demo: false }) {
        Command::Serve { listen, demo } => {
            if let Some(listen) = listen {
                config.listen = listen;
            }
            config.demo |= demo;
            run_server(config)
        }
        Command::Migrate => {
            App::open(config, Clock::default())?;
            println!("The database is at this version's schema.");
            Ok(())
        }
        Command::Demo { command: DemoCommand::Load { requests } } => load_demo(config, requests),
        Command::Token { command: TokenCommand::Create { name, scopes, person, allowed_addresses } } => {
            create_token(config, name, scopes, person, allowed_addresses)
        }
        Command::User { command: UserCommand::Create { email, name, roles } } => {
            create_user(config, email, name, &roles)
        }
        Command::User { command: UserCommand::Password { email } } => set_password(config, &email),
        Command::Health => health(&config),
        Command::Openapi => {
            println!("{}", serde_json::to_string_pretty(&routes::document())?);
            Ok(())
        }
    }
}

fn start_logging(config: &Config) {
    let filter = tracing_subscriber::EnvFilter::try_from_env("SOLICITA_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn,solicita=info"));
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    // A second start in one process (tests) keeps the first logger.
    let started = if config.log_json { builder.json().try_init() } else { builder.try_init() };
    if let Err(error) = started {
        tracing::debug!(%error, "logging was started before");
    }
}

fn run_server(config: Config) -> Result<()> {
    start_logging(&config);
    let demo_wanted = config.demo;
    solicita::mail::account::Account::of_config(&config).context("the settings of outgoing mail")?;
    actix_web::rt::System::new().block_on(async move {
        let app = App::open(config, Clock::default())?;
        if demo_wanted {
            demo::load(&app)?;
        } else if demo::is_loaded(&app)? {
            bail!(
                "This database holds the demo logins, whose password everybody knows. Start with --demo to serve it."
            );
        }
        let running = serve::serve(&app)?;
        println!("Solicita is at http://{}", running.address);
        if demo_wanted {
            for (email, role) in demo::LOGINS {
                println!("  {role:<14} {email:<24} {}", demo::PASSWORD);
            }
        }
        let handle = running.server.handle();
        let feed = app.node.feed.clone();
        actix_web::rt::spawn(async move {
            stop_signal().await;
            feed.close();
            handle.stop(true).await;
        });
        let served = running.server.await.context("serving");
        running.jobs.stop().await;
        served
    })
}

async fn stop_signal() {
    use actix_web::rt::signal::unix::{SignalKind, signal};
    let (Ok(mut terminate), Ok(mut interrupt)) = (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
    else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
}

fn load_demo(config: Config, requests: Option<u64>) -> Result<()> {
    start_logging(&config);
    let app = App::open(config, Clock::default())?;
    let summary = match requests {
        None => demo::load(&app)?,
        Some(requests) => demo::generate(&app, requests, &mut |done, all| println!("{done} of {all} requests"))?,
    };
    println!("The database holds {summary}.");
    Ok(())
}

fn create_token(
    config: Config,
    name: String,
    scopes: Vec<Scope>,
    person: Option<String>,
    allowed_addresses: Vec<String>,
) -> Result<()> {
    let app = App::open(config, Clock::default())?;
    let made = app.write_now(|tx| {
        let person_id = match &person {
            Some(email) => {
                models::people::find_by_email(tx.conn, email)?
                    .with_context(|| format!("nobody has the address {email}"))?
                    .id
            }
            None => {
                let now = tx.db_now();
                let id = models::people::insert(tx.conn, values(&name, None), now)?;
                models::person_roles::set(tx.conn, id, &[Role::Integrator])?;
                id
            }
        };
        let new =
            contract::admin::NewToken { name, person_id: Some(person_id), scopes, expires_at: None, allowed_addresses };
        tokens::create(tx, None, new)
    })?;
    println!("{}", made.secret);
    Ok(())
}

fn values(name: &str, email: Option<String>) -> PersonValues {
    PersonValues {
        search_text: models::people::search_text(name, email.as_deref(), None, None),
        name: name.to_owned(),
        email,
        tax_id: None,
        employee_number: None,
        unit_id: None,
        job_title: None,
        extension: None,
        place: None,
        language: Language::default(),
        time_zone: "America/Sao_Paulo".to_owned(),
        vip: false,
        active: true,
    }
}

fn read_password() -> Result<String> {
    eprintln!("Password:");
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).context("reading the password")?;
    let password = line.trim_end_matches(['\r', '\n']).to_owned();
    if let Err(complaint) = auth::password::check_new("password", &password, &[]) {
        bail!("the password will not do ({})", complaint.code);
    }
    Ok(password)
}

fn create_user(config: Config, email: String, name: String, roles: &[Role]) -> Result<()> {
    let hash = auth::password::hash_now(&read_password()?)?;
    let app = App::open(config, Clock::default())?;
    app.write_now(|tx| {
        let email = email.trim().to_lowercase();
        let now = tx.db_now();
        let id = models::people::insert(tx.conn, values(&name, Some(email)), now)?;
        models::person_roles::set(tx.conn, id, roles)?;
        models::people::set_password(tx.conn, id, &hash)?;
        Ok(models::audit::record(tx.conn, now, None, "person-created", ("person", Some(id)), &name)?)
    })?;
    println!("{name} can log in.");
    Ok(())
}

fn set_password(config: Config, email: &str) -> Result<()> {
    let hash = auth::password::hash_now(&read_password()?)?;
    let app = App::open(config, Clock::default())?;
    app.write_now(|tx| {
        let person = models::people::find_by_email(tx.conn, email)?.context("nobody has this address")?;
        models::people::set_password(tx.conn, person.id, &hash)?;
        models::sessions::end_others(tx, person.id, None)?;
        let subject = ("person", Some(person.id));
        Ok(models::audit::record(tx.conn, tx.db_now(), None, "password-reset", subject, "")?)
    })?;
    println!("The password was set.");
    Ok(())
}

/// Speaks just enough HTTP to ask the server on this machine.
fn health(config: &Config) -> Result<()> {
    use std::io::{Read, Write};
    let address = config.listen.replace("0.0.0.0", "127.0.0.1").replace("[::]", "[::1]");
    let mut stream = std::net::TcpStream::connect(&address).with_context(|| format!("connecting to {address}"))?;
    stream.set_read_timeout(Some(std::time::Duration::from_secs(5)))?;
    write!(stream, "GET /health/ready HTTP/1.0\r\nHost: {address}\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    if answer.starts_with("HTTP/1.0 200") || answer.starts_with("HTTP/1.1 200") {
        println!("ok");
        Ok(())
    } else {
        bail!("not ready: {}", answer.lines().next().unwrap_or_default())
    }
}
