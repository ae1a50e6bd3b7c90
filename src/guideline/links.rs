//! Names with texts, as `links:` writes them: `(code_of_conduct: "conduct.md")`.
//!
//! Never: follows a link.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserializer;
use serde::de::{MapAccess, Visitor};

/// Reads names with texts between round brackets or, with names in quotation marks, curly ones.
pub(super) fn links<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<BTreeMap<String, String>, D::Error> {
    from.deserialize_any(Links)
}

struct Links;

impl<'de> Visitor<'de> for Links {
    type Value = BTreeMap<String, String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("names with texts, as in (code_of_conduct: \"conduct.md\")")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(BTreeMap::new())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut out = BTreeMap::new();
        while let Some((name, text)) = map.next_entry()? {
            out.insert(name, text);
        }
        Ok(out)
    }
}
