//! One run on the page: the account, the lesson that looks on, and what was submitted last.

mod calls;
mod charts;
pub mod forms;
mod ground;
mod lesson_panel;
mod marks;
mod offers;
mod start;

use std::rc::Rc;

use api::{ApiError, Call, Output};
use cli::Line;
use cloud::{Advance, Caller, Cloud, EventBudget, Input, Simulation};
use des::{SimDuration, SimTime};
use lesson::format::Pace;
use lesson::{Director, Lesson, News, Runner, Trouble};
use view::availability::Availability;
use view::bill::{Bill, Costs};
use view::detail::Detail;
use view::fleet::Thing;
use view::flight::Place;
use view::live::{
    Live, Meter, group_holdings, holdings, instance_detail, picture, service_detail, zone_detail,
};
use view::{Picture, Readout, ServiceKind, Slots};

use self::charts::Charts;
use self::forms::Desk;
pub use self::ground::{Glance, Ground};
use self::lesson_panel::PanelState;
use self::marks::Marks;
use crate::act::Act;
use crate::blackbox;
use crate::driver::clock::Clock;
use crate::driver::{Drawn, Run, Shown};
use crate::panel::{Panel, PanelInput};
use crate::snapshot::{Snapshot, Submitted};
use crate::span::Span;
use crate::text::{player_text, text};

/// Events that one frame may let happen. More would make a heavy scene stutter; it runs behind instead.
const EVENTS_A_FRAME: u64 = 40_000;
/// One run.
pub struct Session {
    simulation: Simulation,
    lesson: Option<Lessoned>,
    slots: Slots,
    meter: Meter,
    marks: Marks,
    desk: Desk,
    selected: Option<Thing>,
    last: Option<Submitted>,
    /// How time should pass from now on, if something has just said so.
    pace: Option<Pace>,
    charts: Charts,
    /// How often the learner has tidied up.
    tidied: usize,
}

/// The lesson of a run.
struct Lessoned {
    director: Director,
    number: u32,
    panel: PanelState,
}

impl Session {
    /// A lesson from its beginning.
    ///
    /// # Errors
    /// The set-up line that the account refuses, and why.
    pub fn lesson(number: u32, lesson: &Lesson, seed: Option<u64>) -> Result<Self, Trouble> {
        let mut lesson = lesson.clone();
        lesson.world.seed = seed.unwrap_or(lesson.world.seed);
        let (simulation, director) = Director::begin(lesson)?;
        let mut session = Self::of(simulation);
        session.lesson = Some(Lessoned {
            director,
            number,
            panel: PanelState::default(),
        });
        session.note_pace();
        Ok(session)
    }

    /// The sandbox: one instance under traffic, and nothing asked.
    #[must_use]
    pub fn sandbox(seed: Option<u64>) -> Self {
        Self::of(start::account(seed))
    }

    fn of(simulation: Simulation) -> Self {
        let mut meter = Meter::default();
        meter.look(simulation.cloud());
        blackbox::begin(
            &simulation.world().seed.0.to_string(),
            simulation.cloud().region.name,
        );
        let session = Self {
            marks: Marks::from(&simulation),
            simulation,
            lesson: None,
            desk: Desk::default(),
            slots: Slots::default(),
            meter,
            selected: None,
            last: None,
            pace: None,
            charts: Charts::default(),
            tidied: 0,
        };
        session
            .simulation
            .journal()
            .iter()
            .for_each(|entry| note(entry.at, &Call::from(entry.input.clone())));
        session
    }

    /// Goes on to the next event.
    pub fn step(&mut self) {
        self.simulation.advance_to(SimTime::NEVER, EventBudget(1));
        self.look();
    }

    /// Looks closer at something.
    pub fn select(&mut self, thing: Option<Thing>) {
        self.selected = thing;
    }

    /// Gives every instance its place anew.
    pub fn tidy(&mut self) {
        self.slots = Slots::default();
        self.tidied += 1;
    }

