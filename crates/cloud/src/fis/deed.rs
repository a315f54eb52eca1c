//! What an action does, read from its template.

use api::ApiError;
use api::fis::{ActionSpec, CpuStressParameters};
use des::SimDuration;

use super::check::invalid;
use super::{catalog, defaults, duration};
use crate::Cloud;
use crate::cloudwatch::AlarmState;
use crate::fault::Scope;

/// The SSM document that FIS has for a busy CPU.
const CPU_STRESS: &str = "document/AWSFIS-Run-CPU-Stress";

/// What an action does.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Deed {
    Stop {
        start_after: Option<SimDuration>,
        completes_without: bool,
    },
    Terminate,
    Reboot,
    LaunchErrors {
        duration: SimDuration,
        zones: u8,
        percent: u8,
    },
    Disconnect {
        duration: SimDuration,
        scope: Scope,
    },
    CpuStress {
        duration: SimDuration,
        percent: u32,
    },
    Wait(SimDuration),
    Assert {
        alarms: Vec<String>,
        states: Vec<AlarmState>,
    },
}

impl Deed {
    /// Reads an action whose parameters are all known to it.
    ///
    /// # Errors
    /// `ValidationException`.
    pub(super) fn read(cloud: &Cloud, name: &str, spec: &ActionSpec) -> Result<Self, ApiError> {
        let reader = Reader { cloud, name, spec };
        Ok(match spec.action_id.as_deref().unwrap_or_default() {
            "aws:ec2:stop-instances" => reader.stop()?,
            "aws:ec2:terminate-instances" => Self::Terminate,
            "aws:ec2:reboot-instances" => Self::Reboot,
            "aws:network:disrupt-connectivity" => reader.disconnect()?,
            "aws:ssm:send-command" => reader.command()?,
            "aws:fis:wait" => Self::Wait(reader.duration()?),
            "aws:cloudwatch:assert-alarm-state" => reader.assert()?,
            _ => reader.launch_errors()?,
        })
    }
}

struct Reader<'a> {
    cloud: &'a Cloud,
    name: &'a str,
    spec: &'a ActionSpec,
}

impl Reader<'_> {
    fn text(&self, parameter: &str) -> Option<&str> {
        self.spec.parameters.get(parameter).map(String::as_str)
    }

    fn bad(&self, parameter: &str) -> ApiError {
        let value = self.text(parameter).unwrap_or_default();
        invalid(format!(
            "Invalid value '{value}' for parameter {parameter} of action {}.",
            self.name
        ))
    }

    fn length(&self, parameter: &str) -> Result<Option<SimDuration>, ApiError> {
        let Some(text) = self.text(parameter) else {
            return Ok(None);
        };
        let allowed =
            |length: &SimDuration| (defaults::DURATION_MIN..=defaults::DURATION_MAX).contains(length);
        let length = duration::parse(text).filter(allowed);
        length.map(Some).ok_or_else(|| self.bad(parameter))
    }

    fn duration(&self) -> Result<SimDuration, ApiError> {
        self.length("duration")?.ok_or_else(|| self.bad("duration"))
    }

    fn stop(&self) -> Result<Deed, ApiError> {
        let start_after = self.length("startInstancesAfterDuration")?;
        let completes_without = match self.text("completeIfInstancesTerminated") {
            None | Some("false") => false,
            Some("true") if start_after.is_some() => true,
            Some(_) => return Err(self.bad("completeIfInstancesTerminated")),
        };
        Ok(Deed::Stop {
            start_after,
            completes_without,
        })
    }

    fn launch_errors(&self) -> Result<Deed, ApiError> {
        let mut zones = 0;
        for name in self
            .text("availabilityZoneIdentifiers")
            .unwrap_or_default()
            .split(',')
        {
            let name = name.trim();
            let all = self.cloud.region.zones;
            let place = all.iter().position(|zone| zone.name == name || zone.id == name);
            zones |= 1 << place.ok_or_else(|| self.bad("availabilityZoneIdentifiers"))?;
        }
        let percent = self.text("percentage").unwrap_or("100").parse().ok();
        let percent = percent.filter(|percent| (1..=100).contains(percent));
        Ok(Deed::LaunchErrors {
            duration: self.duration()?,
            zones,
            percent: percent.ok_or_else(|| self.bad("percentage"))?,
        })
    }

    fn disconnect(&self) -> Result<Deed, ApiError> {
        let scope = match self.text("scope") {
            Some("all") => Scope::All,
            Some("availability-zone") => Scope::AvailabilityZone,
            _ => return Err(self.bad("scope")),
        };
        Ok(Deed::Disconnect {
            duration: self.duration()?,
            scope,
        })
    }

    /// Only the document for a busy CPU is modelled; `CPU` other than 0 counts as all (simplified).
    fn command(&self) -> Result<Deed, ApiError> {
        if !self
            .text("documentArn")
            .is_some_and(|arn| arn.ends_with(CPU_STRESS))
        {
            return Err(self.bad("documentArn"));
        }
        let bad = || self.bad("documentParameters");
        let mut told = CpuStressParameters::default();
        let text = self.text("documentParameters").ok_or_else(bad)?;
        api::json::parse(text, &mut told).map_err(|_| bad())?;
        let number = |text: Option<&String>| text.and_then(|text| text.parse::<u32>().ok());
        let seconds = number(told.duration_seconds.as_ref()).ok_or_else(bad)?;
        let percent = told
            .load_percent
            .as_ref()
            .map_or(Some(100), |text| number(Some(text)));
        let percent = percent
            .filter(|percent| (1..=100).contains(percent))
            .ok_or_else(bad)?;
        let stress = SimDuration::from_secs(seconds.into());
        Ok(Deed::CpuStress {
            duration: self.duration()?.min(stress),
            percent,
        })
    }

    fn assert(&self) -> Result<Deed, ApiError> {
        let list = |parameter| self.text(parameter).unwrap_or_default().split(',').map(str::trim);
        let state = |word| AlarmState::named(word).ok_or_else(|| self.bad("alarmStates"));
        let is_arn = |arn: &str| arn.starts_with("arn:aws:cloudwatch:") && arn.contains(":alarm:");
        if !list("alarmArns").all(is_arn) {
            return Err(self.bad("alarmArns"));
        }
        Ok(Deed::Assert {
            alarms: list("alarmArns").map(str::to_owned).collect(),
            states: list("alarmStates").map(state).collect::<Result<_, _>>()?,
        })
    }
}

/// Whether an action's parameters are those that its kind has.
///
/// # Errors
/// `ValidationException`.
pub(super) fn check_parameters(
    name: &str,
    kind: &catalog::ActionKind,
    spec: &ActionSpec,
) -> Result<(), ApiError> {
    let known = |parameter: &String| kind.parameters.iter().any(|one| one.name == parameter);
    let mut given = spec.parameters.0.iter().map(|(parameter, _)| parameter);
    if let Some(unknown) = given.find(|parameter| !known(parameter)) {
        return Err(invalid(format!(
            "Action {name} has an unknown parameter: {unknown}."
        )));
    }
    let mut required = kind.parameters.iter().filter(|one| one.required);
    match required.find(|one| spec.parameters.get(one.name).is_none()) {
        Some(missing) => Err(invalid(format!(
            "Action {name} is missing required parameter {}.",
            missing.name
        ))),
        None => Ok(()),
    }
}
