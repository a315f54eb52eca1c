//! Every operation there is: a call, written as a command and read again, is the same call.

use std::collections::BTreeSet;

use api::ec2::Write;
use api::{
    Call, Format, Kind, List, Mapping, Member, Shape, ShapeInfo, Slot, Timestamp, Value, WriteCall,
    all_operations, encode_base64, entries, json, pairs,
};
use cli::{Host, Line, MAX_INPUT, Piece, command, parse};

/// How deep optional members are filled.
const DEPTH_MAX: usize = 4;

/// Numbers without a pattern (`SplitMix64`); the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ mixed >> 31) % bound as u64).expect("below the bound")
    }

    fn pick<'a, T: ?Sized>(&mut self, choices: &[&'a T]) -> &'a T {
        choices[self.below(choices.len())]
    }

    /// A text that a shell, shorthand or JSON might trip over.
    fn text(&mut self) -> String {
        const PARTS: &[&str] = &[
            "a",
            "Name",
            "10.0.0.1",
            "i-0123456789abcdef0",
            " ",
            "  ",
            ",",
            "=",
            "--",
            "-",
            "'",
            "\"",
            "\\",
            "\n",
            "\t",
            "{",
            "}",
            "[",
            "]",
            "$",
            "$X",
            "`",
            "#",
            "é",
            "語",
            "\u{1}",
            "a=b",
            "*",
            "null",
            "1",
            "true",
            "|",
            "~",
            "@=",
            "",
        ];
        (0..self.below(5)).map(|_| self.pick(PARTS)).collect()
    }

    /// Fills some members of a shape.
    fn fill(&mut self, shape: &mut dyn Shape, depth: usize) {
        for (index, member) in shape.info().members.iter().enumerate() {
            let wanted = depth == 0 && self.below(2) == 0 || self.below(3) == 0;
            // A shape may contain itself.
            if member.required || wanted && depth < DEPTH_MAX {
                self.fill_slot(shape.slot(index), member, depth);
            }
        }
    }

    fn fill_slot(&mut self, slot: Slot<'_>, member: &Member, depth: usize) {
        match slot {
            Slot::String(text) => *text = self.text_of(member),
            Slot::Integer(number) => *number = self.below(1_000_000) as i64 - 1_000,
            Slot::Double(number) => *number = self.below(1_000_000) as f64 / 1_024.0 - 10.0,
            Slot::Boolean(truth) => *truth = self.below(2) == 0,
            Slot::Timestamp(instant) => *instant = Timestamp::from_micros(self.below(1 << 50) as i64),
            Slot::Shape(shape) => self.fill(shape, depth + 1),
            Slot::List(list) => self.fill_list(list, member, depth),
            Slot::Map(map) => self.fill_map(map, member, depth),
        }
    }

    fn fill_list(&mut self, list: &mut dyn List, member: &Member, depth: usize) {
        let Kind::List(kind) = member.kind else {
            panic!("{} is no list", member.name)
        };
        for _ in 0..=self.below(3) {
            self.fill_slot(
                list.push(),
                &Member {
                    kind: *kind,
                    ..*member
                },
                depth,
            );
        }
    }

    fn fill_map(&mut self, map: &mut dyn Mapping, member: &Member, depth: usize) {
        let Kind::Map(kind) = member.kind else {
            panic!("{} is no map", member.name)
        };
        // JSON is read with its keys in order.
        let mut keys: Vec<String> = (0..=self.below(3)).map(|_| self.text()).collect();
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            self.fill_slot(
                map.put(&key),
                &Member {
                    kind: *kind,
                    ..*member
                },
                depth,
            );
        }
    }

    fn text_of(&mut self, member: &Member) -> String {
        match member.format {
            _ if !member.values.is_empty() => self.pick(member.values).to_owned(),
            Format::Duration => "1h30m".to_owned(),
            Format::Base64 | Format::File => encode_base64(self.text().as_bytes()),
            Format::Plain | Format::Commas => self.text(),
        }
    }
}

#[test]
fn a_call_survives_being_written_and_read() {
    let mut numbers = Numbers(1);
    for operation in all_operations() {
        for _ in 0..500 {
            let mut call = (operation.empty)();
            numbers.fill(call.input_mut(), 0);
            move_to_interface(&mut call);
            check(&call);
        }
    }
}

/// What AWS's command line does before it sends: with a public address asked for, the subnet and the groups belong to
/// the network interface.
fn move_to_interface(call: &mut Call) {
    if let Call::Write(WriteCall::Ec2(Write::RunInstances(input))) = call
        && let Some(interface) = input.network_interfaces.first()
        && interface.associate_public_ip_address.is_some()
    {
        (input.subnet_id, input.security_group_ids) = (None, Vec::new());
    }
}

