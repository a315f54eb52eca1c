//! An answer to what is printed of it.

use api::decode_base64;
use cli::output::{self, Format, WIDTH};
use cli::{Fault, Globals};
use jmespath::{Expression, Json};

use crate::complaint::complaint;
use crate::limits;
use crate::outcome::Outcome;
use crate::surroundings::Surroundings;

/// How an answer is to be printed.
pub(crate) struct Style {
    format: Format,
    query: Option<Expression>,
}

impl Style {
    /// What the options say; `usual` is the format if none does.
    pub(crate) fn new(globals: &Globals, usual: Format) -> Result<Self, Outcome> {
        let query = globals.query.as_deref().map(output::compile).transpose();
        Ok(Self {
            format: globals.output.unwrap_or(usual),
            query: query.map_err(|reason| complaint(Fault::Value, reason))?,
        })
    }

    /// Whether each page is printed by itself, as AWS's command line does with text.
    pub(crate) const fn is_by_page(&self) -> bool {
        matches!(self.format, Format::Text)
    }

    /// What is printed of the answers of the operation `title`.
    pub(crate) fn print(&self, title: &str, answers: &[Json]) -> Outcome {
        let mut stdout = String::new();
        for answer in answers {
            match output::print(title, answer, self.query.as_ref(), self.format, WIDTH) {
                Ok(text) => stdout.push_str(&text),
                Err(failure) => {
                    stdout.push_str(&failure.printed);
                    let failed = complaint(Fault::General, failure.message);
                    return Outcome { stdout, ..failed };
                }
            }
            if stdout.len() > limits::OUTPUT {
                let reason = format!(
                    "more than {} bytes of output: ask for less by --query",
                    limits::OUTPUT
                );
                return complaint(Fault::General, reason);
            }
        }
        Outcome::printed(stdout)
    }
}

/// Takes the body out of an answer and writes it to a file; what of it goes to standard output.
pub(crate) fn put_body(
    around: &mut dyn Surroundings,
    answer: &Json,
    file: &str,
) -> Result<(String, Json), Outcome> {
    let Json::Object(pairs) = answer else {
        return Ok((String::new(), answer.clone()));
    };
    let (body, rest): (Vec<_>, Vec<_>) = pairs.iter().cloned().partition(|(name, _)| &**name == "Body");
    let bytes = match body.first() {
        Some((_, Json::String(text))) => decode_base64(text).unwrap_or_default(),
        _ => Vec::new(),
    };
    let text = match file {
        "-" | "/dev/stdout" => String::from_utf8_lossy(&bytes).into_owned(),
        file => match around.write(file, &bytes) {
            Ok(()) => String::new(),
            Err(reason) => return Err(complaint(Fault::General, format!("{reason}: '{file}'"))),
        },
    };
    Ok((text, Json::object(rest)))
}
