//! A shape is a plain typed struct that can also be walked by the positions of its members.
//!
//! `shapes!` declares it once. Serde derives on every request and answer would cost five times the download
//! of one table for each and a single walker for all.

use crate::suggest::nearest;
use crate::{Kind, Member, Timestamp};

/// A struct whose members can be reached by position; object safe, so that one walker serves all.
pub trait Shape {
    /// The declaration.
    fn declaration() -> &'static ShapeInfo
    where
        Self: Sized;

    /// What is told of it. Apart from the declaration, so that a program carries the docs only where it shows them.
    fn docs() -> &'static ShapeDocs
    where
        Self: Sized;

    /// The declaration of the shape behind a `dyn Shape`.
    fn info(&self) -> &'static ShapeInfo;

    /// Where to put the value of member `index`. The member is present from now on, with its zero value if it was not.
    ///
    /// # Panics
    /// If there is no such member.
    fn slot(&mut self, index: usize) -> Slot<'_>;

    /// The value of member `index`, if it is present. A list or map always is.
    ///
    /// # Panics
    /// If there is no such member.
    fn value(&self, index: usize) -> Option<Value<'_>>;
}

/// What is known of a shape, as data.
#[derive(Debug)]
pub struct ShapeInfo {
    /// The name in AWS's official Rust SDK: `RunInstancesInput`.
    pub name: &'static str,
    /// In the order in which AWS writes them.
    pub members: &'static [Member],
    /// What AWS has there and this model has not: names parted by spaces, each with AWS's default behind `=` if it has one.
    pub not_modelled: &'static str,
}

impl ShapeInfo {
    /// What AWS's name `name` is to this shape.
    #[must_use]
    pub fn lookup(&'static self, name: &str) -> Lookup {
        if let Some(index) = self.members.iter().position(|member| member.name == name) {
            return Lookup::Member(index, &self.members[index]);
        }
        match self.not_modelled().find(|(known, _)| *known == name) {
            Some((_, default)) => Lookup::NotModelled { default },
            None => Lookup::Unknown {
                suggestion: nearest(name, self.members.iter().map(|member| member.name)),
            },
        }
    }

    /// The members that AWS has and this model has not, each with AWS's default if it has one.
    pub fn not_modelled(&self) -> impl Iterator<Item = (&'static str, Option<&'static str>)> {
        self.not_modelled
            .split_ascii_whitespace()
            .map(|entry| match entry.split_once('=') {
                Some((name, default)) => (name, Some(default)),
                None => (entry, None),
            })
    }
}

/// What is told of a shape.
#[derive(Debug)]
pub struct ShapeDocs {
    /// What it is; of the input of an operation, what the operation does. May begin with a space.
    pub doc: &'static str,
    /// Of its members, in the order of their declaration.
    pub members: &'static [MemberDocs],
}

/// What is told of a member.
#[derive(Debug)]
pub struct MemberDocs {
    /// What it means, in one or two sentences; may begin with a space.
    pub doc: &'static str,
    /// Of the structure in it, if there is one.
    pub within: Option<Docs>,
}

/// Where the docs of a shape are; behind a function, so that a shape may contain itself.
pub type Docs = fn() -> &'static ShapeDocs;

