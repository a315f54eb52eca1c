//! What comes first within a structure, what it starts with, and what depends on what.

/// How a structure is shown.
#[derive(Debug)]
pub(crate) struct Plan {
    /// Of which shape.
    shape: &'static str,
    /// The members that come first, in order; the rest are further settings, except for what must be given.
    pub(crate) first: &'static [&'static str],
    /// The values that it starts with when it is added, by paths of names.
    pub(crate) start: &'static [(&'static str, &'static str)],
    /// Members that are shown only while another one has one of these values, or while they have a value themselves.
    pub(crate) when: &'static [When],
}

/// A member, the one that decides whether it is shown, and for which of its values it is.
pub(crate) type When = (&'static str, &'static str, &'static [&'static str]);

const NOTHING: Plan = plan("", &[], &[]);

const fn plan(
    shape: &'static str,
    first: &'static [&'static str],
    start: &'static [(&'static str, &'static str)],
) -> Plan {
    Plan {
        shape,
        first,
        start,
        when: &[],
    }
}

/// The plan of the shape called so.
pub(crate) fn of(shape: &str) -> &'static Plan {
    PLANS.iter().find(|plan| plan.shape == shape).unwrap_or(&NOTHING)
}

/// Faults of one zone.
const OF_A_ZONE: &[&str] = &["az-outage", "az-grey", "insufficient-capacity"];
/// Faults of one instance.
const OF_AN_INSTANCE: &[&str] = &[
    "instance-crash",
    "host-failure",
    "app-hang",
    "app-crash",
    "instance-slow",
    "memory-leak",
];

