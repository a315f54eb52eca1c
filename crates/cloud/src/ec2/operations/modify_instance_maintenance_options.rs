//! `ModifyInstanceMaintenanceOptions`: whether EC2 moves an instance whose host fails.
//!
//! Source: EC2 API Reference, ModifyInstanceMaintenanceOptions. The text for an instance that is going is not published.

use api::ApiError;
use api::ec2::{ModifyInstanceMaintenanceOptionsInput, ModifyInstanceMaintenanceOptionsOutput};

use crate::Cloud;
use crate::ec2::InstanceState;
use crate::ec2::describe_instance::auto_recovery_name;

pub(super) fn modify_instance_maintenance_options(
    cloud: &mut Cloud,
    input: &ModifyInstanceMaintenanceOptionsInput,
) -> Result<ModifyInstanceMaintenanceOptionsOutput, ApiError> {
    let id = input.instance_id.as_deref().unwrap_or_default();
    let index = cloud.instance_with_id(id)?;
    if matches!(
        cloud.ec2.instances[index.index()].state,
        InstanceState::ShuttingDown | InstanceState::Terminated
    ) {
        return Err(ApiError::incorrect_instance_state(format!(
            "The instance '{id}' is not in a state in which its maintenance options can be modified."
        )));
    }
    cloud.accept();
    let instance = &mut cloud.ec2.instances[index.index()];
    if let Some(choice) = &input.auto_recovery {
        instance.auto_recovery = choice == auto_recovery_name(true);
    }
    Ok(ModifyInstanceMaintenanceOptionsOutput {
        instance_id: Some(id.to_owned()),
        auto_recovery: Some(auto_recovery_name(instance.auto_recovery).to_owned()),
    })
}
