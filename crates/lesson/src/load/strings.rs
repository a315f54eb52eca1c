//! Holds the strings that a lesson needs against those that its prose has.

use std::collections::BTreeSet;

use super::findings::{Demand, Findings};
use crate::error::Code;
use crate::prose::{Block, Passage, Prose, Shape, TITLE, plain};
use crate::reference::{self, ACTUAL, Fact, Reference, VALUE};
use crate::vocabulary::Vocabulary;

/// Most keys that one misspelt key is compared with.
const KEYS_COMPARED: usize = 500;

/// Reports strings that are missing, not used, of the wrong shape, or with references that nothing fills. `own` are the
/// lesson's own: what the glossary has besides need not be used. Tells which strings the lesson may have and need not.
pub(super) fn check(
    findings: &Findings,
    prose_name: &str,
    prose: &Prose,
    own: &BTreeSet<String>,
) -> BTreeSet<String> {
    findings.demand("", TITLE.to_owned(), Shape::Line);
    let demands = findings.take_demands();
    for demand in demands.iter().take_while(|_| !findings.is_full()) {
        match prose.passages.get(&demand.key) {
            Some(passage) => {
                check_shape(findings, prose_name, demand, passage);
                check_needs(findings, prose_name, demand, passage);
            }
            None if !demand.optional => report_missing(findings, demand, prose),
            None => {}
        }
    }
    let needed: BTreeSet<&str> = demands.iter().map(|demand| demand.key.as_str()).collect();
    let owned = prose.passages.iter().filter(|(key, _)| own.contains(*key));
    for (key, passage) in owned.take_while(|_| !findings.is_full()) {
        if !needed.contains(key.as_str()) {
            report_unused(findings, prose_name, key, passage, &needed);
        }
        check_references(findings, prose_name, key, passage);
    }
    let optional = demands.iter().filter(|demand| demand.optional);
    optional.map(|demand| demand.key.clone()).collect()
}

fn check_shape(findings: &Findings, prose_name: &str, demand: &Demand, passage: &Passage) {
    let one_line = matches!(passage.blocks.as_slice(), [Block::Paragraph(_)]);
    let (wrong, fix) = match demand.shape {
        Shape::Text => (passage.blocks.is_empty(), "Write at least one paragraph."),
        Shape::Line => (!one_line, "Write exactly one paragraph."),
    };
    if wrong {
        let reason = format!("`{}` does not fit its place.", demand.key);
        findings.report_in(
            prose_name,
            &place(passage),
            Code::BadProse,
            reason,
            fix.to_owned(),
        );
    }
}

/// A number that a check decides by is taken from the check, so that words and verdict cannot disagree.
fn check_needs(findings: &Findings, prose_name: &str, demand: &Demand, passage: &Passage) {
    let Some(name) = demand.needs else { return };
    let text = plain(&passage.blocks);
    if !reference::all_in(&text).any(|found| found == name) {
        let reason = format!("`{}` does not tell the number of its check.", demand.key);
        let fix = format!("Write {{{{{name}}}}} where the number belongs.");
        findings.report_in(prose_name, &place(passage), Code::BadProse, reason, fix);
    }
}

fn report_missing(findings: &Findings, demand: &Demand, prose: &Prose) {
    let reason = format!("The prose has no string `{}`.", demand.key);
    let fix = match nearest(&demand.key, prose.passages.keys().map(String::as_str)) {
        Some(near) => format!("Add `## {}`, or is `## {near}` meant to be it?", demand.key),
        None => format!("Add `## {}` and its text.", demand.key),
    };
    findings.report(&demand.pointer, Code::MissingProse, reason, fix);
}

fn report_unused(
    findings: &Findings,
    prose_name: &str,
    key: &str,
    passage: &Passage,
    needed: &BTreeSet<&str>,
) {
    let fix = match nearest(key, needed.iter().copied()) {
        Some(near) => format!("Did you mean `## {near}`?"),
        None => "Take it out, or name it in the lesson.".to_owned(),
    };
    let reason = format!("Nothing in the lesson uses the string `{key}`.");
    findings.report_in(prose_name, &place(passage), Code::UnusedProse, reason, fix);
}

fn check_references(findings: &Findings, prose_name: &str, key: &str, passage: &Passage) {
    let text = plain(&passage.blocks);
    let of_goal = key.contains(".goal.");
    let is_known =
        |name: &&str| Reference::parse(name).is_some() || of_goal && [VALUE, ACTUAL].contains(name);
    for name in reference::all_in(&text).filter(|name| !is_known(name)) {
        let reason = format!("`{key}` refers to `{name}`, which no run can fill.");
        let fix = super::reader::did_you_mean(name, Fact::WORDS.iter().map(|(word, _)| *word));
        findings.report_in(prose_name, &place(passage), Code::UnknownReference, reason, fix);
    }
}

/// The key that was most likely meant. A lesson of ours has some hundred strings; of more, only the first are compared.
fn nearest<'k>(key: &str, keys: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    api::nearest(key, keys.take(KEYS_COMPARED))
}

fn place(passage: &Passage) -> String {
    format!("line {}", passage.line)
}
