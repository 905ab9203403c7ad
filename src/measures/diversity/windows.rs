//! Means of the type-token ratio over windows of one length, so that long and short texts can be compared.

use super::WordSequence;

/// Mean ratio of all windows of `window` words (Covington & McFall 2010); none for a shorter text. The windows slide:
/// linear in the text whatever their length.
pub(super) fn mattr(words: &WordSequence, window: usize) -> Option<f64> {
    let ids = &words.ids;
    if window == 0 || ids.len() < window {
        return None;
    }
    let mut counts = vec![0_u32; words.types()];
    let mut distinct = 0_u64;
    let mut sum = 0_u128;
    for (index, &id) in ids.iter().enumerate() {
        distinct += u64::from(counts[id as usize] == 0);
        counts[id as usize] += 1;
        if index + 1 >= window {
            sum += u128::from(distinct);
            let leaving = ids[index + 1 - window] as usize;
            counts[leaving] -= 1;
            distinct -= u64::from(counts[leaving] == 0);
        }
    }
    let windows = ids.len() - window + 1;
    Some(sum as f64 / (window as f64 * windows as f64))
}

/// Mean ratio of the full segments of `window` words, one after the other (Johnson 1944); what is left over at the end
/// is not counted.
pub(super) fn msttr(words: &WordSequence, window: usize) -> Option<f64> {
    if window == 0 || words.tokens() < window {
        return None;
    }
    // Each word is stamped with the last segment that saw it.
    let mut seen_in = vec![0_u32; words.types()];
    let mut sum = 0_u64;
    let segments = words.ids.chunks_exact(window);
    let number = segments.len();
    for (segment, stamp) in segments.zip(1..) {
        for &id in segment {
            sum += u64::from(seen_in[id as usize] != stamp);
            seen_in[id as usize] = stamp;
        }
    }
    Some(sum as f64 / (window as f64 * number as f64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_of_a_b_a_b() {
        let words: WordSequence = "abab".chars().collect();
        assert_eq!(mattr(&words, 2), Some(1.0));
        assert_eq!(mattr(&words, 3), Some(2.0 / 3.0));
        assert_eq!(mattr(&words, 5), None);
        assert_eq!(mattr(&words, 0), None);
        // Two full segments; of three words there is one, and the rest is left out.
        assert_eq!(msttr(&words, 2), Some(1.0));
        assert_eq!(msttr(&words, 3), Some(2.0 / 3.0));
        assert_eq!([mattr(&words, 4), msttr(&words, 4)], [Some(0.5); 2]);
        assert_eq!(msttr(&words, 5), None);
    }
}
