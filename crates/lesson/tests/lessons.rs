//! The lessons of the course load without a mistake and keep the style of the course.

use lesson::{Lesson, load};

const JSON: &str = include_str!("../../../lessons/01-one-instance/lesson.json");
const PROSE: &str = include_str!("../../../lessons/01-one-instance/en.md");

fn one_instance() -> Lesson {
    load("lessons/01-one-instance/lesson.json", JSON, PROSE).unwrap_or_else(|errors| {
        let list: Vec<String> = errors.iter().map(ToString::to_string).collect();
        panic!("{}", list.join("\n"));
    })
}

#[test]
fn the_first_lesson_loads() {
    assert_eq!(one_instance().id, "one-instance");
}
