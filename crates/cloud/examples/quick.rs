use cloud::lab::Lab;
use cloud::*;
fn main() {
    for n in std::env::args().skip(1).map(|a| a.parse::<u32>().unwrap()) {
        let mut world = World::new(Seed(1));
        world.vcpu_quota = 1_000_000;
        let mut lab = Lab::of(world);
        let mut all = Vec::new();
        for (k, z) in ['a', 'b', 'c'].into_iter().enumerate() {
            let share = n / 3 + u32::from((k as u32) < n % 3);
            if share > 0 {
                all.extend(lab.launch(share, z));
            }
        }
        lab.give_clients(&all);
        lab.pass_secs(60);
        lab.traffic(90.0 * f64::from(n));
        lab.pass_secs(30);
        let before = lab.cloud().truth.ended_total();
        let secs = (4_000_000 / (90 * n)).max(3);
        let t = std::time::Instant::now();
        lab.pass_secs(secs.into());
        let e = t.elapsed().as_secs_f64();
        let done = lab.cloud().truth.ended_total() - before;
        println!(
            "{n}: {done} requests {:.2} M/s, {:.0} ns each; served {} minute {:?}",
            done as f64 / e / 1e6,
            e * 1e9 / done as f64,
            lab.cloud().truth.served(),
            lab.cloud().truth.last_minute(lab.simulation.now())
        );
        let t = std::time::Instant::now();
        let c = lab.clone();
        let e = t.elapsed();
        println!("clone {e:?} {}", c.cloud().facts.count());
        if n == 1 {
            println!("{}", lab.timeline());
        }
    }
}
