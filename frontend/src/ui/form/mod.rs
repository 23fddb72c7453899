//! Fields of forms. A field is a label, a control, help and a complaint. The `id` is the field's name in the API, with a
//! prefix where two forms share a page.

mod bare;
mod choice;
mod combo;
mod frame;
mod layout;
mod problem;
mod switch;
mod text;

pub use bare::{BareField, Radio};
pub use choice::{CheckField, RadioCard, RadioCards, SelectField, SelectOption};
pub use combo::{Combo, ComboOption};
pub use layout::{FIELDS, FormFields, FormGroup, SubmitForm, required_mark};
pub use problem::{FormProblem, invalid, invalid_field, required_errors};
pub use switch::Switch;
pub use text::{AreaField, PasswordField, TextField};
