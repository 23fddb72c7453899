//! People (and systems) who use the application.

use crate::http::{Call, Reply};
use crate::wait::DEADLINE;
use contract::Language;
use reqwest::Method;
use serde::Serialize;
use solicita::auth::{CSRF_HEADER, SESSION_COOKIE, secret};
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
    /// Sends bytes over a connection of its own, exactly as given, except that
    /// `{credentials}` becomes the header lines that identify the caller. Returns the answer,
    /// which ends where its `content-length` says or where the server closes the connection.
    ///
    /// # Panics
    /// When no complete answer comes in time.
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
        stream.write_all(text.as_bytes()).await.expect("the request is sent");
        let (mut answer, mut piece) = (Vec::new(), [0; 4096]);
        let reading = async {
            while !is_complete(&answer) {
                match stream.read(&mut piece).await.expect("an answer") {
                    0 => break,
                    read => answer.extend_from_slice(&piece[..read]),
                }
            }
        };
        let read = tokio::time::timeout(DEADLINE, reading).await;
        assert!(read.is_ok(), "no complete answer within {DEADLINE:?}: {}", String::from_utf8_lossy(&answer));
        String::from_utf8_lossy(&answer).into_owned()
    }
}

/// Whether an HTTP answer has as many bytes of a body as its `content-length` says.
fn is_complete(answer: &[u8]) -> bool {
    let text = String::from_utf8_lossy(answer).to_ascii_lowercase();
    let Some((head, _)) = text.split_once("\r\n\r\n") else { return false };
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.trim().parse::<usize>().ok());
    let body = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").map_or(0, |end| answer.len() - end - 4);
    length.is_some_and(|length| body >= length)
}
