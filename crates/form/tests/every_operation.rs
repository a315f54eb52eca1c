//! Every operation there is: what its form sends is what the command line sends.

use api::{
    Access, Broken, Call, Format, Kind, List, Mapping, Member, Shape, Slot, Timestamp, all_operations,
    encode_base64,
};
use cli::{Line, command, parse};
use form::{Control, Edit, Field, Flawed, Form, Recipe, keys};

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

    /// A text as somebody types it; a form leaves out what is empty.
    fn text(&mut self) -> String {
        const PARTS: &[&str] = &[
            "a",
            "Name",
            "10.0.0.1",
            "i-0123456789abcdef0",
            " x",
            "a,b",
            "=",
            "--",
            "'",
            "\"",
            "é",
            "{}",
            "$X",
        ];
        let parts = 1 + self.below(3);
        (0..parts).map(|_| PARTS[self.below(PARTS.len())]).collect()
    }

    /// Fills some members of a shape.
    fn fill(&mut self, shape: &mut dyn Shape, depth: usize) {
        for (index, member) in shape.info().members.iter().enumerate() {
            let wanted = depth == 0 && self.below(2) == 0 || self.below(3) == 0;
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
        for number in 0..=self.below(3) {
            let key = format!("{}{number}", self.text());
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
            _ if !member.values.is_empty() => member.values[self.below(member.values.len())].to_owned(),
            Format::Duration => "1h30m".to_owned(),
            Format::Base64 | Format::File => encode_base64(self.text().as_bytes()),
            Format::Plain | Format::Commas => self.text(),
        }
    }
}

/// A word by which a call is carried out once.
fn is_made_up(member: &Member) -> bool {
    member.required && member.name.eq_ignore_ascii_case("clienttoken")
}

/// What AWS's command line does before it sends, the form leaves to whoever fills it in.
fn as_sent(call: &mut Call) {
    let mut members = call.input().info().members.iter();
    let token = members.position(is_made_up);
    if let Some(Slot::String(text)) = token.map(|index| call.input_mut().slot(index)) {
        "token".clone_into(text);
    }
    if let Call::Write(api::WriteCall::Ec2(api::ec2::Write::RunInstances(input))) = call {
        input.network_interfaces.clear();
    }
}

/// A name, a list, an instant, … typed into the fields of a form, one by one: the form makes the very call, and the
/// command that it shows is read as the same call.
#[test]
fn a_form_sends_what_the_command_line_sends() {
    let mut numbers = Numbers(1);
    for operation in all_operations() {
        for _ in 0..40 {
            let mut call = (operation.empty)();
            numbers.fill(call.input_mut(), 0);
            as_sent(&mut call);
            let filled = Form::of(&call);
            let (sent, _) = typed(&filled).call("token");
            // A structure with nothing in it cannot be typed.
            let expected = if api::json::pretty(call.input()).contains("{}") {
                filled.call("token").0
            } else {
                call
            };
            assert_eq!(sent, expected, "{}", operation.action());
            let line = command(&sent);
            match parse(&line) {
                Ok(Some(Line::Call(read))) => assert_eq!(read, sent, "{line}"),
                other => panic!("{line}: {other:?}"),
            }
        }
    }
}

/// An empty form that is filled in with what another one shows, field by field, as a person would.
fn typed(shown: &Form) -> Form {
    let mut form = Form::open(Recipe::plain(shown.operation()), &[]);
    clear(&mut form);
    let fields = shown.fields();
    for field in fields.first.iter().chain(&fields.more) {
        fill_in(&mut form, field);
    }
    form
}

/// Takes back what a form starts with.
fn clear(form: &mut Form) {
    let fields = form.fields();
    for field in fields.first.iter().chain(&fields.more) {
        clear_one(form, field);
    }
}

fn clear_one(form: &mut Form, field: &Field) {
    let path = field.path.clone();
    match &field.control {
        Control::Structure(_) => form.edit(Edit::Remove(path)),
        Control::List(entries) => entries
            .iter()
            .rev()
            .for_each(|entry| form.edit(Edit::Remove(entry.field.path.clone()))),
        Control::Map(entries) => entries
            .iter()
            .rev()
            .for_each(|(_, entry)| form.edit(Edit::Remove(entry.field.path.clone()))),
        Control::Things(texts, _) | Control::SomeOf(texts, _) => {
            for text in texts {
                form.edit(Edit::Pick(path.clone(), text.clone(), false));
            }
        }
        _ => form.edit(Edit::Text(path, String::new())),
    }
}

