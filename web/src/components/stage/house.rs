//! An instance: a house whose lit windows are busy workers.

use view::fleet::{Health, Thing};
use view::flight::Place;
use view::{CardClass, Condition, Instance, Percent};
use yew::prelude::*;

use super::Scenery;
use super::focus::tab_index;
use crate::canvas::place_name;
use crate::command::Command;
use crate::components::icon::{Icon, icon, small_icon};
use crate::text::text;

/// The most windows drawn; with more workers each stands for several.
const MOST_WINDOWS: u32 = 8;

/// A house.
pub fn house(scenery: Scenery<'_>, instance: &Instance) -> Html {
    let place = Place::Instance(instance.index);
    let (name, selected) = (place_name(place), scenery.is_selected(place));
    let chosen = (!selected).then_some(Thing::Place(place));
    let (membership, sign) = scenery.props.fittings.map_or_else(Default::default, |fittings| {
        (fittings.membership)(scenery, instance)
    });
    let onclick = scenery
        .props
        .send
        .reform(move |_: MouseEvent| Command::Select(chosen));
    html! {
        <li key={instance.index} class="slot" style={format!("--slot:{}", instance.slot)}>
            <button type="button" class={classes!("house", look(instance.condition), selected.then_some("selected"), is_draining(instance).then_some("leaving"), membership)}
                style={progress(instance.condition).map(|percent| format!("--progress:{percent}%"))}
                tabindex={tab_index(scenery.stop, &name)} data-place={name.clone()} data-stop={name.clone()}
                aria-pressed={selected.to_string()} {onclick}>
                { body(scenery, instance, name) }
                { sign }
            </button>
            { beside(scenery, instance) }
        </li>
    }
}

fn body(scenery: Scenery<'_>, instance: &Instance, place: String) -> Html {
    let class = scenery.class;
    html! {
        <>
            { door(scenery, instance, place) }
            { name(instance, class) }
            if class == CardClass::Xl { { address(instance) } }
            { windows(instance) }
            if class >= CardClass::L { { cpu(instance) } }
            { state(scenery, instance) }
            if let Some(fittings) = scenery.props.fittings { { (fittings.belief)(scenery, instance) } }
        </>
    }
}

/// Where requests come in: of a target its port, which shows what is believed of it.
fn door(scenery: Scenery<'_>, instance: &Instance, place: String) -> Html {
    match scenery.props.fittings {
        Some(fittings) if !instance.beliefs.is_empty() => (fittings.port)(scenery, instance, place),
        _ => html! { <span class="door" data-door={place}>{ small_icon(Icon::Chevron) }</span> },
    }
}

fn is_draining(instance: &Instance) -> bool {
    instance
        .beliefs
        .first()
        .is_some_and(|belief| belief.until.is_some())
}

fn name(instance: &Instance, class: CardClass) -> Html {
    if class < CardClass::M {
        return html! { <span class="unseen">{ &*instance.name }</span> };
    }
    html! {
        <span class="house-name">
            if class == CardClass::Xl { { icon(Icon::Instance) } }
            { short_name(instance, class) }
            if class >= CardClass::L { <small>{ &*instance.instance_type }</small> }
        </span>
    }
}

/// The name; of an instance without one as much of its id as there is room for.
fn short_name(instance: &Instance, class: CardClass) -> String {
    let length = match class {
        CardClass::Xl => usize::MAX,
        CardClass::L => 10,
        _ => 6,
    };
    let has_name = instance.name != instance.id;
    instance
        .name
        .chars()
        .take(if has_name { usize::MAX } else { length })
        .collect()
}

fn address(instance: &Instance) -> Html {
    let words = &text().stage;
    html! {
        <span class="address">
            if let Some(address) = &instance.public_address {
                { words.public_address }{ " " }<code>{ &**address }</code>
            } else {
                { words.no_public_address }
            }
        </span>
    }
}

fn windows(instance: &Instance) -> Html {
    let total = instance.workers.total.clamp(1, MOST_WINDOWS);
    let lit = lit_windows(instance.workers.busy, instance.workers.total, total);
    html! {
        <span class="windows">{ for (0..total).map(|index| html! { <i class={(turn(index, total) < lit).then_some("lit")} /> }) }</span>
    }
}

/// Busy workers as windows, rounded up: work is never hidden.
fn lit_windows(busy: u32, workers: u32, windows: u32) -> u32 {
    if workers <= windows {
        busy.min(windows)
    } else {
        (busy * windows).div_ceil(workers)
    }
}

/// The order in which windows light up, spread over the house rather than from one corner.
fn turn(index: u32, total: u32) -> u32 {
    if total == MOST_WINDOWS {
        [0, 4, 2, 6, 5, 1, 7, 3][index as usize]
    } else {
        index
    }
}

