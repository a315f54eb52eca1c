//! Text to JSON, as Python's `json.loads` reads it: `NaN` and `Infinity` are numbers, control characters in texts are
//! not allowed.

use std::rc::Rc;

use super::Json;
use super::value::{Pairs, put};
use crate::limits;

/// Reads a JSON text.
///
/// # Errors
/// If it is none, or one nested too deeply: what is wrong, in Python's words.
pub fn loads(text: &str) -> Result<Json, &'static str> {
    let mut reader = Reader { rest: text, depth: 0 };
    reader.skip_space();
    let json = reader.value()?;
    reader.skip_space();
    if reader.rest.is_empty() {
        Ok(json)
    } else {
        Err("Extra data")
    }
}

const EXPECTED: &str = "Expecting value";

struct Reader<'a> {
    rest: &'a str,
    depth: usize,
}

impl Reader<'_> {
    fn value(&mut self) -> Result<Json, &'static str> {
        match self.rest.bytes().next() {
            Some(b'"') => Ok(Json::String(self.string()?)),
            Some(b'[') => self.nested(Self::array),
            Some(b'{') => self.nested(Self::object),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> Result<Json, &'static str> {
        for (word, json) in [
            ("null", Json::Null),
            ("true", Json::Bool(true)),
            ("false", Json::Bool(false)),
            ("NaN", Json::Float(f64::NAN)),
            ("Infinity", Json::Float(f64::INFINITY)),
        ] {
            if self.take(word) {
                return Ok(json);
            }
        }
        Err(EXPECTED)
    }

    fn nested(
        &mut self,
        read: impl Fn(&mut Self) -> Result<Json, &'static str>,
    ) -> Result<Json, &'static str> {
        if self.depth == limits::JSON_DEPTH {
            return Err("nested too deeply");
        }
        self.depth += 1;
        self.rest = &self.rest[1..];
        self.skip_space();
        let json = read(self);
        self.depth -= 1;
        json
    }

    fn array(&mut self) -> Result<Json, &'static str> {
        let mut entries = Vec::new();
        if !self.take("]") {
            loop {
                entries.push(self.value()?);
                if !self.another("]")? {
                    break;
                }
            }
        }
        Ok(Json::array(entries))
    }

    fn object(&mut self) -> Result<Json, &'static str> {
        let mut pairs = Pairs::new();
        if !self.take("}") {
            loop {
                self.pair(&mut pairs)?;
                if !self.another("}")? {
                    break;
                }
            }
        }
        Ok(Json::object(pairs))
    }

    fn pair(&mut self, pairs: &mut Pairs) -> Result<(), &'static str> {
        if !self.rest.starts_with('"') {
            return Err("Expecting property name enclosed in double quotes");
        }
        let key = self.string()?;
        self.skip_space();
        if !self.take(":") {
            return Err("Expecting ':' delimiter");
        }
        self.skip_space();
        let value = self.value()?;
        put(pairs, &key, value);
        Ok(())
    }

    /// Whether one more follows; steps behind the comma or behind `close`.
    fn another(&mut self, close: &str) -> Result<bool, &'static str> {
        self.skip_space();
        if self.take(close) {
            return Ok(false);
        }
        if !self.take(",") {
            return Err("Expecting ',' delimiter");
        }
        self.skip_space();
        Ok(true)
    }

    fn number(&mut self) -> Result<Json, &'static str> {
        if self.take("-Infinity") {
            return Ok(Json::Float(f64::NEG_INFINITY));
        }
        let sign = usize::from(self.rest.starts_with('-'));
        let whole = match digits(&self.rest[sign..]) {
            0 => return Err(EXPECTED),
            _ if self.rest[sign..].starts_with('0') => sign + 1,
            length => sign + length,
        };
        let length = exponent(self.rest, fraction(self.rest, whole));
        let (text, rest) = self.rest.split_at(length);
        self.rest = rest;
        let integer = if length == whole { text.parse().ok() } else { None };
        let number = integer.map_or_else(
            || text.parse().map(Json::Float),
            |number| Ok(Json::Integer(number)),
        );
        number.map_err(|_| EXPECTED)
    }

    fn string(&mut self) -> Result<Rc<str>, &'static str> {
        self.rest = &self.rest[1..];
        let mut text = String::new();
        loop {
            match self.next() {
                Some('"') => return Ok(Rc::from(text)),
                Some('\\') => text.push(self.escape()?),
                Some('\0'..='\x1f') => return Err("Invalid control character at"),
                Some(letter) => text.push(letter),
                None => return Err("Unterminated string starting at"),
            }
        }
    }

    fn escape(&mut self) -> Result<char, &'static str> {
        Ok(match self.next() {
            Some(letter @ ('"' | '\\' | '/')) => letter,
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some('u') => self.code()?,
            Some(_) => return Err("Invalid \\escape"),
            None => return Err("Unterminated string starting at"),
        })
    }

    /// The letter of one code, or of two that make up a pair; half a pair is none.
    fn code(&mut self) -> Result<char, &'static str> {
        let first = self.hex()?;
        let before = self.rest;
        if (0xd800..0xdc00).contains(&first) && self.take("\\u") {
            let second = self.hex()?;
            if (0xdc00..0xe000).contains(&second) {
                let code = 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00);
                return Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            self.rest = before;
        }
        Ok(char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn hex(&mut self) -> Result<u32, &'static str> {
        let digits = self
            .rest
            .get(..4)
            .filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let code = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let code = code.ok_or("Invalid \\uXXXX escape")?;
        self.rest = &self.rest[4..];
        Ok(code)
    }

    fn take(&mut self, text: &str) -> bool {
        let rest = self.rest.strip_prefix(text);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn next(&mut self) -> Option<char> {
        let letter = self.rest.chars().next()?;
        self.rest = &self.rest[letter.len_utf8()..];
        Some(letter)
    }

    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
    }
}

