//! The only reader of wall time: turns frames into model time, and the model into pictures.

pub mod clock;
mod effort;
pub mod frames;
mod run;
mod steady;

use std::cell::RefCell;
use std::rc::Rc;

use des::SimTime;
use gloo::events::EventListener;
use view::live::Live;
use view::scene::{Scene, Spot};
use yew::Callback;

use self::clock::Clock;
use self::effort::Effort;
use self::frames::Frames;
pub use self::run::{Dotted, Drawn, Run, Shown};
use self::steady::Steady;
use crate::canvas::Painter;
use crate::canvas::route::Point;

/// The least real time between two pictures of the page, in milliseconds: at most ten a second.
const TELL_EVERY_MS: f64 = 100.0;

/// A canvas shared by the driver, which paints, and the stage, which lays out.
pub type SharedPainter = Rc<RefCell<Painter>>;

/// Runs the model.
pub struct Driver<R: Run> {
    state: Rc<RefCell<State<R>>>,
    frames: Rc<Frames>,
    _visibility: Option<EventListener>,
}

struct State<R: Run> {
    run: R,
    clock: Clock,
    scene: Scene,
    painter: SharedPainter,
    /// The second picture, if the run has one.
    other: Option<Other>,
    tell: Callback<R::Snapshot>,
    last_frame: Option<f64>,
    last_told: f64,
    behind: bool,
    effort: Effort,
    steady: Steady,
    /// False where motion is not wanted: then wires carry counts instead of dots.
    dots: bool,
}

/// A second picture of the same run.
struct Other {
    scene: Scene,
    painter: SharedPainter,
}

/// The real time that one step is worth to the dots, in milliseconds: each may finish the leg it is on.
const STEP_MS: f32 = view::scene::LEG_MS;

impl<R: Run> Driver<R> {
    /// Starts `run`; `tell` gets a picture at most ten times a second.
    pub fn start(
        run: R,
        clock: Clock,
        painter: SharedPainter,
        dots: bool,
        tell: Callback<R::Snapshot>,
    ) -> Self {
        let state = Rc::new(RefCell::new(State {
            run,
            clock,
            scene: Scene::default(),
            painter,
            other: None,
            tell,
            last_frame: None,
            last_told: f64::MIN,
            behind: false,
            effort: Effort::default(),
            steady: Steady::default(),
            dots,
        }));
        state.borrow_mut().keep_pace();
        let on_frame = state.clone();
        let frames = Rc::new(Frames::new(move |time| frame(&on_frame, time)));
        let visibility = watch_visibility(state.clone(), frames.clone());
        let driver = Self {
            state,
            frames,
            _visibility: visibility,
        };
        driver.run_or_rest();
        if driver.is_paused() {
            // No frame comes that would show it.
            driver.tell();
        }
        driver
    }

    /// Stops or goes on.
    pub fn pause(&self, paused: bool) {
        self.state.borrow_mut().clock.pause(paused);
        self.run_or_rest();
        self.tell();
    }

    /// True while nothing moves.
    pub fn is_paused(&self) -> bool {
        self.state.borrow().clock.is_paused()
    }

    /// Chooses a speed by its place among [`clock::SPEEDS`].
    pub fn choose_speed(&self, index: usize) {
        let mut state = self.state.borrow_mut();
        state.clock.choose_speed(index);
        state.reconsider();
        drop(state);
        self.tell();
    }

    /// Lets `act` go on to the next event, and stands there.
    pub fn step(&self, act: impl FnOnce(&mut R)) {
        let mut state = self.state.borrow_mut();
        state.clock.pause(true);
        act(&mut state.run);
        state.show_scene(STEP_MS);
        drop(state);
        self.run_or_rest();
        self.tell();
    }

    /// Takes a painter for the second picture.
    pub fn show_other(&self, painter: SharedPainter) {
        let scene = Scene::default();
        self.state.borrow_mut().other = Some(Other { scene, painter });
    }

    /// Says whether dots are wanted, or counts.
    pub fn set_dots(&self, dots: bool) {
        let mut state = self.state.borrow_mut();
        state.dots = dots;
        state.painter.borrow_mut().clear();
        if let Some(other) = &state.other {
            other.painter.borrow_mut().clear();
        }
        drop(state);
        self.tell();
    }

    /// Says how many dots may be alive at once.
    pub fn set_most_dots(&self, most: usize) {
        let mut state = self.state.borrow_mut();
        state.scene.set_most_dots(most);
        if let Some(other) = &mut state.other {
            other.scene.set_most_dots(most);
        }
    }

    /// Paints again what is there, as after a change of layout or theme while nothing moves.
    pub fn repaint(&self) {
        self.state.borrow_mut().show_scene(0.0);
    }

    /// What answers questions about the run, whatever is shown.
    pub fn asking<Q: 'static, A: 'static>(
        &self,
        answer: impl Fn(&mut R, Q) -> A + 'static,
    ) -> Callback<Q, A> {
        let state = self.state.clone();
        Callback::from(move |question| answer(&mut state.borrow_mut().run, question))
    }

