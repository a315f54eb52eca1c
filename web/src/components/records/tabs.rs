//! Which records are shown: one stop for the Tab key, arrows go from one to the next.

use view::chart::Topic;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::command::Command;
use crate::components::callbacks::send_if;
use crate::records::{RecordInput, Tab};
use crate::text::player_text;

/// What the tabs show.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// The one that is chosen.
    pub chosen: Tab,
    /// Takes wishes.
    pub send: Callback<Command>,
}

/// The tabs.
#[component]
pub(super) fn Tabs(props: &Props) -> Html {
    let chosen = use_node_ref();
    let moved = use_mut_ref(|| false);
    {
        let (chosen, moved) = (chosen.clone(), moved.clone());
        use_effect_with(props.chosen, move |_| {
            // The focus goes along with the arrow keys.
            if std::mem::take(&mut *moved.borrow_mut())
                && let Some(tab) = chosen.cast::<HtmlElement>()
            {
                let _ = tab.focus();
            }
        });
    }
    let shown = props.chosen;
    let onkeydown = send_if(&props.send, move |event: KeyboardEvent| {
        let to = neighbour(shown, &event.key())?;
        event.prevent_default();
        *moved.borrow_mut() = true;
        Some(Command::Records(RecordInput::Tab(to)))
    });
    let tab = |shown: Tab| tab(shown, shown == props.chosen, &chosen, &props.send);
    html! {
        <div class="tabs" role="tablist" aria-label={player_text().charts.topics} {onkeydown}>
            { for Tab::ALL.into_iter().map(tab) }
        </div>
    }
}

fn tab(tab: Tab, chosen: bool, reference: &NodeRef, send: &Callback<Command>) -> Html {
    let onclick = send.reform(move |_: MouseEvent| Command::Records(RecordInput::Tab(tab)));
    let reference = if chosen {
        reference.clone()
    } else {
        NodeRef::default()
    };
    html! {
        <button type="button" key={id(tab)} ref={reference} role="tab" id={id(tab)} aria-controls="records" aria-selected={chosen.to_string()}
            tabindex={if chosen { "0" } else { "-1" }} {onclick}>{ name(tab) }</button>
    }
}

/// The id of a tab.
pub(super) const fn id(tab: Tab) -> &'static str {
    let topic = match tab {
        Tab::Charts(topic) => topic,
        Tab::Story => return "records-timeline",
    };
    match topic {
        Topic::Employees => "records-employees",
        Topic::Zones => "records-zones",
        Topic::Instances => "records-instances",
        Topic::Cpu => "records-cpu",
        Topic::Groups => "records-groups",
        Topic::Alarms => "records-alarms",
    }
}

fn name(tab: Tab) -> &'static str {
    match tab {
        Tab::Charts(topic) => (player_text().charts.topic)(topic),
        Tab::Story => player_text().story.name,
    }
}

/// Where a key leads to; round and round.
fn neighbour(tab: Tab, key: &str) -> Option<Tab> {
    let all = Tab::ALL;
    let at = all.iter().position(|known| *known == tab)?;
    let to = match key {
        "ArrowRight" => (at + 1) % all.len(),
        "ArrowLeft" => (at + all.len() - 1) % all.len(),
        "Home" => 0,
        "End" => all.len() - 1,
        _ => return None,
    };
    Some(all[to])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_round() {
        let first = Tab::Charts(Topic::Employees);
        assert_eq!(neighbour(Tab::Story, "ArrowRight"), Some(first));
        assert_eq!(neighbour(first, "ArrowLeft"), Some(Tab::Story));
        assert_eq!(neighbour(Tab::Charts(Topic::Cpu), "Home"), Some(first));
        assert_eq!(neighbour(Tab::Story, "x"), None);
    }
}
