//! The words of addresses: what streets are called, where somebody lives, where anybody may come.
//!
//! Never: finds an address; it holds the words.

use std::sync::LazyLock;

use super::tongue::{Words, set};

/// Whether a word ends as German and Dutch streets do.
pub(super) fn is_compound(word: &str) -> bool {
    const ENDS: [&str; 31] = [
        "gatan",
        "vägen",
        "gade",
        "gaden",
        "vej",
        "vejen",
        "brogade",
        "veien",
        "gata",
        "katu",
        "ntie",
        "kuja",
        "polku",
        "alle",
        "strasse",
        "straat",
        "gasse",
        "gässchen",
        "weg",
        "allee",
        "laan",
        "gracht",
        "platz",
        "plein",
        "ufer",
        "damm",
        "kade",
        "singel",
        "chaussee",
        "steig",
        "str",
    ];
    word.len() > 5
        && ENDS
            .iter()
            .any(|end| word.ends_with(end) && word.len() > end.len() + 1)
}

pub(super) static ENGLISH: LazyLock<Words> = LazyLock::new(|| {
    set(
        "street st road rd lane ln avenue ave drive dr close court ct crescent terrace gardens way
        place pl square sq boulevard blvd hill row mews grove walk parkway pkwy highway hwy quay",
    )
});

pub(super) static GERMAN: LazyLock<Words> =
    LazyLock::new(|| set("strasse markt ring allee damm ufer"));

/// Where on a street: "King St W".
pub(super) const DIRECTIONS: [&str; 12] = [
    "n", "s", "e", "w", "nw", "ne", "sw", "se", "north", "south", "east", "west",
];

/// Words with a number behind them that are no streets.
pub(super) const NO_STREETS: [&str; 16] = [
    "halle", "stand", "booth", "hall", "saal", "raum", "room", "gate", "platform", "gleis",
    "chapter", "part", "page", "seite", "zimmer", "level",
];

/// Words that a German street begins with: "Zum Alten Hof 12".
pub(super) static GERMAN_LEADS: LazyLock<Words> =
    LazyLock::new(|| set("zum zur am an auf im in unter hinter vor beim alter alte"));

/// Words for a box at the post office.
pub(super) static BOXES: LazyLock<Words> =
    LazyLock::new(|| set("box postfach pobox apartado postbus postboks casella"));

pub(super) static FRENCH: LazyLock<Words> = LazyLock::new(|| {
    set("rue avenue boulevard place allée chemin impasse quai cours route square bd av")
});

pub(super) static SPANISH: LazyLock<Words> = LazyLock::new(|| {
    set(
        "via viale corso piazza largo rua travessa praça ulica ul calle avenida avda av plaza paseo carrer camino ronda travesía vía glorieta c",
    )
});

/// Words that stand where a town could, and are none.
pub(super) static NO_TOWNS: LazyLock<Words> = LazyLock::new(|| {
    set(
        "monday tuesday wednesday thursday friday saturday sunday january february march april june
        july august september october november december and the our from until free doors open
        montag dienstag mittwoch donnerstag freitag samstag sonntag",
    )
});

/// Words of a home, or of one person.
pub(super) static HOMES: LazyLock<Words> = LazyLock::new(|| {
    set(
        "lives live lived living home house flat residence resident tenant his her their address
        mrs mr ms miss parcel delivered deliver delivery neighbour neighbor apartment
        wohnt wohnung wohnhaft zuhause frau herr adresse habite domicile madame monsieur mme
        vive casa domicilio señora señor dirección woont mevrouw meneer adres patient",
    )
});

/// Words of a place where anybody may come.
pub(super) static OPEN: LazyLock<Words> = LazyLock::new(|| {
    set(
        "museum shop store hall library cafe café gallery church school centre center hotel
        restaurant theatre theater station venue office branch bakery bar pub cinema university
        campus market stand booth clinic hospital pharmacy gym studio club park zoo stadium visit
        us our we join open opens opening doors event exhibition concert workshop fair meetup
        tickets entrance headquarters hq showroom kitchen temple mosque synagogue
        laden geschäft halle bücherei kirche schule bahnhof büro filiale wir uns unser unsere
        unserem besuchen eröffnung eintritt praxis rathaus musée boutique magasin salle
        bibliothèque église école gare nous notre nos venez ouvert ouverture entrée mairie
        museo tienda sala biblioteca iglesia escuela nosotros nuestra nuestro abierto entrada
        winkel bibliotheek kerk wij ons onze",
    )
});
