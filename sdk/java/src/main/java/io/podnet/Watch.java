package io.podnet;

import io.grpc.Channel;
import io.grpc.Status;
import io.podnet.v1.*;
import java.time.Duration;

/**
 * Changes as an endless iterator that survives lost connections. It blocks until there is something; {@link #close} from
 * any thread ends it. Each event comes at least once: drop repeated ones by their revision.
 */
public final class Watch extends Reconnecting<WatchRequest, WatchResponse, Watch.Item> {
  /** Longest silence before the connection is taken for dead, in progress intervals. */
  private static final int SILENCE_INTERVALS = 3;
  /** Progress interval of the server, in seconds, where the caller says none. */
  private static final long INTERVAL_SECONDS_DEFAULT = 10;

  /** Where to go on: with a position, or with a snapshot, which is due until it is complete. */
  private final WatchRequest.Builder position;

  Watch(Channel channel, WatchRequest.Builder request) {
    super(channel, WatchServiceGrpc.getWatchMethod(), silence(request));
    this.position = request;
  }

  /** The longest silence, which the request then says the interval of. */
  private static Duration silence(WatchRequest.Builder request) {
    if (!request.hasProgressInterval()) {
      request.getProgressIntervalBuilder().setSeconds(INTERVAL_SECONDS_DEFAULT);
    }
    var interval = request.getProgressInterval();
    return Duration.ofSeconds(interval.getSeconds(), interval.getNanos()).multipliedBy(SILENCE_INTERVALS);
  }

  /** What a watch yields: an event, a mark of progress, or a resync. */
  public static final class Item {
    private final WatchEvent event;
    private final WatchProgress progress;

    private Item(WatchEvent event, WatchProgress progress) {
      this.event = event;
      this.progress = progress;
    }

    /**
     * A change, or a resource of the snapshot.
     *
     * @return the event; null if this is something else
     */
    public WatchEvent event() {
      return event;
    }

    /**
     * Everything up to its cursor has been seen; {@code snapshot_complete} ends a snapshot.
     *
     * @return the mark; null if this is something else
     */
    public WatchProgress progress() {
      return progress;
    }

    /**
     * The position was gone, or a snapshot broke off: what follows is a new snapshot; forget what was known.
     *
     * @return whether this is a resync
     */
    public boolean isResync() {
      return event == null && progress == null;
    }
  }

  @Override
  boolean isDone() {
    return false;
  }

  @Override
  void send(Frames<WatchRequest, WatchResponse> frames, boolean first) {
    if (first) {
      frames.send(position.build());
      frames.end();
    }
  }

  @Override
  void take(WatchResponse frame) {
    switch (frame.getFrameCase()) {
      case OPENED:
        moveTo(frame.getOpened().getCursor());
        break;
      case BATCH:
        frame.getBatch().getEventsList().forEach(event -> ready.add(new Item(event, null)));
        moveTo(frame.getBatch().getCursor());
        break;
      case PROGRESS:
        WatchProgress progress = frame.getProgress();
        position.setIncludeSnapshot(position.getIncludeSnapshot() && !progress.getSnapshotComplete());
        ready.add(new Item(null, progress));
        moveTo(progress.getCursor());
        break;
      case FRAME_NOT_SET:
        break;
    }
  }

  /** A snapshot that breaks off is taken again from its start, so until it is complete there is no position. */
  private void moveTo(Cursor cursor) {
    if (!position.getIncludeSnapshot()) {
      position.setResumeToken(cursor.getResumeToken());
    }
  }

  /** Sets the position from which to go on; an error that stays ends the watch. */
  @Override
  boolean recover(PodnetException error, int failures) {
    ErrorReason reason = error.reason();
    boolean gone =
        reason == ErrorReason.ERROR_REASON_REVISION_COMPACTED || reason == ErrorReason.ERROR_REASON_STORE_CHANGED;
    if (gone) {
      position.clearResumeToken().setIncludeSnapshot(true);
    } else if (reason == ErrorReason.ERROR_REASON_WATCH_LAGGED) {
      moveTo(Cursor.newBuilder().setResumeToken(error.metadata.getOrDefault("resume_token", "")).build());
    } else if (error.code != Status.Code.UNAVAILABLE) {
      close();
      throw error;
    }
    if (position.getIncludeSnapshot()) {
      ready.add(new Item(null, null));
    }
    return !gone;
  }
}
