//! What the prose says of the run: every reference can be filled where it is read.

use lesson::{Play, Unfilled};

use super::finding::{Code, Findings};

/// Strings that are read later than when their step opens: once something was answered, asked for or done.
const LATER: [&str; 5] = ["reply.", "hint.", "decoy.", "goal.", "variant"];

/// Notes what cannot be filled of the strings that are shown when a step opens.
pub(crate) fn at_opening(play: &Play, findings: &mut Findings) {
    note(play, findings, |string| {
        !LATER.iter().any(|later| string.starts_with(later))
    });
}

/// Notes what cannot be filled of the strings that are shown by the end of a step. What is said to a wrong way is said
/// elsewhere.
pub(crate) fn at_the_end(play: &Play, findings: &mut Findings) {
    note(play, findings, |string| {
        LATER.iter().any(|later| string.starts_with(later)) && !string.starts_with("decoy.")
    });
}

/// Notes what cannot be filled of the reply to a wrong way.
pub(crate) fn at_decoy(play: &Play, id: &str, findings: &mut Findings) {
    note(play, findings, |string| string.strip_prefix("decoy.") == Some(id));
}

fn note(play: &Play, findings: &mut Findings, is_read: impl Fn(&str) -> bool) {
    let id = &play.runner().step().id;
    for Unfilled { key, line, reference } in play.runner().unfilled(&play.simulation) {
        let string = key
            .strip_prefix(id.as_str())
            .and_then(|rest| rest.strip_prefix('.'));
        if string.is_some_and(&is_read) {
            findings.note(
                Code::ReferenceEmpty,
                &format!("line {line}"),
                format!(
                    "In the string `{key}` there is nothing yet for `{{{{{reference}}}}}` when it is read"
                ),
                "Move it to a later step, or say it without the reference.",
            );
        }
    }
}
