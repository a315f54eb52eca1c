//! What could stand at the caret, as a list to choose from.

use cli::Completion;
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use crate::text::player_text;

/// The list's id.
pub(super) const ID: &str = "terminal-choices";

/// Choices that are listed at most: of more, one types on.
const MOST: usize = 60;

/// The choices.
pub(super) struct Popup {
    completion: Completion,
    chosen: Option<usize>,
}

impl Popup {
    /// The list of a completion that leaves a choice.
    pub(super) fn new(completion: Completion) -> Option<Self> {
        let some = !completion.choices.is_empty();
        some.then_some(Self {
            completion,
            chosen: None,
        })
    }

    /// Whether there is but one choice and it is written already.
    pub(super) fn is_only(&self, before: &str) -> bool {
        let word = &before[self.completion.start..];
        matches!(&self.completion.choices[..], [only] if only.text == word)
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.completion.choices.len()
    }

    fn listed(&self) -> usize {
        self.count().min(MOST)
    }

    /// The index of the one that would be taken.
    pub(super) fn chosen(&self) -> Option<usize> {
        self.chosen
    }

    /// The id of the one that would be taken.
    pub(super) fn chosen_id(&self) -> Option<String> {
        self.chosen.map(id)
    }

    /// Goes on by so many, around the ends.
    pub(super) fn turn(&mut self, by: isize) {
        let count = self.listed() as isize;
        let next = match self.chosen {
            Some(index) => index as isize + by,
            None if by > 0 => 0,
            None => -1,
        };
        self.chosen = Some(next.rem_euclid(count) as usize);
    }

    /// The one that would be taken, in words.
    pub(super) fn said(&self) -> String {
        let Some(index) = self.chosen else {
            return String::new();
        };
        let choice = &self.completion.choices[index];
        (player_text().terminal.choice)(self.short(&choice.text), &choice.note, index + 1, self.listed())
    }

    /// Where the word of a choice begins, how it is written, and what it is called.
    pub(super) fn taken(&self, index: usize) -> Option<(usize, String, String)> {
        let choice = self.completion.choices.get(index)?;
        let written = self.completion.written(choice);
        Some((self.completion.start, written, choice.text.clone()))
    }

    /// Of a long word, only what is new.
    fn short<'a>(&self, text: &'a str) -> &'a str {
        text.strip_prefix(&self.completion.before).unwrap_or(text)
    }

    pub(super) fn view(&self, take: Callback<usize>) -> Html {
        let words = &player_text().terminal;
        let options = self.completion.choices.iter().take(MOST).enumerate().map(|(index, choice)| {
            let take = take.clone();
            // The focus stays in the line.
            let onmousedown = Callback::from(move |event: MouseEvent| {
                event.prevent_default();
                take.emit(index);
            });
            html! {
                <li id={id(index)} role="option" aria-selected={(self.chosen == Some(index)).to_string()} {onmousedown}>
                    <code>{ self.short(&choice.text) }</code>
                    if !choice.note.is_empty() { <span>{ &choice.note }</span> }
                </li>
            }
        });
        let more = self.count() - self.listed();
        html! {
            <div class="terminal-popup">
                <ul id={ID} role="listbox" tabindex="0" aria-label={words.choices_name}>{ for options }</ul>
                if more > 0 { <p>{ (words.more_choices)(more) }</p> }
            </div>
        }
    }
}

fn id(index: usize) -> String {
    format!("terminal-choice-{index}")
}

/// Scrolls the list to the one that would be taken.
pub(super) fn keep_in_sight() {
    let document = web_sys::window().and_then(|window| window.document());
    let chosen = document.and_then(|document| {
        let found = document.query_selector(".terminal-popup [aria-selected=true]");
        found.ok().flatten()
    });
    if let Some(chosen) = chosen {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        chosen.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
