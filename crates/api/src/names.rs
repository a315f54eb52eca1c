//! AWS's names as its command line spells them.

/// `RunInstances` as `run-instances`, `VCpuInfo` as `v-cpu-info`, `LoadBalancerARNs` as `load-balancer-arns`.
///
/// A word begins at a capital that follows a small letter or digit, and at a capital that a small letter
/// follows; an abbreviation with a plural s at the end is one word.
#[must_use]
pub fn kebab(name: &str) -> String {
    let plural = plural_abbreviation(name.as_bytes());
    let mut words = String::with_capacity(name.len() + 8);
    for (at, letter) in name.char_indices() {
        let begins = at > 0 && letter.is_ascii_uppercase() && begins_word(name.as_bytes(), at);
        if at > 0 && (at == plural || begins && at < plural) {
            words.push('-');
        }
        words.push(letter.to_ascii_lowercase());
    }
    words
}

/// Whether the capital at `at` begins a word; `at` is not the first.
fn begins_word(name: &[u8], at: usize) -> bool {
    let after_small = name[at - 1].is_ascii_lowercase() || name[at - 1].is_ascii_digit();
    after_small || name.get(at + 1).is_some_and(u8::is_ascii_lowercase)
}

/// Where an abbreviation in the plural such as `ARNs` begins at the end of `name`; past the end if none does.
fn plural_abbreviation(name: &[u8]) -> usize {
    let Some((b's', stem)) = name.split_last() else {
        return name.len();
    };
    let capitals = stem
        .iter()
        .rev()
        .take_while(|letter| letter.is_ascii_uppercase())
        .count();
    if capitals < 2 {
        name.len()
    } else {
        stem.len() - capitals
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_words() {
        let check = |name: &str, words: &str| assert_eq!(kebab(name), words);
        check("RunInstances", "run-instances");
        check("InstanceIds", "instance-ids");
        check("VCpuInfo", "v-cpu-info");
        check("DefaultVCpus", "default-v-cpus");
        check("SizeInMiB", "size-in-mi-b");
        check("Ipv6CidrBlock", "ipv6-cidr-block");
        check("AllocatedCPUs", "allocated-cpus");
        check("LoadBalancerARNs", "load-balancer-arns");
        check("DBInstance", "db-instance");
        check("", "");
    }
}
