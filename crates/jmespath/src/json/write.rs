//! JSON to text, as Python's `json.dumps` writes it.

use super::Json;

/// Over several lines, indented by four spaces, letters as they are: what AWS's command line prints.
#[must_use]
pub fn pretty(json: &Json) -> String {
    let mut writer = Writer {
        text: String::new(),
        indent: Some(0),
    };
    writer.value(json);
    writer.text
}

/// On one line without spaces, in ASCII alone: what the function `to_string` makes.
#[must_use]
pub fn compact(json: &Json) -> String {
    let mut writer = Writer {
        text: String::new(),
        indent: None,
    };
    writer.value(json);
    writer.text
}

/// A number as Python writes it: `120.0`, `0.25`, `1e+16`, `1e-05`, `nan`, `inf`.
#[must_use]
pub fn format_double(number: f64) -> String {
    let text = format!("{number:?}");
    match text.split_once('e') {
        _ if number.is_nan() => "nan".to_owned(),
        None => text,
        Some((digits, exponent)) => {
            let (sign, exponent) = exponent
                .strip_prefix('-')
                .map_or(('+', exponent), |rest| ('-', rest));
            format!("{digits}e{sign}{exponent:0>2}")
        }
    }
}

struct Writer {
    text: String,
    /// How many levels in; `None` to stay on one line.
    indent: Option<usize>,
}

impl Writer {
    fn value(&mut self, json: &Json) {
        match json {
            Json::Null => self.text += "null",
            Json::Bool(truth) => self.text += if *truth { "true" } else { "false" },
            Json::Integer(number) => self.text += &number.to_string(),
            Json::Float(number) => self.number(*number),
            Json::String(text) => self.string(text),
            Json::Array(entries) => self.enclosed(['[', ']'], entries, Self::value),
            Json::Object(pairs) => self.enclosed(['{', '}'], pairs, |writer, (key, value)| {
                writer.string(key);
                writer.text += if writer.indent.is_some() { ": " } else { ":" };
                writer.value(value);
            }),
        }
    }

    fn number(&mut self, number: f64) {
        if number.is_finite() {
            self.text += &format_double(number);
        } else if number.is_nan() {
            self.text += "NaN";
        } else {
            self.text += if number > 0.0 { "Infinity" } else { "-Infinity" };
        }
    }

    fn enclosed<T>(&mut self, [open, close]: [char; 2], entries: &[T], write: impl Fn(&mut Self, &T)) {
        self.text.push(open);
        self.indent = self.indent.map(|levels| levels + 1);
        for (index, entry) in entries.iter().enumerate() {
            if index > 0 {
                self.text.push(',');
            }
            self.line_break();
            write(self, entry);
        }
        self.indent = self.indent.map(|levels| levels - 1);
        if !entries.is_empty() {
            self.line_break();
        }
        self.text.push(close);
    }

    fn line_break(&mut self) {
        if let Some(levels) = self.indent {
            self.text.push('\n');
            self.text.extend(std::iter::repeat_n("    ", levels));
        }
    }

    fn string(&mut self, text: &str) {
        self.text.push('"');
        for letter in text.chars() {
            match letter {
                '"' => self.text += "\\\"",
                '\\' => self.text += "\\\\",
                '\n' => self.text += "\\n",
                '\r' => self.text += "\\r",
                '\t' => self.text += "\\t",
                '\u{8}' => self.text += "\\b",
                '\u{c}' => self.text += "\\f",
                '\0'..='\x1f' => self.code(letter),
                '\u{7f}'.. if self.indent.is_none() && letter != '\u{7f}' => self.code(letter),
                _ => self.text.push(letter),
            }
        }
        self.text.push('"');
    }

    fn code(&mut self, letter: char) {
        for half in letter.encode_utf16(&mut [0; 2]) {
            self.text += &format!("\\u{half:04x}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;

    #[test]
    fn json_is_written_as_python_writes_it() {
        let json =
            parse(r#"{"b": [1, 2.0, "é\u007f\u0001"], "a": [], "c": {"d": null, "e": {}}}"#).expect("JSON");
        let text = "{\n    \"b\": [\n        1,\n        2.0,\n        \"é\u{7f}\\u0001\"\n    ],\n    \"a\": [],\n    \
                    \"c\": {\n        \"d\": null,\n        \"e\": {}\n    }\n}";
        assert_eq!(pretty(&json), text);
        assert_eq!(
            compact(&json),
            "{\"b\":[1,2.0,\"\\u00e9\u{7f}\\u0001\"],\"a\":[],\"c\":{\"d\":null,\"e\":{}}}"
        );
    }

    #[test]
    fn numbers_are_written_as_python_writes_them() {
        let check = |number: f64, text: &str| assert_eq!(format_double(number), text);
        check(120.0, "120.0");
        check(-0.25, "-0.25");
        check(0.0001, "0.0001");
        check(0.000_01, "1e-05");
        check(123_456_789_012_345.0, "123456789012345.0");
        check(1.5e16, "1.5e+16");
        check(1e300, "1e+300");
        check(f64::NAN, "nan");
        check(f64::NEG_INFINITY, "-inf");
    }
}
