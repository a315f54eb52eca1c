//! The wires between things, and, where motion is not wanted, what flows along them in numbers.

use view::Link;
use yew::prelude::*;

use crate::canvas::Wiring;
use crate::text::text;

/// The wires.
pub fn wires(wiring: &Wiring, links: &[Link]) -> Html {
    html! { <svg class="wires" aria-hidden="true">{ for links.iter().filter_map(|link| wire(wiring, link)) }</svg> }
}

fn wire(wiring: &Wiring, link: &Link) -> Option<Html> {
    let wire = wiring.wire(link.near, link.far)?;
    let idle = link.per_second == 0.0;
    Some(html! { <path class={classes!("wire", idle.then_some("idle"))} d={wire.route.to_svg()} /> })
}

/// Numbers on the wires that carry something.
pub fn flows(wiring: &Wiring, links: &[Link]) -> Html {
    let busy = links.iter().filter(|link| link.per_second > 0.0);
    html! { <div class="flows" aria-hidden="true">{ for busy.filter_map(|link| flow(wiring, link)) }</div> }
}

/// Where on a wire its number stands: nearer to the employees, where wires are still apart.
const ALONG: f32 = 0.3;

fn flow(wiring: &Wiring, link: &Link) -> Option<Html> {
    let point = wiring.wire(link.near, link.far)?.line.at(ALONG, 0.0);
    let failing = link.failed_per_second > 0.0;
    Some(html! {
        <span class={classes!("flow", failing.then_some("failing"))} style={format!("left:{}px;top:{}px", point.x as i32, point.y as i32)}>
            { (text().stage.flow)(link.per_second, link.failed_per_second) }
        </span>
    })
}
