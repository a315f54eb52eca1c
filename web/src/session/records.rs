//! The records below the picture, and why something is so: charts, the timeline, chains.

use cloud::Simulation;
use view::fleet::Thing;
use view::{Picture, Timeline};

use super::charts::Charts;
use super::story::Story;
use super::why::Why;
use crate::driver::clock::Clock;
use crate::records::{RecordInput, Tab};
use crate::snapshot::Records as Shown;
use crate::span::Span;

/// What is shown of them.
#[derive(Default)]
pub(super) struct Records {
    shown: bool,
    tab: Tab,
    charts: Charts,
    story: Story,
    why: Why,
}

/// From where they are looked at.
pub(super) struct Looked<'a> {
    pub(super) span: Span,
    pub(super) clock: Clock,
    pub(super) selected: Option<Thing>,
    pub(super) picture: &'a Picture,
    pub(super) timeline: &'a Timeline,
}

impl Records {
    /// Does what the learner asked for.
    pub(super) fn take(&mut self, input: &RecordInput, simulation: &Simulation) {
        match input {
            RecordInput::Show(shown) => self.shown = *shown,
            RecordInput::Tab(tab) => self.tab = *tab,
            RecordInput::Why(key) => {
                let asked = key.map(|key| (key, self.story.fact(simulation, key)));
                return self.why.ask(asked);
            }
            _ => {}
        }
        self.charts.take(input);
        self.story.take(input);
        self.charts.show(self.shown && self.tab != Tab::Story);
        self.story.show(self.shown && self.tab == Tab::Story);
    }

    /// Gathers all anew: the run is another one.
    pub(super) fn renew(&mut self) {
        self.charts.renew();
        self.story.renew();
    }

    /// Notes a command that was refused.
    pub(super) fn note_refusal(&mut self, simulation: &Simulation, command: &str, told: &str) {
        self.story.note_refusal(simulation, command, told);
    }

    /// What is shown.
    pub(super) fn view(&mut self, simulation: &Simulation, looked: &Looked<'_>) -> Shown {
        let cloud = simulation.cloud();
        Shown {
            charts: self
                .charts
                .board(cloud, looked.span, looked.clock, looked.selected),
            story: self.story.view(simulation, looked.timeline),
            why: self.why.selected(simulation, looked.selected, looked.picture),
            opened: self.why.opened(simulation),
        }
    }
}
