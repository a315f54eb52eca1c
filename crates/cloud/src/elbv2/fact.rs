//! What can become so in Elastic Load Balancing.

use super::{BalancerIndex, NodeIndex, TargetIndex, TargetState};

/// What became so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A load balancer is provisioned.
    BalancerCreated(BalancerIndex),
    /// A load balancer is active.
    BalancerActive(BalancerIndex),
    /// A load balancer was deleted.
    BalancerDeleted(BalancerIndex),
    /// Listeners, rules, security groups or settings of a load balancer changed.
    BalancerChanged(BalancerIndex),
    /// DNS answers with other nodes.
    DnsChanged(BalancerIndex),
    /// A check of a target had another result than those before.
    CheckTurned {
        /// Which target.
        target: TargetIndex,
        /// Which node checked.
        node: NodeIndex,
        /// Whether it passed.
        passed: bool,
    },
    /// A target is something else, to everyone.
    TargetState {
        /// Which target.
        target: TargetIndex,
        /// What it is now.
        state: TargetState,
    },
    /// A target fails more than its peers, or no longer.
    Anomaly {
        /// Which target.
        target: TargetIndex,
        /// Which node compared.
        node: NodeIndex,
        /// Whether it fails more.
        anomalous: bool,
    },
    /// A target is no longer registered.
    TargetGone(TargetIndex),
}
