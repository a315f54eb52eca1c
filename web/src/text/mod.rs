//! Everything the page says, in two tables, so that the start page does not carry the words of the player. Each language
//! is one file; it is added by a line in [`LANGUAGES`] and one in [`PLAYER_LANGUAGES`].

mod en;
pub mod happening;
pub mod holding;
pub mod rule;
mod time_of_day;

use des::SimTime;
use form::{Flawed, Recipe};
use lesson::format::Fade;
use view::availability::{Availability, PartKind, SinglePoint};
use view::bill::{CostItem, CostLine, CostOfKind, Costs, Money, ResourceKind};
use view::detail::{Bucket, Table};
use view::fleet::{
    Alarm, AlarmState, Balancer, Belief, Group as ScalingGroup, HealthCheck, Listener, Member, Node, Refresh,
    Rule, TargetGroup,
};
use view::holding::{Holding, InboundRule};
use view::scene::Glyph;
use view::trouble::Trouble;
use view::{Instance, Office, Picture, Power, Readout, Service, ServiceKind, Zone};

use self::happening::Happening;
use self::holding::Heading;
use crate::act::{Act, Group};
use crate::panel::Strip;

/// Languages by their BCP 47 tags; the first one speaks for all others.
const LANGUAGES: [(&str, &Text); 1] = [("en", &en::ENGLISH)];
/// The same languages in the same order.
const PLAYER_LANGUAGES: [(&str, &PlayerText); 1] = [("en", &en::ENGLISH_PLAYER)];

thread_local! {
    static SPOKEN: usize = spoken();
}

/// What every page says, in the browser's language or the first one.
#[must_use]
pub fn text() -> &'static Text {
    LANGUAGES[SPOKEN.with(|index| *index)].1
}

/// What lessons and the sandbox say besides.
#[must_use]
pub fn player_text() -> &'static PlayerText {
    PLAYER_LANGUAGES[SPOKEN.with(|index| *index)].1
}

/// The language that is spoken, by its BCP 47 tag.
#[must_use]
pub fn language() -> &'static str {
    LANGUAGES[SPOKEN.with(|index| *index)].0
}

/// The place of the browser's language, or of the first one.
fn spoken() -> usize {
    let wanted = web_sys::window()
        .and_then(|window| window.navigator().language())
        .unwrap_or_default();
    let primary = wanted.split('-').next().unwrap_or_default();
    LANGUAGES.iter().position(|(tag, _)| *tag == primary).unwrap_or(0)
}

