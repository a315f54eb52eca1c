//! Refusals in AWS's words.
//!
//! Source: Amazon EC2 API Reference, "Error codes"; messages as real accounts see them, where they were published.

use std::fmt;

/// A refused call: AWS's code and AWS's message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiError {
    /// AWS's code: `InvalidInstanceID.NotFound`.
    pub code: &'static str,
    /// AWS's sentence.
    pub message: String,
    status: u16,
}

/// Codes whose HTTP status is not 400, in most services.
const STATUSES: &[(&str, u16)] = &[
    ("DryRunOperation", 412),
    ("UnauthorizedOperation", 403),
    ("InsufficientInstanceCapacity", 500),
    ("ConflictException", 409),
    ("InternalError", 500),
    ("ResourceNotFoundException", 404),
    ("ResourceNotFound", 404),
    ("NotFound", 404),
    ("TopicLimitExceeded", 403),
    ("ServiceQuotaExceededException", 402),
    ("RequestLimitExceeded", 503),
    ("Unavailable", 503),
    ("SlowDown", 503),
    ("404", 404),
    ("NoSuchBucket", 404),
    ("NoSuchKey", 404),
    ("BucketAlreadyExists", 409),
    ("BucketAlreadyOwnedByYou", 409),
    ("BucketNotEmpty", 409),
];

impl ApiError {
    /// A refusal with AWS's `code` and a sentence.
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        let known = STATUSES.iter().find(|(known, _)| *known == code);
        Self {
            code,
            message: message.into(),
            status: known.map_or(400, |&(_, status)| status),
        }
    }

    /// The same with another HTTP status: services use some codes differently.
    #[must_use]
    pub fn with_status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    /// The HTTP status that AWS answers with.
    #[must_use]
    pub const fn http_status(&self) -> u16 {
        self.status
    }
}

/// What any call can be refused for.
impl ApiError {
    /// A required parameter is absent.
    #[must_use]
    pub fn missing_parameter(name: &str) -> Self {
        Self::new(
            "MissingParameter",
            format!("The request must contain the parameter {name}"),
        )
    }

    /// A parameter has a value that it cannot have.
    #[must_use]
    pub fn invalid_parameter_value(value: &str, name: &str) -> Self {
        Self::new(
            "InvalidParameterValue",
            format!("Invalid value '{value}' for {name}."),
        )
    }

    /// A parameter has a value that it cannot have; the sentence says why.
    pub fn invalid_parameter(message: impl Into<String>) -> Self {
        Self::new("InvalidParameterValue", message)
    }

    /// Parameters that do not go together.
    pub fn invalid_parameter_combination(message: impl Into<String>) -> Self {
        Self::new("InvalidParameterCombination", message)
    }
}

/// What calls about EC2's resources are refused for.
impl ApiError {
    /// A well-formed instance id that names no instance.
    #[must_use]
    pub fn instance_not_found(id: &str) -> Self {
        Self::new(
            "InvalidInstanceID.NotFound",
            format!("The instance ID '{id}' does not exist"),
        )
    }

    /// The instance is not in the state the call needs; the sentence says which.
    pub fn incorrect_instance_state(message: impl Into<String>) -> Self {
        Self::new("IncorrectInstanceState", message)
    }

    /// The instance is protected from termination.
    #[must_use]
    pub fn termination_protected(id: &str) -> Self {
        let cure = "Modify its 'disableApiTermination' instance attribute and try again.";
        Self::new(
            "OperationNotPermitted",
            format!("The instance '{id}' may not be terminated. {cure}"),
        )
    }

    /// The instance is protected from being stopped.
    #[must_use]
    pub fn stop_protected(id: &str) -> Self {
        let cure = "Modify its 'disableApiStop' instance attribute and try again.";
        Self::new(
            "OperationNotPermitted",
            format!("The instance '{id}' may not be stopped. {cure}"),
        )
    }

    /// No such Elastic IP address.
    #[must_use]
    pub fn allocation_not_found(id: &str) -> Self {
        Self::new(
            "InvalidAllocationID.NotFound",
            format!("The allocation ID '{id}' does not exist"),
        )
    }

    /// No such image.
    #[must_use]
    pub fn image_not_found(id: &str) -> Self {
        Self::new(
            "InvalidAMIID.NotFound",
            format!("The image id '[{id}]' does not exist"),
        )
    }

    /// No such subnet.
    #[must_use]
    pub fn subnet_not_found(id: &str) -> Self {
        Self::new(
            "InvalidSubnetID.NotFound",
            format!("The subnet ID '{id}' does not exist"),
        )
    }

    /// No such VPC.
    #[must_use]
    pub fn vpc_not_found(id: &str) -> Self {
        Self::new(
            "InvalidVpcID.NotFound",
            format!("The vpc ID '{id}' does not exist"),
        )
    }

    /// No such security group.
    #[must_use]
    pub fn security_group_not_found(id: &str) -> Self {
        Self::new(
            "InvalidGroup.NotFound",
            format!("The security group '{id}' does not exist"),
        )
    }
}

/// As AWS's command line shows it, without the operation's name.
impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "({}) {}", self.code, self.message)
    }
}

impl std::error::Error for ApiError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_refusals_are_the_clients_fault() {
        assert_eq!(ApiError::missing_parameter("ImageId").http_status(), 400);
        assert_eq!(
            ApiError::new("InsufficientInstanceCapacity", "").http_status(),
            500
        );
        let not_found = ApiError::new("ResourceNotFoundException", "");
        assert_eq!(not_found.http_status(), 404, "in most services");
        assert_eq!(not_found.with_status(400).http_status(), 400, "in DynamoDB");
    }
}
