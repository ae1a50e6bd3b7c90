//! Posts for the benchmarks: the same ones in each run, no two alike.
//!
//! Never: knows what is measured.

/// What a sentence may speak of, in the place of `{}`.
const THINGS: [&str; 16] = [
    "desk",
    "library",
    "ramp",
    "kitchen",
    "garden",
    "workshop",
    "gate",
    "lamp",
    "shelf",
    "bus stop",
    "label",
    "bench",
    "kettle",
    "map",
    "ticket hall",
    "bridge",
];

/// Posts of `n_chars` code points, each with the sentences in an order of its own.
pub(crate) fn posts(sentences: &[&str], n_chars: usize, n_posts: usize) -> Vec<String> {
    (0..n_posts)
        .map(|n| {
            let mut text = format!("Post {n}. ");
            let mut left = n_chars.saturating_sub(text.chars().count());
            let mut draw = draws(n);
            while left > 0 {
                let thing = THINGS[draw(THINGS.len())];
                let sentence = sentences[draw(sentences.len())].replace("{}", thing);
                let end = if draw(5) == 0 { "\n\n" } else { " " };
                let piece: String = format!("{sentence}{end}").chars().take(left).collect();
                left -= piece.chars().count();
                text.push_str(&piece);
            }
            text
        })
        .collect()
}

/// Draws numbers below a bound, the same ones for the same post (a linear congruential generator
/// with Knuth's constants; the high bits are the good ones).
fn draws(post: usize) -> impl FnMut(usize) -> usize {
    let mut state = post as u64;
    let mut step = move || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        state >> 33
    };
    step();
    move |bound| step() as usize % bound
}
