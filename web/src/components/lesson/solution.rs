//! The solution of a step: each of its lines is shown, and run with a press. Then a sibling is offered, to be done alone.

use yew::prelude::*;

use super::prose::prose;
use crate::components::callbacks::send_if;
use crate::components::command_line::unbroken;
use crate::components::icon::{Icon, small_icon};
use crate::panel::{PanelInput, Solution};
use crate::text::player_text;

/// The solution, or the button that asks for it.
pub fn solution(solution: &Solution, send: &Callback<PanelInput>) -> Html {
    let words = &player_text().lesson;
    if solution.lines.is_empty() {
        let onclick = send_if(send, |_: MouseEvent| Some(PanelInput::ShowSolution));
        return html! {
            <div class="row">
                <button type="button" class="button small" {onclick}>{ words.show_solution }</button>
                <span class="why-not">{ words.show_solution_note }</span>
            </div>
        };
    }
    html! {
        <section class="solution" aria-label={words.solution}>
            <h3>{ words.solution }</h3>
            <ol class="lines">{ for (0..solution.lines.len()).map(|index| line(solution, index)) }</ol>
            { run(solution, send) }
            if let Some(variant) = &solution.variant {
                <div class="variant" role="status"><b>{ words.variant }</b>{ prose(variant) }</div>
            }
        </section>
    }
}

fn line(solution: &Solution, index: usize) -> Html {
    let words = &player_text().lesson;
    let (class, state) = match index {
        _ if index < solution.run => ("run", words.line_run),
        _ if index == solution.run => ("next", words.line_next),
        _ => ("ahead", ""),
    };
    html! {
        <li {class}>
            <span aria-hidden="true">if class == "run" { { small_icon(Icon::Check) } }</span>
            <span><code>{ unbroken(&solution.lines[index]) }</code><span class="unseen">{ state }</span></span>
        </li>
    }
}

fn run(solution: &Solution, send: &Callback<PanelInput>) -> Html {
    let words = &player_text().lesson;
    if solution.run == solution.lines.len() && !solution.waits {
        return html! { <p class="why-not" role="status">{ words.solution_through }</p> };
    }
    let open = !solution.waits;
    let onclick = send_if(send, move |_: MouseEvent| open.then_some(PanelInput::RunLine));
    html! {
        <div class="row">
            <button type="button" class="button small own" aria-disabled={(!open).to_string()} {onclick}>{ words.run_line }</button>
            if solution.waits { <span class="why-not" role="status">{ words.line_waits }</span> }
        </div>
    }
}
