//! One action on a request: sending it, and showing why it failed.

use crate::api::{self, Answer, ApiError};
use crate::hooks::{Action as ActionState, use_action, use_language};
use crate::ui::{Toast, Toaster, invalid, required_errors, use_toaster};
use contract::FieldError;
use contract::requests::RequestView;
use locales::{Language, text};
use serde::Serialize;
use std::rc::Rc;
use yew::prelude::*;

/// One action on one request.
#[derive(Clone, PartialEq)]
pub struct RequestAction {
    language: Language,
    state: ActionState,
    toaster: Toaster,
    view: Rc<RequestView>,
    ondone: Callback<RequestView>,
    onstale: Callback<()>,
}

/// An action on a request. `ondone` gets the request as it is afterwards. `onstale` is called when the request has
/// changed since it was read, so that it is read again.
#[hook]
pub fn use_request_action(
    view: &Rc<RequestView>,
    ondone: &Callback<RequestView>,
    onstale: &Callback<()>,
) -> RequestAction {
    RequestAction {
        language: use_language(),
        state: use_action(),
        toaster: use_toaster(),
        view: view.clone(),
        ondone: ondone.clone(),
        onstale: onstale.clone(),
    }
}

impl RequestAction {
    /// True while it is being done.
    #[must_use]
    pub fn busy(&self) -> bool {
        self.state.busy
    }

    /// Why it failed the last time.
    #[must_use]
    pub fn error(&self) -> Option<ApiError> {
        self.state.error.clone()
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<String> {
        self.state.error.as_ref()?.field(name)
    }

    /// Whether the fields (name in the API, value) are filled in. Shows which ones are not.
    #[must_use]
    pub fn require(&self, fields: &[(&str, &str)]) -> bool {
        let missing = required_errors(self.language, fields);
        let complete = missing.is_empty();
        if !complete {
            self.fail(missing);
        }
        complete
    }

    /// Shows what was found wrong before sending.
    pub fn fail(&self, errors: Vec<FieldError>) {
        self.state.fail(invalid(self.language, errors));
    }

    /// Sends `POST /requests/{number}/{path}`.
    pub fn run(&self, path: &'static str, body: impl Serialize + 'static) {
        let (number, version) = (self.view.row.number, self.view.row.version);
        self.finish(path, async move { api::desk::act(number, path, &body, version).await });
    }

    /// Captures the request for the viewer.
    pub fn capture(&self) {
        let (number, version) = (self.view.row.number, self.view.row.version);
        self.finish("capture", async move { api::desk::capture(number, version).await });
    }

    fn finish(&self, path: &'static str, answer: impl Future<Output = Answer<RequestView>> + 'static) {
        let (language, toaster) = (self.language, self.toaster.clone());
        let (ondone, onstale) = (self.ondone.clone(), self.onstale.clone());
        self.state.run(async move {
            match answer.await {
                Ok(view) => {
                    let done = text!(language, &format!("desk-done-{path}"), number = view.row.number);
                    toaster.show(Toast::done(done));
                    ondone.emit(view);
                    Ok(())
                }
                Err(error) => {
                    if matches!(error.status(), Some(409 | 412)) {
                        onstale.emit(());
                    }
                    Err(error)
                }
            }
        });
    }
}
