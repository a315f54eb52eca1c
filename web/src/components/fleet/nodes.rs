//! The signpost of DNS, the nodes of load balancers in their zones, and what a zone's small houses cannot say.

use view::fleet::{Node, Thing};
use view::flight::Place;
use view::{CardClass, Zone};
use yew::prelude::*;

use super::sign::{of_balancer, sign};
use crate::canvas::place_name;
use crate::command::Command;
use crate::components::icon::{Icon, icon, small_icon};
use crate::components::stage::Scenery;
use crate::components::stage::focus::tab_index;
use crate::text::{player_text, text};

/// DNS, where employees ask for the name of a load balancer.
pub(super) fn signpost(scenery: Scenery<'_>) -> Html {
    let words = &player_text().fleet;
    let fleet = &scenery.props.picture.fleet;
    let names = fleet.balancers.iter().filter(|balancer| balancer.addressed);
    let names: Vec<&str> = names.map(|balancer| &*balancer.dns_name).collect();
    if names.is_empty() {
        return Html::default();
    }
    html! {
        <div class="signpost" role="group" tabindex={tab_index(scenery.stop, "dns")} data-stop="dns"
            aria-label={(words.dns_summary)(&names, &scenery.props.picture.zones)}>
            <span class="sign" data-signpost="">{ icon(Icon::Dns) }</span>
            <span>{ words.dns }</span>
        </div>
    }
}

/// The nodes in a zone, each below the chip of its load balancer.
pub(super) fn nodes(scenery: Scenery<'_>, zone: &Zone) -> Html {
    let fleet = &scenery.props.picture.fleet;
    let one = |node: &Node| {
        let column = fleet
            .balancers
            .iter()
            .position(|each| each.index == node.balancer);
        draw(scenery, zone, node, column.unwrap_or(0))
    };
    html! { if !zone.nodes.is_empty() { <ul class="nodes">{ for zone.nodes.iter().map(one) }</ul> } }
}

fn draw(scenery: Scenery<'_>, zone: &Zone, node: &Node, column: usize) -> Html {
    let words = &player_text().fleet;
    let place = Place::Node(node.index);
    let (name, thing) = (place_name(place), Thing::Place(place));
    let selected = scenery.props.selected == Some(thing);
    let chosen = (!selected).then_some(thing);
    let onclick = scenery
        .props
        .send
        .reform(move |_: MouseEvent| Command::Select(chosen));
    let fleet = &scenery.props.picture.fleet;
    let balancer = fleet.balancer(node.balancer);
    let owner = balancer.map_or("", |balancer| &*balancer.name);
    let heap = scenery.props.heaps.iter().find(|heap| heap.place == place);
    html! {
        <li key={node.index} style={format!("--place:{column}")}>
            <button type="button" class={classes!("node", (!node.in_dns).then_some("hidden-from-dns"), selected.then_some("selected"))}
                tabindex={tab_index(scenery.stop, &name)} data-place={name.clone()} data-stop={name}
                aria-pressed={selected.to_string()} {onclick}>
                { icon(Icon::Balancer) }
                <span aria-hidden="true">{ words.node }</span>
                { sign("balancer", of_balancer(fleet, node.balancer)) }
                <span class="unseen">{ (words.node_summary)(node, owner, &zone.name) }</span>
            </button>
            if !node.in_dns && balancer.is_some_and(|balancer| balancer.active) {
                <span class="beside-node">{ words.not_in_dns }</span>
            }
            if let Some(heap) = heap { <span class="heap">{ (text().stage.failed)(heap.failed) }</span> }
        </li>
    }
}

/// Counts in the zone's header, where houses have no room for words.
pub(super) fn counts(scenery: Scenery<'_>, zone: &Zone) -> Html {
    if scenery.class >= CardClass::M || zone.instances.is_empty() {
        return Html::default();
    }
    let places = zone
        .instances
        .iter()
        .map(|instance| Place::Instance(instance.index));
    let failed = places
        .filter_map(|place| scenery.props.heaps.iter().find(|heap| heap.place == place))
        .map(|heap| heap.failed)
        .sum::<u64>();
    let words = &player_text().fleet;
    html! {
        <span class="zone-counts">
            { for (words.zone_counts)(zone).into_iter().map(|(good, count)| html! {
                <span class={classes!((!good).then_some("bad"))}>
                    { small_icon(if good { Icon::Check } else { Icon::Cross }) }{ count }
                </span>
            }) }
            if failed > 0 { <span class="bad">{ small_icon(Icon::Cross) }{ (text().stage.failed)(failed) }</span> }
        </span>
    }
}
