//! What a tree finds in a value.

use std::rc::Rc;

use crate::Json;
use crate::ast::{Comparator, Link, Node, Over};
use crate::compare;
use crate::error::Error;
use crate::functions;
use crate::json::Pairs;
use crate::json::put;
use crate::limits;

/// What `node` finds in `json`.
pub(crate) fn evaluate(node: &Node, json: &Json) -> Result<Json, Error> {
    let mut evaluator = Evaluator { steps: limits::STEPS };
    let found = evaluator.visit(node, json)?;
    evaluator.weigh(&found, limits::JSON_DEPTH)?;
    Ok(found)
}

/// A walk through a tree, with the steps that are left.
pub(crate) struct Evaluator {
    steps: u64,
}

impl Evaluator {
    /// Values share what they hold, so that most steps cost the same whatever the size of what they pass on.
    pub(crate) fn visit(&mut self, node: &Node, value: &Json) -> Result<Json, Error> {
        self.spend(1)?;
        match node {
            Node::Current => Ok(value.clone()),
            Node::Literal(json) => Ok(json.clone()),
            Node::Field(name) => self.field(name, value),
            Node::Index(index) => Ok(entry(value, *index)),
            Node::Slice(bounds, position) => self.slice(value, *bounds, *position),
            Node::Flatten(base) => self.flatten(base, value),
            Node::Sequence(link, nodes) => self.sequence(*link, nodes, value),
            Node::Projection { over, base, each } => self.project(*over, base, each, value),
            Node::Filter {
                base,
                each,
                condition,
            } => self.filter(base, each, condition, value),
            Node::Comparison(comparator, sides, position) => {
                self.compare(*comparator, sides, value, *position)
            }
            Node::Or(sides) => self.either(sides, value, true),
            Node::And(sides) => self.either(sides, value, false),
            Node::Not(node) => Ok(Json::Bool(!compare::holds(&self.visit(node, value)?))),
            Node::List(nodes) => self.list(nodes, value),
            Node::Hash(pairs) => self.hash(pairs, value),
            Node::Function(name, arguments, position) => {
                functions::call(self, name, arguments, value, *position)
            }
            Node::Reference(_, position) => {
                let message = "an expression reference stands only where a function takes one";
                Err(Error::evaluation(*position, message))
            }
        }
    }

    fn field(&mut self, name: &str, value: &Json) -> Result<Json, Error> {
        if let Json::Object(pairs) = value {
            self.spend_all(pairs)?;
        }
        Ok(value.get(name).cloned().unwrap_or(Json::Null))
    }

    fn slice(&mut self, value: &Json, bounds: [Option<i64>; 3], position: usize) -> Result<Json, Error> {
        let Json::Array(entries) = value else {
            return Ok(Json::Null);
        };
        self.spend_all(entries)?;
        let [start, end, step] = bounds;
        match step {
            Some(0) => Err(Error::evaluation(position, "slice step cannot be zero")),
            step => Ok(Json::array(sliced(entries, start, end, step.unwrap_or(1)))),
        }
    }

    fn flatten(&mut self, base: &Node, value: &Json) -> Result<Json, Error> {
        let Json::Array(entries) = self.visit(base, value)? else {
            return Ok(Json::Null);
        };
        let mut flat = Vec::new();
        for entry in entries.iter() {
            match entry {
                Json::Array(inner) => {
                    self.spend_all(inner)?;
                    flat.extend(inner.iter().cloned());
                }
                other => flat.push(other.clone()),
            }
        }
        self.spend_all(&flat)?;
        Ok(Json::array(flat))
    }

    fn sequence(&mut self, _link: Link, nodes: &[Node], value: &Json) -> Result<Json, Error> {
        let mut found = value.clone();
        for node in nodes {
            found = self.visit(node, &found)?;
        }
        Ok(found)
    }

    fn project(&mut self, over: Over, base: &Node, each: &Node, value: &Json) -> Result<Json, Error> {
        let base = self.visit(base, value)?;
        let mut found = Vec::new();
        match (over, &base) {
            (Over::List, Json::Array(entries)) => {
                for entry in entries.iter() {
                    self.collect(each, entry, &mut found)?;
                }
            }
            (Over::Object, Json::Object(pairs)) => {
                for (_, entry) in pairs.iter() {
                    self.collect(each, entry, &mut found)?;
                }
            }
            _ => return Ok(Json::Null),
        }
        Ok(Json::array(found))
    }

    fn filter(&mut self, base: &Node, each: &Node, condition: &Node, value: &Json) -> Result<Json, Error> {
        let Json::Array(entries) = self.visit(base, value)? else {
            return Ok(Json::Null);
        };
        let mut found = Vec::new();
        for entry in entries.iter() {
            if compare::holds(&self.visit(condition, entry)?) {
                self.collect(each, entry, &mut found)?;
            }
        }
        Ok(Json::array(found))
    }

