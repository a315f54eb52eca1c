//! What begins with `[`: indexes, slices, filters and stars.

use super::{Parser, projection, sequence};
use crate::Json;
use crate::ast::{Link, Node, Over};
use crate::error::Error;
use crate::token::Kind;

impl Parser<'_> {
    /// `[` at an expression's beginning.
    pub(super) fn bracket(&mut self) -> Result<Node, Error> {
        self.next();
        match (self.kind(), self.token(1).kind) {
            (Kind::Number | Kind::Colon, _) => {
                let part = self.index_or_slice()?;
                self.indexed(Node::Current, part)
            }
            (Kind::Star, Kind::CloseBracket) => self.entries(Node::Current),
            _ => self.list(),
        }
    }

    /// `[` behind `left`.
    pub(super) fn bracket_behind(&mut self, left: Node) -> Result<Node, Error> {
        self.next();
        if !matches!(self.kind(), Kind::Number | Kind::Colon) {
            return self.entries(left);
        }
        let part = self.index_or_slice()?;
        match left {
            Node::Sequence(Link::Index, _) => Ok(sequence(Link::Index, left, part)),
            left => self.indexed(left, part),
        }
    }

    /// A slice is a projection, an index is not.
    fn indexed(&mut self, left: Node, part: Node) -> Result<Node, Error> {
        let is_slice = matches!(part, Node::Slice(..));
        let found = Node::Sequence(Link::Index, vec![left, part]);
        if !is_slice {
            return Ok(found);
        }
        let each = self.projected(Kind::Star.power())?;
        Ok(projection(Over::List, found, each))
    }

    /// `*]`, the bracket read.
    fn entries(&mut self, left: Node) -> Result<Node, Error> {
        self.expect(Kind::Star)?;
        self.expect(Kind::CloseBracket)?;
        let each = self.projected(Kind::Star.power())?;
        Ok(projection(Over::List, left, each))
    }

    fn index_or_slice(&mut self) -> Result<Node, Error> {
        if self.kind() == Kind::Colon || self.token(1).kind == Kind::Colon {
            return self.slice();
        }
        let number = whole(&self.next().value);
        self.expect(Kind::CloseBracket)?;
        Ok(Node::Index(number))
    }

    fn slice(&mut self) -> Result<Node, Error> {
        let start = self.token(0).start;
        let mut bounds = [None; 3];
        let mut colons = 0;
        while self.kind() != Kind::CloseBracket {
            match self.kind() {
                Kind::Colon if colons < 2 => colons += 1,
                Kind::Number => bounds[colons] = Some(whole(&self.token(0).value)),
                _ => return Err(self.error("syntax error")),
            }
            self.next();
        }
        self.next();
        Ok(Node::Slice(bounds, start))
    }

    /// `[?`
    pub(super) fn filter(&mut self, left: Node) -> Result<Node, Error> {
        let power = self.next().kind.power();
        let condition = Box::new(self.expression(0)?);
        self.expect(Kind::CloseBracket)?;
        let each = match self.kind() {
            Kind::Flatten => Node::Current,
            _ => self.projected(power)?,
        };
        Ok(Node::Filter {
            base: Box::new(left),
            each: Box::new(each),
            condition,
        })
    }
}

const fn whole(json: &Json) -> i64 {
    match json {
        Json::Integer(number) => *number,
        _ => 0,
    }
}
