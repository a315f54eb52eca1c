//! The words behind an operation: which option or position each belongs to, and what they put into the call.

use api::{Call, Member, Operation, Slot, nearest};

use crate::error::{Fault, ParseError, Problem};
use crate::fill::{self, is_empty, not_modelled};
use crate::globals::takes_nothing;
use crate::host::Host;
use crate::lex::{Span, Word};
use crate::options::{self, Target};
use crate::paging::Pages;
use crate::value::{self, LONE};

/// An option, or a word by its position, with the words that belong to it.
pub(crate) struct Assignment<'a> {
    pub(crate) target: Target,
    /// The option's full name, without `--`.
    name: String,
    span: Span,
    words: Vec<&'a str>,
}

/// The words behind an operation, sorted.
pub(crate) struct Sorted<'a> {
    operation: &'static Operation,
    options: Vec<(String, Target)>,
    pub(crate) assignments: Vec<Assignment<'a>>,
    /// What nothing takes.
    unknown: Vec<&'a Word>,
}

/// What the words say beside the call itself.
#[derive(Debug, Default)]
pub(crate) struct Beside {
    /// What is to be made of pages.
    pub(crate) pages: Pages,
    /// The file for the answer's body.
    pub(crate) outfile: Option<String>,
    /// `input` or `output`, if only a skeleton is asked for.
    pub(crate) skeleton: Option<String>,
}

/// Sorts the words behind the operation. Of an option given twice the last counts, as at AWS.
pub(crate) fn sort<'a>(operation: &'static Operation, words: &'a [Word]) -> Result<Sorted<'a>, ParseError> {
    let mut sorted = Sorted {
        operation,
        options: options::of(operation),
        assignments: Vec::new(),
        unknown: Vec::new(),
    };
    let members = (operation.input)().members.iter().enumerate();
    let mut positions: Vec<(String, Target)> = members
        .filter(|(_, member)| member.positional)
        .map(|(index, member)| (options::name(operation, member), Target::Member(index)))
        .collect();
    positions.extend(has_outfile(operation).then(|| (OUTFILE.to_owned(), Target::Outfile)));
    let (mut positions, mut rest) = (positions.into_iter(), words);
    while let Some((word, behind)) = rest.split_first() {
        rest = behind;
        if let Some((name, inline)) = option_parts(&word.text) {
            match options::find(&sorted.options, name).map_err(|problem| problem.at(word.span))? {
                Some((name, target)) => rest = sorted.option((name, target), word, inline, behind)?,
                None => sorted.unknown.push(word),
            }
        } else if let Some((name, target)) = positions.next() {
            sorted.put(name, target, word.span, vec![&word.text]);
        } else {
            sorted.unknown.push(word);
        }
    }
    Ok(sorted)
}

/// Whether a member is but a word by which a call is carried out once: AWS's command line makes it up.
fn is_token(member: &Member) -> bool {
    member.name.eq_ignore_ascii_case("clienttoken")
}

/// The file that the body of an answer is written to, named by position.
const OUTFILE: &str = "outfile";

/// Whether an operation answers with bytes that go into a file.
pub(crate) fn has_outfile(operation: &Operation) -> bool {
    operation.name == "GetObject"
}

/// The name of an option without its `--`, and what stands behind its `=`; `None` if the word is no option.
fn option_parts(word: &str) -> Option<(&str, Option<&str>)> {
    if !is_option(word) {
        return None;
    }
    let option = word.strip_prefix("--").unwrap_or(word);
    match option.split_once('=') {
        Some((name, text)) => Some((name, Some(text))),
        None => Some((option, None)),
    }
}

/// Whether a word would be taken for an option rather than for a value.
pub(crate) fn is_option(word: &str) -> bool {
    let Some(name) = word.strip_prefix('-') else {
        return false;
    };
    let name = name.split('=').next().unwrap_or_default();
    let number = name
        .chars()
        .all(|letter| letter.is_ascii_digit() || letter == '.');
    !(number || name.contains(' ') || !word.contains('=') && word.contains(' '))
}

/// An option of one value has none.
pub(crate) fn expected_one(name: &str) -> Problem {
    Problem::new(
        Fault::Arguments,
        format!("argument --{name}: expected one argument"),
    )
}

