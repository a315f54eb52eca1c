//! The least loaded of many, at the same cost however many there are: places are kept in buckets by load.

/// Loads of places, and where the least is.
#[derive(Clone, Debug, Default)]
pub(crate) struct Least {
    loads: Vec<u32>,
    /// Where each place stands in its bucket.
    stands: Vec<u32>,
    /// The places with each load.
    buckets: Vec<Vec<u32>>,
    /// No place has a lower load.
    floor: usize,
    /// How often one was chosen: of several with the least load, they take turns.
    turns: usize,
}

impl Least {
    pub(crate) fn of(loads: impl Iterator<Item = u32>) -> Self {
        let mut least = Self::default();
        for load in loads {
            let place = least.loads.len() as u32;
            least.loads.push(load);
            least.stands.push(0);
            least.put(place, load);
        }
        least.floor = 0;
        least.settle();
        least
    }

    /// A place with the least load.
    pub(crate) fn least(&mut self) -> usize {
        self.settle();
        self.turns = self.turns.wrapping_add(1);
        let bucket = &self.buckets[self.floor];
        bucket[self.turns % bucket.len()] as usize
    }

    pub(crate) fn add(&mut self, place: usize) {
        self.change(place, |load| load + 1);
    }

    pub(crate) fn remove(&mut self, place: usize) {
        self.change(place, |load| load.saturating_sub(1));
    }

    fn change(&mut self, place: usize, to: impl FnOnce(u32) -> u32) {
        let (old, stand) = (self.loads[place], self.stands[place]);
        let bucket = &mut self.buckets[old as usize];
        bucket.swap_remove(stand as usize);
        if let Some(&moved) = bucket.get(stand as usize) {
            self.stands[moved as usize] = stand;
        }
        let load = to(old);
        self.loads[place] = load;
        self.put(place as u32, load);
        self.floor = self.floor.min(load as usize);
    }

    fn put(&mut self, place: u32, load: u32) {
        let load = load as usize;
        if self.buckets.len() <= load {
            self.buckets.resize(load + 1, Vec::new());
        }
        self.stands[place as usize] = self.buckets[load].len() as u32;
        self.buckets[load].push(place);
    }

    fn settle(&mut self) {
        while self.buckets.get(self.floor).is_some_and(Vec::is_empty) {
            self.floor += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_always_one_of_the_least_loaded() {
        let mut least = Least::of([0; 7].into_iter());
        let mut loads = [0_u32; 7];
        let mut number = 1_u64;
        for _ in 0..10_000 {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let some = (number >> 33) as usize % 7;
            if number >> 63 == 0 || loads[some] == 0 {
                let place = least.least();
                assert_eq!(loads[place], *loads.iter().min().expect("there are seven"));
                least.add(place);
                loads[place] += 1;
            } else {
                least.remove(some);
                loads[some] -= 1;
            }
        }
    }
}
