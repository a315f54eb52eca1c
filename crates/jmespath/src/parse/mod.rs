//! Words to a tree: what stands first, then whatever binds more strongly than what waits for it.

mod bracket;
mod select;

use std::rc::Rc;

use crate::Json;
use crate::ast::{Comparator, Link, Node, Over};
use crate::error::Error;
use crate::lex::tokens;
use crate::limits;
use crate::token::{ENDS_PROJECTION, Kind, Token};

/// Reads an expression.
pub(crate) fn parse(text: &str) -> Result<Node, Error> {
    let mut parser = Parser {
        text,
        tokens: tokens(text)?,
        at: 0,
        depth: 0,
        parts: 0,
    };
    let node = parser.expression(0)?;
    if parser.kind() != Kind::End {
        let reason = format!(
            "Unexpected token: {}",
            crate::json::python::text(&parser.token(0).value)
        );
        return Err(parser.error(&reason));
    }
    if node.fits(limits::DEPTH) {
        Ok(node)
    } else {
        Err(too_deep(None))
    }
}

fn too_deep(position: Option<usize>) -> Error {
    let message = format!("the expression is nested more than {} levels deep", limits::DEPTH);
    Error::limit(position, message)
}

struct Parser<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    /// The token to be read next.
    at: usize,
    depth: usize,
    parts: usize,
}

impl Parser<'_> {
    /// What stands here, up to a word that binds no more strongly than `power`.
    fn expression(&mut self, power: u8) -> Result<Node, Error> {
        if self.depth == limits::DEPTH {
            return Err(too_deep(Some(self.token(0).start)));
        }
        self.depth += 1;
        self.count()?;
        let mut left = self.first()?;
        while power < self.kind().power() {
            self.count()?;
            left = self.further(left)?;
        }
        self.depth -= 1;
        Ok(left)
    }

    fn count(&mut self) -> Result<(), Error> {
        self.parts += 1;
        if self.parts <= limits::PARTS {
            return Ok(());
        }
        let message = format!("the expression has more than {} parts", limits::PARTS);
        Err(Error::limit(Some(self.token(0).start), message))
    }

    /// An expression's beginning.
    fn first(&mut self) -> Result<Node, Error> {
        match self.kind() {
            Kind::Literal => Ok(Node::Literal(self.next().value)),
            Kind::Name => Ok(Node::Field(self.name())),
            Kind::QuotedName => self.quoted_name(),
            Kind::Current => self.skip(Node::Current),
            Kind::Star => self.star(),
            Kind::Filter => self.filter(Node::Current),
            Kind::Flatten => self.flatten(Node::Current),
            Kind::OpenBracket => self.bracket(),
            Kind::OpenBrace => self.hash(),
            Kind::OpenParen => self.parentheses(),
            Kind::Not => self.not(),
            Kind::Ampersand => self.reference(),
            Kind::End => Err(Error::incomplete(self.text)),
            _ => Err(self.error("invalid token")),
        }
    }

    /// What goes on behind `left`.
    fn further(&mut self, left: Node) -> Result<Node, Error> {
        match self.kind() {
            Kind::Dot => self.dot(left),
            Kind::Pipe => self.pipe(left),
            Kind::Or => Ok(Node::Or(self.pair(left)?)),
            Kind::And => Ok(Node::And(self.pair(left)?)),
            Kind::Equal => self.comparison(left, Comparator::Equal),
            Kind::NotEqual => self.comparison(left, Comparator::NotEqual),
            Kind::Less => self.comparison(left, Comparator::Less),
            Kind::LessOrEqual => self.comparison(left, Comparator::LessOrEqual),
            Kind::Greater => self.comparison(left, Comparator::Greater),
            Kind::GreaterOrEqual => self.comparison(left, Comparator::GreaterOrEqual),
            Kind::Flatten => self.flatten(left),
            Kind::Filter => self.filter(left),
            Kind::OpenBracket => self.bracket_behind(left),
            Kind::OpenParen => self.call(left),
            _ => Err(self.error("invalid token")),
        }
    }

    fn quoted_name(&mut self) -> Result<Node, Error> {
        let name = self.name();
        if self.kind() == Kind::OpenParen {
            let reason = "Quoted identifier not allowed for function names.";
            return Err(Error::token(0, self.token(0), reason, self.text));
        }
        Ok(Node::Field(name))
    }

    fn parentheses(&mut self) -> Result<Node, Error> {
        self.next();
        let node = self.expression(0)?;
        self.expect(Kind::CloseParen)?;
        Ok(node)
    }

    fn not(&mut self) -> Result<Node, Error> {
        let power = self.next().kind.power();
        Ok(Node::Not(Box::new(self.expression(power)?)))
    }

    fn reference(&mut self) -> Result<Node, Error> {
        let Token { kind, start, .. } = self.next();
        Ok(Node::Reference(Box::new(self.expression(kind.power())?), start))
    }

    fn star(&mut self) -> Result<Node, Error> {
        let power = self.next().kind.power();
        let each = match self.kind() {
            Kind::CloseBracket => Node::Current,
            _ => self.projected(power)?,
        };
        Ok(projection(Over::Object, Node::Current, each))
    }

    fn dot(&mut self, left: Node) -> Result<Node, Error> {
        let power = self.next().kind.power();
        if self.kind() == Kind::Star {
            self.next();
            let each = self.projected(power)?;
            return Ok(projection(Over::Object, left, each));
        }
        let right = self.behind_dot(power)?;
        Ok(sequence(Link::Dot, left, right))
    }

    fn pipe(&mut self, left: Node) -> Result<Node, Error> {
        let power = self.next().kind.power();
        let right = self.expression(power)?;
        Ok(sequence(Link::Pipe, left, right))
    }

    /// The two sides of an operator.
    fn pair(&mut self, left: Node) -> Result<Box<[Node; 2]>, Error> {
        let power = self.next().kind.power();
        Ok(Box::new([left, self.expression(power)?]))
    }

    fn comparison(&mut self, left: Node, comparator: Comparator) -> Result<Node, Error> {
        let start = self.token(0).start;
        Ok(Node::Comparison(comparator, self.pair(left)?, start))
    }

    fn flatten(&mut self, left: Node) -> Result<Node, Error> {
        let power = self.next().kind.power();
        let base = Node::Flatten(Box::new(left));
        let each = self.projected(power)?;
        Ok(projection(Over::List, base, each))
    }

    /// Commas between arguments may be missing.
    fn call(&mut self, left: Node) -> Result<Node, Error> {
        let before = self.at - 1;
        self.next();
        let Node::Field(name) = left else {
            let token = &self.tokens[before];
            let reason = format!(
                "Invalid function name '{}'",
                crate::json::python::text(&token.value)
            );
            return Err(Error::token(token.start, token, &reason, self.text));
        };
        let mut arguments = Vec::new();
        while self.kind() != Kind::CloseParen {
            arguments.push(self.expression(0)?);
            if self.kind() == Kind::Comma {
                self.next();
            }
        }
        self.next();
        Ok(Node::Function(name, arguments, self.tokens[before].start))
    }

    /// What a projection finds in each element: nothing further if what follows ends it.
    fn projected(&mut self, power: u8) -> Result<Node, Error> {
        match self.kind() {
            kind if kind.power() < ENDS_PROJECTION => Ok(Node::Current),
            Kind::OpenBracket | Kind::Filter => self.expression(power),
            Kind::Dot => {
                self.next();
                self.behind_dot(power)
            }
            _ => Err(self.error("syntax error")),
        }
    }

    fn behind_dot(&mut self, power: u8) -> Result<Node, Error> {
        match self.kind() {
            Kind::Name | Kind::QuotedName | Kind::Star => self.expression(power),
            Kind::OpenBracket => {
                self.next();
                self.list()
            }
            Kind::OpenBrace => self.hash(),
            kind => {
                let reason = format!(
                    "Expecting: ['quoted_identifier', 'unquoted_identifier', 'lbracket', 'lbrace'], got: {}",
                    kind.name()
                );
                Err(self.error(&reason))
            }
        }
    }
}

