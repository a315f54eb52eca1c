//! What the learner asks of the records below the picture: charts.

use view::chart::Topic;

/// What can be done with the records.
#[derive(Clone, Debug, PartialEq)]
pub enum RecordInput {
    /// They are shown, or no longer: what nobody looks at is not gathered.
    Show(bool),
    /// Show the charts of this topic.
    Topic(Topic),
    /// Turn to a page of its charts, from 0.
    Page(usize),
}