/// What a name is to a shape.
#[derive(Clone, Copy, Debug)]
pub enum Lookup {
    /// A member: its position and declaration.
    Member(usize, &'static Member),
    /// AWS has this member, this model has not.
    NotModelled {
        /// AWS's default, if it has one that can be said in a word.
        default: Option<&'static str>,
    },
    /// AWS has no such member either.
    Unknown {
        /// The member that was probably meant.
        suggestion: Option<&'static str>,
    },
}

/// Where a value can be put.
pub enum Slot<'a> {
    /// Text.
    String(&'a mut String),
    /// A whole number.
    Integer(&'a mut i64),
    /// A number.
    Double(&'a mut f64),
    /// True or false.
    Boolean(&'a mut bool),
    /// An instant.
    Timestamp(&'a mut Timestamp),
    /// A structure.
    Shape(&'a mut dyn Shape),
    /// A list.
    List(&'a mut dyn List),
    /// A map.
    Map(&'a mut dyn Mapping),
}

impl Slot<'_> {
    /// The kind of value that belongs here, as AWS's documentation writes it.
    #[must_use]
    pub const fn kind_name(&self) -> &'static str {
        match self {
            Self::String(_) => "string",
            Self::Integer(_) => "integer",
            Self::Double(_) => "double",
            Self::Boolean(_) => "boolean",
            Self::Timestamp(_) => "timestamp",
            Self::Shape(_) => "structure",
            Self::List(_) => "list",
            Self::Map(_) => "map",
        }
    }
}

/// A value that is there.
#[derive(Clone, Copy)]
pub enum Value<'a> {
    /// Text.
    String(&'a str),
    /// A whole number.
    Integer(i64),
    /// A number.
    Double(f64),
    /// True or false.
    Boolean(bool),
    /// An instant.
    Timestamp(Timestamp),
    /// A structure.
    Shape(&'a dyn Shape),
    /// A list.
    List(&'a dyn List),
    /// A map.
    Map(&'a dyn Mapping),
}

/// A list of values of one kind.
pub trait List {
    /// Adds an entry of zero value and says where to put its value.
    fn push(&mut self) -> Slot<'_>;
    /// How many entries there are.
    fn len(&self) -> usize;
    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// The entry at `index`, if there is one.
    fn get(&self, index: usize) -> Option<Value<'_>>;
}

/// A map from texts to values of one kind.
pub trait Mapping {
    /// Where to put the value of `key`; it is present from now on, with its zero value if it was not.
    fn put(&mut self, key: &str) -> Slot<'_>;
    /// How many pairs there are.
    fn len(&self) -> usize;
    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// The pair at `index`, if there is one.
    fn get(&self, index: usize) -> Option<(&str, Value<'_>)>;
}

/// The pairs of a map, in the order of their keys.
pub fn pairs(map: &dyn Mapping) -> impl Iterator<Item = (&str, Value<'_>)> {
    (0..map.len()).filter_map(|index| map.get(index))
}

/// The entries of a list, in order.
pub fn entries(list: &dyn List) -> impl Iterator<Item = Value<'_>> {
    (0..list.len()).filter_map(|index| list.get(index))
}

/// A type that can stand in a member or a list.
pub trait Element: Default {
    /// What it is.
    const KIND: Kind;
    /// What is told of the shapes in it.
    const DOCS: Option<Docs> = None;
    /// Where to put its value.
    fn as_slot(&mut self) -> Slot<'_>;
    /// Its value.
    fn as_value(&self) -> Value<'_>;
}

impl<T: Shape + Default> Element for T {
    const KIND: Kind = Kind::Shape(T::declaration);
    const DOCS: Option<Docs> = Some(T::docs);
    fn as_slot(&mut self) -> Slot<'_> {
        Slot::Shape(self)
    }
    fn as_value(&self) -> Value<'_> {
        Value::Shape(self)
    }
}

macro_rules! scalar {
    ($($type:ty, $kind:ident, |$this:ident| $value:expr;)*) => {$(
        impl Element for $type {
            const KIND: Kind = Kind::$kind;
            fn as_slot(&mut self) -> Slot<'_> {
                Slot::$kind(self)
            }
            fn as_value(&self) -> Value<'_> {
                let $this = self;
                Value::$kind($value)
            }
        }
    )*};
}

scalar! {
    String, String, |text| text;
    i64, Integer, |number| *number;
    f64, Double, |number| *number;
    bool, Boolean, |truth| *truth;
    Timestamp, Timestamp, |instant| *instant;
}

/// A type that a struct's field can have: `Option<T>`, `Vec<T>` or `Map<T>`.
pub trait Field {
    /// What it holds.
    const KIND: Kind;
    /// What is told of the shapes in it.
    const DOCS: Option<Docs>;
    /// Where to put its value; it is present from now on.
    fn as_slot(&mut self) -> Slot<'_>;
    /// Its value, if it is present.
    fn as_value(&self) -> Option<Value<'_>>;
}

impl<T: Element> Field for Option<T> {
    const KIND: Kind = T::KIND;
    const DOCS: Option<Docs> = T::DOCS;
    fn as_slot(&mut self) -> Slot<'_> {
        self.get_or_insert_default().as_slot()
    }
    fn as_value(&self) -> Option<Value<'_>> {
        self.as_ref().map(Element::as_value)
    }
}

impl<T: Element> Field for Vec<T> {
    const KIND: Kind = Kind::List(&T::KIND);
    const DOCS: Option<Docs> = T::DOCS;
    fn as_slot(&mut self) -> Slot<'_> {
        Slot::List(self)
    }
    fn as_value(&self) -> Option<Value<'_>> {
        Some(Value::List(self))
    }
}

/// A list that may be left out, where an empty one is a value too.
impl<T: Element> Element for Vec<T> {
    const KIND: Kind = Kind::List(&T::KIND);
    const DOCS: Option<Docs> = T::DOCS;
    fn as_slot(&mut self) -> Slot<'_> {
        Slot::List(self)
    }
    fn as_value(&self) -> Value<'_> {
        Value::List(self)
    }
}

