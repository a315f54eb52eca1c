//! The page around a running account: owns the driver, fulfils commands, hands the latest snapshot to its parts.

mod in_two;
mod scope;
mod wishes;

use std::rc::Rc;

use gloo::events::EventListener;
use shell::DocsOf;
use view::fleet::Thing;
use view::scene::MOST_DOTS;
use yew::platform::spawn_local;
use yew::prelude::*;

pub use self::scope::{Loaded, Scope};
use self::scope::{session, title};
use super::announcer::Announcer;
use super::course::course_page;
use super::crossing::begun_from;
use super::curve::Plot;
use super::fleet::FITTINGS;
use super::forms::Forms;
use super::head::{Shown, head};
use super::icon::player_icon_sheet;
use super::inspector::look_closer;
use super::legend::legend;
use super::lesson::LessonPanel;
use super::readout::readout;
use super::records::records;
use super::refocus::{Refocus, arrive, bring_in_sight, focus, keep_in_sight};
use super::run_page::{RunPage, Source};
use super::sandbox::sandbox_panel;
use super::settings::SettingsDialog;
use super::share::{AskForLink, ask_for_link};
use super::shortcut::{CROSS_OVER, FIND, KEYS, shortcut};
use super::stage::Stage;
use super::styles::add_styles;
use super::terminal::{Asking, Terminal};
use super::time_bar::time_bar;
use super::time_keys::time_keys;
use super::time_panel::time_panel;
use super::tour::Tour;
use super::twin::text_twin;
use crate::command::{Command, LessonCommand};
use crate::curve::Curve;
use crate::docs::docs;
use crate::driver::clock::Clock;
use crate::driver::{Driver, SharedPainter};
use crate::forms::FormInput;
use crate::media::{self, Media};
use crate::progress::keep;
use crate::records::RecordInput;
use crate::route::{Address, Route};
use crate::session::Session;
use crate::settings::Settings;
use crate::snapshot::Snapshot;
use crate::text::player_text;
use crate::theme;

/// The page of a lesson or the sandbox, and the icons that only these pages show.
pub fn player_page(address: &Address) -> Html {
    add_styles();
    html! { <>{ player_icon_sheet() }{ page(address) }</> }
}

fn page(address: &Address) -> Html {
    let address = address.clone();
    // A new page is a new run: nothing of the old one stays.
    let key = address.route.href() + address.parameter("run").unwrap_or_default();
    match &address.route {
        Route::Lesson(folder) => {
            html! { <RunPage {key} source={Some(Source::Folder(folder.clone()))} {address} /> }
        }
        Route::Course(page) => course_page(*page, &address),
        Route::Sandbox | Route::Start => sandbox(address),
    }
}

/// The sandbox: with an account of its own, or with that of a lesson, which waits meanwhile.
fn sandbox(address: Address) -> Html {
    let key = address.query.clone();
    let source = begun_from(&address);
    let sandbox = source.is_some();
    html! { <RunPage {key} {source} {address} {sandbox} /> }
}

/// What the player needs.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// What is played.
    pub scope: Scope,
    /// Seed and speed, if the address fixes them.
    pub address: Address,
    /// Opens the lesson anew, with what is kept of it.
    pub again: Callback<()>,
}

/// The player.
pub struct Player {
    driver: Driver<Session>,
    painter: SharedPainter,
    /// Paints the dots of A in a twin run.
    other_painter: SharedPainter,
    snapshot: Option<Snapshot>,
    selected: Option<Thing>,
    charts: bool,
    terminal: bool,
    /// Whether all that can be done with time is shown.
    time: bool,
    asking: Asking,
    ask_for_link: AskForLink,
    /// Whether the docs of operations are here.
    has_docs: bool,
    twin: bool,
    /// Whether a curve that is drawn stands in the picture's place.
    curve: bool,
    tour: bool,
    settings: Settings,
    /// Whether the keys and settings are shown.
    settings_shown: bool,
    dots: bool,
    refocus: Refocus,
    /// What the focus shall go to once it is there.
    awaited: Option<&'static str>,
    /// True while what is selected is new.
    chosen: bool,
    /// True while the answer to a command is new.
    answered: bool,
    /// True once another player takes over: what this one knows is kept no more.
    left: bool,
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
    Motion,
    /// The page is left, or put into the background.
    Leave,
    /// The docs of operations have come, or have not; with what was typed and may ask for them.
    Learned(Option<DocsOf>, Option<Rc<str>>),
}

