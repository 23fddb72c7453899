//! What one node holds in memory, shared by its threads. Nothing rests on it: another node has its own, and after a
//! restart it is filled anew.

mod feed;
mod presence;
mod running_keys;
mod service_calls;
mod signals;
mod token_uses;

pub use feed::{Credential, Feed, Listener, Next};
pub use presence::Presence;
pub use running_keys::{RunningKey, RunningKeys};
pub use service_calls::{AnsweredCall, ServiceCallLog};
pub use signals::Signals;
pub use token_uses::TokenUses;

/// The memory of this node. Cheap to clone.
#[derive(Clone, Default)]
pub struct Node {
    /// Wakes those who wait for a commit.
    pub signals: Signals,
    /// The newest live events, for the open streams.
    pub feed: Feed,
    /// Which attendants have a page open here.
    pub presence: Presence,
    /// Creations with an `Idempotency-Key` that are under way here.
    pub running_keys: RunningKeys,
    /// Calls of the telephony web services that are not written down yet.
    pub service_calls: ServiceCallLog,
    /// Which tokens were lately noted as in use.
    pub token_uses: TokenUses,
}
