//! `DescribeInstanceTypes` and `DescribeInstanceTypeOfferings`: the sizes an instance can have, and where.

use super::Filter;
use crate::shape::shapes;

/// What a place can be where an instance type is offered.
pub const LOCATION_TYPES: &[&str] = &["availability-zone", "availability-zone-id", "region"];

shapes! {
    /// Describes where instance types are offered, narrowed by filters.
    pub struct DescribeInstanceTypeOfferingsInput {
        /// What kind of place to answer with.
        location_type: Option<String> = "LocationType" one_of(LOCATION_TYPES) default("region"),
        /// Which of them to answer with.
        filters: Vec<Filter> = "Filters",
    }
    without "DryRun=false MaxResults NextToken"

    /// The offerings.
    pub struct DescribeInstanceTypeOfferingsOutput {
        /// One entry a type and place.
        instance_type_offerings: Vec<InstanceTypeOffering> = "InstanceTypeOfferings" always,
    }

    /// One type offered in one place.
    pub struct InstanceTypeOffering {
        /// The type.
        instance_type: Option<String> = "InstanceType",
        /// What kind of place it is.
        location_type: Option<String> = "LocationType",
        /// The place.
        location: Option<String> = "Location",
    }

    /// Describes instance types: all, or those named, narrowed by filters.
    pub struct DescribeInstanceTypesInput {
        /// Which types; one that does not exist fails the call.
        instance_types: Vec<String> = "InstanceTypes" length(0..=100),
        /// Which of them to answer with.
        filters: Vec<Filter> = "Filters",
    }
    without "DryRun=false MaxResults NextToken IncludeUnsupportedInRegion=false"

    /// The types.
    pub struct DescribeInstanceTypesOutput {
        /// One entry a type.
        instance_types: Vec<InstanceTypeInfo> = "InstanceTypes" always,
    }

    /// What is known of a type.
    pub struct InstanceTypeInfo {
        /// Its name.
        instance_type: Option<String> = "InstanceType",
        /// Whether it is of the current generation.
        current_generation: Option<bool> = "CurrentGeneration",
        /// Whether the free tier covers it.
        free_tier_eligible: Option<bool> = "FreeTierEligible",
        /// Whether it is a whole machine.
        bare_metal: Option<bool> = "BareMetal",
        /// `nitro` or `xen`.
        hypervisor: Option<String> = "Hypervisor",
        /// Its processor.
        processor_info: Option<ProcessorInfo> = "ProcessorInfo",
        /// Its vCPUs.
        v_cpu_info: Option<VCpuInfo> = "VCpuInfo",
        /// Its memory.
        memory_info: Option<MemoryInfo> = "MemoryInfo",
        /// Its network.
        network_info: Option<NetworkInfo> = "NetworkInfo",
        /// Whether it earns and spends CPU credits.
        burstable_performance_supported: Option<bool> = "BurstablePerformanceSupported",
    }

    /// The processor of a type.
    pub struct ProcessorInfo {
        /// Such as `x86_64`.
        supported_architectures: Vec<String> = "SupportedArchitectures",
        /// Who makes it.
        manufacturer: Option<String> = "Manufacturer",
    }

    /// The vCPUs of a type.
    pub struct VCpuInfo {
        /// Cores times threads.
        default_v_cpus: Option<i64> = "DefaultVCpus",
        /// Cores.
        default_cores: Option<i64> = "DefaultCores",
        /// Threads in each core.
        default_threads_per_core: Option<i64> = "DefaultThreadsPerCore",
    }

    /// The memory of a type.
    pub struct MemoryInfo {
        /// In MiB.
        size_in_mib: Option<i64> = "SizeInMiB",
    }

    /// The network of a type.
    pub struct NetworkInfo {
        /// In words, such as `Up to 5 Gigabit`.
        network_performance: Option<String> = "NetworkPerformance",
    }
}
