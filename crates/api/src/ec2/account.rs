//! `DescribeAccountAttributes`.

use crate::shape::shapes;

/// What can be asked of an account (`AccountAttributeName`).
pub const ACCOUNT_ATTRIBUTES: &[&str] = &["supported-platforms", "default-vpc"];

shapes! {
    /// Tells what holds for the account as a whole.
    pub struct DescribeAccountAttributesInput {
        /// What to tell; all if left out.
        attribute_names: Vec<String> = "AttributeNames",
    }
    without "DryRun=false"

    /// What holds.
    pub struct DescribeAccountAttributesOutput {
        /// One entry an attribute.
        account_attributes: Vec<AccountAttribute> = "AccountAttributes" always,
    }

    /// An attribute of the account.
    pub struct AccountAttribute {
        /// Its name.
        attribute_name: Option<String> = "AttributeName",
        /// Its values.
        attribute_values: Vec<AccountAttributeValue> = "AttributeValues" always,
    }

    /// A value.
    pub struct AccountAttributeValue {
        /// The value.
        attribute_value: Option<String> = "AttributeValue",
    }
}
