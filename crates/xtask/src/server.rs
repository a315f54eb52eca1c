//! A web server for one folder: what a static host does, and no more.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::Result;

/// A folder under a path of addresses, "/" or "/some/where/".
pub(crate) struct Site {
    root: PathBuf,
    base: String,
}

impl Site {
    pub(crate) fn new(root: PathBuf, base: String) -> Self {
        Self { root, base }
    }

    /// Answers every visitor, each on a thread, until the program ends.
    pub(crate) fn serve(self, listener: &TcpListener) -> Result<()> {
        let site = Arc::new(self);
        for stream in listener.incoming() {
            let (stream, site) = (stream?, Arc::clone(&site));
            // A visitor who leaves in the middle of an answer is no trouble of ours.
            thread::spawn(move || site.answer(&stream).ok());
        }
        Ok(())
    }

    fn answer(&self, mut stream: &TcpStream) -> io::Result<()> {
        let (method, target) = read_request(stream)?;
        if method != "GET" {
            return respond(stream, "405 Method Not Allowed", "text/plain", b"Only GET.\n");
        }
        match self
            .file(&target)
            .and_then(|path| Some((fs::read(&path).ok()?, path)))
        {
            Some((content, path)) => respond(stream, "200 OK", media_type(&path), &content),
            None => respond(stream, "404 Not Found", "text/plain", b"Not found.\n"),
        }?;
        stream.flush()
    }

    /// The file that an address means, which may not exist. None leads out of the folder.
    fn file(&self, target: &str) -> Option<PathBuf> {
        let path = target.split(['?', '#']).next()?.strip_prefix(&self.base)?;
        let index = if path.is_empty() || path.ends_with('/') {
            "index.html"
        } else {
            ""
        };
        let path = PathBuf::from(format!("{path}{index}"));
        let stays_inside = path.components().all(|part| matches!(part, Component::Normal(_)));
        stays_inside.then(|| self.root.join(path))
    }
}

/// The method and the target of a request; its headers say nothing that matters here.
fn read_request(stream: &TcpStream) -> io::Result<(String, String)> {
    const LONGEST: u64 = 64 * 1024;
    let mut lines = BufReader::new(stream.take(LONGEST)).lines();
    let first = lines.next().unwrap_or_else(|| Ok(String::new()))?;
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = first.split(' ').map(str::to_owned);
    Ok((words.next().unwrap_or_default(), words.next().unwrap_or_default()))
}

fn respond(mut stream: &TcpStream, status: &str, media_type: &str, content: &[u8]) -> io::Result<()> {
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {}\r\n\
         Cache-Control: no-cache\r\nConnection: close\r\n\r\n",
        content.len()
    )?;
    stream.write_all(content)
}

/// Browsers refuse to compile wasm or to run modules of the wrong type.
fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        Some("md" | "txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site {
        Site::new("dist".into(), "/lab/".into())
    }

    #[test]
    fn a_folder_means_its_index() {
        assert_eq!(site().file("/lab/?theme=dark"), Some("dist/index.html".into()));
        assert_eq!(
            site().file("/lab/fonts/a.woff2"),
            Some("dist/fonts/a.woff2".into())
        );
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        assert_eq!(site().file("/lab/../Cargo.toml"), None);
        assert_eq!(site().file("/lab//etc/passwd"), None);
        assert_eq!(site().file("/elsewhere"), None);
    }
}
