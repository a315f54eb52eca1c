//! Text to words.

use crate::error::Error;
use crate::json::{Json, read};
use crate::limits;
use crate::token::{Kind, Token};

/// The words of `text`, an end behind the last.
pub(crate) fn tokens(text: &str) -> Result<Vec<Token>, Error> {
    if text.is_empty() {
        return Err(Error::empty());
    }
    let letters: Vec<char> = text.chars().take(limits::LENGTH + 1).collect();
    if letters.len() > limits::LENGTH {
        let message = format!("the expression is longer than {} characters", limits::LENGTH);
        return Err(Error::limit(Some(limits::LENGTH), message));
    }
    let mut lexer = Lexer { text, letters, at: 0 };
    lexer.all()
}

struct Lexer<'a> {
    text: &'a str,
    letters: Vec<char>,
    at: usize,
}

impl Lexer<'_> {
    fn all(&mut self) -> Result<Vec<Token>, Error> {
        let mut tokens = Vec::new();
        while let Some(letter) = self.peek() {
            if matches!(letter, ' ' | '\t' | '\n' | '\r') {
                self.at += 1;
                continue;
            }
            tokens.push(self.token(letter)?);
        }
        tokens.push(Token {
            kind: Kind::End,
            value: Json::from(""),
            start: self.at,
        });
        Ok(tokens)
    }

    fn token(&mut self, letter: char) -> Result<Token, Error> {
        let start = self.at;
        let (kind, value) = match letter {
            'a'..='z' | 'A'..='Z' | '_' => (Kind::Name, self.name()),
            '0'..='9' => (Kind::Number, self.number()),
            '-' => (Kind::Number, self.negative()?),
            '\'' => (Kind::Literal, self.raw_string()?),
            '`' => (Kind::Literal, self.literal()?),
            '"' => (Kind::QuotedName, self.quoted_name()?),
            _ => self.sign(letter)?,
        };
        Ok(Token { kind, value, start })
    }

    /// A sign of one letter or two.
    fn sign(&mut self, letter: char) -> Result<(Kind, Json), Error> {
        let next = self.letters.get(self.at + 1).copied();
        let (kind, length) = match (letter, next) {
            ('[', Some(']')) => (Kind::Flatten, 2),
            ('[', Some('?')) => (Kind::Filter, 2),
            ('|', Some('|')) => (Kind::Or, 2),
            ('&', Some('&')) => (Kind::And, 2),
            ('<', Some('=')) => (Kind::LessOrEqual, 2),
            ('>', Some('=')) => (Kind::GreaterOrEqual, 2),
            ('!', Some('=')) => (Kind::NotEqual, 2),
            ('=', Some('=')) => (Kind::Equal, 2),
            ('=', _) => return Err(self.error(self.at, "Unknown token '='")),
            _ => (self.single(letter)?, 1),
        };
        let value: String = self.letters[self.at..self.at + length].iter().collect();
        self.at += length;
        Ok((kind, Json::from(value)))
    }

    fn single(&self, letter: char) -> Result<Kind, Error> {
        Ok(match letter {
            '[' => Kind::OpenBracket,
            ']' => Kind::CloseBracket,
            '(' => Kind::OpenParen,
            ')' => Kind::CloseParen,
            '{' => Kind::OpenBrace,
            '}' => Kind::CloseBrace,
            '.' => Kind::Dot,
            '*' => Kind::Star,
            ',' => Kind::Comma,
            ':' => Kind::Colon,
            '@' => Kind::Current,
            '|' => Kind::Pipe,
            '&' => Kind::Ampersand,
            '<' => Kind::Less,
            '>' => Kind::Greater,
            '!' => Kind::Not,
            _ => return Err(self.error(self.at, &format!("Unknown token {letter}"))),
        })
    }

    fn name(&mut self) -> Json {
        Json::from(self.while_some(|letter| letter.is_ascii_alphanumeric() || letter == '_'))
    }

    fn negative(&mut self) -> Result<Json, Error> {
        let start = self.at;
        self.at += 1;
        if !self.peek().is_some_and(|letter| letter.is_ascii_digit()) {
            return Err(self.error(start, "Unknown token '-'"));
        }
        let Json::Integer(number) = self.number() else {
            return Ok(Json::Integer(i64::MIN));
        };
        Ok(Json::Integer(-number))
    }

    /// A number too long for 64 bits is as large as can be, which is beyond the end of any list.
    fn number(&mut self) -> Json {
        let digits = self.while_some(|letter| letter.is_ascii_digit());
        Json::Integer(digits.parse().unwrap_or(i64::MAX))
    }

    /// What is no JSON between backticks is a text, as it was before the language had raw strings.
    fn literal(&mut self) -> Result<Json, Error> {
        let start = self.at;
        let text = self.until('`')?.replace("\\`", "`");
        let as_text = || read::loads(&format!("\"{}\"", text.trim_start()));
        read::loads(&text)
            .or_else(|_| as_text())
            .map_err(|_| self.error(start, &format!("Bad token {text}")))
    }

    fn quoted_name(&mut self) -> Result<Json, Error> {
        let start = self.at;
        let text = self.until('"')?;
        read::loads(&format!("\"{text}\"")).map_err(|reason| self.error(start, reason))
    }

    fn raw_string(&mut self) -> Result<Json, Error> {
        Ok(Json::from(self.until('\'')?.replace("\\'", "'")))
    }

    /// What stands before the next `delimiter` that no backslash stands before; steps behind it.
    fn until(&mut self, delimiter: char) -> Result<String, Error> {
        let start = self.at;
        let mut text = String::new();
        self.at += 1;
        loop {
            match self.next() {
                Some(letter) if letter == delimiter => return Ok(text),
                Some('\\') => {
                    text.push('\\');
                    text.push(self.next().ok_or_else(|| self.unclosed(start, delimiter))?);
                }
                Some(letter) => text.push(letter),
                None => return Err(self.unclosed(start, delimiter)),
            }
        }
    }

    fn unclosed(&self, start: usize, delimiter: char) -> Error {
        self.error(start, &format!("Unclosed {delimiter} delimiter"))
    }

    fn while_some(&mut self, belongs: impl Fn(char) -> bool) -> String {
        let rest = self.letters[self.at..].iter().copied();
        let text: String = rest.take_while(|letter| belongs(*letter)).collect();
        self.at += text.len();
        text
    }

    fn peek(&self) -> Option<char> {
        self.letters.get(self.at).copied()
    }

    fn next(&mut self) -> Option<char> {
        let letter = self.peek()?;
        self.at += 1;
        Some(letter)
    }

    fn error(&self, position: usize, reason: &str) -> Error {
        Error::lexical(position, reason, self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::write;

    fn words(text: &str) -> String {
        let tokens = tokens(text).unwrap_or_else(|error| panic!("{error}"));
        let words = tokens.iter().map(|token| {
            format!(
                "{}:{}:{}",
                token.start,
                token.kind.name(),
                write::compact(&token.value)
            )
        });
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_are_told_apart() {
        assert_eq!(
            words("a[?b>=`1`].\"c d\"|@"),
            r#"0:unquoted_identifier:"a" 1:filter:"[?" 3:unquoted_identifier:"b" 4:gte:">=" 6:literal:1 9:rbracket:"]" 10:dot:"." 11:quoted_identifier:"c d" 16:pipe:"|" 17:current:"@" 18:eof:"""#
        );
        assert_eq!(
            words("[-1:] || &x"),
            r#"0:lbracket:"[" 1:number:-1 3:colon:":" 4:rbracket:"]" 6:or:"||" 9:expref:"&" 10:unquoted_identifier:"x" 11:eof:"""#
        );
    }

    #[test]
    fn literals_are_json_or_else_texts() {
        let literal = |text: &str| write::compact(&tokens(text).expect("a literal")[0].value);
        assert_eq!(literal("`[1, {\"a\": null}]`"), r#"[1,{"a":null}]"#);
        assert_eq!(literal("`running`"), r#""running""#);
        assert_eq!(literal("` 2026-11-02`"), r#""2026-11-02""#);
        assert_eq!(literal("`a\\`b`"), r#""a`b""#);
        assert_eq!(literal("``"), r#""""#);
        assert_eq!(literal(r"'it\'s \n'"), r#""it's \\n""#);
        assert_eq!(literal("`-0`"), "0");
        assert_eq!(literal("`1e2`"), "100.0");
    }

    #[test]
    fn what_is_no_word_is_named() {
        let check = |text: &str, message: &str| {
            assert_eq!(tokens(text).expect_err(text).to_string(), message, "{text}");
        };
        check("", "Invalid JMESPath expression: cannot be empty.");
        check("a = b", "Bad jmespath expression: Unknown token '=':\na = b\n  ^");
        check("a#", "Bad jmespath expression: Unknown token #:\na#\n ^");
        check("a-", "Bad jmespath expression: Unknown token '-':\na-\n ^");
        check("é 'x", "Bad jmespath expression: Unknown token é:\né 'x\n^");
        check(
            "a 'x",
            "Bad jmespath expression: Unclosed ' delimiter:\na 'x\n  ^",
        );
        check("`a\"b`", "Bad jmespath expression: Bad token a\"b:\n`a\"b`\n^");
        check(
            "\"\\x\"",
            "Bad jmespath expression: Invalid \\escape:\n\"\\x\"\n^",
        );
    }

    #[test]
    fn an_expression_has_an_end() {
        assert!(tokens(&"a".repeat(limits::LENGTH)).is_ok());
        let error = tokens(&"é".repeat(limits::LENGTH + 1)).expect_err("too long");
        assert_eq!(
            error.to_string(),
            "the expression is longer than 16384 characters"
        );
    }
}
