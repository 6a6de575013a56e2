package io.podnet;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import io.grpc.stub.ClientCalls;
import io.podnet.v1.ResourceKind;
import io.podnet.v1.WatchBatch;
import io.podnet.v1.WatchEvent;
import io.podnet.v1.WatchProgress;
import io.podnet.v1.WatchRequest;
import io.podnet.v1.WatchResponse;
import io.podnet.v1.WatchServiceGrpc;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Changes as an endless iterator that survives lost connections. It blocks until there is something; {@link #close} from
 * any thread ends it. Each event comes at least once: drop repeated ones by their revision.
 */
public final class Watch implements Iterator<Watch.Item>, AutoCloseable {
  /** Longest silence before the connection is taken for dead, in progress intervals. */
  private static final int SILENCE_INTERVALS = 3;

  private static final Duration BACKOFF_FIRST = Duration.ofMillis(100);
  private static final Duration BACKOFF_MAX = Duration.ofSeconds(5);

  private final Channel channel;
  private final Options options;
  private final Queue<Item> ready = new ArrayDeque<>();
  private String position;
  private boolean snapshot;
  private int failures;
  private volatile BlockingClientCall<WatchRequest, WatchResponse> frames;
  private volatile boolean closed;

  Watch(Channel channel, Options options) {
    this.channel = channel;
    this.options = options;
    this.position = options.resumeToken;
    this.snapshot = options.includeSnapshot && position.isEmpty();
  }

  /** What to watch. */
  public static final class Options {
    private String parent = "";
    private List<ResourceKind> kinds = List.of();
    private String resumeToken = "";
    private boolean includeSnapshot;
    private Duration progressInterval = Duration.ofSeconds(10);

    /** Everything, from the latest revision on. */
    public Options() {}

    /**
     * Only resources at or below this name.
     *
     * @param parent the name; empty for all
     * @return this
     */
    public Options parent(String parent) {
      this.parent = parent;
      return this;
    }

    /**
     * Only these kinds.
     *
     * @param kinds the kinds; none for all
     * @return this
     */
    public Options kinds(List<ResourceKind> kinds) {
      this.kinds = List.copyOf(kinds);
      return this;
    }

    /**
     * Continue after a cursor.
     *
     * @param token the cursor's token; empty to start at the latest revision
     * @return this
     */
    public Options resumeToken(String token) {
      this.resumeToken = token;
      return this;
    }

    /**
     * Begin with what is there.
     *
     * @param include whether to
     * @return this
     */
    public Options includeSnapshot(boolean include) {
      this.includeSnapshot = include;
      return this;
    }

    /**
     * Longest time between two frames of the server, 1 s to 10 min. Default 10 s. Three silent intervals count as a lost
     * connection.
     *
     * @param interval the time
     * @return this
     */
    public Options progressInterval(Duration interval) {
      this.progressInterval = interval;
      return this;
    }
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

  /**
   * Waits for the next item.
   *
   * @return false only after {@link #close}
   * @throws PodnetException an error that stays; the watch has ended
   */
  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && !closed) {
      try {
        if (frames == null) {
          frames = open();
        }
        long silence = options.progressInterval.multipliedBy(SILENCE_INTERVALS).toNanos();
        WatchResponse frame = frames.read(silence, TimeUnit.NANOSECONDS);
        if (frame == null) {
          throw Status.UNAVAILABLE.withDescription("the stream ended").asException();
        }
        failures = 0;
        take(frame);
      } catch (TimeoutException silent) {
        recover(PodnetException.local(Status.Code.UNAVAILABLE, "no frame for three progress intervals"));
      } catch (StatusException broken) {
        recover(PodnetException.of(broken.getStatus(), broken.getTrailers()));
      } catch (InterruptedException interrupted) {
        interrupted();
      }
    }
    return !ready.isEmpty();
  }

  @Override
  public Item next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the watch is closed");
    }
    return ready.remove();
  }

  /** Ends the watch. */
  @Override
  public void close() {
    closed = true;
    drop();
  }

  private BlockingClientCall<WatchRequest, WatchResponse> open() {
    WatchRequest request =
        WatchRequest.newBuilder()
            .setParent(options.parent)
            .addAllKinds(options.kinds)
            .setResumeToken(position)
            .setIncludeSnapshot(snapshot)
            .setProgressInterval(
                com.google.protobuf.Duration.newBuilder()
                    .setSeconds(options.progressInterval.getSeconds())
                    .setNanos(options.progressInterval.getNano()))
            .build();
    return ClientCalls.blockingV2ServerStreamingCall(
        channel, WatchServiceGrpc.getWatchMethod(), CallOptions.DEFAULT, request);
  }

  private void take(WatchResponse frame) {
    switch (frame.getFrameCase()) {
      case OPENED:
        // A snapshot that breaks off is taken again from its start, so its position is kept only when it is complete.
        position = snapshot ? position : frame.getOpened().getCursor().getResumeToken();
        break;
      case BATCH:
        WatchBatch batch = frame.getBatch();
        position = snapshot ? position : batch.getCursor().getResumeToken();
        batch.getEventsList().forEach(event -> ready.add(new Item(event, null)));
        break;
      case PROGRESS:
        WatchProgress progress = frame.getProgress();
        position = progress.getCursor().getResumeToken();
        snapshot &= !progress.getSnapshotComplete();
        ready.add(new Item(null, progress));
        break;
      case FRAME_NOT_SET:
        break;
    }
  }

  private void recover(PodnetException error) {
    drop();
    if (closed) {
      return;
    }
    switch (error.reason()) {
      case ERROR_REASON_REVISION_COMPACTED:
      case ERROR_REASON_STORE_CHANGED:
        position = "";
        snapshot = true;
        ready.add(new Item(null, null));
        return;
      case ERROR_REASON_WATCH_LAGGED:
        position = snapshot ? position : error.metadata().getOrDefault("resume_token", position);
        break;
      default:
        if (error.code() != Status.Code.UNAVAILABLE) {
          closed = true;
          throw error;
        }
    }
    if (snapshot) {
      ready.add(new Item(null, null));
    }
    failures++;
    try {
      Duration wait = Retry.jittered(BACKOFF_FIRST, BACKOFF_MAX, failures);
      TimeUnit.NANOSECONDS.sleep(wait.plus(error.retryAfter().orElse(Duration.ZERO)).toNanos());
    } catch (InterruptedException interrupted) {
      interrupted();
    }
  }

  private void drop() {
    BlockingClientCall<WatchRequest, WatchResponse> call = frames;
    frames = null;
    if (call != null) {
      call.cancel("the watch goes on elsewhere", null);
    }
  }

  private void interrupted() {
    close();
    Thread.currentThread().interrupt();
    throw PodnetException.local(Status.Code.CANCELLED, "interrupted while waiting for changes");
  }
}
