//! How an instance moves through its states, and its software with it.
//!
//! ```text
//!  state:  pending ─17 s─▶ running ──────────────────────▶ stopping ─▶ stopped ─(start)─▶ pending …
//!                            │                          └─▶ shutting-down ─▶ terminated
//!  boot:   off             os starting ─5 s─▶ app starting ─8 s─▶ app up          (golden image)
//!                                         └─▶ running user data ─90 s─▶ app up    (plain image, first boot)
//!                                         └─▶ no app                              (plain image, later boots)
//! ```
//!
//! Both are timed by events that carry no state: an event whose ticket the instance no longer holds was overtaken.

use des::{Law, SimDuration, SimTime, Stream, Ticket};

use crate::Cloud;
use crate::app::Dependency;
use crate::ec2::image::AppStart;
use crate::ec2::instance::{Boot, Instance, InstanceIndex, InstanceState, StateReason};
use crate::ec2::{AddressPool, defaults};
use crate::event::Event;
use crate::fact::{FactId, What};

const STATE: Stream = Stream::named("ec2/state");
const BOOT: Stream = Stream::named("ec2/boot");

impl Cloud {
    /// Powers a new or stopped instance on: `pending`, soon `running`.
    pub(crate) fn power_on(&mut self, index: InstanceIndex, cause: FactId) {
        let now = self.now;
        let instance = &mut self.ec2.instances[index.index()];
        instance.launched_at = now;
        instance.starts += 1;
        instance.crashed_since = None;
        self.leave_host(index, cause);
        self.enter_state(index, InstanceState::Pending, StateReason::Pending, cause);
        self.ec2.stations[index.index()].blame = self.ec2.instances[index.index()].cause;
        let cause = self.ec2.instances[index.index()].cause;
        self.lend_address(index, cause);
        self.settle_ways(index, cause);
    }

    /// Begins an orderly shutdown towards `stopped` or `terminated`.
    pub(crate) fn power_off(&mut self, index: InstanceIndex, towards: InstanceState, cause: FactId) {
        let reason = StateReason::UserInitiated(self.now);
        let orderly = self.ec2.instances[index.index()].os_answers() && !self.zone_is_dark(index);
        if self.ec2.instances[index.index()].runs() {
            (self.services.runs_no_more)(self, index);
        }
        self.enter_state(index, towards, reason, cause);
        let cause = self.ec2.instances[index.index()].cause;
        self.stop_software(index, orderly, cause);
    }

    /// Restarts the operating system; EC2's state stays `running`.
    pub(crate) fn reboot(&mut self, index: InstanceIndex, cause: FactId) {
        let orderly = self.ec2.instances[index.index()].os_answers();
        self.ec2.instances[index.index()].crashed_since = None;
        self.cure(index, cause, false);
        self.stop_software(index, orderly, cause);
        self.begin_reboot(index);
    }

    /// The operating system goes down, to start again.
    pub(crate) fn begin_reboot(&mut self, index: InstanceIndex) {
        self.enter_boot(index, Boot::Rebooting, Some(defaults::OS_SHUTDOWN));
    }

    /// The time of an instance's state is over: the next one.
    pub(crate) fn state_over(&mut self, index: InstanceIndex, ticket: Ticket) {
        let instance = &self.ec2.instances[index.index()];
        if instance.state_ticket != ticket {
            return;
        }
        let (cause, reason) = (instance.cause, instance.state_reason);
        match instance.state {
            InstanceState::Pending => {
                self.enter_state(index, InstanceState::Running, StateReason::None, cause);
                (self.services.runs)(self, index);
                self.start_software(index);
            }
            InstanceState::Stopping => {
                self.enter_state(index, InstanceState::Stopped, reason, cause);
                self.give_up_lent_address(index);
            }
            InstanceState::ShuttingDown => {
                self.enter_state(index, InstanceState::Terminated, reason, cause);
                self.ec2.stations[index.index()].uptime.end(self.now);
                self.give_up_every_address(index);
            }
            InstanceState::Running | InstanceState::Stopped | InstanceState::Terminated => {}
        }
    }

