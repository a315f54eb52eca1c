//! AWS's shorthand for structures: `Key=Name,Value=web`, `ResourceType=instance,Tags=[{Key=Name,Value=web}]`.
//!
//! Source: AWS Command Line Interface User Guide, "Using shorthand syntax in the AWS CLI".

use api::{Kind, List, Lookup, Member, Shape, Slot, Value, entries, json::MAX_DEPTH};

use crate::error::Problem;
use crate::value::scalar;

/// Reads `Name=value` pairs parted by commas into `shape`.
pub(crate) fn read(text: &str, shape: &mut dyn Shape) -> Result<(), Problem> {
    Reader { text, rest: text }.members(shape, None, MAX_DEPTH)
}

/// `shape` in shorthand; `None` if it says nothing, or holds a text that shorthand would need escapes for.
pub(crate) fn write(shape: &dyn Shape) -> Option<String> {
    let members = write_members(shape, true)?;
    (!members.is_empty()).then_some(members)
}

struct Reader<'a> {
    text: &'a str,
    rest: &'a str,
}

impl<'a> Reader<'a> {
    /// Pairs up to `end`, or up to the end of the text.
    fn members(&mut self, shape: &mut dyn Shape, end: Option<char>, depth: usize) -> Result<(), Problem> {
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
            self.member(name, shape, end.is_none(), depth)?;
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
            Lookup::NotModelled { default } => match self.scalar_text()? {
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
                self.members(shape, Some('}'), depth)
            }
            Slot::List(list) if self.take(Some('[')) => self.list(list, depth),
            Slot::List(list) if commas => self.open_list(list),
            Slot::List(list) => {
                let depth = depth
                    .checked_sub(1)
                    .ok_or_else(|| Problem::new("nested too deeply"))?;
                self.value(list.push(), false, depth)
            }
            slot => scalar(slot, &self.scalar_text()?),
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
        loop {
            let text = self.scalar_text()?;
            scalar(list.push(), &text)?;
            let mut ahead = Reader {
                text: self.text,
                rest: self.rest,
            };
            if !ahead.take(Some(',')) || ahead.rest.is_empty() || ahead.starts_pair() {
                return Ok(());
            }
            self.rest = ahead.rest;
        }
    }

    fn starts_pair(&self) -> bool {
        let mut ahead = Reader {
            text: self.text,
            rest: self.rest,
        };
        !ahead.name().is_empty() && ahead.take(Some('='))
    }

    fn name(&mut self) -> &'a str {
        self.skip_blank();
        let part = |letter: char| letter.is_ascii_alphanumeric() || "-_.#/:".contains(letter);
        let end = self.rest.find(|letter| !part(letter)).unwrap_or(self.rest.len());
        let (name, rest) = self.rest.split_at(end);
        self.rest = rest;
        name
    }

    fn scalar_text(&mut self) -> Result<String, Problem> {
        match self.rest.chars().next() {
            Some(quote @ ('"' | '\'')) => self.quoted(quote),
            _ => Ok(self.bare()),
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

    /// A text without quotes: up to a comma, a quote or a closing bracket. `\,` is a comma.
    fn bare(&mut self) -> String {
        let mut escaped = false;
        let ends = |letter: char| {
            let ends = matches!(letter, ',' if !escaped) || matches!(letter, '"' | '\'' | ']' | '}');
            escaped = letter == '\\';
            ends
        };
        let end = self.rest.find(ends).unwrap_or(self.rest.len());
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        text.trim_end().replace("\\,", ",")
    }

    fn expect(&mut self, letter: char) -> Result<(), Problem> {
        if self.take(Some(letter)) {
            return Ok(());
        }
        let place = if self.rest.is_empty() {
            "at the end".to_owned()
        } else {
            format!("before {:?}", self.rest)
        };
        Err(Problem::new(format!(
            "expected {letter:?} {place} of {:?}",
            self.text
        )))
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

fn write_members(shape: &dyn Shape, outermost: bool) -> Option<String> {
    let mut pairs = Vec::new();
    for (index, member) in shape.info().members.iter().enumerate() {
        match shape.value(index) {
            None => {}
            Some(Value::List(list)) if list.is_empty() => {}
            Some(value) => pairs.push(format!("{}={}", member.name, write_value(value, outermost)?)),
        }
    }
    Some(pairs.join(","))
}

fn write_value(value: Value<'_>, outermost: bool) -> Option<String> {
    match value {
        Value::Shape(shape) => Some(format!("{{{}}}", write_members(shape, false)?)),
        Value::List(list) => {
            let texts: Option<Vec<String>> = entries(list).map(|entry| write_value(entry, false)).collect();
            let scalars = !matches!(list.get(0), Some(Value::Shape(_) | Value::List(_)));
            let texts = texts?.join(",");
            Some(if outermost && scalars {
                texts
            } else {
                format!("[{texts}]")
            })
        }
        scalar => write_text(&scalar_text(scalar)),
    }
}

/// A scalar as one types it.
pub(crate) fn scalar_text(value: Value<'_>) -> String {
    match value {
        Value::String(text) => text.to_owned(),
        Value::Integer(number) => number.to_string(),
        Value::Double(number) => number.to_string(),
        Value::Boolean(truth) => truth.to_string(),
        Value::Timestamp(instant) => instant.to_string(),
        Value::Shape(_) | Value::List(_) => String::new(),
    }
}

/// The text bare or in double quotes; `None` if that would need escapes.
fn write_text(text: &str) -> Option<String> {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.:/*@+".contains(letter);
    if text.contains(|letter: char| matches!(letter, '"' | '\'' | '\\') || letter.is_control()) {
        return None;
    }
    Some(if !text.is_empty() && text.chars().all(plain) {
        text.to_owned()
    } else {
        format!("\"{text}\"")
    })
}

#[cfg(test)]
mod tests {
    use api::ec2::{Filter, IpPermission, TagSpecification};
    use api::{Element, json};

    use super::*;

    /// `expected` is the shape as JSON.
    fn check<T: Shape + Default>(text: &str, expected: &str) {
        let mut shape = T::default();
        read(text, &mut shape).unwrap_or_else(|problem| panic!("{text}: {}", problem.reason));
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
            "ResourceType=instance,Tags=[{Key=Name,Value=web},{Key=a,Value=}]",
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
            let problem = read(text, &mut TagSpecification::default()).expect_err(text);
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

    #[test]
    fn a_structure_is_written_as_one_would_type_it() {
        let check = |text: &str| {
            let mut shape = TagSpecification::default();
            read(text, &mut shape).expect("reads");
            assert_eq!(write(&shape).as_deref(), Some(text));
        };
        check("ResourceType=instance,Tags=[{Key=Name,Value=web},{Key=a,Value=\"\"}]");
        check("ResourceType=\"a, b\"");
        assert_eq!(write(&TagSpecification::default()), None);
        assert_eq!(
            write(&Filter {
                name: Some("a\"b".to_owned()),
                ..Filter::default()
            }),
            None
        );
    }
}
