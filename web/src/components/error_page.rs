//! What is shown when a lesson cannot be read: the file, the place in it, the reason, and the fix; and when a link cannot.

use std::rc::Rc;

use yew::prelude::*;

use super::head::{brand, theme_switch};
use crate::route::{CoursePage, Route};
use crate::text::player_text;

/// One thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The file.
    pub file: Rc<str>,
    /// Where in it: a JSON pointer, or a line.
    pub pointer: Rc<str>,
    /// What kind of mistake: a stable word, to be searched for.
    pub code: Rc<str>,
    /// What is so.
    pub reason: Rc<str>,
    /// What can be done.
    pub fix: Rc<str>,
}

/// The page.
pub fn error_page(found: &[Fault]) -> Html {
    let words = &player_text().error;
    page(
        words.title,
        html! { <><p>{ words.intro }</p>{ faults(found) }</> },
    )
}

/// The same for a link: why it leads nowhere, and what can be done.
pub fn bad_link_page((reason, fix): (&'static str, &'static str)) -> Html {
    page(
        player_text().error.link_title,
        html! { <><p>{ reason }</p><p>{ fix }</p></> },
    )
}

fn page(title: &'static str, told: Html) -> Html {
    let words = &player_text().error;
    html! {
        <div class="sheet">
            <header class="head">{ brand() }<span class="gap" />{ theme_switch() }</header>
            <main class="error-page">
                <h1>{ title }</h1>
                { told }
                <p class="row">
                    <a class="button" href={Route::Start.href()}>{ words.to_start }</a>
                    <a class="button" href={Route::Course(CoursePage::Map).href()}>{ player_text().course.to_course }</a>
                    <a class="button" href={Route::Sandbox.href()}>{ words.to_sandbox }</a>
                </p>
            </main>
        </div>
    }
}

/// What is wrong, one after another.
pub fn faults(faults: &[Fault]) -> Html {
    faults.iter().map(fault).collect()
}

fn fault(fault: &Fault) -> Html {
    let words = &player_text().error;
    html! {
        <dl class="fault">
            <dt>{ words.file }</dt><dd><code>{ &*fault.file }</code></dd>
            <dt>{ words.place }</dt><dd><code>{ &*fault.pointer }</code></dd>
            <dt>{ words.code }</dt><dd><code>{ &*fault.code }</code></dd>
            <dt>{ words.reason }</dt><dd>{ &*fault.reason }</dd>
            <dt>{ words.fix }</dt><dd>{ &*fault.fix }</dd>
        </dl>
    }
}
