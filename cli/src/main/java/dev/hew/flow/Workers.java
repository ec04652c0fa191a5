package dev.hew.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Work on other threads. */
final class Workers {
  /** Schemas refer to each other in chains, and code is nested by the thousand: 256 MiB, in bytes, of address space. */
  private static final long STACK = 256L << 20;

  /** Templates call each other, a few deep; what calls itself without end is to end soon: 32 MiB, in bytes. */
  private static final long TEMPLATE_STACK = 32L << 20;

  private Workers() {}

  /** The same things, so many at a time. */
  static <T> List<List<T>> batches(List<T> things, int size) {
    List<List<T>> batches = new ArrayList<>();
    for (int from = 0; from < things.size(); from += size) {
      batches.add(things.subList(from, Math.min(things.size(), from + size)));
    }
    return batches;
  }

  /** Work that may fail to read. */
  interface Work<T, R> {
    R on(T thing) throws IOException;
  }

  /** Work of one piece, which may fail to read or write. */
  interface Job<T> {
    T run() throws IOException;
  }

  /** One piece of work that goes on meanwhile. Closing it waits for its end. */
  static final class Begun<T> implements AutoCloseable {
    private final Thread thread;
    private T result;
    private Throwable failure;

    private Begun(String name, Job<T> work) {
      thread = thread(() -> run(work), name, STACK);
      thread.start();
    }

    private void run(Job<T> work) {
      try {
        result = work.run();
      } catch (IOException | RuntimeException | Error e) {
        failure = e;
      }
    }

    /**
     * Waits for the end and gives the result, any number of times.
     *
     * @throws IOException why reading or writing failed
     */
    T result() throws IOException {
      join(List.of(thread));
      rethrow(failure);
      return result;
    }

    @Override
    public void close() {
      try {
        join(List.of(thread));
      } catch (IOException interrupted) {
        throw new UncheckedIOException(interrupted);
      }
    }

    /** The result of work that neither reads nor writes. */
    T value() {
      try {
        return result();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Begins work on a thread of its own. */
  static <T> Begun<T> begin(String name, Job<T> work) {
    return new Begun<>(name, work);
  }

  /** Fills many templates on all processors; the results come in the order of the templates. */
  static <T, R> List<R> filled(List<T> templates, Function<T, R> work) {
    try {
      return map(templates, work::apply, done -> {}, TEMPLATE_STACK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Does the same to many things on all processors; the results come in the order of the things.
   *
   * @param done told after each thing how many are done, by one thread at a time
   * @throws IOException the first failure; the rest is not begun then
   */
  static <T, R> List<R> map(List<T> things, Work<T, R> work, IntConsumer done) throws IOException {
    return map(things, work, done, STACK);
  }

  private static <T, R> List<R> map(List<T> things, Work<T, R> work, IntConsumer done, long stack)
      throws IOException {
    List<R> results = new ArrayList<>(Collections.nCopies(things.size(), null));
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    int[] count = new int[1];
    Runnable loop = () -> {
      try {
        for (int i = next.getAndIncrement();
            i < things.size() && failure.get() == null;
            i = next.getAndIncrement()) {
          R result = work.on(things.get(i));
          synchronized (count) {
            results.set(i, result);
            done.accept(++count[0]);
          }
        }
      } catch (IOException | RuntimeException | Error e) {
        failure.compareAndSet(null, e);
      }
    };
    List<Thread> threads = new ArrayList<>();
    int wanted = Math.min(things.size(), Runtime.getRuntime().availableProcessors());
    for (int i = 0; i < wanted; i++) {
      Thread thread = thread(loop, "worker-" + i, stack);
      thread.start();
      threads.add(thread);
    }
    join(threads);
    rethrow(failure.get());
    return results;
  }

  private static Thread thread(Runnable task, String name, long stack) {
    Thread thread = new Thread(null, task, "hew-" + name, stack);
    thread.setDaemon(true);
    return thread;
  }

  private static void join(List<Thread> threads) throws IOException {
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static void rethrow(Throwable failure) throws IOException {
    if (failure instanceof IOException e) {
      throw e;
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
  }
}
