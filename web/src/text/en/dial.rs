//! English for availability against money.

use view::frontier::FleetShape;

use super::numbers::count;
use crate::text::DialWords;

pub(super) const DIAL: DialWords = DialWords {
    name: "Availability and money",
    not_enough: "Not enough requests yet to say how available it is.",
    served: |percent, nines, ended| {
        format!(
            "{} % of {} requests served: {} nines, as far as so many can tell",
            share(percent),
            count(ended),
            one_decimal(nines)
        )
    },
    objective: "Objective",
    choose: |percent| format!("{} %", share(percent)),
    met: |percent, objective| {
        let (failed, allowed) = (100.0 - percent, 100.0 - objective);
        if failed <= allowed {
            format!(
                "Met: {} % of the failures that {} % allows have happened.",
                (failed * 100.0 / allowed).round(),
                share(objective)
            )
        } else {
            format!(
                "Not met: {} times as many requests failed as {} % allows.",
                one_decimal(failed / allowed),
                share(objective)
            )
        }
    },
    costs: |costs| format!("{} per hour, {} per month", costs.per_hour, costs.per_month),
    tried: "The fleets tried so far",
    tried_note: "On the frontier is what no other fleet beats: none served as much for less.",
    fleet: "Fleet",
    per_hour: "Per hour",
    shape,
    now: "now",
    best: "on the frontier",
    beaten: "beaten",
    too_few: "too few requests",
};

/// A share with as many digits as its nines need, never rounded up.
fn share(percent: f64) -> String {
    let thousandths = (percent * 1_000.0 + 1e-6).floor() as u64;
    let text = format!("{}.{:03}", thousandths / 1_000, thousandths % 1_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Never rounded up; what a division leaves a hair below a tenth is that tenth.
fn one_decimal(value: f64) -> String {
    format!("{}", (value * 10.0 + 1e-6).floor() / 10.0)
}

fn shape(shape: &FleetShape) -> String {
    let zones = match shape.zones {
        1 => "1 zone".to_owned(),
        zones => format!("{zones} zones"),
    };
    let instances = match (shape.scaled, shape.instances) {
        (Some((least, most)), _) => format!("group of {least} to {most}"),
        (None, 1) => "1 instance".to_owned(),
        (None, many) => format!("{} instances", count(many.into())),
    };
    let balanced = if shape.balanced { ", load balancer" } else { "" };
    format!("{instances}, {zones}{balanced}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_objective_is_compared_in_failures() {
        assert_eq!(
            (DIAL.met)(99.95, 99.9),
            "Met: 50 % of the failures that 99.9 % allows have happened."
        );
        assert_eq!(
            (DIAL.met)(98.0, 99.0),
            "Not met: 2 times as many requests failed as 99 % allows."
        );
        assert_eq!(
            (DIAL.met)(99.95, 99.99),
            "Not met: 5 times as many requests failed as 99.99 % allows."
        );
    }

    #[test]
    fn shares_keep_their_nines() {
        assert_eq!(
            [99.999, 99.9, 100.0, 49.5].map(share),
            ["99.999", "99.9", "100", "49.5"]
        );
    }
}
