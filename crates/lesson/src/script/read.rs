//! One line of a script to what it will do, as far as that can be told before there is a run.
//!
//! References and variables stand for values of the right form. What a value decides is left to the run.

use std::cell::RefCell;

use api::Call;
use cli::{Action, Fault, Host, Invocation, ParseError, Piece, Statement, Template};

use super::Line;
use crate::reference::{self, Reference};

/// What stands for what only a run knows: a number, and a text.
const SAMPLE: &str = "1";

/// Why a line cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BadLine {
    pub(crate) reason: String,
    pub(crate) fix: String,
}

impl Line {
    /// Reads one line.
    pub(crate) fn parse(text: &str) -> Result<Self, BadLine> {
        let sample = with_samples(text)?;
        let mut statements = cli::statements(&sample);
        let statement = statements.next().ok_or_else(nothing_said)?.map_err(bad_word)?;
        if statements.next().is_some() {
            return Err(several_commands());
        }
        let mut line = Self {
            text: text.to_owned(),
            ..Self::default()
        };
        line.take(&statement)?;
        Ok(line)
    }

    /// Whether it changes something or lets time pass.
    pub(crate) fn does(&self) -> bool {
        self.waits || !self.calls.is_empty()
    }

    fn take(&mut self, statement: &Statement) -> Result<(), BadLine> {
        let mut is_plain = true;
        for (name, template) in &statement.sets {
            self.take_template(template)?;
            self.sets.push(name.clone());
        }
        for template in &statement.words {
            is_plain &= self.take_template(template)?;
        }
        if statement.words.is_empty() {
            return Ok(());
        }
        let words = statement.expand(&mut sample).map_err(bad_word)?;
        let files = RefCell::default();
        let host = Host {
            file: &|name| {
                let found: &RefCell<Vec<String>> = &files;
                found.borrow_mut().push(name.to_owned());
                Some(Vec::new())
            },
            region: None,
            token: Some(&|| SAMPLE.to_owned()),
        };
        let understood = cli::understand(&words, &host);
        let files: Vec<String> = files.into_inner();
        is_plain &= files.is_empty();
        self.files.extend(files);
        match understood {
            Ok(Invocation { globals, action }) => {
                check_query(globals.query.as_deref())?;
                self.take_action(action, is_plain)
            }
            Err(error) if is_plain || !is_about_a_value(&error) => {
                Err(bad_word(error.of(&statement.text.lines().collect::<Vec<_>>())))
            }
            Err(_) => {
                self.calls.extend(operation_of(&words));
                Ok(())
            }
        }
    }

    /// Whether the word says all that it will say.
    fn take_template(&mut self, template: &Template) -> Result<bool, BadLine> {
        let mut is_plain = true;
        for piece in &template.pieces {
            match piece {
                Piece::Text(_) => continue,
                Piece::Variable { name, .. } => self.needs.extend((name != "?").then(|| name.clone())),
                Piece::Output { command, .. } => self.take(command)?,
            }
            is_plain = false;
        }
        Ok(is_plain)
    }

    fn take_action(&mut self, action: Action, is_plain: bool) -> Result<(), BadLine> {
        match action {
            Action::Call { call, .. } => self.take_call(&call, is_plain),
            Action::S3(s3) => self.take_call(&s3.call, is_plain),
            Action::Until(until) => {
                self.waits = true;
                self.take(&until.command)
            }
            Action::Wait(_) | Action::Poll(_) => {
                self.waits = true;
                Ok(())
            }
            Action::Echo(_) | Action::Skeleton(_) | Action::Help(_) => Ok(()),
        }
    }

    fn take_call(&mut self, call: &Call, is_plain: bool) -> Result<(), BadLine> {
        if is_plain {
            api::validate(call.operation(), call.input()).map_err(|error| BadLine {
                reason: error.message,
                fix: format!("Mend what {} asks for.", error.code),
            })?;
        }
        if !matches!(call, Call::Read(_)) {
            self.calls.push(call.operation().action());
        }
        Ok(())
    }
}

fn sample(piece: &Piece) -> String {
    match piece {
        Piece::Text(text) => text.clone(),
        Piece::Variable { .. } | Piece::Output { .. } => SAMPLE.to_owned(),
    }
}

fn check_query(query: Option<&str>) -> Result<(), BadLine> {
    let Some(Err(error)) = query.map(jmespath::Expression::compile) else {
        return Ok(());
    };
    Err(BadLine {
        reason: format!("The query cannot be read: {error}."),
        fix: "Write it in JMESPath.".to_owned(),
    })
}

