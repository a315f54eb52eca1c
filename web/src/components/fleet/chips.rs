//! The chips above the lanes: load balancers, their target groups, Auto Scaling groups; and the alarms.

use view::fleet::{Alarm, AlarmState, Balancer, Group, TargetGroup, Thing};
use yew::prelude::*;

use super::sign::{of_balancer, of_group, of_targets, sign};
use crate::canvas::fleet::{balancer_chip, group_chip};
use crate::command::Command;
use crate::components::icon::{Icon, small_icon};
use crate::components::stage::Scenery;
use crate::components::stage::focus::tab_index;
use crate::text::player_text;

/// Alarms that have a chip of their own; the others share one.
const ALARM_CHIPS: usize = 2;

/// All chips.
pub(super) fn chips(scenery: Scenery<'_>) -> Html {
    let fleet = &scenery.props.picture.fleet;
    let nothing = fleet.balancers.is_empty() && fleet.target_groups.is_empty() && fleet.groups.is_empty();
    html! {
        <>
            if !fleet.alarms.is_empty() { { alarms(scenery, &fleet.alarms) } }
            if !nothing {
                <div class="chips">
                    { for fleet.balancers.iter().map(|balancer| balancer_of(scenery, balancer)) }
                    { for fleet.target_groups.iter().map(|group| target_group(scenery, group)) }
                    { for fleet.groups.iter().map(|each| group(scenery, each)) }
                </div>
            }
        </>
    }
}

/// What a chip is and says.
struct Chip {
    thing: Thing,
    stop: String,
    class: &'static str,
    icon: Icon,
    /// What tells it from others of its kind, on it and on what belongs to it.
    sign: Option<String>,
    name: String,
    /// What it says beside its name, in full and where there is little room.
    words: (String, String),
    summary: String,
}

fn chip(scenery: Scenery<'_>, chip: Chip) -> Html {
    let selected = scenery.props.selected == Some(chip.thing);
    let chosen = (!selected).then_some(chip.thing);
    let onclick = scenery
        .props
        .send
        .reform(move |_: MouseEvent| Command::Select(chosen));
    let (long, short) = chip.words;
    html! {
        <button type="button" class={classes!("chip", chip.class, selected.then_some("selected"), scenery.cued(chip.thing))} data-chip={chip.stop.clone()}
            tabindex={tab_index(scenery.stop, &chip.stop)} data-stop={chip.stop} aria-pressed={selected.to_string()} {onclick}>
            { small_icon(chip.icon) }
            { sign("", chip.sign) }
            <b aria-hidden="true">{ chip.name }</b>
            if !long.is_empty() { <span class="long" aria-hidden="true">{ long }</span> }
            if !short.is_empty() { <span class="short" aria-hidden="true">{ short }</span> }
            <span class="unseen">{ chip.summary }</span>
        </button>
    }
}

fn balancer_of(scenery: Scenery<'_>, balancer: &Balancer) -> Html {
    let words = &player_text().fleet;
    let age_s = scenery.props.now_s.saturating_sub(balancer.since.as_secs());
    let state = (words.balancer_state)(balancer, age_s);
    chip(
        scenery,
        Chip {
            thing: Thing::Balancer(balancer.index),
            stop: balancer_chip(balancer.index),
            class: if balancer.active {
                "balancer"
            } else {
                "balancer unready"
            },
            icon: Icon::Balancer,
            sign: of_balancer(&scenery.props.picture.fleet, balancer.index),
            name: balancer.name.to_string(),
            words: (state.clone(), state),
            summary: (words.balancer_summary)(balancer, age_s),
        },
    )
}

fn target_group(scenery: Scenery<'_>, group: &TargetGroup) -> Html {
    let words = &player_text().fleet;
    let health = (words.healthy_of)(group.healthy(), group.targets.len());
    let short = format!("{}/{}", group.healthy(), group.targets.len());
    chip(
        scenery,
        Chip {
            thing: Thing::TargetGroup(group.index),
            stop: format!("targets-{}", group.index),
            class: "targets",
            icon: Icon::Target,
            sign: of_targets(&scenery.props.picture.fleet, group.index),
            name: group.name.to_string(),
            words: (health, short),
            summary: (words.target_group_summary)(group),
        },
    )
}

