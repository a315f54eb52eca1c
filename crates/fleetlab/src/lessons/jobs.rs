//! Many jobs on all cores, and a bar that tells how many are done.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// How wide the bar is, in characters.
const WIDTH: usize = 30;
/// Goes to the beginning of the line and empties it.
const CLEAR: &str = "\r\x1b[2K";

/// Does `work` for each of `items`, on all cores at once; the answers stand in the order of the items. Whoever sits at
/// a terminal sees how far it is.
pub(crate) fn each<T: Sync, R: Send>(what: &str, items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let (next, bar) = (AtomicUsize::new(0), Bar::new(what, items.len()));
    let answers: Vec<Mutex<Option<R>>> = items.iter().map(|_| Mutex::new(None)).collect();
    let run = || {
        while let Some((item, answer)) = take(&next, items, &answers) {
            let result = work(item);
            // A poisoned lock means that another job panicked, which the scope passes on.
            if let Ok(mut answer) = answer.lock() {
                *answer = Some(result);
            }
            bar.one_more();
        }
    };
    thread::scope(|scope| {
        let others = cores().min(items.len()).saturating_sub(1);
        (0..others).for_each(|_| _ = scope.spawn(run));
        run();
    });
    bar.end();
    let answer = |slot: Mutex<Option<R>>| slot.into_inner().ok().flatten();
    answers.into_iter().filter_map(answer).collect()
}

fn take<'a, T, R>(next: &AtomicUsize, items: &'a [T], answers: &'a [R]) -> Option<(&'a T, &'a R)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    Some((items.get(index)?, answers.get(index)?))
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// `Proving  [==========          ] 12/48`
struct Bar<'a> {
    what: &'a str,
    all: usize,
    done: AtomicUsize,
    on: bool,
}

impl<'a> Bar<'a> {
    fn new(what: &'a str, all: usize) -> Self {
        let bar = Self {
            what,
            all,
            done: AtomicUsize::new(0),
            on: io::stderr().is_terminal(),
        };
        bar.show(0);
        bar
    }

    fn one_more(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        self.show(done);
    }

    /// Whether it can be shown matters to nobody.
    fn show(&self, done: usize) {
        if self.on {
            _ = write!(io::stderr(), "{CLEAR}{}", drawn(self.what, done, self.all));
        }
    }

    fn end(&self) {
        if self.on {
            _ = write!(io::stderr(), "{CLEAR}");
        }
    }
}

fn drawn(what: &str, done: usize, all: usize) -> String {
    let full = (WIDTH * done).checked_div(all).unwrap_or(WIDTH);
    format!("{what} [{:<WIDTH$}] {done}/{all}", "=".repeat(full))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_stand_in_the_order_of_their_questions() {
        let items: Vec<u64> = (0..100).collect();
        let doubled: Vec<u64> = items.iter().map(|item| item * 2).collect();
        assert_eq!(each("Doubling", &items, |item| item * 2), doubled);
        assert!(each("Nothing", &[], |item: &u64| *item).is_empty());
    }

    #[test]
    fn a_bar_grows() {
        assert_eq!(drawn("A", 0, 2), "A [                              ] 0/2");
        assert_eq!(drawn("A", 1, 2), "A [===============               ] 1/2");
        assert_eq!(drawn("A", 0, 0), "A [==============================] 0/0");
    }
}
