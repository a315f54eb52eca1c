//! What can be done with the lesson as a whole: begun again, left for a while, kept as a file.

use yew::prelude::*;

use crate::command::{Command, LessonCommand};
use crate::panel::Panel;
use crate::text::player_text;

/// The menu, closed until it is asked for.
pub fn menu(panel: &Panel, send: &Callback<Command>) -> Html {
    let words = &player_text().progress;
    let entries = [
        (LessonCommand::ResetStep, words.reset_step, words.reset_step_note),
        (
            LessonCommand::ResetLesson,
            words.reset_lesson,
            words.reset_lesson_note,
        ),
        (LessonCommand::Sandbox, words.sandbox, words.sandbox_note),
        (
            LessonCommand::SaveResults,
            words.save_results,
            words.save_results_note,
        ),
        (LessonCommand::Tour, words.tour, ""),
    ];
    let settings = send.reform(|_: MouseEvent| Command::ToggleSettings);
    html! {
        <details class="lesson-menu">
            <summary>{ words.menu }</summary>
            if !panel.kept { <p class="why-not" role="status">{ words.not_kept_here }</p> }
            <ul>
                { for entries.into_iter().map(|(command, name, note)| entry(command, name, note, send)) }
                <li><button type="button" class="plain" onclick={settings}>{ player_text().settings.open }</button></li>
            </ul>
        </details>
    }
}

fn entry(command: LessonCommand, name: &'static str, note: &'static str, send: &Callback<Command>) -> Html {
    let onclick = send.reform(move |_: MouseEvent| Command::Lesson(command));
    html! {
        <li>
            <button type="button" class="plain" {onclick}>{ name }</button>
            if !note.is_empty() { <span class="why-not">{ note }</span> }
        </li>
    }
}
