//! Where the employees sit; the last desk is the learner's.

use view::Office;
use view::fleet::Thing;
use view::flight::Place;
use yew::prelude::*;

use super::Scenery;
use super::focus::tab_index;
use crate::act::Act;
use crate::canvas::place_name;
use crate::command::Command;
use crate::components::icon::{Icon, icon};
use crate::text::text;

/// All offices.
pub fn offices(scenery: Scenery<'_>) -> Html {
    let offices = scenery.props.picture.offices.iter().enumerate();
    let first = scenery.props.cues.first();
    let cue = first.filter(|cue| matches!(cue.thing, Thing::Place(Place::Office(_))));
    html! {
        <div class="offices">
            <ul aria-label={text().stage.employees}>{ for offices.map(|(index, office)| chip(scenery, index, office)) }</ul>
            if let Some(cue) = cue { <span class="cue below" role="note">{ &*cue.text }</span> }
        </div>
    }
}

fn chip(scenery: Scenery<'_>, index: usize, office: &Office) -> Html {
    let place = place_name(Place::Office(u16::try_from(index).unwrap_or(u16::MAX)));
    let chip = if office.own {
        own(scenery, place, office)
    } else {
        plain(scenery, place, office)
    };
    html! { <li>{ chip }</li> }
}

fn plain(scenery: Scenery<'_>, place: String, office: &Office) -> Html {
    let words = &text().stage;
    let rate = (text().number.rate)(office.per_second);
    html! {
        <div class="office" role="group" tabindex={tab_index(scenery.stop, &place)} data-place={place.clone()} data-stop={place}
            aria-label={(words.office)(&office.name, office.per_second)}>
            { icon(Icon::Users) }
            <b>{ &*office.name }</b>
            <span>{ rate }<span class="long">{ words.per_second }</span><span class="short">{ words.per_s }</span></span>
        </div>
    }
}

fn own(scenery: Scenery<'_>, place: String, office: &Office) -> Html {
    let words = &text().stage;
    let onclick = scenery
        .props
        .send
        .reform(|_: MouseEvent| Command::Act(Act::SendRequest));
    html! {
        <button type="button" class="office own" tabindex={tab_index(scenery.stop, &place)} data-place={place.clone()}
            data-stop={place} {onclick}>
            { icon(Icon::User) }
            <b>{ &*office.name }</b>
            <span>{ (words.sent)(office.sent) }</span>
            <span class="unseen">{ words.send_one }</span>
        </button>
    }
}
