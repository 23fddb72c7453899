//! The components that pages are built from. No other module knows PatternFly's class names and markup.
//!
//! The components emit PatternFly 6 markup themselves instead of wrapping `patternfly-yew` 0.8.5, for these reasons. Its
//! `Button` loses the focus on every click, so that people who use a keyboard start from the top again. Its `Modal` does
//! not keep the focus inside and is labelled by an element that does not exist. Its `Alert`, `Modal` and `Tabs` speak
//! English to screen readers and cannot be translated. Its `Tabs` have no tab roles, its toggle group repeats one `id`,
//! and its toasts are in no live region. Its menus listen for Enter on the whole window. None of this can be turned off
//! from outside. It also brings dependencies that nothing here needs. The style sheet is PatternFly's own, so a better
//! library can replace one component at a time, and pages do not change.
//!
//! # How to write a page
//!
//! 1. A route in `route.rs` (or the area's own enumeration), a component in
//!    `pages/<area>/<page>.rs`, one line in the area's switch.
//! 2. Data: `let list = use_fetch(filter, |filter| async move { api::requests::list(&filter).await });`
//!    and `loaded(&list, language, skeleton, |page| html! { … })`: the one renderer of
//!    pending, failed and ready. Filters in the URL: `use_query_state`.
//! 3. Actions: `use_action` for what a button does (`loading={action.busy}`), `use_submission`
//!    for the keys of creations, `use_draft` for what somebody types, [`FormProblem`] for
//!    what the server refuses, `use_toaster` for what succeeded.
//! 4. Texts: `text!(language, "key", name = value)`, keys in `locales/<language>/<area>.ftl`,
//!    all three languages at once (`cargo test -p locales`).
//! 5. Looks: the components here, then the classes of `assets/solicita.css`, whose colours are tokens.
//! 6. What may be done is what the `actions` of a request say. No page decides it.
//!
//! An icon without a text needs a name for screen readers: [`IconButton`] requires one.

mod alert;
mod avatar;
mod badge;
mod button;
mod choices;
pub mod crash;
mod dialog;
mod email;
mod files;
mod form;
mod icon;
mod keys;
mod label;
mod layout;
mod lightbox;
mod link;
mod loaded;
mod menu;
mod navigation;
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
pub use badge::{Badge, SCREEN_READER_ONLY, screen_reader_text};
pub use button::{AnchorButton, Button, ButtonKind, CopyButton, IconButton, LinkButton};
pub use choices::Choices;
pub use dialog::{Confirm, Dialog};
pub use email::EmailStateLabel;
pub use files::{Files, FilesHandle, file_icon, use_attaching, use_files};
pub use form::{
    AreaField, BareField, CheckField, Combo, ComboOption, FIELDS, FormFields, FormGroup, FormProblem, PasswordField,
    Radio, RadioCard, RadioCards, SelectField, SelectOption, SubmitForm, Switch, TextField, invalid, invalid_field,
    required_errors, required_mark,
};
pub use icon::{icon, icon_fixed};
pub use label::{Label, LabelColour};
pub use layout::{Breadcrumb, Card, Empty, Facts, Page, fact};
pub use lightbox::Lightbox;
pub use link::{Go, use_go};
pub use loaded::{loaded, skeleton_lines, skeleton_rows};
pub use menu::{Menu, MenuEntry};
pub use navigation::{Masthead, NavItem, NavLink, Navigation, SkipLink};
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

/// The address that links take.
pub use crate::route::Href;
