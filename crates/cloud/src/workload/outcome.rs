//! How a request ends, as its client sees it.

/// The one outcome of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Outcome {
    /// A good answer arrived in time.
    Served,
    /// The host was reached and nothing listened on port 80.
    ConnectionRefused,
    /// No answer within the client's patience: the host is gone, dark, cut off by its security group, or far too slow.
    TimedOut,
    /// The app stopped with the request in its hands, and the operating system closed the connection.
    ConnectionReset,
    /// The backlog was full: answered 503 at once.
    Overloaded,
    /// The app answered 500, because DynamoDB or S3 gave an error.
    ErrorFromBehind,
    /// The employees were given no address to use.
    NoAddress,
    /// The load balancer answered 502: the target refused or broke the connection.
    BadGateway,
    /// The load balancer answered 503: it has no target to choose from.
    Unavailable,
    /// The load balancer answered 504: the target did not connect or answer in time.
    GatewayTimeout,
}

impl Outcome {
    /// How many outcomes there are.
    pub const COUNT: usize = 10;
    /// All outcomes, in the order of their numbers.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Served,
        Self::ConnectionRefused,
        Self::TimedOut,
        Self::ConnectionReset,
        Self::Overloaded,
        Self::ErrorFromBehind,
        Self::NoAddress,
        Self::BadGateway,
        Self::Unavailable,
        Self::GatewayTimeout,
    ];

    /// Whether the employee got what they asked for.
    #[must_use]
    pub const fn is_served(self) -> bool {
        matches!(self, Self::Served)
    }

    /// Whether it is an answer that a load balancer's node gives by itself.
    #[must_use]
    pub const fn is_of_node(self) -> bool {
        matches!(self, Self::BadGateway | Self::Unavailable | Self::GatewayTimeout)
    }

    /// The outcome's name in scripts and tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Served => "served",
            Self::ConnectionRefused => "connection-refused",
            Self::TimedOut => "timed-out",
            Self::ConnectionReset => "connection-reset",
            Self::Overloaded => "overloaded",
            Self::ErrorFromBehind => "error-from-behind",
            Self::NoAddress => "no-address",
            Self::BadGateway => "bad-gateway",
            Self::Unavailable => "unavailable",
            Self::GatewayTimeout => "gateway-timeout",
        }
    }
}
