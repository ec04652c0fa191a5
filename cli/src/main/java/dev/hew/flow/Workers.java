package dev.hew.flow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/** Does the same to many things on all processors; the results come in the order of the things. */
final class Workers {
  /** Expressions of generated code are nested by the thousand: 64 MiB, in bytes, of address space. */
  private static final long STACK = 64L << 20;

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

  /**
   * @param done told after each thing how many are done, by one thread at a time
   * @throws IOException the first failure; the rest is not begun then
   */
  static <T, R> List<R> map(List<T> things, Work<T, R> work, IntConsumer done) throws IOException {
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
      Thread thread = new Thread(null, loop, "hew-worker-" + i, STACK);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    join(threads);
    rethrow(failure.get());
    return results;
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
