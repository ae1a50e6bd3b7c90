//! RON as a person would write it.
//!
//! Never: knows what the words mean.

/// A text in quotation marks; a raw one where a backslash or a mark is in it.
pub(super) fn quoted(text: &str) -> String {
    let has_control = text.contains(|c: char| c.is_control());
    if has_control {
        return format!("\"{}\"", text.escape_default());
    }
    if !text.contains(['\\', '"']) {
        return format!("\"{text}\"");
    }
    let mut marks = String::new();
    while text.contains(&format!("\"{marks}")) {
        marks.push('#');
    }
    format!("r{marks}\"{text}\"{marks}")
}

/// A list of what is written already; one entry a line when it is long.
pub(super) fn list(entries: &[String], depth: usize) -> String {
    let one_line = format!("[{}]", entries.join(", "));
    if one_line.len() <= 90 {
        return one_line;
    }
    let indent = "    ".repeat(depth);
    let mut out = String::from("[\n");
    for entry in entries {
        out.extend([&indent, "    ", entry, ",\n"]);
    }
    out + &format!("{indent}]")
}

/// A struct with its fields, as far as they say something.
#[derive(Clone)]
pub(super) struct Form {
    name: &'static str,
    fields: Vec<(&'static str, String)>,
}

impl Form {
    pub(super) const fn new(name: &'static str) -> Self {
        Self {
            name,
            fields: Vec::new(),
        }
    }

    /// A field as it is written.
    pub(super) fn put(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.fields.push((name, value.into()));
        self
    }

    /// A text, unless it is empty.
    pub(super) fn text(self, name: &'static str, text: &str) -> Self {
        if text.is_empty() {
            return self;
        }
        self.put(name, quoted(text))
    }

    /// A list of texts, unless it is empty.
    pub(super) fn texts(self, name: &'static str, texts: &[String]) -> Self {
        if texts.is_empty() {
            return self;
        }
        let entries: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
        self.put(name, list(&entries, 4))
    }

    /// `true`, unless it is not.
    pub(super) fn flag(self, name: &'static str, is_so: bool) -> Self {
        if is_so { self.put(name, "true") } else { self }
    }

    /// A number, unless it is 0.
    pub(super) fn count(self, name: &'static str, n: usize) -> Self {
        if n == 0 {
            return self;
        }
        self.put(name, n.to_string())
    }

    /// The whole; one field a line when it is long.
    pub(super) fn done(self) -> String {
        let fields: Vec<String> = self
            .fields
            .iter()
            .map(|(name, value)| format!("{name}: {value}"))
            .collect();
        let one_line = format!("{}({})", self.name, fields.join(", "));
        if one_line.len() <= 100 && !one_line.contains('\n') {
            return one_line;
        }
        let indent = "    ".repeat(3);
        let mut out = format!("{}(\n", self.name);
        for field in fields {
            out.extend([&indent, "    ", &field, ",\n"]);
        }
        out + &format!("{indent})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guideline::from_ron;

    #[test]
    fn every_text_reads_back() {
        for text in [
            "plain",
            r"\bfoo",
            "a \"b\"",
            "\"# x \\d",
            "tab\tline\n",
            "",
            "’é🎉",
        ] {
            let read: String = from_ron(&quoted(text)).unwrap();
            assert_eq!(read, text, "{}", quoted(text));
        }
    }
}
