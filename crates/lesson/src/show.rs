//! A lesson and its run, turned into plain pictures.

use des::SimDuration;

use crate::check::Op;
use crate::format::{Act, Body, Goal, Judge, Lesson, Predict, Question, Step};
use crate::goal::{self, GoalProgress, Measured};
use crate::observed::Observed;
use crate::phrases;
use crate::progress::{Prediction, StepProgress, THE_QUESTION};
use crate::prose::{Block, TITLE, fill, plain};
use crate::reference::Fact;
use crate::resolve::Source;
use crate::runner::{Runner, waits};
use crate::view::{
    ActView, ChoiceView, ComparisonView, GoalState, GoalView, HINTS, LessonView, NumberView, Pip,
    PredictionView, QuestionView, ReplyView, StepView,
};
use crate::vocabulary::Vocabulary;

/// One step and everything that its picture is made from.
struct Scene<'a> {
    lesson: &'a Lesson,
    step: &'a Step,
    progress: &'a StepProgress,
    source: Source<'a>,
}

impl Runner {
    /// The lesson as a page shows it now.
    #[must_use]
    pub fn view(&self, seen: &dyn Observed) -> LessonView {
        let (lesson, index) = (&self.lesson, self.progress.shown);
        let scene = self.scene(seen);
        LessonView {
            id: lesson.id.clone(),
            title: scene.line(TITLE),
            simplifies: lesson
                .meta
                .simplifies
                .iter()
                .map(|id| scene.text(&format!("simplifies.{id}")))
                .collect(),
            sources: lesson.meta.sources.clone(),
            pips: (0..lesson.steps.len()).map(|step| self.pip(step)).collect(),
            index,
            step: scene.step(self),
            is_finished: self.is_finished(),
        }
    }

    /// A script line with its references filled from the run.
    ///
    /// # Errors
    /// Why that cannot be done now, in a sentence.
    pub fn fill_line(&self, line: &str, seen: &dyn Observed) -> Result<String, String> {
        self.scene(seen)
            .source
            .fill_line(line)
            .map_err(|missing| phrases::not_now(&missing))
    }

    fn scene<'a>(&'a self, seen: &'a dyn Observed) -> Scene<'a> {
        let progress = &self.progress.steps[self.progress.shown];
        let prediction = self
            .progress
            .steps
            .iter()
            .rev()
            .find_map(|step| step.prediction.as_ref());
        let source = Source {
            seen,
            ledger: &self.ledger,
            prediction,
        };
        Scene {
            lesson: &self.lesson,
            step: self.step(),
            progress,
            source,
        }
    }

    fn pip(&self, step: usize) -> Pip {
        if step == self.progress.shown {
            Pip::Shown
        } else if step > self.progress.reached {
            Pip::Ahead
        } else if self.is_done_at(step) {
            Pip::Done
        } else {
            Pip::Open
        }
    }
}

