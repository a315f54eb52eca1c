//! Where the employees sit; the last desk is the learner's.

use std::rc::Rc;

use view::Office;
use view::flight::Place;
use yew::prelude::*;

use super::focus::tab_index;
use crate::act::Act;
use crate::canvas::place_name;
use crate::command::Command;
use crate::components::icon::{Icon, icon};
use crate::panel::Cue;
use crate::text::text;

/// What is shown.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The offices.
    pub offices: Rc<[Office]>,
    /// The stop that the tab key leads to.
    pub stop: AttrValue,
    /// What is pointed at.
    pub cue: Option<Cue>,
    /// Takes commands.
    pub send: Callback<Command>,
}

/// All offices.
#[component]
pub fn Offices(props: &Props) -> Html {
    let chips = props
        .offices
        .iter()
        .enumerate()
        .map(|(index, office)| chip(props, index, office));
    let cue = props
        .cue
        .as_ref()
        .filter(|cue| matches!(cue.place, Place::Office(_)));
    html! {
        <div class="offices">
            <ul aria-label={text().stage.employees}>{ for chips }</ul>
            if let Some(cue) = cue { <span class="cue below" role="note">{ &*cue.text }</span> }
        </div>
    }
}

fn chip(props: &Props, index: usize, office: &Office) -> Html {
    let place = place_name(Place::Office(u16::try_from(index).unwrap_or(u16::MAX)));
    let tabindex = tab_index(&props.stop, &place);
    if office.own {
        own(props, place, tabindex, office)
    } else {
        plain(place, tabindex, office)
    }
}

fn plain(place: String, tabindex: &'static str, office: &Office) -> Html {
    let words = &text().stage;
    let rate = (text().number.rate)(office.per_second);
    html! {
        <li>
            <div class="office" role="group" {tabindex} data-place={place.clone()} data-stop={place}
                aria-label={(words.office)(&office.name, office.per_second)}>
                { icon(Icon::Users) }
                <b>{ &*office.name }</b>
                <span>{ rate }<span class="long">{ words.per_second }</span><span class="short">{ words.per_s }</span></span>
            </div>
        </li>
    }
}

fn own(props: &Props, place: String, tabindex: &'static str, office: &Office) -> Html {
    let words = &text().stage;
    let onclick = props.send.reform(|_: MouseEvent| Command::Act(Act::SendRequest));
    html! {
        <li>
            <button type="button" class="office own" {tabindex} data-place={place.clone()} data-stop={place}
                {onclick}>
                { icon(Icon::User) }
                <b>{ &*office.name }</b>
                <span>{ (words.sent)(office.sent) }</span>
                <span class="unseen">{ words.send_one }</span>
            </button>
        </li>
    }
}
