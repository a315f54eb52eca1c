//! Chromium and its driver: from the environment, the path, or Debian's packages.

use std::env::{self, consts};
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process;
use crate::step::step;

/// The programs that browser tests start.
pub(crate) struct Browser {
    pub(crate) chromium: PathBuf,
    /// ChromeDriver, of the same version.
    pub(crate) driver: PathBuf,
}

const CHROMIUM: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "Google Chrome",
];

/// Finds a browser with its driver, and installs both where it can.
pub(crate) fn need_browser() -> Result<Browser> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    if !has_apt() || !is_root() {
        bail!(
            "Chromium or ChromeDriver is missing: install both, of one version (Debian and Ubuntu: \
             `sudo apt-get install chromium chromium-driver`), or name them in CHROME and CHROMEDRIVER"
        );
    }
    step("Install Debian's Chromium and ChromeDriver", "a minute", install)?;
    find().context("Debian's packages chromium and chromium-driver brought no chromium or chromedriver")
}

fn find() -> Option<Browser> {
    let chromium = from_environment("CHROME").or_else(|| CHROMIUM.iter().find_map(|name| on_path(name)))?;
    let driver = from_environment("CHROMEDRIVER").or_else(|| on_path("chromedriver"))?;
    Some(Browser { chromium, driver })
}

fn from_environment(name: &str) -> Option<PathBuf> {
    env::var_os(name).map(PathBuf::from).filter(|path| path.exists())
}

fn on_path(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", consts::EXE_SUFFIX);
    let macs = ["/Applications/Google Chrome.app/Contents/MacOS".into()];
    let folders = env::var_os("PATH")
        .map(|path| env::split_paths(&path).collect::<Vec<_>>())
        .unwrap_or_default();
    folders
        .into_iter()
        .chain(macs)
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}

fn has_apt() -> bool {
    on_path("apt-get").is_some()
}

/// Whether packages can be installed. Chromium's sandbox, too, depends on it.
fn is_root() -> bool {
    process::probe("id", &["-u"]).as_deref() == Some("0")
}

fn install() -> Result<()> {
    apt(&["update"])?;
    apt(&[
        "install",
        "-y",
        "--no-install-recommends",
        "chromium",
        "chromium-driver",
    ])
}

/// Keeps the hundreds of lines that apt prints from the screen, but not what it says of errors.
fn apt(words: &[&str]) -> Result<()> {
    let mut command = Command::new("apt-get");
    command
        .env("DEBIAN_FRONTEND", "noninteractive")
        .arg("-qq")
        .args(words);
    process::output(&mut command).map(drop)
}
