//! Random inputs for an account: what someone might do, sensible or not.

use api::WriteCall;
use api::ec2::{
    AttributeBooleanValue, AuthorizeSecurityGroupIngressInput, BlobAttributeValue, CreateSecurityGroupInput,
    CreateTagsInput, ModifyInstanceAttributeInput, RebootInstancesInput, RevokeSecurityGroupIngressInput,
    RunInstancesInput, StartInstancesInput, StopInstancesInput, Tag, TerminateInstancesInput,
};
use api::sandbox::{ClientsInput, EndFaultInput, FaultInput, RequestInput, TrafficInput};
use cloud::lab::run_instances;
use cloud::{Cloud, Input};
use des::{Draw, Seed, SimDuration, Stream};

/// A source of random inputs and waits.
#[derive(Clone, Debug)]
pub struct Chance(Draw);

impl Chance {
    /// The source with this number.
    #[must_use]
    pub fn new(number: u64) -> Self {
        Self(Seed(number).draw(Stream::named("tests/chance"), 0, 0))
    }

    /// Up to ninety seconds, often far less.
    pub fn wait(&mut self) -> SimDuration {
        let most = [1_000, 300_000, 5_000_000, 90_000_000][self.0.below(4) as usize];
        SimDuration::from_micros(self.0.below(most))
    }

    /// Any of `0..n`.
    pub fn below(&mut self, n: u64) -> u64 {
        self.0.below(n)
    }

