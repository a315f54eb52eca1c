//! One run on the page: the account, the lesson that looks on, and what was submitted last.

mod calls;
mod charts;
mod chase;
mod contrasts;
mod cues;
mod draft;
pub mod forms;
mod ground;
mod keeping;
mod kept_run;
mod lesson_panel;
mod lesson_run;
mod marks;
mod offers;
mod pair;
mod past;
mod records;
mod results;
mod resume;
mod rush;
mod solution;
mod start;
mod story;
mod terminal;
mod why;

use std::rc::Rc;

use api::{ApiError, Call, Output};
use cloud::{Advance, Caller, Cloud, EventBudget, Input, Simulation};
use des::{SimDuration, SimTime};
use lesson::format::Pace;
use lesson::{Director, Lesson, News, Runner, SetUp, Trouble};
use view::availability::Availability;
use view::bill::{Bill, Costs};
use view::detail::Detail;
use view::fleet::Thing;
use view::flight::Place;
use view::live::{
    Live, Meter, Trying, group_holdings, holdings, instance_detail, newest_failed_at, picture,
    request_detail, service_detail, zone_detail,
};
use view::request::RequestRef;
use view::{Picture, Readout, ServiceKind, Slots};

use self::chase::Chase;
use self::contrasts::Prepared;
use self::forms::Desk;
pub use self::ground::{Glance, Ground};
use self::keeping::Keeping;
pub use self::keeping::{Home, Origin};
pub use self::kept_run::NoLink;
use self::lesson_panel::PanelState;
pub use self::lesson_run::About;
use self::marks::Marks;
use self::pair::Beside;
use self::past::Hindsight;
use self::records::{Looked, Records};
pub use self::resume::Resuming;
use self::rush::Rush;
use self::terminal::{Terminal, done, failed, told};
use crate::act::Act;
use crate::blackbox;
use crate::driver::clock::Clock;
use crate::driver::{Dotted, Drawn, Run, Shown};
use crate::panel::{Panel, PanelInput};
use crate::progress::keep;
use crate::records::RecordInput;
use crate::snapshot::{Snapshot, Submitted};
use crate::span::Span;
use crate::terminal::By;
use crate::text::{player_text, text};

/// Events that one frame may let happen where each is looked at.
const EVENTS_A_CHASE: u64 = 20_000;

/// One run.
pub struct Session {
    simulation: Simulation,
    hindsight: Hindsight,
    /// The run as it would be without what is changed, in a twin run.
    beside: Option<Beside>,
    /// A twin run that is being prepared.
    prepared: Option<Prepared>,
    lesson: Option<Lessoned>,
    keeping: Keeping,
    slots: Slots,
    meter: Meter,
    marks: Marks,
    terminal: Terminal,
    desk: Desk,
    selected: Option<Thing>,
    last: Option<Submitted>,
    /// How time should pass from now on, if something has just said so.
    pace: Option<Pace>,
    records: Records,
    trying: Trying,
    /// Something that time passes until.
    chase: Option<Chase>,
    /// How often the learner has tidied up.
    tidied: usize,
}

/// The lesson of a run.
struct Lessoned {
    director: Director,
    number: u32,
    panel: PanelState,
    /// What should be looked at in its file.
    warnings: Rc<[Rc<str>]>,
    /// Time passes as fast as can be watched until then.
    rush: Option<Rush>,
    /// The lesson as it was shown before the learner looked back.
    shown: Option<Rc<Panel>>,
}

impl Session {
    /// A lesson from its beginning, with its account set up.
    #[must_use]
    pub fn lesson(number: u32, lesson: Lesson, account: SetUp, home: Home) -> Self {
        let (simulation, director) = Director::of(lesson, account);
        let mut session = Self::of(simulation, home);
        session.terminal = Terminal::of(director.terminal());
        session.lesson = Some(Lessoned {
            director,
            number,
            panel: PanelState::default(),
            warnings: Rc::default(),
            rush: None,
            shown: None,
        });
        session.note_pace();
        session
    }

    /// The sandbox: one instance under traffic, and nothing asked.
    #[must_use]
    pub fn sandbox(seed: Option<u64>) -> Self {
        Self::sandbox_at(Self::home_of_sandbox(), seed)
    }

    /// The same for a run that belongs there.
    #[must_use]
    pub fn sandbox_at(home: Home, seed: Option<u64>) -> Self {
        Self::of(start::account(seed), home)
    }

    /// Where a run of the sandbox's own account belongs.
    #[must_use]
    pub fn home_of_sandbox() -> Home {
        start::home()
    }

    fn of(simulation: Simulation, home: Home) -> Self {
        let mut meter = Meter::default();
        meter.look(simulation.cloud());
        let session = Self {
            marks: Marks::since(simulation.cloud().facts.count()),
            hindsight: Hindsight::begin(&simulation),
            beside: None,
            prepared: None,
            terminal: Terminal::default(),
            keeping: Keeping::begin(home, &simulation),
            simulation,
            lesson: None,
            desk: Desk::default(),
            slots: Slots::default(),
            meter,
            selected: None,
            last: None,
            pace: None,
            records: Records::default(),
            trying: Trying::default(),
            chase: None,
            tidied: 0,
        };
        session.tell_black_box();
        session
    }

