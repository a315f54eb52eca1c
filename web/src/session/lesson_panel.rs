//! From the lesson's own picture of itself to the page's panel, and from the learner's wishes back to the lesson.

use std::rc::Rc;

use cloud::Simulation;
use lesson::Runner;
use lesson::format::Kind;
use lesson::view::{GoalView, LessonView, QuestionView, ReplyView, ScoreView, StepView};
use view::Picture;

use super::Lessoned;
use super::cues::cues;
use super::draft::{Draft, PREDICTION, compared_curve, comparison};
use super::keeping::Keeping;
use super::solution::solution;
use crate::curve::Curve;
use crate::panel::{
    Goal, Hints, LessonAct, OwnWords, Panel, PanelInput, Part, Prose, Question, Reply, Score, Strip,
};
use crate::text::text;

/// What the learner has entered and not yet committed.
#[derive(Clone, Debug, Default)]
pub(super) struct PanelState {
    draft: Draft,
}

impl PanelState {
    /// Fulfils a wish.
    pub(super) fn take(&mut self, input: &PanelInput, runner: &mut Runner, simulation: &Simulation) {
        match input {
            PanelInput::Choose(id, index) if &**id != PREDICTION => answer(runner, simulation, id, *index),
            PanelInput::Choose(..)
            | PanelInput::Number(..)
            | PanelInput::Certainty(_)
            | PanelInput::Curve(..)
            | PanelInput::MoveUp(..) => {
                if let Some(asked) = runner.view(simulation).step.prediction {
                    self.draft.take(input, &asked);
                }
            }
            PanelInput::Commit => self.commit(runner, simulation),
            PanelInput::OwnWords(words) => {
                runner.say(words);
            }
            PanelInput::Hint => {
                runner.take_hint();
            }
            PanelInput::Next => {
                runner.next(simulation);
            }
            PanelInput::Back => runner.back(),
            // These are not of the panel alone.
            PanelInput::ShowSolution | PanelInput::Act(_) | PanelInput::RunLine => {}
        }
    }

    fn commit(&mut self, runner: &mut Runner, simulation: &Simulation) {
        let Some(asked) = runner.view(simulation).step.prediction else {
            return;
        };
        if runner.predict(self.draft.prediction(&asked)) {
            self.draft = Draft::default();
        }
    }

    /// The curve that is drawn in this step, or looked back on.
    fn curve(&self, step: &StepView) -> Option<Curve> {
        let compared = step
            .comparison
            .as_ref()
            .and_then(|comparison| comparison.curve.as_ref());
        let asked = step.prediction.as_ref();
        let drawn = || {
            let asked = asked?;
            Some(self.draft.curve(asked.curve.as_ref()?, asked.is_committed))
        };
        compared.map(compared_curve).or_else(drawn)
    }

    /// The panel as it stands.
    pub(super) fn panel(
        &self,
        lesson: &Lessoned,
        keeping: &Keeping,
        simulation: &Simulation,
        picture: &Picture,
    ) -> Panel {
        let runner = lesson.director.runner();
        let LessonView {
            title,
            pips,
            index,
            step,
            is_finished,
            simplifies,
            ..
        } = runner.view(simulation);
        let is_last = index + 1 == pips.len();
        Panel {
            number: lesson.number,
            kept: keeping.is_kept(),
            notice: keeping.notice(),
            curve: self.curve(&step),
            solution: solution(lesson, keeping, &step, simulation),
            fade: step.fade,
            announced: announced(lesson, simulation),
            run_until: step
                .run_until
                .map(|left| (text().number.clock)(simulation.now() + left, 1.0).into()),
            notes: notes(runner, simulation),
            warnings: lesson.warnings.clone(),
            title: title.into(),
            step: index,
            steps: pips.len(),
            strip: strip(&step),
            heading: step.title.as_str().into(),
            prose: step.text.as_slice().into(),
            words: step
                .words
                .iter()
                .map(|word| Prose::from(word.as_slice()))
                .collect(),
            parts: self.parts(&step).into(),
            hints: Hints {
                shown: step
                    .hints
                    .iter()
                    .map(|hint| Prose::from(hint.as_slice()))
                    .collect(),
                total: step.hints_offered,
            },
            finished: is_finished,
            locked: step
                .still_to_do
                .as_deref()
                .filter(|_| !step.may_go_on)
                .map(Rc::from),
            simplified: simplifies
                .iter()
                .filter(|_| is_last)
                .map(|text| Prose::from(text.as_slice()))
                .collect(),
            cues: cues(&step, picture),
        }
    }

