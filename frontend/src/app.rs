//! The application: the providers around the pages, who may see which page, and the page of each address.

use crate::calls::CallsProvider;
use crate::hooks::{LanguageProvider, LiveProvider, Session, SessionProvider, use_session};
use crate::pages::access::{Forgot, Login, SetPassword};
use crate::pages::{NotFound, admin, desktop, portal};
use crate::route::Route;
use crate::shell::{Frame, Relogin};
use crate::ui::{Problem, ToastProvider, skeleton_lines};
use contract::Role;
use contract::identity::Me;
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

/// The application.
#[component]
pub fn App() -> Html {
    html! {
        <BrowserRouter>
            <LanguageProvider>
                <SessionProvider>
                    <ToastProvider>
                        <LiveProvider>
                            <CallsProvider>
                                <Switch<Route> render={switch} />
                                <Relogin />
                            </CallsProvider>
                        </LiveProvider>
                    </ToastProvider>
                </SessionProvider>
            </LanguageProvider>
        </BrowserRouter>
    }
}

/// The page of an address.
fn switch(route: Route) -> Html {
    match route {
        Route::Login => html! { <Login /> },
        Route::Forgot => html! { <Forgot /> },
        Route::SetPassword { token } => html! { <SetPassword {token} /> },
        Route::Home => page(html! { <portal::Home /> }),
        Route::Requests => page(html! { <portal::Requests /> }),
        Route::Catalogue => page(html! { <portal::Catalogue /> }),
        Route::OpenRequest { service } => page(html! { <portal::OpenRequest key={service} {service} /> }),
        Route::Request { number } => page(html! { <portal::Request key={number} {number} /> }),
        Route::RequestOpened { number } => page(html! { <portal::Opened key={number} {number} /> }),
        Route::Notices => page(html! { <portal::Notices /> }),
        Route::Profile => page(html! { <portal::Profile /> }),
        Route::DeskRoot | Route::Desk => html! { <Guarded role={Role::Attendant}><desktop::Desktop /></Guarded> },
        Route::AdminRoot | Route::Admin => html! { <Guarded role={Role::Administrator}><admin::Admin /></Guarded> },
        Route::NotFound => page(html! { <NotFound /> }),
    }
}

/// A page of the portal, which everybody who is logged in may see.
fn page(content: Html) -> Html {
    html! { <Guarded><portal::PortalFrame>{ content }</portal::PortalFrame></Guarded> }
}

#[derive(Properties, PartialEq)]
struct GuardedProps {
    /// The role that may see it. None: everybody who is logged in.
    #[prop_or_default]
    role: Option<Role>,
    children: Html,
}

/// Shows its children to people who may see them. People who are not logged in go to the login page and come back.
/// People without the role are told that there is no such page.
#[component]
fn Guarded(props: &GuardedProps) -> Html {
    let session = use_session();
    match &session.session {
        Session::Unknown => html! { <div class="sol-later sol-splash">{ skeleton_lines(&[30, 60, 45]) }</div> },
        Session::Unreachable(error) => {
            let retry = Callback::from({
                let session = session.clone();
                move |()| session.refresh()
            });
            html! { <div class="sol-splash"><Problem error={error.clone()} {retry} /></div> }
        }
        Session::Anonymous => html! { <ToLogin /> },
        Session::Left => html! { <Redirect<Route> to={Route::Login} /> },
        Session::Person(me) => {
            let allowed = props.role.is_none_or(|role| me.has(role));
            html! {
                <ContextProvider<Rc<Me>> context={me.clone()}>
                    if allowed { { props.children.clone() } } else { <Frame><NotFound /></Frame> }
                </ContextProvider<Rc<Me>>>
            }
        }
    }
}

/// Goes to the login page, which leads back to this one.
#[component]
fn ToLogin() -> Html {
    let navigator = use_navigator();
    let location = use_location();
    use_effect_with((), move |()| {
        let (Some(navigator), Some(location)) = (navigator, location) else { return };
        let here = format!("{}{}", location.path(), location.query_str());
        if here == "/" {
            navigator.replace(&Route::Login);
        } else {
            // A single text can always be written as a query string.
            let _ = navigator.replace_with_query(&Route::Login, &[("return", here)]);
        }
    });
    Html::default()
}
