//! The picture: employees, Region, Availability Zones, instances, services, with the traffic on a canvas above them.

pub mod fittings;
pub mod focus;
pub mod house;
pub mod office;
pub mod region;
pub mod service;
pub mod wires;
pub mod zone;

use std::rc::Rc;

use gloo::events::EventListener;
use view::fleet::Thing;
use view::flight::Place;
use view::scene::HeapCount;
use view::{CardClass, Picture};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlCanvasElement, ResizeObserver};
use yew::prelude::*;

use self::fittings::Fittings;
use self::focus::Roving;
use self::office::offices;
use self::region::region;
use self::wires::{flows, wires};
use crate::canvas::fleet::Frame;
use crate::canvas::{Wiring, measure};
use crate::command::Command;
use crate::driver::SharedPainter;
use crate::panel::Cue;
use crate::text::text;

/// What the stage shows.
#[derive(Properties)]
pub struct Props {
    /// The picture.
    pub picture: Rc<Picture>,
    /// Whole seconds of model time, for ages.
    pub now_s: u64,
    /// Heaps of failures.
    pub heaps: Rc<[HeapCount]>,
    /// What is looked at closer.
    pub selected: Option<Thing>,
    /// How load balancers, groups and alarms are drawn, if there may be any.
    pub fittings: Option<&'static Fittings>,
    /// When it changes, houses may be drawn larger again.
    pub arrangement: usize,
    /// What is pointed at.
    pub cues: Rc<[Cue]>,
    /// Whether dots are drawn, or counts on the wires.
    pub dots: bool,
    /// True on the start page: to be looked at only.
    pub inert: bool,
    /// Paints the dots.
    pub painter: SharedPainter,
    /// Takes commands.
    pub send: Callback<Command>,
    /// Told after the layout changed.
    pub laid_out: Callback<()>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        let same_thing = Rc::ptr_eq(&self.painter, &other.painter) && self.send == other.send;
        let same_mode =
            (self.dots, self.inert, self.arrangement) == (other.dots, other.inert, other.arrangement);
        let same_state =
            (self.now_s, self.selected) == (other.now_s, other.selected) && self.cues == other.cues;
        same_thing && same_mode && same_state && self.heaps == other.heaps && self.picture == other.picture
    }
}

/// What every part of the picture is drawn from.
#[derive(Clone, Copy)]
pub struct Scenery<'a> {
    /// What the stage shows.
    pub props: &'a Props,
    /// How large houses are.
    pub class: CardClass,
    /// The stop that the tab key leads to.
    pub stop: &'a str,
}

impl<'a> Scenery<'a> {
    /// True if this is what is looked at closer.
    #[must_use]
    pub fn is_selected(self, place: Place) -> bool {
        self.props.selected == Some(Thing::Place(place))
    }

    /// What is said of a place, if anything is.
    #[must_use]
    pub fn cue(self, place: Place) -> Option<&'a str> {
        let first = self.props.cues.first();
        let here = first.filter(|cue| cue.thing == Thing::Place(place));
        here.map(|cue| &*cue.text)
    }

    /// The class of a thing that is pointed at.
    #[must_use]
    pub fn cued(self, thing: Thing) -> Option<&'static str> {
        let mut cues = self.props.cues.iter();
        cues.any(|cue| cue.thing == thing).then_some("cued")
    }
}

/// The stage.
pub struct Stage {
    stage: NodeRef,
    canvas: NodeRef,
    wiring: Rc<Wiring>,
    frames: Vec<Frame>,
    roving: Roving,
    class: CardClass,
    laid_for: Footing,
    watch: Option<Watch>,
}

/// What decides where things stand, sizes excepted: when it changes, the wires are laid anew.
#[derive(Default, PartialEq)]
struct Footing {
    class: Option<CardClass>,
    houses: Vec<(u32, u16)>,
    links: Vec<(Place, Place)>,
    /// Load balancers, Auto Scaling groups with their zones.
    frames: (usize, Vec<Rc<[u16]>>),
}

