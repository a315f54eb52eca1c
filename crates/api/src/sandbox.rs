//! What AWS has no call for: visitors and faults. Declared as AWS's operations are, under a service of our own.

use crate::operation::operations;
use crate::shape::shapes;
use crate::{Service, Timestamp, Wording};

/// The service of this project.
pub const SERVICE: Service = Service {
    name: "sandbox",
    doc: "The world around the account: the employees who use the directory, and what breaks.",
    reference: None,
    wording: Wording::Parameters,
    operations: || OPERATIONS,
};

operations! {
    Sandbox

    /// A call that changes the world around the account.
    World(WorldCall) {
        Traffic(TrafficInput);
        Clients(ClientsInput);
        Fault(FaultInput) -> FaultOutput;
        EndFault(EndFaultInput);
        Capacity(CapacityInput);
        Quota(QuotaInput);
        Request(RequestInput) -> RequestOutput;
    }

    /// A call that only looks at the world around the account.
    Read(ReadCall) {
        Now(NowInput) -> NowOutput;
        Metrics(MetricsInput) -> MetricsOutput;
        Timeline(TimelineInput) -> TimelineOutput;
        Bill(BillInput) -> BillOutput;
        Why(WhyInput) -> WhyOutput;
        Availability(AvailabilityInput) -> AvailabilityOutput;
        Mail(MailInput) -> MailOutput;
    }
}

/// How the rate of requests moves over time.
pub const TRAFFIC_PROFILES: &[&str] = &["steady", "ramp", "day", "flash-crowd"];

/// What can break.
pub const FAULT_KINDS: &[&str] = &[
    "instance-crash",
    "host-failure",
    "app-hang",
    "app-crash",
    "instance-slow",
    "az-outage",
    "memory-leak",
    "az-grey",
    "insufficient-capacity",
    "dependency-slow",
];

/// What the directory asks while it answers.
pub const DEPENDENCIES: &[&str] = &["dynamodb", "s3"];

/// What an employee can ask of the directory.
pub const ROUTES: &[&str] = &["list", "view", "add", "photo"];

