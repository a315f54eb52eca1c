//! The table of the employee directory: what stands in it, and what the app does with it.

use des::{Seed, SimDuration, SimTime, Stream};

use super::metrics::Operation;
use super::value::{Item, text};
use super::{TableIndex, What, defaults};
use crate::Cloud;
use crate::app::{Charged, Cost, SDK_BACKOFF};
use crate::fact::{self, FactId};

const EMPLOYEE: Stream = Stream::named("directory/employee");

/// Numbers of employees below this one were there from the beginning; the others are numbers of the requests that added
/// them, which count from 1.
const FIRST_EMPLOYEES: u64 = 1 << 40;
/// How many were there from the beginning. Ours.
pub(crate) const EMPLOYEES: u64 = 24;

const FIRST_NAMES: [&str; 16] = [
    "Ana", "Bola", "Chen", "Dina", "Emre", "Farida", "Goran", "Hana", "Ines", "Jonas", "Kofi", "Lena",
    "Mateo", "Noor", "Olga", "Priya",
];
const LAST_NAMES: [&str; 16] = [
    "Adeyemi",
    "Berg",
    "Costa",
    "Dubois",
    "Eriksen",
    "Fischer",
    "Garcia",
    "Haddad",
    "Ito",
    "Jensen",
    "Kim",
    "Lindqvist",
    "Mensah",
    "Novak",
    "Okafor",
    "Patel",
];
const LOCATIONS: [&str; 6] = ["Columbus", "Dublin", "Frankfurt", "Mumbai", "Sao Paulo", "Tokyo"];
const TITLES: [&str; 6] = [
    "Engineer",
    "Designer",
    "Accountant",
    "Support specialist",
    "Product manager",
    "Analyst",
];
/// What the course's app lets one choose.
const BADGES: [&str; 6] = ["apple", "windows", "linux", "video-camera", "trophy", "camera"];

/// The number of the employee that was there `place`th.
pub(crate) const fn first_employee(place: u64) -> u64 {
    FIRST_EMPLOYEES + place
}

/// The employee with this number. Ours: every name is made up.
pub(crate) fn employee(seed: Seed, number: u64) -> Item {
    let mut draw = seed.draw(EMPLOYEE, number, 0);
    let mut one_of = |texts: &[&str]| texts[draw.below(texts.len() as u64) as usize].to_owned();
    let name = format!("{} {}", one_of(&FIRST_NAMES), one_of(&LAST_NAMES));
    let attributes = [
        ("id", id(seed, number)),
        ("full_name", name),
        ("location", one_of(&LOCATIONS)),
        ("job_title", one_of(&TITLES)),
        (
            "badges",
            format!("{},{}", one_of(&BADGES[..3]), one_of(&BADGES[3..])),
        ),
        ("object_key", photo_key(seed, number)),
    ];
    attributes
        .map(|(name, value)| (name.to_owned(), text(value)))
        .into_iter()
        .collect()
}

/// A version 4 UUID, as the course's app makes them.
fn id(seed: Seed, number: u64) -> String {
    let mut draw = seed.draw(EMPLOYEE, number, 1);
    let (high, low) = (draw.bits(), draw.bits());
    format!(
        "{:08x}-{:04x}-4{:03x}-{:04x}-{:012x}",
        high >> 32,
        high >> 16 & 0xffff,
        high & 0xfff,
        0x8000 | low >> 48 & 0x3fff,
        low & 0xffff_ffff_ffff
    )
}

/// The key of an employee's photo. Source: the course's app.
pub(crate) fn photo_key(seed: Seed, number: u64) -> String {
    let mut draw = seed.draw(EMPLOYEE, number, 2);
    format!("employee_pic/{:016x}.png", draw.bits())
}

impl Cloud {
    /// The app reads from its table.
    pub(crate) fn directory_read(&mut self, halves: u32, scan: bool, latency: SimDuration) -> Charged {
        let operation = if scan { Operation::Scan } else { Operation::GetItem };
        self.directory_use(0, halves.into(), operation, latency)
            .err()
            .unwrap_or(Charged::Done)
    }

    /// The app writes an employee into its table.
    pub(crate) fn directory_write(&mut self, units: u32, request: u64, latency: SimDuration) -> Charged {
        match self.directory_use(1, units.into(), Operation::PutItem, latency) {
            Ok(table) => {
                let now = self.now;
                self.dynamodb.all_tables[table.index()].added.add(request, now);
                Charged::Done
            }
            Err(charged) => charged,
        }
    }

    /// DynamoDB fails a request of the app, as often as the app's SDK tries.
    pub(crate) fn directory_fails(&mut self, cost: Cost) {
        let operation = match cost {
            Cost::Read { scan: true, .. } => Operation::Scan,
            Cost::Read { scan: false, .. } => Operation::GetItem,
            Cost::Write(_) => Operation::PutItem,
            Cost::Get | Cost::Put => return,
        };
        if let Some(table) = self.dynamodb.directory {
            let tries = 1 + SDK_BACKOFF.len() as u64;
            self.dynamodb.all_tables[table.index()]
                .counts
                .failed(operation, tries);
        }
    }

    fn directory_use(
        &mut self,
        way: usize,
        cost: u64,
        operation: Operation,
        latency: SimDuration,
    ) -> Result<TableIndex, Charged> {
        let Some(table) = self.dynamodb.directory else {
            self.dynamodb.user_errors += 1;
            return Err(Charged::NotThere(self.dynamodb.directory_blame));
        };
        self.use_table(table, way, cost, operation, latency)
            .map(|()| table)
            .map_err(Charged::Throttled)
    }

    /// A request takes capacity of a table, or is turned away, since the fact answered.
    pub(crate) fn use_table(
        &mut self,
        index: TableIndex,
        way: usize,
        cost: u64,
        operation: Operation,
        latency: SimDuration,
    ) -> Result<(), FactId> {
        let now = self.now;
        let table = &mut self.dynamodb.all_tables[index.index()];
        if table.capacity[way].take(now, cost) {
            table.counts.served(way, cost, operation, latency);
            return Ok(());
        }
        table.counts.throttled(way, operation);
        Err(self.note_throttling(index, way, now))
    }

    /// Throttling is one fact as long as it goes on.
    fn note_throttling(&mut self, index: TableIndex, way: usize, now: SimTime) -> FactId {
        let table = &mut self.dynamodb.all_tables[index.index()];
        let known = table.episodes[way].filter(|episode| now.since(episode.last) < defaults::CALM);
        let fact = known.map_or_else(
            || {
                let what = What::Throttling {
                    table: index,
                    writes: way == 1,
                };
                self.facts.note(now, table.cause, fact::What::DynamoDb(what))
            },
            |episode| episode.fact,
        );
        table.episodes[way] = Some(super::Episode { fact, last: now });
        fact
    }
}
