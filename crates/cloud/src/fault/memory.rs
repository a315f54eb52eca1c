//! An app that keeps what it should give back. Our choice: its memory fills evenly with time, so that it costs no request
//! anything, and it gets slower by steps as the operating system runs out of room.
//!
//! ```text
//!  memory  0 ────────────── 75 % ── 85 % ── 95 % ── full: the operating system kills the app
//!  slower  not at all        2×      4×      8×
//! ```

use des::{SimDuration, Ticket};

use super::{FaultIndex, FaultKind};
use crate::Cloud;
use crate::ec2::{Boot, InstanceIndex};
use crate::event::Event;
use crate::fact::{FactId, What};

/// How long it takes from the start of a leaking app until its memory is full. Our choice.
const MEMORY_FILLS: SimDuration = SimDuration::from_mins(10);
/// From which share of the memory, in hundredths, CPU work takes how many times as long, in thousandths. Our choice.
const STEPS: [(u64, u32); 3] = [(75, 2_000), (85, 4_000), (95, 8_000)];
const FULL: u8 = STEPS.len() as u8;
/// The step after the last: the app has been killed.
const KILLED: u8 = FULL + 1;

impl Cloud {
    /// The memory of a leaking app is empty and begins to fill.
    pub(super) fn begin_leak(&mut self, fault: FaultIndex) {
        let Some(index) = self.faults[fault.0 as usize].kind.instance() else {
            return;
        };
        if self.leak_of(index) != Some(fault) {
            return; // another leak fills the memory already
        }
        self.faults[fault.0 as usize].step = (Ticket::NONE, 0);
        if self.ec2.instances[index.index()].boot == Boot::AppUp {
            self.await_step(fault, 0, 0);
        }
        self.settle_slowness(index);
    }

    /// The app on an instance has just started, or has stopped: its memory is empty.
    pub(crate) fn memory_is_empty(&mut self, index: InstanceIndex) {
        if let Some(fault) = self.leak_of(index) {
            self.begin_leak(fault);
        }
    }

    /// The memory of a leaking app has come to the next share.
    pub(crate) fn fault_steps(&mut self, fault: FaultIndex, ticket: Ticket) {
        let state = self.faults[fault.0 as usize];
        let (awaited, taken) = state.step;
        let Some(index) = state.kind.instance() else {
            return;
        };
        if awaited != ticket || state.ended.is_some() {
            return;
        }
        if taken == FULL {
            let fact = self.facts.note(self.now, state.cause, What::MemoryFull(index));
            self.app_dies(index, fact);
            self.faults[fault.0 as usize].step = (Ticket::NONE, KILLED);
            return;
        }
        self.await_step(fault, taken + 1, STEPS[usize::from(taken)].0);
        self.settle_slowness(index);
    }

    /// `taken` steps have been taken, the last one at `share` hundredths.
    fn await_step(&mut self, fault: FaultIndex, taken: u8, share: u64) {
        let next = STEPS.get(usize::from(taken)).map_or(100, |&(share, _)| share);
        let wait = SimDuration::from_micros(MEMORY_FILLS.as_micros() * (next - share) / 100);
        let ticket = self.events.push(self.now + wait, Event::FaultStep(fault));
        self.faults[fault.0 as usize].step = (ticket, taken);
    }

    /// The leak is mended. An app that it has killed is started anew; what a living one has taken is given back.
    pub(super) fn end_leak(&mut self, fault: FaultIndex, index: InstanceIndex, cause: FactId) {
        self.memory_is_empty(index);
        self.settle_slowness(index);
        if self.faults[fault.0 as usize].step.1 == KILLED {
            self.restart_dead_app(index, cause);
        }
    }

    pub(super) fn leak_slowness(&self, index: InstanceIndex) -> Option<(u32, FactId)> {
        let fault = self.faults[self.leak_of(index)?.0 as usize];
        let taken = usize::from(fault.step.1).checked_sub(1)?;
        STEPS.get(taken).map(|&(_, slowness)| (slowness, fault.cause))
    }

    /// The leak of an instance's app; a second one at the same time adds nothing.
    fn leak_of(&self, index: InstanceIndex) -> Option<FaultIndex> {
        let mut faults = self.faults().filter(|(_, fault)| fault.ended.is_none());
        faults
            .find(|(_, fault)| fault.kind == FaultKind::MemoryLeak(index))
            .map(|(fault, _)| fault)
    }
}
