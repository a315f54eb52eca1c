//! The wires between things, and, where motion is not wanted, what flows along them in numbers.

use view::flight::Place;
use view::{CardClass, Link};
use yew::prelude::*;

use super::fittings::Fittings;
use crate::canvas::Wiring;
use crate::canvas::fleet::Frame;
use crate::canvas::route::Point;
use crate::text::text;

/// The wires, and the lines that carry nothing.
pub fn wires(wiring: &Wiring, links: &[Link], frames: &[Frame], class: CardClass) -> Html {
    let drawn = links.iter().filter(|link| is_drawn(link, class));
    html! {
        <svg class="wires" aria-hidden="true">
            { for drawn.filter_map(|link| wire(wiring, link)) }
            { for frames.iter().map(|frame| html! { <path class={frame.class} d={frame.route.to_svg()} /> }) }
        </svg>
    }
}

/// Where houses are small, their own wires would hide them: the dots alone tell the way. A wire from a node that carries
/// nothing is no news.
fn is_drawn(link: &Link, class: CardClass) -> bool {
    match (link.near, link.far) {
        (Place::Node(_), _) => class >= CardClass::L || (class == CardClass::M && link.per_second > 0.0),
        (Place::Instance(_), _) => class >= CardClass::M,
        _ => true,
    }
}

fn wire(wiring: &Wiring, link: &Link) -> Option<Html> {
    let wire = wiring.wire(link.near, link.far)?;
    let idle = link.per_second == 0.0;
    Some(html! { <path class={classes!("wire", idle.then_some("idle"))} d={wire.route.to_svg()} /> })
}

/// Numbers on the wires that carry something; those of wires that run together are told elsewhere.
pub fn flows(wiring: &Wiring, links: &[Link], class: CardClass, more: Option<&Fittings>) -> Html {
    let alone = links.iter().filter(|link| is_told_alone(link, class));
    html! {
        <div class="flows" aria-hidden="true">
            { for alone.filter_map(|link| flow(wiring.wire(link.near, link.far)?.line.at(ALONG, 0.0), link)) }
            if let Some(fittings) = more { { (fittings.arrivals)(wiring, links, class) } }
        </div>
    }
}

fn is_told_alone(link: &Link, class: CardClass) -> bool {
    match (link.near, link.far) {
        (Place::Node(_), _) | (_, Place::Node(_)) => false,
        (Place::Instance(_), _) => class >= CardClass::L,
        _ => true,
    }
}

/// Where on a wire its number stands: nearer to the employees, where wires are still apart.
const ALONG: f32 = 0.3;

/// A number at a point; none where nothing flows.
pub fn flow(point: Point, link: &Link) -> Option<Html> {
    if link.per_second == 0.0 {
        return None;
    }
    let failing = link.failed_per_second > 0.0;
    Some(html! {
        <span class={classes!("flow", failing.then_some("failing"))} style={format!("left:{}px;top:{}px", point.x as i32, point.y as i32)}>
            { (text().stage.flow)(link.per_second, link.failed_per_second) }
        </span>
    })
}
