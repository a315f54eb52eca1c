//! What members are called, in the words of AWS's console; what is not in the table is called as AWS's API calls it.

use api::kebab;

/// What the member `name` of a shape is called.
pub(super) fn label(shape: &str, name: &str) -> String {
    let known = |wanted: &str| {
        let mut all = LABELS.iter();
        all.find(|(shape, member, _)| *shape == wanted && *member == name)
            .map(|(.., label)| *label)
    };
    known(shape)
        .or_else(|| known(""))
        .map_or_else(|| sentence(name), str::to_owned)
}

/// AWS's name as words: `HealthCheckPath` as "Health check path".
pub(super) fn sentence(name: &str) -> String {
    let words = kebab(name);
    let words: Vec<&str> = words.split('-').map(spelled).collect();
    let all = words
        .join(" ")
        .replace("auto scaling", "Auto Scaling")
        .replace("elastic ip", "Elastic IP");
    let mut letters = all.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// A word as it is written within a sentence.
fn spelled(word: &str) -> &str {
    match word {
        "arn" => "ARN",
        "arns" => "ARNs",
        "id" => "ID",
        "ids" => "IDs",
        "ip" => "IP",
        "ips" => "IPs",
        "vpc" => "VPC",
        "vpcs" => "VPCs",
        "cidr" => "CIDR",
        "iam" => "IAM",
        "http" => "HTTP",
        "dns" => "DNS",
        "ok" => "OK",
        "api" => "API",
        "s" => "S",
        "n" => "N",
        "ss" => "SS",
        "ns" => "NS",
        other => other,
    }
}

/// Shape (empty for any), member, label.
const LABELS: &[(&str, &str, &str)] = &[
    // EC2
    ("RunInstancesInput", "MaxCount", "Number of instances"),
    ("RunInstancesInput", "MinCount", "At least (as many if left out)"),
    ("RunInstancesInput", "TagSpecifications", "Name and tags"),
    ("RunInstancesInput", "LaunchTemplate", "From a launch template"),
    ("", "ImageId", "Amazon Machine Image (AMI)"),
    ("", "InstanceIds", "Instances"),
    ("", "InstanceId", "Instance"),
    ("", "SubnetId", "Subnet"),
    ("", "SubnetIds", "Subnets"),
    ("", "SecurityGroupIds", "Security groups"),
    ("RunInstancesInput", "SecurityGroups", "Security groups by name"),
    ("LaunchTemplateData", "SecurityGroups", "Security groups by name"),
    ("ModifyInstanceAttributeInput", "Groups", "Security groups"),
    ("", "IamInstanceProfile", "IAM instance profile"),
    ("IamInstanceProfileSpecification", "Name", "Role"),
    ("", "UserData", "User data (script of the first boot)"),
    ("AttributeValue", "Value", "New value"),
    ("", "VpcId", "VPC"),
    ("CreateSecurityGroupInput", "GroupName", "Security group name"),
    ("", "GroupId", "Security group"),
    (
        "AuthorizeSecurityGroupIngressInput",
        "IpPermissions",
        "Inbound rules",
    ),
    (
        "RevokeSecurityGroupIngressInput",
        "IpPermissions",
        "Inbound rules, described",
    ),
    (
        "RevokeSecurityGroupIngressInput",
        "SecurityGroupRuleIds",
        "Inbound rules",
    ),
    ("IpPermission", "IpProtocol", "Protocol"),
    ("IpPermission", "FromPort", "From port"),
    ("IpPermission", "ToPort", "To port"),
    ("IpPermission", "IpRanges", "Source: addresses"),
    ("IpPermission", "UserIdGroupPairs", "Source: security groups"),
    ("IpRange", "CidrIp", "CIDR block"),
    ("", "LaunchTemplateName", "Launch template"),
    (
        "CreateLaunchTemplateInput",
        "LaunchTemplateName",
        "Launch template name",
    ),
    ("", "LaunchTemplateId", "Launch template by ID"),
    ("", "LaunchTemplateData", "What instances are launched with"),
    ("", "VersionDescription", "Template version description"),
    (
        "CreateLaunchTemplateVersionInput",
        "SourceVersion",
        "Source version",
    ),
    ("", "RouteTableIds", "Route tables"),
    ("", "ServiceName", "Service"),
    (
        "ModifySubnetAttributeInput",
        "MapPublicIpOnLaunch",
        "Auto-assign public IPv4 address",
    ),
    ("", "AllocationId", "Elastic IP address"),
    ("CreateTagsInput", "Resources", "Of"),
    ("DeleteTagsInput", "Resources", "Of"),
    // Elastic Load Balancing
    ("CreateLoadBalancerInput", "Name", "Load balancer name"),
    ("CreateLoadBalancerInput", "Subnets", "Subnets, one in each zone"),
    ("CreateTargetGroupInput", "Name", "Target group name"),
    ("", "LoadBalancerArn", "Load balancer"),
    ("", "TargetGroupArn", "Target group"),
    ("", "TargetGroupArns", "Target groups"),
    ("", "TargetGroupARNs", "Target groups"),
    ("", "ListenerArn", "Listener"),
    ("", "RuleArn", "Rule"),
    ("", "ResourceArns", "Of"),
    ("TargetDescription", "Id", "Instance"),
    ("TargetDescription", "Port", "Port (the group's if left out)"),
    ("Action", "Type", "Do"),
    ("Action", "TargetGroupArn", "Forward to target group"),
    ("Action", "FixedResponseConfig", "Fixed response"),
    ("Action", "RedirectConfig", "Redirect to"),
    ("Action", "ForwardConfig", "Several target groups, by weight"),
    ("RuleCondition", "Field", "Look at"),
    ("RuleCondition", "Values", "One of"),
    (
        "",
        "HealthCheckIntervalSeconds",
        "Health check interval (seconds)",
    ),
    ("", "HealthCheckTimeoutSeconds", "Health check timeout (seconds)"),
    ("", "HealthyThresholdCount", "Healthy threshold"),
    ("", "UnhealthyThresholdCount", "Unhealthy threshold"),
    ("", "Matcher", "Success codes"),
    // Auto Scaling
    ("", "AutoScalingGroupName", "Auto Scaling group"),
    (
        "CreateAutoScalingGroupInput",
        "AutoScalingGroupName",
        "Auto Scaling group name",
    ),
    ("", "VPCZoneIdentifier", "Subnets"),
    ("", "MinSize", "Min desired capacity"),
    ("", "MaxSize", "Max desired capacity"),
    ("", "HealthCheckType", "Health check type"),
    (
        "",
        "HealthCheckGracePeriod",
        "Health check grace period (seconds)",
    ),
    ("", "DefaultCooldown", "Default cooldown (seconds)"),
    ("", "DefaultInstanceWarmup", "Default instance warmup (seconds)"),
    ("", "EstimatedInstanceWarmup", "Instance warmup (seconds)"),
    ("", "PolicyName", "Policy name"),
    ("", "TargetTrackingConfiguration", "What is held"),
    ("", "PredefinedMetricSpecification", "Metric"),
    ("", "PredefinedMetricType", "Metric type"),
    ("", "CustomizedMetricSpecification", "Any metric"),
    (
        "PredefinedMetricSpecification",
        "ResourceLabel",
        "Target group whose requests count",
    ),
    ("", "DisableScaleIn", "Disable scale in"),
    ("", "StepAdjustments", "Steps"),
    (
        "StepAdjustment",
        "MetricIntervalLowerBound",
        "From so far above the threshold",
    ),
    (
        "StepAdjustment",
        "MetricIntervalUpperBound",
        "Up to so far above it",
    ),
    ("StepAdjustment", "ScalingAdjustment", "Add (or remove, below 0)"),
    (
        "PutScalingPolicyInput",
        "ScalingAdjustment",
        "Add (or remove, below 0)",
    ),
    (
        "",
        "ShouldDecrementDesiredCapacity",
        "Decrease the desired capacity as well",
    ),
    ("", "ScheduledActionName", "Name of the scheduled action"),
    ("", "Recurrence", "Recurrence (cron)"),
    ("", "ScalingProcesses", "Processes"),
    // CloudWatch and SNS
    ("", "AlarmActions", "When in alarm, notify or act"),
    ("", "OKActions", "When OK, notify or act"),
    (
        "",
        "InsufficientDataActions",
        "With insufficient data, notify or act",
    ),
    ("PutMetricAlarmInput", "Period", "Period (seconds)"),
    ("PutMetricAlarmInput", "EvaluationPeriods", "Evaluation periods"),
    (
        "PutMetricAlarmInput",
        "ComparisonOperator",
        "Whenever the value is",
    ),
    ("PutMetricAlarmInput", "Threshold", "Than"),
    (
        "PutMetricAlarmInput",
        "TreatMissingData",
        "Missing data treatment",
    ),
    ("", "TopicArn", "Topic"),
    ("", "TopicARN", "Topic"),
    ("CreateTopicInput", "Name", "Topic name"),
    ("SubscribeInput", "Endpoint", "Mail address"),
    ("", "SubscriptionArn", "Subscription"),
    // Zonal shift and experiments
    ("StartZonalShiftInput", "resourceIdentifier", "Resource"),
    ("StartZonalShiftInput", "awayFrom", "Away from Availability Zone"),
    ("StartZonalShiftInput", "expiresIn", "Expires in"),
    ("", "experimentTemplateId", "Experiment template"),
    // The sandbox
    ("TrafficInput", "Rate", "Requests per second"),
    ("TrafficInput", "Over", "How long it takes"),
    ("TrafficInput", "Peak", "Requests per second at the peak"),
    ("ClientsInput", "Endpoint", "Addresses that the employees use"),
    ("FaultInput", "Kind", "What breaks"),
    ("FaultInput", "For", "For how long"),
    ("FaultInput", "Zone", "Availability Zone"),
    ("FaultInput", "Factor", "How many times slower"),
    ("FaultInput", "LostPercent", "Packets lost (percent)"),
    ("CapacityInput", "Zone", "Availability Zone"),
    ("CapacityInput", "Free", "Room for so many more"),
    ("QuotaInput", "Vcpus", "Running vCPUs"),
    ("", "FaultId", "Fault"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_words_of_the_console() {
        assert_eq!(
            label("CreateTargetGroupInput", "HealthCheckPath"),
            "Health check path"
        );
        assert_eq!(
            label("CreateAutoScalingGroupInput", "MinSize"),
            "Min desired capacity"
        );
        assert_eq!(sentence("DeleteAutoScalingGroup"), "Delete Auto Scaling group");
        assert_eq!(sentence("AvailabilityZoneIds"), "Availability zone IDs");
        assert_eq!(sentence("resourceArns"), "Resource ARNs");
    }
}
