//! Fills references from the learner's own run.

use crate::ledger::{Ledger, Parts};
use crate::observed::{AppState, InstanceState, Observed, SeenInstance};
use crate::phrases;
use crate::progress::Prediction;
use crate::reference::{self, Fact, Reference};

/// What references are filled from.
#[derive(Clone, Copy)]
pub(crate) struct Source<'a> {
    pub(crate) seen: &'a dyn Observed,
    pub(crate) ledger: &'a Ledger,
    /// The prediction that the step looks back on.
    pub(crate) prediction: Option<&'a Prediction>,
}

/// Fills the references of a set-up line, before there is a run.
///
/// # Errors
/// The name of the first reference that the account cannot fill.
pub fn fill_line(line: &str, seen: &dyn Observed) -> Result<String, String> {
    Source {
        seen,
        ledger: &Ledger::open(seen, false),
        prediction: None,
    }
    .fill_line(line)
}

impl Source<'_> {
    /// The line with its references filled in, or the first reference that cannot be.
    pub(crate) fn fill_line(&self, line: &str) -> Result<String, String> {
        if let Some(missing) = reference::all_in(line).find(|name| self.value(name).is_none()) {
            return Err(missing.to_owned());
        }
        Ok(reference::replace(line, &|name| self.text(name)))
    }

    /// What stands for a reference in a text.
    pub(crate) fn text(&self, name: &str) -> String {
        self.value(name).unwrap_or_else(|| phrases::UNKNOWN.to_owned())
    }

    fn value(&self, name: &str) -> Option<String> {
        match Reference::parse(name)? {
            Reference::Fact(fact) => self.fact(fact),
            Reference::Named(what, name) => self.seen.named(what, name),
            Reference::Param(asked) => Some(asked.value()),
        }
    }

    /// A fact of the run, if it can be told yet.
    pub(crate) fn fact(&self, fact: Fact) -> Option<String> {
        self.place(fact)
            .or_else(|| self.number(fact).map(phrases::whole))
            .or_else(|| self.share(fact))
            .or_else(|| self.money(fact))
    }

    fn money(&self, fact: Fact) -> Option<String> {
        match fact {
            Fact::CostPerHour => Some(phrases::dollars(self.seen.cost_per_hour())),
            Fact::CostSoFar => {
                let so_far = self.seen.charged() - self.ledger.charged_at_start();
                Some(phrases::dollars(so_far))
            }
            _ => None,
        }
    }

    fn place(&self, fact: Fact) -> Option<String> {
        let (serving, first) = (self.ledger.serving(), self.ledger.first());
        match fact {
            Fact::Instance => serving.map(|serving| serving.id.clone()),
            Fact::PublicAddress => self.seen.endpoints().into_iter().next(),
            Fact::NewInstance => self.newest().map(|instance| instance.id),
            Fact::NewAddress => self.newest().and_then(|instance| instance.public_address),
            Fact::FirstInstance => first.map(|serving| serving.id.clone()),
            Fact::FirstAddress => first.map(|serving| serving.address.clone()),
            _ => None,
        }
    }

    /// A fact of the run as a number, if it is one and can be told yet.
    pub(crate) fn number(&self, fact: Fact) -> Option<u64> {
        let total = self.ledger.total();
        match fact {
            Fact::Requests => Some(total.finished()),
            Fact::ServedRequests => Some(total.served),
            Fact::FailedRequests => Some(total.failed()),
            Fact::TimedOutRequests => Some(total.timed_out),
            Fact::RefusedRequests => Some(total.refused),
            Fact::DependencyFailures => Some(total.error_from_behind),
            Fact::ServiceUnavailableRequests => Some(total.unavailable + total.overloaded),
            Fact::BadGatewayRequests => Some(total.bad_gateway),
            Fact::GatewayTimeoutRequests => Some(total.gateway_timeout),
            Fact::InstancesInService => Some(in_service(self.seen)),
            Fact::OutageSeconds => Some(self.ledger.longest_outage().map_or(0, |outage| outage.seconds)),
            Fact::ReactionSeconds => self.parts().map(|parts| parts.reaction),
            Fact::ReadySeconds => self.parts().map(|parts| parts.ready),
            Fact::HandoverSeconds => self.parts().map(|parts| parts.handover),
            Fact::PatienceSeconds => Some(self.seen.client_timeout().as_secs()),
            Fact::PredictedNumber => self.prediction.and_then(|prediction| prediction.number),
            Fact::Certainty => self.prediction.map(|prediction| prediction.certainty),
            _ => None,
        }
    }

    fn share(&self, fact: Fact) -> Option<String> {
        let total = self.ledger.total();
        let is_known = fact == Fact::ServedShare && total.finished() > 0;
        is_known.then(|| phrases::share(crate::goal::ratio(total.served, total.finished())))
    }

    fn parts(&self) -> Option<Parts> {
        self.ledger.longest_outage().and_then(|outage| outage.parts)
    }

    fn newest(&self) -> Option<SeenInstance> {
        self.seen
            .instances()
            .into_iter()
            .rfind(SeenInstance::is_coming_or_there)
    }
}

/// Instances that run and whose app answers.
pub(crate) fn in_service(seen: &dyn Observed) -> u64 {
    let instances = seen.instances();
    let in_service = instances
        .iter()
        .filter(|instance| instance.state == InstanceState::Running && instance.app == AppState::Answering);
    in_service.count() as u64
}
