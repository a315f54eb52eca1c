//! The whole state as one number, for replay, twins and proofs.

use des::Digest;

use crate::Cloud;
use crate::ec2::Instance;
use crate::fact::Fact;
use crate::workload::{Flight, Minute, Record, Span};

impl Cloud {
    /// A number that differs if anything that has happened, is in flight, or can be read differs. It walks everything:
    /// for tests and checkpoints, not for every frame.
    #[must_use]
    pub fn digest(&self) -> u64 {
        let mut digest = Digest::default();
        digest.extend([self.now.as_micros(), self.events.len() as u64, self.inputs]);
        self.facts.add_to(&mut digest, add_fact);
        self.ec2
            .instances
            .iter()
            .for_each(|instance| add_instance(&mut digest, instance));
        // Changed by calls alone: their text never forgets a field.
        let by_calls = (
            &self.ec2.security_groups,
            &self.ec2.image_tags,
            &self.ec2.subnet_tags,
            &self.ec2.vpc_tags,
            &self.ec2.all_launch_templates,
            &self.ec2.capacities,
            (&self.ec2.all_elastic_addresses, &self.ec2.launches),
            (self.ec2.credit_defaults, self.ec2.vcpu_quota),
            &self.faults,
            &self.network,
            &self.dependencies,
            (
                &self.ec2.all_associations,
                &self.ec2.all_endpoints,
                &self.ec2.maps_public_ip,
            ),
        );
        digest.extend(format!("{by_calls:?}").bytes().map(u64::from));
        self.workload
            .flights
            .iter()
            .for_each(|flight| add_flight(&mut digest, flight));
        self.records.add_to(&mut digest, add_record);
        self.truth.seconds.add_to(&mut digest, add_span);
        let minute = |digest: &mut Digest, minute: &Minute| add_span(digest, &minute.span);
        self.truth.minutes.add_to(&mut digest, minute);
        digest.extend(self.truth.ended);
        digest.extend(self.workload.arrivals.iter().map(|arrivals| arrivals.visits));
        self.add_stations(&mut digest);
        self.elbv2.add_to(&mut digest);
        self.autoscaling.add_to(&mut digest);
        self.arc_zonal_shift.add_to(&mut digest);
        self.cloudwatch.add_to(&mut digest);
        self.sns.add_to(&mut digest);
        digest.extend(format!("{:?}", self.fis).bytes().map(u64::from));
        self.dynamodb.add_to(&mut digest);
        self.s3.add_to(&mut digest);
        self.dependencies
            .iter()
            .for_each(|state| state.add_to(&mut digest));
        self.bill.add_to(self.now, &mut digest);
        digest.value()
    }

    fn add_stations(&self, digest: &mut Digest) {
        for station in &self.ec2.stations {
            let counts = [
                station.waiting(),
                station.busy_workers(),
                station.running(),
                station.slowness_permille,
            ];
            digest.extend(counts.map(u64::from));
            digest.extend([
                station.door as u64,
                station.reach[0] as u64,
                station.reach[1] as u64,
                station.in_system_area(self.now),
                station.cpu_micros(self.now),
            ]);
        }
    }
}

fn add_fact(digest: &mut Digest, fact: &Fact) {
    digest.extend([fact.at.as_micros(), fact.cause.number()]);
    // Facts are few: their text is as good as a layout of our own, and never forgets a field.
    digest.extend(format!("{:?}", fact.what).bytes().map(u64::from));
}

fn add_instance(digest: &mut Digest, instance: &Instance) {
    let times = [
        instance.state_since,
        instance.state_until,
        instance.boot_since,
        instance.boot_until,
    ];
    digest.extend(times.map(des::SimTime::as_micros));
    digest.extend([
        instance.state as u64,
        instance.boot as u64,
        instance.boots.into(),
        instance.starts.into(),
    ]);
    digest.extend(instance.id.bytes().map(u64::from));
    digest.extend(instance.instance_type.name.bytes().map(u64::from));
    digest.extend(
        instance
            .user_data
            .iter()
            .flat_map(|script| script.bytes())
            .map(u64::from),
    );
    digest.add(instance.termination_protection.into());
    digest.add(instance.detailed_monitoring.into());
    digest.add(instance.stop_protection.into());
    digest.add(instance.auto_recovery.into());
    digest.add(instance.recoveries.len() as u64);
    let credits = &instance.credits;
    digest.extend([
        credits.mode as u64,
        credits.speed_permille.into(),
        credits.balance(),
        credits.surplus(),
        credits.charged(),
        credits.used(),
    ]);
    digest.extend(
        instance
            .tags
            .iter()
            .flat_map(|(key, value)| key.bytes().chain(value.bytes()))
            .map(u64::from),
    );
    digest.extend(instance.groups.iter().map(|group| group.index() as u64));
    digest.add(instance.public_ip().map_or(0, |ip| u32::from(ip).into()));
}

fn add_flight(digest: &mut Digest, flight: &Flight) {
    digest.extend([
        flight.id.0,
        flight.sent.as_micros(),
        flight.since.as_micros(),
        flight.until.as_micros(),
    ]);
    digest.extend([
        flight.route as u64,
        flight.target.index() as u64,
        flight.blame.number(),
    ]);
}

fn add_record(digest: &mut Digest, record: &Record) {
    let hops = record.hops.iter().flat_map(|hop| [hop.asked, hop.answered]);
    let times = [record.arrived, record.started, record.answered, record.ended];
    digest.extend([
        record.id.0,
        record.sent.as_micros(),
        record.outcome as u64,
        record.route as u64,
    ]);
    digest.extend(times.into_iter().chain(hops).map(u64::from));
    digest.extend([record.target.index() as u64, record.blame.number()]);
}

fn add_span(digest: &mut Digest, span: &Span) {
    let latency = [span.latency.p50, span.latency.p95, span.latency.p99];
    let counts = span
        .sent
        .into_iter()
        .chain(span.counts.ended)
        .chain([span.counts.slow])
        .chain(latency);
    digest.add(span.number);
    digest.extend(counts.map(u64::from));
}
