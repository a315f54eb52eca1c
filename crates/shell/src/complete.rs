//! What could stand at the end of what is being typed, variables and things of the account among it.

use api::Call;
use cli::{Choice, Completion, Line, Live, complete};
use jmespath::{Expression, Json};

use crate::pages::json;
use crate::shell::Shell;
use crate::surroundings::Surroundings;

/// Things of one kind that are told at most. Our choice: more are no help.
const MOST: usize = 200;

impl Shell {
    /// What could stand at the end of `text`: what the declarations know, and what there is.
    pub fn complete(&self, text: &str, around: &mut dyn Surroundings) -> Completion {
        let mut completion = complete(text);
        let mut names: Vec<Choice> = Vec::new();
        if completion.variable {
            names.extend(self.variables().map(|name| choice(format!("${name}"), "")));
            let begin = format!("${}", completion.word);
            names.retain(|choice| choice.text.starts_with(&begin));
        }
        if completion.file {
            names.extend(
                around
                    .files()
                    .iter()
                    .map(|name| choice(format!("file://{name}"), "")),
            );
        }
        for live in std::mem::take(&mut completion.live) {
            names.extend(
                things(live, around)
                    .into_iter()
                    .filter_map(|(name, note)| thing(&completion, &name, &note)),
            );
        }
        completion.choices.extend(names);
        completion
    }
}

fn choice(text: String, note: &str) -> Choice {
    Choice {
        text,
        note: note.to_owned(),
        goes_on: false,
    }
}

/// A thing as it could stand in the word, if it begins as the word does and is not in it already.
fn thing(completion: &Completion, name: &str, note: &str) -> Option<Choice> {
    let said = completion.before.split([',', '=']).any(|part| part == name);
    let meant = name.starts_with(&completion.word) && !said;
    meant.then(|| Choice {
        goes_on: completion.many,
        ..choice(format!("{}{name}", completion.before), note)
    })
}

/// The things of a kind, with what tells them apart.
fn things(live: &Live, around: &mut dyn Surroundings) -> Vec<(String, String)> {
    let commands: Vec<String> = match live.within {
        None => vec![live.command.to_owned()],
        Some(other) => {
            let others = things(other, around).into_iter();
            others
                .map(|(name, _)| live.command.replace(Live::EACH, &name))
                .collect()
        }
    };
    let mut found: Vec<_> = commands
        .iter()
        .flat_map(|command| rows(command, live.query, around).unwrap_or_default())
        .collect();
    found.truncate(MOST);
    found
}

fn rows(command: &str, query: &str, around: &mut dyn Surroundings) -> Option<Vec<(String, String)>> {
    let Line::Call(call @ Call::Read(_)) = cli::parse(command).ok()?? else {
        return None;
    };
    let answer = json(&around.call(call).ok()?);
    let found = Expression::compile(query).ok()?.search(&answer).ok()?;
    let Json::Array(rows) = found else { return None };
    Some(rows.iter().filter_map(row).collect())
}

fn row(row: &Json) -> Option<(String, String)> {
    let Json::Array(columns) = row else { return None };
    let column = |index: usize| match columns.get(index) {
        Some(Json::String(text)) => Some(text.to_string()),
        _ => None,
    };
    Some((column(0)?, column(1).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use cloud::{Caller, Seed, Simulation, World};

    use super::*;
    use crate::account::{Account, NoFiles};

    /// What could stand behind `text` once a script has run, each with what is told beside it.
    fn after(script: &str, text: &str) -> Vec<(String, String)> {
        let (mut shell, mut simulation) = (Shell::new(), Simulation::new(World::new(Seed(1))));
        shell.start(script);
        shell.run_to_end(&mut simulation, &mut NoFiles, &mut |_, _| true);
        let mut account = Account {
            simulation: &mut simulation,
            caller: Caller::Learner,
            files: &mut NoFiles,
        };
        let found = shell.complete(text, &mut account);
        found
            .choices
            .into_iter()
            .map(|choice| (choice.text, choice.note))
            .collect()
    }

    #[test]
    fn what_there_is_can_be_named() {
        let launch = "aws ec2 run-instances --image-id ami-0e1d2c3b4a5968701 --instance-type t3.micro \
            --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=web}]'";
        let found = after(launch, "aws ec2 stop-instances --instance-ids i");
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].0.starts_with("i-0"), "{found:?}");
        assert_eq!(found[0].1, "web, pending");
        assert_eq!(after(launch, "aws ec2 stop-instances --instance-ids x"), []);
        let zones = after("", "aws elbv2 create-load-balancer --subnets ");
        assert_eq!(
            zones.iter().map(|(_, zone)| zone.as_str()).collect::<Vec<_>>(),
            ["us-east-2a", "us-east-2b", "us-east-2c"]
        );
        let images = after("", "aws ec2 run-instances --image-id ami-0");
        assert!(
            images.iter().any(|(_, name)| name == "employee-directory"),
            "{images:?}"
        );
    }

    #[test]
    fn what_belongs_to_another_thing_is_found_through_it() {
        let script = "SUBNETS=$(aws ec2 describe-subnets --query 'Subnets[:2].SubnetId' --output text)
            ALB=$(aws elbv2 create-load-balancer --name web --subnets $SUBNETS --query 'LoadBalancers[0].LoadBalancerArn' --output text)
            aws elbv2 create-listener --load-balancer-arn $ALB --protocol HTTP --port 80 --default-actions Type=fixed-response,FixedResponseConfig={StatusCode=404}
            aws elbv2 create-listener --load-balancer-arn $ALB --protocol HTTP --port 8080 --default-actions Type=fixed-response,FixedResponseConfig={StatusCode=404}";
        let notes =
            |text: &str| -> Vec<String> { after(script, text).into_iter().map(|(_, note)| note).collect() };
        assert_eq!(
            notes("aws elbv2 delete-listener --listener-arn "),
            ["HTTP 80", "HTTP 8080"]
        );
        assert_eq!(
            notes("aws elbv2 describe-rules --rule-arns arn"),
            ["default", "default"]
        );
        assert_eq!(notes("aws elbv2 delete-rule --rule-arn i"), Vec::<String>::new());
    }

    #[test]
    fn a_list_in_a_word_goes_on_with_what_is_not_in_it() {
        let of = |word: &str| {
            after(
                "",
                &format!("aws autoscaling update-auto-scaling-group --vpc-zone-identifier {word}"),
            )
        };
        let all = of("");
        let second = of(&format!("{},", all[0].0));
        assert_eq!((all.len(), second.len()), (3, 2));
        assert!(
            second[0].0.starts_with(&format!("{},subnet-", all[0].0)),
            "{second:?}"
        );
    }

    #[test]
    fn variables_are_named_by_their_beginnings() {
        let names = |text: &str| {
            after("VPC=1; VAULT=2; A=3", text)
                .into_iter()
                .map(|(name, _)| name)
                .collect::<Vec<_>>()
        };
        assert_eq!(names("aws ec2 describe-vpcs --vpc-ids $V"), ["$VAULT", "$VPC"]);
        assert_eq!(names("echo $"), ["$A", "$VAULT", "$VPC"]);
    }
}
