//! `help`: what there is, from the declarations, and from the docs where a program carries them.

mod operation;

use api::{Operation, OperationDocs, SERVICES, Service, kebab};

/// Where the docs of an operation are found.
pub type DocsOf = fn(&Operation) -> Option<OperationDocs>;

/// What `help` prints behind these names: none, a service, or a service and an operation.
pub(crate) fn text(names: &[String], docs: Option<DocsOf>) -> String {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    match names[..] {
        [service, "wait"] => waiters(service),
        [service, name] => api::find_kebab(service, name)
            .map(|found| operation::text(found, docs))
            .unwrap_or_default(),
        [service] => find(service)
            .map(|found| of_service(found, docs))
            .unwrap_or_default(),
        _ => services(),
    }
}

fn find(name: &str) -> Option<&'static Service> {
    SERVICES.iter().copied().find(|service| service.name == name)
}

/// Names with what they are, below each other.
fn list(entries: impl Iterator<Item = (String, String)>) -> String {
    let entries: Vec<(String, String)> = entries.collect();
    let width = entries
        .iter()
        .map(|(name, _)| name.len())
        .max()
        .unwrap_or_default();
    let line =
        |(name, doc): &(String, String)| format!("  {}\n", format!("{name:<width$}  {doc}").trim_end());
    entries.iter().map(line).collect()
}

fn services() -> String {
    let entry = |name: &str, doc: &str| (name.to_owned(), doc.trim().to_owned());
    let of_aws = SERVICES.iter().filter(|service| service.reference.is_some());
    let of_aws = of_aws.map(|service| entry(service.name, service.doc));
    let s3 = entry("s3", "Files and buckets by their paths: ls, cp, rm, mb, rb.");
    let ours = SERVICES.iter().filter(|service| service.reference.is_none());
    let ours = ours.map(|service| entry(service.name, service.doc));
    format!(
        "aws <service> <operation> [options], as AWS's own command line takes it. Services:\n\n{}\n\
         What AWS has no call for, in the same shape:\n\n{}\n\
         More: aws <service> help, aws <service> <operation> help, sandbox help, sandbox <operation> help.\n",
        list(of_aws.chain([s3])),
        list(ours)
    )
}

fn of_service(service: &'static Service, docs: Option<DocsOf>) -> String {
    let entry = |operation: &&Operation| {
        let told = docs.and_then(|docs| docs(operation));
        let doc = told.map_or("", |docs| (docs.input)().doc);
        (kebab(operation.name), first_sentence(doc).to_owned())
    };
    let waits = match service.name {
        "sandbox" => Some("Lets model time pass, or waits until a command prints something."),
        name => cli::WAITERS
            .iter()
            .any(|waiter| waiter.service == name)
            .then_some("Waits until something is so."),
    };
    let waits = waits.map(|doc| ("wait".to_owned(), doc.to_owned()));
    let operations = (service.operations)().iter().map(entry);
    format!(
        "{}: {}\n\n{}",
        service.name,
        service.doc.trim(),
        list(operations.chain(waits))
    )
}

/// What can be waited for.
fn waiters(service: &str) -> String {
    if service == "sandbox" {
        return WAIT.to_owned();
    }
    let known = cli::WAITERS.iter().filter(|waiter| waiter.service == service);
    let entry = |waiter: &cli::Waiter| {
        let asks = format!(
            "asks {} every {} s, {} times at most",
            kebab(waiter.operation),
            waiter.delay,
            waiter.attempts
        );
        (kebab(waiter.name), asks)
    };
    format!(
        "aws {service} wait <what> [options]\n\n{}",
        list(known.map(entry))
    )
}

/// How `sandbox wait` is said.
const WAIT: &str = "\
sandbox wait <length>
sandbox wait --until '<command>' --equals <text> [--every <length>] [--for <length>]

Lets model time pass: for a length such as 90s, 10m or 1h30m, or until a command that only looks prints this text.

  --until <string>   The command.
  --equals <string>  What it is to print, without the line break at its end.
  --every <length>   How much time passes between two looks. Default: 5s.
  --for <length>     How much time passes before it is given up. Default: 1h.
";

/// The first sentence of a doc.
fn first_sentence(doc: &str) -> &str {
    let doc = doc.trim();
    let end = [". ", "; ", ": "].iter().filter_map(|end| doc.find(end)).min();
    end.map_or(doc, |at| &doc[..at]).trim_end_matches('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn help(words: &str) -> String {
        let names: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        text(&names, Some(api::docs))
    }

    #[test]
    fn services_and_operations_are_listed_with_what_they_are() {
        assert!(help("").contains("\n  elbv2 "), "{}", help(""));
        assert!(help("").contains("\n  sandbox "), "{}", help(""));
        let ec2 = help("ec2");
        assert!(ec2.contains("\n  run-instances "), "{ec2}");
        assert!(ec2.lines().all(|line| line.len() < 160), "{ec2}");
        assert!(help("elbv2 wait").contains("target-in-service"));
        assert!(help("sandbox wait").contains("--equals"));
    }

    #[test]
    fn every_operation_has_docs_of_its_own_and_of_its_members() {
        for operation in api::all_operations() {
            let docs = api::docs(operation).expect("told");
            let (info, told) = ((operation.input)(), (docs.input)());
            assert!(!told.doc.trim().is_empty(), "{}", operation.name);
            assert_eq!(info.members.len(), told.members.len(), "{}", operation.name);
            for (member, told) in info.members.iter().zip(told.members) {
                assert!(!told.doc.trim().is_empty(), "{} {}", operation.name, member.name);
            }
        }
    }

    #[test]
    fn an_operation_is_told_with_kinds_defaults_and_sources() {
        let told = help("ec2 run-instances");
        for part in [
            "aws ec2 run-instances",
            "--image-id <string>",
            "--count",
            "https://docs.aws.amazon.com",
            "Answers",
        ] {
            assert!(told.contains(part), "{part}: {told}");
        }
        let told = help("sandbox fault");
        assert!(told.contains("instance-crash"), "{told}");
        assert!(help("sandbox traffic").contains("Default: steady"));
        for operation in api::all_operations() {
            let name = format!("{} {}", operation.service.name, kebab(operation.name));
            let with = text(&name.split(' ').map(str::to_owned).collect::<Vec<_>>(), None);
            assert!(with.len() > 20 && with.len() < help(&name).len(), "{name}");
        }
    }
}
