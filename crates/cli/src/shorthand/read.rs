//! Shorthand to structures.

use api::{Kind, List, Lookup, Mapping, Member, Shape, Slot, json::MAX_DEPTH};

use crate::error::Problem;
use crate::value::scalar;

/// Reads `Name=value` pairs parted by commas into a structure or map.
pub(crate) fn read(text: &str, slot: Slot<'_>) -> Result<(), Problem> {
    let mut reader = Reader { text, rest: text };
    match slot {
        Slot::Shape(shape) => reader.pairs(Pairs::Shape(shape), None, MAX_DEPTH),
        Slot::Map(map) => reader.pairs(Pairs::Map(map), None, MAX_DEPTH),
        _ => Err(reader.expected("a structure or map")),
    }
}

/// Whether a key can stand before a `=` as it is.
pub(crate) fn is_name(key: &str) -> bool {
    !key.is_empty() && key.chars().all(is_part_of_name)
}

fn is_part_of_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "-_.#/:".contains(letter)
}

/// What pairs are read into.
enum Pairs<'a> {
    Shape(&'a mut dyn Shape),
    Map(&'a mut dyn Mapping),
}

/// Where a value without quotes stands; that decides what ends it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Behind a `=`, in brackets, or first in a list without brackets.
    First,
    /// Later in a list without brackets, where `Name=` would begin the next pair.
    Later,
}

struct Reader<'a> {
    text: &'a str,
    rest: &'a str,
}

impl<'a> Reader<'a> {
    /// Pairs up to `end`, or up to the end of the text.
    fn pairs(&mut self, mut into: Pairs<'_>, end: Option<char>, depth: usize) -> Result<(), Problem> {
        let depth = depth
            .checked_sub(1)
            .ok_or_else(|| Problem::new("nested too deeply"))?;
        let mut seen = Vec::new();
        while end.is_none() || !self.take(end) {
            let name = self.name();
            self.expect('=')?;
            if seen.contains(&name) {
                return Err(Problem::new(format!("{name} is given twice")));
            }
            seen.push(name);
            match &mut into {
                Pairs::Shape(shape) => self.member(name, *shape, end.is_none(), depth)?,
                Pairs::Map(map) => self.value(map.put(name), false, depth)?,
            }
            self.skip_blank();
            if self.rest.is_empty() && end.is_none() {
                return Ok(());
            }
            if !self.rest.starts_with(|letter| Some(letter) == end) {
                self.expect(',')?;
            }
        }
        Ok(())
    }

    fn member(
        &mut self,
        name: &str,
        shape: &mut dyn Shape,
        outermost: bool,
        depth: usize,
    ) -> Result<(), Problem> {
        match shape.info().lookup(name) {
            Lookup::Member(
                index,
                Member {
                    kind: Kind::List(Kind::Shape(_)),
                    ..
                },
            ) => self.value(shape.slot(index), false, depth),
            Lookup::Member(index, _) => self.value(shape.slot(index), outermost, depth),
            Lookup::NotModelled { default } => match self.scalar_text(Place::First)? {
                text if default == Some(text.as_str()) => Ok(()),
                _ => Err(Problem::new(format!(
                    "AWS has {name} here, but it is not modelled"
                ))),
            },
            Lookup::Unknown { suggestion } => {
                let known = shape
                    .info()
                    .members
                    .iter()
                    .map(|member| member.name)
                    .collect::<Vec<_>>()
                    .join(", ");
                Err(Problem::new(format!("{name:?} is none of {known}")).suggesting(suggestion))
            }
        }
    }

    /// One value; with `commas`, a list need not stand in brackets.
    fn value(&mut self, slot: Slot<'_>, commas: bool, depth: usize) -> Result<(), Problem> {
        match slot {
            Slot::Shape(shape) => {
                self.expect('{')?;
                self.pairs(Pairs::Shape(shape), Some('}'), depth)
            }
            Slot::Map(map) => {
                self.expect('{')?;
                self.pairs(Pairs::Map(map), Some('}'), depth)
            }
            Slot::List(list) if self.take(Some('[')) => self.list(list, depth),
            Slot::List(list) if commas => self.open_list(list),
            Slot::List(list) => {
                let depth = depth
                    .checked_sub(1)
                    .ok_or_else(|| Problem::new("nested too deeply"))?;
                self.value(list.push(), false, depth)
            }
            slot => scalar(slot, &self.scalar_text(Place::First)?),
        }
    }

