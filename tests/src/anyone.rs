//! A caller who knows the declarations and what the account answers, and nothing else: any operation of any service, its
//! members filled with what was seen, with what is allowed, or with nonsense. A new operation is called without a word here.

use std::collections::BTreeMap;

use api::{
    Access, Bounds, Call, Format, Kind, List, Mapping, Member, Operation, Output, Shape, Slot, Timestamp,
    Value, WriteCall, entries, pairs,
};
use cloud::Simulation;
use des::{Draw, Seed, Stream};

/// Texts kept of each name; the newest stay.
const KEPT: usize = 24;
/// How deep optional members are filled.
const DEPTH: usize = 3;

/// Names under which a call asks for what an answer calls otherwise.
const ALIASES: &[(&str, &str)] = &[
    ("Id", "InstanceId"),
    ("Subnet", "SubnetId"),
    ("VPCZoneIdentifier", "SubnetId"),
    ("SecurityGroup", "GroupId"),
    ("Group", "GroupId"),
    ("ResourceArn", "TargetGroupArn"),
    ("ResourceARN", "AlarmArn"),
    ("ResourceId", "AutoScalingGroupName"),
    ("Resource", "InstanceId"),
    ("TargetGroupARN", "TargetGroupArn"),
    ("AlarmAction", "PolicyARN"),
    ("OKAction", "TopicArn"),
    ("resourceIdentifier", "LoadBalancerArn"),
    ("awayFrom", "ZoneId"),
    ("LaunchTemplate", "LaunchTemplateName"),
];

/// What makes sense under a name although no answer tells it.
const SENSIBLE: &[(&str, &[&str])] = &[
    ("InstanceType", &["t3.micro", "t3.micro", "m5.large", "t9.micro"]),
    ("Recurrence", &["*/30 * * * *", "0 9 * * 1-5", "every day"]),
    (
        "AdjustmentType",
        &["ChangeInCapacity", "ExactCapacity", "PercentChangeInCapacity"],
    ),
    (
        "PolicyType",
        &["SimpleScaling", "StepScaling", "TargetTrackingScaling"],
    ),
    ("PredefinedMetricType", &["ASGAverageCPUUtilization"]),
    ("MetricName", &["CPUUtilization", "RequestCount", "Latency"]),
    ("Namespace", &["AWS/EC2", "AWS/ApplicationELB", "Directory"]),
    ("Statistic", &["Average", "Sum", "Maximum"]),
    ("Version", &["$Latest", "$Default", "1", "2"]),
    (
        "AvailabilityZone",
        &["us-east-2a", "us-east-2b", "us-east-2c", "mars-1a"],
    ),
    ("HealthCheckType", &["EC2", "ELB"]),
    ("Duration", &["30s", "5m", "20m"]),
    ("Protocol", &["HTTP", "tcp", "email"]),
    ("CidrIp", &["0.0.0.0/0", "10.0.0.0/8"]),
];

/// Nonsense, and texts that would make new names.
const WORDS: &[&str] = &[
    "",
    "web",
    "blue",
    "green",
    "a",
    "i-0123456789abcdef0",
    "arn:aws:x",
    "100",
    "0",
    "-1",
    "true",
    "é",
    "*",
];

/// The caller.
#[derive(Clone, Debug)]
pub struct Anyone {
    draw: Draw,
    known: BTreeMap<String, Vec<String>>,
}

impl Anyone {
    /// The caller with this number.
    #[must_use]
    pub fn new(number: u64) -> Self {
        Self {
            draw: Seed(number).draw(Stream::named("tests/anyone"), 0, 0),
            known: BTreeMap::new(),
        }
    }

    /// Any of `0..n`.
    pub fn below(&mut self, n: u64) -> u64 {
        self.draw.below(n)
    }

    /// Asks everything that can be asked without saying anything, and remembers the names.
    pub fn look_around(&mut self, simulation: &Simulation) {
        for operation in api::all_operations().filter(|operation| operation.access == Access::Read) {
            let Call::Read(call) = (operation.empty)() else {
                continue;
            };
            if let Ok(answer) = simulation.read(&call) {
                self.remember(&answer);
            }
        }
    }

    /// Remembers the names in an answer.
    pub fn remember(&mut self, answer: &Output) {
        if let Some(shape) = answer.shape() {
            self.remember_value("", Value::Shape(shape));
        }
    }

    fn remember_value(&mut self, name: &str, value: Value<'_>) {
        match value {
            Value::String(text) if !text.is_empty() => self.keep(name, text),
            Value::Shape(shape) => {
                for (index, member) in shape.info().members.iter().enumerate() {
                    if let Some(value) = shape.value(index) {
                        self.remember_value(member.name, value);
                    }
                }
            }
            Value::List(list) => entries(list).for_each(|entry| self.remember_value(singular(name), entry)),
            Value::Map(map) => pairs(map).for_each(|(_, value)| self.remember_value(name, value)),
            _ => {}
        }
    }

