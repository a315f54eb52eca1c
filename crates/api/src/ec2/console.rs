//! `GetConsoleOutput`.

use crate::Timestamp;
use crate::shape::shapes;

shapes! {
    /// Tells what an instance has written on its console since it last booted.
    pub struct GetConsoleOutputInput {
        /// The instance.
        instance_id: Option<String> = "InstanceId" required,
        /// Whether to answer with the newest; here it always is.
        latest: Option<bool> = "Latest" default("false"),
    }
    without "DryRun=false"

    /// What it has written.
    pub struct GetConsoleOutputOutput {
        /// The instance.
        instance_id: Option<String> = "InstanceId",
        /// When it last wrote.
        timestamp: Option<Timestamp> = "Timestamp",
        /// The text, as base64.
        output: Option<String> = "Output",
    }
}
