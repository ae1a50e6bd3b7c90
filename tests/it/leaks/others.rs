//! Posts about people, clients, inner places and news that is not out, each with its category.

use super::Post;

/// One post on each line of `tests/leaks/others.txt`, behind its category and a bar.
pub fn others() -> Vec<Post> {
    let lines = include_str!("../../leaks/others.txt").lines();
    let posts = lines.filter_map(|line| line.split_once('|'));
    posts
        .map(|(category, text)| Post {
            text: text.to_owned(),
            leaks: Some(category.to_owned()),
        })
        .collect()
}
