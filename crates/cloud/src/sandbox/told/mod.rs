//! A fact as the command line tells it: what kind it is of, what it happened to, and the state that it brought.

mod kind;
mod state;
mod subject;

use api::Timestamp;
use api::sandbox::Fact;

use self::kind::kind;
use self::state::state;
use self::subject::subject;
use crate::Cloud;
use crate::fact::{self, FactId};

pub(super) fn told(cloud: &Cloud, id: FactId, fact: &fact::Fact) -> Fact {
    Fact {
        id: Some(id.number() as i64),
        time: Some(Timestamp::of(fact.at)),
        kind: Some(kind(fact.what).to_owned()),
        subject: subject(cloud, fact.what),
        state: state(fact.what),
        cause: fact.cause.some().map(|cause| cause.number() as i64),
    }
}
