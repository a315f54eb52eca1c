//! Finding a form by words.

/// How well a form is found: the lower, the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank(u8);

/// How well `query` is found in a title, and in what else a form is known by; none if some word of it is nowhere.
#[must_use]
pub fn rank(query: &str, title: &str, others: &[&str]) -> Option<Rank> {
    let (title, query) = (title.to_lowercase(), query.to_lowercase());
    let others: Vec<String> = others.iter().map(|other| other.to_lowercase()).collect();
    let words: Vec<&str> = query.split_whitespace().collect();
    let everywhere = |word: &&str| title.contains(*word) || others.iter().any(|other| other.contains(*word));
    if !words.iter().all(everywhere) {
        return None;
    }
    let begins = |word: &&str| title.split_whitespace().any(|part| part.starts_with(*word));
    Some(Rank(match () {
        () if title.starts_with(query.trim()) => 0,
        () if words.iter().all(begins) => 1,
        () if words.iter().all(|word| title.contains(word)) => 2,
        () => 3,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_order_and_titles_first() {
        let launch = |query| rank(query, "Launch instances", &["ec2 run-instances"]);
        assert_eq!(launch(""), Some(Rank(0)));
        assert_eq!(launch("launch"), Some(Rank(0)));
        assert_eq!(launch("inst LAUN"), Some(Rank(1)));
        assert_eq!(launch("ances"), Some(Rank(2)));
        assert_eq!(launch("run-inst"), Some(Rank(3)));
        assert_eq!(launch("ec2 stop"), None);
    }
}
