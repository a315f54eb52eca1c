//! The port of an instance: what the load balancer believes of it, by shape and in words.

use view::fleet::{Belief, Health, Thing};
use view::{CardClass, Condition, Instance};
use yew::prelude::*;

use crate::components::icon::{Icon, small_icon};
use crate::components::stage::Scenery;
use crate::text::player_text;

/// The port.
pub(super) fn port(scenery: Scenery<'_>, instance: &Instance, place: String) -> Html {
    let Some(belief) = instance.beliefs.first() else {
        return Html::default();
    };
    let chosen = instance
        .beliefs
        .iter()
        .any(|belief| scenery.props.selected == Some(Thing::TargetGroup(belief.group)));
    html! {
        <span class={classes!("port", look(belief.health), chosen.then_some("chosen"))} data-door={place}
            style={left_percent(belief, scenery.props.now_s).map(|left| format!("--left:{left}%"))}>
            { small_icon(drawing(belief.health)) }
        </span>
    }
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

/// What is believed, in words: below the house where there is room, else for those who do not see the port.
pub(super) fn belief(scenery: Scenery<'_>, instance: &Instance) -> Html {
    let words = &player_text().fleet;
    let seen = instance
        .beliefs
        .first()
        .map(|belief| (words.belief)(belief, scenery.props.now_s));
    let life = instance.member.as_ref().filter(|member| !member.in_service);
    let life = life.map(|member| (words.life)(member));
    let said: Vec<String> = seen.into_iter().chain(life).collect();
    if said.is_empty() {
        return Html::default();
    }
    let said = said.join(" · ");
    let is_line = scenery.class == CardClass::M && instance.condition == Condition::Serving;
    if let Some(belief) = instance
        .beliefs
        .first()
        .filter(|belief| is_line && belief.health != Health::Healthy)
    {
        return html! { <span class="state">{ small_icon(drawing(belief.health)) }<span>{ said }</span></span> };
    }
    if scenery.class < CardClass::L {
        return html! { <span class="unseen">{ ", " }{ said }</span> };
    }
    let drawing = instance
        .beliefs
        .first()
        .map_or(Icon::Group, |belief| drawing(belief.health));
    html! { <span class="belief">{ small_icon(drawing) }<span><span class="unseen">{ ", " }</span>{ said }</span></span> }
}
