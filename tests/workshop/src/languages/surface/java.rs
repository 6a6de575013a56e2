//! How does Java show the settings and errors of a client? A method for each setting, an accessor for each property, a class
//! for each kind. Must not know how an error is read or a connection made.

use super::{PropertyKind, Setting, SettingKind, Surface, pascal, wrapped};

/// `Options`, with a method for each setting.
pub(in super::super) fn options(surface: &Surface) -> String {
    let declared = |setting: &Setting| {
        let (kind, default) = field(setting);
        format!("  {kind} {}{default};\n", camel(&setting.name))
    };
    let methods = |setting: &Setting| {
        let (name, (kind, _)) = (camel(&setting.name), field(setting));
        let fixed = match setting.kind {
            SettingKind::Token => setter(setting, &name, "String", " This one is fixed."),
            SettingKind::Target
            | SettingKind::File
            | SettingKind::Text
            | SettingKind::Flag
            | SettingKind::Deadline => String::new(),
        };
        setter(setting, &name, kind, "") + &fixed
    };
    let fields: String = surface.settings.iter().map(declared).collect();
    let methods: String = surface.settings.iter().map(methods).collect();
    format!(
        "{HEADER}package io.podnet;\n\nimport java.io.File;\nimport java.time.Duration;\nimport java.util.function.Supplier;\n\n\
         /**\n * What can be set about a connection. Nothing here touches the network.\n *\n\
         \x20* <p>What is not set comes from the environment, as each says, then from the defaults. A client goes on with the options\n\
         \x20* that it was made with: take others for another client.\n */\n\
         public final class Options {{\n{fields}\n  /** Options from the environment and the defaults. */\n  public Options() {{}}\n{methods}\n\
         \x20 private static String environment(String variable, String otherwise) {{\n    String set = System.getenv(variable);\n    return set == null || set.isEmpty() ? otherwise : set;\n  }}\n\n\
         \x20 private static File file(String variable) {{\n    String path = environment(variable, null);\n    return path == null ? null : new File(path);\n  }}\n\n\
         \x20 private static Supplier<String> fixed(String variable) {{\n    String token = environment(variable, null);\n    return token == null ? null : () -> token;\n  }}\n}}\n"
    )
}

/// Type and first value of a setting.
fn field(setting: &Setting) -> (&'static str, String) {
    let Setting { name, environment, default, .. } = setting;
    match setting.kind {
        SettingKind::Target => ("String", format!(" = environment(\"{environment}\", \"{default}\")")),
        SettingKind::File => ("File", format!(" = file(\"{environment}\")")),
        SettingKind::Text => ("String", String::new()),
        SettingKind::Token => ("Supplier<String>", format!(" = fixed(\"{environment}\")")),
        SettingKind::Flag if default.is_empty() => ("boolean", String::new()),
        SettingKind::Flag => ("boolean", format!(" = {default}")),
        SettingKind::Deadline => ("Duration", format!(" = ServiceConfig.{}", name.to_uppercase())),
    }
}

fn setter(setting: &Setting, name: &str, kind: &str, rest: &str) -> String {
    let environment = match setting.environment.as_str() {
        "" => String::new(),
        variable => format!(" Environment: `{variable}`."),
    };
    let (asked, value) = match (setting.kind, kind) {
        (SettingKind::Token, "String") => ("", format!("() -> {name}")),
        (SettingKind::Token, _) => {
            (" The supplier is asked before each attempt; it must not block.", name.to_owned())
        }
        _ => ("", name.to_owned()),
    };
    let comment = format!("{}{asked}{rest}{environment}", setting.comment);
    format!(
        "\n{}  public Options {name}({kind} {name}) {{\n    this.{name} = {value};\n    return this;\n  }}\n",
        javadoc(&comment, &[format!("@param {name} the value"), "@return this".to_owned()])
    )
}

/// `PodnetException`, with an accessor for each property and a class for each kind.
pub(in super::super) fn errors(surface: &Surface) -> String {
    let accessor = |property: &super::Property| {
        let kind = match property.kind {
            PropertyKind::Code => "Status.Code",
            PropertyKind::Text => "String",
            PropertyKind::Figures => "Map<String, String>",
            PropertyKind::Violations => "List<BadRequest.FieldViolation>",
            PropertyKind::Wait => "Optional<Duration>",
            PropertyKind::Count => "int",
        };
        let name = camel(&property.name);
        format!(
            "\n{}  public {kind} {name}() {{\n    return {name};\n  }}\n",
            javadoc(&property.comment, &["@return the value".to_owned()])
        )
    };
    let class = |kind: &super::Kind| {
        let name = &kind.name;
        format!(
            "\n{}  public static final class {name} extends PodnetException {{\n    private {name}(com.google.rpc.Status status) {{\n      super(status);\n    }}\n  }}\n",
            javadoc(&kind.comment, &[])
        )
    };
    let code = |(code, kind): (&str, &str)| format!("\n          Status.Code.{code}, {kind}::new");
    let reason = |kind: &super::Kind| {
        let name = format!("ERROR_REASON_{}", kind.reason);
        (!kind.reason.is_empty()).then(|| format!("\n          \"{name}\", {}::new", kind.name))
    };
    format!(
        "{HEADER}package io.podnet;\n\nimport com.google.rpc.BadRequest;\nimport io.grpc.Status;\nimport java.time.Duration;\n\
         import java.util.List;\nimport java.util.Map;\nimport java.util.Optional;\nimport java.util.function.Function;\n\n\
         /**\n * A failed call. Subclasses stand where code branches; everything else is told by {{@link #code()}} and {{@link #reason()}},\n\
         \x20* whose figures the contract documents beside each value of {{@link io.podnet.v1.ErrorReason}}.\n */\n\
         public class PodnetException extends Failure {{\n\
         \x20 /** The kinds that follow from the reason, under any code. */\n\
         \x20 static final Map<String, Function<com.google.rpc.Status, PodnetException>> BY_REASON =\n      Map.of({});\n\n\
         \x20 /** The kinds that follow from the code alone. */\n\
         \x20 static final Map<Status.Code, Function<com.google.rpc.Status, PodnetException>> BY_CODE =\n      Map.of({});\n\n\
         \x20 PodnetException(com.google.rpc.Status status) {{\n    super(status);\n  }}\n{}{}}}\n",
        surface.errors.iter().filter_map(reason).collect::<Vec<_>>().join(","),
        surface.codes().map(code).collect::<Vec<_>>().join(","),
        surface.properties.iter().map(accessor).collect::<String>(),
        surface.errors.iter().map(class).collect::<String>(),
    )
}

const HEADER: &str = "// Generated by `cargo xtask gen` from sdk/surface.json. DO NOT EDIT.\n";

/// A comment, whose code is written between backquotes.
fn javadoc(text: &str, tags: &[String]) -> String {
    let mut code = false;
    let text: String = text
        .split_inclusive('`')
        .map(|part| match part.strip_suffix('`') {
            Some(before) => {
                code = !code;
                format!("{before}{}", if code { "{@code " } else { "}" })
            }
            None => part.to_owned(),
        })
        .collect();
    let gap = if tags.is_empty() { Vec::new() } else { vec![String::new()] };
    let lines = wrapped(&text, 110).into_iter().chain(gap).chain(tags.iter().cloned());
    let line = |line: String| format!("   * {line}").trim_end().to_owned() + "\n";
    format!("  /**\n{}   */\n", lines.map(line).collect::<String>())
}

fn camel(name: &str) -> String {
    let name = pascal(name);
    format!("{}{}", name[..1].to_lowercase(), &name[1..])
}
