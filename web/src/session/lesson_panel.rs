//! From the lesson's own picture of itself to the page's panel, and from the learner's wishes back to the lesson.

use std::rc::Rc;

use cloud::Simulation;
use lesson::format::{Kind, Target};
use lesson::view::{GoalView, LessonView, PredictionView, QuestionView, ReplyView, StepView};
use lesson::{CERTAINTY, Prediction, Runner};
use view::Picture;
use view::fleet::Thing;
use view::flight::Place;

use super::Lessoned;
use crate::panel::{
    Certainty, Commit, Cue, Goal, Hints, LessonAct, NumberQuestion, OwnWords, Panel, PanelInput, Part, Prose,
    Question, Reply, Solution, Strip,
};
use crate::text::{player_text, text};

/// The question and the number of a prediction, as the panel calls them.
const PREDICTION: &str = "prediction";

/// What the learner has entered and not yet committed.
#[derive(Clone, Debug)]
pub(super) struct PanelState {
    choice: Option<usize>,
    number: Option<u64>,
    certainty: u8,
}

impl Default for PanelState {
    fn default() -> Self {
        Self {
            choice: None,
            number: None,
            certainty: *CERTAINTY.start() as u8,
        }
    }
}

impl PanelState {
    /// Fulfils a wish.
    pub(super) fn take(&mut self, input: &PanelInput, runner: &mut Runner, simulation: &Simulation) {
        match input {
            PanelInput::Choose(id, index) if &**id == PREDICTION => self.choice = Some(*index),
            PanelInput::Choose(id, index) => answer(runner, simulation, id, *index),
            PanelInput::Number(_, number) => self.number = Some(*number),
            PanelInput::Certainty(percent) => self.certainty = *percent,
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
            PanelInput::Curve(..) | PanelInput::MoveUp(..) | PanelInput::ShowSolution => {}
            PanelInput::Act(_) | PanelInput::RunLine => {}
        }
    }

    fn commit(&mut self, runner: &mut Runner, simulation: &Simulation) {
        let view = runner.view(simulation);
        let question = view.step.prediction.and_then(|prediction| prediction.question);
        let choice = question
            .and_then(|question| question.choices.into_iter().nth(self.choice?))
            .map(|choice| choice.id);
        let prediction = Prediction {
            choice,
            number: self.number,
            certainty: self.certainty.into(),
        };
        if runner.predict(prediction) {
            *self = Self::default();
        }
    }

    /// The panel as it stands.
    pub(super) fn panel(&self, lesson: &Lessoned, simulation: &Simulation, picture: &Picture) -> Panel {
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
            kept: lesson.keeping.is_kept(),
            curve: None,
            solution: self.solution(lesson, simulation),
            announced: announced(lesson, simulation),
            run_until: runner
                .run_until(simulation)
                .map(|until| (text().number.clock)(until, 1.0).into()),
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

    /// The solution, once all hints were taken.
    fn solution(&self, lesson: &Lessoned, simulation: &Simulation) -> Option<Solution> {
        let runner = lesson.director.runner();
        let step = runner.step();
        let hints = runner.progress().steps[runner.progress().shown].hints;
        let may_be_seen = !step.hints || hints == lesson::view::HINTS.len();
        if step.solution.is_empty() || !may_be_seen {
            return None;
        }
        let is_seen = lesson.keeping.solutions_seen().contains(&step.id);
        let lines = if is_seen {
            runner.solution_lines(simulation)
        } else {
            Vec::new()
        };
        let done = is_seen && runner.is_done();
        Some(Solution {
            lines: lines.iter().map(|line| Rc::from(line.as_str())).collect(),
            run: lesson.director.walked(),
            waits: lesson.rush.is_some(),
            variant: runner.variant(simulation).filter(|_| done).map(Prose::from),
        })
    }

    fn parts(&self, step: &StepView) -> Vec<Part> {
        let mut parts = Vec::new();
        parts.extend(step.comparison.iter().flat_map(comparison));
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
        parts.extend(step.prediction.iter().flat_map(|view| self.prediction(view)));
        parts.extend(step.own_words.iter().map(|(prompt, words)| {
            Part::OwnWords(OwnWords {
                prompt: prompt.as_str().into(),
                text: words.as_str().into(),
            })
        }));
        parts
    }

    fn prediction(&self, view: &PredictionView) -> Vec<Part> {
        let fixed = view.is_committed;
        let mut parts = Vec::new();
        if let Some(asked) = &view.question {
            let mut question = Question {
                id: PREDICTION.into(),
                fixed,
                ..question(0, asked, false)
            };
            question.chosen = question.chosen.or(self.choice);
            parts.push(Part::Question(question));
        }
        if let Some(number) = &view.number {
            parts.push(Part::Number(NumberQuestion {
                id: PREDICTION.into(),
                prompt: number.label.as_str().into(),
                unit: "".into(),
                range: number.range,
                value: number.given.or(self.number),
                fixed,
            }));
        }
        let percent = view.certainty.map_or(self.certainty, |percent| percent as u8);
        parts.push(Part::Certainty(Certainty { percent, fixed }));
        if !fixed {
            parts.push(Part::Commit(Commit {
                missing: self.missing(view).map(Rc::from),
            }));
        }
        parts
    }

    fn missing(&self, view: &PredictionView) -> Option<&'static str> {
        let words = &player_text().lesson;
        match (
            view.question.is_some() && self.choice.is_none(),
            view.number.is_some() && self.number.is_none(),
        ) {
            (true, _) => Some(words.choose_first),
            (false, true) => Some(words.number_first),
            (false, false) => None,
        }
    }
}