    /// Something to submit: most of it is accepted, a good part refused.
    pub fn input(&mut self, cloud: &Cloud) -> Input {
        match self.0.below(18) {
            0 | 1 => self.launch(cloud),
            2 => Input::Api(
                StopInstancesInput {
                    instance_ids: self.ids(cloud),
                    ..Default::default()
                }
                .into(),
            ),
            3 => Input::Api(
                StartInstancesInput {
                    instance_ids: self.ids(cloud),
                    ..Default::default()
                }
                .into(),
            ),
            4 => Input::Api(
                RebootInstancesInput {
                    instance_ids: self.ids(cloud),
                    ..Default::default()
                }
                .into(),
            ),
            5 => Input::Api(
                TerminateInstancesInput {
                    instance_ids: self.ids(cloud),
                    ..Default::default()
                }
                .into(),
            ),
            6 | 7 => Input::World(
                ClientsInput {
                    endpoint: self.endpoints(cloud),
                }
                .into(),
            ),
            8 => self.traffic(),
            9 | 10 => self.fault(cloud),
            11 => self.end_fault(),
            12 => self.request(),
            13 => self.rule(),
            14 => self.group(),
            15 => self.tag(cloud),
            16 => self.attribute(cloud),
            _ => self.resize(cloud),
        }
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.0.below(from.len() as u64) as usize]
    }

    fn launch(&mut self, cloud: &Cloud) -> Input {
        let zone = cloud.region.zones[self.0.below(cloud.region.zones.len() as u64) as usize].name;
        let image = self.pick(&[
            "employee-directory",
            "employee-directory",
            "employee-directory-bad",
            "no-such-image",
        ]);
        let kind = self.pick(&["t3.micro", "t2.micro", "m5.large", "m7i.48xlarge", "t9.micro"]);
        let count = self.0.below(4) as u32;
        match self.0.below(20) {
            0 => Input::Api(RunInstancesInput::default().into()),
            _ => run_instances(image, kind, count, zone),
        }
    }

    fn id(&mut self, cloud: &Cloud) -> String {
        let n = cloud.ec2.instances.len() as u64;
        match self.0.below(12) {
            0 => "i-0123456789abcdef0".to_owned(),
            1 => "instance".to_owned(),
            _ if n == 0 => String::new(),
            _ => cloud.ec2.instances[self.0.below(n) as usize].id.clone(),
        }
    }

    fn ids(&mut self, cloud: &Cloud) -> Vec<String> {
        (0..self.0.below(3)).map(|_| self.id(cloud)).collect()
    }

    fn endpoints(&mut self, cloud: &Cloud) -> Vec<String> {
        let public = |instance: &cloud::ec2::Instance| instance.public_ip().map(|ip| ip.to_string());
        let mut endpoints: Vec<String> = cloud.ec2.instances.iter().filter_map(public).collect();
        endpoints.truncate(self.0.below(5) as usize);
        if self.0.below(10) == 0 {
            endpoints.push("directory.example".to_owned());
        }
        endpoints
    }

    fn traffic(&mut self) -> Input {
        let profile = self.pick(&["steady", "ramp", "day", "flash-crowd"]).to_owned();
        let rate = self.0.below(160) as f64;
        let over = Some(self.pick(&["90s", "10m", "1h", "soon"]).to_owned());
        Input::World(
            TrafficInput {
                rate: Some(rate),
                profile: Some(profile),
                over,
                peak: None,
            }
            .into(),
        )
    }

    fn fault(&mut self, cloud: &Cloud) -> Input {
        let kinds = [
            "instance-crash",
            "app-hang",
            "app-crash",
            "instance-slow",
            "az-outage",
            "memory-leak",
            "az-grey",
            "insufficient-capacity",
            "dependency-slow",
            "gremlins",
        ];
        let zone = self
            .pick(&["us-east-2a", "us-east-2b", "us-east-2c", "eu-west-1a"])
            .to_owned();
        let duration = (self.0.below(4) > 0).then(|| self.pick(&["7s", "45s", "5m", "0s"]).to_owned());
        Input::World(
            FaultInput {
                kind: Some(self.pick(&kinds).to_owned()),
                instance_id: Some(self.id(cloud)),
                zone: Some(zone),
                duration,
                factor: Some(1.0 + self.0.below(20) as f64),
                lost_percent: (self.0.below(2) == 0).then_some(15.0),
                instance_type: (self.0.below(2) == 0).then(|| "t3.micro".to_owned()),
                dependency: Some(self.pick(&["dynamodb", "s3", "mars"]).to_owned()),
            }
            .into(),
        )
    }

    fn end_fault(&mut self) -> Input {
        let fault_id = Some(format!("fault-{}", self.0.below(12)));
        Input::World(EndFaultInput { fault_id }.into())
    }

    fn request(&mut self) -> Input {
        let route = Some(self.pick(&["list", "view", "add", "photo", "delete"]).to_owned());
        Input::World(
            RequestInput {
                count: Some(self.0.below(22) as i64),
                route,
            }
            .into(),
        )
    }

    fn resize(&mut self, cloud: &Cloud) -> Input {
        let value = Some(self.pick(&["m5.large", "t3.micro", "t9.micro"]).to_owned());
        Input::Api(
            ModifyInstanceAttributeInput {
                instance_id: Some(self.id(cloud)),
                instance_type: Some(api::ec2::AttributeValue { value }),
                ..ModifyInstanceAttributeInput::default()
            }
            .into(),
        )
    }

    /// Opens or shuts port 80, or another, of one of two groups.
    fn rule(&mut self) -> Input {
        let group_name = Some(self.pick(&["default", "web", "no-such-group"]).to_owned());
        let ip_protocol = Some(self.pick(&["tcp", "tcp", "-1", "gre"]).to_owned());
        let cidr_ip = Some(
            self.pick(&["0.0.0.0/0", "0.0.0.0/0", "10.0.0.0/8", "0.0.0.0/99"])
                .to_owned(),
        );
        let port = Some([80, 80, 443][self.0.below(3) as usize]);
        if self.0.below(2) == 0 {
            api(AuthorizeSecurityGroupIngressInput {
                group_name,
                ip_protocol,
                cidr_ip,
                from_port: port,
                to_port: port,
                ..AuthorizeSecurityGroupIngressInput::default()
            })
        } else {
            api(RevokeSecurityGroupIngressInput {
                group_name,
                ip_protocol,
                cidr_ip,
                from_port: port,
                to_port: port,
                ..RevokeSecurityGroupIngressInput::default()
            })
        }
    }

    fn group(&mut self) -> Input {
        api(CreateSecurityGroupInput {
            group_name: Some(self.pick(&["web", "default", "sg-web"]).to_owned()),
            description: Some("by chance".to_owned()),
            ..CreateSecurityGroupInput::default()
        })
    }

    fn tag(&mut self, cloud: &Cloud) -> Input {
        let tag = Tag {
            key: Some(self.pick(&["Name", "team", "aws:name"]).to_owned()),
            value: Some(self.pick(&["", "web", "database"]).to_owned()),
        };
        api(CreateTagsInput {
            resources: vec![self.id(cloud), cloud.ec2.vpc_id.clone()],
            tags: vec![tag],
        })
    }

    fn attribute(&mut self, cloud: &Cloud) -> Input {
        let instance_id = Some(self.id(cloud));
        let groups = &cloud.ec2.security_groups;
        let group = groups[self.0.below(groups.len() as u64) as usize].id.clone();
        let mut input = ModifyInstanceAttributeInput {
            instance_id,
            ..ModifyInstanceAttributeInput::default()
        };
        match self.0.below(4) {
            0 => {
                input.user_data = Some(BlobAttributeValue {
                    value: Some("IyE=".to_owned()),
                })
            }
            1 => {
                let value = Some(self.0.below(3) == 0);
                input.disable_api_termination = Some(AttributeBooleanValue { value });
            }
            _ => input.groups = vec![group],
        }
        api(input)
    }
}

/// A call to the account.
fn api(call: impl Into<WriteCall>) -> Input {
    Input::Api(call.into())
}
