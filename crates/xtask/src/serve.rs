//! `cargo xtask serve`: the page on localhost.

use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::thread;

use anyhow::{Context, Result};
use lexopt::{Arg, ValueExt};

use crate::bundle::{self, Build};
use crate::server::Site;
use crate::workspace;

struct Options {
    what: What,
    port: u16,
    base: String,
}

/// What is served.
enum What {
    Fresh(Build),
    Dist,
}

/// Builds what is asked for, then serves until it is stopped.
pub(crate) fn run(arguments: lexopt::Parser) -> Result<()> {
    let options = read(arguments)?;
    let root = prepare(&options.what)?;
    let listener = listen(options.port)?;
    let port = listener.local_addr()?.port();
    println!(
        "Fleetlab is at http://localhost:{port}{} (Ctrl-C stops it)",
        options.base
    );
    Site::new(root, options.base).serve(&listener)
}

/// Serves a folder as long as this program runs; gives the address.
pub(crate) fn in_background(root: PathBuf) -> Result<String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let address = format!("http://localhost:{}/", listener.local_addr()?.port());
    thread::spawn(move || Site::new(root, "/".to_owned()).serve(&listener));
    Ok(address)
}

fn read(mut arguments: lexopt::Parser) -> Result<Options> {
    let mut options = Options {
        what: What::Fresh(Build::Quick),
        port: 8080,
        base: "/".to_owned(),
    };
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("release") => options.what = What::Fresh(Build::Published),
            Arg::Long("dist") => options.what = What::Dist,
            Arg::Long("port") => options.port = arguments.value()?.parse()?,
            Arg::Long("base") => options.base = arguments.value()?.parse()?,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

/// A page for publication stays apart from the one that is being worked on.
fn prepare(what: &What) -> Result<PathBuf> {
    match what {
        What::Dist => Ok(workspace::dist()),
        What::Fresh(build) => {
            let out = workspace::target()?.join("serve");
            bundle::make(*build, &out)?;
            Ok(out)
        }
    }
}

/// Takes the first free port of twenty.
fn listen(first: u16) -> Result<TcpListener> {
    let mut ports = first..=first.saturating_add(20);
    ports
        .find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok())
        .with_context(|| format!("no port from {first} on is free: choose another with --port"))
}
