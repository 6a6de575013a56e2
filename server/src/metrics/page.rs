//! What does a monitor read? Every figure of the server as one text, in the format of OpenMetrics.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use podnet_core::time::Timestamp;
use prometheus_client::collector::Collector;
use prometheus_client::encoding::{DescriptorEncoder, EncodeGaugeValue, NoLabelSet, text};
use prometheus_client::metrics::MetricType;
use prometheus_client::metrics::exemplar::Exemplar;
use prometheus_client::registry::Registry;

use super::calls::Calls;
use super::pools::Counts;
use super::{process, refusals};
use crate::engine::EngineHandle;
use crate::grpc::lifecycle::{Lifecycle, Phase};

/// No figure is shown with an example call.
pub(super) const NO_EXEMPLAR: Option<&Exemplar<NoLabelSet, f64>> = None;

/// The figures of one server.
#[derive(Clone)]
pub(crate) struct Page(Arc<Parts>);

struct Parts {
    calls: Arc<Calls>,
    lifecycle: Lifecycle,
    /// There once the state is rebuilt.
    engine: OnceLock<EngineHandle>,
    store: &'static str,
    /// Folder of the log; `None` for one in memory.
    folder: Option<PathBuf>,
    started: Timestamp,
}

impl Page {
    /// The page of a server that starts.
    pub(crate) fn new(
        lifecycle: Lifecycle,
        store: &'static str,
        folder: Option<PathBuf>,
        started: Timestamp,
    ) -> Self {
        let (calls, engine) = (Arc::new(Calls::new()), OnceLock::new());
        Self(Arc::new(Parts { calls, lifecycle, engine, store, folder, started }))
    }

    /// The times of calls, for the layer that notes them.
    pub(crate) fn calls(&self) -> Arc<Calls> {
        Arc::clone(&self.0.calls)
    }

    /// Shows the figures of the engine too, now that there is one.
    pub(crate) fn engine(&self, engine: &EngineHandle) {
        // A server has one engine; a second would change nothing.
        let _first = self.0.engine.set(engine.clone()).is_ok();
    }

    /// The text.
    ///
    /// # Errors
    /// None that can come: text is written to memory.
    pub(crate) fn text(&self) -> Result<String, fmt::Error> {
        let mut registry = Registry::default();
        registry.register_collector(Box::new(self.clone()));
        let mut page = String::new();
        text::encode(&mut page, &registry)?;
        Ok(page)
    }
}

impl fmt::Debug for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Page").field("store", &self.0.store).finish_non_exhaustive()
    }
}

impl Collector for Page {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> fmt::Result {
        let (encoder, parts) = (&mut encoder, self.0.as_ref());
        let mut build =
            encoder.encode_descriptor("podnet_build", "Which server this is", None, MetricType::Info)?;
        build.encode_info(&labels([("version", env!("CARGO_PKG_VERSION")), ("store", parts.store)]))?;
        let serving = u64::from(parts.lifecycle.phase() == Phase::Serving);
        gauge(encoder, "podnet_serving", "1 while calls are taken; 0 while it starts or drains", serving)?;
        parts.calls.encode(encoder)?;
        refusals::encode(encoder)?;
        process::encode(encoder, parts.started)?;
        let Some(engine) = parts.engine.get() else { return Ok(()) };

        engine.commits().encode(encoder)?;
        let snapshot = engine.snapshot();
        let revision = snapshot.state.revision.0;
        gauge(encoder, "podnet_store_revision", "Last durable revision", revision)?;
        if let Some(folder) = &parts.folder {
            let help = "Bytes of the log and its checkpoints on the disk";
            gauge(encoder, "podnet_wal_bytes", help, folder_bytes(folder))?;
        }
        let (count, slowest) = engine.watchers().count_and_slowest();
        gauge(encoder, "podnet_watchers", "Open watches", count as u64)?;
        let lag = revision.saturating_sub(slowest.unwrap_or(revision));
        let help = "Revisions that the slowest watch has not taken yet";
        gauge(encoder, "podnet_watch_lag_revisions", help, lag)?;
        Counts::of(&snapshot.state).encode(encoder)
    }
}

/// One gauge without labels.
pub(super) fn gauge(
    encoder: &mut DescriptorEncoder<'_>,
    name: &str,
    help: &str,
    value: impl EncodeGaugeValue,
) -> fmt::Result {
    encoder.encode_descriptor(name, help, None, MetricType::Gauge)?.encode_gauge(&value)
}

/// Labels of one figure.
pub(super) fn labels<const N: usize>(pairs: [(&'static str, &str); N]) -> Vec<(&'static str, String)> {
    pairs.into_iter().map(|(key, value)| (key, value.to_owned())).collect()
}

/// Bytes of all files below a folder. A file that goes away meanwhile counts as nothing.
fn folder_bytes(folder: &Path) -> u64 {
    let Ok(entries) = fs::read_dir(folder) else { return 0 };
    let sizes = entries.map_while(Result::ok).map(|entry| match entry.metadata() {
        Ok(found) if found.is_dir() => folder_bytes(&entry.path()),
        Ok(found) => found.len(),
        Err(_) => 0,
    });
    sizes.sum()
}
