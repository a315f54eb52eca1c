//! What the map needs of the course's files. A lesson is read in full only when it is opened.

use serde_json::Value;

use super::{Asked, Entry};

/// The folders of one of the course's lists, in order; none if it has no such list.
pub(super) fn folders(course: &Value, list: &str) -> Option<Vec<String>> {
    let folders = course.get(list)?.as_array()?.iter();
    folders.map(|folder| Some(folder.as_str()?.to_owned())).collect()
}

/// The questions before and after the course.
pub(super) fn check(course: &Value) -> Vec<Asked> {
    let asked = course
        .get("check")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    asked.filter_map(one_asked).collect()
}

fn one_asked(value: &Value) -> Option<Asked> {
    Some(Asked {
        id: value.get("id")?.as_str()?.to_owned(),
        choices: texts(value, "choices"),
        right: value.get("right")?.as_str()?.to_owned(),
    })
}

/// A lesson by its two files; none if it cannot be told what it is.
pub(super) fn entry(folder: &str, number: usize, json: &str, prose: &str) -> Option<Entry> {
    let lesson: Value = serde_json::from_str(json).ok()?;
    let meta = lesson.get("meta").unwrap_or(&lesson);
    Some(Entry {
        folder: folder.to_owned(),
        number,
        id: lesson.get("id")?.as_str()?.to_owned(),
        title: title(prose)?.to_owned(),
        minutes: meta.get("minutes").and_then(Value::as_u64).unwrap_or_default(),
        steps: lesson.get("steps").and_then(Value::as_array).map_or(0, Vec::len),
        draft: meta.get("status").and_then(Value::as_str) == Some("draft"),
        teaches: texts(meta, "teaches"),
        requires: texts(meta, "requires"),
    })
}

/// The title stands in the first heading of the prose.
pub(super) fn title(prose: &str) -> Option<&str> {
    prose
        .lines()
        .find_map(|line| line.strip_prefix("# "))
        .map(str::trim)
}

fn texts(value: &Value, name: &str) -> Vec<String> {
    let list = value.get(name).and_then(Value::as_array).into_iter().flatten();
    list.filter_map(|text| Some(text.as_str()?.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lesson_is_told_by_its_two_files() {
        let json = r#"{ "id": "one", "meta": { "minutes": 8, "teaches": ["a"], "status": "draft" }, "steps": [{}, {}] }"#;
        let read = entry("01-one", 1, json, "# One instance\n\n## a.text\nx\n").unwrap();
        assert_eq!((read.id.as_str(), read.title.as_str()), ("one", "One instance"));
        assert_eq!((read.minutes, read.steps, read.draft), (8, 2, true));
        assert_eq!(read.teaches, ["a"]);
        assert_eq!(entry("01-one", 1, "[", ""), None);
    }

    #[test]
    fn the_order_is_the_courses() {
        let course = serde_json::json!({ "lessons": ["02-b", "01-a"], "repairs": ["r"] });
        let lessons = folders(&course, "lessons");
        assert_eq!(lessons, Some(vec!["02-b".to_owned(), "01-a".to_owned()]));
        assert_eq!(folders(&course, "repairs"), Some(vec!["r".to_owned()]));
        assert_eq!(folders(&course, "starters"), None);
    }
}
