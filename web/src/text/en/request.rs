//! English for one request.

use cloud::app::{Dependency, Route};
use cloud::workload::{Outcome, Phase, SLOW};
use view::request::{Happened, Moment, RequestDetail, Stands};

use super::numbers::delay_words;
use super::story::what_failed;
use crate::text::RequestWords;

pub(super) const REQUEST: RequestWords = RequestWords {
    selected: "Request, selected",
    asks_for: "Asks for",
    route: |route| match route {
        Route::List => "the list of employees",
        Route::View => "one employee",
        Route::Add => "a new employee, with a photo",
        Route::Photo => "a photo",
    },
    sent: "Sent at",
    lasted: "Time so far",
    phase,
    ended,
    way: "Its way, in time after it was sent",
    after: |micros| match micros {
        0..100_000 => {
            let tenths = (micros + 50) / 100;
            format!("{}.{} ms", tenths / 10, tenths % 10)
        }
        _ => delay_words(micros as f64 / 1_000.0),
    },
    moment,
    dot: "The dot with the ring is this request. Any other dot can be pressed too.",
};

fn phase(phase: Phase) -> String {
    match phase {
        Phase::Out => "On its way to the address that its client has.".into(),
        Phase::Backlog => "In the queue: no worker of the app is free.".into(),
        Phase::Ready => "A worker has it and waits for a vCPU.".into(),
        Phase::Running => "A worker has it, on a vCPU.".into(),
        Phase::Asking(dependency) => {
            let service = service(dependency);
            format!("The app has asked {service} for it and waits.")
        }
        Phase::Stuck => "In the hands of an app that hangs.".into(),
        Phase::Forwarding => "On its way from the load balancer to an instance.".into(),
        Phase::Lost => "Nobody has it. Its client does not know that, and waits.".into(),
        Phase::Back => "The answer is on its way back.".into(),
    }
}

fn ended(request: &RequestDetail) -> String {
    let lasted = delay_words(request.lasted_us as f64 / 1_000.0);
    let is_slow = request.lasted_us > SLOW.as_micros();
    match request.stands {
        Stands::Ended(Outcome::Served) if is_slow => format!("Served, but slowly: after {lasted}."),
        Stands::Ended(Outcome::Served) => format!("Served after {lasted}."),
        Stands::Ended(outcome) => {
            let what = what_failed(outcome.name(), request.aimed.as_deref());
            format!("Failed after {lasted}: {what}.")
        }
        Stands::UnderWay(phase) => (REQUEST.phase)(phase),
    }
}

fn moment(moment: &Moment) -> String {
    let place = &*moment.place;
    match moment.what {
        Happened::Sent => format!("{place} sent it"),
        Happened::AtNode => format!("The load balancer's node in {place} had it"),
        Happened::SentOn => format!("The node chose {place}"),
        Happened::Arrived => format!("{place} had it"),
        Happened::Taken => format!("A worker on {place} took it"),
        Happened::Asked(dependency) => format!("The app asked {}", service(dependency)),
        Happened::Answered(dependency) => format!("{} answered", service(dependency)),
        Happened::Left => format!("The answer left {place}"),
        Happened::Ended(Outcome::Served) => "Its client had the answer".into(),
        Happened::Ended(Outcome::TimedOut) => "Its client gave up".into(),
        Happened::Ended(_) => "Its client was told that it failed".into(),
    }
}

const fn service(dependency: Dependency) -> &'static str {
    match dependency {
        Dependency::DynamoDb => "DynamoDB",
        Dependency::S3 => "Amazon S3",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_times_are_told_in_tenths() {
        assert_eq!((REQUEST.after)(6_040), "6.0 ms");
        assert_eq!((REQUEST.after)(99_980), "100.0 ms");
        assert_eq!((REQUEST.after)(1_340_000), "1.3 s");
    }
}
