//! What is typed in the simulator.

use super::services::{SERVICES, TAX_ID, WebService, service};
use contract::console::{ServiceCall, Simulation};
use std::collections::BTreeMap;

/// What is typed in the simulator.
#[derive(Clone, PartialEq)]
pub struct SimulatorForm {
    /// The web service.
    pub service: &'static WebService,
    /// Values by argument. Those that only other web services have stay, so that they are there when one is chosen.
    pub values: BTreeMap<String, String>,
    /// The pop-up is really shown to the attendant.
    pub show: bool,
    /// The tax id of the call to repeat was masked, so that it has to be typed again.
    pub masked: bool,
    /// How often a call was taken from the log to be repeated.
    pub repeated: u32,
}

impl Default for SimulatorForm {
    fn default() -> Self {
        Self { service: &SERVICES[1], values: BTreeMap::new(), show: false, masked: false, repeated: 0 }
    }
}

impl SimulatorForm {
    /// The value of an argument; empty when there is none.
    #[must_use]
    pub fn value(&self, argument: &str) -> &str {
        self.values.get(argument).map(String::as_str).unwrap_or_default()
    }

    /// Chooses a web service. Its pop-up is not really shown until that is chosen again.
    pub fn choose(&mut self, name: &str) {
        if let Some(service) = service(name) {
            self.service = service;
            self.show = false;
        }
    }

    /// Sets the value of an argument.
    pub fn set_value(&mut self, argument: &str, value: String) {
        self.values.insert(argument.to_owned(), value);
    }

    /// Takes web service and arguments from a call of the log, except a masked tax id.
    pub fn repeat(&mut self, call: &ServiceCall) {
        self.choose(&call.service);
        self.values = call.arguments.clone();
        self.masked = self.value(TAX_ID).contains('*');
        if self.masked {
            self.values.remove(TAX_ID);
        }
        self.repeated += 1;
    }

    /// What is sent: the arguments of the web service that are not empty.
    #[must_use]
    pub fn simulation(&self) -> Simulation {
        let given = self.service.arguments.iter().map(|name| ((*name).to_owned(), self.value(name).trim().to_owned()));
        Simulation {
            service: self.service.name.to_owned(),
            arguments: given.filter(|(_, value)| !value.is_empty()).collect(),
            show: self.show && self.service.shows_pop_up,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    fn call(service: &str, pairs: &[(&str, &str)]) -> ServiceCall {
        let call = serde_json::json!({
            "id": 1, "at": "2026-11-24T12:00:00Z", "service": service, "token": null, "arguments": arguments(pairs),
            "status": 200, "answer": "S", "microseconds": 800,
        });
        serde_json::from_value(call).unwrap()
    }

    #[test]
    fn only_filled_arguments_of_the_web_service_are_sent() {
        let mut form = SimulatorForm::default();
        form.choose("obterQtdeSolicitacoes");
        form.set_value(TAX_ID, " 123 ".to_owned());
        form.set_value("matricula", "  ".to_owned());
        form.set_value("ramal", "214".to_owned());
        form.show = true;
        let sent = Simulation {
            service: "obterQtdeSolicitacoes".to_owned(),
            arguments: arguments(&[(TAX_ID, "123")]),
            show: false,
        };
        assert_eq!(form.simulation(), sent);
    }

    #[test]
    fn a_pop_up_is_really_shown_only_when_that_is_chosen_for_this_web_service() {
        let mut form = SimulatorForm { show: true, ..SimulatorForm::default() };
        assert!(form.simulation().show);
        form.choose("novaSolicitacao");
        assert!(!form.simulation().show);
        form.choose("nothing");
        assert_eq!(form.service.name, "novaSolicitacao");
    }

    #[test]
    fn a_repeated_call_brings_its_arguments_but_no_masked_tax_id() {
        let mut form = SimulatorForm::default();
        form.repeat(&call("novaSolicitacao", &[(TAX_ID, "***********"), ("ramal", "214")]));
        assert_eq!((form.service.name, form.value(TAX_ID), form.value("ramal")), ("novaSolicitacao", "", "214"));
        assert!(form.masked);
        form.repeat(&call("listarSolicitacoes", &[("matricula", "7")]));
        assert_eq!((form.service.name, form.value("matricula"), form.value("ramal")), ("listarSolicitacoes", "7", ""));
        assert_eq!((form.masked, form.repeated), (false, 2));
    }
}
