//! A lesson and its account, played without a page.

use cloud::{EventBudget, Simulation};
use des::{SimDuration, SimTime};
use shell::{Shell, Transcript};

use super::director::Director;
use super::script::{Came, Script};
use super::trouble::Trouble;
use crate::format::{Body, Lesson, Question};
use crate::progress::Prediction;
use crate::runner::{News, Runner};
use crate::script::Line;
use crate::view::StepView;

/// The family of the words that the player's shell makes up.
const PLAYER: u16 = 3;

/// A lesson, its account, and a learner who types.
#[derive(Clone)]
pub struct Play {
    /// The account.
    pub simulation: Simulation,
    /// The lesson.
    pub director: Director,
    /// Everything that has come to light so far, and when.
    pub news: Vec<(SimTime, News)>,
    /// Every command of the learner so far.
    pub transcripts: Vec<Transcript>,
    shell: Shell,
    frame: SimDuration,
}

impl Play {
    /// A lesson at its beginning.
    ///
    /// # Errors
    /// The first set-up line that fails, and why.
    pub fn begin(lesson: Lesson) -> Result<Self, Trouble> {
        let (simulation, director) = Director::begin(lesson)?;
        Ok(Self {
            simulation,
            shell: director.shell().heir(PLAYER),
            director,
            news: Vec::new(),
            transcripts: Vec::new(),
            frame: SimDuration::from_mins(10),
        })
    }

    /// The same, time passing in pieces of this length as it does in a page, whose frames are short at low speeds and long
    /// at high ones. No verdict depends on it.
    #[must_use]
    pub fn in_frames(self, frame: SimDuration) -> Self {
        Self { frame, ..self }
    }

    /// The lesson and how far the learner has come.
    #[must_use]
    pub const fn runner(&self) -> &Runner {
        self.director.runner()
    }

    /// The same, to answer, predict and go on.
    pub const fn runner_mut(&mut self) -> &mut Runner {
        self.director.runner_mut()
    }

    /// The step that is shown, as a page shows it.
    #[must_use]
    pub fn view(&self) -> StepView {
        self.runner().view(&self.simulation).step
    }

    /// Lets time pass.
    pub fn wait(&mut self, length: SimDuration) {
        self.pass_until(self.simulation.now() + length);
    }

    /// Lets time pass up to `until`.
    pub fn pass_until(&mut self, until: SimTime) {
        let Self {
            simulation,
            director,
            news,
            frame,
            ..
        } = self;
        let mut told = |found: News, _: &Runner, seen: &Simulation| news.push((seen.now(), found));
        while simulation.now() < until {
            let end = until.min(simulation.now() + *frame);
            director.advance_to(simulation, end, EventBudget::UNLIMITED, &mut told);
        }
    }

    /// Runs lines that stand at `pointer` in the lesson as if the learner typed them, waiting where they wait.
    ///
    /// # Errors
    /// The first line that fails, and why: AWS refuses it, or the lesson does not take it in this step.
    pub fn run(&mut self, pointer: &str, lines: &[Line]) -> Result<(), Trouble> {
        let mut script = Script::new(std::mem::take(&mut self.shell), pointer, lines);
        let ran = self.run_script(&mut script);
        self.shell = script.into_shell(self.simulation.now());
        ran
    }

    fn run_script(&mut self, script: &mut Script) -> Result<(), Trouble> {
        while !script.is_done() {
            match self.director.step_of_learner(&mut self.simulation, script)? {
                Came::Ran(transcript) => self.transcripts.push(transcript),
                Came::Waits(until) => self.pass_until(until),
                Came::Done => {}
            }
        }
        Ok(())
    }

    /// Does what a button says.
    ///
    /// # Errors
    /// The first line that fails, and why.
    pub fn act(&mut self, id: &str) -> Result<(), Trouble> {
        let ran = self.director.act(&mut self.simulation, id)?;
        self.transcripts.extend(ran);
        Ok(())
    }

    /// Answers what the step that is shown asks: with what is right where something is, otherwise with what comes first.
    pub fn answer(&mut self) {
        let body = self.runner().step().body.clone();
        let runner = self.runner_mut();
        match &body {
            Body::Judge(judge) => judge
                .items
                .iter()
                .for_each(|item| runner.answer(Some(&item.id), &item.answer)),
            Body::Predict(predict) => {
                runner.predict(Prediction {
                    choice: predict.question.as_ref().and_then(best).map(str::to_owned),
                    number: predict.number.map(|number| number.min),
                    curve: predict
                        .curve
                        .as_ref()
                        .map(|curve| (0..curve.points).map(|_| curve.min).collect()),
                    order: predict.order.as_ref().map(|order| order.items.clone()),
                    certainty: *crate::CERTAINTY.start(),
                });
            }
            Body::Quiz(quiz) => quiz.questions.iter().for_each(|(id, question)| {
                best(question)
                    .into_iter()
                    .for_each(|choice| runner.answer(Some(id), choice));
            }),
            body => {
                if let Some(choice) = body.question().and_then(best) {
                    runner.answer(None, choice);
                }
            }
        }
    }

    /// Plays the solution of the step that is shown and answers what it asks.
    ///
    /// # Errors
    /// The first line that fails, and why.
    pub fn solve_step(&mut self) -> Result<(), Trouble> {
        let pointer = format!("/steps/{}/solution", self.runner().progress().shown);
        let solution = self.runner().step().solution.clone();
        self.run(&pointer, &solution)?;
        self.answer();
        Ok(())
    }

    /// Solves step after step until the one with this id is shown.
    ///
    /// # Errors
    /// The first line that fails, or the step whose solution does not meet its goals.
    pub fn solve_until(&mut self, id: &str) -> Result<(), Trouble> {
        while self.runner().step().id != id {
            self.solve_step()?;
            if !self.next() {
                return Err(self.stuck());
            }
        }
        Ok(())
    }

    /// Solves every step from the one shown on.
    ///
    /// # Errors
    /// As of [`Self::solve_until`].
    pub fn solve(&mut self) -> Result<(), Trouble> {
        loop {
            self.solve_step()?;
            if self.runner().is_finished() {
                return Ok(());
            }
            if !self.next() {
                return Err(self.stuck());
            }
        }
    }

    /// Goes on to the next step. Returns whether it did.
    #[expect(
        clippy::should_implement_trait,
        reason = "it goes on as the runner does, and is no iterator"
    )]
    pub fn next(&mut self) -> bool {
        self.director.runner_mut().next(&self.simulation)
    }

    fn stuck(&self) -> Trouble {
        let view = self.view();
        let goals = view
            .goals
            .iter()
            .filter(|goal| goal.state != crate::view::GoalState::Met);
        let open: Vec<String> = goals
            .map(|goal| format!("{}: {}", goal.id, goal.measure))
            .collect();
        Trouble {
            pointer: format!("/steps/{}", self.runner().progress().shown),
            line: view.id,
            reason: format!("the step is not done; {}", open.join("; ")),
        }
    }
}

/// The choice that is right, or the first where none is wrong.
fn best(question: &Question) -> Option<&str> {
    let right = question.choices.iter().find(|choice| choice.right);
    right
        .or(question.choices.first())
        .map(|choice| choice.id.as_str())
}