/// What the stage tells itself.
pub enum Msg {
    /// Something changed its size or place.
    Measure,
    /// The focus went to the stop with this name.
    Focused(String),
    /// A key was pressed.
    Key(KeyboardEvent),
    /// Somebody pointed where nothing but dots may be.
    Point(MouseEvent),
}

/// Tells when something on the stage changes its size.
struct Watch {
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut()>,
    _moved: EventListener,
}

impl Component for Stage {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        Self {
            stage: NodeRef::default(),
            canvas: NodeRef::default(),
            wiring: Rc::default(),
            frames: Vec::new(),
            roving: Roving::default(),
            class: card_class(&ctx.props().picture),
            laid_for: Footing::default(),
            watch: None,
        }
    }

    /// Houses may become smaller at any time, and larger again only when the picture is arranged anew.
    fn changed(&mut self, ctx: &Context<Self>, before: &Props) -> bool {
        let fitting = card_class(&ctx.props().picture);
        let anew = ctx.props().arrangement != before.arrangement;
        self.class = if anew { fitting } else { fitting.min(self.class) };
        true
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Measure => self.measure(ctx),
            Msg::Focused(stop) => self.roving.note(stop),
            Msg::Key(event) => {
                self.press(ctx, &event);
                false
            }
            Msg::Point(event) => {
                self.point(ctx, &event);
                false
            }
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let onfocusin = ctx
            .link()
            .batch_callback(|event: FocusEvent| focus::stop_of(&event).map(Msg::Focused));
        let onkeydown = ctx.link().callback(Msg::Key);
        let onclick = ctx.link().callback(Msg::Point);
        html! {
            <div ref={&self.stage} style={format!("--held:{}", most_held(&props.picture))} class={classes!("stage", size_class(self.class), has_nodes(&props.picture).then_some("with-nodes"))} inert={props.inert} role="group"
                aria-label={text().stage.name} {onfocusin} {onkeydown} {onclick}>
                { wires(&self.wiring, &props.picture.links, &self.frames, self.class) }
                { self.picture(props) }
                if !props.dots { { flows(&self.wiring, &props.picture.links, self.class, props.fittings) } }
                <canvas ref={&self.canvas} class="dots" aria-hidden="true" />
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            self.mount(ctx);
        }
        self.roving.mend(&self.stage);
        let footing = Footing::of(&ctx.props().picture, self.class);
        if first || footing != self.laid_for {
            self.laid_for = footing;
            self.observe_all();
            ctx.link().send_message(Msg::Measure);
        }
    }

    fn destroy(&mut self, ctx: &Context<Self>) {
        ctx.props().painter.borrow_mut().unmount();
        if let Some(watch) = &self.watch {
            watch.observer.disconnect();
        }
    }
}

impl Stage {
    fn picture(&self, props: &Props) -> Html {
        let stop = self.roving.current();
        let scenery = Scenery {
            props,
            class: self.class,
            stop: &stop,
        };
        html! {
            <div class="picture">
                { offices(scenery) }
                if let Some(fittings) = props.fittings { { (fittings.signpost)(scenery) } }
                { region(scenery) }
            </div>
        }
    }

    fn mount(&mut self, ctx: &Context<Self>) {
        if let Some(canvas) = self.canvas.cast::<HtmlCanvasElement>() {
            ctx.props().painter.borrow_mut().mount(&canvas);
        }
        self.watch = self.stage.cast::<Element>().and_then(|stage| watch(ctx, &stage));
    }

    /// Watches the sizes of all that wires end at. Watching a thing twice is the same as once.
    fn observe_all(&self) {
        let (Some(watch), Some(stage)) = (&self.watch, self.stage.cast::<Element>()) else {
            return;
        };
        let Ok(found) = stage.query_selector_all("[data-place],[data-lane],[data-chip]") else {
            return;
        };
        for index in 0..found.length() {
            if let Some(element) = found.get(index).and_then(|node| node.dyn_into::<Element>().ok()) {
                watch.observer.observe(&element);
            }
        }
    }