    fn keep(&mut self, name: &str, text: &str) {
        let known = self.known.entry(name.to_owned()).or_default();
        if !known.iter().any(|seen| seen == text) {
            known.push(text.to_owned());
            if known.len() > KEPT {
                known.remove(0);
            }
        }
    }

    /// Some call that may change the account; often it will be refused.
    pub fn write(&mut self) -> WriteCall {
        let all: Vec<&Operation> = api::all_operations()
            .filter(|operation| operation.access == Access::Write)
            .collect();
        let operation = all[self.below(all.len() as u64) as usize];
        match self.call_of(operation) {
            Call::Write(call) => call,
            other => unreachable!("{other:?} is no write"),
        }
    }

    /// Some call of `operation`.
    pub fn call_of(&mut self, operation: &Operation) -> Call {
        let mut call = (operation.empty)();
        self.fill(call.input_mut(), 0);
        call
    }

    fn fill(&mut self, shape: &mut dyn Shape, depth: usize) {
        for (index, member) in shape.info().members.iter().enumerate() {
            let odds = if member.required || member.needed { 60 } else { 8 };
            let wanted = self.below(64) < odds;
            if wanted && (depth < DEPTH || member.required) {
                self.fill_slot(shape.slot(index), member, depth);
            }
        }
    }

    fn fill_slot(&mut self, slot: Slot<'_>, member: &Member, depth: usize) {
        match slot {
            Slot::String(text) => *text = self.text(member),
            Slot::Integer(number) => *number = self.whole(member),
            Slot::Double(number) => *number = self.below(200) as f64 / 2.0,
            Slot::Boolean(truth) => *truth = self.below(2) == 0,
            Slot::Timestamp(instant) => *instant = self.instant(),
            Slot::Shape(shape) => self.fill(shape, depth + 1),
            Slot::List(list) => self.fill_list(list, member, depth),
            Slot::Map(map) => self.fill_map(map, member, depth),
        }
    }

    fn fill_list(&mut self, list: &mut dyn List, member: &Member, depth: usize) {
        let Kind::List(kind) = member.kind else { return };
        let entry = Member {
            kind: *kind,
            name: singular(member.name),
            bounds: Bounds::None,
            ..*member
        };
        for _ in 0..=self.below(2) {
            self.fill_slot(list.push(), &entry, depth);
        }
    }

    fn fill_map(&mut self, map: &mut dyn Mapping, member: &Member, depth: usize) {
        let Kind::Map(kind) = member.kind else { return };
        let entry = Member {
            kind: *kind,
            bounds: Bounds::None,
            ..*member
        };
        let key = WORDS[self.below(WORDS.len() as u64) as usize];
        self.fill_slot(map.put(key), &entry, depth + 1);
    }

    /// Within its limits, mostly near the lower one.
    fn whole(&mut self, member: &Member) -> i64 {
        match (member.bounds, self.below(12)) {
            (Bounds::Value(least, most), 1..) => least
                .saturating_add(self.below(8) as i64 * self.below(40) as i64)
                .min(most),
            (_, 0) => self.below(100_000) as i64 - 1_000,
            _ => self.below(6) as i64,
        }
    }

    /// Within sixty days of the beginning of the world.
    fn instant(&mut self) -> Timestamp {
        let micros = self.below(60 * 86_400) as i64 * 1_000_000;
        Timestamp::from_micros(Timestamp::WORLD_START.as_micros() + micros)
    }

    fn text(&mut self, member: &Member) -> String {
        match (member.format, self.below(16)) {
            (_, 0) => self.word(),
            _ if !member.values.is_empty() => self.one_of(member.values),
            (Format::Duration, _) => self.one_of(&["30s", "5m", "1h"]),
            (Format::Base64 | Format::File, _) => "IyEvYmluL2Jhc2gK".to_owned(),
            (_, 1) => self.anything_known(),
            _ => self.known_as(member.name),
        }
    }

    fn known_as(&mut self, name: &str) -> String {
        if let Some((_, sensible)) = SENSIBLE.iter().find(|(known, _)| *known == name) {
            return self.one_of(sensible);
        }
        let alias = ALIASES
            .iter()
            .find(|(asked, _)| *asked == name)
            .map_or(name, |(_, told)| told);
        let known = self.known.get(alias).cloned().unwrap_or_default();
        match known.len() {
            0 => self.word(),
            n => known[self.below(n as u64) as usize].clone(),
        }
    }

    fn anything_known(&mut self) -> String {
        let all: Vec<String> = self.known.values().flatten().cloned().collect();
        match all.len() {
            0 => self.word(),
            n => all[self.below(n as u64) as usize].clone(),
        }
    }

    fn word(&mut self) -> String {
        self.one_of(WORDS)
    }

    fn one_of(&mut self, texts: &[&str]) -> String {
        texts[self.below(texts.len() as u64) as usize].to_owned()
    }
}

/// `InstanceIds` → `InstanceId`.
fn singular(name: &str) -> &str {
    name.strip_suffix('s').unwrap_or(name)
}
