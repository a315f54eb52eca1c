//! English.

mod fleet;
mod numbers;

use view::scene::Glyph;
use view::{
    Checks, Condition, Instance, Mark, Office, Picture, Point, Power, Readout, Series, Service, ServiceKind,
    Workers, Zone,
};

use des::SimTime;

use self::numbers::{age, count, delay, delay_words, percent, rate};
use super::time_of_day::{TimeOfDay, time_of_day};
use super::{
    ChartWords, ErrorWords, Happening, HeadWords, InspectorWords, LegendWords, LessonWords, Numbers,
    PageWords, PlayerText, ReadoutWords, SandboxWords, StageWords, StartWords, Text, TimeWords, TwinWords,
    WhyNot,
};
use crate::act::{Act, Group};
use crate::panel::Strip;

/// What every page says.
pub(super) const ENGLISH: Text = Text {
    page: PAGE,
    start: START,
    stage: STAGE,
    number: Numbers {
        percent,
        rate,
        clock,
        delay,
    },
};

/// What lessons and the sandbox say besides.
pub(super) const ENGLISH_PLAYER: PlayerText = PlayerText {
    head: HEAD,
    lesson: LESSON,
    readout: READOUT,
    legend: LEGEND,
    time: TIME,
    charts: CHARTS,
    inspector: INSPECTOR,
    sandbox: SANDBOX,
    fleet: fleet::FLEET,
    twin: TWIN,
    error: ERROR,
};

const PAGE: PageWords = PageWords {
    home: "Fleetlab, to the start page",
    switch_theme: "Switch between light and dark",
    loading: "It is on its way.",
    player_lost: "A part of the page could not be fetched. Reload the page to try again.",
};

const START: StartWords = StartWords {
    title: "A cloud you can break",
    promise: "One AWS account, simulated in this page, under live traffic. Fail an instance, watch every employee fail with it, and build what survives.",
    start_lesson: "Start lesson 1",
    open_sandbox: "Open the sandbox",
    small_print: "No account, no bill, no server: it runs in your browser. Behind these words it runs already.",
};

const HEAD: HeadWords = HeadWords {
    lesson: |number| format!("Lesson {number}"),
    sandbox: "Sandbox",
    open_sandbox: "Open the sandbox",
    charts: "Charts",
    show_charts: "Charts below the picture",
    as_text: "As text",
    show_as_text: "The picture as text",
};

const LESSON: LessonWords = LessonWords {
    name: "Lesson",
    step: |step, steps| format!("Step {step} of {steps}"),
    your_turn: "Your turn",
    commit: "Commit the prediction",
    choose_first: "Choose an answer first.",
    number_first: "Say a number first.",
    you_said: "You said",
    you_predicted: "You predicted",
    measured: "Measured",
    how_sure_you_were: "How sure you were",
    not_in_this_step: "Not in this step",
    hints: "Hints",
    hint: |hint, hints| format!("Hint {hint} of {hints}"),
    back: "Back to the step before",
    next: "Next",
    simplified: "What is simplified here",
    finished: "Lesson done",
    go_on_in_sandbox: "On to the sandbox",
    right: "Yes.",
    wrong: "No.",
    how_sure: "How sure are you?",
    goals: "Goals",
    met: " (met)",
    current: " (next)",
    not_yet: " (not yet)",
    strip: "Predict, run, compare",
    strip_part: |part| match part {
        Strip::Predict => "Predict",
        Strip::Run => "Run",
        Strip::Compare => "Compare",
    },
};

const READOUT: ReadoutWords = ReadoutWords {
    live: "The account, live",
    served: "Served, last 60 s",
    requests: "Requests",
    per_second: "per second",
    half_faster: "Half are faster than",
    one_in_twenty_slower: "1 in 20 is slower than",
    none_yet: "none yet",
};

