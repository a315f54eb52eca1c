//! JSON as Python's `str` and `repr` write it, in messages and in AWS's text output.

use super::Json;
use super::write::format_double;

/// As `str` writes it: a text as it is, anything else as [`repr`] does.
#[must_use]
pub fn text(json: &Json) -> String {
    match json {
        Json::String(text) => text.to_string(),
        other => repr(other),
    }
}

/// As `repr` writes it: `None`, `True`, `'text'`, `[1, 2.0]`, `{'key': 'value'}`.
#[must_use]
pub fn repr(json: &Json) -> String {
    match json {
        Json::Null => "None".to_owned(),
        Json::Bool(true) => "True".to_owned(),
        Json::Bool(false) => "False".to_owned(),
        Json::Integer(number) => number.to_string(),
        Json::Float(number) => format_double(*number),
        Json::String(text) => quoted(text),
        Json::Array(entries) => format!("[{}]", joined(entries, repr)),
        Json::Object(pairs) => {
            let pair = |(key, value): &(std::rc::Rc<str>, Json)| format!("{}: {}", quoted(key), repr(value));
            format!("{{{}}}", joined(pairs, pair))
        }
    }
}

/// What Python calls the type.
#[must_use]
pub const fn type_name(json: &Json) -> &'static str {
    match json {
        Json::Null => "NoneType",
        Json::Bool(_) => "bool",
        Json::Integer(_) => "int",
        Json::Float(_) => "float",
        Json::String(_) => "str",
        Json::Array(_) => "list",
        Json::Object(_) => "dict",
    }
}

fn joined<T>(entries: &[T], write: impl Fn(&T) -> String) -> String {
    entries.iter().map(write).collect::<Vec<_>>().join(", ")
}

fn quoted(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') {
        '"'
    } else {
        '\''
    };
    let mut written = String::from(quote);
    for letter in text.chars() {
        match letter {
            '\n' => written += "\\n",
            '\r' => written += "\\r",
            '\t' => written += "\\t",
            '\\' => written += "\\\\",
            '\0'..='\x1f' | '\x7f'..='\u{a0}' | '\u{ad}' => {
                written += &format!("\\x{:02x}", u32::from(letter))
            }
            _ if is_blank(letter) => written += &format!("\\u{:04x}", u32::from(letter)),
            _ if letter == quote => written.extend(['\\', letter]),
            _ => written.push(letter),
        }
    }
    written.push(quote);
    written
}

/// Spaces and signs without a face. Simplified: of rarer scripts, Python knows more of them.
const fn is_blank(letter: char) -> bool {
    matches!(letter, '\u{1680}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{205f}'..='\u{206f}')
        || matches!(letter, '\u{3000}' | '\u{e000}'..='\u{f8ff}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;

    #[test]
    fn values_are_written_as_python_writes_them() {
        let check = |json: &str, written: &str| assert_eq!(repr(&parse(json).expect(json)), written);
        check("[null, true, false, 1, 2.5]", "[None, True, False, 1, 2.5]");
        check(r#"{"a": {"b": []}, "c": {}}"#, "{'a': {'b': []}, 'c': {}}");
        check(r#"["it's", "\"", "'\""]"#, r#"["it's", '"', '\'"']"#);
        check(r#""a\\b\n\u0001é""#, r"'a\\b\n\x01é'");
        assert_eq!(text(&Json::from("it's")), "it's");
    }
}
