//! All else that can be done with time: run until something happens, other ways, and keeping the run.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::icon::{Icon, icon};
use super::share::{AskForLink, Share};
use super::time_bar::speed;
use super::time_tools::{redo, told, undo};
use crate::command::Command;
use crate::past::{Contrast, Past, TimeInput, Until, Way};
use crate::snapshot::Snapshot;
use crate::text::player_text;

/// The panel.
pub fn time_panel(snapshot: &Snapshot, ask_for_link: &AskForLink, send: &Callback<Command>) -> Html {
    let (words, past) = (&player_text().past, &snapshot.past);
    html! {
        <section class="time-panel" aria-label={words.open} tabindex="-1" onkeydown={on_escape(send)}>
            <header>
                <h2>{ words.open }</h2>
                if past.can_part { { undo(past, send) }{ redo(past, send) } }
                <button type="button" class="tool" aria-label={words.close} onclick={send.reform(|_: MouseEvent| Command::ToggleTime)}>{ icon(Icon::Close) }</button>
            </header>
            <p class="panel-told">{ told(snapshot) }</p>
            { speed(snapshot.clock, send) }
            if past.can_part && !past.is_pair { { duplicate(send) } }
            <h3>{ words.until_title }</h3>
            <ul class="offers">
                { for Until::ALL.into_iter().map(|what| until(what, past, send)) }
                <li>{ plain(player_text().time.step, Command::Step, send) }</li>
                <li>{ plain(words.beginning, Command::Time(TimeInput::GoTo(past.begun)), send) }</li>
            </ul>
            <p class="small-print">{ words.until_note }</p>
            <h3>{ words.ways_title }</h3>
            <p class="small-print">{ if past.can_part { words.ways_note } else { words.lesson_note } }</p>
            if past.can_part && !past.is_pair { { ways(past, send) } }
            <h3>{ words.keep_title }</h3>
            <Share ask={ask_for_link} />
            <button type="button" class="button small" onclick={send.reform(|_: MouseEvent| Command::SaveScript)}>{ words.save }</button>
        </section>
    }
}

fn on_escape(send: &Callback<Command>) -> Callback<KeyboardEvent> {
    let send = send.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            send.emit(Command::ToggleTime);
        }
    })
}

fn plain(label: &'static str, command: Command, send: &Callback<Command>) -> Html {
    let onclick = send.reform(move |_: MouseEvent| command.clone());
    html! { <button type="button" class="button small" {onclick}>{ label }</button> }
}

/// The run goes on in two.
fn duplicate(send: &Callback<Command>) -> Html {
    let words = &player_text().pair;
    let onclick = send.reform(|_: MouseEvent| Command::Time(TimeInput::Duplicate));
    html! {
        <>
            <button type="button" class="button own small" {onclick}>{ words.begin }</button>
            <p class="small-print">{ words.begin_note }{ " " }{ words.contrasts }</p>
            <ul class="offers">{ for Contrast::ALL.into_iter().map(|one| contrast(one, send)) }</ul>
        </>
    }
}

fn contrast(contrast: Contrast, send: &Callback<Command>) -> Html {
    let onclick = send.reform(move |_: MouseEvent| Command::Time(TimeInput::Contrast(contrast)));
    html! { <li><button type="button" class="button small" {onclick}>{ (player_text().pair.contrast)(contrast) }</button></li> }
}

fn until(what: Until, past: &Past, send: &Callback<Command>) -> Html {
    let pressed = (past.chased == Some(what)).to_string();
    let onclick = send.reform(move |_: MouseEvent| Command::Time(TimeInput::Until(what)));
    html! { <li><button type="button" class="button small" aria-pressed={pressed} {onclick}>{ (player_text().past.until)(what) }</button></li> }
}

fn ways(past: &Past, send: &Callback<Command>) -> Html {
    let fork = send.reform(|_: MouseEvent| Command::Time(TimeInput::Fork));
    html! {
        <>
            <ul class="ways">{ for past.ways.iter().map(|one| way(one, send)) }</ul>
            <button type="button" class="button small" onclick={fork}>{ player_text().past.fork }</button>
        </>
    }
}

fn way(way: &Way, send: &Callback<Command>) -> Html {
    let words = &player_text().past;
    html! {
        <li key={way.id.0} class={classes!(way.is_current.then_some("current"))} aria-current={way.is_current.then_some("true")}>
            <input type="text" aria-label={(words.name)(&way.name)} value={way.name.to_string()} maxlength="40" onchange={on_name(way, send)} />
            <span>{ (words.way_told)(way.parted, way.end, way.inputs) }</span>
            if way.is_current {
                <b>{ words.shown_now }</b>
            } else {
                { act((words.show, (words.show_long)(&way.name)), TimeInput::Switch(way.id), send) }
                { act((words.delete, (words.delete_long)(&way.name)), TimeInput::Delete(way.id), send) }
            }
        </li>
    }
}

fn act((label, name): (&'static str, String), input: TimeInput, send: &Callback<Command>) -> Html {
    let onclick = send.reform(move |_: MouseEvent| Command::Time(input.clone()));
    html! { <button type="button" class="button small" aria-label={name} {onclick}>{ label }</button> }
}

fn on_name(way: &Way, send: &Callback<Command>) -> Callback<Event> {
    let id = way.id;
    send.reform(move |event: Event| {
        let name: Rc<str> = event.target_unchecked_into::<HtmlInputElement>().value().into();
        Command::Time(TimeInput::Rename(id, name))
    })
}