    /// Submits a line as it was typed, and keeps what AWS answers.
    pub fn submit_line(&mut self, line: &str) {
        let call = match cli::parse(line) {
            Ok(Some(Line::Call(call))) => call,
            Ok(None) => return,
            Ok(Some(Line::Wait(_))) => {
                let words = &player_text().sandbox;
                let error = (words.not_done.into(), words.play_instead.into());
                return self.remember(line.to_owned(), Err(error));
            }
            Err(error) => {
                let error = (
                    player_text().sandbox.not_understood.into(),
                    error.to_string().into(),
                );
                return self.remember(line.to_owned(), Err(error));
            }
        };
        let answer = self.allowed(&call).and_then(|()| self.door(call.clone()));
        if answer.is_ok() {
            note(self.now(), &call);
        }
        self.remember(line.to_owned(), answer.map(|output| written(&output)));
        self.look();
    }

    /// Does what a button of the picture or the sandbox says.
    pub fn submit(&mut self, act: &Act) {
        for call in calls::calls(act, self.simulation.cloud()) {
            if !self.call(call) {
                return;
            }
        }
    }

    /// Does what the learner asked for in the lesson's panel.
    pub fn panel_input(&mut self, input: &PanelInput) {
        if let PanelInput::Act(id) = input {
            return self.lesson_act(id);
        }
        let Some(lesson) = &mut self.lesson else { return };
        let runner = lesson.director.runner_mut();
        let step = runner.step().id.clone();
        lesson.panel.take(input, runner, &self.simulation);
        if runner.step().id != step {
            self.note_pace();
        }
    }

    fn lesson_act(&mut self, id: &str) {
        let Some(lesson) = &mut self.lesson else { return };
        let before = self.simulation.journal().end();
        let ran = lesson.director.act(&mut self.simulation, id);
        self.note_since(before);
        match ran {
            Ok(ran) => {
                if let Some(last) = ran.into_iter().last() {
                    let answer = (!last.stdout.is_empty()).then(|| last.stdout.trim_end().into());
                    self.remember(last.command, Ok(answer));
                }
            }
            Err(Trouble { line, reason, .. }) => {
                self.remember(line, Err((player_text().lesson.not_done.into(), reason.into())));
            }
        }
        self.look();
    }

    /// Tells the black box what was accepted since the journal ended there.
    fn note_since(&self, end: u64) {
        let accepted = self.simulation.journal().from(end);
        accepted.for_each(|entry| note(entry.at, &Call::from(entry.input.clone())));
    }

    /// Submits a call; true if it was accepted.
    fn call(&mut self, call: Call) -> bool {
        let line = cli::command(&call);
        let answer = self.allowed(&call).and_then(|()| self.door(call.clone()));
        if answer.is_ok() {
            note(self.now(), &call);
        }
        let accepted = answer.is_ok();
        self.remember(line, answer.map(|_| None));
        self.look();
        accepted
    }

    fn allowed(&self, call: &Call) -> Result<(), Refused> {
        let Some(lesson) = &self.lesson else { return Ok(()) };
        let input = match call.clone() {
            Call::Read(_) => return Ok(()),
            Call::Write(call) => Input::Api(call),
            Call::World(call) => Input::World(call),
        };
        let refusal = lesson.director.runner().allows_input(&input, &self.simulation);
        refusal.map_err(|refusal| {
            (
                player_text().lesson.not_in_this_step.into(),
                refusal.reason.into(),
            )
        })
    }

    fn door(&mut self, call: Call) -> Result<Output, Refused> {
        let input = match call {
            Call::Write(call) => Input::Api(call),
            Call::World(call) => Input::World(call),
            Call::Read(call) => return self.simulation.read(&call).map_err(refused),
        };
        self.simulation.submit(Caller::Learner, input).map_err(refused)
    }

    fn remember(&mut self, line: String, answer: Result<Option<Rc<str>>, Refused>) {
        let (answer, error) = match answer {
            Ok(answer) => (answer, None),
            Err(error) => (None, Some(error)),
        };
        self.last = Some(Submitted {
            line: line.into(),
            error,
            answer,
        });
    }

    /// Lets the lesson look, if it is time.
    fn look(&mut self) {
        let Self {
            lesson,
            simulation,
            marks,
            ..
        } = self;
        if let Some(lesson) = lesson {
            lesson.director.look(simulation, &mut |news, runner, seen| {
                marks.note(&news, runner, seen);
            });
        }
    }

