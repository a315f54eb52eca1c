//! A twin run: the run goes on in two, and one of them is changed.

use std::rc::Rc;

use cloud::{Cloud, Simulation};
use des::{SimDuration, SimTime};
use history::{Measured, Twin};
use view::bill::Costs;
use view::live::{Meter, picture};
use view::scene::HeapCount;
use view::{Readout, Series, Slots};

use super::Session;
use crate::pair::Pair;
use crate::span::Span;
use crate::text::player_text;

/// A, with what is needed to show it.
pub(super) struct Beside {
    pub(super) twin: Twin,
    slots: Slots,
    meter: Meter,
    /// The points of both, and of which second and stretch.
    series: Option<(u64, Span, [Series; 2])>,
    /// The outcome, and for which second.
    outcome: Option<(u64, [Measured; 2])>,
    /// Whether anything differs, and at which moment.
    differs: Option<((SimTime, u64), bool)>,
}

impl Beside {
    fn of(twin: Twin, slots: Slots) -> Self {
        Self {
            twin,
            slots,
            meter: Meter::default(),
            series: None,
            outcome: None,
            differs: None,
        }
    }

    fn outcome(&mut self, b: &Simulation) -> [Measured; 2] {
        let second = b.now().as_secs();
        match self.outcome {
            Some((seen, outcome)) if seen == second => outcome,
            _ => {
                let outcome = self.twin.outcome(b);
                self.outcome = Some((second, outcome));
                outcome
            }
        }
    }

    /// It takes a walk through everything: once for each moment at which time stands still.
    fn differs(&mut self, b: &Simulation) -> bool {
        let moment = (b.now(), b.journal().end());
        match self.differs {
            Some((seen, differs)) if seen == moment => differs,
            _ => {
                let differs = self.twin.differs(b);
                self.differs = Some((moment, differs));
                differs
            }
        }
    }

    fn series(&mut self, b: &Simulation, span: Span) -> [Series; 2] {
        let second = b.now().as_secs();
        match &self.series {
            Some((seen, shown, series)) if (*seen, *shown) == (second, span) => series.clone(),
            _ => {
                let series = [self.twin.simulation(), b].map(|one| gather(one.cloud(), span));
                self.series = Some((second, span, series.clone()));
                series
            }
        }
    }

    fn shown(&mut self, b: &Simulation, span: Span, paused: bool, heaps: Rc<[HeapCount]>) -> Pair {
        let (outcome, differs) = (self.outcome(b), paused.then(|| self.differs(b)));
        let changes = self.twin.changes(b);
        let changes = changes
            .map(|entry| cli::command(&entry.input.clone().into()).into())
            .collect();
        let cloud = self.twin.simulation().cloud();
        self.meter.look(cloud);
        let series = self.series(b, span);
        let cloud = self.twin.simulation().cloud();
        Pair {
            parted: self.twin.parted(),
            picture: Rc::new(picture(cloud, &mut self.slots, &self.meter)),
            readout: Readout::of(cloud),
            costs: Costs::of(cloud),
            series,
            heaps,
            outcome,
            changes,
            differs,
        }
    }
}

/// Up to this length of time there is one point a second, beyond it one a minute.
const BY_SECONDS: SimDuration = SimDuration::from_mins(15);

fn gather(cloud: &Cloud, span: Span) -> Series {
    if span.length <= BY_SECONDS {
        Series::of_last_seconds(cloud, span.length.as_secs())
    } else {
        Series::of_last_minutes(cloud, span.length.as_secs() / 60)
    }
}

impl Session {
    /// Goes on in two from here.
    pub(super) fn duplicate(&mut self) {
        if self.lesson.is_some() || self.beside.is_some() {
            return;
        }
        self.interrupt();
        let twin = Twin::part(&mut self.hindsight.history, &self.simulation);
        let (words, history) = (&player_text().pair, &mut self.hindsight.history);
        history.rename(twin.way(), words.way_a);
        history.rename(history.current(), words.way_b);
        self.beside = Some(Beside::of(twin, self.slots.clone()));
        self.hindsight.leapt();
        self.rest();
        self.tell_of_time(words.begun.to_owned());
    }

    /// Goes on with B alone, as it is. A stays as a way that the run took.
    pub(super) fn keep_b(&mut self) {
        if self.beside.take().is_some() {
            self.tell_of_time(player_text().pair.kept_b.to_owned());
        }
    }

    /// Goes on with A alone, as it is. B stays as a way that the run took.
    pub(super) fn keep_a(&mut self) {
        if let Some(beside) = self.beside.take() {
            self.switch(beside.twin.way());
            self.tell_of_time(player_text().pair.kept_a.to_owned());
        }
    }

    /// Lets A come to where B is.
    pub(super) fn follow(&mut self) {
        if let Some(beside) = &mut self.beside {
            beside.twin.follow(&mut self.hindsight.history, &self.simulation);
        }
    }

    /// A has leapt with B.
    pub(super) fn look_beside(&mut self) {
        self.follow();
        if let Some(beside) = &mut self.beside {
            beside.meter = Meter::default();
            beside.series = None;
            beside.outcome = None;
        }
    }

    /// A beside B, if the run goes on in two.
    pub(super) fn pair(&mut self, span: Span, paused: bool, heaps: Rc<[HeapCount]>) -> Option<Rc<Pair>> {
        let beside = self.beside.as_mut()?;
        Some(Rc::new(beside.shown(&self.simulation, span, paused, heaps)))
    }
}
