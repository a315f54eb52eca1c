//! English for the terminal.

use crate::text::TerminalWords;

pub(super) const TERMINAL: TerminalWords = TerminalWords {
    name: "Terminal",
    open_long: "Terminal below the picture",
    close: "Close the terminal",
    log: "Commands and what they printed",
    welcome: "Here you can do everything with commands, as in a real account: aws for what AWS has, sandbox for employees, faults and time. aws help and sandbox help list what there is. What you do with buttons appears here, too.",
    forgotten: |count| format!("{count} older entries are no longer shown."),
    type_a_command: "Type a command",
    example: "aws ec2 describe-instances --output table",
    keys: "Enter runs, Shift and Enter begins a new line. Tab completes; after Escape, or in an empty line, Tab leaves. Up and Down bring back earlier commands. Control and C stops what runs, Control and L clears.",
    run: "Run",
    complete: "Complete",
    stop: "Stop",
    copy_session: "Copy all",
    copied: "Copied.",
    save: "Save as a script",
    save_long: "All that was done here, with its times, as a script for fleetlab exec",
    clear: "Clear",
    copy_command: "Copy the command",
    copy_short: "command",
    copy_output: "Copy the output",
    copy_output_short: "output",
    from_button: "by a button",
    table: "Table",
    show: "Show it in the picture",
    cut: |bytes| {
        format!(
            "{} kB more are not shown: ask for less with --query or --max-items.",
            bytes.div_ceil(1_000)
        )
    },
    exit: |code| format!("exit code {code}"),
    meant: |word| format!("Did you mean {word}?"),
    unknown: |word| format!("{word} is not known here."),
    waiting: "What is waited for",
    until: |clock| format!("waits for model time, until {clock}"),
    paused: "Time stands still, so it cannot go on.",
    play: "Play",
    queued: |count| match count {
        1 => "1 command follows".to_owned(),
        count => format!("{count} commands follow"),
    },
    nothing_to_complete: "There is nothing to complete here.",
    completed: |word| format!("Completed: {word}"),
    choices: |count| match count {
        1 => "1 completion. Tab or Down goes to it, Enter takes it, Escape closes the list.".to_owned(),
        count => format!(
            "{count} completions. Tab or Down goes through them, Enter takes one, Escape closes the list."
        ),
    },
    choices_name: "Completions",
    choice: |text, note, index, count| match note {
        "" => format!("{text}, {index} of {count}"),
        note => format!("{text}, {note}, {index} of {count}"),
    },
    more_choices: |count| format!("and {count} more: type on"),
};
