//! The network interface of a launch: another way to say its subnet and groups, and the only one to say that it gets no
//! public address. Simplified: one interface a launch, and a subnet beside a launch template's interface is taken for its.

use api::ApiError;
use api::ec2::RunInstancesInput;

/// Whether a call says what belongs to the interface in one place only.
///
/// # Errors
/// `InvalidParameterCombination`, or `MissingParameter` for an interface without its place.
pub(super) fn check(input: &RunInstancesInput) -> Result<(), ApiError> {
    let Some(interface) = input.network_interfaces.first() else {
        return Ok(());
    };
    let groups = !input.security_group_ids.is_empty() || !input.security_groups.is_empty();
    let both = [
        (input.subnet_id.is_some(), "subnet ID"),
        (groups, "security groups"),
    ];
    if let Some((_, what)) = both.into_iter().find(|(said, _)| *said) {
        return Err(ApiError::invalid_parameter_combination(format!(
            "Network interfaces and an instance-level {what} may not be specified on the same request"
        )));
    }
    if interface.device_index.is_none() {
        return Err(ApiError::new(
            "MissingParameter",
            "Each network interface requires a device index.",
        ));
    }
    Ok(())
}

/// The launch with what its interface says in the places of the instance.
pub(super) fn flatten(input: &RunInstancesInput) -> RunInstancesInput {
    let mut launch = input.clone();
    if let Some(interface) = launch.network_interfaces.pop() {
        launch.subnet_id = launch.subnet_id.or(interface.subnet_id);
        if !interface.groups.is_empty() {
            launch.security_groups.clear();
            launch.security_group_ids = interface.groups;
        }
    }
    launch
}

/// Whether the interface gets a public address; none leaves it to the subnet.
pub(super) fn wants_public_address(input: &RunInstancesInput) -> Option<bool> {
    input.network_interfaces.first()?.associate_public_ip_address
}
