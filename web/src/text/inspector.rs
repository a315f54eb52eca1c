//! What is said of a closer look.

use view::Workers;

use super::Fixed;

words! {
    /// A closer look.
    InspectorWords {
        name: Fixed,
        instance_selected: Fixed,
        close: Fixed,
        why: Fixed,
        none: Fixed,
        id: Fixed,
        instance_type: Fixed,
        zone: Fixed,
        address: Fixed,
        workers: Fixed,
        workers_busy: fn(Workers) -> String,
        waiting: Fixed,
        aws_command: Fixed,
        copy_command: Fixed,
        balancer_selected: Fixed,
        node_selected: Fixed,
        target_group_selected: Fixed,
        group_selected: Fixed,
        alarms_selected: Fixed,
        dns_name: Fixed,
        scheme: Fixed,
        employees: Fixed,
        nodes: Fixed,
        listeners: Fixed,
        balancer: Fixed,
        health_check: Fixed,
        thresholds: Fixed,
        targets: Fixed,
        failed_here: Fixed,
        target_groups: Fixed,
        auto_scaling_group: Fixed,
        zones: Fixed,
        instances: Fixed,
        activities: Fixed,
        alarms: Fixed,
        alarm_selected: Fixed,
        metric: Fixed,
        rule: Fixed,
    }
}