    /// Nothing found is left out.
    fn collect(&mut self, each: &Node, entry: &Json, found: &mut Vec<Json>) -> Result<(), Error> {
        match self.visit(each, entry)? {
            Json::Null => {}
            json => found.push(json),
        }
        Ok(())
    }

    fn compare(
        &mut self,
        comparator: Comparator,
        [left, right]: &[Node; 2],
        value: &Json,
        position: usize,
    ) -> Result<Json, Error> {
        let left = self.visit(left, value)?;
        let right = self.visit(right, value)?;
        self.weigh(&left, usize::MAX)?;
        self.weigh(&right, usize::MAX)?;
        match comparator {
            Comparator::Equal => Ok(Json::Bool(compare::equals(&left, &right))),
            Comparator::NotEqual => Ok(Json::Bool(!compare::equals(&left, &right))),
            _ => compare::ordered(comparator, &left, &right, position),
        }
    }

    /// The left side if it decides, else the right one.
    fn either(&mut self, [left, right]: &[Node; 2], value: &Json, decided: bool) -> Result<Json, Error> {
        let left = self.visit(left, value)?;
        if compare::holds(&left) == decided {
            return Ok(left);
        }
        self.visit(right, value)
    }

    fn list(&mut self, nodes: &[Node], value: &Json) -> Result<Json, Error> {
        if matches!(value, Json::Null) {
            return Ok(Json::Null);
        }
        let found: Result<Vec<Json>, Error> = nodes.iter().map(|node| self.visit(node, value)).collect();
        Ok(Json::array(found?))
    }

    fn hash(&mut self, nodes: &[(Rc<str>, Node)], value: &Json) -> Result<Json, Error> {
        if matches!(value, Json::Null) {
            return Ok(Json::Null);
        }
        let mut pairs = Pairs::new();
        for (name, node) in nodes {
            put(&mut pairs, name, self.visit(node, value)?);
        }
        Ok(Json::object(pairs))
    }
}

/// What it costs.
impl Evaluator {
    /// Takes so many steps.
    pub(crate) fn spend(&mut self, steps: usize) -> Result<(), Error> {
        let left = self.steps.checked_sub(steps as u64);
        self.steps = left.ok_or_else(|| {
            let message = format!("the expression takes more than {} steps", limits::STEPS);
            Error::limit(None, message)
        })?;
        Ok(())
    }

    pub(crate) fn spend_all<T>(&mut self, entries: &[T]) -> Result<(), Error> {
        self.spend(entries.len())
    }

    /// Takes a step for every value within, at most `depth` deep, since what is shared may be large without having cost
    /// much.
    pub(crate) fn weigh(&mut self, json: &Json, depth: usize) -> Result<(), Error> {
        self.spend(1)?;
        let inner = || {
            let message = format!(
                "the answer is nested more than {} levels deep",
                limits::JSON_DEPTH
            );
            depth.checked_sub(1).ok_or_else(|| Error::limit(None, message))
        };
        match json {
            Json::String(text) => self.spend(text.len()),
            Json::Array(entries) => entries.iter().try_for_each(|entry| self.weigh(entry, inner()?)),
            Json::Object(pairs) => pairs
                .iter()
                .try_for_each(|(_, value)| self.weigh(value, inner()?)),
            _ => Ok(()),
        }
    }
}

/// Counted from the end if negative.
fn entry(value: &Json, index: i64) -> Json {
    let Json::Array(entries) = value else {
        return Json::Null;
    };
    let length = i64::try_from(entries.len()).unwrap_or(i64::MAX);
    let index = if index < 0 {
        index.saturating_add(length)
    } else {
        index
    };
    let place = usize::try_from(index).ok();
    place
        .and_then(|place| entries.get(place))
        .cloned()
        .unwrap_or(Json::Null)
}

/// As Python slices.
fn sliced(entries: &[Json], start: Option<i64>, end: Option<i64>, step: i64) -> Vec<Json> {
    let length = i64::try_from(entries.len()).unwrap_or(i64::MAX);
    let (first, last) = if step > 0 { (0, length) } else { (-1, length - 1) };
    let bound = |bound: i64| {
        let bound = if bound < 0 {
            bound.saturating_add(length)
        } else {
            bound
        };
        bound.clamp(first, last)
    };
    let (from, to) = if step > 0 { (first, last) } else { (last, first) };
    let (mut at, to) = (start.map_or(from, bound), end.map_or(to, bound));
    let mut found = Vec::new();
    while if step > 0 { at < to } else { at > to } {
        found.extend(usize::try_from(at).ok().and_then(|at| entries.get(at)).cloned());
        at = at.saturating_add(step);
    }
    found
}