const STAGE: StageWords = StageWords {
    name: "The picture of the account. Arrow keys move inside.",
    employees: "Employees",
    office: |name, per_second| format!("Employees in {name}, {} requests per second", rate(per_second)),
    per_second: " per second",
    per_s: " /s",
    send_one: "Send one request",
    sent: |sent| format!("{} sent", count(sent)),
    region: |name| format!("Region {name}"),
    region_summary,
    zone: "Availability Zone ",
    nothing_here: "nothing of yours is here",
    no_power_for: |seconds| format!("no power for {}", age(seconds)),
    zone_summary,
    state,
    checks,
    more,
    public_address: "public address",
    no_public_address: "no public address",
    no_data: "no data",
    waiting: |waiting| match waiting {
        0 => "nobody waits".to_owned(),
        1 => "1 waits".to_owned(),
        _ => format!("{} wait", count(u64::from(waiting))),
    },
    failed: |failed| format!("{} failed", count(failed)),
    service: service_name,
    service_summary,
    copy: "copy",
    flow: |per_second, failed| {
        if failed > 0.0 {
            format!("{} /s, {} ✕", rate(per_second), rate(failed))
        } else {
            format!("{} /s", rate(per_second))
        }
    },
};

const LEGEND: LegendWords = LegendWords {
    one_dot: |requests| match requests {
        1 => "One dot is one request".to_owned(),
        _ => format!("One dot is {} requests", count(u64::from(requests))),
    },
    counts: "Numbers on the wires: requests per second, ✕ failed",
    glyph: |glyph| match glyph {
        Glyph::Going => "on its way",
        Glyph::Served => "served",
        Glyph::Slow => "slow, over 1 s",
        Glyph::Failed => "failed",
        Glyph::Waiting => "waiting",
    },
    own: "yours",
    lit_window: "lit window = busy worker",
};

const TIME: TimeWords = TimeWords {
    name: "Time",
    play: "Play",
    pause: "Pause everything that moves",
    step: "Step to the next event",
    short_clock: |at| {
        let TimeOfDay(hour, minute, ..) = time_of_day(at);
        format!("{hour:02}:{minute:02}")
    },
    paused: "AWS time, paused",
    behind: "AWS time, running behind",
    pace: |speed| format!("AWS time. 1 s here is {speed} s there"),
    speed: "speed",
    speed_value: |speed| {
        if speed < 1.0 {
            format!("1/{}×", (1.0 / speed) as u32)
        } else {
            format!("{speed}×")
        }
    },
    track,
    happening,
};

const CHARTS: ChartWords = ChartWords {
    name: "Charts",
    rate: "Requests per second",
    rate_note: "as the employees see them",
    per_second: "per second",
    rate_trend,
    success: "Served",
    success_note: "share of finished requests",
    success_trend,
    latency: "1 in 20 is slower than",
    latency_note: "thin line: half are faster than",
    latency_trend,
    as_table: "The charts as a table",
    table_name: "Requests, second by second, latest first",
    columns: [
        "Time",
        "Requests per second",
        "Failed",
        "Served",
        "p50",
        "p95",
        "p99",
    ],
};

const INSPECTOR: InspectorWords = InspectorWords {
    name: "Details",
    instance_selected: "EC2 instance, selected",
    close: "Close the details",
    why: "Why?",
    none: "none",
    id: "Instance ID",
    instance_type: "Instance type",
    zone: "Availability Zone",
    address: "Public IPv4 address",
    workers: "Workers",
    workers_busy: |workers: Workers| format!("{} of {} busy", workers.busy, workers.total),
    waiting: "Waiting requests",
    aws_command: "AWS command",
    copy_command: "Copy the command",
    balancer_selected: "Load balancer, selected",
    node_selected: "Load balancer node, selected",
    target_group_selected: "Target group, selected",
    group_selected: "Auto Scaling group, selected",
    alarms_selected: "CloudWatch, selected",
    dns_name: "DNS name",
    scheme: "Scheme",
    employees: "Employees",
    nodes: "Nodes",
    listeners: "Listeners",
    balancer: "Load balancer",
    health_check: "Health check",
    thresholds: "Another state after",
    targets: "Targets",
    failed_here: "Requests failed here",
    target_groups: "What load balancers believe",
    auto_scaling_group: "Auto Scaling group",
    zones: "Availability Zones",
    instances: "Instances",
    activities: "Activities, latest first",
    alarms: "Alarms",
};

