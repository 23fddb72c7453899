//! Which account sends: the one in the database, else the one of the settings.

use super::failure::{Cause, Failure};
use super::message::mailbox;
use crate::config::Config;
use crate::error::Result;
use crate::models;
use crate::tx::Tx;
use anyhow::{Context, bail};
use contract::admin::{MailSecurity, MailTransport};
use lettre::message::Mailbox;
use std::fmt;
use std::path::PathBuf;
use url::Url;

/// Where the account in force comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Administrators set it.
    Database,
    /// File or environment.
    Environment,
    /// Nobody set anything.
    Default,
}

impl Source {
    /// The stable code.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Database => "database",
            Self::Environment => "environment",
            Self::Default => "default",
        }
    }
}

/// An outgoing mail account.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// Folder or server.
    pub transport: MailTransport,
    /// The folder, for [`MailTransport::Folder`].
    pub folder: PathBuf,
    /// Host, for [`MailTransport::Smtp`].
    pub host: String,
    /// Port.
    pub port: u16,
    /// Encryption.
    pub security: MailSecurity,
    /// User; empty for none.
    pub username: String,
    /// Password; empty for none.
    pub password: String,
    /// Certificates to trust besides the well-known ones (PEM).
    pub trusted: Option<PathBuf>,
    /// Sender's name.
    pub from_name: String,
    /// Sender's address.
    pub from_address: String,
    /// Where it comes from.
    pub source: Source,
    /// Version of the database's account; 0 when there is none.
    pub version: i32,
}

/// Does not show the password.
impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = f.debug_struct("Account");
        text.field("transport", &self.transport).field("host", &self.host).field("port", &self.port);
        text.field("security", &self.security).field("source", &self.source).finish_non_exhaustive()
    }
}

/// The folder that e-mails go to when no other is named.
const FOLDER: &str = "solicita-data/mail";

/// The port that is usual with an encryption.
#[must_use]
pub fn usual_port(security: MailSecurity) -> u16 {
    match security {
        MailSecurity::Plain => 25,
        MailSecurity::StartTls => 587,
        MailSecurity::Tls => 465,
    }
}

impl Account {
    /// The account of the settings (`mail_url`, `mail_from`).
    ///
    /// # Errors
    /// When they cannot work; the message names no secret.
    pub fn of_config(config: &Config) -> anyhow::Result<Self> {
        let mut account = Self::folder_of(config);
        if !config.mail_url.starts_with("folder:") {
            account.read_url(&config.mail_url).context("mail_url")?;
        } else if account.folder.as_os_str().is_empty() {
            bail!("mail_url: a folder must be named, as in folder:PATH");
        }
        account.sender()?;
        Ok(account)
    }

    fn folder_of(config: &Config) -> Self {
        let default = config.mail_url == Config::default().mail_url;
        let (from_name, from_address) = split_sender(&config.mail_from);
        Self {
            transport: MailTransport::Folder,
            folder: PathBuf::from(config.mail_url.strip_prefix("folder:").unwrap_or(FOLDER)),
            host: String::new(),
            port: 0,
            security: MailSecurity::Plain,
            username: String::new(),
            password: String::new(),
            trusted: None,
            from_name,
            from_address,
            source: if default { Source::Default } else { Source::Environment },
            version: 0,
        }
    }

    fn read_url(&mut self, text: &str) -> anyhow::Result<()> {
        let url = Url::parse(text).map_err(|error| anyhow::anyhow!("it cannot be read: {error}"))?;
        self.security = match url.scheme() {
            "smtp" => MailSecurity::Plain,
            "smtp+starttls" => MailSecurity::StartTls,
            "smtps" => MailSecurity::Tls,
            _ => bail!("it must begin with folder:, smtp://, smtp+starttls:// or smtps://"),
        };
        self.transport = MailTransport::Smtp;
        self.host = url.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned();
        if self.host.is_empty() {
            bail!("the host is missing");
        }
        if !matches!(url.path(), "" | "/") {
            bail!("nothing may follow the port but ?from= and ?ca=");
        }
        self.port = url.port().unwrap_or_else(|| usual_port(self.security));
        self.username = percent_decoded(url.username())?;
        self.password = percent_decoded(url.password().unwrap_or_default())?;
        for (name, value) in url.query_pairs() {
            match name.as_ref() {
                "from" => (self.from_name, self.from_address) = split_sender(&value),
                "ca" => self.trusted = Some(PathBuf::from(value.as_ref())),
                _ => bail!("{name}= is not known; from= and ca= are"),
            }
        }
        Ok(())
    }

    /// The sender as e-mails name it.
    ///
    /// # Errors
    /// When its address cannot be one.
    pub fn sender(&self) -> anyhow::Result<Mailbox> {
        let address = self.from_address.parse().context("the sender's address is not valid")?;
        Ok(mailbox(&self.from_name, address))
    }

    /// Host of the sender's address.
    #[must_use]
    pub fn sender_host(&self) -> &str {
        self.from_address.rsplit_once('@').map_or("", |(_, host)| host)
    }
}

/// The account in force.
///
/// # Errors
/// When the database does not answer. Settings that cannot work are the inner error.
pub fn in_force(tx: &mut Tx<'_>, config: &Config) -> Result<Result<Account, Failure>> {
    let of_config = Account::of_config(config);
    let Some(row) = models::mail_account::find(tx.conn)? else {
        return Ok(of_config.map_err(|error| Failure::new(Cause::Account, &format!("{error:#}"))));
    };
    let base = of_config.unwrap_or_else(|_| Account::folder_of(config));
    Ok(Ok(Account {
        transport: row.transport,
        folder: base.folder,
        host: row.host,
        port: u16::try_from(row.port).unwrap_or_default(),
        security: row.security,
        username: row.username,
        password: row.password,
        trusted: base.trusted,
        from_name: row.from_name,
        from_address: row.from_address,
        source: Source::Database,
        version: row.version,
    }))
}

/// Name and address of `Name <address>`, or of an address alone.
fn split_sender(text: &str) -> (String, String) {
    match text.parse::<Mailbox>() {
        Ok(mailbox) => (mailbox.name.unwrap_or_default(), mailbox.email.to_string()),
        Err(_) => (String::new(), text.trim().to_owned()),
    }
}

/// Undoes percent-encoding (RFC 3986, section 2.1); `+` is a plus here.
fn percent_decoded(text: &str) -> anyhow::Result<String> {
    let (mut bytes, mut rest) = (Vec::with_capacity(text.len()), text.as_bytes());
    while let Some((first, others)) = rest.split_first() {
        let escaped = (*first == b'%').then(|| others.split_at_checked(2)).flatten();
        let decoded = escaped.and_then(|(digits, after)| Some((hex(digits)?, after)));
        let (byte, after) = decoded.unwrap_or((*first, others));
        bytes.push(byte);
        rest = after;
    }
    String::from_utf8(bytes).map_err(|_| anyhow::anyhow!("user or password is not UTF-8"))
}

fn hex(digits: &[u8]) -> Option<u8> {
    u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}
