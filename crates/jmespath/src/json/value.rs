//! The value type: copies share what they hold.

use std::rc::Rc;

/// The pairs of an object, in order, each key once.
pub type Pairs = Vec<(Rc<str>, Json)>;

/// A JSON value. A copy costs the same whatever the size.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// Nothing.
    Null,
    /// True or false.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// Any other number.
    Float(f64),
    /// Text.
    String(Rc<str>),
    /// A list.
    Array(Rc<Vec<Json>>),
    /// Named values.
    Object(Rc<Pairs>),
}

impl Json {
    /// A list of these.
    #[must_use]
    pub fn array(entries: Vec<Self>) -> Self {
        Self::Array(Rc::new(entries))
    }

    /// An object of these pairs, whose keys must be distinct.
    #[must_use]
    pub fn object(pairs: Pairs) -> Self {
        Self::Object(Rc::new(pairs))
    }

    /// The value of `key`, if this is an object that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Self::Object(pairs) = self else {
            return None;
        };
        let pair = pairs.iter().find(|(known, _)| &**known == key);
        pair.map(|(_, value)| value)
    }

    /// Whether it is neither a list nor an object.
    #[must_use]
    pub const fn is_scalar(&self) -> bool {
        !matches!(self, Self::Array(_) | Self::Object(_))
    }
}

/// Puts a value under `key`: in the place of the one that is there, or at the end.
pub(crate) fn put(pairs: &mut Pairs, key: &Rc<str>, value: Json) {
    match pairs.iter_mut().find(|(known, _)| known == key) {
        Some((_, place)) => *place = value,
        None => pairs.push((Rc::clone(key), value)),
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::String(Rc::from(text))
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::String(Rc::from(text))
    }
}
