//! Brings lessons of older versions up to date, step by step. A step is kept for ever: files of every version are read in
//! every test run.
//!
//! Version 0 is what lay in the course before there was a `meta`: its members stood beside `world`.

use serde_json::{Map, Value};

use crate::format::FORMAT_VERSION;

/// The step that leads from the version with its number to the next one.
const STEPS: [fn(&mut Map<String, Value>); FORMAT_VERSION as usize] = [from_0];

/// The members that moved into `meta`.
const META: [&str; 6] = [
    "minutes",
    "teaches",
    "requires",
    "misconceptions",
    "sources",
    "simplifies",
];

/// The lesson in the newest version, and the version it was in. A version that is not known here is left alone.
pub(crate) fn to_newest(mut lesson: Value) -> (Value, Option<u64>) {
    let version = lesson.get("formatVersion").and_then(Value::as_u64);
    let Some(from) = version.and_then(|version| usize::try_from(version).ok()) else {
        return (lesson, version);
    };
    if let Value::Object(members) = &mut lesson
        && from < STEPS.len()
    {
        STEPS[from..].iter().for_each(|step| step(members));
        members.insert("formatVersion".to_owned(), FORMAT_VERSION.into());
    }
    (lesson, version)
}

fn from_0(members: &mut Map<String, Value>) {
    let moved = META
        .iter()
        .filter_map(|name| Some(((*name).to_owned(), members.remove(*name)?)));
    let moved: Map<String, Value> = moved.collect();
    members.insert("meta".to_owned(), Value::Object(moved));
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_stood_beside_the_world_moves_and_what_nobody_knows_stays() {
        let old = json!({ "formatVersion": 0, "id": "x", "minutes": 5, "teaches": ["a"], "theirs": 1 });
        let new =
            json!({ "formatVersion": 1, "id": "x", "meta": { "minutes": 5, "teaches": ["a"] }, "theirs": 1 });
        assert_eq!(to_newest(old), (new.clone(), Some(0)));
        assert_eq!(to_newest(new.clone()), (new, Some(1)));
    }

    #[test]
    fn what_is_not_known_is_left_alone() {
        for lesson in [
            json!({ "formatVersion": 99 }),
            json!({}),
            json!([]),
            json!({ "formatVersion": "0" }),
        ] {
            assert_eq!(to_newest(lesson.clone()).0, lesson);
        }
    }
}
