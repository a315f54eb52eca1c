//! One file per operation of EC2, or per family that shares its rules.

mod authorize_security_group_ingress;
mod create_security_group;
mod describe_instances;
mod describe_security_groups;
mod revoke_security_group_ingress;
mod run_instances;
mod states;

pub(crate) use authorize_security_group_ingress::authorize_security_group_ingress;
pub(crate) use create_security_group::create_security_group;
pub(crate) use describe_instances::describe_instances;
pub(crate) use describe_security_groups::describe_security_groups;
pub(crate) use revoke_security_group_ingress::revoke_security_group_ingress;
pub(crate) use run_instances::run_instances;
pub(crate) use states::{reboot_instances, start_instances, stop_instances, terminate_instances};

#[cfg(test)]
mod tests {
    use api::ec2::{Reservation, SecurityGroup};
    use api::{Kind, Shape, ShapeInfo};

    use super::*;
    use crate::filter::{FilterPath, NEVER, TAGS};

    #[test]
    fn every_filter_leads_to_a_member_of_the_answer() {
        let check = |table: &[FilterPath], shape: &'static ShapeInfo| {
            for (name, path) in table.iter().filter(|(_, path)| *path != NEVER) {
                assert_eq!(ends_at_shape(shape, path), *name == TAGS, "{name} {path}");
            }
            assert!(table.iter().zip(&table[1..]).all(|(a, b)| a.0 < b.0), "in order");
        };
        check(describe_instances::FILTERS, Reservation::declaration());
        check(describe_security_groups::FILTERS, SecurityGroup::declaration());
    }

    /// Whether a path ends at a structure rather than at a value.
    fn ends_at_shape(shape: &'static ShapeInfo, path: &str) -> bool {
        let (name, rest) = path.split_once('.').unwrap_or((path, ""));
        let member = shape.members.iter().find(|member| member.name == name);
        let member = member.unwrap_or_else(|| panic!("{} has no member {name}", shape.name));
        match member.kind {
            Kind::Shape(inner) | Kind::List(&Kind::Shape(inner)) if rest.is_empty() => {
                let _ = inner;
                true
            }
            Kind::Shape(inner) | Kind::List(&Kind::Shape(inner)) => ends_at_shape(inner(), rest),
            _ => !rest.is_empty(),
        }
    }
}
