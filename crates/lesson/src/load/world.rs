//! Where a lesson plays.

use cloud::region::RegionCode;
use des::SimDuration;

use super::lines;
use super::reader::{Node, did_you_mean, report_duplicates};
use crate::error::Code;
use crate::format::World;

/// Seeds stay exact in every JSON reader.
const LARGEST_SEED: u64 = (1 << 53) - 1;
/// A set-up begins at most so long after the beginning of the model's calendar.
const LATEST_START: SimDuration = SimDuration::from_mins(7 * 24 * 60);

/// Reads `world`.
pub(super) fn world(node: &Node<'_>) -> World {
    let object = node.object();
    let world = World {
        region: object.get("region", region),
        seed: object.get("seed", |node| node.whole(0..=LARGEST_SEED)),
        start: object.get_or_default("start", start),
        files: object.get_or_default("files", files),
        setup: object.get_or_default("setup", lines::lines),
    };
    object.finish();
    world
}

fn region(node: &Node<'_>) -> String {
    let name = node.text();
    if RegionCode::named(name).is_none() {
        let fix = did_you_mean(name, RegionCode::all().map(|region| region.name));
        node.report(
            Code::UnknownWord,
            format!("The model has no Region `{name}`."),
            fix,
        );
    }
    name.to_owned()
}

/// A moment of the model's calendar, as the time since its beginning.
fn start(node: &Node<'_>) -> SimDuration {
    let text = node.text();
    let first = api::Timestamp::WORLD_START;
    let moment = api::Timestamp::parse(text).filter(|moment| *moment >= first);
    let since = moment.map(|moment| moment.to_sim_time().since(des::SimTime::ZERO));
    since.filter(|since| *since <= LATEST_START).unwrap_or_else(|| {
        let reason = format!("A lesson cannot begin at `{text}`.");
        let fix = format!("Write a moment of the week after {first}, such as \"{first}\".");
        node.report(Code::OutOfRange, reason, fix);
        SimDuration::ZERO
    })
}

/// Names of files beside the lesson.
fn files(node: &Node<'_>) -> Vec<String> {
    let nodes = node.list();
    let names: Vec<String> = nodes.iter().map(file).collect();
    report_duplicates(nodes.iter().zip(&names).map(|(node, name)| (node, name.as_str())));
    names
}

fn file(node: &Node<'_>) -> String {
    let name = node.text();
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    if name.is_empty() || name.starts_with('.') || !name.chars().all(is_plain) {
        let reason = format!("`{name}` cannot be a file beside the lesson.");
        let fix = "Write its bare name, of letters, digits, hyphens and dots, such as \"user-data.sh\".";
        node.report(Code::UnknownFile, reason, fix);
    }
    name.to_owned()
}
