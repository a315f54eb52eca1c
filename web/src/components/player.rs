//! The page around a running account: owns the driver, fulfils commands, hands the latest snapshot to its parts.

use std::rc::Rc;

use form::DocsOf;
use gloo::events::{EventListener, EventListenerOptions};
use view::fleet::Thing;
use view::flight::Place;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::announcer::Announcer;
use super::charts::Charts;
use super::fleet::FITTINGS;
use super::forms::Forms;
use super::head::{Shown, Title, head};
use super::inspector::{self, inspector};
use super::legend::legend;
use super::lesson::LessonPanel;
use super::lesson_page::LessonPage;
use super::readout::readout;
use super::refocus::{Refocus, arrive, focus, keep_in_sight};
use super::sandbox::sandbox_panel;
use super::stage::Stage;
use super::styles::add_styles;
use super::time_bar::time_bar;
use super::twin::text_twin;
use crate::command::Command;
use crate::docs::docs;
use crate::driver::clock::Clock;
use crate::driver::{Driver, SharedPainter};
use crate::forms::FormInput;
use crate::media::{self, Media};
use crate::route::{Address, Route};
use crate::session::Session;
use crate::snapshot::Snapshot;
use crate::text::player_text;
use crate::theme;

/// The page of a lesson or the sandbox.
pub fn player_page(address: &Address) -> Html {
    add_styles();
    let address = address.clone();
    // A new page is a new account: nothing of the old one stays.
    let key = address.route.href();
    match &address.route {
        Route::Lesson(folder) => html! { <LessonPage {key} folder={folder.clone()} {address} /> },
        Route::Sandbox | Route::Start => html! { <Player {key} scope={Scope::Sandbox} {address} /> },
    }
}

/// What is played.
#[derive(Clone, Debug, PartialEq)]
pub enum Scope {
    /// A lesson.
    Lesson(Rc<Loaded>),
    /// The sandbox.
    Sandbox,
}

/// A lesson that has been read.
#[derive(Debug, PartialEq)]
pub struct Loaded {
    /// Its place in the course, from 1.
    pub number: u32,
    /// What its files say.
    pub lesson: ::lesson::Lesson,
}

/// What the player needs.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// What is played.
    pub scope: Scope,
    /// Seed and speed, if the address fixes them.
    pub address: Address,
}

/// The player.
pub struct Player {
    driver: Driver<Session>,
    painter: SharedPainter,
    snapshot: Option<Snapshot>,
    selected: Option<Thing>,
    charts: bool,
    twin: bool,
    dots: bool,
    refocus: Refocus,
    /// What the focus shall go to once it is there.
    awaited: Option<&'static str>,
    /// True while the answer to a command is new.
    answered: bool,
    /// Whether the docs of operations were asked for.
    asked_for_docs: bool,
    _listeners: Vec<EventListener>,
}

/// What the player is told.
pub enum Msg {
    /// A new picture.
    Show(Box<Snapshot>),
    /// A wish of the learner's.
    Wish(Command),
    /// The colours changed.
    Restyle,
    /// The layout changed.
    Repaint,
    /// The wish for less motion changed.
    Motion(bool),
    /// The docs of operations have come, or have not.
    Learned(Option<DocsOf>),
}

/// Model seconds in a real second where nothing else is said.
const SPEED: f64 = 1.0;