impl Scene<'_> {
    fn step(&self, runner: &Runner) -> StepView {
        let (step, id) = (self.step, &self.step.id);
        let hints = self.progress.hints;
        StepView {
            id: id.clone(),
            kind: step.body.kind(),
            title: self.own_line("title"),
            text: self.own_text("text"),
            pace: step.pace,
            spotlight: step
                .spotlight
                .iter()
                .map(|at| (*at, self.own_line(&format!("spotlight.{}", at.word()))))
                .collect(),
            comparison: self.comparison(runner),
            facts: self.facts(),
            acts: step.acts.iter().map(|act| self.act(act)).collect(),
            goals: (0..step.goals.len()).map(|index| self.goal(index)).collect(),
            replies: self.decoy_replies(),
            questions: self.questions(),
            prediction: self.prediction(),
            own_words: self.own_words(),
            words: step
                .words
                .iter()
                .map(|word| self.text(&format!("word.{word}")))
                .collect(),
            hints: HINTS[..hints]
                .iter()
                .map(|rung| self.own_text(&format!("hint.{rung}")))
                .collect(),
            hints_offered: if step.hints { HINTS.len() } else { 0 },
            may_go_on: runner.is_done(),
            still_to_do: self.still_to_do(runner),
        }
    }

    fn still_to_do(&self, runner: &Runner) -> Option<String> {
        let goals = self
            .progress
            .goals
            .iter()
            .filter(|goal| goal.met_at.is_none())
            .count();
        let predicts = matches!(self.step.body, Body::Predict(_)) && self.progress.prediction.is_none();
        let questions = crate::runner::open_questions(&self.step.body, self.progress);
        (!runner.is_done()).then(|| phrases::still_to_do(goals, questions, predicts))
    }

    fn act(&self, act: &Act) -> ActView {
        let filled = self.source.fill_lines(&act.lines);
        ActView {
            id: act.id.clone(),
            label: self.own_line(&format!("act.{}", act.id)),
            not_now: filled.as_ref().err().map(|missing| phrases::not_now(missing)),
            lines: filled.unwrap_or_default(),
        }
    }

    fn goal(&self, index: usize) -> GoalView {
        let (goal, progress) = (&self.step.goals[index], &self.progress.goals[index]);
        let state = if progress.met_at.is_some() {
            GoalState::Met
        } else if waits(self.step, &self.progress.goals, index) {
            GoalState::Waiting
        } else {
            GoalState::Open
        };
        goal_view(goal, progress, state)
    }

    /// Replies to the decoys that match now, while the step is not done.
    fn decoy_replies(&self) -> Vec<Vec<Block>> {
        let pairs = self.step.decoys.iter().zip(&self.progress.decoys);
        let seen = pairs.filter(|(_, progress)| progress.met_at.is_some());
        seen.map(|(decoy, _)| self.own_text(&format!("decoy.{}", decoy.id)))
            .collect()
    }

    fn questions(&self) -> Vec<QuestionView> {
        match &self.step.body {
            Body::Judge(judge) => judge
                .items
                .iter()
                .map(|item| self.judged(judge, &item.id, &item.answer))
                .collect(),
            Body::Explain(_) | Body::Debrief(_) => self
                .step
                .body
                .question()
                .map(|q| self.asked(q))
                .into_iter()
                .collect(),
            Body::Read | Body::Predict(_) | Body::Act | Body::Observe | Body::Build => Vec::new(),
        }
    }

    fn judged(&self, judge: &Judge, item: &str, right: &str) -> QuestionView {
        let chosen = self.progress.answer(item);
        let reply = chosen.map(|choice| ReplyView {
            right: Some(choice == right),
            text: self.own_text(&format!("reply.{item}.{choice}")),
        });
        QuestionView {
            item: Some(item.to_owned()),
            text: self.own_line(&format!("item.{item}")),
            choices: judge.choices.iter().map(|id| self.choice(id, chosen)).collect(),
            reply,
        }
    }

    fn asked(&self, question: &Question) -> QuestionView {
        let chosen = self.progress.answer(THE_QUESTION);
        let reply = chosen.map(|choice| self.reply(&self.step.id, question, choice));
        QuestionView {
            reply,
            ..self.unanswered(question, chosen)
        }
    }

    fn unanswered(&self, question: &Question, chosen: Option<&str>) -> QuestionView {
        QuestionView {
            item: None,
            text: self.own_line("question"),
            choices: question
                .choices
                .iter()
                .map(|choice| self.choice(&choice.id, chosen))
                .collect(),
            reply: None,
        }
    }

    fn choice(&self, id: &str, chosen: Option<&str>) -> ChoiceView {
        let text = self.own_line(&format!("choice.{id}"));
        ChoiceView {
            id: id.to_owned(),
            text,
            is_chosen: chosen == Some(id),
        }
    }

    fn reply(&self, step: &str, question: &Question, choice: &str) -> ReplyView {
        let any_right = question.choices.iter().any(|known| known.right);
        let is_right = question
            .choices
            .iter()
            .any(|known| known.right && known.id == choice);
        ReplyView {
            right: any_right.then_some(is_right),
            text: self.text(&format!("{step}.reply.{choice}")),
        }
    }

    fn prediction(&self) -> Option<PredictionView> {
        let Body::Predict(Predict { question, number }) = &self.step.body else {
            return None;
        };
        let committed = self.progress.prediction.as_ref();
        let chosen = committed.and_then(|prediction| prediction.choice.as_deref());
        Some(PredictionView {
            question: question
                .as_ref()
                .map(|question| self.unanswered(question, chosen)),
            number: number.map(|number| NumberView {
                label: self.own_line("number"),
                range: (number.min, number.max),
                given: committed.and_then(|prediction| prediction.number),
            }),
            certainty: committed.map(|prediction| prediction.certainty),
            is_committed: committed.is_some(),
        })
    }

    /// The prediction that this step looks back on, against the run.
    fn comparison(&self, runner: &Runner) -> Option<ComparisonView> {
        let Body::Explain(explain) = &self.step.body else {
            return None;
        };
        let index = self
            .lesson
            .steps
            .iter()
            .position(|step| Some(&step.id) == explain.compare_to.as_ref())?;
        let Body::Predict(asked) = &self.lesson.steps[index].body else {
            return None;
        };
        let prediction = runner.progress.steps[index].prediction.as_ref()?;
        Some(ComparisonView {
            chosen: self.compared_choice(&self.lesson.steps[index].id, asked, prediction),
            numbers: self.compared_numbers(asked, prediction),
            certainty: prediction.certainty,
        })
    }

    fn compared_choice(&self, step: &str, asked: &Predict, made: &Prediction) -> Option<(String, ReplyView)> {
        let (question, choice) = (asked.question.as_ref()?, made.choice.as_ref()?);
        Some((
            self.line(&format!("{step}.choice.{choice}")),
            self.reply(step, question, choice),
        ))
    }

    fn compared_numbers(&self, asked: &Predict, made: &Prediction) -> Option<(String, String)> {
        let (asked, predicted) = (asked.number?, made.number?);
        let with_unit = |text: String| text + phrases::unit(asked.measure);
        let measured = self
            .source
            .fact(asked.measure)
            .unwrap_or_else(|| phrases::UNKNOWN.to_owned());
        Some((with_unit(phrases::whole(predicted)), with_unit(measured)))
    }

    fn facts(&self) -> Vec<(String, String)> {
        let Body::Debrief(debrief) = &self.step.body else {
            return Vec::new();
        };
        let told = |fact: &Fact| {
            let value = self.source.fact(*fact)?;
            Some((phrases::fact(*fact).to_owned(), value + phrases::unit(*fact)))
        };
        debrief.facts.iter().filter_map(told).collect()
    }

    fn own_words(&self) -> Option<(String, String)> {
        let asks = matches!(&self.step.body, Body::Explain(explain) if explain.own_words);
        asks.then(|| (self.own_line("own-words"), self.progress.own_words.clone()))
    }

    fn own_line(&self, key: &str) -> String {
        self.line(&format!("{}.{key}", self.step.id))
    }

    fn own_text(&self, key: &str) -> Vec<Block> {
        self.text(&format!("{}.{key}", self.step.id))
    }

    fn line(&self, key: &str) -> String {
        plain(&self.text(key))
    }

    fn text(&self, key: &str) -> Vec<Block> {
        fill(self.lesson.prose.blocks(key), &|name| self.source.text(name))
    }
}

