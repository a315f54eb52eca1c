//! What the learner asks of the records below the picture: charts, and the timeline.

use std::rc::Rc;

use view::chart::Topic;

use crate::story::{Key, Kind};

/// Which records are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// The charts of a topic.
    Charts(Topic),
    /// The timeline.
    Story,
}

impl Tab {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Charts(Topic::Employees),
        Self::Charts(Topic::Zones),
        Self::Charts(Topic::Instances),
        Self::Charts(Topic::Cpu),
        Self::Charts(Topic::Groups),
        Self::Charts(Topic::Alarms),
        Self::Story,
    ];
}

impl Default for Tab {
    fn default() -> Self {
        Self::Charts(Topic::default())
    }
}

/// What can be done with the records.
#[derive(Clone, Debug, PartialEq)]
pub enum RecordInput {
    /// They are shown, or no longer: what nobody looks at is not gathered.
    Show(bool),
    /// Show these.
    Tab(Tab),
    /// Turn to a page of the charts, from 0.
    Page(usize),
    /// Show only this kind in the timeline.
    Filter(Option<Kind>),
    /// Show only what has this in it.
    Search(Rc<str>),
    /// Show more of it.
    More,
    /// Unfold why something is so, or fold it up again.
    Why(Option<Key>),
}
