//! `contract table`: the operations of the model as a page to read. `contract compare DIR`: their declarations against
//! AWS's own, as the Python package `botocore` ships them, unpacked in `DIR`. `contract cases FOLDER`: answers of the
//! model and queries; `contract printed FOLDER ANSWERS`: how they are printed, against what AWS's formatter prints.
//! `contract commands SCRIPTS DIR ANSWERS`: command lines, whose files are in `DIR`, against what AWS's command line
//! makes of them.

#![allow(clippy::print_stdout)] // A program for the terminal.

mod botocore;
mod commands;
mod compare;
mod paging;
mod printed;
mod table;

use std::path::Path;

use anyhow::{Result, bail};

use crate::botocore::Model;
use crate::compare::Comparison;

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["table"] => {
            print!("{}", table::table());
            Ok(())
        }
        ["compare", folder] => compare(Path::new(folder)),
        ["commands", scripts, files, answers] => {
            println!(
                "{}",
                commands::compare(Path::new(scripts), Path::new(files), Path::new(answers))?
            );
            Ok(())
        }
        ["cases", folder] => {
            print!("{}", printed::cases(Path::new(folder))?);
            Ok(())
        }
        ["printed", folder, answers] => {
            println!("{}", printed::compare(Path::new(folder), Path::new(answers))?);
            Ok(())
        }
        _ => bail!(
            "contract table | compare DIR | cases FOLDER | printed FOLDER ANSWERS | commands SCRIPTS DIR ANSWERS"
        ),
    }
}

/// Compares every service that AWS has, and fails if one differs.
fn compare(folder: &Path) -> Result<()> {
    let (mut operations, mut members, mut differences) = (0, 0, Vec::new());
    for service in api::SERVICES.iter().filter(|service| service.reference.is_some()) {
        let model = Model::load(folder, service.name)?;
        let mut comparison = Comparison::of(&model);
        for operation in (service.operations)() {
            comparison.operation(operation);
        }
        comparison
            .differences
            .extend(paging::differences(&model, (service.operations)()));
        operations += (service.operations)().len();
        members += comparison.members;
        differences.append(&mut comparison.differences);
    }
    for difference in &differences {
        println!("{difference}");
    }
    println!(
        "{operations} operations with {members} members compared with AWS's models: {} differences",
        differences.len()
    );
    if differences.is_empty() {
        Ok(())
    } else {
        bail!("the declarations differ from AWS's")
    }
}
