//! The kernel lab.
use podnet_lab::run::run;
use podnet_lab::scenario::parse::parse;

fn main() {
    for file in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&file).unwrap();
        for scenario in parse(&text).unwrap() {
            match run(&scenario) {
                Err(error) => println!("ERROR {}: {error}", scenario.title),
                Ok(report) => {
                    println!("{} flows {} unpred {} answered {} packets {} took {:?} mismatches {}", report.title, report.flows, report.not_predicted, report.answered, report.packets, report.took, report.mismatches.len());
                    for m in report.mismatches.into_iter().take(std::env::var("N").ok().and_then(|n| n.parse().ok()).unwrap_or(2)) { println!("  {}\n   {:?}\n{}", m.flow, m.problems, m.columns); }
                }
            }
        }
    }
}
