//! Who is logged in.

use super::language::use_language_context;
use crate::api::{self, ApiError, client, reauthentication};
use contract::identity::{Me, Preferences};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What is known about the person in front of the screen.
#[derive(Clone, PartialEq)]
pub enum Session {
    /// Not asked yet.
    Unknown,
    /// The server could not be asked.
    Unreachable(ApiError),
    /// Nobody is logged in.
    Anonymous,
    /// Somebody logged out: whoever comes next does not return to their page.
    Left,
    /// Somebody is.
    Person(Rc<Me>),
}

/// The session and what changes it.
#[derive(Clone, PartialEq)]
pub struct SessionContext {
    /// Who is logged in.
    pub session: Session,
    /// True while the login dialog lies over the page.
    pub expired: bool,
    set: Callback<Session>,
    set_expired: Callback<bool>,
    refresh: Callback<()>,
}

impl SessionContext {
    /// Somebody logged in, or their data changed.
    pub fn enter(&self, me: Me) {
        client::set_csrf(me.csrf_token.clone());
        self.set.emit(Session::Person(Rc::new(me)));
        self.set_expired.emit(false);
    }

    /// Nobody is logged in any more.
    pub fn leave(&self) {
        client::set_csrf(None);
        reauthentication::set_dialog(None);
        self.set.emit(Session::Left);
        self.set_expired.emit(false);
        reauthentication::resume(false);
    }

    /// Reads one's own data again: counters, groups, parameters.
    pub fn refresh(&self) {
        self.refresh.emit(());
    }

    /// The person who is logged in.
    #[must_use]
    pub fn me(&self) -> Option<&Rc<Me>> {
        match &self.session {
            Session::Person(me) => Some(me),
            _ => None,
        }
    }
}

/// Properties of [`SessionProvider`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The application.
    pub children: Html,
}

/// Keeps the session; asks the server once, at the start.
#[component]
pub fn SessionProvider(props: &Props) -> Html {
    let session = use_state_eq(|| Session::Unknown);
    let expired = use_state_eq(|| false);
    let set = use_callback((), {
        let session = session.setter();
        move |value, ()| session.set(value)
    });
    let set_expired = use_callback((), {
        let expired = expired.setter();
        move |value, ()| expired.set(value)
    });
    let refresh = use_callback(matches!(*session, Session::Person(_)), {
        let session = session.setter();
        move |(), known| read(session.clone(), *known)
    });
    use_effect_with((), {
        let session = session.setter();
        move |()| read(session, false)
    });
    use_account_language(&session);
    use_effect_with(matches!(*session, Session::Person(_)), {
        let set_expired = set_expired.clone();
        move |logged_in| reauthentication::set_dialog(logged_in.then(|| set_expired.reform(|()| true)))
    });
    let context = SessionContext { session: (*session).clone(), expired: *expired, set, set_expired, refresh };
    html! { <ContextProvider<SessionContext> {context}>{ props.children.clone() }</ContextProvider<SessionContext>> }
}

/// `known`: somebody is logged in, whom a lost network does not log out.
fn read(session: UseStateSetter<Session>, known: bool) {
    spawn_local(async move {
        let answer = if known { api::session::me_again().await } else { api::session::me().await };
        match answer {
            Ok(me) => {
                client::set_csrf(me.csrf_token.clone());
                session.set(Session::Person(Rc::new(me)));
            }
            Err(error) if error.status() == Some(401) => session.set(Session::Anonymous),
            Err(_) if known => {}
            Err(error) => session.set(Session::Unreachable(error)),
        }
    });
}

/// The account's language wins, unless another one was chosen on the login page: then the account learns it.
#[hook]
fn use_account_language(session: &UseStateHandle<Session>) {
    let language = use_language_context();
    let account = match &**session {
        Session::Person(me) => Some((me.id, me.language, me.time_zone.clone())),
        _ => None,
    };
    use_effect_with(account, move |account| {
        let Some((_, of_account, time_zone)) = account.clone() else { return };
        if language.chosen && language.language != of_account {
            let preferences = Preferences { language: language.language, time_zone };
            spawn_local(async move {
                // When it fails, the choice still holds in this browser.
                let _ = api::session::set_preferences(&preferences).await;
            });
            language.follow(language.language);
        } else {
            language.follow(of_account);
        }
    });
}

/// The session and what changes it.
#[hook]
pub fn use_session() -> SessionContext {
    use_context::<SessionContext>().unwrap_or_else(|| SessionContext {
        session: Session::Unknown,
        expired: false,
        set: Callback::noop(),
        set_expired: Callback::noop(),
        refresh: Callback::noop(),
    })
}

/// The person who is logged in. Only for what lies below the guards of `app`,
/// which provide it.
#[hook]
#[allow(clippy::panic, reason = "the guards of `app` provide it, or render nothing of what asks for it")]
pub fn use_me() -> Rc<Me> {
    match use_context::<Rc<Me>>() {
        Some(me) => me,
        None => panic!("use_me below a page that needs no login"),
    }
}
