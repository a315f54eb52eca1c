//! Launch templates: what to launch, kept under a name in numbered versions that never change.
//!
//! Source: EC2 User Guide, "Launch an instance from a launch template"; EC2 API Reference, "Error codes".

use api::ApiError;
use api::ec2::{LaunchTemplateData, LaunchTemplateSpecification, RunInstancesInput};
use des::SimTime;

use crate::ec2::{Ec2, Tags};
use crate::ids::check_id;

/// A launch template, by the order in which they were made. Never given again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LaunchTemplateIndex(pub(crate) u32);

impl LaunchTemplateIndex {
    /// As an index into the list of templates.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A launch template.
#[derive(Clone, Debug)]
pub struct LaunchTemplate {
    /// `lt-` and 17 hexadecimal digits.
    pub id: String,
    /// Unique in the Region.
    pub name: String,
    /// When it was made.
    pub created: SimTime,
    /// Its tags.
    pub tags: Tags,
    /// The number of the version that holds when none is said.
    pub default_version: u32,
    /// The number of the newest version ever made.
    pub latest_version: u32,
    /// Those that were not deleted, oldest first.
    pub versions: Vec<TemplateVersion>,
    /// Whether the template itself was deleted.
    pub(crate) deleted: bool,
}

/// A version of a launch template.
#[derive(Clone, Debug)]
pub struct TemplateVersion {
    /// From 1.
    pub number: u32,
    /// A note.
    pub description: Option<String>,
    /// When it was made.
    pub created: SimTime,
    /// What it says.
    pub data: LaunchTemplateData,
}

impl LaunchTemplate {
    /// The version that `text` names: a number, `$Latest` or `$Default`.
    #[must_use]
    pub fn version(&self, text: &str) -> Option<&TemplateVersion> {
        let number = match text {
            "$Latest" => self.versions.last()?.number,
            "$Default" => self.default_version,
            _ => text.parse().ok()?,
        };
        self.versions.iter().find(|version| version.number == number)
    }

    /// The same.
    ///
    /// # Errors
    /// `InvalidLaunchTemplateId.VersionNotFound`.
    pub(crate) fn version_or_refusal(&self, text: &str) -> Result<&TemplateVersion, ApiError> {
        self.version(text).ok_or_else(|| {
            let message = format!(
                "Could not find the specified version {text} for the launch template with ID {}.",
                self.id
            );
            ApiError::new("InvalidLaunchTemplateId.VersionNotFound", message)
        })
    }
}

impl Ec2 {
    /// The launch templates that are there, oldest first.
    pub fn launch_templates(&self) -> impl Iterator<Item = (LaunchTemplateIndex, &LaunchTemplate)> {
        let indexed = (0..).map(LaunchTemplateIndex).zip(&self.all_launch_templates);
        indexed.filter(|(_, template)| !template.deleted)
    }

    /// The template that a call names by id or by name.
    ///
    /// # Errors
    /// If it names none or both, or what it names is malformed or not there.
    pub(crate) fn launch_template_of(
        &self,
        id: Option<&str>,
        name: Option<&str>,
    ) -> Result<LaunchTemplateIndex, ApiError> {
        match (id, name) {
            (Some(id), None) => self.launch_template_with_id(id),
            (None, Some(name)) => self.launch_template_named(name),
            (Some(_), Some(_)) => Err(ApiError::invalid_parameter_combination(
                "A launch template may be specified by its id or by its name, not by both.",
            )),
            (None, None) => Err(ApiError::missing_parameter(
                "LaunchTemplateId or LaunchTemplateName",
            )),
        }
    }

    pub(crate) fn launch_template_with_id(&self, id: &str) -> Result<LaunchTemplateIndex, ApiError> {
        check_id(id, "lt-", "InvalidLaunchTemplateId.Malformed")?;
        self.launch_template_where(|template| template.id == id)
            .ok_or_else(|| {
                let message =
                    format!("The specified launch template, with template ID {id}, does not exist.");
                ApiError::new("InvalidLaunchTemplateId.NotFound", message)
            })
    }

    pub(crate) fn launch_template_named(&self, name: &str) -> Result<LaunchTemplateIndex, ApiError> {
        self.launch_template_where(|template| template.name == name)
            .ok_or_else(|| {
                let message =
                    format!("The specified launch template, with template name {name}, does not exist.");
                ApiError::new("InvalidLaunchTemplateName.NotFoundException", message)
            })
    }

