//! What EC2 tells CloudWatch.
//!
//! Source: EC2 User Guide, "List the available CloudWatch metrics for your instances". Simplified: five-minute values come at
//! multiples of five minutes; values of CPU and network are sampled each minute.

use crate::Cloud;
use crate::cloudwatch::publish::Publisher;
use crate::cloudwatch::{Sketch, Statistics};
use crate::ec2::{CREDIT, CheckStatus, InstanceIndex, InstanceState};

const NAMESPACE: &str = "AWS/EC2";
/// Bytes of a request to the app, with its share of the connection. Our choice.
pub(crate) const REQUEST_BYTES: f64 = 900.0;
/// Bytes of an answer of the app. Our choice.
pub(crate) const ANSWER_BYTES: f64 = 12_000.0;
/// Basic monitoring: a value every so many minutes. Source: EC2 User Guide, "Detailed monitoring".
const BASIC_MINUTES: u64 = 5;

/// What was last told of an instance.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Told {
    cpu_micros: u64,
    requests: u64,
    /// CPU time at the last value of credits, in vCPU-nanoseconds.
    credits_used: u64,
    gathered: Gathered,
}

/// The minutes that one value gathers: one with detailed monitoring, else up to five.
#[derive(Clone, Copy, Debug, Default)]
struct Gathered {
    minutes: usize,
    /// CPU utilization in percent, and requests.
    each: [(f64, f64); BASIC_MINUTES as usize],
}

impl Gathered {
    const fn add(&mut self, minute: (f64, f64)) {
        self.each[self.minutes % self.each.len()] = minute;
        self.minutes += 1;
    }

    fn minutes(&self) -> &[(f64, f64)] {
        &self.each[..self.minutes.min(self.each.len())]
    }

    /// What there was of CPU utilization, also value by value, and of requests.
    fn summed_up(&self) -> (Statistics, Sketch, Statistics) {
        let both = |[cpu, requests]: [Statistics; 2], &(percent, served): &(f64, f64)| {
            let minute = [Statistics::of(percent), Statistics::of(served)];
            [cpu.with(minute[0]), requests.with(minute[1])]
        };
        let (first, more) = self.minutes().split_first().expect("a minute is over");
        let first_minute = [Statistics::of(first.0), Statistics::of(first.1)];
        let [cpu, requests] = more.iter().fold(first_minute, both);
        let mut which = Sketch::default();
        self.minutes()
            .iter()
            .for_each(|(percent, _)| which.add(*percent, 1.0));
        (cpu, which, requests)
    }
}

/// Every running instance tells its minute.
pub(crate) fn publish(cloud: &mut Cloud, out: &mut Publisher<'_>) {
    cloud.ec2.told.resize(cloud.ec2.instances.len(), Told::default());
    let living: Vec<InstanceIndex> = cloud.ec2.living().collect();
    for index in living {
        if cloud.ec2.instances[index.index()].state == InstanceState::Running {
            publish_one(cloud, index, out);
        } else {
            cloud.ec2.told[index.index()].gathered = Gathered::default();
        }
    }
}

fn publish_one(cloud: &mut Cloud, index: InstanceIndex, out: &mut Publisher<'_>) {
    cloud.settle_credits(index);
    let minute = sample(cloud, index);
    let detailed = cloud.ec2.instances[index.index()].detailed_monitoring;
    let told = &mut cloud.ec2.told[index.index()];
    told.gathered.add(minute);
    if detailed || (out.minute() + 1).is_multiple_of(BASIC_MINUTES) {
        let gathered = std::mem::take(&mut told.gathered);
        tell(cloud, index, &gathered, out);
    }
    if (out.minute() + 1).is_multiple_of(BASIC_MINUTES) {
        tell_credits(cloud, index, out);
    }
    tell_checks(cloud, index, out);
}

