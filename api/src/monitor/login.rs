//! Logs in with the MD5 hash of a challenge and the secret, so that the secret is not sent. An exchange that does not
//! know challenges gets the secret itself.

use super::connection::Connection;
use crate::domain::telephony::ami::protocol::{Action, Block, Message};
use crate::domain::telephony::monitoring::{DisconnectReason, MonitorTarget};
use tokio::io::{AsyncRead, AsyncWrite};

/// Logs in. Gives the messages that the same read gave after the answer.
///
/// # Errors
/// The reason to show to administrators.
pub(super) async fn log_in<S: AsyncRead + AsyncWrite + Unpin>(
    connection: &mut Connection<S>,
    target: &MonitorTarget,
) -> Result<Vec<Message>, DisconnectReason> {
    connection.expect_greeting().await?;
    let (username, secret) = (target.user.as_str(), target.secret.as_str());
    let (answer, _) = request(connection, &Action::Challenge).await?;
    let challenge = answer.block.one("Challenge").unwrap_or_default().to_owned();
    let login = match answer.success {
        true if !challenge.is_empty() => Action::LoginMd5 { username, secret, challenge: &challenge },
        false if answer.message().starts_with("Invalid/unknown command") => Action::Login { username, secret },
        _ => return Err(refusal(&answer)),
    };
    let (answer, rest) = request(connection, &login).await?;
    if answer.success { Ok(rest) } else { Err(refusal(&answer)) }
}

/// An answer to an action.
struct Answer {
    success: bool,
    block: Block,
}

impl Answer {
    fn message(&self) -> &str {
        self.block.one("Message").unwrap_or_default()
    }
}

/// Why the exchange refuses the login.
fn refusal(answer: &Answer) -> DisconnectReason {
    let message: String = answer.message().chars().filter(|c| !c.is_control()).take(100).collect();
    tracing::warn!(message, "the telephone exchange refuses the login");
    match message.as_str() {
        "Authentication failed" => DisconnectReason::WrongSecret,
        _ => DisconnectReason::LoginRefused,
    }
}

/// Sends an action and waits for its answer. Gives also the messages that the same read gave after it.
async fn request<S: AsyncRead + AsyncWrite + Unpin>(
    connection: &mut Connection<S>,
    action: &Action<'_>,
) -> Result<(Answer, Vec<Message>), DisconnectReason> {
    let action_id = connection.send(action).await?;
    loop {
        let mut messages = connection.receive().await?.into_iter();
        for message in messages.by_ref() {
            if let Message::Response { id, success, block } = message
                && id == action_id
            {
                return Ok((Answer { success, block }, messages.collect()));
            }
        }
    }
}
