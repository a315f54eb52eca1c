//! An expression cut into tokens.

/// A token and where it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) text: String,
    pub(super) kind: Kind,
    at: usize,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A name or a keyword.
    Word,
    /// `#name`.
    Name,
    /// `:value`.
    Value,
    /// Digits.
    Number,
    /// Anything else.
    Sign,
    /// The end.
    End,
}

/// The tokens of a text, an end behind them.
///
/// # Errors
/// Where it stands, for a character that begins no token.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, usize> {
    let mut tokens = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at].is_ascii_whitespace() {
            at += 1;
            continue;
        }
        let (kind, length) = token(&bytes[at..]).ok_or(at)?;
        tokens.push(Token {
            text: text[at..at + length].to_owned(),
            kind,
            at,
        });
        at += length;
    }
    tokens.push(Token {
        text: "<EOF>".to_owned(),
        kind: Kind::End,
        at,
    });
    Ok(tokens)
}

fn token(rest: &[u8]) -> Option<(Kind, usize)> {
    let is_word = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'_';
    let word = rest.iter().take_while(is_word).count();
    let marked = 1 + rest[1..].iter().take_while(is_word).count();
    match rest[0] {
        b'#' if marked > 1 => Some((Kind::Name, marked)),
        b':' if marked > 1 => Some((Kind::Value, marked)),
        first if first.is_ascii_digit() => Some((Kind::Number, word)),
        first if first.is_ascii_alphabetic() || first == b'_' => Some((Kind::Word, word)),
        b'<' if matches!(rest.get(1), Some(b'>' | b'=')) => Some((Kind::Sign, 2)),
        b'>' if rest.get(1) == Some(&b'=') => Some((Kind::Sign, 2)),
        b'=' | b'<' | b'>' | b'(' | b')' | b',' | b'.' | b'[' | b']' | b'+' | b'-' => Some((Kind::Sign, 1)),
        _ => None,
    }
}

/// How AWS shows where it stumbled: the token between its neighbours.
pub(super) fn near(tokens: &[Token], place: usize) -> String {
    let from = place.saturating_sub(1);
    let to = (place + 2).min(tokens.len());
    let words: Vec<&str> = tokens[from..to]
        .iter()
        .filter(|token| token.kind != Kind::End)
        .map(|token| token.text.as_str())
        .collect();
    words.join(" ")
}

impl Token {
    /// Whether it is this keyword, in capitals or not.
    pub(super) fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word) && matches!(self.kind, Kind::Word | Kind::Sign)
    }
}
