package dev.hew.report;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value together with every problem found on the way to it. There is no value exactly when at least one problem is
 * an error.
 */
public final class Checked<T> {
  private final T value;
  private final List<Diagnostic> diagnostics;

  private Checked(T value, List<Diagnostic> diagnostics) {
    this.value = value;
    this.diagnostics = List.copyOf(diagnostics);
  }

  public static <T> Checked<T> of(T value) {
    return new Checked<>(value, List.of());
  }

  /** The value unless one of the diagnostics is an error. */
  public static <T> Checked<T> of(T value, List<Diagnostic> diagnostics) {
    return new Checked<>(
        diagnostics.stream().anyMatch(Diagnostic::isError) ? null : value, diagnostics);
  }

  /**
   * No value, for these reasons.
   *
   * @throws IllegalArgumentException when none of the diagnostics is an error
   */
  public static <T> Checked<T> failed(List<Diagnostic> diagnostics) {
    if (diagnostics.stream().noneMatch(Diagnostic::isError)) {
      throw new IllegalArgumentException("a failure needs an error");
    }
    return new Checked<>(null, diagnostics);
  }

  public static <T> Checked<T> failed(Diagnostic diagnostic) {
    return failed(List.of(diagnostic));
  }

  /** The values in their order, unless one is missing, with the problems of all. */
  public static <T> Checked<List<T>> all(List<Checked<T>> parts) {
    List<T> values = parts.stream().flatMap(part -> part.toOptional().stream()).toList();
    List<Diagnostic> all =
        parts.stream().flatMap(part -> part.diagnostics.stream()).toList();
    return new Checked<>(values.size() == parts.size() ? values : null, all);
  }

  public boolean ok() {
    return value != null;
  }

  /**
   * The value.
   *
   * @throws NoSuchElementException when there is none
   */
  public T value() {
    return toOptional().orElseThrow();
  }

  public Optional<T> toOptional() {
    return Optional.ofNullable(value);
  }

  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  public <R> Checked<R> map(Function<? super T, ? extends R> next) {
    return then(v -> of(next.apply(v)));
  }

  /** Goes on with the value, keeping the problems of both steps. */
  public <R> Checked<R> then(Function<? super T, Checked<R>> next) {
    if (value == null) {
      return new Checked<>(null, diagnostics);
    }
    Checked<R> result = next.apply(value);
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    all.addAll(result.diagnostics);
    return new Checked<>(result.value, all);
  }
}
