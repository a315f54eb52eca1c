//! `sandbox quota`: how many vCPUs the account may run.

use api::ApiError;
use api::sandbox::QuotaInput;

use crate::Cloud;
use crate::fact::What;

/// Fewer than there are may be allowed: what runs goes on, nothing more starts.
pub(crate) fn quota(cloud: &mut Cloud, input: &QuotaInput) -> Result<(), ApiError> {
    let vcpus = input.vcpus.unwrap_or_default();
    let cause = cloud.accept();
    cloud.facts.note(cloud.now, cause, What::QuotaChanged);
    cloud.ec2.vcpu_quota = vcpus as u32;
    Ok(())
}