    /// What the dot stands for that is nearest to a point of the picture, if one is near.
    pub fn dot_at(&self, point: Point) -> Option<Dotted> {
        let state = self.state.borrow();
        let painter = state.painter.borrow();
        let sprite = painter.nearest(state.scene.sprites(), point)?;
        match (sprite.request, sprite.spot) {
            (Some(request), _) => Some(Dotted::Request(request)),
            (None, Spot::Heap(place, _)) => Some(Dotted::Failed(place)),
            (None, _) => None,
        }
    }

    /// Lets `act` do something with the run, and shows what came of it.
    pub fn with_run<T>(&self, act: impl FnOnce(&mut R) -> T) -> T {
        let mut state = self.state.borrow_mut();
        let answer = act(&mut state.run);
        state.keep_pace();
        if state.clock.is_paused() {
            state.show_scene(0.0);
        }
        drop(state);
        self.run_or_rest();
        self.tell();
        answer
    }

    fn run_or_rest(&self) {
        if self.state.borrow().is_resting() || is_hidden() {
            self.frames.stop();
            self.state.borrow_mut().last_frame = None;
        } else {
            self.frames.start();
        }
    }

    fn tell(&self) {
        let mut state = self.state.borrow_mut();
        let (tell, mut snapshot) = (state.tell.clone(), state.snapshot());
        let now = state.last_frame.unwrap_or(state.last_told);
        state.steady.take(&mut snapshot, now);
        drop(state);
        tell.emit(snapshot);
    }
}

fn frame<R: Run>(state: &RefCell<State<R>>, time: f64) -> bool {
    let mut running = state.borrow_mut();
    let real_ms = time - running.last_frame.unwrap_or(time);
    running.last_frame = Some(time);
    running.go_on(real_ms);
    let shown_ms = if running.clock.is_paused() { 0.0 } else { real_ms };
    running.show_scene(shown_ms as f32);
    let goes_on = !running.is_resting();
    if goes_on && time - running.last_told < TELL_EVERY_MS {
        return true;
    }
    running.last_told = time;
    let (tell, mut snapshot) = (running.tell.clone(), running.snapshot());
    running.steady.hold(&mut snapshot, time);
    drop(running);
    tell.emit(snapshot);
    goes_on
}

impl<R: Run> State<R> {
    fn go_on(&mut self, real_ms: f64) {
        let due = self.clock.due(real_ms, self.run.haste());
        let begun = real_now();
        self.behind = !self.run.advance(due, self.effort.events());
        self.effort.learn(real_now() - begun, self.behind);
        self.keep_pace();
    }

    /// Whether neither time passes nor anything else is to be done.
    fn is_resting(&self) -> bool {
        self.clock.is_paused() && !self.run.is_busy()
    }

    /// Takes over the pace that a step of the lesson asks for.
    fn keep_pace(&mut self) {
        let Some(pace) = self.run.take_pace() else {
            return;
        };
        if let Some(speed) = pace.speed {
            self.clock.set_speed(speed);
            self.reconsider();
        }
        self.clock.pause(pace.pause);
    }

    fn show_scene(&mut self, real_ms: f32) {
        let leapt = self.run.take_leap();
        if !self.dots {
            return;
        }
        let (now, first) = (self.run.now(), self.run.requests());
        self.scene.follow(self.run.followed());
        show(&mut self.scene, &self.painter, &first, now, real_ms, leapt);
        if let Some((other, requests)) = self.other.as_mut().zip(self.run.other()) {
            show(&mut other.scene, &other.painter, &requests, now, real_ms, leapt);
        }
    }

    fn reconsider(&mut self) {
        self.scene.reconsider();
        if let Some(other) = &mut self.other {
            other.scene.reconsider();
        }
    }

    fn snapshot(&mut self) -> R::Snapshot {
        let drawn = Drawn {
            behind: self.behind,
            one_in: self.scene.one_in(),
            heaps: self.scene.heaps().collect(),
            other_heaps: self.other.iter().flat_map(|other| other.scene.heaps()).collect(),
        };
        self.run.snapshot(self.clock, drawn)
    }
}

/// The real time, in milliseconds.
fn real_now() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or(0.0, |performance| performance.now())
}

/// Moves the dots of one picture on, and paints them.
fn show(
    scene: &mut Scene,
    painter: &SharedPainter,
    requests: &Live<'_>,
    now: SimTime,
    real_ms: f32,
    leapt: bool,
) {
    if leapt {
        scene.leap(now, requests);
    }
    scene.advance(now, real_ms, requests);
    painter.borrow_mut().paint(scene.sprites());
}

/// A hidden tab rests, whatever the learner chose; it goes on when it is seen again.
fn watch_visibility<R: Run>(state: Rc<RefCell<State<R>>>, frames: Rc<Frames>) -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    Some(EventListener::new(&document, "visibilitychange", move |_| {
        state.borrow_mut().last_frame = None;
        if is_hidden() || state.borrow().is_resting() {
            frames.stop();
        } else {
            frames.start();
        }
    }))
}

fn is_hidden() -> bool {
    web_sys::window()
        .and_then(|window| window.document())
        .is_some_and(|document| document.hidden())
}