    /// Entries up to the closing bracket.
    fn list(&mut self, list: &mut dyn List, depth: usize) -> Result<(), Problem> {
        let depth = depth
            .checked_sub(1)
            .ok_or_else(|| Problem::new("nested too deeply"))?;
        while !self.take(Some(']')) {
            self.value(list.push(), false, depth)?;
            self.skip_blank();
            if !self.rest.starts_with(']') {
                self.expect(',')?;
            }
        }
        Ok(())
    }

    /// Entries parted by commas, up to the next `Name=` or the end.
    fn open_list(&mut self, list: &mut dyn List) -> Result<(), Problem> {
        let first = self.scalar_text(Place::First)?;
        scalar(list.push(), &first)?;
        loop {
            let before = self.rest;
            let Some(later) = self.later_entry() else {
                self.rest = before;
                return Ok(());
            };
            scalar(list.push(), &later)?;
        }
    }

    /// A comma and another entry; `None`, and no matter how much is read, if what follows the comma is a pair.
    fn later_entry(&mut self) -> Option<String> {
        let text = self
            .take(Some(','))
            .then(|| self.scalar_text(Place::Later))?
            .ok()?;
        self.skip_blank();
        (self.rest.is_empty() || self.rest.starts_with(',')).then_some(text)
    }

    fn name(&mut self) -> &'a str {
        self.skip_blank();
        let end = self
            .rest
            .find(|letter| !is_part_of_name(letter))
            .unwrap_or(self.rest.len());
        let (name, rest) = self.rest.split_at(end);
        self.rest = rest;
        name
    }

    fn scalar_text(&mut self, place: Place) -> Result<String, Problem> {
        match (self.rest.chars().next(), place) {
            (Some(quote @ ('"' | '\'')), _) => self.quoted(quote),
            (Some(',' | '=' | '[' | '{') | None, Place::First) => Ok(String::new()),
            (Some(',' | '=' | '[' | '{') | None, Place::Later) => Err(self.expected("a value")),
            (Some(first), _) => Ok(self.bare(first, place)),
        }
    }

    /// A quoted text: `\` before the quote or before another `\` takes its meaning away.
    fn quoted(&mut self, quote: char) -> Result<String, Problem> {
        let (mut text, mut letters) = (String::new(), self.rest.char_indices().skip(1).peekable());
        while let Some((at, letter)) = letters.next() {
            let escaped = letters
                .peek()
                .map(|&(_, next)| next)
                .filter(|&next| next == quote || next == '\\');
            match letter {
                '\\' if let Some(escaped) = escaped => {
                    text.push(escaped);
                    letters.next();
                }
                _ if letter == quote => {
                    self.rest = &self.rest[at + 1..];
                    return Ok(text);
                }
                _ => text.push(letter),
            }
        }
        Err(Problem::new(format!(
            "the quote in {:?} is not closed",
            self.rest
        )))
    }

    /// A text without quotes, `\,` being a comma in it. Its first letter may be a closing bracket.
    fn bare(&mut self, first: char, place: Place) -> String {
        let mut escaped = first == '\\';
        let ends = |letter: char| {
            let ends = match letter {
                ',' => !escaped,
                ']' | '}' => place == Place::First,
                '=' => place == Place::Later,
                _ => matches!(letter, '"' | '\''),
            };
            escaped = letter == '\\';
            ends
        };
        let behind = first.len_utf8();
        let end = self.rest[behind..]
            .find(ends)
            .map_or(self.rest.len(), |end| behind + end);
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        text.trim_end().replace("\\,", ",")
    }

    fn expect(&mut self, letter: char) -> Result<(), Problem> {
        if self.take(Some(letter)) {
            return Ok(());
        }
        Err(self.expected(&format!("{letter:?}")))
    }

    fn expected(&self, what: &str) -> Problem {
        let place = match self.rest {
            "" => "at the end".to_owned(),
            rest => format!("before {rest:?}"),
        };
        Problem::new(format!("expected {what} {place} of {:?}", self.text))
    }

    /// Whether `letter` comes next; if so it is read, and the blanks on both sides of it.
    fn take(&mut self, letter: Option<char>) -> bool {
        let found = letter.and_then(|letter| self.rest.trim_start().strip_prefix(letter));
        self.rest = found.map_or(self.rest, str::trim_start);
        found.is_some()
    }

    fn skip_blank(&mut self) {
        self.rest = self.rest.trim_start();
    }
}

