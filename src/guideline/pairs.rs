//! A RON map that keeps its order and refuses a key that is there twice.
//!
//! Never: knows what the keys mean; here they are ids of platforms.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{MapAccess, Visitor};
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Writes pairs as a map.
pub(super) fn serialize<S: Serializer, T: Serialize>(
    pairs: &[(String, T)],
    to: S,
) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(Some(pairs.len()))?;
    for (key, value) in pairs {
        map.serialize_entry(key, value)?;
    }
    map.end()
}

/// Reads a map as pairs.
pub(super) fn deserialize<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    from: D,
) -> Result<Vec<(String, T)>, D::Error> {
    from.deserialize_map(Pairs(PhantomData))
}

struct Pairs<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Pairs<T> {
    type Value = Vec<(String, T)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map from platform to a value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs: Self::Value = Vec::new();
        while let Some((key, value)) = map.next_entry::<String, T>()? {
            if pairs.iter().any(|(other, _)| *other == key) {
                return Err(serde::de::Error::custom(format!("two entries for {key:?}")));
            }
            pairs.push((key, value));
        }
        Ok(pairs)
    }
}
