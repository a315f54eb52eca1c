//! The newest requests that failed.

use cloud::Cloud;
use cloud::workload::Record;
use view::fleet::Thing;
use view::request::RequestRef;

use crate::story::{Entry, FailedRequest, Key, Kind};
use crate::text::player_text;

/// Requests that are looked through, newest first.
const LOOKED_AT: usize = 5_000;
/// Failed ones that are listed.
const LISTED: usize = 500;

/// The newest that failed, newest first.
pub(super) fn failed(cloud: &Cloud) -> Vec<Entry> {
    let records = &cloud.records;
    let numbered = (records.start()..records.end()).rev().take(LOOKED_AT);
    let kept = numbered.filter_map(|number| Some((number, records.get(number)?)));
    let failed = kept.filter(|(_, record)| !record.outcome.is_served());
    failed
        .take(LISTED)
        .map(|(number, record)| entry(cloud, number, record))
        .collect()
}

fn entry(cloud: &Cloud, number: u64, record: &Record) -> Entry {
    let instance = record
        .aimed
        .some()
        .map(|index| &cloud.ec2.instances[index.index()]);
    let request = FailedRequest {
        id: &record.id.text(),
        outcome: record.outcome.name(),
        instance: instance.map(|instance| instance.tag("Name").unwrap_or(&instance.id)),
        waited_ms: f64::from(record.ended) / 1_000.0,
    };
    Entry {
        key: Key::Request(number),
        at: record.ended_at(),
        kind: Kind::Request,
        sentence: (player_text().story.failed)(&request).into(),
        thing: Some(Thing::Request(RequestRef::Ended(number))),
        fact: record.blame.some().map(|blame| blame.number()),
        call: None,
    }
}
