//! `sandbox quota`: how many vCPUs the account may have running, as AWS grants it when asked for more.

use api::ApiError;
use api::sandbox::QuotaInput;

use crate::Cloud;
use crate::ec2::defaults;
use crate::fact::What;

/// Holds at once. Simplified: AWS takes minutes to days to grant more, and never takes any back.
#[allow(clippy::unnecessary_wraps)] // as every handler
pub(crate) fn quota(cloud: &mut Cloud, input: &QuotaInput) -> Result<(), ApiError> {
    let vcpus = input.vcpus.map_or(defaults::VCPU_QUOTA, |vcpus| vcpus as u32);
    let cause = cloud.accept();
    cloud.facts.note(cloud.now, cause, What::QuotaChanged(vcpus));
    cloud.ec2.vcpu_quota = vcpus;
    Ok(())
}
