//! What forms and services are called, in the words of AWS's console.

use api::{Access, kebab};
use form::Recipe;

use super::labels::sentence;

pub(super) fn service(name: &str) -> &'static str {
    match name {
        "ec2" => "EC2: instances and their network",
        "elbv2" => "Load balancing",
        "autoscaling" => "Auto Scaling",
        "cloudwatch" => "CloudWatch: metrics and alarms",
        "sns" => "SNS: mail",
        "fis" => "Fault injection",
        "arc-zonal-shift" => "Zonal shift",
        "dynamodb" => "DynamoDB",
        "s3api" => "S3",
        "sandbox" => "The world around the account",
        _ => "",
    }
}

pub(super) fn title(recipe: &Recipe) -> String {
    let key = recipe.key();
    if let Some((_, title)) = TITLES.iter().find(|(known, _)| *known == key) {
        return (*title).to_owned();
    }
    let operation = recipe.operation;
    let words = sentence(operation.name);
    match operation.access {
        Access::Read if operation.service.name == "sandbox" => format!("{words} of the sandbox"),
        _ if is_ambiguous(operation.name) => format!("{words} ({})", kebab(operation.service.name)),
        _ => words,
    }
}

/// Several services have an operation of that name.
fn is_ambiguous(name: &str) -> bool {
    matches!(
        name,
        "TagResource"
            | "UntagResource"
            | "ListTagsForResource"
            | "DeleteTags"
            | "DescribeTags"
            | "DescribeAccountLimits"
    )
}

const TITLES: &[(&str, &str)] = &[
    ("ec2:RunInstances", "Launch instances"),
    ("ec2:StopInstances", "Stop instances"),
    ("ec2:StartInstances", "Start instances"),
    ("ec2:RebootInstances", "Reboot instances"),
    ("ec2:TerminateInstances", "Terminate instances"),
    ("change-instance-type", "Change instance type"),
    ("change-security-groups", "Change security groups"),
    ("ec2:ModifyInstanceAttribute", "Change an instance's attribute"),
    ("ec2:CreateSecurityGroup", "Create security group"),
    ("ec2:AuthorizeSecurityGroupIngress", "Add inbound rules"),
    ("ec2:RevokeSecurityGroupIngress", "Delete inbound rules"),
    ("ec2:DeleteSecurityGroup", "Delete security group"),
    ("ec2:CreateLaunchTemplate", "Create launch template"),
    (
        "ec2:CreateLaunchTemplateVersion",
        "Create launch template version",
    ),
    (
        "ec2:ModifyLaunchTemplate",
        "Set default version of a launch template",
    ),
    ("ec2:CreateVpcEndpoint", "Create VPC endpoint"),
    ("ec2:ModifySubnetAttribute", "Edit subnet settings"),
    ("ec2:AllocateAddress", "Allocate Elastic IP address"),
    ("ec2:AssociateAddress", "Associate Elastic IP address"),
    ("ec2:ReleaseAddress", "Release Elastic IP address"),
    ("ec2:DisassociateAddress", "Disassociate Elastic IP address"),
    ("ec2:CreateTags", "Manage tags"),
    ("ec2:MonitorInstances", "Enable detailed monitoring"),
    ("ec2:UnmonitorInstances", "Disable detailed monitoring"),
    ("elbv2:CreateLoadBalancer", "Create load balancer"),
    ("elbv2:CreateTargetGroup", "Create target group"),
    ("elbv2:RegisterTargets", "Register targets"),
    ("elbv2:DeregisterTargets", "Deregister targets"),
    ("elbv2:CreateListener", "Add listener"),
    ("elbv2:CreateRule", "Add rule"),
    ("elbv2:ModifyTargetGroup", "Edit health check settings"),
    (
        "elbv2:ModifyTargetGroupAttributes",
        "Edit target group attributes",
    ),
    (
        "elbv2:ModifyLoadBalancerAttributes",
        "Edit load balancer attributes",
    ),
    ("elbv2:SetSubnets", "Edit subnets of a load balancer"),
    (
        "elbv2:SetSecurityGroups",
        "Edit security groups of a load balancer",
    ),
    ("autoscaling:CreateAutoScalingGroup", "Create Auto Scaling group"),
    ("autoscaling:UpdateAutoScalingGroup", "Edit Auto Scaling group"),
    ("autoscaling:SetDesiredCapacity", "Set desired capacity"),
    ("target-tracking", "Create target tracking policy"),
    ("step-scaling", "Create step scaling policy"),
    ("simple-scaling", "Create simple scaling policy"),
    ("autoscaling:PutScalingPolicy", "Create dynamic scaling policy"),
    (
        "autoscaling:PutScheduledUpdateGroupAction",
        "Create scheduled action",
    ),
    ("autoscaling:StartInstanceRefresh", "Start instance refresh"),
    ("autoscaling:AttachInstances", "Attach to Auto Scaling group"),
    ("autoscaling:DetachInstances", "Detach from Auto Scaling group"),
    ("autoscaling:EnterStandby", "Set to Standby"),
    ("autoscaling:ExitStandby", "Set to InService"),
    (
        "autoscaling:TerminateInstanceInAutoScalingGroup",
        "Terminate instance of a group",
    ),
    ("autoscaling:SetInstanceHealth", "Set instance health"),
    ("autoscaling:SuspendProcesses", "Suspend processes"),
    ("autoscaling:ResumeProcesses", "Resume processes"),
    (
        "autoscaling:AttachLoadBalancerTargetGroups",
        "Attach target groups to a group",
    ),
    ("autoscaling:DeleteAutoScalingGroup", "Delete Auto Scaling group"),
    ("autoscaling:LaunchInstances", "Launch instances of a group"),
    ("autoscaling:PutLifecycleHook", "Create lifecycle hook"),
    ("cloudwatch:PutMetricAlarm", "Create alarm"),
    ("edit-alarm", "Edit alarm"),
    ("cloudwatch:PutCompositeAlarm", "Create composite alarm"),
    ("cloudwatch:DeleteAlarms", "Delete alarms"),
    ("cloudwatch:SetAlarmState", "Set the state of an alarm"),
    ("sns:CreateTopic", "Create topic"),
    ("sns:Subscribe", "Create subscription"),
    ("fis:StartExperiment", "Start experiment"),
    ("arc-zonal-shift:StartZonalShift", "Start zonal shift"),
    ("sandbox:Traffic", "Change the traffic"),
    ("sandbox:Clients", "Tell the employees an address"),
    ("sandbox:Fault", "Break something"),
    ("sandbox:EndFault", "End a fault"),
    ("sandbox:Capacity", "Change the room of a zone"),
    ("sandbox:Request", "Send requests of your own"),
    ("sandbox:Quota", "Change the vCPU quota"),
    ("sandbox:Why", "Why: the causes of something"),
    ("sandbox:Now", "The time of the model"),
    ("sandbox:Metrics", "What the employees met"),
    ("sandbox:Timeline", "Everything that happened"),
    ("sandbox:Bill", "The bill"),
    ("sandbox:Availability", "What the account promises"),
];
