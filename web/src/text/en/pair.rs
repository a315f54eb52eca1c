//! English for twin runs.

use history::Measured;

use super::numbers::{clock, count, delay_words, percent};
use crate::pair::Verdict;
use crate::past::Contrast;
use crate::text::PairWords;

pub(super) const PAIR: PairWords = PairWords {
    begin: "Duplicate this run",
    begin_note: "Both go on under the same arrivals and faults. Change one thing in B and see what it comes to.",
    contrasts: "Or begin with a fleet made for one question, beside what you have:",
    contrast: |contrast| match contrast {
        Contrast::CrossZone => "Cross-zone balancing off",
        Contrast::Zones => "One zone against two",
        Contrast::Grace => "Grace period 0 against 300",
    },
    preparing: "A fleet is being built. It goes on in two as soon as it stands.",
    not_prepared: "The fleet could not be built: the terminal says why.",
    begun: "The run goes on in two. Change one thing in B.",
    title,
    what_to_do: "Change one thing in B, with buttons, forms or the terminal. Traffic and faults happen to both.",
    keep_a: "Keep A",
    keep_b: "Keep B",
    kept_a: "A goes on alone. B is one of the ways this run took.",
    kept_b: "B goes on alone. A is one of the ways this run took.",
    way_a: "A, as it was",
    way_b: "B, changed",
    name_a: "A",
    name_b: "B",
    note_a: "as it was",
    note_b: "your change",
    share: "Served share of requests",
    delay: "1 in 100 is slower than",
    gap: "difference",
    chart: |name, differs| match differs {
        true => format!("{name}: A and B differ. The table tells by how much."),
        false => format!("{name}: A and B are the same."),
    },
    outcome: "Outcome",
    between: |from, to| format!("Outcome, {} to {}", clock(from, 1.0), clock(to, 1.0)),
    measure: "Measure",
    b_is: "B is",
    rows,
    sentence,
};

fn title(changes: usize) -> String {
    match changes {
        0 => "Two runs, nothing changed yet".to_owned(),
        1 => "Two runs, one thing changed in B".to_owned(),
        _ => format!("Two runs, {changes} commands changed B"),
    }
}

fn rows([a, b]: &[Measured; 2]) -> [[String; 4]; 5] {
    [
        row("Served", a, b, share, |a, b| {
            points(a.served_percent(), b.served_percent())
        }),
        row(
            "Failed requests",
            a,
            b,
            |one| count(one.failed),
            |a, b| fewer(a.failed, b.failed),
        ),
        row("1 in 100 is slower than", a, b, slowest, |a, b| {
            slower(a.p99_us, b.p99_us)
        }),
        row(
            "Longest with nobody served",
            a,
            b,
            |one| format!("{} s", one.unserved.as_secs()),
            |a, b| shorter(a.unserved.as_secs(), b.unserved.as_secs()),
        ),
        row(
            "Cost an hour, list price",
            a,
            b,
            |one| one.per_hour.to_string(),
            |a, b| dearer(a.per_hour.nano_dollars(), b.per_hour.nano_dollars()),
        ),
    ]
}

fn row(
    name: &str,
    a: &Measured,
    b: &Measured,
    value: impl Fn(&Measured) -> String,
    difference: impl Fn(&Measured, &Measured) -> String,
) -> [String; 4] {
    [name.to_owned(), value(a), value(b), difference(a, b)]
}

fn share(measured: &Measured) -> String {
    measured
        .served_percent()
        .map_or_else(|| NONE_YET.to_owned(), percent)
}

fn slowest(measured: &Measured) -> String {
    measured
        .p99_us
        .map_or_else(|| NONE_YET.to_owned(), |us| delay_words(f64::from(us) / 1_000.0))
}

const NONE_YET: &str = "none yet";
const SAME: &str = "the same";

fn points(a: Option<f64>, b: Option<f64>) -> String {
    let Some((a, b)) = a.zip(b) else {
        return String::new();
    };
    let tenths = ((b - a).abs() * 10.0).round();
    match tenths > 0.0 {
        false => SAME.to_owned(),
        true => format!(
            "{:.1} points {}",
            tenths / 10.0,
            if b > a { "up" } else { "down" }
        ),
    }
}

fn fewer(a: u64, b: u64) -> String {
    told(a, b, count, "fewer", "more")
}

fn shorter(a: u64, b: u64) -> String {
    told(a, b, |apart| format!("{apart} s"), "shorter", "longer")
}

fn slower(a: Option<u32>, b: Option<u32>) -> String {
    let Some((a, b)) = a.zip(b) else {
        return String::new();
    };
    told(
        a.into(),
        b.into(),
        |apart| delay_words(apart as f64 / 1_000.0),
        "faster",
        "slower",
    )
}

fn dearer(a: u64, b: u64) -> String {
    match a {
        _ if a == b => SAME.to_owned(),
        0 => "dearer".to_owned(),
        _ => told(
            a,
            b,
            |apart| format!("{} %", (apart * 100 + a / 2) / a),
            "cheaper",
            "dearer",
        ),
    }
}

fn told(a: u64, b: u64, apart: impl Fn(u64) -> String, less: &str, more: &str) -> String {
    match a == b {
        true => SAME.to_owned(),
        false => format!("{} {}", apart(a.abs_diff(b)), if b < a { less } else { more }),
    }
}

fn sentence(verdict: Verdict) -> String {
    match verdict {
        Verdict::Unchanged(Some(false)) => {
            "No change, no difference: every request, every check and every cent is the same in both."
                .to_owned()
        }
        Verdict::Unchanged(_) => "Nothing was changed: both runs are the same.".to_owned(),
        Verdict::SameForPeople => "So far the change has made no difference to anybody.".to_owned(),
        Verdict::Differs([a, b]) => verdict_on(&a, &b),
    }
}

/// The share first: it is what people meet; then how long they waited; and what it costs.
fn verdict_on(a: &Measured, b: &Measured) -> String {
    let better = points(a.served_percent(), b.served_percent());
    let met = if better == SAME || better.is_empty() {
        let slow = slower(a.p99_us, b.p99_us);
        format!("B serves the same share, and its slowest answers are {slow}")
    } else {
        format!("The share that B serves is {better}")
    };
    let cost = dearer(a.per_hour.nano_dollars(), b.per_hour.nano_dollars());
    let cost = if cost == SAME {
        "at the same price".to_owned()
    } else {
        format!("and it is {cost}")
    };
    format!("{met}, {cost}. What you changed made the difference: nothing else was.")
}

#[cfg(test)]
mod tests {
    use cloud::bill::Money;
    use des::SimDuration;

    use super::*;

    fn measured(served: u64, failed: u64, micros: u64) -> Measured {
        Measured {
            served,
            failed,
            p99_us: Some(100_000),
            unserved: SimDuration::from_secs(failed / 10),
            charged: Money::ZERO,
            per_hour: Money::from_micro_dollars(micros),
        }
    }

    #[test]
    fn a_table_tells_what_b_is_beside_a() {
        let rows = rows(&[measured(500, 500, 20_000), measured(900, 100, 30_000)]);
        let told: Vec<&str> = rows.iter().map(|row| row[3].as_str()).collect();
        assert_eq!(
            told,
            [
                "40.0 points up",
                "400 fewer",
                "the same",
                "40 s shorter",
                "50 % dearer"
            ]
        );
    }

    #[test]
    fn no_change_is_said_to_be_no_difference() {
        assert!(sentence(Verdict::Unchanged(Some(false))).starts_with("No change, no difference"));
        let same = measured(10, 0, 5);
        assert_eq!(rows(&[same, same])[4][3], "the same");
    }
}
