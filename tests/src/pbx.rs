//! The telephone system that calls the web services.

use crate::ids;
use crate::personas::Persona;
use crate::{TestApp, world};
use contract::Scope;

/// Text of its token.
pub const TOKEN: &str = "sol_token-of-the-pbx";

/// The telephone system, with telephony switched on.
pub fn pbx(app: &TestApp) -> Persona {
    app.set(ids::TELEPHONY, "S");
    app.write(|tx| world::token(tx, app.world.people.integrator.id, TOKEN, &[Scope::Telephony]));
    app.anonymous.token(TOKEN)
}
