//! The timeline: what happened and who called what, newest first, to be filtered and searched.

mod entry;

use std::rc::Rc;

use view::Picture;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use self::entry::entry;
use crate::command::Command;
use crate::records::RecordInput;
use crate::story::{Kind, Opened, StoryView};
use crate::text::player_text;

/// What is shown.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The part of the timeline.
    pub view: Rc<StoryView>,
    /// What is unfolded.
    pub opened: Option<Opened>,
    /// What can be selected.
    pub picture: Rc<Picture>,
    /// Takes wishes.
    pub send: Callback<Command>,
}

/// The timeline.
#[component]
pub fn Story(props: &Props) -> Html {
    let (words, view) = (&player_text().story, &props.view);
    html! {
        <div class="story">
            <div class="story-head">{ filters(view, &props.send) }{ search(view, &props.send) }</div>
            if let Some(note) = (words.note)(view.filter) { <p class="story-note">{ note }</p> }
            // What comes while nobody searches is no answer: the page says it elsewhere.
            <p class="story-note" role={(!view.search.is_empty()).then_some("status")}>{ (words.found)(view.found) }</p>
            if view.entries.is_empty() {
                <p class="charts-empty">{ if view.filter.is_none() && view.search.is_empty() { words.nothing } else { words.nothing_found } }</p>
            }
            <ol aria-label={words.name}>
                { for view.entries.iter().map(|one| entry(one, props.opened.as_ref(), &props.picture, &props.send)) }
            </ol>
            if view.found > view.entries.len() { { more(&props.send) } }
        </div>
    }
}

/// Which kinds are shown: one of them, or all.
fn filters(view: &StoryView, send: &Callback<Command>) -> Html {
    let words = &player_text().story;
    let all = std::iter::once(None).chain(Kind::ALL.into_iter().map(Some));
    let button = |kind: Option<Kind>| {
        let onclick = send.reform(move |_: MouseEvent| Command::Records(RecordInput::Filter(kind)));
        let pressed = (kind == view.filter).to_string();
        html! { <button type="button" class="button small" aria-pressed={pressed} {onclick}>{ (words.kind)(kind) }</button> }
    };
    html! { <div class="row" role="group" aria-label={words.filter}>{ for all.map(button) }</div> }
}

fn search(view: &StoryView, send: &Callback<Command>) -> Html {
    let label = player_text().story.search;
    let oninput = send.reform(|event: InputEvent| {
        let typed = event.target_unchecked_into::<HtmlInputElement>().value();
        Command::Records(RecordInput::Search(typed.into()))
    });
    html! { <input type="search" aria-label={label} placeholder={label} value={view.search.to_string()} {oninput} /> }
}

fn more(send: &Callback<Command>) -> Html {
    let onclick = send.reform(|_: MouseEvent| Command::Records(RecordInput::More));
    html! { <button type="button" class="button small" {onclick}>{ player_text().story.more }</button> }
}
