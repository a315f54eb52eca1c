//! The calls that only look.

use cloud::lab::Lab;
use cloud::region::RegionCode;
use cloud::{Seed, World};

/// The values of a member, wherever it stands in an answer.
fn values<'a>(answer: &'a str, member: &str) -> Vec<&'a str> {
    let pattern = format!("\"{member}\":");
    let value = |rest: &'a str| {
        let end = rest.find([',', '}', ']']).unwrap_or(rest.len());
        rest[..end].trim_matches('"')
    };
    answer.split(&pattern).skip(1).map(value).collect()
}

#[test]
fn every_zone_says_available_even_without_power() {
    let mut lab = Lab::new();
    lab.outage('a', None);
    lab.pass_secs(600);
    let answer = lab.ask("DescribeAvailabilityZones", "{}");
    assert_eq!(
        values(&answer, "ZoneName"),
        ["us-east-2a", "us-east-2b", "us-east-2c"]
    );
    assert_eq!(values(&answer, "ZoneId"), ["use2-az1", "use2-az2", "use2-az3"]);
    assert_eq!(values(&answer, "State"), ["available"; 3]);
    let by_id = lab.ask("DescribeAvailabilityZones", r#"{"ZoneIds": ["use2-az3"]}"#);
    assert_eq!(values(&by_id, "ZoneName"), ["us-east-2c"]);
}

#[test]
fn a_region_has_its_zones_and_a_default_subnet_in_each() {
    for (region, zones) in [
        (RegionCode::UsEast1, 6),
        (RegionCode::UsEast2, 3),
        (RegionCode::UsWest2, 4),
        (RegionCode::EuWest1, 3),
    ] {
        let mut lab = Lab::of(World {
            region,
            ..World::new(Seed(1))
        });
        assert_eq!(
            values(&lab.ask("DescribeAvailabilityZones", "{}"), "ZoneId").len(),
            zones
        );
        assert_eq!(values(&lab.ask("DescribeSubnets", "{}"), "SubnetId").len(), zones);
        assert_eq!(values(&lab.ask("DescribeRegions", "{}"), "RegionName").len(), 4);
    }
}

#[test]
fn a_subnet_counts_its_free_addresses() {
    let mut lab = Lab::new();
    lab.launch(3, 'b');
    let answer = lab.ask("DescribeSubnets", "{}");
    assert_eq!(
        values(&answer, "AvailableIpAddressCount"),
        ["4091", "4088", "4091"]
    );
    assert_eq!(
        values(&answer, "CidrBlock"),
        ["172.31.0.0/20", "172.31.16.0/20", "172.31.32.0/20"]
    );
    let in_b = r#"{"Filters": [{"Name": "availability-zone", "Values": ["*b"]}]}"#;
    let answer = lab.ask("DescribeSubnets", in_b);
    assert_eq!(values(&answer, "AvailabilityZoneId"), ["use2-az2"]);
    let vpcs = lab.ask(
        "DescribeVpcs",
        r#"{"Filters": [{"Name": "is-default", "Values": ["true"]}]}"#,
    );
    assert_eq!(values(&vpcs, "CidrBlock"), ["172.31.0.0/16"]);
}

#[test]
fn types_are_found_by_what_they_have() {
    let mut lab = Lab::new();
    let free = r#"{"Filters": [{"Name": "free-tier-eligible", "Values": ["true"]}]}"#;
    let answer = lab.ask("DescribeInstanceTypes", free);
    assert_eq!(
        values(&answer, "InstanceType"),
        ["t3.micro", "t3.small", "t4g.micro", "t4g.small"]
    );
    let big = r#"{"Filters": [{"Name": "vcpu-info.default-vcpus", "Values": ["192"]},
        {"Name": "instance-type", "Values": ["m*", "t*"]}]}"#;
    let answer = lab.ask("DescribeInstanceTypes", big);
    assert_eq!(values(&answer, "InstanceType"), ["m7i.48xlarge"]);
    let micro = lab.ask("DescribeInstanceTypes", r#"{"InstanceTypes": ["t2.micro"]}"#);
    let expected = concat!(
        r#"{"InstanceTypes":[{"InstanceType":"t2.micro","CurrentGeneration":true,"FreeTierEligible":false,"#,
        r#""BareMetal":false,"Hypervisor":"xen","#,
        r#""ProcessorInfo":{"SupportedArchitectures":["i386","x86_64"],"Manufacturer":"Intel"},"#,
        r#""VCpuInfo":{"DefaultVCpus":1,"DefaultCores":1,"DefaultThreadsPerCore":1},"#,
        r#""MemoryInfo":{"SizeInMiB":1024},"NetworkInfo":{"NetworkPerformance":"Low to Moderate"},"#,
        r#""BurstablePerformanceSupported":true}]}"#,
    );
    assert_eq!(micro, expected);
}