impl<T: Element> List for Vec<T> {
    fn push(&mut self) -> Slot<'_> {
        self.push_mut(T::default()).as_slot()
    }
    fn len(&self) -> usize {
        Vec::len(self)
    }
    fn get(&self, index: usize) -> Option<Value<'_>> {
        <[T]>::get(self, index).map(Element::as_value)
    }
}

/// A map in the order of its keys, each once: the order of writing means nothing, so that JSON and command line agree.
#[derive(Clone, Debug, PartialEq)]
pub struct Map<T>(pub Vec<(String, T)>);

impl<T> Map<T> {
    /// The value of `key`, if it has one.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&T> {
        self.0
            .iter()
            .find(|(known, _)| known == key)
            .map(|(_, value)| value)
    }
}

impl<T> Default for Map<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> FromIterator<(String, T)> for Map<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(pairs: I) -> Self {
        let mut pairs: Vec<(String, T)> = pairs.into_iter().collect();
        pairs.sort_by(|one, other| one.0.cmp(&other.0));
        Self(pairs)
    }
}

impl<T: Element> Mapping for Map<T> {
    fn put(&mut self, key: &str) -> Slot<'_> {
        let place = match self.0.binary_search_by(|(known, _)| known.as_str().cmp(key)) {
            Ok(place) => place,
            Err(place) => {
                self.0.insert(place, (key.to_owned(), T::default()));
                place
            }
        };
        self.0[place].1.as_slot()
    }
    fn len(&self) -> usize {
        self.0.len()
    }
    fn get(&self, index: usize) -> Option<(&str, Value<'_>)> {
        self.0
            .get(index)
            .map(|(key, value)| (key.as_str(), value.as_value()))
    }
}

impl<T: Element> Field for Map<T> {
    const KIND: Kind = Kind::Map(&T::KIND);
    const DOCS: Option<Docs> = T::DOCS;
    fn as_slot(&mut self) -> Slot<'_> {
        Slot::Map(self)
    }
    fn as_value(&self) -> Option<Value<'_>> {
        Some(Value::Map(self))
    }
}

impl<T: Element> Element for Map<T> {
    const KIND: Kind = Kind::Map(&T::KIND);
    const DOCS: Option<Docs> = T::DOCS;
    fn as_slot(&mut self) -> Slot<'_> {
        Slot::Map(self)
    }
    fn as_value(&self) -> Value<'_> {
        Value::Map(self)
    }
}

/// Declares shapes: `field: Type = "AwsName" rules…`, the rules being methods of [`Member`]; after the
/// closing brace, `without` and the members that AWS has there and this model has not.
macro_rules! shapes {
    ($(
        $(#[doc = $doc:literal])*
        pub struct $shape:ident {
            $(
                $(#[doc = $member_doc:literal])*
                $field:ident : $type:ty = $name:literal $($rule:ident $(($($argument:expr),*))?)*,
            )*
        }
        $(without $not_modelled:literal)?
    )*) => {$(
        $(#[doc = $doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $shape {
            $($(#[doc = $member_doc])* pub $field: $type,)*
        }

        const _: () = {
            static INFO: $crate::ShapeInfo = $crate::ShapeInfo {
                name: stringify!($shape),
                members: &[$(
                    $crate::Member::new($name, <$type as $crate::Field>::KIND)
                        $(.$rule($($($argument),*)?))*,
                )*],
                not_modelled: concat!($($not_modelled)?),
            };

            static DOCS: $crate::ShapeDocs = $crate::ShapeDocs {
                doc: concat!($($doc),*),
                members: &[$(
                    $crate::MemberDocs { doc: concat!($($member_doc),*), within: <$type as $crate::Field>::DOCS },
                )*],
            };

            /// The position of each member.
            #[allow(non_camel_case_types, dead_code)] // a shape may have no members
            enum Position { $($field,)* }

            impl $crate::Shape for $shape {
                fn declaration() -> &'static $crate::ShapeInfo {
                    &INFO
                }
                fn docs() -> &'static $crate::ShapeDocs {
                    &DOCS
                }
                fn info(&self) -> &'static $crate::ShapeInfo {
                    &INFO
                }
                fn slot(&mut self, index: usize) -> $crate::Slot<'_> {
                    $(if index == Position::$field as usize {
                        return $crate::Field::as_slot(&mut self.$field);
                    })*
                    $crate::shape::no_such_member(index)
                }
                fn value(&self, index: usize) -> Option<$crate::Value<'_>> {
                    $(if index == Position::$field as usize {
                        return $crate::Field::as_value(&self.$field);
                    })*
                    $crate::shape::no_such_member(index)
                }
            }
        };
    )*};
}
pub(crate) use shapes;

/// A walker counted past its table.
#[cold]
pub(crate) fn no_such_member(index: usize) -> ! {
    panic!("a shape has no member number {index}")
}