/// CPU utilization in percent and requests of the last minute.
fn sample(cloud: &mut Cloud, index: InstanceIndex) -> (f64, f64) {
    let station = &cloud.ec2.stations[index.index()];
    let (cpu, requests) = (cloud.cpu_used_micros(index), station.answered);
    let told = &mut cloud.ec2.told[index.index()];
    let used = cpu.saturating_sub(told.cpu_micros) as f64;
    let percent = used / (60e6 * f64::from(station.vcpus)) * 100.0;
    // A new type begins with a new station.
    let served = requests.saturating_sub(told.requests) as f64;
    (told.cpu_micros, told.requests) = (cpu, requests);
    (percent.min(100.0), served)
}

fn tell(cloud: &Cloud, index: InstanceIndex, gathered: &Gathered, out: &mut Publisher<'_>) {
    let (cpu, which, requests) = gathered.summed_up();
    let instance = &cloud.ec2.instances[index.index()];
    let bytes = |each: f64| Statistics {
        sum: requests.sum * each,
        min: requests.min * each,
        max: requests.max * each,
        ..requests
    };
    let own = [("InstanceId", instance.id.as_str())];
    let group = cloud
        .group_name_of(index)
        .map(|name| [("AutoScalingGroupName", name)]);
    let image = [("ImageId", instance.image.id)];
    let size = [("InstanceType", instance.instance_type.name)];
    let mut sets: Vec<&[(&str, &str)]> = vec![&own];
    sets.extend(group.as_ref().map(|group| &group[..]));
    if instance.detailed_monitoring {
        sets.extend([&image[..], &size[..]]);
    }
    let minutes = if instance.detailed_monitoring {
        1
    } else {
        BASIC_MINUTES
    };
    for dimensions in sets {
        let mut put = |name, unit, told| out.put_known(minutes, NAMESPACE, name, dimensions, unit, told);
        put("CPUUtilization", "Percent", (cpu, Some(&which)));
        put("NetworkIn", "Bytes", (bytes(REQUEST_BYTES), None));
        put("NetworkOut", "Bytes", (bytes(ANSWER_BYTES), None));
    }
}

/// Credits come every five minutes, whatever the monitoring. A value is in credits, which are vCPU-minutes.
fn tell_credits(cloud: &mut Cloud, index: InstanceIndex, out: &mut Publisher<'_>) {
    let instance = &cloud.ec2.instances[index.index()];
    if !instance.instance_type.is_burstable() {
        return;
    }
    let credits = instance.credits;
    let told = &mut cloud.ec2.told[index.index()];
    let used = credits.used().saturating_sub(told.credits_used);
    told.credits_used = credits.used();
    let values = [
        ("CPUCreditUsage", used),
        ("CPUCreditBalance", credits.balance()),
        ("CPUSurplusCreditBalance", credits.surplus()),
        ("CPUSurplusCreditsCharged", credits.charged()),
    ];
    let dimensions = [("InstanceId", instance.id.as_str())];
    for (name, vcpu_nanos) in values {
        let value = Statistics::of(vcpu_nanos as f64 / CREDIT as f64);
        out.put_of(BASIC_MINUTES, NAMESPACE, name, &dimensions, "Count", value);
    }
}

/// Status checks come every minute, whatever the monitoring.
fn tell_checks(cloud: &Cloud, index: InstanceIndex, out: &mut Publisher<'_>) {
    let checks = cloud.status_checks(index);
    let failed = |status: CheckStatus| f64::from(u8::from(matches!(status, CheckStatus::Impaired(_))));
    let (system, own) = (failed(checks.system), failed(checks.instance));
    let id = cloud.ec2.instances[index.index()].id.as_str();
    let values = [
        ("StatusCheckFailed", system.max(own)),
        ("StatusCheckFailed_Instance", own),
        ("StatusCheckFailed_System", system),
    ];
    for (name, value) in values {
        out.put(
            NAMESPACE,
            name,
            &[("InstanceId", id)],
            "Count",
            Statistics::of(value),
        );
    }
}
