//! What all pages about the course have in common: the head, and one column to read.

use yew::prelude::*;

use crate::components::head::{brand, theme_switch};
use crate::components::icon::{Icon, icon};
use crate::components::refocus::arrive;
use crate::route::{CoursePage, Route};
use crate::text::player_text;

/// A page with its title.
pub fn frame(title: &str, here: CoursePage, content: Html) -> Html {
    html! {
        <div class="sheet course">
            <header class="head">
                { brand() }
                <h1 class="crumb" tabindex="-1">{ title.to_owned() }</h1>
                { ways(here) }
                { theme_switch() }
            </header>
            <main class="course-text">{ content }</main>
        </div>
    }
}

/// Waits for what the page is about.
pub fn waiting() -> Html {
    html! { <p class="loading" role="status">{ crate::text::text().page.loading }</p> }
}

/// Lets the focus follow whoever was led here.
#[hook]
pub fn use_arrival(ready: bool) {
    use_effect_with(ready, |ready| {
        if *ready {
            arrive();
        }
    });
}

fn ways(here: CoursePage) -> Html {
    let words = player_text();
    let ways = [
        (Route::Course(CoursePage::Map), Icon::Book, words.head.course),
        (
            Route::Course(CoursePage::Glossary),
            Icon::Text,
            words.course.glossary,
        ),
        (Route::Sandbox, Icon::Sandbox, words.head.sandbox),
    ];
    let way = |(route, drawing, name): (Route, Icon, &'static str)| {
        let current = (route == Route::Course(here)).then_some("page");
        html! { <a class="tool" href={route.href()} aria-label={name} aria-current={current}>{ icon(drawing) }<span>{ name }</span></a> }
    };
    html! { <nav class="row" aria-label={words.course.title}>{ for ways.into_iter().map(way) }</nav> }
}
