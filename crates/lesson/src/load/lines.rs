//! Script lines, and what only shows when all of a lesson's scripts are held against each other: variables, files,
//! what is allowed.

use super::findings::Findings;
use super::reader::{Node, did_you_mean};
use crate::error::Code;
use crate::format::{Lesson, Step};
use crate::script::Line;

/// Most script lines in a lesson.
const LINES: usize = 500;

/// Script lines, one text each.
pub(super) fn lines(list: &Node<'_>) -> Vec<Line> {
    list.list().iter().map(line).collect()
}

fn line(node: &Node<'_>) -> Line {
    let text = node.text();
    Line::parse(text).unwrap_or_else(|bad| {
        node.report(Code::BadLine, bad.reason, bad.fix);
        Line {
            text: text.to_owned(),
            ..Line::default()
        }
    })
}

/// A list of lines and where it stands.
struct Script<'l> {
    pointer: String,
    lines: &'l [Line],
}

impl<'l> Script<'l> {
    fn placed(&self) -> impl Iterator<Item = (String, &'l Line)> {
        let placed = self.lines.iter().enumerate();
        placed.map(|(index, line)| (format!("{}/{index}", self.pointer), line))
    }
}

/// Every script of a lesson besides its set-up, in the order of the file.
fn scripts(lesson: &Lesson) -> Vec<Script<'_>> {
    let events = lesson.timeline.iter().enumerate().map(|(index, event)| Script {
        pointer: format!("/timeline/{index}/lines"),
        lines: &event.lines,
    });
    let steps = lesson.steps.iter().enumerate();
    events
        .chain(steps.flat_map(|(index, step)| of_step(index, step)))
        .collect()
}

fn of_step(index: usize, step: &Step) -> Vec<Script<'_>> {
    let part = |part: &str, lines| Script {
        pointer: format!("/steps/{index}/{part}"),
        lines,
    };
    let mut scripts = vec![part("solution", step.solution.as_slice())];
    let acts = step.acts.iter().enumerate();
    scripts.extend(acts.map(|(place, act)| part(&format!("acts/{place}/lines"), &act.lines)));
    let decoys = step.decoys.iter().enumerate();
    scripts.extend(decoys.map(|(place, decoy)| part(&format!("decoys/{place}/lines"), &decoy.lines)));
    let others = step.alternatives.iter().enumerate();
    scripts.extend(others.map(|(place, other)| part(&format!("alternatives/{place}/lines"), &other.lines)));
    scripts
}

/// Every line of a lesson and where it stands.
pub(super) fn all(lesson: &Lesson) -> Vec<(String, &Line)> {
    let set_up = Script {
        pointer: "/world/setup".to_owned(),
        lines: &lesson.world.setup,
    };
    let scripts = std::iter::once(set_up).chain(scripts(lesson));
    scripts
        .flat_map(|script| script.placed().collect::<Vec<_>>())
        .collect()
}

/// Reports what is wrong with the scripts taken together.
pub(super) fn check(findings: &Findings, lesson: &Lesson) {
    let count = all(lesson).len();
    if count > LINES {
        let reason = format!("This lesson has {count} script lines.");
        findings.report("", Code::TooLarge, reason, format!("Keep them to {LINES}."));
    }
    check_variables(findings, lesson);
    check_files(findings, lesson);
    check_allowed(findings, lesson);
}

/// A script knows what the set-up has set, and the learner's also what was set in solutions and by buttons before.
fn check_variables(findings: &Findings, lesson: &Lesson) {
    let mut known: Vec<&str> = Vec::new();
    let set_up = Script {
        pointer: "/world/setup".to_owned(),
        lines: &lesson.world.setup,
    };
    check_script(findings, &set_up, &mut known);
    for script in scripts(lesson) {
        let keeps = script.pointer.ends_with("/solution") || script.pointer.contains("/acts/");
        let mut own = known.clone();
        check_script(findings, &script, &mut own);
        if keeps {
            known = own;
        }
    }
}

fn check_script<'l>(findings: &Findings, script: &Script<'l>, known: &mut Vec<&'l str>) {
    for (pointer, line) in script.placed() {
        for name in line.needs.iter().filter(|name| !known.contains(&name.as_str())) {
            let reason = format!("No line before has set the variable `{name}`.");
            let fix = did_you_mean(name, known.iter().copied());
            findings.report(&pointer, Code::UnknownVariable, reason, fix);
        }
        known.extend(line.sets.iter().map(String::as_str));
    }
}

fn check_files(findings: &Findings, lesson: &Lesson) {
    let named = &lesson.world.files;
    let lines = all(lesson);
    for (pointer, line) in &lines {
        for file in line.files.iter().filter(|file| !named.contains(file)) {
            let reason = format!("The file `{file}` is not among the lesson's.");
            let fix = format!("Put it beside the lesson and add \"{file}\" to `world.files`.");
            findings.report(pointer, Code::UnknownFile, reason, fix);
        }
    }
    for (index, file) in named.iter().enumerate() {
        if !lines.iter().any(|(_, line)| line.files.contains(file)) {
            let reason = format!("No line reads the file `{file}`.");
            let fix = format!("Write file://{file} in a line, or take it out.");
            findings.report(&format!("/world/files/{index}"), Code::UnknownFile, reason, fix);
        }
    }
}

/// What the lesson itself offers must be allowed where it is offered.
fn check_allowed(findings: &Findings, lesson: &Lesson) {
    for (index, step) in lesson.steps.iter().enumerate() {
        let allowed = &lesson.allowed(step).actions;
        for (pointer, line) in of_step(index, step).iter().flat_map(Script::placed) {
            let refused = line.calls.iter().find(|call| !allowed.contains(call));
            if let Some(operation) = refused {
                let reason = format!("The step `{}` does not allow {operation}.", step.id);
                let fix = format!("Add \"{operation}\" to `allow`, of the step or of the lesson.");
                findings.report(&pointer, Code::NotAllowed, reason, fix);
            }
        }
    }
}
