//! An attribute value: what an item is made of.

use crate::Map;
use crate::shape::shapes;

shapes! {
    /// One value of an item: exactly one of the members is there.
    pub struct AttributeValue {
        /// A text.
        string: Option<String> = "S",
        /// A number, as text.
        number: Option<String> = "N",
        /// A set of texts.
        string_set: Option<Vec<String>> = "SS" always,
        /// A set of numbers.
        number_set: Option<Vec<String>> = "NS" always,
        /// Named values.
        map: Option<Map<AttributeValue>> = "M" always,
        /// Values in order.
        list: Option<Vec<AttributeValue>> = "L" always,
        /// True: no value.
        null: Option<bool> = "NULL",
        /// True or false.
        bool: Option<bool> = "BOOL",
    }
    without "B BS"
}
