//! A speaker on a platform becomes a signature.
//!
//! Never: appends it to a text on its own; `draft` does, when the writer wants it.

use crate::guideline::Person;
use crate::platform::{Platform, Shape};
use crate::text::one_line;

/// Who signs.
#[derive(Clone, Copy, Debug)]
pub enum Signer<'a> {
    /// The brand, by its name.
    Brand(&'a str),
    /// A person.
    Person(&'a Person),
}

/// A signature, and what stands between it and the text.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Signature {
    /// The lines, without a break at either end; empty where there is none.
    pub text: String,
    /// One line break, or two before a block.
    pub joint: &'static str,
}

impl Signature {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// The template by which a person signs on `platform` who has none of their own; empty where one does
/// not sign.
pub fn usual_template<'p>(platform: &'p Platform, person: &Person) -> &'p str {
    match (&platform.template, platform.signature) {
        (_, Shape::None) => "",
        (Some(template), _) => template,
        (None, shape) => shaped(shape, person.contact().is_some()),
    }
}

/// The template of a shape; the one with a contact needs one.
fn shaped(shape: Shape, has_contact: bool) -> &'static str {
    match shape {
        Shape::None => "",
        Shape::Block => "{name}\n{title}, {company}\n{handle}",
        Shape::Card => "{name}\n{title}, {company}",
        Shape::Line => "– {name}, {company}",
        Shape::LineHandle => "– {name}, {company}, {handle}",
        Shape::Contact if has_contact => "– {first}, write to me: {contact}",
        Shape::Contact => "– {first}, {company}",
    }
}

/// What a template may name.
struct Words {
    name: String,
    first: String,
    initials: String,
    title: String,
    company: String,
    handle: String,
    contact: String,
}

/// Returns the signature of `signer` on `platform`; empty where one does not sign.
///
/// Missing pieces take their separators with them. Shapes are those of the platform's entry in
/// `platforms.ron`; a template of the entry stands in their place, and the person's own in its.
pub fn sign(signer: Signer<'_>, platform: &Platform) -> Signature {
    let words = words(signer, platform);
    let is_brand = matches!(signer, Signer::Brand(_));
    let own = match signer {
        Signer::Person(person) => person.template(&platform.id),
        Signer::Brand(_) => None,
    };
    if platform.signature == Shape::None {
        return Signature::default();
    }
    let template = match (own, &platform.template) {
        (Some(template), _) => template,
        (None, Some(template)) => template,
        (None, None) if is_brand => "– {name}",
        (None, None) => shaped(platform.signature, !words.contact.is_empty()),
    };
    let text = if words.name.is_empty() {
        String::new()
    } else {
        filled(template, &words)
    };
    let joint = match platform.signature {
        Shape::Block | Shape::Card => "\n\n",
        Shape::Line | Shape::LineHandle | Shape::Contact | Shape::None => "\n",
    };
    Signature { text, joint }
}

fn words(signer: Signer<'_>, platform: &Platform) -> Words {
    let person = match signer {
        Signer::Brand(name) => &Person {
            name: name.to_owned(),
            ..Person::default()
        },
        Signer::Person(person) => person,
    };
    let first_handle = person.handles.first().map(|(_, handle)| handle.as_str());
    let handle = person
        .handle(&platform.id)
        .or_else(|| first_handle.filter(|_| platform.any_handle));
    let handle = handle
        .map(one_line)
        .filter(|handle| !handle.is_empty())
        .map_or_else(String::new, |handle| {
            if platform.at_handles && !handle.starts_with('@') {
                format!("@{handle}")
            } else {
                handle
            }
        });
    Words {
        name: one_line(&person.name),
        // a brand has no first name: all of it is the name
        first: match signer {
            Signer::Brand(name) => one_line(name),
            Signer::Person(person) => one_line(person.first_name()),
        },
        initials: person
            .name
            .split_whitespace()
            .filter_map(|word| word.chars().next())
            .collect(),
        title: one_line(&person.title),
        company: one_line(&person.company),
        handle,
        contact: person.contact().unwrap_or_default(),
    }
}

