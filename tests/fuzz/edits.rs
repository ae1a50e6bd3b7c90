//! Changes of a good file, as the fuzzer's bytes say them: checksums and hashes keep bytes from
//! nowhere outside, so the deep parts are only reached by what was good once.
//!
//! Never: looks at what comes of it.

/// Changes `good` in up to four places: where (two bytes), how much goes (one), how much of the rest
/// comes in its place (one), and that.
pub fn edited(good: &[u8], mut data: &[u8]) -> Vec<u8> {
    let mut bytes = good.to_vec();
    for _ in 0..4 {
        let Some((head, rest)) = data.split_first_chunk::<4>() else {
            break;
        };
        let at = usize::from(u16::from_le_bytes([head[0], head[1]])) % (bytes.len() + 1);
        let end = (at + usize::from(head[2])).min(bytes.len());
        let (new, rest) = rest.split_at(rest.len().min(usize::from(head[3] % 32)));
        bytes.splice(at..end, new.iter().copied());
        data = rest;
    }
    bytes
}
