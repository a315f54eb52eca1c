//! The lessons in order: each with what it teaches, what it builds on, and how far it has come.

use yew::prelude::*;

use super::arcs::arcs;
use super::houses::house;
use crate::course::{Course, Entry};
use crate::progress::{Course as Progress, Headway};
use crate::route::Route;
use crate::text::player_text;

/// What the list shows.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The course.
    pub course: std::rc::Rc<Course>,
    /// How far its lessons have come.
    pub progress: Progress,
    /// The lesson that is next, by its place.
    pub next: Option<usize>,
}

/// The list, with arcs from each lesson to those that build on it.
#[component]
pub fn Lessons(props: &Props) -> Html {
    let pointed = use_state_eq(|| None::<usize>);
    let course = &props.course;
    let pairs = course.builds_on();
    let rows = course.lessons.iter().enumerate().map(|(index, lesson)| {
        let point = |to: Option<usize>| {
            let pointed = pointed.clone();
            move || pointed.set(to)
        };
        let (on, off, focus, blur) = (point(Some(index)), point(None), point(Some(index)), point(None));
        html! {
            <li class={classes!("lesson-row", (props.next == Some(index)).then_some("next"))} key={index}
                onmouseenter={move |_| on()} onmouseleave={move |_| off()} onfocusin={move |_| focus()} onfocusout={move |_| blur()}>
                { row(course, lesson, props.progress.headway(&lesson.id)) }
            </li>
        }
    });
    html! {
        <div class={classes!("lesson-list", pairs.is_empty().then_some("without-arcs"))}>
            { arcs(&pairs, course.lessons.len(), *pointed) }
            <ol aria-label={player_text().course.lessons}>{ for rows }</ol>
        </div>
    }
}

fn row(course: &Course, lesson: &Entry, headway: Headway) -> Html {
    let words = &player_text().course;
    html! {
        <>
            { house(headway) }
            <div class="lesson-row-text">
                <p class="lesson-row-head">
                    <span>{ (words.number)(lesson.number) }</span>
                    <span>{ (words.minutes)(lesson.minutes) }</span>
                    if lesson.draft { <span>{ words.draft }</span> }
                </p>
                <h3><a href={Route::Lesson(lesson.folder.clone()).href()}>{ &lesson.title }</a></h3>
                { concepts(words.teaches, lesson.teaches.iter().map(|id| course.words.concept(id)).collect()) }
                { concepts(words.builds_on, builds_on(course, lesson)) }
            </div>
            <p class={classes!("headway", headway.done.then_some("done"))}>{ (words.headway)(headway) }</p>
        </>
    }
}

fn builds_on(course: &Course, lesson: &Entry) -> Vec<String> {
    let named = lesson.requires.iter().map(|id| {
        let name = course.words.concept(id);
        match course.taught_in(id) {
            Some(index) => (player_text().course.concept_from)(&name, index + 1),
            None => name,
        }
    });
    named.collect()
}

fn concepts(label: &str, names: Vec<String>) -> Html {
    if names.is_empty() {
        return Html::default();
    }
    html! { <p class="concepts"><span>{ format!("{label}: ") }</span>{ names.join(" · ") }</p> }
}
