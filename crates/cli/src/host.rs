//! What surrounds a command line: files, and the Region of the account.

/// What the command line asks of whoever runs it. It neither opens a file nor knows an account by itself.
#[derive(Clone, Copy)]
pub struct Host<'a> {
    /// The bytes of a file by its name, as it stands behind `file://`.
    pub file: &'a dyn Fn(&str) -> Option<Vec<u8>>,
    /// The Region the account lives in; if it is not known, no `--region` is taken.
    pub region: Option<&'a str>,
    /// Makes up a word that has not been before, for calls that ask for one so that they are carried out once; if there
    /// is none, it must be said.
    pub token: Option<&'a dyn Fn() -> String>,
}

impl Default for Host<'_> {
    /// Without files, anywhere.
    fn default() -> Self {
        Self {
            file: &|_| None,
            region: None,
            token: None,
        }
    }
}
