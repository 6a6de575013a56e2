//! Which version of which outside program do the tests use?
//!
//! The one table of pins. A version is changed here and nowhere else; the next `cargo xtask ci` installs it.

/// One outside program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tool {
    /// Name in messages, and of the file under `target/tools` that records the installed version.
    pub name: &'static str,
    /// File name of the program.
    pub program: &'static str,
    /// Environment variable with the program's path; set by `cargo xtask`, and by whoever has the tool elsewhere.
    pub variable: &'static str,
    /// Arguments with which the program ends at once and successfully when it is usable.
    pub probe: &'static [&'static str],
    /// Where it comes from.
    pub source: Source,
    /// What it is for, in a few words, for the line that says it is missing.
    pub purpose: &'static str,
}

/// Where a program is installed from: always an ordinary package manager.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// An npm package.
    Npm {
        /// Package name.
        package: &'static str,
        /// Exact version.
        version: &'static str,
    },
    /// A crate with a binary.
    Cargo {
        /// Crate name.
        package: &'static str,
        /// Exact version.
        version: &'static str,
    },
    /// A Go module's command.
    Go {
        /// Import path of the command.
        package: &'static str,
        /// Exact version, with its `v`.
        version: &'static str,
    },
    /// A Python virtual environment of its own; the program is its interpreter or one that a requirement brings.
    Python {
        /// Requirements, each with an exact version.
        requirements: &'static [&'static str],
    },
    /// A Debian package, in whatever version the release has.
    Debian {
        /// Package name.
        package: &'static str,
    },
}

impl Source {
    /// What is recorded beside an installed tool, to see when a pin has moved.
    #[must_use]
    pub fn pin(&self) -> String {
        match self {
            Self::Npm { package, version }
            | Self::Cargo { package, version }
            | Self::Go { package, version } => format!("{package} {version}"),
            Self::Python { requirements } => requirements.join(" "),
            Self::Debian { package } => (*package).to_owned(),
        }
    }
}

/// Lints the contract and finds breaking changes in it.
pub const BUF: Tool = Tool {
    name: "buf",
    program: "buf",
    variable: "PODNET_BUF",
    probe: &["--version"],
    // The package carries the binary, so nothing is fetched beside it.
    source: Source::Npm { package: "@bufbuild/buf", version: "1.75.0" },
    purpose: "lint and breaking-change check of proto/",
};

/// Checks licences, sources and bans of dependencies.
pub const CARGO_DENY: Tool = Tool {
    name: "cargo-deny",
    program: "cargo-deny",
    variable: "PODNET_CARGO_DENY",
    probe: &["--version"],
    source: Source::Cargo { package: "cargo-deny", version: "0.20.2" },
    purpose: "licences, sources and bans of dependencies",
};

/// A gRPC client that knows the API only through reflection.
pub const GRPCURL: Tool = Tool {
    name: "grpcurl",
    program: "grpcurl",
    variable: "PODNET_GRPCURL",
    probe: &["-version"],
    // The newest version that Debian 12's Go (1.19) still builds.
    source: Source::Go { package: "github.com/fullstorydev/grpcurl/cmd/grpcurl", version: "v1.9.1" },
    purpose: "a foreign client by reflection",
};

/// Python with gRPC, for a client generated from the contract.
pub const PYTHON: Tool = Tool {
    name: "python",
    program: "python3",
    variable: "PODNET_PYTHON",
    probe: &["-c", "import grpc, grpc_tools.protoc, grpc_status.rpc_status"],
    source: Source::Python {
        requirements: &["grpcio==1.85.1", "grpcio-tools==1.85.1", "grpcio-status==1.85.1"],
    },
    purpose: "a generated client in another language",
};

/// Makes the Python client's generated code, and runs its tests on the oldest libraries that it supports.
pub const PYTHON_OLDEST: Tool = Tool {
    name: "python-oldest",
    program: "python3",
    variable: "PODNET_PYTHON_OLDEST",
    probe: &["-c", "import grpc, grpc_tools.protoc, google.rpc.status_pb2, pytest"],
    source: Source::Python {
        requirements: &[
            // What the code of older generators imports works on newer libraries, and not the other way round.
            "grpcio==1.63.0",
            "grpcio-tools==1.63.0",
            "protobuf==5.26.1",
            "googleapis-common-protos==1.63.1",
            "setuptools==69.5.1",
            "pytest==8.4.2",
        ],
    },
    purpose: "the Python client's generator and oldest libraries",
};

