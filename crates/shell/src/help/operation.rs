//! What is told of one operation: its options with kinds, limits and defaults, its answer, its source.

use api::{Bounds, Docs, Format, Kind, Member, MemberDocs, Operation, ShapeInfo, kebab};

use super::DocsOf;

/// How deep the parts of structures are told.
const DEPTH: usize = 4;
/// Letters of a line.
const WIDTH: usize = 100;

/// What `help` prints of an operation.
pub(super) fn text(operation: &'static Operation, docs: Option<DocsOf>) -> String {
    let docs = docs.and_then(|docs| docs(operation));
    let input = (operation.input)();
    let mut page = Page::default();
    let ours = operation.service.reference.is_none();
    let aws = if ours { "" } else { "aws " };
    page.line(
        0,
        &format!("{aws}{} {}", operation.service.name, kebab(operation.name)),
    );
    if let Some(docs) = &docs {
        page.blank();
        page.paragraph(0, (docs.input)().doc);
    }
    page.heading("Options");
    if input.members.is_empty() {
        page.line(2, "none");
    }
    page.options(operation, docs.map(|docs| docs.input));
    page.not_modelled(input);
    if let Some(output) = operation.output {
        page.heading("Answers");
        page.members(
            output(),
            docs.and_then(|docs| docs.output),
            2,
            &mut vec![output().name],
        );
    }
    if let Some(source) = operation.source() {
        page.heading("Source");
        page.line(2, &source);
    }
    page.0
}

#[derive(Default)]
struct Page(String);

impl Page {
    fn line(&mut self, indent: usize, text: &str) {
        self.0.extend(std::iter::repeat_n(' ', indent));
        self.0.push_str(text);
        self.0.push('\n');
    }

    fn blank(&mut self) {
        self.0.push('\n');
    }

    fn heading(&mut self, text: &str) {
        self.blank();
        self.line(0, text);
        self.blank();
    }

    /// Words, in lines that are not too long.
    fn paragraph(&mut self, indent: usize, text: &str) {
        let mut line = String::new();
        for word in text.split_whitespace() {
            if !line.is_empty() && indent + line.len() + 1 + word.len() > WIDTH {
                self.line(indent, &std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        if !line.is_empty() {
            self.line(indent, &line);
        }
    }

    /// Every option, in the order of declaration; those of the command line's own behind.
    fn options(&mut self, operation: &'static Operation, docs: Option<Docs>) {
        let info = (operation.input)();
        for option in cli::options(operation) {
            match option.member {
                Some(index) => {
                    let member = &info.members[index];
                    let told = docs.and_then(|docs| docs().members.get(index));
                    let name = if member.positional {
                        format!("<{}>", option.name)
                    } else {
                        format!("--{}", option.name)
                    };
                    self.member(&name, member, told, 2, &mut Vec::new());
                }
                None => self.line(2, &format!("--{}", option.name)),
            }
        }
    }

    fn members(
        &mut self,
        info: &'static ShapeInfo,
        docs: Option<Docs>,
        indent: usize,
        around: &mut Vec<&'static str>,
    ) {
        for (index, member) in info.members.iter().enumerate() {
            let told = docs.and_then(|docs| docs().members.get(index));
            self.member(member.name, member, told, indent, around);
        }
    }

    fn member(
        &mut self,
        name: &str,
        member: &'static Member,
        told: Option<&'static MemberDocs>,
        indent: usize,
        around: &mut Vec<&'static str>,
    ) {
        self.line(indent, &format!("{name} <{}>", kind(member)));
        if let Some(told) = told {
            self.paragraph(indent + 4, told.doc);
        }
        self.paragraph(indent + 4, &rules(member));
        let Some(info) = shape(&member.kind) else { return };
        if around.len() < DEPTH && !around.contains(&info.name) {
            around.push(info.name);
            self.members(info, told.and_then(|told| told.within), indent + 4, around);
            around.pop();
        }
    }

    fn not_modelled(&mut self, info: &'static ShapeInfo) {
        let names: Vec<String> = info
            .not_modelled()
            .map(|(name, _)| format!("--{}", kebab(name)))
            .collect();
        if !names.is_empty() {
            self.heading("AWS has these, this model has not");
            self.paragraph(2, &names.join(", "));
        }
    }
}

/// What kind of value it is, as AWS's documentation writes it.
fn kind(member: &Member) -> String {
    match (member.format, &member.kind) {
        (Format::Duration, _) => "length of time".to_owned(),
        (Format::File, _) => "file".to_owned(),
        (_, kind) => kind_name(kind),
    }
}

fn kind_name(kind: &Kind) -> String {
    match kind {
        Kind::List(inner) => format!("list of {}", kind_name(inner)),
        Kind::Map(inner) => format!("map of {}", kind_name(inner)),
        other => other.name().to_owned(),
    }
}

/// The structure in it, if there is one.
fn shape(kind: &'static Kind) -> Option<&'static ShapeInfo> {
    match kind {
        Kind::Shape(info) => Some(info()),
        Kind::List(inner) | Kind::Map(inner) => shape(inner),
        _ => None,
    }
}

/// What its value must keep.
fn rules(member: &Member) -> String {
    let mut rules = Vec::new();
    if member.required || member.needed {
        rules.push("Required.".to_owned());
    }
    if !member.values.is_empty() {
        rules.push(format!("One of: {}.", member.values.join(", ")));
    }
    match member.bounds {
        Bounds::Value(least, i64::MAX) => rules.push(format!("At least {least}.")),
        Bounds::Value(least, most) => rules.push(format!("From {least} to {most}.")),
        Bounds::Length(..) | Bounds::None => {}
    }
    if let Some(default) = member.default {
        rules.push(format!("Default: {default}."));
    }
    rules.join(" ")
}
