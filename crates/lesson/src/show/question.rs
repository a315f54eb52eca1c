//! Questions with their choices and replies, predictions, and what became of them.

use super::Scene;
use crate::format::{Body, Judge, Predict, Question};
use crate::phrases;
use crate::progress::{Prediction, THE_QUESTION};
use crate::runner::Runner;
use crate::view::{ChoiceView, ComparisonView, NumberView, PredictionView, QuestionView, ReplyView};

impl Scene<'_> {
    /// The questions that the step asks, a prediction aside.
    pub(super) fn questions(&self) -> Vec<QuestionView> {
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

    /// What a prediction is asked for, or what it was.
    pub(super) fn prediction(&self) -> Option<PredictionView> {
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
    pub(super) fn comparison(&self, runner: &Runner) -> Option<ComparisonView> {
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
}
