//! The reading panel of a lesson: what to see, what to do, and how far one is.

pub mod acts;
pub mod goals;
pub mod menu;
pub mod order;
pub mod prose;
pub mod question;
pub mod score;
pub mod solution;
pub mod strip;
pub mod told;
pub mod words;

use std::rc::Rc;

use view::fleet::Thing;
use yew::prelude::*;

use crate::components::callbacks::send_if;

use self::acts::acts;
use self::goals::goals;
use self::menu::menu;
use self::order::order;
use self::prose::prose;
use self::question::{certainty, number, question};
use self::score::score;
use self::solution::solution;
use self::strip::strip;
use self::told::Told;
use self::words::own_words;
use super::curve::fields as curve_fields;
use super::icon::{Icon, small_icon};
use crate::command::{Command, LessonCommand};
use crate::panel::{Commit, Cue, Panel, PanelInput, Part};
use crate::route::{CoursePage, Route};
use crate::text::player_text;

/// What the panel shows.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The lesson as it stands.
    pub panel: Rc<Panel>,
    /// What AWS, or the lesson, answered if it refused the latest command: code and message.
    pub refusal: Option<(Rc<str>, Rc<str>)>,
    /// Takes commands.
    pub send: Callback<Command>,
}

/// The panel.
#[component]
pub fn LessonPanel(props: &Props) -> Html {
    let panel = &props.panel;
    let send = props.send.reform(Command::Panel);
    html! {
        <section class="lesson" aria-label={player_text().lesson.name}>
            // A new step is a new text: it is read from its top.
            <div class="lesson-text" key={panel.step} tabindex="0" role="group" aria-label={panel.heading.to_string()}>
                { pips(panel) }
                if let Some(at) = panel.strip { { strip(at) } }
                { notice(panel.notice) }
                <h2 class="lesson-heading">{ &*panel.heading }</h2>
                <Told prose={panel.prose.clone()} words={panel.words.clone()} />
                { for panel.cues.iter().enumerate().map(cue_text) }
                { announced(panel) }
                { todo(props, &send) }
                { run_until(panel, &props.send) }
                { hints(panel) }
                if let Some(shown) = &panel.solution { { solution(shown, &send) } }
                { simplified(panel) }
                { folded(player_text().lesson.notes, panel.notes.iter().map(|note| prose(note)).collect()) }
                { folded(player_text().lesson.warnings, panel.warnings.iter().map(|warning| html! { &**warning }).collect()) }
                { menu(panel, &props.send) }
                if !panel.words.is_empty() {
                    <div class="glossary">{ for panel.words.iter().map(|word| prose(word)) }</div>
                }
            </div>
            { foot(panel, &send) }
        </section>
    }
}

fn pips(panel: &Panel) -> Html {
    let state = |index| match index {
        _ if index < panel.step => "done",
        _ if index == panel.step => "here",
        _ => "",
    };
    html! {
        <p class="pips-line">
            { (player_text().lesson.step)(panel.step + 1, panel.steps) }
            <span class="pips" aria-hidden="true">{ for (0..panel.steps).map(|index| html! { <i class={state(index)} /> }) }</span>
        </p>
    }
}

/// What is said of a thing that is pointed at; where it stands beside the thing as well, only if there is no room there.
fn cue_text((index, cue): (usize, &Cue)) -> Html {
    let stands_there = index == 0 && matches!(cue.thing, Thing::Place(_));
    html! { <p class={classes!("cue-text", (!stands_there).then_some("always"))}>{ &*cue.text }</p> }
}

fn todo(props: &Props, send: &Callback<PanelInput>) -> Html {
    let panel = &props.panel;
    if panel.parts.is_empty() {
        return Html::default();
    }
    html! {
        <section class="todo" aria-label={player_text().lesson.your_turn}>
            if let Some(fade) = panel.fade { <p class="eyebrow">{ (player_text().lesson.fade)(fade) }</p> }
            { for panel.parts.iter().map(|part| one_part(part, send)) }
            if let Some((code, message)) = &props.refusal {
                <p class="refusal" role="alert"><b>{ &**code }</b>{ " " }{ &**message }</p>
            }
        </section>
    }
}

/// What the model leaves out: folded away, but there.
fn simplified(panel: &Panel) -> Html {
    let left_out = panel.simplified.iter().map(|left_out| prose(left_out));
    folded(player_text().lesson.simplified, left_out.collect())
}

/// Entries that are folded away until they are asked for.
fn folded(title: &'static str, entries: Vec<Html>) -> Html {
    if entries.is_empty() {
        return Html::default();
    }
    html! {
        <details class="simplified">
            <summary>{ title }</summary>
            <ul>{ for entries.into_iter().map(|entry| html! { <li>{ entry }</li> }) }</ul>
        </details>
    }
}

/// What is told of the run as a whole.
pub fn notice(told: Option<&'static str>) -> Html {
    html! { if let Some(told) = told { <p class="run-notice" role="status">{ told }</p> } }
}

/// What the world has done by itself; the announcer says it aloud.
fn announced(panel: &Panel) -> Html {
    if panel.announced.is_empty() {
        return Html::default();
    }
    html! { <ul class="announced" aria-label={player_text().lesson.announced}>{ for panel.announced.iter().map(|told| html! { <li>{ small_icon(Icon::Warning) }<span>{ &**told }</span></li> }) }</ul> }
}