/// Runs, checks, documents and packs the Python client, with the newest libraries.
pub const PYTHON_NEWEST: Tool = Tool {
    name: "python-newest",
    program: "python3",
    variable: "PODNET_PYTHON_NEWEST",
    probe: &["-c", "import grpc, google.rpc.status_pb2, pytest, mypy, pdoc, build, hatchling"],
    source: Source::Python {
        requirements: &[
            "grpcio==1.85.1",
            "protobuf==7.36.2",
            "googleapis-common-protos==1.76.0",
            "pytest==9.2.0",
            "mypy==2.4.1",
            "types-grpcio==1.85.0.20261028",
            "types-protobuf==7.35.1.20260906",
            "ruff==0.17.6",
            "pdoc==16.0.0",
            "build==1.6.1",
            "hatchling==1.33.0",
        ],
    },
    purpose: "the Python client's tests, types, documents and package",
};

/// Go, for its client. Older ones than the client wants fetch a newer one by themselves, from 1.21 on.
pub const GO: Tool = Tool {
    name: "go",
    program: "go",
    variable: "PODNET_GO",
    // Does not know the flag before 1.23.
    probe: &["env", "-changed", "GOOS"],
    source: Source::Debian { package: "golang-go" },
    purpose: "the Go client",
};

/// Generates Go messages.
pub const PROTOC_GEN_GO: Tool = Tool {
    name: "protoc-gen-go",
    program: "protoc-gen-go",
    variable: "PODNET_PROTOC_GEN_GO",
    probe: &["--version"],
    source: Source::Go { package: "google.golang.org/protobuf/cmd/protoc-gen-go", version: "v1.36.12" },
    purpose: "generated code of the Go client",
};

/// Generates Go clients of services.
pub const PROTOC_GEN_GO_GRPC: Tool = Tool {
    name: "protoc-gen-go-grpc",
    program: "protoc-gen-go-grpc",
    variable: "PODNET_PROTOC_GEN_GO_GRPC",
    probe: &["--version"],
    source: Source::Go { package: "google.golang.org/grpc/cmd/protoc-gen-go-grpc", version: "v1.6.2" },
    purpose: "generated code of the Go client",
};

/// Finds mistakes in Go.
pub const STATICCHECK: Tool = Tool {
    name: "staticcheck",
    program: "staticcheck",
    variable: "PODNET_STATICCHECK",
    probe: &["-version"],
    source: Source::Go { package: "honnef.co/go/tools/cmd/staticcheck", version: "v0.8.2" },
    purpose: "mistakes in the Go client",
};

/// Finds misspelt words in source and documents.
pub const TYPOS: Tool = Tool {
    name: "typos",
    program: "typos",
    variable: "PODNET_TYPOS",
    probe: &["--version"],
    source: Source::Python { requirements: &["typos==1.52.0"] },
    purpose: "spelling",
};

/// The container engine's daemon; a test starts its own, with its own data folder and socket.
pub const DOCKERD: Tool = Tool {
    name: "dockerd",
    program: "dockerd",
    variable: "PODNET_DOCKERD",
    probe: &["--version"],
    source: Source::Debian { package: "docker.io" },
    purpose: "bringing docker-compose.yml up",
};

/// The container engine's client.
pub const DOCKER: Tool = Tool {
    name: "docker",
    program: "docker",
    variable: "PODNET_DOCKER",
    probe: &["--version"],
    source: Source::Debian { package: "docker.io" },
    purpose: "bringing docker-compose.yml up",
};

/// Compose, as the program of its own that Debian ships.
pub const COMPOSE: Tool = Tool {
    name: "docker-compose",
    program: "docker-compose",
    variable: "PODNET_COMPOSE",
    probe: &["version"],
    source: Source::Debian { package: "docker-compose" },
    purpose: "bringing docker-compose.yml up",
};

