//! English for the pages about the course, and for what a lesson says of its own course.

use crate::curve::Difference;
use crate::progress::Headway;
use crate::text::{CheckWords, CourseWords, CurveWords, PlayWords, ProgressWords, TourWords};

pub(super) const COURSE: CourseWords = CourseWords {
    title: "The course",
    intro: "Each lesson is one thing that happens to a running directory: say what will come, let it happen, compare.",
    glossary: "Glossary",
    glossary_intro: "Every word that the lessons explain, in one place.",
    no_words: "No words are explained yet.",
    to_course: "To the course",
    next: "Next",
    all_done: "You have done every lesson of the course.",
    begin: |number| format!("Begin lesson {number}"),
    go_on: |number, step| format!("Go on with lesson {number} at step {step}"),
    look_again: |number| format!("Play lesson {number} again"),
    count: |done, alone, all| match (done, alone) {
        (0, _) => format!("None of {all} lessons done yet."),
        (done, alone) if done == alone => {
            format!("{done} of {all} lessons done, without looking at a solution.")
        }
        (done, alone) => {
            format!("{done} of {all} lessons done, {alone} of them without looking at the solution.")
        }
    },
    lessons: "Lessons",
    number: |number| format!("Lesson {number}"),
    minutes: |minutes| format!("{minutes} min"),
    all_minutes: |minutes| format!("About {minutes} minutes in all"),
    headway: |headway| match headway {
        Headway {
            done: true,
            alone: true,
            ..
        } => "Done, without looking at the solution".to_owned(),
        Headway { done: true, .. } => "Done".to_owned(),
        Headway { step: 0, .. } => "Not begun".to_owned(),
        Headway { step, steps, .. } => format!("At step {step} of {steps}"),
    },
    draft: "Draft: its author is still working on it",
    teaches: "Teaches",
    builds_on: "Builds on",
    concept_from: |concept, lesson| format!("{concept} (lesson {lesson})"),
    concepts: "What builds on what",
    concepts_intro: "Every idea of the course, the lesson that teaches it, and the lessons that need it.",
    concept: "Idea",
    taught_in: "Taught in",
    used_in: "Needed in",
    lesson_list: |numbers| {
        numbers
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(", ")
    },
    nothing: "–",
    more: "More",
    certificate: "Certificate",
    certificate_intro: "What you have done in this browser, computed from the results of the lessons. It says nothing else.",
    certificate_name: "Your name, as it shall be printed; it stays on this page",
    certificate_claim: |name, done, all| {
        format!("{name} has done {done} of the {all} lessons of Fleetlab’s course.")
    },
    certificate_somebody: "Somebody",
    certificate_none: "No lesson is done yet. A lesson counts once its last step is done.",
    certificate_whole: "All lessons of the course are done.",
    certificate_part: "The course is not complete.",
    certificate_how: "Nobody watched. Whoever wants to check it can ask for the results file of a lesson and play it again: the model gives the same run for the same seed and the same acts.",
    certificate_columns: ["Lesson", "Done", "Predictions", "Hints"],
    certificate_score: |lesson| format!("Score of “{lesson}”, as measured"),
    certificate_measured: |actual, needed| format!("{actual}, needed {needed}"),
    alone: "without looking at the solution",
    with_solution: "after looking at the solution",
    predictions: |right, all| {
        if all == 0 {
            "–".to_owned()
        } else {
            format!("{right} of {all} right")
        }
    },
    printed_on: |date| format!("Printed on {date}."),
    print: "Print",
    save_all: "Save all results",
};

pub(super) const PROGRESS: ProgressWords = ProgressWords {
    not_kept: "This browser keeps nothing for this page, as in a private window. How far you are is known until you close it; a lesson’s results can be saved as a file.",
    not_kept_here: "Not kept: this browser stores nothing for this page.",
    changed: "This lesson was changed since you were here, so it begins again. That you had done it stays known.",
    setting_up: "The account is being set up.",
    coming_back: "Playing again what was done.",
    begin_anew: "Begin anew instead",
    menu: "This lesson",
    reset_step: "Begin this step again",
    reset_step_note: "The account goes back to how it was when the step opened.",
    reset_lesson: "Begin the lesson again",
    reset_lesson_note: "From the first step, with a new account.",
    sandbox: "Try things in the sandbox",
    sandbox_note: "With this account as it is now. The lesson waits here, unchanged. Ctrl+. goes there and back.",
    save_results: "Save the results",
    save_results_note: "A file with the seed, what you did, and what came of it.",
    sandbox_of: |lesson| format!("Sandbox: {lesson}"),
    tour: "Show me around",
};

