//! Diagnostics as people and as machines read them.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal as _, Write};
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde_json::Value;

use super::diagnostic::{Diagnostic, Severity};
use super::json::{self, Node};

/// The texts of files by their names, so that what is wrong can be shown in its place.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    files: BTreeMap<String, Source>,
}

#[derive(Debug)]
struct Source {
    text: String,
    /// What the text is as JSON; nothing for prose, and for what is no JSON.
    tree: Option<Node>,
}

impl Sources {
    /// Takes a file in.
    pub(crate) fn add(&mut self, file: &str, text: &str) {
        let tree = Node::parse(text).ok();
        let text = text.to_owned();
        self.files.insert(file.to_owned(), Source { text, tree });
    }

    /// The text that holds a place and the bytes of it.
    fn find(&self, diagnostic: &Diagnostic) -> Option<(&str, Range<usize>)> {
        let source = self.files.get(&diagnostic.file)?;
        let span = match (&source.tree, diagnostic.pointer.strip_prefix("line ")) {
            (_, Some(line)) => line_span(&source.text, line.parse().unwrap_or(1)),
            (Some(tree), None) => json::span(tree, &diagnostic.pointer),
            (None, None) => broken(&source.text),
        };
        Some((&source.text, span))
    }

    /// Line and column of what is wrong, from 1.
    fn position(&self, diagnostic: &Diagnostic) -> (usize, usize) {
        let found = self.find(diagnostic);
        found.map_or((1, 1), |(text, span)| json::line_and_column(text, span.start))
    }
}

/// The bytes of a line, counted from 1.
fn line_span(text: &str, line: usize) -> Range<usize> {
    let lines = text.split_inclusive('\n').take(line.saturating_sub(1));
    let start: usize = lines.map(str::len).sum();
    let rest = &text[start..];
    start..start + rest.find('\n').unwrap_or(rest.len())
}

/// Where a text stops being JSON.
fn broken(text: &str) -> Range<usize> {
    let at = Node::parse(text).map_or_else(|error| error.at, |_| 0);
    let length = text
        .get(at..)
        .and_then(|rest| rest.chars().next())
        .map_or(0, char::len_utf8);
    at..at + length
}

/// In which form diagnostics are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Form {
    /// For people, with the place in its file
    #[default]
    Text,
    /// One JSON object a line
    Json,
}

/// Writes diagnostics, those of a file together and in its order.
pub(crate) fn write(
    found: &[Diagnostic],
    sources: &Sources,
    form: Form,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut sorted: Vec<&Diagnostic> = found.iter().collect();
    sorted.sort_by_key(|one| (&one.file, sources.position(one)));
    let renderer = if io::stdout().is_terminal() {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    for one in sorted {
        match form {
            Form::Json => writeln!(out, "{}", line(one, sources))?,
            Form::Text => writeln!(out, "{}\n", text(one, sources, &renderer))?,
        }
    }
    Ok(())
}

fn line(one: &Diagnostic, sources: &Sources) -> String {
    let quoted = |text: &str| Value::from(text).to_string();
    let (line, column) = sources.position(one);
    format!(
        r#"{{"severity": "{}", "file": {}, "line": {line}, "column": {column}, "pointer": {}, "code": {}, "sentence": {}, "fix": {}}}"#,
        one.severity.word(),
        quoted(&one.file),
        quoted(&one.pointer),
        quoted(&one.code),
        quoted(&one.sentence),
        quoted(&one.fix),
    )
}

fn text(one: &Diagnostic, sources: &Sources, renderer: &Renderer) -> String {
    let level = match one.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(&one.sentence).id(&one.code);
    let group = match sources.find(one) {
        Some((text, span)) => title.element(
            Snippet::source(text)
                .path(&one.file)
                .annotation(AnnotationKind::Primary.span(span)),
        ),
        None => Group::with_title(title),
    };
    renderer.render(&[group.element(Level::HELP.message(&one.fix))])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(file: &str, source: &str, pointer: &str, form: Form) -> String {
        let mut sources = Sources::default();
        sources.add(file, source);
        let one = Diagnostic {
            severity: Severity::Error,
            file: file.to_owned(),
            pointer: pointer.to_owned(),
            code: "some-code".to_owned(),
            sentence: "This is so.".to_owned(),
            fix: "Mend it.".to_owned(),
        };
        let mut out = Vec::new();
        write(&[one], &sources, form, &mut out).expect("writes");
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn a_value_is_shown_in_its_file() {
        let json = "{\n  \"id\": \"a\",\n  \"steps\": [{ \"id\": \"B\" }]\n}\n";
        assert_eq!(
            shown("lesson.json", json, "/steps/0/id", Form::Text),
            "\
error[some-code]: This is so.
 --> lesson.json:3:21
  |
3 |   \"steps\": [{ \"id\": \"B\" }]
  |                     ^^^
  |
  = help: Mend it.

"
        );
        assert_eq!(
            shown("lesson.json", json, "/steps/0/id", Form::Json),
            "{\"severity\": \"error\", \"file\": \"lesson.json\", \"line\": 3, \"column\": 21, \"pointer\": \
             \"/steps/0/id\", \"code\": \"some-code\", \"sentence\": \"This is so.\", \"fix\": \"Mend it.\"}\n"
        );
    }

    #[test]
    fn a_line_of_prose_is_shown_too() {
        let shown = shown("en.md", "# T\n\n## a\nb", "line 3", Form::Text);
        assert!(shown.contains("--> en.md:3:1\n"), "{shown}");
        assert!(shown.contains("3 | ## a\n  | ^^^^\n"), "{shown}");
    }

    #[test]
    fn a_file_that_is_no_json_is_shown_where_it_breaks() {
        let shown = shown("lesson.json", "{\n  \"a\": 1,\n}", "", Form::Text);
        assert!(shown.contains("--> lesson.json:3:1\n"), "{shown}");
    }
}
