//! From a draft to the request, and back; with what keeps it from being sent.

use std::borrow::Cow;

use api::{
    Broken, Format, Kind, List, Mapping, Member, Shape, ShapeInfo, Slot, Timestamp, Value, decode_base64,
    encode_base64, entries, pairs,
};

use crate::draft::{Draft, Path};

/// Something that keeps a draft from being sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Flaw {
    /// Where.
    pub path: Path,
    /// What.
    pub flawed: Flawed,
}

/// What is wrong with a value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Flawed {
    /// It should be a whole number.
    NotWhole,
    /// It should be a number.
    NotANumber,
    /// It should be an instant.
    NotAnInstant,
    /// The same key stands twice.
    Twice,
    /// It breaks a rule of the declaration.
    Broken(Broken),
}

/// Whether a member is but a word by which a call is carried out once, and must be there; it is made up for the learner.
pub(crate) fn is_token(member: &Member) -> bool {
    member.required && member.name.eq_ignore_ascii_case("clienttoken")
}

/// Fills a request with a draft. What cannot be read is left out and told, as is every rule that is broken, in the order
/// of declaration.
pub(crate) fn fill(draft: &Draft, shape: &mut dyn Shape) -> Vec<Flaw> {
    let mut filler = Filler {
        path: Vec::new(),
        flaws: Vec::new(),
    };
    filler.shape(draft, shape);
    filler.flaws
}

struct Filler {
    path: Path,
    flaws: Vec<Flaw>,
}

impl Filler {
    fn shape(&mut self, draft: &Draft, shape: &mut dyn Shape) {
        let Draft::Fields(Some(members)) = draft else {
            return;
        };
        for (index, (member, draft)) in shape.info().members.iter().zip(members).enumerate() {
            self.path.push(index);
            if is_blank(draft) {
                self.absent(member);
            } else {
                self.value(draft, shape.slot(index), member);
            }
            self.path.pop();
        }
    }

    fn absent(&mut self, member: &Member) {
        if (member.required || member.needed) && !is_token(member) {
            self.tell(Flawed::Broken(Broken::Missing));
        }
    }

    fn value(&mut self, draft: &Draft, slot: Slot<'_>, rule: &Member) {
        match (slot, draft) {
            (Slot::Shape(shape), draft) => self.shape(draft, shape),
            (Slot::List(list), Draft::Entries(drafts)) => self.list(drafts, list, rule),
            (Slot::Map(map), Draft::Pairs(drafts)) => self.map(drafts, map, rule),
            (slot, Draft::Text(text)) => self.scalar(text, slot, rule),
            _ => {}
        }
    }

    fn list(&mut self, drafts: &[Draft], list: &mut dyn List, rule: &Member) {
        for (index, draft) in drafts.iter().enumerate().filter(|(_, draft)| !is_blank(draft)) {
            self.path.push(index);
            self.value(draft, list.push(), &rule.of_one());
            self.path.pop();
        }
        self.check(rule, Value::List(list));
    }

    fn map(&mut self, drafts: &[(String, Draft)], map: &mut dyn Mapping, rule: &Member) {
        for (index, (key, draft)) in drafts.iter().enumerate() {
            self.path.push(index);
            if drafts[..index].iter().any(|(known, _)| known == key) {
                self.tell(Flawed::Twice);
            }
            self.value(draft, map.put(key), &rule.of_one());
            self.path.pop();
        }
        self.check(rule, Value::Map(map));
    }

    fn scalar(&mut self, text: &str, slot: Slot<'_>, rule: &Member) {
        match slot {
            Slot::String(place) => {
                *place = encoded(text, rule.format).into_owned();
                self.check(rule, Value::String(place));
            }
            Slot::Integer(place) => match text.trim().parse() {
                Ok(number) => {
                    *place = number;
                    self.check(rule, Value::Integer(number));
                }
                Err(_) => self.tell(Flawed::NotWhole),
            },
            Slot::Double(place) => match text.trim().parse().ok().filter(|number: &f64| number.is_finite()) {
                Some(number) => {
                    *place = number;
                    self.check(rule, Value::Double(number));
                }
                None => self.tell(Flawed::NotANumber),
            },
            Slot::Boolean(place) => *place = text == TRUE,
            Slot::Timestamp(place) => match Timestamp::parse(text.trim()) {
                Some(instant) => *place = instant,
                None => self.tell(Flawed::NotAnInstant),
            },
            Slot::Shape(_) | Slot::List(_) | Slot::Map(_) => {}
        }
    }

