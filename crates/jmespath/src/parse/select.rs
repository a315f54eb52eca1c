//! Multi-selects: `[a, b]` and `{a: b}`.

use super::Parser;
use crate::ast::Node;
use crate::error::Error;
use crate::token::Kind;

impl Parser<'_> {
    /// A list, its bracket read.
    pub(super) fn list(&mut self) -> Result<Node, Error> {
        let mut nodes = vec![self.expression(0)?];
        while self.kind() != Kind::CloseBracket {
            self.expect(Kind::Comma)?;
            nodes.push(self.expression(0)?);
        }
        self.next();
        Ok(Node::List(nodes))
    }

    /// A hash; commas between pairs may be missing.
    pub(super) fn hash(&mut self) -> Result<Node, Error> {
        self.next();
        let mut pairs = Vec::new();
        loop {
            if !matches!(self.kind(), Kind::Name | Kind::QuotedName) {
                return Err(self.unexpected("['quoted_identifier', 'unquoted_identifier']"));
            }
            let name = self.name();
            self.expect(Kind::Colon)?;
            pairs.push((name, self.expression(0)?));
            match self.kind() {
                Kind::Comma => self.next(),
                Kind::CloseBrace => break,
                _ => continue,
            };
        }
        self.next();
        Ok(Node::Hash(pairs))
    }
}
