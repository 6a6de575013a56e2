//! Commands that carry the whole state in and out. A file is the sequence of the snapshot's messages, each after its length.

use std::io::Write;
use std::path::{Path, PathBuf};

use podnet::v1::{
    self, admin_service_client::AdminServiceClient, export_snapshot_response::Part,
    import_snapshot_request::Part as ImportPart,
};
use prost::Message;

use super::note_dry_run;
use crate::args::admin::SnapshotCommand;
use crate::context::{Context, read};
use crate::exit::{Exit, Failure};

pub(super) async fn run(context: &Context, command: SnapshotCommand) -> Result<Exit, Failure> {
    match command {
        SnapshotCommand::Export { file, at_revision } => export(context, &file, at_revision).await,
        SnapshotCommand::Import { file, replace } => import(context, &file, replace).await,
    }
}

/// Writes beside the file and renames at the end, so that a file with the name is whole.
async fn export(context: &Context, path: &Path, at_revision: i64) -> Result<Exit, Failure> {
    let failed = |error| Failure::File { path: path.to_owned(), error };
    let mut admin = AdminServiceClient::new(context.client.channel());
    let request = v1::ExportSnapshotRequest { at_revision };
    let mut stream =
        admin.export_snapshot(request).await.map_err(|status| context.client.error(&status))?.into_inner();
    let to_stdout = path == Path::new("-");
    let mut beside = path.as_os_str().to_owned();
    beside.push(".partial");
    let beside = PathBuf::from(beside);
    let mut out: Box<dyn Write> = if to_stdout {
        Box::new(std::io::stdout().lock())
    } else {
        Box::new(std::io::BufWriter::new(std::fs::File::create(&beside).map_err(failed)?))
    };
    let (mut header, mut trailer) = (None, None);
    while let Some(response) = stream.message().await.map_err(|status| context.client.error(&status))? {
        out.write_all(&response.encode_length_delimited_to_vec()).map_err(failed)?;
        match response.part {
            Some(Part::Header(first)) => header = Some(first),
            Some(Part::Trailer(last)) => trailer = Some(last),
            Some(Part::Data(_)) | None => {}
        }
    }
    out.flush().map_err(failed)?;
    drop(out);
    let (Some(header), Some(trailer)) = (header, trailer) else {
        return Err(Failure::Render("the snapshot was cut off before its checksum: nothing was kept".into()));
    };
    if !to_stdout {
        std::fs::rename(&beside, path).map_err(failed)?;
    }
    context.printer.note(&format!(
        "revision {} of store {}: {} records, {} bytes, {} {}\n",
        header.revision,
        header.store_id,
        trailer.record_count,
        trailer.size_bytes,
        header.checksum_algorithm,
        trailer.checksum
    ));
    Ok(Exit::Ok)
}

async fn import(context: &Context, path: &Path, replace: bool) -> Result<Exit, Failure> {
    let bytes = read(path)?;
    let mut rest = bytes.as_slice();
    let mut requests = Vec::new();
    while !rest.is_empty() {
        let part = v1::ExportSnapshotResponse::decode_length_delimited(&mut rest).map_err(|error| {
            Failure::Usage(format!("{}: no snapshot, or cut off: {error}", path.display()))
        })?;
        let part = match part.part {
            Some(Part::Header(header)) => ImportPart::Header(header),
            Some(Part::Data(data)) => ImportPart::Data(data),
            Some(Part::Trailer(trailer)) => ImportPart::Trailer(trailer),
            None => continue,
        };
        requests.push(v1::ImportSnapshotRequest { part: Some(part), ..Default::default() });
    }
    let Some(first) = requests.first_mut() else {
        return Err(Failure::Usage(format!("{}: the file is empty", path.display())));
    };
    first.replace = replace;
    first.validate_only = context.global.dry_run;
    first.request_id = context.request_id();
    let mut admin = AdminServiceClient::new(context.client.channel());
    let stream = tokio_stream::iter(requests);
    let response =
        admin.import_snapshot(stream).await.map_err(|status| context.client.error(&status))?.into_inner();
    context.printer.message_or("ImportSnapshotResponse", &response, || {
        let revision = response.cursor.as_ref().map_or(0, |cursor| cursor.revision);
        format!("{} records at revision {revision}, store {}\n", response.record_count, response.store_id)
    })?;
    note_dry_run(context);
    Ok(Exit::Ok)
}
