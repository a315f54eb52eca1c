//! (demo stand-in, to be replaced by the engine)
use std::cell::RefCell;
use std::rc::Rc;

use des::{SimDuration, SimTime};
use view::flight::{Ending, Flight, Leg, Legs, Place, Stop};
use view::scene::Requests;
use view::*;

use crate::act::{Act, Offer};
use crate::driver::clock::Clock;
use crate::panel::*;
use crate::snapshot::{Snapshot, Submitted};

const GAP: u64 = 23_800;
const MS: u64 = 1_000;

struct House {
    index: u32,
    zone: usize,
    launched: SimTime,
    died: Option<(SimTime, bool)>,
    hung: Option<SimTime>,
}

pub struct Session {
    now: SimTime,
    houses: Vec<House>,
    /// from when, which house
    addressed: Vec<(SimTime, u32)>,
    own: Vec<(SimTime, u64)>,
    points: Vec<Point>,
    failed: Vec<(u32, u64)>,
    counted: u64,
    marks: Vec<Mark>,
    dark: Option<SimTime>,
    last: Option<Submitted>,
    selected: Option<Place>,
    step: usize,
    answers: Vec<(Rc<str>, usize)>,
    committed: bool,
    hints: usize,
    own_words: String,
    lesson: bool,
    slots: RefCell<Slots>,
}

fn hash(id: u64, salt: u64) -> u64 {
    let mut x = id.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ salt.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x ^= x >> 29;
    x = x.wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 32)
}

