//! Long steps say what they do, and afterwards how long it took.

use std::time::{Duration, Instant};

use anyhow::Result;

/// Does one step. `about` says what to expect of it ("a minute the first time"); it may be empty.
pub(crate) fn step<T>(what: &str, about: &str, act: impl FnOnce() -> Result<T>) -> Result<T> {
    let note = if about.is_empty() {
        String::new()
    } else {
        format!(" ({about})")
    };
    eprintln!("→ {what}{note}");
    let start = Instant::now();
    let result = act();
    let end = if result.is_ok() { "done" } else { "failed" };
    eprintln!("  {end} in {}", seconds(start.elapsed()));
    result
}

/// "3.2 s", "4 min 05 s".
pub(crate) fn seconds(duration: Duration) -> String {
    match duration.as_secs() {
        whole @ 100.. => format!("{} min {:02} s", whole / 60, whole % 60),
        _ => format!("{:.1} s", duration.as_secs_f64()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_times_are_told_in_minutes() {
        assert_eq!(seconds(Duration::from_millis(3_240)), "3.2 s");
        assert_eq!(seconds(Duration::from_secs(245)), "4 min 05 s");
    }
}