fn fill_in(form: &mut Form, field: &Field) {
    let path = field.path.clone();
    match &field.control {
        Control::Line(text) | Control::Area(text) | Control::Truth(text) | Control::OneOf(text, _) => {
            form.edit(Edit::Text(path, text.clone()));
        }
        Control::Thing(text, _) | Control::ThingsInLine(text, _) => form.edit(Edit::Text(path, text.clone())),
        Control::SomeOf(texts, _) | Control::Things(texts, _) => {
            // A list may hold the same text twice: only added one by one, not picked.
            for (index, text) in texts.iter().enumerate() {
                form.edit(Edit::Add(path.clone()));
                form.edit(Edit::Text([&path[..], &[index]].concat(), text.clone()));
            }
        }
        Control::Structure(None) => {}
        Control::Structure(Some(fields)) => {
            form.edit(Edit::Add(path.clone()));
            clear_within(form, &path);
            fields
                .first
                .iter()
                .chain(&fields.more)
                .for_each(|field| fill_in(form, field));
        }
        Control::List(entries) => {
            for entry in entries {
                form.edit(Edit::Add(path.clone()));
                fill_entry(form, &entry.field);
            }
        }
        Control::Map(entries) => {
            for (key, entry) in entries {
                form.edit(Edit::Add(path.clone()));
                form.edit(Edit::Key(entry.field.path.clone(), key.clone()));
                fill_entry(form, &entry.field);
            }
        }
    }
}

/// An entry is there once it is added.
fn fill_entry(form: &mut Form, field: &Field) {
    if let Control::Structure(Some(fields)) = &field.control {
        clear_within(form, &field.path);
        fields
            .first
            .iter()
            .chain(&fields.more)
            .for_each(|field| fill_in(form, field));
    } else {
        fill_in(form, field);
    }
}

/// Takes back what a structure starts with.
fn clear_within(form: &mut Form, path: &[usize]) {
    let fields = form.fields();
    let within = fields
        .all()
        .into_iter()
        .filter(|field| field.path.len() == path.len() + 1 && field.path.starts_with(path));
    let within: Vec<Field> = within.cloned().collect();
    within.iter().for_each(|field| clear_one(form, field));
}

/// What a form says of itself before it is sent is what `api` says: none is refused by the declaration that the form let
/// pass, and the other way round.
#[test]
fn a_form_keeps_the_rules_of_the_declaration() {
    let mut numbers = Numbers(2);
    let mut refused = 0;
    for operation in all_operations() {
        for _ in 0..40 {
            let mut call = (operation.empty)();
            numbers.fill(call.input_mut(), 0);
            let (sent, flaws) = Form::of(&call).call("token");
            let answer = api::validate(operation, sent.input());
            refused += usize::from(answer.is_err());
            assert_eq!(
                answer.is_err(),
                !flaws.is_empty(),
                "{}: {answer:?} {flaws:?}",
                operation.action()
            );
        }
    }
    assert!(refused > 1_000, "only {refused} broke a rule");
}

/// Of every form: what it starts with breaks no rule but that something is missing yet.
#[test]
fn what_forms_start_with_is_sound() {
    for recipe in keys() {
        let mut form = Form::open(recipe, &[]);
        form.settle(&form::Choices::default(), &|_| None);
        let (_, flaws) = form.call("token");
        for flaw in flaws {
            let missing = matches!(flaw.flawed, Flawed::Broken(Broken::Missing));
            assert!(
                missing,
                "{}: {} {:?}",
                recipe.key(),
                form.name_of(&flaw.path),
                flaw.flawed
            );
        }
    }
}

/// Every member of every request can be filled in, and stands once.
#[test]
fn every_member_has_a_field() {
    for operation in all_operations() {
        let form = Form::of(&(operation.empty)());
        let fields = form.fields();
        let shown: Vec<&str> = fields
            .first
            .iter()
            .chain(&fields.more)
            .map(|field| field.member.name)
            .collect();
        for member in (operation.input)().members {
            let count = shown.iter().filter(|name| **name == member.name).count();
            // A plan may keep a member for when another one asks for it.
            let may_wait = ["Fault", "Traffic", "PutScalingPolicy"].contains(&operation.name);
            assert!(
                count == 1 || count == 0 && (is_made_up(member) || may_wait),
                "{} {}",
                operation.name,
                member.name
            );
        }
    }
    assert!(all_operations().any(|operation| operation.access == Access::World));
}
