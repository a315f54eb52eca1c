//! `UpdateExpression`: `SET` and `REMOVE` of whole attributes.

use api::ApiError;
use api::dynamodb::AttributeValue;

use super::super::number::Number;
use super::super::value::{Item, invalid};
use super::parse::Parser;
use super::{Operand, Placeholders, Step};

const WHAT: &str = "UpdateExpression";

/// One change of an item.
#[derive(Clone, Debug)]
#[allow(clippy::large_enum_variant)] // few are alive at a time
pub(in super::super) enum Update {
    /// An attribute becomes the first value, plus or minus the second if there is one.
    Set(String, Term, Option<(bool, Term)>),
    /// An attribute goes.
    Remove(String),
}

/// A value of a change.
#[derive(Clone, Debug)]
pub(in super::super) enum Term {
    /// Given, or as it stands in the item.
    Plain(Operand),
    /// As it stands in the item, or else this.
    IfNotExists(String, Operand),
}

/// Reads an update.
///
/// # Errors
/// `ValidationException` in AWS's words; also for what AWS has and this model has not.
pub(in super::super) fn update(
    text: &str,
    placeholders: &mut Placeholders<'_>,
) -> Result<Vec<Update>, ApiError> {
    let mut parser = Parser::of(text, WHAT, placeholders)?;
    let mut updates = Vec::new();
    loop {
        if parser.takes("SET") {
            sets(&mut parser, &mut updates)?;
        } else if parser.takes("REMOVE") {
            removes(&mut parser, &mut updates)?;
        } else if parser.peek().is("ADD") || parser.peek().is("DELETE") {
            return Err(invalid(format!(
                "Invalid {WHAT}: {} is not modelled here; use SET or REMOVE",
                parser.peek().text
            )));
        } else {
            parser.end()?;
            return Ok(updates);
        }
    }
}

fn sets(parser: &mut Parser<'_, '_>, updates: &mut Vec<Update>) -> Result<(), ApiError> {
    loop {
        let name = whole(parser)?;
        parser.expect("=")?;
        let first = term(parser)?;
        let second = if parser.takes("+") {
            Some((true, term(parser)?))
        } else if parser.takes("-") {
            Some((false, term(parser)?))
        } else {
            None
        };
        updates.push(Update::Set(name, first, second));
        if !parser.takes(",") {
            return Ok(());
        }
    }
}

fn removes(parser: &mut Parser<'_, '_>, updates: &mut Vec<Update>) -> Result<(), ApiError> {
    loop {
        updates.push(Update::Remove(whole(parser)?));
        if !parser.takes(",") {
            return Ok(());
        }
    }
}

fn term(parser: &mut Parser<'_, '_>) -> Result<Term, ApiError> {
    if parser.calls() != Some("if_not_exists") {
        return parser.operand().map(Term::Plain);
    }
    parser.expect("if_not_exists")?;
    parser.expect("(")?;
    let name = whole(parser)?;
    parser.expect(",")?;
    let operand = parser.operand()?;
    parser.expect(")")?;
    Ok(Term::IfNotExists(name, operand))
}

fn whole(parser: &mut Parser<'_, '_>) -> Result<String, ApiError> {
    match &parser.path()?[..] {
        [Step::Name(name)] => Ok(name.clone()),
        _ => Err(invalid(format!(
            "Invalid {WHAT}: a path into an attribute is not modelled here"
        ))),
    }
}

/// The item after the changes, all of which look at the item before.
///
/// # Errors
/// `ValidationException` if a value is not there or is no number.
pub(in super::super) fn apply(updates: &[Update], before: &Item) -> Result<Item, ApiError> {
    let mut item = before.clone();
    for update in updates {
        match update {
            Update::Remove(name) => item.0.retain(|(known, _)| known != name),
            Update::Set(name, first, second) => {
                let value = sum(value(first, before)?, second.as_ref(), before)?;
                match item.0.iter_mut().find(|(known, _)| known == name) {
                    Some((_, old)) => *old = value,
                    None => item.0.push((name.clone(), value)),
                }
            }
        }
    }
    Ok(item)
}

fn value(term: &Term, item: &Item) -> Result<AttributeValue, ApiError> {
    let operand = match term {
        Term::IfNotExists(name, operand) => match item.get(name) {
            Some(value) => return Ok(value.clone()),
            None => operand,
        },
        Term::Plain(operand) => operand,
    };
    let found = match operand {
        Operand::Given(value) => Some(value.clone()),
        Operand::At(path) => match &path[..] {
            [Step::Name(name)] => item.get(name).cloned(),
            _ => None,
        },
        Operand::Size(_) => None,
    };
    found.ok_or_else(|| {
        invalid("The provided expression refers to an attribute that does not exist in the item")
    })
}

fn sum(
    first: AttributeValue,
    second: Option<&(bool, Term)>,
    item: &Item,
) -> Result<AttributeValue, ApiError> {
    let Some((plus, term)) = second else {
        return Ok(first);
    };
    let second = value(term, item)?;
    let whole = |value: &AttributeValue| {
        let number = value.number.as_deref().and_then(Number::parse);
        number.and_then(|number| number.whole())
    };
    match (whole(&first), whole(&second)) {
        (Some(one), Some(other)) => Ok(AttributeValue {
            number: Some(if *plus { one + other } else { one - other }.to_string()),
            ..AttributeValue::default()
        }),
        _ => Err(invalid(
            "An operand in the update expression has an incorrect data type",
        )),
    }
}
