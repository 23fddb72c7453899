//! The telephone system (PBX) that uses the web services of telephony.

use crate::ids;
use crate::personas::Persona;
use crate::{TestApp, world};
use contract::Scope;

/// Its API token.
pub const TOKEN: &str = "sol_token-of-the-pbx";

/// Switches telephony on, and returns the telephone system as a persona.
pub fn pbx(app: &TestApp) -> Persona {
    app.set_parameter(ids::TELEPHONY, "S");
    app.write(|tx| world::token(tx, app.world.people.integrator.id, TOKEN, &[Scope::Telephony]));
    app.anonymous.token(TOKEN)
}