    /// Tells the black box what leads to the run as it stands.
    fn tell_black_box(&self) {
        blackbox::begin(
            &self.simulation.world().seed.0.to_string(),
            self.simulation.cloud().region.name,
            &keep::place_of_run(&self.keeping.home().name),
        );
        self.note_since(0);
    }

    /// Goes on to the next event.
    pub fn step(&mut self) {
        self.pass(self.terminal.due(), 1);
    }

    /// Looks closer at something.
    pub fn select(&mut self, thing: Option<Thing>) {
        self.selected = thing;
    }

    /// What a dot stands for, to be looked at closer.
    #[must_use]
    pub fn behind(&self, dot: Dotted) -> Option<Thing> {
        let request = match dot {
            Dotted::Request(number) => Some(RequestRef::Sent(number)),
            Dotted::Failed(place) => newest_failed_at(self.simulation.cloud(), place),
        };
        request.map(Thing::Request)
    }

    /// The newest request, if there was one.
    #[must_use]
    pub fn newest_request(&self) -> Option<Thing> {
        let newest = self.simulation.cloud().workload.numbers.newest();
        (newest > 0).then_some(Thing::Request(RequestRef::Sent(newest)))
    }

    /// Does what the learner asked of the records.
    pub fn record_input(&mut self, input: &RecordInput) {
        self.records.take(input, &self.simulation);
    }

    /// Gives every instance its place anew.
    pub fn tidy(&mut self) {
        self.slots = Slots::default();
        self.tidied += 1;
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
        self.back_to_lesson();
        let Some(lesson) = &mut self.lesson else { return };
        let runner = lesson.director.runner_mut();
        let step = runner.step().id.clone();
        self.keeping.note(input, &step, &self.simulation);
        match input {
            PanelInput::Act(id) => return self.lesson_act(id),
            PanelInput::RunLine => return self.run_line(),
            _ => {}
        }
        lesson.panel.take(input, runner, &self.simulation);
        self.keeping.note_reached(runner.progress().reached);
        if runner.step().id != step {
            self.give_up_rush();
            self.note_pace();
        }
    }

    fn lesson_act(&mut self, id: &str) {
        let Some(lesson) = &mut self.lesson else { return };
        let before = self.simulation.journal().end();
        let ran = lesson.director.act(&mut self.simulation, id);
        self.keeping.pass_over(&self.simulation);
        match ran {
            Ok(ran) => {
                let last = ran.last().map(|ran| ran.command.clone());
                ran.into_iter().for_each(|ran| self.print(ran, By::Button));
                if let Some(command) = last {
                    self.remember(command, None);
                }
            }
            Err(Trouble { line, reason, .. }) => {
                let code = player_text().lesson.not_done;
                self.print_accepted(before);
                self.print(
                    failed(&line, &format!("{code}: {reason}"), self.now()),
                    By::Button,
                );
                self.remember(line, Some((code.into(), reason.into())));
            }
        }
        self.note_since(before);
        self.look();
    }

    /// Shows in the terminal what was accepted since the journal ended there.
    fn print_accepted(&mut self, end: u64) {
        let entries: Vec<Call> = self
            .simulation
            .journal()
            .from(end)
            .map(|entry| entry.input.clone().into())
            .collect();
        for call in entries {
            self.print(done(&cli::command(&call), String::new(), self.now()), By::Button);
        }
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
        self.look();
        self.tell(&line, &call, &answer);
        self.remember(line, answer.err());
        accepted
    }

    /// Shows in the terminal what has become of a button's call.
    fn tell(&mut self, line: &str, call: &Call, answer: &Result<Output, Refused>) {
        self.print(told(line, call, answer, self.now()), By::Button);
    }

    fn allowed(&self, call: &Call) -> Result<(), Refused> {
        self.closed_past()?;
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
        self.let_in(Caller::Learner, input)
    }

    fn let_in(&mut self, caller: Caller, input: Input) -> Result<Output, Refused> {
        let answer = self.simulation.submit(caller, input).map_err(refused);
        self.record();
        answer
    }

    fn remember(&mut self, line: String, error: Option<Refused>) {
        self.last = Some(Submitted {
            line: line.into(),
            error,
        });
    }

