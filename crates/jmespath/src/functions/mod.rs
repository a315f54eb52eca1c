//! The functions of the language: what each takes, and what it makes of it.

mod by;
mod lists;
mod numbers;
mod objects;
mod signature;
mod texts;

use std::rc::Rc;

use crate::Json;
use crate::ast::Node;
use crate::error::Error;
use crate::evaluate::Evaluator;
use crate::json::Pairs;
use crate::json::python;

/// A function of the language.
struct Function {
    name: &'static str,
    /// The types that each argument may have, in the words of messages; none for any.
    takes: &'static [&'static [&'static str]],
    /// Whether more arguments like the last may follow.
    variadic: bool,
    answer: fn(&mut Call<'_>) -> Result<Json, Error>,
}

const fn function(
    name: &'static str,
    takes: &'static [&'static [&'static str]],
    answer: fn(&mut Call<'_>) -> Result<Json, Error>,
) -> Function {
    Function {
        name,
        takes,
        variadic: false,
        answer,
    }
}

const fn variadic(
    name: &'static str,
    takes: &'static [&'static [&'static str]],
    answer: fn(&mut Call<'_>) -> Result<Json, Error>,
) -> Function {
    Function {
        variadic: true,
        ..function(name, takes, answer)
    }
}

static FUNCTIONS: &[Function] = &[
    function("abs", &[&["number"]], numbers::abs),
    function("avg", &[&["array-number"]], numbers::avg),
    function("ceil", &[&["number"]], numbers::ceil),
    function("contains", &[&["array", "string"], &[]], lists::contains),
    function("ends_with", &[&["string"], &["string"]], texts::ends_with),
    function("floor", &[&["number"]], numbers::floor),
    function("join", &[&["string"], &["array-string"]], texts::join),
    function("keys", &[&["object"]], objects::keys),
    function("length", &[&["string", "array", "object"]], lists::length),
    function("map", &[&["expref"], &["array"]], by::map),
    function("max", &[&["array-number", "array-string"]], lists::max),
    function("max_by", &[&["array"], &["expref"]], by::max_by),
    variadic("merge", &[&["object"]], objects::merge),
    function("min", &[&["array-number", "array-string"]], lists::min),
    function("min_by", &[&["array"], &["expref"]], by::min_by),
    variadic("not_null", &[&[]], objects::not_null),
    function("reverse", &[&["array", "string"]], lists::reverse),
    function("sort", &[&["array-string", "array-number"]], lists::sort),
    function("sort_by", &[&["array"], &["expref"]], by::sort_by),
    function("starts_with", &[&["string"], &["string"]], texts::starts_with),
    function("sum", &[&["array-number"]], numbers::sum),
    function("to_array", &[&[]], lists::to_array),
    function("to_number", &[&[]], numbers::to_number),
    function("to_string", &[&[]], texts::to_string),
    function("type", &[&[]], objects::type_of),
    function("values", &[&["object"]], objects::values),
];

/// What a function is given.
enum Argument<'a> {
    Value(Json),
    /// `&name`: to be evaluated by the function.
    Reference(&'a Node),
}

/// A function being called.
struct Call<'a> {
    evaluator: &'a mut Evaluator,
    name: &'a str,
    position: usize,
    arguments: Vec<Argument<'a>>,
}

/// What the function `name` makes of what `nodes` find in `value`.
pub(crate) fn call(
    evaluator: &mut Evaluator,
    name: &str,
    nodes: &[Node],
    value: &Json,
    position: usize,
) -> Result<Json, Error> {
    let mut arguments = Vec::new();
    for node in nodes {
        arguments.push(match node {
            Node::Reference(node, _) => Argument::Reference(node),
            node => Argument::Value(evaluator.visit(node, value)?),
        });
    }
    let mut call = Call {
        evaluator,
        name,
        position,
        arguments,
    };
    let known = FUNCTIONS.iter().find(|function| function.name == name);
    let function = known.ok_or_else(|| call.error(format!("Unknown function: {name}()")))?;
    call.check(function)?;
    (function.answer)(&mut call)
}

/// The arguments, whose types are as the function wants them by then.
impl Call<'_> {
    fn value(&self, index: usize) -> Json {
        match self.arguments.get(index) {
            Some(Argument::Value(json)) => json.clone(),
            _ => Json::Null,
        }
    }

    fn text(&self, index: usize) -> Rc<str> {
        match self.arguments.get(index) {
            Some(Argument::Value(Json::String(text))) => Rc::clone(text),
            _ => Rc::from(""),
        }
    }

    fn entries(&self, index: usize) -> Rc<Vec<Json>> {
        match self.arguments.get(index) {
            Some(Argument::Value(Json::Array(entries))) => Rc::clone(entries),
            _ => Rc::default(),
        }
    }

    fn pairs(&self, index: usize) -> Rc<Pairs> {
        match self.arguments.get(index) {
            Some(Argument::Value(Json::Object(pairs))) => Rc::clone(pairs),
            _ => Rc::default(),
        }
    }

    /// What the reference at `index` finds in `json`.
    fn refer(&mut self, index: usize, json: &Json) -> Result<Json, Error> {
        match self.arguments.get(index) {
            Some(Argument::Reference(node)) => self.evaluator.visit(node, json),
            _ => Ok(Json::Null),
        }
    }

    fn error(&self, message: impl Into<String>) -> Error {
        Error::evaluation(self.position, message)
    }

    fn wrong_type(&self, value: &str, expected: &[&str], received: &str) -> Error {
        let expected: Vec<Json> = expected.iter().map(|name| Json::from(*name)).collect();
        self.error(format!(
            "In function {}(), invalid type for value: {value}, expected one of: {}, received: \"{received}\"",
            self.name,
            python::repr(&Json::array(expected)),
        ))
    }
}