const SANDBOX: SandboxWords = SandboxWords {
    name: "Sandbox",
    title: "Sandbox",
    intro: "Nothing is asked of you here. Select an instance in the picture to act on it; what concerns the whole account is below.",
    acts: "What you can do",
    act,
    group,
    why_not,
    tidy: "Close up the gaps between instances",
    type_a_command: "Type a command",
    example_command: "aws ec2 describe-subnets",
    run: "Run",
    answer: "The latest command and its answer",
    not_understood: "Not understood:",
};

const TWIN: TwinWords = TwinWords {
    name: "The picture as text",
    instance: instance_summary,
    summary: twin_summary,
    employees: "Employees",
    office: |office: &Office| {
        if office.own {
            format!("{}: {} sent", office.name, count(office.sent))
        } else {
            format!("{}: {} requests per second", office.name, rate(office.per_second))
        }
    },
    services: "Regional services",
    events: "What happened, latest first",
    no_events: "Nothing yet.",
};

const ERROR: ErrorWords = ErrorWords {
    title: "This lesson cannot be read",
    intro: "Nothing else is wrong: other lessons and the sandbox work. Whoever wrote the lesson can mend it here:",
    file: "File",
    place: "Place",
    reason: "What is wrong",
    fix: "How to mend it",
    to_start: "To the start page",
    to_sandbox: "Open the sandbox",
    mend_set_up: "Mend the line, or one before it.",
    whole_file: "the whole file",
    check_address: "Check the name of the lesson's folder in the address, and that the folder was published with the page.",
    status: |status| format!("The server answered {status} instead of the file."),
    no_network: "The file could not be fetched.",
};

fn clock(at: SimTime, speed: f64) -> String {
    let TimeOfDay(hour, minute, second, tenth) = time_of_day(at);
    if speed < 1.0 {
        format!("{hour:02}:{minute:02}:{second:02}.{tenth}")
    } else {
        format!("{hour:02}:{minute:02}:{second:02}")
    }
}

fn region_summary(picture: &Picture) -> String {
    let count = picture.instances().count();
    let what = if count == 1 {
        "1 instance".to_owned()
    } else {
        format!("{count} instances")
    };
    format!(
        "Region {}, {}: {what} in {} Availability Zones",
        picture.region.name,
        picture.region.location,
        picture.zones.len()
    )
}

fn zone_summary(zone: &Zone) -> String {
    let power = match zone.power {
        Power::On => "",
        Power::OffSince(_) => ", no power",
    };
    let what = match zone.instances.len() {
        0 => "nothing of yours is here".to_owned(),
        1 => "1 instance".to_owned(),
        many => format!("{many} instances"),
    };
    format!("Availability Zone {}{power}: {what}", zone.name)
}

fn instance_summary(instance: &Instance, age_s: u64) -> String {
    let (state, checks, more) = (state(instance, age_s), checks(instance), more(instance));
    format!("Instance {}, {state}{checks}{more}", instance.name)
}

/// What the picture shows of an instance without words.
fn more(instance: &Instance) -> String {
    let Workers { busy, total } = instance.workers;
    let mut more = String::new();
    if matches!(instance.condition, Condition::Serving | Condition::Hung) {
        more += &format!(", {busy} of {total} workers busy, {} waiting", instance.waiting);
    }
    if instance.addressed {
        more += ", the employees use its address";
    }
    more
}

fn state(instance: &Instance, age_s: u64) -> String {
    match instance.condition {
        Condition::Pending => format!("pending, {}", age(age_s)),
        Condition::OsStarting(_) => format!("system starts, {}", age(age_s)),
        Condition::AppStarting(_) => format!("app starts, {}", age(age_s)),
        Condition::Serving if is_in_service(instance) => "in service".to_owned(),
        Condition::Serving => "running".to_owned(),
        Condition::Hung => format!("hangs for {}", age(age_s)),
        Condition::AppDown => "app is down".to_owned(),
        Condition::Crashed => "running, answers nothing".to_owned(),
        Condition::NoPower => "no power".to_owned(),
        Condition::Stopping => "stopping".to_owned(),
        Condition::Stopped => "stopped".to_owned(),
        Condition::ShuttingDown => "shutting down".to_owned(),
        Condition::Terminated => "terminated".to_owned(),
    }
}

