//! What pages are built from. The only place that knows PatternFly.
//!
//! The components emit PatternFly 6 markup themselves instead of wrapping
//! `patternfly-yew` 0.8.5, which was read and tried first. What spoke against it:
//! its `Button` takes the focus away from itself on every click, so that whoever
//! uses a keyboard starts from the top again; its `Modal` has no focus trap and
//! is labelled by an element that does not exist; its `Alert`, `Modal` and `Tabs`
//! speak English to screen readers, with no way to translate them; its `Tabs` have
//! no tab roles, its toggle group repeats one `id`, its toasts are in no live
//! region; its menus listen for Enter on the whole window. None of it can be
//! turned off from outside, and each is a failure of this product's own rules.
//! It also brings a calendar, popper, strum and OUIA attributes that nothing here
//! needs. The style sheet is PatternFly's own, so a better library can come later,
//! one component at a time, without a page noticing.
//!
//! # How to write a page
//!
//! 1. A route in `route.rs` (or the area's own enumeration), a component in
//!    `pages/<area>/<page>.rs`, one line in the area's switch.
//! 2. Data: `let list = use_fetch(filter, |filter| async move { api::requests::list(&filter).await });`
//!    and `loaded(&list, language, skeleton, |page| html! { … })`: the one renderer of
//!    pending, failed and ready. Filters in the URL: `use_query_state`.
//! 3. Doing: `use_action` for what a button does (`loading={action.busy}`), `use_submission`
//!    for the keys of creations, `use_draft` for what somebody types, [`FormProblem`] for
//!    what the server refuses, `use_toaster` for what succeeded.
//! 4. Texts: `text!(language, "key", name = value)`, keys in `locales/<language>/<area>.ftl`,
//!    all three languages at once (`cargo test -p locales`).
//! 5. Looks: PatternFly's classes first, then `assets/solicita.css`, whose colours are tokens.
//! 6. What may be done is what the request's `actions` say; nothing here decides it.
//!
//! Icons never stand alone without a name: [`IconButton`] requires one.

mod alert;
mod avatar;
mod button;
mod choices;
pub mod crash;
mod dialog;
mod email;
mod files;
mod form;
mod icon;
mod layout;
mod lightbox;
mod link;
mod loaded;
mod menu;
mod paging;
mod person_picker;
mod rich;
mod search;
mod status;
mod table;
mod tabs;
pub mod theme;
mod timeline;
mod toast;
mod unsaved;
mod vip;

pub use alert::{Alert, AlertKind, Problem};
pub use avatar::Avatar;
pub use button::{Button, ButtonKind, CopyButton, IconButton, LinkButton};
pub use choices::Choices;
pub use dialog::{Confirm, Dialog};
pub use email::EmailStateLabel;
pub use files::{Files, FilesHandle, file_icon, use_attaching, use_files};
pub use form::{
    AreaField, CheckField, Combo, ComboOption, FormProblem, PasswordField, RadioCard, RadioCards, SelectField,
    SelectOption, Switch, TextField, invalid, invalid_field, required_errors,
};
pub use icon::{icon, icon_fixed};
pub use layout::{Breadcrumb, Card, Empty, Facts, Page, fact};
pub use lightbox::Lightbox;
pub use link::{Go, use_go};
pub use loaded::{loaded, skeleton_lines, skeleton_rows};
pub use menu::{Menu, MenuEntry};
pub use paging::{Paging, Shown};
pub use person_picker::{PersonPicker, about as about_person};
pub use rich::{address, paragraphs, rich};
pub use search::SearchBox;
pub use status::{Priority, SituationLabel, Sla, TypeLabel, sla_of, sla_summary};
pub use table::{Table, TableRow};
pub use tabs::{Tab, Tabs, ToggleGroup};
pub use timeline::Timeline;
pub use toast::{Toast, ToastProvider, Toaster, use_toaster};
pub use unsaved::Unsaved;
pub use vip::VipMark;

/// What links of this module take; it belongs to the addresses.
pub use crate::route::Href;