/// Moving through the words.
impl Parser<'_> {
    fn token(&self, ahead: usize) -> &Token {
        &self.tokens[(self.at + ahead).min(self.tokens.len() - 1)]
    }

    fn kind(&self) -> Kind {
        self.token(0).kind
    }

    fn next(&mut self) -> Token {
        let token = self.token(0).clone();
        self.at += 1;
        token
    }

    fn skip(&mut self, node: Node) -> Result<Node, Error> {
        self.next();
        Ok(node)
    }

    fn name(&mut self) -> Rc<str> {
        match self.next().value {
            Json::String(name) => name,
            _ => Rc::from(""),
        }
    }

    fn expect(&mut self, kind: Kind) -> Result<(), Error> {
        if self.kind() != kind {
            return Err(self.unexpected(kind.name()));
        }
        self.next();
        Ok(())
    }

    fn unexpected(&self, expected: &str) -> Error {
        match self.kind() {
            Kind::End => Error::incomplete(self.text),
            kind => self.error(&format!("Expecting: {expected}, got: {}", kind.name())),
        }
    }

    fn error(&self, reason: &str) -> Error {
        let token = self.token(0);
        Error::token(token.start, token, reason, self.text)
    }
}

fn projection(over: Over, base: Node, each: Node) -> Node {
    Node::Projection {
        over,
        base: Box::new(base),
        each: Box::new(each),
    }
}

/// Appends to a sequence of the same kind instead of nesting it.
fn sequence(link: Link, left: Node, right: Node) -> Node {
    match left {
        Node::Sequence(known, mut nodes) if known == link => {
            nodes.push(right);
            Node::Sequence(link, nodes)
        }
        left => Node::Sequence(link, vec![left, right]),
    }
}
