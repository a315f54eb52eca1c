//! An operation: a service, a name, an input, an output, and what it may touch.

use crate::{OPERATIONS, ReadCall, Shape, ShapeInfo, WorldCall, WriteCall, kebab};

/// What is known of an operation, as data.
#[derive(Debug)]
pub struct Operation {
    /// Whose operation it is.
    pub service: &'static Service,
    /// AWS's name: `RunInstances`.
    pub name: &'static str,
    /// What it may touch.
    pub access: Access,
    /// What it takes; the input's doc says what the operation does.
    pub input: fn() -> &'static ShapeInfo,
    /// What it answers, if anything.
    pub output: Option<fn() -> &'static ShapeInfo>,
    /// Makes a call with nothing filled in.
    pub empty: fn() -> Call,
}

/// What an operation may touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Looks at the account.
    Read,
    /// Changes the account.
    Write,
    /// Changes the world around the account.
    World,
}

/// A family of operations.
#[derive(Debug)]
pub struct Service {
    /// As on the command line: `ec2`.
    pub name: &'static str,
    /// What it is.
    pub doc: &'static str,
    /// Where AWS documents an operation: a URL with `{}` for its name; `None` for what is our own.
    pub reference: Option<&'static str>,
}

/// Any call, whatever it touches.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant)] // few are alive at a time
pub enum Call {
    /// Looks at the account.
    Read(ReadCall),
    /// Changes the account.
    Write(WriteCall),
    /// Changes the world around the account.
    World(WorldCall),
}

/// The input of an operation, tied to it by type.
pub trait Input: Shape + Default {
    /// The operation.
    const OPERATION: &'static Operation;
}

impl Operation {
    /// The name in a trail or a lesson's list of allowed actions: `ec2:RunInstances`.
    #[must_use]
    pub fn action(&self) -> String {
        format!("{}:{}", self.service.name, self.name)
    }

    /// Where AWS documents it.
    #[must_use]
    pub fn source(&self) -> Option<String> {
        self.service.reference.map(|url| url.replace("{}", self.name))
    }
}

impl Call {
    /// What is known of the operation called.
    #[must_use]
    pub fn operation(&self) -> &'static Operation {
        match self {
            Self::Read(call) => call.operation(),
            Self::Write(call) => call.operation(),
            Self::World(call) => call.operation(),
        }
    }

    /// The input, to be walked.
    #[must_use]
    pub fn input(&self) -> &dyn Shape {
        match self {
            Self::Read(call) => call.input(),
            Self::Write(call) => call.input(),
            Self::World(call) => call.input(),
        }
    }

    /// The input, to be filled in by a walker.
    pub fn input_mut(&mut self) -> &mut dyn Shape {
        match self {
            Self::Read(call) => call.input_mut(),
            Self::Write(call) => call.input_mut(),
            Self::World(call) => call.input_mut(),
        }
    }
}

/// The operation `name` (`RunInstances`) of `service` (`ec2`).
#[must_use]
pub fn find(service: &str, name: &str) -> Option<&'static Operation> {
    operations_of(service).find(|operation| operation.name == name)
}

/// The operation `name` (`run-instances`) of `service` (`ec2`).
#[must_use]
pub fn find_kebab(service: &str, name: &str) -> Option<&'static Operation> {
    operations_of(service).find(|operation| kebab(operation.name) == name)
}

/// The services that have operations, each once.
pub fn services() -> impl Iterator<Item = &'static Service> {
    let first = |at: usize| {
        OPERATIONS[..at]
            .iter()
            .all(|seen| seen.service.name != OPERATIONS[at].service.name)
    };
    (0..OPERATIONS.len())
        .filter(move |&at| first(at))
        .map(|at| OPERATIONS[at].service)
}

/// The operations of `service` (`ec2`), in the order of declaration.
pub fn operations_of(service: &str) -> impl Iterator<Item = &'static Operation> {
    OPERATIONS
        .iter()
        .copied()
        .filter(move |operation| operation.service.name == service)
}

/// Declares the operations, one line each, by what they touch and by service:
/// `Name(Input) -> Output;`, the arrow left out if nothing is answered. Each service is a module of this
/// crate that holds the shapes and a `SERVICE`.
macro_rules! operations {
    (@output $service:ident) => { None };
    (@output $service:ident $output:ident) => { Some(<$service::$output as $crate::Shape>::declaration) };
    ($(
        $(#[doc = $doc:literal])*
        $access:ident $call:ident {
            $($service:ident {
                $($operation:ident($input:ident) $(-> $output:ident)?;)*
            })*
        }
    )*) => {
        $(
            $(#[doc = $doc])*
            #[derive(Clone, Debug, PartialEq)]
            #[allow(clippy::large_enum_variant)] // few are alive at a time
            pub enum $call {
                $($(
                    #[doc = concat!("`", stringify!($service), ":", stringify!($operation), "`")]
                    $operation($service::$input),
                )*)*
            }

            impl $call {
                /// What is known of the operation called.
                #[must_use]
                pub const fn operation(&self) -> &'static $crate::Operation {
                    match self {
                        $($(Self::$operation(_) => <$service::$input as $crate::Input>::OPERATION,)*)*
                    }
                }

                /// The input, to be walked.
                #[must_use]
                pub fn input(&self) -> &dyn $crate::Shape {
                    match self {
                        $($(Self::$operation(input) => input,)*)*
                    }
                }

                /// The input, to be filled in by a walker.
                pub fn input_mut(&mut self) -> &mut dyn $crate::Shape {
                    match self {
                        $($(Self::$operation(input) => input,)*)*
                    }
                }
            }

            impl From<$call> for $crate::Call {
                fn from(call: $call) -> Self {
                    Self::$access(call)
                }
            }

            $($(
                impl $crate::Input for $service::$input {
                    const OPERATION: &'static $crate::Operation = &$crate::Operation {
                        service: &$service::SERVICE,
                        name: stringify!($operation),
                        access: $crate::Access::$access,
                        input: <$service::$input as $crate::Shape>::declaration,
                        output: operations!(@output $service $($output)?),
                        empty: || $crate::Call::$access($call::$operation(Default::default())),
                    };
                }

                impl From<$service::$input> for $call {
                    fn from(input: $service::$input) -> Self {
                        Self::$operation(input)
                    }
                }

                $(impl From<$service::$output> for Output {
                    fn from(output: $service::$output) -> Self {
                        Self::$operation(output)
                    }
                })?
            )*)*
        )*

        /// What an operation answers.
        #[derive(Clone, Debug, PartialEq)]
        #[allow(clippy::large_enum_variant)] // few are alive at a time
        pub enum Output {
            /// Nothing but that it was done.
            None,
            $($($($(
                #[doc = concat!("Of `", stringify!($service), ":", stringify!($operation), "`")]
                $operation($service::$output),
            )?)*)*)*
        }

        impl Output {
            /// The answer, to be walked, if there is one.
            #[must_use]
            pub fn shape(&self) -> Option<&dyn $crate::Shape> {
                match self {
                    Self::None => None,
                    $($($($(Self::$operation(output) => { let output: &$service::$output = output; Some(output) })?)*)*)*
                }
            }
        }

        /// Every operation there is, in the order of declaration.
        pub static OPERATIONS: &[&$crate::Operation] = &[
            $($($(<$service::$input as $crate::Input>::OPERATION,)*)*)*
        ];
    };
}
pub(crate) use operations;
