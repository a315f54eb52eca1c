//! What `wait` waits for, as AWS's command line has it.
//!
//! Source: botocore 1.44.5, `waiters-2`; `cargo xtask conformance` compares them.

use super::When::{All, Any, Error, Is, Status, There};
use super::{Acceptor, State, Waiter, When};

const fn done(when: When) -> Acceptor {
    Acceptor {
        state: State::Done,
        when,
    }
}

const fn failed(when: When) -> Acceptor {
    Acceptor {
        state: State::Failed,
        when,
    }
}

const fn again(when: When) -> Acceptor {
    Acceptor {
        state: State::Again,
        when,
    }
}

/// All there are for operations of the model.
pub static WAITERS: &[Waiter] = &[
    Waiter {
        service: "ec2",
        name: "InstanceExists",
        operation: "DescribeInstances",
        delay: 5,
        attempts: 40,
        acceptors: &[
            done(There("Reservations[]")),
            again(Error("InvalidInstanceID.NotFound")),
        ],
    },
    Waiter {
        service: "ec2",
        name: "ImageExists",
        operation: "DescribeImages",
        delay: 15,
        attempts: 40,
        acceptors: &[done(There("Images[]")), again(Error("InvalidAMIID.NotFound"))],
    },
    Waiter {
        service: "ec2",
        name: "ImageAvailable",
        operation: "DescribeImages",
        delay: 15,
        attempts: 40,
        acceptors: &[
            done(All("Images[].State", "available")),
            failed(Any("Images[].State", "failed")),
        ],
    },
    Waiter {
        service: "ec2",
        name: "InstanceRunning",
        operation: "DescribeInstances",
        delay: 15,
        attempts: 40,
        acceptors: &[
            done(All("Reservations[].Instances[].State.Name", "running")),
            failed(Any("Reservations[].Instances[].State.Name", "shutting-down")),
            failed(Any("Reservations[].Instances[].State.Name", "terminated")),
            failed(Any("Reservations[].Instances[].State.Name", "stopping")),
            again(Error("InvalidInstanceID.NotFound")),
        ],
    },
    Waiter {
        service: "ec2",
        name: "InstanceStatusOk",
        operation: "DescribeInstanceStatus",
        delay: 15,
        attempts: 40,
        acceptors: &[
            done(All("InstanceStatuses[].InstanceStatus.Status", "ok")),
            again(Error("InvalidInstanceID.NotFound")),
        ],
    },
    Waiter {
        service: "ec2",
        name: "InstanceStopped",
        operation: "DescribeInstances",
        delay: 15,
        attempts: 40,
        acceptors: &[
            done(All("Reservations[].Instances[].State.Name", "stopped")),
            failed(Any("Reservations[].Instances[].State.Name", "pending")),
            failed(Any("Reservations[].Instances[].State.Name", "terminated")),
        ],
    },
    Waiter {
        service: "ec2",
        name: "InstanceTerminated",
        operation: "DescribeInstances",
        delay: 15,
        attempts: 40,
        acceptors: &[
            done(All("Reservations[].Instances[].State.Name", "terminated")),
            failed(Any("Reservations[].Instances[].State.Name", "pending")),
            failed(Any("Reservations[].Instances[].State.Name", "stopping")),
        ],
    },
    Waiter {
        service: "ec2",
        name: "NetworkInterfaceAvailable",
        operation: "DescribeNetworkInterfaces",
        delay: 20,
        attempts: 10,
        acceptors: &[
            done(All("NetworkInterfaces[].Status", "available")),
            failed(Error("InvalidNetworkInterfaceID.NotFound")),
        ],
    },
    Waiter {
        service: "ec2",
        name: "SecurityGroupExists",
        operation: "DescribeSecurityGroups",
        delay: 5,
        attempts: 6,
        acceptors: &[
            done(There("SecurityGroups[].GroupId")),
            again(Error("InvalidGroup.NotFound")),
        ],
    },
    Waiter {
        service: "ec2",
        name: "SubnetAvailable",
        operation: "DescribeSubnets",
        delay: 15,
        attempts: 40,
        acceptors: &[done(All("Subnets[].State", "available"))],
    },
    Waiter {
        service: "ec2",
        name: "SystemStatusOk",
        operation: "DescribeInstanceStatus",
        delay: 15,
        attempts: 40,
        acceptors: &[done(All("InstanceStatuses[].SystemStatus.Status", "ok"))],
    },
    Waiter {
        service: "ec2",
        name: "VolumeAvailable",
        operation: "DescribeVolumes",
        delay: 15,
        attempts: 40,
        acceptors: &[
            done(All("Volumes[].State", "available")),
            failed(Any("Volumes[].State", "deleted")),
        ],
    },
    Waiter {
        service: "ec2",
        name: "VolumeDeleted",
        operation: "DescribeVolumes",
        delay: 15,
        attempts: 40,
        acceptors: &[
            done(All("Volumes[].State", "deleted")),
            done(Error("InvalidVolume.NotFound")),
        ],
    },
    Waiter {
        service: "ec2",
        name: "VolumeInUse",
        operation: "DescribeVolumes",
        delay: 15,
        attempts: 40,
        acceptors: &[
            done(All("Volumes[].State", "in-use")),
            failed(Any("Volumes[].State", "deleted")),
        ],
    },
    Waiter {
        service: "ec2",
        name: "VpcAvailable",
        operation: "DescribeVpcs",
        delay: 15,
        attempts: 40,
        acceptors: &[done(All("Vpcs[].State", "available"))],
    },
    Waiter {
        service: "ec2",
        name: "VpcExists",
        operation: "DescribeVpcs",
        delay: 1,
        attempts: 5,
        acceptors: &[done(Status(200)), again(Error("InvalidVpcID.NotFound"))],
    },
    Waiter {
        service: "elbv2",
        name: "LoadBalancerExists",
        operation: "DescribeLoadBalancers",
        delay: 15,
        attempts: 40,
        acceptors: &[done(Status(200)), again(Error("LoadBalancerNotFound"))],
    },
    Waiter {
        service: "elbv2",
        name: "LoadBalancerAvailable",
        operation: "DescribeLoadBalancers",
        delay: 15,
        attempts: 40,
        acceptors: &[
            done(All("LoadBalancers[].State.Code", "active")),
            again(Any("LoadBalancers[].State.Code", "provisioning")),
            again(Error("LoadBalancerNotFound")),
        ],
    },
    Waiter {
        service: "elbv2",
        name: "LoadBalancersDeleted",
        operation: "DescribeLoadBalancers",
        delay: 15,
        attempts: 40,
        acceptors: &[
            again(All("LoadBalancers[].State.Code", "active")),
            done(Error("LoadBalancerNotFound")),
        ],
    },
    Waiter {
        service: "elbv2",
        name: "TargetInService",
        operation: "DescribeTargetHealth",
        delay: 15,
        attempts: 40,
        acceptors: &[
            done(All("TargetHealthDescriptions[].TargetHealth.State", "healthy")),
            again(Error("InvalidInstance")),
        ],
    },
    Waiter {
        service: "elbv2",
        name: "TargetDeregistered",
        operation: "DescribeTargetHealth",
        delay: 15,
        attempts: 40,
        acceptors: &[
            done(Error("InvalidTarget")),
            done(All("TargetHealthDescriptions[].TargetHealth.State", "unused")),
        ],
    },
    Waiter {
        service: "cloudwatch",
        name: "AlarmExists",
        operation: "DescribeAlarms",
        delay: 5,
        attempts: 40,
        acceptors: &[done(There("MetricAlarms[]"))],
    },
    Waiter {
        service: "cloudwatch",
        name: "CompositeAlarmExists",
        operation: "DescribeAlarms",
        delay: 5,
        attempts: 40,
        acceptors: &[done(There("CompositeAlarms[]"))],
    },
    Waiter {
        service: "dynamodb",
        name: "TableExists",
        operation: "DescribeTable",
        delay: 20,
        attempts: 25,
        acceptors: &[
            done(Is("Table.TableStatus", "ACTIVE")),
            again(Error("ResourceNotFoundException")),
        ],
    },
    Waiter {
        service: "dynamodb",
        name: "TableNotExists",
        operation: "DescribeTable",
        delay: 20,
        attempts: 25,
        acceptors: &[done(Error("ResourceNotFoundException"))],
    },
    Waiter {
        service: "s3api",
        name: "BucketExists",
        operation: "HeadBucket",
        delay: 5,
        attempts: 20,
        acceptors: &[
            done(Status(200)),
            done(Status(301)),
            done(Status(403)),
            again(Status(404)),
        ],
    },
    Waiter {
        service: "s3api",
        name: "BucketNotExists",
        operation: "HeadBucket",
        delay: 5,
        attempts: 20,
        acceptors: &[done(Status(404))],
    },
    Waiter {
        service: "s3api",
        name: "ObjectExists",
        operation: "HeadObject",
        delay: 5,
        attempts: 20,
        acceptors: &[done(Status(200)), again(Status(404))],
    },
    Waiter {
        service: "s3api",
        name: "ObjectNotExists",
        operation: "HeadObject",
        delay: 5,
        attempts: 20,
        acceptors: &[done(Status(404))],
    },
];
