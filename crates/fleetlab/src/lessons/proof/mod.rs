//! Proofs that a lesson works, played on the model: what its author says happens, happens, and wrong ways do not pass.
//!
//! ```text
//! set-up ──▶ step 1 ──solution──▶ step 2 ──solution──▶ … ──▶ end      the reference, on every seed
//!               ├── nothing done     │
//!               ├── each wrong way   └── …                             from each step's opening, on every fourth seed
//!               ├── each other good answer
//!               └── the solution without one of its lines              on the lesson's own seed
//! ```
//!
//! The lesson's own seed is played at every speed, and all must come to the same; every other at one of them in turn.
//! Whoever has the time lets every seed see everything (`--thorough`).

mod effort;
mod finding;
mod mutants;
mod predictions;
mod reference;
mod text;
mod ways;

use des::SimDuration;
use lesson::Lesson;

pub(crate) use effort::words_read;

use super::diagnostic::Diagnostic;
use super::jobs;
use finding::{Code, Findings, Harvest};
use reference::{Reference, solve, verdict, with_seed};

/// Frames that a page draws in a second.
const FRAMES_PER_SECOND: f64 = 60.0;

/// Of so many seeds one sees the other ways, too, unless all are to: they are most of the work, and differ less than
/// seeds do.
const OTHER_WAYS_EVERY: u64 = 4;

/// A lesson to be proven.
pub(crate) struct Case {
    /// The lesson.
    pub(crate) lesson: Lesson,
    /// How its JSON file is called.
    pub(crate) json: String,
    /// How its prose is called.
    pub(crate) prose: String,
    /// How many words of its prose a learner reads.
    pub(crate) words: usize,
    /// How many bytes its files have.
    pub(crate) bytes: usize,
}

/// What is proven.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plan {
    /// On how many seeds, if not on as many as each lesson says.
    pub(crate) seeds: Option<u64>,
    /// At which speeds, if not at those that each lesson says.
    pub(crate) speeds: Vec<f64>,
    /// Whether lines are taken out of solutions.
    pub(crate) mutate: bool,
    /// Whether every seed sees every speed and the other ways.
    pub(crate) thorough: bool,
}

/// One job: a lesson by its place, and what is to be done with it.
struct Job {
    case: usize,
    task: Task,
}

enum Task {
    /// Everything on this seed.
    Seed(u64),
    /// The solution of the step with this place, one line less.
    Mutants(usize),
}

/// Proves lessons on all cores; what is wrong with each, in their order.
pub(crate) fn prove(cases: &[Case], plan: &Plan) -> Vec<Vec<Diagnostic>> {
    let jobs: Vec<Job> = (0..cases.len())
        .flat_map(|case| jobs_of(case, &cases[case].lesson, plan))
        .collect();
    let found = jobs::each("Proving", &jobs, |job| do_job(job, &cases[job.case], plan));
    let mut harvests: Vec<Harvest> = cases.iter().map(|_| Harvest::default()).collect();
    for (job, findings) in jobs.iter().zip(found) {
        let (harvest, own) = (&mut harvests[job.case], cases[job.case].lesson.world.seed);
        match job.task {
            Task::Seed(seed) => harvest.take(seed, findings),
            Task::Mutants(_) => harvest.add(own, findings),
        }
    }
    let told = harvests.into_iter().zip(cases);
    told.map(|(harvest, case)| harvest.diagnostics(&case.json, &case.prose, case.lesson.proof.min_pass_rate))
        .collect()
}

fn jobs_of(case: usize, lesson: &Lesson, plan: &Plan) -> Vec<Job> {
    let first = lesson.world.seed;
    let seeds = plan.seeds.unwrap_or(lesson.proof.seeds).max(1);
    let tasks = (0..seeds).map(|next| Task::Seed(first.wrapping_add(next)));
    let steps = if plan.mutate { lesson.steps.len() } else { 0 };
    let job = |task| Job { case, task };
    tasks.chain((0..steps).map(Task::Mutants)).map(job).collect()
}

fn do_job(job: &Job, case: &Case, plan: &Plan) -> Findings {
    let mut findings = Findings::default();
    match job.task {
        Task::Seed(seed) => on_seed(case, seed, plan, &mut findings),
        Task::Mutants(step) => mutants::of_step(&case.lesson, step, &mut findings),
    }
    findings
}

fn on_seed(case: &Case, seed: u64, plan: &Plan, findings: &mut Findings) {
    let lesson = with_seed(&case.lesson, seed);
    let after_own = seed.wrapping_sub(case.lesson.world.seed);
    let speeds = speeds(&lesson, after_own, plan);
    let (first, others) = speeds.split_first().unwrap_or((&1.0, &[]));
    let Some(reference) = solve(lesson.clone(), frame(*first), findings) else {
        return;
    };
    predictions::check(&lesson, &reference, findings);
    for speed in others {
        at_speed(&lesson, *speed, &reference, findings);
    }
    if plan.thorough || after_own.is_multiple_of(OTHER_WAYS_EVERY) {
        other_ways(&reference, after_own == 0, findings);
    }
    if after_own == 0 {
        effort::check(&lesson, case.words, &reference.openings, findings);
        effort::weigh(case.bytes, findings);
    }
}

/// The speeds at which a seed is played that stands so far after the lesson's own.
fn speeds<'p>(lesson: &'p Lesson, after_own: u64, plan: &'p Plan) -> &'p [f64] {
    let all = match plan.speeds.as_slice() {
        [] => lesson.proof.speeds.as_slice(),
        some => some,
    };
    let turn = usize::try_from(after_own).unwrap_or_default() % all.len().max(1);
    if after_own == 0 || plan.thorough {
        all
    } else {
        all.get(turn..=turn).unwrap_or_default()
    }
}

/// What else can be done in each step.
fn other_ways(reference: &Reference, is_own: bool, findings: &mut Findings) {
    for (index, opening) in reference.openings.iter().enumerate() {
        ways::nothing_done(index, opening, findings);
        let left = ways::wrong_ways(index, opening, findings);
        ways::good_ways(index, opening, is_own, findings);
        if is_own {
            ways::decisive(index, opening.play.runner().step(), &left, findings);
        }
    }
}

/// Plays the solutions once more, in the frames that a page has at this speed.
fn at_speed(lesson: &Lesson, speed: f64, reference: &Reference, findings: &mut Findings) {
    let Ok(play) = lesson::Play::begin(lesson.clone()) else {
        return;
    };
    let mut play = play.in_frames(frame(speed));
    // Whether it ends well is told by the reference; here only that it ends the same.
    _ = play.solve();
    if verdict(&play) != verdict(&reference.end) {
        findings.note(
            Code::SpeedMatters,
            "",
            format!("At speed {speed} the lesson takes another course than at the first speed"),
            "This is a mistake of the model: please report it with the lesson.",
        );
    }
}

/// The model time between two frames.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "speeds are from 0.01 to 10000"
)]
fn frame(speed: f64) -> SimDuration {
    SimDuration::from_micros((speed * 1e6 / FRAMES_PER_SECOND).max(1.0) as u64)
}
