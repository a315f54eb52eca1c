//! `help`: what there is, from the declarations.

use api::{Operation, SERVICES, Service, kebab};

/// What `help` prints behind these names: none, a service, or a service and an operation.
pub(crate) fn text(names: &[String]) -> String {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    match names[..] {
        [service, "wait"] => waiters(service),
        [service, operation] => api::find_kebab(service, operation)
            .map(of_operation)
            .unwrap_or_default(),
        [service] => find(service).map(of_service).unwrap_or_default(),
        _ => services(),
    }
}

fn find(name: &str) -> Option<&'static Service> {
    SERVICES.iter().copied().find(|service| service.name == name)
}

fn services() -> String {
    let line = |name: &str, doc: &str| format!("  {name:<16} {}\n", doc.trim());
    let list: String = SERVICES
        .iter()
        .map(|service| line(service.name, service.doc))
        .collect();
    let list = list + &line("s3", "Files and buckets by their paths: ls, cp, rm, mb, rb.");
    format!("Available services:\n\n{list}")
}

fn of_service(service: &'static Service) -> String {
    let line = |operation: &&Operation| format!("  {}\n", kebab(operation.name));
    let list: String = (service.operations)().iter().map(line).collect();
    format!(
        "{}: {}\n\nAvailable commands:\n\n{list}",
        service.name,
        service.doc.trim()
    )
}

fn waiters(service: &str) -> String {
    let known = cli::WAITERS.iter().filter(|waiter| waiter.service == service);
    let list: String = known
        .map(|waiter| format!("  {}\n", kebab(waiter.name)))
        .collect();
    format!("{service} wait\n\nAvailable commands:\n\n{list}")
}

fn of_operation(operation: &'static Operation) -> String {
    let input = (operation.input)();
    let Some(docs) = api::docs(operation).map(|docs| (docs.input)()) else {
        return String::new();
    };
    let mut text = format!(
        "{} {}: {}\n",
        operation.service.name,
        kebab(operation.name),
        docs.doc.trim()
    );
    for (member, about) in input.members.iter().zip(docs.members) {
        text.push_str(&format!(
            "\n  --{}\n      {}\n",
            kebab(member.name),
            about.doc.trim()
        ));
    }
    if let Some(source) = operation.source() {
        text.push_str(&format!("\nSource: {source}\n"));
    }
    text
}
