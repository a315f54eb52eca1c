//! English for a closer look.

use view::Workers;

use crate::text::InspectorWords;

pub(super) const INSPECTOR: InspectorWords = InspectorWords {
    name: "Details",
    instance_selected: "EC2 instance, selected",
    close: "Close the details",
    why: "Why?",
    none: "none",
    id: "Instance ID",
    instance_type: "Instance type",
    zone: "Availability Zone",
    address: "Public IPv4 address",
    workers: "Workers",
    workers_busy: |workers: Workers| format!("{} of {} busy", workers.busy, workers.total),
    waiting: "Waiting requests",
    aws_command: "AWS command",
    copy_command: "Copy the command",
    balancer_selected: "Load balancer, selected",
    node_selected: "Load balancer node, selected",
    target_group_selected: "Target group, selected",
    group_selected: "Auto Scaling group, selected",
    alarms_selected: "CloudWatch, selected",
    dns_name: "DNS name",
    scheme: "Scheme",
    employees: "Employees",
    nodes: "Nodes",
    listeners: "Listeners",
    balancer: "Load balancer",
    health_check: "Health check",
    thresholds: "Another state after",
    targets: "Targets",
    failed_here: "Requests failed here",
    target_groups: "What load balancers believe",
    auto_scaling_group: "Auto Scaling group",
    zones: "Availability Zones",
    instances: "Instances",
    activities: "Activities, latest first",
    alarms: "Alarms",
};
