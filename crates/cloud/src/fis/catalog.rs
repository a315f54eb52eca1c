//! The actions and kinds of targets that there are. Source: FIS User Guide, "AWS FIS Actions reference".

/// An action.
pub(super) struct ActionKind {
    pub(super) id: &'static str,
    pub(super) doc: &'static str,
    /// The key of its target, and the kind of resource it must be.
    pub(super) target: Option<(&'static str, &'static str)>,
    pub(super) parameters: &'static [Parameter],
}

/// Something that can be said about an action or a kind of target.
pub(super) struct Parameter {
    pub(super) name: &'static str,
    pub(super) doc: &'static str,
    pub(super) required: bool,
}

/// A kind of target.
pub(super) struct TargetKind {
    pub(super) name: &'static str,
    pub(super) doc: &'static str,
    pub(super) parameters: &'static [Parameter],
}

pub(super) const INSTANCE: &str = "aws:ec2:instance";
pub(super) const SUBNET: &str = "aws:ec2:subnet";
pub(super) const GROUP: &str = "aws:ec2:autoscaling-group";
pub(super) const ROLE: &str = "aws:iam:role";

const fn must(name: &'static str, doc: &'static str) -> Parameter {
    Parameter {
        name,
        doc,
        required: true,
    }
}

const fn may(name: &'static str, doc: &'static str) -> Parameter {
    Parameter {
        name,
        doc,
        required: false,
    }
}

const DURATION: Parameter = must(
    "duration",
    "The duration, in ISO 8601 format, from one minute to 12 hours.",
);
const LAUNCH_ERRORS: &[Parameter] = &[
    DURATION,
    must(
        "availabilityZoneIdentifiers",
        "The Availability Zones, by name or id, parted by commas.",
    ),
    may("percentage", "The percentage of calls to fail; 100 if left out."),
];

/// The actions, by id.
pub(super) const ACTIONS: &[ActionKind] = &[
    ActionKind {
        id: "aws:cloudwatch:assert-alarm-state",
        doc: "Verifies that the specified alarms are in one of the specified alarm states.",
        target: None,
        parameters: &[
            must("alarmArns", "The ARNs of the alarms, parted by commas."),
            must("alarmStates", "The alarm states, parted by commas."),
        ],
    },
    ActionKind {
        id: "aws:ec2:api-insufficient-instance-capacity-error",
        doc: "Injects InsufficientInstanceCapacity errors on requests made by the target IAM roles.",
        target: Some(("Roles", ROLE)),
        parameters: LAUNCH_ERRORS,
    },
    ActionKind {
        id: "aws:ec2:asg-insufficient-instance-capacity-error",
        doc: "Injects InsufficientInstanceCapacity errors on requests made by the target Auto Scaling groups.",
        target: Some(("AutoScalingGroups", GROUP)),
        parameters: LAUNCH_ERRORS,
    },
    ActionKind {
        id: "aws:ec2:reboot-instances",
        doc: "Reboot the specified EC2 instances.",
        target: Some(("Instances", INSTANCE)),
        parameters: &[],
    },
    ActionKind {
        id: "aws:ec2:stop-instances",
        doc: "Stop the specified EC2 instances.",
        target: Some(("Instances", INSTANCE)),
        parameters: &[
            may(
                "startInstancesAfterDuration",
                "The time to wait before starting the instances, in ISO 8601 format.",
            ),
            may(
                "completeIfInstancesTerminated",
                "Whether the action completes if instances were terminated meanwhile.",
            ),
        ],
    },
    ActionKind {
        id: "aws:ec2:terminate-instances",
        doc: "Terminate the specified EC2 instances.",
        target: Some(("Instances", INSTANCE)),
        parameters: &[],
    },
    ActionKind {
        id: "aws:fis:wait",
        doc: "Wait for the specified duration.",
        target: None,
        parameters: &[DURATION],
    },
    ActionKind {
        id: "aws:network:disrupt-connectivity",
        doc: "Denies the specified traffic to the target subnets.",
        target: Some(("Subnets", SUBNET)),
        parameters: &[
            DURATION,
            must("scope", "The type of traffic to deny: all or availability-zone."),
        ],
    },
    ActionKind {
        id: "aws:ssm:send-command",
        doc: "Run the specified Systems Manager document on the target EC2 instances.",
        target: Some(("Instances", INSTANCE)),
        parameters: &[
            must("documentArn", "The ARN of the document."),
            may("documentVersion", "The version of the document."),
            may("documentParameters", "The parameters of the document, as JSON."),
            DURATION,
        ],
    },
];

/// The kinds of targets, by name.
pub(super) const TARGETS: &[TargetKind] = &[
    TargetKind {
        name: GROUP,
        doc: "An EC2 Auto Scaling Group",
        parameters: &[],
    },
    TargetKind {
        name: INSTANCE,
        doc: "An EC2 Instance",
        parameters: &[],
    },
    TargetKind {
        name: SUBNET,
        doc: "An EC2 Subnet",
        parameters: &[
            may(
                "availabilityZoneIdentifier",
                "The Availability Zone of the subnets.",
            ),
            may("vpc", "The VPC of the subnets."),
        ],
    },
    TargetKind {
        name: ROLE,
        doc: "An IAM Role",
        parameters: &[],
    },
];

pub(super) fn action(id: &str) -> Option<&'static ActionKind> {
    ACTIONS.iter().find(|action| action.id == id)
}

pub(super) fn target(name: &str) -> Option<&'static TargetKind> {
    TARGETS.iter().find(|target| target.name == name)
}
