//! Where an output names something that stands in the picture.

use cloud::Cloud;
use view::Picture;
use view::fleet::Thing;
use view::flight::Place;

use crate::terminal::Link;

/// The places where `output` names something, from left to right.
pub(super) fn links(output: &str, picture: &Picture, cloud: &Cloud) -> Vec<Link> {
    let (mut links, mut at) = (Vec::new(), 0);
    for part in output.split(|letter: char| !is_of_name(letter)) {
        let word = part.trim_end_matches(['.', ':', '/']);
        let found = thing(word, &output[..at], picture).or_else(|| holding(word, cloud));
        if let Some(thing) = found {
            let place = at..at + word.len();
            links.push(Link { place, thing });
        }
        at += part.len();
        at += output[at..].chars().next().map_or(0, char::len_utf8);
    }
    links
}

/// Whether a letter may stand in an id, an address or an ARN.
fn is_of_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "-_./:".contains(letter)
}

/// What a word names, which stands behind `before`.
fn thing(word: &str, before: &str, picture: &Picture) -> Option<Thing> {
    if let Some(path) = word.strip_prefix("arn:") {
        return by_arn(path, picture);
    }
    if let Some(key) = key(before) {
        return by_name(key, word, picture).or_else(|| by_id(word, picture));
    }
    by_id(word, picture)
}

/// What has no place of its own in the picture: a subnet stands for its zone, a security group is in the Region.
fn holding(word: &str, cloud: &Cloud) -> Option<Thing> {
    if word.starts_with("subnet-") {
        let zone = cloud.ec2.subnet_ids.iter().position(|id| id == word)?;
        return Some(Thing::Zone(u16::try_from(zone).ok()?));
    }
    let held = word.starts_with("sg-") || word.starts_with("lt-") || word.starts_with("eipalloc-");
    held.then_some(Thing::Region)
}

fn by_id(word: &str, picture: &Picture) -> Option<Thing> {
    let is_instance = |id: &str, address: Option<&str>| id == word || address == Some(word);
    if word.starts_with("i-") || word.contains('.') {
        let found = picture
            .instances()
            .find(|(_, instance)| is_instance(&instance.id, instance.public_address.as_deref()));
        if let Some((_, instance)) = found {
            return Some(Thing::Place(Place::Instance(instance.index)));
        }
        let balancers = picture.fleet.balancers.iter();
        let balancer = balancers.clone().find(|balancer| &*balancer.dns_name == word)?;
        return Some(Thing::Balancer(balancer.index));
    }
    let zone = picture
        .zones
        .iter()
        .position(|zone| [&*zone.name, &*zone.id].contains(&word))?;
    Some(Thing::Zone(u16::try_from(zone).ok()?))
}

/// By an ARN without its `arn:`.
fn by_arn(path: &str, picture: &Picture) -> Option<Thing> {
    let resource = path.splitn(5, ':').nth(4)?;
    let kinds = [
        ("loadbalancer/app/", "LoadBalancerName"),
        ("targetgroup/", "TargetGroupName"),
        ("autoScalingGroup:", "AutoScalingGroupName"),
        ("alarm:", "AlarmName"),
        ("listener/app/", "LoadBalancerName"),
    ];
    let (rest, key) = kinds
        .iter()
        .find_map(|(kind, key)| Some((resource.strip_prefix(kind)?, *key)))?;
    let name = match key {
        "AlarmName" => rest,
        "AutoScalingGroupName" => rest.rsplit_once("autoScalingGroupName/")?.1,
        _ => rest.split('/').next()?,
    };
    by_name(key, name, picture)
}

fn by_name(key: &str, name: &str, picture: &Picture) -> Option<Thing> {
    let fleet = &picture.fleet;
    match key {
        "LoadBalancerName" => {
            let found = fleet.balancers.iter().find(|balancer| &*balancer.name == name);
            found.map(|balancer| Thing::Balancer(balancer.index))
        }
        "TargetGroupName" => {
            let found = fleet.target_groups.iter().find(|group| &*group.name == name);
            found.map(|group| Thing::TargetGroup(group.index))
        }
        "AutoScalingGroupName" => {
            let found = fleet.groups.iter().find(|group| &*group.name == name);
            found.map(|group| Thing::Group(group.index))
        }
        "AlarmName" => fleet
            .alarms
            .iter()
            .any(|alarm| &*alarm.name == name)
            .then_some(Thing::Alarms),
        _ => None,
    }
}

/// The member whose value begins behind `before`: in JSON behind `"Name": "`, in YAML behind `Name: `.
fn key(before: &str) -> Option<&str> {
    let before = before.strip_suffix('"').unwrap_or(before).strip_suffix(": ")?;
    let before = before.strip_suffix('"').unwrap_or(before);
    let begin = before
        .rfind(|letter: char| !letter.is_ascii_alphanumeric())
        .map_or(0, |at| at + 1);
    Some(&before[begin..])
}

#[cfg(test)]
mod tests {
    use cloud::{Seed, Simulation, World};
    use view::live::{Meter, picture};
    use view::{Picture, Slots};

    use super::*;

    /// What an output names in a new account, word by word.
    fn named(output: &str) -> Vec<(String, Thing)> {
        let simulation = Simulation::new(World::new(Seed(1)));
        let seen: Picture = picture(simulation.cloud(), &mut Slots::default(), &Meter::default());
        let found = links(output, &seen, simulation.cloud());
        found
            .into_iter()
            .map(|link| (output[link.place].to_owned(), link.thing))
            .collect()
    }

    #[test]
    fn what_stands_in_the_picture_is_found_wherever_it_is_written() {
        let zone = |index| Thing::Zone(index);
        assert_eq!(
            named("|  us-east-2b |\n\"us-east-2a\","),
            [
                ("us-east-2b".to_owned(), zone(1)),
                ("us-east-2a".to_owned(), zone(0))
            ]
        );
        assert_eq!(named("ä sg-1, x"), [("sg-1".to_owned(), Thing::Region)]);
        assert_eq!(named("i-0123456789abcdef0 us-east-2 1.5"), []);
    }

    #[test]
    fn the_member_before_a_value_is_known_in_json_and_yaml() {
        assert_eq!(key("    \"AlarmName\": \""), Some("AlarmName"));
        assert_eq!(key("- AlarmName: "), Some("AlarmName"));
        assert_eq!(key("[\n    \""), None);
    }
}
