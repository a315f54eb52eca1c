//! The operations of the model as a page of tables.

use std::fmt::Write;

use api::{Access, Operation, Service, ShapeInfo};

/// What stands above the tables.
const INTRODUCTION: &str = "\
# Operations

Written by `cargo xtask operations` from the declarations in `crates/api`; a test compares it with them. An operation
that changes something stands **bold**. A member that AWS has and this model has not is refused by name, unless it is
given AWS's default.
";

/// The page.
#[must_use]
pub(crate) fn table() -> String {
    let mut page = INTRODUCTION.to_owned();
    // Writing to a string cannot fail.
    let _ = writeln!(page, "\n{} operations of AWS:", count_of_aws());
    for service in api::SERVICES
        .iter()
        .filter(|service| !(service.operations)().is_empty())
    {
        section(&mut page, service);
    }
    page
}

fn count_of_aws() -> usize {
    let of_aws = api::SERVICES.iter().filter(|service| service.reference.is_some());
    of_aws.map(|service| (service.operations)().len()).sum()
}

fn section(page: &mut String, service: &Service) {
    let operations = (service.operations)();
    let _ = writeln!(page, "\n## {}\n\n{}\n", service.name, service.doc);
    let _ = writeln!(page, "{} operations.\n", operations.len());
    page.push_str("| operation | takes | answers | not modelled |\n|---|---|---|---|\n");
    for operation in operations {
        row(page, operation);
    }
}

fn row(page: &mut String, operation: &Operation) {
    let bold = if operation.access == Access::Read {
        ""
    } else {
        "**"
    };
    let name = operation.source().map_or_else(
        || operation.name.to_owned(),
        |url| format!("[{}]({url})", operation.name),
    );
    let input = (operation.input)();
    let output = operation
        .output
        .map(|output| members(output()))
        .unwrap_or_default();
    let missing: Vec<&str> = input.not_modelled().map(|(name, _)| name).collect();
    let (takes, missing) = (members(input), missing.join(", "));
    let _ = writeln!(page, "| {bold}{name}{bold} | {takes} | {output} | {missing} |");
}

fn members(shape: &'static ShapeInfo) -> String {
    let names: Vec<&str> = shape.members.iter().map(|member| member.name).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::*;

    fn root() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
    }

    #[test]
    fn the_page_says_what_is_declared() {
        let page = fs::read_to_string(root().join("crates/OPERATIONS.md")).expect("the page is there");
        assert!(
            page == table(),
            "crates/OPERATIONS.md is not up to date: run cargo xtask operations"
        );
    }

    #[test]
    fn every_operation_is_called_in_a_test_of_the_whole() {
        let mut text = String::new();
        for folder in ["scenarios", "refusals", "theory", "properties"] {
            gather(&root().join("tests").join(folder), &mut text);
        }
        let called =
            |name: &str| text.contains(&format!("\"{name}\"")) || text.contains(&format!("{name}Input"));
        let of_aws = api::SERVICES.iter().filter(|service| service.reference.is_some());
        let untested: Vec<String> = of_aws
            .flat_map(|service| (service.operations)().iter())
            .filter(|operation| !called(operation.name))
            .map(|operation| operation.action())
            .collect();
        assert!(untested.is_empty(), "no test calls {}", untested.join(", "));
    }

    fn gather(path: &Path, text: &mut String) {
        if path.is_dir() {
            for entry in fs::read_dir(path).expect("a folder can be read") {
                gather(&entry.expect("so can its entries").path(), text);
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            text.push_str(&fs::read_to_string(path).expect("a file can be read"));
        }
    }
}