impl Session {
    pub fn lesson(_folder: &str, _seed: Option<u64>) -> Self {
        Self {
            lesson: true,
            ..Self::sandbox(None)
        }
    }
    pub fn sandbox(_seed: Option<u64>) -> Self {
        let mut s = Self {
            now: SimTime::ZERO,
            houses: vec![House {
                index: 0,
                zone: 0,
                launched: SimTime::ZERO,
                died: None,
                hung: None,
            }],
            addressed: vec![(SimTime::ZERO, 0)],
            own: vec![],
            points: vec![],
            failed: vec![],
            counted: 0,
            marks: vec![],
            dark: None,
            last: None,
            selected: None,
            step: 0,
            answers: vec![],
            committed: false,
            hints: 0,
            own_words: String::new(),
            lesson: false,
            slots: RefCell::default(),
        };
        s.advance(SimDuration::from_secs(58));
        s
    }
    pub fn now(&self) -> SimTime {
        self.now
    }
    fn arrival(id: u64) -> SimTime {
        SimTime::from_micros(id * GAP + hash(id, 1) % 23_000)
    }
    fn house_at(&self, at: SimTime) -> u32 {
        self.addressed.iter().rev().find(|a| a.0 <= at).map_or(0, |a| a.1)
    }
    fn up(&self, h: u32, at: SimTime) -> bool {
        let h = &self.houses[h as usize];
        let dark = h.zone == 0 && self.dark.is_some_and(|d| d <= at);
        !dark
            && (h.index == 0 || h.launched + SimDuration::from_secs(40) <= at)
            && h.died.is_none_or(|d| d.0 > at)
    }
    fn journey(&self, id: u64) -> Flight {
        let own = self.own.iter().any(|o| o.1 == id);
        let office = if own {
            3
        } else {
            [0u16, 0, 0, 1, 1, 2, 2, 2][(hash(id, 2) % 8) as usize]
        };
        let net = [12, 46, 108, 8][office as usize] * MS;
        let t0 = Self::arrival(id);
        let h = self.house_at(t0);
        let (o, i) = (Place::Office(office), Place::Instance(h));
        let plus = |t: SimTime, us: u64| t + SimDuration::from_micros(us);
        let leg = |from, to, start, us| Leg {
            from,
            to,
            start,
            end: plus(start, us),
        };
        let mut legs = Legs::new(leg(o, i, t0, net));
        let at = legs.last().end;
        let base = Flight {
            id,
            own,
            legs,
            stop: Stop::Waiting,
            ending: None,
        };
        if self.houses[h as usize].hung.is_some_and(|t| t <= at) || !self.up(h, at) {
            let ends = plus(at, 3_000_000);
            return Flight {
                ending: (ends <= self.now).then_some(Ending::Failed),
                ..base
            };
        }
        let wait = if hash(id, 9) % 10 == 0 {
            hash(id, 3) % 90
        } else {
            0
        };
        let work = plus(at, wait * MS);
        let mut f = Flight {
            stop: if work > self.now {
                Stop::Waiting
            } else {
                Stop::Inside
            },
            ..base
        };
        let ask = plus(work, (10 + hash(id, 4) % 40) * MS);
        let s = Place::Service(u16::from(hash(id, 5) % 3 == 0));
        legs.push(leg(i, s, ask, 6 * MS));
        legs.push(leg(s, i, plus(ask, 10 * MS), 6 * MS));
        let back = plus(ask, (26 + hash(id, 6) % 30) * MS);
        legs.push(leg(i, o, back, net));
        f.legs = Legs::new(legs.as_slice()[0]);
        for l in &legs.as_slice()[1..] {
            if l.start <= self.now {
                f.legs.push(*l);
            }
        }
        let slow = hash(id, 7) % 60 == 0;
        if plus(back, net) <= self.now {
            f.ending = Some(if slow { Ending::Slow } else { Ending::Served });
        }
        f
    }
    pub fn advance(&mut self, due: SimDuration) -> bool {
        self.now += due;
        while Self::arrival(self.counted + 1) + SimDuration::from_micros(3_300_000) <= self.now {
            self.counted += 1;
            let f = self.journey(self.counted);
            let at = Self::arrival(self.counted);
            let sec = at.as_secs() as usize;
            while self.points.len() <= sec {
                let start = SimTime::from_secs(self.points.len() as u64);
                self.points.push(Point {
                    start,
                    ..Point::default()
                });
            }
            let p = &mut self.points[sec];
            p.arrived += 1;
            if f.ending == Some(Ending::Failed) {
                p.failed += 1;
                let Place::Instance(h) = f.legs.last().to else {
                    continue;
                };
                match self.failed.iter_mut().find(|x| x.0 == h) {
                    Some(x) => x.1 += 1,
                    None => self.failed.push((h, 1)),
                }
            } else {
                p.served += 1;
                p.p50_ms = Some(80.0 + (sec % 7) as f32);
                p.p95_ms = Some(138.0 + (hash(sec as u64, 8) % 24) as f32);
                p.p99_ms = Some(190.0 + (hash(sec as u64, 9) % 80) as f32);
            }
        }
        true
    }
    pub fn take_pause(&mut self) -> bool {
        false
    }
    pub fn step(&mut self) {
        self.advance(SimDuration::from_millis(20));
    }
    pub fn select(&mut self, place: Option<Place>) {
        self.selected = place;
    }
    fn mark(&mut self, kind: MarkKind, label: &str, sentence: &str) {
        self.marks.push(Mark {
            at: self.now,
            kind,
            label: label.into(),
            sentence: sentence.into(),
        });
    }
    pub fn submit(&mut self, act: &Act) {
        let line = command(act);
        match act {
            Act::SendRequest => {
                let id = self.newest() + 1;
                self.own.push((self.now, id));
                self.mark(MarkKind::Own, "you sent one", "You sent a request.");
            }
            Act::Launch(zone) => {
                let index = self.houses.len() as u32;
                self.houses.push(House {
                    index,
                    zone: *zone,
                    launched: self.now,
                    died: None,
                    hung: None,
                });
                self.mark(MarkKind::Own, "you launched", "You launched an instance.");
            }
            Act::Terminate(h) | Act::Stop(h) => {
                self.houses[*h as usize].died = Some((self.now, matches!(act, Act::Stop(_))));
                self.mark(MarkKind::Own, "you terminated", "You terminated directory-1.");
                self.mark(MarkKind::Fault, "nobody is served", "No instance answers.");
            }
            Act::Start(h) => {
                self.houses[*h as usize].died = None;
                self.houses[*h as usize].launched = self.now;
            }
            Act::GiveAddress(h) => self.addressed.push((self.now, *h)),
            Act::Hang(h) => self.houses[*h as usize].hung = Some(self.now),
            Act::Mend(h) => self.houses[*h as usize].hung = None,
            Act::CutPower(_) => self.dark = Some(self.now),
            Act::RestorePower(_) => self.dark = None,
            _ => {}
        }
        self.last = Some(Submitted { line, error: None });
    }
    pub fn panel_input(&mut self, input: &PanelInput) {
        match input {
            PanelInput::Choose(id, n) => {
                self.answers.retain(|a| a.0 != *id);
                self.answers.push((id.clone(), *n));
            }
            PanelInput::Commit => self.committed = true,
            PanelInput::Next => self.step = (self.step + 1).min(6),
            PanelInput::Back => self.step = self.step.saturating_sub(1),
            PanelInput::Hint => self.hints = (self.hints + 1).min(3),
            PanelInput::OwnWords(t) => self.own_words = t.clone(),
            PanelInput::Act(id) if &**id == "terminate" => self.submit(&Act::Terminate(0)),
            PanelInput::Act(id) if &**id == "launch" => self.submit(&Act::Launch(0)),
            PanelInput::Act(id) if &**id == "send" => self.submit(&Act::SendRequest),
            PanelInput::Act(id) if &**id == "give" => self.submit(&Act::GiveAddress(1)),
            _ => {}
        }
    }
    fn condition(&self, h: &House) -> (Condition, SimTime) {
        let age = self.now.since(h.launched).as_secs();
        if let Some((at, stopped)) = h.died {
            let ago = self.now.since(at).as_secs();
            return match (stopped, ago) {
                (false, 0..5) => (Condition::ShuttingDown, at),
                (false, _) => (Condition::Terminated, at + SimDuration::from_secs(5)),
                (true, 0..5) => (Condition::Stopping, at),
                (true, _) => (Condition::Stopped, at + SimDuration::from_secs(5)),
            };
        }
        if h.zone == 0
            && let Some(at) = self.dark
        {
            return (Condition::NoPower, at);
        }
        if let Some(at) = h.hung {
            return (Condition::Hung, at);
        }
        if h.index > 0 {
            match age {
                0..10 => return (Condition::Pending, h.launched),
                10..20 => {
                    return (
                        Condition::OsStarting(((age - 10) * 10) as u8),
                        h.launched + SimDuration::from_secs(10),
                    );
                }
                20..40 => {
                    return (
                        Condition::AppStarting(((age - 20) * 5) as u8),
                        h.launched + SimDuration::from_secs(20),
                    );
                }
                _ => {}
            }
        }
        (Condition::Serving, h.launched)
    }
    fn inside(&self, h: u32) -> (u32, u32) {
        let newest = self.newest();
        let (mut busy, mut waiting) = (0, 0);
        for id in newest.saturating_sub(170)..=newest {
            if id == 0 {
                continue;
            }
            let f = self.journey(id);
            if f.ending.is_none() && f.legs.last().end <= self.now && f.legs.last().to == Place::Instance(h) {
                if f.stop == Stop::Waiting {
                    waiting += 1
                } else {
                    busy += 1
                }
            }
        }
        (busy, waiting)
    }
    fn instance(&self, h: &House) -> Instance {
        let (condition, since) = self.condition(h);
        let (busy, waiting) = self.inside(h.index);
        let running = condition == Condition::Serving;
        Instance {
            index: h.index,
            id: format!("i-0c4e81d2{:08x}", h.index).into(),
            name: format!("directory-{}", h.index + 1).into(),
            instance_type: "t3.micro".into(),
            public_address: h
                .died
                .is_none()
                .then(|| format!("203.0.113.{}", 25 + h.index).into()),
            slot: self.slots.borrow_mut().give(h.index, h.zone as u16),
            condition,
            since,
            reason: Some("You launched it.".into()),
            workers: Workers {
                busy: if condition == Condition::Hung {
                    8
                } else if running {
                    busy.min(8)
                } else {
                    0
                },
                total: 8,
            },
            waiting,
            cpu: running.then_some(31),
            checks: (condition == Condition::Serving || condition == Condition::Hung).then_some(Checks {
                passed: Some(3),
                total: 3,
            }),
            addressed: self.house_at(self.now) == h.index,
        }
    }
    fn picture(&self) -> Picture {
        let names = ["a", "b", "c"];
        let zones: Vec<Zone> = (0..3)
            .map(|z| Zone {
                name: format!("us-east-2{}", names[z]).into(),
                id: format!("use2-az{}", z + 1).into(),
                power: match self.dark {
                    Some(at) if z == 0 => Power::OffSince(at),
                    _ => Power::On,
                },
                instances: self
                    .houses
                    .iter()
                    .filter(|h| h.zone == z)
                    .filter(|h| {
                        self.condition(h).0 != Condition::Terminated || self.house_at(self.now) == h.index
                    })
                    .map(|h| self.instance(h))
                    .collect(),
            })
            .collect();
        let replicas: Rc<[Replica]> = zones
            .iter()
            .map(|z| Replica {
                lit: z.power == Power::On,
            })
            .collect();
        let h = self.house_at(self.now);
        let alive = self.up(h, self.now);
        let mut links: Vec<Link> = (0..4)
            .map(|o| Link {
                near: Place::Office(o),
                far: Place::Instance(h),
                per_second: [18.0, 9.0, 15.0, 0.0][o as usize],
                failed_per_second: if alive {
                    0.0
                } else {
                    [18.0, 9.0, 15.0, 0.0][o as usize]
                },
            })
            .collect();
        for house in &self.houses {
            for s in 0..2 {
                links.push(Link {
                    near: Place::Instance(house.index),
                    far: Place::Service(s),
                    per_second: if alive && house.index == h {
                        [28.0, 14.0][s as usize]
                    } else {
                        0.0
                    },
                    failed_per_second: 0.0,
                });
            }
        }
        Picture {
            region: Region {
                name: "us-east-2".into(),
                location: "Ohio".into(),
            },
            offices: [("Columbus", 18.0), ("Dublin", 9.0), ("Pune", 15.0), ("You", 0.0)]
                .into_iter()
                .map(|(n, r)| Office {
                    name: n.into(),
                    own: n == "You",
                    per_second: r,
                    sent: self.own.len() as u64,
                })
                .collect(),
            zones: zones.into(),
            services: [(ServiceKind::DynamoDb, "Employees"), (ServiceKind::S3, "photos")]
                .into_iter()
                .map(|(kind, r)| Service {
                    kind,
                    resource: r.into(),
                    replicas: replicas.clone(),
                })
                .collect(),
            links: links.into(),
        }
    }
    pub fn snapshot(&self, clock: Clock) -> Snapshot {
        let last = &self.points[self.points.len().saturating_sub(60)..];
        let (served, failed) = last.iter().fold((0, 0), |a, p| (a.0 + p.served, a.1 + p.failed));
        let offers = match self.selected {
            Some(Place::Instance(i)) => vec![
                Act::Stop(i),
                Act::Start(i),
                Act::Reboot(i),
                Act::Terminate(i),
                Act::GiveAddress(i),
                Act::Crash(i),
                Act::Hang(i),
                Act::Slow(i),
                Act::Mend(i),
            ],
            _ => vec![],
        };
        let mut offers: Vec<Act> = offers;
        offers.extend([
            Act::Launch(0),
            Act::Launch(1),
            Act::Launch(2),
            Act::CutPower(0),
            Act::RestorePower(0),
            Act::Traffic(42),
        ]);
        Snapshot {
            now: self.now,
            clock,
            behind: false,
            picture: Rc::new(self.picture()),
            readout: Readout {
                served_percent: Some(100.0 * f64::from(served) / f64::from((served + failed).max(1))),
                per_second: 42.0,
                failed: u64::from(failed),
                p50_ms: Some(84.0),
                p95_ms: Some(142.0),
                in_flight: 6,
            },
            series: Series {
                period: SimDuration::from_secs(1),
                points: self.points.clone().into(),
            },
            timeline: Timeline {
                marks: self.marks.clone().into(),
            },
            panel: self.lesson.then(|| Rc::new(self.panel())),
            offers: offers
                .into_iter()
                .map(|act| Offer {
                    command: command(&act),
                    refused: matches!(act, Act::Start(_)).then(|| "It runs already.".into()),
                    act,
                })
                .collect(),
            last_command: self.last.clone(),
            one_in: 1,
            heaps: Rc::new([]),
        }
    }
    fn answer(&self, id: &str) -> Option<usize> {
        self.answers.iter().find(|a| &*a.0 == id).map(|a| a.1)
    }
    fn panel(&self) -> Panel {
        let t = |s: &str| Inline::Text(s.to_owned());
        let b = |s: &str| Inline::Bold(s.to_owned());
        let p = |v: Vec<Inline>| Block::Paragraph(v);
        let prose = |v: Vec<Block>| -> Prose { v.into() };
        let mut panel = Panel {
            number: 1,
            title: "One instance, one Availability Zone".into(),
            step: self.step,
            steps: 7,
            strip: None,
            heading: "Where does every request go?".into(),
            prose: prose(vec![
                p(vec![
                    t("Your company’s employee directory runs on "),
                    b("one EC2 instance"),
                    t(" in "),
                    b("one Availability Zone"),
                    t(". Each dot is one request from one employee, slowed down ten times."),
                ]),
                p(vec![t(
                    "Send a few yourself and follow them. Lit windows are workers busy with a request.",
                )]),
            ]),
            words: [
                prose(vec![p(vec![
                    b("EC2 instance"),
                    t(": a virtual server that you rent by the second."),
                ])]),
                prose(vec![p(vec![
                    b("Availability Zone"),
                    t(": one or more data centers with their own power and network. A Region has several."),
                ])]),
            ]
            .into(),
            parts: Rc::new([]),
            hints: Hints {
                shown: Rc::new([]),
                total: 0,
            },
            locked: None,
            cue: None,
        };
        let act = |id: &str, label: &str, line: &str| LessonAct {
            id: id.into(),
            label: label.into(),
            commands: [Rc::<str>::from(line)].into(),
            refused: None,
        };
        let goal = |s: &str, a: &str, n: &str, pc: u8| Goal {
            sentence: s.into(),
            actual: a.into(),
            needed: n.into(),
            percent: pc,
            met: pc >= 100,
        };
        match self.step {
            0 => {
                panel.parts = [
                    Part::Acts(
                        [act(
                            "send",
                            "Send one request",
                            "sandbox request --from you --route list",
                        )]
                        .into(),
                    ),
                    Part::Goals(
                        [
                            goal("See the list of employees load", "3 of 3", "your requests", 100),
                            goal(
                                "Follow one of your requests to the end",
                                "2 of 5 stops",
                                "5 of 5",
                                40,
                            ),
                            goal("Name the part that everyone needs", "not yet", "one answer", 0),
                        ]
                        .into(),
                    ),
                ]
                .into();
                panel.locked = Some("Next opens when the three goals are met.".into());
                panel.locked = None;
                panel.cue = Some(Cue {
                    place: Place::Instance(0),
                    text: "Every request needs this one instance.".into(),
                });
                panel.hints = Hints {
                    shown: (0..self.hints)
                        .map(|i| {
                            prose(vec![p(vec![t([
                                "Look at the wires: where do they meet?",
                                "They all end at directory-1.",
                                "Press Send one request three times.",
                            ][i])])])
                        })
                        .collect(),
                    total: 3,
                };
            }
            1 => {
                panel.heading = "How available is each part?".into();
                panel.prose = prose(vec![p(vec![t(
                    "Judge each component by what you know: what must fail so that it is gone?",
                )])]);
                let q = |id: &str, prompt: &str| {
                    Part::Question(Question {
                        id: id.into(),
                        prompt: prompt.into(),
                        choices: ["highly available".into(), "weak point".into()].into(),
                        inline: true,
                        chosen: self.answer(id),
                        reply: self.answer(id).map(|n| Reply {
                            right: Some((n == 1) == (id == "ec2")),
                            text: prose(vec![p(vec![t("It keeps copies in three zones; one may fail.")])]),
                        }),
                        fixed: false,
                    })
                };
                panel.parts = [
                    q("ddb", "DynamoDB, the table of employees"),
                    q("s3", "S3, the photos"),
                    q("ec2", "The EC2 instance"),
                ]
                .into();
            }
            2 => {
                panel.strip = Some(Strip::Predict);
                panel.heading = "What happens when directory-1 fails?".into();
                panel.prose = prose(vec![p(vec![t(
                    "Say it before you see it. Nothing is lost by a wrong guess.",
                )])]);
                panel.parts = [
                    Part::Question(Question {
                        id: "what".into(),
                        prompt: "Who can still use the directory?".into(),
                        choices: [
                            "Everyone: DynamoDB and S3 still hold the data".into(),
                            "Half of the employees".into(),
                            "Nobody".into(),
                        ]
                        .into(),
                        inline: false,
                        chosen: self.answer("what"),
                        reply: None,
                        fixed: self.committed,
                    }),
                    Part::Number(NumberQuestion {
                        id: "n".into(),
                        prompt: "How many requests fail in the first minute?".into(),
                        unit: "requests".into(),
                        range: (0, 10_000),
                        value: Some(2500),
                        fixed: self.committed,
                    }),
                    Part::Certainty(Certainty {
                        percent: 80,
                        fixed: self.committed,
                    }),
                    Part::Commit(Commit {
                        missing: self
                            .answer("what")
                            .is_none()
                            .then(|| "Choose an answer first.".into()),
                    }),
                ]
                .into();
                panel.locked =
                    (!self.committed).then(|| "Next opens when your prediction is committed.".into());
            }
            3 => {
                panel.strip = Some(Strip::Run);
                panel.heading = "Fail it, and watch".into();
                panel.parts = [
                    Part::Acts(
                        [act(
                            "terminate",
                            "Terminate directory-1",
                            "aws ec2 terminate-instances --instance-ids i-0c4e81d200000000",
                        )]
                        .into(),
                    ),
                    Part::Goals([goal("See at least 100 requests fail", "0", "100", 0)].into()),
                ]
                .into();
            }
            4 => {
                panel.strip = Some(Strip::Compare);
                panel.heading = "You were right about the end".into();
                panel.parts = [
                    Part::Facts(
                        [
                            ("You said".into(), "2,500 fail".into()),
                            ("Measured".into(), "2,512 fail".into()),
                        ]
                        .into(),
                    ),
                    Part::Question(Question {
                        id: "why".into(),
                        prompt: "What did you not count on?".into(),
                        choices: [
                            "EC2 starts a new instance by itself".into(),
                            "The address belongs to the instance".into(),
                            "DynamoDB has to move to another zone".into(),
                        ]
                        .into(),
                        inline: false,
                        chosen: self.answer("why"),
                        reply: self.answer("why").map(|n| Reply {
                            right: Some(n == 1),
                            text: prose(vec![p(vec![t(
                                "The public address went away with the instance. Nobody else answers at it.",
                            )])]),
                        }),
                        fixed: false,
                    }),
                    Part::OwnWords(OwnWords {
                        prompt: "Say it in your own words".into(),
                        text: self.own_words.as_str().into(),
                    }),
                ]
                .into();
            }
            5 => {
                panel.heading = "Bring the directory back".into();
                panel.parts = [
                    Part::Acts([
                        act("launch", "Launch a replacement", "aws ec2 run-instances --image-id ami-0employee --instance-type t3.micro --count 1 --subnet-id subnet-0a1b2c3d"),
                        act("give", "Give the employees its address", "sandbox clients --address 203.0.113.26"),
                    ].into()),
                    Part::Goals([goal("99.5 % served again, for 60 s", "0 of 60 s", "60 s", 0), goal("One instance runs the app", "1 of 1", "1", 100)].into()),
                ].into();
                panel.locked = Some("Next opens when both goals are met.".into());
                panel.locked = None;
            }
            _ => {
                panel.heading = "What your run has shown".into();
                panel.prose = prose(vec![
                    p(vec![t("Your directory was gone for "), b("4 min 12 s"), t(".")]),
                    Block::List(vec![
                        vec![t("DynamoDB lost nothing.")],
                        vec![t("S3 lost nothing.")],
                    ]),
                ]);
                panel.parts = [Part::Facts(
                    [
                        ("Requests that failed".into(), "10,584".into()),
                        ("Cost of the run".into(), "$0.0021".into()),
                    ]
                    .into(),
                )]
                .into();
            }
        }
        panel
    }
}

