//! Thirty days of one group at a low request rate under random faults and random calls, good and bad.

use tests::soak::Soak;

const DAYS: u64 = 30;

#[test]
fn what_must_hold_holds_for_a_month_of_faults_and_random_calls() {
    let report = Soak::new(30).pass_days(DAYS);
    assert!(report.done > 100 && report.refused > 300, "{report:?}");
    assert!(report.faults > 100, "{report:?}");
    assert!(report.requests > 100_000, "{report:?}");
    assert!(
        report.served * 10 > report.requests,
        "hardly anything was served: {report:?}"
    );
    assert!(report.looks > DAYS * 24 * 60, "{report:?}");
}
