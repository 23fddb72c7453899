//! Settings: defaults, then a file, then the environment, then flags.

use anyhow::{Context, bail};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// Settings of the server.
#[derive(Debug, Clone, Deserialize, PartialEq, Eq)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// `sqlite://PATH` or `postgres://…` (`SOLICITA_DATABASE_URL`).
    pub database_url: String,
    /// Address and port; port 0 lets the system pick (`SOLICITA_LISTEN`).
    pub listen: String,
    /// Address that people type, for links in e-mails (`SOLICITA_PUBLIC_URL`).
    pub public_url: String,
    /// Where e-mails go until administrators set an account: `folder:PATH`,
    /// `smtp://user:password@host:port` (never encrypted), `smtp+starttls://…` (STARTTLS
    /// required) or `smtps://…` (TLS). User and password are percent-encoded; ports are 25,
    /// 587 and 465 unless named; `?from=` replaces `mail_from`; `?ca=PATH` (PEM) names
    /// certificates to trust besides the well-known ones (`SOLICITA_MAIL_URL`).
    pub mail_url: String,
    /// Sender of e-mails (`SOLICITA_MAIL_FROM`).
    pub mail_from: String,
    /// `folder:PATH` of the attachments (`SOLICITA_STORAGE_URL`).
    pub storage_url: String,
    /// Connections to the database (`SOLICITA_DATABASE_CONNECTIONS`).
    pub database_connections: u32,
    /// Worker threads of the web server; 0 for one per core (`SOLICITA_WORKERS`).
    pub workers: usize,
    /// Addresses of proxies whose `X-Forwarded-For` and `-Proto` are believed,
    /// comma separated (`SOLICITA_TRUSTED_PROXIES`).
    pub trusted_proxies: String,
    /// The company's time zone, by its IANA name: for what is written to nobody in
    /// particular (`SOLICITA_TIME_ZONE`).
    pub time_zone: String,
    /// Serve the demo company (`SOLICITA_DEMO`).
    pub demo: bool,
    /// Log as JSON (`SOLICITA_LOG_JSON`).
    pub log_json: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            database_url: "sqlite://solicita-data/solicita.db".to_owned(),
            listen: "127.0.0.1:8080".to_owned(),
            public_url: String::new(),
            mail_url: "folder:solicita-data/mail".to_owned(),
            mail_from: "Solicita <solicita@localhost>".to_owned(),
            storage_url: "folder:solicita-data/files".to_owned(),
            database_connections: 8,
            workers: 0,
            trusted_proxies: String::new(),
            time_zone: "America/Sao_Paulo".to_owned(),
            demo: false,
            log_json: false,
        }
    }
}

impl Config {
    /// Reads the file, if one is named, and then the environment.
    ///
    /// # Errors
    /// A file that cannot be read, an unknown key, a value of the wrong kind.
    pub fn load(file: Option<&Path>, environment: impl Iterator<Item = (String, String)>) -> anyhow::Result<Self> {
        let mut config = match file {
            Some(path) => {
                let text = std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
                toml::from_str(&text).with_context(|| format!("in {}", path.display()))?
            }
            None => Self::default(),
        };
        for (name, value) in environment {
            if let Some(key) = name.strip_prefix("SOLICITA_") {
                config.set(key, value).with_context(|| format!("in the environment: {name}"))?;
            }
        }
        Ok(config)
    }

    fn set(&mut self, key: &str, value: String) -> anyhow::Result<()> {
        match key {
            "DATABASE_URL" => self.database_url = value,
            "LISTEN" => self.listen = value,
            "PUBLIC_URL" => self.public_url = value,
            "MAIL_URL" => self.mail_url = value,
            "MAIL_FROM" => self.mail_from = value,
            "STORAGE_URL" => self.storage_url = value,
            "DATABASE_CONNECTIONS" => self.database_connections = value.parse()?,
            "WORKERS" => self.workers = value.parse()?,
            "TRUSTED_PROXIES" => self.trusted_proxies = value,
            "TIME_ZONE" => self.time_zone = value,
            "DEMO" => self.demo = yes(&value)?,
            "LOG_JSON" => self.log_json = yes(&value)?,
            // Read by the command line, by tests and by the logger.
            "CONFIG" | "LOG" | "BIN" | "TEST_DATABASES" => {}
            _ => bail!("unknown setting"),
        }
        Ok(())
    }

    /// The path of the SQLite file, when it is SQLite.
    #[must_use]
    pub fn sqlite_path(&self) -> Option<PathBuf> {
        self.database_url.strip_prefix("sqlite://").map(PathBuf::from)
    }
}

fn yes(value: &str) -> anyhow::Result<bool> {
    match value.to_ascii_lowercase().as_str() {
        "1" | "true" | "yes" => Ok(true),
        "" | "0" | "false" | "no" => Ok(false),
        _ => bail!("expected true or false"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(pairs: &[(&str, &str)]) -> impl Iterator<Item = (String, String)> {
        pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect::<Vec<_>>().into_iter()
    }

    #[test]
    fn the_environment_wins_over_the_file() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "listen = \"0.0.0.0:1\"\nworkers = 3\n").unwrap();
        let config =
            Config::load(Some(file.path()), environment(&[("SOLICITA_LISTEN", "[::1]:2"), ("PATH", "/bin")])).unwrap();
        assert_eq!((config.listen.as_str(), config.workers), ("[::1]:2", 3));
    }

    #[test]
    fn unknown_settings_are_refused() {
        assert!(Config::load(None, environment(&[("SOLICITA_LISTN", "x")])).is_err());
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "listn = 1\n").unwrap();
        assert!(Config::load(Some(file.path()), environment(&[])).is_err());
    }
}
