//! What the page shows of a run's past, and what can be asked of time.

use std::rc::Rc;

use des::SimTime;
pub use history::BranchId;

/// What the learner asks of time.
#[derive(Clone, Debug, PartialEq)]
pub enum TimeInput {
    /// Show this moment.
    GoTo(SimTime),
    /// Let time pass until something happens.
    Until(Until),
    /// Take the last thing back.
    Undo,
    /// Do it again.
    Redo,
    /// Go another way from here.
    Fork,
    /// Show another way.
    Switch(BranchId),
    /// Go on in two.
    Duplicate,
    /// Build a fleet, go on in two, and change one thing.
    Contrast(Contrast),
    /// Of the two, go on with the one as it was.
    KeepA,
    /// Of the two, go on with the one that was changed.
    KeepB,
    /// Call a way something.
    Rename(BranchId, Rc<str>),
    /// Forget a way.
    Delete(BranchId),
}

/// What time can pass until.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// Anything that gets a mark.
    Happening,
    /// An alarm changes its state.
    Alarm,
    /// An activity of a group ends.
    Activity,
    /// A request fails.
    Failure,
}

impl Until {
    /// All, in the order in which they stand.
    pub const ALL: [Self; 4] = [Self::Happening, Self::Alarm, Self::Activity, Self::Failure];
}

/// Twin runs that are prepared: a fleet, and the one thing that is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contrast {
    /// Cross-zone load balancing switched off.
    CrossZone,
    /// One zone against two.
    Zones,
    /// No grace period against five minutes.
    Grace,
}

impl Contrast {
    /// All, in the order in which they stand.
    pub const ALL: [Self; 3] = [Self::CrossZone, Self::Zones, Self::Grace];
}

/// The past.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    /// When the run began.
    pub begun: SimTime,
    /// How far the run has come, whatever moment is shown.
    pub end: SimTime,
    /// Whether a moment before that is shown.
    pub is_past: bool,
    /// Whether the run may part from what was: not in a lesson.
    pub can_part: bool,
    /// What would be taken back.
    pub undo: Option<&'static str>,
    /// What would be done again.
    pub redo: Option<&'static str>,
    /// Whether the run goes on in two.
    pub is_pair: bool,
    /// The ways that the run took.
    pub ways: Rc<[Way]>,
    /// What time passes until, if it does.
    pub chased: Option<Until>,
    /// What came of the latest thing that was asked of time.
    pub told: Option<Rc<str>>,
}

impl Past {
    /// That of a run in which nothing was done.
    #[must_use]
    pub fn of_a_run(begun: SimTime, end: SimTime) -> Self {
        Self {
            begun,
            end,
            is_past: false,
            can_part: true,
            undo: None,
            redo: None,
            is_pair: false,
            ways: Rc::default(),
            chased: None,
            told: None,
        }
    }
}

/// One way that the run took.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// Which.
    pub id: BranchId,
    /// What it is called.
    pub name: Rc<str>,
    /// When it parted from another.
    pub parted: Option<SimTime>,
    /// How far it has come.
    pub end: SimTime,
    /// What was done in it.
    pub inputs: usize,
    /// Whether it is the one that is shown.
    pub is_current: bool,
}