fn command(act: &Act) -> Rc<str> {
    let id = |i: &u32| format!("i-0c4e81d2{i:08x}");
    match act {
        Act::SendRequest => "sandbox request --from you --route list".into(),
        Act::Launch(_) => "aws ec2 run-instances --image-id ami-0employee --instance-type t3.micro --count 1 --subnet-id subnet-0a1b2c3d".into(),
        Act::Terminate(i) => format!("aws ec2 terminate-instances --instance-ids {}", id(i)).into(),
        Act::Stop(i) => format!("aws ec2 stop-instances --instance-ids {}", id(i)).into(),
        other => format!("sandbox {other:?}").into(),
    }
}

impl Requests for Session {
    fn newest(&self) -> u64 {
        let mut id = self.now.as_micros() / GAP;
        while id > 0 && Self::arrival(id) > self.now {
            id -= 1;
        }
        id
    }
    fn flight(&self, id: u64) -> Option<Flight> {
        Some(self.journey(id))
    }
    fn own_after(&self, after: u64, ids: &mut Vec<u64>) {
        let newest = self.newest();
        ids.extend(
            self.own
                .iter()
                .map(|o| o.1)
                .filter(|&id| id > after && id <= newest),
        );
    }
    fn failed(&self, totals: &mut Vec<(Place, u64)>) {
        totals.extend(self.failed.iter().map(|f| (Place::Instance(f.0), f.1)));
    }
}