/// True if a load balancer sends it requests.
fn is_in_service(instance: &Instance) -> bool {
    let mut beliefs = instance.beliefs.iter();
    beliefs.any(|belief| belief.health == view::fleet::Health::Healthy)
}

fn checks(instance: &Instance) -> String {
    match instance.checks {
        Some(Checks {
            passed: Some(passed),
            total,
        }) => format!(", {passed} of {total} checks passed"),
        Some(Checks { passed: None, .. }) => ", checks initializing".to_owned(),
        None => String::new(),
    }
}

fn service_name(kind: ServiceKind) -> &'static str {
    match kind {
        ServiceKind::DynamoDb => "DynamoDB",
        ServiceKind::S3 => "S3",
    }
}

fn service_summary(service: &Service, zones: &[Zone]) -> String {
    let (name, zones) = (service_name(service.kind), zones.len());
    let answering = service.replicas.iter().filter(|replica| replica.lit).count();
    let copies = if answering == zones {
        "all answer".to_owned()
    } else {
        format!("{answering} answer")
    };
    format!(
        "{name}, {}: a copy in each of {zones} zones, {copies}",
        service.resource
    )
}

fn track(now: SimTime, marks: &[Mark]) -> String {
    let latest = marks
        .last()
        .map_or_else(String::new, |mark| format!(", latest: {}", mark.label));
    format!(
        "Timeline, now {}, {} events{latest}",
        clock(now, 1.0),
        marks.len()
    )
}

fn rate_trend(series: &Series) -> String {
    let Some(last) = series.points.last() else {
        return "No requests yet".to_owned();
    };
    let (now, most) = (rate(series.rate(last.arrived)), rate(series.highest_rate()));
    let failed: u64 = series.points.iter().map(|point| u64::from(point.failed)).sum();
    format!(
        "Now {now} requests per second, at most {most}; {} failed",
        count(failed)
    )
}

fn success_trend(series: &Series) -> String {
    let shares = || series.points.iter().filter_map(Point::served_percent);
    let Some(last) = shares().next_back() else {
        return "No request has finished yet".to_owned();
    };
    let worst = shares().fold(100.0, f64::min);
    format!("Now {} served, at worst {}", percent(last), percent(worst))
}

fn latency_trend(series: &Series) -> String {
    let Some(last) = series.points.iter().rev().find_map(|point| point.p95_ms) else {
        return "No request was served yet".to_owned();
    };
    let (now, most) = (
        delay_words(f64::from(last)),
        delay_words(f64::from(series.longest_p95_ms())),
    );
    format!("Now 1 in 20 is slower than {now}, at worst {most}")
}

/// What the group of the button says already, and what the button says.
fn act(act: &Act) -> (&'static str, String) {
    let zone = |zone: usize| format!("zone {}", letter(zone));
    match *act {
        Act::SendRequest => ("", "Send one request".to_owned()),
        Act::Launch(index) => ("Launch in", zone(index)),
        Act::CutPower(index) => ("Cut the power of", zone(index)),
        Act::RestorePower(index) => ("", format!("Bring back {}", zone(index))),
        Act::Traffic(per_second) => ("Let the employees send", format!("{per_second} per second")),
        _ => ("", instance_act(act).to_owned()),
    }
}

fn instance_act(act: &Act) -> &'static str {
    match act {
        Act::Start(_) => "Start",
        Act::Stop(_) => "Stop",
        Act::Reboot(_) => "Reboot",
        Act::Terminate(_) => "Terminate",
        Act::GiveAddress(_) => "Give the employees its address",
        Act::Crash(_) => "Let it crash",
        Act::Hang(_) => "Let its app hang",
        Act::Slow(_) => "Make it slow",
        Act::Mend(_) => "End its faults",
        _ => "",
    }
}