/// Model seconds in a real second where nothing else is said.
const SPEED: f64 = 1.0;

/// A machine with so many logical cores draws more dots; both are our choice, from what a dot costs without a graphics card.
const MANY_CORES: f64 = 8.0;
/// The most dots alive at once there.
const MANY_DOTS: usize = 2_000;
/// The most dots that an address may ask for.
const LIMIT_OF_DOTS: usize = 10_000;

impl Component for Player {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let (props, link) = (ctx.props(), ctx.link());
        let painter = SharedPainter::default();
        let settings = keep::settings();
        let dots = has_dots(settings);
        let clock = Clock::at(props.address.speed.unwrap_or(SPEED));
        let tell = link.callback(|snapshot| Msg::Show(Box::new(snapshot)));
        let mut listeners = theme::on_change(link.callback(|()| Msg::Restyle));
        listeners.extend(on_leave(link.callback(|()| Msg::Leave)));
        listeners.extend(media::on_change(
            Media::ReducedMotion,
            link.callback(|_: bool| Msg::Motion),
        ));
        listeners.extend(shortcut(
            FIND,
            link.callback(|()| Msg::Wish(Command::Form(FormInput::Find))),
        ));
        listeners.extend(shortcut(
            CROSS_OVER,
            link.callback(|()| Msg::Wish(Command::Lesson(LessonCommand::Sandbox))),
        ));
        listeners.extend(shortcut(
            KEYS,
            link.callback(|()| Msg::Wish(Command::ToggleSettings)),
        ));
        listeners.extend(time_keys(link.callback(|input| Msg::Wish(Command::Time(input)))));
        let driver = Driver::start(
            session(&props.scope, props.address.seed),
            clock,
            painter.clone(),
            dots,
            tell,
        );
        let charts = media::matches(Media::RoomForCharts);
        driver.with_run(|session| session.record_input(&RecordInput::Show(charts)));
        let other_painter = SharedPainter::default();
        driver.show_other(other_painter.clone());
        driver.set_most_dots(most_dots(&props.address));
        Self {
            other_painter,
            asking: Asking::of(&driver),
            ask_for_link: ask_for_link(&driver),
            driver,
            painter,
            snapshot: None,
            selected: None,
            charts,
            terminal: false,
            time: false,
            has_docs: false,
            twin: false,
            curve: true,
            tour: wants_tour(props),
            settings,
            settings_shown: false,
            dots,
            refocus: Refocus::default(),
            awaited: None,
            chosen: false,
            answered: false,
            left: false,
            asked_for_docs: false,
            _listeners: listeners,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        if matches!(msg, Msg::Wish(Command::Form(_))) {
            self.ask_for_docs(ctx, None);
        }
        match msg {
            Msg::Wish(Command::Lesson(command)) => return self.fulfil_lesson(ctx, command),
            Msg::Leave if self.left => {}
            Msg::Leave => self.driver.with_run(Session::keep_now),
            Msg::Learned(docs, typed) => self.learned(docs, typed),
            Msg::Show(snapshot) => return self.show(*snapshot),
            Msg::Wish(Command::Type(text)) if self.needs_docs(&text) => self.ask_for_docs(ctx, Some(text)),
            Msg::Wish(command) => return self.fulfil(command),
            Msg::Restyle => {
                self.painter.borrow_mut().restyle();
                self.other_painter.borrow_mut().restyle();
                self.driver.repaint();
            }
            Msg::Repaint => self.driver.repaint(),
            Msg::Motion => {
                self.settle_motion();
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
        let inspector = self
            .selected
            .and_then(|thing| look_closer(snapshot, thing, &send));
        html! {
            <div class={classes!("frame", inspector.is_some().then_some("with-inspector"))} onfocusin={self.refocus.onfocusin()}>
                { self.head(ctx, snapshot, &send) }
                { panel(&ctx.props().scope, snapshot, &send) }
                { self.stage_area(ctx, snapshot, &send) }
                { inspector.unwrap_or_default() }
                if self.terminal {
                    <Terminal shown={snapshot.terminal.clone()} paused={snapshot.clock.is_paused()} send={send.clone()}
                        complete={self.asking.complete.clone()} correct={self.asking.correct.clone()} />
                } else { { records(snapshot, &send) } }
                if self.time { { time_panel(snapshot, &self.ask_for_link, &send) } }
                { time_bar(snapshot, self.time, &send) }
                <Forms view={snapshot.forms.clone()} send={send.reform(Command::Form)} />
                <Announcer timeline={snapshot.timeline.clone()} announce={self.settings.announce} />
                if self.settings_shown { <SettingsDialog settings={self.settings} send={send.clone()} /> }
                if self.tour { <Tour over={send.reform(|()| Command::Lesson(LessonCommand::TourOver))} /> }
            </div>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        self.settle_focus();
    }

    fn destroy(&mut self, _: &Context<Self>) {
        if !self.left {
            self.driver.with_run(Session::keep_now);
        }
    }
}

impl Player {
    /// Fetches the docs, once; what was typed runs when they are here, or have not come.
    fn ask_for_docs(&mut self, ctx: &Context<Self>, typed: Option<Rc<str>>) {
        let asked = std::mem::replace(&mut self.asked_for_docs, true);
        if !asked || typed.is_some() {
            let link = ctx.link().clone();
            spawn_local(async move { link.send_message(Msg::Learned(docs().await, typed)) });
        }
    }

    /// What is behind the terminal, or closed, is not gathered.
    fn show_records(&self) {
        let shown = RecordInput::Show(self.charts && !self.terminal);
        self.driver.with_run(|session| session.record_input(&shown));
    }

    fn learned(&mut self, docs: Option<DocsOf>, typed: Option<Rc<str>>) {
        self.has_docs |= docs.is_some();
        self.driver.with_run(|session| {
            session.learn_docs(docs);
            session.learn(docs);
            if let Some(text) = typed {
                session.type_in(&text);
            }
        });
    }

    /// Lets the focus go where it is awaited, or back from where it was lost.
    fn settle_focus(&mut self) {
        let document = web_sys::window().and_then(|window| window.document());
        let (awaited, chosen) = (self.awaited.take(), std::mem::take(&mut self.chosen));
        if let Some(document) = document {
            // What is looked at closer stays beside what is said of it.
            if chosen {
                bring_in_sight(&document, SELECTED);
            }
            if let Some(what) = awaited {
                focus(&document, what);
            }
        }
        if std::mem::take(&mut self.answered) {
            keep_in_sight();
        }
        if self.snapshot.is_some() {
            arrive();
        }
        self.refocus.mend();
    }

    /// Whether a text asks for help, and the docs are not here yet.
    fn needs_docs(&self, text: &str) -> bool {
        !self.has_docs && text.split_whitespace().any(|word| word == "help")
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

    fn head(&self, ctx: &Context<Self>, snapshot: &Snapshot, send: &Callback<Command>) -> Html {
        head(
            &title(&ctx.props().scope, snapshot),
            Shown {
                charts: self.charts && !self.terminal,
                terminal: self.terminal,
                twin: self.twin,
                bill: self.selected == Some(Thing::Bill),
            },
            send,
        )
    }

    fn stage_area(&self, ctx: &Context<Self>, snapshot: &Snapshot, send: &Callback<Command>) -> Html {
        html! {
            <main class={classes!("stage-area", snapshot.pair.is_some().then_some("in-two"))} aria-label={player_text().readout.live}>
                { match &snapshot.pair {
                    Some(pair) => self.pair(ctx, snapshot, pair, send),
                    None => self.single(ctx, snapshot, send),
                } }
            </main>
        }
    }

    /// The one picture, as text, or what stands in its place.
    fn single(&self, ctx: &Context<Self>, snapshot: &Snapshot, send: &Callback<Command>) -> Html {
        html! {
            <>
                { readout(&snapshot.readout, snapshot.costs) }
                if self.twin {
                    { text_twin(snapshot) }
                } else if let Some(curve) = self.curve(snapshot) {
                    { view_switch(player_text().lesson.show_picture, send) }
                    <Plot curve={curve.clone()} send={send.reform(Command::Panel)} />
                } else {
                    if has_curve(snapshot) { { view_switch(player_text().lesson.show_curve, send) } }
                    { self.stage(ctx, snapshot, send) }
                    { legend(snapshot.one_in, self.dots, send) }
                }
            </>
        }
    }

    /// The curve that stands in the picture's place.
    fn curve<'a>(&self, snapshot: &'a Snapshot) -> Option<&'a Curve> {
        let panel = snapshot.panel.as_ref().filter(|_| self.curve)?;
        panel.curve.as_ref()
    }

    fn stage(&self, ctx: &Context<Self>, snapshot: &Snapshot, send: &Callback<Command>) -> Html {
        let cues = snapshot
            .panel
            .as_ref()
            .map(|panel| panel.cues.clone())
            .unwrap_or_default();
        html! {
            <Stage picture={snapshot.picture.clone()} now_s={snapshot.now.as_secs()} heaps={snapshot.heaps.clone()}
                selected={self.selected} fittings={Some(&FITTINGS)} arrangement={snapshot.arrangement} {cues} dots={self.dots} inert=false painter={self.painter.clone()}
                send={send.clone()} laid_out={ctx.link().callback(|()| Msg::Repaint)} />
        }
    }
}

/// What is selected in the picture; of a zone all of it, not its name alone.
const SELECTED: &str = ".stage .zone:has(.name.selected), .stage .selected";

fn has_curve(snapshot: &Snapshot) -> bool {
    snapshot.panel.as_ref().is_some_and(|panel| panel.curve.is_some())
}

/// Between the picture and the curve.
fn view_switch(label: &'static str, send: &Callback<Command>) -> Html {
    let onclick = send.reform(|_: MouseEvent| Command::ToggleCurve);
    html! { <button type="button" class="button small view-switch" {onclick}>{ label }</button> }
}

/// Which step of the lesson it shows.
fn step_of(snapshot: &Snapshot) -> Option<usize> {
    snapshot.panel.as_ref().map(|panel| panel.step)
}

/// Whether somebody is here for the first time, and in a lesson.
fn wants_tour(props: &Props) -> bool {
    let declined = props.address.parameter("tour") == Some("off");
    matches!(props.scope, Scope::Lesson(_)) && !declined && !keep::is_toured()
}

/// How many dots may be alive at once: as many as the address says, or more where the machine has cores to spare.
fn most_dots(address: &Address) -> usize {
    let wished = address.parameter("dots").and_then(|dots| dots.parse().ok());
    let cores = web_sys::window().map_or(1.0, |window| window.navigator().hardware_concurrency());
    let fitting = if cores >= MANY_CORES { MANY_DOTS } else { MOST_DOTS };
    wished.map_or(fitting, |dots: usize| dots.clamp(1, LIMIT_OF_DOTS))
}

/// Whether dots fly: unless the system asks for less motion, or the learner does.
fn has_dots(settings: Settings) -> bool {
    !settings.still && !media::matches(Media::ReducedMotion)
}

/// Calls back when the page is left or put into the background.
fn on_leave(leave: Callback<()>) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "pagehide", move |_| leave.emit(())))
}

fn panel(scope: &Scope, snapshot: &Snapshot, send: &Callback<Command>) -> Html {
    let Some(panel) = &snapshot.panel else {
        return sandbox_panel(snapshot, scope.about(), send);
    };
    let refusal = snapshot
        .last_command
        .as_ref()
        .and_then(|submitted| submitted.error.clone());
    html! { <LessonPanel panel={panel.clone()} {refusal} send={send.clone()} /> }
}