/// Rules of packets in the kernel lab.
pub const NFT: Tool = Tool {
    name: "nft",
    program: "nft",
    variable: "PODNET_NFT",
    probe: &["--version"],
    source: Source::Debian { package: "nftables" },
    purpose: "packet rules of the kernel lab",
};

/// Links, addresses and routes of the kernel lab.
pub const IP: Tool = Tool {
    name: "ip",
    program: "ip",
    variable: "PODNET_IP",
    probe: &["-V"],
    source: Source::Debian { package: "iproute2" },
    purpose: "links and routes of the kernel lab",
};

/// Plugins that attach pods in the kernel lab. They stand outside of the search path, so this one names its file.
pub const CNI: Tool = Tool {
    name: "cni",
    program: "/usr/lib/cni/host-local",
    variable: "PODNET_CNI",
    // Without a command a plugin says its version and ends.
    probe: &[],
    source: Source::Debian { package: "containernetworking-plugins" },
    purpose: "attaching pods in the kernel lab",
};

/// Runs the TypeScript client. Debian's is the one that the machine has; older than 20 does not do.
pub const NODE: Tool = Tool {
    name: "node",
    program: "node",
    variable: "PODNET_NODE",
    probe: &["--eval", "process.exit(parseInt(process.versions.node, 10) < 20 ? 1 : 0)"],
    source: Source::Debian { package: "nodejs" },
    purpose: "the TypeScript client",
};

/// Fetches what the TypeScript client is built with, by its lock file.
pub const NPM: Tool = Tool {
    name: "npm",
    program: "npm",
    variable: "PODNET_NPM",
    probe: &["--version"],
    source: Source::Debian { package: "npm" },
    purpose: "packages of the TypeScript client",
};

/// A browser without a window, for the TypeScript client over gRPC-Web.
pub const CHROMIUM: Tool = Tool {
    name: "chromium",
    program: "chromium",
    variable: "PODNET_CHROMIUM",
    probe: &["--version"],
    source: Source::Debian { package: "chromium" },
    purpose: "the TypeScript client in a browser",
};

/// Generates JavaScript and its types; the newest version that Node 20 runs.
pub const PROTOC_GEN_ES: Tool = Tool {
    name: "protoc-gen-es",
    program: "protoc-gen-es",
    variable: "PODNET_PROTOC_GEN_ES",
    probe: &["--version"],
    source: Source::Npm { package: "@bufbuild/protoc-gen-es", version: "2.12.1" },
    purpose: "generated code of the TypeScript client",
};

/// Builds the Java client and its harness.
pub const JDK: Tool = Tool {
    name: "jdk",
    program: "javac",
    variable: "PODNET_JAVAC",
    probe: &["-version"],
    source: Source::Debian { package: "default-jdk-headless" },
    purpose: "building the Java client",
};

/// Fetches what the Java client stands on, and packages it.
pub const MAVEN: Tool = Tool {
    name: "maven",
    program: "mvn",
    variable: "PODNET_MAVEN",
    probe: &["--version"],
    source: Source::Debian { package: "maven" },
    purpose: "packaging the Java client",
};

/// Counts instructions, for the benchmark of the hot paths.
pub const VALGRIND: Tool = Tool {
    name: "valgrind",
    program: "valgrind",
    variable: "PODNET_VALGRIND",
    probe: &["--version"],
    source: Source::Debian { package: "valgrind" },
    purpose: "counting instructions of the hot paths",
};

/// Every tool, in the order in which they are set up: the quick ones first.
pub const ALL: [Tool; 24] = [
    IP,
    NFT,
    CNI,
    NODE,
    NPM,
    CHROMIUM,
    BUF,
    PROTOC_GEN_ES,
    TYPOS,
    GO,
    PROTOC_GEN_GO,
    PROTOC_GEN_GO_GRPC,
    STATICCHECK,
    PYTHON,
    PYTHON_OLDEST,
    PYTHON_NEWEST,
    GRPCURL,
    DOCKERD,
    DOCKER,
    COMPOSE,
    JDK,
    MAVEN,
    VALGRIND,
    CARGO_DENY,
];
