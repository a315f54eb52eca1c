//! English for what can be done with time: going back, taking back, other ways.

use des::{SimDuration, SimTime};

use super::numbers::clock;
use crate::components::run_page::wanted::BadLink;
use crate::past::Until;
use crate::progress::link::{Broken, MANY_CHARACTERS, MOST_CHARACTERS};
use crate::session::NoLink;
use crate::text::PastWords;

pub(super) const PAST: PastWords = PastWords {
    track: "Timeline. Go back and forth with the arrow keys",
    shown,
    watched,
    looking_back: "Looking back",
    looking,
    closed: "You are looking at what has happened. Go back to now to act.",
    now: "Back to now",
    undo: "Undo",
    undo_long: |what| format!("Undo {what}"),
    nothing_to_undo: "Undo: there is nothing to take back",
    redo: "Redo",
    redo_long: |what| format!("Redo {what}"),
    nothing_to_redo: "Redo: nothing was taken back",
    undone: "undone",
    redone: "done again",
    undid: |what| format!("{what} is taken back: this is the run as it would be without it."),
    redid: |what| format!("{what} is done again, at its time."),
    open: "Time",
    open_long: "Time: other ways, and run until something happens",
    close: "Close",
    until_title: "Run until",
    until,
    beginning: "Go to the beginning",
    until_note: "For anything else: sandbox wait --until, in the terminal.",
    chasing: |what| format!("Running until {}", until_words(what)),
    found: |what, at| format!("{}: {}. Paused there.", clock(at, 1.0), until_words(what)),
    not_found: |what, _| format!("A day has passed without it: {}. Paused.", until_words(what)),
    ways_title: "Ways this run took",
    ways_note: "Act in the past, and the run goes another way from there. The one it leaves stays as it was.",
    lesson_note: "In a lesson you can look back at any moment. To try another way, take its account to the sandbox.",
    way: |number| match number {
        1 => "First way".to_owned(),
        _ => format!("Way {number}"),
    },
    way_told,
    name: |way| format!("Name of {way}"),
    show: "Show",
    show_long: |way| format!("Show {way}"),
    shown_now: "shown",
    delete: "Delete",
    delete_long: |way| format!("Delete {way}"),
    fork: "Another way from here",
    parted: |way| format!("From here on this is another run: {way}."),
    switched: |way| format!("This is {way}, at its end."),
    keep_title: "Keep it, hand it on",
    save: "Save this run as a script",
    share: "Copy a link to this moment",
    share_note: "It holds the seed and what was done. Whoever opens it sees this run, at this moment, and can look back or go on.",
    link: "Link to this moment",
    link_told,
    no_link,
    as_left: "This is the sandbox as it was left. To begin anew, open “This sandbox”.",
    shared: "This run was handed on to you, and is paused at the moment that was meant. Look back on the track below, or go on from here: your own run is kept apart.",
    shared_differs: "This run was made with another version of Fleetlab, and has come out differently here. What it shows is true of the model as it is now, not of what its sender saw.",
    bad_link,
};

fn link_told(is_copied: bool, characters: usize) -> String {
    let told = match is_copied {
        true => "The link is copied.",
        false => "Copy the link from here: this browser does not let the page do it.",
    };
    match characters {
        ..MANY_CHARACTERS => told.to_owned(),
        _ => format!(
            "{told} It has {characters} characters: some chats cut it. Send it by mail, or save the run as a script."
        ),
    }
}

fn no_link(why: NoLink) -> String {
    match why {
        NoLink::TooLong(characters) => format!(
            "So much was done that a link would have {characters} characters, and {MOST_CHARACTERS} is the most. Save the run as a script instead."
        ),
        NoLink::Elsewhere => {
            "This lesson is on your machine alone, so no link leads to it. Save the run as a script instead."
                .to_owned()
        }
    }
}

/// Why it leads nowhere, and what can be done.
fn bad_link(why: BadLink) -> (&'static str, &'static str) {
    const WHOLE: &str = "Ask for the link again, and copy all of it.";
    match why {
        BadLink::Broken(Broken::Damaged) => {
            ("A part of the link is missing, or was changed on the way.", WHOLE)
        }
        BadLink::Broken(Broken::TooLong) => ("The link is longer than any that Fleetlab makes.", WHOLE),
        BadLink::Broken(Broken::Form) => (
            "The link was made by another version of Fleetlab, in a way that is not known here.",
            "Open it where it was made.",
        ),
        BadLink::Changed => (
            "The lesson, or the account, that this run began with was changed since. The run would not come out the same.",
            "Begin with it as it is now, from the course or in the sandbox.",
        ),
    }
}

fn shown(now: SimTime, end: SimTime, marks: usize) -> String {
    let events = match marks {
        1 => "1 event".to_owned(),
        _ => format!("{marks} events"),
    };
    if now < end {
        format!(
            "{}, {} before now, {events}",
            clock(now, 1.0),
            length(end.since(now))
        )
    } else {
        format!("{}, now, {events}", clock(now, 1.0))
    }
}

fn looking(back: SimDuration) -> String {
    format!("Looking back, {} before now", length(back))
}

fn watched(model: SimDuration, real_s: f64) -> String {
    let real = SimDuration::from_secs(real_s as u64);
    format!("{} there took you {} here", length(model), length(real))
}

/// A length of time in its two largest units.
fn length(length: SimDuration) -> String {
    let seconds = length.as_secs();
    let parts = [
        (seconds / 86_400, "d"),
        (seconds / 3_600 % 24, "h"),
        (seconds / 60 % 60, "min"),
        (seconds % 60, "s"),
    ];
    let from = parts.iter().position(|(count, _)| *count > 0).unwrap_or(3);
    let told = parts[from..].iter().take(2).enumerate();
    let told = told.filter(|(place, (count, _))| *place == 0 || *count > 0);
    let words: Vec<String> = told.map(|(_, (count, unit))| format!("{count} {unit}")).collect();
    words.join(" ")
}

fn until(what: Until) -> &'static str {
    match what {
        Until::Happening => "the next mark",
        Until::Alarm => "an alarm changes",
        Until::Activity => "an activity ends",
        Until::Failure => "a request fails",
    }
}

fn until_words(what: Until) -> &'static str {
    match what {
        Until::Happening => "something happens",
        _ => until(what),
    }
}

fn way_told(parted: Option<SimTime>, end: SimTime, inputs: usize) -> String {
    let done = match inputs {
        0 => "nothing done".to_owned(),
        1 => "1 thing done".to_owned(),
        _ => format!("{inputs} things done"),
    };
    let until = clock(end, 1.0);
    match parted {
        Some(at) => format!("parted at {}, until {until}, {done}", clock(at, 1.0)),
        None => format!("until {until}, {done}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_told_in_two_units_at_most() {
        let told =
            [0, 5, 60, 61, 3_600, 3_725, 90_000].map(|seconds| length(SimDuration::from_secs(seconds)));
        assert_eq!(
            told,
            ["0 s", "5 s", "1 min", "1 min 1 s", "1 h", "1 h 2 min", "1 d 1 h"]
        );
    }

    #[test]
    fn a_moment_of_the_past_says_how_far_it_is() {
        let (now, end) = (SimTime::from_secs(60), SimTime::from_secs(300));
        assert_eq!(shown(now, end, 1), "10:01:00, 4 min before now, 1 event");
        assert_eq!(shown(end, end, 0), "10:05:00, now, 0 events");
    }
}
