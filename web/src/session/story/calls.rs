//! Calls as CloudTrail would show them: those that were accepted stand in the journal, those that were refused here.

use std::collections::VecDeque;
use std::rc::Rc;

use cloud::{JournalEntry, Simulation};
use des::SimTime;

use crate::story::{CallRecord, Caller, Entry, Key, Kind};
use crate::text::player_text;

/// Refused calls that are kept.
const KEPT: usize = 500;
/// Accepted calls that are listed: the newest.
const LISTED: u64 = 2_000;

/// The calls that were accepted, oldest first.
pub(super) fn accepted(simulation: &Simulation) -> impl Iterator<Item = Entry> {
    let journal = simulation.journal();
    let first = journal.end().saturating_sub(LISTED).max(journal.start());
    (first..).zip(journal.from(first)).map(|(number, entry)| {
        let call = record(entry);
        told(Key::Call(number), entry.at, call)
    })
}

fn record(entry: &JournalEntry) -> CallRecord {
    let operation = entry.input.operation();
    CallRecord {
        name: operation.name.into(),
        source: source(operation.service.name),
        caller: match entry.caller {
            cloud::Caller::Learner => Caller::Learner,
            cloud::Caller::Lesson => Caller::Lesson,
        },
        error: None,
        parameters: api::json::pretty(entry.input.shape()).into(),
    }
}

fn told(key: Key, at: SimTime, call: CallRecord) -> Entry {
    Entry {
        key,
        at,
        kind: Kind::Call,
        sentence: (player_text().story.called)(&call).into(),
        thing: None,
        fact: None,
        call: Some(Rc::new(call)),
    }
}

/// CloudTrail's name of a service, by the command line's. Source: CloudTrail User Guide, "CloudTrail record contents".
fn source(service: &str) -> Option<Rc<str>> {
    let name = match service {
        "sandbox" => return None,
        "elbv2" => "elasticloadbalancing",
        "cloudwatch" => "monitoring",
        other => other,
    };
    Some(format!("{name}.amazonaws.com").into())
}

/// Calls that were refused, oldest first.
#[derive(Default)]
pub(super) struct Refusals {
    refused: VecDeque<(SimTime, CallRecord)>,
    count: u64,
}

impl Refusals {
    /// Notes a command that was refused, as the command line tells it; what is no refusal of a call is passed over.
    pub(super) fn note(&mut self, at: SimTime, command: &str, told: &str) {
        if let Some(call) = read(command, told) {
            self.refused.push_back((at, call));
            self.count += 1;
            if self.refused.len() > KEPT {
                self.refused.pop_front();
            }
        }
    }

    /// How many there ever were.
    pub(super) fn count(&self) -> u64 {
        self.count
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = Entry> {
        let first = self.count - self.refused.len() as u64;
        let numbered = (first..).zip(&self.refused);
        numbered.map(|(number, (at, call))| told(Key::Refused(number), *at, call.clone()))
    }
}

/// From what AWS's command line prints of a refusal: `An error occurred (CODE) when calling the NAME operation: WHY`.
fn read(command: &str, told: &str) -> Option<CallRecord> {
    let (_, rest) = told.split_once("An error occurred (")?;
    let (code, rest) = rest.split_once(')')?;
    let (name, message) = rest
        .split_once("when calling the ")?
        .1
        .split_once(" operation: ")?;
    let mut words = command.split_whitespace();
    let service = words.by_ref().find(|word| *word != "aws")?;
    Some(CallRecord {
        name: name.into(),
        source: source(service),
        caller: Caller::Learner,
        error: Some((code.into(), message.trim().into())),
        parameters: command.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_read_as_it_is_printed() {
        let told = "\naws: [ERROR]: An error occurred (ValidationError) when calling the SetDesiredCapacity operation: above max\n";
        let call =
            read("aws autoscaling set-desired-capacity --desired-capacity 9", told).expect("a refusal");
        assert_eq!(&*call.name, "SetDesiredCapacity");
        assert_eq!(call.source.as_deref(), Some("autoscaling.amazonaws.com"));
        assert_eq!(call.error, Some(("ValidationError".into(), "above max".into())));
        assert_eq!(read("aws ec2 x", "aws: [ERROR]: no such command"), None);
    }

    #[test]
    fn services_have_the_names_of_cloudtrail() {
        assert_eq!(source("cloudwatch").as_deref(), Some("monitoring.amazonaws.com"));
        assert_eq!(source("sandbox"), None);
    }
}
