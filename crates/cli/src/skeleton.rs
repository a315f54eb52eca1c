//! `--generate-cli-skeleton`: a request or an answer with nothing in it, to be filled in.
//!
//! Source: botocore's `ArgumentGenerator`; of a text with counted values, the first (there: any).

use api::{Kind, Member, Operation, ShapeInfo, json};

/// The request of an operation as JSON, for `--cli-input-json`.
pub(crate) fn input(operation: &Operation) -> String {
    let mut writer = Writer {
        names: false,
        stack: Vec::new(),
        text: String::new(),
    };
    writer.shape((operation.input)(), 0);
    writer.text + "\n"
}

/// What an operation answers, each text being the name of its member.
pub(crate) fn output(operation: &Operation) -> String {
    let mut writer = Writer {
        names: true,
        stack: Vec::new(),
        text: String::new(),
    };
    if let Some(output) = operation.output {
        writer.shape(output(), 0);
        writer.text.push('\n');
    }
    writer.text
}

struct Writer {
    /// Whether a text is the name of its member.
    names: bool,
    /// The shapes around what is written.
    stack: Vec<&'static str>,
    text: String,
}

impl Writer {
    fn shape(&mut self, info: &'static ShapeInfo, depth: usize) {
        if info.members.is_empty() || self.stack.contains(&info.name) {
            return self.text.push_str("{}");
        }
        self.stack.push(info.name);
        self.text.push('{');
        for (index, member) in info.members.iter().enumerate() {
            self.text.push_str(if index > 0 { ",\n" } else { "\n" });
            self.indent(depth + 1);
            self.quoted(member.name);
            self.text.push_str(": ");
            self.value(&member.kind, member, depth + 1);
        }
        self.text.push('\n');
        self.indent(depth);
        self.text.push('}');
        self.stack.pop();
    }

    fn value(&mut self, kind: &'static Kind, member: &'static Member, depth: usize) {
        match kind {
            Kind::Shape(info) => self.shape(info(), depth),
            Kind::List(inner) => self.within("[", inner, member, depth, "]"),
            Kind::Map(inner) => self.within("{", inner, member, depth, "}"),
            Kind::String if self.names => self.quoted(member.name),
            Kind::String => self.quoted(member.values.first().copied().unwrap_or_default()),
            Kind::Integer => self.text.push('0'),
            Kind::Double => self.text.push_str("0.0"),
            Kind::Boolean => self.text.push_str("true"),
            Kind::Timestamp if self.names => self.text.push_str("\"1970-01-01T00:00:00+00:00\""),
            Kind::Timestamp => self.text.push_str("\"1970-01-01T00:00:00\""),
        }
    }

    /// The one entry of a list or map.
    fn within(
        &mut self,
        open: &str,
        kind: &'static Kind,
        member: &'static Member,
        depth: usize,
        close: &str,
    ) {
        self.text.push_str(open);
        self.text.push('\n');
        self.indent(depth + 1);
        if open == "{" {
            self.text.push_str("\"KeyName\": ");
        }
        self.value(kind, member, depth + 1);
        self.text.push('\n');
        self.indent(depth);
        self.text.push_str(close);
    }

    fn indent(&mut self, depth: usize) {
        self.text.extend(std::iter::repeat_n("    ", depth));
    }

    fn quoted(&mut self, text: &str) {
        self.text.push_str(&json::compact(api::Value::String(text)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_skeleton_is_a_request_to_be_filled_in() {
        let text = input(api::find("ec2", "StopInstances").expect("known"));
        assert!(
            text.starts_with("{\n    \"InstanceIds\": [\n        \"\"\n    ],\n"),
            "{text}"
        );
        for operation in api::all_operations() {
            let mut call = (operation.empty)();
            json::parse(&input(operation), call.input_mut()).unwrap_or_else(|error| panic!("{error}"));
        }
        let text = output(api::find("ec2", "DescribeRegions").expect("known"));
        assert!(text.contains("\"RegionName\": \"RegionName\""), "{text}");
    }
}