shapes! {
    /// Sets how many requests the employees send.
    pub struct TrafficInput {
        /// Requests per second, over all employees; 0 stops them.
        rate: Option<f64> = "Rate" required range(0..=1_000_000),
        /// How the rate moves: `steady` keeps it, `ramp` goes there evenly, `day` rises to it and falls
        /// as a working day does, `flash-crowd` leaps to the peak and comes back.
        profile: Option<String> = "Profile" one_of(TRAFFIC_PROFILES) default("steady"),
        /// How long the ramp, the day or the crowd takes, such as `10m`.
        over: Option<String> = "Over" duration,
        /// Requests per second at the height of a flash crowd.
        peak: Option<f64> = "Peak" range(0..=1_000_000),
    }

    /// Tells the employees which addresses the directory has; they use one or another of them.
    pub struct ClientsInput {
        /// DNS names or IP addresses.
        endpoint: Vec<String> = "Endpoint" required length(1..=5_000) commas,
    }

    /// Breaks something, at once.
    pub struct FaultInput {
        /// What breaks.
        kind: Option<String> = "Kind" required positional one_of(FAULT_KINDS),
        /// The instance it happens to, for what happens to one instance.
        instance_id: Option<String> = "InstanceId",
        /// The Availability Zone it happens to, for `az-outage`, `az-grey` and `insufficient-capacity`.
        zone: Option<String> = "Zone",
        /// How long it lasts, such as `10m`; until `end-fault` if left out.
        duration: Option<String> = "For" duration,
        /// How many times slower, for `instance-slow`, `az-grey` and `dependency-slow`.
        factor: Option<f64> = "Factor" range(1..=1_000) default("5"),
        /// How many percent of what goes into or out of the zone is lost, for `az-grey`: 20 if it is not slow either.
        lost_percent: Option<f64> = "LostPercent" range(0..=100),
        /// Of which instances the zone has no more, for `insufficient-capacity`; of all if left out.
        instance_type: Option<String> = "InstanceType",
        /// What is slow, for `dependency-slow`.
        dependency: Option<String> = "Dependency" one_of(DEPENDENCIES),
    }

    /// What broke.
    pub struct FaultOutput {
        /// Names the fault, so that it can be ended.
        fault_id: Option<String> = "FaultId",
    }

    /// Mends what a fault broke, as far as it mends by itself.
    pub struct EndFaultInput {
        /// Which fault.
        fault_id: Option<String> = "FaultId" required positional,
    }

    /// Says how many more instances of a type a zone has room for. Instances that stop or terminate make room.
    pub struct CapacityInput {
        /// In which Availability Zone.
        zone: Option<String> = "Zone" required,
        /// Of which type.
        instance_type: Option<String> = "InstanceType" required,
        /// How many more; as many as anyone asks for if left out.
        free: Option<i64> = "Free" range(0..=100_000),
    }

    /// Says how many vCPUs the account may have running at once. Those that run go on, however few it may have.
    pub struct QuotaInput {
        /// Running On-Demand vCPUs of the Standard families.
        vcpus: Option<i64> = "Vcpus" required range(0..=100_000),
    }

    /// Sends requests of your own, at once, to an address the employees use.
    pub struct RequestInput {
        /// How many.
        count: Option<i64> = "Count" range(1..=20) default("1"),
        /// What they ask for.
        route: Option<String> = "Route" one_of(ROUTES) default("list"),
    }

    /// The requests sent.
    pub struct RequestOutput {
        /// Their numbers, in the order sent.
        request_ids: Vec<String> = "RequestIds" always,
    }

    /// Tells the time of the model, to be put into an option such as `--start-time`.
    pub struct NowInput {
        /// How far from now: `-10m` is ten minutes ago.
        offset: Option<String> = "Offset",
    }

    /// A time of the model.
    pub struct NowOutput {
        /// The time.
        now: Option<Timestamp> = "Now",
    }

    /// Tells what the employees met, as they saw it themselves.
    pub struct MetricsInput {
        /// How far back to look.
        last: Option<String> = "Last" duration default("5m"),
    }

    /// What the employees met.
    pub struct MetricsOutput {
        /// From when on requests are counted: later than asked for if older ones are no longer kept.
        start_time: Option<Timestamp> = "StartTime",
        /// Until when.
        end_time: Option<Timestamp> = "EndTime",
        /// Requests that ended in this time.
        requests: Option<i64> = "Requests",
        /// How many of them were served, from 0 to 1; left out if none ended.
        success_share: Option<f64> = "SuccessShare",
        /// How many failed, by how they failed.
        failures: Vec<FailureCount> = "Failures" always,
        /// Half of the served requests took at most so long, in milliseconds.
        p50: Option<f64> = "P50",
        /// 95 of 100 served requests took at most so long, in milliseconds.
        p95: Option<f64> = "P95",
        /// 99 of 100 served requests took at most so long, in milliseconds.
        p99: Option<f64> = "P99",
    }

    /// How many requests failed in one way.
    pub struct FailureCount {
        /// How.
        cause: Option<String> = "Cause",
        /// How many.
        count: Option<i64> = "Count",
    }

    /// Tells what became so, oldest first.
    pub struct TimelineInput {
        /// How far back to look; to the beginning if left out.
        last: Option<String> = "Last" duration,
    }

    /// What became so.
    pub struct TimelineOutput {
        /// The facts, oldest first.
        facts: Vec<Fact> = "Facts" always,
    }

    /// Something that became so.
    pub struct Fact {
        /// Its number, from 0.
        id: Option<i64> = "Id",
        /// When.
        time: Option<Timestamp> = "Time",
        /// What kind of thing became so.
        kind: Option<String> = "Kind",
        /// What it happened to, by its name or id; left out for what happened to no one thing.
        subject: Option<String> = "Subject",
        /// The state that it brought, where it brought one.
        state: Option<String> = "State",
        /// The number of the fact that led to it; left out for what came in from outside.
        cause: Option<i64> = "Cause",
    }

    /// Tells what is charged.
    pub struct BillInput {
    }

    /// What is charged.
    pub struct BillOutput {
        /// Everything so far, in US dollars.
        charged: Option<f64> = "Charged",
        /// What an hour costs as things are, in US dollars: what stands, and use as in the last hour.
        per_hour: Option<f64> = "PerHour",
        /// The same for a month of 730 hours.
        per_month: Option<f64> = "PerMonth",
        /// A line for everything that was ever charged for, resource by resource.
        lines: Vec<BillLine> = "Lines" always,
    }

    /// One line of the bill.
    pub struct BillLine {
        /// For what resource, by its id or name; left out for what belongs to none.
        resource: Option<String> = "Resource",
        /// What of it is charged for.
        item: Option<String> = "Item",
        /// How much was used so far.
        quantity: Option<f64> = "Quantity",
        /// What is counted.
        unit: Option<String> = "Unit",
        /// What one costs now, or last did.
        price: Option<String> = "Price",
        /// Everything so far, in US dollars.
        charged: Option<f64> = "Charged",
        /// What an hour of it costs as things are, in US dollars.
        per_hour: Option<f64> = "PerHour",
    }

    /// Tells why something is as it is: the newest fact about it, and on to what came in from outside.
    pub struct WhyInput {
        /// The number of a request, the id of an activity or an instance, or the name of an alarm.
        subject: Option<String> = "Subject" required positional,
    }

    /// Why something is as it is.
    pub struct WhyOutput {
        /// The facts, newest first; empty if nothing is in its way.
        facts: Vec<Fact> = "Facts" always,
    }

    /// Tells the mail that was sent, oldest first: what the subscribers of topics find in their mailboxes.
    pub struct MailInput {
        /// How far back to look; to the oldest mail that is kept if left out.
        last: Option<String> = "Last" duration,
    }

    /// The mail that was sent.
    pub struct MailOutput {
        /// The mails, oldest first.
        mails: Vec<Mail> = "Mails" always,
    }

    /// A mail.
    pub struct Mail {
        /// When it was sent.
        time: Option<Timestamp> = "Time",
        /// To whom.
        to: Option<String> = "To",
        /// What it is about.
        subject: Option<String> = "Subject",
        /// What it says.
        body: Option<String> = "Body",
        /// What confirms the subscription, in a mail that asks for that.
        token: Option<String> = "Token",
    }

    /// Tells what the account promises as it stands, and what was measured so far.
    pub struct AvailabilityInput {
    }

    /// What the account promises, and what was measured.
    pub struct AvailabilityOutput {
        /// What the parts promise together, from 0 to 1.
        designed: Option<f64> = "Designed",
        /// The share of the requests that were served; left out if none has ended.
        measured_requests: Option<f64> = "MeasuredRequests",
        /// The share of the time in which an instance took requests; left out if none ever did.
        measured_time: Option<f64> = "MeasuredTime",
        /// The zones that serve the employees.
        zones: Vec<String> = "Zones" always,
        /// The instance or zone without which nothing is served; left out if there is none.
        single_point_of_failure: Option<String> = "SinglePointOfFailure",
        /// What every request needs, one after the other.
        stages: Vec<AvailabilityStage> = "Stages" always,
    }

    /// Parts of which one is enough.
    pub struct AvailabilityStage {
        /// Each of them, by its id or name.
        parts: Vec<String> = "Parts" always,
        /// What they promise together, from 0 to 1.
        designed: Option<f64> = "Designed",
        /// What was measured; left out if there was nothing to measure.
        measured: Option<f64> = "Measured",
    }
}
