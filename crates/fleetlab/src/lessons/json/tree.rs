//! JSON as it stands in a file: every value with its place, members in their order, numbers as they are written.
//!
//! `serde_json` tells no places; diagnostics need them, and formatting must change nothing but the space between.

use std::fmt;
use std::ops::Range;

/// How deep lists and objects may stand in each other before reading stops. A lesson may have 32.
const DEEPEST: usize = 128;

/// A value and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    /// Its bytes in the text.
    pub(crate) span: Range<usize>,
    /// What it is.
    pub(crate) kind: Kind,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Text, number, `true`, `false`, `null`: its span is all there is to it.
    Plain,
    /// A list.
    List(Vec<Node>),
    /// An object.
    Object(Vec<Member>),
}

/// A member of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Member {
    /// Its name, unescaped.
    pub(crate) name: String,
    /// The bytes of the name, with its quotes.
    pub(crate) name_span: Range<usize>,
    /// Its value.
    pub(crate) value: Node,
}

/// A text that is not JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NotJson {
    /// Where it stops being JSON, in bytes.
    pub(crate) at: usize,
    /// What was to stand there.
    pub(crate) expected: &'static str,
}

impl fmt::Display for NotJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "here {} is expected", self.expected)
    }
}

impl Node {
    /// Reads a text that holds one value.
    ///
    /// # Errors
    /// The first place that is not JSON, or lies deeper than is read.
    pub(crate) fn parse(text: &str) -> Result<Self, NotJson> {
        let mut reader = Reader { text, at: 0 };
        let node = reader.value(0)?;
        reader.space();
        if reader.at < text.len() {
            return Err(reader.expected("the end"));
        }
        Ok(node)
    }

    /// The member of this name, the last one if there are several, as readers of JSON take it.
    pub(crate) fn member(&self, name: &str) -> Option<&Member> {
        match &self.kind {
            Kind::Object(members) => members.iter().rev().find(|member| member.name == name),
            Kind::Plain | Kind::List(_) => None,
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn value(&mut self, depth: usize) -> Result<Node, NotJson> {
        self.space();
        let start = self.at;
        let kind = match self.peek() {
            Some(b'{' | b'[') if depth == DEEPEST => return Err(self.expected("less depth")),
            Some(b'{') => Kind::Object(self.items(b'}', |reader| reader.member(depth + 1))?),
            Some(b'[') => Kind::List(self.items(b']', |reader| reader.value(depth + 1))?),
            Some(b'"') => self.text().map(|_| Kind::Plain)?,
            _ => self.word()?,
        };
        let span = start..self.at;
        Ok(Node { span, kind })
    }

    /// What stands between brackets, parted by commas.
    fn items<T>(
        &mut self,
        close: u8,
        mut item: impl FnMut(&mut Self) -> Result<T, NotJson>,
    ) -> Result<Vec<T>, NotJson> {
        self.at += 1;
        let mut items = Vec::new();
        self.space();
        if self.take(close) {
            return Ok(items);
        }
        loop {
            items.push(item(self)?);
            self.space();
            if self.take(close) {
                return Ok(items);
            }
            if !self.take(b',') {
                return Err(self.expected(if close == b'}' {
                    "a comma or `}`"
                } else {
                    "a comma or `]`"
                }));
            }
        }
    }

    fn member(&mut self, depth: usize) -> Result<Member, NotJson> {
        self.space();
        let start = self.at;
        if self.peek() != Some(b'"') {
            return Err(self.expected("a name in quotes"));
        }
        let name = self.text()?;
        let name_span = start..self.at;
        self.space();
        if !self.take(b':') {
            return Err(self.expected("a colon"));
        }
        let value = self.value(depth)?;
        Ok(Member {
            name,
            name_span,
            value,
        })
    }

    /// A text in quotes; what is in it is left to `serde_json`.
    fn text(&mut self) -> Result<String, NotJson> {
        let start = self.at;
        self.at += 1;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'"' => return self.unescaped(start),
                b'\\' => self.at += 1,
                _ => {}
            }
        }
        self.at = self.text.len();
        Err(self.expected("the closing quote"))
    }

    fn unescaped(&self, start: usize) -> Result<String, NotJson> {
        let raw = &self.text[start..self.at];
        serde_json::from_str(raw).map_err(|_| NotJson {
            at: start,
            expected: "a text without bare line ends, and with escapes that JSON knows,",
        })
    }

    /// A number or a word, as far as it goes.
    fn word(&mut self) -> Result<Kind, NotJson> {
        let start = self.at;
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
        while self.peek().is_some_and(is_part) {
            self.at += 1;
        }
        let raw = &self.text[start..self.at];
        match serde_json::from_str::<serde_json::Value>(raw) {
            Ok(_) => Ok(Kind::Plain),
            Err(_) => Err(NotJson {
                at: start,
                expected: "a value",
            }),
        }
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn expected(&self, expected: &'static str) -> NotJson {
        NotJson {
            at: self.at,
            expected,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn not(text: &str) -> (usize, &'static str) {
        let error = Node::parse(text).expect_err(text);
        (error.at, error.expected)
    }

    #[test]
    fn values_stand_where_they_are() {
        let text = "{ \"a\": [1.0, \"x\\\"\"], \"b\" : {} }";
        let root = Node::parse(text).expect("JSON");
        let Kind::List(items) = &root.member("a").expect("a").value.kind else {
            panic!("{root:?}")
        };
        let texts: Vec<&str> = items.iter().map(|item| &text[item.span.clone()]).collect();
        assert_eq!(texts, ["1.0", "\"x\\\"\""]);
        assert_eq!(&text[root.member("b").expect("b").name_span.clone()], "\"b\"");
    }

    #[test]
    fn of_members_of_one_name_the_last_counts() {
        let root = Node::parse(r#"{"a": 1, "a": 22}"#).expect("JSON");
        assert_eq!(root.member("a").expect("a").value.span, 14..16);
    }

    #[test]
    fn what_is_not_json_is_told_with_its_place() {
        assert_eq!(not("{\"a\": 1,}"), (8, "a name in quotes"));
        assert_eq!(not("[1 2]"), (3, "a comma or `]`"));
        assert_eq!(not("[1] x"), (4, "the end"));
        assert_eq!(not("{\"a\" 1}"), (5, "a colon"));
        assert_eq!(not("[nul]"), (1, "a value"));
        assert_eq!(not("\"a"), (2, "the closing quote"));
        assert_eq!(not("\"a\\"), (3, "the closing quote"));
        assert_eq!(not("\"a\n\"").0, 0);
        assert_eq!(not(""), (0, "a value"));
        assert_eq!(not(&"[".repeat(500)), (128, "less depth"));
    }
}
