//! A closer look at each kind of thing: what it says, what leads on from there, and what can be done to it.

mod account;
mod alarms;
mod fleet;
mod instance;
mod places;

use view::fleet::Thing;
use view::flight::Place;
use web::act::Act;
use web::command::Command;
use web::components::inspector::look_closer;
use web::session::Session;
use web::snapshot::Snapshot;

use crate::pictures::of_a_fleet;
use crate::run::{showing, snapshot};
use crate::shown::{Drawn, Part, Shown, click};

/// A closer look; nothing is shown of what is gone.
pub(crate) async fn closer(snapshot: Snapshot, thing: Thing) -> Shown<Part> {
    Shown::new(|send| Drawn::by(move || look_closer(&snapshot, thing, &send).unwrap_or_default())).await
}

/// A closer look at something of the fleet.
async fn of_fleet(thing: Thing) -> Shown<Part> {
    closer(showing(of_a_fleet()), thing).await
}

/// A closer look at something of a run, with what is known of it.
async fn selected(session: &mut Session, thing: Thing) -> Shown<Part> {
    session.select(Some(thing));
    closer(snapshot(session), thing).await
}

fn house(index: u32) -> Thing {
    Thing::Place(Place::Instance(index))
}

/// What stands beside the name of a fact.
fn fact(shown: &Shown<Part>, name: &str) -> String {
    let value = shown.named(".facts dt", name).next_element_sibling().unwrap();
    value.text_content().unwrap()
}

/// The heading of a list, and its entries.
fn list(shown: &Shown<Part>, title: &str) -> Vec<String> {
    let section = shown.named(".entries h3", title).parent_element().unwrap();
    let entries = section.query_selector_all("ul > li").unwrap();
    (0..entries.length())
        .map(|index| entries.get(index).unwrap().text_content().unwrap())
        .collect()
}

/// What a button asks for.
async fn asked(shown: &Shown<Part>, button: &str) -> Vec<Command> {
    click(&shown.named("button", button)).await;
    shown.sent()
}

fn act(act: Act) -> [Command; 1] {
    [Command::Act(act)]
}

fn select(thing: Thing) -> [Command; 1] {
    [Command::Select(Some(thing))]
}
