//! What there is to choose from.

use crate::shape::shapes;

shapes! {
    /// Describes how an adjustment can be meant.
    pub struct DescribeAdjustmentTypesInput {
    }

    /// The ways.
    pub struct DescribeAdjustmentTypesOutput {
        /// By AWS's words.
        adjustment_types: Vec<AdjustmentType> = "AdjustmentTypes" always,
    }

    /// How an adjustment can be meant.
    pub struct AdjustmentType {
        /// AWS's word.
        adjustment_type: Option<String> = "AdjustmentType",
    }
}
