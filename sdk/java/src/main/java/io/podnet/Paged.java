package io.podnet;

import com.google.protobuf.Message;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A list over all its pages. A page is fetched when the one before it is used up; each iteration begins anew.
 *
 * @param <R> type of a page, which is an answer of the server
 * @param <T> type of an item
 */
public final class Paged<R extends Message, T> implements Iterable<T> {
  private final Message first;
  private final Function<Message, R> call;
  private final Function<R, List<T>> items;

  Paged(Message first, Function<Message, R> call, Function<R, List<T>> items) {
    this.first = first;
    this.call = call;
    this.items = items;
  }

  /** Items, one after another. Each step may throw a {@link PodnetException}. */
  @Override
  public Iterator<T> iterator() {
    return stream().iterator();
  }

  /**
   * Items as a stream.
   *
   * @return the stream, sequential and lazy
   */
  public Stream<T> stream() {
    return pages().flatMap(page -> items.apply(page).stream());
  }

  /**
   * Page by page.
   *
   * @return the pages, as the server cuts them
   */
  public Stream<R> pages() {
    return Stream.iterate(call.apply(first), Objects::nonNull, this::after);
  }

  private R after(R page) {
    Object token = page.getField(page.getDescriptorForType().findFieldByName("next_page_token"));
    var field = first.getDescriptorForType().findFieldByName("page_token");
    return token.equals("") ? null : call.apply(first.toBuilder().setField(field, token).build());
  }
}