    fn launch_template_where(&self, is_it: impl Fn(&LaunchTemplate) -> bool) -> Option<LaunchTemplateIndex> {
        let mut found = self.launch_templates().filter(|(_, template)| is_it(template));
        found.next().map(|(index, _)| index)
    }

    /// A launch with everything that its template says and it does not.
    ///
    /// # Errors
    /// If there is no such template or version.
    pub(crate) fn with_template(&self, input: &RunInstancesInput) -> Result<RunInstancesInput, ApiError> {
        let Some(specification) = &input.launch_template else {
            return Ok(input.clone());
        };
        let version = self.specified_version(specification)?;
        Ok(over_template(input, &version.data))
    }

    /// The version that a specification names; the default one if it names none.
    ///
    /// # Errors
    /// If there is no such template or version.
    pub(crate) fn specified_version(
        &self,
        specification: &LaunchTemplateSpecification,
    ) -> Result<&TemplateVersion, ApiError> {
        let id = specification.launch_template_id.as_deref();
        let index = self.launch_template_of(id, specification.launch_template_name.as_deref())?;
        let version = specification.version.as_deref().unwrap_or("$Default");
        self.all_launch_templates[index.index()].version_or_refusal(version)
    }
}

/// What the launch itself says goes before what the template says. Security groups are one thing, whether by id or name.
fn over_template(input: &RunInstancesInput, data: &LaunchTemplateData) -> RunInstancesInput {
    let mut launch = input.clone();
    fill(&mut launch.image_id, &data.image_id);
    fill(&mut launch.instance_type, &data.instance_type);
    fill(&mut launch.user_data, &data.user_data);
    fill(&mut launch.disable_api_termination, &data.disable_api_termination);
    fill(&mut launch.disable_api_stop, &data.disable_api_stop);
    fill(&mut launch.credit_specification, &data.credit_specification);
    fill(&mut launch.maintenance_options, &data.maintenance_options);
    fill(&mut launch.iam_instance_profile, &data.iam_instance_profile);
    if launch.network_interfaces.is_empty() {
        launch.network_interfaces.clone_from(&data.network_interfaces);
    }
    if launch.subnet_id.is_none() {
        fill(&mut launch.placement, &data.placement);
    }
    if launch.monitoring.is_none() {
        launch.monitoring = data
            .monitoring
            .as_ref()
            .map(|monitoring| api::ec2::RunInstancesMonitoring {
                enabled: monitoring.enabled,
            });
    }
    if launch.security_group_ids.is_empty() && launch.security_groups.is_empty() {
        launch.security_group_ids.clone_from(&data.security_group_ids);
        launch.security_groups.clone_from(&data.security_groups);
    }
    if launch.tag_specifications.is_empty() {
        launch.tag_specifications.clone_from(&data.tag_specifications);
    }
    launch
}

fn fill<T: Clone>(own: &mut Option<T>, template: &Option<T>) {
    if own.is_none() {
        own.clone_from(template);
    }
}

/// A version's data with what another version says and it does not.
pub(crate) fn over_source(data: &LaunchTemplateData, source: &LaunchTemplateData) -> LaunchTemplateData {
    let mut merged = data.clone();
    fill(&mut merged.image_id, &source.image_id);
    fill(&mut merged.instance_type, &source.instance_type);
    fill(&mut merged.monitoring, &source.monitoring);
    fill(&mut merged.placement, &source.placement);
    fill(
        &mut merged.disable_api_termination,
        &source.disable_api_termination,
    );
    fill(&mut merged.user_data, &source.user_data);
    fill(&mut merged.disable_api_stop, &source.disable_api_stop);
    fill(&mut merged.credit_specification, &source.credit_specification);
    fill(&mut merged.maintenance_options, &source.maintenance_options);
    fill(&mut merged.iam_instance_profile, &source.iam_instance_profile);
    if merged.network_interfaces.is_empty() {
        merged.network_interfaces.clone_from(&source.network_interfaces);
    }
    for (own, theirs) in [
        (&mut merged.security_group_ids, &source.security_group_ids),
        (&mut merged.security_groups, &source.security_groups),
    ] {
        if own.is_empty() {
            own.clone_from(theirs);
        }
    }
    if merged.tag_specifications.is_empty() {
        merged.tag_specifications.clone_from(&source.tag_specifications);
    }
    merged
}