pub(super) const PLAY: PlayWords = PlayWords {
    title: "A lesson from elsewhere",
    intro: "A lesson is two files: lesson.json, what happens, and en.md, what is said. Both are plain data, and nothing in them is run as a program.",
    choose: "Choose the files of a lesson",
    drop: "or drop them here",
    address: "Address of a lesson.json",
    address_example: "https://example.org/lessons/my-lesson/lesson.json",
    fetch: "Fetch the lesson",
    from: |place| format!("From {place}"),
    not_proven: "This lesson is not part of the course.",
    no_json: "None of these files is a lesson.json.",
    no_json_fix: "Choose lesson.json and en.md together.",
    no_prose: "The words of the lesson are missing: there is no en.md.",
    no_prose_fix: "Choose en.md together with lesson.json; they stand in the same folder.",
    too_large: |kb| format!("The file is larger than {kb} kB, which no lesson needs."),
    too_large_fix: "Choose the files of one lesson only, or make it shorter.",
    bad_address: "This is no address of a lesson.",
    bad_address_fix: "An address begins with https:// and ends with the name of a JSON file.",
    too_slow: "The file did not arrive within 15 seconds.",
    refused: "The file could not be fetched: nothing answers there, or its server does not let other pages read it.",
    refused_fix: "Its server must send “Access-Control-Allow-Origin: *”. Or save both files and choose them on the course page.",
    not_text: "The file is no text in UTF-8.",
    not_text_fix: "Save it as UTF-8.",
};

pub(super) const CHECK: CheckWords = CheckWords {
    title: "What do you think now?",
    intro: "A few questions about how a cloud behaves, once before the course and once after it. Nobody sees the answers but you.",
    before: "Before the course",
    after: "After the course",
    question: |number, all| format!("Question {number} of {all}"),
    finish: "Show how many are right",
    missing: |count| {
        if count == 1 {
            "One question is still open.".to_owned()
        } else {
            format!("{count} questions are still open.")
        }
    },
    score: |right, all| format!("{right} of {all} right."),
    gain: |before, after, all| format!("Before the course {before} of {all} were right, after it {after}."),
    again: "Answer again",
    none: "This course has no questions of this kind.",
    right: "Right.",
    not_right: "Not so.",
};

pub(super) const CURVE: CurveWords = CurveWords {
    draw: "Draw what you expect: drag the points, or type the numbers beside it.",
    handle: |at| format!("Your line at {at}"),
    numbers: "Your line as numbers",
    numbers_note: "The same line, for the keyboard: arrows change a value.",
    at: "Time",
    your_line: "your line",
    measured: "measured",
    differs: |difference| {
        let Difference {
            at,
            drawn,
            measured,
            higher,
            ..
        } = difference;
        let way = if *higher { "higher" } else { "lower" };
        format!("The widest gap is at {at}: you drew {drawn}, it was {measured}. Your line runs {way} there.")
    },
    near: "Your line is close to what happened all the way.",
    not_yet: "Not measured yet",
    table: "Both lines as numbers",
    difference: "Difference",
};

pub(super) const TOUR: TourWords = TourWords {
    name: "A look around",
    step: |step, steps| format!("{step} of {steps}"),
    stops: [
        (
            "The account",
            "This is the account, and it runs. Each dot is a request of an employee; the lit windows are workers busy with one. Anything here can be selected for a closer look.",
        ),
        (
            "The lesson",
            "What to see and what to do stands here. Goals tick themselves when the model shows that they are met.",
        ),
        (
            "Time",
            "AWS time: pause it whenever you want, or make it faster. No goal depends on how fast you are.",
        ),
        (
            "Ways to look",
            "Charts, the bill, and the whole picture as text are one key away. The course and the sandbox are here, too; the lesson waits for you.",
        ),
    ],
    next: "Go on",
    back: "One back",
    end: "To the lesson",
    skip: "Skip the tour",
};
