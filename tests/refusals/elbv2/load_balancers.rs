//! Load balancers.

use super::check;

#[test]
fn load_balancers() {
    let two = "(ValidationError) At least two subnets in two different Availability Zones must be specified";
    check(
        "CreateLoadBalancer",
        &[
            (
                "{}",
                "(ValidationError) 1 validation error detected: Value null at 'name' failed to satisfy constraint: \
                 Member must not be null",
            ),
            (r#"{"Name": "a"}"#, two),
            (r#"{"Name": "a", "Subnets": ["{subnet:a}"]}"#, two),
            (
                r#"{"Name": "a", "Subnets": ["{subnet:a}", "{subnet:a}"]}"#,
                "(InvalidConfigurationRequest) A load balancer cannot be attached to multiple subnets in the same \
                 Availability Zone",
            ),
            (
                r#"{"Name": "a", "Subnets": ["{subnet:a}", "subnet-0123456789abcdef0"]}"#,
                "(SubnetNotFound) The subnet ID 'subnet-0123456789abcdef0' does not exist",
            ),
            (
                r#"{"Name": "web", "Subnets": ["{subnet:a}", "{subnet:b}"], "Scheme": "internal"}"#,
                "(DuplicateLoadBalancerName) A load balancer with the same name 'web' exists, but with different settings",
            ),
            (
                r#"{"Name": "a", "Subnets": ["{subnet:a}", "{subnet:b}"], "Scheme": "Internal"}"#,
                "(ValidationError) 1 validation error detected: Value 'Internal' at 'scheme' failed to satisfy \
                 constraint: Member must satisfy enum value set: [internet-facing, internal]",
            ),
            (
                r#"{"Name": "a", "Subnets": ["{subnet:a}", "{subnet:b}"], "IpAddressType": "dualstack"}"#,
                "(InvalidSubnet) You must specify subnets with an associated IPv6 CIDR block.",
            ),
            (
                r#"{"Name": "-a", "Subnets": ["{subnet:a}", "{subnet:b}"]}"#,
                "(ValidationError) The load balancer name '-a' cannot begin or end with '-'",
            ),
            (
                r#"{"Name": "internal-a", "Subnets": ["{subnet:a}", "{subnet:b}"]}"#,
                "(ValidationError) The load balancer name 'internal-a' cannot begin with 'internal-'",
            ),
            (
                r#"{"Name": "a_b", "Subnets": ["{subnet:a}", "{subnet:b}"]}"#,
                "(ValidationError) The load balancer name 'a_b' can only contain characters that are alphanumeric \
                 characters and hyphens(-)",
            ),
            (
                r#"{"Name": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "Subnets": ["{subnet:a}", "{subnet:b}"]}"#,
                "(ValidationError) The load balancer name 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' cannot be longer than \
                 '32' characters",
            ),
            (
                r#"{"Name": "a", "Subnets": ["{subnet:a}", "{subnet:b}"], "SecurityGroups": ["sg-0123456789abcdef0"]}"#,
                "(InvalidSecurityGroup) The security group 'sg-0123456789abcdef0' does not exist",
            ),
            (
                r#"{"Name": "a", "Subnets": ["{subnet:a}", "{subnet:b}"], "Type": "network"}"#,
                "(ValidationError) 1 validation error detected: Value 'network' at 'type' failed to satisfy \
                 constraint: Member must satisfy enum value set: [application]",
            ),
            (
                r#"{"Name": "a", "Subnets": ["{subnet:a}", "{subnet:b}"], "Tags": [{"Key": "k"}, {"Key": "k"}]}"#,
                "(DuplicateTagKeys) A tag key was specified more than once: 'k'",
            ),
        ],
    );
    let attributes = |pair: &str| format!(r#"{{"LoadBalancerArn": "{{lb}}", "Attributes": [{pair}]}}"#);
    check(
        "ModifyLoadBalancerAttributes",
        &[
            (
                r#"{"LoadBalancerArn": "{none:lb}", "Attributes": [{"Key": "a"}]}"#,
                "(LoadBalancerNotFound) Load balancer '{none:lb}' not found",
            ),
            (
                &attributes(r#"{"Key": "idle_timeout", "Value": "1"}"#),
                "(ValidationError) Load balancer attribute key 'idle_timeout' is not recognized",
            ),
            (
                &attributes(r#"{"Key": "idle_timeout.timeout_seconds", "Value": "4001"}"#),
                "(ValidationError) '4001' is not a valid value for attribute 'idle_timeout.timeout_seconds'",
            ),
            (
                &attributes(
                    r#"{"Key": "dns_record.client_routing_policy", "Value": "any_availability_zone"}"#,
                ),
                "(InvalidConfigurationRequest) Load balancer attribute key 'dns_record.client_routing_policy' is not \
                 supported on load balancers with type 'application'",
            ),
            (
                &attributes(r#"{"Key": "access_logs.s3.enabled", "Value": "true"}"#),
                "(ValidationError) access_logs.s3.enabled: AWS has this, but it is not modelled here: only 'false' is \
                 accepted",
            ),
            (
                &attributes(
                    r#"{"Key": "idle_timeout.timeout_seconds", "Value": "30"}, {"Key": "routing.http2.enabled", "Value": "false"}"#,
                ),
                "(ValidationError) routing.http2.enabled: AWS has this, but it is not modelled here: only 'true' is \
                 accepted",
            ),
            (
                &attributes(r#"{"Key": "load_balancing.cross_zone.enabled", "Value": "false"}"#),
                "(ValidationError) 'false' is not a valid value for attribute 'load_balancing.cross_zone.enabled'",
            ),
        ],
    );
    for operation in ["SetSubnets", "DescribeLoadBalancerAttributes"] {
        check(
            operation,
            &[(
                r#"{"LoadBalancerArn": "{none:lb}"}"#,
                "(LoadBalancerNotFound) Load balancer '{none:lb}' not found",
            )],
        );
    }
    let no_ipv6 = "(InvalidSubnet) You must specify subnets with an associated IPv6 CIDR block.";
    check(
        "SetIpAddressType",
        &[
            (
                r#"{"LoadBalancerArn": "{none:lb}", "IpAddressType": "ipv4"}"#,
                "(LoadBalancerNotFound) Load balancer '{none:lb}' not found",
            ),
            (
                r#"{"LoadBalancerArn": "{lb}", "IpAddressType": "dualstack"}"#,
                no_ipv6,
            ),
            (
                r#"{"LoadBalancerArn": "{lb}", "IpAddressType": "ipv6"}"#,
                "(ValidationError) 1 validation error detected: Value 'ipv6' at 'ipAddressType' failed to satisfy \
                 constraint: Member must satisfy enum value set: [ipv4, dualstack, dualstack-without-public-ipv4]",
            ),
        ],
    );
    check(
        "SetSubnets",
        &[
            (r#"{"LoadBalancerArn": "{lb}"}"#, two),
            (
                r#"{"LoadBalancerArn": "{lb}", "Subnets": ["{subnet:a}", "{subnet:b}"], "IpAddressType": "dualstack"}"#,
                no_ipv6,
            ),
            (
                r#"{"LoadBalancerArn": "{lb}", "Subnets": ["{subnet:a}"], "SubnetMappings": [{"SubnetId": "{subnet:b}"}]}"#,
                "(ValidationError) You cannot specify both subnets and subnet mappings",
            ),
        ],
    );
    for operation in [
        "DescribeLoadBalancers",
        "DescribeAccountLimits",
        "DescribeTargetGroups",
    ] {
        check(
            operation,
            &[
                (
                    r#"{"PageSize": 401}"#,
                    "(ValidationError) 1 validation error detected: Value '401' at 'pageSize' failed to satisfy \
                     constraint: Member must have value less than or equal to 400",
                ),
                (
                    r#"{"Marker": "next"}"#,
                    "(ValidationError) The specified marker is not valid",
                ),
            ],
        );
    }
    check(
        "SetSecurityGroups",
        &[(
            r#"{"LoadBalancerArn": "{lb}", "SecurityGroups": ["sg-0123456789abcdef0"]}"#,
            "(InvalidSecurityGroup) The security group 'sg-0123456789abcdef0' does not exist",
        )],
    );
    check(
        "DescribeLoadBalancers",
        &[
            (
                r#"{"Names": ["api"]}"#,
                "(LoadBalancerNotFound) Load balancers '[api]' not found",
            ),
            (
                r#"{"Names": ["api", "web", "mail"]}"#,
                "(LoadBalancerNotFound) Load balancers '[api, mail]' not found",
            ),
            (
                r#"{"LoadBalancerArns": ["web"]}"#,
                "(ValidationError) 'web' is not a valid load balancer ARN",
            ),
        ],
    );
    check(
        "DeleteLoadBalancer",
        &[
            (
                r#"{"LoadBalancerArn": "web"}"#,
                "(ValidationError) 'web' is not a valid load balancer ARN",
            ),
            (
                r#"{"LoadBalancerArn": "{kept}"}"#,
                "(OperationNotPermitted) Load balancer '{kept}' cannot be deleted because deletion protection is enabled",
            ),
        ],
    );
}
