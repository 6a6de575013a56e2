package io.podnet;

import com.google.protobuf.Message;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list over all its pages. A page is fetched when the one before it is used up; each iteration begins anew.
 *
 * @param <T> type of an item
 */
public final class Paged<T> implements Iterable<T> {
  private final Function<String, Page<T>> fetch;

  Paged(Function<String, Page<T>> fetch) {
    this.fetch = fetch;
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
    return StreamSupport.stream(pages().spliterator(), false).flatMap(List::stream);
  }

  /**
   * Page by page.
   *
   * @return the pages, as the server cuts them
   */
  public Iterable<List<T>> pages() {
    return () ->
        Stream.iterate(fetch.apply(""), Objects::nonNull, page -> page.next.isEmpty() ? null : fetch.apply(page.next))
            .map(page -> page.items)
            .iterator();
  }

  /** The request for the page at a token. */
  static <Q extends Message> Q at(Q request, String token) {
    if (token.isEmpty()) {
      return request;
    }
    @SuppressWarnings("unchecked")
    Q next =
        (Q)
            request.toBuilder()
                .setField(request.getDescriptorForType().findFieldByName("page_token"), token)
                .build();
    return next;
  }

  /** One page. */
  static final class Page<T> {
    private final List<T> items;
    private final String next;

    private Page(List<T> items, String next) {
      this.items = items;
      this.next = next;
    }

    static <R extends Message, T> Page<T> of(R response, Function<R, List<T>> items) {
      Object next = response.getField(response.getDescriptorForType().findFieldByName("next_page_token"));
      return new Page<>(items.apply(response), (String) next);
    }
  }
}