impl Component for Player {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let (props, link) = (ctx.props(), ctx.link());
        let painter = SharedPainter::default();
        let dots = !media::matches(Media::ReducedMotion);
        let clock = Clock::at(props.address.speed.unwrap_or(SPEED));
        let tell = link.callback(|snapshot| Msg::Show(Box::new(snapshot)));
        let mut listeners = theme::on_change(link.callback(|()| Msg::Restyle));
        listeners.extend(media::on_change(
            Media::ReducedMotion,
            link.callback(|reduced: bool| Msg::Motion(!reduced)),
        ));
        listeners.extend(shortcut(
            link.callback(|()| Msg::Wish(Command::Form(FormInput::Find))),
        ));
        Self {
            driver: Driver::start(
                session(&props.scope, props.address.seed),
                clock,
                painter.clone(),
                dots,
                tell,
            ),
            painter,
            snapshot: None,
            selected: None,
            charts: media::matches(Media::RoomForCharts),
            twin: false,
            dots,
            refocus: Refocus::default(),
            awaited: None,
            answered: false,
            asked_for_docs: false,
            _listeners: listeners,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        if matches!(msg, Msg::Wish(Command::Form(_))) {
            self.ask_for_docs(ctx);
        }
        match msg {
            Msg::Learned(docs) => self.driver.with_run(|session| session.learn_docs(docs)),
            Msg::Show(snapshot) => return self.show(*snapshot),
            Msg::Wish(command) => return self.fulfil(command),
            Msg::Restyle => {
                self.painter.borrow_mut().restyle();
                self.driver.repaint();
            }
            Msg::Repaint => self.driver.repaint(),
            Msg::Motion(dots) => {
                self.dots = dots;
                self.driver.set_dots(dots);
                return true;
            }
        }
        false
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Some(snapshot) = &self.snapshot else {
            return html! { <div class="frame" /> };
        };
        let send = ctx.link().callback(Msg::Wish);
        let inspector = self.inspector(snapshot, &send);
        html! {
            <div class={classes!("frame", inspector.is_some().then_some("with-inspector"))} onfocusin={self.refocus.onfocusin()}>
                { self.head(snapshot, &send) }
                { panel(snapshot, &send) }
                { self.stage_area(ctx, snapshot, &send) }
                { inspector.unwrap_or_default() }
                if self.charts { <Charts series={snapshot.series.clone()} span={snapshot.span} now={snapshot.now} /> }
                { time_bar(snapshot, &send) }
                <Forms view={snapshot.forms.clone()} send={send.reform(Command::Form)} />
                <Announcer timeline={snapshot.timeline.clone()} />
            </div>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        self.settle_focus();
    }
}

impl Player {
    /// Fetches what forms say of their fields, once.
    fn ask_for_docs(&mut self, ctx: &Context<Self>) {
        if !std::mem::replace(&mut self.asked_for_docs, true) {
            let link = ctx.link().clone();
            spawn_local(async move { link.send_message(Msg::Learned(docs().await)) });
        }
    }

    /// Lets the focus go where it is awaited, or back from where it was lost.
    fn settle_focus(&mut self) {
        let document = web_sys::window().and_then(|window| window.document());
        let awaited = self.awaited.take();
        if let Some((document, what)) = document.zip(awaited) {
            focus(&document, what);
        }
        if std::mem::take(&mut self.answered) {
            keep_in_sight();
        }
        if self.snapshot.is_some() {
            arrive();
        }
        self.refocus.mend();
    }

    fn show(&mut self, snapshot: Snapshot) -> bool {
        let news = self.snapshot.as_ref() != Some(&snapshot);
        if let Some(before) = &self.snapshot {
            if step_of(before) != step_of(&snapshot) {
                self.awaited = Some(".lesson-text");
            }
            self.answered |= before.last_command != snapshot.last_command;
        }
        self.snapshot = Some(snapshot);
        news
    }

    fn fulfil(&mut self, command: Command) -> bool {
        match command {
            Command::TogglePause => self.driver.pause(!self.driver.is_paused()),
            Command::Step => self.driver.step(Session::step),
            Command::Speed(index) => self.driver.choose_speed(index),
            Command::Act(act) => self.driver.with_run(|session| session.submit(&act)),
            Command::Panel(input) => self.driver.with_run(|session| session.panel_input(&input)),
            Command::Select(place) => {
                // The bill is opened from far away.
                self.awaited = match (place, self.selected) {
                    (Some(Thing::Bill), _) => Some(".inspector-text"),
                    (None, Some(Thing::Bill)) => Some("[data-opens=bill] button"),
                    _ => None,
                };
                self.selected = place;
                self.driver.with_run(|session| session.select(place));
            }
            Command::Form(input) => self.driver.with_run(|session| session.form_input(&input)),
            Command::Line(line) => self.driver.with_run(|session| session.submit_line(&line)),
            Command::Tidy => self.driver.with_run(Session::tidy),
            Command::ToggleCharts => self.charts = !self.charts,
            Command::ToggleTwin => self.twin = !self.twin,
        }
        true
    }

    fn head(&self, snapshot: &Snapshot, send: &Callback<Command>) -> Html {
        let title = match &snapshot.panel {
            Some(panel) => Title {
                number: Some(panel.number),
                title: panel.title.clone().into(),
            },
            None => Title {
                number: None,
                title: AttrValue::Static(player_text().sandbox.title),
            },
        };
        head(
            &title,
            Shown {
                charts: self.charts,
                twin: self.twin,
                bill: self.selected == Some(Thing::Bill),
            },
            send,
        )
    }

