//! Questions with their choices and replies.

use super::Scene;
use crate::format::{Body, Choice, Judge, Question};
use crate::progress::THE_QUESTION;
use crate::view::{ChoiceView, QuestionView, ReplyView};

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
            Body::Quiz(quiz) => quiz
                .questions
                .iter()
                .map(|(id, question)| self.of_quiz(id, question))
                .collect(),
            Body::Read | Body::Predict(_) | Body::Act | Body::Observe | Body::Build => Vec::new(),
        }
    }

    fn of_quiz(&self, id: &str, question: &Question) -> QuestionView {
        let chosen = self.progress.answer(id);
        let reply = chosen
            .map(|choice| self.reply(&format!("{}.reply.{id}.{choice}", self.step.id), question, choice));
        let choice = |choice: &Choice| ChoiceView {
            text: self.own_line(&format!("choice.{id}.{}", choice.id)),
            is_chosen: chosen == Some(&choice.id),
            id: choice.id.clone(),
        };
        QuestionView {
            item: Some(id.to_owned()),
            text: self.own_line(&format!("question.{id}")),
            choices: question.choices.iter().map(choice).collect(),
            reply,
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
        let reply =
            chosen.map(|choice| self.reply(&format!("{}.reply.{choice}", self.step.id), question, choice));
        QuestionView {
            reply,
            ..self.unanswered(question, chosen)
        }
    }

    pub(super) fn unanswered(&self, question: &Question, chosen: Option<&str>) -> QuestionView {
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

    /// The reply under `key` to a choice.
    pub(super) fn reply(&self, key: &str, question: &Question, choice: &str) -> ReplyView {
        let any_right = question.choices.iter().any(|known| known.right);
        let is_right = question
            .choices
            .iter()
            .any(|known| known.right && known.id == choice);
        ReplyView {
            right: any_right.then_some(is_right),
            text: self.text(key),
        }
    }
}
