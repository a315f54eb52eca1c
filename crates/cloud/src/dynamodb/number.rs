//! Numbers as DynamoDB compares them: decimals of up to 38 digits.
//!
//! Source: Developer Guide, "Data types".

use std::cmp::Ordering;

/// A decimal number: sign, place of the point, digits without zeros at either end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    negative: bool,
    /// The point stands so many digits behind the first.
    exponent: i32,
    digits: Vec<u8>,
}

/// Digits that a number may have.
const DIGITS_MAX: usize = 38;
/// The exponents that a number may have, about 1E-130 to 9.9E+125.
const EXPONENTS: std::ops::RangeInclusive<i32> = -129..=126;

impl Number {
    /// The number that a text says, if DynamoDB can keep it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, rest) = match text.as_bytes().first()? {
            b'-' => (true, &text[1..]),
            b'+' => (false, &text[1..]),
            _ => (false, text),
        };
        let (mantissa, power) = match rest.split_once(['e', 'E']) {
            Some((mantissa, power)) => (mantissa, power.parse::<i32>().ok()?),
            None => (rest, 0),
        };
        let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all: Vec<u8> = whole.bytes().chain(part.bytes()).collect();
        if all.is_empty() || !all.iter().all(u8::is_ascii_digit) {
            return None;
        }
        let zeros = all.iter().take_while(|&&digit| digit == b'0').count();
        let last = all.iter().rposition(|&digit| digit != b'0');
        let digits = last.map_or(Vec::new(), |last| all[zeros..=last].to_vec());
        let exponent = i32::try_from(whole.len()).ok()?.checked_add(power)? - zeros as i32;
        Self {
            negative,
            exponent,
            digits,
        }
        .normal()
    }

    fn normal(self) -> Option<Self> {
        if self.digits.is_empty() {
            return Some(Self {
                negative: false,
                exponent: 0,
                digits: Vec::new(),
            });
        }
        (self.digits.len() <= DIGITS_MAX && EXPONENTS.contains(&self.exponent)).then_some(self)
    }

    /// Bytes that it takes in an item. Source: Developer Guide, "Item sizes": about one for two digits, and one.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.digits.len().div_ceil(2) as u64 + 1
    }

    /// As a whole number, if it is a small one.
    #[must_use]
    pub fn whole(&self) -> Option<i64> {
        if self.digits.is_empty() {
            return Some(0);
        }
        let length = usize::try_from(self.exponent)
            .ok()
            .filter(|length| *length <= 17)?;
        if self.digits.len() > length {
            return None;
        }
        let digit = |place: usize| i64::from(self.digits.get(place).map_or(0, |digit| digit - b'0'));
        let value = (0..length).fold(0, |value, place| value * 10 + digit(place));
        Some(if self.negative { -value } else { value })
    }

    fn magnitude(&self, other: &Self) -> Ordering {
        let key = |number: &Self| (!number.digits.is_empty(), number.exponent);
        key(self)
            .cmp(&key(other))
            .then_with(|| self.digits.cmp(&other.digits))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.negative, other.negative) {
            (false, false) => self.magnitude(other),
            (true, true) => other.magnitude(self),
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
        }
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_compare_by_value() {
        let number = |text: &str| Number::parse(text).unwrap_or_else(|| panic!("{text}"));
        let rising = [
            "-12", "-3.5", "-0.04", "0", "0.001", "0.02", "3", "9.9", "10", "1e3", "1001",
        ];
        for pair in rising.windows(2) {
            assert!(number(pair[0]) < number(pair[1]), "{pair:?}");
        }
        assert_eq!(number("1.50"), number("15e-1"));
        assert_eq!(number("-0"), number("0.00"));
        assert_eq!((number("120").whole(), number("1.5").whole()), (Some(120), None));
        for bad in ["", "-", "1a", "1e", "1e200", "0x1", &"1".repeat(39)] {
            assert_eq!(Number::parse(bad), None, "{bad}");
        }
    }
}
