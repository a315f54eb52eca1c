//! Time: pause, step, the clock, the speed, the track of what happened, and taking back.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::callbacks::send_if;
use super::icon::{Icon, icon};
use super::time_tools::time_tools;
use super::track::track;
use crate::command::Command;
use crate::driver::clock::{Clock, SPEEDS};
use crate::snapshot::Snapshot;
use crate::text::{player_text, text};

/// The time bar.
pub fn time_bar(snapshot: &Snapshot, is_open: bool, send: &Callback<Command>) -> Html {
    let words = &player_text().time;
    html! {
        <footer class={classes!("time", is_open.then_some("open"), snapshot.past.is_past.then_some("looking-back"))} aria-label={words.name}>
            <div class="time-hand">
                { play(snapshot.clock, send) }
                { step(send) }
                <div class="clock">
                    <b>{ (text().number.clock)(snapshot.now, snapshot.clock.speed()) }</b>
                    <span>{ pace(snapshot) }</span>
                </div>
                { speed(snapshot.clock, send) }
            </div>
            { track(snapshot, send) }
            { time_tools(snapshot, is_open, send) }
        </footer>
    }
}

fn play(clock: Clock, send: &Callback<Command>) -> Html {
    let words = &player_text().time;
    let (drawing, name) = if clock.is_paused() {
        (Icon::Play, words.play)
    } else {
        (Icon::Pause, words.pause)
    };
    let onclick = send.reform(|_: MouseEvent| Command::TogglePause);
    html! { <button type="button" class="play" aria-label={name} {onclick}>{ icon(drawing) }</button> }
}

fn step(send: &Callback<Command>) -> Html {
    let onclick = send.reform(|_: MouseEvent| Command::Step);
    html! { <button type="button" class="step" aria-label={player_text().time.step} {onclick}>{ icon(Icon::Step) }</button> }
}

fn pace(snapshot: &Snapshot) -> String {
    let words = &player_text().time;
    if snapshot.past.is_past {
        return (player_text().past.looking)(snapshot.past.end.since(snapshot.now));
    }
    match (snapshot.clock.is_paused(), snapshot.behind) {
        (true, _) => words.paused.to_owned(),
        (_, true) => words.behind.to_owned(),
        _ => (words.pace)(snapshot.clock.speed()),
    }
}

/// The speed, as a slider.
pub(super) fn speed(clock: Clock, send: &Callback<Command>) -> Html {
    let words = &player_text().time;
    let shown = (words.speed_value)(clock.speed());
    let oninput = send_if(send, |event: InputEvent| {
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
                value={clock.speed_index().to_string()} aria-valuetext={shown} {oninput} />
        </label>
    }
}
