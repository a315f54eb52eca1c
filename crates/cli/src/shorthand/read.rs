//! Shorthand to JSON, whatever it is for: what belongs where is found out afterwards.

use serde_json::{Map, Value as Json};

use api::json::MAX_DEPTH;

use crate::error::{Fault, Problem};
use crate::host::Host;
use crate::value::file_text;

/// Reads `Name=value` pairs parted by commas.
pub(crate) fn read(text: &str, host: &Host<'_>) -> Result<Json, Problem> {
    let mut reader = Reader {
        text,
        at: 0,
        host,
        files: false,
    };
    let mut pairs = Map::new();
    loop {
        let start = reader.at;
        let name = reader.name()?;
        let value = reader.values()?;
        if pairs.contains_key(&name) {
            return Err(reader.twice(&name, start));
        }
        pairs.insert(name, value);
        if reader.rest().is_empty() {
            return Ok(Json::Object(pairs));
        }
        reader.expect(',')?;
    }
}

/// Whether a key can stand before a `=` as it is.
pub(crate) fn is_name(key: &str) -> bool {
    !key.is_empty() && key.chars().all(is_part_of_name)
}

fn is_part_of_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "-_.#/:".contains(letter)
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
    /// In bytes.
    at: usize,
    host: &'a Host<'a>,
    /// Whether a value may be the name of a file: behind `@=`.
    files: bool,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// A name and the `=` or `@=` behind it.
    fn name(&mut self) -> Result<String, Problem> {
        let rest = self.rest();
        let end = rest.find(|letter| !is_part_of_name(letter)).unwrap_or(rest.len());
        self.at += end;
        self.files = self.take('@');
        self.expect('=')?;
        Ok(rest[..end].to_owned())
    }

    /// What stands behind a `=`: a value, or several parted by commas.
    fn values(&mut self) -> Result<Json, Problem> {
        match self.rest().chars().next() {
            None => Ok(Json::from("")),
            Some('[' | '{') => self.value(MAX_DEPTH),
            Some(_) => self.open_list(),
        }
    }

    fn value(&mut self, depth: usize) -> Result<Json, Problem> {
        let deeper = depth.checked_sub(1).ok_or_else(too_deep)?;
        match self.rest().chars().next() {
            Some('[') => self.list(deeper),
            Some('{') => self.pairs(deeper),
            _ => Ok(Json::from(self.scalar(Place::First)?)),
        }
    }

    fn list(&mut self, depth: usize) -> Result<Json, Problem> {
        self.expect('[')?;
        let mut entries = Vec::new();
        while !self.rest().starts_with(']') {
            entries.push(self.value(depth)?);
            self.comma_unless(']')?;
        }
        self.at += 1;
        Ok(Json::Array(entries))
    }

    fn pairs(&mut self, depth: usize) -> Result<Json, Problem> {
        self.expect('{')?;
        let mut pairs = Map::new();
        while !self.rest().starts_with('}') {
            let name = self.name()?;
            let value = self.value(depth)?;
            self.comma_unless('}')?;
            pairs.insert(name, value);
        }
        self.at += 1;
        Ok(Json::Object(pairs))
    }

    /// Values parted by commas, up to the next `Name=` or the end.
    fn open_list(&mut self) -> Result<Json, Problem> {
        let first = self.scalar(Place::First)?;
        self.skip_blank();
        let mut entries = Vec::new();
        while self.rest().starts_with(',') {
            let comma = self.at;
            self.expect(',')?;
            match self.later() {
                Ok(Some(entry)) => entries.push(Json::from(entry)),
                Err(problem) if self.rest().is_empty() => return Err(problem),
                Ok(None) | Err(_) => {
                    self.at = comma;
                    break;
                }
            }
        }
        if entries.is_empty() {
            return Ok(Json::from(first));
        }
        entries.insert(0, Json::from(first));
        Ok(Json::Array(entries))
    }

    /// Another value of a list without brackets; `None` if what stands here begins a pair.
    fn later(&mut self) -> Result<Option<String>, Problem> {
        let text = self.scalar(Place::Later)?;
        self.skip_blank();
        let rest = self.rest();
        Ok((rest.is_empty() || rest.starts_with(',')).then_some(text))
    }

    fn scalar(&mut self, place: Place) -> Result<String, Problem> {
        let text = match self.rest().chars().next() {
            Some(quote @ ('"' | '\'')) => self.quoted(quote)?,
            _ => match (self.bare(place), place) {
                ("", Place::Later) => return Err(self.expected("<second>", "<none>")),
                (bare, _) => bare.trim_end().replace("\\,", ","),
            },
        };
        if self.files {
            return Ok(file_text(&text, self.host)?.unwrap_or(text));
        }
        Ok(text)
    }

    /// A text in quotes: `\` before the quote or before another `\` takes its meaning away. If no other quote is left,
    /// even one behind a `\` ends it.
    fn quoted(&mut self, quote: char) -> Result<String, Problem> {
        let (mut end, mut before) = (None, quote);
        for (at, letter) in self.rest().char_indices().skip(1) {
            if letter == quote {
                end = Some(at);
                if before != '\\' {
                    break;
                }
            }
            before = letter;
        }
        let Some(end) = end else {
            let name = if quote == '"' {
                "double quoted"
            } else {
                "singled quoted"
            };
            return Err(self.expected(&format!("<{name}>"), "<none>"));
        };
        let text = &self.rest()[1..end];
        self.at += end + 1;
        Ok(text
            .replace(&format!("\\{quote}"), &quote.to_string())
            .replace("\\\\", "\\"))
    }

    /// A text without quotes as it stands, `\,` being part of it.
    fn bare(&mut self, place: Place) -> &'a str {
        let (rest, mut end, mut escaped) = (self.rest(), 0, false);
        for (at, letter) in rest.char_indices() {
            let ends = match letter {
                ',' => !escaped,
                '"' | '\'' => true,
                '=' => at == 0 || place == Place::Later,
                '[' | '{' => at == 0,
                ']' | '}' => at > 0 && place == Place::First,
                _ => at == 0 && letter.is_whitespace(),
            };
            if ends {
                break;
            }
            escaped = letter == '\\';
            end = at + letter.len_utf8();
        }
        self.at += end;
        &rest[..end]
    }

    fn comma_unless(&mut self, end: char) -> Result<(), Problem> {
        self.skip_blank();
        if self.rest().starts_with(end) {
            return Ok(());
        }
        self.expect(',')
    }

    /// Reads `letter` and the blanks on both sides of it.
    fn expect(&mut self, letter: char) -> Result<(), Problem> {
        self.skip_blank();
        match self.rest().chars().next() {
            Some(found) if found == letter => self.at += 1,
            Some(found) => return Err(self.expected(&letter.to_string(), &found.to_string())),
            None => return Err(self.expected(&letter.to_string(), "EOF")),
        }
        self.skip_blank();
        Ok(())
    }

    fn take(&mut self, letter: char) -> bool {
        self.skip_blank();
        let found = self.rest().starts_with(letter);
        self.at += if found { letter.len_utf8() } else { 0 };
        found
    }

    fn skip_blank(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    fn expected(&self, expected: &str, found: &str) -> Problem {
        let reason = format!(
            "Expected: '{expected}', received: '{found}' for input:\n{}",
            self.mark(self.at)
        );
        Problem::new(Fault::Value, reason)
    }

    fn twice(&self, name: &str, at: usize) -> Problem {
        let advice = "This is often because there is a preceding \",\" instead of a space.";
        let reason = format!(
            "Second instance of key \"{name}\" encountered for input:\n{}\n{advice}",
            self.mark(at)
        );
        Problem::new(Fault::Value, reason)
    }

    /// The text with a mark below the byte `at`.
    fn mark(&self, at: usize) -> String {
        let (before, behind) = self.text.split_at(at);
        let blank = before.rsplit('\n').next().unwrap_or_default().chars().count();
        let end = behind.find('\n').unwrap_or(behind.len());
        let (line, rest) = behind.split_at(end);
        format!("{before}{line}\n{}^{rest}", " ".repeat(blank))
    }
}

