//! The timeline: marks, calls and failed requests as one list, newest first, as far as it is shown.

mod calls;
mod requests;

use std::rc::Rc;

use cloud::Simulation;
use view::{MarkKind, Timeline};

use self::calls::Refusals;
use super::why::fact_of_input;
use crate::records::RecordInput;
use crate::story::{Entry, Key, Kind, StoryView};

/// Entries that are shown at first, and that are added each time.
const SHOWN: usize = 40;

/// What is shown of the timeline.
#[derive(Default)]
pub(super) struct Story {
    shown: bool,
    filter: Option<Kind>,
    search: Rc<str>,
    more: usize,
    refusals: Refusals,
    gathered: Option<(Stamp, Rc<StoryView>)>,
}

/// Differs if there is something new.
#[derive(Clone, PartialEq)]
struct Stamp {
    marks: usize,
    calls: u64,
    refusals: u64,
    records: u64,
}

impl Story {
    /// Does what the learner asked for.
    pub(super) fn take(&mut self, input: &RecordInput) {
        match input {
            RecordInput::Filter(filter) => (self.filter, self.more) = (*filter, 0),
            RecordInput::Search(search) => (self.search, self.more) = (search.clone(), 0),
            RecordInput::More => self.more += SHOWN,
            _ => return,
        }
        self.gathered = None;
    }

    /// Whether it is looked at.
    pub(super) fn show(&mut self, shown: bool) {
        self.shown = shown;
        self.gathered = None;
    }

    /// Gathers all anew.
    pub(super) fn renew(&mut self) {
        self.gathered = None;
    }

    /// Notes a command that was refused, as the command line tells it.
    pub(super) fn note_refusal(&mut self, simulation: &Simulation, command: &str, told: &str) {
        self.refusals.note(simulation.now(), command, told);
    }

    /// What is shown; none if nobody looks.
    pub(super) fn view(&mut self, simulation: &Simulation, timeline: &Timeline) -> Option<Rc<StoryView>> {
        if !self.shown {
            return None;
        }
        let stamp = Stamp {
            marks: timeline.count(),
            calls: simulation.journal().end(),
            refusals: self.refusals.count(),
            records: match self.filter {
                Some(Kind::Request) => simulation.cloud().records.end(),
                _ => 0,
            },
        };
        if let Some((known, view)) = &self.gathered
            && *known == stamp
        {
            return Some(view.clone());
        }
        let view = Rc::new(self.gather(simulation, timeline));
        self.gathered = Some((stamp, view.clone()));
        Some(view)
    }

    fn gather(&self, simulation: &Simulation, timeline: &Timeline) -> StoryView {
        let mut entries = match self.filter {
            Some(Kind::Request) => requests::failed(simulation.cloud()),
            _ => self.happened(simulation, timeline),
        };
        let wanted = self.search.to_lowercase();
        entries.retain(|entry| wanted.is_empty() || has(entry, &wanted));
        let found = entries.len();
        entries.truncate(SHOWN + self.more);
        StoryView {
            filter: self.filter,
            search: self.search.clone(),
            entries: entries.into(),
            found,
        }
    }

    /// Marks and calls of the kind that is chosen, newest first.
    fn happened(&self, simulation: &Simulation, timeline: &Timeline) -> Vec<Entry> {
        let of_kind = |kind: Kind| self.filter.is_none_or(|filter| filter == kind);
        let mut entries: Vec<Entry> = marks(timeline).filter(|entry| of_kind(entry.kind)).collect();
        if of_kind(Kind::Call) {
            entries.extend(calls::accepted(simulation));
            entries.extend(self.refusals.entries());
            entries.sort_by_key(|entry| entry.at);
        }
        entries.reverse();
        entries
    }

    /// The number of the fact that an entry is about.
    pub(super) fn fact(&self, simulation: &Simulation, key: Key) -> Option<u64> {
        match key {
            Key::Fact(fact) => Some(fact),
            Key::Call(number) => fact_of_input(simulation.cloud(), number),
            Key::Refused(_) => None,
            Key::Mark(_) | Key::Request(_) => {
                let (_, view) = self.gathered.as_ref()?;
                view.entries.iter().find(|entry| entry.key == key)?.fact
            }
        }
    }
}

/// Marks, oldest first; the learner's own are told as calls.
fn marks(timeline: &Timeline) -> impl Iterator<Item = Entry> {
    let numbered = (timeline.forgotten as u64..).zip(timeline.marks.iter());
    let told = numbered.filter(|(_, mark)| mark.kind != MarkKind::Own);
    told.map(|(number, mark)| Entry {
        key: Key::Mark(number),
        at: mark.at,
        kind: Kind::of(mark.kind),
        sentence: mark.sentence.clone(),
        thing: mark.thing,
        fact: mark.fact,
        call: None,
    })
}

fn has(entry: &Entry, wanted: &str) -> bool {
    let call = entry.call.iter().map(|call| call.parameters.to_lowercase());
    let mut texts = call.chain([entry.sentence.to_lowercase()]);
    texts.any(|text| text.contains(wanted))
}
