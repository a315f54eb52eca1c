//! Where everything is kept.

use super::headway::{Course, Headway};
use super::store;
use super::trail::{self, Trail};
use crate::settings::Settings;

const COURSE: &str = "course";
/// Where the start page finds the way back: a lesson's folder, a space, and the step.
const HERE: &str = crate::here::KEY;
const TOURED: &str = "toured";
const SETTINGS: &str = "settings";

/// What somebody has chosen for themselves.
#[must_use]
pub fn settings() -> Settings {
    store::read(SETTINGS).map_or_else(Settings::default, |text| Settings::from_text(&text))
}

/// Keeps that; where the browser does not, it lasts as long as the page.
pub fn keep_settings(settings: Settings) {
    store::write(SETTINGS, &settings.to_text());
}

/// How far all lessons have come.
#[must_use]
pub fn course() -> Course {
    store::read(COURSE)
        .and_then(|text| Course::from_text(&text))
        .unwrap_or_default()
}

/// Notes how far a lesson has come; false if the browser does not keep it.
pub fn note(lesson: &str, headway: Headway) -> bool {
    let mut course = course();
    course.note(lesson, headway);
    store::write(COURSE, &course.to_text())
}

/// The run that was left, if there is one and what it began with, a lesson or an account, is still what it was.
#[must_use]
pub fn run(lesson: &str, fingerprint: u64) -> Option<Trail> {
    let trail = Trail::from_text(&store::read(&name_of_run(lesson))?)?;
    (trail.lesson == fingerprint).then_some(trail)
}

/// Whether a run is kept that was made with the lesson as it was before it was changed.
#[must_use]
pub fn is_stale(lesson: &str, fingerprint: u64) -> bool {
    let trail = store::read(&name_of_run(lesson)).and_then(|text| Trail::from_text(&text));
    trail.is_some_and(|trail| trail.lesson != fingerprint)
}

/// Keeps a run; false if the browser does not.
pub fn keep_run(lesson: &str, trail: &Trail) -> bool {
    store::write(&name_of_run(lesson), &trail.to_text())
}

/// Where the browser keeps a run.
#[must_use]
pub fn place_of_run(name: &str) -> String {
    store::full(&name_of_run(name))
}

/// The name of the one shared run that is kept: what its reader made of it.
pub const SHARED: &str = "shared";

/// What its reader made of a shared run, if that is the newest link that was opened here. Any other is forgotten.
#[must_use]
pub fn shared_run(link: &str, fingerprint: u64) -> Option<Trail> {
    let link = trail::fingerprint(&[link]).to_string();
    if store::read(SHARED).as_deref() == Some(link.as_str()) {
        return run(SHARED, fingerprint);
    }
    forget_run(SHARED);
    store::write(SHARED, &link);
    None
}

/// Forgets a run. How far the lesson had come stays known.
pub fn forget_run(lesson: &str) {
    store::remove(&name_of_run(lesson));
}

/// Notes where to go on from the start page: in the lesson, or in the course once that is done. What stands beside the
/// course is no place in it.
pub fn note_here(folder: &str, headway: Headway) {
    if crate::here::number_of(folder).is_none() {
        return;
    }
    let here = if headway.done {
        crate::here::BETWEEN.to_owned()
    } else {
        format!("{folder} {}", headway.step)
    };
    store::write(HERE, &here);
}

/// Whether the tour was taken, or declined.
#[must_use]
pub fn is_toured() -> bool {
    store::read(TOURED).is_some()
}

/// Notes that the tour need not be offered again.
pub fn note_toured() {
    store::write(TOURED, "1");
}

/// The results of a lesson that was done, as its file.
#[must_use]
pub fn results(lesson: &str) -> Option<String> {
    store::read(&name_of_results(lesson))
}

/// Keeps the results of a lesson.
pub fn keep_results(lesson: &str, file: &str) -> bool {
    store::write(&name_of_results(lesson), file)
}

fn name_of_run(lesson: &str) -> String {
    format!("run.{lesson}")
}

fn name_of_results(lesson: &str) -> String {
    format!("results.{lesson}")
}
