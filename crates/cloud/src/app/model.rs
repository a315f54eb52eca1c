//! The employee directory as a model: what each route asks of the instance and of the services behind it, and how its
//! users behave. Everything here is data, so that a lesson or a test can describe another app.

use des::{Draw, Law, SimDuration};

use crate::app::Cost;

/// What a request asks of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Route {
    /// `GET /`: the list of employees.
    List,
    /// `GET /employee/<id>`: one employee.
    View,
    /// `POST /save`: a new employee with a photo.
    Add,
    /// One employee's photo.
    Photo,
}

impl Route {
    /// How many routes there are.
    pub const COUNT: usize = 4;
    /// All routes, in the order of their numbers.
    pub const ALL: [Self; Self::COUNT] = [Self::List, Self::View, Self::Add, Self::Photo];

    /// The route's name in scripts.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::View => "view",
            Self::Add => "add",
            Self::Photo => "photo",
        }
    }
}

/// A service that the app asks while it answers a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Dependency {
    /// The table of employees.
    DynamoDb,
    /// The bucket of photos.
    S3,
}

/// One call from the app to a dependency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DependencyCall {
    /// Which service.
    pub dependency: Dependency,
    /// How long it takes to answer.
    pub latency: Law,
    /// What it costs there.
    pub cost: Cost,
    /// How many of a million calls fail even after the SDK's own retries.
    pub failures_per_million: u32,
}

/// The most dependency calls that one request makes, one after the other.
pub const CALLS_MAX: usize = 2;

/// What one route costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RouteModel {
    /// How many of a hundred requests take this route.
    pub share_percent: u32,
    /// CPU time on one vCPU.
    pub service_demand: Law,
    /// The calls made after the CPU work, in order.
    pub calls: [Option<DependencyCall>; CALLS_MAX],
}

/// The app and its users.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AppModel {
    /// By [`Route`]; the shares add up to 100.
    pub routes: [RouteModel; Route::COUNT],
    /// Requests that an instance works on at once, per vCPU; the rest wait in its backlog.
    pub workers_per_vcpu: u32,
    /// Requests that may wait in an instance's backlog; one more is answered 503.
    pub backlog_max: u32,
    /// How long a client waits for an answer, from the moment it sends.
    pub client_timeout: SimDuration,
    /// After an answer, how many of a hundred employees ask for one more page.
    pub next_page_percent: u32,
    /// How long an employee reads before that.
    pub think_time: Law,
    /// How often an employee tries again after a failure before giving up.
    pub retries_max: u8,
    /// The wait before the first retry; it doubles each time and is spread by a half either way.
    pub first_backoff: SimDuration,
}

/// The list scans one page of the table, up to 8 KB of it: our choice, whatever the table has grown to.
const SCAN: Cost = Cost::Read {
    halves: 2,
    scan: true,
};
/// An employee is less than 4 KB.
const GET_ITEM: Cost = Cost::Read {
    halves: 1,
    scan: false,
};

const fn dynamodb(cost: Cost, floor_ms: u64, tail_ms: u64) -> Option<DependencyCall> {
    call(Dependency::DynamoDb, cost, floor_ms, tail_ms)
}

const fn s3(cost: Cost, floor_ms: u64, tail_ms: u64) -> Option<DependencyCall> {
    call(Dependency::S3, cost, floor_ms, tail_ms)
}

const fn call(dependency: Dependency, cost: Cost, floor_ms: u64, tail_ms: u64) -> Option<DependencyCall> {
    let latency = Law::Shifted {
        floor: SimDuration::from_millis(floor_ms),
        tail: SimDuration::from_millis(tail_ms),
    };
    Some(DependencyCall {
        dependency,
        latency,
        cost,
        failures_per_million: 0,
    })
}

const fn route(share_percent: u32, demand_ms: u64, calls: [Option<DependencyCall>; CALLS_MAX]) -> RouteModel {
    let service_demand = Law::Exponential {
        mean: SimDuration::from_millis(demand_ms),
    };
    RouteModel {
        share_percent,
        service_demand,
        calls,
    }
}

impl AppModel {
    /// The course's employee directory. The numbers are our choice, set so that one t3.micro carries about 130 requests
    /// per second. DynamoDB answers in single-digit milliseconds, a scan in a little more; S3 in tens of milliseconds
    /// (Amazon S3 User Guide, "Performance design patterns"; Amazon DynamoDB Developer Guide, "What is DynamoDB").
    pub const EMPLOYEE_DIRECTORY: Self = Self {
        routes: [
            route(40, 24, [dynamodb(SCAN, 6, 4), None]),
            route(30, 8, [dynamodb(GET_ITEM, 3, 2), None]),
            route(5, 40, [s3(Cost::Put, 30, 20), dynamodb(Cost::Write(1), 4, 3)]),
            route(25, 4, [s3(Cost::Get, 20, 15), None]),
        ],
        workers_per_vcpu: 4,
        backlog_max: 128,
        client_timeout: SimDuration::from_secs(10),
        next_page_percent: 50,
        think_time: Law::Exponential {
            mean: SimDuration::from_secs(4),
        },
        retries_max: 2,
        first_backoff: SimDuration::from_secs(1),
    };

    /// The textbook queue M/M/c: one exponential demand, nothing behind the app, no second page, no retry, no time-out
    /// worth the name. It lets the engine be checked against closed formulas.
    #[must_use]
    pub const fn textbook(mean_demand: SimDuration) -> Self {
        let only = RouteModel {
            share_percent: 100,
            service_demand: Law::Exponential { mean: mean_demand },
            calls: [None; CALLS_MAX],
        };
        let none = RouteModel {
            share_percent: 0,
            ..only
        };
        Self {
            routes: [only, none, none, none],
            backlog_max: u32::MAX,
            client_timeout: SimDuration::from_secs(1_000_000),
            next_page_percent: 0,
            retries_max: 0,
            ..Self::EMPLOYEE_DIRECTORY
        }
    }

    /// The model of `route`.
    #[must_use]
    pub const fn route(&self, route: Route) -> &RouteModel {
        &self.routes[route as usize]
    }

    /// The route that one draw picks, by the shares.
    pub(crate) fn pick_route(&self, draw: &mut Draw) -> Route {
        let mut left = draw.below(100);
        for route in Route::ALL {
            let share = u64::from(self.route(route).share_percent);
            if left < share {
                return route;
            }
            left -= share;
        }
        unreachable!("the shares of the routes add up to 100")
    }

    /// The mean CPU time of a request over all routes.
    #[must_use]
    pub fn mean_service_demand(&self) -> SimDuration {
        let of =
            |route: &RouteModel| route.service_demand.mean().as_micros() * u64::from(route.share_percent);
        SimDuration::from_micros(self.routes.iter().map(of).sum::<u64>() / 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shares_of_the_directory_add_up() {
        let app = AppModel::EMPLOYEE_DIRECTORY;
        assert_eq!(
            app.routes.iter().map(|route| route.share_percent).sum::<u32>(),
            100
        );
        assert_eq!(app.mean_service_demand(), SimDuration::from_millis(15));
    }
}
