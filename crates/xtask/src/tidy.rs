//! Rules about files that no other tool knows.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::process;
use crate::workspace;

/// What a visitor of the repository sees first. Settings hide in dot-files.
const TOP_LEVEL: [&str; 9] = [
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "README.md",
    "crates",
    "index.html",
    "lessons",
    "tests",
    "web",
];

/// A longer file holds more than one idea.
const MOST_LINES: usize = 600;

/// The one program of the page's tests.
const PAGE: &str = "web/tests/page.rs";

/// Checks the files that git knows or would take in.
pub(crate) fn check() -> Result<()> {
    let list = ["ls-files", "--cached", "--others", "--exclude-standard"];
    let files = process::output(Command::new("git").current_dir(workspace::root()).args(list))?;
    let files: Vec<&str> = files.lines().collect();
    let mut faults = top_level(&files);
    let page = fs::read_to_string(workspace::root().join(PAGE))?;
    faults.extend(left_out(&files, &page));
    for file in files {
        // A file that is no text, or that is about to be removed, has no lines to check.
        if let Ok(text) = fs::read_to_string(workspace::root().join(file)) {
            faults.extend(content(file, &text));
        }
    }
    if !faults.is_empty() {
        bail!("{}", faults.join("\n"));
    }
    Ok(())
}

fn top_level(files: &[&str]) -> Vec<String> {
    let names = files.iter().filter_map(|file| file.split('/').next());
    let visible: BTreeSet<_> = names.filter(|name| !name.starts_with('.')).collect();
    let wanted = BTreeSet::from(TOP_LEVEL);
    let missing = wanted
        .difference(&visible)
        .map(|name| format!("{name} is missing at the top level"));
    let other = visible
        .difference(&wanted)
        .map(|name| format!("{name} does not belong at the top level"));
    missing.chain(other).collect()
}

/// Tests of the page that their program does not name: they would never run.
fn left_out(files: &[&str], page: &str) -> Vec<String> {
    let tests = files.iter().filter(|file| **file != PAGE);
    let named = |name: &str| page.lines().any(|line| line == format!("mod {name};"));
    let unnamed = tests.filter(|file| {
        let name = file
            .strip_prefix("web/tests/")
            .and_then(|file| file.strip_suffix(".rs"));
        name.is_some_and(|name| !name.contains('/') && !named(name))
    });
    unnamed
        .map(|file| format!("{file} is not named in {PAGE}: its tests never run"))
        .collect()
}

fn content(file: &str, text: &str) -> Option<String> {
    let name = Path::new(file)
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    let lines = text.lines().count();
    match name {
        // Addresses in a lock file are those of whatever mirror its author used.
        "package-lock.json" => text
            .contains("\"resolved\"")
            .then(|| format!("{file} names hosts: make it with npm's omit-lockfile-registry-resolved=true")),
        // The first two are written by programs; a lesson is data, and as long as it is.
        "Cargo.lock" | "lesson.schema.json" | "lesson.json" => None,
        _ => (lines > MOST_LINES).then(|| format!("{file} has {lines} lines, {MOST_LINES} are enough")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_top_level_is_exactly_what_was_agreed() {
        let mut files = TOP_LEVEL.map(|name| name.to_owned()).to_vec();
        files.push(".gitignore".to_owned());
        assert!(top_level(&files.iter().map(String::as_str).collect::<Vec<_>>()).is_empty());
        let faults = top_level(&["Cargo.toml", "src/main.rs"]);
        assert!(faults.contains(&"src does not belong at the top level".to_owned()));
        assert!(faults.contains(&"LICENSE is missing at the top level".to_owned()));
    }

    #[test]
    fn long_files_are_found_but_lock_files_may_be_long() {
        let long = "line\n".repeat(MOST_LINES + 1);
        assert!(content("web/src/main.rs", &long).is_some());
        assert!(content("Cargo.lock", &long).is_none());
    }

    #[test]
    fn tests_that_no_program_names_are_found() {
        let files = [
            "web/tests/page.rs",
            "web/tests/tour.rs",
            "web/tests/lost.rs",
            "web/tests/course/map.rs",
        ];
        let faults = left_out(&files, "mod tour;\n");
        assert_eq!(faults.len(), 1);
        assert!(faults[0].starts_with("web/tests/lost.rs"));
    }
}
