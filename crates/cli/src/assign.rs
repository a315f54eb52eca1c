//! The words behind an operation: which option or position each belongs to, and what they put into the call.

use api::{Call, Operation, Slot, kebab};

use crate::error::{ParseError, Problem};
use crate::lex::Word;
use crate::options::{self, Target};
use crate::value::{self, Argument, LONE};

/// An option, or a word by its position, with the words that belong to it.
pub(crate) struct Assignment<'a> {
    target: Target,
    word: &'a Word,
    arguments: Vec<Argument<'a>>,
}

/// Sorts the words behind the operation. Of an option given twice the last counts, as at AWS.
pub(crate) fn assign<'a>(
    operation: &Operation,
    mut words: &'a [Word],
) -> Result<Vec<Assignment<'a>>, ParseError> {
    let members = (operation.input)().members;
    let mut positions = members.iter().enumerate().filter(|(_, member)| member.positional);
    let mut assignments: Vec<Assignment<'_>> = Vec::new();
    while let Some((word, behind)) = words.split_first() {
        let assignment = if let Some((name, inline)) = option_parts(word) {
            let target = options::find(operation, name).map_err(|problem| problem.at(word.span))?;
            let arguments = arguments(operation, target, word, inline, behind)?;
            words = &behind[if inline.is_some() { 0 } else { arguments.len() }..];
            Assignment {
                target,
                word,
                arguments,
            }
        } else {
            let (index, _) = positions.next().ok_or_else(|| unexpected(operation, word))?;
            words = behind;
            Assignment {
                target: Target::Member(index),
                word,
                arguments: vec![word.into()],
            }
        };
        assignments.retain(|earlier| !earlier.target.same_place(assignment.target));
        assignments.push(assignment);
    }
    Ok(assignments)
}

/// The name of an option without its `--`, and what stands behind its `=`; `None` if the word is no option.
fn option_parts(word: &Word) -> Option<(&str, Option<Argument<'_>>)> {
    let option = word.text.strip_prefix("--")?;
    let (name, inline) = match option.split_once('=') {
        Some((name, text)) => (
            name,
            Some(Argument {
                text,
                span: word.span,
            }),
        ),
        None => (option, None),
    };
    (!name.contains(char::is_whitespace)).then_some((name, inline))
}

/// The words that belong to an option: what stands behind its `=`, or as many as it takes of those behind it.
fn arguments<'a>(
    operation: &Operation,
    target: Target,
    option: &'a Word,
    inline: Option<Argument<'a>>,
    behind: &'a [Word],
) -> Result<Vec<Argument<'a>>, ParseError> {
    let (least, most) = target.arity((operation.input)());
    let found: Vec<Argument<'a>> = match inline {
        Some(argument) => vec![argument],
        None => behind
            .iter()
            .take_while(|word| option_parts(word).is_none())
            .take(most)
            .map(Into::into)
            .collect(),
    };
    match found.len() {
        found if found < least => {
            Err(Problem::new(format!("{} expects a value", option.text)).at(option.span))
        }
        found if found > most => Err(Problem::new("this option takes no value").at(option.span)),
        _ => Ok(found),
    }
}

fn unexpected(operation: &Operation, word: &Word) -> ParseError {
    let option = options::of(operation)
        .into_iter()
        .find(|(name, _)| *name == word.text);
    let suggestion = option.map(|(name, _)| format!("--{name}"));
    Problem::new(format!("unexpected word {}", word.text))
        .suggesting(suggestion)
        .at(word.span)
}

impl<'a> From<&'a Word> for Argument<'a> {
    fn from(word: &'a Word) -> Self {
        Self {
            text: &word.text,
            span: word.span,
        }
    }
}

