//! What the proofs of one seed find, and what that comes to over all seeds.

use std::collections::BTreeMap;

use crate::lessons::diagnostic::{Diagnostic, Severity};

/// Kinds of what proofs find. The words are stable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Code {
    /// A line of the set-up, of the timeline, of a solution or of a wrong way fails.
    LineFails,
    /// A solution does not meet a goal.
    GoalUnmet,
    /// A step is not done though its goals are met.
    StepStuck,
    /// A solution is taken for a wrong way.
    SolutionIsDecoy,
    /// The same acts get another verdict at another speed.
    SpeedMatters,
    /// A goal is met by doing nothing.
    GoalForNothing,
    /// A wrong way is not recognised.
    DecoyUnseen,
    /// A wrong way meets a goal that it must not meet.
    DecoyMeetsGoal,
    /// A wrong way gets the reply to another one.
    DecoyGetsOther,
    /// A goal that no wrong way fails for its sake.
    GoalDecidesNothing,
    /// After another good answer the rest of the lesson cannot be solved.
    AlternativeStrands,
    /// What is marked right is not what the run shows.
    PredictionWrong,
    /// A reference of the prose cannot be filled where it is read.
    ReferenceEmpty,
    /// A step waits for longer than the lesson says it takes.
    MinutesWrong,
    /// More happens in a second than a page can show at the step's speed.
    TooFast,
    /// The files are long to load.
    Heavy,
    /// Nothing misses a line of a solution.
    LineForNothing,
}

impl Code {
    /// Its word.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::LineFails => "line-fails",
            Self::GoalUnmet => "goal-unmet",
            Self::StepStuck => "step-stuck",
            Self::SolutionIsDecoy => "solution-is-decoy",
            Self::SpeedMatters => "speed-matters",
            Self::GoalForNothing => "goal-for-nothing",
            Self::DecoyUnseen => "decoy-unseen",
            Self::DecoyMeetsGoal => "decoy-meets-goal",
            Self::DecoyGetsOther => "decoy-gets-other",
            Self::GoalDecidesNothing => "goal-decides-nothing",
            Self::AlternativeStrands => "alternative-strands",
            Self::PredictionWrong => "prediction-wrong",
            Self::ReferenceEmpty => "reference-empty",
            Self::MinutesWrong => "minutes-wrong",
            Self::TooFast => "too-fast",
            Self::Heavy => "heavy",
            Self::LineForNothing => "line-for-nothing",
        }
    }

    /// Whether a share of the seeds may have it: a solution may have bad luck if the lesson says so.
    const fn is_luck(self) -> bool {
        matches!(self, Self::LineFails | Self::GoalUnmet | Self::StepStuck)
    }

    /// Whether it is a mistake only where the lesson is played, or on most seeds.
    const fn needs_majority(self) -> bool {
        matches!(self, Self::PredictionWrong)
    }

    /// Whether it is looked for on the lesson's own seed alone.
    const fn is_of_own_seed(self) -> bool {
        matches!(
            self,
            Self::GoalDecidesNothing
                | Self::AlternativeStrands
                | Self::MinutesWrong
                | Self::TooFast
                | Self::Heavy
                | Self::LineForNothing
        )
    }

    const fn severity(self) -> Severity {
        match self {
            Self::GoalDecidesNothing
            | Self::AlternativeStrands
            | Self::MinutesWrong
            | Self::TooFast
            | Self::Heavy
            | Self::LineForNothing => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

/// Something found on one seed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    /// Where: a JSON pointer into the lesson, or `line 12` of its prose.
    pub(crate) pointer: String,
    /// What kind of thing.
    pub(crate) code: Code,
    /// What is so, without a full stop.
    pub(crate) what: String,
    /// What to do about it.
    pub(crate) fix: String,
}

/// What is found on one seed, as it is found.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    /// In the order in which they were found.
    pub(crate) list: Vec<Finding>,
}

impl Findings {
    /// Notes something.
    pub(crate) fn note(&mut self, code: Code, pointer: &str, what: String, fix: &str) {
        self.list.push(Finding {
            pointer: pointer.to_owned(),
            code,
            what,
            fix: fix.to_owned(),
        });
    }
}