#[test]
fn images_are_found_by_their_owner() {
    let mut lab = Lab::new();
    assert_eq!(values(&lab.ask("DescribeImages", "{}"), "ImageId").len(), 4);
    let amazon = lab.ask("DescribeImages", r#"{"Owners": ["amazon"]}"#);
    assert_eq!(values(&amazon, "OwnerId"), ["137112412989"]);
    let own = lab.ask("DescribeImages", r#"{"Owners": ["self"]}"#);
    assert_eq!(
        values(&own, "Name"),
        [
            "employee-directory",
            "employee-directory-next",
            "employee-directory-bad"
        ]
    );
}

#[test]
fn instances_are_found_by_zone_state_and_launch() {
    let mut lab = Lab::new();
    let first = lab.launch(2, 'a')[0];
    lab.launch(1, 'b');
    lab.pass_secs(60);
    lab.stop(first);
    let count = |lab: &mut Lab, name: &str, value: &str| {
        let request = format!(r#"{{"Filters": [{{"Name": "{name}", "Values": ["{value}"]}}]}}"#);
        values(&lab.ask("DescribeInstances", &request), "InstanceId").len()
    };
    let reservation = lab.instance(first).reservation.clone();
    for (name, value, expected) in [
        ("instance-state-name", "running", 2),
        ("instance-state-code", "64", 1),
        ("availability-zone", "us-east-2a", 2),
        ("reservation-id", reservation.as_str(), 2),
        ("launch-time", "2026-11-02T10:00:*", 3),
        ("launch-index", "1", 1),
        ("instance.group-name", "default", 3),
        ("state-reason-code", "Client.UserInitiatedShutdown", 1),
        ("ip-address", "203.0.113.*", 3),
        ("key-name", "*", 0),
    ] {
        assert_eq!(count(&mut lab, name, value), expected, "{name} {value}");
    }
}

#[test]
fn a_type_is_offered_in_the_region_and_in_the_zones_that_have_it() {
    let mut lab = Lab::of(World {
        region: RegionCode::UsEast1,
        ..World::new(Seed(1))
    });
    let ask = |lab: &mut Lab, location_type: &str, instance_type: &str| {
        let request = format!(
            r#"{{{location_type} "Filters": [{{"Name": "instance-type", "Values": ["{instance_type}"]}}]}}"#
        );
        let answer = lab.ask("DescribeInstanceTypeOfferings", &request);
        values(&answer, "Location").join(" ")
    };
    assert_eq!(ask(&mut lab, "", "t3.micro"), "us-east-1");
    let zones = r#""LocationType": "availability-zone","#;
    let all_but_e = "us-east-1a us-east-1b us-east-1c us-east-1d us-east-1f";
    assert_eq!(ask(&mut lab, zones, "t3.micro"), all_but_e);
    assert_eq!(ask(&mut lab, zones, "t2.micro").split(' ').count(), 6);
    let ids = r#""LocationType": "availability-zone-id","#;
    assert!(!ask(&mut lab, ids, "m5.large").contains("use1-az3"));
    assert_eq!(ask(&mut lab, ids, "x9.none"), "");
}
