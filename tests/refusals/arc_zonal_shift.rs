//! Calls about zonal shifts, in an account with the load balancer `web` in zones a and b and one cancelled zonal shift.

use cloud::lab::Lab;

#[test]
fn zonal_shifts() {
    let mut lab = Lab::new();
    let subnets = lab.cloud().ec2.subnet_ids[..2].join(r#"", ""#);
    let create = format!(r#"{{"Name": "web", "Subnets": ["{subnets}"]}}"#);
    lab.call("elbv2", "CreateLoadBalancer", &create)
        .expect("it is accepted");
    let (_, balancer) = lab.cloud().elbv2.balancers().next().expect("there is one");
    let arn = lab.cloud().balancer_arn(balancer);
    let start = |zone: &str, length: &str| {
        format!(
            r#"{{"awayFrom": "{zone}", "comment": "", "expiresIn": "{length}", "resourceIdentifier": "{arn}"}}"#
        )
    };
    refused(
        &mut lab,
        "StartZonalShift",
        &start("use2-az1", "1h"),
        "ResourceNotFoundException",
    );
    let enable = format!(
        r#"{{"LoadBalancerArn": "{arn}", "Attributes": [{{"Key": "zonal_shift.config.enabled", "Value": "true"}}]}}"#
    );
    lab.call("elbv2", "ModifyLoadBalancerAttributes", &enable)
        .expect("it is accepted");
    refused(&mut lab, "StartZonalShift", "{}", "ValidationException");
    for (zone, length) in [
        ("use2-az3", "1h"),
        ("us-east-2a", "1h"),
        ("use2-az1", "73h"),
        ("use2-az1", "60"),
    ] {
        refused(
            &mut lab,
            "StartZonalShift",
            &start(zone, length),
            "ValidationException",
        );
    }
    lab.call("arc-zonal-shift", "StartZonalShift", &start("use2-az1", "1h"))
        .expect("it is accepted");
    refused(
        &mut lab,
        "StartZonalShift",
        &start("use2-az2", "1h"),
        "ConflictException",
    );
    let id = lab.cloud().arc_zonal_shift.shifts[0].id.clone();
    let by_id = format!(r#"{{"zonalShiftId": "{id}"}}"#);
    lab.call("arc-zonal-shift", "CancelZonalShift", &by_id)
        .expect("it is accepted");
    for operation in ["CancelZonalShift", "UpdateZonalShift"] {
        refused(&mut lab, operation, &by_id, "ConflictException");
        let none = r#"{"zonalShiftId": "none-such"}"#;
        refused(&mut lab, operation, none, "ResourceNotFoundException");
    }
    refused(
        &mut lab,
        "GetManagedResource",
        r#"{"resourceIdentifier": "arn:aws:none"}"#,
        "ResourceNotFoundException",
    );
}

fn refused(lab: &mut Lab, operation: &str, request: &str, code: &str) {
    let before = lab.cloud().digest();
    let error = lab
        .call("arc-zonal-shift", operation, request)
        .expect_err("it is refused");
    assert_eq!(error.code, code, "{operation} {request}");
    assert_eq!(lab.cloud().digest(), before, "{operation} {request}");
}
