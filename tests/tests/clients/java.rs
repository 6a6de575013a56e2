//! The Maven artifact: built and documented without a warning, and its README and examples run against a real server.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use podnet_tests::server::{Home, Server};
use podnet_workshop::languages::run;
use podnet_workshop::root;
use podnet_workshop::tools::{JDK, MAVEN, want};

/// A cluster as the README's examples name it: two nodes, and room for 250 pods on each.
const CLUSTER: [&[&str]; 6] = [
    &["network", "create", "hub", "--prefix", "10.240.0.0/16"],
    &["subnet", "create", "hub/nodes", "--prefix", "10.240.0.0/24"],
    &["cluster", "create", "prod", "--network", "hub", "--mode", "kubenet"],
    &["nodepool", "create", "prod/np1", "--subnet", "hub/nodes", "--max-pods", "250"],
    &["node", "create", "prod/np1-0", "--pool", "np1"],
    &["node", "create", "prod/np1-1", "--pool", "np1"],
];

/// A project of somebody else.
const PROJECT: &str = r#"<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId>
  <artifactId>example</artifactId>
  <version>1</version>
  <properties>
    <maven.compiler.source>11</maven.compiler.source>
    <maven.compiler.target>11</maven.compiler.target>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
DEPENDENCY  </dependencies>
</project>
"#;

/// What grpc-java makes of a connection that broke just as it was written to, which no proxy can bring about at will.
const LOST: &str = r#"
import io.grpc.Status;
import io.podnet.PodnetException;

public final class Lost {
  public static void main(String[] arguments) {
    var closed = new java.nio.channels.ClosedChannelException();
    PodnetException lost = PodnetException.of(Status.UNKNOWN.withDescription("channel closed").withCause(closed), null);
    System.out.println(lost.code() + " " + (lost instanceof PodnetException.Unavailable) + " " + (lost.getCause() == closed));
  }
}
"#;

#[test]
fn the_artifact_runs_from_an_empty_project() {
    let (Some(maven), Some(_)) = (want(&MAVEN, "the Java client"), want(&JDK, "the Java client")) else {
        return;
    };
    let client = root().join("sdk/java");
    // Warnings of the compiler and of the pages are errors.
    run(Command::new(&maven)
        .args(["--batch-mode", "--quiet", "install", "javadoc:javadoc"])
        .current_dir(&client))
    .unwrap();

    let readme = std::fs::read_to_string(client.join("README.md")).unwrap();
    let project = tempfile::tempdir().unwrap();
    let source = project.path().join("src/main/java");
    std::fs::create_dir_all(&source).unwrap();
    std::fs::write(source.join("Example.java"), block(&readme, "java")).unwrap();
    let wanted = PROJECT.replace("DEPENDENCY", block(&readme, "xml"));
    std::fs::write(project.path().join("pom.xml"), wanted).unwrap();
    let jars = project.path().join("jars");
    run(Command::new(&maven)
        .args(["--batch-mode", "--quiet", "compile", "dependency:copy-dependencies"])
        .arg(format!("-DoutputDirectory={}", jars.display()))
        .current_dir(project.path()))
    .unwrap();

    let home = Home::new().with(&["--store", "memory"]);
    let server = home.start();
    for command in CLUSTER {
        run(server.podnet().args(command)).unwrap();
    }
    let path = |classes: PathBuf| std::env::join_paths([jars.join("*"), classes]).unwrap();
    let said = java(&server, &path(project.path().join("target/classes")), &["Example"]);
    assert_eq!(said, "the pod has 10.244.0.2\n");

    let lost = project.path().join("Lost.java");
    std::fs::write(&lost, LOST).unwrap();
    let said = java(&server, &path(PathBuf::new()), &[lost.to_str().unwrap()]);
    assert_eq!(said, "UNAVAILABLE true true\n");

    for (example, begin) in [
        (&["Allocate.java"][..], "web-0 has 10.244.0.3/24\n"),
        (
            &["Routes.java"],
            "WATCH_EVENT_TYPE_ADDED 10.244.0.0/24 -> 10.240.0.4\nWATCH_EVENT_TYPE_ADDED 10.244.1.0/24 -> 10.240.0.5\n\
             2 routes\n",
        ),
        (&["Trace.java"], "VERDICT_REACHABLE\nVERDICT_REACHABLE\n  STEP_KIND_START_FROM_NODE "),
        (&["Load.java", "clusters/prod", "clusters/prod/nodes/np1-0", "60"], "unary "),
    ] {
        let mut arguments = example.to_vec();
        let file = client.join("examples").join(example[0]);
        arguments[0] = file.to_str().unwrap();
        let said = java(&server, &path(PathBuf::new()), &arguments);
        assert!(said.starts_with(begin), "{example:?} said\n{said}");
    }
    server.stop();
}

/// The first block of a language in a document.
fn block<'text>(document: &'text str, language: &str) -> &'text str {
    let opened = document.split_once(&format!("```{language}\n")).expect("the README has an example").1;
    opened.split_once("```").expect("its end").0
}

fn java(server: &Server<'_>, path: &OsString, arguments: &[&str]) -> String {
    let mut command = Command::new("java");
    command.arg("-cp").arg(path).args(arguments).current_dir(Path::new("/")).env("PODNET_ADDR", server.url());
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{arguments:?}\n{said}{}", String::from_utf8_lossy(&output.stderr));
    said
}
