//! English for the settings and the keys.

use crate::settings::Announce;
use crate::text::SettingsWords;

pub(super) const SETTINGS: SettingsWords = SettingsWords {
    title: "Keys and settings",
    open: "Keys and settings (Ctrl+/)",
    close: "Close the keys and settings",
    announce: "Say aloud, to a screen reader",
    announce_note: "Answers to what you do yourself are always said.",
    announced: |announce| match announce {
        Announce::Everything => "all that happens",
        Announce::Lesson => "what the lesson announces, and goals that are met",
        Announce::Nothing => "nothing by itself",
    },
    motion: "Motion",
    still: "No dots: numbers on the wires instead",
    still_by_system: "Your system asks for less motion, so there are none.",
    keys: "Keys",
    keys_of: &[
        (
            "Everywhere",
            &[
                (&["Ctrl", "K"], "find whatever you want to do, and open its form"),
                (&["Ctrl", "."], "from a lesson to its sandbox, and back"),
                (&["Ctrl", "Z"], "take back the latest thing you did"),
                (&["Ctrl", "Shift", "Z"], "do it again"),
                (&["Ctrl", "/"], "this list"),
                (
                    &["Esc"],
                    "close what you are in: a form, the details, the panel of time",
                ),
            ],
        ),
        (
            "In the picture",
            &[
                (&["Tab"], "into the picture, and out of it"),
                (&["← → ↑ ↓"], "to the nearest thing in that direction"),
                (&["Home"], "to the first thing; End: to the last"),
                (&["Enter"], "look closer"),
                (&["?"], "this list"),
            ],
        ),
        (
            "On the time track",
            &[
                (&["← →"], "a little back, a little ahead"),
                (&["Page Up"], "to the mark after; Page Down: to the mark before"),
                (&["Home"], "to the beginning; End: to now"),
            ],
        ),
        (
            "On the charts",
            &[
                (&["← →"], "the cursor of all charts, by one period"),
                (&["Page Up"], "ten periods ahead; Page Down: ten back"),
                (&["Home"], "to the first period; End: to the latest"),
                (&["Esc"], "no cursor"),
            ],
        ),
        (
            "On the tabs of the charts",
            &[
                (&["← →"], "to the tab beside it"),
                (&["Home"], "to the first tab; End: to the last"),
            ],
        ),
        (
            "In the list of actions",
            &[
                (&["↑ ↓"], "the action before, the action after"),
                (&["Page Up"], "eight actions back; Page Down: eight on"),
                (&["Enter"], "open its form"),
            ],
        ),
        (
            "In the terminal",
            &[
                (&["Tab"], "complete, or go through what could stand there"),
                (&["Enter"], "run; with Shift, a new line"),
                (&["↑ ↓"], "what was run before"),
                (&["Ctrl", "C"], "stop what runs, or drop what is typed"),
                (&["Ctrl", "L"], "forget what was printed"),
            ],
        ),
    ],
};
