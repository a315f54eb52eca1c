//! The map: the next lesson first, then all of them, then what else there is.

use std::rc::Rc;

use yew::prelude::*;

use super::concepts::concepts;
use super::frame::{frame, use_arrival, waiting};
use super::houses::houses;
use super::lessons::Lessons;
use super::source::Source;
use crate::components::icon::{Icon, small_icon};
use crate::course::{Course, Entry, course};
use crate::progress::{Course as Progress, Headway, keep, store};
use crate::route::{CoursePage, Route};
use crate::text::player_text;

/// The map.
#[component]
pub fn Map() -> Html {
    let read = use_state(|| None::<Result<Rc<Course>, String>>);
    let found = read.clone();
    use_effect_with((), move |()| {
        yew::platform::spawn_local(async move { found.set(Some(course().await.map(Rc::new))) });
    });
    use_arrival(read.is_some());
    let content = match &*read {
        None => waiting(),
        Some(Ok(course)) => page(course),
        Some(Err(reason)) => html! { <><p role="alert">{ reason }</p><Source /></> },
    };
    frame(player_text().course.title, CoursePage::Map, content)
}

fn page(course: &Rc<Course>) -> Html {
    let progress = keep::course();
    let next = next(course, &progress);
    html! {
        <>
            { if store::keeps() { Html::default() } else { not_kept() } }
            { top(course, &progress, next) }
            <section aria-labelledby="lessons-title">
                <h2 id="lessons-title">{ player_text().course.lessons }</h2>
                <Lessons course={course.clone()} {progress} {next} />
                { concepts(course) }
            </section>
            { more(course) }
            <Source />
        </>
    }
}

/// The first lesson that is not done; if one was left in the middle, that one before all others.
fn next(course: &Course, progress: &Progress) -> Option<usize> {
    let headway = |lesson: &Entry| progress.headway(&lesson.id);
    let open = |lesson: &Entry| !headway(lesson).done;
    let begun = course
        .lessons
        .iter()
        .rposition(|lesson| open(lesson) && headway(lesson).step > 0);
    begun.or_else(|| course.lessons.iter().position(open))
}

fn not_kept() -> Html {
    html! { <p class="notice" role="status">{ small_icon(Icon::Warning) }<span>{ player_text().progress.not_kept }</span></p> }
}

fn top(course: &Course, progress: &Progress, next: Option<usize>) -> Html {
    let words = &player_text().course;
    let headways: Vec<Headway> = course
        .lessons
        .iter()
        .map(|lesson| progress.headway(&lesson.id))
        .collect();
    let done = headways.iter().filter(|headway| headway.done).count();
    let alone = headways.iter().filter(|headway| headway.alone).count();
    let minutes = course.lessons.iter().map(|lesson| lesson.minutes).sum();
    html! {
        <section class="course-top">
            <div class="course-intro">
                <h2 class="course-title">{ course.words.plain("course.title").unwrap_or_else(|| words.title.to_owned()) }</h2>
                <p>{ course.words.plain("course.text").unwrap_or_else(|| words.intro.to_owned()) }</p>
                <div class="course-count">
                    { houses(headways.iter().copied()) }
                    <p><b>{ (words.count)(done, alone, headways.len()) }</b>{ " " }{ (words.all_minutes)(minutes) }{ "." }</p>
                </div>
            </div>
            { match next.map(|index| &course.lessons[index]) {
                Some(lesson) => up_next(course, lesson, progress.headway(&lesson.id)),
                None => complete(),
            } }
        </section>
    }
}

fn up_next(course: &Course, lesson: &Entry, headway: Headway) -> Html {
    let words = &player_text().course;
    let label = if headway.step > 0 {
        (words.go_on)(lesson.number, headway.step)
    } else {
        (words.begin)(lesson.number)
    };
    let taught: Vec<String> = lesson.teaches.iter().map(|id| course.words.concept(id)).collect();
    html! {
        <section class="up-next" aria-labelledby="next-title">
            <p class="eyebrow">{ words.next }{ " · " }{ (words.number)(lesson.number) }{ " · " }{ (words.minutes)(lesson.minutes) }</p>
            <h2 id="next-title">{ &lesson.title }</h2>
            if !taught.is_empty() { <p>{ words.teaches }{ ": " }{ taught.join(" · ") }</p> }
            <p class="row"><a class="button primary large" href={Route::Lesson(lesson.folder.clone()).href()}>{ label }</a></p>
        </section>
    }
}

fn complete() -> Html {
    let words = &player_text().course;
    html! {
        <section class="up-next" aria-labelledby="next-title">
            <h2 id="next-title">{ words.all_done }</h2>
            <p class="row"><a class="button primary large" href={Route::Course(CoursePage::Certificate).href()}>{ words.certificate }</a></p>
        </section>
    }
}

fn more(course: &Course) -> Html {
    let words = player_text();
    let pages = [
        (
            CoursePage::Glossary,
            words.course.glossary,
            words.course.glossary_intro,
        ),
        (CoursePage::Check, words.check.title, words.check.intro),
        (
            CoursePage::Certificate,
            words.course.certificate,
            words.course.certificate_intro,
        ),
    ];
    let there = pages
        .into_iter()
        .filter(|(page, ..)| *page != CoursePage::Check || !course.check.is_empty());
    let entry = |(page, name, note): (CoursePage, &'static str, &'static str)| {
        html! { <li><a href={Route::Course(page).href()}>{ name }</a><p>{ note }</p></li> }
    };
    html! {
        <section aria-labelledby="more-title">
            <h2 id="more-title">{ words.course.more }</h2>
            <ul class="more">{ for there.map(entry) }</ul>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_left_in_the_middle_comes_before_what_is_new() {
        let lesson = |id: &str| Entry {
            id: id.to_owned(),
            ..Entry::default()
        };
        let course = Course {
            lessons: vec![lesson("a"), lesson("b"), lesson("c")],
            ..Course::default()
        };
        let mut progress = Progress::default();
        assert_eq!(next(&course, &progress), Some(0));
        progress.note(
            "b",
            Headway {
                step: 2,
                steps: 9,
                ..Headway::default()
            },
        );
        assert_eq!(next(&course, &progress), Some(1));
        let done = Headway {
            step: 9,
            steps: 9,
            done: true,
            alone: false,
        };
        for id in ["a", "b", "c"] {
            progress.note(id, done);
        }
        assert_eq!(next(&course, &progress), None);
    }
}
