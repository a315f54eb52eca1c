//! Words of the records below the picture: charts.

use des::SimTime;
use view::chart::{Board, Chart, Measure, Role, Threshold, Topic};

use super::Fixed;

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
}
