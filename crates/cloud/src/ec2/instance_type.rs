//! Instance types: what a size has and costs.

/// An instance type.
#[derive(Debug, PartialEq, Eq)]
pub struct InstanceType {
    /// As in `--instance-type`.
    pub name: &'static str,
    /// Virtual CPUs.
    pub vcpus: u32,
    /// Memory, in MiB.
    pub memory_mib: u32,
    /// Network performance in AWS's words.
    pub network: &'static str,
    /// The share of each vCPU that it may use all the time, in thousandths; zero if it is not burstable.
    pub baseline_permille: u32,
    /// On-demand Linux list price per hour in millionths of a dollar.
    pub price_micro_dollars: u32,
}

/// The date of the list prices.
pub const PRICES_OF: &str = "2026-07-20";

const fn row(
    name: &'static str,
    vcpus: u32,
    memory_mib: u32,
    network: &'static str,
    baseline_permille: u32,
    price_micro_dollars: u32,
) -> InstanceType {
    InstanceType {
        name,
        vcpus,
        memory_mib,
        network,
        baseline_permille,
        price_micro_dollars,
    }
}

/// All types of the model, smallest first within a family.
///
/// Sources: vCPU, memory, network and what the methods say from DescribeInstanceTypes; prices from the AWS Price List of us-east-1, taken
/// 2026-07-20 and used for every Region (simplified; us-east-2's are the same for these families); baselines from the EC2
/// User Guide, "Burstable performance instances".
#[rustfmt::skip]
pub static INSTANCE_TYPES: [InstanceType; 53] = [
    row("t2.nano", 1, 512, "Low to Moderate", 50, 5_800),
    row("t2.micro", 1, 1_024, "Low to Moderate", 100, 11_600),
    row("t2.small", 1, 2_048, "Low to Moderate", 200, 23_000),
    row("t2.medium", 2, 4_096, "Low to Moderate", 200, 46_400),
    row("t2.large", 2, 8_192, "Low to Moderate", 300, 92_800),
    row("t2.xlarge", 4, 16_384, "Moderate", 225, 185_600),
    row("t2.2xlarge", 8, 32_768, "Moderate", 170, 371_200),
    row("t3.nano", 2, 512, "Up to 5 Gigabit", 50, 5_200),
    row("t3.micro", 2, 1_024, "Up to 5 Gigabit", 100, 10_400),
    row("t3.small", 2, 2_048, "Up to 5 Gigabit", 200, 20_800),
    row("t3.medium", 2, 4_096, "Up to 5 Gigabit", 200, 41_600),
    row("t3.large", 2, 8_192, "Up to 5 Gigabit", 300, 83_200),
    row("t3.xlarge", 4, 16_384, "Up to 5 Gigabit", 400, 166_400),
    row("t3.2xlarge", 8, 32_768, "Up to 5 Gigabit", 400, 332_800),
    row("t3a.micro", 2, 1_024, "Up to 5 Gigabit", 100, 9_400),
    row("t4g.micro", 2, 1_024, "Up to 5 Gigabit", 100, 8_400),
    row("t4g.small", 2, 2_048, "Up to 5 Gigabit", 200, 16_800),
    row("m5.large", 2, 8_192, "Up to 10 Gigabit", 0, 96_000),
    row("m5.xlarge", 4, 16_384, "Up to 10 Gigabit", 0, 192_000),
    row("m5.2xlarge", 8, 32_768, "Up to 10 Gigabit", 0, 384_000),
    row("m5.4xlarge", 16, 65_536, "Up to 10 Gigabit", 0, 768_000),
    row("m5.8xlarge", 32, 131_072, "10 Gigabit", 0, 1_536_000),
    row("m5.12xlarge", 48, 196_608, "12 Gigabit", 0, 2_304_000),
    row("m5.16xlarge", 64, 262_144, "20 Gigabit", 0, 3_072_000),
    row("m5.24xlarge", 96, 393_216, "25 Gigabit", 0, 4_608_000),
    row("m6i.large", 2, 8_192, "Up to 12.5 Gigabit", 0, 96_000),
    row("m6i.xlarge", 4, 16_384, "Up to 12.5 Gigabit", 0, 192_000),
    row("m6i.2xlarge", 8, 32_768, "Up to 12.5 Gigabit", 0, 384_000),
    row("m6i.4xlarge", 16, 65_536, "Up to 12.5 Gigabit", 0, 768_000),
    row("m6i.8xlarge", 32, 131_072, "12.5 Gigabit", 0, 1_536_000),
    row("m6i.12xlarge", 48, 196_608, "18.75 Gigabit", 0, 2_304_000),
    row("m6i.16xlarge", 64, 262_144, "25 Gigabit", 0, 3_072_000),
    row("m6i.24xlarge", 96, 393_216, "37.5 Gigabit", 0, 4_608_000),
    row("m6i.32xlarge", 128, 524_288, "50 Gigabit", 0, 6_144_000),
    row("m7i.large", 2, 8_192, "Up to 12.5 Gigabit", 0, 100_800),
    row("m7i.xlarge", 4, 16_384, "Up to 12.5 Gigabit", 0, 201_600),
    row("m7i.2xlarge", 8, 32_768, "Up to 12.5 Gigabit", 0, 403_200),
    row("m7i.4xlarge", 16, 65_536, "Up to 12.5 Gigabit", 0, 806_400),
    row("m7i.8xlarge", 32, 131_072, "12.5 Gigabit", 0, 1_612_800),
    row("m7i.12xlarge", 48, 196_608, "18.75 Gigabit", 0, 2_419_200),
    row("m7i.16xlarge", 64, 262_144, "25 Gigabit", 0, 3_225_600),
    row("m7i.24xlarge", 96, 393_216, "37.5 Gigabit", 0, 4_838_400),
    row("m7i.48xlarge", 192, 786_432, "50 Gigabit", 0, 9_676_800),
    row("m8i.96xlarge", 384, 1_572_864, "100 Gigabit", 0, 20_321_280),
    row("c7i.large", 2, 4_096, "Up to 12.5 Gigabit", 0, 89_250),
    row("c7i.xlarge", 4, 8_192, "Up to 12.5 Gigabit", 0, 178_500),
    row("c7i.2xlarge", 8, 16_384, "Up to 12.5 Gigabit", 0, 357_000),
    row("c7i.4xlarge", 16, 32_768, "Up to 12.5 Gigabit", 0, 714_000),
    row("c7i.8xlarge", 32, 65_536, "12.5 Gigabit", 0, 1_428_000),
    row("c7i.12xlarge", 48, 98_304, "18.75 Gigabit", 0, 2_142_000),
    row("c7i.16xlarge", 64, 131_072, "25 Gigabit", 0, 2_856_000),
    row("c7i.24xlarge", 96, 196_608, "37.5 Gigabit", 0, 4_284_000),
    row("c7i.48xlarge", 192, 393_216, "50 Gigabit", 0, 8_568_000),
];

