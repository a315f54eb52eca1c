//! Stars, flattening, and what goes on within them.

use super::check;

const FLEET: &str = r#"{
    "Reservations": [
        {"Id": "r-1", "Instances": [
            {"Id": "i-1", "State": {"Name": "running"}, "Tags": [{"Key": "Name", "Value": "web"}]},
            {"Id": "i-2", "State": {"Name": "stopped"}, "Tags": []}
        ]},
        {"Id": "r-2", "Instances": [{"Id": "i-3", "State": {"Name": "running"}}]},
        {"Id": "r-3"}
    ],
    "ByZone": {"b": {"n": 2}, "a": {"n": 1}, "c": {}, "d": 4}
}"#;

#[test]
fn stars_go_over_entries_and_leave_out_nothing() {
    check(
        FLEET,
        &[
            ("Reservations[*].Id", r#"["r-1", "r-2", "r-3"]"#),
            ("Reservations[*].Instances[*].Id", r#"[["i-1", "i-2"], ["i-3"]]"#),
            ("Reservations[*].Instances[0].Id", r#"["i-1", "i-3"]"#),
            ("Reservations[*].Missing", "[]"),
            ("ByZone[*]", "null"),
            ("ByZone.*.n", "[2, 1]"),
            ("ByZone.*", r#"[{"n": 2}, {"n": 1}, {}, 4]"#),
            ("*.b.n", "[2]"),
            ("Reservations.*", "null"),
            ("length(*)", "2"),
        ],
    );
    check(
        "[[1, [2]], 3]",
        &[
            ("[*]", "[[1, [2]], 3]"),
            ("[*][0]", "[1]"),
            ("[*][1][*]", "[[2]]"),
        ],
    );
}

#[test]
fn flattening_takes_one_level() {
    check(
        FLEET,
        &[
            ("Reservations[].Instances[].Id", r#"["i-1", "i-2", "i-3"]"#),
            (
                "Reservations[].Instances[].[Id, State.Name]",
                r#"[["i-1", "running"], ["i-2", "stopped"], ["i-3", "running"]]"#,
            ),
            ("Reservations[].Instances[].Tags[].Value", r#"["web"]"#),
            (
                "Reservations[].Instances[].Tags[?Key=='Name'].Value[]",
                r#"["web"]"#,
            ),
            (
                "Reservations[].Instances[].Tags[?Key=='Name'].Value | []",
                r#"["web"]"#,
            ),
            (
                "Reservations[].Instances[].Tags[?Key=='Name'].Value",
                r#"[["web"], []]"#,
            ),
            ("Reservations[*].Instances[].Id", r#"["i-1", "i-2", "i-3"]"#),
            ("ByZone[]", "null"),
        ],
    );
    check(
        "[1, [2, [3, [4]]], []]",
        &[
            ("[]", "[1, 2, [3, [4]]]"),
            ("[][]", "[1, 2, 3, [4]]"),
            ("[] | [] | []", "[1, 2, 3, 4]"),
        ],
    );
}

#[test]
fn slices_go_on_within() {
    check(
        FLEET,
        &[
            ("Reservations[:2].Id", r#"["r-1", "r-2"]"#),
            ("Reservations[::-1].Instances[].Id", r#"["i-3", "i-1", "i-2"]"#),
            ("Reservations[0].Instances[-1:].State.Name", r#"["stopped"]"#),
        ],
    );
}

#[test]
fn hashes_are_made_of_every_entry() {
    check(
        FLEET,
        &[(
            "Reservations[].Instances[].{State: State.Name, Id: Id}",
            r#"[{"State": "running", "Id": "i-1"}, {"State": "stopped", "Id": "i-2"}, {"State": "running", "Id": "i-3"}]"#,
        )],
    );
}
