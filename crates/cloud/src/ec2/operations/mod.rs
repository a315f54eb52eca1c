//! One file per operation of EC2, or per family that shares its rules.

mod run_instances;
mod states;

pub(crate) use run_instances::run_instances;
pub(crate) use states::{reboot_instances, start_instances, stop_instances, terminate_instances};
