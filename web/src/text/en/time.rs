//! English for the time bar.

use super::happening::happening;
use crate::text::TimeWords;
use crate::text::time_of_day::{TimeOfDay, time_of_day};

pub(super) const TIME: TimeWords = TimeWords {
    name: "Time",
    play: "Play",
    pause: "Pause everything that moves",
    step: "Step to the next event",
    short_clock: |at| {
        let TimeOfDay(hour, minute, ..) = time_of_day(at);
        format!("{hour:02}:{minute:02}")
    },
    paused: "AWS time, paused",
    behind: "AWS time, running behind",
    pace: |speed| format!("AWS time. 1 s here is {speed} s there"),
    speed: "speed",
    speed_value: |speed| {
        if speed < 1.0 {
            format!("1/{}×", (1.0 / speed) as u32)
        } else {
            format!("{speed}×")
        }
    },
    happening,
    and_others: |others| match others {
        1 => "And one thing more.".to_owned(),
        _ => format!("And {others} things more."),
    },
};