/// Fills a template line by line. A piece that is missing takes the separator before it along, or,
/// at the head of its line, the one behind it.
fn filled(template: &str, words: &Words) -> String {
    let lines = template.split('\n').map(|line| {
        let mut out = String::new();
        let mut separator = String::new();
        let mut has_piece = false;
        let mut rest = line;
        while let Some((before, tail)) = rest.split_once('{') {
            let Some((name, after)) = tail.split_once('}') else {
                break;
            };
            separator.push_str(before);
            let piece = piece(words, name);
            if !piece.is_empty() {
                let is_list_mark = has_piece || !separator.trim_start().starts_with(',');
                if is_list_mark {
                    out.push_str(&separator);
                }
                out.push_str(&piece);
                has_piece = true;
                separator.clear();
            } else if has_piece {
                separator.clear();
            }
            rest = after;
        }
        if has_piece || !line.contains('{') {
            out.push_str(rest);
        }
        out.trim_end().to_owned()
    });
    lines
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

fn piece(words: &Words, name: &str) -> String {
    match name {
        "name" => &words.name,
        "first" => &words.first,
        "initials" => &words.initials,
        "title" => &words.title,
        "company" => &words.company,
        "handle" => &words.handle,
        "contact" => &words.contact,
        _ => "",
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asha() -> Person {
        Person {
            id: "asha".into(),
            name: "Asha Rao".into(),
            title: "Customer care".into(),
            company: "Brightside".into(),
            handles: vec![("x".into(), "asha_b".into())],
            ..Person::default()
        }
    }

    #[track_caller]
    fn check(person: &Person, signature: Shape, expect: &str) {
        let platform = Platform {
            id: "x".into(),
            signature,
            at_handles: true,
            ..Platform::default()
        };
        assert_eq!(sign(Signer::Person(person), &platform).text, expect);
    }

    #[test]
    fn shapes_of_a_whole_person() {
        check(
            &asha(),
            Shape::Block,
            "Asha Rao\nCustomer care, Brightside\n@asha_b",
        );
        check(&asha(), Shape::Card, "Asha Rao\nCustomer care, Brightside");
        check(&asha(), Shape::Line, "– Asha Rao, Brightside");
        check(
            &asha(),
            Shape::LineHandle,
            "– Asha Rao, Brightside, @asha_b",
        );
        check(&asha(), Shape::Contact, "– Asha, write to me: @asha_b");
        check(&asha(), Shape::None, "");
    }

    #[test]
    fn missing_pieces_leave_no_marks_behind() {
        let untitled = Person {
            title: String::new(),
            ..asha()
        };
        check(&untitled, Shape::Block, "Asha Rao\nBrightside\n@asha_b");
        let alone = Person {
            company: " ".into(),
            title: String::new(),
            handles: Vec::new(),
            ..asha()
        };
        check(&alone, Shape::Line, "– Asha Rao");
        check(&alone, Shape::Block, "Asha Rao");
        let titled = Person {
            company: String::new(),
            ..asha()
        };
        check(&titled, Shape::Card, "Asha Rao\nCustomer care");
        let unnamed = Person {
            name: String::new(),
            ..asha()
        };
        check(&unnamed, Shape::Line, "");
        check(
            &Person {
                company: String::new(),
                ..asha()
            },
            Shape::LineHandle,
            "– Asha Rao, @asha_b",
        );
    }

    #[test]
    fn a_template_takes_a_first_name_and_all_of_a_brand() {
        let platform = Platform {
            id: "x".into(),
            template: Some("– {first}, {title}".into()),
            ..Platform::default()
        };
        let text = |signer: Signer<'_>| sign(signer, &platform).text;
        assert_eq!(text(Signer::Person(&asha())), "– Asha, Customer care");
        assert_eq!(text(Signer::Brand("Mill Lane Books")), "– Mill Lane Books");
    }
}