    /// The time of a boot stage is over: the next one.
    pub(crate) fn boot_over(&mut self, index: InstanceIndex, ticket: Ticket) {
        let instance = &self.ec2.instances[index.index()];
        if instance.boot_ticket != ticket {
            return;
        }
        match instance.boot {
            Boot::Rebooting => self.start_software(index),
            Boot::OsStarting => self.os_is_up(index),
            Boot::RunningUserData => self.user_data_over(index),
            Boot::AppStarting => self.app_is_up(index),
            Boot::Off | Boot::AppUp | Boot::NoApp => {}
        }
    }

    /// Starts the operating system, unless the zone has no power or the host has failed: then it starts when that is mended.
    pub(crate) fn start_software(&mut self, index: InstanceIndex) {
        if self.zone_is_dark(index) || self.host_has_failed(index) {
            return self.enter_boot(index, Boot::Off, None);
        }
        self.ec2.instances[index.index()].boots += 1;
        self.enter_boot(index, Boot::OsStarting, Some(defaults::OS_BOOT));
    }

    fn os_is_up(&mut self, index: InstanceIndex) {
        let cause = self.ec2.instances[index.index()].cause;
        let fact = self.facts.note(self.now, cause, What::OsUp(index));
        self.ec2.instances[index.index()].cause = fact;
        let instance = &self.ec2.instances[index.index()];
        match (instance.image.app_start, first_boot_script(instance)) {
            (AppStart::ByOs, _) => self.enter_boot(index, Boot::AppStarting, Some(defaults::APP_START)),
            (AppStart::ByUserData, true) => self.run_user_data(index),
            (AppStart::ByUserData | AppStart::Broken, _) => self.no_app(index, fact),
        }
        self.settle_door(index, fact);
    }

    /// The script first downloads the app and its packages, all of which S3 holds: the app's archive in a public bucket, the
    /// packages in Amazon Linux's own. Without a way to S3 it waits until the connection times out.
    fn run_user_data(&mut self, index: InstanceIndex) {
        let blocked = !self.has_way(index, Dependency::S3);
        self.ec2.instances[index.index()].download_blocked = blocked;
        let law = if blocked {
            defaults::DOWNLOAD_TIMEOUT
        } else {
            defaults::USER_DATA_RUN
        };
        self.enter_boot(index, Boot::RunningUserData, Some(law));
    }

    /// A download that has waited goes on if there is a way by now; else the script has failed.
    fn user_data_over(&mut self, index: InstanceIndex) {
        let cause = self.ec2.stations[index.index()].reach_blame[Dependency::S3 as usize];
        match self.ec2.instances[index.index()].download_blocked {
            false => self.app_is_up(index),
            true if self.has_way(index, Dependency::S3) => self.run_user_data(index),
            true => self.no_app(index, cause),
        }
    }

    fn no_app(&mut self, index: InstanceIndex, cause: FactId) {
        let fact = self.facts.note(self.now, cause, What::NoApp(index));
        self.ec2.instances[index.index()].cause = fact;
        self.enter_boot(index, Boot::NoApp, None);
    }

    fn app_is_up(&mut self, index: InstanceIndex) {
        let cause = self.ec2.instances[index.index()].cause;
        let fact = self.facts.note(self.now, cause, What::AppUp(index));
        self.ec2.instances[index.index()].cause = fact;
        self.enter_boot(index, Boot::AppUp, None);
        self.memory_is_empty(index);
        self.settle_door(index, fact);
    }

    /// The app's process dies while the operating system goes on.
    pub(crate) fn app_dies(&mut self, index: InstanceIndex, cause: FactId) {
        let fact = self.facts.note(self.now, cause, What::AppDown(index));
        self.ec2.instances[index.index()].cause = fact;
        self.enter_boot(index, Boot::NoApp, None);
        self.memory_is_empty(index);
        self.settle_door(index, fact);
        self.drop_held(index, true, fact);
    }

    /// The app is started again by hand or by its supervisor.
    pub(crate) fn restart_app(&mut self, index: InstanceIndex, cause: FactId) {
        self.ec2.instances[index.index()].cause = cause;
        self.enter_boot(index, Boot::AppStarting, Some(defaults::APP_START));
    }

