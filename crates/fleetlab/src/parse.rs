//! `fleetlab parse`: what a script would ask for, without asking.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::{self, Write};

use api::{Call, duration, json};
use cli::{Action, Host, ParseError, Piece, Statement, Until, statements, understand};
use serde_json::{Value, json as object};
use shell::Files;

/// Writes the requests of a script, one JSON object a line. A variable that is set to a text is filled in; what only a
/// run would know stands as it is written.
///
/// # Errors
/// If what is printed cannot be written.
pub fn parse(script: &str, files: &dyn Files, out: &mut dyn Write) -> io::Result<()> {
    let mut parser = Parser {
        files,
        variables: BTreeMap::new(),
        lines: Vec::new(),
        line: 0,
    };
    for found in statements(script) {
        match found {
            Ok(statement) => parser.statement(&statement),
            Err(error) => parser.wrong(error.line, &error),
        }
        for line in parser.lines.drain(..) {
            writeln!(out, "{line}")?;
        }
    }
    out.flush()
}

struct Parser<'a> {
    files: &'a dyn Files,
    variables: BTreeMap<String, String>,
    /// What is to be written of this statement: commands within it first.
    lines: Vec<String>,
    /// The line of this statement.
    line: usize,
}

impl Parser<'_> {
    fn statement(&mut self, statement: &Statement) {
        self.line = statement.line;
        for (name, template) in &statement.sets {
            let known = !template
                .pieces
                .iter()
                .any(|piece| matches!(piece, Piece::Output { .. }));
            match template.value(&mut |piece| self.piece(piece)) {
                Ok(value) if known => _ = self.variables.insert(name.clone(), value),
                Ok(_) => _ = self.variables.remove(name),
                Err(error) => self.wrong(self.line, &error),
            }
        }
        self.command(statement);
    }

    fn command(&mut self, statement: &Statement) {
        let line = self.line;
        match statement.expand(&mut |piece| self.piece(piece)) {
            Ok(words) if words.is_empty() => {}
            Ok(words) => {
                let made = Cell::new(0_u64);
                let token = || {
                    made.set(made.get() + 1);
                    format!("{line}-{}", made.get())
                };
                let host = Host {
                    file: &|name| self.files.read(name),
                    region: Some("us-east-2"),
                    token: Some(&token),
                };
                match understand(&words, &host) {
                    Ok(found) => self.lines.push(shown(line, &found.action)),
                    Err(error) => self.wrong(line, &error),
                }
            }
            Err(error) => self.wrong(line, &error),
        }
    }

    fn piece(&mut self, piece: &Piece) -> String {
        match piece {
            Piece::Text(text) => text.clone(),
            Piece::Variable { name, .. } => {
                let known = self.variables.get(name).cloned();
                known.unwrap_or_else(|| format!("${name}"))
            }
            Piece::Output { command, .. } => {
                self.command(command);
                // One word, so that what is around it is read as with the word that a run would put there.
                format!("$({})", command.text).replace([' ', '\t', '\n'], "\u{a0}")
            }
        }
    }

    fn wrong(&mut self, line: usize, error: &ParseError) {
        self.lines.push(format!(
            r#"{{"line": {line}, "error": {}}}"#,
            Value::from(error.printed().trim())
        ));
    }
}

fn shown(line: usize, action: &Action) -> String {
    match action {
        Action::Call { call, .. } => request(line, call),
        Action::Poll(poll) => request(line, &poll.call),
        Action::S3(s3) => request(line, &s3.call),
        Action::Wait(length) => wait(line, &object!({"Duration": duration::format(*length)})),
        Action::Until(until) => wait(line, &condition(until)),
        Action::Echo(text) | Action::Skeleton(text) => prints(line, text),
        Action::Help(names) => prints(line, &format!("help {}", names.join(" "))),
    }
}

fn request(line: usize, call: &Call) -> String {
    let operation = call.operation();
    let request = json::compact(api::Value::Shape(call.input()));
    let (service, name) = (operation.service.name, operation.name);
    format!(r#"{{"line": {line}, "service": "{service}", "operation": "{name}", "request": {request}}}"#)
}

/// What is no call, but of the same form.
fn wait(line: usize, request: &Value) -> String {
    format!(r#"{{"line": {line}, "service": "sandbox", "operation": "Wait", "request": {request}}}"#)
}

fn condition(until: &Until) -> Value {
    object!({
        "Until": until.command.text,
        "Equals": until.equals,
        "Every": duration::format(until.every),
        "For": duration::format(until.at_most),
    })
}

/// What asks for nothing.
fn prints(line: usize, text: &str) -> String {
    format!(r#"{{"line": {line}, "prints": {}}}"#, Value::from(text))
}