impl<'a> Sorted<'a> {
    /// Takes an option and its words; what is behind them.
    fn option(
        &mut self,
        (name, target): (String, Target),
        option: &'a Word,
        inline: Option<&'a str>,
        behind: &'a [Word],
    ) -> Result<&'a [Word], ParseError> {
        let (least, most) = target.arity((self.operation.input)());
        let words: Vec<&str> = match inline {
            Some(text) => vec![text],
            None => behind
                .iter()
                .take_while(|word| !self.ends_values(&word.text))
                .take(most)
                .map(|word| word.text.as_str())
                .collect(),
        };
        let rest = &behind[if inline.is_some() { 0 } else { words.len() }..];
        match inline {
            Some(text) if most == 0 => return Err(takes_nothing(&name, text).at(option.span)),
            _ if words.len() < least => return Err(expected_one(&name).at(option.span)),
            _ => self.put(name, target, option.span, words),
        }
        Ok(rest)
    }

    /// Whether a word would not belong to the option before it. A value of ours may begin with a dash: `-10m`.
    fn ends_values(&self, word: &str) -> bool {
        match self.operation.service.reference {
            Some(_) => is_option(word),
            None => word.starts_with("--"),
        }
    }

    fn put(&mut self, name: String, target: Target, span: Span, words: Vec<&'a str>) {
        self.assignments
            .retain(|earlier| !earlier.target.same_place(target));
        self.assignments.push(Assignment {
            target,
            name,
            span,
            words,
        });
    }

    /// Whether what must be given is given, and nothing that nothing takes.
    pub(crate) fn check(&self, host: &Host<'_>, end: Span) -> Result<(), ParseError> {
        let absent = self.absent(host.token.is_some());
        if !absent.is_empty() {
            let reason = format!("the following arguments are required: {}", absent.join(", "));
            return Err(Problem::new(Fault::Arguments, reason).at(end));
        }
        let Some(first) = self.unknown.first() else {
            return Ok(());
        };
        let texts: Vec<&str> = self.unknown.iter().map(|word| word.text.as_str()).collect();
        let reason = format!("Unknown options: {}", texts.join(", "));
        Err(Problem::new(Fault::Unknown, reason)
            .suggesting(self.meant(&first.text))
            .at(first.span))
    }

    /// The options that must be given and are not; none if JSON may say them, or if only a request's skeleton is asked for.
    fn absent(&self, has_tokens: bool) -> Vec<String> {
        let given = |target: Target| {
            self.assignments
                .iter()
                .any(|given| given.target.same_place(target))
        };
        let skeleton = self.skeleton().is_some_and(|side| side == "input");
        if skeleton || given(Target::InputJson) {
            return Vec::new();
        }
        let members = (self.operation.input)().members;
        let required = self.options.iter().filter(|(_, target)| match *target {
            Target::Member(index) => {
                members[index].required && !given(*target) && !(has_tokens && is_token(&members[index]))
            }
            _ => false,
        });
        let mut absent: Vec<String> = required.map(|(name, _)| format!("--{name}")).collect();
        let outfile = |assignment: &Assignment<'_>| matches!(assignment.target, Target::Outfile);
        if has_outfile(self.operation) && !self.assignments.iter().any(outfile) {
            absent.push(OUTFILE.to_owned());
        }
        absent
    }

    /// Which skeleton is asked for, if one is.
    pub(crate) fn skeleton(&self) -> Option<&str> {
        let mut asked = self
            .assignments
            .iter()
            .filter(|given| matches!(given.target, Target::Skeleton));
        asked
            .next()
            .map(|given| given.words.first().copied().unwrap_or("input"))
    }

    fn meant(&self, word: &str) -> Option<String> {
        let names = self.options.iter().map(|(name, _)| name.as_str());
        let near = match option_parts(word) {
            Some((name, _)) => nearest(name, names),
            None => names.into_iter().find(|name| *name == word),
        };
        near.map(|name| format!("--{name}"))
    }

    /// Puts everything into the call.
    pub(crate) fn apply(&self, call: &mut Call, host: &Host<'_>) -> Result<Beside, ParseError> {
        let mut beside = Beside::default();
        for assignment in &self.assignments {
            let given = |name: &str| self.assignments.iter().any(|other| other.name == name);
            let applied = assignment
                .check_companions(given)
                .and_then(|()| assignment.apply(call, &mut beside, host));
            applied.map_err(|problem| assignment.says(problem).at(assignment.span))?;
        }
        for assignment in &self.assignments {
            if let (Target::InputJson, Some(text)) = (assignment.target, assignment.words.first()) {
                let read =
                    input_json(text, call, host).map_err(|problem| problem.of_option(&assignment.name));
                let manual = read.map_err(|problem| problem.at(assignment.span))?;
                beside.pages.manual |= manual;
            }
        }
        Ok(beside)
    }
}

/// Makes up the word that the request cannot be without.
pub(crate) fn put_token(call: &mut Call, host: &Host<'_>) {
    let Some(make) = host.token else { return };
    let input = call.input();
    let members = input.info().members.iter().enumerate();
    let absent = |(index, member): (usize, &Member)| {
        (member.required && is_token(member) && input.value(index).is_none()).then_some(index)
    };
    if let Some(index) = members.filter_map(absent).next()
        && let Slot::String(text) = call.input_mut().slot(index)
    {
        *text = make();
    }
}

