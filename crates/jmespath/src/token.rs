//! The words of an expression, and how strongly each binds.

use crate::Json;

/// A word, and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    /// A literal's value, a number, or the letters.
    pub(crate) value: Json,
    /// In characters from the beginning.
    pub(crate) start: usize,
}

/// Declares the kinds of words: the Python library's name of each, and how strongly it binds what stands left of it.
macro_rules! kinds {
    ($($kind:ident $name:literal $power:literal;)*) => {
        /// What a word is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Kind {
            $($kind,)*
        }

        impl Kind {
            /// As messages call it.
            pub(crate) const fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => $name,)*
                }
            }

            /// How strongly it binds to its left.
            pub(crate) const fn power(self) -> u8 {
                match self {
                    $(Self::$kind => $power,)*
                }
            }
        }
    };
}

kinds! {
    End "eof" 0;
    Name "unquoted_identifier" 0;
    QuotedName "quoted_identifier" 0;
    Literal "literal" 0;
    CloseBracket "rbracket" 0;
    CloseParen "rparen" 0;
    Comma "comma" 0;
    CloseBrace "rbrace" 0;
    Number "number" 0;
    Current "current" 0;
    Ampersand "expref" 0;
    Colon "colon" 0;
    Pipe "pipe" 1;
    Or "or" 2;
    And "and" 3;
    Equal "eq" 5;
    Greater "gt" 5;
    Less "lt" 5;
    GreaterOrEqual "gte" 5;
    LessOrEqual "lte" 5;
    NotEqual "ne" 5;
    Flatten "flatten" 9;
    Star "star" 20;
    Filter "filter" 21;
    Dot "dot" 40;
    Not "not" 45;
    OpenBrace "lbrace" 50;
    OpenBracket "lbracket" 55;
    OpenParen "lparen" 60;
}

/// What binds less than this ends a projection.
pub(crate) const ENDS_PROJECTION: u8 = 10;
