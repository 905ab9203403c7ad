//! Numbers read aloud, as the readability formulas were published: "four for 1918, nineteen-eighteen" (Flesch 1948,
//! *Journal of Applied Psychology* 32: 221-233).

/// Whether a number of four digits is read as a year, two digits at a time; 2005 is "two thousand five".
fn is_year(value: u64) -> bool {
    matches!(value, 1100..=1999 | 2010..=2099)
}

/// The syllables of the number at the head of `text`, which begins with a digit, and its length in bytes.
///
/// It takes grouping commas, a decimal fraction, and the ending of an ordinal or a plural with it.
pub(super) fn number(text: &str) -> (u32, usize) {
    let bytes = text.as_bytes();
    let digits_at =
        |at: usize| bytes.get(at..).map_or(0, |tail| tail.iter().take_while(|b| b.is_ascii_digit()).count());
    let mut length = digits_at(0);
    let mut digits = bytes[..length].to_vec();
    let grouped = length <= 3 && bytes.get(length) == Some(&b',') && digits_at(length + 1) == 3;
    while grouped && bytes.get(length) == Some(&b',') && digits_at(length + 1) == 3 {
        digits.extend_from_slice(&bytes[length + 1..length + 4]);
        length += 4;
    }
    let decimals = if bytes.get(length) == Some(&b'.') { digits_at(length + 1) } else { 0 };
    let value = small_value(&digits).filter(|_| digits[0] != b'0' || digits.len() == 1);
    let mut syllables = match value {
        Some(year) if is_year(year) && !grouped && decimals == 0 => year_syllables(year),
        Some(value) => cardinal_syllables(value),
        None => digit_by_digit(&digits),
    };
    if decimals > 0 {
        let fraction = &bytes[length + 1..=length + decimals];
        return (syllables + 1 + digit_by_digit(fraction), length + 1 + decimals);
    }
    let letters = bytes[length..].iter().take_while(|b| b.is_ascii_alphabetic()).count();
    let ending = &bytes[length..length + letters];
    let last = value.unwrap_or(0) % 100;
    match ending {
        // One more in "second" and "twentieth", none in "first", "third", "fourth" and "hundredth".
        b"st" | b"nd" | b"rd" | b"th" => {
            syllables += u32::from(last % 10 == 2 && last != 12 || last.is_multiple_of(10) && last > 10);
            length += letters;
        }
        // "nineteen nineties", "twos"; but "sixes".
        b"s" => {
            syllables += u32::from(last % 10 == 6 && last != 16);
            length += letters;
        }
        _ => {}
    }
    (syllables, length)
}

/// The value of up to 18 digits.
fn small_value(digits: &[u8]) -> Option<u64> {
    (digits.len() <= 18).then(|| digits.iter().fold(0, |value, digit| value * 10 + u64::from(digit - b'0')))
}

/// Digits read one after the other: only "zero" and "seven" have two syllables.
fn digit_by_digit(digits: &[u8]) -> u32 {
    digits.iter().map(|digit| if matches!(digit, b'0' | b'7') { 2 } else { 1 }).sum()
}

/// A year read two digits at a time: "nineteen eighteen", "nineteen oh five", "nineteen hundred".
fn year_syllables(year: u64) -> u32 {
    let tail = match year % 100 {
        0 => 2,
        units @ 1..=9 => 1 + below_thousand(units),
        rest => below_thousand(rest),
    };
    below_thousand(year / 100) + tail
}

/// A whole number as an American reads it, without "and".
fn cardinal_syllables(value: u64) -> u32 {
    // Hundreds, thousand, million, billion, trillion, quadrillion.
    const SCALES: [u32; 6] = [0, 2, 2, 2, 2, 3];
    if value == 0 {
        return 2;
    }
    let mut syllables = 0;
    let mut rest = value;
    for scale in SCALES {
        let group = rest % 1000;
        if group > 0 {
            syllables += below_thousand(group) + scale;
        }
        rest /= 1000;
    }
    syllables
}

/// A number from 0 (nothing) to 999.
fn below_thousand(value: u64) -> u32 {
    let units = |value: u64| match value {
        0 => 0,
        7 => 2,
        1..=10 | 12 => 1,
        11 | 17 => 3,
        _ => 2,
    };
    let tens = |value: u64| match value {
        0..=19 => units(value),
        70..=79 => 3 + units(value % 10),
        _ => 2 + units(value % 10),
    };
    let hundreds = if value >= 100 { units(value / 100) + 2 } else { 0 };
    hundreds + tens(value % 100)
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn a_number_takes_its_commas_fraction_and_ending_with_it() {
        for (text, syllables, length) in [
            ("0", 2, 1),
            ("7", 2, 1),
            ("11", 3, 2),
            ("77", 5, 2),
            ("101", 4, 3),
            ("1,234", 9, 5),
            ("1,23", 1, 1),
            ("1,000,000,000", 3, 13),
            ("1066", 6, 4),
            ("1800s", 4, 5),
            ("2009", 4, 4),
            ("2010", 3, 4),
            ("2100", 6, 4),
            ("3.14", 4, 4),
            ("3.", 1, 1),
            ("12th", 1, 4),
            ("22nd", 4, 4),
            ("30th", 3, 4),
            ("5km", 1, 1),
            ("007", 6, 3),
            ("1234567890123456789", 22, 19),
        ] {
            assert_eq!(number(text), (syllables, length), "{text}");
        }
    }
}
