//! Filters of describe calls: which resources to answer with.
//!
//! A describe operation names its filters in a table: AWS's name of the filter, and where in the answer the value stands.
//! Every filter must match, by any of its values. In a value `*` stands for any characters, `?` for one, and `\` takes a
//! meaning away. Source: EC2 API Reference, Filter; EC2 User Guide, "Filtering considerations".

use api::ec2::Filter;
use api::{ApiError, Shape, Timestamp, Value, entries};

/// A filter: its name, and the path from the resource to its values, AWS's member names parted by dots. A list on the
/// path stands for all of its entries. The row [`TAGS`] leads to tags and stands for `tag-key` and every `tag:Key`.
pub(crate) type FilterPath = (&'static str, &'static str);

/// The name of the row whose path leads to tags; an empty path if the resource itself is a tag.
pub(crate) const TAGS: &str = "tag";

/// The path of a filter that AWS has for what no resource of this model has: it matches none.
pub(crate) const NEVER: &str = "-";

/// Keeps the resources that match every filter.
///
/// # Errors
/// `InvalidParameterValue` for a filter that is not in the table.
pub(crate) fn narrow<T: Shape>(
    resources: Vec<T>,
    filters: &[Filter],
    table: &[FilterPath],
) -> Result<Vec<T>, ApiError> {
    let sieves: Vec<Sieve<'_>> = filters
        .iter()
        .map(|filter| sieve(filter, table))
        .collect::<Result<_, _>>()?;
    let passes = |resource: &T| sieves.iter().all(|sieve| sieve.lets_through(resource));
    Ok(resources.into_iter().filter(passes).collect())
}

struct Sieve<'a> {
    path: &'static str,
    subject: Subject<'a>,
    patterns: &'a [String],
}

/// What a filter looks at, where its path leads.
enum Subject<'a> {
    Value,
    TagKey,
    TagValue(&'a str),
}

impl Sieve<'_> {
    fn lets_through(&self, resource: &dyn Shape) -> bool {
        let mut found = false;
        if self.path != NEVER {
            visit(Value::Shape(resource), self.path, &mut |value| {
                found |= self.accepts(value);
            });
        }
        found
    }

    fn accepts(&self, value: Value<'_>) -> bool {
        let text = match self.subject {
            Subject::Value => text(value),
            Subject::TagKey => member(value, "Key"),
            Subject::TagValue(key) if member(value, "Key").as_deref() == Some(key) => member(value, "Value"),
            Subject::TagValue(_) => None,
        };
        text.is_some_and(|text| self.patterns.iter().any(|pattern| matches(pattern, &text)))
    }
}

fn sieve<'a>(filter: &'a Filter, table: &[FilterPath]) -> Result<Sieve<'a>, ApiError> {
    let name = filter.name.as_deref().unwrap_or_default();
    let (row, subject) = match name.strip_prefix("tag:") {
        Some(key) => (TAGS, Subject::TagValue(key)),
        None if name == "tag-key" => (TAGS, Subject::TagKey),
        None => (name, Subject::Value),
    };
    let is_it = |(known, _): &&FilterPath| *known == row && name != TAGS;
    let (_, path) = table.iter().find(is_it).ok_or_else(|| unknown(name))?;
    Ok(Sieve {
        path,
        subject,
        patterns: &filter.values,
    })
}

fn unknown(name: &str) -> ApiError {
    ApiError::invalid_parameter(format!("The filter '{name}' is invalid"))
}

/// Calls `found` with everything that stands at `path`.
fn visit(value: Value<'_>, path: &str, found: &mut dyn FnMut(Value<'_>)) {
    match value {
        Value::List(list) => entries(list).for_each(|entry| visit(entry, path, found)),
        Value::Shape(shape) if !path.is_empty() => {
            let (name, rest) = path.split_once('.').unwrap_or((path, ""));
            let members = &shape.info().members;
            let index = members.iter().position(|member| member.name == name);
            let index = index.unwrap_or_else(|| panic!("{} has no member {name}", shape.info().name));
            if let Some(inner) = shape.value(index) {
                visit(inner, rest, found);
            }
        }
        leaf => found(leaf),
    }
}

fn member(value: Value<'_>, name: &str) -> Option<String> {
    let mut found = None;
    visit(value, name, &mut |value| found = text(value));
    found
}

/// A value as filters have it.
pub(crate) fn text(value: Value<'_>) -> Option<String> {
    match value {
        Value::String(text) => Some(text.to_owned()),
        Value::Integer(number) => Some(number.to_string()),
        Value::Double(number) => Some(number.to_string()),
        Value::Boolean(truth) => Some(truth.to_string()),
        Value::Timestamp(instant) => Some(zulu(instant)),
        Value::Shape(_) | Value::List(_) | Value::Map(_) => None,
    }
}

/// An instant as filters have it: `2026-11-02T10:00:00.000Z`.
fn zulu(instant: Timestamp) -> String {
    let civil = instant.to_civil();
    let (date, clock) = (
        (civil.year, civil.month, civil.day),
        (civil.hour, civil.minute, civil.second),
    );
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z",
        date.0,
        date.1,
        date.2,
        clock.0,
        clock.1,
        clock.2,
        civil.micros / 1_000
    )
}

