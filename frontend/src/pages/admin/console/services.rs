//! The web services that can be simulated, with their arguments (`docs/telephony.md`).

/// The name of a simulation in which an extension rings, without any web service.
pub const CALL: &str = "chamada";

/// The argument with the tax id. It is masked in the log of the web services.
pub const TAX_ID: &str = "cpf";

/// The argument with the extension.
pub const EXTENSION: &str = "ramal";

/// A web service.
pub struct WebService {
    /// Its name, as telephone systems know it.
    pub name: &'static str,
    /// The names of its arguments, in the order of the form.
    pub arguments: &'static [&'static str],
    /// It shows a pop-up to an attendant.
    pub shows_pop_up: bool,
    /// The format of its answers unless `formato` names another one.
    pub default_format: &'static str,
}

/// The web services, and a call without any.
pub const SERVICES: [WebService; 6] = [
    WebService {
        name: "novaSolicitacao",
        arguments: &[TAX_ID, "matricula", EXTENSION, "numeroOrigem", "idChamada", "formato", "idioma", "fim"],
        shows_pop_up: true,
        default_format: "json",
    },
    WebService {
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
        shows_pop_up: true,
        default_format: "json",
    },
    WebService {
        name: "obterQtdeSolicitacoes",
        arguments: &[TAX_ID, "matricula", "incluirSuspensas", "formato", "idioma", "fim"],
        shows_pop_up: false,
        default_format: "texto",
    },
    WebService {
        name: "listarSolicitacoes",
        arguments: &[TAX_ID, "matricula", "limite", "incluirSuspensas", "formato", "idioma", "fim"],
        shows_pop_up: false,
        default_format: "texto",
    },
    WebService {
        name: "obterDadosSolicitacao",
        arguments: &["idSolicitacao", TAX_ID, "matricula", "formato", "idioma", "fim"],
        shows_pop_up: false,
        default_format: "json",
    },
    WebService { name: CALL, arguments: &[EXTENSION, "numeroOrigem", "fila"], shows_pop_up: true, default_format: "" },
];

/// The web service with a name.
#[must_use]
pub fn service(name: &str) -> Option<&'static WebService> {
    SERVICES.iter().find(|service| service.name == name)
}

/// The values of an argument, where there are only a few.
#[must_use]
pub fn choices(argument: &str) -> Option<&'static [&'static str]> {
    match argument {
        "formato" => Some(&["json", "texto", "voz"]),
        "idioma" => Some(&["pt-BR", "es", "en"]),
        "incluirSuspensas" => Some(&["N", "S"]),
        _ => None,
    }
}

impl PartialEq for WebService {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}
