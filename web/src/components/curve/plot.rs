//! The drawing: a large chart in which points are dragged, and over which the run is drawn afterwards.

use web_sys::Element;
use yew::prelude::*;

use super::lines::{self, HEIGHT, WIDTH};
use super::table::table;
use crate::components::icon::{Icon, small_icon};
use crate::curve::Curve;
use crate::panel::PanelInput;
use crate::text::player_text;

/// What the drawing shows.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The curve.
    pub curve: Curve,
    /// Takes what is drawn.
    pub send: Callback<PanelInput>,
}

/// The drawing. A drag moves the point that is nearest to where it began, so that a line can be drawn in one go.
#[component]
pub fn Plot(props: &Props) -> Html {
    let curve = &props.curve;
    let words = &player_text().curve;
    let drags = use_mut_ref(|| false);
    let ground = use_node_ref();
    let put = {
        let (curve, send, ground) = (curve.clone(), props.send.clone(), ground.clone());
        move |event: &PointerEvent| {
            if let Some((index, value)) = ground
                .cast::<Element>()
                .and_then(|ground| aimed(&curve, &ground, event))
            {
                send.emit(PanelInput::Curve(curve.id.clone(), index, value));
            }
        }
    };
    let onpointerdown = {
        let (drags, put, ground, fixed) = (drags.clone(), put.clone(), ground.clone(), curve.fixed);
        move |event: PointerEvent| {
            if fixed || event.button() != 0 {
                return;
            }
            *drags.borrow_mut() = true;
            if let Some(ground) = ground.cast::<Element>() {
                // Without it a drag ends at the edge, which is no harm.
                let _ = ground.set_pointer_capture(event.pointer_id());
            }
            put(&event);
        }
    };
    let onpointermove = {
        let drags = drags.clone();
        move |event: PointerEvent| {
            if *drags.borrow() {
                put(&event);
            }
        }
    };
    let let_go = move |_: PointerEvent| *drags.borrow_mut() = false;
    html! {
        <section class="curve" aria-label={curve.prompt.to_string()}>
            <header class="curve-head"><h3>{ &*curve.prompt }</h3>{ note(curve) }</header>
            <div class="curve-box">
                { scale(curve) }
                <div ref={ground} class={classes!("curve-ground", (!curve.fixed).then_some("open"))}
                    {onpointerdown} {onpointermove} onpointerup={let_go.clone()} onpointercancel={let_go}>
                    { picture(curve) }
                    { handles(curve) }
                    { labels(curve) }
                </div>
                { times(curve) }
            </div>
            if !curve.measured.is_empty() { { table(curve) } }
            if !curve.fixed { <p class="curve-note">{ small_icon(Icon::Pencil) }<span>{ words.draw }</span></p> }
        </section>
    }
}

/// The point and the number that are meant by a place under the pointer.
fn aimed(curve: &Curve, ground: &Element, event: &PointerEvent) -> Option<(usize, f64)> {
    let place = ground.get_bounding_client_rect();
    if place.width() <= 0.0 || place.height() <= 0.0 {
        return None;
    }
    let share = (f64::from(event.client_x()) - place.left()) / place.width();
    let height = 1.0 - (f64::from(event.client_y()) - place.top()) / place.height();
    Some((curve.nearest(share), curve.value_at(height)))
}

/// How the two lines differ, in words.
fn note(curve: &Curve) -> Html {
    let words = &player_text().curve;
    if curve.measured.is_empty() {
        return Html::default();
    }
    let said = match curve.difference() {
        Some(difference) => (words.differs)(&difference),
        None => words.near.to_owned(),
    };
    html! { <p class="curve-difference">{ said }</p> }
}

fn picture(curve: &Curve) -> Html {
    html! {
        <svg viewBox={format!("0 0 {WIDTH} {HEIGHT}")} preserveAspectRatio="none" aria-hidden="true">
            <path class="grid" d="M0 25H1000M0 50H1000M0 75H1000" />
            <path class="gap-between" d={lines::gap(curve)} />
            <path class="measured-line" d={lines::measured(curve)} />
            <path class="drawn-line" d={lines::drawn(curve)} />
        </svg>
    }
}

/// Dots that are not stretched with the box.
fn handles(curve: &Curve) -> Html {
    let dot = |(_, (x, y)): (usize, (f64, f64))| {
        html! { <i class="knot" style={format!("left:{:.2}%;top:{y:.2}%", x / WIDTH * 100.0)} /> }
    };
    let missing = curve
        .drawn
        .iter()
        .enumerate()
        .filter(|(_, value)| value.is_none());
    let waiting = missing.map(|(index, _)| {
        html! { <i class="knot open" style={format!("left:{:.2}%;top:100%", curve.share_at(index) * 100.0)} /> }
    });
    html! { <span aria-hidden="true">{ for lines::points(curve).into_iter().map(dot) }{ for waiting }</span> }
}

/// Least height of what a label hangs from, as a share of the ground: a line of text fits below it even where the ground is
/// lowest, 220 px, and does not reach the times.
const LABEL_ROOM: f64 = 0.12;

/// Which line is which, once there are two.
fn labels(curve: &Curve) -> Html {
    let words = &player_text().curve;
    let end = curve
        .measured
        .last()
        .map(|&(share, value)| (share, curve.height(value)));
    let Some((share, height)) = end else {
        return Html::default();
    };
    let drawn = curve.drawn_at(share).map_or(0.0, |value| curve.height(value));
    // The one that lies higher is named above its line, the other below.
    let (above, below) = if drawn >= height {
        ("above", "below")
    } else {
        ("below", "above")
    };
    let at = |height: f64| {
        format!(
            "right:{:.2}%;bottom:{:.2}%",
            (1.0 - share) * 100.0,
            height.max(LABEL_ROOM) * 100.0
        )
    };
    html! {
        <>
            <span class={classes!("curve-label", "own", above)} style={at(drawn)}>{ words.your_line }</span>
            <span class={classes!("curve-label", below)} style={at(height)}>{ words.measured }</span>
        </>
    }
}

fn scale(curve: &Curve) -> Html {
    let (least, most) = curve.range;
    let marks = [most, least + (most - least) / 2.0, least];
    html! { <div class="curve-scale" aria-hidden="true">{ for marks.map(|value| html! { <span>{ curve.unit.written(value) }</span> }) }</div> }
}

fn times(curve: &Curve) -> Html {
    html! { <div class="curve-times" aria-hidden="true">{ for [0.0, 0.5, 1.0].map(|share| html! { <span>{ curve.time_at(share) }</span> }) }</div> }
}
