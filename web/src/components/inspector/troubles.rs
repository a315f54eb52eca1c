//! What is broken, each with a button that ends it.

use view::Picture;
use view::trouble::{Trouble, TroublePlace};
use yew::prelude::*;

use super::frame::list;
use crate::act::Act;
use crate::command::Command;
use crate::snapshot::Snapshot;
use crate::text::{player_text, text};

/// What is broken at a place; nothing if nothing is.
pub(super) fn troubles(snapshot: &Snapshot, place: TroublePlace, send: &Callback<Command>) -> Html {
    let troubles = snapshot.picture.fleet.troubles_at(place);
    let entries: Vec<Html> = troubles
        .map(|trouble| entry(snapshot, trouble, None, send))
        .collect();
    html! { if !entries.is_empty() { { list(player_text().place.troubles, entries.into_iter()) } } }
}

/// Everything that is broken, with its place.
pub fn all_troubles(snapshot: &Snapshot, send: &Callback<Command>) -> Html {
    let troubles = &snapshot.picture.fleet.troubles;
    let entries = troubles.iter().map(|trouble| {
        entry(
            snapshot,
            trouble,
            Some(&name_of(&snapshot.picture, trouble.place)),
            send,
        )
    });
    html! { if !troubles.is_empty() { { list(player_text().place.troubles, entries) } } }
}

fn entry(snapshot: &Snapshot, trouble: &Trouble, name: Option<&str>, send: &Callback<Command>) -> Html {
    let words = &player_text().place;
    html! {
        <div class="trouble-entry">
            <p>
                if let Some(name) = name { <b>{ name.to_owned() }</b>{ " " } }
                { (words.trouble)(trouble) }
                <span class="reason">{ " " }{ (words.trouble_until)(trouble, snapshot.now.as_secs()) }</span>
            </p>
            { end(trouble, name, send) }
        </div>
    }
}

fn end(trouble: &Trouble, name: Option<&str>, send: &Callback<Command>) -> Html {
    let words = &player_text().place;
    if trouble.kind.is_experiments() {
        return html! { <span class="reason">{ words.ends_with_experiment }</span> };
    }
    let number = trouble.number;
    let onclick = send.reform(move |_: MouseEvent| Command::Act(Act::EndFault(number)));
    let label = (words.end_this)(name, trouble);
    html! { <button type="button" class="button small" aria-label={label} {onclick}>{ words.end_trouble }</button> }
}

/// What the place of a fault is called.
fn name_of(picture: &Picture, place: TroublePlace) -> String {
    let found = match place {
        TroublePlace::Instance(index) => picture
            .instance(index)
            .map(|(_, instance)| instance.name.to_string()),
        TroublePlace::Zone(zone) => picture
            .zones
            .get(usize::from(zone))
            .map(|zone| zone.name.to_string()),
        TroublePlace::Service(service) => picture
            .services
            .get(usize::from(service))
            .map(|service| (text().stage.service)(service.kind).to_owned()),
        TroublePlace::Region => Some(picture.region.name.to_string()),
    };
    found.unwrap_or_default()
}
