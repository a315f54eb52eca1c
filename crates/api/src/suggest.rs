//! What a misspelt word was probably meant to be.

/// Longer words are not compared: nobody mistypes so long a name, and the cost grows with the square.
const LONGEST: usize = 64;

/// The candidate nearest to `word`, if one is near enough to be meant: at most a third of its letters may be
/// wrong, missing, too many or swapped with their neighbour. Capitals do not matter.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let letters = lower_case(word);
    let near = |candidate: &'a str| {
        let distance = distance(&letters, &lower_case(candidate));
        (distance <= letters.len().div_ceil(3)).then_some((distance, candidate))
    };
    if letters.is_empty() || letters.len() > LONGEST {
        return None;
    }
    candidates
        .into_iter()
        .filter_map(near)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

fn lower_case(word: &str) -> Vec<char> {
    word.chars()
        .take(LONGEST + 1)
        .flat_map(char::to_lowercase)
        .collect()
}

/// The number of letters to change, add, drop or swap with their neighbour (optimal string alignment).
fn distance(from: &[char], to: &[char]) -> usize {
    let mut before = vec![0; to.len() + 1];
    let mut above: Vec<usize> = (0..=to.len()).collect();
    for (row, letter) in from.iter().enumerate() {
        let mut current = vec![row + 1];
        for (column, other) in to.iter().enumerate() {
            let changed = above[column] + usize::from(letter != other);
            let mut least = changed.min(above[column + 1] + 1).min(current[column] + 1);
            if row > 0 && column > 0 && *letter == to[column - 1] && from[row - 1] == *other {
                least = least.min(before[column - 1] + 1);
            }
            current.push(least);
        }
        before = std::mem::replace(&mut above, current);
    }
    above[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_recognised() {
        let names = [
            "run-instances",
            "start-instances",
            "stop-instances",
            "describe-instances",
        ];
        let check = |word: &str, meant: Option<&str>| assert_eq!(nearest(word, names), meant, "{word}");
        check("run-instance", Some("run-instances"));
        check("rnu-instances", Some("run-instances"));
        check("Run-Instances", Some("run-instances"));
        check("strat-instances", Some("start-instances"));
        check("launch", None);
        check("", None);
        check(&"x".repeat(100_000), None);
    }
}
