//! What is known of one member of a shape: its name at AWS, its kind, and the rules its value must keep.

use std::ops::RangeInclusive;

use crate::ShapeInfo;

/// One member of a shape, as data.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// AWS's name: `ImageId`.
    pub name: &'static str,
    /// What may stand there.
    pub kind: Kind,
    /// Whether AWS's published model requires it, so that AWS's own command line does not send a call without it.
    pub required: bool,
    /// Whether the service refuses a call without it, though the published model does not say so.
    pub needed: bool,
    /// Whether it is written even when it is an empty list, as AWS writes the list an answer is about.
    pub always: bool,
    /// Whether the command line takes it by position, without its option's name.
    pub positional: bool,
    /// Limits of a number's value, or of the length of a text or list.
    pub bounds: Bounds,
    /// The texts allowed; empty if any is.
    pub values: &'static [&'static str],
    /// How a text is to be understood.
    pub format: Format,
    /// The value that holds when it is left out, where it can be said in a word.
    pub default: Option<&'static str>,
}

/// The kind of a value.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Text.
    String,
    /// A whole number.
    Integer,
    /// A number.
    Double,
    /// True or false.
    Boolean,
    /// An instant.
    Timestamp,
    /// A structure; behind a function, so that a shape may contain itself.
    Shape(fn() -> &'static ShapeInfo),
    /// A list of values of one kind.
    List(&'static Kind),
    /// A map from texts to values of one kind.
    Map(&'static Kind),
}

impl Kind {
    /// The kind in a word or two, as AWS's documentation writes it.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Integer => "integer",
            Self::Double => "double",
            Self::Boolean => "boolean",
            Self::Timestamp => "timestamp",
            Self::Shape(_) => "structure",
            Self::List(_) => "list",
            Self::Map(_) => "map",
        }
    }
}

/// The limits of a value, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bounds {
    /// No limit.
    None,
    /// Of a number's value.
    Value(i64, i64),
    /// Of a text's characters, or of a list's entries.
    Length(usize, usize),
}

/// How the characters of a text are to be understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// As they stand.
    Plain,
    /// A length of time such as `10m`: see [`crate::duration`].
    Duration,
    /// Base64; the command line takes the plain text and encodes it.
    Base64,
    /// Base64 of the bytes of a file, whose name the command line takes.
    File,
    /// Entries of a list that hold no comma, so that the command line may part them by commas too.
    Commas,
}

/// The rules, as `shapes!` writes them behind a member's name.
impl Member {
    /// A member without rules.
    #[must_use]
    pub const fn new(name: &'static str, kind: Kind) -> Self {
        Self {
            name,
            kind,
            required: false,
            needed: false,
            always: false,
            positional: false,
            bounds: Bounds::None,
            values: &[],
            format: Format::Plain,
            default: None,
        }
    }

    /// A call without it is not sent.
    #[must_use]
    pub const fn required(self) -> Self {
        Self {
            required: true,
            ..self
        }
    }

    /// A call without it is sent, and refused.
    #[must_use]
    pub const fn needed(self) -> Self {
        Self { needed: true, ..self }
    }

    /// Written even when it is an empty list.
    #[must_use]
    pub const fn always(self) -> Self {
        Self { always: true, ..self }
    }

    /// Taken by position on the command line.
    #[must_use]
    pub const fn positional(self) -> Self {
        Self {
            positional: true,
            ..self
        }
    }

    /// A number within `range`.
    #[must_use]
    pub const fn range(self, range: RangeInclusive<i64>) -> Self {
        Self {
            bounds: Bounds::Value(*range.start(), *range.end()),
            ..self
        }
    }

    /// A number not below `least`.
    #[must_use]
    pub const fn at_least(self, least: i64) -> Self {
        Self {
            bounds: Bounds::Value(least, i64::MAX),
            ..self
        }
    }

    /// A text of so many characters, or a list of so many entries.
    #[must_use]
    pub const fn length(self, range: RangeInclusive<usize>) -> Self {
        Self {
            bounds: Bounds::Length(*range.start(), *range.end()),
            ..self
        }
    }

    /// One of these texts and no other.
    #[must_use]
    pub const fn one_of(self, values: &'static [&'static str]) -> Self {
        Self { values, ..self }
    }

    /// The text is a length of time.
    #[must_use]
    pub const fn duration(self) -> Self {
        Self {
            format: Format::Duration,
            ..self
        }
    }

    /// The text is base64.
    #[must_use]
    pub const fn base64(self) -> Self {
        Self {
            format: Format::Base64,
            ..self
        }
    }

    /// The text is base64 of what is in a file.
    #[must_use]
    pub const fn file(self) -> Self {
        Self {
            format: Format::File,
            ..self
        }
    }

    /// The entries of the list hold no comma.
    #[must_use]
    pub const fn commas(self) -> Self {
        Self {
            format: Format::Commas,
            ..self
        }
    }

    /// What holds when it is left out.
    #[must_use]
    pub const fn default(self, value: &'static str) -> Self {
        Self {
            default: Some(value),
            ..self
        }
    }
}
