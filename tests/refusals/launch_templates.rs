//! Calls about launch templates; the account has none.

use super::check;

const NO_ID: &str = "(InvalidLaunchTemplateId.NotFound) The specified launch template, with template ID \
    lt-0123456789abcdef0, does not exist.";
const NO_NAME: &str = "(InvalidLaunchTemplateName.NotFoundException) The specified launch template, with template name api, does not exist.";
const NEITHER: &str =
    "(MissingParameter) The request must contain the parameter LaunchTemplateId or LaunchTemplateName";
const BOTH: &str =
    "(InvalidParameterCombination) A launch template may be specified by its id or by its name, not by both.";

#[test]
fn new_templates() {
    let malformed = |name: &str| {
        format!(
            "(InvalidLaunchTemplateName.MalformedException) The launch template name '{name}' is not valid. It must \
             have 3 to 128 characters: letters, digits and ( ) . - / _"
        )
    };
    check(
        "CreateLaunchTemplate",
        &[
            (
                r#"{"LaunchTemplateData": {}}"#,
                "(MissingParameter) The request must contain the parameter LaunchTemplateName",
            ),
            (
                r#"{"LaunchTemplateName": "api"}"#,
                "(MissingParameter) The request must contain the parameter LaunchTemplateData",
            ),
            (
                r#"{"LaunchTemplateName": "ab", "LaunchTemplateData": {}}"#,
                &malformed("ab"),
            ),
            (
                r#"{"LaunchTemplateName": "a b", "LaunchTemplateData": {}}"#,
                &malformed("a b"),
            ),
            (
                r#"{"LaunchTemplateName": "api", "LaunchTemplateData": {"UserData": "!"}}"#,
                "(InvalidParameterValue) Invalid BASE64 encoding of LaunchTemplateData.UserData.",
            ),
            (
                r#"{"LaunchTemplateName": "api", "LaunchTemplateData": {},
                    "TagSpecifications": [{"ResourceType": "instance", "Tags": [{"Key": "a"}]}]}"#,
                "(InvalidParameterValue) 'instance' is not a valid taggable resource type for this operation.",
            ),
        ],
    );
}

#[test]
fn templates_that_are_not_there() {
    let others = ["ModifyLaunchTemplate", "DeleteLaunchTemplate"];
    for operation in others {
        check(
            operation,
            &[
                ("{}", NEITHER),
                (r#"{"LaunchTemplateName": "api"}"#, NO_NAME),
                (r#"{"LaunchTemplateId": "lt-0123456789abcdef0"}"#, NO_ID),
                (
                    r#"{"LaunchTemplateName": "api", "LaunchTemplateId": "lt-0123456789abcdef0"}"#,
                    BOTH,
                ),
            ],
        );
    }
    check(
        "CreateLaunchTemplateVersion",
        &[
            (r#"{"LaunchTemplateData": {}}"#, NEITHER),
            (
                r#"{"LaunchTemplateName": "api", "LaunchTemplateData": {}}"#,
                NO_NAME,
            ),
        ],
    );
    check(
        "DeleteLaunchTemplateVersions",
        &[
            (
                r#"{"LaunchTemplateName": "api"}"#,
                "(MissingParameter) The request must contain the parameter Versions",
            ),
            (r#"{"LaunchTemplateName": "api", "Versions": ["1"]}"#, NO_NAME),
        ],
    );
    check(
        "DescribeLaunchTemplates",
        &[
            (r#"{"LaunchTemplateNames": ["api"]}"#, NO_NAME),
            (r#"{"LaunchTemplateIds": ["lt-0123456789abcdef0"]}"#, NO_ID),
            (
                r#"{"LaunchTemplateIds": ["api"]}"#,
                "(InvalidLaunchTemplateId.Malformed) Invalid id: \"api\" (expecting \"lt-...\")",
            ),
        ],
    );
    check(
        "DescribeLaunchTemplateVersions",
        &[
            ("{}", NEITHER),
            (r#"{"LaunchTemplateName": "api"}"#, NO_NAME),
            (r#"{"Versions": ["1"]}"#, NEITHER),
        ],
    );
}

#[test]
fn launches_from_templates() {
    check(
        "RunInstances",
        &[
            (
                r#"{"MinCount": 1, "MaxCount": 1}"#,
                "(MissingParameter) The request must contain the parameter ImageId",
            ),
            (
                r#"{"MinCount": 1, "MaxCount": 1, "LaunchTemplate": {"LaunchTemplateName": "api"}}"#,
                NO_NAME,
            ),
            (r#"{"MinCount": 1, "MaxCount": 1, "LaunchTemplate": {}}"#, NEITHER),
        ],
    );
}

#[test]
fn watching() {
    let unknown = "(InvalidInstanceID.NotFound) The instance ID 'i-0123456789abcdef0' does not exist";
    for operation in ["MonitorInstances", "UnmonitorInstances"] {
        check(
            operation,
            &[
                (
                    "{}",
                    "(MissingParameter) The request must contain the parameter InstanceIds",
                ),
                (r#"{"InstanceIds": ["i-0123456789abcdef0"]}"#, unknown),
            ],
        );
    }
}