/// Whether another value might have been understood.
const fn is_about_a_value(error: &ParseError) -> bool {
    matches!(error.fault, Fault::Value | Fault::General | Fault::Configuration)
}

/// The operation that the first words name.
fn operation_of(words: &[cli::Word]) -> Option<String> {
    let names: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    let operation = match names.as_slice() {
        ["aws", service, operation, ..] => api::find_kebab(service, operation),
        ["sandbox", operation, ..] => api::find_kebab("sandbox", operation),
        _ => None,
    }?;
    let is_read = matches!((operation.empty)(), Call::Read(_));
    (!is_read).then(|| operation.action())
}

/// The line with a value of the right form for each reference.
fn with_samples(text: &str) -> Result<String, BadLine> {
    let is_for_lines = |name: &&str| !matches!(Reference::parse(name), None | Some(Reference::Param(_)));
    if let Some(name) = reference::all_in(text).find(|name| !is_for_lines(name)) {
        return Err(bad_reference(name));
    }
    Ok(reference::replace(text, &|name| {
        Reference::parse(name).map_or(String::new(), |r| r.sample().to_owned())
    }))
}

fn bad_reference(name: &str) -> BadLine {
    let reason = format!("`{{{{{name}}}}}` is nothing that a run can fill.");
    BadLine {
        reason,
        fix: "Use {{instance:NAME}}, {{image:NAME}}, {{subnet:ZONE}}, {{newAddress}} …".to_owned(),
    }
}

fn bad_word(error: ParseError) -> BadLine {
    let word: String = error
        .source
        .chars()
        .skip(error.column.saturating_sub(1))
        .take(error.length)
        .collect();
    let fix = match error.suggestion {
        Some(suggestion) => format!("Did you mean `{suggestion}`?"),
        None => format!("Mend it at column {}.", error.column),
    };
    let place = if word.is_empty() {
        "at the end".to_owned()
    } else {
        format!("at `{word}`")
    };
    BadLine {
        reason: format!(
            "This line cannot be read {place}: {}.",
            error.reason.trim_end_matches('.')
        ),
        fix,
    }
}

fn nothing_said() -> BadLine {
    BadLine {
        reason: "This line says nothing.".to_owned(),
        fix: "Write a command, or take it out.".to_owned(),
    }
}

fn several_commands() -> BadLine {
    BadLine {
        reason: "Here stand several commands.".to_owned(),
        fix: "Give each its own entry in the list.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Line {
        Line::parse(text).unwrap_or_else(|bad| panic!("{text}: {bad:?}"))
    }

    fn reason(text: &str) -> String {
        Line::parse(text).expect_err(text).reason
    }

    #[test]
    fn a_line_tells_what_it_will_do() {
        let line = read(
            "TG=$(aws elbv2 create-target-group --name web --protocol HTTP --port 80 --vpc-id {{vpc}} --query \
             'TargetGroups[0].TargetGroupArn' --output text)",
        );
        assert_eq!(line.calls, ["elbv2:CreateTargetGroup"]);
        assert_eq!(
            (line.sets.as_slice(), line.needs.as_slice()),
            (&["TG".to_owned()][..], &[][..])
        );
        let line = read("aws ec2 terminate-instances --instance-ids $A \"$B\"");
        assert_eq!(line.calls, ["ec2:TerminateInstances"]);
        assert_eq!(line.needs, ["A", "B"]);
        assert!(read("aws ec2 wait instance-running --instance-ids $A").waits);
        assert!(read("sandbox wait 5m").waits);
        let looks = read("aws ec2 describe-instances");
        assert!(looks.calls.is_empty() && !looks.does());
        let line = read(
            "aws ec2 run-instances --image-id {{image:x}} --instance-type t3.micro --user-data file://user-data.sh",
        );
        assert_eq!(line.files, ["user-data.sh"]);
    }

    #[test]
    fn what_is_wrong_is_found_before_there_is_a_run() {
        assert!(reason("aws ec2 run-instance --image-id x").contains("run-instance"));
        assert!(reason("aws ec2 terminate-instances --machine $A").contains("instance-ids"));
        assert!(reason("aws ec2 describe-instances --query 'a['").contains("query"));
        assert!(reason("sandbox wait 5s\nsandbox wait 5s").contains("several"));
        assert!(reason("# nothing").contains("nothing"));
        assert!(reason("aws ec2 terminate-instances --instance-ids {{instanse}}").contains("instanse"));
        assert!(reason("echo $(aws ec2 nonsense)").contains("nonsense"));
    }
}
