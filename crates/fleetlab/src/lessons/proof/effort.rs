//! What a lesson takes: of the learner's time, of the page, of the network.

use des::SimDuration;
use lesson::Lesson;

use super::finding::{Code, Findings};
use super::reference::Opening;

/// Model seconds in a second where a step does not say.
const USUAL_SPEED: f64 = 1.0;
/// Frames that a page draws in a second.
const FRAMES_PER_SECOND: f64 = 60.0;
/// Most events that the page lets happen in a frame (`web/src/session`): beyond that time passes more slowly than asked.
const EVENTS_PER_FRAME: f64 = 40_000.0;
/// Words that are read in a minute, with understanding. Source: Brysbaert 2019, J. Memory and Language 109: 238 for
/// non-fiction in silence; fewer for what is new.
const WORDS_PER_MINUTE: f64 = 180.0;
/// Minutes that a question or a goal takes in which no time of the model passes: our guess.
const MINUTES_PER_DEED: f64 = 0.25;
/// Fewer minutes no lesson can say that it takes.
const LEAST: f64 = 1.0;
/// How far from what it says a lesson may take, as a factor.
const OFF: f64 = 2.0;
/// Longest files of a lesson together, in bytes: some 25 kB as they travel.
const HEAVY: usize = 96 * 1024;

/// Whether the lesson's minutes are about right, and whether the page keeps up with it.
pub(crate) fn check(lesson: &Lesson, words: usize, openings: &[Opening], findings: &mut Findings) {
    let waiting: f64 = openings.iter().map(minutes).sum();
    let deeds: usize = lesson.steps.iter().map(deeds).sum();
    let takes = waiting + real(words) / WORDS_PER_MINUTE + real(deeds) * MINUTES_PER_DEED;
    let takes = takes.max(LEAST);
    let says = real(usize::try_from(lesson.meta.minutes).unwrap_or(usize::MAX));
    if takes > says * OFF || takes < says / OFF {
        findings.note(
            Code::MinutesWrong,
            "/meta/minutes",
            format!(
                "The lesson says that it takes {says} minutes; {:.0} minutes of waiting, {words} words and {deeds} \
                 things to do come to about {takes:.0}",
                waiting
            ),
            "Mend `minutes`, let steps pass faster by `speed`, or part the lesson in two.",
        );
    }
    for (index, opening) in openings.iter().enumerate() {
        keeps_up(index, opening, findings);
    }
}

/// Whether a page keeps up with a step at the speed that it asks for.
fn keeps_up(index: usize, opening: &Opening, findings: &mut Findings) {
    let seconds = seconds(opening.took);
    if seconds < 1.0 {
        return;
    }
    let per_frame = opening.events_per_second(seconds) * speed(opening) / FRAMES_PER_SECOND;
    if per_frame > EVENTS_PER_FRAME {
        findings.note(
            Code::TooFast,
            &format!("/steps/{index}"),
            format!("At this speed {per_frame:.0} events happen in a frame, and a page draws {EVENTS_PER_FRAME} at most"),
            "Lower its `speed`, or the traffic.",
        );
    }
}

/// How many words of a prose file a learner reads: all that steps show, and of replies, hints and words explained, which
/// are for some, a third.
pub(crate) fn words_read(prose: &str) -> usize {
    let sections = prose.split("\n## ").skip(1);
    let words = |section: &str| {
        let (key, text) = section.split_once('\n').unwrap_or((section, ""));
        let count = text.split_whitespace().count();
        let is_part = |part: &str| key.split('.').any(|one| one == part);
        if UNREAD.iter().any(|part| is_part(part)) {
            0
        } else if SELDOM.iter().any(|part| is_part(part)) {
            count / 3
        } else {
            count
        }
    };
    sections.map(words).sum()
}

/// Parts of keys whose strings a learner reads seldom, and such as none reads on the way.
const SELDOM: [&str; 5] = ["reply", "hint", "word", "decoy", "variant"];
const UNREAD: [&str; 3] = ["notes", "refusal", "simplifies"];

/// Whether the files are long to load.
pub(crate) fn weigh(bytes: usize, findings: &mut Findings) {
    if bytes > HEAVY {
        findings.note(
            Code::Heavy,
            "",
            format!("The lesson's files have {bytes} bytes; more than {HEAVY} take long to load"),
            "Say less, or part the lesson in two.",
        );
    }
}

impl Opening {
    #[expect(clippy::cast_precision_loss, reason = "events stay far below 2^53")]
    fn events_per_second(&self, seconds: f64) -> f64 {
        self.events as f64 / seconds
    }
}

/// Real minutes that the solution of a step waits.
fn minutes(opening: &Opening) -> f64 {
    seconds(opening.took) / speed(opening) / 60.0
}

fn speed(opening: &Opening) -> f64 {
    let step = &opening.play.runner().step();
    step.pace.speed.unwrap_or(USUAL_SPEED)
}

#[expect(clippy::cast_precision_loss, reason = "a lesson takes hours, not centuries")]
fn seconds(length: SimDuration) -> f64 {
    length.as_micros() as f64 / 1e6
}

#[expect(clippy::cast_precision_loss, reason = "counts of words and steps are small")]
fn real(count: usize) -> f64 {
    count as f64
}

/// Questions and goals of a step.
fn deeds(step: &lesson::format::Step) -> usize {
    step.goals.len() + usize::from(step.body.question().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replies_are_read_in_part_and_notes_not_at_all() {
        let prose =
            "# One two\n\n## a.text\nOne two\nthree\n\n## a.reply.b\nx x x x x x\n\n## notes.text\nx x\n";
        assert_eq!(words_read(prose), 5);
    }
}
