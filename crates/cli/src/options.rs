//! The options of an operation: the members of its input in AWS's spelling, and what they stand for.

use api::{Kind, Operation, ShapeInfo, kebab, nearest};

use crate::error::Problem;
use crate::extras::{self, Extra};
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
            Self::Member(index) if matches!(info.members[index].kind, Kind::List(_)) => (1, usize::MAX),
            Self::Member(_) | Self::Extra(_) => (1, 1),
            Self::Truth(..) | Self::TruthWithin(_, false) | Self::NotModelled { says: Some(_), .. } => (0, 0),
            Self::TruthWithin(_, true) => (0, 1),
            Self::NotModelled { says: None, .. } => (0, usize::MAX),
        }
    }

    /// Whether `other` would overwrite what this one sets.
    pub(crate) fn same_place(self, other: Self) -> bool {
        match (self, other) {
            (Self::Extra(one), Self::Extra(other)) => one.option == other.option,
            _ => self.member().is_some() && self.member() == other.member(),
        }
    }

    /// The position of the member it sets, if it sets one directly.
    pub(crate) fn member(self) -> Option<usize> {
        match self {
            Self::Member(index) | Self::Truth(index, _) | Self::TruthWithin(index, _) => Some(index),
            Self::Extra(_) | Self::NotModelled { .. } => None,
        }
    }
}

/// The options of `operation` with what they stand for, in the order of declaration; names without `--`.
pub(crate) fn of(operation: &Operation) -> Vec<(String, Target)> {
    let info = (operation.input)();
    let extras: Vec<&Extra> = extras::of(operation.name).collect();
    let hidden = |name: &str| extras.iter().any(|extra| extra.hides.contains(&name));
    let mut options: Vec<(String, Target)> = extras
        .iter()
        .map(|&extra| (extra.option.to_owned(), Target::Extra(extra)))
        .collect();
    for (index, member) in info
        .members
        .iter()
        .enumerate()
        .filter(|(_, member)| !hidden(member.name))
    {
        let name = kebab(member.name);
        match member.kind {
            Kind::Boolean => {
                let negated = extras::negated(&name);
                options.extend([
                    (name, Target::Truth(index, true)),
                    (negated, Target::Truth(index, false)),
                ]);
            }
            Kind::Shape(info) if is_lone_truth(info()) => {
                let negated = format!("no-{name}");
                let target = |truth| Target::TruthWithin(index, truth);
                options.extend([(name, target(true)), (negated, target(false))]);
            }
            _ => options.push((name, Target::Member(index))),
        }
    }
    options.extend(not_modelled(info));
    options
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

/// What the option `name`, without its `--`, stands for. The beginning of a name is enough if no other begins so.
pub(crate) fn find(operation: &Operation, name: &str) -> Result<Target, Problem> {
    let options = of(operation);
    if let Some((_, target)) = options.iter().find(|(option, _)| option == name) {
        return Ok(*target);
    }
    let begun: Vec<_> = options
        .iter()
        .filter(|(option, _)| !name.is_empty() && option.starts_with(name))
        .collect();
    match begun[..] {
        [(_, target)] => Ok(*target),
        [] => Err(unknown(operation, name, &options)),
        _ => {
            let all: Vec<String> = begun.iter().map(|(option, _)| format!("--{option}")).collect();
            Err(Problem::new(format!("--{name} could be {}", all.join(" or "))))
        }
    }
}

fn unknown(operation: &Operation, name: &str, options: &[(String, Target)]) -> Problem {
    if name == "region" {
        return Problem::new(
            "an account here lives in one Region, set when its world began: leave --region out",
        );
    }
    let near = nearest(name, options.iter().map(|(option, _)| option.as_str()));
    let reason = format!("{} has no option --{name}", kebab(operation.name));
    Problem::new(reason).suggesting(near.map(|near| format!("--{near}")))
}
