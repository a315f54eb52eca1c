//! The graph of ideas as a table: who teaches each, and who needs it.

use std::collections::BTreeSet;

use yew::prelude::*;

use crate::components::lesson::prose::prose;
use crate::course::{Course, Entry};
use crate::text::player_text;

/// The table, folded away until it is asked for.
pub fn concepts(course: &Course) -> Html {
    let words = &player_text().course;
    html! {
        <details class="concept-table">
            <summary>{ words.concepts }</summary>
            <p>{ words.concepts_intro }</p>
            <div class="scroll" tabindex="0" role="group" aria-label={words.concepts}>
                <table>
                    <thead><tr><th scope="col">{ words.concept }</th><th scope="col">{ words.taught_in }</th><th scope="col">{ words.used_in }</th></tr></thead>
                    <tbody>{ for ids(course).into_iter().map(|id| row(course, id)) }</tbody>
                </table>
            </div>
        </details>
    }
}

/// Every idea once, in the order in which they are taught.
fn ids(course: &Course) -> Vec<&str> {
    let mut seen = BTreeSet::new();
    let taught = course.lessons.iter().flat_map(|lesson| &lesson.teaches);
    let needed = course.lessons.iter().flat_map(|lesson| &lesson.requires);
    let all = taught.chain(needed).map(String::as_str);
    all.filter(|id| seen.insert(*id)).collect()
}

fn row(course: &Course, id: &str) -> Html {
    html! {
        <tr>
            <th scope="row">{ name(course, id) }</th>
            <td>{ lessons(course, |lesson| lesson.teaches.iter().any(|taught| taught == id)) }</td>
            <td>{ lessons(course, |lesson| lesson.requires.iter().any(|needed| needed == id)) }</td>
        </tr>
    }
}

/// The idea with its sentence, or its name alone.
fn name(course: &Course, id: &str) -> Html {
    match course.words.concept_note(id) {
        Some(note) => prose(note),
        None => html! { course.words.concept(id) },
    }
}

fn lessons(course: &Course, holds: impl Fn(&Entry) -> bool) -> String {
    let found = course.lessons.iter().filter(|lesson| holds(lesson));
    let numbers: Vec<usize> = found.map(|lesson| lesson.number).collect();
    let words = &player_text().course;
    if numbers.is_empty() {
        words.nothing.to_owned()
    } else {
        (words.lesson_list)(&numbers)
    }
}