    /// The software is gone. `orderly`: the operating system closes its connections before it goes.
    pub(crate) fn stop_software(&mut self, index: InstanceIndex, orderly: bool, cause: FactId) {
        let had_os = self.ec2.instances[index.index()].boot.os_is_up();
        self.enter_boot(index, Boot::Off, None);
        self.memory_is_empty(index);
        let mut cause = cause;
        if had_os {
            cause = self.facts.note(self.now, cause, What::OsDown(index));
        }
        self.ec2.instances[index.index()].cause = cause;
        self.settle_door(index, cause);
        self.drop_held(index, orderly, cause);
    }

    fn enter_state(
        &mut self,
        index: InstanceIndex,
        state: InstanceState,
        reason: StateReason,
        cause: FactId,
    ) {
        let now = self.now;
        let fact = self.facts.note(
            now,
            cause,
            What::InstanceState {
                instance: index,
                state,
            },
        );
        let length = state_law(state).map(|law| self.draw_length(index, STATE, state as u64, law));
        let until = length.map_or(SimTime::NEVER, |length| now + length);
        let ticket = length.map_or(Ticket::NONE, |_| self.events.push(until, Event::StateOver(index)));
        let instance = &mut self.ec2.instances[index.index()];
        instance.state = state;
        instance.state_reason = reason;
        instance.state_since = now;
        instance.state_until = until;
        instance.state_ticket = ticket;
        instance.cause = fact;
        self.ec2.count_among_living(index);
        (self.services.instance_state)(self, index, fact);
    }

    fn enter_boot(&mut self, index: InstanceIndex, boot: Boot, law: Option<Law>) {
        let now = self.now;
        let length = law.map(|law| self.draw_length(index, BOOT, boot as u64, law));
        let until = length.map_or(SimTime::NEVER, |length| now + length);
        let ticket = length.map_or(Ticket::NONE, |_| self.events.push(until, Event::BootOver(index)));
        let instance = &mut self.ec2.instances[index.index()];
        instance.boot = boot;
        instance.boot_since = now;
        instance.boot_until = until;
        instance.boot_ticket = ticket;
    }

    /// Keyed by zone, ordinal, and what it is for, so that forks share it whatever else was launched.
    fn draw_length(&self, index: InstanceIndex, stream: Stream, what: u64, law: Law) -> SimDuration {
        let instance = &self.ec2.instances[index.index()];
        let who = (u64::from(instance.zone.0) << 32) | u64::from(instance.ordinal);
        let when = (u64::from(instance.starts) << 32) | (u64::from(instance.boots) << 8) | what;
        law.sample(&mut self.seed.draw(stream, who, when))
    }

    /// A stopped instance keeps its Elastic IP address.
    fn give_up_lent_address(&mut self, index: InstanceIndex) {
        if self.ec2.elastic_of(index).is_none() {
            let cause = self.ec2.instances[index.index()].cause;
            self.return_address(index, cause);
        }
    }

    fn give_up_every_address(&mut self, index: InstanceIndex) {
        let cause = self.ec2.instances[index.index()].cause;
        match self.ec2.elastic_of(index) {
            Some(elastic) => self.disassociate_address(elastic, cause),
            None => self.return_address(index, cause),
        }
    }

    /// Whether the pool can serve `n` more starts.
    pub(crate) fn addresses_left(&self, n: u32) -> bool {
        let pool: &AddressPool = &self.ec2.addresses;
        pool.left() >= n
    }
}

/// What a script must name to bring the app up. Our choice: a script that never mentions the app cannot start it.
const APP_NAME_IN_SCRIPT: &str = "employee-directory";

/// Whether user data starts the app on this boot: it runs on the first boot only, and must be a script about the app.
fn first_boot_script(instance: &Instance) -> bool {
    let starts_app = |script: &String| script.starts_with("#!") && script.contains(APP_NAME_IN_SCRIPT);
    instance.boots == 1 && instance.user_data.as_ref().is_some_and(starts_app)
}

const fn state_law(state: InstanceState) -> Option<Law> {
    match state {
        InstanceState::Pending => Some(defaults::PENDING),
        InstanceState::Stopping => Some(defaults::STOPPING),
        InstanceState::ShuttingDown => Some(defaults::SHUTTING_DOWN),
        InstanceState::Running | InstanceState::Stopped | InstanceState::Terminated => None,
    }
}
