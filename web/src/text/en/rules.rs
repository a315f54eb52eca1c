//! English for why something is so: the rules in one sentence each, with AWS's page that says so.

use super::numbers::age;
use crate::text::WhyWords;
use crate::text::rule::RuleOf;
use crate::why::Rule;

pub(super) const WHY: WhyWords = WhyWords {
    title: "Why?",
    rule: "Rule:",
    simplified: "Simplified here:",
    rule_of,
    effects: "What came of it",
    next: "Next, by rule:",
    opens_elsewhere: "(AWS documentation, opens in a new tab)",
    unknown: "Nothing is known of what led to it: nothing was in its way, or it is no longer kept.",
    select: |sentence| format!("Show in the picture: {sentence}"),
    next_belief: |name, checks, unhealthy| {
        let checks = match checks {
            1 => "one more check".to_owned(),
            _ => format!("{checks} more checks"),
        };
        if unhealthy {
            format!("if {checks} fail, {name} is seen as unhealthy and gets no new requests.")
        } else {
            format!("if {checks} pass, {name} is seen as healthy and gets requests.")
        }
    },
    next_drained: |name| format!("{name} is deregistered, whatever it still has to answer."),
    next_missing: |group, count| match count {
        1 => format!("one instance of {group} comes into service once it runs and its checks pass."),
        _ => format!("{count} instances of {group} come into service once they run and their checks pass."),
    },
};

macro_rules! aws {
    ($page:literal) => {
        concat!("https://docs.aws.amazon.com/", $page)
    };
}

fn rule_of(rule: &RuleOf) -> Option<Rule> {
    let (sentence, source, simplified) = balancing(rule)
        .or_else(|| scaling(rule))
        .or_else(|| computing(rule))
        .or_else(|| around(rule))?;
    Some(Rule {
        sentence,
        source,
        simplified,
    })
}

/// A sentence, its source, and what is simplified.
type Told = (String, &'static str, Option<&'static str>);

fn balancing(rule: &RuleOf) -> Option<Told> {
    Some(match rule {
        RuleOf::Check([interval, timeout, healthy, unhealthy]) => (
            format!(
                "every node asks every {interval} s and waits {timeout} s; {unhealthy} failures in a row make a target unhealthy, {healthy} good answers make it healthy again"
            ),
            aws!("elasticloadbalancing/latest/application/target-group-health-checks.html"),
            None,
        ),
        RuleOf::Draining(seconds) => (
            format!(
                "a target that is deregistered gets no new requests and has {} to finish",
                age(*seconds)
            ),
            aws!("elasticloadbalancing/latest/application/load-balancer-target-groups.html"),
            None,
        ),
        RuleOf::Dns => (
            "DNS answers with the nodes whose zone has a healthy target; if none has, with all".to_owned(),
            aws!("elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html"),
            None,
        ),
        RuleOf::Provisioning => (
            "a load balancer gets a node in each zone that is enabled for it".to_owned(),
            aws!("elasticloadbalancing/latest/application/introduction.html"),
            Some("the number of nodes does not grow with traffic"),
        ),
        RuleOf::Anomaly => (
            "targets that fail more than their peers get fewer requests, where the target group says so"
                .to_owned(),
            aws!("elasticloadbalancing/latest/application/load-balancer-target-groups.html"),
            Some("AWS does not publish how it tells an anomaly; this is our reading of it"),
        ),
        RuleOf::Shift => (
            "a zonal shift takes a resource away from a zone until it ends or expires".to_owned(),
            aws!("r53recovery/latest/dg/arc-zonal-shift.html"),
            None,
        ),
        _ => return None,
    })
}

fn scaling(rule: &RuleOf) -> Option<Told> {
    Some(match rule {
        RuleOf::Alarm(needed, of, period_s) => (
            format!("{needed} of the newest {of} datapoints, each of {}, decide", age(*period_s)),
            aws!("AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html"),
            None,
        ),
        RuleOf::CompositeAlarm => (
            "a composite alarm follows the states of the alarms in its rule".to_owned(),
            aws!("AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html"),
            None,
        ),
        RuleOf::Desired => (
            "a group launches or terminates until it has as many instances as desired, in balance over its zones".to_owned(),
            aws!("autoscaling/ec2/userguide/auto-scaling-benefits.html"),
            None,
        ),
        RuleOf::Lifecycle => (
            "an instance is Pending, then InService, and Terminating at its end; lifecycle hooks can hold it between".to_owned(),
            aws!("autoscaling/ec2/userguide/ec2-auto-scaling-lifecycle.html"),
            None,
        ),
        RuleOf::Replacing => (
            "a group replaces an instance that one of its health checks finds unhealthy".to_owned(),
            aws!("autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html"),
            None,
        ),
        RuleOf::Scheduled => (
            "a scheduled action sets the sizes of a group at its time".to_owned(),
            aws!("autoscaling/ec2/userguide/ec2-auto-scaling-scheduled-scaling.html"),
            None,
        ),
        RuleOf::Refresh => (
            "an instance refresh replaces instances a few at a time".to_owned(),
            aws!("autoscaling/ec2/userguide/asg-instance-refresh.html"),
            None,
        ),
        _ => return None,
    })
}