/// How many digits `text` begins with.
fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// Where the number is at its end that ends at `at` or has a fraction there.
fn fraction(text: &str, at: usize) -> usize {
    match text[at..].strip_prefix('.').map(digits) {
        None | Some(0) => at,
        Some(length) => at + 1 + length,
    }
}

/// The same of an exponent.
fn exponent(text: &str, at: usize) -> usize {
    let Some(rest) = text[at..].strip_prefix(['e', 'E']) else {
        return at;
    };
    let sign = usize::from(rest.starts_with(['+', '-']));
    match digits(&rest[sign..]) {
        0 => at,
        length => at + 1 + sign + length,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::write::compact;

    #[test]
    fn json_is_read_as_python_reads_it() {
        let check = |text: &str, printed: &str| {
            let json = loads(text).unwrap_or_else(|reason| panic!("{text}: {reason}"));
            assert_eq!(compact(&json), printed);
        };
        check(" [1, -2, 3.50, 1E2, 0] ", "[1,-2,3.5,100.0,0]");
        check("{\"b\": 1, \"a\": {}, \"b\": [ ]}", r#"{"b":[],"a":{}}"#);
        check(r#""\u00e9\ud83d\ude00\n\/""#, r#""\u00e9\ud83d\ude00\n/""#);
        check(r#""\ud83dx""#, r#""\ufffdx""#);
        check("[NaN, Infinity, -Infinity]", "[NaN,Infinity,-Infinity]");
        check("12345678901234567890", "1.2345678901234567e+19");
    }

    #[test]
    fn what_is_no_json_is_refused() {
        let check = |text: &str, reason: &str| assert_eq!(loads(text), Err(reason), "{text}");
        check("", "Expecting value");
        check("nul", "Expecting value");
        check("-", "Expecting value");
        check("01", "Extra data");
        check("1.", "Extra data");
        check("1e", "Extra data");
        check("[1", "Expecting ',' delimiter");
        check("[1,]", "Expecting value");
        check("{a: 1}", "Expecting property name enclosed in double quotes");
        check("{\"a\" 1}", "Expecting ':' delimiter");
        check("\"a", "Unterminated string starting at");
        check("\"\n\"", "Invalid control character at");
        check("\"\\x\"", "Invalid \\escape");
        check("\"\\u12g4\"", "Invalid \\uXXXX escape");
        check("\"\\u12é\"", "Invalid \\uXXXX escape");
        check(&"[".repeat(limits::JSON_DEPTH + 1), "nested too deeply");
    }
}