impl Assignment<'_> {
    /// Whether it may stand beside the others.
    pub(crate) fn check_companions(&self, operation: &Operation, others: &[Self]) -> Result<(), ParseError> {
        let Target::Extra(extra) = self.target else {
            return Ok(());
        };
        let member = |other: &Self| Some((operation.input)().members[other.target.member()?].name);
        match others
            .iter()
            .filter_map(member)
            .find(|name| extra.excludes.contains(name))
        {
            None => Ok(()),
            Some(name) => {
                let reason = format!("{} cannot be given beside --{}", self.word.text, kebab(name));
                Err(Problem::new(reason).at(self.word.span))
            }
        }
    }

    /// Puts it into the call.
    pub(crate) fn apply(&self, call: &mut Call) -> Result<(), ParseError> {
        let members = call.input().info().members;
        match (self.target, self.arguments.first()) {
            (Target::Member(index), _) | (Target::TruthWithin(index, _), Some(_)) => {
                value::set(call.input_mut().slot(index), &members[index], &self.arguments)
            }
            (Target::Truth(index, truth), _) => {
                set_truth(call.input_mut().slot(index), truth);
                Ok(())
            }
            (Target::TruthWithin(index, truth), None) => {
                if let Slot::Shape(shape) = call.input_mut().slot(index) {
                    set_truth(shape.slot(LONE), truth);
                }
                Ok(())
            }
            (Target::Extra(extra), Some(argument)) => {
                (extra.set)(call, argument.text).map_err(|problem| problem.at(argument.span))
            }
            (Target::Extra(_), None) => Ok(()),
            (Target::NotModelled { default, says }, argument) => {
                let said = says.or(argument.map(|argument| argument.text));
                if said.is_some() && said == default {
                    Ok(())
                } else {
                    Err(self.not_modelled(default))
                }
            }
        }
    }

    fn not_modelled(&self, default: Option<&str>) -> ParseError {
        let only = default
            .map(|value| format!(": only {value} is accepted"))
            .unwrap_or_default();
        let reason = format!("AWS has {}, but it is not modelled here{only}", self.word.text);
        Problem::new(reason).at(self.word.span)
    }
}

fn set_truth(slot: Slot<'_>, truth: bool) {
    if let Slot::Boolean(place) = slot {
        *place = truth;
    }
}
#[cfg(test)]
mod tests {
    use crate::parse;

    #[test]
    fn what_is_no_option_is_told_apart_from_what_is_not_modelled() {
        let check = |options: &str, reason: &str, suggestion: Option<&str>| {
            let error = parse(&format!("aws ec2 run-instances {options}")).expect_err(options);
            assert_eq!(
                (error.reason.as_str(), error.suggestion.as_deref()),
                (reason, suggestion)
            );
        };
        check("--subnet subnet-1 x", "unexpected word x", None);
        check(
            "--image ami-1 subnet-id",
            "unexpected word subnet-id",
            Some("--subnet-id"),
        );
        check(
            "--subnt-id x",
            "run-instances has no option --subnt-id",
            Some("--subnet-id"),
        );
        check(
            "--region eu-west-1",
            "an account here lives in one Region, set when its world began: leave --region out",
            None,
        );
        check("--colour red", "run-instances has no option --colour", None);
        check("--min-count 1", "run-instances has no option --min-count", None);
        check(
            "--key-name mine",
            "AWS has --key-name, but it is not modelled here",
            None,
        );
        check(
            "--ipv6-address-count 2",
            "AWS has --ipv6-address-count, but it is not modelled here: only 0 is accepted",
            None,
        );
        check(
            "--tag-specifications",
            "--tag-specifications expects a value",
            None,
        );
        check("--image-id --count 1", "--image-id expects a value", None);
        check("--enable-api-termination=x", "this option takes no value", None);
        check(
            "--security-group x",
            "--security-group could be --security-group-ids or --security-groups",
            None,
        );
        check("--count x", "expected min[:max], such as 1 or 1:10", None);
        check(
            "--user-data file://setup.sh",
            "there are no files here: give the text itself",
            None,
        );
        check(
            "--placement Zone=a",
            r#""Zone" is none of AvailabilityZoneId, Tenancy, AvailabilityZone"#,
            None,
        );
        check(
            "--placement GroupName=a",
            "AWS has GroupName here, but it is not modelled",
            None,
        );
        let reason = r#"/0/Tag: TagSpecification has no such member; did you mean Tags?"#;
        check(r#"--tag-specifications '[{"Tag": []}]'"#, reason, None);
    }

    #[test]
    fn what_does_not_go_together_or_is_absent_is_refused() {
        let check = |text: &str, reason: &str| assert_eq!(parse(text).expect_err(text).reason, reason);
        let ingress = "aws ec2 authorize-security-group-ingress --port 80 --ip-permissions IpProtocol=tcp";
        check(ingress, "--port cannot be given beside --ip-permissions");
        check(
            "aws ec2 stop-instances",
            "the following arguments are required: --instance-ids",
        );
        check(
            "aws ec2 create-tags",
            "the following arguments are required: --resources, --tags",
        );
        check(
            "sandbox fault --for 1m",
            "the following arguments are required: --kind",
        );
    }
}