/// A goal in words: its sentence, and actual against needed. What decided last is what is told; while the goal holds and
/// must go on holding, that is the time.
fn goal_view(goal: &Goal, progress: &GoalProgress, state: GoalState) -> GoalView {
    let lasting = goal.for_at_least.as_secs();
    let (actual, needed, measure, share) = if lasting > 1 && progress.held > SimDuration::ZERO {
        holding(progress.held.as_secs().min(lasting), lasting)
    } else {
        reading(goal, progress)
    };
    let share = if state == GoalState::Met { 1.0 } else { share };
    GoalView {
        id: goal.id.clone(),
        sentence: phrases::goal(goal),
        actual,
        needed,
        measure,
        progress: share,
        state,
    }
}

/// For how long the check has held, of how long it must.
fn holding(held: u64, lasting: u64) -> (String, String, String, f64) {
    let (actual, needed) = (format!("{held} s"), format!("{lasting} s"));
    let measure = phrases::measure(Op::AtLeast, &actual, &needed);
    (actual, needed, measure, goal::ratio(held, lasting))
}

/// What the deciding comparison read: actual, needed, both in a phrase, and how far it is from 0 to 1.
fn reading(goal: &Goal, progress: &GoalProgress) -> (String, String, String, f64) {
    let comparisons = goal.check.comparisons();
    let (index, measured) = progress.last.unwrap_or((0, Measured::Value(0.0)));
    let Some(decided) = comparisons.get(index) else {
        return Default::default();
    };
    let needed = phrases::amount_of(&decided.reading, decided.value);
    match measured {
        Measured::TooFew {
            finished,
            needed: sample,
        } => (
            phrases::UNKNOWN.to_owned(),
            needed,
            phrases::too_few(finished, sample),
            0.0,
        ),
        Measured::Value(value) => {
            let actual = phrases::amount_of(&decided.reading, value);
            let measure = phrases::measure(decided.op, &actual, &needed);
            (
                actual,
                needed,
                measure,
                nearness(decided.op, value, decided.value),
            )
        }
    }
}

/// How far a reading has come: only growing readings come nearer bit by bit.
fn nearness(op: Op, value: f64, needed: f64) -> f64 {
    if op.holds(value, needed) {
        1.0
    } else if value < needed {
        value / needed
    } else {
        0.0
    }
}
