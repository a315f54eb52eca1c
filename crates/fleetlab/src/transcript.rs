//! What became of a command, written.

use std::io::{self, Write};

use serde_json::Value;
use shell::Transcript;

use crate::arguments::Form;

/// Writes it: in the form asked for, or as a shell would show it.
pub(crate) fn write(
    form: Option<Form>,
    ran: &Transcript,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<()> {
    match form {
        Some(Form::Json) => writeln!(out, "{}", json(ran)),
        Some(Form::Text) => out.write_all(text(ran).as_bytes()),
        None => {
            out.write_all(ran.stdout.as_bytes())?;
            out.flush()?;
            err.write_all(ran.stderr.as_bytes())
        }
    }
}

fn json(ran: &Transcript) -> String {
    let quoted = |text: &str| Value::from(text).to_string();
    format!(
        r#"{{"line": {}, "at": "{}", "command": {}, "stdout": {}, "stderr": {}, "exit": {}}}"#,
        ran.line,
        ran.at,
        quoted(&ran.command),
        quoted(&ran.stdout),
        quoted(&ran.stderr),
        ran.exit
    )
}

fn text(ran: &Transcript) -> String {
    let exit = match ran.exit {
        0 => String::new(),
        exit => format!("exit {exit}\n"),
    };
    format!(
        "[{}] $ {}\n{}{}{exit}",
        ran.at, ran.command, ran.stdout, ran.stderr
    )
}
