//! Small pieces of a schema.

use serde_json::{Map, Value, json};

use crate::vocabulary::Vocabulary;

/// An object with these members.
pub(super) fn object(about: &str, required: &[&str], members: Vec<(&str, Value)>) -> Value {
    let members: Map<String, Value> = members
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    json!({ "type": "object", "description": about, "required": required, "properties": members })
}

/// What stands under `definitions`, and what it is for here.
pub(super) fn reference(name: &str, about: &str) -> Value {
    json!({ "description": about, "allOf": [{ "$ref": format!("#/definitions/{name}") }] })
}

/// The same schema with a description.
pub(super) fn with(mut schema: Value, about: &str) -> Value {
    schema["description"] = about.into();
    schema
}

pub(super) fn list(about: &str, items: Value, most: u64) -> Value {
    json!({ "type": "array", "description": about, "maxItems": most, "items": items })
}

pub(super) fn ids(about: &str) -> Value {
    list(about, json!({ "$ref": "#/definitions/id" }), 200)
}

pub(super) fn texts(about: &str) -> Value {
    list(about, json!({ "type": "string" }), 200)
}

pub(super) fn text(about: &str) -> Value {
    json!({ "type": "string", "description": about })
}

pub(super) fn flag(about: &str) -> Value {
    json!({ "type": "boolean", "description": about })
}

pub(super) fn whole(about: &str, least: u64, most: u64) -> Value {
    json!({ "type": "integer", "description": about, "minimum": least, "maximum": most })
}

pub(super) fn number(about: &str, least: f64) -> Value {
    json!({ "type": "number", "description": about, "minimum": least })
}

/// One of these texts.
pub(super) fn one_of<'w>(about: &str, words: impl Iterator<Item = &'w str>) -> Value {
    json!({ "type": "string", "description": about, "enum": words.collect::<Vec<_>>() })
}

/// One word of a closed set, each explained.
pub(super) fn word<V: Vocabulary>(about: &str) -> Value {
    let words: Vec<&str> = V::WORDS.iter().map(|(word, _)| *word).collect();
    let docs: Vec<&str> = V::DOCS.iter().map(|doc| doc.trim()).collect();
    json!({ "type": "string", "description": about, "enum": words, "markdownEnumDescriptions": docs })
}
