//! `DescribeInstanceTypes`: the types of the model; every Region of it offers them all, though not in every zone.
//!
//! Filters: `bare-metal`, `burstable-performance-supported`, `current-generation`, `free-tier-eligible`, `hypervisor`,
//! `instance-type`, `memory-info.size-in-mib`, `network-info.network-performance`,
//! `processor-info.supported-architecture`, `vcpu-info.default-cores`, `vcpu-info.default-threads-per-core`,
//! `vcpu-info.default-vcpus`.

use api::ApiError;
use api::ec2::{
    DescribeInstanceTypesInput, DescribeInstanceTypesOutput, InstanceTypeInfo, MemoryInfo, NetworkInfo,
    ProcessorInfo, VCpuInfo,
};

use crate::ec2::{INSTANCE_TYPES, InstanceType};
use crate::filter::{FilterPath, narrow};

pub(super) const FILTERS: &[FilterPath] = &[
    ("bare-metal", "BareMetal"),
    ("burstable-performance-supported", "BurstablePerformanceSupported"),
    ("current-generation", "CurrentGeneration"),
    ("free-tier-eligible", "FreeTierEligible"),
    ("hypervisor", "Hypervisor"),
    ("instance-type", "InstanceType"),
    ("memory-info.size-in-mib", "MemoryInfo.SizeInMiB"),
    (
        "network-info.network-performance",
        "NetworkInfo.NetworkPerformance",
    ),
    (
        "processor-info.supported-architecture",
        "ProcessorInfo.SupportedArchitectures",
    ),
    ("vcpu-info.default-cores", "VCpuInfo.DefaultCores"),
    (
        "vcpu-info.default-threads-per-core",
        "VCpuInfo.DefaultThreadsPerCore",
    ),
    ("vcpu-info.default-vcpus", "VCpuInfo.DefaultVCpus"),
];

pub(crate) fn describe_instance_types(
    input: &DescribeInstanceTypesInput,
) -> Result<DescribeInstanceTypesOutput, ApiError> {
    check_known(&input.instance_types)?;
    let named =
        |name: &str| input.instance_types.is_empty() || input.instance_types.iter().any(|n| n == name);
    let infos = INSTANCE_TYPES
        .iter()
        .filter(|instance_type| named(instance_type.name))
        .map(info)
        .collect();
    Ok(DescribeInstanceTypesOutput {
        instance_types: narrow(infos, &input.filters, FILTERS)?,
    })
}

fn check_known(names: &[String]) -> Result<(), ApiError> {
    let unknown = |name: &&str| InstanceType::named(name).is_none();
    let unknown: Vec<&str> = names.iter().map(String::as_str).filter(unknown).collect();
    if unknown.is_empty() {
        return Ok(());
    }
    let message = format!(
        "The following supplied instance types do not exist: [{}]",
        unknown.join(", ")
    );
    Err(ApiError::new("InvalidInstanceType", message))
}

fn info(instance_type: &InstanceType) -> InstanceTypeInfo {
    let text = |text: &str| Some(text.to_owned());
    InstanceTypeInfo {
        instance_type: text(instance_type.name),
        current_generation: Some(instance_type.is_current_generation()),
        free_tier_eligible: Some(instance_type.is_free_tier_eligible()),
        bare_metal: Some(false),
        hypervisor: text(if instance_type.is_nitro() { "nitro" } else { "xen" }),
        processor_info: Some(ProcessorInfo {
            supported_architectures: instance_type
                .architectures()
                .iter()
                .map(|&name| name.to_owned())
                .collect(),
            manufacturer: text(instance_type.manufacturer()),
        }),
        v_cpu_info: Some(VCpuInfo {
            default_v_cpus: Some(instance_type.vcpus.into()),
            default_cores: Some(instance_type.cores().into()),
            default_threads_per_core: Some(instance_type.threads_per_core().into()),
        }),
        memory_info: Some(MemoryInfo {
            size_in_mib: Some(instance_type.memory_mib.into()),
        }),
        network_info: Some(NetworkInfo {
            network_performance: text(instance_type.network),
        }),
        burstable_performance_supported: Some(instance_type.is_burstable()),
    }
}
