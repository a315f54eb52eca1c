//! What can bear tags: everything in EC2 that has an id. Simplified: security group rules bear none.

use api::ApiError;

use crate::Cloud;
use crate::ec2::{Ec2, ElasticIndex, IMAGES, InstanceIndex, LaunchTemplateIndex, SecurityGroupIndex, Tags};
use crate::ids::is_well_formed;
use crate::region::ZoneIndex;

/// Something that can bear tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Resource {
    ElasticIp(ElasticIndex),
    /// An image, by its place among all.
    Image(usize),
    Instance(InstanceIndex),
    LaunchTemplate(LaunchTemplateIndex),
    SecurityGroup(SecurityGroupIndex),
    /// The default subnet of a zone.
    Subnet(ZoneIndex),
    /// The default VPC.
    Vpc,
}

impl Resource {
    /// AWS's name of its kind.
    pub(crate) const fn kind(self) -> &'static str {
        match self {
            Self::ElasticIp(_) => "elastic-ip",
            Self::Image(_) => "image",
            Self::Instance(_) => "instance",
            Self::LaunchTemplate(_) => "launch-template",
            Self::SecurityGroup(_) => "security-group",
            Self::Subnet(_) => "subnet",
            Self::Vpc => "vpc",
        }
    }
}

impl Ec2 {
    /// The id of a resource.
    pub(crate) fn id_of(&self, resource: Resource) -> &str {
        match resource {
            Resource::ElasticIp(index) => &self.all_elastic_addresses[index.index()].allocation_id,
            Resource::Image(place) => IMAGES[place].id,
            Resource::Instance(index) => &self.instances[index.index()].id,
            Resource::LaunchTemplate(index) => &self.all_launch_templates[index.index()].id,
            Resource::SecurityGroup(index) => &self.security_groups[index.index()].id,
            Resource::Subnet(zone) => &self.subnet_ids[zone.index()],
            Resource::Vpc => &self.vpc_id,
        }
    }

    /// The tags of a resource.
    pub(crate) fn tags_of(&self, resource: Resource) -> &Tags {
        match resource {
            Resource::ElasticIp(index) => &self.all_elastic_addresses[index.index()].tags,
            Resource::Image(place) => &self.image_tags[place],
            Resource::Instance(index) => &self.instances[index.index()].tags,
            Resource::LaunchTemplate(index) => &self.all_launch_templates[index.index()].tags,
            Resource::SecurityGroup(index) => &self.security_groups[index.index()].tags,
            Resource::Subnet(zone) => &self.subnet_tags[zone.index()],
            Resource::Vpc => &self.vpc_tags,
        }
    }

    /// The tags of a resource, to be changed.
    pub(crate) fn tags_of_mut(&mut self, resource: Resource) -> &mut Tags {
        match resource {
            Resource::ElasticIp(index) => &mut self.all_elastic_addresses[index.index()].tags,
            Resource::Image(place) => &mut self.image_tags[place],
            Resource::Instance(index) => &mut self.instances[index.index()].tags,
            Resource::LaunchTemplate(index) => &mut self.all_launch_templates[index.index()].tags,
            Resource::SecurityGroup(index) => &mut self.security_groups[index.index()].tags,
            Resource::Subnet(zone) => &mut self.subnet_tags[zone.index()],
            Resource::Vpc => &mut self.vpc_tags,
        }
    }
}

impl Cloud {
    /// Everything that EC2 shows and that can bear tags, kind by kind.
    pub(crate) fn resources(&self) -> impl Iterator<Item = Resource> {
        let groups = (0..).map(SecurityGroupIndex).zip(&self.ec2.security_groups);
        let groups = groups.filter(|(_, group)| !group.deleted);
        let elastic = self.ec2.elastic_addresses();
        let images = (0..IMAGES.len()).map(Resource::Image);
        let instances = self.ec2.indexes().filter(|index| self.is_visible(*index));
        elastic
            .map(|(index, _)| Resource::ElasticIp(index))
            .chain(images)
            .chain(instances.map(Resource::Instance))
            .chain(
                self.ec2
                    .launch_templates()
                    .map(|(index, _)| Resource::LaunchTemplate(index)),
            )
            .chain(groups.map(|(group, _)| Resource::SecurityGroup(group)))
            .chain(self.region.zone_indexes().map(Resource::Subnet))
            .chain([Resource::Vpc])
    }

    /// The resource with this id, whatever its kind.
    ///
    /// # Errors
    /// `InvalidID` for what is no id of such a resource, or the kind's own `NotFound`.
    pub(crate) fn resource_with_id(&self, id: &str) -> Result<Resource, ApiError> {
        let not_found = not_found(id).ok_or_else(|| {
            let message = format!("The ID '{id}' is not valid");
            ApiError::new("InvalidID", message)
        })?;
        let is_it = |resource: &Resource| self.ec2.id_of(*resource) == id;
        self.resources().find(is_it).ok_or(not_found)
    }
}

/// What to say if nothing has this id; `None` if nothing could have it.
fn not_found(id: &str) -> Option<ApiError> {
    let (prefix, _) = id.split_once('-')?;
    let refusal = match prefix {
        "ami" => ApiError::image_not_found,
        "eipalloc" => ApiError::allocation_not_found,
        "i" => ApiError::instance_not_found,
        "sg" => ApiError::security_group_not_found,
        "subnet" => ApiError::subnet_not_found,
        "vpc" => ApiError::vpc_not_found,
        _ => return None,
    };
    is_well_formed(id, &format!("{prefix}-")).then(|| refusal(id))
}
