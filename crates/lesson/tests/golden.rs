//! Files of every version of the format are read for ever.

use lesson::{Code, examine};

const VERSIONS: [(u64, &str, &str); 2] = [
    (
        0,
        include_str!("golden/0/lesson.json"),
        include_str!("golden/0/en.md"),
    ),
    (
        1,
        include_str!("golden/1/lesson.json"),
        include_str!("golden/1/en.md"),
    ),
];

#[test]
fn files_of_every_version_are_read() {
    for (version, json, prose) in VERSIONS {
        let report = examine("lesson.json", json, prose);
        assert_eq!(report.errors, [], "version {version}");
        let lesson = report.lesson.expect("it is read");
        assert_eq!(lesson.id, "one-instance");
        let old = report
            .warnings
            .iter()
            .any(|warning| warning.code == Code::OldVersion);
        assert_eq!(old, version < lesson::FORMAT_VERSION, "version {version}");
        let played = lesson::Play::begin(lesson).map(|mut play| play.solve());
        assert_eq!(played, Ok(Ok(())), "version {version}");
    }
}
