//! Numbers that look random and are the same every time (`SplitMix64`), so that
//! the same data comes out on every computer.

/// A generator of numbers.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// A generator; the same seed gives the same numbers.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub const fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `limit` (0 when that is 0).
    pub const fn below(&mut self, limit: u64) -> u64 {
        // The high half of the product: even enough for limits far below 2^64.
        ((self.draw() as u128 * limit as u128) >> 64) as u64
    }

    /// A place in a list of this length; 0 for an empty one.
    pub const fn index(&mut self, length: usize) -> usize {
        self.below(length as u64) as usize
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low).max(0).unsigned_abs() + 1).cast_signed()
    }

    /// True in so many of a hundred cases.
    pub const fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// A place in a list of weights, heavier ones more often; none when all are zero.
    pub fn weighted(&mut self, weights: impl Iterator<Item = u32> + Clone) -> Option<usize> {
        let total: u64 = weights.clone().map(u64::from).sum();
        let mut left = self.below(total);
        for (place, weight) in weights.enumerate() {
            let weight = u64::from(weight);
            if left < weight {
                return Some(place);
            }
            left -= weight;
        }
        None
    }

    /// One of some texts; empty when there are none.
    pub fn phrase<'a>(&mut self, texts: &'a [String]) -> &'a str {
        let place = self.index(texts.len());
        texts.get(place).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_numbers() {
        // Reference values of SplitMix64 for the seed 1234567.
        let mut random = Random::new(1_234_567);
        assert_eq!(random.draw(), 6_457_827_717_110_365_317);
        assert_eq!(random.draw(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn stays_within_its_limits() {
        let mut random = Random::new(1);
        for _ in 0..1000 {
            assert!(random.below(7) < 7);
            assert!((-3..=3).contains(&random.between(-3, 3)));
        }
        assert_eq!(random.below(0), 0);
        assert_eq!(random.weighted([0, 0].into_iter()), None);
        assert_eq!(random.weighted([0, 5].into_iter()), Some(1));
        assert_eq!(random.phrase(&[]), "");
    }
}
