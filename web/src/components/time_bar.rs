//! Time: pause, step, the clock, the speed, and the track of what happened.

use view::Timeline;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::callbacks::send_if;

use des::SimTime;

use super::icon::{Icon, icon};
use super::track::Track;
use crate::command::Command;
use crate::driver::clock::{Clock, SPEEDS};
use crate::span::Span;
use crate::text::text;

/// What the time bar shows.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// Model time.
    pub now: SimTime,
    /// Speed and pause.
    pub clock: Clock,
    /// Whether the model cannot keep up.
    pub behind: bool,
    /// What happened.
    pub timeline: Timeline,
    /// The stretch of time that is shown.
    pub span: Span,
    /// Takes commands.
    pub send: Callback<Command>,
}

/// The time bar.
#[component]
pub fn TimeBar(props: &Props) -> Html {
    let words = &text().time;
    html! {
        <footer class="time" aria-label={words.name}>
            <div class="time-hand">
                { play(props) }
                { step(props) }
                <div class="clock">
                    <b>{ (words.clock)(props.now, props.clock.speed()) }</b>
                    <span>{ pace(props) }</span>
                </div>
                { speed(props) }
            </div>
            <Track now={props.now} timeline={props.timeline.clone()} span={props.span} />
        </footer>
    }
}

fn play(props: &Props) -> Html {
    let words = &text().time;
    let (drawing, name) = if props.clock.is_paused() {
        (Icon::Play, words.play)
    } else {
        (Icon::Pause, words.pause)
    };
    let onclick = props.send.reform(|_: MouseEvent| Command::TogglePause);
    html! { <button type="button" class="play" aria-label={name} {onclick}>{ icon(drawing) }</button> }
}

fn step(props: &Props) -> Html {
    let onclick = props.send.reform(|_: MouseEvent| Command::Step);
    html! { <button type="button" class="step" aria-label={text().time.step} {onclick}>{ icon(Icon::Step) }</button> }
}

fn pace(props: &Props) -> String {
    let words = &text().time;
    match (props.clock.is_paused(), props.behind) {
        (true, _) => words.paused.to_owned(),
        (_, true) => words.behind.to_owned(),
        _ => (words.pace)(props.clock.speed()),
    }
}

fn speed(props: &Props) -> Html {
    let words = &text().time;
    let shown = (words.speed_value)(props.clock.speed());
    let oninput = send_if(&props.send, |event: InputEvent| {
        let index = event
            .target_unchecked_into::<HtmlInputElement>()
            .value_as_number();
        (0.0..SPEEDS.len() as f64)
            .contains(&index)
            .then_some(Command::Speed(index as usize))
    });
    html! {
        <label class="speed">
            <span>{ words.speed }</span>
            <b aria-hidden="true">{ shown.clone() }</b>
            <input type="range" min="0" max={(SPEEDS.len() - 1).to_string()} step="1" aria-label={words.speed}
                value={props.clock.speed_index().to_string()} aria-valuetext={shown} {oninput} />
        </label>
    }
}
