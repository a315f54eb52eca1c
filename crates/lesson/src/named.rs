//! Finds what has a name in the account, by the calls with which anybody would.

use jmespath::Json;

use crate::observed::{Named, Observed};

/// The id, ARN or address of what is called `name`.
pub(crate) fn find(seen: &dyn Observed, what: Named, name: &str) -> Option<String> {
    let command = question(seen, what, &name.replace('\'', ""))?;
    match seen.look(&command)? {
        Json::String(found) => Some(found.to_string()),
        _ => None,
    }
}

/// The command that finds it.
fn question(seen: &dyn Observed, what: Named, name: &str) -> Option<String> {
    let living = "Name=instance-state-name,Values=pending,running,stopping,stopped";
    let instance = |member: &str| {
        format!(
            "aws ec2 describe-instances --filters 'Name=tag:Name,Values={name}' {living} --query \
             'sort_by(Reservations[].Instances[], &LaunchTime)[-1].{member}'"
        )
    };
    let balancer = |member: &str| {
        format!("aws elbv2 describe-load-balancers --names '{name}' --query 'LoadBalancers[0].{member}'")
    };
    Some(match what {
        Named::Instance => instance("InstanceId"),
        Named::Address => instance("PublicIpAddress"),
        Named::Image => {
            format!("aws ec2 describe-images --filters 'Name=name,Values={name}' --query 'Images[0].ImageId'")
        }
        Named::Subnet => format!(
            "aws ec2 describe-subnets --filters 'Name=availability-zone,Values={name}' --query 'Subnets[0].SubnetId'"
        ),
        Named::SecurityGroup => format!(
            "aws ec2 describe-security-groups --filters 'Name=group-name,Values={name}' --query \
             'SecurityGroups[0].GroupId'"
        ),
        Named::TargetGroup => format!(
            "aws elbv2 describe-target-groups --names '{name}' --query 'TargetGroups[0].TargetGroupArn'"
        ),
        Named::LoadBalancer => balancer("LoadBalancerArn"),
        Named::Dns => balancer("DNSName"),
        Named::Listener => {
            let arn = find(seen, Named::LoadBalancer, name)?;
            format!(
                "aws elbv2 describe-listeners --load-balancer-arn {arn} --query 'Listeners[0].ListenerArn'"
            )
        }
        Named::Topic => {
            format!("aws sns list-topics --query \"Topics[?ends_with(TopicArn, ':{name}')] | [0].TopicArn\"")
        }
        Named::Vpc => "aws ec2 describe-vpcs --query 'Vpcs[0].VpcId'".to_owned(),
    })
}