    /// Lets the lesson look, if it is time.
    fn look(&mut self) {
        if self.is_past() {
            return;
        }
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

    /// Lets time pass up to `until`; false if `events` have happened before.
    fn pass(&mut self, until: SimTime, events: u64) -> bool {
        if self.is_past() {
            return self.pass_again(until, events);
        }
        let Self {
            lesson,
            simulation,
            marks,
            hindsight,
            ..
        } = self;
        let mut told = |news: News, runner: &Runner, seen: &Simulation| marks.note(&news, runner, seen);
        let advance = match lesson {
            Some(lesson) => lesson
                .director
                .advance_to(simulation, until, EventBudget(events), &mut told),
            None => simulation.advance_to(until, EventBudget(events)),
        };
        hindsight.history.record(simulation);
        self.follow();
        advance == Advance::Reached
    }

    /// The same in the past, where what was done is done again. A lesson stands still where it was left.
    fn pass_again(&mut self, until: SimTime, events: u64) -> bool {
        let history = &mut self.hindsight.history;
        let until = until.min(history.end());
        let advance = history.advance_to(&mut self.simulation, until, EventBudget(events));
        self.follow();
        if self.lesson.is_some() && !self.is_past() {
            self.rest();
        }
        advance == Advance::Reached
    }

    /// The lesson: while the learner looks back, as it was before.
    fn lesson_shown(&mut self, picture: &Picture) -> Option<Rc<Panel>> {
        let is_past = self.is_past();
        let lesson = self.lesson.as_mut()?;
        if !is_past || lesson.shown.is_none() {
            lesson.shown = Some(Rc::new(lesson.panel.panel(
                lesson,
                &self.keeping,
                &self.simulation,
                picture,
            )));
        }
        lesson.shown.clone()
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

    fn other(&self) -> Option<Live<'_>> {
        let beside = self.beside.as_ref()?;
        Some(Live(beside.twin.simulation().cloud()))
    }

    fn advance(&mut self, due: SimDuration, events: u64) -> bool {
        if let Some(chase) = self.chase {
            self.chase_on(chase, events.min(EVENTS_A_CHASE));
            return true;
        }
        let until = self.now() + self.rushed(due);
        let (mut left, mut keeps_up) = (events, true);
        self.run_commands();
        self.go_on_preparing();
        // Commands take no model time: it stands still until none is left to run.
        while keeps_up && self.now() < until && !self.is_busy() {
            let before = self.simulation.cloud().events_happened();
            keeps_up = self.pass(until.min(self.terminal.due()), left);
            let happened = self.simulation.cloud().events_happened() - before;
            left = left.saturating_sub(happened).max(1);
            self.run_commands();
        }
        self.end_rush();
        keeps_up
    }

    fn followed(&self) -> Option<u64> {
        match self.selected? {
            Thing::Request(RequestRef::Sent(number)) => Some(number),
            _ => None,
        }
    }

    fn haste(&self) -> f64 {
        self.rush_speed()
    }

    fn is_busy(&self) -> bool {
        self.terminal.is_due(self.now())
    }

    fn take_leap(&mut self) -> bool {
        self.hindsight.take_leap()
    }

    fn take_pace(&mut self) -> Option<Pace> {
        self.pace.take()
    }

    fn snapshot(&mut self, clock: Clock, drawn: Drawn) -> Snapshot {
        self.keep();
        let cloud = self.simulation.cloud();
        let span = Span::with(cloud.now(), self.hindsight.history.end(), clock.speed());
        self.meter.look(cloud);
        if !self.is_past() {
            self.marks.catch_up(&self.simulation);
        }
        blackbox::at(&text_clock(cloud.now()));
        let picture = Rc::new(picture(cloud, &mut self.slots, &self.meter));
        let panel = self.lesson_shown(&picture);
        let forms = self.forms_view();
        let timeline = self.marks.timeline();
        let records = self.records.view(
            &self.simulation,
            &Looked {
                span,
                clock,
                selected: self.selected,
                picture: &picture,
                timeline: &timeline,
            },
        );
        let pair = self.pair(span, clock.is_paused(), drawn.other_heaps);
        let cloud = self.simulation.cloud();
        let costs = Costs::of(cloud);
        // What is past was measured then.
        if !self.is_past() {
            self.trying.look(cloud, costs.per_hour);
        }
        let panel_step = panel.as_ref().map_or(0, |panel: &Rc<Panel>| panel.step << 16);
        Snapshot {
            now: cloud.now(),
            past: self.past(),
            pair,
            clock,
            behind: drawn.behind,
            readout: Readout::of(cloud),
            records,
            span,
            timeline,
            panel,
            offers: offers::offers(cloud, &picture, self.selected).into(),
            costs,
            tries: self.trying.tries(),
            availability: Rc::new(Availability::of(cloud)),
            detail: detail(cloud, self.selected).map(Rc::new),
            picture,
            last_command: self.last.clone(),
            terminal: self.terminal.view(),
            forms,
            kept: self.keeping.is_kept(),
            notice: self.keeping.notice(),
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
        Thing::Request(request) => request_detail(cloud, request),
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

/// Tells the black box what was submitted, so that a crash can be replayed.
fn note(at: SimTime, call: &Call) {
    blackbox::note(&format!("{at} {}", cli::command(call)));
}

fn text_clock(now: SimTime) -> String {
    (text().number.clock)(now, 1.0)
}