/// Puts what JSON says into the call, except what is there already; whether it says how to page.
fn input_json(text: &str, call: &mut Call, host: &Host<'_>) -> Result<bool, Problem> {
    let from_file = value::file_text(text, host)?;
    let json = fill::parse(from_file.as_deref().unwrap_or(text))?;
    let Some(members) = json.as_object() else {
        return Err(Problem::new(Fault::Value, "Invalid JSON: expected an object"));
    };
    let input = call.input();
    let there = |name: &str| {
        let index = input.info().members.iter().position(|member| member.name == name);
        let value = index.and_then(|index| input.value(index));
        value.is_some_and(|value| !is_empty(value))
    };
    let new = members.iter().filter(|(name, _)| !there(name));
    let new = serde_json::Value::Object(new.map(|(name, value)| (name.clone(), value.clone())).collect());
    let operation = call.operation();
    fill::fill(
        &new,
        Slot::Shape(call.input_mut()),
        "",
        &api::Kind::Shape(operation.input),
    )?;
    encode(call, &new);
    let pages = operation.pages();
    Ok(pages.is_some_and(|pages| {
        [Some(pages.from), pages.size]
            .iter()
            .flatten()
            .any(|name| new.get(name).is_some())
    }))
}

/// A text that is sent as base64 is said as it is in JSON too.
fn encode(call: &mut Call, json: &serde_json::Value) {
    let members = call.input().info().members.iter().enumerate();
    let plain = |(index, member): (usize, &Member)| {
        (member.format == api::Format::Base64 && json.get(member.name).is_some()).then_some(index)
    };
    for index in members.filter_map(plain) {
        if let Slot::String(text) = call.input_mut().slot(index) {
            *text = api::encode_base64(text.as_bytes());
        }
    }
}

impl Assignment<'_> {
    /// What AWS's command line adds to a problem with a value; not to those of the options of its own.
    fn says(&self, problem: Problem) -> Problem {
        match self.target {
            Target::Extra(_) => problem,
            _ => problem.of_option(&self.name),
        }
    }

    /// Whether it may stand beside the others.
    fn check_companions(&self, given: impl Fn(&str) -> bool) -> Result<(), Problem> {
        let Target::Extra(extra) = self.target else {
            return Ok(());
        };
        match extra.excludes.iter().find(|name| given(name)) {
            None => Ok(()),
            Some(_) => Err(Problem::new(
                Fault::Value,
                extra.clash.replace("{}", &extra.option.replace('-', "_")),
            )),
        }
    }

    /// Puts it into the call, or beside it.
    fn apply(&self, call: &mut Call, beside: &mut Beside, host: &Host<'_>) -> Result<(), Problem> {
        let operation = call.operation();
        let members = call.input().info().members;
        match (self.target, self.words.first()) {
            (Target::Member(index), _) | (Target::TruthWithin(index, _), Some(_)) => {
                beside.pages.manual |= Pages::is_manual(operation, members[index].name);
                value::set(call.input_mut().slot(index), &members[index], &self.words, host)?;
            }
            (Target::Truth(index, truth), _) => set_truth(call.input_mut().slot(index), truth),
            (Target::TruthWithin(index, truth), None) => {
                if let Slot::Shape(shape) = call.input_mut().slot(index) {
                    set_truth(shape.slot(LONE), truth);
                }
            }
            (Target::Extra(extra), _) => (extra.set)(call, &self.words)?,
            (Target::Page(option), Some(word)) => beside.pages.set(option, word)?,
            (Target::Outfile, Some(word)) => beside.outfile = Some((*word).to_owned()),
            (Target::Skeleton, word) => beside.skeleton = Some(side(word.copied())?),
            (Target::NotModelled { default, says }, word) => {
                let said = says.or(word.copied());
                if said.is_none() || said != default {
                    return Err(not_modelled(&format!("--{}", self.name), default));
                }
            }
            (Target::Page(_) | Target::Outfile | Target::InputJson, _) => {}
        }
        Ok(())
    }
}

fn side(word: Option<&str>) -> Result<String, Problem> {
    const SIDES: &[&str] = &["input", "output"];
    match word {
        None => Ok("input".to_owned()),
        Some(word) if SIDES.contains(&word) => Ok(word.to_owned()),
        Some(word @ "yaml-input") => Err(not_modelled(&format!("--generate-cli-skeleton {word}"), None)),
        Some(word) => {
            let suggestion = nearest(word, SIDES.iter().copied());
            Err(Problem::choice("--generate-cli-skeleton", word, suggestion))
        }
    }
}

fn set_truth(slot: Slot<'_>, truth: bool) {
    if let Slot::Boolean(place) = slot {
        *place = truth;
    }
}

#[cfg(test)]
mod tests {
    use super::is_option;
    use crate::{Fault, parse};

