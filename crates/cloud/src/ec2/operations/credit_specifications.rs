//! `ModifyInstanceCreditSpecification`, `DescribeInstanceCreditSpecifications`, `GetDefaultCreditSpecification`,
//! `ModifyDefaultCreditSpecification`: what burstable instances do when their CPU credits are spent.
//!
//! Source: EC2 API Reference, the operations named; the texts are not published. Changing several instances never fails as a
//! whole: the answer says which were changed.

use api::ApiError;
use api::ec2::{
    DescribeInstanceCreditSpecificationsInput, DescribeInstanceCreditSpecificationsOutput,
    GetDefaultCreditSpecificationInput, GetDefaultCreditSpecificationOutput, InstanceCreditSpecification,
    InstanceCreditSpecificationRequest, InstanceFamilyCreditSpecification,
    ModifyDefaultCreditSpecificationInput, ModifyDefaultCreditSpecificationOutput,
    ModifyInstanceCreditSpecificationInput, ModifyInstanceCreditSpecificationOutput,
    SuccessfulInstanceCreditSpecificationItem, UnsuccessfulInstanceCreditSpecificationItem,
    UnsuccessfulInstanceCreditSpecificationItemError,
};

use crate::Cloud;
use crate::ec2::{CreditMode, InstanceIndex, InstanceState};
use crate::filter::{FilterPath, narrow};

pub(super) const FILTERS: &[FilterPath] = &[("instance-id", "InstanceId")];

pub(super) fn modify_instance_credit_specification(
    cloud: &mut Cloud,
    input: &ModifyInstanceCreditSpecificationInput,
) -> Result<ModifyInstanceCreditSpecificationOutput, ApiError> {
    cloud.accept();
    let mut answer = ModifyInstanceCreditSpecificationOutput::default();
    for wish in &input.instance_credit_specifications {
        match changeable(cloud, wish) {
            Ok(index) => {
                let mode = CreditMode::named(wish.cpu_credits.as_deref().unwrap_or_default());
                cloud.change_credit_mode(index, mode);
                let item = SuccessfulInstanceCreditSpecificationItem {
                    instance_id: wish.instance_id.clone(),
                };
                answer.successful_instance_credit_specifications.push(item);
            }
            Err(why) => answer
                .unsuccessful_instance_credit_specifications
                .push(refused(wish, &why)),
        }
    }
    Ok(answer)
}

fn changeable(cloud: &Cloud, wish: &InstanceCreditSpecificationRequest) -> Result<InstanceIndex, ApiError> {
    let id = wish.instance_id.as_deref().unwrap_or_default();
    let index = cloud.instance_with_id(id)?;
    let instance = &cloud.ec2.instances[index.index()];
    if !instance.instance_type.is_burstable() {
        return Err(not_supported(instance.instance_type.name, id));
    }
    if matches!(
        instance.state,
        InstanceState::ShuttingDown | InstanceState::Terminated
    ) {
        return Err(ApiError::incorrect_instance_state(format!(
            "The instance '{id}' is not in a state in which its credit specification can be modified."
        )));
    }
    Ok(index)
}

fn not_supported(kind: &str, id: &str) -> ApiError {
    let message = format!("The instance type {kind} of '{id}' does not support a credit specification.");
    ApiError::new("InstanceCreditSpecification.NotSupported", message)
}

fn refused(
    wish: &InstanceCreditSpecificationRequest,
    why: &ApiError,
) -> UnsuccessfulInstanceCreditSpecificationItem {
    UnsuccessfulInstanceCreditSpecificationItem {
        instance_id: wish.instance_id.clone(),
        error: Some(UnsuccessfulInstanceCreditSpecificationItemError {
            code: Some(why.code.to_owned()),
            message: Some(why.message.clone()),
        }),
    }
}

pub(crate) fn describe_instance_credit_specifications(
    cloud: &Cloud,
    input: &DescribeInstanceCreditSpecificationsInput,
) -> Result<DescribeInstanceCreditSpecificationsOutput, ApiError> {
    let indexes = cloud.named_or_all(&input.instance_ids)?;
    let all = input.instance_ids.is_empty();
    let mut specifications = Vec::new();
    for index in indexes {
        let instance = &cloud.ec2.instances[index.index()];
        let burstable = instance.instance_type.is_burstable();
        if !all && !burstable {
            return Err(not_supported(instance.instance_type.name, &instance.id));
        }
        if burstable && (!all || instance.credits.mode == CreditMode::Unlimited) {
            specifications.push(InstanceCreditSpecification {
                instance_id: Some(instance.id.clone()),
                cpu_credits: Some(instance.credits.mode.name().to_owned()),
            });
        }
    }
    Ok(DescribeInstanceCreditSpecificationsOutput {
        instance_credit_specifications: narrow(specifications, &input.filters, FILTERS)?,
    })
}

pub(crate) fn get_default_credit_specification(
    cloud: &Cloud,
    input: &GetDefaultCreditSpecificationInput,
) -> GetDefaultCreditSpecificationOutput {
    let family = input.instance_family.as_deref().unwrap_or_default();
    GetDefaultCreditSpecificationOutput {
        instance_family_credit_specification: of_family(cloud, family),
    }
}

pub(super) fn modify_default_credit_specification(
    cloud: &mut Cloud,
    input: &ModifyDefaultCreditSpecificationInput,
) -> ModifyDefaultCreditSpecificationOutput {
    let family = input.instance_family.as_deref().unwrap_or_default();
    let mode = CreditMode::named(input.cpu_credits.as_deref().unwrap_or_default());
    cloud.accept();
    for (name, default) in &mut cloud.ec2.credit_defaults {
        if *name == family {
            *default = mode;
        }
    }
    ModifyDefaultCreditSpecificationOutput {
        instance_family_credit_specification: of_family(cloud, family),
    }
}

fn of_family(cloud: &Cloud, family: &str) -> Option<InstanceFamilyCreditSpecification> {
    let mut known = cloud.ec2.credit_defaults.iter();
    let (name, mode) = known.find(|(name, _)| *name == family)?;
    Some(InstanceFamilyCreditSpecification {
        instance_family: Some((*name).to_owned()),
        cpu_credits: Some(mode.name().to_owned()),
    })
}