    fn stage_area(&self, ctx: &Context<Self>, snapshot: &Snapshot, send: &Callback<Command>) -> Html {
        html! {
            <main class="stage-area" aria-label={player_text().readout.live}>
                { readout(&snapshot.readout, snapshot.costs) }
                if self.twin {
                    { text_twin(snapshot) }
                } else {
                    { self.stage(ctx, snapshot, send) }
                    { legend(snapshot.one_in, self.dots) }
                }
            </main>
        }
    }

    fn stage(&self, ctx: &Context<Self>, snapshot: &Snapshot, send: &Callback<Command>) -> Html {
        let cue = snapshot.panel.as_ref().and_then(|panel| panel.cue.clone());
        html! {
            <Stage picture={snapshot.picture.clone()} now_s={snapshot.now.as_secs()} heaps={snapshot.heaps.clone()}
                selected={self.selected} fittings={Some(&FITTINGS)} arrangement={snapshot.arrangement} {cue} dots={self.dots} inert=false painter={self.painter.clone()}
                send={send.clone()} laid_out={ctx.link().callback(|()| Msg::Repaint)} />
        }
    }

    /// A closer look at what is selected; none once it is gone.
    fn inspector(&self, snapshot: &Snapshot, send: &Callback<Command>) -> Option<Html> {
        let (picture, fleet) = (&snapshot.picture, &snapshot.picture.fleet);
        match self.selected? {
            Thing::Place(Place::Instance(index)) => {
                let (zone, instance) = picture.instance(index)?;
                Some(inspector(snapshot, zone, instance, send))
            }
            Thing::Place(Place::Node(index)) => {
                let (zone, node) = picture.node(index)?;
                Some(inspector::fleet::node(snapshot, zone, node, send))
            }
            Thing::Place(Place::Service(place)) => {
                let service = inspector::places::service_at(snapshot, place)?;
                Some(inspector::places::service(snapshot, place, service, send))
            }
            Thing::Place(Place::Office(_)) => None,
            Thing::Region => Some(inspector::holdings::region(snapshot, send)),
            Thing::Zone(place) => {
                let zone = picture.zones.get(usize::from(place))?;
                Some(inspector::places::zone(snapshot, place, zone, send))
            }
            Thing::Balancer(index) => fleet
                .balancer(index)
                .map(|balancer| inspector::fleet::balancer(snapshot, balancer, send)),
            Thing::TargetGroup(index) => fleet
                .target_group(index)
                .map(|group| inspector::fleet::target_group(snapshot, group, send)),
            Thing::Group(index) => fleet
                .group(index)
                .map(|group| inspector::fleet::group(snapshot, group, send)),
            Thing::Bill => Some(inspector::bill::bill(snapshot, send)),
            Thing::Alarms => {
                (!fleet.alarms.is_empty()).then(|| inspector::fleet::alarms(snapshot, &fleet.alarms, send))
            }
        }
    }
}

/// Ctrl+K, or Cmd+K, opens the list of all forms from everywhere; what has the key for itself keeps it.
fn shortcut(open: Callback<()>) -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(
        &document,
        "keydown",
        options,
        move |event| {
            let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
                return;
            };
            let is_ours =
                (key.ctrl_key() || key.meta_key()) && !key.alt_key() && key.key().eq_ignore_ascii_case("k");
            if is_ours && !key.default_prevented() {
                key.prevent_default();
                open.emit(());
            }
        },
    ))
}

/// Which step of the lesson it shows.
fn step_of(snapshot: &Snapshot) -> Option<usize> {
    snapshot.panel.as_ref().map(|panel| panel.step)
}

/// Where the scope begins.
fn session(scope: &Scope, seed: Option<u64>) -> Session {
    match scope {
        Scope::Lesson(loaded) => Session::lesson(loaded.number, &loaded.lesson, seed)
            .expect("its set-up was played when it was read"),
        Scope::Sandbox => Session::sandbox(seed),
    }
}

fn panel(snapshot: &Snapshot, send: &Callback<Command>) -> Html {
    let Some(panel) = &snapshot.panel else {
        return sandbox_panel(snapshot, send);
    };
    let refusal = snapshot
        .last_command
        .as_ref()
        .and_then(|submitted| submitted.error.clone());
    html! { <LessonPanel panel={panel.clone()} {refusal} send={send.clone()} /> }
}