    #[test]
    fn what_looks_like_an_option_is_one() {
        for option in ["--a", "--a=b c", "-x", "--"] {
            assert!(is_option(option), "{option}");
        }
        for word in ["a", "", "-", "-1", "-1.5", "-a b", "--a b"] {
            assert!(!is_option(word), "{word}");
        }
    }

    #[test]
    fn complaints_are_those_of_aws() {
        let check = |options: &str, reason: &str, suggestion: Option<&str>| {
            let error = parse(&format!("aws ec2 run-instances {options}")).expect_err(options);
            assert_eq!(
                (error.reason.as_str(), error.suggestion.as_deref()),
                (reason, suggestion)
            );
        };
        check("--subnet subnet-1 x", "Unknown options: x", None);
        check(
            "--image ami-1 subnet-id",
            "Unknown options: subnet-id",
            Some("--subnet-id"),
        );
        check(
            "--subnt-id x",
            "Unknown options: --subnt-id, x",
            Some("--subnet-id"),
        );
        let home = "an account here lives in one Region, set when its world began: leave --region out";
        check("--region eu-west-1", home, None);
        check("--colour red", "Unknown options: --colour, red", None);
        check("--min-count 1", "Unknown options: --min-count, 1", None);
        let key = "AWS has --key-name, but it is not modelled here";
        check("--key-name mine", key, None);
        let ipv6 = "AWS has --ipv6-address-count, but it is not modelled here: only 0 is accepted";
        check("--ipv6-address-count 2", ipv6, None);
        let none = "argument --image-id: expected one argument";
        check("--image-id --count 1", none, None);
        let explicit = "argument --enable-api-termination: ignored explicit argument 'x'";
        check("--enable-api-termination=x", explicit, None);
        let groups = "ambiguous option: --security-group could match --security-group-ids, --security-groups";
        check("--security-group x", groups, None);
        check(
            "--count x",
            "count parameter should be of form min[:max] (e.g. 1 or 1:10)",
            None,
        );
        let missing = "Error parsing parameter '--user-data': Unable to load paramfile file://a.sh: \
                       [Errno 2] No such file or directory: 'a.sh'";
        check("--user-data file://a.sh", missing, None);
        let place = "Parameter validation failed:\nUnknown parameter in Placement: \"Zone\", \
                     must be one of: AvailabilityZoneId, Tenancy, AvailabilityZone";
        check("--placement Zone=a", place, None);
        let group = "AWS has Placement.GroupName, but it is not modelled here";
        check("--placement GroupName=a", group, None);
        let tag = "Parameter validation failed:\nUnknown parameter in TagSpecifications[0]: \"Tag\", \
                   must be one of: ResourceType, Tags";
        check(r#"--tag-specifications '[{"Tag": []}]'"#, tag, Some("Tags"));
        let kind = "Parameter validation failed:\nInvalid type for parameter TagSpecifications[0].Tags, value: {'Key': 'a'}, \
                    type: <class 'dict'>, valid types: <class 'list'>, <class 'tuple'>";
        check(r#"--tag-specifications '[{"Tags": {"Key": "a"}}]'"#, kind, None);
        let syntax =
            "Error parsing parameter '--placement': Expected: '=', received: 'EOF' for input:\nzone\n    ^";
        check("--placement zone", syntax, None);
        let mixed =
            "Mixing the --network-interfaces option with the simple, scalar options is not supported.";
        check(
            "--network-interfaces DeviceIndex=0 --associate-public-ip-address",
            mixed,
            None,
        );
        check(
            "--cli-input-json '{\"ImageId\": 1}'",
            "Parameter validation failed:\nInvalid type for parameter ImageId, value: 1, type: <class 'int'>, valid types: <class 'str'>",
            None,
        );
    }

    #[test]
    fn what_does_not_go_together_or_is_absent_is_refused() {
        let check = |text: &str, reason: &str| assert_eq!(parse(text).expect_err(text).reason, reason);
        let ingress =
            "aws ec2 authorize-security-group-ingress --source-group sg-1 --ip-permissions IpProtocol=tcp";
        check(
            ingress,
            "The --source_group option is not compatible with the --ip-permissions option ",
        );
        check(
            "aws ec2 stop-instances",
            "the following arguments are required: --instance-ids",
        );
        check(
            "aws ec2 create-tags --foo",
            "the following arguments are required: --resources, --tags",
        );
        check(
            "aws s3api get-object --bucket b",
            "the following arguments are required: --key, outfile",
        );
        check(
            "aws ec2 stop-instances --cli-input-json {}",
            "Parameter validation failed:\nMissing required parameter in input: \"InstanceIds\"",
        );
        let number = parse("aws ec2 describe-instances --max-items 1 --page-size x").expect_err("no number");
        assert_eq!(number.fault, Fault::Arguments);
        check(
            "sandbox fault --for 1m",
            "the following arguments are required: --kind",
        );
    }
}
