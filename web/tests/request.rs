//! A closer look at one request: how it stands, and its way with times.

use des::SimTime;
use view::detail::Detail;
use view::fleet::Thing;
use view::request::{RequestDetail, RequestRef};
use wasm_bindgen_test::wasm_bindgen_test;
use web::act::Act;
use web::command::Command;
use web::session::Session;
use web::snapshot::Snapshot;

use crate::inspector::closer;
use crate::run::{pass, session, snapshot};

/// Looks closer at the newest request, and follows it from now on.
fn newest(session: &mut Session) -> Thing {
    let thing = session.newest_request();
    session.select(thing);
    thing.expect("somebody has sent one")
}

fn known(snapshot: &Snapshot) -> &RequestDetail {
    match snapshot.detail.as_deref() {
        Some(Detail::Request(request)) => request,
        other => panic!("{other:?}"),
    }
}

#[wasm_bindgen_test]
async fn a_request_tells_its_way_in_times_after_it_was_sent() {
    let mut session = session();
    let thing = newest(&mut session);
    pass(&mut session, 12);
    let snapshot = snapshot(&mut session);
    let (id, steps) = (known(&snapshot).id.clone(), known(&snapshot).way.len());
    let shown = closer(snapshot, thing).await;
    assert_eq!(shown.text("h2"), *id);
    assert!(
        shown.text(".inspector-state").starts_with("Served after"),
        "{}",
        shown.text(".inspector-state")
    );
    let times = shown.texts(".journey time");
    assert_eq!((times.len(), times[0].as_str()), (steps, "0.0 ms"));
    let said = shown.texts(".journey .said");
    assert!(said[0].ends_with("sent it"), "{said:?}");
    assert!(said.iter().any(|one| one.starts_with("A worker on ")), "{said:?}");
    assert_eq!(said.last().map(String::as_str), Some("Its client had the answer"));
}

#[wasm_bindgen_test]
async fn a_stop_of_its_way_leads_to_where_it_was() {
    let mut session = session();
    let thing = newest(&mut session);
    pass(&mut session, 12);
    let snapshot = snapshot(&mut session);
    let instance = snapshot
        .picture
        .instances()
        .next()
        .map(|(_, instance)| instance.index);
    let place = view::flight::Place::Instance(instance.expect("one runs"));
    let shown = closer(snapshot, thing).await;
    shown.click(".journey button").await;
    assert_eq!(shown.sent(), [Command::Select(Some(Thing::Place(place)))]);
}

#[wasm_bindgen_test]
async fn a_request_under_way_says_where_it_is_and_that_its_dot_is_ringed() {
    let mut session = session();
    session.submit(&Act::CutPower(0));
    pass(&mut session, 2);
    let thing = newest(&mut session);
    assert!(matches!(thing, Thing::Request(RequestRef::Sent(_))));
    let shown = closer(snapshot(&mut session), thing).await;
    let said = shown.text(".inspector-text");
    assert!(said.contains("The dot with the ring is this request."), "{said}");
    assert!(said.contains("Time so far"), "{said}");
}

#[wasm_bindgen_test]
async fn a_failed_request_says_that_and_why() {
    let mut session = session();
    session.submit(&Act::CutPower(0));
    pass(&mut session, 2);
    let thing = newest(&mut session);
    pass(&mut session, 15);
    let snapshot = snapshot(&mut session);
    assert!(known(&snapshot).sent > SimTime::from_secs(120));
    let shown = closer(snapshot, thing).await;
    let said = shown.text(".inspector-state");
    assert!(said.starts_with("Failed after"), "{said}");
    assert!(
        shown.count(".why:not(.journey) li") > 0,
        "{}",
        shown.text(".inspector-text")
    );
    assert!(
        shown.text(".why").contains("on purpose"),
        "{}",
        shown.text(".why")
    );
}

#[wasm_bindgen_test]
async fn it_is_closed_by_button_and_by_key() {
    let mut session = session();
    let thing = newest(&mut session);
    let shown = closer(snapshot(&mut session), thing).await;
    shown.click("header button").await;
    shown.press(".inspector-text", "Escape").await;
    assert_eq!(shown.sent(), [Command::Select(None), Command::Select(None)]);
}

#[wasm_bindgen_test]
async fn of_a_request_that_nobody_knows_any_more_nothing_is_shown() {
    let mut session = session();
    let gone = Thing::Request(RequestRef::Sent(u64::MAX));
    session.select(Some(gone));
    let shown = closer(snapshot(&mut session), gone).await;
    assert_eq!(shown.count(".inspector"), 0);
}
