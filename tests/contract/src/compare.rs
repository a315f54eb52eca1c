//! Holds declarations against AWS's: every name is AWS's, every required member is required, and whatever an input has
//! at AWS is either modelled or known not to be.

use std::collections::BTreeSet;

use api::{Kind, Operation, ShapeInfo};

use crate::botocore::{AwsShape, Model};

/// What was compared of a service, and what differs.
pub(crate) struct Comparison<'a> {
    model: &'a Model,
    /// Members compared.
    pub(crate) members: usize,
    /// A line each.
    pub(crate) differences: Vec<String>,
    /// Shapes compared, by name and side: a shape may contain itself.
    seen: BTreeSet<(&'static str, bool)>,
}

impl<'a> Comparison<'a> {
    /// Nothing compared yet.
    #[must_use]
    pub(crate) const fn of(model: &'a Model) -> Self {
        Self {
            model,
            members: 0,
            differences: Vec::new(),
            seen: BTreeSet::new(),
        }
    }

    /// Compares an operation, both ways.
    pub(crate) fn operation(&mut self, operation: &Operation) {
        let Some([input, output]) = self.model.operation(operation.name) else {
            return self.differs(operation.name, "AWS has no such operation");
        };
        self.side((operation.input)(), input, operation.name, true);
        match (operation.output, output) {
            (Some(declared), aws) => self.side(declared(), aws, operation.name, false),
            (None, Some(aws)) if aws.members().next().is_some() => {
                let members: Vec<&str> = aws.members().collect();
                let missing = format!("AWS answers with {}", members.join(", "));
                self.differs(operation.name, &missing);
            }
            (None, _) => {}
        }
    }

    fn side(&mut self, declared: &'static ShapeInfo, aws: Option<AwsShape<'_>>, path: &str, input: bool) {
        match aws {
            Some(aws) => self.shape(declared, aws, path, input),
            None if declared.members.is_empty() => {}
            None => self.differs(path, "AWS has nothing there"),
        }
    }

    fn shape(&mut self, declared: &'static ShapeInfo, aws: AwsShape<'_>, path: &str, input: bool) {
        if !self.seen.insert((declared.name, input)) {
            return;
        }
        for member in declared.members {
            self.members += 1;
            let path = format!("{path}.{}", member.name);
            match aws.member(member.name) {
                Some(aws) => self.kind(&member.kind, aws, &path, input),
                None => self.differs(&path, "AWS has no such member"),
            }
            if input && aws.requires(member.name) != member.required {
                let differs = if member.required {
                    "AWS does not require it"
                } else {
                    "AWS requires it"
                };
                self.differs(&path, differs);
            }
            self.values(member.values, aws.member(member.name), &path);
        }
        if input {
            self.not_modelled(declared, aws, path);
        }
    }

    /// What AWS has and the model has not must be known by name.
    fn not_modelled(&mut self, declared: &'static ShapeInfo, aws: AwsShape<'_>, path: &str) {
        let known: Vec<&str> = declared.not_modelled().map(|(name, _)| name).collect();
        let modelled = |name: &str| declared.members.iter().any(|member| member.name == name);
        for name in aws
            .members()
            .filter(|name| !modelled(name) && !known.contains(name))
        {
            self.differs(
                &format!("{path}.{name}"),
                "AWS has it, the declaration does not know it",
            );
        }
        for name in known {
            if modelled(name) {
                self.differs(&format!("{path}.{name}"), "both modelled and said not to be");
            } else if aws.member(name).is_none() {
                self.differs(
                    &format!("{path}.{name}"),
                    "said not to be modelled, but AWS has no such member",
                );
            }
        }
    }

    fn values(&mut self, values: &[&str], aws: Option<AwsShape<'_>>, path: &str) {
        let allowed = aws.map(innermost).map(AwsShape::values).unwrap_or_default();
        for value in values
            .iter()
            .filter(|value| !allowed.is_empty() && !allowed.contains(value))
        {
            self.differs(path, &format!("AWS does not allow {value}"));
        }
    }

    fn kind(&mut self, declared: &Kind, aws: AwsShape<'_>, path: &str, input: bool) {
        let fits = match declared {
            Kind::String => matches!(aws.kind(), "string" | "blob"),
            Kind::Integer => matches!(aws.kind(), "integer" | "long"),
            Kind::Double => matches!(aws.kind(), "double" | "float"),
            Kind::Shape(_) => aws.kind() == "structure",
            plain => aws.kind() == plain.name(),
        };
        if !fits {
            return self.differs(
                path,
                &format!("declared as {}, AWS has {}", declared.name(), aws.kind()),
            );
        }
        match (declared, aws.inner()) {
            (Kind::Shape(shape), _) => self.shape(shape(), aws, path, input),
            (Kind::List(inner) | Kind::Map(inner), Some(aws)) => self.kind(inner, aws, path, input),
            _ => {}
        }
    }

    fn differs(&mut self, path: &str, how: &str) {
        self.differences
            .push(format!("{} {path}: {how}", self.model.service));
    }
}

/// Of a list of texts, the text.
fn innermost(shape: AwsShape<'_>) -> AwsShape<'_> {
    shape.inner().map_or(shape, innermost)
}