fn check(call: &Call) {
    let text = command(call);
    match parse(&text) {
        Ok(Some(Line::Call(again))) => assert_eq!(&again, call, "{text}"),
        Ok(_) => panic!("no call: {text}"),
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn a_call_survives_being_json() {
    let mut numbers = Numbers(2);
    for operation in all_operations() {
        for _ in 0..100 {
            let (mut call, mut again) = ((operation.empty)(), (operation.empty)());
            numbers.fill(call.input_mut(), 0);
            let text = json::pretty(call.input());
            json::parse(&text, again.input_mut()).unwrap_or_else(|error| panic!("{error} in {text}"));
            assert_eq!(again, call);
        }
    }
}

/// The members set in `shape` and within it, by the names of their shapes.
fn members_set(value: Value<'_>, found: &mut BTreeSet<(&'static str, &'static str)>) {
    match value {
        Value::Shape(shape) => {
            for (index, member) in shape.info().members.iter().enumerate() {
                if let Some(value) = shape.value(index).filter(|value| !is_empty(*value)) {
                    found.insert((shape.info().name, member.name));
                    members_set(value, found);
                }
            }
        }
        Value::List(list) => entries(list).for_each(|entry| members_set(entry, found)),
        Value::Map(map) => pairs(map).for_each(|(_, value)| members_set(value, found)),
        _ => {}
    }
}

fn is_empty(value: Value<'_>) -> bool {
    match value {
        Value::List(list) => list.is_empty(),
        Value::Map(map) => map.is_empty(),
        _ => false,
    }
}

/// The members that can be set in a shape and within it.
fn members_of(info: &'static ShapeInfo, all: &mut BTreeSet<(&'static str, &'static str)>) {
    for member in info.members {
        let mut kind = member.kind;
        while let Kind::List(inner) | Kind::Map(inner) = kind {
            kind = *inner;
        }
        if let (true, Kind::Shape(inner)) = (all.insert((info.name, member.name)), kind) {
            members_of(inner(), all);
        }
    }
}

#[test]
fn the_generated_calls_cover_every_member() {
    let (mut numbers, mut found, mut all) = (Numbers(1), BTreeSet::new(), BTreeSet::new());
    for operation in all_operations() {
        members_of((operation.input)(), &mut all);
        for _ in 0..500 {
            let mut call = (operation.empty)();
            numbers.fill(call.input_mut(), 0);
            members_set(Value::Shape(call.input()), &mut found);
        }
    }
    let missing: Vec<_> = all.difference(&found).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Whatever is typed is a line, nothing, or an error that can be shown; and what is a line can be written.
#[test]
fn no_input_is_too_odd() {
    let mut numbers = Numbers(3);
    for _ in 0..20_000 {
        let text = odd(&mut numbers);
        match parse(&text) {
            Ok(Some(line)) => assert!(!cli::line(&line).is_empty()),
            Ok(None) => {}
            Err(error) => {
                assert!(error.to_string().contains(&error.reason));
                assert!(error.printed().contains("aws: [ERROR]: "));
            }
        }
    }
}

/// Whatever a script holds, each of its commands comes to an end, and none is longer than allowed.
#[test]
fn no_script_is_too_odd() {
    let mut numbers = Numbers(4);
    let host = Host {
        file: &|name| (name.len() < 4).then(|| name.as_bytes().repeat(1_000)),
        region: Some("us-east-2"),
        token: Some(&|| "one".to_owned()),
    };
    for _ in 0..5_000 {
        let text: String = (0..numbers.below(6))
            .map(|_| odd(&mut numbers) + numbers.pick(GLUE))
            .collect();
        for statement in cli::statements(&text).flatten() {
            let words = statement.expand(&mut |piece| match piece {
                Piece::Variable { name, .. } => name.repeat(300),
                _ => text.clone(),
            });
            if let Ok(words) = words {
                assert!(words.iter().map(|word| word.text.len()).sum::<usize>() <= MAX_INPUT);
                drop(cli::understand(&words, &host));
            }
        }
    }
}

/// What stands between the commands of a script, and what breaks them.
const GLUE: &[&str] = &[
    "\n",
    ";",
    " $(",
    ")",
    "A=",
    "$A ",
    "\"$A\" ",
    "\\\n",
    "#",
    " --query ",
    " --output text ",
    " file://a ",
    "${",
    " wait ",
    " --cli-input-json ",
    " help",
    " --max-items ",
    " s3 ls ",
    "@=",
];

/// As long as a text may be, and as hard to read as can be: each is read in a moment.
#[test]
fn long_inputs_are_read_quickly() {
    let fill = |begin: &str, part: &str, end: &str| {
        let times = (MAX_INPUT - begin.len() - end.len()) / part.len();
        format!("{begin}{}{end}", part.repeat(times))
    };
    let run = "aws ec2 run-instances --tag-specifications '";
    let long = [
        fill(run, "a=b,", "'"),
        fill(run, "a=[", "'"),
        fill(run, "a={", "'"),
        fill(run, "a=[b,c],", "'"),
        fill(&format!("{run}a=[{{"), "b=c,", "'"),
        fill(&format!("{run}a="), ",", "'"),
        fill(&format!("{run}a="), "\\\"", "'"),
        fill(&format!("{run}["), "{\"Tags\":[]},", "'"),
        fill("aws ec2 run-instances ", "--image-id a ", ""),
        fill("aws ec2 run-instances ", "--imageid a ", ""),
        fill("aws ec2 describe-instances --instance-ids ", "i ", ""),
        fill("aws ", "$(", ""),
        fill("", "a=", ""),
        fill("", "a\n", ""),
        fill("", "\\\n", ""),
        fill("aws ", "${", ""),
    ];
    for text in &long {
        assert!(text.len() <= MAX_INPUT);
        drop(cli::read(text, &Host::default()));
        assert!(cli::statements(text).count() <= MAX_INPUT);
    }
    let longer = format!("{}  ", "a".repeat(MAX_INPUT - 1));
    assert!(cli::read(&longer, &Host::default()).is_err() && parse(&longer).is_err());
}

/// A command with some of its characters lost, doubled or replaced.
fn odd(numbers: &mut Numbers) -> String {
    let all: Vec<_> = all_operations().collect();
    let operation = all[numbers.below(all.len())];
    let mut call = (operation.empty)();
    numbers.fill(call.input_mut(), 0);
    let mut letters: Vec<char> = command(&call).chars().collect();
    for _ in 0..numbers.below(6) {
        let at = numbers.below(letters.len());
        match numbers.below(3) {
            0 if letters.len() > 1 => _ = letters.remove(at),
            1 => letters.insert(at, letters[at]),
            _ => letters[at] = numbers.text().chars().next().unwrap_or(' '),
        }
    }
    letters.into_iter().collect()
}
