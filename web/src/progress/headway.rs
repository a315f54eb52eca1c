//! How far each lesson has come.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// The version of what is written here.
const VERSION: u64 = 1;

/// How far a lesson has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Headway {
    /// The furthest step reached, from 1; 0 if it was never begun.
    pub step: usize,
    /// How many steps it has.
    pub steps: usize,
    /// Whether it was ever done to its end.
    pub done: bool,
    /// Whether it was ever done to its end without looking at a solution.
    pub alone: bool,
}

/// How far all lessons have come, by their ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Course {
    lessons: BTreeMap<String, Headway>,
}

impl Course {
    /// How far a lesson has come.
    #[must_use]
    pub fn headway(&self, lesson: &str) -> Headway {
        self.lessons.get(lesson).copied().unwrap_or_default()
    }

    /// Notes how far a run has come. What was done once stays done, however the lesson is played again.
    pub fn note(&mut self, lesson: &str, run: Headway) {
        let before = self.headway(lesson);
        let headway = Headway {
            done: before.done || run.done,
            alone: before.alone || run.alone,
            ..run
        };
        self.lessons.insert(lesson.to_owned(), headway);
    }

    /// As text.
    #[must_use]
    pub fn to_text(&self) -> String {
        let lesson = |(id, s): (&String, &Headway)| {
            let headway = json!({ "step": s.step, "steps": s.steps, "done": s.done, "alone": s.alone });
            (id.clone(), headway)
        };
        let lessons: serde_json::Map<String, Value> = self.lessons.iter().map(lesson).collect();
        json!({ "version": VERSION, "lessons": lessons }).to_string()
    }

    /// Reads what [`Self::to_text`] wrote; none for anything else.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(text).ok()?;
        if value.get("version")?.as_u64()? != VERSION {
            return None;
        }
        let lessons = value.get("lessons")?.as_object()?;
        let lessons = lessons.iter().map(|(id, of)| Some((id.clone(), headway(of)?)));
        Some(Self {
            lessons: lessons.collect::<Option<_>>()?,
        })
    }
}

fn headway(value: &Value) -> Option<Headway> {
    let number = |name| usize::try_from(value.get(name)?.as_u64()?).ok();
    Some(Headway {
        step: number("step")?,
        steps: number("steps")?,
        done: value.get("done")?.as_bool()?,
        alone: value.get("alone")?.as_bool()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const DONE: Headway = Headway {
        step: 9,
        steps: 9,
        done: true,
        alone: true,
    };

    #[test]
    fn what_was_done_once_stays_done() {
        let mut course = Course::default();
        course.note("one", DONE);
        course.note(
            "one",
            Headway {
                step: 2,
                steps: 9,
                done: false,
                alone: false,
            },
        );
        assert_eq!(course.headway("one"), Headway { step: 2, ..DONE });
        assert_eq!(course.headway("two"), Headway::default());
    }

    #[test]
    fn it_is_read_as_it_was_written() {
        let mut course = Course::default();
        course.note("one", DONE);
        assert_eq!(Course::from_text(&course.to_text()), Some(course));
        assert_eq!(Course::from_text("{}"), None);
    }
}
