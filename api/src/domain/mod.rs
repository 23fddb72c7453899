//! The rules of the product, and nothing else: no I/O, no database, no HTTP.
//!
//! Every function here is a pure function of its arguments; the current time,
//! the calendar and the parameters are arguments too. Handlers, actions and jobs
//! ask these functions what is allowed and what follows, so that there is one
//! answer to each question, whoever asks it.
//!
//! | module | answers |
//! | --- | --- |
//! | [`calendar`] | which seconds count as working time |
//! | [`sla`] | how a request stands against its deadline |
//! | [`priority`] | impact × urgency |
//! | [`lifecycle`] | what a viewer may do with a request, and where that leads |
//! | [`parameters`] | the catalogue of parameters, their shapes and defaults |
//! | [`pbx_address`] | where the manager interface of a telephone exchange listens |
//! | [`template`] | e-mail templates: their keys, and how they are filled in |
//! | [`paging`] | pages of lists: cursors, sizes, orders |
//! | [`tax_id`] | CPF and CNPJ |
//! | [`telephone`] | telephone numbers: who may be calling |
//! | [`telephony`] | what telephone systems are answered |
//! | [`text`] | texts that people type: cleaning, folding, likeness |
//! | [`visibility`] | who reads what of a request's timeline |

pub mod calendar;
pub mod lifecycle;
pub mod network;
pub mod paging;
pub mod parameters;
pub mod pbx_address;
pub mod priority;
pub mod sla;
pub mod tax_id;
pub mod telephone;
pub mod telephony;
pub mod template;
pub mod text;
pub mod visibility;
