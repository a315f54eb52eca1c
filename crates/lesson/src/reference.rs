//! `{{references}}`: the places in prose and script lines that the learner's own run fills in.

use crate::observed::Named;
use crate::param::Asked;
use crate::vocabulary::{Vocabulary, vocabulary};

vocabulary! {
    /// What can be said of the run without further words. Lengths are in whole seconds of model time.
    pub Fact {
        /// Id of the instance at the employees' address; once that is gone, of the last one there.
        Instance = "instance",
        /// The address that the employees use.
        PublicAddress = "publicAddress",
        /// Id of the youngest instance that is not on its way out.
        NewInstance = "newInstance",
        /// Public address of the youngest instance that is not on its way out.
        NewAddress = "newAddress",
        /// Id of the instance that served when the run began.
        FirstInstance = "firstInstance",
        /// The address that the employees used when the run began.
        FirstAddress = "firstAddress",
        /// Requests that came to an end, well or badly.
        Requests = "requests",
        /// Requests that were served.
        ServedRequests = "servedRequests",
        /// Requests that failed, for any cause.
        FailedRequests = "failedRequests",
        /// Requests that got no answer in time.
        TimedOutRequests = "timedOutRequests",
        /// Requests whose connection was refused.
        RefusedRequests = "refusedRequests",
        /// Requests that failed because DynamoDB or S3 did.
        DependencyFailures = "dependencyFailures",
        /// Served requests among those that came to an end, in per cent.
        ServedShare = "servedShare",
        /// The longest time in which requests failed and none was served.
        OutageSeconds = "outageSeconds",
        /// Part of the outage until the instance that ended it was launched.
        ReactionSeconds = "reactionSeconds",
        /// Part of the outage from that launch until the app answered.
        ReadySeconds = "readySeconds",
        /// Part of the outage from then on, until employees were served.
        HandoverSeconds = "handoverSeconds",
        /// How long an employee waits for an answer before giving up.
        PatienceSeconds = "patienceSeconds",
        /// Requests that an instance or a load balancer turned away with 503.
        ServiceUnavailableRequests = "serviceUnavailableRequests",
        /// Requests that a load balancer answered with 502.
        BadGatewayRequests = "badGatewayRequests",
        /// Requests that a load balancer answered with 504.
        GatewayTimeoutRequests = "gatewayTimeoutRequests",
        /// Instances that run and whose app answers.
        InstancesInService = "instancesInService",
        /// What an hour costs as things are, in US dollars.
        CostPerHour = "costPerHour",
        /// What the account has cost since the learner came, in US dollars.
        CostSoFar = "costSoFar",
        /// The number that the learner predicted.
        PredictedNumber = "predictedNumber",
        /// How sure the learner was of the prediction, in per cent.
        Certainty = "certainty",
    }
}

/// In the words of a goal: the number that its check is held against.
pub(crate) const VALUE: &str = "value";
/// In the words of a goal: what its check has read last.
pub(crate) const ACTUAL: &str = "actual";

/// One reference, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reference<'a> {
    /// `{{outageSeconds}}`: something of the run.
    Fact(Fact),
    /// `{{image:employee-directory}}`: the id, ARN or address of what has this name.
    Named(Named, &'a str),
    /// `{{param:healthCheckInterval}}`: a number of the model, in prose.
    Param(Asked<'a>),
}

impl<'a> Reference<'a> {
    /// Reads what stands between the braces.
    pub(crate) fn parse(text: &'a str) -> Option<Self> {
        match text.split_once(':') {
            Some(("param", asked)) => Asked::parse(asked).map(Self::Param),
            Some((what, name)) if !name.is_empty() => Named::from_word(what)
                .filter(|what| *what != Named::Vpc)
                .map(|what| Self::Named(what, name)),
            Some(_) => None,
            None if text == Named::Vpc.word() => Some(Self::Named(Named::Vpc, "")),
            None => Fact::from_word(text).map(Self::Fact),
        }
    }

    /// A value of the same form, so that a script line can be parsed before there is a run.
    pub(crate) const fn sample(&self) -> &'static str {
        match self {
            Self::Named(what, _) => sample(*what),
            Self::Fact(Fact::Instance | Fact::NewInstance | Fact::FirstInstance) => sample(Named::Instance),
            Self::Fact(Fact::PublicAddress | Fact::NewAddress | Fact::FirstAddress) => sample(Named::Address),
            Self::Fact(_) | Self::Param(_) => "1",
        }
    }
}

const fn sample(what: Named) -> &'static str {
    match what {
        Named::Instance => "i-0123456789abcdef0",
        Named::Address => "203.0.113.25",
        Named::Image => "ami-0123456789abcdef0",
        Named::Subnet => "subnet-0123456789abcdef0",
        Named::SecurityGroup => "sg-0123456789abcdef0",
        Named::Vpc => "vpc-0123456789abcdef0",
        Named::Dns => "web-123456789.us-east-2.elb.amazonaws.com",
        Named::TargetGroup => {
            "arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/web/0123456789abcdef"
        }
        Named::LoadBalancer => {
            "arn:aws:elasticloadbalancing:us-east-2:123456789012:loadbalancer/app/web/0123456789abcdef"
        }
        Named::Listener => {
            "arn:aws:elasticloadbalancing:us-east-2:123456789012:listener/app/web/0123456789abcdef/0123456789abcdef"
        }
        Named::Topic => "arn:aws:sns:us-east-2:123456789012:alarms",
    }
}

/// The text between the braces of every reference, in order.
pub(crate) fn all_in(text: &str) -> impl Iterator<Item = &str> {
    text.split("{{")
        .skip(1)
        .filter_map(|after| after.split_once("}}").map(|(name, _)| name))
}

/// The text with every reference replaced by what `value` says of it.
pub(crate) fn replace(text: &str, value: &dyn Fn(&str) -> String) -> String {
    let mut parts = text.split("{{");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once("}}") {
            Some((name, after)) => filled.extend([value(name).as_str(), after]),
            None => filled.extend(["{{", part]),
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_found_and_replaced() {
        let text = "{{a}} and {{image:b}}, {{open";
        assert_eq!(all_in(text).collect::<Vec<_>>(), ["a", "image:b"]);
        assert_eq!(
            replace(text, &|name| name.to_uppercase()),
            "A and IMAGE:B, {{open"
        );
    }

    #[test]
    fn only_the_closed_set_is_read() {
        assert_eq!(
            Reference::parse("outageSeconds"),
            Some(Reference::Fact(Fact::OutageSeconds))
        );
        assert_eq!(
            Reference::parse("subnet:us-east-2a"),
            Some(Reference::Named(Named::Subnet, "us-east-2a"))
        );
        assert_eq!(Reference::parse("vpc"), Some(Reference::Named(Named::Vpc, "")));
        for wrong in ["outageseconds", "image:", "bucket:x", "vpc:x", ""] {
            assert_eq!(Reference::parse(wrong), None, "{wrong}");
        }
    }
}