fn too_deep() -> Problem {
    Problem::new(Fault::Value, "nested too deeply")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let found =
            read(text, &Host::default()).unwrap_or_else(|problem| panic!("{text}: {}", problem.reason));
        assert_eq!(found.to_string(), expected, "{text}");
    }

    #[test]
    fn pairs_become_an_object() {
        let running = r#"{"Name":"instance-state-name","Values":"running"}"#;
        check("Name=instance-state-name,Values=running", running);
        check("Values=running,Name=instance-state-name", running);
        let list = r#"{"Name":"instance-state-name","Values":["running"]}"#;
        check("Name = instance-state-name , Values = [ running ]", list);
        check("Name=a,Values=b,c,d", r#"{"Name":"a","Values":["b","c","d"]}"#);
        check("Values=b,c,Name=a", r#"{"Name":"a","Values":["b","c"]}"#);
        check("Name=a,Values=", r#"{"Name":"a","Values":""}"#);
        check("Name=a,Values=[]", r#"{"Name":"a","Values":[]}"#);
        check(r"Name=a,Values=b\,c", r#"{"Name":"a","Values":"b,c"}"#);
        check(
            r#"Name=a,Values="b,c",'d=e'"#,
            r#"{"Name":"a","Values":["b,c","d=e"]}"#,
        );
        check(r#"Name="a \"b\" c\\""#, r#"{"Name":"a \"b\" c\\"}"#);
        check("Name=a=b", r#"{"Name":"a=b"}"#);
    }

    #[test]
    fn objects_and_lists_lie_within() {
        check(
            "ResourceType=instance,Tags=[{Key=Name,Value=web},{Key=a,Value=''}]",
            r#"{"ResourceType":"instance","Tags":[{"Key":"Name","Value":"web"},{"Key":"a","Value":""}]}"#,
        );
        check("Tags={Key=a}", r#"{"Tags":{"Key":"a"}}"#);
        check("a=[[b,c],[d]]", r#"{"a":[["b","c"],["d"]]}"#);
    }

    #[test]
    fn a_value_may_be_the_name_of_a_file() {
        let host = Host {
            file: &|name| (name == "a.txt").then(|| b"text, with commas".to_vec()),
            ..Host::default()
        };
        let read = |text: &str| read(text, &host).map(|json| json.to_string());
        assert_eq!(
            read("a@=file://a.txt,b=file://a.txt").expect("reads"),
            r#"{"a":"text, with commas","b":"file://a.txt"}"#
        );
        assert!(
            read("a@=file://b.txt")
                .expect_err("missing")
                .reason
                .contains("No such file or directory: 'b.txt'")
        );
    }

    #[test]
    fn what_is_no_shorthand_is_refused_in_the_words_of_aws() {
        let check = |text: &str, complaint: &str| {
            let problem = read(text, &Host::default()).expect_err(text);
            assert_eq!(problem.reason, complaint);
        };
        check(
            "instance",
            "Expected: '=', received: 'EOF' for input:\ninstance\n        ^",
        );
        check(
            "a=b,",
            "Expected: '<second>', received: '<none>' for input:\na=b,\n    ^",
        );
        check("a=b}", "Expected: ',', received: '}' for input:\na=b}\n   ^");
        check(
            "a=[b\n}x\nc",
            "Expected: ',', received: '}' for input:\na=[b\n}x\n^\nc",
        );
        check(
            "a=b,a=c",
            "Second instance of key \"a\" encountered for input:\na=b,a=c\n    ^\n\
             This is often because there is a preceding \",\" instead of a space.",
        );
        check(
            "a='b",
            "Expected: '<singled quoted>', received: '<none>' for input:\na='b\n  ^",
        );
        check(
            "a=[{b=c",
            "Expected: ',', received: 'EOF' for input:\na=[{b=c\n       ^",
        );
        assert_eq!(
            read(&format!("a={}", "[".repeat(60_000)), &Host::default())
                .expect_err("deep")
                .reason,
            "nested too deeply"
        );
    }
}
