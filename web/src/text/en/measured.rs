//! English for what is measured: the numbers above the stage, the legend.

use view::scene::Glyph;

use super::numbers::count;
use crate::text::{LegendWords, ReadoutWords};

pub(super) const READOUT: ReadoutWords = ReadoutWords {
    live: "The account, live",
    served: "Served, last 60 s",
    requests: "Requests",
    per_second: "per second",
    half_faster: "Half are faster than",
    one_in_twenty_slower: "1 in 20 is slower than",
    none_yet: "none yet",
    costs: "Costs, as it stands",
    per_hour: "per hour",
};

pub(super) const LEGEND: LegendWords = LegendWords {
    one_dot: |requests| match requests {
        1 => "One dot is one request".to_owned(),
        _ => format!("One dot is {} requests", count(u64::from(requests))),
    },
    counts: "Numbers on the wires: requests per second, ✕ failed",
    glyph: |glyph| match glyph {
        Glyph::Going => "on its way",
        Glyph::Served => "served",
        Glyph::Slow => "slow, over 1 s",
        Glyph::Failed => "failed",
        Glyph::Waiting => "waiting",
    },
    own: "yours, or followed",
    follow: "Follow a request",
    lit_window: "lit window = busy worker",
};
