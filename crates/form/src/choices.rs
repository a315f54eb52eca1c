//! What can be chosen: things of the account, asked for with the account's own read calls.

use std::rc::Rc;

use api::{ApiError, Call, Kind, Output, ReadCall, Slot, find, json};
use jmespath::Json;

use crate::meaning::Meaning;

/// Asks the account.
pub type Read<'a> = &'a dyn Fn(&ReadCall) -> Result<Output, ApiError>;

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: Rc<str>,
    /// What it is called; more of it behind.
    pub label: Rc<str>,
    /// What it is called, alone.
    pub name: Rc<str>,
}

/// What can be chosen, by meaning. A meaning that was not asked for has nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices(Vec<(Meaning, Rc<[Choice]>)>);

/// How to ask for the things of a meaning.
struct Query {
    service: &'static str,
    operation: &'static str,
    /// A list of lists: what is sent, what it is called, and more.
    query: &'static str,
    /// The call is made once for each thing of this meaning, which stands in this member.
    each: Option<(Meaning, &'static str)>,
    /// What is sent, from what was found.
    make: fn(&str) -> Option<String>,
}

const fn query(service: &'static str, operation: &'static str, query: &'static str) -> Query {
    Query {
        service,
        operation,
        query,
        each: None,
        make: |found| Some(found.to_owned()),
    }
}

const INSTANCES: Query = query(
    "ec2",
    "DescribeInstances",
    "Reservations[].Instances[] | [?State.Name!='terminated'].[InstanceId, Tags[?Key=='Name'].Value | [0], InstanceId, \
     InstanceType, Placement.AvailabilityZone, State.Name]",
);
const TOPICS: Query = query("sns", "ListTopics", "Topics[].[TopicArn]");
const TARGET_GROUPS: Query = query(
    "elbv2",
    "DescribeTargetGroups",
    "TargetGroups[].[TargetGroupArn, TargetGroupName]",
);
const LOAD_BALANCERS: Query = query(
    "elbv2",
    "DescribeLoadBalancers",
    "LoadBalancers[].[LoadBalancerArn, LoadBalancerName]",
);

#[expect(clippy::too_many_lines, reason = "a table")]
fn queries(meaning: Meaning) -> Vec<Query> {
    vec![match meaning {
        Meaning::Instance => INSTANCES,
        Meaning::Image => query("ec2", "DescribeImages", "Images[].[ImageId, Name, ImageId]"),
        Meaning::InstanceType => query(
            "ec2",
            "DescribeInstanceTypes",
            "InstanceTypes[].[InstanceType, InstanceType, join(' ', [to_string(VCpuInfo.DefaultVCpus), 'vCPU']), \
             join(' ', [to_string(MemoryInfo.SizeInMiB), 'MiB'])]",
        ),
        Meaning::Subnet => query(
            "ec2",
            "DescribeSubnets",
            "Subnets[].[SubnetId, AvailabilityZone, SubnetId]",
        ),
        Meaning::Zone => query(
            "ec2",
            "DescribeAvailabilityZones",
            "AvailabilityZones[].[ZoneName]",
        ),
        Meaning::ZoneId => query(
            "ec2",
            "DescribeAvailabilityZones",
            "AvailabilityZones[].[ZoneId, ZoneName, ZoneId]",
        ),
        Meaning::SecurityGroup => query(
            "ec2",
            "DescribeSecurityGroups",
            "SecurityGroups[].[GroupId, GroupName, GroupId]",
        ),
        Meaning::SecurityGroupName => query("ec2", "DescribeSecurityGroups", "SecurityGroups[].[GroupName]"),
        Meaning::SecurityGroupRule => query(
            "ec2",
            "DescribeSecurityGroupRules",
            "SecurityGroupRules[?IsEgress==`false`].[SecurityGroupRuleId, join(':', [IpProtocol, to_string(FromPort)]), \
             CidrIpv4, ReferencedGroupInfo.GroupId, GroupId]",
        ),
        Meaning::Vpc => query("ec2", "DescribeVpcs", "Vpcs[].[VpcId, VpcId, CidrBlock]"),
        Meaning::RouteTable => query(
            "ec2",
            "DescribeRouteTables",
            "RouteTables[].[RouteTableId, RouteTableId, VpcId]",
        ),
        Meaning::EndpointService => query("ec2", "DescribePrefixLists", "PrefixLists[].[PrefixListName]"),
        Meaning::VpcEndpoint => query(
            "ec2",
            "DescribeVpcEndpoints",
            "VpcEndpoints[].[VpcEndpointId, ServiceName, VpcEndpointId]",
        ),
        Meaning::Address => query(
            "ec2",
            "DescribeAddresses",
            "Addresses[].[AllocationId, PublicIp, AllocationId]",
        ),
        Meaning::AddressAssociation => query(
            "ec2",
            "DescribeAddresses",
            "Addresses[?AssociationId].[AssociationId, PublicIp, InstanceId]",
        ),
        Meaning::ProfileAssociation => query(
            "ec2",
            "DescribeIamInstanceProfileAssociations",
            "IamInstanceProfileAssociations[].[AssociationId, InstanceId, AssociationId]",
        ),
        Meaning::TemplateId => query(
            "ec2",
            "DescribeLaunchTemplates",
            "LaunchTemplates[].[LaunchTemplateId, LaunchTemplateName, LaunchTemplateId]",
        ),
        Meaning::TemplateName => query(
            "ec2",
            "DescribeLaunchTemplates",
            "LaunchTemplates[].[LaunchTemplateName, LaunchTemplateName, LaunchTemplateId]",
        ),
        Meaning::TargetGroup => TARGET_GROUPS,
        Meaning::LoadBalancer => LOAD_BALANCERS,
        Meaning::LoadBalancing => return vec![LOAD_BALANCERS, TARGET_GROUPS],
        Meaning::Listener => Query {
            each: Some((Meaning::LoadBalancer, "LoadBalancerArn")),
            ..query(
                "elbv2",
                "DescribeListeners",
                "Listeners[].[ListenerArn, join(':', [Protocol, to_string(Port)])]",
            )
        },
        Meaning::Rule => Query {
            each: Some((Meaning::Listener, "ListenerArn")),
            ..query(
                "elbv2",
                "DescribeRules",
                "Rules[?!IsDefault].[RuleArn, Priority, Conditions[0].Values[0]]",
            )
        },
        Meaning::RequestsPerTarget => Query {
            make: requests_label,
            ..query(
                "elbv2",
                "DescribeTargetGroups",
                "TargetGroups[?LoadBalancerArns[0]].[join(' ', [LoadBalancerArns[0], TargetGroupArn]), TargetGroupName]",
            )
        },
        Meaning::Group => query(
            "autoscaling",
            "DescribeAutoScalingGroups",
            "AutoScalingGroups[].[AutoScalingGroupName]",
        ),
        Meaning::Policy => query(
            "autoscaling",
            "DescribePolicies",
            "ScalingPolicies[].[PolicyName, PolicyName, AutoScalingGroupName]",
        ),
        Meaning::ScheduledAction => query(
            "autoscaling",
            "DescribeScheduledActions",
            "ScheduledUpdateGroupActions[].[ScheduledActionName, ScheduledActionName, AutoScalingGroupName]",
        ),
        Meaning::Hook => Query {
            each: Some((Meaning::Group, "AutoScalingGroupName")),
            ..query(
                "autoscaling",
                "DescribeLifecycleHooks",
                "LifecycleHooks[].[LifecycleHookName]",
            )
        },
        Meaning::Topic => TOPICS,
        Meaning::Subscription => query(
            "sns",
            "ListSubscriptions",
            "Subscriptions[].[SubscriptionArn, Endpoint, Protocol]",
        ),
        Meaning::Alarm => query(
            "cloudwatch",
            "DescribeAlarms",
            "[MetricAlarms, CompositeAlarms][].[AlarmName, AlarmName, StateValue]",
        ),
        Meaning::AlarmAction => {
            let policies = query(
                "autoscaling",
                "DescribePolicies",
                "ScalingPolicies[?PolicyType!='TargetTrackingScaling'].[PolicyARN, PolicyName, AutoScalingGroupName]",
            );
            return vec![TOPICS, policies];
        }
        Meaning::Namespace => query("cloudwatch", "ListMetrics", "Metrics[].[Namespace]"),
        Meaning::Metric => query(
            "cloudwatch",
            "ListMetrics",
            "Metrics[].[MetricName, MetricName, Namespace]",
        ),
        Meaning::DimensionName => query("cloudwatch", "ListMetrics", "Metrics[].Dimensions[].[Name]"),
        Meaning::DimensionValue => query(
            "cloudwatch",
            "ListMetrics",
            "Metrics[].Dimensions[].[Value, Value, Name]",
        ),
        Meaning::Table => query("dynamodb", "ListTables", "TableNames[].[@]"),
        Meaning::Bucket => query("s3api", "ListBuckets", "Buckets[].[Name]"),
        Meaning::ManagedResource => query("arc-zonal-shift", "ListManagedResources", "items[].[arn, name]"),
        Meaning::ZonalShift => query(
            "arc-zonal-shift",
            "ListZonalShifts",
            "items[].[zonalShiftId, awayFrom, comment, zonalShiftId]",
        ),
        Meaning::ExperimentTemplate => query(
            "fis",
            "ListExperimentTemplates",
            "experimentTemplates[].[id, description, id]",
        ),
        Meaning::Experiment => query("fis", "ListExperiments", "experiments[].[id, id, state.status]"),
        Meaning::ExperimentAction => query("fis", "ListActions", "actions[].[id]"),
        Meaning::ExperimentTarget => query(
            "fis",
            "ListTargetResourceTypes",
            "targetResourceTypes[].[resourceType]",
        ),
        Meaning::Endpoint => {
            let names = query(
                "elbv2",
                "DescribeLoadBalancers",
                "LoadBalancers[].[DNSName, LoadBalancerName, DNSName]",
            );
            let addresses = query(
                "ec2",
                "DescribeInstances",
                "Reservations[].Instances[] | [?PublicIpAddress].[PublicIpAddress, Tags[?Key=='Name'].Value | [0], \
                 PublicIpAddress, Placement.AvailabilityZone]",
            );
            return vec![names, addresses];
        }
        Meaning::Fault | Meaning::Words(_) => return Vec::new(),
    }]
}

/// How a metric of requests per target names both, from their ARNs.
fn requests_label(arns: &str) -> Option<String> {
    let (balancer, group) = arns.split_once(' ')?;
    let balancer = balancer.split_once("loadbalancer/")?.1;
    let group = group.rsplit(':').next()?;
    Some(format!("{balancer}/{group}"))
}

impl Choices {
    /// Asks for the things of these meanings, each once.
    #[must_use]
    pub fn ask(meanings: impl IntoIterator<Item = Meaning>, read: Read<'_>) -> Self {
        let mut choices = Self::default();
        for meaning in meanings {
            if choices.of(meaning).is_empty() {
                let found = found(meaning, read);
                choices.put(meaning, found);
            }
        }
        choices
    }

