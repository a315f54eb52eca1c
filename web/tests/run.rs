//! A running account for those parts that show one.

use std::rc::Rc;

use des::SimDuration;
use view::Picture;
use web::driver::clock::Clock;
use web::driver::{Drawn, Run};
use web::session::Session;
use web::snapshot::Snapshot;

/// More events than any step here has.
pub(crate) const EVENTS: u64 = 40_000;

/// The sandbox after two minutes.
pub(crate) fn session() -> Session {
    take_notes();
    let mut session = Session::sandbox(Some(7));
    pass(&mut session, 120);
    session
}

/// What the page brings along for a crash.
pub(crate) fn take_notes() {
    js_sys::eval("globalThis.fleetlab ??= { begin() {}, note() {}, at() {} }").unwrap();
}

pub(crate) fn pass(session: &mut Session, seconds: u64) {
    for _ in 0..seconds {
        session.advance(SimDuration::from_secs(1), EVENTS);
    }
}

pub(crate) fn snapshot(session: &mut Session) -> Snapshot {
    session.snapshot(Clock::at(1.0), drawn())
}

/// The sandbox as it begins, a minute after ten, with something else in its picture.
pub(crate) fn showing(picture: Picture) -> Snapshot {
    take_notes();
    let begun = snapshot(&mut Session::sandbox(Some(7)));
    Snapshot {
        picture: Rc::new(picture),
        ..begun
    }
}

pub(crate) fn drawn() -> Drawn {
    Drawn {
        behind: false,
        one_in: 1,
        heaps: Rc::default(),
        other_heaps: Rc::default(),
    }
}