#[cfg(test)]
mod tests {
    use api::ec2::{Filter, IpPermission, TagSpecification};
    use api::{Element, json};

    use super::*;

    /// `expected` is the shape as JSON.
    fn check<T: Shape + Default>(text: &str, expected: &str) {
        let mut shape = T::default();
        read(text, Slot::Shape(&mut shape)).unwrap_or_else(|problem| panic!("{text}: {}", problem.reason));
        assert_eq!(json::compact(shape.as_value()), expected, "{text}");
    }

    #[test]
    fn pairs_fill_a_structure() {
        let running = r#"{"Name":"instance-state-name","Values":["running"]}"#;
        check::<Filter>("Name=instance-state-name,Values=running", running);
        check::<Filter>("Values=running,Name=instance-state-name", running);
        check::<Filter>(" Name = instance-state-name , Values = [ running ] ", running);
        check::<Filter>("Name=a,Values=b,c,d", r#"{"Name":"a","Values":["b","c","d"]}"#);
        check::<Filter>("Values=b,c,Name=a", r#"{"Name":"a","Values":["b","c"]}"#);
        check::<Filter>("Name=a,Values=", r#"{"Name":"a","Values":[""]}"#);
        check::<Filter>("Name=a,Values=[]", r#"{"Name":"a"}"#);
        check::<Filter>(r"Name=a,Values=b\,c", r#"{"Name":"a","Values":["b,c"]}"#);
        check::<Filter>(
            r#"Name=a,Values="b,c",'d=e'"#,
            r#"{"Name":"a","Values":["b,c","d=e"]}"#,
        );
        check::<Filter>(r#"Name="a \"b\" c\\""#, r#"{"Name":"a \"b\" c\\"}"#);
        check::<Filter>("Name=a=b", r#"{"Name":"a=b"}"#);
    }

    #[test]
    fn structures_lie_within_structures() {
        let tagged =
            r#"{"ResourceType":"instance","Tags":[{"Key":"Name","Value":"web"},{"Key":"a","Value":""}]}"#;
        check::<TagSpecification>(
            "ResourceType=instance,Tags=[{Key=Name,Value=web},{Key=a,Value=''}]",
            tagged,
        );
        let one = r#"{"Tags":[{"Key":"a"}]}"#;
        check::<TagSpecification>("Tags={Key=a}", one);
        let rule = r#"{"IpProtocol":"tcp","FromPort":80,"ToPort":80,"UserIdGroupPairs":[],"IpRanges":[{"CidrIp":"0.0.0.0/0"}]}"#;
        check::<IpPermission>(
            "IpProtocol=tcp,FromPort=80,ToPort=80,IpRanges=[{CidrIp=0.0.0.0/0}]",
            rule,
        );
    }

    #[test]
    fn what_is_no_shorthand_is_refused() {
        let check = |text: &str, complaint: &str| {
            let problem = read(text, Slot::Shape(&mut TagSpecification::default())).expect_err(text);
            assert_eq!(problem.reason, complaint);
        };
        check("instance", r#"expected '=' at the end of "instance""#);
        check("", r#"expected '=' at the end of """#);
        check(
            "ResourceType=a,",
            r#"expected '=' at the end of "ResourceType=a,""#,
        );
        check(
            "ResourceType=a}",
            r#"expected ',' before "}" of "ResourceType=a}""#,
        );
        check(
            "ResourceType=a,b",
            r#"expected '=' at the end of "ResourceType=a,b""#,
        );
        check("ResourceType=a,ResourceType=b", "ResourceType is given twice");
        check("Resource=a", r#""Resource" is none of ResourceType, Tags"#);
        check("ResourceType='a", r#"the quote in "'a" is not closed"#);
        check("Tags=[{Key=a", r#"expected ',' at the end of "Tags=[{Key=a""#);
        check("Tags=[{Key=a}", r#"expected ',' at the end of "Tags=[{Key=a}""#);
        check("Tags=a", r#"expected '{' before "a" of "Tags=a""#);
        check("Tags=[[[[", r#"expected '{' before "[[[" of "Tags=[[[[""#);
    }
}
