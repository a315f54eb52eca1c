//! A 4-ary min-heap of 128-bit words.

/// Children of a node: four share a cache line of 64 bytes.
const ARITY: usize = 4;

/// The smallest word is first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Heap(Vec<u128>);

impl Heap {
    pub(crate) fn first(&self) -> Option<u128> {
        self.0.first().copied()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn push(&mut self, word: u128) {
        self.0.push(word);
        self.sift_up(self.0.len() - 1, word);
    }

    pub(crate) fn pop(&mut self) -> Option<u128> {
        let last = self.0.pop()?;
        let Some(&first) = self.0.first() else {
            return Some(last);
        };
        self.sift_down(last);
        Some(first)
    }

    fn sift_up(&mut self, mut hole: usize, word: u128) {
        while hole > 0 {
            let parent = (hole - 1) / ARITY;
            if self.0[parent] <= word {
                break;
            }
            self.0[hole] = self.0[parent];
            hole = parent;
        }
        self.0[hole] = word;
    }

    /// Puts `word` in the place of the first and lets it sink.
    fn sift_down(&mut self, word: u128) {
        let words = self.0.as_mut_slice();
        let mut hole = 0;
        while let Some((child, least)) = least_child(words, hole) {
            if word <= least {
                break;
            }
            words[hole] = least;
            hole = child;
        }
        words[hole] = word;
    }
}

/// The least child of a node, with its place.
#[inline]
fn least_child(words: &[u128], node: usize) -> Option<(usize, u128)> {
    let children = words.get(node * ARITY + 1..)?;
    let (place, least) = match children.first_chunk::<ARITY>() {
        Some(four) => least_of_four(four),
        None => children
            .iter()
            .copied()
            .enumerate()
            .min_by_key(|&(_, word)| word)?,
    };
    Some((node * ARITY + 1 + place, least))
}

/// Two rounds of a tournament, without a loop.
#[inline]
fn least_of_four(words: &[u128; ARITY]) -> (usize, u128) {
    let left = if words[1] < words[0] {
        (1, words[1])
    } else {
        (0, words[0])
    };
    let right = if words[3] < words[2] {
        (3, words[3])
    } else {
        (2, words[2])
    };
    if right.1 < left.1 { right } else { left }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_out_sorted() {
        let mut heap = Heap::default();
        let words: Vec<u128> = (0..500_u128).map(|n| n * 7_919 % 503).collect();
        words.iter().for_each(|&word| heap.push(word));
        let mut expected = words;
        expected.sort_unstable();
        let drained: Vec<u128> = std::iter::from_fn(|| heap.pop()).collect();
        assert_eq!(drained, expected);
    }
}
