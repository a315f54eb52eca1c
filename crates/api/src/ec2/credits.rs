//! CPU credits of burstable instances: `ModifyInstanceCreditSpecification`, `DescribeInstanceCreditSpecifications`,
//! `GetDefaultCreditSpecification` and `ModifyDefaultCreditSpecification`.

use super::Filter;
use crate::shape::shapes;

/// What an instance does when its credits are spent.
pub const CPU_CREDITS: &[&str] = &["standard", "unlimited"];

/// Families that earn CPU credits (`UnlimitedSupportedInstanceFamily`), as far as they are modelled.
pub const BURSTABLE_FAMILIES: &[&str] = &["t2", "t3", "t3a", "t4g"];

shapes! {
    /// What new instances do when their credits are spent.
    pub struct CreditSpecificationRequest {
        /// `standard`: they slow down. `unlimited`: they go on, for a price.
        cpu_credits: Option<String> = "CpuCredits" required one_of(CPU_CREDITS),
    }

    /// Changes what burstable instances do when their credits are spent, also while they run.
    pub struct ModifyInstanceCreditSpecificationInput {
        /// Which instances, and what they are to do.
        instance_credit_specifications: Vec<InstanceCreditSpecificationRequest>
            = "InstanceCreditSpecifications" required,
    }
    without "DryRun=false ClientToken"

    /// What an instance is to do when its credits are spent.
    pub struct InstanceCreditSpecificationRequest {
        /// The instance.
        instance_id: Option<String> = "InstanceId" required,
        /// `standard` or `unlimited`.
        cpu_credits: Option<String> = "CpuCredits" needed one_of(CPU_CREDITS),
    }

    /// Which were changed and which were not.
    pub struct ModifyInstanceCreditSpecificationOutput {
        /// Those changed.
        successful_instance_credit_specifications: Vec<SuccessfulInstanceCreditSpecificationItem>
            = "SuccessfulInstanceCreditSpecifications" always,
        /// Those not changed, and why.
        unsuccessful_instance_credit_specifications: Vec<UnsuccessfulInstanceCreditSpecificationItem>
            = "UnsuccessfulInstanceCreditSpecifications" always,
    }

    /// An instance that was changed.
    pub struct SuccessfulInstanceCreditSpecificationItem {
        /// The instance.
        instance_id: Option<String> = "InstanceId",
    }

    /// An instance that was not changed.
    pub struct UnsuccessfulInstanceCreditSpecificationItem {
        /// The instance.
        instance_id: Option<String> = "InstanceId",
        /// Why.
        error: Option<UnsuccessfulInstanceCreditSpecificationItemError> = "Error",
    }

    /// Why an instance was not changed.
    pub struct UnsuccessfulInstanceCreditSpecificationItemError {
        /// In one word.
        code: Option<String> = "Code",
        /// In a sentence.
        message: Option<String> = "Message",
    }

    /// Tells what instances do when their credits are spent: those named, or all that are `unlimited`.
    pub struct DescribeInstanceCreditSpecificationsInput {
        /// Which of them to answer with.
        filters: Vec<Filter> = "Filters",
        /// Which instances; each must be burstable.
        instance_ids: Vec<String> = "InstanceIds",
    }
    without "DryRun=false MaxResults NextToken"

    /// What they do.
    pub struct DescribeInstanceCreditSpecificationsOutput {
        /// One entry an instance.
        instance_credit_specifications: Vec<InstanceCreditSpecification> = "InstanceCreditSpecifications" always,
    }

    /// What an instance does when its credits are spent.
    pub struct InstanceCreditSpecification {
        /// The instance.
        instance_id: Option<String> = "InstanceId",
        /// `standard` or `unlimited`.
        cpu_credits: Option<String> = "CpuCredits",
    }

    /// Tells what new instances of a family do when their credits are spent.
    pub struct GetDefaultCreditSpecificationInput {
        /// The family.
        instance_family: Option<String> = "InstanceFamily" required one_of(BURSTABLE_FAMILIES),
    }
    without "DryRun=false"

    /// What they do.
    pub struct GetDefaultCreditSpecificationOutput {
        /// The family and what it does.
        instance_family_credit_specification: Option<InstanceFamilyCreditSpecification>
            = "InstanceFamilyCreditSpecification",
    }

    /// Changes what new instances of a family do when their credits are spent; those there are keep to what they do.
    pub struct ModifyDefaultCreditSpecificationInput {
        /// The family.
        instance_family: Option<String> = "InstanceFamily" required one_of(BURSTABLE_FAMILIES),
        /// `standard` or `unlimited`.
        cpu_credits: Option<String> = "CpuCredits" required one_of(CPU_CREDITS),
    }
    without "DryRun=false"

    /// What they do from now on.
    pub struct ModifyDefaultCreditSpecificationOutput {
        /// The family and what it does.
        instance_family_credit_specification: Option<InstanceFamilyCreditSpecification>
            = "InstanceFamilyCreditSpecification",
    }

    /// What new instances of a family do when their credits are spent.
    pub struct InstanceFamilyCreditSpecification {
        /// The family.
        instance_family: Option<String> = "InstanceFamily",
        /// `standard` or `unlimited`.
        cpu_credits: Option<String> = "CpuCredits",
    }
}
