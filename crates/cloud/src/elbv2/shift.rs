//! What a zonal shift does to a load balancer.
//!
//! Source: Application Load Balancers guide, "Zonal shift".

use super::{BalancerIndex, TargetGroupIndex, TargetIndex};
use crate::Cloud;
use crate::fact::FactId;
use crate::region::ZoneIndex;

/// Whether a zonal shift keeps requests from a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Override {
    /// None does.
    No,
    /// One does: no node sends it requests.
    Active,
    /// With cross-zone load balancing off, only DNS leads clients away from it.
    ByDns,
}

impl Override {
    /// AWS's state, reason and sentence. The sentences of shifts are our choice.
    pub(super) const fn shown(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::No => (
                "no_override",
                "AdministrativeOverride.NoOverride",
                "No override is currently active on target",
            ),
            Self::Active => (
                "zonal_shift_active",
                "AdministrativeOverride.ZonalShiftActive",
                "Zonal shift is active on target",
            ),
            Self::ByDns => (
                "zonal_shift_delegated_to_dns",
                "AdministrativeOverride.ZonalShiftDelegatedToDns",
                "Zonal shift is delegated to DNS",
            ),
        }
    }
}

impl Cloud {
    /// Traffic keeps away from a zone from now on, or from none.
    pub(crate) fn shift_balancer(
        &mut self,
        index: BalancerIndex,
        away_from: Option<ZoneIndex>,
        cause: FactId,
    ) {
        if self.elbv2.balancer(index).deleted {
            return;
        }
        self.elbv2.all_balancers[index.index()].shifted = away_from;
        let fact = self.balancer_changed(index, cause);
        let groups = self
            .elbv2
            .groups()
            .filter(|(_, group)| group.balancer == Some(index));
        let groups: Vec<TargetGroupIndex> = groups.map(|(group, _)| group).collect();
        for group in groups {
            self.elbv2.all_groups[group.index()].cause = fact;
            self.refill(group, fact);
        }
        self.settle_dns(index, fact);
    }

    /// Whether a zonal shift keeps requests from a target; none if its load balancer cannot be shifted.
    pub(super) fn override_of(&self, index: TargetIndex) -> Option<Override> {
        let target = self.elbv2.target(index);
        let group = self.elbv2.group(target.group);
        let balancer = self.elbv2.balancer(group.balancer?);
        if !balancer.attributes.is_on("zonal_shift.config.enabled") {
            return None;
        }
        let zone = self.ec2.instances[target.instance.index()].zone;
        Some(match balancer.shifted == Some(zone) {
            false => Override::No,
            true if group.crosses_zones() => Override::Active,
            true => Override::ByDns,
        })
    }
}
