//! A few questions, before the course and after it: whether it has changed what one thinks.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::{Value, json};
use yew::prelude::*;

use super::frame::{frame, use_arrival, waiting};
use crate::components::lesson::prose::prose;
use crate::course::{Asked, Course, course};
use crate::progress::{keep, store};
use crate::route::CoursePage;
use crate::text::player_text;

/// Where both scores are kept.
const KEPT: &str = "check";

/// Which of the two times it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Time {
    Before,
    After,
}

/// The page.
#[component]
pub fn Check() -> Html {
    let read = use_state(|| None::<Rc<Course>>);
    let found = read.clone();
    use_effect_with((), move |()| {
        yew::platform::spawn_local(
            async move { found.set(Some(Rc::new(course().await.unwrap_or_default()))) },
        );
    });
    use_arrival(read.is_some());
    let content = match &*read {
        None => waiting(),
        Some(course) if course.check.is_empty() => {
            html! { <p class="course-lead">{ player_text().check.none }</p> }
        }
        Some(course) => html! { <Questions course={course.clone()} /> },
    };
    frame(player_text().check.title, CoursePage::Check, content)
}

/// What the questions need.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The course.
    pub course: Rc<Course>,
}

/// The questions; what is right is told only once all are answered.
#[component]
fn Questions(props: &Props) -> Html {
    let words = &player_text().check;
    let course = &props.course;
    let chosen = use_state_eq(BTreeMap::<String, String>::new);
    let told = use_state_eq(|| false);
    let time = time(course);
    let missing = course
        .check
        .iter()
        .filter(|asked| !chosen.contains_key(&asked.id))
        .count();
    let finish = {
        let (told, right, all) = (told.clone(), right(course, &chosen), course.check.len());
        move |_: MouseEvent| {
            if missing == 0 {
                keep_score(time, right, all);
                told.set(true);
            }
        }
    };
    let again = {
        let (told, chosen) = (told.clone(), chosen.clone());
        move |_: MouseEvent| {
            told.set(false);
            chosen.set(BTreeMap::new());
        }
    };
    let questions = course.check.iter().enumerate();
    html! {
        <>
            <p class="course-lead">{ words.intro }</p>
            <p class="eyebrow">{ if time == Time::Before { words.before } else { words.after } }</p>
            <ol class="check">{ for questions.map(|(index, asked)| question(course, index, asked, &chosen, *told)) }</ol>
            <div role="status">if *told { { score(course, &chosen) } }</div>
            <p class="row">
                if *told {
                    <button type="button" class="button" onclick={again}>{ words.again }</button>
                } else {
                    <button type="button" class="button primary" aria-disabled={(missing > 0).to_string()} onclick={finish}>{ words.finish }</button>
                    if missing > 0 { <span class="why-not">{ (words.missing)(missing) }</span> }
                }
            </p>
        </>
    }
}

fn question(
    course: &Course,
    index: usize,
    asked: &Asked,
    chosen: &UseStateHandle<BTreeMap<String, String>>,
    told: bool,
) -> Html {
    let words = &player_text().check;
    let said = course
        .words
        .plain(&format!("check.{}.question", asked.id))
        .unwrap_or_default();
    let choices = asked.choices.iter().map(|choice| {
        let (chosen, asked_id, choice_id) = (chosen.clone(), asked.id.clone(), choice.clone());
        let is_chosen = chosen.get(&asked.id) == Some(choice);
        let onchange = move |_: Event| {
            let mut with = (*chosen).clone();
            with.insert(asked_id.clone(), choice_id.clone());
            chosen.set(with);
        };
        let text = course.words.plain(&format!("check.{}.choice.{choice}", asked.id)).unwrap_or_else(|| choice.clone());
        html! {
            <label class={classes!("choice", is_chosen.then_some("chosen"))}>
                <input type="radio" name={format!("check-{}", asked.id)} checked={is_chosen} disabled={told} {onchange} /><span>{ text }</span>
            </label>
        }
    });
    html! {
        <li>
            <fieldset class="question">
                <legend><span class="eyebrow">{ (words.question)(index + 1, course.check.len()) }</span>{ said }</legend>
                <div class="choices">{ for choices }</div>
                if told { { reply(course, asked, chosen.get(&asked.id) == Some(&asked.right)) } }
            </fieldset>
        </li>
    }
}

fn reply(course: &Course, asked: &Asked, right: bool) -> Html {
    let words = &player_text().check;
    let (class, word) = if right {
        ("right", words.right)
    } else {
        ("wrong", words.not_right)
    };
    let why = course.words.get(&format!("check.{}.reply", asked.id));
    html! { <div class={classes!("reply", class)}><b>{ word }</b>if let Some(why) = why { { prose(why) } }</div> }
}

fn right(course: &Course, chosen: &BTreeMap<String, String>) -> usize {
    let is_right = |asked: &&Asked| chosen.get(&asked.id) == Some(&asked.right);
    course.check.iter().filter(is_right).count()
}

fn score(course: &Course, chosen: &BTreeMap<String, String>) -> Html {
    let words = &player_text().check;
    let said = (words.score)(right(course, chosen), course.check.len());
    let gain = scores().map(|(before, after, all)| (words.gain)(before, after, all));
    html! { <><p class="course-lead"><b>{ said }</b></p>if let Some(gain) = gain { <p>{ gain }</p> }</> }
}

/// It is the time after the course once any lesson of it is done.
fn time(course: &Course) -> Time {
    let progress = keep::course();
    let any = course
        .lessons
        .iter()
        .any(|lesson| progress.headway(&lesson.id).done);
    if any { Time::After } else { Time::Before }
}

/// The first answers before the course count, and the last ones after it.
fn keep_score(time: Time, right: usize, all: usize) {
    let kept = store::read(KEPT).and_then(|text| serde_json::from_str::<Value>(&text).ok());
    let mut kept = kept
        .filter(Value::is_object)
        .unwrap_or_else(|| json!({ "version": 1 }));
    match time {
        Time::Before if kept.get("before").is_some() => return,
        Time::Before => kept["before"] = json!(right),
        Time::After => kept["after"] = json!(right),
    }
    kept["all"] = json!(all);
    store::write(KEPT, &kept.to_string());
}

/// Both scores, once there are both: right before, right after, of how many.
fn scores() -> Option<(usize, usize, usize)> {
    let kept: Value = serde_json::from_str(&store::read(KEPT)?).ok()?;
    let number = |name| usize::try_from(kept.get(name)?.as_u64()?).ok();
    Some((number("before")?, number("after")?, number("all")?))
}
