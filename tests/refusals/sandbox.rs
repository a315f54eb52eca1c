//! Calls to the world around the account.

use cloud::lab::Lab;

fn check(operation: &str, refusals: &[(&str, &str)]) {
    let mut lab = Lab::new();
    lab.serving(1);
    let before = lab.cloud().digest();
    for (request, refusal) in refusals {
        let answer = lab.call("sandbox", operation, request);
        let found = answer.err().map(|error| error.to_string()).unwrap_or_default();
        assert_eq!(found, *refusal, "{operation} {request}");
        assert_eq!(lab.cloud().digest(), before, "{operation} {request}");
    }
}

#[test]
fn quotas() {
    check(
        "Quota",
        &[
            (
                "{}",
                "(MissingParameter) The request must contain the parameter Vcpus",
            ),
            (
                r#"{"Vcpus": -1}"#,
                "(InvalidParameterValue) Value (-1) for parameter Vcpus is invalid. Expecting a value from 0 to 100000.",
            ),
        ],
    );
}

#[test]
fn capacity_and_faults() {
    check(
        "Capacity",
        &[
            (
                "{}",
                "(MissingParameter) The request must contain the parameter Zone",
            ),
            (
                r#"{"Zone": "us-east-2a"}"#,
                "(MissingParameter) The request must contain the parameter InstanceType",
            ),
            (
                r#"{"Zone": "mars-1a", "InstanceType": "t3.micro", "Free": 1}"#,
                "(InvalidParameterValue) There is no Availability Zone 'mars-1a' in us-east-2.",
            ),
            (
                r#"{"Zone": "us-east-2a", "InstanceType": "t9.micro", "Free": 1}"#,
                "(InvalidParameterValue) Invalid value 't9.micro' for InstanceType.",
            ),
        ],
    );
    check(
        "Fault",
        &[
            (
                r#"{"Kind": "host-failure", "InstanceId": "i-0123456789abcdef0"}"#,
                "(InvalidInstanceID.NotFound) The instance ID 'i-0123456789abcdef0' does not exist",
            ),
            (
                r#"{"Kind": "az-grey"}"#,
                "(MissingParameter) The request must contain the parameter Zone",
            ),
            (
                r#"{"Kind": "memory-leak"}"#,
                "(MissingParameter) The request must contain the parameter InstanceId",
            ),
            (
                r#"{"Kind": "dependency-slow"}"#,
                "(MissingParameter) The request must contain the parameter Dependency",
            ),
            (
                r#"{"Kind": "insufficient-capacity", "Zone": "us-east-2a", "InstanceType": "t9.micro"}"#,
                "(InvalidParameterValue) Invalid value 't9.micro' for InstanceType.",
            ),
        ],
    );
}

#[test]
fn looking_around() {
    check(
        "Now",
        &[(
            r#"{"Offset": "-10 minutes"}"#,
            "(InvalidParameterValue) '10 minutes' is not a length of time. Write it as 90s, 10m or 1h30m.",
        )],
    );
    check(
        "Why",
        &[
            (
                "{}",
                "(MissingParameter) The request must contain the parameter Subject",
            ),
            (
                r#"{"Subject": "i-0"}"#,
                r#"(InvalidInstanceID.Malformed) Invalid id: "i-0" (expecting "i-...")"#,
            ),
            (
                r#"{"Subject": "77"}"#,
                "(InvalidParameterValue) There is no request, activity, alarm or instance '77', or it is no longer kept.",
            ),
            (
                r#"{"Subject": "nobody"}"#,
                "(InvalidParameterValue) There is no request, activity, alarm or instance 'nobody', or it is no longer kept.",
            ),
        ],
    );
    const LAST: &str = "is invalid. Expecting a length of time such as 90s, 10m or 1h30m.";
    for (operation, last) in [("Metrics", "soon"), ("Timeline", "5"), ("Mail", "long")] {
        let refusal = format!("(InvalidParameterValue) Value ({last}) for parameter Last {LAST}");
        check(operation, &[(&format!(r#"{{"Last": "{last}"}}"#), &refusal)]);
    }
}

#[test]
fn traffic() {
    check(
        "Traffic",
        &[
            (
                r#"{"Rate": 5, "Profile": "day", "Peak": 50}"#,
                "(InvalidParameterCombination) Peak belongs to the profile flash-crowd; day has none.",
            ),
            (
                r#"{"Rate": 5, "Peak": 50}"#,
                "(InvalidParameterCombination) Peak belongs to the profile flash-crowd; steady has none.",
            ),
        ],
    );
}
