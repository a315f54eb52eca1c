//! `--output text`: a line for every object, its values in the order of their keys, with tabs between.

use jmespath::Json;
use jmespath::json::{Pairs, python_text};

use super::Failure;

/// Writes `json`.
pub(super) fn text(json: &Json) -> Result<String, Failure> {
    let mut writer = Writer::default();
    match writer.value(json, None, None) {
        Ok(()) => Ok(writer.text),
        Err(message) => Err(Failure {
            printed: writer.text,
            message,
        }),
    }
}

#[derive(Default)]
struct Writer {
    text: String,
}

impl Writer {
    /// `name` is the key that leads here; `keys` are those whose values stand on the line of an object.
    fn value(&mut self, json: &Json, name: Option<&str>, keys: Option<&[&str]>) -> Result<(), String> {
        match json {
            Json::Object(pairs) => self.object(pairs, json, name, keys),
            Json::Array(entries) => self.list(entries, name),
            scalar => {
                self.line(&[python_text(scalar)]);
                Ok(())
            }
        }
    }

    fn list(&mut self, entries: &[Json], name: Option<&str>) -> Result<(), String> {
        if entries.iter().any(|entry| matches!(entry, Json::Object(_))) {
            let keys = scalar_keys(entries)?;
            return entries
                .iter()
                .try_for_each(|entry| self.value(entry, name, Some(&keys)));
        }
        let (scalars, others): (Vec<&Json>, Vec<&Json>) = entries.iter().partition(|entry| entry.is_scalar());
        self.scalars(&scalars, name);
        others
            .into_iter()
            .try_for_each(|entry| self.value(entry, name, None))
    }

    /// On a line each behind their name, or all on one line.
    fn scalars(&mut self, scalars: &[&Json], name: Option<&str>) {
        let texts: Vec<String> = scalars.iter().map(|json| python_text(json)).collect();
        match name {
            Some(name) => {
                for text in texts {
                    self.line(&[name.to_uppercase(), text]);
                }
            }
            None if texts.is_empty() => {}
            None => self.line(&texts),
        }
    }

    fn object(
        &mut self,
        pairs: &Pairs,
        json: &Json,
        name: Option<&str>,
        keys: Option<&[&str]>,
    ) -> Result<(), String> {
        let mut sorted: Vec<(&str, &Json)> = pairs.iter().map(|(key, value)| (&**key, value)).collect();
        sorted.sort_by_key(|(key, _)| *key);
        let on_line = |key: &str, value: &Json| keys.map_or(value.is_scalar(), |keys| keys.contains(&key));
        let mut words: Vec<String> = match keys {
            Some(keys) => keys
                .iter()
                .map(|key| json.get(key).map(python_text).unwrap_or_default())
                .collect(),
            None => {
                let scalars = sorted.iter().filter(|(_, value)| value.is_scalar());
                scalars.map(|(_, value)| python_text(value)).collect()
            }
        };
        if !words.is_empty() {
            words.splice(0..0, name.map(str::to_uppercase));
            self.line(&words);
        }
        let others = sorted.into_iter().filter(|(key, value)| !on_line(key, value));
        for (key, value) in others {
            self.value(value, Some(key), None)?;
        }
        Ok(())
    }

    fn line(&mut self, words: &[String]) {
        self.text += &words.join("\t");
        self.text.push('\n');
    }
}

/// The keys that have a scalar in any of the objects, sorted.
fn scalar_keys(entries: &[Json]) -> Result<Vec<&str>, String> {
    let mut keys = Vec::new();
    for entry in entries {
        let Json::Object(pairs) = entry else {
            let name = jmespath::json::python_type(entry);
            return Err(format!("'{name}' object has no attribute 'items'"));
        };
        let scalars = pairs.iter().filter(|(_, value)| value.is_scalar());
        keys.extend(scalars.map(|(key, _)| &**key));
    }
    keys.sort_unstable();
    keys.dedup();
    Ok(keys)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_lines_of_values() {
        let check = |json: &str, printed: &str| {
            let json = jmespath::json::parse(json).expect(json);
            assert_eq!(text(&json).as_deref(), Ok(printed), "{json:?}");
        };
        check(
            r#"{"B": 1, "A": "x", "C": null, "D": true}"#,
            "x\t1\tNone\tTrue\n",
        );
        check(
            r#"{"Tags": [{"Key": "a", "Value": "b"}, {"Key": "c"}]}"#,
            "TAGS\ta\tb\nTAGS\tc\t\n",
        );
        check(
            r#"{"Id": 1, "State": {"Name": "on", "In": {"x": 2}}}"#,
            "1\nSTATE\ton\nIN\t2\n",
        );
        check(r#"{"Names": ["a", "b"], "Id": 1}"#, "1\nNAMES\ta\nNAMES\tb\n");
        check(r#"["a", 1, null]"#, "a\t1\tNone\n");
        check(r#"[["a", 1], ["b", 2]]"#, "a\t1\nb\t2\n");
        check(r#"["z", ["a"], [["b"], "c"]]"#, "z\na\nc\nb\n");
        check(r#"[{"a": 1}, {"a": {"b": 2}}]"#, "1\n{'b': 2}\n");
        check("{}", "");
        check("[]", "");
        check(r#""""#, "\n");
        check("1.50", "1.5\n");
    }

    #[test]
    fn objects_among_others_have_no_form() {
        let json = jmespath::json::parse(r#"{"A": 1, "B": [{"c": 2}, 3]}"#).expect("JSON");
        let failure = text(&json).expect_err("mixed");
        assert_eq!(failure.printed, "1\n");
        assert_eq!(failure.message, "'int' object has no attribute 'items'");
    }
}