/// What is told of the run as a whole, and what the world has done by itself.
fn announced(lesson: &Lessoned, simulation: &Simulation) -> Rc<[Rc<str>]> {
    let told = lesson.director.runner().announced(simulation);
    let notice = lesson.notice.into_iter().map(Rc::from);
    notice.chain(told.into_iter().map(Rc::from)).collect()
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

fn question(number: usize, view: &QuestionView, inline: bool) -> Question {
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

fn reply(view: &ReplyView) -> Reply {
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

fn comparison(view: &lesson::view::ComparisonView) -> Vec<Part> {
    let words = &player_text().lesson;
    let mut facts: Vec<(Rc<str>, Rc<str>)> = Vec::new();
    let mut parts = Vec::new();
    if let Some((chosen, reply)) = &view.chosen {
        facts.push((words.you_said.into(), chosen.as_str().into()));
        parts.push(Part::Reply(reply.text.as_slice().into()));
    }
    if let Some((said, measured)) = &view.numbers {
        facts.push((words.you_predicted.into(), said.as_str().into()));
        facts.push((words.measured.into(), measured.as_str().into()));
    }
    facts.push((
        words.how_sure_you_were.into(),
        format!("{} %", view.certainty).into(),
    ));
    parts.insert(0, Part::Facts(facts.into()));
    parts
}

/// Where a step stands between saying and comparing.
fn strip(step: &StepView) -> Option<Strip> {
    match step.kind {
        Kind::Predict => Some(Strip::Predict),
        Kind::Act | Kind::Observe => Some(Strip::Run),
        _ => step.comparison.as_ref().map(|_| Strip::Compare),
    }
}

/// The things that the step points at, as far as the picture shows them.
fn cues(step: &StepView, picture: &Picture) -> Rc<[Cue]> {
    let cue = |(target, text): &(Target, String)| {
        Some(Cue {
            thing: Thing::Place(place(*target, picture)?),
            text: text.as_str().into(),
        })
    };
    step.spotlight.iter().filter_map(cue).collect()
}

fn place(target: Target, picture: &Picture) -> Option<Place> {
    match target {
        Target::Instance => picture
            .instances()
            .find(|(_, i)| i.addressed)
            .map(|(_, i)| Place::Instance(i.index)),
        Target::NewInstance => picture
            .instances()
            .map(|(_, i)| i.index)
            .max()
            .map(Place::Instance),
        Target::Clients => Some(Place::Office(0)),
        Target::You => picture
            .offices
            .iter()
            .position(|office| office.own)
            .map(|index| Place::Office(index as u16)),
        Target::DynamoDb => Some(Place::Service(0)),
        Target::S3 => Some(Place::Service(1)),
    }
}
