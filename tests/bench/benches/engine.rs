//! Simulated requests per second, natively, beside the yardstick of the same machine: `cargo xtask bench`, which compares
//! them with those in wasm.

use bench::floor::Floor;
use bench::{Behind, Fleet, REQUESTS};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

fn floor(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("floor");
    group.sample_size(10);
    for servers in [1, 16, 256, 4096] {
        let mut fleet = Floor::new(servers);
        group.throughput(Throughput::Elements(REQUESTS as u64));
        group.bench_function(servers.to_string(), |bencher| {
            bencher.iter(|| fleet.run(REQUESTS as usize))
        });
    }
    group.finish();
}

fn engine(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("engine");
    group.sample_size(10);
    for instances in [1, 16, 256, 4096] {
        let mut fleet = Fleet::new(instances);
        group.throughput(Throughput::Elements(REQUESTS as u64));
        group.bench_function(instances.to_string(), |bencher| bencher.iter(|| fleet.run()));
    }
    group.finish();
}

/// What choosing a target costs, with everything else that a request does.
fn routing(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("routing");
    group.sample_size(10);
    for algorithm in ["round_robin", "least_outstanding_requests", "weighted_random"] {
        for targets in [16, 4096] {
            let mut fleet = Behind::new(targets, algorithm);
            group.throughput(Throughput::Elements(REQUESTS as u64));
            group.bench_function(format!("{algorithm}/{targets}"), |bencher| {
                bencher.iter(|| fleet.run())
            });
        }
    }
    group.finish();
}

criterion_group!(benches, floor, engine, routing);
criterion_main!(benches);
