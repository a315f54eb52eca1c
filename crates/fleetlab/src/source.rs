//! Texts that come from files.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The text of a script: of a file, or of standard input if it is called `-`. Of one that is too long as much is read as
/// it takes to see that.
pub(crate) fn read(script: &str) -> Result<String, String> {
    let text = match script {
        "-" => whole(io::stdin().lock(), cli::MAX_INPUT),
        path => bounded(Path::new(path), cli::MAX_INPUT),
    };
    text.map_err(|error| format!("{script}: {error}"))
}

/// The text of a file; of one longer than `most` bytes a byte more than that.
pub(crate) fn bounded(path: &Path, most: usize) -> io::Result<String> {
    whole(File::open(path)?, most)
}

fn whole(from: impl Read, most: usize) -> io::Result<String> {
    let mut bytes = Vec::new();
    from.take(most as u64 + 1).read_to_end(&mut bytes)?;
    let long = bytes.len() > most;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text),
        // The last letter may be cut in two.
        Err(error) if long => Ok(String::from_utf8_lossy(error.as_bytes()).into_owned()),
        Err(_) => Err(io::Error::new(
            io::ErrorKind::InvalidData,
            "this is no text in UTF-8",
        )),
    }
}
