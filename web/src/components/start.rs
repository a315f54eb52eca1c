//! The start page: the live picture of the first lesson, a title, and one button.

use yew::prelude::*;

use super::ground::Ground;
use super::head::{brand, theme_switch};
use crate::here::{Here, here, number_of};
use crate::route::{Address, CoursePage, Route};
use crate::text::text;

/// The folder of the first lesson.
pub const FIRST_LESSON: &str = "01-one-instance";

/// The page; its address may fix seed and speed.
pub fn start_page(address: &Address) -> Html {
    let words = &text().start;
    html! {
        <div class="start">
            <header class="head">{ brand() }<span class="gap" />{ theme_switch() }</header>
            <main class="start-words">
                <h1>{ words.title }</h1>
                <p>{ words.promise }</p>
                <p class="row">
                    { first() }
                    <a class="button large" href={Route::Course(CoursePage::Map).href()}>{ words.see_course }</a>
                    <a class="button large" href={Route::Sandbox.href()}>{ words.open_sandbox }</a>
                </p>
                <p class="small-print">{ words.small_print }</p>
            </main>
            <Ground address={address.clone()} />
        </div>
    }
}

/// The way into the course: to where the learner was, or to its first lesson.
fn first() -> Html {
    let words = &text().start;
    let (label, route) = match here() {
        Some(Here::Lesson { folder, step }) => {
            let label = (words.go_on)(number_of(&folder).unwrap_or(1), step);
            (label, Route::Lesson(folder))
        }
        Some(Here::Between) => (words.go_on_course.to_owned(), Route::Course(CoursePage::Map)),
        None => (
            words.start_lesson.to_owned(),
            Route::Lesson(FIRST_LESSON.to_owned()),
        ),
    };
    html! { <a class="button primary large" href={route.href()}>{ label }</a> }
}
