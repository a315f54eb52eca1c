//! Keys: what an item is found by.
//!
//! Source: Developer Guide, "Primary key"; texts as seen on real AWS.

use api::ApiError;
use api::dynamodb::AttributeValue;
use des::Digest;

use super::number::Number;
use super::value::{Item, check, invalid, kind};

/// The type of an attribute that is a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyType {
    /// Text.
    S,
    /// A number.
    N,
}

impl KeyType {
    /// AWS's letter.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::S => "S",
            Self::N => "N",
        }
    }
}

/// An attribute that is a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyAttribute {
    /// Its name.
    pub name: String,
    /// Its type.
    pub kind: KeyType,
}

/// The keys of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeySchema {
    /// What spreads items over partitions.
    pub partition: KeyAttribute,
    /// What orders the items of one partition key.
    pub sort: Option<KeyAttribute>,
}

/// The value of a key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scalar {
    /// A text, by its bytes.
    Text(String),
    /// A number, by its value.
    Number(Number),
}

/// Where an item stands in its table: partitions in no order that means anything, within one by sort key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    hash: u64,
    /// The partition key.
    pub partition: Scalar,
    /// The sort key.
    pub sort: Option<Scalar>,
}

impl KeySchema {
    /// Its attributes.
    pub fn attributes(&self) -> impl Iterator<Item = &KeyAttribute> {
        [&self.partition].into_iter().chain(&self.sort)
    }

    /// The key of an item that has one.
    ///
    /// # Errors
    /// `ValidationException` if a key is missing, empty or of another type.
    pub(super) fn key_of_item(&self, item: &Item) -> Result<Key, ApiError> {
        for attribute in self.attributes() {
            let Some(value) = item.get(&attribute.name) else {
                return Err(invalid(format!(
                    "One or more parameter values were invalid: Missing the key {} in the item",
                    attribute.name
                )));
            };
            if kind(value) != attribute.kind.name() {
                return Err(invalid(format!(
                    "One or more parameter values were invalid: Type mismatch for key {} expected: {} actual: {}",
                    attribute.name,
                    attribute.kind.name(),
                    kind(value)
                )));
            }
            check_not_empty(&attribute.name, value)?;
        }
        Ok(self.key(item))
    }

    /// The key that a call spells out.
    ///
    /// # Errors
    /// `ValidationException` if it is not exactly the table's keys.
    pub(super) fn key_of_call(&self, key: &Item) -> Result<Key, ApiError> {
        key.0.iter().try_for_each(|(_, value)| check(value))?;
        let fits = |attribute: &KeyAttribute| {
            let value = key.get(&attribute.name);
            value.is_some_and(|value| kind(value) == attribute.kind.name())
        };
        if key.0.len() != self.attributes().count() || !self.attributes().all(fits) {
            return Err(invalid("The provided key element does not match the schema"));
        }
        for (name, value) in &key.0 {
            check_not_empty(name, value)?;
        }
        Ok(self.key(key))
    }

    fn key(&self, item: &Item) -> Key {
        let scalar = |attribute: &KeyAttribute| {
            item.get(&attribute.name)
                .and_then(scalar)
                .expect("callers have checked the keys")
        };
        let partition = scalar(&self.partition);
        Key {
            hash: hash(&partition),
            partition,
            sort: self.sort.as_ref().map(scalar),
        }
    }

    /// The attributes of an item that are its key.
    pub(super) fn of_item(&self, item: &Item) -> Item {
        let pair = |attribute: &KeyAttribute| {
            let value = item.get(&attribute.name)?;
            Some((attribute.name.clone(), value.clone()))
        };
        self.attributes().filter_map(pair).collect()
    }
}

fn check_not_empty(name: &str, value: &AttributeValue) -> Result<(), ApiError> {
    if value.string.as_deref() == Some("") {
        return Err(invalid(format!(
            "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty \
             string value. Key: {name}"
        )));
    }
    Ok(())
}

/// A value as a key.
#[must_use]
pub(super) fn scalar(value: &AttributeValue) -> Option<Scalar> {
    match (&value.string, &value.number) {
        (Some(text), _) => Some(Scalar::Text(text.clone())),
        (_, Some(number)) => Number::parse(number).map(Scalar::Number),
        _ => None,
    }
}

fn hash(partition: &Scalar) -> u64 {
    let mut digest = Digest::default();
    match partition {
        Scalar::Text(text) => digest.extend(text.bytes().map(u64::from)),
        Scalar::Number(number) => digest.extend(format!("{number:?}").bytes().map(u64::from)),
    }
    digest.value()
}
