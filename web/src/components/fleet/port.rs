//! The port of an instance: what the load balancer believes of it, by shape and in words.

use view::fleet::{Belief, Health, Thing};
use view::{CardClass, Condition, Instance};
use yew::prelude::*;

use super::sign::{of_group, of_targets, sign};
use crate::components::icon::{Icon, small_icon};
use crate::components::stage::Scenery;
use crate::text::player_text;

/// Ports of a house that are drawn; what it is in besides is told by its inspector.
const PORTS: usize = 3;

/// The ports: one for each target group that the instance is in, the one that requests come by first.
pub(super) fn port(scenery: Scenery<'_>, instance: &Instance, place: String) -> Html {
    let shown = if scenery.class == CardClass::Xs { 1 } else { PORTS };
    let beliefs = instance.beliefs.iter().take(shown).enumerate();
    html! { <>{ for beliefs.map(|(row, belief)| one(scenery, belief, row, &place)) }</> }
}

fn one(scenery: Scenery<'_>, belief: &Belief, row: usize, place: &str) -> Html {
    let chosen = scenery.props.selected == Some(Thing::TargetGroup(belief.group));
    let left = left_percent(belief, scenery.props.now_s).map(|left| format!("--left:{left}%;"));
    let door = (row == 0).then(|| place.to_owned());
    html! {
        <span class={classes!("port", look(belief.health), chosen.then_some("chosen"), (row > 0).then_some("other"))} data-door={door}
            style={format!("{}--row:{row}", left.unwrap_or_default())}>
            { small_icon(drawing(belief.health)) }
            { sign("targets", of_targets(&scenery.props.picture.fleet, belief.group)) }
        </span>
    }
}

/// How a house looks that belongs to the selected group, and the sign of its group.
pub(super) fn membership(scenery: Scenery<'_>, instance: &Instance) -> (Option<&'static str>, Html) {
    let Some(member) = &instance.member else {
        return (None, Html::default());
    };
    let chosen = scenery.props.selected == Some(Thing::Group(member.group));
    (
        chosen.then_some("member-of-chosen"),
        sign("group", of_group(&scenery.props.picture.fleet, member.group)),
    )
}

const fn look(health: Health) -> &'static str {
    match health {
        Health::Initial => "initial",
        Health::Healthy => "healthy",
        Health::Unhealthy => "unhealthy",
        Health::Draining => "draining",
        Health::Unused => "unused",
    }
}

const fn drawing(health: Health) -> Icon {
    match health {
        Health::Initial => Icon::Hourglass,
        Health::Healthy => Icon::Check,
        Health::Unhealthy => Icon::Cross,
        Health::Draining => Icon::Leave,
        Health::Unused => Icon::Dash,
    }
}

/// How much of its draining is left.
fn left_percent(belief: &Belief, now_s: u64) -> Option<u64> {
    let until = belief.until?.as_secs();
    let whole = until.saturating_sub(belief.since.as_secs());
    (until.saturating_sub(now_s) * 100).checked_div(whole)
}

/// What is believed, in words: below the house where there is room and it is not what one sees, else for those who do not
/// see the port.
pub(super) fn belief(scenery: Scenery<'_>, instance: &Instance) -> Html {
    let said = said(scenery, instance);
    let Some(belief) = instance.beliefs.first() else {
        return html! { if !said.is_empty() { <span class="unseen">{ ", " }{ said }</span> } };
    };
    let is_plain = belief.health == Health::Healthy && belief.against == 0;
    let is_quiet = is_plain || instance.condition != Condition::Serving;
    match scenery.class {
        CardClass::M if !is_quiet && belief.health != Health::Healthy => {
            line(belief, said, scenery.props.now_s)
        }
        CardClass::L | CardClass::Xl if !is_plain => below(belief, said),
        _ => html! { <span class="unseen">{ ", " }{ said }</span> },
    }
}

/// Everything that is believed of it, and where it is in its life in its group.
fn said(scenery: Scenery<'_>, instance: &Instance) -> String {
    let words = &player_text().fleet;
    let beliefs = instance.beliefs.iter();
    let seen = beliefs.map(|belief| (words.belief)(belief, scenery.props.now_s));
    let life = instance.member.as_ref().filter(|member| !member.in_service);
    let said: Vec<String> = seen.chain(life.map(|member| (words.life)(member))).collect();
    said.join(" · ")
}

/// In the one line of a house that has but one.
fn line(belief: &Belief, said: String, now_s: u64) -> Html {
    let (word, since) = (player_text().fleet.belief_short)(belief, now_s);
    html! {
        <span class={classes!("state", "seen", look(belief.health))}>
            { small_icon(drawing(belief.health)) }
            <span aria-hidden="true">{ word }<span class="load">{ since }</span></span>
            <span class="unseen">{ ", " }{ said }</span>
        </span>
    }
}

/// Below the house.
fn below(belief: &Belief, said: String) -> Html {
    html! {
        <span class={classes!("belief", look(belief.health))}>
            { small_icon(drawing(belief.health)) }<span><span class="unseen">{ ", " }</span>{ said }</span>
        </span>
    }
}
