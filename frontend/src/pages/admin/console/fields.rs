//! The services that can be simulated, their arguments, and what is typed for them.

use contract::console::{ServiceCall, Simulation};
use std::collections::BTreeMap;

/// A telephone rings, without any service.
pub const CALL: &str = "chamada";

/// The tax identifier's argument: calls are kept with it masked.
pub const TAX_ID: &str = "cpf";

/// The extension's argument.
pub const EXTENSION: &str = "ramal";

/// A service, with its arguments by their names and in the order of the form.
pub struct Service {
    /// As telephone systems know it.
    pub name: &'static str,
    /// The names of its arguments.
    pub arguments: &'static [&'static str],
    /// It raises a pop-up.
    pub raises: bool,
    /// How it answers unless told otherwise.
    pub usual: &'static str,
}

/// Every service (see the specification of the web services), and a call without any.
pub const SERVICES: [Service; 6] = [
    Service {
        name: "novaSolicitacao",
        arguments: &[TAX_ID, "matricula", EXTENSION, "numeroOrigem", "idChamada", "formato", "idioma", "fim"],
        raises: true,
        usual: "json",
    },
    Service {
        name: "visualizarSolicitacao",
        arguments: &[
            "idSolicitacao",
            TAX_ID,
            "matricula",
            EXTENSION,
            "numeroOrigem",
            "idChamada",
            "formato",
            "idioma",
            "fim",
        ],
        raises: true,
        usual: "json",
    },
    Service {
        name: "obterQtdeSolicitacoes",
        arguments: &[TAX_ID, "matricula", "incluirSuspensas", "formato", "idioma", "fim"],
        raises: false,
        usual: "texto",
    },
    Service {
        name: "listarSolicitacoes",
        arguments: &[TAX_ID, "matricula", "limite", "incluirSuspensas", "formato", "idioma", "fim"],
        raises: false,
        usual: "texto",
    },
    Service {
        name: "obterDadosSolicitacao",
        arguments: &["idSolicitacao", TAX_ID, "matricula", "formato", "idioma", "fim"],
        raises: false,
        usual: "json",
    },
    Service { name: CALL, arguments: &[EXTENSION, "numeroOrigem", "fila"], raises: true, usual: "" },
];

/// The service with a name.
#[must_use]
pub fn service(name: &str) -> Option<&'static Service> {
    SERVICES.iter().find(|service| service.name == name)
}

/// What an argument may be, where that is a short list.
#[must_use]
pub fn choices(argument: &str) -> Option<&'static [&'static str]> {
    match argument {
        "formato" => Some(&["json", "texto", "voz"]),
        "idioma" => Some(&["pt-BR", "es", "en"]),
        "incluirSuspensas" => Some(&["N", "S"]),
        _ => None,
    }
}

/// What stands in the simulator.
#[derive(Clone, PartialEq)]
pub struct Typed {
    /// The service.
    pub service: &'static Service,
    /// Values by argument, also of arguments that only other services have.
    pub values: BTreeMap<String, String>,
    /// Really show the pop-up.
    pub show: bool,
    /// The tax identifier of the repeated call was masked, and has to be typed again.
    pub masked: bool,
    /// How many calls were put here to be repeated.
    pub repeated: u32,
}

impl PartialEq for Service {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Default for Typed {
    fn default() -> Self {
        Self { service: &SERVICES[1], values: BTreeMap::new(), show: false, masked: false, repeated: 0 }
    }
}

impl Typed {
    /// The value of an argument.
    #[must_use]
    pub fn value(&self, argument: &str) -> &str {
        self.values.get(argument).map(String::as_str).unwrap_or_default()
    }

    /// Takes another service; nothing pops up unless it is asked for again.
    pub fn choose(&mut self, name: &str) {
        if let Some(service) = service(name) {
            self.service = service;
            self.show = false;
        }
    }

    /// Types a value.
    pub fn put(&mut self, argument: &str, value: String) {
        self.values.insert(argument.to_owned(), value);
    }

    /// Takes the service and the arguments of a call, but for what is masked.
    pub fn repeat(&mut self, call: &ServiceCall) {
        self.choose(&call.service);
        self.values = call.arguments.clone();
        self.masked = self.value(TAX_ID).contains('*');
        if self.masked {
            self.values.remove(TAX_ID);
        }
        self.repeated += 1;
    }

    /// What is asked of the server: the arguments of the service that are not empty.
    #[must_use]
    pub fn simulation(&self) -> Simulation {
        let given = self.service.arguments.iter().map(|name| ((*name).to_owned(), self.value(name).trim().to_owned()));
        Simulation {
            service: self.service.name.to_owned(),
            arguments: given.filter(|(_, value)| !value.is_empty()).collect(),
            show: self.show && self.service.raises,
        }
    }
}
