//! What tables tell CloudWatch.
//!
//! Source: DynamoDB Developer Guide, "DynamoDB metrics and dimensions". Simplified: reads through the API take no capacity
//! and are not told, for looking changes nothing; nor are the errors of refused calls. So `UserErrors`, which are the
//! account's and no table's, and `SystemErrors` are those that the app meets.

use des::SimDuration;

use super::defaults;
use super::table::{Billing, PARTS, Table};
use crate::Cloud;
use crate::cloudwatch::Statistics;
use crate::cloudwatch::publish::Publisher;

const NAMESPACE: &str = "AWS/DynamoDB";

/// What is done to items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operation {
    Scan,
    GetItem,
    PutItem,
    UpdateItem,
    DeleteItem,
}

impl Operation {
    const COUNT: usize = 5;
    const NAMES: [&str; Self::COUNT] = ["Scan", "GetItem", "PutItem", "UpdateItem", "DeleteItem"];
}

/// What one kind of operation came to.
#[derive(Clone, Copy, Debug, Default)]
struct OfOperation {
    throttled: u64,
    failed: u64,
    served: u64,
    micros: u64,
    fastest: u64,
    slowest: u64,
}

/// What a table has done since it last told.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counts {
    /// In the units of the table's capacity.
    consumed: [u64; 2],
    /// How much of that is settled with the bill.
    settled: [u64; 2],
    requests: [u64; 2],
    throttles: [u64; 2],
    operations: [OfOperation; Operation::COUNT],
}

impl Counts {
    pub(crate) fn served(&mut self, way: usize, cost: u64, operation: Operation, latency: SimDuration) {
        self.consumed[way] += cost;
        self.requests[way] += 1;
        let micros = latency.as_micros();
        let of = &mut self.operations[operation as usize];
        of.fastest = if of.served == 0 {
            micros
        } else {
            of.fastest.min(micros)
        };
        of.slowest = of.slowest.max(micros);
        of.served += 1;
        of.micros += micros;
    }

    /// What was consumed since the last time.
    pub(crate) const fn not_settled(&mut self) -> [u64; 2] {
        let settled = self.settled;
        self.settled = self.consumed;
        [self.consumed[0] - settled[0], self.consumed[1] - settled[1]]
    }

    /// DynamoDB itself failed, so many times.
    pub(crate) const fn failed(&mut self, operation: Operation, times: u64) {
        self.operations[operation as usize].failed += times;
    }

    pub(crate) const fn throttled(&mut self, way: usize, operation: Operation) {
        self.throttles[way] += 1;
        self.operations[operation as usize].throttled += 1;
    }
}

/// Every table tells its minute.
pub(crate) fn publish(cloud: &mut Cloud, out: &mut Publisher<'_>) {
    let now = cloud.now;
    let hour = (out.minute() + 1).is_multiple_of(60);
    let recount = (out.minute() + 1).is_multiple_of(defaults::COUNTED_EVERY_MIN);
    for table in cloud
        .dynamodb
        .all_tables
        .iter_mut()
        .filter(|table| !table.deleted)
    {
        table.settle_requests();
        if hour {
            table.byte_hours += table.true_size()[1];
        }
        let counts = std::mem::take(&mut table.counts);
        tell(table, &counts, out);
        for way in [0, 1] {
            table.peak[way] = table.peak[way].max(counts.consumed[way] / 60);
        }
        if table.billing == Billing::OnDemand {
            table.set_rates(now);
        }
        if recount {
            table.counted = table.true_size();
        }
    }
    let errors = std::mem::take(&mut cloud.dynamodb.user_errors);
    if errors > 0 {
        out.put(NAMESPACE, "UserErrors", &[], "Count", counted(errors));
    }
    let tables: Vec<_> = cloud.dynamodb.tables().map(|(index, _)| index).collect();
    for index in tables {
        cloud.bill_table_use(index);
    }
}

fn tell(table: &Table, counts: &Counts, out: &mut Publisher<'_>) {
    let own = [("TableName", table.name.as_str())];
    let ways = [
        (
            "ConsumedReadCapacityUnits",
            "ReadThrottleEvents",
            "ProvisionedReadCapacityUnits",
        ),
        (
            "ConsumedWriteCapacityUnits",
            "WriteThrottleEvents",
            "ProvisionedWriteCapacityUnits",
        ),
    ];
    for (way, (consumed, throttles, provisioned)) in ways.into_iter().enumerate() {
        let units = counts.consumed[way] as f64 / PARTS[way] as f64;
        let requests = counts.requests[way] as f64;
        if requests > 0.0 {
            let values = Statistics {
                count: requests,
                sum: units,
                min: units / requests,
                max: units / requests,
            };
            out.put(NAMESPACE, consumed, &own, "Count", values);
        }
        if counts.throttles[way] > 0 {
            let values = counted(counts.throttles[way]);
            out.put(NAMESPACE, throttles, &own, "Count", values);
        }
        if let Billing::Provisioned(units) = table.billing {
            out.put(
                NAMESPACE,
                provisioned,
                &own,
                "Count",
                Statistics::of(units[way] as f64),
            );
        }
    }
    tell_operations(table, counts, out);
}

fn tell_operations(table: &Table, counts: &Counts, out: &mut Publisher<'_>) {
    for (name, of) in Operation::NAMES.into_iter().zip(counts.operations) {
        let dimensions = [("TableName", table.name.as_str()), ("Operation", name)];
        if of.throttled > 0 {
            let values = counted(of.throttled);
            out.put(NAMESPACE, "ThrottledRequests", &dimensions, "Count", values);
        }
        if of.failed > 0 {
            let values = counted(of.failed);
            out.put(NAMESPACE, "SystemErrors", &dimensions, "Count", values);
        }
        if of.served > 0 {
            let millis = |micros: u64| micros as f64 / 1_000.0;
            let values = Statistics {
                count: of.served as f64,
                sum: millis(of.micros),
                min: millis(of.fastest),
                max: millis(of.slowest),
            };
            out.put(
                NAMESPACE,
                "SuccessfulRequestLatency",
                &dimensions,
                "Milliseconds",
                values,
            );
        }
    }
}

/// So many events of one each.
fn counted(events: u64) -> Statistics {
    Statistics {
        count: events as f64,
        sum: events as f64,
        min: 1.0,
        max: 1.0,
    }
}
