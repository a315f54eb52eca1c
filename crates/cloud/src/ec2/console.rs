//! What an instance writes on its console while it boots.

use crate::ec2::{AppStart, Boot, Instance};

/// The lines so far, oldest first, each ended; none while nothing runs.
pub(crate) fn console(instance: &Instance, host: &str) -> String {
    let mut lines = Vec::new();
    if instance.boot != Boot::Off || instance.crashed_since.is_some() {
        lines.push("[    0.000000] Linux version 6.1 (amazon-linux-2023)".to_owned());
    }
    if instance.boot.os_is_up() {
        lines.push(format!("{} login:", host.split('.').next().unwrap_or(host)));
    }
    lines.extend(of_user_data(instance).map(str::to_owned));
    if instance.crashed_since.is_some() {
        lines.push("Kernel panic - not syncing: Fatal exception".to_owned());
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// User data runs on the first boot alone.
fn of_user_data(instance: &Instance) -> impl Iterator<Item = &'static str> {
    let runs = instance.boots == 1 && instance.user_data.is_some() && instance.boot.os_is_up();
    let begun = runs.then_some("cloud-init: running modules for final, scripts-user");
    // The golden image's own app starts beside it.
    let over = match (instance.image.app_start, instance.boot) {
        (AppStart::ByUserData, Boot::RunningUserData) => false,
        _ => runs,
    };
    begun.into_iter().chain(over.then_some("cloud-init: finished"))
}
