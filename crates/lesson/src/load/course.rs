//! Reads `course.json` and its words.

use super::findings::Findings;
use super::reader::{Node, report_duplicates};
use super::{PROSE_BYTES, beside, json_value, too_large, words};
use crate::course::{Course, is_known_version};
use crate::error::{Code, LoadError};
use crate::format::FORMAT_VERSION;
use crate::prose::Prose;

/// What is found while a course is read.
pub(crate) struct CourseFindings {
    file: String,
    findings: Findings,
}

impl CourseFindings {
    pub(crate) fn new(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            findings: Findings::new(file),
        }
    }

    pub(crate) fn read(&self, json: &str, prose: &str) -> Course {
        let findings = &self.findings;
        let name = beside(&self.file, "course.en.md");
        let prose = if too_large(findings, &name, prose, PROSE_BYTES) {
            Prose::default()
        } else {
            words::parse(findings, &name, prose)
        };
        let Some(value) = json_value(findings, json) else {
            return Course::default();
        };
        if !is_known_version(&value) {
            let fix = format!("Write \"formatVersion\": {FORMAT_VERSION}.");
            let reason = "The version of this course is not known here.".to_owned();
            findings.report("/formatVersion", Code::FormatVersion, reason, fix);
        }
        let object = Node::root(&value, findings).object();
        object.optional("formatVersion");
        // Questions before and after the course: the page asks them, and reads them itself.
        object.optional("check");
        let lists = [
            object.required("lessons"),
            object.optional("starters"),
            object.optional("repairs"),
        ];
        object.finish();
        Course::of(folders(&lists), prose)
    }

    pub(crate) fn into_errors(self) -> Vec<LoadError> {
        self.findings.into_lists().0
    }
}

/// Names of folders: each is fetched, so they must be plain, and none is there twice.
fn folders(lists: &[Option<Node<'_>>; 3]) -> [Vec<String>; 3] {
    let nodes = lists
        .each_ref()
        .map(|list| list.as_ref().map(Node::list).unwrap_or_default());
    let names = nodes
        .each_ref()
        .map(|nodes| nodes.iter().map(Node::id).collect::<Vec<_>>());
    let named = nodes.iter().flatten().zip(names.iter().flatten());
    report_duplicates(named.map(|(node, name)| (node, name.as_str())));
    if let (Some(list), []) = (&lists[0], names[0].as_slice()) {
        list.report(Code::OutOfRange, "A course has at least one lesson.", "Add one.");
    }
    names
}