    fn measure(&mut self, ctx: &Context<Self>) -> bool {
        let (Some(stage), props) = (self.stage.cast::<Element>(), ctx.props()) else {
            return false;
        };
        let links = props.picture.links.iter().map(|link| (link.near, link.far));
        let measured = measure(&stage);
        let mut wiring = Wiring::lay_by(&measured, links, |measured, near, far| {
            (props.fittings?.route)(measured, near, far)
        });
        if let Some(fittings) = props.fittings {
            wiring.set_room((fittings.room)(&measured));
        }
        let frames = props
            .fittings
            .map_or_else(Vec::new, |fittings| (fittings.frames)(&measured, &props.picture));
        let rect = stage.get_bounding_client_rect();
        let changed = wiring != *self.wiring || frames != self.frames;
        self.frames = frames;
        if changed {
            self.wiring = Rc::new(wiring);
        }
        if props
            .painter
            .borrow_mut()
            .lay_out(rect.width(), rect.height(), self.wiring.clone())
            || changed
        {
            props.laid_out.emit(());
        }
        changed
    }

    fn point(&self, ctx: &Context<Self>, event: &MouseEvent) {
        let stage = self.stage.cast::<Element>().filter(|_| !is_taken(event));
        if let Some(corner) = stage.map(|stage| stage.get_bounding_client_rect()) {
            let x = f64::from(event.client_x()) - corner.x();
            let y = f64::from(event.client_y()) - corner.y();
            ctx.props().send.emit(Command::Point(x as f32, y as f32));
        }
    }

    fn press(&self, ctx: &Context<Self>, event: &KeyboardEvent) {
        if event.key() == "Escape" {
            ctx.props().send.emit(Command::Select(None));
        } else if event.key() == "?" {
            ctx.props().send.emit(Command::ToggleSettings);
        } else if let Some(stage) = self.stage.cast::<Element>() {
            focus::go(&stage, event);
        }
    }
}

/// Whether an event happened to something that takes it for itself.
fn is_taken(event: &MouseEvent) -> bool {
    let target = event.target_dyn_into::<Element>();
    target.is_some_and(|target| matches!(target.closest("button, a, summary, [data-stop]"), Ok(Some(_))))
}

impl Footing {
    fn of(picture: &Picture, class: CardClass) -> Self {
        Self {
            class: Some(class),
            houses: picture
                .instances()
                .map(|(_, instance)| (instance.index, instance.slot))
                .collect(),
            links: picture.links.iter().map(|link| (link.near, link.far)).collect(),
            frames: (
                picture.fleet.balancers.len(),
                picture
                    .fleet
                    .groups
                    .iter()
                    .map(|group| group.zones.clone())
                    .collect(),
            ),
        }
    }
}

fn watch(ctx: &Context<Stage>, stage: &Element) -> Option<Watch> {
    let link = ctx.link().clone();
    let callback = Closure::<dyn FnMut()>::new(move || link.send_message(Msg::Measure));
    let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
    observer.observe(stage);
    let link = ctx.link().clone();
    let moved = EventListener::new(stage, "transitionend", move |_| link.send_message(Msg::Measure));
    Some(Watch {
        observer,
        _callback: callback,
        _moved: moved,
    })
}

/// The most places that one zone has held.
fn most_held(picture: &Picture) -> usize {
    picture.zones.iter().map(view::Zone::held).max().unwrap_or(0)
}

fn card_class(picture: &Picture) -> CardClass {
    CardClass::fitting(most_held(picture), picture.instances().count())
}

fn has_nodes(picture: &Picture) -> bool {
    picture.zones.iter().any(|zone| !zone.nodes.is_empty())
}

fn size_class(class: CardClass) -> &'static str {
    match class {
        CardClass::Xs => "size-xs",
        CardClass::S => "size-s",
        CardClass::M => "size-m",
        CardClass::L => "size-l",
        CardClass::Xl => "size-xl",
    }
}