/// Lets time pass until there is something to be seen.
fn run_until(panel: &Panel, send: &Callback<Command>) -> Html {
    let Some(until) = &panel.run_until else {
        return Html::default();
    };
    let onclick = send.reform(|_: MouseEvent| Command::Lesson(LessonCommand::RunUntil));
    html! { <div class="row"><button type="button" class="button own" {onclick}>{ small_icon(Icon::Play) }{ (player_text().lesson.run_until)(until) }</button></div> }
}

fn one_part(part: &Part, send: &Callback<PanelInput>) -> Html {
    match part {
        Part::Question(asked) => question(asked, send),
        Part::Number(asked) => number(asked, send),
        Part::Curve(asked) => curve_fields(asked, send),
        Part::Order(asked) => order(asked, send),
        Part::Certainty(asked) => certainty(asked, send),
        Part::Commit(button) => commit(button, send),
        Part::Acts(offered) => acts(offered, send),
        Part::Goals(wanted) => goals(wanted),
        Part::Score(rows) => score(rows),
        Part::Facts(found) => facts(found),
        Part::Reply(text) => html! { <div class="reply" role="status">{ prose(text) }</div> },
        Part::Prompt(prompt) => html! { <p class="prompt">{ &**prompt }</p> },
        Part::OwnWords(field) => own_words(field, send),
    }
}

fn facts(facts: &[(Rc<str>, Rc<str>)]) -> Html {
    let fact = |(name, value): &(Rc<str>, Rc<str>)| html! { <><dt>{ &**name }</dt><dd>{ &**value }</dd></> };
    html! { <dl class="facts">{ for facts.iter().map(fact) }</dl> }
}

fn commit(button: &Commit, send: &Callback<PanelInput>) -> Html {
    let onclick = gated(send, button.missing.is_none(), PanelInput::Commit);
    html! {
        <div class="row">
            <button type="button" class="button own" aria-disabled={button.missing.is_some().to_string()} {onclick}>
                { small_icon(Icon::Lock) }{ player_text().lesson.commit }
            </button>
            if let Some(missing) = &button.missing { <span class="why-not">{ &**missing }</span> }
        </div>
    }
}

fn hints(panel: &Panel) -> Html {
    if panel.hints.shown.is_empty() {
        return Html::default();
    }
    html! { <ol class="hints" aria-label={player_text().lesson.hints}>{ for panel.hints.shown.iter().map(|hint| html! { <li>{ prose(hint) }</li> }) }</ol> }
}

fn foot(panel: &Panel, send: &Callback<PanelInput>) -> Html {
    html! {
        <div class="lesson-foot">
            { back(panel, send) }
            { hint(panel, send) }
            <span class="gap" />
            { next(panel, send) }
        </div>
    }
}

fn back(panel: &Panel, send: &Callback<PanelInput>) -> Html {
    if panel.step == 0 {
        return Html::default();
    }
    let onclick = gated(send, true, PanelInput::Back);
    html! {
        <button type="button" class="button small back" aria-label={player_text().lesson.back} {onclick}>{ small_icon(Icon::Chevron) }</button>
    }
}

fn hint(panel: &Panel, send: &Callback<PanelInput>) -> Html {
    let shown = panel.hints.shown.len();
    if shown == panel.hints.total {
        return Html::default();
    }
    let onclick = gated(send, true, PanelInput::Hint);
    html! {
        <button type="button" class="button small" {onclick}>
            { small_icon(Icon::Hint) }{ (player_text().lesson.hint)(shown + 1, panel.hints.total) }
        </button>
    }
}

/// The way on. While it is closed it can still be reached, and says why.
fn next(panel: &Panel, send: &Callback<PanelInput>) -> Html {
    let open = panel.locked.is_none();
    let last = panel.step + 1 == panel.steps;
    if last && panel.finished {
        return finished();
    }
    let words = &player_text().lesson;
    let onclick = gated(send, open, PanelInput::Next);
    html! {
        <button type="button" class={classes!("button", "small", open.then_some("primary"))} aria-disabled={(!open).to_string()}
            title={panel.locked.as_deref().map(str::to_owned)} {onclick}>
            { words.next }{ small_icon(Icon::Chevron) }
            if let Some(why) = &panel.locked { <span class="unseen">{ &**why }</span> }
        </button>
    }
}

/// The lesson is done: where to go from here.
fn finished() -> Html {
    let words = &player_text().lesson;
    html! {
        <>
            <span class="done" role="status">{ small_icon(Icon::Check) }{ words.finished }</span>
            <a class="button small" href={Route::Sandbox.href()}>{ words.go_on_in_sandbox }</a>
            <a class="button small primary" href={Route::Course(CoursePage::Map).href()}>{ player_text().course.to_course }</a>
        </>
    }
}

/// Sends `input` on a click, if the way is open.
fn gated(send: &Callback<PanelInput>, open: bool, input: PanelInput) -> Callback<MouseEvent> {
    send_if(send, move |_| open.then(|| input.clone()))
}
