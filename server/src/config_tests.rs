//! Precedence, unknown keys, and every problem at once.

use super::*;

fn loaded(flags: &[&str], environment: &[(&str, &str)], file: &str) -> Result<Loaded, ConfigError> {
    let mut arguments = vec!["podnetd"];
    if !file.is_empty() {
        arguments.extend(["--config", "podnet.toml"]);
    }
    arguments.extend(flags);
    let matches = command().try_get_matches_from(arguments).unwrap();
    let variable =
        |name: &str| environment.iter().find(|(own, _)| *own == name).map(|(_, value)| (*value).to_owned());
    load(&matches, variable, |_| Ok(file.to_owned()))
}

#[test]
fn flags_beat_environment_beats_file_beats_default() {
    let file = "store = \"redb\"\ndrain_timeout = \"3s\"\ncheckpoint-records = 7\n";
    let loaded =
        loaded(&["--store", "memory"], &[("PODNET_STORE", "fjall"), ("PODNET_DRAIN_TIMEOUT", "4s")], file)
            .unwrap();
    assert_eq!(loaded.config.store, StoreKind::Memory);
    assert_eq!(loaded.config.drain_timeout, Duration::from_secs(4));
    assert_eq!(loaded.config.checkpoint_records, 7);
    assert_eq!(loaded.config.deadline_max, Duration::from_secs(60));
    let printed = loaded.printed();
    for line in
        ["store = \"memory\"", "drain-timeout = \"4s\"", "[flag]", "[environment]", "[file]", "[default]"]
    {
        assert!(printed.contains(line), "{line} is not in\n{printed}");
    }
}

#[test]
fn the_printed_settings_are_a_file_that_means_the_same() {
    let first = loaded(&["--listen", "127.0.0.1:0", "--drain-delay", "1500ms"], &[], "").unwrap();
    let again = loaded(&[], &[], &first.printed()).unwrap();
    assert_eq!(first.config, again.config);
}

#[test]
fn metrics_are_served_where_it_is_said_and_nowhere_by_default() {
    let address =
        |text: &str| loaded(&["--metrics-listen", text], &[], "").map(|loaded| loaded.config.metrics_listen);
    assert_eq!(loaded(&[], &[], "").unwrap().config.metrics_listen, None);
    assert_eq!(address(""), Ok(None));
    assert_eq!(address("0.0.0.0:9464"), Ok(Some("0.0.0.0:9464".parse().unwrap())));
    assert!(address("9464").unwrap_err().to_string().contains("use ADDRESS:PORT"));
}

#[test]
fn browsers_of_no_origin_are_let_in_unless_named() {
    let origins =
        |text: &str| loaded(&["--web-origins", text], &[], "").map(|loaded| loaded.config.web_origins);
    assert_eq!(origins(""), Ok(Vec::new()));
    assert_eq!(
        origins("https://a.example, http://localhost:5173"),
        Ok(vec!["https://a.example".to_owned(), "http://localhost:5173".to_owned()])
    );
    for wrong in ["a.example", "https://", "https://a.example/page", "https://a.example,"] {
        assert!(origins(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn every_problem_is_reported_at_once() {
    let file = "colour = \"red\"\nstore = [\"fjall\"]\n";
    let flags =
        ["--deadline-max", "2h", "--calls-in-flight-max", "0", "--log-level", "loud", "--tls-key", "k.pem"];
    let ConfigError(problems) = loaded(&flags, &[], file).unwrap_err();
    let all = problems.join("\n");
    for part in [
        "unknown key `colour`",
        "`store` takes",
        "deadline-max: `2h`",
        "calls-in-flight-max: `0`",
        "log-level",
        "TLS needs both",
    ] {
        assert!(all.contains(part), "{part} is not in\n{all}");
    }
}

#[test]
fn plaintext_off_loopback_must_be_meant() {
    assert!(loaded(&["--listen", "0.0.0.0:7443"], &[], "").is_err());
    assert!(loaded(&["--listen", "0.0.0.0:7443", "--insecure", "true"], &[], "").is_ok());
    assert!(loaded(&["--listen", "[::1]:0"], &[], "").is_ok());
    assert!(loaded(&["--listen", "localhost"], &[], "").is_err());
}