    fn parts(&self, step: &StepView) -> Vec<Part> {
        let mut parts = Vec::new();
        parts.extend(step.comparison.iter().flat_map(comparison));
        if !step.score.is_empty() {
            parts.push(Part::Score(step.score.iter().map(score).collect()));
        }
        if !step.facts.is_empty() {
            let fact = |(name, value): &(String, String)| (Rc::from(name.as_str()), Rc::from(value.as_str()));
            parts.push(Part::Facts(step.facts.iter().map(fact).collect()));
        }
        if !step.acts.is_empty() {
            parts.push(Part::Acts(step.acts.iter().map(act).collect()));
        }
        if !step.goals.is_empty() {
            parts.push(Part::Goals(step.goals.iter().map(goal).collect()));
        }
        parts.extend(
            step.replies
                .iter()
                .map(|reply| Part::Reply(Prose::from(reply.as_slice()))),
        );
        parts.extend(
            step.prompt
                .iter()
                .map(|prompt| Part::Prompt(prompt.as_str().into())),
        );
        let short = step.kind == Kind::Judge;
        parts.extend(
            step.questions
                .iter()
                .enumerate()
                .map(|(number, view)| Part::Question(question(number, view, short))),
        );
        parts.extend(step.prediction.iter().flat_map(|view| self.draft.parts(view)));
        parts.extend(step.own_words.iter().map(|(prompt, words)| {
            Part::OwnWords(OwnWords {
                prompt: prompt.as_str().into(),
                text: words.as_str().into(),
            })
        }));
        parts
    }
}

/// What the world has done by itself.
fn announced(lesson: &Lessoned, simulation: &Simulation) -> Rc<[Rc<str>]> {
    let told = lesson.director.runner().announced(simulation);
    told.into_iter().map(Rc::from).collect()
}

/// The teacher's notes and questions, one after another.
fn notes(runner: &Runner, simulation: &Simulation) -> Rc<[Prose]> {
    let (text, questions) = runner.notes(simulation);
    let all = std::iter::once(text).chain(questions);
    all.filter(|text| !text.is_empty()).map(Prose::from).collect()
}

fn answer(runner: &mut Runner, simulation: &Simulation, id: &str, index: usize) {
    let view = runner.view(simulation);
    let asked = view
        .step
        .questions
        .iter()
        .enumerate()
        .find(|(number, question)| question_id(*number, question) == id);
    let Some((_, question)) = asked else { return };
    if let Some(choice) = question.choices.get(index) {
        runner.answer(question.item.as_deref(), &choice.id);
    }
}

fn question_id(number: usize, question: &QuestionView) -> String {
    question
        .item
        .clone()
        .unwrap_or_else(|| format!("question-{number}"))
}

pub(super) fn question(number: usize, view: &QuestionView, inline: bool) -> Question {
    Question {
        id: question_id(number, view).into(),
        prompt: view.text.as_str().into(),
        choices: view
            .choices
            .iter()
            .map(|choice| Rc::from(choice.text.as_str()))
            .collect(),
        inline,
        chosen: view.choices.iter().position(|choice| choice.is_chosen),
        reply: view.reply.as_ref().map(reply),
        fixed: false,
    }
}

pub(super) fn reply(view: &ReplyView) -> Reply {
    Reply {
        right: view.right,
        text: view.text.as_slice().into(),
    }
}

fn act(view: &lesson::view::ActView) -> LessonAct {
    LessonAct {
        id: view.id.as_str().into(),
        label: view.label.as_str().into(),
        commands: view.lines.iter().map(|line| Rc::from(line.as_str())).collect(),
        refused: view.not_now.as_deref().map(Rc::from),
    }
}

fn goal(view: &GoalView) -> Goal {
    Goal {
        sentence: view.sentence.as_str().into(),
        measure: view.measure.as_str().into(),
        percent: (view.progress * 100.0) as u8,
        met: view.state == lesson::view::GoalState::Met,
    }
}

fn score(view: &ScoreView) -> Score {
    Score {
        name: view.name.as_str().into(),
        asked: view.asked.as_str().into(),
        actual: view.actual.as_str().into(),
        needed: view.needed.as_str().into(),
        used: view.used.map(|used| (used * 100.0).round() as u32),
    }
}

/// Where a step stands between saying and comparing.
fn strip(step: &StepView) -> Option<Strip> {
    match step.kind {
        Kind::Predict => Some(Strip::Predict),
        Kind::Act | Kind::Observe => Some(Strip::Run),
        _ => step.comparison.as_ref().map(|_| Strip::Compare),
    }
}
