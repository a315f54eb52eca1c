//! The account as a whole: what the Region holds, and the bill.

use view::fleet::Thing;
use wasm_bindgen_test::wasm_bindgen_test;
use web::act::Act;

use super::{list, selected};
use crate::run::{pass, session};

#[wasm_bindgen_test]
async fn the_region_tells_what_the_picture_has_no_place_for() {
    let shown = selected(&mut session(), Thing::Region).await;
    assert_eq!(shown.text("h2"), "Region us-east-2");
    assert_eq!(
        shown.text(".inspector-state"),
        "Region us-east-2, Ohio: 1 instance in 3 Availability Zones"
    );
    let groups = list(&shown, "Security groups");
    assert!(
        groups.contains(&"directory-weblets in:tcp 80 from 0.0.0.0/0".to_owned()),
        "{groups:?}"
    );
}

#[wasm_bindgen_test]
async fn the_bill_sums_up_and_names_what_all_hangs_on() {
    let shown = selected(&mut session(), Thing::Bill).await;
    assert_eq!(shown.text("h2"), "Bill and availability");
    let sums = shown.texts(".sums dt");
    assert_eq!(sums, ["So far", "Per hour", "Per month"]);
    assert!(shown.texts(".sums dd").iter().all(|sum| sum.starts_with('$')));
    assert_eq!(
        shown.text(".single-point.bad"),
        "Every request needs this one instance: directory-1."
    );
    assert_eq!(shown.count(".dial"), 1);
    let opened = shown.texts(".costs summary .cost-name");
    assert!(
        opened.iter().any(|kind| kind.starts_with("EC2 instances 1")),
        "{opened:?}"
    );
    assert!(
        shown
            .texts(".costs .cost-head .cost-name")
            .contains(&"directory-1".to_owned())
    );
    assert_eq!(shown.count(".last-command"), 0, "it is to be read only");
}

#[wasm_bindgen_test]
async fn what_was_promised_stands_beside_what_was_measured() {
    let mut session = session();
    session.submit(&Act::CutPower(0));
    pass(&mut session, 30);
    let shown = selected(&mut session, Thing::Bill).await;
    let whole = shown.texts(".shares .whole td");
    assert_eq!(whole.len(), 2);
    let percent = |text: &str| text.trim_end_matches(" %").parse::<f64>().unwrap();
    assert!(
        percent(&whole[1]) < percent(&whole[0]),
        "the outage shows: {whole:?}"
    );
    assert_eq!(
        shown.texts(".shares:has(.whole) thead th"),
        ["What every request needs", "By design", "Measured"]
    );
}