    fn check(&mut self, rule: &Member, value: Value<'_>) {
        if let Some(broken) = rule.broken_by(value) {
            self.tell(Flawed::Broken(broken));
        }
    }

    fn tell(&mut self, flawed: Flawed) {
        self.flaws.push(Flaw {
            path: self.path.clone(),
            flawed,
        });
    }
}

/// What a truth is written as.
pub(crate) const TRUE: &str = "true";
/// What its opposite is written as.
pub(crate) const FALSE: &str = "false";

/// Whether a draft sends nothing: left out, or a list of lines that are all blank.
fn is_blank(draft: &Draft) -> bool {
    match draft {
        Draft::Entries(entries) => entries.iter().all(is_blank),
        // A structure that is there for one value is not there without it.
        Draft::Fields(Some(members)) => matches!(&members[..], [Draft::Text(text)] if text.is_empty()),
        other => other.is_empty(),
    }
}

/// A text as it is sent.
fn encoded(text: &str, format: Format) -> Cow<'_, str> {
    match format {
        Format::Base64 | Format::File => encode_base64(text.as_bytes()).into(),
        Format::Plain | Format::Duration | Format::Commas => text.into(),
    }
}

/// The draft that sends this request. A text that is sent as base64 must be one.
pub(crate) fn draft(shape: &dyn Shape) -> Draft {
    draft_like(shape.info(), shape)
}

/// The draft of a request that says of a thing what is so already: each member has what the thing has under the same name.
pub(crate) fn draft_like(info: &'static ShapeInfo, thing: &dyn Shape) -> Draft {
    let has = thing.info().members;
    let drafts = info.members.iter().map(|member| {
        let same = |own: &Member| own.name == member.name && own.kind.name() == member.kind.name();
        let value = has.iter().position(same).and_then(|index| thing.value(index));
        value.map_or_else(|| Draft::empty(&member.kind), |value| draft_of(value, member))
    });
    Draft::Fields(Some(drafts.collect()))
}

fn draft_of(value: Value<'_>, member: &Member) -> Draft {
    match value {
        Value::String(text) => Draft::Text(decoded(text, member.format).into_owned()),
        Value::Integer(number) => Draft::Text(number.to_string()),
        Value::Double(number) => Draft::Text(number.to_string()),
        Value::Boolean(truth) => Draft::Text(if truth { TRUE } else { FALSE }.to_owned()),
        Value::Timestamp(instant) => Draft::Text(instant.to_string()),
        Value::Shape(shape) => draft(shape),
        Value::List(list) => Draft::Entries(entries(list).map(|entry| draft_of(entry, member)).collect()),
        Value::Map(map) => Draft::Pairs(
            pairs(map)
                .map(|(key, value)| (key.to_owned(), draft_of(value, member)))
                .collect(),
        ),
    }
}

fn decoded(text: &str, format: Format) -> Cow<'_, str> {
    match format {
        Format::Base64 | Format::File => {
            let plain = decode_base64(text).and_then(|bytes| String::from_utf8(bytes).ok());
            plain.map_or(text.into(), Cow::Owned)
        }
        Format::Plain | Format::Duration | Format::Commas => text.into(),
    }
}

/// The name of what stands at a path, as refusals write it: `Filters[1].Name`.
#[must_use]
pub(crate) fn name_of(info: &'static ShapeInfo, path: &[usize]) -> String {
    let mut name = String::new();
    let mut within = None;
    let mut shape = Some(info);
    for &index in path {
        if let Some(info) = shape.take() {
            let Some(member) = info.members.get(index) else {
                break;
            };
            if !name.is_empty() {
                name.push('.');
            }
            name.push_str(member.name);
            within = Some(member.kind);
        } else if let Some(Kind::List(inner) | Kind::Map(inner)) = within {
            name.push_str(&format!("[{index}]"));
            within = Some(*inner);
        }
        if let Some(Kind::Shape(info)) = within {
            shape = Some(info());
        }
    }
    name
}
