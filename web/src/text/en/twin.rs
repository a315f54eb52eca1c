//! English for the picture as text.

use view::{Instance, Office, Picture, Readout};

use super::numbers::{count, percent, rate};
use super::stage::{checks, more, region_summary, state};
use crate::text::TwinWords;

pub(super) const TWIN: TwinWords = TwinWords {
    name: "The picture as text",
    instance: instance_summary,
    summary: twin_summary,
    employees: "Employees",
    office: |office: &Office| {
        if office.own {
            format!("{}: {} sent", office.name, count(office.sent))
        } else {
            format!("{}: {} requests per second", office.name, rate(office.per_second))
        }
    },
    services: "Regional services",
    events: "What happened, latest first",
    no_events: "Nothing yet.",
};

fn instance_summary(instance: &Instance, age_s: u64) -> String {
    let (state, checks, more) = (state(instance, age_s), checks(instance), more(instance));
    format!("Instance {}, {state}{checks}{more}", instance.name)
}

fn twin_summary(picture: &Picture, readout: &Readout) -> String {
    let share = readout.served_percent.map_or_else(
        || "No request has finished".to_owned(),
        |share| format!("{} of the requests were served", percent(share)),
    );
    format!(
        "{}. {share} in the last 60 s, {} failed. {} requests are under way.",
        region_summary(picture),
        count(readout.failed),
        count(readout.in_flight)
    )
}
