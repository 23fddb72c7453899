//! Logging in: the greeting, then MD5 of challenge and secret, so that the secret is not
//! sent; in the clear only to an exchange that knows no challenge.

use super::link::Link;
use super::reason::Reason;
use super::settings::Target;
use crate::domain::telephony::ami::protocol::{Action, Block, Message};
use tokio::io::{AsyncRead, AsyncWrite};

/// Logs in; gives what came after the answer in the same read.
///
/// # Errors
/// What the administrator should know.
pub(super) async fn log_in<S: AsyncRead + AsyncWrite + Unpin>(
    link: &mut Link<S>,
    target: &Target,
) -> Result<Vec<Message>, Reason> {
    link.greeted().await?;
    let (username, secret) = (target.user.as_str(), target.secret.as_str());
    let (answer, _) = ask(link, &Action::Challenge).await?;
    let challenge = answer.block.one("Challenge").unwrap_or_default().to_owned();
    let login = match answer.success {
        true if !challenge.is_empty() => Action::LoginMd5 { username, secret, challenge: &challenge },
        false if answer.message().starts_with("Invalid/unknown command") => Action::Login { username, secret },
        _ => return Err(refused(&answer)),
    };
    let (answer, rest) = ask(link, &login).await?;
    if answer.success { Ok(rest) } else { Err(refused(&answer)) }
}

struct Answer {
    success: bool,
    block: Block,
}

impl Answer {
    fn message(&self) -> &str {
        self.block.one("Message").unwrap_or_default()
    }
}

fn refused(answer: &Answer) -> Reason {
    let message: String = answer.message().chars().filter(|c| !c.is_control()).take(100).collect();
    tracing::warn!(message, "the telephone exchange refuses the login");
    if message == "Authentication failed" { Reason::WrongSecret } else { Reason::LoginRefused }
}

async fn ask<S: AsyncRead + AsyncWrite + Unpin>(
    link: &mut Link<S>,
    action: &Action<'_>,
) -> Result<(Answer, Vec<Message>), Reason> {
    let asked = link.send(action).await?;
    loop {
        let mut messages = link.receive().await?.into_iter();
        for message in messages.by_ref() {
            if let Message::Response { id, success, block } = message
                && id == asked
            {
                return Ok((Answer { success, block }, messages.collect()));
            }
        }
    }
}
