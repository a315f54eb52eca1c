//! The formats there are.

/// A format of output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JSON, keys in AWS's order.
    Json,
    /// Tabs between values, keys sorted and left out.
    Text,
    /// Boxes.
    Table,
    /// YAML, keys sorted.
    Yaml,
    /// YAML, a list of one answer.
    YamlStream,
    /// Nothing.
    Off,
}

impl Format {
    /// All of them, in the order in which AWS's command line lists them.
    pub const ALL: [Self; 6] = [
        Self::Json,
        Self::Text,
        Self::Table,
        Self::Yaml,
        Self::YamlStream,
        Self::Off,
    ];

    /// As it is typed.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Text => "text",
            Self::Table => "table",
            Self::Yaml => "yaml",
            Self::YamlStream => "yaml-stream",
            Self::Off => "off",
        }
    }

    /// The format of this name.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}
