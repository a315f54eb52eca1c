//! A lesson's buttons, each with the commands that it submits.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::callbacks::send_if;

use crate::components::command_line::CommandLines;
use crate::panel::{LessonAct, PanelInput};

/// What is shown.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The buttons.
    pub acts: Rc<[LessonAct]>,
    /// Takes what is pressed.
    pub send: Callback<PanelInput>,
}

/// The buttons.
#[component]
pub fn Acts(props: &Props) -> Html {
    html! { <ul class="acts">{ for props.acts.iter().map(|act| button(props, act)) }</ul> }
}

fn button(props: &Props, act: &LessonAct) -> Html {
    let open = act.refused.is_none();
    let id = act.id.clone();
    let onclick = send_if(&props.send, move |_: MouseEvent| {
        open.then(|| PanelInput::Act(id.clone()))
    });
    let lines: Vec<AttrValue> = act
        .commands
        .iter()
        .map(|line| AttrValue::from(line.clone()))
        .collect();
    html! {
        <li>
            <button type="button" class="button own" aria-disabled={(!open).to_string()} {onclick}>{ &*act.label }</button>
            if let Some(why) = &act.refused { <p class="why-not">{ &**why }</p> }
            <CommandLines {lines} />
        </li>
    }
}
