//! The texts of a lesson besides its JSON: prose, glossary, translation.

use std::collections::BTreeSet;

use super::findings::Findings;
use crate::error::Code;
use crate::prose::{Prose, TITLE};
use crate::translation::{self, Translation};

/// Reads a prose file, reporting its mistakes.
pub(super) fn parse(findings: &Findings, name: &str, text: &str) -> Prose {
    let (prose, mistakes) = Prose::parse(text);
    for mistake in mistakes {
        let place = format!("line {}", mistake.line);
        findings.report_in(name, &place, mistake.code, mistake.reason, mistake.fix);
    }
    prose
}

/// Adds the words that all lessons share, `## ID` each, where the lesson has none of its own.
pub(super) fn add_glossary(findings: &Findings, name: &str, text: &str, prose: &mut Prose) {
    for (id, passage) in parse(findings, name, text).passages {
        if id != TITLE {
            prose.passages.entry(format!("word.{id}")).or_insert(passage);
        }
    }
}

/// The prose in another language, what is missing in English; tells how the translation stands.
pub(super) fn translate(
    findings: &Findings,
    name: &str,
    source: &Prose,
    translated: Prose,
    optional: &BTreeSet<String>,
) -> Prose {
    let lost = translation::lost_references(name, source, &translated);
    for error in lost {
        findings.report_in(&error.file, &error.pointer, error.code, error.reason, error.fix);
    }
    let found = translation::compare(source, &translated, optional);
    warn(findings, name, &found);
    translation::merge(source, translated, &found.unused)
}

fn warn(findings: &Findings, name: &str, found: &Translation) {
    let tell = |keys: &[String], code, what: &str, fix: &str| {
        for key in keys
            .iter()
            .filter(|key| !key.starts_with("word.") || code != Code::UnusedProse)
        {
            findings.warn_in(name, key, code, format!("`{key}` {what}."), fix.to_owned());
        }
    };
    tell(
        &found.missing,
        Code::MissingTranslation,
        "is not translated, and is shown in English",
        "Add it.",
    );
    tell(
        &found.stale,
        Code::StaleTranslation,
        "may translate an older text",
        "Look it through, then stamp the file with the hashes of its source.",
    );
    tell(
        &found.unused,
        Code::UnusedProse,
        "is not in the English text",
        "Take it out.",
    );
}
