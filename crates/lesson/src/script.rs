//! Lines of the one script language, as a lesson holds them: read before anything is run, so that a mistake is found
//! where it stands.

mod read;

/// One command of a script, with its references and variables.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// As written.
    pub text: String,
    /// The operations that it calls and that change something, such as `ec2:RunInstances`, those of commands within it
    /// included.
    pub calls: Vec<String>,
    /// Whether it lets model time pass.
    pub waits: bool,
    /// Variables that it sets.
    pub sets: Vec<String>,
    /// Variables that it needs.
    pub needs: Vec<String>,
    /// Files that it reads.
    pub files: Vec<String>,
}

/// Whether the model has an operation of this name, such as `ec2:RunInstances`.
pub(crate) fn is_operation(name: &str) -> bool {
    name.split_once(':')
        .is_some_and(|(service, operation)| api::find(service, operation).is_some())
}
