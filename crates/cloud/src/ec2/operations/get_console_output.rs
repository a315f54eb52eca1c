//! `GetConsoleOutput`: what an instance has written since it last booted, as far as it tells how the boot went.
//!
//! Source: EC2 API Reference, GetConsoleOutput; wording of the lines after Amazon Linux 2023. Simplified: always the newest.

use api::ec2::{GetConsoleOutputInput, GetConsoleOutputOutput};
use api::{ApiError, Timestamp};

use crate::Cloud;
use crate::ec2::console::console;

pub(crate) fn get_console_output(
    cloud: &Cloud,
    input: &GetConsoleOutputInput,
) -> Result<GetConsoleOutputOutput, ApiError> {
    let id = input.instance_id.as_deref().unwrap_or_default();
    let instance = &cloud.ec2.instances[cloud.instance_with_id(id)?.index()];
    let host = cloud.private_dns_name(instance);
    let text = console(instance, &host);
    Ok(GetConsoleOutputOutput {
        instance_id: Some(id.to_owned()),
        timestamp: Some(Timestamp::of(instance.boot_since)),
        output: (!text.is_empty()).then(|| api::encode_base64(text.as_bytes())),
    })
}
