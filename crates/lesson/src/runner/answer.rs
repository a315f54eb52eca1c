//! What the learner says: choices, predictions, own words, and the hints asked for.

use super::Runner;
use crate::format::Body;
use crate::progress::{Prediction, StepProgress, THE_QUESTION};
use crate::view::HINTS;

/// Least and greatest certainty of a prediction, in per cent: below one half one would predict the opposite.
pub const CERTAINTY: std::ops::RangeInclusive<u64> = 50..=100;
/// Longest answer in own words that is kept, in characters.
pub const OWN_WORDS_CHARS: usize = 2_000;

impl Runner {
    /// Takes a choice; `item` names the thing judged where a step judges several. Unknown names change nothing.
    pub fn answer(&mut self, item: Option<&str>, choice: &str) {
        if takes_answer(&self.step().body, item, choice) {
            let slot = item.unwrap_or(THE_QUESTION).to_owned();
            self.shown_mut()
                .answers
                .entry(slot)
                .or_default()
                .push(choice.to_owned());
        }
    }

    /// Commits a prediction. Returns whether it was taken: it must be whole, within its ranges, and the first.
    pub fn predict(&mut self, prediction: Prediction) -> bool {
        let taken = self.shown_mut().prediction.is_none() && is_whole(&self.step().body, &prediction);
        if taken {
            self.shown_mut().prediction = Some(prediction);
        }
        taken
    }

    /// Keeps what the learner wrote in own words, up to [`OWN_WORDS_CHARS`].
    pub fn say(&mut self, own_words: &str) {
        self.shown_mut().own_words = own_words.chars().take(OWN_WORDS_CHARS).collect();
    }

    /// Takes the next hint, if there is one left.
    pub fn take_hint(&mut self) {
        if self.step().hints {
            let progress = self.shown_mut();
            progress.hints = (progress.hints + 1).min(HINTS.len());
        }
    }
}

/// Whether a step is done: its goals met, its prediction committed, its questions answered.
pub(super) fn is_done(body: &Body, progress: &StepProgress) -> bool {
    let predicts = matches!(body, Body::Predict(_));
    let is_committed = !predicts || progress.prediction.is_some();
    let all_met = progress.goals.iter().all(|goal| goal.met_at.is_some());
    all_met && is_committed && open_questions(body, progress) == 0
}

/// How many questions of a step have no answer yet. A prediction is not a question: it is committed as a whole.
pub(crate) fn open_questions(body: &Body, progress: &StepProgress) -> usize {
    match body {
        Body::Read | Body::Act | Body::Observe | Body::Build | Body::Predict(_) => 0,
        Body::Judge(judge) => judge
            .items
            .iter()
            .filter(|item| progress.answer(&item.id).is_none())
            .count(),
        Body::Quiz(quiz) => quiz
            .questions
            .iter()
            .filter(|(id, _)| progress.answer(id).is_none())
            .count(),
        Body::Explain(_) | Body::Debrief(_) => usize::from(progress.answer(THE_QUESTION).is_none()),
    }
}

fn takes_answer(body: &Body, item: Option<&str>, choice: &str) -> bool {
    match (body, item) {
        (Body::Judge(judge), Some(item)) => {
            judge.items.iter().any(|known| known.id == item)
                && judge.choices.iter().any(|known| known == choice)
        }
        (Body::Quiz(quiz), Some(item)) => {
            let mut questions = quiz.questions.iter();
            questions
                .any(|(id, question)| id == item && question.choices.iter().any(|known| known.id == choice))
        }
        (Body::Explain(_) | Body::Debrief(_), None) => has_choice(body, choice),
        _ => false,
    }
}

fn has_choice(body: &Body, choice: &str) -> bool {
    body.question()
        .is_some_and(|question| question.choices.iter().any(|known| known.id == choice))
}

fn is_whole(body: &Body, prediction: &Prediction) -> bool {
    let Body::Predict(asked) = body else { return false };
    let choice_fits = match &prediction.choice {
        Some(choice) => has_choice(body, choice),
        None => asked.question.is_none(),
    };
    let number_fits = match (asked.number, prediction.number) {
        (Some(asked), Some(number)) => (asked.min..=asked.max).contains(&number),
        (asked, given) => asked.is_none() && given.is_none(),
    };
    let curve_fits = match (&asked.curve, &prediction.curve) {
        (Some(asked), Some(curve)) => {
            curve.len() as u64 == asked.points
                && curve.iter().all(|value| (asked.min..=asked.max).contains(value))
        }
        (asked, given) => asked.is_none() && given.is_none(),
    };
    let order_fits = match (&asked.order, &prediction.order) {
        (Some(asked), Some(order)) => is_reordered(&asked.items, order),
        (asked, given) => asked.is_none() && given.is_none(),
    };
    choice_fits && number_fits && curve_fits && order_fits && CERTAINTY.contains(&prediction.certainty)
}

/// Whether `order` has exactly these items.
fn is_reordered(items: &[String], order: &[String]) -> bool {
    let sorted = |list: &[String]| {
        let mut list = list.to_vec();
        list.sort();
        list
    };
    sorted(items) == sorted(order)
}
