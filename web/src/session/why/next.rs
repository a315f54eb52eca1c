//! What follows by rule, if nothing comes between.

use view::Picture;
use view::fleet::{Belief, Health, Thing};
use view::flight::Place;

use crate::text::player_text;
use crate::why::Next;

/// What will become of something, as far as rules and its present state tell.
pub(super) fn next(thing: Thing, picture: &Picture) -> Vec<Next> {
    match thing {
        Thing::Place(Place::Instance(index)) => {
            let Some((_, instance)) = picture.instance(index) else {
                return Vec::new();
            };
            let beliefs = instance.beliefs.iter();
            beliefs
                .filter_map(|belief| of_belief(&instance.name, belief))
                .collect()
        }
        Thing::Group(index) => {
            let group = picture.fleet.group(index);
            let lacking = group.map_or(0, |group| group.desired.saturating_sub(group.in_service));
            group
                .filter(|_| lacking > 0)
                .map(|group| Next {
                    at: None,
                    sentence: (player_text().why.next_missing)(&group.name, lacking).into(),
                })
                .into_iter()
                .collect()
        }
        _ => Vec::new(),
    }
}

fn of_belief(name: &str, belief: &Belief) -> Option<Next> {
    let words = &player_text().why;
    if let (Health::Draining, Some(until)) = (belief.health, belief.until) {
        return Some(Next {
            at: Some(until),
            sentence: (words.next_drained)(name).into(),
        });
    }
    checks_left(belief).map(|left| Next {
        at: None,
        sentence: (words.next_belief)(name, left, belief.health == Health::Healthy).into(),
    })
}

/// How many more checks against it a target that is doubted has left.
fn checks_left(belief: &Belief) -> Option<u32> {
    let seen = matches!(belief.health, Health::Healthy | Health::Unhealthy);
    let left = belief.needed.saturating_sub(belief.against);
    (seen && belief.against > 0 && left > 0).then_some(left)
}

#[cfg(test)]
mod tests {
    use des::SimTime;

    use super::*;

    fn belief(health: Health, against: u32) -> Belief {
        Belief {
            group: 0,
            health,
            reason: None,
            description: None,
            since: SimTime::ZERO,
            against,
            needed: 2,
            until: None,
        }
    }

    #[test]
    fn only_a_target_that_is_doubted_will_be_seen_otherwise() {
        assert_eq!(checks_left(&belief(Health::Healthy, 1)), Some(1));
        assert_eq!(checks_left(&belief(Health::Healthy, 0)), None);
        assert_eq!(checks_left(&belief(Health::Initial, 1)), None);
    }
}
