//! English for the sandbox, and for all that can be done with a button.

use crate::act::{Act, Group};
use crate::text::{SandboxWords, WhyNot};

pub(super) const SANDBOX: SandboxWords = SandboxWords {
    name: "Sandbox",
    title: "Sandbox",
    intro: "Nothing is asked of you here. Select an instance, a zone or a service in the picture to act on it, or the Region to see what else there is; what concerns the whole account is below.",
    acts: "What you can do",
    act,
    group,
    why_not,
    tidy: "Close up the gaps between instances",
    menu: "This sandbox",
    begin_anew: "Begin anew",
    begin_anew_note: "With the account as it was at the beginning. What you did is forgotten.",
    open_terminal: "Type commands in the terminal",
    begin_with: "Begin with",
    begin_with_note: "Another account. You will find this one here again, as you leave it.",
    repair_one: "Repair one of these",
    repair_one_note: "Each was built with one mistake. Find it; the goals tell when all is well.",
    repaired: "repaired",
};

/// What the group of the button says already, and what the button says.
fn act(act: &Act) -> (&'static str, String) {
    let zone = |zone: usize| format!("zone {}", letter(zone));
    match *act {
        Act::SendRequest => ("", "Send one request".to_owned()),
        Act::Launch(index) => ("Launch in", zone(index)),
        Act::CutPower(index) => ("Cut the power of", zone(index)),
        Act::RestorePower(index) => ("", format!("Bring back {}", zone(index))),
        Act::LosePackets(_) => ("", "Lose 20 % of its packets".to_owned()),
        Act::SlowNetwork(_) => ("", "Make its network 5 times slower".to_owned()),
        Act::TakeRoom(_) => ("", "Leave no room for launches".to_owned()),
        Act::SlowService(_) => ("", "Make it 5 times slower".to_owned()),
        Act::Traffic(per_second) => ("Let the employees send", format!("{per_second} per second")),
        _ => ("", instance_act(act).to_owned()),
    }
}

fn instance_act(act: &Act) -> &'static str {
    match act {
        Act::Start(_) => "Start",
        Act::Stop(_) => "Stop",
        Act::Reboot(_) => "Reboot",
        Act::Terminate(_) => "Terminate",
        Act::GiveAddress(_) => "Give the employees its address",
        Act::Crash(_) => "Let it crash",
        Act::Hang(_) => "Let its app hang",
        Act::Slow(_) => "Make it slow",
        Act::KillApp(_) => "Let its app die",
        Act::Leak(_) => "Let its app leak memory",
        Act::FailHost(_) => "Let its host fail",
        Act::Mend(_) => "End its faults",
        _ => "",
    }
}

fn group(group: Group) -> &'static str {
    match group {
        Group::Requests => "Your own requests",
        Group::Traffic => "The employees send",
        Group::Launch => "Launch an instance in",
        Group::Power => "Cut the power of",
        Group::Instance | Group::Zone | Group::Service | Group::Fault => "",
    }
}

fn why_not(why: WhyNot) -> &'static str {
    match why {
        WhyNot::Gone => "It is terminated.",
        WhyNot::NotStopped => "Only a stopped instance can be started.",
        WhyNot::NotRunning => "It does not run.",
        WhyNot::NoAddress => "It has no public address.",
        WhyNot::HasIt => "They have it already.",
        WhyNot::AppNotUp => "Its app does not answer yet.",
        WhyNot::NoFault => "Nothing is wrong with it.",
    }
}

fn letter(zone: usize) -> char {
    u8::try_from(zone).map_or('?', |zone| char::from(b'a' + zone))
}
