//! Why something is so: the causal chain, cause first; what came of it; and, dashed, what follows by rule.

use view::Picture;
use view::fleet::Thing;
use view::flight::Place;
use yew::prelude::*;

use super::track::shape;
use crate::command::Command;
use crate::records::RecordInput;
use crate::story::{Key, Opened};
use crate::text::{player_text, text};
use crate::why::{Chain, Link, Next, Rule};

/// The chain of what is selected, under its heading.
pub fn why(chain: Option<&Chain>, picture: &Picture, send: &Callback<Command>) -> Html {
    let Some(chain) = chain else {
        return Html::default();
    };
    html! { <section class="entries"><h3>{ player_text().why.title }</h3>{ unfolded(chain, picture, send) }</section> }
}

/// A button that unfolds the chain of something, and the chain once it is unfolded.
pub fn why_button(
    key: Key,
    name: &str,
    opened: Option<&Opened>,
    picture: &Picture,
    send: &Callback<Command>,
) -> Html {
    let words = &player_text().why;
    let here = opened.filter(|opened| opened.key == key);
    let wish = here.is_none().then_some(key);
    let onclick = send.reform(move |_: MouseEvent| Command::Records(RecordInput::Why(wish)));
    html! {
        <>
            <button type="button" class="plain why-button" aria-expanded={here.is_some().to_string()} {onclick}>
                { words.title }<span class="unseen">{ " " }{ name.to_owned() }</span>
            </button>
            if let Some(opened) = here {
                if let Some(chain) = &opened.chain { { unfolded(chain, picture, send) } } else { <p class="reason">{ words.unknown }</p> }
            }
        </>
    }
}

fn unfolded(chain: &Chain, picture: &Picture, send: &Callback<Command>) -> Html {
    let words = &player_text().why;
    html! {
        <div class="why">
            <ol>
                { for chain.links.iter().map(|one| link(one, picture, send)) }
                { for chain.next.iter().map(next) }
            </ol>
            if !chain.effects.is_empty() {
                <p class="why-heading">{ words.effects }</p>
                <ol>{ for chain.effects.iter().map(|effect| link(effect, picture, send)) }</ol>
            }
        </div>
    }
}

fn link(link: &Link, picture: &Picture, send: &Callback<Command>) -> Html {
    html! {
        <li>
            <time>{ (text().number.clock)(link.at, 1.0) }</time>
            <span class="mark">{ shape(link.kind) }</span>
            <div>
                <p class="said">{ told(&link.sentence, link.thing, picture, send) }</p>
                { link.rule.as_ref().map(rule).unwrap_or_default() }
            </div>
        </li>
    }
}

/// A sentence; one about something that is in the picture leads there.
pub fn told(sentence: &str, thing: Option<Thing>, picture: &Picture, send: &Callback<Command>) -> Html {
    let shown = thing.filter(|thing| is_shown(*thing, picture));
    match shown {
        None => html! { <b>{ sentence.to_owned() }</b> },
        Some(thing) => {
            let onclick = send.reform(move |_: MouseEvent| Command::Select(Some(thing)));
            let name = (player_text().why.select)(sentence);
            html! { <button type="button" class="plain strong" aria-label={name} {onclick}>{ sentence.to_owned() }</button> }
        }
    }
}

/// Whether something is still there to be looked at.
fn is_shown(thing: Thing, picture: &Picture) -> bool {
    let fleet = &picture.fleet;
    match thing {
        Thing::Place(Place::Instance(index)) => picture.instance(index).is_some(),
        Thing::Place(Place::Node(index)) => picture.node(index).is_some(),
        Thing::Place(Place::Office(_)) => false,
        Thing::Place(Place::Service(_))
        | Thing::Region
        | Thing::Zone(_)
        | Thing::Bill
        | Thing::Request(_) => true,
        Thing::Balancer(index) => fleet.balancer(index).is_some(),
        Thing::TargetGroup(index) => fleet.target_group(index).is_some(),
        Thing::Group(index) => fleet.group(index).is_some(),
        Thing::Alarm(index) => fleet.alarms.iter().any(|alarm| alarm.index == index),
        Thing::Alarms => !fleet.alarms.is_empty(),
    }
}

fn rule(rule: &Rule) -> Html {
    let words = &player_text().why;
    html! {
        <>
            <p class="rule">{ words.rule }{ " " }
                <a href={rule.source} target="_blank" rel="noopener noreferrer">{ &rule.sentence }<span class="unseen">{ " " }{ words.opens_elsewhere }</span></a>
            </p>
            if let Some(simplified) = rule.simplified { <p class="rule">{ words.simplified }{ " " }{ simplified }</p> }
        </>
    }
}

fn next(next: &Next) -> Html {
    html! {
        <li class="next">
            <time>{ next.at.map(|at| (text().number.clock)(at, 1.0)).unwrap_or_default() }</time>
            <span class="mark"><i /></span>
            <p>{ player_text().why.next }{ " " }{ &*next.sentence }</p>
        </li>
    }
}
