package planted.dev.hew.lock;

/** Breaks the rule {@code door-jackson}. */
public final class LockParsesJson {
  com.fasterxml.jackson.core.JsonParser forbidden;
}
