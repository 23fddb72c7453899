//! People (and systems) who use the application.

use crate::http::{Call, Reply};
use contract::Language;
use reqwest::Method;
use serde::Serialize;
use solicita::auth::secret;
use solicita::web::{CSRF_HEADER, SESSION_COOKIE};
use std::net::SocketAddr;
use std::time::Duration;

/// Where the application listens, and the connections to it.
#[derive(Debug, Clone)]
pub struct Door {
    address: SocketAddr,
    http: reqwest::Client,
}

impl Door {
    pub(crate) fn new(address: SocketAddr) -> Self {
        let http = reqwest::Client::builder()
            .timeout(Duration::from_secs(60))
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .build()
            .expect("a client");
        Self { address, http }
    }
}

#[derive(Debug, Clone)]
enum Credential {
    None,
    Session { cookie: String, csrf: String },
    Token(String),
}

/// Somebody who calls the application.
#[derive(Debug, Clone)]
pub struct Persona {
    door: Door,
    credential: Credential,
    language: Option<Language>,
}

impl Persona {
    pub(crate) fn anonymous(door: Door) -> Self {
        Self { door, credential: Credential::None, language: None }
    }

    /// Somebody with a session cookie.
    #[must_use]
    pub fn with_session(door: Door, cookie: &str) -> Self {
        let credential = Credential::Session { cookie: cookie.to_owned(), csrf: secret::csrf_token(cookie) };
        Self { door, credential, language: None }
    }

    /// Somebody with an API token.
    #[must_use]
    pub fn with_token(door: Door, token: &str) -> Self {
        Self { door, credential: Credential::Token(token.to_owned()), language: None }
    }

    /// Somebody at the same door with a session cookie.
    #[must_use]
    pub fn session(&self, cookie: &str) -> Self {
        Self::with_session(self.door.clone(), cookie)
    }

    /// Somebody at the same door with an API token.
    #[must_use]
    pub fn token(&self, token: &str) -> Self {
        Self::with_token(self.door.clone(), token)
    }

    /// The same, asking for answers in a language (otherwise: their account's).
    #[must_use]
    pub fn speaking(&self, language: Language) -> Self {
        Self { language: Some(language), ..self.clone() }
    }

    /// Where the application listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.door.address
    }

    /// The session's cookie, if there is one.
    #[must_use]
    pub fn cookie(&self) -> Option<&str> {
        match &self.credential {
            Credential::Session { cookie, .. } => Some(cookie),
            Credential::None | Credential::Token(_) => None,
        }
    }

    /// A call of the API; paths are below `/api/v1`.
    pub fn call(&self, method: Method, path: impl AsRef<str>) -> Call {
        self.visit(method, format!("/api/v1{}", path.as_ref()))
    }

    /// A call of any address.
    pub fn visit(&self, method: Method, path: impl AsRef<str>) -> Call {
        let csrf = match &self.credential {
            Credential::Session { csrf, .. } if method != Method::GET && method != Method::HEAD => Some(csrf.as_str()),
            _ => None,
        };
        self.bare(method, path, csrf)
    }

    /// A call of the API with another CSRF token than the right one, or none.
    pub fn call_with_csrf(&self, method: Method, path: impl AsRef<str>, csrf: Option<&str>) -> Call {
        self.bare(method, format!("/api/v1{}", path.as_ref()), csrf)
    }

    fn bare(&self, method: Method, path: impl AsRef<str>, csrf: Option<&str>) -> Call {
        let path = path.as_ref();
        let mut builder = self.door.http.request(method.clone(), format!("http://{}{path}", self.door.address));
        match &self.credential {
            Credential::None => {}
            Credential::Session { cookie, .. } => {
                builder = builder.header("cookie", format!("{SESSION_COOKIE}={cookie}"));
            }
            Credential::Token(token) => builder = builder.bearer_auth(token),
        }
        if let Some(csrf) = csrf {
            builder = builder.header(CSRF_HEADER, csrf);
        }
        if let Some(language) = self.language {
            builder = builder.header("accept-language", language.as_str());
        }
        Call::new(format!("{method} {path}"), builder)
    }

    /// Reads.
    pub async fn get(&self, path: impl AsRef<str>) -> Reply {
        self.call(Method::GET, path).send().await
    }

    /// Does or creates something.
    pub async fn post<T: Serialize + ?Sized>(&self, path: impl AsRef<str>, body: &T) -> Reply {
        self.call(Method::POST, path).json(body).send().await
    }

    /// Edits something.
    pub async fn put<T: Serialize + ?Sized>(&self, path: impl AsRef<str>, body: &T) -> Reply {
        self.call(Method::PUT, path).json(body).send().await
    }

    /// Removes something.
    pub async fn delete(&self, path: impl AsRef<str>) -> Reply {
        self.call(Method::DELETE, path).send().await
    }
}

impl Persona {
    /// Says something over a connection of its own, byte by byte as given but for
    /// `{credentials}`, which becomes the lines that name the caller; gives all that
    /// comes back until the other side hangs up.
    pub async fn raw(&self, request: &str) -> String {
        use tokio::io::{AsyncReadExt, AsyncWriteExt};
        let credentials = match &self.credential {
            Credential::None => String::new(),
            Credential::Session { cookie, csrf } => {
                format!("cookie: {SESSION_COOKIE}={cookie}\r\n{CSRF_HEADER}: {csrf}\r\n")
            }
            Credential::Token(token) => format!("authorization: Bearer {token}\r\n"),
        };
        let mut stream = tokio::net::TcpStream::connect(self.door.address).await.expect("a connection");
        let text = request.replace("{credentials}", &credentials);
        stream.write_all(text.as_bytes()).await.expect("what was said goes out");
        let (mut answer, mut piece) = (Vec::new(), [0; 4096]);
        let mut patience = Duration::from_secs(10);
        // Whoever keeps the line open after an answer has said all there is.
        while let Ok(Ok(read @ 1..)) = tokio::time::timeout(patience, stream.read(&mut piece)).await {
            answer.extend_from_slice(&piece[..read]);
            patience = Duration::from_millis(300);
        }
        String::from_utf8_lossy(&answer).into_owned()
    }
}
