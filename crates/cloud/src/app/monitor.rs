//! `/monitor`: the page of the app that is well only if DynamoDB and S3 are.
//!
//! Source: the course names it as a deeper health check, which touches both. Our choice: it answers 200, or 500 if one of
//! them does not do what the app asks of it. Simplified: it asks each once, that takes the mean of the time that the app's
//! other questions take, and it uses up no capacity.

use des::SimDuration;

use crate::Cloud;
use crate::app::{Dependency, Reach, SDK_TIMEOUT, Station};
use crate::fact::FactId;

const BOTH: [Dependency; 2] = [Dependency::DynamoDb, Dependency::S3];

/// What `/monitor` of an instance comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Monitor {
    /// How long the answer takes.
    pub(crate) takes: SimDuration,
    /// Whether it is a good one.
    pub(crate) well: bool,
}

impl Cloud {
    /// What `/monitor` of an instance answers, if its app is up.
    pub(crate) fn monitor(&self, station: &Station) -> Monitor {
        let mut takes = SimDuration::ZERO;
        for dependency in BOTH {
            let reach = station.reach[dependency as usize];
            takes = takes + self.one_question(station, dependency);
            if reach != Reach::Granted || self.missing(dependency).is_some() {
                return Monitor { takes, well: false };
            }
        }
        Monitor { takes, well: true }
    }

    fn one_question(&self, station: &Station, dependency: Dependency) -> SimDuration {
        if station.reach[dependency as usize] == Reach::NoWay {
            return SDK_TIMEOUT;
        }
        let calls = self
            .app
            .routes
            .iter()
            .flat_map(|route| route.calls.iter().flatten());
        let mut calls = calls.filter(|call| call.dependency == dependency);
        let mean = calls.next().map_or(SimDuration::ZERO, |call| call.latency.mean());
        let slowness = u64::from(self.dependencies[dependency as usize].slowness_permille);
        let slowed = SimDuration::from_micros(mean.as_micros() * slowness / 1_000);
        self.stretched(slowed, station.zone)
    }

    /// The fact that took away what the app asks for, if it is not there.
    fn missing(&self, dependency: Dependency) -> Option<FactId> {
        match dependency {
            Dependency::DynamoDb if self.dynamodb.directory.is_none() => Some(self.dynamodb.directory_blame),
            Dependency::S3 if self.s3.photos.is_none() => Some(self.s3.photos_blame),
            Dependency::DynamoDb | Dependency::S3 => None,
        }
    }

    /// The fact that is in the way of `/monitor`: why one of the two is out of reach, not there, or slow.
    pub(crate) fn trouble_behind(&self, station: &Station) -> Option<FactId> {
        let trouble = |dependency: Dependency| {
            let place = dependency as usize;
            let reach = (station.reach[place] != Reach::Granted).then_some(station.reach_blame[place]);
            reach
                .or_else(|| self.missing(dependency))
                .or_else(|| self.dependencies[place].blame.some())
        };
        BOTH.into_iter().find_map(trouble)
    }
}
