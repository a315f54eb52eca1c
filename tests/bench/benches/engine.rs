//! Simulated requests per second, natively, beside the yardstick of the same machine: `cargo xtask bench`, which compares
//! them with those in wasm.

use bench::floor::Floor;
use bench::{Behind, Fleet, REQUESTS};
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};

fn floor(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("floor");
    group.sample_size(10);
    for servers in [1, 16, 256, 4096] {
        let run = |floor: &mut Floor| floor.run(REQUESTS as usize);
        measure(&mut group, &servers.to_string(), || Floor::new(servers), run);
    }
    group.finish();
}

fn engine(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("engine");
    group.sample_size(10);
    for instances in [1, 16, 256, 4096] {
        measure(
            &mut group,
            &instances.to_string(),
            || Fleet::new(instances),
            Fleet::run,
        );
    }
    group.finish();
}

/// What choosing a target costs, with everything else that a request does.
fn routing(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("routing");
    group.sample_size(10);
    for algorithm in ["round_robin", "least_outstanding_requests", "weighted_random"] {
        for targets in [16, 4096] {
            let name = format!("{algorithm}/{targets}");
            measure(&mut group, &name, || Behind::new(targets, algorithm), Behind::run);
        }
    }
    group.finish();
}

/// Measures one piece of work after another of a fleet, which is made only if it is asked for.
fn measure<F, T>(
    group: &mut BenchmarkGroup<'_, WallTime>,
    name: &str,
    make: impl Fn() -> F,
    run: impl Fn(&mut F) -> T,
) {
    let mut made = None;
    group.throughput(Throughput::Elements(REQUESTS as u64));
    group.bench_function(name, |bencher| {
        let fleet = made.get_or_insert_with(&make);
        bencher.iter(|| run(fleet));
    });
}

criterion_group!(benches, floor, engine, routing);
criterion_main!(benches);
