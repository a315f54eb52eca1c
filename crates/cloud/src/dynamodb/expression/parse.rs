//! From an expression's text to what it says.

use api::ApiError;
use api::dynamodb::AttributeValue;

use super::super::value::invalid;
use super::Placeholders;
use super::lex::{Kind, Token, near, tokens};
use super::reserved::is_reserved;

/// One step of a path into an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) enum Step {
    /// Of an item or a map.
    Name(String),
    /// Of a list.
    Index(usize),
}

/// Where a value stands in an item.
pub(in super::super) type Path = Vec<Step>;

/// A value of a condition.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) enum Operand {
    /// What stands at a path.
    At(Path),
    /// Given by the call.
    Given(AttributeValue),
    /// The size of what stands at a path.
    Size(Path),
}

/// What must be so of an item.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) enum Condition {
    /// Both.
    And(Box<Self>, Box<Self>),
    /// One or both.
    Or(Box<Self>, Box<Self>),
    /// Not.
    Not(Box<Self>),
    /// Two values compare so: `=`, `<>`, `<`, `<=`, `>`, `>=`.
    Compare(Operand, &'static str, Operand),
    /// Between two values, both included.
    Between(Operand, Operand, Operand),
    /// One of these.
    In(Operand, Vec<Operand>),
    /// Something stands there.
    Exists(Path),
    /// A function of a path and a value: `begins_with`, `contains`, `attribute_type`.
    Function(&'static str, Path, Operand),
}

const SIGNS: [&str; 6] = ["=", "<>", "<=", ">=", "<", ">"];
const FUNCTIONS: [&str; 3] = ["begins_with", "contains", "attribute_type"];

/// Reads a condition; `what` is the member it stands in.
///
/// # Errors
/// `ValidationException` in AWS's words.
pub(in super::super) fn condition(
    text: &str,
    what: &'static str,
    placeholders: &mut Placeholders<'_>,
) -> Result<Condition, ApiError> {
    let mut parser = Parser::of(text, what, placeholders)?;
    let condition = parser.or()?;
    parser.end()?;
    Ok(condition)
}

/// Reads a projection.
///
/// # Errors
/// `ValidationException` in AWS's words.
pub(in super::super) fn projection(
    text: &str,
    placeholders: &mut Placeholders<'_>,
) -> Result<Vec<Path>, ApiError> {
    let mut parser = Parser::of(text, "ProjectionExpression", placeholders)?;
    let mut paths = vec![parser.path()?];
    while parser.takes(",") {
        paths.push(parser.path()?);
    }
    parser.end()?;
    Ok(paths)
}

/// Reads tokens from left to right.
pub(super) struct Parser<'a, 'p> {
    tokens: Vec<Token>,
    place: usize,
    what: &'static str,
    placeholders: &'a mut Placeholders<'p>,
    /// How many parentheses and `NOT`s are open.
    depth: u32,
}

/// Parentheses and `NOT`s within one another. Our choice: AWS allows 300 operators in all.
const DEPTH_MAX: u32 = 64;

impl<'a, 'p> Parser<'a, 'p> {
    pub(super) fn of(
        text: &str,
        what: &'static str,
        placeholders: &'a mut Placeholders<'p>,
    ) -> Result<Self, ApiError> {
        if text.trim().is_empty() {
            return Err(invalid(format!(
                "Invalid {what}: The expression can not be empty;"
            )));
        }
        let tokens = tokens(text).map_err(|at| {
            let rest: String = text[at..].chars().take(1).collect();
            invalid(format!(
                "Invalid {what}: Syntax error; token: \"{rest}\", near: \"{rest}\""
            ))
        })?;
        Ok(Self {
            tokens,
            place: 0,
            what,
            placeholders,
            depth: 0,
        })
    }

    pub(super) fn peek(&self) -> &Token {
        &self.tokens[self.place]
    }

    fn next(&mut self) -> Token {
        let token = self.peek().clone();
        self.place = (self.place + 1).min(self.tokens.len() - 1);
        token
    }

    pub(super) fn takes(&mut self, word: &str) -> bool {
        let is_it = self.peek().is(word);
        if is_it {
            self.next();
        }
        is_it
    }

    pub(super) fn expect(&mut self, word: &str) -> Result<(), ApiError> {
        if self.takes(word) {
            Ok(())
        } else {
            Err(self.stumbles())
        }
    }

    pub(super) fn end(&self) -> Result<(), ApiError> {
        match self.peek().kind {
            Kind::End => Ok(()),
            _ => Err(self.stumbles()),
        }
    }

    pub(super) fn stumbles(&self) -> ApiError {
        invalid(format!(
            "Invalid {}: Syntax error; token: \"{}\", near: \"{}\"",
            self.what,
            self.peek().text,
            near(&self.tokens, self.place)
        ))
    }

    fn refuse(&self, why: &str) -> ApiError {
        invalid(format!("Invalid {}: {why}", self.what))
    }

    fn or(&mut self) -> Result<Condition, ApiError> {
        let mut left = self.and()?;
        while self.takes("OR") {
            left = Condition::Or(left.into(), self.and()?.into());
        }
        Ok(left)
    }

    fn and(&mut self) -> Result<Condition, ApiError> {
        let mut left = self.not()?;
        while self.takes("AND") {
            left = Condition::And(left.into(), self.not()?.into());
        }
        Ok(left)
    }

    fn not(&mut self) -> Result<Condition, ApiError> {
        self.depth += 1;
        if self.depth > DEPTH_MAX {
            return Err(self.refuse("The expression contains too many operators;"));
        }
        let condition = if self.takes("NOT") {
            Condition::Not(self.not()?.into())
        } else if self.takes("(") {
            let inner = self.or()?;
            self.expect(")")?;
            inner
        } else {
            self.simple()?
        };
        self.depth -= 1;
        Ok(condition)
    }

    fn simple(&mut self) -> Result<Condition, ApiError> {
        if let Some(function) = self.function()? {
            return Ok(function);
        }
        let left = self.operand()?;
        if self.takes("BETWEEN") {
            let least = self.operand()?;
            self.expect("AND")?;
            return Ok(Condition::Between(left, least, self.operand()?));
        }
        if self.takes("IN") {
            return self.one_of(left);
        }
        match SIGNS.into_iter().find(|sign| self.peek().is(sign)) {
            Some(sign) => {
                self.next();
                Ok(Condition::Compare(left, sign, self.operand()?))
            }
            None => Err(self.stumbles()),
        }
    }

    fn one_of(&mut self, left: Operand) -> Result<Condition, ApiError> {
        self.expect("(")?;
        let mut values = vec![self.operand()?];
        while self.takes(",") {
            values.push(self.operand()?);
        }
        self.expect(")")?;
        Ok(Condition::In(left, values))
    }

    /// Whether a function's name and a parenthesis come next.
    pub(super) fn calls(&self) -> Option<&str> {
        let next = self.tokens.get(self.place + 1)?;
        (self.peek().kind == Kind::Word && next.is("(")).then(|| self.peek().text.as_str())
    }

    fn function(&mut self) -> Result<Option<Condition>, ApiError> {
        let Some(name) = self.calls().map(str::to_owned) else {
            return Ok(None);
        };
        if name == "size" {
            return Ok(None);
        }
        let known = FUNCTIONS.into_iter().find(|known| *known == name);
        let exists = ["attribute_exists", "attribute_not_exists"].contains(&name.as_str());
        if known.is_none() && !exists {
            return Err(self.refuse(&format!("Invalid function name; function: {name}")));
        }
        self.next();
        self.expect("(")?;
        let path = self.path()?;
        let condition = match known {
            Some(function) => {
                self.expect(",")?;
                Condition::Function(function, path, self.operand()?)
            }
            None if name == "attribute_exists" => Condition::Exists(path),
            None => Condition::Not(Condition::Exists(path).into()),
        };
        self.expect(")")?;
        Ok(Some(condition))
    }

    pub(super) fn operand(&mut self) -> Result<Operand, ApiError> {
        if self.calls() == Some("size") {
            self.next();
            self.expect("(")?;
            let path = self.path()?;
            self.expect(")")?;
            return Ok(Operand::Size(path));
        }
        if self.peek().kind != Kind::Value {
            return self.path().map(Operand::At);
        }
        let key = self.next().text;
        self.placeholders.value(&key).map(Operand::Given).ok_or_else(|| {
            self.refuse(&format!(
                "An expression attribute value used in expression is not defined; attribute value: {key}"
            ))
        })
    }

    pub(super) fn path(&mut self) -> Result<Path, ApiError> {
        let mut path = vec![self.name()?];
        loop {
            if self.takes(".") {
                path.push(self.name()?);
            } else if self.takes("[") {
                let index = self.peek().text.parse().map_err(|_| self.stumbles())?;
                self.next();
                path.push(Step::Index(index));
                self.expect("]")?;
            } else {
                return Ok(path);
            }
        }
    }

    fn name(&mut self) -> Result<Step, ApiError> {
        match self.peek().kind {
            Kind::Name => {
                let key = self.next().text;
                self.placeholders.name(&key).map(Step::Name).ok_or_else(|| {
                    self.refuse(&format!(
                        "An expression attribute name used in the document path is not defined; attribute name: {key}"
                    ))
                })
            }
            Kind::Word if is_reserved(&self.peek().text) => {
                let word = self.peek().text.clone();
                Err(self.refuse(&format!(
                    "Attribute name is a reserved keyword; reserved keyword: {word}"
                )))
            }
            Kind::Word => Ok(Step::Name(self.next().text)),
            _ => Err(self.stumbles()),
        }
    }
}
