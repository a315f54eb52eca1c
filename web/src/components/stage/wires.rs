//! The wires between things, and, where motion is not wanted, what flows along them in numbers.

use std::rc::Rc;

use view::Link;
use yew::prelude::*;

use crate::canvas::Wiring;
use crate::text::text;

/// What is shown.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// Where the wires run.
    pub wiring: Rc<Wiring>,
    /// What flows along them.
    pub links: Rc<[Link]>,
}

/// The wires.
#[component]
pub fn Wires(props: &Props) -> Html {
    html! {
        <svg class="wires" aria-hidden="true">{ for props.links.iter().filter_map(|link| wire(&props.wiring, link)) }</svg>
    }
}

fn wire(wiring: &Wiring, link: &Link) -> Option<Html> {
    let wire = wiring.wire(link.near, link.far)?;
    let idle = link.per_second == 0.0;
    Some(html! { <path class={classes!("wire", idle.then_some("idle"))} d={wire.route.to_svg()} /> })
}

/// Numbers on the wires that carry something.
#[component]
pub fn Flows(props: &Props) -> Html {
    let busy = props.links.iter().filter(|link| link.per_second > 0.0);
    html! { <div class="flows" aria-hidden="true">{ for busy.filter_map(|link| flow(&props.wiring, link)) }</div> }
}

/// Where on a wire its number stands: nearer to the employees, where wires are still apart.
const ALONG: f32 = 0.3;

fn flow(wiring: &Wiring, link: &Link) -> Option<Html> {
    let point = wiring.wire(link.near, link.far)?.line.at(ALONG, 0.0);
    let failing = link.failed_per_second > 0.0;
    Some(html! {
        <span class={classes!("flow", failing.then_some("failing"))} style={format!("left:{:.0}px;top:{:.0}px", point.x, point.y)}>
            { (text().stage.flow)(link.per_second, link.failed_per_second) }
        </span>
    })
}