fn cpu(instance: &Instance) -> Html {
    let value = instance.cpu.map_or_else(
        || text().stage.no_data.to_owned(),
        |cpu| (text().number.percent)(f64::from(cpu)),
    );
    html! {
        <span class="cpu">
            <span>{ "CPU" }</span>
            <i style={format!("--share:{}%", instance.cpu.unwrap_or(0))} />
            <b>{ value }</b>
        </span>
    }
}

fn state(scenery: Scenery<'_>, instance: &Instance) -> Html {
    let words = &text().stage;
    let state = (words.state)(
        instance,
        scenery.props.now_s.saturating_sub(instance.since.as_secs()),
    );
    let more = html! { <span class="unseen">{ (words.more)(instance) }</span> };
    if scenery.class < CardClass::M {
        return html! { <span class="unseen">{ ", " }{ state }{ more }</span> };
    }
    html! {
        <span class={if speaks_by_port(scenery, instance) { "unseen" } else { "state" }}>
            { small_icon(state_icon(instance.condition)) }
            <span>{ state }if scenery.class == CardClass::M && scenery.props.fittings.is_some() { { load(instance) } }<span class="long">{ (words.checks)(instance) }</span>{ more }</span>
        </span>
    }
}

/// True if there is room for one line, and what is believed differs from what is so: then the belief is the line.
fn speaks_by_port(scenery: Scenery<'_>, instance: &Instance) -> bool {
    let belief = instance.beliefs.first().map(|belief| belief.health);
    let differs = belief.is_some_and(|health| health != Health::Healthy);
    scenery.class == CardClass::M && instance.condition == Condition::Serving && differs
}

/// The load beside the state, where there is no room for a bar.
fn load(instance: &Instance) -> Html {
    let load = instance.cpu.filter(|_| instance.condition == Condition::Serving);
    let words = |cpu| format!(" · {}", (text().number.percent)(f64::from(cpu)));
    html! { if let Some(cpu) = load { <span class="load">{ words(cpu) }</span> } }
}

fn beside(scenery: Scenery<'_>, instance: &Instance) -> Html {
    let (words, waiting) = (&text().stage, instance.waiting);
    let place = Place::Instance(instance.index);
    let heap = scenery.props.heaps.iter().find(|heap| heap.place == place);
    let large = scenery.class >= CardClass::L;
    html! {
        <>
            if large { <span class={classes!("queue", (waiting == 0).then_some("nobody"))}>{ (words.waiting)(waiting) }</span> }
            if let Some(heap) = heap.filter(|_| large) { <span class="heap">{ (words.failed)(heap.failed) }</span> }
            if let Some(cue) = scenery.cue(place) { <span class="cue" role="note">{ cue }</span> }
        </>
    }
}

fn look(condition: Condition) -> &'static str {
    match condition {
        Condition::Pending => "pending",
        Condition::OsStarting(_) | Condition::AppStarting(_) => "starting",
        Condition::Serving => "serving",
        Condition::Hung => "hung",
        Condition::AppDown | Condition::Crashed => "down",
        Condition::NoPower => "no-power",
        Condition::Stopping | Condition::Stopped | Condition::ShuttingDown => "off",
        Condition::Terminated => "gone",
    }
}

fn progress(condition: Condition) -> Option<Percent> {
    match condition {
        Condition::OsStarting(percent) => Some(percent / 3),
        Condition::AppStarting(percent) => Some(33 + percent / 3 * 2),
        _ => None,
    }
}

fn state_icon(condition: Condition) -> Icon {
    match condition {
        Condition::Serving => Icon::Check,
        Condition::Hung | Condition::AppDown | Condition::Crashed => Icon::Warning,
        Condition::Pending | Condition::OsStarting(_) | Condition::AppStarting(_) => Icon::Hourglass,
        Condition::Stopping | Condition::ShuttingDown => Icon::Hourglass,
        Condition::Stopped | Condition::NoPower => Icon::Power,
        Condition::Terminated => Icon::Cross,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_never_hidden() {
        assert_eq!(lit_windows(3, 8, 8), 3);
        assert_eq!(lit_windows(1, 64, 8), 1);
        assert_eq!(lit_windows(64, 64, 8), 8);
        assert_eq!(lit_windows(0, 64, 8), 0);
    }

    #[test]
    fn every_window_has_its_turn() {
        let mut turns: Vec<_> = (0..8).map(|index| turn(index, 8)).collect();
        turns.sort_unstable();
        assert_eq!(turns, (0..8).collect::<Vec<_>>());
    }
}
