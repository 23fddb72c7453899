//! The names of the five web services.

use crate::domain::telephony::Format;

/// A web service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Service {
    /// Raises the pop-up of a caller who wants something new.
    New,
    /// Raises the pop-up of a caller who asks about a request.
    View,
    /// How many requests of a caller are in progress.
    Count,
    /// The numbers of a caller's requests in progress.
    List,
    /// The facts of one request.
    Facts,
}

impl Service {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::New, Self::View, Self::Count, Self::List, Self::Facts];

    /// The last segment of its path.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::New => "novaSolicitacao",
            Self::View => "visualizarSolicitacao",
            Self::Count => "obterQtdeSolicitacoes",
            Self::List => "listarSolicitacoes",
            Self::Facts => "obterDadosSolicitacao",
        }
    }

    /// The format of its answers when `formato` is not given.
    #[must_use]
    pub const fn default_format(self) -> Format {
        match self {
            Self::New | Self::View | Self::Facts => Format::Json,
            Self::Count | Self::List => Format::Text,
        }
    }

    /// Whether it announces a call, and raises a pop-up.
    #[must_use]
    pub const fn announces(self) -> bool {
        matches!(self, Self::New | Self::View)
    }
}