    /// Adds what was found otherwise.
    pub fn put(&mut self, meaning: Meaning, found: impl Into<Rc<[Choice]>>) {
        self.0.retain(|(known, _)| *known != meaning);
        self.0.push((meaning, found.into()));
    }

    /// What can be chosen.
    #[must_use]
    pub fn of(&self, meaning: Meaning) -> &[Choice] {
        let known = self.0.iter().find(|(known, _)| *known == meaning);
        known.map_or(&[], |(_, found)| found)
    }

    /// What is sent for the thing that is called so, or else for the first whose name begins so.
    #[must_use]
    pub fn named(&self, meaning: Meaning, name: &str) -> Option<&str> {
        let all = self.of(meaning);
        let exact = all.iter().find(|choice| &*choice.name == name);
        let choice = exact.or_else(|| all.iter().find(|choice| choice.name.starts_with(name)));
        choice.map(|choice| &*choice.value)
    }
}

fn found(meaning: Meaning, read: Read<'_>) -> Vec<Choice> {
    if let Meaning::Words(words) = meaning {
        return words.iter().map(|word| choice(word, &[])).collect();
    }
    let mut all: Vec<Choice> = Vec::new();
    for choice in queries(meaning).iter().flat_map(|query| run(query, read)) {
        if !all.contains(&choice) {
            all.push(choice);
        }
    }
    all
}

fn run(query: &Query, read: Read<'_>) -> Vec<Choice> {
    let Some((meaning, member)) = query.each else {
        return rows(query, None, read);
    };
    let each = found(meaning, read);
    let rows = each.iter().flat_map(|one| {
        rows(query, Some((member, &one.value)), read)
            .into_iter()
            .map(|choice| Choice {
                label: format!("{} · {}", one.label, choice.label).into(),
                ..choice
            })
    });
    rows.collect()
}

/// What one call answers; nothing if it is refused.
fn rows(query: &Query, with: Option<(&str, &str)>, read: Read<'_>) -> Vec<Choice> {
    let rows = call(query, with)
        .and_then(|call| read(&call).ok())
        .and_then(|output| output.shape().map(json::to_json))
        .and_then(|json| jmespath::search(query.query, &json).ok());
    let Some(Json::Array(rows)) = rows else {
        return Vec::new();
    };
    rows.iter().filter_map(|row| made(row, query.make)).collect()
}

fn call(query: &Query, with: Option<(&str, &str)>) -> Option<ReadCall> {
    let operation = find(query.service, query.operation)?;
    let mut call = (operation.empty)();
    if let Some((name, value)) = with {
        let index = (operation.input)()
            .members
            .iter()
            .position(|member| member.name == name)?;
        if let Slot::String(text) = call.input_mut().slot(index) {
            value.clone_into(text);
        }
    }
    match call {
        Call::Read(call) => Some(call),
        Call::Write(_) | Call::World(_) => None,
    }
}

fn made(row: &Json, make: fn(&str) -> Option<String>) -> Option<Choice> {
    let Json::Array(row) = row else { return None };
    let texts = row.iter().map(|cell| match cell {
        Json::String(text) => Some(&**text),
        _ => None,
    });
    let texts: Vec<Option<&str>> = texts.collect();
    let (value, parts) = texts.split_first()?;
    let mut parts: Vec<&str> = parts
        .iter()
        .copied()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    parts.dedup();
    Some(choice(&make((*value)?)?, &parts))
}

/// A choice of a value and its parts; an ARN that has none is called by its end.
fn choice(value: &str, parts: &[&str]) -> Choice {
    let end = match value.rsplit_once(':') {
        Some((_, end)) if value.starts_with("arn:") => end,
        _ => value,
    };
    let label = if parts.is_empty() {
        end.to_owned()
    } else {
        parts.join(" · ")
    };
    Choice {
        value: value.into(),
        label: label.into(),
        name: (*parts.first().unwrap_or(&end)).into(),
    }
}

/// The kinds of values that a meaning may stand for: texts, alone or in lists.
pub(crate) fn holds_text(kind: &Kind) -> bool {
    match kind {
        Kind::String => true,
        Kind::List(inner) => matches!(inner, Kind::String),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_is_called_by_its_name_with_more_behind() {
        let row = Json::array(vec![
            Json::from("i-1"),
            Json::from("web"),
            Json::from("i-1"),
            Json::Null,
            Json::from("running"),
        ]);
        let choice = made(&row, |value| Some(value.to_owned())).expect("a choice");
        assert_eq!(
            (&*choice.value, &*choice.name, &*choice.label),
            ("i-1", "web", "web · i-1 · running")
        );
        let nameless = Json::array(vec![Json::from("i-1"), Json::Null, Json::from("i-1")]);
        assert_eq!(
            &*made(&nameless, |value| Some(value.to_owned()))
                .expect("a choice")
                .label,
            "i-1"
        );
        let topic = Json::array(vec![Json::from("arn:aws:sns:us-east-2:1:team")]);
        assert_eq!(
            &*made(&topic, |value| Some(value.to_owned()))
                .expect("a choice")
                .name,
            "team"
        );
    }

    #[test]
    fn every_query_is_of_a_call_that_only_looks() {
        let forms = crate::keys().map(|recipe| crate::Form::open(recipe, &[]));
        for meaning in forms.flat_map(|form| form.fields().meanings()) {
            for query in queries(meaning) {
                let operation = find(query.service, query.operation).expect("an operation");
                assert_eq!(operation.access, api::Access::Read, "{}", operation.name);
                assert!(
                    jmespath::Expression::compile(query.query).is_ok(),
                    "{}",
                    query.query
                );
            }
        }
    }

    #[test]
    fn requests_per_target_are_named_by_both() {
        let arns = "arn:aws:elasticloadbalancing:us-east-2:1:loadbalancer/app/a/1 \
                    arn:aws:elasticloadbalancing:us-east-2:1:targetgroup/b/2";
        assert_eq!(requests_label(arns).as_deref(), Some("app/a/1/targetgroup/b/2"));
    }
}
