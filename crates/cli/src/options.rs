//! The options of an operation: the members of its input in AWS's spelling, and what they stand for.

use api::{Kind, Member, Operation, ShapeInfo, kebab};

use crate::error::{Fault, Problem};
use crate::extras::{self, Extra};
use crate::paging::PageOption;
use crate::value::is_lone_truth;

/// What an option stands for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Target {
    /// The member at this position takes the words that follow.
    Member(usize),
    /// The truth at this position is said by the option alone.
    Truth(usize, bool),
    /// The structure at this position holds a truth and no more: said by the option alone, or by a word.
    TruthWithin(usize, bool),
    /// An option that is no member.
    Extra(&'static Extra),
    /// What the command line makes of an answer that comes in pages.
    Page(PageOption),
    /// The whole request as JSON.
    InputJson,
    /// Not to call, but to show what could be said or answered.
    Skeleton,
    /// The file that an answer's body is written to.
    Outfile,
    /// AWS has it, this model has not; accepted only when it says AWS's default.
    NotModelled {
        /// AWS's default, if it can be said in a word.
        default: Option<&'static str>,
        /// What the option says by itself; otherwise the word behind it says it.
        says: Option<&'static str>,
    },
}

impl Target {
    /// How many words it takes, at least and at most.
    pub(crate) fn arity(self, info: &ShapeInfo) -> (usize, usize) {
        match self {
            Self::Member(index) if matches!(info.members[index].kind, Kind::List(_)) => (0, usize::MAX),
            Self::Member(_) | Self::Page(_) | Self::InputJson | Self::Outfile => (1, 1),
            Self::Truth(..) | Self::TruthWithin(_, false) | Self::NotModelled { says: Some(_), .. } => (0, 0),
            Self::TruthWithin(_, true) | Self::Skeleton => (0, 1),
            Self::Extra(extra) => extra.arity,
            Self::NotModelled { says: None, .. } => (0, usize::MAX),
        }
    }

    /// Whether `other` would overwrite what this one sets.
    pub(crate) fn same_place(self, other: Self) -> bool {
        match (self, other) {
            (Self::Extra(one), Self::Extra(other)) => one.option == other.option,
            (Self::Page(one), Self::Page(other)) => one == other,
            (Self::InputJson, Self::InputJson) | (Self::Skeleton, Self::Skeleton) => true,
            _ => self.member().is_some() && self.member() == other.member(),
        }
    }

    /// The position of the member it sets, if it sets one directly.
    pub(crate) fn member(self) -> Option<usize> {
        match self {
            Self::Member(index) | Self::Truth(index, _) | Self::TruthWithin(index, _) => Some(index),
            _ => None,
        }
    }
}

/// An option as a reader of help meets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CliOption {
    /// Without `--`.
    pub name: String,
    /// The position of the member it sets; none if it is the command line's own.
    pub member: Option<usize>,
}

/// The options of an operation, without those that only negate another one and those that every operation has.
#[must_use]
pub fn options(operation: &'static Operation) -> Vec<CliOption> {
    let shown = |target: &Target| match target {
        Target::Truth(_, truth) | Target::TruthWithin(_, truth) => *truth,
        Target::Member(_) | Target::Extra(_) | Target::Page(_) => true,
        Target::InputJson | Target::Skeleton | Target::Outfile | Target::NotModelled { .. } => false,
    };
    let found = of(operation).into_iter().filter(|(_, target)| shown(target));
    found
        .map(|(name, target)| CliOption {
            name,
            member: target.member(),
        })
        .collect()
}

/// The option of a member, without `--`.
pub(crate) fn name(operation: &Operation, member: &Member) -> String {
    match (operation.name, member.name) {
        // AWS's command line has `--endpoint-url` for itself.
        ("Subscribe", "Endpoint") => "notification-endpoint".to_owned(),
        _ => kebab(member.name),
    }
}

/// The options of `operation` with what they stand for, in the order of declaration; names without `--`.
pub(crate) fn of(operation: &'static Operation) -> Vec<(String, Target)> {
    let info = (operation.input)();
    let extras: Vec<&Extra> = extras::of(operation.name).collect();
    let mut options: Vec<(String, Target)> = Vec::new();
    for (index, member) in info.members.iter().enumerate() {
        if !extras.iter().any(|extra| extra.hides.contains(&member.name)) {
            options.extend(of_member(name(operation, member), index, member));
        }
    }
    options.extend(
        extras
            .iter()
            .map(|&extra| (extra.option.to_owned(), Target::Extra(extra))),
    );
    options.extend(PageOption::of(operation).map(|option| (option.name().to_owned(), Target::Page(option))));
    options.extend(not_modelled(info));
    if operation.service.reference.is_some() {
        options.push(("cli-input-json".to_owned(), Target::InputJson));
        options.push(("generate-cli-skeleton".to_owned(), Target::Skeleton));
        let yaml = Target::NotModelled {
            default: None,
            says: None,
        };
        options.push(("cli-input-yaml".to_owned(), yaml));
    }
    options
}

fn of_member(name: String, index: usize, member: &'static Member) -> Vec<(String, Target)> {
    match member.kind {
        Kind::Boolean => {
            let negated = extras::negated(&name);
            vec![
                (name, Target::Truth(index, true)),
                (negated, Target::Truth(index, false)),
            ]
        }
        Kind::Shape(info) if is_lone_truth(info()) => {
            let negated = format!("no-{name}");
            let target = |truth| Target::TruthWithin(index, truth);
            vec![(name, target(true)), (negated, target(false))]
        }
        _ => vec![(name, Target::Member(index))],
    }
}

fn not_modelled(info: &'static ShapeInfo) -> impl Iterator<Item = (String, Target)> {
    info.not_modelled().flat_map(|(name, default)| {
        let name = kebab(name);
        let target = |says| Target::NotModelled { default, says };
        match default {
            Some("true" | "false") => {
                vec![
                    (format!("no-{name}"), target(Some("false"))),
                    (name, target(Some("true"))),
                ]
            }
            _ => vec![(name, target(None))],
        }
    })
}

/// What the option `name`, without its `--`, stands for; `None` if there is none. The beginning of a name is enough if
/// no other begins so.
pub(crate) fn find(options: &[(String, Target)], name: &str) -> Result<Option<(String, Target)>, Problem> {
    if let Some(exact) = options.iter().find(|(option, _)| option == name) {
        return Ok(Some(exact.clone()));
    }
    let begun: Vec<_> = options
        .iter()
        .filter(|(option, _)| !name.is_empty() && option.starts_with(name))
        .collect();
    match begun[..] {
        [] => Ok(None),
        [only] => Ok(Some(only.clone())),
        _ => {
            let all: Vec<String> = begun.iter().map(|(option, _)| format!("--{option}")).collect();
            let reason = format!("ambiguous option: --{name} could match {}", all.join(", "));
            Err(Problem::new(Fault::Arguments, reason))
        }
    }
}
