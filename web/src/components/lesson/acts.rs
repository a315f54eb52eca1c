//! A lesson's buttons, each with the commands that it submits.

use yew::prelude::*;

use crate::components::callbacks::send_if;
use crate::components::command_line::command_lines;
use crate::panel::{LessonAct, PanelInput};

/// The buttons.
pub fn acts(acts: &[LessonAct], send: &Callback<PanelInput>) -> Html {
    html! { <ul class="acts">{ for acts.iter().map(|act| button(act, send)) }</ul> }
}

fn button(act: &LessonAct, send: &Callback<PanelInput>) -> Html {
    let open = act.refused.is_none();
    let id = act.id.clone();
    let onclick = send_if(send, move |_: MouseEvent| {
        open.then(|| PanelInput::Act(id.clone()))
    });
    html! {
        <li>
            <button type="button" class="button own" aria-disabled={(!open).to_string()} {onclick}>{ &*act.label }</button>
            if let Some(why) = &act.refused { <p class="why-not">{ &**why }</p> }
            { command_lines(&act.commands) }
        </li>
    }
}
