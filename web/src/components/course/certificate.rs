//! What was done, to be printed: computed from the results of the lessons, and saying nothing beyond them.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::frame::{frame, use_arrival, waiting};
use super::houses::houses;
use crate::course::{Course, Entry, course};
use crate::progress::results::{Scored, Summary};
use crate::progress::{Headway, keep};
use crate::route::{CoursePage, Route};
use crate::save;
use crate::text::player_text;

/// A lesson that was done.
struct DoneLesson<'a> {
    lesson: &'a Entry,
    headway: Headway,
    summary: Option<Summary>,
}

/// The page.
#[component]
pub fn Certificate() -> Html {
    let read = use_state(|| None::<Rc<Course>>);
    let name = use_state_eq(String::new);
    let found = read.clone();
    use_effect_with((), move |()| {
        yew::platform::spawn_local(
            async move { found.set(Some(Rc::new(course().await.unwrap_or_default()))) },
        );
    });
    use_arrival(read.is_some());
    let content = read.as_ref().map_or_else(waiting, |course| page(course, &name));
    frame(player_text().course.certificate, CoursePage::Certificate, content)
}

fn page(course: &Course, name: &UseStateHandle<String>) -> Html {
    let words = &player_text().course;
    let done = done(course);
    if done.is_empty() {
        return html! {
            <>
                <p class="course-lead">{ words.certificate_none }</p>
                <p><a class="button primary" href={Route::Course(CoursePage::Map).href()}>{ words.to_course }</a></p>
            </>
        };
    }
    html! {
        <>
            { tools(&done, name) }
            <article class="certificate" aria-label={words.certificate}>
                <p class="eyebrow">{ "Fleetlab" }</p>
                <h2>{ course.words.plain("course.title").unwrap_or_else(|| words.title.to_owned()) }</h2>
                { houses(course.lessons.iter().map(|lesson| keep::course().headway(&lesson.id))) }
                <p class="claim">{ (words.certificate_claim)(shown(name), done.len(), course.lessons.len()) }</p>
                <p>{ if done.len() == course.lessons.len() { words.certificate_whole } else { words.certificate_part } }</p>
                { table(&done) }
                { for done.iter().filter_map(score) }
                <p class="small-print">{ words.certificate_how }</p>
                <p class="small-print">{ (words.printed_on)(&today()) }</p>
            </article>
        </>
    }
}

fn shown(name: &str) -> &str {
    let name = name.trim();
    if name.is_empty() {
        player_text().course.certificate_somebody
    } else {
        name
    }
}

fn done(course: &Course) -> Vec<DoneLesson<'_>> {
    let progress = keep::course();
    let all = course.lessons.iter().map(|lesson| DoneLesson {
        lesson,
        headway: progress.headway(&lesson.id),
        summary: keep::results(&lesson.id).and_then(|file| Summary::read(&file)),
    });
    all.filter(|entry| entry.headway.done).collect()
}

/// What is not printed.
fn tools(done: &[DoneLesson<'_>], name: &UseStateHandle<String>) -> Html {
    let words = &player_text().course;
    let oninput = {
        let name = name.clone();
        move |event: InputEvent| name.set(event.target_unchecked_into::<HtmlInputElement>().value())
    };
    let print = |_: MouseEvent| {
        if let Some(window) = web_sys::window() {
            // A browser that prints nothing leaves the page as it is.
            let _ = window.print();
        }
    };
    let ids: Vec<String> = done.iter().map(|entry| entry.lesson.id.clone()).collect();
    let save_all = move |_: MouseEvent| save_results(&ids);
    html! {
        <section class="certificate-tools" aria-label={words.certificate}>
            <p class="course-lead">{ words.certificate_intro }</p>
            <label class="field">
                <span>{ words.certificate_name }</span>
                <input type="text" autocomplete="name" maxlength="80" value={(**name).clone()} {oninput} />
            </label>
            <p class="row">
                <button type="button" class="button primary" onclick={print}>{ words.print }</button>
                <button type="button" class="button" onclick={save_all}>{ words.save_all }</button>
            </p>
        </section>
    }
}

/// All results in one file: a list.
fn save_results(ids: &[String]) {
    let files: Vec<String> = ids.iter().filter_map(|id| keep::results(id)).collect();
    save::save(
        "fleetlab-results.json",
        &format!("[{}]\n", files.join(",\n")),
        save::JSON,
    );
}

fn table(done: &[DoneLesson<'_>]) -> Html {
    let words = &player_text().course;
    html! {
        <div class="scroll" tabindex="0" role="group" aria-label={words.certificate}>
        <table>
            <thead><tr>{ for words.certificate_columns.iter().map(|name| html! { <th scope="col">{ *name }</th> }) }</tr></thead>
            <tbody>{ for done.iter().map(row) }</tbody>
        </table>
        </div>
    }
}

fn row(entry: &DoneLesson<'_>) -> Html {
    let words = &player_text().course;
    let how = if entry.headway.alone {
        words.alone
    } else {
        words.with_solution
    };
    let summary = entry.summary.as_ref();
    html! {
        <tr>
            <th scope="row">{ entry.lesson.number }{ " " }{ &entry.lesson.title }</th>
            <td>{ how }</td>
            <td>{ summary.map_or_else(|| words.nothing.to_owned(), |summary| (words.predictions)(summary.right, summary.predictions)) }</td>
            <td>{ summary.map_or_else(|| words.nothing.to_owned(), |summary| summary.hints.to_string()) }</td>
        </tr>
    }
}

/// What a lesson is scored by, if it is.
fn score(entry: &DoneLesson<'_>) -> Option<Html> {
    let words = &player_text().course;
    let rows = &entry
        .summary
        .as_ref()
        .filter(|summary| !summary.score.is_empty())?
        .score;
    let row = |row: &Scored| html! { <><dt>{ &row.name }</dt><dd>{ (words.certificate_measured)(&row.actual, &row.needed) }</dd></> };
    Some(html! {
        <section>
            <h3>{ (words.certificate_score)(&entry.lesson.title) }</h3>
            <dl class="facts">{ for rows.iter().map(row) }</dl>
        </section>
    })
}

/// The day, as the reader's calendar says it. It stands on paper only, and decides nothing.
fn today() -> String {
    let language = web_sys::window().and_then(|window| window.navigator().language());
    js_sys::Date::new_0()
        .to_locale_date_string(language.as_deref().unwrap_or("en"), &js_sys::Object::new())
        .into()
}
