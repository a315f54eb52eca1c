//! The language of metric mathematics: read.

use super::expression::Expression;

/// Functions, each with the fewest and most of its arguments.
const FUNCTIONS: [(&str, usize, usize); 13] = [
    ("SUM", 1, 1),
    ("AVG", 1, 1),
    ("MIN", 1, 1),
    ("MAX", 1, 1),
    ("METRICS", 0, 1),
    ("IF", 2, 3),
    ("FILL", 2, 2),
    ("RATE", 1, 1),
    ("DIFF", 1, 1),
    ("PERIOD", 1, 1),
    ("ABS", 1, 1),
    ("CEIL", 1, 1),
    ("FLOOR", 1, 1),
];

/// Operators by how tightly they bind, loosest first. Longer ones stand before those that they begin with.
const OPERATORS: [&[&str]; 5] = [
    &["||", "OR"],
    &["&&", "AND"],
    &["<=", ">=", "==", "!=", "<", ">"],
    &["+", "-"],
    &["*", "/"],
];

/// Reads an expression from left to right.
pub(super) struct Reader<'a> {
    pub(super) rest: &'a str,
}

impl Reader<'_> {
    pub(super) fn space(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn takes(&mut self, text: &str) -> bool {
        self.space();
        let Some(rest) = self.rest.strip_prefix(text) else {
            return false;
        };
        let is_word = text.starts_with(|letter: char| letter.is_ascii_alphabetic());
        if is_word && rest.starts_with(|letter: char| letter.is_ascii_alphanumeric() || letter == '_') {
            return false;
        }
        self.rest = rest;
        true
    }

    pub(super) fn binary(&mut self, level: usize) -> Result<Expression, String> {
        let Some(operators) = OPERATORS.get(level) else {
            return self.one();
        };
        let mut left = self.binary(level + 1)?;
        while let Some(operator) = operators.iter().find(|operator| self.takes(operator)) {
            let right = self.binary(level + 1)?;
            left = Expression::Binary(operator, Box::new(left), Box::new(right));
        }
        Ok(left)
    }

    fn one(&mut self) -> Result<Expression, String> {
        if self.takes("-") {
            return Ok(Expression::Minus(Box::new(self.one()?)));
        }
        if self.takes("(") {
            let inner = self.binary(0)?;
            return if self.takes(")") {
                Ok(inner)
            } else {
                Err("Missing ')'".to_owned())
            };
        }
        self.space();
        match self.rest.chars().next() {
            Some('"' | '\'') => self.text(),
            Some(letter) if letter.is_ascii_digit() || letter == '.' => self.number(),
            Some(letter) if letter.is_ascii_alphabetic() => self.name(),
            Some(letter) => Err(format!("Unexpected character '{letter}'")),
            None => Err("Unexpected end of expression".to_owned()),
        }
    }

    fn text(&mut self) -> Result<Expression, String> {
        let quote = self.rest.chars().next().unwrap_or('"');
        let (text, rest) = self.rest[1..]
            .split_once(quote)
            .ok_or("A quotation is not closed")?;
        let expression = Expression::Text(text.to_owned());
        self.rest = rest;
        Ok(expression)
    }

    fn number(&mut self) -> Result<Expression, String> {
        let outside = |letter: char| !letter.is_ascii_digit() && letter != '.';
        let (number, rest) = self
            .rest
            .split_at(self.rest.find(outside).unwrap_or(self.rest.len()));
        let value = number.parse().map_err(|_| format!("Invalid number '{number}'"))?;
        self.rest = rest;
        Ok(Expression::Number(value))
    }

    fn name(&mut self) -> Result<Expression, String> {
        let outside = |letter: char| !letter.is_ascii_alphanumeric() && letter != '_';
        let (name, rest) = self
            .rest
            .split_at(self.rest.find(outside).unwrap_or(self.rest.len()));
        self.rest = rest;
        if !self.takes("(") {
            return Ok(Expression::Id(name.to_owned()));
        }
        let upper = name.to_ascii_uppercase();
        let known = FUNCTIONS.into_iter().find(|(known, ..)| *known == upper);
        let (function, least, most) = known.ok_or_else(|| format!("Unsupported function '{name}'"))?;
        let mut arguments = Vec::new();
        while !self.takes(")") {
            if !arguments.is_empty() && !self.takes(",") {
                return Err("Missing ')'".to_owned());
            }
            arguments.push(self.binary(0)?);
        }
        if !(least..=most).contains(&arguments.len()) {
            return Err(format!("Invalid number of arguments for function '{function}'"));
        }
        Ok(Expression::Call(function, arguments))
    }
}
