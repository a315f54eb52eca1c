//! Which place of its zone each instance has: given once, kept until it is freed, never closed up.

/// Places given so far.
#[derive(Clone, Debug, Default)]
pub struct Slots {
    given: Vec<Given>,
}

#[derive(Clone, Copy, Debug)]
struct Given {
    instance: u32,
    zone: u16,
    slot: u16,
}

impl Slots {
    /// The place of `instance` in `zone`: the one it has, or else the lowest free one.
    pub fn give(&mut self, instance: u32, zone: u16) -> u16 {
        if let Some(given) = self.given.iter().find(|given| given.instance == instance) {
            return given.slot;
        }
        let slot = self.lowest_free(zone);
        self.given.push(Given { instance, zone, slot });
        slot
    }

    /// Frees the places of all instances for which `keep` is false.
    pub fn retain(&mut self, keep: impl Fn(u32) -> bool) {
        self.given.retain(|given| keep(given.instance));
    }

    fn lowest_free(&self, zone: u16) -> u16 {
        let taken = |slot| {
            self.given
                .iter()
                .any(|given| given.zone == zone && given.slot == slot)
        };
        (0..=u16::MAX).find(|&slot| !taken(slot)).unwrap_or(u16::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::Slots;

    #[test]
    fn a_place_is_given_once_and_freed_places_are_filled_first() {
        let mut slots = Slots::default();
        assert_eq!([slots.give(7, 0), slots.give(8, 0), slots.give(9, 1)], [0, 1, 0]);
        assert_eq!(slots.give(8, 0), 1);
        slots.retain(|instance| instance != 7);
        assert_eq!(slots.give(8, 0), 1, "nothing is closed up");
        assert_eq!(slots.give(10, 0), 0);
    }
}