static PLANS: &[Plan] = &[
    // EC2
    plan("TagSpecification", &["Tags", "ResourceType"], &[("Tags", "")]),
    plan("IamInstanceProfileSpecification", &["Name"], &[("Name", "@")]),
    plan(
        "LaunchTemplateData",
        &[
            "ImageId",
            "InstanceType",
            "SecurityGroupIds",
            "IamInstanceProfile",
            "UserData",
        ],
        &[],
    ),
    plan(
        "IpPermission",
        &["IpProtocol", "FromPort", "ToPort", "IpRanges", "UserIdGroupPairs"],
        &[("IpProtocol", "tcp"), ("FromPort", "80"), ("ToPort", "80")],
    ),
    plan("IpRange", &["CidrIp"], &[("CidrIp", "0.0.0.0/0")]),
    plan("UserIdGroupPair", &["GroupId"], &[]),
    plan(
        "LaunchTemplateSpecification",
        &["LaunchTemplateName", "Version"],
        &[],
    ),
    plan(
        "InstanceNetworkInterfaceSpecification",
        &[],
        &[("DeviceIndex", "0")],
    ),
    // Elastic Load Balancing
    Plan {
        when: &[
            ("TargetGroupArn", "Type", &["forward"]),
            ("ForwardConfig", "Type", &["forward"]),
            ("RedirectConfig", "Type", &["redirect"]),
            ("FixedResponseConfig", "Type", &["fixed-response"]),
        ],
        ..plan(
            "Action",
            &["Type", "TargetGroupArn", "RedirectConfig", "FixedResponseConfig"],
            &[("Type", "forward")],
        )
    },
    plan(
        "FixedResponseConfig",
        &["StatusCode", "ContentType", "MessageBody"],
        &[("StatusCode", "503")],
    ),
    plan(
        "RedirectConfig",
        &["StatusCode", "Host", "Path"],
        &[("StatusCode", "HTTP_302")],
    ),
    plan("ForwardConfig", &["TargetGroups"], &[("TargetGroups", "")]),
    plan(
        "RuleCondition",
        &["Field", "Values"],
        &[("Field", "path-pattern"), ("Values", "")],
    ),
    plan("Matcher", &["HttpCode"], &[("HttpCode", "200")]),
    plan("TargetDescription", &["Id", "Port"], &[]),
    plan("Attribute", &["Key", "Value"], &[]),
    plan("SubnetMapping", &["SubnetId"], &[]),
    // Auto Scaling
    Plan {
        when: &[(
            "ResourceLabel",
            "PredefinedMetricType",
            &["ALBRequestCountPerTarget"],
        )],
        ..plan(
            "PredefinedMetricSpecification",
            &["PredefinedMetricType", "ResourceLabel"],
            &[("PredefinedMetricType", "ASGAverageCPUUtilization")],
        )
    },
    plan(
        "TargetTrackingConfiguration",
        &["PredefinedMetricSpecification", "TargetValue", "DisableScaleIn"],
        &[("PredefinedMetricSpecification", ""), ("TargetValue", "50")],
    ),
    plan(
        "StepAdjustment",
        &[
            "MetricIntervalLowerBound",
            "MetricIntervalUpperBound",
            "ScalingAdjustment",
        ],
        &[("ScalingAdjustment", "1")],
    ),
    Plan {
        when: &[
            ("ScalingAdjustment", "PolicyType", &["", "SimpleScaling"]),
            ("Cooldown", "PolicyType", &["", "SimpleScaling"]),
            ("StepAdjustments", "PolicyType", &["StepScaling"]),
            ("MetricAggregationType", "PolicyType", &["StepScaling"]),
            (
                "AdjustmentType",
                "PolicyType",
                &["", "SimpleScaling", "StepScaling"],
            ),
            (
                "MinAdjustmentMagnitude",
                "PolicyType",
                &["", "SimpleScaling", "StepScaling"],
            ),
            (
                "EstimatedInstanceWarmup",
                "PolicyType",
                &["StepScaling", "TargetTrackingScaling"],
            ),
            (
                "TargetTrackingConfiguration",
                "PolicyType",
                &["TargetTrackingScaling"],
            ),
        ],
        ..plan(
            "PutScalingPolicyInput",
            &["AutoScalingGroupName", "PolicyName", "PolicyType"],
            &[],
        )
    },
    plan(
        "InstanceMaintenancePolicy",
        &[],
        &[("MinHealthyPercentage", "100"), ("MaxHealthyPercentage", "110")],
    ),
    plan("DesiredConfiguration", &[], &[("LaunchTemplate", "")]),
    plan(
        "LifecycleHookSpecification",
        &["LifecycleHookName", "LifecycleTransition", "HeartbeatTimeout"],
        &[],
    ),
    plan("TrafficSourceIdentifier", &["Identifier"], &[("Type", "elbv2")]),
    // CloudWatch
    plan(
        "MetricDataQuery",
        &["Id", "Expression", "MetricStat", "Label", "ReturnData"],
        &[],
    ),
    plan(
        "MetricStat",
        &["Metric", "Period", "Stat"],
        &[("Metric", ""), ("Period", "60"), ("Stat", "Average")],
    ),
    plan("Metric", &["Namespace", "MetricName", "Dimensions"], &[]),
    plan("MetricDatum", &["MetricName", "Value", "Unit", "Dimensions"], &[]),
    // DynamoDB
    plan(
        "ProvisionedThroughput",
        &[],
        &[("ReadCapacityUnits", "5"), ("WriteCapacityUnits", "5")],
    ),
    plan(
        "AttributeDefinition",
        &["AttributeName", "AttributeType"],
        &[("AttributeType", "S")],
    ),
    plan(
        "KeySchemaElement",
        &["AttributeName", "KeyType"],
        &[("KeyType", "HASH")],
    ),
    plan("AttributeValue", &["S", "N"], &[]),
    // Fault Injection Service
    plan(
        "ActionSpec",
        &["actionId", "parameters", "targets", "startAfter"],
        &[],
    ),
    plan(
        "Target",
        &[
            "resourceType",
            "selectionMode",
            "resourceArns",
            "resourceTags",
            "filters",
        ],
        &[("selectionMode", "ALL")],
    ),
    plan("StopCondition", &["source", "value"], &[("source", "none")]),
    // The sandbox
    Plan {
        when: &[
            ("Over", "Profile", &["ramp", "day", "flash-crowd"]),
            ("Peak", "Profile", &["flash-crowd"]),
        ],
        ..plan(
            "TrafficInput",
            &["Rate", "Profile", "Over", "Peak"],
            &[("Rate", "42")],
        )
    },
    Plan {
        when: &[
            ("InstanceId", "Kind", OF_AN_INSTANCE),
            ("Zone", "Kind", OF_A_ZONE),
            ("Factor", "Kind", &["instance-slow", "az-grey", "dependency-slow"]),
            ("LostPercent", "Kind", &["az-grey"]),
            ("InstanceType", "Kind", &["insufficient-capacity"]),
            ("Dependency", "Kind", &["dependency-slow"]),
        ],
        ..plan(
            "FaultInput",
            &[
                "Kind",
                "InstanceId",
                "Zone",
                "Dependency",
                "For",
                "Factor",
                "LostPercent",
                "InstanceType",
            ],
            &[],
        )
    },
];