macro_rules! words {
    ($($(#[$doc:meta])* $group:ident { $($name:ident: $kind:ty,)* })*) => {
        $(
            $(#[$doc])*
            #[expect(missing_docs, reason = "each is called as it reads")]
            pub struct $group {
                $(pub $name: $kind,)*
            }
        )*
    };
}

mod course;
mod inspector;
mod past;
mod records;
mod request;
pub mod settings;

pub use self::course::{CheckWords, CourseWords, CurveWords, PlayWords, ProgressWords, TourWords};
pub use self::inspector::InspectorWords;
pub use self::past::{PairWords, PastWords};
pub use self::records::{ChartWords, DialWords, StoryWords, WhyWords};
pub use self::request::RequestWords;
pub use self::settings::SettingsWords;

/// Why an act cannot be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// The instance is terminated, or on its way there.
    Gone,
    /// It is not stopped.
    NotStopped,
    /// It does not run.
    NotRunning,
    /// It has no public address.
    NoAddress,
    /// The employees have its address already.
    HasIt,
    /// Its app does not answer.
    AppNotUp,
    /// Nothing is wrong with it.
    NoFault,
}

/// A fixed text.
type Fixed = &'static str;

words! {
    /// What every page says in one language.
    Text {
        page: PageWords,
        start: StartWords,
        stage: StageWords,
        number: Numbers,
    }
    /// What lessons and the sandbox say besides.
    PlayerText {
        head: HeadWords,
        lesson: LessonWords,
        readout: ReadoutWords,
        legend: LegendWords,
        time: TimeWords,
        charts: ChartWords,
        story: StoryWords,
        dial: DialWords,
        why: WhyWords,
        inspector: InspectorWords,
        request: RequestWords,
        sandbox: SandboxWords,
        fleet: FleetWords,
        pair: PairWords,
        past: PastWords,
        place: PlaceWords,
        bill: BillWords,
        holding: HoldingWords,
        terminal: TerminalWords,
        form: FormWords,
        twin: TwinWords,
        error: ErrorWords,
        course: CourseWords,
        progress: ProgressWords,
        play: PlayWords,
        check: CheckWords,
        curve: CurveWords,
        tour: TourWords,
        settings: SettingsWords,
    }
    /// What stands on every page, and what stands there until there is more.
    PageWords {
        home: Fixed,
        switch_theme: Fixed,
        loading: Fixed,
        player_lost: Fixed,
    }
    /// The start page.
    StartWords {
        title: Fixed,
        promise: Fixed,
        start_lesson: Fixed,
        go_on: fn(u32, u32) -> String,
        go_on_course: Fixed,
        see_course: Fixed,
        open_sandbox: Fixed,
        small_print: Fixed,
    }
    /// The line at the top.
    HeadWords {
        lesson: fn(u32) -> String,
        sandbox: Fixed,
        open_sandbox: Fixed,
        course: Fixed,
        open_course: Fixed,
        back_to_lesson: Fixed,
        back_to_lesson_long: Fixed,
        charts: Fixed,
        show_charts: Fixed,
        as_text: Fixed,
        show_as_text: Fixed,
    }
    /// The reading panel.
    LessonWords {
        name: Fixed,
        step: fn(usize, usize) -> String,
        your_turn: Fixed,
        commit: Fixed,
        choose_first: Fixed,
        number_first: Fixed,
        draw_first: Fixed,
        it_was: Fixed,
        you_said: Fixed,
        you_predicted: Fixed,
        measured: Fixed,
        how_sure_you_were: Fixed,
        score: Fixed,
        score_needed: fn(&str) -> String,
        score_used: fn(u32) -> String,
        score_note: Fixed,
        not_in_this_step: Fixed,
        not_done: Fixed,
        hints: Fixed,
        hint: fn(usize, usize) -> String,
        fade: fn(Fade) -> Fixed,
        show_solution: Fixed,
        show_solution_note: Fixed,
        solution: Fixed,
        solution_through: Fixed,
        run_line: Fixed,
        line_run: Fixed,
        line_next: Fixed,
        line_waits: Fixed,
        variant: Fixed,
        announced: Fixed,
        run_until: fn(&str) -> String,
        notes: Fixed,
        warnings: Fixed,
        show_picture: Fixed,
        show_curve: Fixed,
        move_up: fn(&str) -> String,
        move_down: fn(&str) -> String,
        back: Fixed,
        next: Fixed,
        simplified: Fixed,
        finished: Fixed,
        go_on_in_sandbox: Fixed,
        right: Fixed,
        wrong: Fixed,
        how_sure: Fixed,
        goals: Fixed,
        met: Fixed,
        current: Fixed,
        not_yet: Fixed,
        strip: Fixed,
        strip_part: fn(Strip) -> Fixed,
    }
    /// The numbers above the stage.
    ReadoutWords {
        live: Fixed,
        served: Fixed,
        requests: Fixed,
        per_second: Fixed,
        half_faster: Fixed,
        one_in_twenty_slower: Fixed,
        none_yet: Fixed,
        costs: Fixed,
        per_hour: Fixed,
    }
    /// The picture.
    StageWords {
        name: Fixed,
        employees: Fixed,
        office: fn(&str, f64) -> String,
        per_second: Fixed,
        per_s: Fixed,
        send_one: Fixed,
        sent: fn(u64) -> String,
        region: fn(&str) -> String,
        region_summary: fn(&Picture) -> String,
        zone: Fixed,
        nothing_here: Fixed,
        no_power_for: fn(u64) -> String,
        zone_summary: fn(&Zone) -> String,
        state: fn(&Instance, u64) -> String,
        checks: fn(&Instance) -> String,
        more: fn(&Instance) -> String,
        public_address: Fixed,
        no_public_address: Fixed,
        no_data: Fixed,
        waiting: fn(u32) -> String,
        failed: fn(u64) -> String,
        service: fn(ServiceKind) -> Fixed,
        service_summary: fn(&Service, &[Zone]) -> String,
        copy: Fixed,
        flow: fn(f64, f64) -> String,
    }
    /// The shapes of dots.
    LegendWords {
        one_dot: fn(u32) -> String,
        counts: Fixed,
        glyph: fn(Glyph) -> Fixed,
        own: Fixed,
        follow: Fixed,
        lit_window: Fixed,
    }
    /// The time bar.
    TimeWords {
        name: Fixed,
        play: Fixed,
        pause: Fixed,
        step: Fixed,
        short_clock: fn(SimTime) -> String,
        paused: Fixed,
        behind: Fixed,
        pace: fn(f64) -> String,
        speed: Fixed,
        speed_value: fn(f64) -> String,
        happening: fn(&Happening<'_>) -> (String, String),
        and_others: fn(usize) -> String,
    }
    /// Load balancers, target groups, Auto Scaling groups, alarms.
    FleetWords {
        dns: Fixed,
        dns_summary: fn(&[&str], &[Zone]) -> String,
        node: Fixed,
        in_dns: Fixed,
        not_in_dns: Fixed,
        node_summary: fn(&Node, &str, &str) -> String,
        balancer_state: fn(&Balancer, u64) -> String,
        balancer_long_state: fn(&Balancer, u64) -> String,
        balancer_summary: fn(&Balancer, u64) -> String,
        scheme: fn(bool) -> Fixed,
        employees_hold: fn(bool) -> Fixed,
        no_listener: Fixed,
        listener: fn(&Listener) -> String,
        rule: fn(&Rule) -> String,
        healthy_of: fn(usize, usize) -> String,
        target_group_summary: fn(&TargetGroup) -> String,
        check: fn(&HealthCheck) -> String,
        thresholds: fn(&HealthCheck) -> String,
        belief: fn(&Belief, u64) -> String,
        belief_short: fn(&Belief, u64) -> (Fixed, String),
        life: fn(&Member) -> String,
        member: fn(&Member) -> String,
        group_size: fn(&ScalingGroup) -> String,
        group_summary: fn(&ScalingGroup) -> String,
        zone_counts: fn(&Zone) -> Vec<(bool, String)>,
        alarm_state: fn(AlarmState) -> Fixed,
        alarm_since: fn(&Alarm, u64) -> String,
        alarm_summary: fn(&Alarm) -> String,
        alarm_rule: fn(&Alarm) -> String,
        more_alarms: fn(usize) -> String,
        balancers_title: Fixed,
        target_groups_title: Fixed,
        groups_title: Fixed,
        alarms_title: Fixed,
        target: fn(&str, &Belief, u64) -> String,
    }
    /// Zones and services, and what is broken.
    PlaceWords {
        zone_selected: Fixed,
        service_selected: fn(ServiceKind) -> Fixed,
        zone_id: Fixed,
        power: fn(Power, u64) -> String,
        lit: Fixed,
        addresses_left: Fixed,
        nothing_here: Fixed,
        look_closer: Fixed,
        copies: Fixed,
        answering: fn(usize, usize) -> String,
        tables: Fixed,
        table: fn(&Table) -> String,
        buckets: Fixed,
        bucket: fn(&Bucket) -> String,
        troubles: Fixed,
        trouble: fn(&Trouble) -> String,
        trouble_short: fn(&Trouble) -> Option<String>,
        trouble_until: fn(&Trouble, u64) -> String,
        end_trouble: Fixed,
        end_this: fn(Option<&str>, &Trouble) -> String,
        ends_with_experiment: Fixed,
        refresh: Fixed,
        refresh_state: fn(&Refresh) -> String,
        suspended: Fixed,
        missing: fn(&ScalingGroup) -> String,
    }
    /// What the account holds and the picture has no place for.
    HoldingWords {
        selected: Fixed,
        heading: fn(Heading) -> Fixed,
        entry: fn(&Holding) -> (String, String),
        rule: fn(&InboundRule) -> String,
        private_address: Fixed,
        security_groups: Fixed,
        role: Fixed,
        has_role: Fixed,
        credits: Fixed,
        credits_at: fn(u64, u32) -> String,
    }
    /// The bill, and availability.
    BillWords {
        open: Fixed,
        open_long: Fixed,
        selected: Fixed,
        title: Fixed,
        bill: Fixed,
        so_far: Fixed,
        per_hour: Fixed,
        per_month: Fixed,
        money: fn(Money) -> String,
        per_hour_note: Fixed,
        note: Fixed,
        resources: Fixed,
        kind: fn(ResourceKind) -> Fixed,
        of_kind: fn(&CostOfKind) -> String,
        line: fn(&CostLine) -> String,
        item: fn(CostItem) -> Fixed,
        availability: Fixed,
        part: Fixed,
        designed: Fixed,
        measured: Fixed,
        part_name: fn(PartKind) -> String,
        whole: Fixed,
        not_measured: Fixed,
        share: fn(f64) -> String,
        downtime: fn(u64) -> String,
        requests: fn(Option<f64>) -> String,
        single_point: fn(&SinglePoint) -> String,
        summary: fn(&Costs) -> String,
        summary_of_availability: fn(&Availability) -> String,
    }
    /// The sandbox.
    SandboxWords {
        name: Fixed,
        title: Fixed,
        intro: Fixed,
        acts: Fixed,
        act: fn(&Act) -> (Fixed, String),
        group: fn(Group) -> Fixed,
        why_not: fn(WhyNot) -> Fixed,
        tidy: Fixed,
        menu: Fixed,
        begin_anew: Fixed,
        begin_anew_note: Fixed,
        open_terminal: Fixed,
        begin_with: Fixed,
        begin_with_note: Fixed,
        repair_one: Fixed,
        repair_one_note: Fixed,
        repaired: Fixed,
    }
    /// The terminal.
    TerminalWords {
        name: Fixed,
        open_long: Fixed,
        close: Fixed,
        log: Fixed,
        welcome: Fixed,
        forgotten: fn(u64) -> String,
        type_a_command: Fixed,
        example: Fixed,
        keys: Fixed,
        run: Fixed,
        complete: Fixed,
        stop: Fixed,
        copy_session: Fixed,
        copied: Fixed,
        save: Fixed,
        save_long: Fixed,
        clear: Fixed,
        copy_command: Fixed,
        copy_short: Fixed,
        copy_output: Fixed,
        copy_output_short: Fixed,
        from_button: Fixed,
        table: Fixed,
        show: Fixed,
        cut: fn(usize) -> String,
        exit: fn(u8) -> String,
        meant: fn(&str) -> String,
        unknown: fn(&str) -> String,
        waiting: Fixed,
        until: fn(&str) -> String,
        paused: Fixed,
        play: Fixed,
        queued: fn(usize) -> String,
        nothing_to_complete: Fixed,
        completed: fn(&str) -> String,
        choices: fn(usize) -> String,
        choices_name: Fixed,
        choice: fn(&str, &str, usize, usize) -> String,
        more_choices: fn(usize) -> String,
    }
    /// The picture as text.
    TwinWords {
        name: Fixed,
        instance: fn(&Instance, u64) -> String,
        summary: fn(&Picture, &Readout) -> String,
        employees: Fixed,
        office: fn(&Office) -> String,
        services: Fixed,
        events: Fixed,
        no_events: Fixed,
    }
    /// A lesson that cannot be read.
    ErrorWords {
        title: Fixed,
        intro: Fixed,
        file: Fixed,
        place: Fixed,
        code: Fixed,
        reason: Fixed,
        fix: Fixed,
        to_start: Fixed,
        to_sandbox: Fixed,
        mend_set_up: Fixed,
        whole_file: Fixed,
        check_address: Fixed,
        status: fn(u16) -> String,
        no_network: Fixed,
        link_title: Fixed,
    }
    /// Forms for the operations.
    FormWords {
        actions: Fixed,
        actions_long: Fixed,
        find: Fixed,
        find_hint: Fixed,
        found: fn(usize) -> String,
        nothing_found: Fixed,
        this_step: Fixed,
        other_changes: Fixed,
        look: Fixed,
        closed: Fixed,
        begun: Fixed,
        service: fn(&str) -> Fixed,
        title: fn(&Recipe) -> String,
        label: fn(&str, &str) -> String,
        number: fn(&str, usize) -> String,
        hint: fn(&api::Member) -> Option<String>,
        placeholder: fn(&api::Member) -> Option<String>,
        flaw: fn(&Flawed, &str) -> String,
        required: Fixed,
        choose: Fixed,
        left_out: Fixed,
        default_is: fn(&str) -> String,
        yes: Fixed,
        no: Fixed,
        another: Fixed,
        choose_instead: Fixed,
        another_value: Fixed,
        nothing_to_choose: Fixed,
        add: Fixed,
        add_one: fn(&str) -> String,
        remove: Fixed,
        remove_one: fn(&str) -> String,
        key: Fixed,
        value: Fixed,
        more: Fixed,
        source: Fixed,
        to_mend: fn(usize) -> String,
        refused: Fixed,
        not_now: Fixed,
        send: Fixed,
        ask: Fixed,
        clear: Fixed,
        close: Fixed,
        all_actions: Fixed,
        done: Fixed,
        done_silently: Fixed,
        answer: Fixed,
        empty: Fixed,
        once_more: Fixed,
        look_again: Fixed,
        fitting: Fixed,
        what_next: Fixed,
    }
    /// How numbers are written.
    Numbers {
        percent: fn(f64) -> String,
        rate: fn(f64) -> String,
        clock: fn(SimTime, f64) -> String,
        delay: fn(f64) -> (String, Fixed),
    }
}