fn computing(rule: &RuleOf) -> Option<Told> {
    Some(match rule {
        RuleOf::InstanceState => (
            "an instance is pending, running, stopping, stopped, shutting-down, terminated; running says nothing of the app".to_owned(),
            aws!("AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html"),
            None,
        ),
        RuleOf::Boot => (
            "user data runs as root at the first start of an instance, and only then".to_owned(),
            aws!("AWSEC2/latest/UserGuide/user-data.html"),
            Some("how long the operating system and the app take to start is ours, drawn anew for each instance"),
        ),
        RuleOf::Credits => (
            "a burstable instance earns CPU credits and spends them above its baseline".to_owned(),
            aws!("AWSEC2/latest/UserGuide/burstable-credits-baseline-concepts.html"),
            Some("credits are settled once a minute"),
        ),
        RuleOf::Recovery => (
            "an instance whose system status check fails is moved to other hardware, with its id and its addresses".to_owned(),
            aws!("AWSEC2/latest/UserGuide/ec2-instance-recover.html"),
            None,
        ),
        RuleOf::Address => (
            "an automatic public address is given at launch or start, and is lost when the instance stops".to_owned(),
            aws!("AWSEC2/latest/UserGuide/using-instance-addressing.html"),
            None,
        ),
        RuleOf::SecurityGroup => (
            "what no rule of a security group allows in is dropped without an answer".to_owned(),
            aws!("vpc/latest/userguide/security-group-rules.html"),
            None,
        ),
        _ => return None,
    })
}

fn around(rule: &RuleOf) -> Option<Told> {
    Some(match rule {
        RuleOf::Zone => (
            "what is in an Availability Zone shares its power and its fate; other zones go on".to_owned(),
            aws!("whitepapers/latest/aws-fault-isolation-boundaries/availability-zones.html"),
            Some("here a zone goes dark at once and wholly; real ones seldom do"),
        ),
        RuleOf::Role => (
            "what no policy allows is denied".to_owned(),
            aws!("IAM/latest/UserGuide/reference_policies_evaluation-logic.html"),
            None,
        ),
        RuleOf::Endpoint => (
            "an instance without a public address reaches DynamoDB and S3 through a VPC endpoint, or not at all".to_owned(),
            aws!("vpc/latest/privatelink/gateway-endpoints.html"),
            Some("there are no NAT gateways here"),
        ),
        RuleOf::TableCapacity => (
            "a table with provisioned capacity turns away what goes beyond it, once its burst is used up".to_owned(),
            aws!("amazondynamodb/latest/developerguide/provisioned-capacity-mode.html"),
            None,
        ),
        RuleOf::BucketRate => (
            "S3 answers SlowDown when a prefix is asked more often than it can take at the moment".to_owned(),
            aws!("AmazonS3/latest/userguide/optimizing-performance.html"),
            None,
        ),
        RuleOf::Experiment => (
            "an experiment runs the actions of its template, and ends what it began".to_owned(),
            aws!("fis/latest/userguide/what-is.html"),
            None,
        ),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_tells_the_settings_that_it_went_by() {
        let rule = rule_of(&RuleOf::Check([30, 5, 5, 2])).expect("known");
        assert!(
            rule.sentence.contains("every 30 s and waits 5 s; 2 failures"),
            "{}",
            rule.sentence
        );
    }

    #[test]
    fn every_rule_has_a_source() {
        use RuleOf as R;
        let all = [
            R::Check([1; 4]),
            R::Draining(1),
            R::Dns,
            R::Provisioning,
            R::Anomaly,
            R::Shift,
            R::Alarm(1, 1, 60),
            R::CompositeAlarm,
            R::Desired,
            R::Lifecycle,
            R::Replacing,
            R::Scheduled,
            R::Refresh,
            R::InstanceState,
            R::Boot,
            R::Credits,
            R::Recovery,
            R::Address,
            R::SecurityGroup,
            R::Zone,
            R::Role,
            R::Endpoint,
            R::TableCapacity,
            R::BucketRate,
            R::Experiment,
        ];
        for rule in all {
            let told = rule_of(&rule).unwrap_or_else(|| panic!("{rule:?}"));
            assert!(
                told.source.starts_with("https://docs.aws.amazon.com/"),
                "{rule:?}"
            );
        }
    }
}
