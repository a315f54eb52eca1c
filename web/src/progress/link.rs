//! A run as part of an address: short enough to be sent, and read with care, for anybody can have written it.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::Trail;

/// The longest packed run that is made or read, in characters. Our choice: what stands behind `#` is sent to no server, but
/// pages that lead on to another put whole addresses into headers, and many servers refuse more than 8 kB there.
pub const MOST_CHARACTERS: usize = 8_000;
/// From so many characters on, some chats cut a link.
pub const MANY_CHARACTERS: usize = 2_000;
/// The longest text that a packed run may unpack to, in bytes: what 8,000 characters hold of honest commands is far less.
const MOST_BYTES: usize = 1 << 20;
/// Stands before what is packed this way.
const FORM: &str = "1.";
/// How hard to pack, from 0 to 10: runs are short.
const LEVEL: u8 = 10;

/// Why a text is no run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// It was packed in a way that is not known here.
    Form,
    /// It is longer than any that is made here.
    TooLong,
    /// Something is missing or was changed.
    Damaged,
}

/// Packs a run.
///
/// # Errors
/// How many characters it would have, if those are too many for a link.
pub fn pack(trail: &Trail) -> Result<String, usize> {
    let packed = compress_to_vec(trail.to_text().as_bytes(), LEVEL);
    let text = format!("{FORM}{}", URL_SAFE_NO_PAD.encode(packed));
    if text.len() > MOST_CHARACTERS {
        return Err(text.len());
    }
    Ok(text)
}

/// Reads what [`pack`] wrote.
///
/// # Errors
/// Why it is no run.
pub fn unpack(text: &str) -> Result<Trail, Broken> {
    if text.len() > MOST_CHARACTERS {
        return Err(Broken::TooLong);
    }
    let packed = text.strip_prefix(FORM).ok_or(Broken::Form)?;
    let packed = URL_SAFE_NO_PAD.decode(packed).map_err(|_| Broken::Damaged)?;
    let bytes = decompress_to_vec_with_limit(&packed, MOST_BYTES).map_err(|_| Broken::Damaged)?;
    let text = String::from_utf8(bytes).map_err(|_| Broken::Damaged)?;
    Trail::from_text(&text)
        .filter(Trail::is_in_order)
        .ok_or(Broken::Damaged)
}

#[cfg(test)]
mod tests {
    use des::SimTime;

    use super::*;
    use crate::progress::Move;

    fn trail(calls: u64) -> Trail {
        let mut trail = Trail {
            seed: 7,
            now: SimTime::from_secs(7_200),
            ..Trail::default()
        };
        for call in 0..calls {
            let line = format!(
                "aws ec2 terminate-instances --instance-ids i-{:016x}",
                call.wrapping_mul(0x9e37_79b9_7f4a_7c15)
            );
            trail.add(SimTime::from_micros(call * 1_000_003), Move::Call(line.into()));
        }
        trail
    }

    #[test]
    fn a_run_is_read_as_it_was_packed() {
        let packed = pack(&trail(20)).expect("twenty calls fit into a link");
        assert!(packed.len() < MANY_CHARACTERS, "{}", packed.len());
        assert!(
            packed
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
        );
        assert_eq!(unpack(&packed), Ok(trail(20)));
    }

    #[test]
    fn a_run_too_long_for_a_link_says_how_long() {
        assert!(pack(&trail(2_000)).is_err_and(|length| length > MOST_CHARACTERS));
    }

    #[test]
    fn what_was_cut_changed_or_made_to_burst_is_no_run() {
        let packed = pack(&trail(20)).expect("twenty calls fit into a link");
        assert_eq!(unpack(&packed[..packed.len() - 9]), Err(Broken::Damaged));
        assert_eq!(unpack("1.run!"), Err(Broken::Damaged));
        assert_eq!(unpack("2.AAAA"), Err(Broken::Form));
        assert_eq!(unpack(&"1.".repeat(MOST_CHARACTERS)), Err(Broken::TooLong));
        let bomb = compress_to_vec(&vec![b' '; 2 * MOST_BYTES], LEVEL);
        let bomb = format!("{FORM}{}", URL_SAFE_NO_PAD.encode(bomb));
        assert!(bomb.len() < MOST_CHARACTERS);
        assert_eq!(unpack(&bomb), Err(Broken::Damaged));
    }
}