/// What was found on every seed, the lesson's own first.
#[derive(Debug, Default)]
pub(crate) struct Harvest {
    seeds: Vec<u64>,
    found: BTreeMap<(String, Code), (Finding, Vec<u64>)>,
}

impl Harvest {
    /// Takes in what was found on a seed.
    pub(crate) fn take(&mut self, seed: u64, findings: Findings) {
        self.seeds.push(seed);
        self.add(seed, findings);
    }

    /// Takes in what else was found on a seed.
    pub(crate) fn add(&mut self, seed: u64, findings: Findings) {
        for finding in findings.list {
            let key = (finding.pointer.clone(), finding.code);
            let (_, seeds) = self.found.entry(key).or_insert_with(|| (finding, Vec::new()));
            if seeds.last() != Some(&seed) {
                seeds.push(seed);
            }
        }
    }

    /// What that comes to. `pass_rate` is the share of the seeds on which solutions must meet their goals; the prose is
    /// the file `prose`, everything else the file `json`.
    pub(crate) fn diagnostics(self, json: &str, prose: &str, pass_rate: f64) -> Vec<Diagnostic> {
        let all = self.seeds.len();
        let own = self.seeds.first().copied();
        let counts = |code: Code, on: &[u64]| {
            if code.is_luck() {
                share(all - on.len().min(all), all) < pass_rate
            } else if code.needs_majority() {
                on.first().copied() == own || on.len() * 2 > all
            } else {
                true
            }
        };
        let kept = self
            .found
            .into_values()
            .filter(|(found, on)| counts(found.code, on));
        kept.map(|(found, on)| Diagnostic {
            severity: found.code.severity(),
            file: if found.pointer.starts_with("line ") {
                prose
            } else {
                json
            }
            .to_owned(),
            code: found.code.word().to_owned(),
            sentence: format!(
                "{}{}.",
                found.what.trim_end_matches('.'),
                told(found.code, &on, all)
            ),
            pointer: found.pointer,
            fix: found.fix,
        })
        .collect()
    }
}

#[expect(clippy::cast_precision_loss, reason = "there are at most a thousand seeds")]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        1.0
    } else {
        part as f64 / whole as f64
    }
}

/// On which seeds, if not on all; at most five of them by name.
fn told(code: Code, on: &[u64], all: usize) -> String {
    if code.is_of_own_seed() || on.len() >= all {
        return String::new();
    }
    let names: Vec<String> = on.iter().take(5).map(u64::to_string).collect();
    let more = if on.len() > names.len() { ", …" } else { "" };
    format!(" (on {} of {all} seeds: {}{more})", on.len(), names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn harvest(code: Code, on: &[u64], all: u64) -> Vec<Diagnostic> {
        let mut harvest = Harvest::default();
        for seed in 0..all {
            let mut findings = Findings::default();
            if on.contains(&seed) {
                findings.note(code, "/a", format!("This is so with {seed}"), "Mend it.");
            }
            harvest.take(seed, findings);
        }
        harvest.diagnostics("lesson.json", "en.md", 0.9)
    }

    #[test]
    fn what_is_found_on_several_seeds_is_told_once() {
        let found = harvest(Code::DecoyUnseen, &[2, 3, 4, 5, 6, 7], 20);
        assert_eq!(
            found[0].sentence,
            "This is so with 2 (on 6 of 20 seeds: 2, 3, 4, 5, 6, …)."
        );
        assert_eq!(
            harvest(Code::DecoyUnseen, &[0], 1)[0].sentence,
            "This is so with 0."
        );
        assert_eq!(found.len(), 1);
        assert_eq!(harvest(Code::Heavy, &[0], 20)[0].sentence, "This is so with 0.");
    }

    #[test]
    fn bad_luck_counts_beyond_what_the_lesson_allows() {
        assert_eq!(harvest(Code::GoalUnmet, &[3, 4], 20), []);
        assert_eq!(harvest(Code::GoalUnmet, &[3, 4, 5], 20).len(), 1);
    }

    #[test]
    fn a_prediction_may_fail_on_some_other_seeds() {
        assert_eq!(harvest(Code::PredictionWrong, &[3, 4], 5), []);
        assert_eq!(harvest(Code::PredictionWrong, &[0], 5).len(), 1);
        assert_eq!(harvest(Code::PredictionWrong, &[1, 2, 3], 5).len(), 1);
    }
}
