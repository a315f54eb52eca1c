//! Launch templates: what to launch, kept under a name in numbered versions.

use super::{
    CreditSpecificationRequest, Filter, IamInstanceProfileSpecification, InstanceMaintenanceOptionsRequest,
    InstanceNetworkInterfaceSpecification, Placement, Tag, TagSpecification,
};
use crate::Timestamp;
use crate::shape::shapes;

shapes! {
    /// Makes a launch template with its first version, which is its default.
    pub struct CreateLaunchTemplateInput {
        /// 3 to 128 letters, digits and `( ) . - / _`.
        launch_template_name: Option<String> = "LaunchTemplateName" required,
        /// A note about the first version.
        version_description: Option<String> = "VersionDescription" length(0..=255),
        /// What the first version says.
        launch_template_data: Option<LaunchTemplateData> = "LaunchTemplateData" required,
        /// Tags for the template.
        tag_specifications: Vec<TagSpecification> = "TagSpecifications",
    }
    without "DryRun=false ClientToken Operator"

    /// The template.
    pub struct CreateLaunchTemplateOutput {
        /// As it is now.
        launch_template: Option<LaunchTemplate> = "LaunchTemplate",
    }

    /// Adds a version to a launch template; the default stays what it is.
    pub struct CreateLaunchTemplateVersionInput {
        /// The template, by id.
        launch_template_id: Option<String> = "LaunchTemplateId",
        /// The template, by name.
        launch_template_name: Option<String> = "LaunchTemplateName",
        /// The version whose data holds for all that the new one does not say.
        source_version: Option<String> = "SourceVersion",
        /// A note about the version.
        version_description: Option<String> = "VersionDescription" length(0..=255),
        /// What the version says.
        launch_template_data: Option<LaunchTemplateData> = "LaunchTemplateData" required,
    }
    without "DryRun=false ClientToken ResolveAlias=false"

    /// The version.
    pub struct CreateLaunchTemplateVersionOutput {
        /// As it is for ever.
        launch_template_version: Option<LaunchTemplateVersion> = "LaunchTemplateVersion",
    }

    /// Makes another version the default.
    pub struct ModifyLaunchTemplateInput {
        /// The template, by id.
        launch_template_id: Option<String> = "LaunchTemplateId",
        /// The template, by name.
        launch_template_name: Option<String> = "LaunchTemplateName",
        /// The number of the version that is to be the default.
        default_version: Option<String> = "DefaultVersion",
    }
    without "DryRun=false ClientToken"

    /// The template.
    pub struct ModifyLaunchTemplateOutput {
        /// As it is now.
        launch_template: Option<LaunchTemplate> = "LaunchTemplate",
    }

    /// Deletes a launch template with all its versions.
    pub struct DeleteLaunchTemplateInput {
        /// The template, by id.
        launch_template_id: Option<String> = "LaunchTemplateId",
        /// The template, by name.
        launch_template_name: Option<String> = "LaunchTemplateName",
    }
    without "DryRun=false"

    /// The template.
    pub struct DeleteLaunchTemplateOutput {
        /// As it was.
        launch_template: Option<LaunchTemplate> = "LaunchTemplate",
    }

    /// Deletes versions of a launch template; the default one stays.
    pub struct DeleteLaunchTemplateVersionsInput {
        /// The template, by id.
        launch_template_id: Option<String> = "LaunchTemplateId",
        /// The template, by name.
        launch_template_name: Option<String> = "LaunchTemplateName",
        /// The numbers of the versions.
        versions: Vec<String> = "Versions" required length(1..=200),
    }
    without "DryRun=false"

    /// What became of each.
    pub struct DeleteLaunchTemplateVersionsOutput {
        /// Those deleted.
        deleted: Vec<DeletedVersion> = "SuccessfullyDeletedLaunchTemplateVersions",
        /// Those that are still there.
        kept: Vec<KeptVersion> = "UnsuccessfullyDeletedLaunchTemplateVersions",
    }

    /// A version that was deleted.
    pub struct DeletedVersion {
        /// The template's id.
        launch_template_id: Option<String> = "LaunchTemplateId",
        /// The template's name.
        launch_template_name: Option<String> = "LaunchTemplateName",
        /// The version.
        version_number: Option<i64> = "VersionNumber",
    }

    /// A version that was not deleted.
    pub struct KeptVersion {
        /// The template's id.
        launch_template_id: Option<String> = "LaunchTemplateId",
        /// The template's name.
        launch_template_name: Option<String> = "LaunchTemplateName",
        /// The version.
        version_number: Option<i64> = "VersionNumber",
        /// Why.
        response_error: Option<ResponseError> = "ResponseError",
    }

    /// Why something was not done.
    pub struct ResponseError {
        /// In one word.
        code: Option<String> = "Code",
        /// In a sentence.
        message: Option<String> = "Message",
    }

    /// Describes launch templates.
    pub struct DescribeLaunchTemplatesInput {
        /// These, by id.
        launch_template_ids: Vec<String> = "LaunchTemplateIds" length(0..=200),
        /// These, by name.
        launch_template_names: Vec<String> = "LaunchTemplateNames" length(0..=200),
        /// Which of them to answer with.
        filters: Vec<Filter> = "Filters",
    }
    without "DryRun=false NextToken MaxResults IncludeManagedResources=false"

    /// The templates.
    pub struct DescribeLaunchTemplatesOutput {
        /// In the order in which they were made.
        launch_templates: Vec<LaunchTemplate> = "LaunchTemplates" always,
    }

    /// Describes versions of one launch template, or the latest or default ones of all.
    pub struct DescribeLaunchTemplateVersionsInput {
        /// The template, by id.
        launch_template_id: Option<String> = "LaunchTemplateId",
        /// The template, by name.
        launch_template_name: Option<String> = "LaunchTemplateName",
        /// Numbers, `$Latest` or `$Default`; all if left out.
        versions: Vec<String> = "Versions" length(0..=200),
        /// From this number on.
        min_version: Option<String> = "MinVersion",
        /// Up to this number.
        max_version: Option<String> = "MaxVersion",
    }
    without "DryRun=false NextToken MaxResults Filters ResolveAlias=false IncludeManagedResources=false"

    /// The versions.
    pub struct DescribeLaunchTemplateVersionsOutput {
        /// Newest first.
        launch_template_versions: Vec<LaunchTemplateVersion> = "LaunchTemplateVersions" always,
    }

    /// A launch template.
    pub struct LaunchTemplate {
        /// `lt-` and 17 hexadecimal digits.
        launch_template_id: Option<String> = "LaunchTemplateId",
        /// The name.
        launch_template_name: Option<String> = "LaunchTemplateName",
        /// When it was made.
        create_time: Option<Timestamp> = "CreateTime",
        /// Who made it.
        created_by: Option<String> = "CreatedBy",
        /// The version that holds when none is said.
        default_version_number: Option<i64> = "DefaultVersionNumber",
        /// The newest version.
        latest_version_number: Option<i64> = "LatestVersionNumber",
        /// Its tags.
        tags: Vec<Tag> = "Tags",
    }

    /// A version of a launch template.
    pub struct LaunchTemplateVersion {
        /// The template's id.
        launch_template_id: Option<String> = "LaunchTemplateId",
        /// The template's name.
        launch_template_name: Option<String> = "LaunchTemplateName",
        /// From 1.
        version_number: Option<i64> = "VersionNumber",
        /// The note.
        version_description: Option<String> = "VersionDescription",
        /// When it was made.
        create_time: Option<Timestamp> = "CreateTime",
        /// Who made it.
        created_by: Option<String> = "CreatedBy",
        /// Whether it is the default.
        default_version: Option<bool> = "DefaultVersion",
        /// What it says.
        launch_template_data: Option<LaunchTemplateData> = "LaunchTemplateData",
    }

    /// What a version says; all of it may be left out.
    pub struct LaunchTemplateData {
        /// The role that the instances act in.
        iam_instance_profile: Option<IamInstanceProfileSpecification> = "IamInstanceProfile",
        /// The network interface; in place of the security groups.
        network_interfaces: Vec<InstanceNetworkInterfaceSpecification> = "NetworkInterfaces" length(0..=1),
        /// The image (AMI) to launch from.
        image_id: Option<String> = "ImageId",
        /// The size of the instances.
        instance_type: Option<String> = "InstanceType",
        /// Whether metrics come every minute.
        monitoring: Option<LaunchTemplateMonitoring> = "Monitoring",
        /// Where to launch.
        placement: Option<Placement> = "Placement",
        /// Whether to refuse to terminate the instances.
        disable_api_termination: Option<bool> = "DisableApiTermination",
        /// A script that runs once, at the end of the first boot.
        user_data: Option<String> = "UserData" base64,
        /// Tags for what the launch makes.
        tag_specifications: Vec<TagSpecification> = "TagSpecifications",
        /// What may reach the instances, by id.
        security_group_ids: Vec<String> = "SecurityGroupIds",
        /// The same by name.
        security_groups: Vec<String> = "SecurityGroups",
        /// What burstable instances do when their CPU credits are spent.
        credit_specification: Option<CreditSpecificationRequest> = "CreditSpecification",
        /// What the instances do when their host fails.
        maintenance_options: Option<InstanceMaintenanceOptionsRequest> = "MaintenanceOptions",
        /// Whether to refuse to stop the instances.
        disable_api_stop: Option<bool> = "DisableApiStop",
    }
    without "KernelId EbsOptimized=false BlockDeviceMappings KeyName \
        RamDiskId InstanceInitiatedShutdownBehavior=stop ElasticGpuSpecifications ElasticInferenceAccelerators \
        InstanceMarketOptions CpuOptions CapacityReservationSpecification LicenseSpecifications \
        HibernationOptions MetadataOptions EnclaveOptions InstanceRequirements PrivateDnsNameOptions \
        Operator NetworkPerformanceOptions SecondaryInterfaces"

    /// Whether metrics come every minute instead of every five.
    pub struct LaunchTemplateMonitoring {
        /// True for detailed monitoring.
        enabled: Option<bool> = "Enabled",
    }
    without "MetricCategoryIds"

    /// A launch template and its version.
    pub struct LaunchTemplateSpecification {
        /// The template, by id.
        launch_template_id: Option<String> = "LaunchTemplateId",
        /// The template, by name.
        launch_template_name: Option<String> = "LaunchTemplateName",
        /// A number, `$Latest` or `$Default`; the default if left out.
        version: Option<String> = "Version",
    }
}