impl InstanceType {
    /// The type with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        INSTANCE_TYPES.iter().find(|candidate| candidate.name == name)
    }

    /// What stands before the dot: `t3`.
    #[must_use]
    pub fn family(&self) -> &'static str {
        self.name.split_once('.').map_or(self.name, |(family, _)| family)
    }

    /// Whether it earns and spends CPU credits.
    #[must_use]
    pub const fn is_burstable(&self) -> bool {
        self.baseline_permille > 0
    }

    /// Whether it runs on the Nitro System, and so has an attached-EBS status check. Of the families here all but T2 do.
    #[must_use]
    pub fn is_nitro(&self) -> bool {
        self.family() != "t2"
    }

    /// Whether its processors are AWS's own, of another architecture.
    #[must_use]
    pub fn is_arm(&self) -> bool {
        self.family() == "t4g"
    }

    /// Who makes its processors.
    #[must_use]
    pub fn manufacturer(&self) -> &'static str {
        match self.family() {
            "t3a" => "AMD",
            "t4g" => "AWS",
            _ => "Intel",
        }
    }

    /// Threads in each core.
    #[must_use]
    pub fn threads_per_core(&self) -> u32 {
        if self.is_nitro() && !self.is_arm() { 2 } else { 1 }
    }

    /// Cores.
    #[must_use]
    pub fn cores(&self) -> u32 {
        self.vcpus / self.threads_per_core()
    }

    /// The processor architectures that its images may have.
    #[must_use]
    pub fn architectures(&self) -> &'static [&'static str] {
        match self.name {
            "t2.nano" | "t2.micro" | "t2.small" | "t2.medium" => &["i386", "x86_64"],
            _ if self.is_arm() => &["arm64"],
            _ => &["x86_64"],
        }
    }

    /// Whether AWS counts it among the current generation.
    #[must_use]
    pub fn is_current_generation(&self) -> bool {
        !matches!(self.family(), "m5" | "m6i")
    }

    /// Whether the free tier covers it.
    #[must_use]
    pub fn is_free_tier_eligible(&self) -> bool {
        matches!(self.name, "t3.micro" | "t3.small" | "t4g.micro" | "t4g.small")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_double_with_the_size_within_a_family() {
        for (small, big) in [
            ("m5.large", "m5.xlarge"),
            ("c7i.large", "c7i.xlarge"),
            ("t3.micro", "t3.small"),
        ] {
            let price = |name| InstanceType::named(name).unwrap().price_micro_dollars;
            assert_eq!(2 * price(small), price(big));
        }
    }

    #[test]
    fn the_smallest_types_are_what_the_course_says() {
        let micro = InstanceType::named("t3.micro").unwrap();
        assert_eq!(
            (micro.vcpus, micro.memory_mib, micro.baseline_permille),
            (2, 1_024, 100)
        );
        assert_eq!(micro.price_micro_dollars, 10_400);
    }
}
