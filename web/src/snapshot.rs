//! What the page shows, made at most ten times a second: the only thing components read of the model.

use std::rc::Rc;

use des::SimTime;
use view::availability::Availability;
use view::bill::Costs;
use view::chart::Board;
use view::detail::Detail;
use view::frontier::Tries;
use view::scene::HeapCount;
use view::{Picture, Readout, Timeline};

use crate::act::Offer;
use crate::driver::clock::Clock;
use crate::forms::FormsView;
use crate::pair::Pair;
use crate::panel::Panel;
use crate::past::Past;
use crate::span::Span;
use crate::story::{Opened, StoryView};
use crate::terminal::Terminal;
use crate::why::Chain;

/// The page at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// Model time.
    pub now: SimTime,
    /// The run's past.
    pub past: Past,
    /// The run beside it, in a twin run.
    pub pair: Option<Rc<Pair>>,
    /// Speed and pause.
    pub clock: Clock,
    /// True while the model cannot keep up with the speed that was chosen.
    pub behind: bool,
    /// The stage.
    pub picture: Rc<Picture>,
    /// The numbers above it.
    pub readout: Readout,
    /// The stretch of time that the charts and the track show.
    pub span: Span,
    /// The records below it, and why things are so.
    pub records: Records,
    /// The marks on the track.
    pub timeline: Timeline,
    /// The lesson, if one is open.
    pub panel: Option<Rc<Panel>>,
    /// What can be done to the selected thing, and to the account.
    pub offers: Rc<[Offer]>,
    /// What the account costs.
    pub costs: Costs,
    /// The fleets that were tried so far.
    pub tries: Tries,
    /// What it promises, and what came of it.
    pub availability: Rc<Availability>,
    /// More of the selected thing than the picture shows.
    pub detail: Option<Rc<Detail>>,
    /// What a button has submitted last, and what AWS answered if it refused it.
    pub last_command: Option<Submitted>,
    /// What the terminal has printed.
    pub terminal: Terminal,
    /// The forms, if they are open.
    pub forms: Option<Rc<FormsView>>,
    /// One dot stands for this many requests.
    pub one_in: u32,
    /// Whether the browser keeps the run.
    pub kept: bool,
    /// What the learner is told of the run as a whole.
    pub notice: Option<&'static str>,
    /// Changes when the picture may be arranged anew: with a step of a lesson, or by the learner's wish.
    pub arrangement: usize,
    /// Heaps of failures.
    pub heaps: Rc<[HeapCount]>,
}

/// The records below the picture, and why things are so.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Records {
    /// The charts, if they are shown.
    pub charts: Option<Rc<Board>>,
    /// The timeline, if it is shown.
    pub story: Option<Rc<StoryView>>,
    /// Why what is selected is as it is.
    pub why: Option<Rc<Chain>>,
    /// What was asked about besides.
    pub opened: Option<Opened>,
}

/// A command that was submitted.
#[derive(Clone, Debug, PartialEq)]
pub struct Submitted {
    /// Its line.
    pub line: Rc<str>,
    /// The error it met with, as code and message.
    pub error: Option<(Rc<str>, Rc<str>)>,
}
