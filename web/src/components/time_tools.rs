//! Beside the track: taking back, doing again, going back to now, and the way to all else that can be done with time.

use des::SimTime;
use yew::prelude::*;

use crate::command::Command;
use crate::past::{Past, TimeInput};
use crate::snapshot::Snapshot;
use crate::text::player_text;

/// An arrow that goes back; the other way round it goes forth.
const BACK: &str = "M8 5 4 9l4 4M4 9h9.500a5.5 5.5 0 0 1 0 11H9";
/// A way that parts from another.
const WAYS: &str = "M6 4v16M6 15c0-5 11-3 11-9M14 8.500l3-3 3 3";

/// The tools.
pub fn time_tools(snapshot: &Snapshot, is_open: bool, send: &Callback<Command>) -> Html {
    let past = &snapshot.past;
    html! {
        <div class="time-tools">
            <div class="time-buttons">
                if past.is_past { { now(send) } }
                if past.can_part { { undo(past, send) }{ redo(past, send) } }
                { more(is_open, send) }
            </div>
            <p class="time-told" aria-live="polite">{ told(snapshot) }</p>
        </div>
    }
}

/// Takes the last thing back.
pub fn undo(past: &Past, send: &Callback<Command>) -> Html {
    let words = &player_text().past;
    let name = past
        .undo
        .map_or_else(|| words.nothing_to_undo.to_owned(), words.undo_long);
    tool(
        "back",
        (words.undo, name, "Control+Z"),
        past.undo.map(|_| TimeInput::Undo),
        send,
    )
}

/// Does it again.
pub fn redo(past: &Past, send: &Callback<Command>) -> Html {
    let words = &player_text().past;
    let name = past
        .redo
        .map_or_else(|| words.nothing_to_redo.to_owned(), words.redo_long);
    tool(
        "forth",
        (words.redo, name, "Control+Shift+Z"),
        past.redo.map(|_| TimeInput::Redo),
        send,
    )
}

fn tool(
    class: &'static str,
    (label, name, keys): (&'static str, String, &'static str),
    input: Option<TimeInput>,
    send: &Callback<Command>,
) -> Html {
    let disabled = input.is_none().to_string();
    let send = send.clone();
    let onclick = move |_: MouseEvent| {
        input
            .iter()
            .for_each(|input| send.emit(Command::Time(input.clone())))
    };
    html! {
        <button type="button" class={classes!("tool", class)} aria-label={name.clone()} title={name} aria-keyshortcuts={keys}
            aria-disabled={disabled} {onclick}>{ drawing(BACK) }<span>{ label }</span></button>
    }
}

fn now(send: &Callback<Command>) -> Html {
    let onclick = send.reform(|_: MouseEvent| Command::Time(TimeInput::GoTo(SimTime::NEVER)));
    html! { <button type="button" class="button own small" {onclick}>{ player_text().past.now }</button> }
}

fn more(is_open: bool, send: &Callback<Command>) -> Html {
    let words = &player_text().past;
    let onclick = send.reform(|_: MouseEvent| Command::ToggleTime);
    html! {
        <span data-opens="time">
            <button type="button" class="tool" aria-label={words.open_long} aria-expanded={is_open.to_string()} aria-pressed={is_open.to_string()} {onclick}>
                { drawing(WAYS) }<span>{ words.open }</span>
            </button>
        </span>
    }
}

/// What came of the latest thing that was asked of time, or how much of it was left out.
pub fn told(snapshot: &Snapshot) -> String {
    let (words, past) = (&player_text().past, &snapshot.past);
    match (past.chased, &past.told) {
        (Some(what), _) => (words.chasing)(what),
        (None, Some(told)) => told.to_string(),
        _ => compressed(snapshot).unwrap_or_default(),
    }
}

/// How many times faster than here time must have passed there to be worth a word.
const WORTH_TELLING: f64 = 1.5;

fn compressed(snapshot: &Snapshot) -> Option<String> {
    let (model, real_s) = (
        snapshot.past.end.since(snapshot.past.begun),
        snapshot.clock.watched_s(),
    );
    let is_worth_it = real_s >= 1.0 && model.as_secs_f64() > real_s * WORTH_TELLING;
    is_worth_it.then(|| (player_text().past.watched)(model, real_s))
}

fn drawing(path: &'static str) -> Html {
    html! { <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d={path} /></svg> }
}
