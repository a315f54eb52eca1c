//! The pages about the course.

pub mod arcs;
pub mod certificate;
pub mod check;
pub mod concepts;
pub mod frame;
pub mod glossary;
pub mod houses;
pub mod lessons;
pub mod map;
pub mod play;
pub mod source;

use yew::prelude::*;

use crate::route::{Address, CoursePage};

/// One of them, by its address.
pub fn course_page(page: CoursePage, address: &Address) -> Html {
    match page {
        CoursePage::Map => html! { <map::Map /> },
        CoursePage::Glossary => {
            html! { <glossary::Glossary word={address.parameter("word").map(str::to_owned)} /> }
        }
        CoursePage::Check => html! { <check::Check /> },
        CoursePage::Certificate => html! { <certificate::Certificate /> },
        CoursePage::Play => html! { <play::Play address={address.clone()} /> },
    }
}
