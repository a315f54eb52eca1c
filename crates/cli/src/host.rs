//! What surrounds a command line: files, and the Region of the account.

/// What the command line asks of whoever runs it. It neither opens a file nor knows an account by itself.
#[derive(Clone, Copy)]
pub struct Host<'a> {
    /// The bytes of a file by its name, as it stands behind `file://`.
    pub file: &'a dyn Fn(&str) -> Option<Vec<u8>>,
    /// The Region the account lives in; if it is not known, no `--region` is taken.
    pub region: Option<&'a str>,
}

impl Default for Host<'_> {
    /// Without files, anywhere.
    fn default() -> Self {
        Self {
            file: &|_| None,
            region: None,
        }
    }
}
