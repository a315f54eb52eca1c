//! Where a script comes from.

use std::fs::File;
use std::io::{self, Read};

/// The text of a script: of a file, or of standard input if it is called `-`. Of one that is too long as much is read as
/// it takes to see that.
pub(crate) fn read(script: &str) -> Result<String, String> {
    let text = match script {
        "-" => whole(io::stdin().lock()),
        path => File::open(path).and_then(whole),
    };
    text.map_err(|error| format!("{script}: {error}"))
}

fn whole(from: impl Read) -> io::Result<String> {
    let mut bytes = Vec::new();
    from.take(cli::MAX_INPUT as u64 + 1).read_to_end(&mut bytes)?;
    let long = bytes.len() > cli::MAX_INPUT;
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