fn group(scenery: Scenery<'_>, group: &Group) -> Html {
    let words = &player_text().fleet;
    chip(
        scenery,
        Chip {
            thing: Thing::Group(group.index),
            stop: group_chip(group.index),
            class: if group.in_service < group.desired {
                "group short-of"
            } else {
                "group"
            },
            icon: Icon::Group,
            sign: of_group(&scenery.props.picture.fleet, group.index),
            name: group.name.to_string(),
            words: (
                (words.group_size)(group),
                format!("{} · {} · {}", group.min, group.desired, group.max),
            ),
            summary: (words.group_summary)(group),
        },
    )
}

/// First those in alarm, then the others; what has no chip is in the list that every chip opens.
fn alarms(scenery: Scenery<'_>, alarms: &[Alarm]) -> Html {
    let mut ordered: Vec<&Alarm> = alarms.iter().collect();
    ordered.sort_by_key(|alarm| alarm.state != AlarmState::Alarm);
    let shown = if ordered.len() > ALARM_CHIPS {
        1
    } else {
        ALARM_CHIPS
    };
    let others = ordered.len().saturating_sub(shown);
    html! {
        <div class="alarms">
            { for ordered.iter().take(shown).map(|each| alarm(scenery, each)) }
            if others > 0 { { other_alarms(scenery, others) } }
        </div>
    }
}

fn alarm(scenery: Scenery<'_>, alarm: &Alarm) -> Html {
    let words = &player_text().fleet;
    let state = (words.alarm_state)(alarm.state).to_owned();
    chip(
        scenery,
        Chip {
            thing: Thing::Alarms,
            stop: format!("alarm-{}", alarm.index),
            class: if alarm.state == AlarmState::Alarm {
                "alarm ringing"
            } else {
                "alarm"
            },
            icon: Icon::Alarm,
            sign: None,
            name: short(&alarm.name),
            summary: (words.alarm_summary)(alarm),
            words: (state.clone(), state),
        },
    )
}

fn other_alarms(scenery: Scenery<'_>, others: usize) -> Html {
    let name = (player_text().fleet.more_alarms)(others);
    chip(
        scenery,
        Chip {
            thing: Thing::Alarms,
            stop: "alarms".to_owned(),
            class: "alarm",
            icon: Icon::Alarm,
            sign: None,
            summary: name.clone(),
            name,
            words: (String::new(), String::new()),
        },
    )
}

/// As much of an alarm's name as there is room for: of the names that Auto Scaling gives, what tells them apart.
fn short(name: &str) -> String {
    let told = name
        .strip_prefix(GIVEN)
        .and_then(|rest| rest.get(..rest.len().checked_sub(UUID)?))
        .unwrap_or(name);
    if told.chars().count() <= LETTERS {
        return told.to_owned();
    }
    told.chars().take(LETTERS - 1).chain(['…']).collect()
}

/// How Auto Scaling begins the names of its alarms.
const GIVEN: &str = "TargetTracking-";
/// What it ends them with: a dash and a UUID.
const UUID: usize = 37;
/// The most letters of a name on a chip.
const LETTERS: usize = 20;

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn names_of_alarms_keep_what_tells_them_apart() {
        let given = "TargetTracking-app-asg-AlarmLow-570b8d09-02cb-4e30-859c-1d9d9ec156a9";
        assert_eq!(short(given), "app-asg-AlarmLow");
        assert_eq!(short("directory-5xx"), "directory-5xx");
        assert_eq!(short("a-very-long-name-of-an-alarm"), "a-very-long-name-of…");
        assert_eq!(short("TargetTracking-x"), "TargetTracking-x");
    }
}