fn group(group: Group) -> &'static str {
    match group {
        Group::Requests => "Your own requests",
        Group::Traffic => "The employees send",
        Group::Launch => "Launch an instance in",
        Group::Power => "Cut the power of",
        Group::Instance => "",
    }
}

fn why_not(why: WhyNot) -> &'static str {
    match why {
        WhyNot::Gone => "It is terminated.",
        WhyNot::NotStopped => "Only a stopped instance can be started.",
        WhyNot::NotRunning => "It does not run.",
        WhyNot::NoAddress => "It has no public address.",
        WhyNot::HasIt => "They have it already.",
        WhyNot::AppNotUp => "Its app does not answer yet.",
        WhyNot::NoFault => "Nothing is wrong with it.",
    }
}

fn happening(happening: &Happening<'_>) -> (String, String) {
    match *happening {
        Happening::Own(operation) => own(operation),
        Happening::State(name, state) => (format!("{name} {state}"), format!("{name} is {state}.")),
        Happening::OsDown(name) => (
            format!("{name} silent"),
            format!("The operating system of {name} answers no more."),
        ),
        Happening::AppUp(name) => (
            format!("{name} answers"),
            format!("The app on {name} answers requests."),
        ),
        Happening::AppDown(name) => (
            format!("{name}: app down"),
            format!("The app on {name} has stopped. Connections are refused."),
        ),
        Happening::NoApp(name) => (
            format!("{name}: no app"),
            format!("{name} is up, and nothing on it starts an app."),
        ),
        Happening::FaultBegan(kind, subject) => (format!("{kind} {subject}"), began(kind, subject)),
        Happening::FaultEnded(kind, subject) => (
            format!("{kind} over"),
            format!("{subject}: the fault {kind} is over."),
        ),
        Happening::GoalMet(sentence) => ("goal met".to_owned(), format!("Goal met: {sentence}.")),
    }
}

fn own(operation: &str) -> (String, String) {
    let did = match operation {
        "Request" => "sent requests",
        "Traffic" => "set the traffic",
        "Clients" => "gave addresses",
        "RunInstances" => "launched",
        "StartInstances" => "started",
        "StopInstances" => "stopped",
        "RebootInstances" => "rebooted",
        "TerminateInstances" => "terminated",
        other => return (format!("you: {other}"), format!("You called {other}.")),
    };
    (format!("you {did}"), format!("You {did}."))
}

fn began(kind: &str, subject: &str) -> String {
    match kind {
        "az-outage" => format!("{subject} has lost its power. Everything in it is silent."),
        "instance-crash" => format!("The operating system of {subject} has crashed."),
        "app-hang" => format!("The app on {subject} hangs: it takes requests and answers none."),
        "app-crash" => format!("The app on {subject} has died."),
        "host-failure" => format!("The host under {subject} has failed. Only a move to another host helps."),
        "memory-leak" => format!("The app on {subject} leaks memory, until there is none left."),
        "az-grey" => format!("Packets into and out of {subject} get lost or come late; no check shows it."),
        "insufficient-capacity" => format!("{subject} has no room for more instances of a type."),
        "launch-errors" => {
            format!("Launches in {subject} fail: an experiment pretends that there is no room.")
        }
        "network-disconnected" => {
            format!("The subnet in {subject} is cut off, as far as the experiment says.")
        }
        "cpu-stress" => format!("Other work uses the vCPUs of {subject}."),
        _ => format!("{subject} works more slowly than it should."),
    }
}

fn letter(zone: usize) -> char {
    u8::try_from(zone).map_or('?', |zone| char::from(b'a' + zone))
}

fn twin_summary(picture: &Picture, readout: &Readout) -> String {
    let share = readout.served_percent.map_or_else(
        || "No request has finished".to_owned(),
        |share| format!("{} of the requests were served", percent(share)),
    );
    format!(
        "{}. {share} in the last 60 s, {} failed. {} requests are under way.",
        region_summary(picture),
        count(readout.failed),
        count(readout.in_flight)
    )
}
