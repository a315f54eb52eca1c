//! An operation: a service, a name, an input, an output, and what it may touch.

use crate::wording::Wording;
use crate::{Docs, Output, ReadCall, SERVICES, Shape, ShapeInfo, WorldCall, WriteCall, kebab};

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
    /// How it answers a page at a time, as four or more words: see [`Operation::pages`]. Empty if it does not.
    pub paged: &'static str,
    /// Makes a call with nothing filled in.
    pub empty: fn() -> Call,
}

/// How an operation answers a page at a time, by the names of members; what the model always answers whole has pages
/// too, so that the command line can take its answer apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pages {
    /// Of the input: where to go on.
    pub from: &'static str,
    /// Of the input: the most entries of a page.
    pub size: Option<&'static str>,
    /// Of the output: where the next page begins.
    pub next: &'static str,
    /// Of the output: what there is a part of on each page, parted by spaces; by the first, entries are counted.
    pub results: &'static str,
    /// Of the output: what is shown as the first page has it. Empty if there is nothing.
    pub kept: &'static str,
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
    /// How it words the refusal of a call that breaks its declaration.
    pub wording: Wording,
    /// Its operations, in the order of declaration.
    pub operations: fn() -> &'static [&'static Operation],
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
pub trait Input: Shape + Default + Into<Call> {
    /// The operation.
    const OPERATION: &'static Operation;
    /// What it answers: `()` if nothing but that it was done.
    type Answer;
    /// The answer of this operation in `output`, unless `output` is another's.
    fn answer(output: Output) -> Option<Self::Answer>;
}

impl Operation {
    /// The name in a trail or a lesson's list of allowed actions: `ec2:RunInstances`.
    #[must_use]
    pub fn action(&self) -> String {
        format!("{}:{}", self.service.name, self.name)
    }

