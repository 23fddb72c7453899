//! The session: who is logged in.

use super::language::use_language_context;
use crate::api::{self, Answer, ApiError, client, reauthentication};
use contract::identity::{Me, Preferences};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What is known of the person in front of the screen.
#[derive(Clone, PartialEq)]
pub enum Session {
    /// The server has not answered yet.
    Unknown,
    /// The server could not be asked.
    Unreachable(ApiError),
    /// Nobody is logged in.
    Anonymous,
    /// Somebody has logged out. The next person who logs in does not return to the page of this one.
    Left,
    /// This person is logged in.
    Person(Rc<Me>),
}

/// The session and what changes it.
#[derive(Clone, PartialEq)]
pub struct SessionContext {
    /// Who is logged in.
    pub session: Session,
    /// True while the login has expired and the login dialog lies over the page.
    pub expired: bool,
    set: Callback<Session>,
    set_expired: Callback<bool>,
    refresh: Callback<()>,
}

impl SessionContext {
    /// Somebody has logged in, or their data has changed.
    pub fn enter(&self, me: Me) {
        client::set_csrf(me.csrf_token.clone());
        self.set.emit(Session::Person(Rc::new(me)));
        self.set_expired.emit(false);
    }

    /// The person has logged out, or has given up logging in again.
    pub fn leave(&self) {
        client::set_csrf(None);
        reauthentication::set_dialog(None);
        self.set.emit(Session::Left);
        self.set_expired.emit(false);
        reauthentication::resume(false);
    }

    /// Reads the person's data again: counters, groups, parameters.
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

/// Keeps the session. It asks the server at the start who is logged in.
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

/// Asks the server who is logged in. `known`: somebody is logged in already.
fn read(session: UseStateSetter<Session>, known: bool) {
    spawn_local(async move {
        let answer = if known { api::session::me_again().await } else { api::session::me().await };
        if let Ok(me) = &answer {
            client::set_csrf(me.csrf_token.clone());
        }
        if let Some(after) = session_after(answer, known) {
            session.set(after);
        }
    });
}

/// The session after an answer of the server. None when it stays: a lost network logs nobody out.
fn session_after(answer: Answer<Me>, known: bool) -> Option<Session> {
    match answer {
        Ok(me) => Some(Session::Person(Rc::new(me))),
        Err(error) if error.status() == Some(401) => Some(Session::Anonymous),
        Err(_) if known => None,
        Err(error) => Some(Session::Unreachable(error)),
    }
}

/// The account's language is shown, unless another one was chosen on the login page: then that one is saved with the
/// account.
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

/// The person who is logged in. Only for components below the guards of `app`, which provide the person.
#[hook]
#[allow(clippy::panic, reason = "the guards of `app` provide it, or render nothing of what asks for it")]
pub fn use_me() -> Rc<Me> {
    match use_context::<Rc<Me>>() {
        Some(me) => me,
        None => panic!("use_me below a page that needs no login"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_logged_in_after_a_401() {
        for known in [false, true] {
            assert!(matches!(session_after(Err(ApiError::Unexpected(401)), known), Some(Session::Anonymous)));
        }
    }

    #[test]
    fn a_lost_network_logs_nobody_out() {
        assert!(session_after(Err(ApiError::Network), true).is_none());
        assert!(session_after(Err(ApiError::LoggedOut), true).is_none());
        let at_the_start = session_after(Err(ApiError::Network), false);
        assert!(matches!(at_the_start, Some(Session::Unreachable(ApiError::Network))));
    }
}