/// Whether `text` is what `pattern` describes, letter for letter and in the same case.
fn matches(pattern: &str, text: &str) -> bool {
    let pattern: Vec<Glyph> = glyphs(pattern);
    let text: Vec<char> = text.chars().collect();
    // Where to go on if what follows the last `*` does not fit: that star, and the letter it must swallow next.
    let mut retry: Option<(usize, usize)> = None;
    let (mut at, mut letter) = (0, 0);
    while letter < text.len() {
        match pattern.get(at) {
            Some(Glyph::Any) => {
                retry = Some((at + 1, letter));
                at += 1;
            }
            Some(Glyph::One) => (at, letter) = (at + 1, letter + 1),
            Some(Glyph::Letter(wanted)) if *wanted == text[letter] => (at, letter) = (at + 1, letter + 1),
            _ => match &mut retry {
                Some((after_star, swallowed)) => {
                    *swallowed += 1;
                    (at, letter) = (*after_star, *swallowed);
                }
                None => return false,
            },
        }
    }
    pattern[at..].iter().all(|glyph| matches!(glyph, Glyph::Any))
}

enum Glyph {
    Any,
    One,
    Letter(char),
}

fn glyphs(pattern: &str) -> Vec<Glyph> {
    let mut letters = pattern.chars();
    let next = || {
        Some(match letters.next()? {
            '*' => Glyph::Any,
            '?' => Glyph::One,
            '\\' => Glyph::Letter(letters.next().unwrap_or('\\')),
            letter => Glyph::Letter(letter),
        })
    };
    std::iter::from_fn(next).collect()
}

#[cfg(test)]
mod tests {
    use api::ec2::{GroupIdentifier, Instance, InstanceState, Tag};

    use super::*;

    const TABLE: &[FilterPath] = &[
        ("instance-id", "InstanceId"),
        ("instance-state-code", "State.Code"),
        ("instance.group-name", "SecurityGroups.GroupName"),
        ("key-name", NEVER),
        (TAGS, "Tags"),
    ];

    fn instance(id: &str, code: i64, groups: &[&str], tags: &[(&str, &str)]) -> Instance {
        let text = |text: &str| Some(text.to_owned());
        let group = |name: &&str| GroupIdentifier {
            group_name: text(name),
            ..GroupIdentifier::default()
        };
        let tag = |(key, value): &(&str, &str)| Tag {
            key: text(key),
            value: text(value),
        };
        Instance {
            instance_id: text(id),
            state: Some(InstanceState {
                code: Some(code),
                name: None,
            }),
            security_groups: groups.iter().map(group).collect(),
            tags: tags.iter().map(tag).collect(),
            ..Instance::default()
        }
    }

    #[test]
    fn every_filter_must_match_by_any_value() {
        let check = |filters: &[(&str, &[&str])], expected: &[&str]| {
            let all = vec![
                instance("i-1", 16, &["default", "web"], &[("Name", "web-1"), ("env", "")]),
                instance("i-2", 80, &["default"], &[("Name", "web-2")]),
                instance("i-3", 16, &[], &[]),
            ];
            let filter = |(name, values): &(&str, &[&str])| Filter {
                name: Some((*name).to_owned()),
                values: values.iter().map(|value| (*value).to_owned()).collect(),
            };
            let filters: Vec<Filter> = filters.iter().map(filter).collect();
            let left = narrow(all, &filters, TABLE).expect("known filters");
            let ids: Vec<&str> = left.iter().filter_map(|i| i.instance_id.as_deref()).collect();
            assert_eq!(ids, expected, "{filters:?}");
        };
        check(&[], &["i-1", "i-2", "i-3"]);
        check(&[("instance-id", &["i-3", "i-1"])], &["i-1", "i-3"]);
        check(&[("instance-state-code", &["16"])], &["i-1", "i-3"]);
        check(&[("instance.group-name", &["web"])], &["i-1"]);
        check(&[("tag:Name", &["web-*"])], &["i-1", "i-2"]);
        check(&[("tag:name", &["web-*"])], &[]);
        check(&[("tag:env", &[""])], &["i-1"]);
        check(&[("tag-key", &["en?"])], &["i-1"]);
        check(
            &[("tag-key", &["Name"]), ("instance-state-code", &["80"])],
            &["i-2"],
        );
        check(&[("key-name", &["*"])], &[]);
    }

    #[test]
    fn a_filter_that_is_not_in_the_table_is_refused() {
        for (name, table) in [
            ("instance-ids", TABLE),
            ("tag", TABLE),
            ("Tag:Name", TABLE),
            ("tag:Name", &TABLE[..1]),
            ("tag-key", &TABLE[..1]),
        ] {
            let filter = Filter {
                name: Some(name.to_owned()),
                values: vec!["*".to_owned()],
            };
            let refusal = narrow(Vec::<Instance>::new(), &[filter], table).expect_err("refused");
            assert_eq!(
                refusal.to_string(),
                format!("(InvalidParameterValue) The filter '{name}' is invalid")
            );
        }
    }

    #[test]
    fn wildcards_stand_for_any_letters_or_one() {
        let check = |pattern: &str, yes: &[&str], no: &[&str]| {
            yes.iter()
                .for_each(|text| assert!(matches(pattern, text), "{pattern} {text}"));
            no.iter()
                .for_each(|text| assert!(!matches(pattern, text), "{pattern} {text}"));
        };
        check("web", &["web"], &["Web", "web-1", "we", ""]);
        check("*", &["", "anything"], &[]);
        check("web-?", &["web-1", "web-é"], &["web-", "web-10"]);
        check("*.micro", &["t3.micro", ".micro"], &["t3.micro2", "micro"]);
        check("a*b*c", &["abc", "aabbcc", "a-b-b-c"], &["ab", "acb", "abcd"]);
        check("*ab*ab", &["abab", "xabyaab"], &["ab", "aab"]);
        check(r"a\*\?\\", &[r"a*?\"], &[r"abc\", r"a*?"]);
        check("", &[""], &["a"]);
    }
}
