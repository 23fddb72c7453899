//! People and systems that use the application over HTTP.

use crate::http::{ApiRequest, Reply};
use crate::wait::DEADLINE;
use contract::Language;
use reqwest::Method;
use serde::Serialize;
use solicita::auth::secret;
use solicita::web::{CSRF_HEADER, SESSION_COOKIE};
use std::net::SocketAddr;

/// The address at which an application listens, and a client for it.
#[derive(Debug, Clone)]
pub struct Endpoint {
    address: SocketAddr,
    client: reqwest::Client,
}

impl Endpoint {
    pub(crate) fn new(address: SocketAddr) -> Self {
        let client = reqwest::Client::builder()
            .timeout(DEADLINE)
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .build()
            .expect("a client");
        Self { address, client }
    }
}

#[derive(Debug, Clone)]
enum Credential {
    None,
    Session { cookie: String, csrf: String },
    Token(String),
}

/// Somebody who sends requests to the application.
#[derive(Debug, Clone)]
pub struct Persona {
    endpoint: Endpoint,
    credential: Credential,
    language: Option<Language>,
}

impl Persona {
    pub(crate) fn anonymous(endpoint: Endpoint) -> Self {
        Self { endpoint, credential: Credential::None, language: None }
    }

    /// A person with a session.
    #[must_use]
    pub fn with_session(endpoint: Endpoint, cookie: &str) -> Self {
        let credential = Credential::Session { cookie: cookie.to_owned(), csrf: secret::csrf_token(cookie) };
        Self { endpoint, credential, language: None }
    }

    /// A system with an API token.
    #[must_use]
    pub fn with_token(endpoint: Endpoint, token: &str) -> Self {
        Self { endpoint, credential: Credential::Token(token.to_owned()), language: None }
    }

    /// A person with a session, at the same endpoint.
    #[must_use]
    pub fn session(&self, cookie: &str) -> Self {
        Self::with_session(self.endpoint.clone(), cookie)
    }

    /// A system with an API token, at the same endpoint.
    #[must_use]
    pub fn token(&self, token: &str) -> Self {
        Self::with_token(self.endpoint.clone(), token)
    }

    /// The same persona, who asks for a language with `Accept-Language`. Without it the
    /// application speaks the language of the account.
    #[must_use]
    pub fn speaking(&self, language: Language) -> Self {
        Self { language: Some(language), ..self.clone() }
    }

    /// The address at which the application listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.endpoint.address
    }

    /// The session cookie of a person.
    #[must_use]
    pub fn cookie(&self) -> Option<&str> {
        match &self.credential {
            Credential::Session { cookie, .. } => Some(cookie),
            Credential::None | Credential::Token(_) => None,
        }
    }

    /// A request to the API; `path` is below `/api/v1`.
    pub fn request(&self, method: Method, path: impl AsRef<str>) -> ApiRequest {
        self.request_outside_api(method, format!("/api/v1{}", path.as_ref()))
    }

    /// A request to any path.
    pub fn request_outside_api(&self, method: Method, path: impl AsRef<str>) -> ApiRequest {
        let csrf = match &self.credential {
            Credential::Session { csrf, .. } if method != Method::GET && method != Method::HEAD => Some(csrf.as_str()),
            _ => None,
        };
        self.build(method, path, csrf)
    }

    /// A request to the API with this CSRF token instead of the right one.
    pub fn request_with_csrf(&self, method: Method, path: impl AsRef<str>, csrf: Option<&str>) -> ApiRequest {
        self.build(method, format!("/api/v1{}", path.as_ref()), csrf)
    }

    fn build(&self, method: Method, path: impl AsRef<str>, csrf: Option<&str>) -> ApiRequest {
        let path = path.as_ref();
        let mut builder =
            self.endpoint.client.request(method.clone(), format!("http://{}{path}", self.endpoint.address));
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
        ApiRequest::new(format!("{method} {path}"), builder)
    }

    /// Sends a GET request.
    pub async fn get(&self, path: impl AsRef<str>) -> Reply {
        self.request(Method::GET, path).send().await
    }

    /// Sends a POST request with a JSON body.
    pub async fn post<T: Serialize + ?Sized>(&self, path: impl AsRef<str>, body: &T) -> Reply {
        self.request(Method::POST, path).json(body).send().await
    }

    /// Sends a PUT request with a JSON body.
    pub async fn put<T: Serialize + ?Sized>(&self, path: impl AsRef<str>, body: &T) -> Reply {
        self.request(Method::PUT, path).json(body).send().await
    }

    /// Sends a DELETE request.
    pub async fn delete(&self, path: impl AsRef<str>) -> Reply {
        self.request(Method::DELETE, path).send().await
    }
}

impl Persona {
    /// Sends bytes over a connection of its own, exactly as given, except that
    /// `{credentials}` becomes the header lines that identify the caller. Returns the answer,
    /// which ends where its `content-length` says or where the server closes the connection.
    ///
    /// # Panics
    /// When no complete answer comes in time.
    pub async fn send_raw(&self, request: &str) -> String {
        use tokio::io::{AsyncReadExt, AsyncWriteExt};
        let credentials = match &self.credential {
            Credential::None => String::new(),
            Credential::Session { cookie, csrf } => {
                format!("cookie: {SESSION_COOKIE}={cookie}\r\n{CSRF_HEADER}: {csrf}\r\n")
            }
            Credential::Token(token) => format!("authorization: Bearer {token}\r\n"),
        };
        let mut stream = tokio::net::TcpStream::connect(self.endpoint.address).await.expect("a connection");
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
