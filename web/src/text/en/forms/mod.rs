//! English for the forms.

mod labels;
mod titles;

use api::{Bounds, Broken, Format, Kind, Member};
use form::Flawed;

use self::labels::label;
use self::titles::{service, title};
use crate::text::FormWords;

pub(super) const FORMS: FormWords = FormWords {
    actions: "Actions",
    actions_long: "Actions: everything that can be done to the account (Ctrl+K)",
    find: "Find an action",
    find_hint: "Such as launch, listener, alarm or traffic. Down and up move through the list, Enter opens.",
    found,
    nothing_found: "Nothing is called so. Fewer letters find more.",
    this_step: "For this step",
    other_changes: "Everything else that changes something",
    look: "Look at the account",
    closed: "not in this step",
    begun: "begun",
    service,
    title,
    label,
    number: |label, index| format!("{label} {}", index + 1),
    hint,
    placeholder,
    flaw,
    required: "required",
    choose: "Choose",
    left_out: "Left out",
    default_is: |value| format!("Default: {}", word(value)),
    yes: "Yes",
    no: "No",
    another: "Type another one",
    choose_instead: "Choose from the list",
    another_value: "Another one",
    nothing_to_choose: "The account has none yet.",
    add: "Add",
    add_one: |label| format!("Add: {label}"),
    remove: "Remove",
    remove_one: |label| format!("Remove: {label}"),
    key: "Key",
    value: "Value",
    more: "More settings",
    source: "At AWS",
    to_mend,
    refused: "AWS refused it",
    not_now: "This step of the lesson does not take it.",
    send: "Send",
    ask: "Ask",
    clear: "Start over",
    close: "Close",
    all_actions: "All actions",
    done: "Done",
    done_silently: "AWS answers nothing here: it is done.",
    answer: "What AWS answered",
    empty: "none",
    once_more: "Once more",
    look_again: "Ask again",
    fitting: "More actions",
    what_next: "What next",
};

fn found(count: usize) -> String {
    match count {
        1 => "1 action".to_owned(),
        count => format!("{count} actions"),
    }
}

fn to_mend(count: usize) -> String {
    match count {
        1 => "One field needs another look:".to_owned(),
        count => format!("{count} fields need another look:"),
    }
}

/// A value as it is said.
fn word(value: &str) -> &str {
    match value {
        "true" => "yes",
        "false" => "no",
        other => other,
    }
}

/// What a value must be, as far as its declaration says.
fn hint(member: &Member) -> Option<String> {
    let unit = match (member.kind, member.format) {
        (Kind::Timestamp, _) => return Some("A time such as 2026-11-02T08:00:00Z.".to_owned()),
        (_, Format::Duration) => return Some("A length of time such as 90s, 10m or 1h30m.".to_owned()),
        (Kind::List(_), _) => "entries",
        (Kind::String, _) => "characters",
        _ => "",
    };
    match member.bounds {
        Bounds::None => None,
        Bounds::Value(least, i64::MAX) => Some(format!("{} or more.", grouped(least))),
        Bounds::Value(least, most) => Some(format!("{} to {}.", grouped(least), grouped(most))),
        // Of texts only what somebody might meet is said.
        Bounds::Length(_, most) if most > 64 => None,
        Bounds::Length(0 | 1, most) => Some(format!("At most {most} {unit}.")),
        Bounds::Length(least, most) => Some(format!("{least} to {most} {unit}.")),
    }
}

fn placeholder(member: &Member) -> Option<String> {
    member.default.map(|value| format!("default {}", word(value)))
}

/// A whole number with its thousands apart.
fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut said = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            said.push(',');
        }
        said.push(digit);
    }
    if number < 0 {
        format!("\u{2212}{said}")
    } else {
        said
    }
}

fn flaw(flawed: &Flawed, label: &str) -> String {
    match flawed {
        Flawed::NotWhole => format!("{label} is a whole number, such as 3."),
        Flawed::NotANumber => format!("{label} is a number, such as 70 or 0.5."),
        Flawed::NotAnInstant => format!("{label} is a time such as 2026-11-02T08:00:00Z."),
        Flawed::Twice => "The same key stands above already.".to_owned(),
        Flawed::Broken(broken) => rule(broken, label),
    }
}

fn rule(broken: &Broken, label: &str) -> String {
    match *broken {
        Broken::Missing => format!("{label} is required."),
        Broken::NoneOf(values) => format!("{label} is one of {}.", values.join(", ")),
        Broken::Value {
            least,
            most: i64::MAX,
            ..
        } => format!("{label} is {} or more.", grouped(least)),
        Broken::Value { least, most, .. } => {
            format!("{label} goes from {} to {}.", grouped(least), grouped(most))
        }
        Broken::Length {
            least,
            most,
            length,
            unit,
        } => {
            format!("{label} has {length} {unit}; from {least} to {most} may be there.")
        }
        Broken::Duration => format!("{label} is a length of time such as 90s, 10m or 1h30m."),
        Broken::Base64 => format!("{label} cannot be encoded."),
        Broken::Comma => format!("{label} holds a comma; each entry stands alone."),
    }
}
