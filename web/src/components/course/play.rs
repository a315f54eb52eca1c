//! Plays a lesson that does not stand beside the page.

use std::rc::Rc;

use yew::prelude::*;

use super::frame::{frame, use_arrival, waiting};
use super::source::Source;
use crate::components::error_page::{Fault, error_page};
use crate::components::run_page::{RunPage, Source as From};
use crate::elsewhere::{Handed, fetched, handed};
use crate::route::{Address, CoursePage};
use crate::text::player_text;

/// What the page needs.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// Where the lesson is, in the address' `lesson`.
    pub address: Address,
}

/// The page.
#[component]
pub fn Play(props: &Props) -> Html {
    let place = props.address.parameter("lesson").and_then(decoded);
    let found = use_state(|| None::<Result<Rc<Handed>, Fault>>);
    {
        let found = found.clone();
        use_effect_with(place.clone(), move |place| {
            found.set(None);
            if let Some(place) = place.clone() {
                yew::platform::spawn_local(
                    async move { found.set(Some(fetched(&place).await.map(Rc::new))) },
                );
            }
        });
    }
    use_arrival(place.is_none() && handed().is_none());
    let files = if place.is_some() {
        (*found).clone()
    } else {
        handed().map(Ok)
    };
    match files {
        Some(Ok(files)) => {
            html! { <RunPage key={props.address.query.clone()} source={Some(From::Handed(files))} address={props.address.clone()} /> }
        }
        Some(Err(fault)) => error_page(&[fault]),
        None if place.is_some() => frame(player_text().play.title, CoursePage::Play, waiting()),
        None => frame(player_text().play.title, CoursePage::Play, html! { <Source /> }),
    }
}

fn decoded(escaped: &str) -> Option<String> {
    js_sys::decode_uri_component(escaped).ok().map(String::from)
}
