//! English for what can be done with time: going back, taking back, other ways.

use des::{SimDuration, SimTime};

use super::numbers::clock;
use crate::past::Until;
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
    keep_title: "Keep it",
    save: "Save this run as a script",
};

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