    fn note_pace(&mut self) {
        self.pace = self
            .lesson
            .as_ref()
            .map(|lesson| lesson.director.runner().step().pace);
    }
}

impl Run for Session {
    type Snapshot = Snapshot;

    fn now(&self) -> SimTime {
        self.simulation.now()
    }

    fn requests(&self) -> Live<'_> {
        Live(self.simulation.cloud())
    }

    fn advance(&mut self, due: SimDuration) -> bool {
        let (until, budget) = (self.now() + due, EventBudget(EVENTS_A_FRAME));
        let Self {
            lesson,
            simulation,
            marks,
            ..
        } = self;
        let mut told = |news: News, runner: &Runner, seen: &Simulation| marks.note(&news, runner, seen);
        let advance = match lesson {
            Some(lesson) => lesson.director.advance_to(simulation, until, budget, &mut told),
            None => simulation.advance_to(until, budget),
        };
        advance == Advance::Reached
    }

    fn take_pace(&mut self) -> Option<Pace> {
        self.pace.take()
    }

    fn snapshot(&mut self, clock: Clock, drawn: Drawn) -> Snapshot {
        let cloud = self.simulation.cloud();
        let span = Span::around(cloud.now(), clock.speed());
        self.meter.look(cloud);
        self.marks.catch_up(&self.simulation);
        blackbox::at(&text_clock(cloud.now()));
        let picture = Rc::new(picture(cloud, &mut self.slots, &self.meter));
        let panel = self.lesson.as_ref().map(|lesson| {
            Rc::new(lesson.panel.panel(
                lesson.number,
                lesson.director.runner(),
                &self.simulation,
                &picture,
            ))
        });
        let forms = self.forms_view();
        let cloud = self.simulation.cloud();
        let panel_step = panel.as_ref().map_or(0, |panel: &Rc<Panel>| panel.step << 16);
        Snapshot {
            now: cloud.now(),
            clock,
            behind: drawn.behind,
            readout: Readout::of(cloud),
            series: self.charts.series(cloud, span),
            span,
            timeline: self.marks.timeline(),
            panel,
            offers: offers::offers(cloud, &picture, self.selected).into(),
            costs: Costs::of(cloud),
            availability: Rc::new(Availability::of(cloud)),
            detail: detail(cloud, self.selected).map(Rc::new),
            picture,
            last_command: self.last.clone(),
            forms,
            one_in: drawn.one_in,
            arrangement: self.tidied + panel_step,
            heaps: drawn.heaps,
        }
    }
}

impl Shown for Snapshot {
    fn numbers(&mut self) -> (&mut Rc<Picture>, Option<&mut Readout>) {
        (&mut self.picture, Some(&mut self.readout))
    }
}

/// What is shown besides the picture of what is looked at closer.
fn detail(cloud: &Cloud, selected: Option<Thing>) -> Option<Detail> {
    match selected? {
        Thing::Zone(place) => zone_detail(cloud, place),
        Thing::Region => Some(holdings(cloud)),
        Thing::Group(index) => group_holdings(cloud, index),
        Thing::Place(Place::Instance(index)) => instance_detail(cloud, index),
        Thing::Bill => Some(Detail::Bill(Bill::of(cloud))),
        Thing::Place(Place::Service(0)) => Some(service_detail(cloud, ServiceKind::DynamoDb)),
        Thing::Place(Place::Service(_)) => Some(service_detail(cloud, ServiceKind::S3)),
        _ => None,
    }
}

/// A refusal: its code and its sentence.
type Refused = (Rc<str>, Rc<str>);

fn refused(error: ApiError) -> Refused {
    (error.code.into(), error.message.into())
}

/// An answer as AWS's command line writes it; none if there is nothing to say.
fn written(output: &Output) -> Option<Rc<str>> {
    output.shape().map(|shape| api::json::pretty(shape).into())
}

/// Tells the black box what was submitted, so that a crash can be replayed.
fn note(at: SimTime, call: &Call) {
    blackbox::note(&format!("{at} {}", cli::command(call)));
}

fn text_clock(now: SimTime) -> String {
    (text().number.clock)(now, 1.0)
}
