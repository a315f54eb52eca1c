//! Words of the records below the picture: charts, the timeline, and why something is so.

use des::SimTime;
use view::bill::Costs;
use view::chart::{Board, Chart, Measure, Role, Threshold, Topic};
use view::frontier::FleetShape;

use super::Fixed;
use super::rule::RuleOf;
use crate::story::{CallRecord, Caller, FailedRequest, Kind};
use crate::why::Rule;

words! {
    /// The charts.
    ChartWords {
        name: Fixed,
        topics: Fixed,
        topic: fn(Topic) -> Fixed,
        nothing: fn(Topic) -> Fixed,
        title: fn(&Chart) -> String,
        reading: fn(&Chart, Option<SimTime>) -> (String, String),
        value: fn(Measure, f64) -> String,
        role: fn(Role) -> Fixed,
        threshold: fn(&Threshold) -> String,
        trend: fn(&Chart) -> String,
        as_table: fn(&Chart) -> String,
        table_name: fn(&Chart) -> String,
        time: Fixed,
        no_value: Fixed,
        save_csv: Fixed,
        save_png: Fixed,
        cursor: Fixed,
        no_cursor: Fixed,
        cursor_at: fn(&Board, SimTime) -> String,
        previous: Fixed,
        next: Fixed,
        page: fn(&Board) -> String,
    }
    /// The timeline.
    StoryWords {
        name: Fixed,
        filter: Fixed,
        kind: fn(Option<Kind>) -> Fixed,
        search: Fixed,
        found: fn(usize) -> String,
        nothing: Fixed,
        nothing_found: Fixed,
        more: Fixed,
        why: Fixed,
        show: fn(&str) -> String,
        called: fn(&CallRecord) -> String,
        caller: Fixed,
        caller_name: fn(Caller) -> Fixed,
        source: Fixed,
        no_source: Fixed,
        error: Fixed,
        parameters: Fixed,
        note: fn(Option<Kind>) -> Option<Fixed>,
        failed: fn(&FailedRequest<'_>) -> String,
    }
    /// Why something is so.
    WhyWords {
        title: Fixed,
        rule: Fixed,
        simplified: Fixed,
        rule_of: fn(&RuleOf) -> Option<Rule>,
        effects: Fixed,
        next: Fixed,
        opens_elsewhere: Fixed,
        unknown: Fixed,
        select: fn(&str) -> String,
        next_belief: fn(&str, u32, bool) -> String,
        next_drained: fn(&str) -> String,
        next_missing: fn(&str, u32) -> String,
    }
    /// Availability against money, and the fleets that were tried.
    DialWords {
        name: Fixed,
        not_enough: Fixed,
        served: fn(f64, f64, u64) -> String,
        objective: Fixed,
        choose: fn(f64) -> String,
        met: fn(f64, f64) -> String,
        costs: fn(&Costs) -> String,
        tried: Fixed,
        tried_note: Fixed,
        fleet: Fixed,
        per_hour: Fixed,
        shape: fn(&FleetShape) -> String,
        now: Fixed,
        best: Fixed,
        beaten: Fixed,
        too_few: Fixed,
    }
}