    /// How it answers a page at a time, if AWS's command line knows it to.
    #[must_use]
    pub fn pages(&self) -> Option<Pages> {
        let (paged, kept) = self.paged.split_once(" + ").unwrap_or((self.paged, ""));
        let mut words = paged.splitn(4, ' ');
        Some(Pages {
            from: words.next().filter(|word| !word.is_empty())?,
            size: words.next().filter(|word| *word != "-"),
            next: words.next()?,
            results: words.next()?,
            kept,
        })
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

/// What is told of an operation.
#[derive(Clone, Copy, Debug)]
pub struct OperationDocs {
    /// The operation's name.
    pub(crate) name: &'static str,
    /// Of what it takes, and so of what it does.
    pub input: Docs,
    /// Of what it answers, if anything.
    pub output: Option<Docs>,
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

/// Every operation there is, service by service, in the order of declaration.
pub fn all_operations() -> impl Iterator<Item = &'static Operation> {
    SERVICES
        .iter()
        .flat_map(|service| (service.operations)().iter().copied())
}

/// The operations of `service` (`ec2`), in the order of declaration.
pub fn operations_of(service: &str) -> impl Iterator<Item = &'static Operation> {
    let named = SERVICES.iter().find(|known| known.name == service);
    named
        .into_iter()
        .flat_map(|service| (service.operations)().iter().copied())
}

/// Declares the operations of one service, one line each, by what they touch:
/// `Name(Input) -> Output;`, the arrow left out if nothing is answered; behind it, `paged` and the members that AWS's
/// command line pages by: of the input the token and the size (or `-`), of the output the token and what is paged
/// (behind a `+`, what is not). To be said in the service's module, which holds the shapes and a `SERVICE`; `$variant` is the service's name in the
/// enums of [`services!`].
macro_rules! operations {
    (@info) => { None };
    (@info $output:ident) => { Some(<$output as $crate::Shape>::declaration) };
    (@docs) => { None };
    (@docs $output:ident) => { Some(<$output as $crate::Shape>::docs) };
    (@paged) => { "" };
    (@paged $paged:literal) => { $paged };
    (@answer) => { () };
    (@answer $output:ident) => { $output };
    (@take $given:ident $variant:ident $operation:ident) => { matches!($given, $crate::Output::None).then_some(()) };
    (@take $given:ident $variant:ident $operation:ident $output:ident) => {
        match $given {
            $crate::Output::$variant(Output::$operation(output)) => Some(output),
            _ => None,
        }
    };
    ($variant:ident $(
        $(#[doc = $doc:literal])*
        $access:ident($call:ident) {
            $($operation:ident($input:ident) $(-> $output:ident)? $(paged $paged:literal)?;)*
        }
    )*) => {
        $(
            $(#[doc = $doc])*
            #[derive(Clone, Debug, PartialEq)]
            #[allow(clippy::large_enum_variant)] // few are alive at a time
            pub enum $access {
                $(
                    #[doc = concat!("`", stringify!($operation), "`")]
                    $operation($input),
                )*
            }

            impl $access {
                /// What is known of the operation called.
                #[must_use]
                pub const fn operation(&self) -> &'static $crate::Operation {
                    match *self {
                        $(Self::$operation(_) => <$input as $crate::Input>::OPERATION,)*
                    }
                }

                /// The input, to be walked.
                #[must_use]
                pub fn input(&self) -> &dyn $crate::Shape {
                    match *self {
                        $(Self::$operation(ref input) => input,)*
                    }
                }

                /// The input, to be filled in by a walker.
                pub fn input_mut(&mut self) -> &mut dyn $crate::Shape {
                    match *self {
                        $(Self::$operation(ref mut input) => input,)*
                    }
                }
            }

            $(
                impl $crate::Input for $input {
                    const OPERATION: &'static $crate::Operation = &$crate::Operation {
                        service: &SERVICE,
                        name: stringify!($operation),
                        access: $crate::Access::$access,
                        input: <$input as $crate::Shape>::declaration,
                        output: operations!(@info $($output)?),
                        paged: operations!(@paged $($paged)?),
                        empty: || $input::default().into(),
                    };
                    type Answer = operations!(@answer $($output)?);
                    fn answer(given: $crate::Output) -> Option<Self::Answer> {
                        operations!(@take given $variant $operation $($output)?)
                    }
                }

                impl From<$input> for $crate::$call {
                    fn from(input: $input) -> Self {
                        Self::$variant($access::$operation(input))
                    }
                }

                impl From<$input> for $crate::Call {
                    fn from(input: $input) -> Self {
                        Self::$access(input.into())
                    }
                }

                $(impl From<$output> for $crate::Output {
                    fn from(output: $output) -> Self {
                        Self::$variant(Output::$operation(output))
                    }
                })?
            )*
        )*

        /// What an operation of this service answers.
        #[derive(Clone, Debug, PartialEq)]
        #[allow(clippy::large_enum_variant)] // few are alive at a time
        pub enum Output {
            $($($(
                #[doc = concat!("Of `", stringify!($operation), "`")]
                $operation($output),
            )?)*)*
        }

        impl Output {
            /// The answer, to be walked.
            #[must_use]
            pub fn shape(&self) -> &dyn $crate::Shape {
                match *self {
                    $($($(Self::$operation(ref output) => { let output: &$output = output; output })?)*)*
                }
            }
        }

        /// What is told of the operations of this service, in the same order as they are declared.
        pub(crate) static DOCS: &[$crate::OperationDocs] = &[
            $($($crate::OperationDocs {
                name: stringify!($operation),
                input: <$input as $crate::Shape>::docs,
                output: operations!(@docs $($output)?),
            },)*)*
        ];

        /// The operations of this service, in the order of declaration.
        pub(crate) static OPERATIONS: &[&$crate::Operation] = &[
            $($(<$input as $crate::Input>::OPERATION,)*)*
        ];
    };
}
pub(crate) use operations;

/// Declares which services there are, by what their operations touch, and puts their calls and answers together.
macro_rules! services {
    ($(
        $(#[doc = $doc:literal])*
        $access:ident $call:ident { $($variant:ident $service:ident;)* }
    )*
    => { $($any:ident $module:ident;)* }) => {
        $(
            $(#[doc = $doc])*
            #[derive(Clone, Debug, PartialEq)]
            #[allow(clippy::large_enum_variant)] // few are alive at a time
            pub enum $call {
                $(
                    #[doc = concat!("Of `", stringify!($service), "`")]
                    $variant($service::$access),
                )*
            }

            impl $call {
                /// What is known of the operation called.
                #[must_use]
                pub const fn operation(&self) -> &'static $crate::Operation {
                    match self {
                        $(Self::$variant(call) => call.operation(),)*
                    }
                }

                /// The input, to be walked.
                #[must_use]
                pub fn input(&self) -> &dyn $crate::Shape {
                    match self {
                        $(Self::$variant(call) => call.input(),)*
                    }
                }

                /// The input, to be filled in by a walker.
                pub fn input_mut(&mut self) -> &mut dyn $crate::Shape {
                    match self {
                        $(Self::$variant(call) => call.input_mut(),)*
                    }
                }
            }

            impl From<$call> for $crate::Call {
                fn from(call: $call) -> Self {
                    Self::$access(call)
                }
            }
        )*

        /// What an operation answers.
        #[derive(Clone, Debug, PartialEq)]
        #[allow(clippy::large_enum_variant)] // few are alive at a time
        pub enum Output {
            /// Nothing but that it was done.
            None,
            $(
                #[doc = concat!("Of `", stringify!($module), "`")]
                $any($module::Output),
            )*
        }

        impl Output {
            /// The answer, to be walked, if there is one.
            #[must_use]
            pub fn shape(&self) -> Option<&dyn $crate::Shape> {
                match self {
                    Self::None => None,
                    $(Self::$any(output) => Some(output.shape()),)*
                }
            }
        }

        impl From<()> for Output {
            fn from((): ()) -> Self {
                Self::None
            }
        }

        /// What is told of an operation.
        #[must_use]
        pub fn docs(operation: &$crate::Operation) -> Option<$crate::OperationDocs> {
            let of_service = match operation.service.name {
                $(name if name == $module::SERVICE.name => $module::DOCS,)*
                _ => &[],
            };
            of_service.iter().find(|docs| docs.name == operation.name).copied()
        }

        /// Every service there is.
        pub static SERVICES: &[&$crate::Service] = &[$(&$module::SERVICE),*];
    };
}
pub(crate) use services;
